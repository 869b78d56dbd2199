//! What one article shows alone: where it contradicts itself, its arithmetic, the calendar, or its own correction.

pub(super) mod calendar;
pub(super) mod conversions;
pub(super) mod corrections;
pub(super) mod inside;
pub(super) mod sums;

use super::difference::met;
use super::{Condition, Finding, FindingKind, Mention, Relation};
use crate::alignment::Certainty;

/// Returns the conflict of `mentions`, which all are in one article; `condition` says what does not fit.
fn conflict(certainty: Certainty, what: String, mentions: Vec<Mention>, condition: Condition) -> Finding {
    Finding {
        id: String::new(),
        kind: FindingKind::Figure,
        relation: Relation::Conflict,
        certainty,
        what,
        row: None,
        mentions,
        why: vec![met(Condition::OneArticle), met(condition)],
    }
}
