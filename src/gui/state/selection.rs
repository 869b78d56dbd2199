//! What is selected: a finding, or a claim; and how that survives a new comparison.

use super::State;
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::findings::FindingKind;
use crate::gui::reading::scene::Picked;
use crate::gui::state::slots::SlotId;
use crate::text::Span;
use crate::view::{finding_at, finding_of_id, places, word_diff};

/// What can be selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The finding with this stable name.
    Finding(String),
    /// A claim.
    Claim(ClaimId),
}

/// A finding as it can be found again in another comparison of the same articles.
pub(super) struct Anchor {
    slot: SlotId,
    span: Span,
    kind: FindingKind,
}

impl State {
    /// Selects the finding at `finding`.
    pub(super) fn select(&mut self, finding: usize) {
        let Some(comparison) = &self.comparison else { return };
        let Some(id) = finding_at(comparison, finding).map(|finding| finding.id.clone()) else { return };
        self.picked = picked_finding(comparison, finding);
        self.history.visit(Selection::Finding(id));
    }

    /// Selects `claim`.
    pub(super) fn select_claim(&mut self, claim: ClaimId) {
        let Some(comparison) = &self.comparison else { return };
        self.picked = picked_claim(comparison, claim);
        self.history.visit(Selection::Claim(claim));
    }

    /// Shows a place that was visited before.
    pub(super) fn revisit(&mut self, selection: &Selection) {
        let Some(comparison) = &self.comparison else { return };
        match selection {
            Selection::Finding(id) => {
                if let Some(finding) = finding_of_id(comparison, id) {
                    self.picked = picked_finding(comparison, finding);
                }
            }
            Selection::Claim(claim) => self.picked = picked_claim(comparison, *claim),
        }
    }

    /// What to look for after a new comparison.
    pub(super) fn anchor(&self) -> Option<Anchor> {
        let finding = finding_at(self.comparison.as_deref()?, self.picked.finding?)?;
        let mention = finding.mentions.first()?;
        let slot = *self.compared.get(mention.claim.article)?;
        Some(Anchor { slot, span: mention.span, kind: finding.kind })
    }

    /// Selects the finding that `anchor` stood for, or nothing.
    pub(super) fn select_again(&mut self, anchor: Option<&Anchor>) {
        self.picked = Picked::default();
        self.history.clear();
        let (Some(anchor), Some(comparison)) = (anchor, &self.comparison) else { return };
        let Some(article) = self.compared.iter().position(|&slot| slot == anchor.slot) else { return };
        let all = comparison.findings.findings.iter().chain(&comparison.findings.agreements);
        let found = all.into_iter().position(|finding| {
            let here = |span: Span, in_article: usize| in_article == article && span == anchor.span;
            finding.kind == anchor.kind && finding.mentions.iter().any(|m| here(m.span, m.claim.article))
        });
        if let Some(finding) = found {
            self.select(finding);
        }
    }
}

fn picked_finding(comparison: &Comparison, finding: usize) -> Picked {
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
    let span_of = |claim: ClaimId| Some(comparison.articles.get(claim.article)?.claims.get(claim.claim)?.span);
    let words_of = |claim: ClaimId| Some(comparison.articles.get(claim.article)?.words(span_of(claim)?));
    let Some(claim) = claim else { return differing };
    let Some((own_span, own)) = span_of(claim).zip(words_of(claim)) else { return differing };
    let others = places.iter().flat_map(|place| &place.claims).filter(|other| other.article != claim.article);
    for (nth, &other) in others.enumerate() {
        let Some((span, words)) = span_of(other).zip(words_of(other)) else { continue };
        let (only_own, only_other) = word_diff::word_diff(own, words);
        if nth == 0 {
            differing[claim.article].extend(only_own.into_iter().map(|inner| inner.shift(own_span.start)));
        }
        differing[other.article].extend(only_other.into_iter().map(|inner| inner.shift(span.start)));
    }
    differing
}
