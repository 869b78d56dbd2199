//! What is at a place of a [`Comparison`]: findings by index or id, claims by [`ClaimId`].

use super::Comparison;
use crate::alignment::ClaimId;
use crate::findings::Finding;
use crate::text::Span;

/// Returns the finding at `idx`: the differences first, then the agreements, each in their order.
pub fn finding_at(comparison: &Comparison, idx: usize) -> Option<&Finding> {
    let findings = &comparison.findings;
    let n_differences = findings.findings.len();
    findings.findings.get(idx).or_else(|| findings.agreements.get(idx.checked_sub(n_differences)?))
}

/// Returns the index of the finding whose stable name is `id`.
pub fn finding_of_id(comparison: &Comparison, id: &str) -> Option<usize> {
    let findings = &comparison.findings;
    findings.findings.iter().chain(&findings.agreements).position(|finding| finding.id == id)
}

/// Returns where `claim` is in its article; `None` where there is no such claim.
pub(crate) fn claim_span(comparison: &Comparison, claim: ClaimId) -> Option<Span> {
    comparison.articles.get(claim.article)?.claims.get(claim.claim).map(|claim| claim.span)
}

/// Returns the words of `claim` as printed; `None` where there is no such claim.
pub(crate) fn claim_words(comparison: &Comparison, claim: ClaimId) -> Option<&str> {
    Some(comparison.articles.get(claim.article)?.words(claim_span(comparison, claim)?))
}
