//! How a finding looks wherever it is shown: its glyph, its word and its rank, the same in marks, ribbons, lists and
//! tables.

use crate::alignment::Certainty;
use crate::findings::{Finding, FindingKind, Relation};
use crate::wording;

/// The look of a finding, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Look {
    /// Cannot both hold.
    Conflict,
    /// Values differ, a condition for conflict is not established.
    Differs,
    /// The same measure at a later time.
    Update,
    /// A part and its whole, another period, place or group.
    Scope,
    /// One value rounds the other.
    Rounding,
    /// Claimed by some articles only.
    OnlyIn,
    /// The same.
    Agrees,
}

impl Look {
    /// Every look, the most important first.
    pub const ALL: [Self; 7] =
        [Self::Conflict, Self::Differs, Self::Update, Self::Scope, Self::Rounding, Self::OnlyIn, Self::Agrees];

    /// Returns the look of `finding` in the machine's eyes. What the machine is not sure of is never called a conflict.
    pub fn of(finding: &Finding) -> Self {
        match (finding.relation, finding.kind) {
            (Relation::Agrees, _) => Self::Agrees,
            (_, FindingKind::OnlyIn) => Self::OnlyIn,
            (Relation::Conflict, _) if finding.certainty == Certainty::Low => Self::Differs,
            (Relation::Conflict, _) => Self::Conflict,
            (Relation::Differs, _) => Self::Differs,
            (Relation::Update, _) => Self::Update,
            (Relation::Scope, _) => Self::Scope,
            (Relation::Rounding, _) => Self::Rounding,
        }
    }

    /// Returns the look of a fact of the facts table.
    pub fn of_relation(relation: Relation) -> Self {
        match relation {
            Relation::Conflict => Self::Conflict,
            Relation::Differs => Self::Differs,
            Relation::Update => Self::Update,
            Relation::Scope => Self::Scope,
            Relation::Rounding => Self::Rounding,
            Relation::Agrees => Self::Agrees,
        }
    }

    /// Returns its sign.
    pub fn glyph(self) -> &'static str {
        match self {
            Self::OnlyIn => "▌",
            other => wording::glyph(other.relation()),
        }
    }

    /// Returns its word: "conflict", "only in some".
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyIn => "only in some",
            other => wording::relation(other.relation()),
        }
    }

    fn relation(self) -> Relation {
        match self {
            Self::Conflict => Relation::Conflict,
            Self::Differs | Self::OnlyIn => Relation::Differs,
            Self::Update => Relation::Update,
            Self::Scope => Relation::Scope,
            Self::Rounding => Relation::Rounding,
            Self::Agrees => Relation::Agrees,
        }
    }
}

/// Returns the heading of a kind of finding: "Figures".
pub fn kind_heading(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Figure => "Figures",
        FindingKind::Date => "Dates and times",
        FindingKind::Quote => "Quotations",
        FindingKind::Name => "Names",
        FindingKind::Negation => "Denied or changed state",
        FindingKind::Hedge => "Hedges",
        FindingKind::Attribution => "Who says it",
        FindingKind::Own => "Your own",
        FindingKind::OnlyIn => "Only in some",
    }
}

/// Returns the letter of the article at `article`: A to Z, then AA, AB and so on.
///
/// ```
/// use crosscheck::wording::look::letter;
/// assert_eq!((letter(0), letter(25), letter(26)), ("A".to_owned(), "Z".to_owned(), "AA".to_owned()));
/// ```
pub fn letter(article: usize) -> String {
    let last = char::from(b'A' + u8::try_from(article % 26).unwrap_or(0));
    match (article / 26).checked_sub(1) {
        Some(rest) => format!("{}{last}", letter(rest)),
        None => last.to_string(),
    }
}

/// Returns letters in a row: "A, C and D".
pub fn letters(articles: &[usize]) -> String {
    match articles {
        [] => String::new(),
        [one] => letter(*one),
        [most @ .., last] => {
            let most: Vec<String> = most.iter().map(|&article| letter(article)).collect();
            format!("{} and {}", most.join(", "), letter(*last))
        }
    }
}

/// Returns the name of the handle between two columns.
pub fn resize_text(left: usize, right: usize) -> String {
    format!("Width of columns {} and {}", letter(left), letter(right))
}
