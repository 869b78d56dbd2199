#![doc = include_str!("../../assets/help/hedge.md")]
//!
//! Comes in: two linked claims. Goes out: a [`Difference`] where one hedges a word ("allegedly", "reportedly") that the other states flatly.
//! A claim that names who says it is not flat. Hedges of a number ("about", "at least") are the figure's own and are judged with it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::difference::{Difference, Place, met, reason};
use super::slot;
use super::words::{Sentence, Story};
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::lexicon;

/// Claims less alike than this around the hedged word are not compared.
const ALIKE: f64 = 0.34;
/// So many words behind a hedge are looked at for the word it weakens.
const REACH: usize = 3;

/// The hedge that one claim of `link` has and the other lacks.
pub(super) fn find(story: &Story, link: &Link) -> Option<Difference> {
    one_sided(story, link.a, link.b).or_else(|| one_sided(story, link.b, link.a))
}

fn one_sided(story: &Story, hedged: ClaimId, flat: ClaimId) -> Option<Difference> {
    let sentence = |id: ClaimId| &story.sentences[id.article][id.claim];
    let (a, b) = (sentence(hedged), sentence(flat));
    if hedges(b).next().is_some() || story.articles[flat.article].claims[flat.claim].attribution.is_some() {
        return None;
    }
    let hedge = hedges(a).next()?;
    let (i, word) = a.words.iter().enumerate().skip(hedge + 1).take(REACH).find(|(_, word)| word.is_content)?;
    let j = b.words.iter().position(|other| other.is_content && other.stem == word.stem)?;
    let slot = slot::compare(story, a, &(i..i + 1), b, &(j..j + 1));
    let likeness = 0.55 * slot.near + 0.25 * slot.whole + 0.20 * slot.beside;
    if likeness < ALIKE {
        return None;
    }
    let hedge = &a.words[hedge];
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

/// The words of `sentence` that hedge.
fn hedges(sentence: &Sentence) -> impl Iterator<Item = usize> {
    sentence.words.iter().enumerate().filter(|(_, word)| HEDGES.contains(word.lower.as_str())).map(|(idx, _)| idx)
}

static HEDGES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::HEDGE_WORDS.rows().map(|row| row[0]).collect());
