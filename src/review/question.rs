//! Which finding asks what a decision answered.
//!
//! A place is found again where its sentence is (see [`ClaimKey`](super::ClaimKey)), at the same words in it. A finding
//! is the one that was decided if it is of the same kind and
//!
//! - of a lone place, it has that place and no other;
//! - of places that give several values, it still sets two of these values against each other: an article more or less
//!   changes nothing about that, but once only one value is left, the question is gone;
//! - of places that agree, it still has two of them, in agreement.
//!
//! No finding takes two decisions and no decision two findings: those that share most places come first, then those
//! that add the fewest and group them alike. What a finding is called plays no part, so that a better title loses no
//! decision. The work is linear in the claims of the articles, and nothing at all without decisions.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::anchor::{Anchor, Place};
use super::key::Finder;
use crate::alignment::ClaimId;
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::findings::{Finding, FindingIndex, Mention};

/// A decision and a finding that it could belong to.
pub(super) struct Match {
    /// Index of the entry.
    pub(super) entry: usize,
    pub(super) finding: FindingIndex,
    /// Places that both have.
    pub(super) n_shared: usize,
    /// Signs against it: places that only the finding has, and values it tells apart that the decision did not, or the
    /// other way round.
    pub(super) n_other: usize,
    /// The articles that only the finding speaks of, rising.
    pub(super) articles_since: Vec<usize>,
}

/// Where the places of a comparison can be looked up.
pub(super) struct Index<'a> {
    comparison: &'a Comparison,
    finder: Finder<'a>,
    /// For each claim of these the findings that speak of it.
    spoken: FxHashMap<ClaimId, Vec<(FindingIndex, &'a Mention)>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(comparison: &'a Comparison, anchors: impl Iterator<Item = &'a Anchor>) -> Self {
        let sentences = anchors.flat_map(|anchor| &anchor.places).map(|place| place.claim.sentence.as_str());
        let finder = Finder::new(&comparison.articles, sentences);
        let mut spoken: FxHashMap<ClaimId, Vec<(FindingIndex, &Mention)>> = FxHashMap::default();
        for (finding, known) in comparison.findings.indexed() {
            for mention in &known.mentions {
                spoken.entry(mention.claim).or_default().push((finding, mention));
            }
        }
        Self { comparison, finder, spoken }
    }

    /// Returns the findings that `anchor`, the one of the entry at `entry`, could mean.
    pub(super) fn matches(&self, entry: usize, anchor: &Anchor) -> Vec<Match> {
        let known_articles: BTreeSet<usize> =
            anchor.places.iter().filter_map(|place| self.finder.article(&place.claim.article)).collect();
        // For each finding, for each of its places that is found again: its group there and in the anchor.
        let mut shared: BTreeMap<FindingIndex, BTreeMap<(ClaimId, usize), Groups>> = BTreeMap::new();
        for place in &anchor.places {
            let Some(claim) = self.finder.claim(&place.claim) else { continue };
            let analysis = &self.comparison.articles[claim.article];
            for (finding, mention) in self.spoken.get(&claim).into_iter().flatten() {
                if is_at(analysis, mention, place) {
                    let groups = Groups { then: place.group, now: mention.group };
                    shared.entry(*finding).or_default().insert((claim, mention.span.start), groups);
                }
            }
        }
        let matches = shared.into_iter().filter_map(|(finding, shared)| {
            let known = self.comparison.findings.get(finding)?;
            let shared: Vec<Groups> = shared.into_values().collect();
            let articles: BTreeSet<usize> = known.mentions.iter().map(|mention| mention.claim.article).collect();
            (known.kind == anchor.kind && is_same_question(anchor, known, &shared)).then(|| Match {
                entry,
                finding,
                n_shared: shared.len(),
                n_other: known.mentions.len().saturating_sub(shared.len()) + n_regrouped(&shared),
                articles_since: articles.difference(&known_articles).copied().collect(),
            })
        });
        matches.collect()
    }
}

/// A place's group when it was decided, and now.
#[derive(Clone, Copy)]
struct Groups {
    then: usize,
    now: usize,
}

/// Whether `finding` asks what `anchor` asked; `shared` are the places that both have.
fn is_same_question(anchor: &Anchor, finding: &Finding, shared: &[Groups]) -> bool {
    if anchor.places.len() == 1 {
        return finding.mentions.len() == 1;
    }
    let pairs = || shared.iter().enumerate().flat_map(|(idx, a)| shared[idx + 1..].iter().map(move |b| (a, b)));
    if anchor.has_values() {
        pairs().any(|(a, b)| a.then != b.then && a.now != b.now)
    } else {
        pairs().any(|(a, b)| a.now == b.now)
    }
}

/// Returns how many groups of places were split or joined since the decision; 0 if the same places are together.
fn n_regrouped(shared: &[Groups]) -> usize {
    let n = |of: fn(&Groups) -> (usize, usize)| shared.iter().map(of).collect::<BTreeSet<_>>().len();
    let (n_pairs, n_then, n_now) = (n(|one| (one.then, one.now)), n(|one| (one.then, 0)), n(|one| (one.now, 0)));
    2 * n_pairs - n_then - n_now
}

fn is_at(analysis: &Analysis, mention: &Mention, place: &Place) -> bool {
    let claim_start = analysis.claims.get(mention.claim.claim.0).map_or(0, |claim| claim.span.start);
    mention.span.start.saturating_sub(claim_start) == place.start && analysis.words(mention.span) == place.words
}
