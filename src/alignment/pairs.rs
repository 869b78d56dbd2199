//! The candidates of two articles, measured and scored.
//!
//! Comes in: the words of a story. Goes out: for every two articles the pairs of claims that have a telling word in common, with a score.

use rayon::prelude::*;

use super::around::{Best, Told};
use super::crowd::{self, Crowd};
use super::exclusive::{Counting, Exclusive};
use super::features::{self, Features, Seen};
use super::likeness::{Context, Index, Table};
use super::shared::{Apart, n_shared};
use super::terms::Terms;
use super::walk::n_common;
use super::{NEAR, score};
use crate::story::ClaimId;

/// Pairs less alike than this are not measured: on the development stories fewer than 1 in 500 of them was a link.
const SCREEN: f64 = 0.03;
/// Of each row and each column, so many pairs are measured: a claim has few counterparts in an article, however long it is.
const MOST_MEASURED: usize = 8;
/// Pairs less alike than this are measured only where pairs far below the threshold are asked for, and never linked: on the development
/// stories links with all pairs measured were no better.
const LIKELY: f64 = 0.10;
/// The same for pairs that are not among so many of their row or of their column.
const MOST_LIKELY: usize = 4;
/// And for pairs with less than this that is [exclusively](super::exclusive) theirs, unless they are so much alike: on the
/// development stories no right link is lost.
const LIKELY_OWN: f64 = 0.01;
const LIKELY_ANYWAY: f64 = 0.20;
/// The same in a crowd, whatever is asked for: there are always more alike. On the development stories 3 in 2,200 links were less.
const LIKELY_IN_CROWD: f32 = 0.15;
/// What a screened pair's likeness is multiplied with, so that it stays below every pair that was measured.
const SCREENED: f64 = 0.01;
/// In a story of more articles than this only the best pairs are measured: all would be too many to read, and cost too long.
const CROWD: usize = 40;
/// The greatest score where names and figures are all that speaks for a pair: below the threshold.
const NAMES_ALONE: f64 = 0.25;
/// What the score is multiplied with where a single word is all that two claims share: in short sentences that is a large share.
const ONE_WORD: f64 = 0.6;
/// Where each claim names someone the other does not, and no fewer than they both name, so many other words must be shared, or so many
/// names. Two teams with the same share of a vote have one of each in common: the verb, and "Team".
const FEWEST_OTHERS: usize = 2;
const FEWEST_NAMES: usize = 3;

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
    let (surveyed, told) = survey_all(terms, least < NEAR);
    surveyed
        .into_par_iter()
        .map(|((a, b), survey)| {
            let Survey { candidates, best, unmeasured } = survey;
            let mut apart = Apart::default();
            let scored = candidates.into_iter().map(|Candidate { i, j, is_likely, context, exclusive }| {
                let around = told.around((a, i), (b, j), &best);
                let score = score(terms, (a, i), (b, j), &Seen { context, exclusive, around }, least, &mut apart);
                // What is linked never depends on how much is asked for.
                Pair { i, j, score: if is_likely { score } else { score.min(NEAR.next_down()) } }
            });
            let kept = scored.chain(unmeasured).filter(|pair| pair.score >= least).collect();
            ((a, b), closest(kept, [a, b].map(|article| terms.articles[article].len())))
        })
        .collect()
}

/// What is found in the table of two articles.
struct Survey {
    candidates: Vec<Candidate>,
    /// Of the claims among them.
    best: Best,
    /// Pairs that are no candidates, with a score for each, if they are asked for.
    unmeasured: Vec<Pair>,
}

/// A pair of articles and what is found in their table.
type Surveyed = ((usize, usize), Survey);

/// Two claims that may be a link.
struct Candidate {
    i: usize,
    j: usize,
    is_likely: bool,
    context: Context,
    exclusive: Exclusive,
}

/// Surveys every two articles, in order; and what all of them tell.
fn survey_all(terms: &Terms, are_unlikely_asked_for: bool) -> (Vec<Surveyed>, Told) {
    let n_articles = terms.articles.len();
    let indices: Vec<Index> = (0..n_articles).into_par_iter().map(|article| Index::of(terms, article)).collect();
    let pairs: Vec<(usize, usize)> = (0..n_articles).flat_map(|a| (a + 1..n_articles).map(move |b| (a, b))).collect();
    let surveyed = pairs.into_par_iter().map(|(a, b)| {
        let table = Table::of(terms, (a, &indices[a]), (b, &indices[b]));
        ((a, b), survey(terms, &table, (a, b), are_unlikely_asked_for))
    });
    let surveyed: Vec<Surveyed> = surveyed.collect();
    let n_claims: Vec<usize> = terms.articles.iter().map(Vec::len).collect();
    let told = Told::of(&n_claims, surveyed.iter().map(|(articles, survey)| (*articles, &survey.best)));
    (surveyed, told)
}

fn survey(terms: &Terms, table: &Table, (a, b): (usize, usize), are_unlikely_asked_for: bool) -> Survey {
    let n_claims = [a, b].map(|article| terms.articles[article].len());
    // Single sentences are scored by another forest and are few.
    let is_short = score::is_short(n_claims[0], n_claims[1]);
    let wide = (is_short || are_unlikely_asked_for).then(|| table.cuts(MOST_MEASURED, SCREEN));
    let narrow = (!is_short).then(|| table.cuts(MOST_LIKELY, LIKELY));
    let passes = |cuts: &Option<[Vec<f64>; 2]>, place, likeness| {
        cuts.as_ref().is_none_or(|cuts| is_measured(cuts, place, likeness))
    };
    let mut counting = Counting::default();
    let mut survey = Survey { candidates: Vec::new(), best: Best::new(n_claims), unmeasured: Vec::new() };
    for (i, j, likeness) in table.pairs() {
        let is_alike = passes(&narrow, (i, j), likeness);
        if !is_alike && !are_unlikely_asked_for {
            continue;
        }
        if !passes(&wide, (i, j), likeness) {
            survey.unmeasured.push(Pair { i, j, score: SCREENED * likeness });
            continue;
        }
        let (x, y) = (&terms.articles[a][i], &terms.articles[b][j]);
        let exclusive = if is_short { Exclusive::default() } else { counting.exclusive(terms, (x, y)) };
        if is_alike {
            survey.best.note((i, j), exclusive.own);
        }
        let is_likely = is_short || is_alike && (exclusive.own >= LIKELY_OWN || likeness >= LIKELY_ANYWAY);
        if !is_likely && !are_unlikely_asked_for {
            continue;
        }
        let context = table.context((i, x), (j, y));
        survey.candidates.push(Candidate { i, j, is_likely, context, exclusive });
    }
    survey.best = survey.best.finish();
    survey
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
    let scored = candidates.into_par_iter().map_init(
        Default::default,
        |(counting, apart): &mut (Counting, Apart), candidate| {
            let crowd::Candidate { a, i, b, j, context, around } = candidate;
            let exclusive = counting.exclusive(terms, (&terms.articles[a][i], &terms.articles[b][j]));
            if exclusive.own < LIKELY_OWN && context.likeness < LIKELY_ANYWAY {
                return None;
            }
            let score = score(terms, (a, i), (b, j), &Seen { context, exclusive, around }, least, apart);
            (score >= least).then_some(((a, b), Pair { i, j, score }))
        },
    );
    let mut scored: Vec<((usize, usize), Pair)> = scored.flatten().collect();
    scored.par_sort_unstable_by_key(|&(articles, pair)| (articles, pair.i, pair.j));
    let of_articles = scored.chunk_by(|p, q| p.0 == q.0);
    of_articles.map(|pairs| (pairs[0].0, pairs.iter().map(|&(_, pair)| pair).collect())).collect()
}

/// Whether a pair is among the most alike of its row or of its column.
fn is_measured([rows, columns]: &[Vec<f64>; 2], (i, j): (usize, usize), likeness: f64) -> bool {
    likeness >= rows[i] || likeness >= columns[j]
}

/// The score of a pair, or some score below `least` if it is below.
fn score(
    terms: &Terms,
    (a, i): (usize, usize),
    (b, j): (usize, usize),
    seen: &Seen,
    least: f64,
    apart: &mut Apart,
) -> f64 {
    let features = features::measure(terms, (a, i), (b, j), seen, apart);
    let score = score::forest(terms.articles[a].len(), terms.articles[b].len()).score(&features, least);
    // What speaks for a pair only lowers its score, and costs another walk over its words.
    if score < least {
        return score;
    }
    match support(terms, (a, i), (b, j), &features) {
        Support::NamesAlone => score.min(NAMES_ALONE),
        Support::OneWord => score * ONE_WORD,
        Support::Words => score,
    }
}

/// The measures of every pair of claims that is not screened out, for every two articles: what the model is fitted to.
pub(super) fn measure_all(terms: &Terms) -> Vec<(ClaimId, ClaimId, Features)> {
    let (surveyed, told) = survey_all(terms, true);
    let measured = surveyed.iter().flat_map(|&((a, b), ref survey)| {
        survey.candidates.iter().map(move |candidate| ((a, candidate.i), (b, candidate.j), candidate, &survey.best))
    });
    let mut apart = Apart::default();
    let measure = |((a, i), (b, j), candidate, best): ((usize, usize), (usize, usize), &Candidate, &Best)| {
        let around = told.around((a, i), (b, j), best);
        let seen = Seen { context: candidate.context, exclusive: candidate.exclusive, around };
        let [first, second] = [(a, i), (b, j)].map(|(article, claim)| ClaimId { article, claim });
        (first, second, features::measure(terms, (a, i), (b, j), &seen, &mut apart))
    };
    measured.map(measure).collect()
}

/// What speaks for a pair.
enum Support {
    /// Names and figures, and nothing else.
    NamesAlone,
    /// A single word, and no amounts to compare.
    OneWord,
    /// Words.
    Words,
}

fn support(terms: &Terms, (a, i): (usize, usize), (b, j): (usize, usize), features: &Features) -> Support {
    let (x, y) = (&terms.articles[a][i], &terms.articles[b][j]);
    let [names, others, apart] =
        [features::SHARED_NAMES, features::OTHERS, features::NAMES_APART].map(|feature| features[feature]);
    let [n_names, n_others] = n_shared(x, y);
    let are_others_named = apart > 0.0 && names <= apart;
    if others <= 0.0 || are_others_named && n_names < FEWEST_NAMES && n_others < FEWEST_OTHERS {
        Support::NamesAlone
    } else if n_names + n_others == 1 && !(x.has_amount && y.has_amount) && n_common(&x.numbers, &y.numbers) == 0 {
        Support::OneWord
    } else {
        Support::Words
    }
}
