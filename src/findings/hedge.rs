#![doc = include_str!("../../assets/help/hedge.md")]
//!
//! Comes in: two linked claims. Goes out: a [`Difference`] where one hedges a word ("allegedly", "reportedly") that the other states flatly.
//! A claim that names who says it is not flat. Hedges of a number ("about", "at least") are the figure's own and are judged with it.

use super::difference::{Difference, Place, met, reason};
use super::slot;
use super::state::{Deed, States, deed, is_hedge, is_legal};
use super::words::Story;
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId, Link};

/// Claims less alike than this around the hedged word are not compared.
const ALIKE: f64 = 0.25;

/// The hedge that one claim of `link` has and the other lacks.
pub(super) fn find(story: &Story, states: &States, link: &Link) -> Option<Difference> {
    one_sided(story, states, link.a, link.b).or_else(|| one_sided(story, states, link.b, link.a))
}

fn one_sided(story: &Story, states: &States, hedged: ClaimId, flat: ClaimId) -> Option<Difference> {
    let (a, b) = (story.sentence(hedged), story.sentence(flat));
    // A flat claim is one that nobody else answers for, nor a court.
    let is_credited = story.articles[flat.article].claims[flat.claim].attribution.is_some();
    let is_charged = b.words.iter().any(|word| is_legal(&word.lower) && !word.lower.starts_with("arrest"));
    if is_credited || is_charged || !a.words.iter().any(is_hedge) || b.words.iter().any(is_hedge) {
        return None;
    }
    let (x, y) = (states.of(hedged), states.of(flat));
    let is_next = |i: usize| x[i].by.is_some_and(|by| by + 1 == i);
    let is_weakened = |i: usize| {
        let word = &a.words[i];
        let is_said = deed(a, i) != Deed::None || is_next(i) && !word.is_figure;
        x[i].is_alleged && !x[i].is_denied && word.is_content && !is_hedge(word) && is_said
    };
    let is_flat = |j: usize| !y[j].is_denied && !y[j].is_expected;
    let mut best: Option<(f64, usize, usize)> = None;
    for i in (0..a.words.len()).filter(|&i| is_weakened(i)) {
        let same = (0..b.words.len()).filter(|&j| b.words[j].stem == a.words[i].stem && b.words[j].is_content);
        for j in same.filter(|&j| is_flat(j)) {
            let likeness = slot::compare(story, a, &(i..i + 1), b, &(j..j + 1)).likeness();
            if likeness >= ALIKE && best.is_none_or(|best| likeness > best.0) {
                best = Some((likeness, i, j));
            }
        }
    }
    let (likeness, i, j) = best?;
    let hedge = &a.words[x[i].by?];
    let word = &a.words[i];
    let place = |claim, span, key: String| Place { claim, span, quantity: None, key };
    let mut places = [
        place(hedged, hedge.span.cover(word.span), format!("{} {}", hedge.lower, word.lower)),
        place(flat, b.words[j].span, b.words[j].lower.clone()),
    ];
    places.sort_by_key(|place| (place.claim, place.span));
    Some(Difference {
        kind: FindingKind::Hedge,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: story.articles[hedged.article].words(word.span).to_owned(),
        is_noun: false,
        places,
        why: vec![met(Condition::HedgeDropped(hedge.lower.clone())), reason(Condition::SamePlace, true)],
        strength: likeness,
    })
}
