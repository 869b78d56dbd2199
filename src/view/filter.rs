//! Which findings are shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::Comparison;
use crate::findings::{Finding, FindingIndex, FindingKind};
use crate::review::{Decision, Standing, Verdict};
use crate::view::status::{Status, shown, shown_look};
use crate::wording::look::Look;

/// What the reader asked to see; the default shows every difference and no agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only these looks; empty for all. What a person dismissed has none.
    pub looks: BTreeSet<Look>,
    /// Only these kinds; empty for all.
    pub kinds: BTreeSet<FindingKind>,
    /// Only findings that this article has a part in.
    pub article: Option<usize>,
    /// Only findings whose subject, words or note hold this, in any case.
    pub text: String,
    /// Agreements too.
    pub agreements: bool,
    /// Weaker hints too: whether their fold is open.
    pub hints: bool,
    /// Only what is decided, or only what is not.
    pub decided: Decided,
}

/// Which findings are shown by what a person decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Decided {
    /// All.
    #[default]
    All,
    /// Only those with a verdict.
    Decided,
    /// Only those without.
    Undecided,
}

impl Filter {
    /// Returns whether nothing is left out but agreements.
    pub fn is_open(&self) -> bool {
        self.looks.is_empty()
            && self.kinds.is_empty()
            && self.article.is_none()
            && self.text.trim().is_empty()
            && self.decided == Decided::All
    }

    /// Takes `look` in, or out where it was in.
    pub fn toggle_look(&mut self, look: Look) {
        if !self.looks.remove(&look) {
            self.looks.insert(look);
        }
    }

    /// Takes `kind` in, or out where it was in.
    pub fn toggle_kind(&mut self, kind: FindingKind) {
        if !self.kinds.remove(&kind) {
            self.kinds.insert(kind);
        }
    }

    /// Returns whether `finding`, about which a person said `decision`, is shown.
    pub fn admits(&self, comparison: &Comparison, finding: &Finding, decision: Option<&Decision>) -> bool {
        let verdict = decision.and_then(|decision| decision.verdict);
        let is_folded = Status::of(finding, verdict) == Status::Hint && !self.hints;
        !is_folded && self.fits(comparison, finding, decision)
    }

    /// The same, were the fold of weaker hints open.
    fn fits(&self, comparison: &Comparison, finding: &Finding, decision: Option<&Decision>) -> bool {
        let verdict = decision.and_then(|decision| decision.verdict);
        let look = shown_look(finding, verdict);
        let look_fits = match self.looks.is_empty() {
            true => self.agreements || look != Look::Agrees,
            false => self.looks.contains(&look) && verdict != Some(Verdict::Unrelated),
        };
        let is_decided = verdict.is_some();
        let decision_fits = match self.decided {
            Decided::All => true,
            Decided::Decided => is_decided,
            Decided::Undecided => !is_decided,
        };
        look_fits
            && decision_fits
            && (self.kinds.is_empty() || self.kinds.contains(&finding.kind))
            && self.article.is_none_or(|article| finding.mentions.iter().any(|m| m.claim.article == article))
            && self.text_fits(comparison, finding, decision)
    }

    fn text_fits(&self, comparison: &Comparison, finding: &Finding, decision: Option<&Decision>) -> bool {
        let wanted = self.text.trim().to_lowercase();
        wanted.is_empty()
            || finding.what.to_lowercase().contains(&wanted)
            || finding.id.to_lowercase() == wanted
            || decision.is_some_and(|decision| decision.note.to_lowercase().contains(&wanted))
            || finding.mentions.iter().any(|mention| {
                comparison.articles.get(mention.claim.article).is_some_and(|article| {
                    article
                        .claims
                        .get(mention.claim.claim.0)
                        .is_some_and(|claim| article.words(claim.span).to_lowercase().contains(&wanted))
                })
            })
    }
}

/// Returns the kinds of findings that there are, with how many there are of each; weaker hints are counted only where
/// `has_hints`.
pub fn kinds(comparison: &Comparison, standing: &Standing, has_hints: bool) -> Vec<(FindingKind, usize)> {
    let mut counts: BTreeMap<FindingKind, usize> = BTreeMap::new();
    for (idx, finding) in comparison.findings.indexed_differences() {
        if has_hints || Status::of(finding, standing.verdict(idx)) != Status::Hint {
            *counts.entry(finding.kind).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// Returns the indices of the findings that `filter` lets through, differences first, then agreements, each in their
/// order.
pub fn admitted(comparison: &Comparison, standing: &Standing, filter: &Filter) -> Vec<FindingIndex> {
    let all = comparison.findings.indexed();
    all.filter(|&(idx, finding)| filter.admits(comparison, finding, standing.decision(idx)))
        .map(|(idx, _)| idx)
        .collect()
}

/// Returns how many weaker hints `filter` lets through once their fold is open.
pub fn n_fitting_hints(comparison: &Comparison, standing: &Standing, filter: &Filter) -> usize {
    let differences = comparison.findings.indexed_differences();
    let is_fitting = |(idx, finding): &(FindingIndex, &Finding)| {
        let verdict = standing.verdict(*idx);
        Status::of(finding, verdict) == Status::Hint && filter.fits(comparison, finding, standing.decision(*idx))
    };
    differences.filter(is_fitting).count()
}

/// Returns how many differences and agreements of each look `filter` would let through if it named no look, in the
/// order of [`Look::ALL`]; neither weaker hints nor what a person dismissed.
pub fn fitting(comparison: &Comparison, standing: &Standing, filter: &Filter) -> [usize; Look::ALL.len()] {
    let any_look = Filter { looks: BTreeSet::new(), agreements: true, hints: false, ..filter.clone() };
    let mut counts = [0; Look::ALL.len()];
    for idx in admitted(comparison, standing, &any_look) {
        if let Some((status, look)) = shown(comparison, standing, idx)
            && status.is_counted()
        {
            counts[look as usize] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    fn numbers(findings: &[FindingIndex]) -> Vec<usize> {
        findings.iter().map(|finding| finding.0).collect()
    }

    #[test]
    fn the_open_filter_shows_differences_and_no_agreements() {
        let comparison = fixture::comparison();
        let shown = |filter: Filter| numbers(&admitted(&comparison, &Standing::default(), &filter));
        assert_eq!(shown(Filter::default()), [0, 1]);
        assert_eq!(shown(Filter { agreements: true, ..Filter::default() }), [0, 1, 2]);
    }

    #[test]
    fn what_fits_is_counted_whatever_looks_are_named() {
        let comparison = fixture::comparison();
        let counts = |filter: Filter| fitting(&comparison, &Standing::default(), &filter);
        assert_eq!(counts(Filter { looks: [Look::OnlyIn].into(), ..Filter::default() }), [1, 0, 0, 0, 0, 1, 1]);
        assert_eq!(counts(Filter { text: "inquiry".to_owned(), ..Filter::default() }), [0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn looks_kinds_articles_and_text_narrow() {
        let comparison = fixture::comparison();
        let shown = |filter: Filter| numbers(&admitted(&comparison, &Standing::default(), &filter));
        assert_eq!(shown(Filter { looks: [Look::Conflict].into(), ..Filter::default() }), [0]);
        assert_eq!(shown(Filter { looks: [Look::Agrees].into(), ..Filter::default() }), [2]);
        assert_eq!(shown(Filter { kinds: [FindingKind::OnlyIn].into(), ..Filter::default() }), [1]);
        assert_eq!(shown(Filter { article: Some(0), ..Filter::default() }), [0]);
        assert_eq!(shown(Filter { text: "SMUGGLERS".to_owned(), ..Filter::default() }), [0]);
        assert!(shown(Filter { text: "zebra".to_owned(), ..Filter::default() }).is_empty());
        let only_conflicts = Filter { looks: [Look::Conflict].into(), agreements: true, ..Filter::default() };
        assert_eq!(shown(only_conflicts), [0], "a named look narrows agreements too");
    }

    #[test]
    fn weaker_hints_are_folded_away() {
        let mut comparison = fixture::comparison();
        comparison.findings.findings[1].certainty = crate::alignment::Certainty::Low;
        let nothing = Standing::default();
        let shown = |hints| numbers(&admitted(&comparison, &nothing, &Filter { hints, ..Filter::default() }));
        assert_eq!((shown(false), shown(true)), (vec![0], vec![0, 1]));
        assert_eq!(n_fitting_hints(&comparison, &nothing, &Filter::default()), 1);
        assert_eq!(
            n_fitting_hints(&comparison, &nothing, &Filter { text: "smugglers".to_owned(), ..Filter::default() }),
            0
        );
        assert_eq!(fitting(&comparison, &nothing, &Filter { hints: true, ..Filter::default() }), [1, 0, 0, 0, 0, 0, 1]);
        let decided = fixture::decided(&comparison, 1, Verdict::Conflict);
        assert_eq!(
            numbers(&admitted(&comparison, &decided, &Filter::default())),
            [0, 1],
            "a decided one is none any more"
        );
    }

    #[test]
    fn what_is_dismissed_has_no_look() {
        let comparison = fixture::comparison();
        let standing = fixture::decided(&comparison, 0, Verdict::Unrelated);
        let conflicts = Filter { looks: [Look::Conflict].into(), ..Filter::default() };
        assert!(admitted(&comparison, &standing, &conflicts).is_empty());
        assert_eq!(numbers(&admitted(&comparison, &standing, &Filter::default())), [0, 1]);
        assert_eq!(fitting(&comparison, &standing, &Filter::default())[0], 0);
    }

    #[test]
    fn what_is_decided_can_be_left_out() {
        let comparison = fixture::comparison();
        let standing = fixture::decided(&comparison, 0, Verdict::Scope);
        let shown = |decided| numbers(&admitted(&comparison, &standing, &Filter { decided, ..Filter::default() }));
        assert_eq!(shown(Decided::Decided), [0]);
        assert_eq!(shown(Decided::Undecided), [1]);
        assert!(!Filter { decided: Decided::Undecided, ..Filter::default() }.is_open());
    }
}
