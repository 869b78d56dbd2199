//! What is selected: a finding, or a claim; and how that survives a new comparison, in which every index may be
//! another.

use super::{Selection, State};
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_span, claim_words, finding_at};
use crate::findings::{FindingIndex, FindingKind};
use crate::gui::reading::scene::Picked;
use crate::gui::state::slots::SlotId;
use crate::text::Span;
use crate::view::status::{self, Status};
use crate::view::{places, word_diff};

impl State {
    /// Selects the finding at `finding`; where it is a weaker hint their fold opens.
    pub(super) fn select(&mut self, finding: FindingIndex) {
        let Some(comparison) = &self.comparison else { return };
        if finding_at(comparison, finding).is_none() {
            return;
        }
        self.picked = picked_finding(comparison, finding);
        let is_hint = status::shown(comparison, &self.standing, finding).is_some_and(|(one, _)| one == Status::Hint);
        if is_hint && !self.filter.hints {
            self.filter.hints = true;
            self.refresh();
        }
        self.history.visit_some(self.selection());
    }

    /// Selects `claim`.
    pub(super) fn select_claim(&mut self, claim: ClaimId) {
        let Some(comparison) = &self.comparison else { return };
        self.picked = picked_claim(comparison, claim);
        self.history.visit_some(self.selection());
    }

    /// Returns what is selected now, named so that it can be found again.
    pub(super) fn selection(&self) -> Option<Selection> {
        let comparison = self.comparison.as_deref()?;
        let slot = |article: usize| self.compared.get(article).copied();
        if let Some(finding) = self.picked.finding {
            let finding = finding_at(comparison, finding)?;
            let places = finding.mentions.iter().filter_map(|m| Some((slot(m.claim.article)?, m.span))).collect();
            return Some(Selection::Finding(finding.kind, places));
        }
        let claim = self.picked.claim?;
        Some(Selection::Claim(slot(claim.article)?, claim_span(comparison, claim)?))
    }

    /// Selects what `selection` stood for, as far as it is there; whether it is.
    pub(super) fn revisit(&mut self, selection: &Selection) -> bool {
        let Some(comparison) = &self.comparison else { return false };
        let picked = match selection {
            Selection::Finding(kind, places) => {
                self.finding_of(*kind, places).map(|finding| picked_finding(comparison, finding))
            }
            Selection::Claim(slot, span) => self.claim_of(*slot, *span).map(|claim| picked_claim(comparison, claim)),
        };
        let is_found = picked.is_some();
        self.picked = picked.unwrap_or_default();
        is_found
    }

    /// The finding of `kind` that speaks of most of the words at `places`.
    fn finding_of(&self, kind: FindingKind, places: &[(SlotId, Span)]) -> Option<FindingIndex> {
        let comparison = self.comparison.as_deref()?;
        let all = comparison.findings.indexed();
        let shared = |finding: &crate::findings::Finding| {
            let here =
                |article: usize, span| self.compared.get(article).is_some_and(|&slot| places.contains(&(slot, span)));
            finding.mentions.iter().filter(|mention| here(mention.claim.article, mention.span)).count()
        };
        all.filter(|(_, finding)| finding.kind == kind)
            .map(|(idx, finding)| (shared(finding), idx))
            .filter(|(n_shared, _)| *n_shared > 0)
            .max_by_key(|&(n_shared, idx)| (n_shared, std::cmp::Reverse(idx)))
            .map(|(_, idx)| idx)
    }

    fn claim_of(&self, slot: SlotId, span: Span) -> Option<ClaimId> {
        let article = self.compared.iter().position(|&known| known == slot)?;
        let claims = &self.comparison.as_deref()?.articles.get(article)?.claims;
        Some(ClaimId::at(article, claims.iter().position(|claim| claim.span == span)?))
    }
}

fn picked_finding(comparison: &Comparison, finding: FindingIndex) -> Picked {
    let places = places::of_finding(comparison, finding);
    let claim = places.iter().find_map(|place| place.claims.first().copied());
    let differing = differing(comparison, claim, &places);
    Picked { finding: Some(finding), claim, places, differing }
}

fn picked_claim(comparison: &Comparison, claim: ClaimId) -> Picked {
    let places = places::of_claim(comparison, claim);
    let differing = differing(comparison, Some(claim), &places);
    Picked { finding: None, claim: Some(claim), places, differing }
}

/// For each article the words of its selected claims that the other side lacks: `claim` is held against the first
/// counterpart, each counterpart against `claim`.
fn differing(comparison: &Comparison, claim: Option<ClaimId>, places: &[places::Place]) -> Vec<Vec<Span>> {
    let mut differing = vec![Vec::new(); comparison.articles.len()];
    let printed = |claim: ClaimId| claim_span(comparison, claim).zip(claim_words(comparison, claim));
    let Some(claim) = claim else { return differing };
    let Some((own_span, own)) = printed(claim) else { return differing };
    let others = places.iter().flat_map(|place| &place.claims).filter(|other| other.article != claim.article);
    for (nth, &other) in others.enumerate() {
        let Some((span, words)) = printed(other) else { continue };
        let (only_own, only_other) = word_diff::word_diff(own, words);
        if nth == 0 {
            differing[claim.article].extend(only_own.into_iter().map(|inner| inner.shift(own_span.start)));
        }
        differing[other.article].extend(only_other.into_iter().map(|inner| inner.shift(span.start)));
    }
    differing
}
