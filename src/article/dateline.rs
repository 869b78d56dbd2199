//! Datelines: where and when a report was filed, and by whom, printed before its first sentence: "SELE, May 3 (Reuters)
//! - ".
//!
//! They are kept in the text and are no part of the sentence: a place and a day in front of a claim are not what it
//! claims.

use crate::lexicon::{AGENCIES, MONTHS, WEEKDAYS};

/// Longest dateline, in bytes.
const LONGEST: usize = 110;

/// Fewest letters of a place in capitals that stands alone before a dash; shorter words are more often acronyms.
const PLACE_LETTERS: usize = 4;

/// The length of the dateline that `block` begins with, up to the first word of the report.
///
/// ```
/// use crosscheck::article::dateline::dateline;
/// let line = "KUALA VANDA, Malaysia (AP) — Nine boats sank.";
/// assert_eq!(dateline(line).map(|len| &line[len..]), Some("Nine boats sank."));
/// assert_eq!(dateline("NATO — the alliance of 32 — said no."), None);
/// ```
pub fn dateline(block: &str) -> Option<usize> {
    let head = &block[..block.floor_char_boundary(LONGEST)];
    if let Some(len) = agency_alone(head) {
        return Some(len).filter(|len| opens_report(&block[*len..]));
    }
    let (prefix, sign, len) = parted(head)?;
    let rest = &block[len..];
    if !opens_report(rest) {
        return None;
    }
    let (place, agency) = match prefix.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((place, agency)) => (place.trim(), Some(agency.trim())),
        None => (prefix, None),
    };
    if agency.is_some_and(|agency| !is_agency(agency)) {
        return None;
    }
    let mut parts = place.split(',').map(str::trim);
    let first = parts.next().unwrap_or_default();
    let others: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if others.len() > 4 || !others.iter().all(|part| is_region(part) || is_day(part)) {
        return None;
    }
    let is_dated = others.iter().any(|part| is_day(part));
    let (city, is_city_dated) = without_day(first);
    let is_capitals = is_in_capitals(city);
    let is_place = match (agency, is_capitals) {
        (Some(_), true) => true,
        (Some(_), false) => is_region(city),
        (None, true) => {
            let n_letters = city.chars().filter(|c| c.is_alphabetic()).count();
            let is_sure = !others.is_empty() || is_city_dated;
            // A second dash in the sentence closes what the first opened: "FIFA — Europe's clubs pay it — said".
            let sentence = rest.split(". ").next().unwrap_or(rest);
            let is_aside = sentence.contains(sign) && !is_sure;
            is_sure && sign != ":" || n_letters >= PLACE_LETTERS && !is_aside && !is_label(city)
        }
        (None, false) => is_dated && is_region(city) && sign != ":",
    };
    is_place.then_some(len)
}

/// "(Reuters) - Nine", "(CNN)Nine": the agency alone.
fn agency_alone(head: &str) -> Option<usize> {
    let (agency, rest) = head.strip_prefix('(')?.split_once(')')?;
    if !(is_known(agency.trim()) || agency.len() <= 6 && is_in_capitals(agency)) {
        return None;
    }
    let report = rest.trim_start().trim_start_matches(['-', '–', '—']).trim_start();
    // A bracket at the start of a sentence may hold anything; a dash or the agency's name says what this is.
    let has_dash = rest.trim_start().starts_with(['-', '–', '—']);
    (has_dash || is_known(agency.trim())).then(|| head.len() - report.len())
}

/// What stands before the first dash or colon, the sign, and where the words behind it begin.
fn parted(head: &str) -> Option<(&str, &'static str, usize)> {
    const SIGNS: &[&str] = &["—", "–", " -- ", "--", " - ", ")-", ":"];
    // No sign is without one of these bytes; the dashes begin with the last one.
    if !head.bytes().any(|byte| matches!(byte, b'-' | b':' | 0xE2)) {
        return None;
    }
    let (at, sign) = SIGNS
        .iter()
        .filter_map(|sign| head.find(sign).map(|at| (at, *sign)))
        .min_by_key(|(at, sign)| (*at, usize::MAX - sign.len()))?;
    let (end, sign, skip) = if sign == ")-" { (at + 1, "-", at + 2) } else { (at, sign, at + sign.len()) };
    let rest = &head[skip..];
    let len = skip + (rest.len() - rest.trim_start().len());
    Some((head[..end].trim(), sign, len))
}

/// Whether `rest` begins as a sentence does.
fn opens_report(rest: &str) -> bool {
    let start = rest.trim_start_matches(['"', '“', '\'', '‘', '(', '$', '€', '£']);
    start.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && rest.split_whitespace().count() >= 3
}

/// Whether `text` can be an agency's or a station's name in brackets.
fn is_agency(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    is_known(text)
        || (1..=4).contains(&n_words)
            && text.split([' ', '/']).all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the"))
            && !text.contains(|c: char| c.is_ascii_digit())
}

fn is_known(text: &str) -> bool {
    let lower = text.to_lowercase();
    AGENCIES.rows().any(|row| row[0] == lower)
        || matches!(
            lower.as_str(),
            "cnn" | "cbs" | "nbc" | "abc" | "bbc" | "ap/reuters" | "reuters/ap" | "cnn business"
        )
}

/// Whether all letters of `text` are capitals, and there are some.
fn is_in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && text.split_whitespace().count() <= 5
        && text.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'))
}

/// Labels that stand before a colon or a dash as places do.
fn is_label(text: &str) -> bool {
    matches!(
        text,
        "ANALYSIS"
            | "BREAKING"
            | "BREAKING NEWS"
            | "COLUMN"
            | "COMMENT"
            | "CORRECTED"
            | "CORRECTION"
            | "EDITORIAL"
            | "EXCLUSIVE"
            | "EXPLAINER"
            | "FACTBOX"
            | "FOCUS"
            | "INTERVIEW"
            | "LIVE"
            | "MORE"
            | "NOTE"
            | "OPINION"
            | "PHOTOS"
            | "PREVIEW"
            | "QUESTION"
            | "READ"
            | "RELATED"
            | "REVIEW"
            | "TIMELINE"
            | "UPDATE"
            | "URGENT"
            | "VIDEO"
            | "WARNING"
            | "WATCH"
            | "WRAPUP"
            | "PROFILE"
            | "ANSWER"
    )
}

/// Whether `text` can be a country, a state or a town in small letters: "Malaysia", "N.Y.", "Calif.".
fn is_region(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    (1..=4).contains(&n_words)
        && !text.contains(|c: char| c.is_ascii_digit())
        && text.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "and" | "of" | "the" | "de" | "el" | "al")
        })
}

/// Whether `text` is a day: "May 3", "3 May 2026", "Monday", "2026".
fn is_day(text: &str) -> bool {
    let mut has_name = false;
    let is_part = |word: &str, has_name: &mut bool| {
        let lower = word.trim_end_matches(['.', ',']).to_lowercase();
        let is_name = MONTHS.rows().chain(WEEKDAYS.rows()).any(|row| row[0] == lower);
        *has_name |= is_name;
        let digits = lower.trim_end_matches(|c: char| c.is_alphabetic());
        is_name || (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    !words.is_empty()
        && words.len() <= 4
        && (is_year(text) || words.iter().all(|word| is_part(word, &mut has_name)) && has_name)
}

/// A place with the day behind it and no comma in between: "PARIS March 3".
fn without_day(first: &str) -> (&str, bool) {
    let starts = first.match_indices(' ').map(|(at, _)| at);
    let parted =
        starts.map(|at| (&first[..at], first[at..].trim())).find(|(city, day)| !city.is_empty() && is_day(day));
    parted.map_or((first, false), |(city, _)| (city, true))
}
