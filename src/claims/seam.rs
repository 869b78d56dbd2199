//! Boundaries between sentences that are mended: where two pieces are one sentence, and where one piece is two.
//!
//! The rules come from cases of news prose that the segmenter gets wrong; each has a test in [`super::sentence`].

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::{AFTER_CLOCK_TIME, SENTENCE_ABBREVIATIONS, SENTENCE_OPENERS, SPEECH_VERBS};
use crate::text::Span;

/// What has to follow an abbreviation for the sentence to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follows {
    Any,
    Digit,
    Lower,
    Name,
}

static ABBREVIATIONS: LazyLock<FxHashMap<&str, Vec<Follows>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Vec<Follows>> = FxHashMap::default();
    for row in SENTENCE_ABBREVIATIONS.rows() {
        let follows = match row[1] {
            "any" => Follows::Any,
            "digit" => Follows::Digit,
            "name" => Follows::Name,
            _ => Follows::Lower,
        };
        table.entry(row[0]).or_default().push(follows);
    }
    table
});

/// Words after a clock time, and whether they are of the class `zone`.
static AFTER_TIME: LazyLock<FxHashMap<&str, bool>> =
    LazyLock::new(|| AFTER_CLOCK_TIME.rows().map(|row| (row[0], row[1] == "zone")).collect());

static OPENERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| SENTENCE_OPENERS.rows().map(|row| row[0]).collect());

/// Verbs that credit a quotation which ended with a question mark or an exclamation mark.
static VERBS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| SPEECH_VERBS.rows().filter(|row| row[1] != "stated").map(|row| row[0]).collect());

/// Verbs that make a day the subject of a sentence of its own: "Tuesday was quiet."
const DAY_VERBS: &[&str] = &["brought", "had", "has", "is", "marked", "marks", "saw", "was", "were", "will", "would"];

/// How far after a quotation the verb that credits it is looked for, in words.
const CREDIT_WORDS: usize = 6;

/// Returns whether `next` goes on with the sentence `before`.
pub(super) fn goes_on(before: &str, next: &str) -> bool {
    let Some(last) = before.split_whitespace().next_back() else {
        return false;
    };
    let mut words = next.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    after_clock_time(last, first, second) || after_abbreviation(last, first) || credits_quotation(before, next)
}

/// Returns whether `before` ends in a single capital and a period: R-S.
pub(super) fn ends_in_initial(before: &str) -> bool {
    let mut letters = before.strip_suffix('.').unwrap_or_default().chars().rev();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// "at 9 a.m. | EST", "at 9 a.m. | Tuesday in Norwich".
fn after_clock_time(last: &str, first: &str, second: &str) -> bool {
    let half = last.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.')).to_ascii_lowercase();
    if !matches!(half.as_str(), "a.m." | "p.m." | "am." | "pm.") {
        return false;
    }
    let is_bare = |word: &str| AFTER_TIME.get(word).copied();
    match is_bare(first).or_else(|| is_bare(first.trim_end_matches(['.', ',', ';', ':', ')']))) {
        Some(true) => true,
        Some(false) => !DAY_VERBS.contains(&second),
        None => false,
    }
}

/// "approx. | 2,000", "Ft. | Hood", "12 pts. | in".
fn after_abbreviation(last: &str, first: &str) -> bool {
    let Some(word) = last.strip_suffix('.').map(|word| word.trim_start_matches(['(', '"', '“', '\''])) else {
        return false;
    };
    let Some(follows) = ABBREVIATIONS.get(word.to_ascii_lowercase().as_str()) else {
        return false;
    };
    let inner = first.trim_start_matches(['$', '£', '€', '#']);
    follows.iter().any(|follows| match follows {
        Follows::Any => true,
        Follows::Digit => inner.starts_with(|c: char| c.is_ascii_digit()),
        Follows::Lower => first.starts_with(char::is_lowercase),
        Follows::Name => word.starts_with(char::is_uppercase) && first.starts_with(char::is_uppercase),
    })
}

/// "“Why now?” | Roe asked."
fn credits_quotation(before: &str, next: &str) -> bool {
    let inner = before.trim_end_matches(['"', '”', '’', '\'']);
    let is_quoted = inner.len() < before.len() && inner.ends_with(['?', '!']);
    if !is_quoted || !next.starts_with(char::is_uppercase) {
        return false;
    }
    let mut words = next.split_whitespace().take(CREDIT_WORDS).skip(1);
    let verb = words.find(|word| {
        VERBS.contains(word.trim_end_matches(['.', ',', ':'])) || word.ends_with(['.', ',', '?', '!']) && word.len() > 4
    });
    verb.is_some_and(|word| VERBS.contains(word.trim_end_matches(['.', ',', ':'])))
}

/// Returns where `sentence` of `text` holds the end of a sentence that was not seen; offsets into `text`.
pub(super) fn cuts(text: &str, sentence: Span) -> Vec<usize> {
    let words = sentence.of(text);
    let mut cuts = Vec::new();
    // Most sentences hold none of the marks that a cut needs; curly quotes begin with the last of these bytes.
    if !words.bytes().any(|byte| matches!(byte, b'"' | b')' | 0xE2)) && !words.contains("no.") {
        return cuts;
    }
    let mut before = "";
    let mut at = 0;
    // Whether all of the sentence so far is in one pair of parentheses.
    let mut is_in_parentheses = words.starts_with('(');
    for word in words.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        if word.is_empty() {
            continue;
        }
        let is_cut = match before {
            // "voted no. Rep. Lee": as an abbreviation it is before a number.
            "no." => word.starts_with(char::is_uppercase),
            // "of the U.N.” The judge"
            _ if before.ends_with(['"', '”']) && before.trim_end_matches(['"', '”']).ends_with('.') => {
                OPENERS.contains(word.trim_end_matches([',', '\'', '’']))
            }
            // "(It rose later.) Analysts"
            _ if before.ends_with(".)") || before.ends_with("!)") || before.ends_with("?)") => {
                is_in_parentheses && word.starts_with(char::is_uppercase)
            }
            _ => false,
        };
        if is_cut {
            cuts.push(sentence.start + start);
        }
        is_in_parentheses &= start == 0 || !word.contains('(');
        before = word;
    }
    cuts
}

/// Spaced ellipses after a full stop (`end. . . . Next`) open the next sentence: they stand for words left out there.
pub(super) fn move_ellipses(text: &str, sentences: &mut [Span]) {
    for idx in 1..sentences.len() {
        let (before, next) = (sentences[idx - 1], sentences[idx]);
        let Some(inner) = before.of(text).strip_suffix(". . . .") else {
            continue;
        };
        if inner.ends_with(char::is_whitespace) || inner.is_empty() {
            continue;
        }
        let end = before.start + inner.len() + 1;
        sentences[idx - 1] = Span::new(before.start, end);
        sentences[idx] = Span::new(end + 1, next.end);
    }
}
