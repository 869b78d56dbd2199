//! Words that were broken at the end of a line, made whole.
//!
//! A hyphen at the end of a line either breaks a word or belongs to it. Asked in this order: whether the text has the
//! word in one piece elsewhere, or with its hyphen; whether the language has the whole word; whether it has both
//! halves.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::paragraphs::Paragraph;
use super::words::Line;
use crate::lexicon;

/// The words of the language that are common enough to be listed.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| lexicon::COMMON_WORDS.rows().map(|row| row[0]).collect());

/// The words of a text that no line's end breaks, in lower case.
pub(super) fn known(paragraphs: &[Paragraph]) -> HashSet<String> {
    let lines = paragraphs.iter().flat_map(|paragraph| paragraph.lines.iter());
    lines
        .flat_map(|line| line.words.iter().take(line.words.len().saturating_sub(1)).skip(1))
        .map(|word| plain(&word.text))
        .collect()
}

/// The text of `lines`, with one space for each end of a line, or none where that breaks a word.
pub(super) fn text(lines: &[Line], known: &HashSet<String>) -> String {
    let mut out = String::new();
    for line in lines {
        let words = line.text();
        let is_soft = out.ends_with('\u{ad}');
        if is_soft {
            out.truncate(out.trim_end_matches('\u{ad}').len());
        } else if let Some(start) =
            out.strip_suffix(['-', '\u{2010}']).filter(|start| start.ends_with(char::is_alphanumeric))
        {
            let first = start.rsplit(char::is_whitespace).next().unwrap_or_default();
            let second = words.split(char::is_whitespace).next().unwrap_or_default();
            if is_broken(first, second, known) {
                out.truncate(start.len());
            }
        } else if !out.is_empty() && !out.ends_with('/') {
            out.push(' ');
        }
        out.push_str(&words);
    }
    out.replace('\u{ad}', "")
}

/// Whether the hyphen between `first` and `second` only breaks a word.
fn is_broken(first: &str, second: &str, known: &HashSet<String>) -> bool {
    if first.ends_with(|c: char| c.is_ascii_digit()) || !second.starts_with(char::is_lowercase) {
        return false;
    }
    let (first, second) = (plain(first), plain(second));
    let whole = format!("{first}{second}");
    let hyphened = format!("{first}-{second}");
    let in_one = known.contains(&whole);
    if in_one || known.contains(&hyphened) {
        return in_one;
    }
    if COMMON.contains(whole.as_str()) {
        return true;
    }
    !(first.contains('-') || COMMON.contains(first.as_str()) && COMMON.contains(second.as_str()))
}

/// A word without the signs around it, in lower case.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
