//! Where a finding is shown: among the differences, among those a person confirmed or dismissed, or folded away as a
//! weaker hint.
//!
//! The machine's word and the person's are kept apart: [`Look::of`] is the machine's, [`shown_look`] the one that a
//! finding is listed, counted and drawn under once a person has decided.

use crate::alignment::Certainty;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::{Finding, FindingIndex, Relation};
use crate::review::{Standing, Verdict};
use crate::wording::look::Look;
use crate::wording::review_words;

/// Where a finding is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// A person said what kind of difference it is.
    Confirmed,
    /// Nobody has decided about it.
    Open,
    /// A person said that it is not the same thing: it counts as no difference any more.
    Dismissed,
    /// The machine is not sure of it and nobody has decided: it is folded away and counts as no difference.
    Hint,
}

impl Status {
    /// Returns the status of `finding`, about which a person said `verdict`.
    pub fn of(finding: &Finding, verdict: Option<Verdict>) -> Self {
        match verdict {
            Some(Verdict::Unrelated) => Self::Dismissed,
            Some(_) => Self::Confirmed,
            None if finding.relation != Relation::Agrees && finding.certainty == Certainty::Low => Self::Hint,
            None => Self::Open,
        }
    }

    /// Returns whether it counts among the differences.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Confirmed | Self::Open)
    }
}

/// Returns the look of `finding` once a person has said `verdict`: the person's word, else the machine's.
pub fn shown_look(finding: &Finding, verdict: Option<Verdict>) -> Look {
    verdict.and_then(review_words::look).unwrap_or_else(|| Look::of(finding))
}

/// Returns the status and the shown look of the finding at `idx`.
pub fn shown(comparison: &Comparison, standing: &Standing, idx: FindingIndex) -> Option<(Status, Look)> {
    let finding = finding_at(comparison, idx)?;
    let verdict = standing.verdict(idx);
    Some((Status::of(finding, verdict), shown_look(finding, verdict)))
}

/// Returns how many of the differences are weaker hints.
pub fn n_hints(comparison: &Comparison, standing: &Standing) -> usize {
    let differences = comparison.findings.indexed_differences();
    differences.filter(|(idx, finding)| Status::of(finding, standing.verdict(*idx)) == Status::Hint).count()
}

/// Returns whether any difference counts: one that is no weaker hint and was not dismissed.
pub fn is_flagged(comparison: &Comparison, standing: &Standing) -> bool {
    let mut differences = comparison.findings.indexed_differences();
    differences.any(|(idx, finding)| Status::of(finding, standing.verdict(idx)).is_counted())
}

/// Returns whether any finding counts as a conflict: the program's that nobody decided otherwise, or a person's.
pub fn has_conflict(comparison: &Comparison, standing: &Standing) -> bool {
    let mut all = comparison.findings.indexed().filter_map(|(idx, _)| shown(comparison, standing, idx));
    all.any(|(status, look)| status.is_counted() && look == Look::Conflict)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn a_decision_takes_a_finding_out_of_the_fold() {
        let mut comparison = fixture::comparison();
        comparison.findings.findings[0].certainty = Certainty::Low;
        let nothing = Standing::default();
        assert_eq!(
            shown(&comparison, &nothing, FindingIndex(0)),
            Some((Status::Hint, Look::Differs)),
            "never called a conflict"
        );
        assert_eq!(n_hints(&comparison, &nothing), 1);
        let check = |verdict, expected| {
            assert_eq!(shown(&comparison, &fixture::decided(&comparison, 0, verdict), FindingIndex(0)), Some(expected));
        };
        check(Verdict::Conflict, (Status::Confirmed, Look::Conflict));
        check(Verdict::Scope, (Status::Confirmed, Look::Scope));
        check(Verdict::Unrelated, (Status::Dismissed, Look::Differs));
    }

    #[test]
    fn an_agreement_is_no_hint() {
        let mut comparison = fixture::comparison();
        comparison.findings.agreements[0].certainty = Certainty::Low;
        assert_eq!(shown(&comparison, &Standing::default(), FindingIndex(2)), Some((Status::Open, Look::Agrees)));
    }
}
