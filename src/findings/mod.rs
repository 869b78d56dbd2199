//! Findings: what differs between aligned claims, and what kind of difference it is.
//!
//! Takes the [`Analysis`](crate::analysis::Analysis) of every article and their
//! [`Alignment`](crate::alignment::Alignment). Returns [`Findings`]: every difference once, the most important first,
//! each with the conditions that were met and those that were not; agreements; what could not be compared.
//!
//! The rooms, from the first to the last that the pipeline in `find.rs` comes through: `reading` (the words of the
//! claims, read once), `quantity` (the algebra of values), `pairing` and [`same_fact`] (which figures stand for one
//! thing), `kinds` (a file for each kind of difference between articles), `checks` (what one article shows alone),
//! `grouping` (from differences to findings, in order) and `topic` (what a finding is about). Here are only the types.
//! Words that people read are made in [`crate::wording`] from what is here.

mod find;

mod reading;

mod quantity;

mod pairing;

pub mod same_fact;

mod checks;
mod kinds;

mod difference;
mod grouping;
mod topic;

mod canonical;
mod index;

use serde::{Deserialize, Serialize};

pub use self::find::find;
pub use self::index::FindingIndex;
pub use self::pairing::weighed::{Weighed, weighed};
use crate::alignment::{Certainty, ClaimId, RowIndex};
use crate::figures::{Figure, Quantity};
use crate::text::Span;

/// A difference, or an agreement, between places of one or several articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A stable name: `F001` for a finding, `A001` for an agreement.
    pub id: String,
    /// What differs.
    pub kind: FindingKind,
    /// What kind of difference it is.
    pub relation: Relation,
    /// How sure that is.
    pub certainty: Certainty,
    /// What is counted or spoken of, in words of the articles: "traffickers sentenced".
    pub what: String,
    /// The row of aligned claims; `None` where it lies inside one article.
    pub row: Option<RowIndex>,
    /// The places, grouped by value, each group in the order of the articles.
    pub mentions: Vec<Mention>,
    /// The conditions that led to the relation.
    pub why: Vec<Reason>,
}

/// A place in an article that a finding speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The claim it is in.
    pub claim: ClaimId,
    /// The words.
    pub span: Span,
    /// Their value, for figures and dates.
    pub quantity: Option<Quantity>,
    /// Which of the finding's values it gives: mentions of one group agree.
    pub group: usize,
}

impl Mention {
    /// Returns the mention of `figure` of `claim`, which gives the value `group`.
    fn of_figure(claim: ClaimId, figure: &Figure, group: usize) -> Self {
        Self { claim, span: figure.span, quantity: Some(figure.quantity.clone()), group }
    }
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A number, amount or measure.
    Figure,
    /// A date or time.
    Date,
    /// The words of a quotation.
    Quote,
    /// The name, title or role of a person, place or organization.
    Name,
    /// What is denied in one place and not in another, or has another legal state.
    Negation,
    /// A hedge that one has and the other lacks.
    Hedge,
    /// Who says it.
    Attribution,
    /// A claim that only some articles make.
    OnlyIn,
    /// Words that a person set against each other.
    Own,
}

impl FindingKind {
    /// Returns whether what differs is a value: a figure or a date.
    pub fn is_of_values(self) -> bool {
        matches!(self, Self::Figure | Self::Date)
    }
}

/// What kind of difference it is; PRODUCT's words, and the person's who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// Cannot both hold.
    Conflict,
    /// The same thing with other values, where a condition for conflict is not established.
    Differs,
    /// The same measure at a later time.
    Update,
    /// Both can be true: a part and its whole, another period, place or group.
    Scope,
    /// One is rounded, approximate or a bound that admits the other.
    Rounding,
    /// The same.
    Agrees,
}

/// A condition that was looked at, and whether it was met.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The condition.
    pub condition: Condition,
    /// Whether it was met.
    pub is_met: bool,
}

/// A condition for a relation, worded in [`crate::wording`].
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Both count the same thing; its name.
    SameSubject(String),
    /// Both speak of the same event; its verb.
    SameEvent(String),
    /// Both are exact: no hedge, no bound.
    BothExact,
    /// The intervals have a value in common.
    ValuesMeet,
    /// One is named as a part of the other.
    PartOfWhole,
    /// One article alone makes the claim.
    OnlySomeArticles,
    /// Both count people, in other words.
    BothPeople,
    /// One is the other cut short where rounding would give another number.
    CutShort,
    /// One adds to an earlier count.
    Increment,
    /// They speak of different groups or measures; the words that say so.
    OtherGroup(String, String),
    /// The same name is before both; not met where it is another, then both names.
    SameName(String, String),
    /// One article gives both values.
    GivesBoth,
    /// A note of correction in the article takes the value back.
    TakenBack,
    /// They hold for different periods; both as printed.
    OtherPeriod(String, String),
    /// The later report has more of something that only grows; its number as printed.
    LaterReport(String),
    /// What is around them is alike enough to speak of one thing.
    SamePlace,
    /// The headline and the text of one article.
    HeadlineAgainstText,
    /// Both are in one article.
    OneArticle,
    /// The date falls on this day of the week, 1 (Monday) to 7, not on the one printed beside it.
    FallsOn(i8),
    /// Someone born in one year is not of that age in the year of publication.
    AgeFromBirth {
        /// The year of birth.
        born: i16,
        /// The year of publication.
        published: i16,
    },
    /// The parts make another number than the total.
    Sum {
        /// The parts, in reading order.
        parts: Vec<f64>,
        /// What they make.
        made: f64,
        /// What is said to be the total.
        total: f64,
    },
    /// An amount is given in two units that do not fit.
    Conversion {
        /// The amount that comes first, as printed.
        from: String,
        /// What it makes in the other unit.
        made: f64,
        /// The other unit.
        unit: &'static str,
        /// The amount that is said instead.
        stated: f64,
    },
    /// One hedges what the other states flatly; the hedge.
    HedgeDropped(String),
    /// The sources named have nothing in common.
    OtherSource,
    /// Both names have the same role beside them; the role.
    SameRole(String),
    /// The names differ in a single letter.
    OneSpelling,
    /// One person has another post; the person's name.
    OtherPost(String),
    /// Other offences are named.
    OtherCharges,
    /// One names this where the other names that; both as printed.
    OtherNames(String, String),
    /// The quotations are one utterance; the number of words that are in both.
    SameUtterance(usize),
    /// Words inside the quotation marks differ and no bracket or ellipsis says so.
    WordsInsideMarks,
    /// One quotation ends as a sentence does, though the other goes on.
    QuoteCutShort,
    /// Two quotations of one utterance have different numbers.
    QuotedNumber,
    /// Both are bounds and not the same, though some value may lie within both.
    OtherBound,
    /// One is in percent, the other in percentage points.
    PercentPoints,
    /// The articles share hardly any claim.
    OtherStory,
    /// A person set these words beside each other.
    ByHand,
    /// One denies it; the word.
    Denied(String),
    /// One says it is to come, the other that it is so; the word.
    Expected(String),
    /// Words that cannot both be true.
    Opposites(String, String),
    /// Different states before the law; the words.
    LegalStates(String, String),
}

/// Text that was not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// Index of the article.
    pub article: usize,
    /// Where.
    pub span: Span,
    /// Why.
    pub why: NotComparedReason,
}

/// Why text was not compared, worded in [`crate::wording`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NotComparedReason {
    /// No other article has a claim that matches this sentence; it holds figures.
    FiguresNotAligned,
    /// No other article has a claim that matches this sentence.
    NotAligned,
    /// A number in it was not understood.
    NotUnderstood,
}

/// All that was found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The differences, the most important first.
    pub findings: Vec<Finding>,
    /// What agrees.
    pub agreements: Vec<Finding>,
    /// What was not compared, by article and place.
    pub not_compared: Vec<NotCompared>,
    /// The facts table: a row for each thing counted, those that disagree first.
    pub facts: Vec<Fact>,
    /// Groups of articles that share hardly any claim with the others, by index; one group where all tell one story.
    /// Articles of a few claims are in none.
    pub stories: Vec<Vec<usize>>,
}

/// A thing that is counted, and what each article says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What is counted.
    pub what: String,
    /// Whether the articles agree on it.
    pub relation: Relation,
    /// The finding or agreement it comes from, by id.
    pub finding: String,
    /// For each article, in their order, the places that give a value.
    pub cells: Vec<Vec<Mention>>,
    /// For each article whether it is known to be silent: none of its figures could be here. An empty cell of another
    /// article only says that nothing was paired.
    pub is_silent: Vec<bool>,
}
