//! Which figures of two articles count, measure or date the same thing, as many stories teach.
//!
//! Comes in: the story and its linked claims. Goes out: for every two articles pairs in which each figure stands at most once, with
//! how likely the two give one quantity. A judge of boosted trees looks at the [measures](MEASURES) of a pair: the words around both figures, whose
//! and what they count, where they stand, how near their values lie. It was fitted by `benches/facts/fit.py` to stories whose facts were
//! annotated, which also prints how well it does on stories it had not seen.
//!
//! In a story of few figures every two that can be compared are looked at, linked or not; in a larger one those of linked claims.
//! Time: linear in the pairs looked at, about 15 µs each.

mod alone;
mod around;
mod comparable;
mod measures;
mod nearness;

use std::sync::{LazyLock, OnceLock};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::{self, Pair};
use super::values::Match;
use super::words::Story;
use crate::alignment::{Certainty, ClaimId, Link};
use crate::analysis::Analysis;
use crate::model::forest::Forest;
use crate::text::Span;
use around::Around;
use comparable::comparable;
pub use measures::{MEASURES, N_MEASURES};

/// Pairs less likely than this are left alone: fewer than 1 in 20 of them is one fact.
const LEAST: f64 = 0.05;
/// In a story of more pairs of figures than this only those of linked claims are looked at: 100,000 take a second and a half.
const MOST_PAIRS: usize = 100_000;

/// How likely two figures are one fact whose sentences are copies but for them: news stories have too few such pairs to teach it (two of
/// two on 92 stories), but to set the published copy beside the wire's is what an editor compares for.
const COPY: f64 = 0.80;
/// An equal value this likely is the same fact once more: of such pairs on stories left out, four in five are.
const REPEATED: f64 = 0.5;

static SHIPPED: LazyLock<Forest<N_MEASURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../../assets/model/same_fact.tsv")));
static INSTEAD: OnceLock<Forest<N_MEASURES>> = OnceLock::new();

/// Judges with `table` instead of the trees that are shipped, from now on: to measure stories with trees that have not seen them.
/// Without effect once a story was judged so.
pub fn judge_with(table: &str) {
    let _ = INSTEAD.set(Forest::parse(table));
}

fn judge() -> &'static Forest<N_MEASURES> {
    INSTEAD.get().unwrap_or(&SHIPPED)
}

/// Pairs the figures of every two articles, each figure at most once with each article, the likeliest first.
pub(super) fn pairs(story: &Story, links: &[Link]) -> Vec<Pair> {
    let all = around::read(story);
    let alone = alone::alone(story, &all);
    let by_claims: FxHashMap<(ClaimId, ClaimId), &Link> = links.iter().map(|link| ((link.a, link.b), link)).collect();
    let places: Vec<(usize, usize)> = candidates(&all, &by_claims);
    let scored = places.into_par_iter().filter_map(|(i, j)| {
        let (x, y) = (&all[i], &all[j]);
        let unlinked = Link { a: x.claim, b: y.claim, score: 0.0, certainty: Certainty::Low, shared: Vec::new() };
        let link = by_claims.get(&(x.claim, y.claim)).copied().unwrap_or(&unlinked);
        let mut pair = pairs::candidate(story, link, (x.idx, x.figure), (y.idx, y.figure))?;
        let measured = measures::measure(story, (x, &alone[i]), (y, &alone[j]));
        pair.strength = judge().score(&measured, LEAST);
        if measures::is_copy(&measured) {
            pair.strength = pair.strength.max(COPY);
        }
        (pair.strength >= LEAST).then_some(pair)
    });
    assign(scored.collect())
}

/// Which figures to look at together, as indices of `all`, the earlier first.
fn candidates(all: &[Around], links: &FxHashMap<(ClaimId, ClaimId), &Link>) -> Vec<(usize, usize)> {
    let are_few = all.len().saturating_mul(all.len()) / 2 <= MOST_PAIRS;
    let is_wanted = |(i, j): &(usize, usize)| {
        let (x, y) = (&all[*i], &all[*j]);
        x.claim.article != y.claim.article && comparable(x.figure, y.figure)
    };
    if are_few {
        return (0..all.len()).flat_map(|i| (i + 1..all.len()).map(move |j| (i, j))).filter(is_wanted).collect();
    }
    let mut of_claim: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
    for (idx, one) in all.iter().enumerate() {
        of_claim.entry(one.claim).or_default().push(idx);
    }
    let none = Vec::new();
    let figures = |claim: ClaimId| of_claim.get(&claim).unwrap_or(&none).iter().copied();
    let mut claims: Vec<(ClaimId, ClaimId)> = links.keys().copied().collect();
    claims.sort_unstable();
    let pairs = claims.into_iter().flat_map(|(a, b)| figures(a).flat_map(move |i| figures(b).map(move |j| (i, j))));
    pairs.filter(is_wanted).collect()
}

/// Of the pairs of two articles, takes the likeliest first, so that each figure stands for at most one of the other article, or for all
/// that repeat its value. A figure that has its equal there is not free to differ from another.
fn assign(mut scored: Vec<Pair>) -> Vec<Pair> {
    scored.sort_by(|p, q| q.strength.total_cmp(&p.strength).then_with(|| (p.a, p.b).cmp(&(q.a, q.b))));
    let mut taken: FxHashSet<(pairs::Place, usize)> = FxHashSet::default();
    scored.retain(|pair| {
        let seats = [(pair.a, pair.b.0.article), (pair.b, pair.a.0.article)];
        let is_repeat = pair.matches == Match::Same && pair.strength >= REPEATED;
        let is_free = is_repeat || !seats.iter().any(|seat| taken.contains(seat));
        if is_free {
            taken.extend(seats);
        }
        is_free
    });
    scored.sort_by_key(|pair| (pair.a.0, pair.b.0, pair.a.1, pair.b.1));
    scored
}

/// A pair of figures as it was measured, for fitting the judge.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The claims and where in the articles the figures stand.
    pub places: [(ClaimId, Span); 2],
    /// The measures, in the order of [`MEASURES`].
    pub measures: [f32; N_MEASURES],
}

/// Every two figures of `articles` that can be compared, within an article too, with what is measured of them.
pub fn measure_all(articles: &[Analysis]) -> Vec<Measured> {
    let canonical = super::canonical::order(articles);
    let story = Story::read(canonical.articles(articles));
    let all = around::read(&story);
    let alone = alone::alone(&story, &all);
    let wanted: Vec<(usize, usize)> = (0..all.len())
        .flat_map(|i| (i + 1..all.len()).map(move |j| (i, j)))
        .filter(|&(i, j)| comparable(all[i].figure, all[j].figure))
        .collect();
    let place = |one: &Around| (canonical.given(one.claim), one.figure.span);
    wanted
        .into_par_iter()
        .map(|(i, j)| Measured {
            places: [place(&all[i]), place(&all[j])],
            measures: measures::measure(&story, (&all[i], &alone[i]), (&all[j], &alone[j])),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let n_trees = Forest::<N_MEASURES>::check(include_str!("../../../assets/model/same_fact.tsv"));
        assert!(n_trees.expect("it can be read") > 50);
    }
}
