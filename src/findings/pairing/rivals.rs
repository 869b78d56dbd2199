//! What else each figure of a pair could stand for in the article of the other.
//!
//! Comes in: all pairs of a story that were thought of. Goes out: for one pair, how far it leads its rivals, and how
//! strong they are. Each figure has one counterpart in another article at most, so that a pair is as good as the next
//! best of either side is bad. Time and space are linear in the number of pairs.

use rustc_hash::FxHashMap;

use super::pair::Pair;
use crate::findings::quantity::values::Match;
use crate::findings::reading::words::Place;

/// A figure and the article it is looked for in.
type Key = (Place, usize);

/// The best measure of a figure's pairs, and with which other figure; the second best.
type Best = [(f64, Place); 2];

/// How much the words around the pairs of each figure have in common.
#[derive(Default)]
pub(super) struct Leads(FxHashMap<Key, Best>);

/// Shared words that amount to so much are as good as none: half the weight of a word that stands in every other claim,
/// beside both.
const NOTHING_SHARED: f64 = 0.5;

impl Leads {
    /// Reads what the places of `pairs` share.
    pub(in crate::findings) fn of<'a>(pairs: impl Iterator<Item = &'a Pair>) -> Self {
        let mut leads = Self::default();
        for pair in pairs {
            for (own, other) in sides(pair) {
                enter(&mut leads.0, (own, other.0.article), pair.evidence.slot.shared, other);
            }
        }
        leads
    }

    /// The part of `pair` in what its words and those of its best rival share, 0 to 1; more than a half where it leads.
    pub(super) fn lead(&self, pair: &Pair) -> f64 {
        let own = pair.evidence.slot.shared;
        let rivals = sides(pair).map(|(figure, other)| rival(self.0.get(&(figure, other.0.article)), other));
        own / (own + rivals[0].max(rivals[1]) + NOTHING_SHARED)
    }
}

/// How strong the pairs of each figure are.
#[derive(Default)]
pub(super) struct Rivals {
    /// The strongest pair of equal value.
    echoes: FxHashMap<Key, f64>,
    /// The two strongest pairs of any value with other figures.
    best: FxHashMap<Key, Best>,
}

impl Rivals {
    /// Reads the strengths of `pairs`.
    pub(in crate::findings) fn of<'a>(pairs: impl Iterator<Item = &'a Pair>) -> Self {
        let mut rivals = Self::default();
        for pair in pairs {
            for (own, other) in sides(pair) {
                let key = (own, other.0.article);
                if matches!(pair.matches, Match::Same | Match::Rounded | Match::Admits) {
                    let echo = rivals.echoes.entry(key).or_default();
                    *echo = echo.max(pair.strength);
                }
                enter(&mut rivals.best, key, pair.strength, other);
            }
        }
        rivals
    }

    /// Weighs `pair` against what else its figures could stand for.
    pub(super) fn weigh(&self, pair: &mut Pair) {
        let sides = sides(pair);
        let echoes = sides.map(|(own, other)| self.echoes.get(&(own, other.0.article)).copied().unwrap_or(0.0));
        let rivals = sides.map(|(own, other)| rival(self.best.get(&(own, other.0.article)), other));
        pair.evidence.echo = echoes[0].max(echoes[1]);
        pair.evidence.far_echo = echoes[0].min(echoes[1]);
        pair.evidence.rival = rivals[0].max(rivals[1]);
        if matches!(pair.matches, Match::Apart | Match::Stretched | Match::Near | Match::CutShort) {
            pair.strength = pair.evidence.strength_apart();
        }
    }
}

fn sides(pair: &Pair) -> [(Place, Place); 2] {
    [(pair.a, pair.b), (pair.b, pair.a)]
}

fn enter(best: &mut FxHashMap<Key, Best>, key: Key, measure: f64, other: Place) {
    let [first, second] = best.entry(key).or_insert([(0.0, key.0); 2]);
    if measure > first.0 {
        *second = *first;
        *first = (measure, other);
    } else if measure > second.0 {
        *second = (measure, other);
    }
}

/// The best that is not with `other`.
fn rival(best: Option<&Best>, other: Place) -> f64 {
    best.and_then(|best| best.iter().find(|(_, rival)| *rival != other)).map_or(0.0, |(measure, _)| *measure)
}
