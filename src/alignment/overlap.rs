//! What two claims have in common, and what only one of them has, weighed.

use super::terms::{Sentence, Terms};
use super::walk::{common, for_common};
use crate::story::Term;

/// How much of a rare word counts as shared where the other claim has only its beginning.
const ALIKE: f64 = 0.9;

/// What two claims have in common, weighed.
#[derive(Default)]
pub(super) struct Shared {
    /// All shared stems, by both weights.
    pub(super) weight: [f64; 2],
    /// How many they are.
    pub(super) n_stems: usize,
    /// Stems of one that share only their beginning with one of the other, at half weight.
    pub(super) soft: f64,
    /// Shared names.
    pub(super) names: f64,
    /// Shared words that are no names.
    pub(super) others: f64,
    /// The most informative shared word that is no name.
    pub(super) greatest: f64,
    /// Names that only the one has, and only the other.
    pub(super) names_apart: [f64; 2],
    /// Shared words outside who said it, and those apart.
    pub(super) content: f64,
    pub(super) content_apart: [f64; 2],
}

/// The stems, each with its prefix, that only the one of two claims has, and those that only the other. It is filled
/// anew for every pair: nothing has to be allocated for one.
#[derive(Default)]
pub(super) struct Apart([Vec<(Term, Term)>; 2]);

impl Shared {
    /// Of `x` and `y`, whose other stems are put in `apart`.
    pub(super) fn of(terms: &Terms, x: &Sentence, y: &Sentence, apart: &mut Apart) -> Self {
        let mut shared = Self::default();
        apart.0.iter_mut().for_each(Vec::clear);
        let (mut p, mut q) = (0, 0);
        while p < x.stems.len() || q < y.stems.len() {
            let (s, t) = (x.stems.get(p).copied(), y.stems.get(q).copied());
            if s == t {
                let (d, e) = (x.details[p], y.details[q]);
                let [weight, within] = terms.weights(x.stems[p]);
                shared.n_stems += 1;
                shared.weight[0] += weight;
                shared.weight[1] += within;
                if d.is_name || e.is_name {
                    shared.names += weight;
                } else {
                    shared.others += weight;
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
            apart.0[side].push((detail.prefix, stem));
            if detail.is_name {
                shared.names_apart[side] += weight;
            }
            if !detail.is_credit {
                shared.content_apart[side] += weight;
            }
            if is_left { p += 1 } else { q += 1 }
        }
        let soft = apart.alike(0).map(|(stem, other)| terms.weight(stem).min(terms.weight(other)) / 2.0);
        shared.soft = soft.sum();
        shared
    }
}

impl Apart {
    /// The stems of one `side` that share their beginning with one of the other, each with the first such.
    fn alike(&self, side: usize) -> impl Iterator<Item = (Term, Term)> {
        let others = &self.0[1 - side];
        self.0[side].iter().filter_map(move |&(prefix, stem)| {
            others.iter().find(|other| other.0 == prefix).map(|&(_, other)| (stem, other))
        })
    }

    /// Returns what of each claim the other has too, by beginnings of words, weighed by how rare they are in the
    /// language.
    pub(super) fn rare(&self, terms: &Terms, x: &Sentence, y: &Sentence) -> [f64; 2] {
        let rarity = |stem: Term| terms.rarities[stem as usize];
        let shared: f64 = common(&x.stems, &y.stems).map(|&stem| rarity(stem)).sum();
        [0, 1].map(|side| shared + self.alike(side).map(|(stem, _)| ALIKE * rarity(stem)).sum::<f64>())
    }
}

/// Returns how many names, and how many words that are no names, two claims share.
pub(super) fn n_shared(x: &Sentence, y: &Sentence) -> [usize; 2] {
    let mut counts = [0; 2];
    for_common(&x.stems, &y.stems, |p, q| {
        let is_name = x.details[p].is_name || y.details[q].is_name;
        counts[usize::from(!is_name)] += 1;
    });
    counts
}

/// Returns the harmonic mean.
pub(super) fn harmonic(x: f64, y: f64) -> f64 {
    if x > 0.0 && y > 0.0 { 2.0 * x * y / (x + y) } else { 0.0 }
}

/// Returns the share of `whole` that `part` is; 0 of nothing.
pub(super) fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
