//! The words for findings, relations and notes.

use crate::findings::{NotComparedReason, Relation};

pub use crate::view::why::why;

/// The word for a relation.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "conflict",
        Relation::Differs => "differs",
        Relation::Update => "update",
        Relation::Scope => "scope",
        Relation::Rounding => "rounding",
        Relation::Agrees => "agrees",
    }
}

/// The sign for a relation.
pub fn glyph(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "≠",
        Relation::Differs => "?",
        Relation::Update => "↻",
        Relation::Scope => "⊂",
        Relation::Rounding => "≈",
        Relation::Agrees => "=",
    }
}

/// The name of a day of the week, 1 for Monday.
pub fn weekday(day: i8) -> &'static str {
    match day {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        _ => "Sunday",
    }
}

/// Why text was not compared.
pub fn not_compared(why: NotComparedReason) -> &'static str {
    match why {
        NotComparedReason::FiguresNotAligned => "holds figures, but was not paired with a sentence of another article",
        NotComparedReason::NotAligned => "was not paired with a sentence of another article",
        NotComparedReason::NotUnderstood => "a number in it was not understood",
    }
}
