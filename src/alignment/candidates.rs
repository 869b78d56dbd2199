//! The candidates of two articles, measured and scored.
//!
//! Comes in: the words of a story. Goes out: for every two articles the pairs of claims that have a content word in
//! common, with a score.

use rayon::prelude::*;

use super::around::{Best, Told};
use super::blocking::{self, Blocks};
use super::distinctive::{Counting, Distinctive};
use super::features::{self, Features, Seen, is_short};
use super::overlap::Apart;
use super::related;
use super::score::{NEAR, Score, score};
use super::table::{Context, Index, Table};
use super::terms::Terms;
use crate::story::ClaimId;

/// Pairs less alike than this are not measured: on the development stories fewer than 1 in 500 of them was a link.
const SCREEN: f64 = 0.03;
/// Of each row and each column, this many pairs are measured: a claim has few counterparts in an article, however long
/// it is.
const MOST_MEASURED: usize = 8;
/// Pairs less alike than this are measured only where pairs far below the threshold are asked for, and never linked: on
/// the development stories links with all pairs measured were no better.
const LIKELY: f64 = 0.10;
/// The same for pairs that are not among the most alike of their row or of their column, this many of each.
const MOST_LIKELY: usize = 4;
/// And for pairs with less than this that is [distinctively](super::distinctive) theirs, unless they are so much alike:
/// on the development stories no right link is lost.
const LIKELY_OWN: f64 = 0.01;
const LIKELY_ANYWAY: f64 = 0.20;
/// The same where claims come by [blocks](super::blocking), whatever is asked for: there are always more alike. On the
/// development stories 3 in 2,200 links were less.
const LIKELY_IN_BLOCK: f32 = 0.15;
/// What a screened pair's likeness is multiplied with, so that it stays below every pair that was measured.
const SCREENED: f64 = 0.01;
/// In a story of more articles than this only the best pairs are measured: all would be too many to read, and cost too
/// long.
const MOST_ARTICLES: usize = 40;
/// In a story of more articles than this a claim has likelier counterparts than those that are unlikely; it is not
/// asked whether they are related.
const MOST_RELATED: usize = 10;

/// Two claims of two articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) i: usize,
    pub(super) j: usize,
    pub(super) score: f64,
    /// How likely they are related; 0 where nobody asked.
    pub(super) related: f64,
}

impl Pair {
    /// Whether it is wanted where what scores `least` is asked for.
    fn is_wanted(&self, least: f64) -> bool {
        self.score >= least || self.related >= related::LEAST
    }
}

/// A pair of articles and the pairs of their claims that score at least `least` or are related.
pub(super) type Scored = ((usize, usize), Vec<Pair>);

/// Scores the claims of every two articles, in the order of the articles.
pub(super) fn score_all(terms: &Terms, least: f64) -> Vec<Scored> {
    let n_articles = terms.articles.len();
    if n_articles > MOST_ARTICLES {
        return score_blocks(terms, least);
    }
    let (surveyed, told) = survey_all(terms, least < NEAR || n_articles <= MOST_RELATED);
    surveyed
        .into_par_iter()
        .map(|((a, b), survey)| {
            let Survey { candidates, best, unmeasured } = survey;
            let mut apart = Apart::default();
            let scored = candidates.into_iter().map(|Candidate { i, j, is_likely, context, distinctive }| {
                let around = told.around((a, i), (b, j), &best);
                let Score { same, related } =
                    score(terms, (a, i), (b, j), &Seen { context, distinctive, around }, least, &mut apart);
                // What is linked never depends on how much is asked for.
                Pair { i, j, score: if is_likely { same } else { same.min(NEAR.next_down()) }, related }
            });
            let kept = scored.chain(unmeasured).filter(|pair| pair.is_wanted(least)).collect();
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
    distinctive: Distinctive,
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
    let is_short = is_short(n_claims[0], n_claims[1]);
    let wide = (is_short || are_unlikely_asked_for).then(|| table.cuts(MOST_MEASURED, SCREEN));
    let narrow = (!is_short).then(|| table.cuts(MOST_LIKELY, LIKELY));
    let passes = |cuts: &Option<[Vec<f64>; 2]>, place, likeness| {
        cuts.as_ref().is_none_or(|cuts| is_measured(cuts, place, likeness))
    };
    let mut counting = Counting::default();
    let mut survey = Survey { candidates: Vec::new(), best: Best::new(n_claims), unmeasured: Vec::new() };
    let mut row = TiedRow::default();
    table.for_pairs(|strip, i, j, likeness| {
        let is_alike = passes(&narrow, (i, j), likeness);
        if !is_alike && !are_unlikely_asked_for {
            return;
        }
        if !passes(&wide, (i, j), likeness) {
            survey.unmeasured.push(Pair { i, j, score: SCREENED * likeness, related: 0.0 });
            return;
        }
        if row.is_tied((i, j), n_claims) {
            return;
        }
        let distinctive = if is_short { Distinctive::default() } else { counting.distinctive(terms, (a, i), (b, j)) };
        if is_alike {
            survey.best.note((i, j), distinctive.own);
        }
        let is_likely = is_short || is_alike && (distinctive.own >= LIKELY_OWN || likeness >= LIKELY_ANYWAY);
        if is_likely || are_unlikely_asked_for {
            let context = table.context(strip, (i, j));
            survey.candidates.push(Candidate { i, j, is_likely, context, distinctive });
        }
    });
    survey.best = survey.best.finish();
    survey
}

/// Of one row, this many pairs are measured at most for each claim that the other article has for one of this, besides
/// those at about the same place.
const MOST_TIED: usize = 64;

/// Counts the pairs of a row that are measured. Lines made alike, as in a list of results, all tie with each other:
/// then only those at about the same place in both articles are measured, so that time and space grow with the lines
/// and not with their pairs.
#[derive(Default)]
struct TiedRow {
    i: usize,
    n_measured: usize,
}

impl TiedRow {
    /// Whether the row of the pair, which comes row by row, has enough without it.
    fn is_tied(&mut self, (i, j): (usize, usize), [n, m]: [usize; 2]) -> bool {
        if self.i != i {
            *self = Self { i, n_measured: 0 };
        }
        let most = MOST_TIED + MOST_MEASURED * m / n.max(1);
        // How far the pair is from the diagonal, in columns.
        let apart = j.abs_diff(i * m / n.max(1));
        let is_tied = self.n_measured >= most && apart > most / 4;
        self.n_measured += usize::from(!is_tied);
        is_tied
    }
}

/// `pairs` without those that are neither among the best [`MOST_MEASURED`] of their row nor of their column. Sentences
/// all made alike, as in a list of results, tie; of them those at about the same place in both articles stay.
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

/// The same among very many articles: only the candidates that [`Blocks`] name are measured.
fn score_blocks(terms: &Terms, least: f64) -> Vec<Scored> {
    let candidates = Blocks::of(terms).candidates(LIKELY_IN_BLOCK);
    let scored = candidates.into_par_iter().map_init(
        Default::default,
        |(counting, apart): &mut (Counting, Apart), candidate| {
            let blocking::Candidate { a, i, b, j, context, around } = candidate;
            let distinctive = counting.distinctive(terms, (a, i), (b, j));
            if distinctive.own < LIKELY_OWN && context.likeness < LIKELY_ANYWAY {
                return None;
            }
            let score = score(terms, (a, i), (b, j), &Seen { context, distinctive, around }, least, apart).same;
            (score >= least).then_some(((a, b), Pair { i, j, score, related: 0.0 }))
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

/// Returns the measures of every pair of claims that is not screened out, for every two articles: what the model is
/// fitted to.
pub(super) fn measure_all(terms: &Terms) -> Vec<(ClaimId, ClaimId, Features)> {
    let (surveyed, told) = survey_all(terms, true);
    let measured = surveyed.iter().flat_map(|&((a, b), ref survey)| {
        survey.candidates.iter().map(move |candidate| ((a, candidate.i), (b, candidate.j), candidate, &survey.best))
    });
    let mut apart = Apart::default();
    let measure = |((a, i), (b, j), candidate, best): ((usize, usize), (usize, usize), &Candidate, &Best)| {
        let around = told.around((a, i), (b, j), best);
        let seen = Seen { context: candidate.context, distinctive: candidate.distinctive, around };
        let [first, second] = [(a, i), (b, j)].map(|(article, claim)| ClaimId::at(article, claim));
        (first, second, features::measure(terms, (a, i), (b, j), &seen, &mut apart).row())
    };
    measured.map(measure).collect()
}
