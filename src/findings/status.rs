//! Whether a figure is said to be so: or denied, supposed, wished for, or taken back by a correction.
//!
//! Comes in: the place of a figure. Goes out: its [`Status`]. Figures of two statuses are two facts: "police denied that 12 were killed"
//! does not contradict nine, nor do the 20 years that were asked for contradict the nine that were given.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::{Place, Story, Word};
use crate::lexicon;

/// What is said of a figure's truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// It is so.
    Stated,
    /// It is not so: denied, or taken back.
    Denied,
    /// It would be so.
    Supposed,
    /// Somebody wants it so.
    Wished,
}

/// A denial stands at most so many words before what is denied: "denied", "media", "reports".
const TO_REPORT: usize = 4;

/// What is said of the figure at `place`.
pub(super) fn status(story: &Story, place: Place) -> Status {
    let sentence = story.sentence(place.0);
    let Some(range) = sentence.figures.get(place.1) else { return Status::Stated };
    let words = &sentence.words;
    let is_marked = |word: &Word| word.lower == "if" || UNREAL.contains_key(word.lower.as_str());
    if !words.iter().any(is_marked) {
        return Status::Stated;
    }
    let before = &words[..range.start.min(words.len())];
    if holds(words, "corrected") {
        return Status::Denied;
    }
    if is_supposed(before, words) {
        return Status::Supposed;
    }
    let clause = clause(before);
    if is_denied(clause) {
        return Status::Denied;
    }
    if holds(clause, "wished") { Status::Wished } else { Status::Stated }
}

/// The words before a figure as far back as the last comma or the like.
fn clause(before: &[Word]) -> &[Word] {
    let start = before.iter().rposition(|word| word.after_break).unwrap_or(0);
    &before[start..]
}

/// What follows the first word of a phrase, and the class of the phrase.
type Phrase = (Vec<&'static str>, &'static str);

/// The phrases by their first word.
static UNREAL: LazyLock<FxHashMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<&str, Vec<Phrase>> = FxHashMap::default();
    for row in lexicon::UNREAL.rows() {
        let mut words = row[0].split(' ');
        let first = words.next().unwrap_or_default();
        phrases.entry(first).or_default().push((words.collect(), row[1]));
    }
    phrases
});

/// Where words of `class` stand among `words`, past the last of them.
fn ends<'a>(words: &'a [Word], class: &'a str) -> impl Iterator<Item = usize> + 'a {
    words.iter().enumerate().filter_map(move |(at, word)| {
        let behind = &words[at + 1..];
        let says = |rest: &[&str]| {
            behind.len() >= rest.len() && behind.iter().zip(rest).all(|(word, printed)| word.lower == *printed)
        };
        let phrases = UNREAL.get(word.lower.as_str())?;
        phrases.iter().find(|(rest, other)| *other == class && says(rest)).map(|(rest, _)| at + 1 + rest.len())
    })
}

fn holds(words: &[Word], class: &str) -> bool {
    ends(words, class).next().is_some()
}

/// "Denied reports that", "denied that", "dismissed a claim of".
fn is_denied(clause: &[Word]) -> bool {
    ends(clause, "denied").any(|end| {
        let behind = &clause[end..(end + TO_REPORT).min(clause.len())];
        holds(behind, "report")
    })
}

/// "If 12 had been killed, it would".
fn is_supposed(before: &[Word], words: &[Word]) -> bool {
    let says = |words: &[Word], wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.lower.as_str()));
    says(clause(before), &["if"]) && says(words, &["would", "could", "might"])
}
