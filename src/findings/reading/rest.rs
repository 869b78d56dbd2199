//! Counts of what an earlier count left over: the other six, two others, all but one.
//!
//! Time: constant for each figure.

use super::slot;
use super::words::{Place, Sentence, Story};
use crate::figures::Kind;

/// Whether a figure counts what an earlier one left over: the other six, two others.
pub(in crate::findings) fn is_rest(story: &Story, id: Place) -> bool {
    let sentence = story.sentence(id.0);
    let Some(range) = sentence.figures.get(id.1) else { return false };
    let says = |at: Option<usize>| {
        at.and_then(|at| sentence.words.get(at))
            .is_some_and(|word| matches!(word.lower.as_str(), "other" | "others" | "remaining" | "another"))
    };
    // "All but one of the nine"
    let is_exception = range.start >= 2
        && sentence.words[range.start - 2..range.start].iter().map(|word| word.lower.as_str()).eq(["all", "but"]);
    let is_other = || says(range.start.checked_sub(1)) || says(Some(range.end));
    story.figure(id).kind == Kind::Count && (is_exception || is_other() && !is_of_another_event(sentence, id.1))
}

/// Whether the count before tells of another event: "killing ten and wounding *70* others" counts all who were wounded.
fn is_of_another_event(sentence: &Sentence, idx: usize) -> bool {
    let event = |idx: usize| sentence.figures.get(idx).and_then(|range| slot::event(sentence, range));
    let before = idx.checked_sub(1).and_then(event);
    before.zip(event(idx)).is_some_and(|(before, own)| before != own)
}
