//! What is measured of a pair of claims.
//!
//! Comes in: the words of two articles and the context of the pair in their table of plain likeness. Goes out: what is
//! measured of a pair, read by the `score`. Every measure is the same when the two claims change places. No measure
//! falls when two figures differ instead of being absent: figures are left out of all but the shared ones. Time: linear
//! in the words of both claims, but for claims of more than 64 words, whose longest common run costs the product of
//! both.

use std::cmp::Ordering;

use super::around::Around;
use super::distinctive::Distinctive;
use super::overlap::{Apart, Shared, harmonic, ratio};
use super::sequence::longest_common;
use super::table::Context;
use super::terms::{Sentence, Terms};
use super::walk::{common, n_common};
use crate::story::Term;

/// Stories of two articles with at most this many claims together are judged by measures and a table for sentences.
const FEW_CLAIMS: usize = 4;

/// Returns whether two articles with this many claims are judged by the table for sentences.
pub(super) fn is_short(n: usize, m: usize) -> bool {
    n + m <= FEW_CLAIMS
}

/// The measures of a pair, in the order of [`MEASURES`].
pub type Features = [f32; N_FEATURES];

/// What is known of a measure.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// The tables in which it may only raise a score: those that shared figures raise may in both, so that no other
    /// figure is better than a differing one; more in the table of articles, where there is less to learn from.
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
    /// Returns whether `table` is among these tables.
    pub fn has(self, table: Self) -> bool {
        self == Self::Both || self == table
    }
}

const fn measure_of(name: &'static str, raises: Asked, asked: Asked) -> Measure {
    Measure { name, raises, asked }
}

macro_rules! measures {
    ($($field:ident = $name:literal, $raises:ident, $asked:ident;)*) => {
        /// How many measures there are.
        pub const N_FEATURES: usize = [$($name),*].len();

        /// The measures.
        pub const MEASURES: [Measure; N_FEATURES] = [$(measure_of($name, Asked::$raises, Asked::$asked)),*];

        /// What is measured of a pair; [`MEASURES`] says what each is.
        pub(super) struct Measured {
            $(pub(super) $field: f64,)*
        }

        impl Measured {
            /// As a forest takes it.
            pub(super) fn row(&self) -> Features {
                [$(self.$field as f32),*]
            }
        }
    };
}

measures! {
    likeness = "likeness", Both, Both;
    least_coverage = "least coverage", Both, Both;
    greatest_coverage = "greatest coverage", Both, Both;
    likeness_within = "likeness within articles", Both, Sentences;
    margin = "likeness above the row's and column's mean", Both, Both;
    lead_longer = "lead over other claims of the longer article", Both, Both;
    lead_shorter = "lead over other claims of the shorter article", Both, Both;
    word_pairs = "neighboring words shared", Articles, Both;
    clause_likeness = "likeness of the best clauses", Articles, Both;
    clause_coverage = "coverage of the best clause", Articles, Both;
    soft_likeness = "likeness with beginnings of words", Both, Both;
    shared_names = "weight of shared names", Articles, Sentences;
    shared_others = "weight of other shared words", Articles, Both;
    greatest_shared = "most telling shared word", Articles, Both;
    names_apart = "names that only one has", Neither, Sentences;
    shared_figures = "weight of shared figures", Both, Both;
    in_step = "likeness of the neighbors in step", Both, Both;
    across = "likeness of the neighbors across", Both, Both;
    distance = "distance in place", Neither, Both;
    trigrams = "groups of three letters shared", Articles, Both;
    weight_of_shorter = "weight of the shorter", Neither, Both;
    ratio_of_weights = "ratio of weights", Neither, Both;
    quotations = "likeness of quotations", Articles, Both;
    longest_run = "longest run shared", Both, Both;
    trigram_coverage = "coverage by groups of three letters", Articles, Both;
    likeness_without_credit = "likeness without who said it", Articles, Both;
    all_words = "all words shared", Articles, Both;
    share_of_names = "share of names shared", Articles, Sentences;
    repeated_longer = "repeated in the longer article", Neither, Sentences;
    repeated_shorter = "repeated in the shorter article", Neither, Sentences;
    in_order = "words shared in order", Both, Both;
    in_order_of_shorter = "words shared in order, of the shorter", Both, Both;
    stems_unweighed = "shared stems, unweighed", Articles, Both;
    rare_likeness = "likeness by words rare in the language", Articles, Sentences;
    least_rare_coverage = "least coverage by words rare in the language", Articles, Sentences;
    greatest_rare_coverage = "greatest coverage by words rare in the language", Articles, Sentences;
    words_of_shorter = "words of the shorter", Neither, Sentences;
    words_of_longer = "words of the longer", Neither, Sentences;
    figures_counted = "figures shared, counted", Both, Sentences;
    share_of_figures = "share of figures shared", Both, Sentences;
    cosine = "cosine", Both, Articles;
    distinctive = "likeness by what is exclusively theirs", Both, Articles;
    distinctive_least = "likeness by what is exclusively theirs, the smaller of both articles", Both, Articles;
    distinctive_greatest = "likeness by what is exclusively theirs, the greater of both articles", Both, Articles;
    articles_alike = "likeness of the articles", Articles, Articles;
    articles_distinctive = "likeness of the articles by what is exclusively theirs", Articles, Articles;
    told_elsewhere = "told in other articles, too", Articles, Articles;
    stems_counted = "shared stems, counted", Articles, Articles;
}

/// What is known of a pair before its words are compared one by one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) context: Context,
    pub(super) distinctive: Distinctive,
    pub(super) around: Around,
}

/// Measures the pair of claim `i` of article `a` and claim `j` of article `b`; `apart` is for what is in it in between.
pub(super) fn measure(
    terms: &Terms,
    (a, i): (usize, usize),
    (b, j): (usize, usize),
    seen: &Seen,
    apart: &mut Apart,
) -> Measured {
    let Seen { context, distinctive, around } = seen;
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
    Measured {
        likeness,
        least_coverage: of_x.min(of_y),
        greatest_coverage: of_x.max(of_y),
        likeness_within: harmonic(within.0, within.1),
        margin: likeness - (context.means[0] + context.means[1]) / 2.0,
        lead_longer: lead[0],
        lead_shorter: lead[1],
        word_pairs: n_shared_pairs / n_pairs,
        clause_likeness,
        clause_coverage,
        soft_likeness: harmonic(soft.0.min(1.0), soft.1.min(1.0)),
        shared_names: shared.names,
        shared_others: shared.others,
        greatest_shared: shared.greatest,
        names_apart: shared.names_apart[0].min(shared.names_apart[1]),
        shared_figures: figures[0],
        in_step: context.in_step,
        across: context.across,
        distance: (place_x - place_y).abs(),
        trigrams: 2.0 * n_trigrams / (x.trigrams.len() + y.trigrams.len()).max(1) as f64,
        weight_of_shorter: fewer,
        ratio_of_weights: ratio(fewer, more),
        quotations: quotations(terms, x, y),
        longest_run: run,
        trigram_coverage: n_trigrams / x.trigrams.len().min(y.trigrams.len()).max(1) as f64,
        likeness_without_credit: harmonic(
            ratio(shared.content, shared.content + shared.content_apart[0]),
            ratio(shared.content, shared.content + shared.content_apart[1]),
        ),
        all_words: 2.0 * n_all / (x.all.len() + y.all.len()).max(1) as f64,
        share_of_names: ratio(shared.names, shared.names + shared.names_apart[0].max(shared.names_apart[1])),
        repeated_longer: repeated[0],
        repeated_shorter: repeated[1],
        in_order: 2.0 * in_order / (x.run.len() + y.run.len()).max(1) as f64,
        in_order_of_shorter: in_order / x.run.len().min(y.run.len()).max(1) as f64,
        stems_unweighed: 2.0 * n_shared / (x.stems.len() + y.stems.len()).max(1) as f64,
        rare_likeness: language,
        least_rare_coverage: least_of_language,
        greatest_rare_coverage: most_of_language,
        words_of_shorter: n_words,
        words_of_longer: m_words,
        figures_counted: n_figures,
        share_of_figures,
        cosine: distinctive.cosine,
        distinctive: distinctive.own,
        distinctive_least: distinctive.either[0],
        distinctive_greatest: distinctive.either[1],
        articles_alike: context.articles,
        articles_distinctive: around.articles,
        told_elsewhere: around.told,
        stems_counted: n_shared,
    }
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

/// The likeness of what is inside quotation marks.
fn quotations(terms: &Terms, x: &Sentence, y: &Sentence) -> f64 {
    if x.quoted.is_empty() || y.quoted.is_empty() {
        return 0.0;
    }
    let total = |of: &[Term]| of.iter().map(|&term| terms.weight(term)).sum::<f64>();
    let shared: f64 = common(&x.quoted, &y.quoted).map(|&term| terms.weight(term)).sum();
    harmonic(ratio(shared, total(&x.quoted)), ratio(shared, total(&y.quoted)))
}

/// The best likeness of a clause of one with a clause of the other, and the best share of a clause's words in the other
/// claim. Both claims share `shared`.
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
