//! A difference, or an agreement, between two places: what every kind of finding hands to
//! [`crate::findings::grouping::group`].

use crate::alignment::{Certainty, ClaimId};
use crate::figures::Quantity;
use crate::findings::{Condition, FindingKind, Reason, Relation};
use crate::text::Span;

/// A place in an article.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// The claim it is in.
    pub(super) claim: ClaimId,
    /// The words.
    pub(super) span: Span,
    /// Their value, for figures and dates.
    pub(super) quantity: Option<Quantity>,
    /// What is compared, where that is no quantity: a name in lower case, the words of a quotation.
    pub(super) key: String,
}

/// Two places that differ or agree.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Difference {
    /// What differs.
    pub(super) kind: FindingKind,
    /// What kind of difference it is.
    pub(super) relation: Relation,
    /// How sure that is.
    pub(super) certainty: Certainty,
    /// What is counted or spoken of.
    pub(super) what: String,
    /// Whether that names what is counted, and not only the words around.
    pub(super) is_noun: bool,
    /// The places, the one in the earlier article first.
    pub(super) places: [Place; 2],
    /// The conditions that led to the relation.
    pub(super) why: Vec<Reason>,
    /// How surely the two places belong together, 0 to 1: the stronger are grouped first.
    pub(super) strength: f64,
}

impl Difference {
    /// Returns whether both places touch the places of `other`.
    pub(super) fn lies_in(&self, other: &Self) -> bool {
        let touches = |mine: &Place, theirs: &Place| mine.claim == theirs.claim && mine.span.overlaps(theirs.span);
        (touches(&self.places[0], &other.places[0]) && touches(&self.places[1], &other.places[1]))
            || (touches(&self.places[0], &other.places[1]) && touches(&self.places[1], &other.places[0]))
    }
}

/// Returns a condition that was met.
pub(super) fn met(condition: Condition) -> Reason {
    Reason { condition, is_met: true }
}

/// Returns a condition that was looked at, with the outcome.
pub(super) fn reason(condition: Condition, is_met: bool) -> Reason {
    Reason { condition, is_met }
}
