//! Which figures of two articles count, measure or date the same thing, as many stories teach.
//!
//! Comes in: the story and its linked claims. Goes out: its facts, each with the pairs of its figures and how likely
//! every two give one quantity. A judge of boosted trees looks at the [measures](MEASURES) of a pair: the words around
//! both figures, whose and what they count, where they stand, how near their values lie. It was fitted by
//! `benches/facts/fit.py` to stories whose facts were annotated, which also prints how well it does on stories it had
//! not seen.
//!
//! In a story of few figures every two that can be compared are looked at, linked or not; in a larger one those of
//! linked claims. Time: linear in the pairs looked at, about 15 µs each.

mod alone;
mod around;
mod bearer;
mod cluster;
mod comparable;
mod copy;
mod deed;
mod measures;
mod nearness;
mod overlap;
mod rivals;

use std::sync::{LazyLock, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::analysis::Analysis;
use crate::findings::pairing::pairs::{self, Pair};
use crate::findings::quantity::values::Match;
use crate::findings::reading::words::Story;
use crate::model::forest::Forest;
use crate::text::Span;
use around::Around;
use comparable::comparable;
pub use measures::{MEASURES, N_MEASURES};
use rivals::Rivals;

/// Pairs less likely than this are left alone: fewer than 1 in 20 of them is one fact.
const LEAST: f64 = 0.05;
/// In a story of more pairs of figures than this only those of linked claims are looked at: 100,000 take a second and a
/// half.
const MOST_PAIRS: usize = 100_000;

/// How likely two figures are one fact whose sentences are copies but for them: news stories have too few such pairs to
/// teach it (two of two on 92 stories), but to set the published copy beside the wire's is what an editor compares for.
const COPY: f64 = 0.80;
/// How likely two ages are one fact that stand by one name. Of those whose values differ all are, 5 in 92 stories and
/// 74 in their edited copies; the trees, which have so few to learn from, give most of them less than 1 in 10.
const ONE_PERSON: f64 = 0.80;
static SHIPPED: LazyLock<Forest<N_MEASURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../../assets/model/same_fact.tsv")));
static INSTEAD: OnceLock<Forest<N_MEASURES>> = OnceLock::new();

/// Judges with `table` instead of the trees that are shipped, from now on: to measure stories with trees that have not
/// seen them. Without effect once a story was judged so.
pub fn judge_with(table: &str) {
    let _ = INSTEAD.set(Forest::parse(table));
}

fn judge() -> &'static Forest<N_MEASURES> {
    INSTEAD.get().unwrap_or(&SHIPPED)
}

/// The facts of a story: for each the pairs of its figures, of two articles or of one, in reading order.
pub(super) fn facts(story: &Story, links: &[Link]) -> Vec<Vec<Pair>> {
    let all = around::read(story);
    let alone = alone::alone(story, &all);
    let by_claims: FxHashMap<(ClaimId, ClaimId), &Link> = links.iter().map(|link| ((link.a, link.b), link)).collect();
    let copied: FxHashMap<(ClaimId, ClaimId), Vec<(usize, usize)>> = links
        .par_iter()
        .filter(|link| story.alike(link.a, link.b) >= copy::TELLING)
        .filter_map(|link| Some(((link.a, link.b), copy::places(story.sentence(link.a), story.sentence(link.b))?)))
        .collect();
    let wanted = candidates(&all, &by_claims);
    let rivals = Rivals::read(&all, &wanted);
    let score = |&(i, j): &(usize, usize)| {
        let (x, y) = (&all[i], &all[j]);
        let unlinked = Link { a: x.claim, b: y.claim, score: 0.0, certainty: Certainty::Low, shared: Vec::new() };
        let link = by_claims.get(&(x.claim, y.claim)).copied().unwrap_or(&unlinked);
        let mut pair = pairs::candidate(story, link, (x.idx, x.figure), (y.idx, y.figure))?;
        let measured = measures::measure(story, (x, &alone[i]), (y, &alone[j]), &rivals.margins(&all, (i, j)));
        pair.strength = judge().score(&measured, LEAST);
        if let (Some(p), Some(q)) = (alone[i].bearer, alone[j].bearer)
            && p == q
        {
            pair.strength = pair.strength.max(ONE_PERSON);
        }
        match copied.get(&(x.claim, y.claim)) {
            Some(places) if places.contains(&(x.idx, y.idx)) => {
                (pair.is_copy, pair.strength) = (true, pair.strength.max(COPY));
            }
            // What stands in the place of another figure does not stand for this one.
            Some(places) if places.iter().any(|&(i, j)| i == x.idx || j == y.idx) => return None,
            _ => {}
        }
        (pair.strength >= LEAST).then_some(((i, j), pair))
    };
    let mut scored: Vec<Scored> = wanted.par_iter().filter_map(score).collect();
    scored.par_extend(repeats(&all, &scored).par_iter().filter_map(score));
    let seats: Vec<cluster::Seat> = all.iter().map(|one| (one.claim.article, one.claim.claim.0)).collect();
    let edges: Vec<cluster::Edge> = scored
        .iter()
        .map(|((a, b), pair)| {
            let is_equal = matches!(pair.matches, Match::Same | Match::Rounded | Match::Admits | Match::Stretched);
            cluster::Edge { a: *a, b: *b, probability: pair.strength, is_equal }
        })
        .collect();
    let clusters = cluster::clusters(&seats, &edges);
    let mut cluster_of: Vec<Option<usize>> = vec![None; all.len()];
    for (number, members) in clusters.iter().enumerate() {
        members.iter().for_each(|&member| cluster_of[member] = Some(number));
    }
    let mut facts: Vec<Vec<Pair>> = vec![Vec::new(); clusters.len()];
    scored.sort_by_key(|(place, _)| *place);
    for ((i, j), pair) in scored {
        if let Some(fact) = cluster_of[i].filter(|_| cluster_of[i] == cluster_of[j]) {
            facts[fact].push(pair);
        }
    }
    facts
}

/// Two figures as indices, the earlier first, and what was found of them.
type Scored = ((usize, usize), Pair);

/// Figures of one article that could be one fact because a figure of another article looks like both.
fn repeats(all: &[Around], scored: &[Scored]) -> Vec<(usize, usize)> {
    let mut partners: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
    for &((i, j), _) in scored {
        partners.entry((i, all[j].claim.article)).or_default().push(j);
        partners.entry((j, all[i].claim.article)).or_default().push(i);
    }
    let of_one = |figures: Vec<usize>| -> Vec<(usize, usize)> {
        let later = |at: usize| figures[at + 1..].iter().copied();
        let pairs = figures.iter().enumerate().flat_map(|(at, &i)| later(at).map(move |j| (i.min(j), i.max(j))));
        pairs.filter(|&(i, j)| comparable(all[i].figure, all[j].figure)).collect()
    };
    let mut found: Vec<(usize, usize)> = partners.into_values().flat_map(of_one).collect();
    found.sort_unstable();
    found.dedup();
    found
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
    let across: Vec<(usize, usize)> =
        wanted.iter().copied().filter(|&(i, j)| all[i].claim.article != all[j].claim.article).collect();
    let rivals = Rivals::read(&all, &across);
    let place = |one: &Around| (canonical.given(one.claim), one.figure.span);
    wanted
        .into_par_iter()
        .map(|(i, j)| Measured {
            places: [place(&all[i]), place(&all[j])],
            measures: measures::measure(
                &story,
                (&all[i], &alone[i]),
                (&all[j], &alone[j]),
                &rivals.margins(&all, (i, j)),
            ),
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
