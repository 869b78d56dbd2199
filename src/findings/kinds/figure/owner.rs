//! Whose figures in brackets are: "Varga (12-3, 9 goals)" gives Varga's.
//!
//! Takes a pair of figures. Returns whether each is in brackets behind another name. Time is linear in the claim.

use crate::findings::pairing::pairs::{Pair, Place};
use crate::findings::reading::words::{Stem, Story};

/// Returns whether the figures of `pair` are in brackets behind two names.
pub(super) fn are_two(story: &Story, pair: &Pair) -> bool {
    owner(story, pair.a).zip(owner(story, pair.b)).is_some_and(|(p, q)| p != q)
}

/// The last word of the name before the brackets that a figure is in.
fn owner(story: &Story, place: Place) -> Option<Stem> {
    let analysis = story.articles[place.0.article];
    let start = analysis.claims[place.0.claim].span.start;
    let before = analysis.article.text.get(start..story.figure(place).span.start)?;
    let opened = before.rfind(['(', ')']).filter(|&at| before[at..].starts_with('('))?;
    let words = &story.sentence(place.0).words;
    let idx = words.partition_point(|word| word.span.end <= start + opened).checked_sub(1)?;
    let name = words.get(idx).filter(|word| word.is_capital && word.is_content && !word.is_figure)?;
    // Nothing but space is between the name and the bracket.
    let between = analysis.article.text.get(name.span.end..start + opened)?;
    between.trim().is_empty().then_some(name.stem)
}
