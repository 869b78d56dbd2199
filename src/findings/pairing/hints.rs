//! Pairs of claims that the alignment did not link but that are alike enough to be asked about.
//!
//! Comes in: the story and its links. Goes out: further [`Link`]s of low certainty: pairs of claims that share some
//! telling words. What the places of two figures or names have in common decides whether anything comes of them. The
//! near misses of the alignment are left alone: how many are kept is the user's option, and findings do not depend on
//! it. Candidates come from an index of rare stems; near linear in the number of claims.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::figures::Kind;
use crate::findings::reading::words::{Stem, Story};

/// Pairs that share this part of their telling words are looked at.
const ALIKE: f64 = 0.12;
/// The same where both hold figures: what stands around the figures decides, and a figure compared in vain costs less
/// than one missed.
const FIGURES_ALIKE: f64 = 0.04;
/// Claims before this one open an article, where outlets tell the same news in their own words.
const HEAD: usize = 2;
/// Such claims are looked at from this part on.
const HEAD_ALIKE: f64 = 0.03;
/// A stem in more claims than this makes no candidates.
const COMMON: usize = 24;
/// A pair found here counts as this part of what it shares: the alignment had reasons not to link it.
const DISCOUNT: f64 = 0.6;

/// `links` and the claims to compare besides.
pub(in crate::findings) fn with_hints(story: &Story, mut links: Vec<Link>) -> Vec<Link> {
    let hints = find(story, &links);
    links.extend(hints);
    links
}

fn find(story: &Story, links: &[Link]) -> Vec<Link> {
    let known: FxHashSet<(ClaimId, ClaimId)> = links.iter().map(|link| (link.a, link.b)).collect();
    let mut hints: BTreeMap<(ClaimId, ClaimId), Link> = BTreeMap::new();
    let mut holders: BTreeMap<Stem, Vec<ClaimId>> = BTreeMap::new();
    for (article, sentences) in story.sentences.iter().enumerate() {
        for (claim, _) in sentences.iter().enumerate() {
            for &stem in story.stems(ClaimId::at(article, claim)) {
                holders.entry(stem).or_default().push(ClaimId::at(article, claim));
            }
        }
    }
    let mut seen: FxHashSet<(ClaimId, ClaimId)> = FxHashSet::default();
    for claims in holders.values().filter(|claims| claims.len() <= COMMON) {
        for (at, &a) in claims.iter().enumerate() {
            for &b in &claims[at + 1..] {
                if a.article == b.article || known.contains(&(a, b)) || !seen.insert((a, b)) {
                    continue;
                }
                let score = story.alike(a, b);
                let is_head = a.claim.0 < HEAD && b.claim.0 < HEAD;
                let have_figures = has_figures(story, a) && has_figures(story, b);
                let least = if is_head {
                    HEAD_ALIKE
                } else if have_figures {
                    FIGURES_ALIKE
                } else {
                    ALIKE
                };
                if score >= least {
                    let link = Link { a, b, score: score * DISCOUNT, certainty: Certainty::Low, shared: Vec::new() };
                    hints.insert((a, b), link);
                }
            }
        }
    }
    hints.into_values().collect()
}

fn has_figures(story: &Story, id: ClaimId) -> bool {
    story.articles[id.article].figures[id.claim].iter().any(|figure| figure.kind != Kind::Label)
}
