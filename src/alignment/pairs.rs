//! The candidates of two articles, measured and scored.
//!
//! Comes in: the words of a story. Goes out: for every two articles the pairs of claims that have a telling word in common, with a score.

use rayon::prelude::*;

use super::crowd::{Candidate, Crowd};
use super::features::{self, Features};
use super::likeness::{Context, Index, Table};
use super::shared::n_others;
use super::terms::Terms;
use super::{NEAR, model};

/// Pairs less alike than this are not measured: on the development stories fewer than 1 in 500 of them was a link.
const SCREEN: f64 = 0.03;
/// Of each row and each column, so many pairs are measured: a claim has few counterparts in an article, however long it is.
const MOST_MEASURED: usize = 8;
/// Pairs less alike than this are measured only where pairs far below the threshold are asked for. On the development stories 2 in
/// 3,700 of them scored [`NEAR`] or more, and none the threshold; what follows is a third of the pairs.
const LIKELY: f64 = 0.10;
/// The same for pairs that are not among so many of their row or of their column: 4 in 3,700 scored [`NEAR`], none the threshold.
const MOST_LIKELY: usize = 4;
/// The same in a crowd, whatever is asked for: there are always more alike. On the development stories 3 in 2,200 links were less.
const LIKELY_IN_CROWD: f32 = 0.15;
/// What a screened pair's likeness is multiplied with, so that it stays below every pair that was measured.
const SCREENED: f64 = 0.01;
/// In a story of more articles than this only the best pairs are measured: all would be too many to read, and cost too long.
const CROWD: usize = 40;
/// The greatest score where names and figures are all that speaks for a pair: below the threshold.
const NAMES_ALONE: f64 = 0.25;
/// Where each claim names someone the other does not, and no fewer than they both name, so many other words must be shared.
/// Two teams with the same share of a vote have one in common: the verb.
const FEWEST_OTHERS: usize = 2;

/// Two claims of two articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) i: usize,
    pub(super) j: usize,
    pub(super) score: f64,
}

/// A pair of articles and the pairs of their claims that score at least `least`.
pub(super) type Scored = ((usize, usize), Vec<Pair>);

/// Scores the claims of every two articles, in the order of the articles.
pub(super) fn score_all(terms: &Terms, least: f64) -> Vec<Scored> {
    let n_articles = terms.articles.len();
    if n_articles > CROWD {
        return score_crowd(terms, least);
    }
    let indices: Vec<Index> = (0..n_articles).into_par_iter().map(|article| Index::of(terms, article)).collect();
    let pairs: Vec<(usize, usize)> = (0..n_articles).flat_map(|a| (a + 1..n_articles).map(move |b| (a, b))).collect();
    pairs
        .into_par_iter()
        .map(|(a, b)| {
            let table = Table::of(terms, (a, &indices[a]), (b, &indices[b]));
            let kept = score_table(terms, &table, (a, b), least);
            ((a, b), closest(kept, [a, b].map(|article| terms.articles[article].len())))
        })
        .collect()
}

/// The pairs of two articles that score at least `least`.
fn score_table(terms: &Terms, table: &Table, (a, b): (usize, usize), least: f64) -> Vec<Pair> {
    // Single sentences are scored by another forest and are few.
    let is_short = model::is_short(terms.articles[a].len(), terms.articles[b].len());
    let are_unlikely_asked_for = least < NEAR;
    let wide = (is_short || are_unlikely_asked_for).then(|| table.cuts(MOST_MEASURED, SCREEN));
    let narrow = (!is_short).then(|| table.cuts(MOST_LIKELY, LIKELY));
    let passes = |cuts: &Option<[Vec<f64>; 2]>, place, likeness| {
        cuts.as_ref().is_none_or(|cuts| is_measured(cuts, place, likeness))
    };
    let scored = table.pairs().filter_map(|(i, j, likeness)| {
        let is_likely = passes(&narrow, (i, j), likeness);
        let score = if !is_likely && !are_unlikely_asked_for {
            return None;
        } else if passes(&wide, (i, j), likeness) {
            let score = score(terms, (a, i), (b, j), &context(terms, table, (a, i), (b, j)));
            // What is linked never depends on how much is asked for.
            if is_likely { score } else { score.min(NEAR.next_down()) }
        } else {
            SCREENED * likeness
        };
        Some(Pair { i, j, score })
    });
    scored.filter(|pair| pair.score >= least).collect()
}

/// `pairs` without those that are neither among the best [`MOST_MEASURED`] of their row nor of their column. Sentences all made alike, as in
/// a list of results, tie; of them those at about the same place in both articles stay.
fn closest(mut pairs: Vec<Pair>, n_claims: [usize; 2]) -> Vec<Pair> {
    let apart = |pair: &Pair| (pair.i as f64 / n_claims[0] as f64 - pair.j as f64 / n_claims[1] as f64).abs();
    pairs.sort_by(|p, q| {
        q.score.total_cmp(&p.score).then(apart(p).total_cmp(&apart(q))).then((p.i, p.j).cmp(&(q.i, q.j)))
    });
    let mut counts = n_claims.map(|n_claims| vec![0_usize; n_claims]);
    pairs.retain(|pair| {
        let [row, column] = &mut counts;
        let is_close = row[pair.i] < MOST_MEASURED || column[pair.j] < MOST_MEASURED || pair.score < SCREENED;
        row[pair.i] += 1;
        column[pair.j] += 1;
        is_close
    });
    pairs.sort_by_key(|pair| (pair.i, pair.j));
    pairs
}

/// The same among very many articles: only the candidates that [`Crowd`] names are measured.
fn score_crowd(terms: &Terms, least: f64) -> Vec<Scored> {
    let candidates = Crowd::of(terms).candidates(LIKELY_IN_CROWD);
    let scored = candidates.into_par_iter().filter_map(|Candidate { a, i, b, j, context }| {
        let score = score(terms, (a, i), (b, j), &context);
        (score >= least).then_some(((a, b), Pair { i, j, score }))
    });
    let mut scored: Vec<((usize, usize), Pair)> = scored.collect();
    scored.par_sort_unstable_by_key(|&(articles, pair)| (articles, pair.i, pair.j));
    let of_articles = scored.chunk_by(|p, q| p.0 == q.0);
    of_articles.map(|pairs| (pairs[0].0, pairs.iter().map(|&(_, pair)| pair).collect())).collect()
}

/// Whether a pair is among the most alike of its row or of its column.
fn is_measured([rows, columns]: &[Vec<f64>; 2], (i, j): (usize, usize), likeness: f64) -> bool {
    likeness >= rows[i] || likeness >= columns[j]
}

fn context(terms: &Terms, table: &Table, (a, i): (usize, usize), (b, j): (usize, usize)) -> Context {
    table.context((i, &terms.articles[a][i]), (j, &terms.articles[b][j]))
}

fn score(terms: &Terms, (a, i): (usize, usize), (b, j): (usize, usize), context: &Context) -> f64 {
    let features = features::measure(terms, (a, i), (b, j), context);
    let score = model::forest(terms.articles[a].len(), terms.articles[b].len()).score(&features);
    if is_names_alone(terms, (a, i), (b, j), &features) { score.min(NAMES_ALONE) } else { score }
}

/// The measures of every candidate of two articles that is not screened out: what the model is fitted to.
pub(super) fn measure_all(terms: &Terms, a: usize, b: usize) -> Vec<(usize, usize, Features)> {
    let table = Table::of(terms, (a, &Index::of(terms, a)), (b, &Index::of(terms, b)));
    let cuts = table.cuts(MOST_MEASURED, SCREEN);
    table
        .pairs()
        .filter(|&(i, j, likeness)| is_measured(&cuts, (i, j), likeness))
        .map(|(i, j, _)| (i, j, features::measure(terms, (a, i), (b, j), &context(terms, &table, (a, i), (b, j)))))
        .collect()
}

/// Whether shared names and figures are all that speaks for a pair.
fn is_names_alone(terms: &Terms, (a, i): (usize, usize), (b, j): (usize, usize), features: &Features) -> bool {
    let [names, others, apart] =
        [features::SHARED_NAMES, features::OTHERS, features::NAMES_APART].map(|feature| features[feature]);
    let are_others_named = apart > 0.0 && names <= apart;
    others <= 0.0 || are_others_named && n_others(&terms.articles[a][i], &terms.articles[b][j]) < FEWEST_OTHERS
}
