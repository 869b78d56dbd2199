//! Findings: what differs between aligned claims, and what kind of difference it is.
//!
//! Comes in: the [`Analysis`] of every article and their [`Alignment`]. Goes out: [`Findings`]: every difference once, the most
//! important first, each with the conditions that were met and those that were not; agreements; what could not be compared.
//! Words that people read are made in [`crate::view`] from what stands here.

mod figure;

use crate::alignment::{Alignment, Certainty, ClaimId};
use crate::analysis::Analysis;
use crate::figures::Quantity;
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
    /// Index of the row of aligned claims; none where it lies inside one article.
    pub row: Option<usize>,
    /// The places, grouped by value, each group in the order of the articles.
    pub mentions: Vec<Mention>,
    /// The conditions that led to the relation.
    pub why: Vec<Reason>,
}

/// A place in an article that a finding speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The claim it stands in.
    pub claim: ClaimId,
    /// The words.
    pub span: Span,
    /// Their value, for figures and dates.
    pub quantity: Option<Quantity>,
    /// Which of the finding's values it gives: mentions of one group agree.
    pub group: usize,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The condition.
    pub condition: Condition,
    /// Whether it was met.
    pub is_met: bool,
}

/// A condition for a relation, worded in [`crate::view::wording`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Both count the same thing; its name.
    SameSubject(String),
    /// Both speak of the same event; its verb.
    SameEvent(String),
    /// Both are exact: no hedge, no bound.
    BothExact,
    /// The intervals have a value in common.
    ValuesMeet,
    /// The units convert into each other.
    SameMeasure,
    /// One is named as a part of the other.
    PartOfWhole,
    /// One article alone makes the claim.
    OnlySomeArticles,
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

/// Why text was not compared, worded in [`crate::view::wording`].
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
}

/// Finds what differs.
pub fn find(articles: &[Analysis], alignment: &Alignment) -> Findings {
    figure::find(articles, alignment)
}
