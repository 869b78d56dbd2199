#![doc = include_str!("../../../assets/help/hedge.md")]
//!
//! Takes two linked claims. Returns a [`Difference`] where one hedges a word ("allegedly", "reportedly") that the other
//! states flatly. A claim that names who says it is not flat. Hedges of a number ("about", "at least") are the figure's
//! own and are judged with it.

use super::state::{Deed, States, deed, is_expectation, is_hedge, is_legal};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Story};
use crate::findings::{Condition, FindingKind, Relation};

/// Likeness of the two places, 0 to 1, from which on they are compared. On 54 stories 12 of 26 hints are real at 0.20,
/// 8 of 13 at 0.30, and 13 of 31 at 0.16: a hint is folded away, so what is real counts for more.
const ALIKE: f64 = 0.20;

/// Returns the hedge that one claim of `link` has and the other lacks.
pub(in crate::findings) fn find(story: &Story, states: &States, link: &Link) -> Option<Difference> {
    one_sided(story, states, link.a, link.b).or_else(|| one_sided(story, states, link.b, link.a))
}

fn one_sided(story: &Story, states: &States, hedged: ClaimId, flat: ClaimId) -> Option<Difference> {
    let (a, b) = (story.sentence(hedged), story.sentence(flat));
    let text = story.articles[flat.article].words(story.articles[flat.article].claims[flat.claim].span);
    if !a.words.iter().any(is_hedge) || text.trim_end().ends_with('?') {
        return None;
    }
    let (x, y) = (states.of(hedged), states.of(flat));
    // "suspicion of driving": small words alone between the hedge and what it hedges, and no clause.
    let is_small = |lower: &str| matches!(lower, "a" | "an" | "as" | "his" | "her" | "of" | "the" | "their");
    let is_next = |i: usize| x[i].by.is_some_and(|by| a.words[by + 1..i].iter().all(|word| is_small(&word.lower)));
    let is_weakened = |i: usize| {
        let word = &a.words[i];
        let is_said = deed(a, i) != Deed::None || is_next(i) && !word.is_figure;
        // Of two markers the nearer one counts: "might have that would harm" expects.
        let is_hedged = x[i].is_alleged && x[i].by.is_some_and(|by| !is_expectation(&a.words[by]));
        is_hedged && !x[i].is_denied && word.is_content && !is_hedge(word) && is_said
    };
    let is_flat = |j: usize| !y[j].is_denied && !y[j].is_expected && is_answered_by_none(story, flat, j);
    let mut best: Option<(f64, usize, usize)> = None;
    for i in (0..a.words.len()).filter(|&i| is_weakened(i)) {
        let same = (0..b.words.len()).filter(|&j| b.words[j].stem == a.words[i].stem && b.words[j].is_content);
        for j in same.filter(|&j| is_flat(j) && is_one_deed(a, i, b, j)) {
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

/// Whether two words can be one deed: the same voice, and of names the same word behind ("alleged Russian
/// interference").
fn is_one_deed(a: &Sentence, i: usize, b: &Sentence, j: usize) -> bool {
    let is_passive = |sentence: &Sentence, idx: usize| {
        let before = &sentence.words[idx.saturating_sub(VOICE)..idx];
        before.iter().any(|word| matches!(word.lower.as_str(), "was" | "were" | "been" | "being" | "be"))
    };
    if a.words[i].is_capital && b.words[j].is_capital && i > 0 && j > 0 {
        let next = |sentence: &Sentence, idx: usize| {
            sentence.words.get(idx + 1).filter(|word| word.is_content).map(|word| word.stem)
        };
        let are_last = i + 1 == a.words.len() && j + 1 == b.words.len();
        return are_last || next(a, i).is_some() && next(a, i) == next(b, j);
    }
    // "accused of killing a man" is not denied by "a man was killed".
    let is_gerund = |sentence: &Sentence, idx: usize| sentence.words[idx].lower.ends_with("ing");
    !(is_gerund(a, i) && is_passive(b, j))
}

/// How many words before a participle are searched for its auxiliary.
const VOICE: usize = 3;

/// How many words before a word are searched for who answers for it; after it, half as many.
const AROUND: usize = 8;

/// Whether nobody is named who says the word at `idx` of `claim`, and no court, accuser or hedge is near it.
fn is_answered_by_none(story: &Story, claim: ClaimId, idx: usize) -> bool {
    let sentence: &Sentence = story.sentence(claim);
    let words = &sentence.words;
    let told = &story.articles[claim.article].claims[claim.claim];
    // "Police said he fled", "He fled, police said", but not "who fled denied a report that said".
    let is_credited = told.attribution.is_some_and(|found| {
        let is_at_end = words.last().is_none_or(|last| found.span.end >= last.span.start);
        found.span.start <= words[idx].span.start || is_at_end
    });
    let around = &words[idx.saturating_sub(AROUND)..words.len().min(idx + AROUND / 2)];
    let accuses = |lower: &str| {
        matches!(
            lower,
            "accusing" | "claiming" | "claim" | "claims" | "claimed" | "alleging" | "according" | "charging"
        )
    };
    !is_credited
        && !around.iter().any(|word| {
            is_hedge(word) || accuses(&word.lower) || is_legal(&word.lower) && !word.lower.starts_with("arrest")
        })
}
