//! What two claims have in common, and what only one of them has, weighed.

use super::terms::{Sentence, Term, Terms};
use super::walk::for_common;

/// How much of a rare word counts as shared where the other claim has only its beginning.
const ALIKE: f64 = 0.9;

/// What two claims have in common, weighed.
#[derive(Default)]
pub(super) struct Shared {
    /// All shared stems, by both weights.
    pub(super) weight: [f64; 2],
    /// Stems of one that share only their beginning with one of the other, at half weight.
    pub(super) soft: f64,
    /// Shared names.
    pub(super) names: f64,
    /// Shared words that are no names.
    pub(super) others: f64,
    /// The most telling shared word that is no name.
    pub(super) greatest: f64,
    /// Names that only the one has, and only the other.
    pub(super) names_apart: [f64; 2],
    /// Shared words outside who said it, and those apart.
    pub(super) content: f64,
    pub(super) content_apart: [f64; 2],
    /// What of each claim the other has too, by beginnings of words, weighed by how rare they are in the language.
    pub(super) rare: [f64; 2],
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

/// How many names, and how many words that are no names, two claims share.
pub(super) fn n_shared(x: &Sentence, y: &Sentence) -> [usize; 2] {
    let mut counts = [0; 2];
    for_common(&x.stems, &y.stems, |p, q| {
        let is_name = x.details[p].is_name || y.details[q].is_name;
        counts[usize::from(!is_name)] += 1;
    });
    counts
}
