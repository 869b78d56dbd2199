//! What is measured of a pair of claims.
//!
//! Comes in: the words of two articles and what stands around the pair in their table of plain likeness. Goes out: a [`Features`] row for a pair, read by the
//! `score`. Every measure is the same when the two claims change places. No measure falls when two figures
//! differ instead of being absent: figures are left out of all but the shared ones.
//! Time: linear in the words of both claims, but for claims of more than 64 words, whose longest common run costs the product of both.

use std::cmp::Ordering;

use super::around::Around;
use super::exclusive::Exclusive;
use super::likeness::{Context, harmonic, ratio};
use super::longest::longest_common;
use super::score::is_short;
use super::shared::{Apart, Shared};
use super::terms::{Sentence, Terms};
use super::walk::{common, n_common};
use crate::story::Term;

/// How many measures there are.
pub const N_FEATURES: usize = MEASURES.len();

/// The measures of a pair, in the order of [`MEASURES`].
pub type Features = [f32; N_FEATURES];

/// What is known of a measure.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// The tables in which it may only raise a score: those that shared figures raise may in both, so that no other figure is better than a
    /// differing one; more in the table of articles, where there is less to learn from.
    pub raises: Asked,
    /// The tables that may ask for it.
    pub asked: Asked,
}

/// Which tables of the `score`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// None.
    Neither,
    /// That of articles.
    Articles,
    /// That of single sentences.
    Sentences,
    /// Both.
    Both,
}

impl Asked {
    /// Whether `table` is among these tables.
    pub fn has(self, table: Self) -> bool {
        self == Self::Both || self == table
    }
}

const fn measure_of(name: &'static str, raises: Asked, asked: Asked) -> Measure {
    Measure { name, raises, asked }
}

/// The measures.
pub const MEASURES: [Measure; 48] = {
    use Asked::{Articles, Both, Neither, Sentences};
    [
        measure_of("likeness", Both, Both),
        measure_of("least coverage", Both, Both),
        measure_of("greatest coverage", Both, Both),
        measure_of("likeness within articles", Both, Sentences),
        measure_of("likeness above the row's and column's mean", Both, Both),
        measure_of("lead over other claims of the longer article", Both, Both),
        measure_of("lead over other claims of the shorter article", Both, Both),
        measure_of("neighboring words shared", Articles, Both),
        measure_of("likeness of the best clauses", Articles, Both),
        measure_of("coverage of the best clause", Articles, Both),
        measure_of("likeness with beginnings of words", Both, Both),
        measure_of("weight of shared names", Articles, Sentences),
        measure_of("weight of other shared words", Articles, Both),
        measure_of("most telling shared word", Articles, Both),
        measure_of("names that only one has", Neither, Sentences),
        measure_of("weight of shared figures", Both, Both),
        measure_of("likeness of the neighbors in step", Both, Both),
        measure_of("likeness of the neighbors across", Both, Both),
        measure_of("distance in place", Neither, Both),
        measure_of("groups of three letters shared", Articles, Both),
        measure_of("weight of the shorter", Neither, Both),
        measure_of("ratio of weights", Neither, Both),
        measure_of("likeness of quotations", Articles, Both),
        measure_of("longest run shared", Both, Both),
        measure_of("coverage by groups of three letters", Articles, Both),
        measure_of("likeness without who said it", Articles, Both),
        measure_of("all words shared", Articles, Both),
        measure_of("share of names shared", Articles, Sentences),
        measure_of("repeated in the longer article", Neither, Sentences),
        measure_of("repeated in the shorter article", Neither, Sentences),
        measure_of("words shared in order", Both, Both),
        measure_of("words shared in order, of the shorter", Both, Both),
        measure_of("shared stems, unweighed", Articles, Both),
        measure_of("likeness by words rare in the language", Articles, Sentences),
        measure_of("least coverage by words rare in the language", Articles, Sentences),
        measure_of("greatest coverage by words rare in the language", Articles, Sentences),
        measure_of("words of the shorter", Neither, Sentences),
        measure_of("words of the longer", Neither, Sentences),
        measure_of("figures shared, counted", Both, Sentences),
        measure_of("share of figures shared", Both, Sentences),
        measure_of("cosine", Both, Articles),
        measure_of("likeness by what is exclusively theirs", Both, Articles),
        measure_of("likeness by what is exclusively theirs, the smaller of both articles", Both, Articles),
        measure_of("likeness by what is exclusively theirs, the greater of both articles", Both, Articles),
        measure_of("likeness of the articles", Articles, Articles),
        measure_of("likeness of the articles by what is exclusively theirs", Articles, Articles),
        measure_of("told in other articles, too", Articles, Articles),
        measure_of("shared stems, counted", Articles, Articles),
    ]
};

/// Place of the weight of shared names.
pub(super) const SHARED_NAMES: usize = 11;
/// Place of the weight of shared words that are no names.
pub(super) const OTHERS: usize = 12;
/// Place of the weight of names that only one of the claims has, the smaller of both sides.
pub(super) const NAMES_APART: usize = 14;

/// What is known of a pair before its words are compared one by one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) context: Context,
    pub(super) exclusive: Exclusive,
    pub(super) around: Around,
}

/// Measures the pair of claim `i` of article `a` and claim `j` of article `b`; `apart` is for what stands in it in between.
pub(super) fn measure(
    terms: &Terms,
    (a, i): (usize, usize),
    (b, j): (usize, usize),
    seen: &Seen,
    apart: &mut Apart,
) -> Features {
    let Seen { context, exclusive, around } = seen;
    let (x, y) = (&terms.articles[a][i], &terms.articles[b][j]);
    let (n, m) = (terms.articles[a].len(), terms.articles[b].len());
    let shared = Shared::of(terms, x, y, apart);
    let figures = [0, 1].map(|kind| common(&x.numbers, &y.numbers).map(|&term| terms.weights(term)[kind]).sum());
    let share = |kind: usize, more: f64, sentence: &Sentence| {
        let figures: f64 = figures[kind];
        ratio(shared.weight[kind] + more + figures, sentence.total[kind] + figures)
    };
    let cover = |kind: usize| (share(kind, 0.0, x), share(kind, 0.0, y));
    let (of_x, of_y) = cover(0);
    let likeness = context.likeness;
    let within = cover(1);
    let soft = (share(0, shared.soft, x), share(0, shared.soft, y));
    let (clause_likeness, clause_coverage) = clauses(terms, (x, y), shared.weight[0]);
    let place = |idx: usize, n: usize| idx as f64 / (n.max(2) - 1) as f64;
    let (place_x, place_y) = (place(i, n), place(j, m));
    let n_pairs = x.pairs.len().min(y.pairs.len()).max(1) as f64;
    let n_shared_pairs = n_common(&x.pairs, &y.pairs) as f64;
    let (run, in_order) = longest_common(x, y);
    let (run, in_order) = (run as f64, in_order as f64);
    let n_shared = shared.n_stems as f64;
    let is_short = is_short(n, m);
    let of_sentences = if is_short { of_sentences(terms, apart, x, y) } else { [0.0; 7] };
    let [language, least_of_language, most_of_language, n_words, m_words, n_figures, share_of_figures] = of_sentences;
    let (fewer, more) = (x.total[0].min(y.total[0]), x.total[0].max(y.total[0]));
    let n_all = n_common(&x.all, &y.all) as f64;
    let n_trigrams = n_common(&x.trigrams, &y.trigrams) as f64;
    let lead_in = |best_other: f64| ratio(likeness, likeness + best_other);
    let [in_row, in_column] = context.best_others.map(lead_in);
    // Of the article with more claims first; where both have as many, the greater value.
    let by_length = |of_a: f64, of_b: f64| match n.cmp(&m) {
        Ordering::Less => [of_b, of_a],
        Ordering::Equal => [of_a.max(of_b), of_a.min(of_b)],
        Ordering::Greater => [of_a, of_b],
    };
    let lead = by_length(in_column, in_row);
    let repeated = by_length(x.repeated, y.repeated);
    let values = [
        likeness,
        of_x.min(of_y),
        of_x.max(of_y),
        harmonic(within.0, within.1),
        likeness - (context.means[0] + context.means[1]) / 2.0,
        lead[0],
        lead[1],
        n_shared_pairs / n_pairs,
        clause_likeness,
        clause_coverage,
        harmonic(soft.0.min(1.0), soft.1.min(1.0)),
        shared.names,
        shared.others,
        shared.greatest,
        shared.names_apart[0].min(shared.names_apart[1]),
        figures[0],
        context.in_step,
        context.across,
        (place_x - place_y).abs(),
        2.0 * n_trigrams / (x.trigrams.len() + y.trigrams.len()).max(1) as f64,
        fewer,
        ratio(fewer, more),
        quotations(terms, x, y),
        run,
        n_trigrams / x.trigrams.len().min(y.trigrams.len()).max(1) as f64,
        harmonic(
            ratio(shared.content, shared.content + shared.content_apart[0]),
            ratio(shared.content, shared.content + shared.content_apart[1]),
        ),
        2.0 * n_all / (x.all.len() + y.all.len()).max(1) as f64,
        ratio(shared.names, shared.names + shared.names_apart[0].max(shared.names_apart[1])),
        repeated[0],
        repeated[1],
        2.0 * in_order / (x.run.len() + y.run.len()).max(1) as f64,
        in_order / x.run.len().min(y.run.len()).max(1) as f64,
        2.0 * n_shared / (x.stems.len() + y.stems.len()).max(1) as f64,
        language,
        least_of_language,
        most_of_language,
        n_words,
        m_words,
        n_figures,
        share_of_figures,
        exclusive.cosine,
        exclusive.own,
        exclusive.either[0],
        exclusive.either[1],
        context.articles,
        around.articles,
        around.told,
        n_shared,
    ];
    values.map(|value| value as f32)
}

/// What is measured of single sentences only: in a longer story it says nothing new, and takes time.
fn of_sentences(terms: &Terms, apart: &Apart, x: &Sentence, y: &Sentence) -> [f64; 7] {
    let [of_x, of_y] = apart.rare(terms, x, y);
    let rare = (ratio(of_x, x.rare_total), ratio(of_y, y.rare_total));
    let n_figures = n_common(&x.numbers, &y.numbers) as f64;
    [
        harmonic(rare.0, rare.1),
        rare.0.min(rare.1),
        rare.0.max(rare.1),
        x.n_words.min(y.n_words) as f64,
        x.n_words.max(y.n_words) as f64,
        n_figures,
        n_figures / x.numbers.len().min(y.numbers.len()).max(1) as f64,
    ]
}

/// The likeness of what stands inside quotation marks.
fn quotations(terms: &Terms, x: &Sentence, y: &Sentence) -> f64 {
    if x.quoted.is_empty() || y.quoted.is_empty() {
        return 0.0;
    }
    let total = |of: &[Term]| of.iter().map(|&term| terms.weight(term)).sum::<f64>();
    let shared: f64 = common(&x.quoted, &y.quoted).map(|&term| terms.weight(term)).sum();
    harmonic(ratio(shared, total(&x.quoted)), ratio(shared, total(&y.quoted)))
}

/// The best likeness of a clause of one with a clause of the other, and the best share of a clause's words in the other claim.
/// Both claims share `shared`.
fn clauses(terms: &Terms, (x, y): (&Sentence, &Sentence), shared: f64) -> (f64, f64) {
    let whole = |sentence: &Sentence| if sentence.clauses.is_empty() { 1 } else { sentence.clauses.len() };
    let total = |of: &Sentence, idx: usize| of.clause_totals.get(idx).copied().unwrap_or(of.total[0]);
    let are_whole = x.clauses.is_empty() && y.clauses.is_empty();
    let (mut likeness, mut coverage) = (0.0_f64, 0.0_f64);
    for p in 0..whole(x) {
        let left = x.clauses.get(p).unwrap_or(&x.stems);
        let total_left = total(x, p);
        for q in 0..whole(y) {
            let right = y.clauses.get(q).unwrap_or(&y.stems);
            let shared = if are_whole { shared } else { common(left, right).map(|&term| terms.weight(term)).sum() };
            let (of_left, of_right) = (ratio(shared, total_left), ratio(shared, total(y, q)));
            likeness = likeness.max(harmonic(of_left, of_right));
            coverage = coverage.max(of_left.max(of_right));
        }
    }
    (likeness, coverage)
}
