//! Whether a figure is said to be so: or denied, supposed, wished for, or taken back by a correction.
//!
//! Takes the place of a figure. Returns its [`Status`]. Figures of two statuses are two facts: "police denied that 12
//! were killed" does not contradict nine, nor do the 20 years that were asked for contradict the nine that were given.

use std::sync::LazyLock;

use crate::findings::reading::phrases::Phrases;
use crate::findings::reading::words::{Place, Story, Word};
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

/// How many words before what is denied are searched for the denial: "denied", "media", "reports".
const TO_REPORT: usize = 4;

/// Returns what is said of the figure at `place`.
pub(super) fn status(story: &Story, place: Place) -> Status {
    let sentence = story.sentence(place.0);
    let Some(range) = sentence.figures.get(place.1) else { return Status::Stated };
    let words = &sentence.words;
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

static UNREAL: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(lexicon::UNREAL.rows()));

/// Where words of `class` are among `words`, past the last of them.
fn ends<'a>(words: &'a [Word], class: &'a str) -> impl Iterator<Item = usize> + 'a {
    (0..words.len()).filter_map(move |at| {
        let (n_words, found) = UNREAL.at(&words[at..])?;
        (found == class).then_some(at + n_words)
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
