//! What is at a place of a [`Comparison`]: findings by index or id, claims by [`ClaimId`].

use super::Comparison;
use crate::alignment::ClaimId;
use crate::findings::{Finding, FindingIndex};
use crate::text::Span;

/// Returns the finding at `index`; `None` if there are not that many.
pub fn finding_at(comparison: &Comparison, index: FindingIndex) -> Option<&Finding> {
    comparison.findings.get(index)
}

/// Returns the index of the finding whose stable name is `id`.
pub fn finding_of_id(comparison: &Comparison, id: &str) -> Option<FindingIndex> {
    comparison.findings.indexed().find(|(_, finding)| finding.id == id).map(|(index, _)| index)
}

/// Returns where `claim` is in its article; `None` where there is no such claim.
pub(crate) fn claim_span(comparison: &Comparison, claim: ClaimId) -> Option<Span> {
    comparison.articles.get(claim.article)?.claims.get(claim.claim.0).map(|claim| claim.span)
}

/// Returns the words of `claim` as printed; `None` where there is no such claim.
pub(crate) fn claim_words(comparison: &Comparison, claim: ClaimId) -> Option<&str> {
    Some(comparison.articles.get(claim.article)?.words(claim_span(comparison, claim)?))
}
