//! The subject of a clause and its verb: "dam built", "trams expected to run", "bridges closed".

use std::ops::Range;

use super::reader::{Holding, Reader};
use crate::findings::Mention;
use crate::findings::reading::words::Word;

/// The most words of a subject.
const SUBJECT: usize = 3;
/// The most words of a verb with what belongs to it.
const VERB: usize = 4;

/// Returns the subject and the verb of the claims of `mentions`, from the claim whose words most of the others have
/// too.
pub(super) fn best_core(reader: &Reader, mentions: &[Mention]) -> Option<String> {
    let holding = Holding::of(reader.story, mentions);
    let cores = mentions.iter().filter_map(|mention| Some((mention, core(reader, mention)?)));
    let scored = cores.map(|(mention, range)| {
        let words = &reader.sentence(mention.claim).words[range.clone()];
        let shared = reader.n_sharing(&holding, mention.claim, words.iter());
        let text = reader.text(mention.claim, range);
        (shared, std::cmp::Reverse(text.len()), std::cmp::Reverse(text))
    });
    scored.max().map(|(_, _, std::cmp::Reverse(text))| text)
}

/// Returns the words of the clause around `mention` that say who or what does what: its subject and its verb, as one
/// printed run where they are close together, else the subject up to the verb. `None` if the clause has only a pronoun
/// or no verb.
fn core(reader: &Reader, mention: &Mention) -> Option<Range<usize>> {
    let words = &reader.sentence(mention.claim).words;
    let clause = clause(reader, mention);
    let subject = subject(reader, words, clause.clone())?;
    let verb = verb(reader, words, subject.end, clause.end)?;
    (verb.end - subject.start <= SUBJECT + VERB + 2).then_some(subject.start..verb.end)
}

/// Returns the words of the clause that holds `mention`; of the whole claim where the clause has no more than a few.
pub(super) fn clause(reader: &Reader, mention: &Mention) -> Range<usize> {
    let words = &reader.sentence(mention.claim).words;
    let claim = &reader.story.articles[mention.claim.article].claims[mention.claim.claim];
    let holds = claim.clauses.iter().find(|clause| clause.overlaps(mention.span));
    let range = holds.map_or(0..words.len(), |clause| {
        let start = words.partition_point(|word| word.span.end <= clause.start);
        start..words.partition_point(|word| word.span.start < clause.end).max(start)
    });
    let n_telling = words[range.clone()].iter().filter(|word| word.is_content).count();
    if n_telling < 2 { 0..words.len() } else { range }
}

/// Returns the first run of telling words in `clause` that is no verb: its last few words.
pub(super) fn subject(reader: &Reader, words: &[Word], clause: Range<usize>) -> Option<Range<usize>> {
    let is_part = |idx: usize| words[idx].is_content && !words[idx].is_figure && !reader.is_verb(&words[idx].lower);
    // "In 2017 the inquiry began": what is behind a preposition at the start is no subject.
    let opener = clause.start;
    let first = clause.clone().find(|&idx| is_part(idx) || (words[idx].is_content && !words[idx].is_figure))?;
    if !is_part(first) || is_led_by_preposition(words, opener, first) {
        return None;
    }
    let end = (first + 1..clause.end).find(|&idx| !is_part(idx) || words[idx].after_break).unwrap_or(clause.end);
    Some(end.saturating_sub(SUBJECT).max(first)..end)
}

fn is_led_by_preposition(words: &[Word], from: usize, to: usize) -> bool {
    const PREPOSITIONS: [&str; 12] =
        ["after", "at", "before", "by", "during", "for", "from", "in", "of", "on", "with", "without"];
    words[from..to].iter().any(|word| PREPOSITIONS.contains(&word.lower.as_str()))
        && !words[from..to].iter().any(|word| word.is_figure)
}

/// The verb behind a subject that ends at `from`, with what belongs to it: "expected to run".
fn verb(reader: &Reader, words: &[Word], from: usize, end: usize) -> Option<Range<usize>> {
    let is_small = |idx: &usize| !words[*idx].is_content && !words[*idx].is_figure;
    let first = (from..end).find(|idx| !is_small(idx))?;
    // "Trains between Carrow and Sele are cancelled": a name behind a preposition is no verb.
    let first = (first..end.min(first + VERB)).find(|&idx| {
        let word = &words[idx];
        word.is_content
            && !word.is_figure
            && word.lower.len() > 2
            && (reader.is_verb(&word.lower) || (is_after_auxiliary(words, idx) && !word.is_capital))
    })?;
    let mut last = first;
    for (idx, word) in words.iter().enumerate().take(end.min(first + VERB)).skip(first + 1) {
        if word.is_figure || word.after_break || (!word.is_content && word.lower != "to") {
            break;
        }
        if word.is_content {
            last = idx;
        }
    }
    // "gave way shortly": an adverb at the end tells nothing.
    while last > first && words[last].lower.ends_with("ly") {
        last -= 1;
    }
    Some(first..last + 1)
}

/// Whether "is", "will", "have" and the like are before the word at `idx`.
fn is_after_auxiliary(words: &[Word], idx: usize) -> bool {
    const AUXILIARIES: [&str; 22] = [
        "are", "be", "been", "being", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
        "must", "shall", "should", "was", "were", "will", "would",
    ];
    let before = idx.checked_sub(1).map(|at| words[at].lower.as_str());
    before.is_some_and(|before| AUXILIARIES.contains(&before) || before == "to")
}
