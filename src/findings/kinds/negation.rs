#![doc = include_str!("../../../assets/help/negation.md")]
//!
//! Takes two linked claims. Returns a [`Difference`] for the deed both speak of that one denies, expects or gives
//! another legal state. Only deeds are compared: who denies something about a church does not deny the church. See
//! [`super::state`] for how a denial is read.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::state::{Deed, State, States, deed, is_event, is_marker};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::story::lists;
use crate::text::Span;

/// Likeness of the two places, 0 to 1, from which on a denial is called a conflict. At 0.34, half of twelve on
/// annotated stories were real.
const CONFLICT: f64 = 0.45;
/// Share of the words, 0 to 1, from which on two sentences say the same of everything in them.
const SAID_AGAIN: f64 = 0.6;
/// Likeness of the two places, 0 to 1, from which on a denial is shown.
const DIFFERS: f64 = 0.24;
/// Likeness of the two places, 0 to 1, from which on an expectation is shown.
const EXPECTED_DIFFERS: f64 = 0.30;
/// What the shared words near both places amount to ([`Slot::shared`](slot::Slot::shared)), from which on an
/// expectation is shown though the sentences are long. For denials there is no such bound: three times as many are
/// wrong as right at any.
const NEAR: f64 = 2.5;
/// Least likeness of the two places, 0 to 1, for that: claims that are less alike are about other things.
const NEAR_ALIKE: f64 = 0.10;
/// Likeness of the two places, 0 to 1, from which on a noun after "no" is shown.
const COUNTED: f64 = 0.40;
/// Likeness of the two places, 0 to 1, from which on two opposite words are shown.
const STATE_DIFFERS: f64 = 0.30;
/// Likeness of the two places, 0 to 1, from which on two legal states are shown; one story has people in several.
const LEGAL_DIFFERS: f64 = 0.36;

/// Returns what the claims of `link` deny of each other.
pub(in crate::findings) fn find(story: &Story, states: &States, link: &Link) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let (a_states, b_states) = (states.of(link.a), states.of(link.b));
    // Who denies that it was unsafe says that it was safe.
    let is_denied_opposite = a.words.iter().zip(a_states).any(|(p, x)| {
        let opposite = OPPOSITES.get(p.lower.as_str());
        let is_one = |q: &Word| opposite.is_some_and(|list| list.contains(&q.lower.as_str()));
        b.words.iter().zip(b_states).any(|(q, y)| is_one(q) && x.is_denied != y.is_denied)
    });
    if is_denied_opposite {
        return None;
    }
    let mut best: Option<Difference> = None;
    for (i, p) in a.words.iter().enumerate() {
        if !p.is_content || p.is_figure {
            continue;
        }
        for (j, q) in b.words.iter().enumerate() {
            // Names are neither denied nor expected.
            if !q.is_content || q.is_figure || q.is_name(j) {
                continue;
            }
            // "Denied" is the opposite of "confirmed", and says nothing where it is in both.
            let is_marked = is_marker(p) || is_marker(q);
            let condition = if p.stem == q.stem && is_marked {
                None
            } else if p.stem == q.stem {
                let settled = |state: State, sentence: &Sentence, states: &[State]| {
                    sentence.words.iter().zip(states).any(|(word, other)| word.stem == p.stem && other.says(state))
                };
                if settled(a_states[i], b, b_states) || settled(b_states[j], a, a_states) {
                    continue;
                }
                shared_word((a, i, a_states[i]), (b, j, b_states[j]))
            } else {
                other_words(p, q, a, b, a_states[i], b_states[j])
            };
            let Some((condition, relation, least)) = condition else { continue };
            let slot = slot::compare(story, a, &(i..i + 1), b, &(j..j + 1));
            let likeness = slot.likeness();
            // What is expected of one is not what another has done.
            if relation == Relation::Update && !a.shares_name(b) {
                continue;
            }
            // One won, another lost.
            if p.stem != q.stem && are_of_two((a, i), (b, j)) {
                continue;
            }
            // Long sentences are never alike as a whole; what is near both places then tells.
            let is_near = relation == Relation::Update && slot.shared >= NEAR && likeness >= NEAR_ALIKE;
            if likeness < least && !is_near || best.as_ref().is_some_and(|best| best.strength >= likeness) {
                continue;
            }
            // Who denies a noun or an adjective mostly denies what is said of it, and that is another thing there,
            // unless the sentences say the same otherwise.
            let is_done = p.stem != q.stem || is_event(&p.lower) || slot.whole >= SAID_AGAIN;
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

/// Whether each word is said of somebody whom the other claim does not name: the nearest names before them.
fn are_of_two((a, i): (&Sentence, usize), (b, j): (&Sentence, usize)) -> bool {
    let whose = |sentence: &Sentence, at: usize| {
        // The first word of a sentence is a name if another capital follows.
        let is_first_name = |idx: usize| idx == 0 && sentence.words.get(1).is_some_and(|next| next.is_capital);
        let is_name = |idx: usize, word: &Word| word.is_capital && (idx > 0 || is_first_name(idx));
        let before = sentence.words[..at].iter().enumerate().rev();
        let mut names = before.filter(|(idx, word)| is_name(*idx, word) && word.is_content && !word.is_figure);
        names.next().map(|(_, word)| word.stem)
    };
    let has = |sentence: &Sentence, stem: u32| sentence.words.iter().any(|word| word.stem == stem);
    whose(a, i).zip(whose(b, j)).is_some_and(|(p, q)| !has(b, p) && !has(a, q))
}

/// A word of a claim: the claim, where the word is, and its state.
type Said<'a> = (&'a Sentence, usize, State);

fn shared_word((a, i, x): Said, (b, j, y): Said) -> Option<(Condition, Relation, f64)> {
    let word = &a.words[i];
    let (p, q) = (deed(a, i), deed(b, j));
    if x.is_denied != y.is_denied {
        // "No injuries were reported": the word directly behind "no".
        let is_none = |sentence: &Sentence, at: usize, state: State| {
            state.is_denied && state.by.is_some_and(|by| by + 1 == at && sentence.words[by].lower == "no")
        };
        let flat = if x.is_denied { q } else { p };
        let is_deed = p != Deed::None && q != Deed::None && flat != Deed::Named;
        let is_counted = is_none(a, i, x) || is_none(b, j, y);
        let least = if is_deed { DIFFERS } else { COUNTED };
        return (is_deed || is_counted).then(|| (Condition::Denied(word.lower.clone()), Relation::Conflict, least));
    }
    // "is expected to sign" against "signed".
    let is_done = |state: State, deed: Deed| !state.is_expected && deed == Deed::Done;
    let is_coming = |state: State, deed: Deed| state.is_expected && (deed != Deed::None || is_event(&word.lower));
    if !x.is_denied && (is_done(x, p) && is_coming(y, q) || is_done(y, q) && is_coming(x, p)) {
        return Some((Condition::Expected(word.lower.clone()), Relation::Update, EXPECTED_DIFFERS));
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
    let (s, t) = (lists::legal_state(&p.lower)?, lists::legal_state(&q.lower)?);
    if s == t
        || !(is_verdict(s) || is_verdict(t) || is_final(s) || is_final(t))
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

fn legal_states(sentence: &Sentence) -> impl Iterator<Item = &'static str> {
    sentence.words.iter().filter_map(|word| lists::legal_state(&word.lower))
}

/// Who was sentenced has been convicted.
fn is_verdict(state: &str) -> bool {
    matches!(state, "convicted" | "sentenced")
}

/// Two of these states exclude each other.
fn is_final(state: &str) -> bool {
    matches!(state, "convicted" | "acquitted")
}

/// The word with what denies or expects it, if that is close.
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

static OPPOSITES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut both: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for row in lexicon::OPPOSITES.rows() {
        both.entry(row[0]).or_default().push(row[1]);
        both.entry(row[1]).or_default().push(row[0]);
    }
    both
});
