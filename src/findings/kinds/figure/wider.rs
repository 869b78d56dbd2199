//! Whether one figure counts more kinds of things than the other: fentanyl *and other drugs*, sentenced to death *or
//! life*.
//!
//! Takes a pair of figures whose values differ. Returns the words that widen one of them. The greater value must be the
//! wider one, or widening explains nothing.

use crate::findings::pairing::pairs::{Pair, Place};
use crate::findings::reading::words::{Story, Word};

/// How many words after a figure are searched for its "or".
const REACH: usize = 8;

/// Returns the words that make one figure wider than the other, as printed: of the first figure, of the second.
pub(super) fn other_extent(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let value = |id: Place| story.figure(id).quantity.in_base_unit().and_then(|(low, high)| low.or(high));
    let (p, q) = (value(pair.a)?, value(pair.b)?);
    let (wide, narrow, is_swapped) = if p > q { (pair.a, pair.b, false) } else { (pair.b, pair.a, true) };
    let (broad, plain) = joined(story, wide, narrow).or_else(|| alternatives(story, wide, narrow))?;
    Some(if is_swapped { (plain, broad) } else { (broad, plain) })
}

/// "fentanyl and other substances" beside "fentanyl".
fn joined(story: &Story, wide: Place, narrow: Place) -> Option<(String, String)> {
    let head = |id: Place| {
        let span = story.figure(id).what?.head;
        let words = &story.sentence(id.0).words;
        let at = words.partition_point(|word| word.span.end <= span.start);
        words.get(at).filter(|word| word.span.overlaps(span)).map(|word| (at, word))
    };
    let widens = |id: Place, at: usize| {
        let words = &story.sentence(id.0).words;
        let joins = words.get(at + 1).is_some_and(|word| matches!(word.lower.as_str(), "and" | "or" | "plus"));
        let more = words.get(at + 2).is_some_and(|word| matches!(word.lower.as_str(), "other" | "others" | "related"));
        (joins && more).then(|| words.get(at + 3).filter(|word| word.is_content).or(words.get(at + 2))).flatten()
    };
    let ((at, first), (other_at, second)) = (head(wide)?, head(narrow)?);
    let last = widens(wide, at)?;
    if widens(narrow, other_at).is_some() {
        return None;
    }
    let printed =
        |id: Place, word: &Word, last: &Word| story.articles[id.0.article].words(word.span.cover(last.span)).to_owned();
    Some((printed(wide, first, last), printed(narrow, second, second)))
}

/// "sentenced to death or life" beside "sent to prison for life": one of two alternatives is missing.
fn alternatives(story: &Story, wide: Place, narrow: Place) -> Option<(String, String)> {
    let (words, others) = (&story.sentence(wide.0).words, &story.sentence(narrow.0).words);
    let start = story.sentence(wide.0).figures.get(wide.1)?.end;
    let end = (start + REACH).min(words.len());
    let or = (start..end).find(|&at| words[at].lower == "or" && !words[at].after_break)?;
    let content = |word: &&Word| word.is_content && !word.is_figure;
    let left = words[start..or].iter().rev().find(content)?;
    let right = words[or + 1..].iter().find(content)?;
    let known = |word: &Word| others.iter().find(|other| other.stem == word.stem);
    let ((Some(shared), None) | (None, Some(shared))) = (known(left), known(right)) else { return None };
    let broad = story.articles[wide.0.article].words(left.span.cover(right.span)).to_owned();
    Some((broad, story.articles[narrow.0.article].words(shared.span).to_owned()))
}
