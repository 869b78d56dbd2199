//! Figures: every number, date and amount in a text, as printed and as meant.
//!
//! Comes in: any text. Goes out: [`Figure`]s in reading order, without overlap. A [`Figure`] is what was printed
//! (its span, its hedge, what it counts); its [`Quantity`] is what it means (an interval, a unit).
//! Total: any text gives figures, possibly none; no panic, linear time.

mod age;
mod amount;
mod counted;
mod date;
mod find;
mod general;
mod label;
mod money_name;
mod multiple;
mod number;
mod phrases;
mod pronoun;
mod qualifier;
mod quantity;
mod range;
mod relation;
mod scan;
mod score;
mod time;
mod token;
mod vocabulary;

use jiff::civil::Date;

pub use date::DateOrder;
pub use find::find;
pub use money_name::money_name;
pub use quantity::{Course, Day, PartOfDay, Per, Quantity, Range, Unit};

use crate::text::Span;

/// A figure as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The printed number with its unit where they touch: `$1.2 million`, `26.2 pounds`, `three`.
    pub span: Span,
    /// What kind of figure it is.
    pub kind: Kind,
    /// What it means.
    pub quantity: Quantity,
    /// About, nearly and the like.
    pub hedge: Option<Hedge>,
    /// What is counted: the noun phrase and its head.
    pub what: Option<Counted>,
    /// Its part in a change: risen *from*, *to*, *by*.
    pub role: Option<Role>,
    /// The whole it is a part of: in "three of the nine", the span of "nine".
    pub part_of: Option<Span>,
    /// Whether it adds to an earlier count: "three more", "another two".
    pub is_increment: bool,
}

/// The kind of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A number of things.
    Count,
    /// A place in an order: third.
    Ordinal,
    /// Percent, percentage points, basis points.
    Percent,
    /// An amount of money.
    Money,
    /// A physical measure.
    Measure,
    /// An age.
    Age,
    /// A length of time.
    Duration,
    /// A day, month, year or longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A pair of numbers, a game's score or a vote: 3-0. Its range reaches from the smaller to the greater.
    Score,
    /// A number that names rather than counts: Flight 370.
    Label,
}

/// A word that weakens a figure without moving its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// Which way it leans.
    pub lean: Lean,
    /// The printed word.
    pub span: Span,
}

/// Which way a hedge leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lean {
    /// About, roughly: either side.
    Around,
    /// Nearly, almost: the true value is a little lower.
    Below,
    /// Just over: the true value is a little higher.
    Above,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The noun phrase without the figure: "suspected traffickers".
    pub phrase: Span,
    /// Its head noun: "traffickers".
    pub head: Span,
}

/// The part a figure plays in a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The value before.
    From,
    /// The value after.
    To,
    /// The difference.
    By,
}

/// What is known around a text that its figures may refer to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The day the article was published: "last Thursday" is counted from it.
    pub published: Option<Date>,
    /// The order of day and month in dates that are in digits, where the whole text settles it.
    pub order: Option<DateOrder>,
}

impl Figure {
    /// Applies `map` to every span, for a figure found in a part or a repaired copy of the text.
    pub fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        self.span = map(self.span);
        if let Some(hedge) = &mut self.hedge {
            hedge.span = map(hedge.span);
        }
        if let Some(what) = &mut self.what {
            what.phrase = map(what.phrase);
            what.head = map(what.head);
        }
        self.part_of = self.part_of.map(map);
    }
}
