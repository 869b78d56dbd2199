//! What a finding is about, in words of the articles: "traffickers sentenced", "drugs seized", "campaign funds".
//!
//! A counted noun comes first, then the event both claims speak of; where neither is known, the nearest words both
//! places share.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::ClaimId;
use crate::figures::Kind;
use crate::findings::checks::conversions;
use crate::findings::pairing::pairs::{self, Pair};
use crate::findings::reading::words::{Story, Word};
use crate::lexicon;
use crate::story::lists;

/// What a pair of figures is about.
pub(in crate::findings) struct Name {
    /// In a few words.
    pub(in crate::findings) what: String,
    /// The event both claims speak of, as printed in the first.
    pub(in crate::findings) event: Option<String>,
    /// Whether it names what is counted.
    pub(in crate::findings) is_noun: bool,
}

/// How many shared words make a name.
const WORDS: usize = 3;
/// How many words a comma between counts for.
const BREAK: usize = 6;
/// The most words between shared words that make a name.
const REACH: usize = 12;

/// Names what `pair` is about.
pub(in crate::findings) fn name(story: &Story, pair: &Pair) -> Name {
    let shared = shared(story, pair);
    let event = shared.iter().find(|(_, word)| lists::event(&word.lower).is_some()).map(|(_, word)| word.lower.clone());
    let is_when = matches!(story.figure(pair.a).kind, Kind::Date | Kind::Time);
    let head = if is_when { None } else { phrase(story, pair.a).or_else(|| phrase(story, pair.b)) };
    let what = match (&head, &event) {
        (Some(head), Some(event)) => match deed(event) {
            Some(deed) if deed.fits(head) && !head.to_lowercase().contains(deed.done) => {
                format!("{head} {}", deed.done)
            }
            _ => head.clone(),
        },
        (Some(head), None) => head.clone(),
        (None, _) => {
            let mut nearest: Vec<&Word> = shared.iter().take(WORDS).map(|(_, word)| *word).collect();
            nearest.sort_by_key(|word| word.span);
            in_words(story, pair, &nearest)
        }
    };
    Name { what, event, is_noun: head.is_some() }
}

/// Returns what was done, by the word for the event: *sentencing* and *jailed* become *sentenced*, so that it can be
/// behind who or what was counted; `None` for events that are no deed (*missing*).
pub(super) fn deed(event: &str) -> Option<Deed> {
    DEEDS.get(lists::event(event)?).copied()
}

/// What was done to who or what was counted.
#[derive(Clone, Copy, Debug)]
pub(in crate::findings) struct Deed {
    /// As a participle.
    pub(super) done: &'static str,
    /// Whether it is done to people only.
    is_to_people: bool,
}

impl Deed {
    /// Returns whether it can be done to what the phrase `counted` names: rounds are not dismissed.
    pub(super) fn fits(self, counted: &str) -> bool {
        let mut words = counted.split_whitespace();
        !self.is_to_people || words.any(|word| pairs::is_person(&word.to_lowercase()))
    }
}

/// The words of `nearest` as one printed run of the first claim where they are close together, else one after the
/// other. A word alone is named with the telling word before it: "investigation began".
fn in_words(story: &Story, pair: &Pair, nearest: &[&Word]) -> String {
    let article = story.articles[pair.a.0.article];
    let words = &story.sentence(pair.a.0).words;
    let at = |word: &Word| words.partition_point(|other| other.span.start < word.span.start);
    let (Some(first), Some(last)) = (nearest.first(), nearest.last()) else { return String::new() };
    let (mut first, last) = (at(first), at(last));
    if first == last {
        let before =
            (first.saturating_sub(BEFORE)..first).rev().find(|&idx| words[idx].is_content && !words[idx].is_figure);
        let broken = |from: usize| words[from + 1..=first].iter().any(|word| word.after_break || word.is_figure);
        first = before.filter(|&from| !broken(from)).unwrap_or(first);
    }
    let run = &words[first..=last];
    let is_run =
        run.len() <= RUN && !run.iter().any(|word| word.is_figure) && !run[1..].iter().any(|word| word.after_break);
    if is_run {
        return article.words(run[0].span.cover(run[run.len() - 1].span)).to_owned();
    }
    nearest.iter().map(|word| article.words(word.span)).collect::<Vec<_>>().join(" ")
}

/// How many words before a lone word are searched for its subject.
const BEFORE: usize = 2;
/// How many words are shown as they are printed.
const RUN: usize = 6;

/// Returns the head noun a figure counts, as printed.
pub(in crate::findings) fn head(story: &Story, id: (ClaimId, usize)) -> Option<String> {
    let span = story.figure(id).what?.head;
    Some(story.articles[id.0.article].words(span).to_owned())
}

static DEEDS: LazyLock<FxHashMap<&str, Deed>> = LazyLock::new(|| {
    let deed = |row: &[&'static str]| Deed { done: row[1], is_to_people: row[2] == "people" };
    lexicon::DEEDS.rows().map(|row| (row[0], deed(&row))).collect()
});

/// The words of bounds and hedges, such as *less* and *nearly*: they weigh a figure and do not name it.
static WEIGHING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let phrases = lexicon::BOUNDS.rows().chain(lexicon::HEDGES.rows());
    phrases.flat_map(|row| row[0].split_whitespace()).collect()
});

/// The longest counted phrase that is shown whole, in bytes.
const PHRASE: usize = 40;

fn phrase(story: &Story, id: (ClaimId, usize)) -> Option<String> {
    let what = story.figure(id).what.or_else(|| {
        let before = id.1.checked_sub(1).filter(|&before| conversions::is_conversion(story, id.0, before))?;
        story.figure((id.0, before)).what
    })?;
    let article = story.articles[id.0.article];
    let phrase = article.words(what.phrase);
    Some(if phrase.len() <= PHRASE && !phrase.is_empty() { phrase } else { article.words(what.head) }.to_owned())
}

/// The telling words of the first claim that the second has too, the nearest to the figure first.
fn shared<'a>(story: &'a Story, pair: &Pair) -> Vec<(usize, &'a Word)> {
    let (a, b) = (story.sentence(pair.a.0), story.sentence(pair.b.0));
    let Some(range) = a.figures.get(pair.a.1) else { return Vec::new() };
    let mut found: Vec<(usize, &Word)> = Vec::new();
    let mut has_own = false;
    for (idx, word) in a.words.iter().enumerate() {
        let between = if idx >= range.end { range.end..idx + 1 } else { idx + 1..range.start };
        let n_breaks = a.words.get(between.clone()).unwrap_or_default().iter().filter(|word| word.after_break).count();
        let distance = between.len() + BREAK * n_breaks;
        let is_shared = word.is_content
            && !WEIGHING.contains(word.lower.as_str())
            && distance <= REACH
            && b.words.iter().any(|other| other.is_content && other.stem == word.stem);
        if is_shared && n_breaks == 0 && !has_own {
            // Words of the figure's own clause name it; others only where it has none.
            has_own = true;
            found.clear();
        }
        if is_shared && (n_breaks == 0 || !has_own) && !found.iter().any(|(_, known)| known.stem == word.stem) {
            found.push((distance, word));
        }
    }
    found.sort_by_key(|(distance, word)| (*distance, word.span));
    found
}
