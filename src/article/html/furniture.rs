//! What stands inside an article's markup but is no part of it: links to other articles, calls to subscribe, credits,
//! the words under pictures.
//!
//! Extractors leave these in because they look like text; figures in them are those of other stories. The phrases are
//! those of `assets/lexicon/en/page_furniture.tsv`; the rules ask for more than a phrase, so that a sentence that
//! happens to begin like one stays.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{BlockKind, DropReason, Published};
use super::walk::Block;
use crate::lexicon::{MONTHS, PAGE_FURNITURE, STAMP_WORDS, TIME_ZONES, WEEKDAYS};

/// How a phrase at the start of a block is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Label,
    Opening,
    Call,
    Credit,
    Whole,
}

static PHRASES: LazyLock<FxHashMap<&str, Reading>> = LazyLock::new(|| {
    let reading = |name| match name {
        "label" => Reading::Label,
        "opening" => Reading::Opening,
        "call" => Reading::Call,
        "whole" => Reading::Whole,
        _ => Reading::Credit,
    };
    PAGE_FURNITURE.rows().map(|row| (row[0], reading(row[1]))).collect()
});

/// The most words a phrase of the list has.
const PHRASE_WORDS: usize = 5;

/// Furniture is shorter than this, in bytes; longer blocks are read as text whatever they begin with.
const LONGEST: usize = 300;

/// What a call calls for.
const CALLED_FOR: &[&str] = &[
    "alerts",
    "facebook",
    "inbox",
    "instagram",
    "mailing list",
    "newsletter",
    "newsletters",
    "podcast",
    "subscribers",
    "subscription",
    "telegram",
    "twitter",
    "whatsapp",
    "youtube",
    "letterbox",
    "our app",
];

/// What picture credits call a picture, and the words and marks behind it in "(photo by" and "image credit".
const PICTURES: &[&str] = &["credit", "image", "photo", "photograph", "picture"];
const CREDIT_SIGNS: &[&str] = &[":", " by ", " credit", " courtesy"];

/// Who sells pictures and no texts; what agencies do is told by the stroke before their names.
const PICTURE_SELLERS: &[&str] = &["getty images", "shutterstock", "istock", "alamy", "rex features"];

/// Whether a line that is no sentence credits a picture: "(photo by", "image credit", "Jane Roe/Reuters".
fn is_picture_credit(line: &str) -> bool {
    let lower = line.to_lowercase();
    let is_signed = |at: usize, name: &str| {
        let (before, rest) = (&lower[..at], &lower[at + name.len()..]);
        // "The bigger picture: nine jobs" is a heading.
        let is_led = before.is_empty() || before.ends_with('(') || name == "photograph" || rest.starts_with(" credit");
        is_led && !before.ends_with(char::is_alphanumeric) && CREDIT_SIGNS.iter().any(|sign| rest.starts_with(sign))
    };
    let is_named = || PICTURES.iter().any(|name| lower.match_indices(name).any(|(at, _)| is_signed(at, name)));
    let is_agency = || {
        line.match_indices('/').any(|(at, _)| {
            let words: Vec<&str> = line[at + 1..].split(|c: char| !c.is_alphanumeric()).take(2).collect();
            words.iter().find(|word| !word.is_empty()).is_some_and(|word| super::super::credit::is_agency(word))
        })
    };
    PICTURE_SELLERS.iter().any(|seller| lower.contains(seller)) || is_named() || is_agency()
}

/// Why `block` is no part of an article, if it is furniture.
pub(super) fn why(block: &Block) -> Option<DropReason> {
    if block.kind == BlockKind::Caption {
        return Some(DropReason::Caption);
    }
    let is_sentence = ends_as_sentence(&block.text);
    if block.text.len() <= LONGEST && is_headline_of_other(block, is_sentence) {
        return Some(DropReason::NotArticle);
    }
    why_words(&block.text)
}

fn ends_as_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '!', '?'])
}

/// Why a block that says `text` is no part of an article, if its words alone say so.
pub(in crate::article) fn why_words(text: &str) -> Option<DropReason> {
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let is_sentence = ends_as_sentence(&lower);
    if lower.starts_with('©') || lower.contains("all rights reserved") || is_counter(&lower) {
        return Some(DropReason::NotArticle);
    }
    let ends_as_picture = || lower.trim_end_matches(['.', ')']).ends_with("file photo");
    if !is_sentence && is_picture_credit(text) || ends_as_picture() {
        return Some(DropReason::Caption);
    }
    if is_run_in_credit(text) {
        return Some(DropReason::Caption);
    }
    if is_credit(&lower) || is_date_line(&lower) {
        return Some(DropReason::Details);
    }
    let start = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    for n_words in (1..=PHRASE_WORDS).rev() {
        let Some((phrase, rest)) = first_words(start, n_words) else {
            continue;
        };
        let why = match PHRASES.get(phrase) {
            Some(Reading::Label) => {
                (rest.is_empty() || rest.starts_with([':', '|', '»', '>'])).then_some(DropReason::NotArticle)
            }
            Some(Reading::Opening) => {
                (!is_sentence || n_words > 1 && start.len() < 80).then_some(DropReason::NotArticle)
            }
            Some(Reading::Call) => {
                CALLED_FOR.iter().any(|called| rest.contains(called)).then_some(DropReason::NotArticle)
            }
            Some(Reading::Credit) => Some(DropReason::Details),
            Some(Reading::Whole) => Some(DropReason::NotArticle),
            None => None,
        };
        if why.is_some() {
            return why;
        }
    }
    None
}

/// A line that is one link and no sentence: the headline of another article.
fn is_headline_of_other(block: &Block, is_sentence: bool) -> bool {
    block.is_linked() && !is_sentence && block.kind != BlockKind::Heading && block.text.contains(' ')
}

/// What pages count of their own readers and pictures, and the words around it.
const COUNTED_BY_PAGES: &[&str] = &[
    "comment", "comments", "like", "likes", "read", "replies", "reply", "retweets", "share", "shares", "view", "views",
];
const BESIDE_COUNTS: &[&str] = &["about", "k", "m", "min", "mins", "minute", "minutes", "of", "time"];

/// Most words of a line that counts readers: "1.2k shares, 45 comments".
const COUNTER_WORDS: usize = 6;

/// "45 comments", "1.2k shares", "4 min read": numbers and what a page counts, and nothing else.
fn is_counter(lower: &str) -> bool {
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(COUNTER_WORDS + 1).collect();
    let is_number = |word: &str| {
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        rest.len() < word.len() && matches!(rest, "" | "k" | "m")
    };
    (2..=COUNTER_WORDS).contains(&words.len())
        && words.iter().any(|word| is_number(word))
        && words.iter().any(|word| COUNTED_BY_PAGES.contains(word))
        && words.iter().all(|word| is_number(word) || COUNTED_BY_PAGES.contains(word) || BESIDE_COUNTS.contains(word))
}

/// "Jane Roe contributed to this report."
fn is_credit(lower: &str) -> bool {
    let lower = lower.trim_end_matches(['.', ')']);
    lower.ends_with("contributed to this report")
        || lower.ends_with("contributed to this story")
        || lower.ends_with("contributed reporting")
        || lower.contains(" contributed reporting from ")
}

/// "Smoke over the harbour.CreditJane Roe/Northern Wire": a credit whose label the markup alone parts from the words
/// around it.
fn is_run_in_credit(text: &str) -> bool {
    let starts = text.match_indices("Credit").map(|(at, _)| (at, at + "Credit".len()));
    starts.filter(|(at, _)| text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric())).any(|(at, end)| {
        let rest = text[end..].trim_start_matches(['.', '…', ':']);
        let is_parted = rest.len() < text.len() - end;
        let n_words = rest.split_whitespace().count();
        // In a sentence a space follows: "Credit Agricole said".
        let is_name =
            rest.starts_with(char::is_uppercase) || is_parted && rest.trim_start().starts_with(char::is_uppercase);
        is_name && n_words <= 10 && !rest.ends_with('.') && (at > 0 || is_parted || !text[end..].starts_with(' '))
    })
}

/// "By Jane Roe, November 7, 2019", "Updated at 9:30 p.m.": a name or the word for it, a date or a time, and nothing
/// else.
pub(super) fn is_date_line(lower: &str) -> bool {
    if lower.len() >= 100 || !lower.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_named = ["updated", "published", "posted", "last updated", "first published"]
        .iter()
        .any(|word| lower.starts_with(word));
    let is_time = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) || TIME_WORDS.contains(word)
    };
    let is_by = lower.starts_with("by ") && Published::within(lower).is_some();
    words.len() <= 12
        && (is_named && words[1..].iter().all(|word| is_time(word))
            || is_by && (!lower.ends_with('.') || lower.ends_with("m.")))
}

/// The words of dates and times, and of lines that say when an article appeared or changed.
static TIME_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let listed = MONTHS.rows().chain(WEEKDAYS.rows()).chain(STAMP_WORDS.rows()).chain(TIME_ZONES.rows());
    let listed = listed.map(|row| row[0].to_lowercase());
    let others = [
        "a.m",
        "p.m",
        "am",
        "pm",
        "a",
        "an",
        "one",
        "ago",
        "minutes",
        "minute",
        "mins",
        "min",
        "hour",
        "by",
        "day",
        "days",
        "week",
        "weeks",
        "today",
        "yesterday",
        "edt",
        "est",
        "gmt",
        "ist",
        "et",
        "pt",
        "bst",
    ];
    listed.chain(others.into_iter().map(str::to_owned)).collect()
});

/// The first `n` words of `text`, and what follows them without white space.
fn first_words(text: &str, n: usize) -> Option<(&str, &str)> {
    let mut end = 0;
    for idx in 0..n {
        let rest = &text[end..];
        let lead = rest.len() - rest.trim_start().len();
        if idx > 0 && lead == 0 {
            return None;
        }
        let len =
            rest[lead..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).unwrap_or(rest.len() - lead);
        if len == 0 {
            return None;
        }
        end += lead + len;
    }
    Some((&text[..end], text[end..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_of_pictures() {
        for line in [
            "The dam at Sele (Photo: Ida Roe)",
            "Photograph: Ida Roe",
            "The dam at Sele (Picture by Ida Roe)",
            "The dam at Sele. Image credit Ida Roe",
            "Ida Roe/Reuters",
            "The dam on Sunday (Ida Roe / AP)",
            "Sele (Getty Images)",
        ] {
            assert!(is_picture_credit(line), "{line}");
        }
        for line in [
            "The bigger picture: nine jobs",
            "Nine and/or ten",
            "Photos of the dam",
            "A photo by chance",
            "50/ap of it",
        ] {
            assert!(!is_picture_credit(line), "{line}");
        }
    }
}
