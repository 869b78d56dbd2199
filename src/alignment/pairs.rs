//! The candidates of two articles, measured and scored.
//!
//! Comes in: the words of a story. Goes out: for every two articles the pairs of claims that have a telling word in common, with a score.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::crowd::{Candidate, Crowd};
use super::features::{self, Features};
use super::likeness::{Context, Index, Table};
use super::model;
use super::terms::Terms;

/// Pairs less alike than this are not measured: on the development stories fewer than 1 in 500 of them was a link.
const SCREEN: f64 = 0.03;
/// Of each row and each column, so many pairs are measured: a claim has few counterparts in an article, however long it is.
const MOST_MEASURED: usize = 8;
/// What a screened pair's likeness is multiplied with, so that it stays below every pair that was measured.
const SCREENED: f64 = 0.01;
/// In a story of more articles than this only the best pairs are measured: all would be too many to read, and cost too long.
const CROWD: usize = 40;
/// What the score is multiplied with where names and figures are all that speaks for a pair. Leaves it below every threshold.
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
            let cuts = table.cuts(MOST_MEASURED, SCREEN);
            let scored = table.pairs().map(|(i, j, likeness)| {
                let score = if is_measured(&cuts, (i, j), likeness) {
                    score(terms, (a, i), (b, j), &context(terms, &table, (a, i), (b, j)))
                } else {
                    SCREENED * likeness
                };
                Pair { i, j, score }
            });
            let kept = scored.filter(|pair| pair.score >= least).collect();
            ((a, b), closest(kept, [a, b].map(|article| terms.articles[article].len())))
        })
        .collect()
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
    let of_each = Crowd::of(terms).candidates(SCREEN as f32, |a, candidates| {
        let mut scored: BTreeMap<(usize, usize), Vec<Pair>> = BTreeMap::new();
        for Candidate { i, b, j, context } in candidates {
            let score = score(terms, (a, i), (b, j), &context);
            if score >= least {
                scored.entry((a, b)).or_default().push(Pair { i, j, score });
            }
        }
        scored
    });
    of_each.into_iter().flatten().collect()
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
    if is_names_alone(terms, (a, i), (b, j), &features) { NAMES_ALONE * score } else { score }
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
    others <= 0.0
        || are_others_named && features::n_others(&terms.articles[a][i], &terms.articles[b][j]) < FEWEST_OTHERS
}
