#![doc = include_str!("../../assets/help/negation.md")]
//!
//! Comes in: two linked claims. Goes out: a [`Difference`] for the word both share that one denies, expects or gives another legal state.
//! Each word gets a [`State`] from the words before it: a negation reaches over the next telling words, an expectation over the next verb,
//! both end at a comma or a quotation mark. Limits: irony, double negation and denial spread over sentences are not understood.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::difference::{Difference, Place, met, reason};
use super::slot;
use super::words::{Sentence, Story, Word};
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::lexicon;
use crate::text::Span;

/// From this likeness of the words around on, a denial is called a conflict.
const CONFLICT: f64 = 0.34;
/// Sentences that share this part of their words say the same of everything in them.
const SAID_AGAIN: f64 = 0.6;
/// From this likeness on it is shown.
const DIFFERS: f64 = 0.24;
/// The same for an expectation or an opposite word.
const STATE_DIFFERS: f64 = 0.30;
/// The same for a legal state: one story has people in several.
const LEGAL_DIFFERS: f64 = 0.36;

/// What the words before say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct State {
    /// Denied.
    is_denied: bool,
    /// Said to come.
    is_expected: bool,
    /// Where the word that says so stands.
    by: Option<usize>,
}

impl State {
    fn says(self, other: Self) -> bool {
        (self.is_denied, self.is_expected) == (other.is_denied, other.is_expected)
    }
}

/// What the claims of `link` deny of each other.
pub(super) fn find(story: &Story, link: &Link) -> Option<Difference> {
    let sentence = |id: ClaimId| &story.sentences[id.article][id.claim];
    let (a, b) = (sentence(link.a), sentence(link.b));
    let (a_states, b_states) = (states(a), states(b));
    let mut best: Option<Difference> = None;
    for (i, p) in a.words.iter().enumerate() {
        if !p.is_content || p.is_figure || is_marker(p) {
            continue;
        }
        for (j, q) in b.words.iter().enumerate() {
            if !q.is_content || q.is_figure || is_name(q, j) || is_marker(q) {
                continue;
            }
            let condition = if p.stem == q.stem {
                let settled = |state: State, sentence: &Sentence, states: &[State]| {
                    sentence.words.iter().zip(states).any(|(word, other)| word.stem == p.stem && other.says(state))
                };
                if settled(a_states[i], b, &b_states) || settled(b_states[j], a, &a_states) {
                    continue;
                }
                shared_word(p, a_states[i], b_states[j])
            } else {
                other_words(p, q, a, b, a_states[i], b_states[j])
            };
            let Some((condition, relation, least)) = condition else { continue };
            let slot = slot::compare(story, a, &(i..i + 1), b, &(j..j + 1));
            let likeness = 0.55 * slot.near + 0.25 * slot.whole + 0.20 * slot.beside;
            if likeness < least || best.as_ref().is_some_and(|best| best.strength >= likeness) {
                continue;
            }
            // Who denies a noun or an adjective mostly denies what is said of it, and that is another thing there, unless the
            // sentences say the same otherwise.
            let is_done = p.stem != q.stem || EVENTS.contains_key(p.lower.as_str()) || slot.whole >= SAID_AGAIN;
            let is_sure = likeness >= CONFLICT && relation == Relation::Conflict && is_done;
            let relation = if relation == Relation::Conflict && !is_sure { Relation::Differs } else { relation };
            best = Some(Difference {
                kind: FindingKind::Negation,
                relation,
                certainty: if is_sure { Certainty::Medium } else { Certainty::Low },
                what: story.articles[link.a.article].words(p.span).to_owned(),
                is_noun: false,
                places: [place(link.a, a, i, a_states[i]), place(link.b, b, j, b_states[j])],
                why: vec![met(condition), reason(Condition::SamePlace, is_sure)],
                strength: likeness,
            });
        }
    }
    best
}

fn shared_word(word: &Word, a: State, b: State) -> Option<(Condition, Relation, f64)> {
    if a.is_denied != b.is_denied {
        return Some((Condition::Denied(word.lower.clone()), Relation::Conflict, DIFFERS));
    }
    if a.is_expected != b.is_expected && !a.is_denied && EVENTS.contains_key(word.lower.as_str()) {
        return Some((Condition::Expected(word.lower.clone()), Relation::Update, STATE_DIFFERS));
    }
    None
}

fn other_words(
    p: &Word,
    q: &Word,
    a: &Sentence,
    b: &Sentence,
    x: State,
    y: State,
) -> Option<(Condition, Relation, f64)> {
    let stands_in = |word: &Word, sentence: &Sentence| sentence.words.iter().any(|other| other.stem == word.stem);
    if x.is_denied == y.is_denied
        && OPPOSITES.get(p.lower.as_str()).is_some_and(|list| list.contains(&q.lower.as_str()))
    {
        if stands_in(p, b) || stands_in(q, a) {
            return None;
        }
        return Some((Condition::Opposites(p.lower.clone(), q.lower.clone()), Relation::Conflict, STATE_DIFFERS));
    }
    let (s, t) = (LEGAL.get(p.lower.as_str())?, LEGAL.get(q.lower.as_str())?);
    if s == t
        || (is_verdict(s) && is_verdict(t))
        || x.is_denied
        || y.is_denied
        || legal_states(a).any(|state| state == t)
        || legal_states(b).any(|state| state == s)
    {
        return None;
    }
    let relation = if is_final(s) && is_final(t) { Relation::Conflict } else { Relation::Differs };
    Some((Condition::LegalStates(p.lower.clone(), q.lower.clone()), relation, LEGAL_DIFFERS))
}

fn legal_states(sentence: &Sentence) -> impl Iterator<Item = &&'static str> {
    sentence.words.iter().filter_map(|word| LEGAL.get(word.lower.as_str()))
}

/// Who was sentenced has been convicted.
fn is_verdict(state: &str) -> bool {
    matches!(state, "convicted" | "sentenced")
}

/// Two of these states exclude each other.
fn is_final(state: &str) -> bool {
    matches!(state, "convicted" | "acquitted")
}

/// The state of every word of `sentence`.
fn states(sentence: &Sentence) -> Vec<State> {
    let mut states = vec![State::default(); sentence.words.len()];
    for (idx, word) in sentence.words.iter().enumerate() {
        let Some((effect, reach)) = marker(word) else { continue };
        // "no more than 40", "not only": nothing is denied.
        let next = sentence.words.get(idx + 1).map_or("", |next| next.lower.as_str());
        if effect == Effect::Denies && matches!(next, "more" | "fewer" | "less" | "later" | "longer" | "only" | "least")
        {
            continue;
        }
        let mut left = reach;
        for (next, state) in sentence.words.iter().zip(&mut states).skip(idx + 1) {
            if left == 0
                || next.after_break
                || next.after_quote
                || matches!(next.lower.as_str(), "but" | "because" | "although" | "though")
            {
                break;
            }
            if next.is_content && !is_marker(next) {
                left -= 1;
                state.by = Some(idx);
                match effect {
                    Effect::Denies => state.is_denied = !state.is_denied,
                    Effect::Expects => state.is_expected = true,
                }
            }
        }
    }
    states
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Denies,
    Expects,
}

fn marker(word: &Word) -> Option<(Effect, usize)> {
    if word.lower.ends_with("n't") || word.lower == "cannot" {
        return Some((Effect::Denies, 2));
    }
    MARKERS.get(word.lower.as_str()).copied()
}

/// Whether a word is part of a name: names are neither denied nor expected.
fn is_name(word: &Word, idx: usize) -> bool {
    word.is_capital && idx > 0 && !word.after_quote
}

fn is_marker(word: &Word) -> bool {
    marker(word).is_some()
}

/// The word with what denies or expects it, if that stands close.
fn place(claim: ClaimId, sentence: &Sentence, idx: usize, state: State) -> Place {
    let word = &sentence.words[idx];
    let span = state.by.map_or(word.span, |by| sentence.words[by].span.cover(word.span));
    Place { claim, span, quantity: None, key: key(sentence, span) }
}

fn key(sentence: &Sentence, span: Span) -> String {
    let words: Vec<&str> =
        sentence.words.iter().filter(|word| span.contains(word.span)).map(|word| word.lower.as_str()).collect();
    words.join(" ")
}

static MARKERS: LazyLock<FxHashMap<&str, (Effect, usize)>> = LazyLock::new(|| {
    lexicon::NEGATION_WORDS
        .rows()
        .map(|row| {
            (row[0], (if row[1] == "expects" { Effect::Expects } else { Effect::Denies }, row[2].parse().unwrap_or(1)))
        })
        .collect()
});

static EVENTS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    lexicon::EVENT_WORDS.rows().chain(lexicon::LEGAL_STATES.rows()).map(|row| (row[0], row[1])).collect()
});

static LEGAL: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::LEGAL_STATES.rows().map(|row| (row[0], row[1])).collect());

static OPPOSITES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut both: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for row in lexicon::OPPOSITES.rows() {
        both.entry(row[0]).or_default().push(row[1]);
        both.entry(row[1]).or_default().push(row[0]);
    }
    both
});
