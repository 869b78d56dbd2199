//! What a finding is about, in words of the articles: "traffickers sentenced", "drugs seized", "campaign funds".
//!
//! A counted noun comes first, then the event both claims speak of; where neither is known, the nearest words both places share.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::figure::figure;
use super::pairs::Pair;
use super::words::{Story, Word};
use crate::alignment::ClaimId;
use crate::figures::Kind;
use crate::lexicon;

/// What a pair of figures is about.
pub(super) struct Name {
    /// In a few words.
    pub(super) what: String,
    /// The event both claims speak of, as printed in the first.
    pub(super) event: Option<String>,
}

/// So many shared words make a name.
const WORDS: usize = 3;
/// Shared words further away than this do not make a name.
const REACH: usize = 12;

/// Names what `pair` is about.
pub(super) fn name(story: &Story, pair: &Pair) -> Name {
    let shared = shared(story, pair);
    let event =
        shared.iter().find(|(_, word)| EVENTS.contains(word.lower.as_str())).map(|(_, word)| word.lower.clone());
    let is_when = matches!(figure(story, pair.a).kind, Kind::Date | Kind::Time);
    let head = if is_when { None } else { phrase(story, pair.a).or_else(|| phrase(story, pair.b)) };
    let what = match (&head, &event) {
        (Some(head), Some(event)) if head.to_lowercase().contains(event.as_str()) => head.clone(),
        (Some(head), Some(event)) => format!("{head} {event}"),
        (Some(head), None) => head.clone(),
        (None, _) => {
            let mut nearest: Vec<(usize, &Word)> =
                shared.iter().take(WORDS).map(|(_, word)| (word.span.start, *word)).collect();
            nearest.sort_by_key(|(start, _)| *start);
            let article = story.articles[pair.a.0.article];
            nearest.iter().map(|(_, word)| article.words(word.span)).collect::<Vec<_>>().join(" ")
        }
    };
    Name { what, event }
}

/// The head noun a figure counts, as printed.
pub(super) fn head(story: &Story, id: (ClaimId, usize)) -> Option<String> {
    let span = figure(story, id).what?.head;
    Some(story.articles[id.0.article].words(span).to_owned())
}

static EVENTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::EVENT_WORDS.rows().map(|row| row[0]).collect());

/// The longest counted phrase that is shown whole, in bytes.
const PHRASE: usize = 40;

fn phrase(story: &Story, id: (ClaimId, usize)) -> Option<String> {
    let what = figure(story, id).what?;
    let article = story.articles[id.0.article];
    let phrase = article.words(what.phrase);
    Some(if phrase.len() <= PHRASE && !phrase.is_empty() { phrase } else { article.words(what.head) }.to_owned())
}

/// The telling words of the first claim that the second has too, the nearest to the figure first.
fn shared<'a>(story: &'a Story, pair: &Pair) -> Vec<(usize, &'a Word)> {
    let sentence = |claim: ClaimId| &story.sentences[claim.article][claim.claim];
    let (a, b) = (sentence(pair.a.0), sentence(pair.b.0));
    let Some(range) = a.figures.get(pair.a.1) else { return Vec::new() };
    let mut found: Vec<(usize, &Word)> = Vec::new();
    for (idx, word) in a.words.iter().enumerate() {
        let distance = if idx >= range.end { idx - range.end } else { range.start.saturating_sub(idx + 1) };
        let is_shared = word.is_content
            && distance <= REACH
            && b.words.iter().any(|other| other.is_content && other.stem == word.stem);
        if is_shared && !found.iter().any(|(_, known)| known.stem == word.stem) {
            found.push((distance, word));
        }
    }
    found.sort_by_key(|(distance, word)| (*distance, word.span));
    found
}
