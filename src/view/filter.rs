//! Which findings are shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::Comparison;
use crate::findings::{Finding, FindingKind};
use crate::review::Standing;
use crate::view::finding_at;
use crate::view::look::Look;

/// What the reader asked to see; the default shows every difference and no agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only these looks; empty for all.
    pub looks: BTreeSet<Look>,
    /// Only these kinds; empty for all.
    pub kinds: BTreeSet<FindingKind>,
    /// Only findings that this article has a part in.
    pub article: Option<usize>,
    /// Only findings whose subject or words hold this, in any case.
    pub text: String,
    /// Agreements too.
    pub agreements: bool,
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
    /// Whether nothing is left out but agreements.
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

    /// Whether `finding` is shown; `is_decided` is whether a person gave a verdict on it.
    pub fn admits(&self, comparison: &Comparison, finding: &Finding, is_decided: bool) -> bool {
        let look = Look::of(finding);
        let look_fits = match self.looks.is_empty() {
            true => self.agreements || look != Look::Agrees,
            false => self.looks.contains(&look),
        };
        let decision_fits = match self.decided {
            Decided::All => true,
            Decided::Decided => is_decided,
            Decided::Undecided => !is_decided,
        };
        look_fits
            && decision_fits
            && (self.kinds.is_empty() || self.kinds.contains(&finding.kind))
            && self.article.is_none_or(|article| finding.mentions.iter().any(|m| m.claim.article == article))
            && self.text_fits(comparison, finding)
    }

    fn text_fits(&self, comparison: &Comparison, finding: &Finding) -> bool {
        let wanted = self.text.trim().to_lowercase();
        wanted.is_empty()
            || finding.what.to_lowercase().contains(&wanted)
            || finding.id.to_lowercase() == wanted
            || finding.mentions.iter().any(|mention| {
                comparison.articles.get(mention.claim.article).is_some_and(|article| {
                    article
                        .claims
                        .get(mention.claim.claim)
                        .is_some_and(|claim| article.words(claim.span).to_lowercase().contains(&wanted))
                })
            })
    }
}

/// The kinds of findings that there are, with how many there are of each.
pub fn kinds(comparison: &Comparison) -> Vec<(FindingKind, usize)> {
    let mut counts: BTreeMap<FindingKind, usize> = BTreeMap::new();
    for finding in &comparison.findings.findings {
        *counts.entry(finding.kind).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// The indices of the findings that `filter` lets through, differences first, then agreements, each in their order.
pub fn admitted(comparison: &Comparison, standing: &Standing, filter: &Filter) -> Vec<usize> {
    let n_all = comparison.findings.findings.len() + comparison.findings.agreements.len();
    (0..n_all)
        .filter(|&idx| {
            let is_decided = standing.verdict(idx).is_some();
            finding_at(comparison, idx).is_some_and(|finding| filter.admits(comparison, finding, is_decided))
        })
        .collect()
}

/// How many findings of each look `filter` would let through if it named no look, in the order of [`Look::ALL`].
pub fn fitting(comparison: &Comparison, standing: &Standing, filter: &Filter) -> [usize; Look::ALL.len()] {
    let any_look = Filter { looks: BTreeSet::new(), agreements: true, ..filter.clone() };
    let mut counts = [0; Look::ALL.len()];
    for finding in admitted(comparison, standing, &any_look).into_iter().filter_map(|idx| finding_at(comparison, idx)) {
        counts[Look::of(finding) as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Verdict;
    use crate::view::toy;

    #[test]
    fn the_open_filter_shows_differences_and_no_agreements() {
        let comparison = toy::comparison();
        let shown = |filter: Filter| admitted(&comparison, &Standing::default(), &filter);
        assert_eq!(shown(Filter::default()), [0, 1]);
        assert_eq!(shown(Filter { agreements: true, ..Filter::default() }), [0, 1, 2]);
    }

    #[test]
    fn what_fits_is_counted_whatever_looks_are_named() {
        let comparison = toy::comparison();
        let counts = |filter: Filter| fitting(&comparison, &Standing::default(), &filter);
        assert_eq!(counts(Filter { looks: [Look::OnlyIn].into(), ..Filter::default() }), [1, 0, 0, 0, 0, 1, 1]);
        assert_eq!(counts(Filter { text: "inquiry".to_owned(), ..Filter::default() }), [0, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn looks_kinds_articles_and_text_narrow() {
        let comparison = toy::comparison();
        let shown = |filter: Filter| admitted(&comparison, &Standing::default(), &filter);
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
    fn what_is_decided_can_be_left_out() {
        let comparison = toy::comparison();
        let standing = toy::decided(&comparison, 0, Verdict::Scope);
        let shown = |decided| admitted(&comparison, &standing, &Filter { decided, ..Filter::default() });
        assert_eq!(shown(Decided::Decided), [0]);
        assert_eq!(shown(Decided::Undecided), [1]);
        assert!(!Filter { decided: Decided::Undecided, ..Filter::default() }.is_open());
    }
}
