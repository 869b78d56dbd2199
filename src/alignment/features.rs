//! What is measured of a pair of claims.
//!
//! Comes in: the words of two articles and what stands around the pair in their table of plain likeness. Goes out: a [`Features`] row for a pair, read by the
//! [`model`](super::model). Every measure is the same when the two claims change places. No measure falls when two figures
//! differ instead of being absent: figures are left out of all but the shared ones.
//! Time: linear in the words of both claims, but for claims of more than 64 words, whose longest common run costs the product of both.

use std::cmp::Ordering;

use super::likeness::{Context, harmonic};
use super::terms::{Sentence, Term, Terms};

/// How many measures there are.
pub const N_FEATURES: usize = 40;

/// The measures of a pair, in the order of [`NAMES`].
pub type Features = [f32; N_FEATURES];

/// The measures' names. A `+` marks those that shared figures raise: they may only raise a score, so that no other figure is better
/// than a differing one. A `~` marks those that may only raise the score of articles' claims, where there is less to learn from.
pub const NAMES: [&str; N_FEATURES] = [
    "+likeness",
    "+least coverage",
    "+greatest coverage",
    "+likeness within articles",
    "+likeness above the row's and column's mean",
    "+lead over other claims of the longer article",
    "+lead over other claims of the shorter article",
    "~neighboring words shared",
    "~likeness of the best clauses",
    "~coverage of the best clause",
    "+likeness with beginnings of words",
    "~weight of shared names",
    "~weight of other shared words",
    "~most telling shared word",
    "names that only one has",
    "+weight of shared figures",
    "+likeness of the neighbors in step",
    "+likeness of the neighbors across",
    "distance in place",
    "~groups of three letters shared",
    "weight of the shorter",
    "ratio of weights",
    "~likeness of quotations",
    "+longest run shared",
    "~coverage by groups of three letters",
    "~likeness without who said it",
    "~all words shared",
    "~share of names shared",
    "repeated in the longer article",
    "repeated in the shorter article",
    "+words shared in order",
    "+words shared in order, of the shorter",
    "~shared stems, unweighed",
    "~likeness by words rare in the language",
    "~least coverage by words rare in the language",
    "~greatest coverage by words rare in the language",
    "words of the shorter",
    "words of the longer",
    "+figures shared, counted",
    "+share of figures shared",
];

/// Place of the weight of shared names.
pub(super) const SHARED_NAMES: usize = 11;
/// Place of the weight of shared words that are no names.
pub(super) const OTHERS: usize = 12;
/// Place of the weight of names that only one of the claims has, the smaller of both sides.
pub(super) const NAMES_APART: usize = 14;

/// Measures the pair of claim `i` of article `a` and claim `j` of article `b`.
pub(super) fn measure(terms: &Terms, (a, i): (usize, usize), (b, j): (usize, usize), context: &Context) -> Features {
    let (x, y) = (&terms.articles[a][i], &terms.articles[b][j]);
    let (n, m) = (terms.articles[a].len(), terms.articles[b].len());
    let shared = Shared::of(terms, x, y);
    let figures =
        [0, 1].map(|kind| common(&x.numbers, &y.numbers).map(|&term| terms.weights[term as usize][kind]).sum());
    let share = |kind: usize, more: f64, sentence: &Sentence| {
        let figures: f64 = figures[kind];
        ratio(shared.weight[kind] + more + figures, sentence.total[kind] + figures)
    };
    let cover = |kind: usize| (share(kind, 0.0, x), share(kind, 0.0, y));
    let (of_x, of_y) = cover(0);
    let likeness = context.likeness;
    let within = cover(1);
    let soft = (share(0, shared.soft, x), share(0, shared.soft, y));
    let (clause_likeness, clause_coverage) = clauses(terms, x, y);
    let place = |idx: usize, n: usize| idx as f64 / (n.max(2) - 1) as f64;
    let (place_x, place_y) = (place(i, n), place(j, m));
    let n_pairs = x.pairs.len().min(y.pairs.len()).max(1) as f64;
    let n_shared_pairs = n_common(&x.pairs, &y.pairs) as f64;
    let quoted = |of: &[Term]| of.iter().map(|&term| terms.weight(term)).sum::<f64>();
    let shared_quoted: f64 = common(&x.quoted, &y.quoted).map(|&term| terms.weight(term)).sum();
    let (run, in_order) = longest_common(x, y);
    let (run, in_order) = (run as f64, in_order as f64);
    let n_shared = n_common(&x.stems, &y.stems) as f64;
    let n_figures = n_common(&x.numbers, &y.numbers) as f64;
    let rare = (ratio(shared.rare[0], x.rare_total), ratio(shared.rare[1], y.rare_total));
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
        harmonic(ratio(shared_quoted, quoted(&x.quoted)), ratio(shared_quoted, quoted(&y.quoted))),
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
        harmonic(rare.0, rare.1),
        rare.0.min(rare.1),
        rare.0.max(rare.1),
        x.n_words.min(y.n_words) as f64,
        x.n_words.max(y.n_words) as f64,
        n_figures,
        n_figures / x.numbers.len().min(y.numbers.len()).max(1) as f64,
    ];
    values.map(|value| value as f32)
}

/// How much of a rare word counts as shared where the other claim has only its beginning.
const ALIKE: f64 = 0.9;

/// What two claims have in common, weighed.
#[derive(Default)]
pub(super) struct Shared {
    /// All shared stems, by both weights.
    weight: [f64; 2],
    /// Stems of one that share only their beginning with one of the other, at half weight.
    soft: f64,
    /// Shared names.
    pub(super) names: f64,
    /// Shared words that are no names.
    pub(super) others: f64,
    /// How many of the latter.
    pub(super) n_others: usize,
    /// The most telling shared word that is no name.
    greatest: f64,
    /// Names that only the one has, and only the other.
    pub(super) names_apart: [f64; 2],
    /// Shared words outside who said it, and those apart.
    content: f64,
    content_apart: [f64; 2],
    /// What of each claim the other has too, by beginnings of words, weighed by how rare they are in the language.
    rare: [f64; 2],
}

impl Shared {
    pub(super) fn of(terms: &Terms, x: &Sentence, y: &Sentence) -> Self {
        let mut shared = Self::default();
        let mut apart = [x, y].map(|sentence| Vec::<(Term, f64, f64)>::with_capacity(sentence.stems.len()));
        let (mut p, mut q) = (0, 0);
        while p < x.stems.len() || q < y.stems.len() {
            let (s, t) = (x.stems.get(p).copied(), y.stems.get(q).copied());
            if s == t {
                let (d, e) = (x.details[p], y.details[q]);
                let stem = x.stems[p];
                let [weight, within] = terms.weights[stem as usize];
                shared.weight[0] += weight;
                shared.weight[1] += within;
                let rarity = terms.rarities[stem as usize];
                shared.rare = shared.rare.map(|sum| sum + rarity);
                if d.is_name || e.is_name {
                    shared.names += weight;
                } else {
                    shared.others += weight;
                    shared.n_others += 1;
                    shared.greatest = shared.greatest.max(weight);
                }
                if !(d.is_credit && e.is_credit) {
                    shared.content += weight;
                }
                (p, q) = (p + 1, q + 1);
                continue;
            }
            let is_left = match (s, t) {
                (Some(s), Some(t)) => s < t,
                (left, _) => left.is_some(),
            };
            let (side, stem, detail) =
                if is_left { (0, x.stems[p], x.details[p]) } else { (1, y.stems[q], y.details[q]) };
            let weight = terms.weight(stem);
            apart[side].push((detail.prefix, weight, terms.rarities[stem as usize]));
            if detail.is_name {
                shared.names_apart[side] += weight;
            }
            if !detail.is_credit {
                shared.content_apart[side] += weight;
            }
            if is_left { p += 1 } else { q += 1 }
        }
        for side in [0, 1] {
            for (prefix, weight, rarity) in &apart[side] {
                if let Some((_, other, _)) = apart[1 - side].iter().find(|(other, ..)| other == prefix) {
                    shared.rare[side] += ALIKE * rarity;
                    if side == 0 {
                        shared.soft += weight.min(*other) / 2.0;
                    }
                }
            }
        }
        shared
    }
}

/// The best likeness of a clause of one with a clause of the other, and the best share of a clause's words in the other claim.
fn clauses(terms: &Terms, x: &Sentence, y: &Sentence) -> (f64, f64) {
    let whole = |sentence: &Sentence| if sentence.clauses.is_empty() { 1 } else { sentence.clauses.len() };
    let total = |of: &Sentence, idx: usize| of.clause_totals.get(idx).copied().unwrap_or(of.total[0]);
    let (mut likeness, mut coverage) = (0.0_f64, 0.0_f64);
    for p in 0..whole(x) {
        let left = x.clauses.get(p).unwrap_or(&x.stems);
        let total_left = total(x, p);
        for q in 0..whole(y) {
            let right = y.clauses.get(q).unwrap_or(&y.stems);
            let shared: f64 = common(left, right).map(|&term| terms.weight(term)).sum();
            let (of_left, of_right) = (ratio(shared, total_left), ratio(shared, total(y, q)));
            likeness = likeness.max(harmonic(of_left, of_right));
            coverage = coverage.max(of_left.max(of_right));
        }
    }
    (likeness, coverage)
}

pub(super) fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// How many words that are no names two claims share.
pub(super) fn n_others(x: &Sentence, y: &Sentence) -> usize {
    let mut n_others = 0;
    for_common(&x.stems, &y.stems, |p, q| n_others += usize::from(!x.details[p].is_name && !y.details[q].is_name));
    n_others
}

/// Tells `meet` the places of what two sorted lists have in common. The walk does not branch on which side is less, as that
/// cannot be guessed.
pub(super) fn for_common<T: Ord>(x: &[T], y: &[T], mut meet: impl FnMut(usize, usize)) {
    let (mut p, mut q) = (0, 0);
    while p < x.len() && q < y.len() {
        let (left, right) = (&x[p], &y[q]);
        if left == right {
            meet(p, q);
        }
        p += usize::from(left <= right);
        q += usize::from(right <= left);
    }
}

/// What two sorted lists have in common.
fn common<'a, T: Ord>(x: &'a [T], y: &'a [T]) -> impl Iterator<Item = &'a T> {
    let (mut p, mut q) = (0, 0);
    std::iter::from_fn(move || {
        while p < x.len() && q < y.len() {
            let (left, right) = (&x[p], &y[q]);
            p += usize::from(left <= right);
            q += usize::from(right <= left);
            if left == right {
                return Some(left);
            }
        }
        None
    })
}

/// How many items two sorted lists have in common.
fn n_common<T: Ord>(x: &[T], y: &[T]) -> usize {
    let (mut p, mut q, mut n) = (0, 0, 0);
    while p < x.len() && q < y.len() {
        let (left, right) = (&x[p], &y[q]);
        n += usize::from(left == right);
        p += usize::from(left <= right);
        q += usize::from(right <= left);
    }
    n
}

/// So many words are compared at once, as the bits of a number; the longer claim may have twice as many.
const BITS: usize = 64;

/// How many words the longest run has that stands in both, and how many the longest sequence that stands in both with gaps.
/// Bit by bit for all words of the shorter claim at once: Hyyrö, Bit-parallel LCS-length computation revisited, 2004.
fn longest_common(x: &Sentence, y: &Sentence) -> (usize, usize) {
    let (longer, shorter) = if x.run.len() < y.run.len() { (y, x) } else { (x, y) };
    if shorter.run.len() > BITS || longer.run.len() > 2 * BITS {
        return longest_common_of_many(&x.run, &y.run);
    }
    // For each word of the longer claim, the places where the shorter has it.
    let mut places = [0_u64; 2 * BITS];
    let places = &mut places[..longer.run.len()];
    let (mut p, mut q) = (0, 0);
    while p < longer.places.len() && q < shorter.places.len() {
        let (left, right) = (longer.places[p], shorter.places[q]);
        if left.0 == right.0 {
            let same = shorter.places[q..].iter().take_while(|place| place.0 == left.0);
            places[left.1 as usize] = same.fold(0, |places, place| places | 1 << place.1);
        }
        p += usize::from(left.0 <= right.0);
        q += usize::from(right.0 < left.0);
    }
    // A bit is cleared where the sequence up to that place of the shorter claim grows by one.
    let unmatched = places.iter().fold(u64::MAX, |rest, &places| {
        let matched = rest & places;
        rest.wrapping_add(matched) | (rest - matched)
    });
    // The ends of runs of one word, of two, of three, until there are none.
    let mut longest = 0;
    let mut ends = [0_u64; 2 * BITS];
    let ends = &mut ends[..places.len()];
    ends.copy_from_slice(places);
    while ends.iter().any(|&ends| ends != 0) {
        longest += 1;
        for idx in (0..ends.len()).rev() {
            let before = if idx == 0 { 0 } else { ends[idx - 1] };
            ends[idx] = before << 1 & places[idx];
        }
    }
    (longest, unmatched.count_zeros() as usize)
}

/// The same word by word.
fn longest_common_of_many(x: &[Term], y: &[Term]) -> (usize, usize) {
    let mut runs = vec![0_u16; y.len() + 1];
    let mut sequences = vec![0_u16; y.len() + 1];
    let mut longest = 0;
    for word in x {
        let (mut run, mut sequence) = (0, 0);
        for (q, other) in y.iter().enumerate() {
            let (run_above, sequence_above) = (runs[q + 1], sequences[q + 1]);
            if word == other {
                runs[q + 1] = run + 1;
                sequences[q + 1] = sequence + 1;
                longest = longest.max(run + 1);
            } else {
                runs[q + 1] = 0;
                sequences[q + 1] = sequence_above.max(sequences[q]);
            }
            (run, sequence) = (run_above, sequence_above);
        }
    }
    (usize::from(longest), usize::from(sequences[y.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(run: &[Term]) -> Sentence {
        let mut places: Vec<(Term, u32)> = run.iter().copied().zip(0..).collect();
        places.sort_unstable();
        Sentence { run: run.to_vec(), places, ..Sentence::default() }
    }

    #[test]
    fn runs_and_sequences() {
        let check = |x: &[Term], y: &[Term], expected| {
            assert_eq!(longest_common(&sentence(x), &sentence(y)), expected, "{x:?} {y:?}");
            assert_eq!(longest_common_of_many(x, y), expected, "{x:?} {y:?}");
        };
        check(&[], &[], (0, 0));
        check(&[1, 2], &[], (0, 0));
        check(&[1, 2, 3, 4], &[9, 2, 3, 8, 4, 1], (2, 3));
        check(&[1, 1, 2, 1], &[1, 2, 1, 1], (3, 3));
        let long: Vec<Term> = (0..100).map(|idx| idx * idx % 7).collect();
        check(&long[..64], &long[..64], (64, 64));
        check(&long, &long[3..60], (57, 57));
        check(&long, &long, (100, 100));
    }

    #[test]
    fn bits_and_words_agree() {
        let mut state = 1_u32;
        let mut below = |n: u32| {
            state = state.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
            (state >> 16) % n
        };
        for _ in 0..500 {
            let mut run = || -> Vec<Term> {
                let n_words = below(90);
                (0..n_words).map(|_| below(12)).collect()
            };
            let (x, y) = (run(), run());
            assert_eq!(longest_common(&sentence(&x), &sentence(&y)), longest_common_of_many(&x, &y), "{x:?} {y:?}");
        }
    }
}
