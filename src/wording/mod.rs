//! Every sentence that both a report and the window print, so that they say the same words; here those for relations
//! and counts.
//!
//! Takes what was found and what a person said of it. Returns text. Words that the window alone shows are in
//! `gui::words`, the words of the JSON contract in [`crate::report::json`].

pub mod look;

pub mod why;

pub mod value;

pub mod check_words;
pub mod review_words;

pub mod note_words;

pub mod desk_words;

pub mod reading_words;

pub mod report_words;

pub mod session_words;

pub mod visible;

#[cfg(test)]
pub(crate) mod fixture;

use crate::findings::{NotComparedReason, Relation};

pub use self::why::why;

/// Returns the word for a relation.
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

/// Returns the sign for a relation.
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

/// Returns the name of a day of the week, 1 for Monday.
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

/// Returns why text was not compared.
pub fn not_compared(why: NotComparedReason) -> &'static str {
    match why {
        NotComparedReason::FiguresNotAligned => "holds figures, but was not paired with a sentence of another article",
        NotComparedReason::NotAligned => "was not paired with a sentence of another article",
        NotComparedReason::NotUnderstood => "a number in it was not understood",
    }
}

/// Returns what the fold of weaker hints is called: "12 weaker hints".
pub fn hints(n: usize) -> String {
    plural(n, "weaker hint")
}

/// `n` things: "1 claim", "2 claims", with the thousands parted.
pub fn plural(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// Returns `text` on one line, cut after `longest` characters with an ellipsis.
pub(crate) fn excerpt(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
