//! A run of digits with its grouping and decimals: `1,200,000`, `12,34,567`, `1.200,50`, `1 200` with a space that does
//! not break.

use super::loose::Loose;
use super::{DECIMAL_COMMA, GROUPED, NUMBER, Token};

/// Reads digits with their grouping and decimals and returns the offset past them.
pub(super) fn number(bytes: &[u8], start: usize, mut print: u8, loose: &mut Loose, tokens: &mut Vec<Token>) -> usize {
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let is = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
    let mut at = start + digits(start);
    let n_first = at - start;
    let mut n_groups = 0;
    if (1..=3).contains(&n_first) {
        // 1,200,000 and the Indian 12,34,567
        let western = groups(bytes, at, |from| is(from, b',').then_some(1), 3);
        let indian = groups(bytes, at, |from| is(from, b',').then_some(1), 2);
        let dotted = groups(bytes, at, |from| is(from, b'.').then_some(1), 3);
        // 1'200'000, as Swiss papers print it
        let raised = groups(bytes, at, |from| apostrophe(bytes, from), 3);
        let (spaced, n_spaced) = groups(bytes, at, |from| space(bytes, from), 3);
        if western.1 > 0 {
            (at, n_groups) = western;
        } else if raised.1 > 0 && digits(raised.0) == 0 {
            (at, n_groups) = raised;
        } else if indian.1 > 0 && n_first < 3 && is(indian.0, b',') && digits(indian.0 + 1) == 3 {
            at = indian.0 + 4;
            n_groups = indian.1 + 1;
        } else if dotted.1 > 0 && is(dotted.0, b',') && (1..=2).contains(&digits(dotted.0 + 1)) {
            at = dotted.0 + 1 + digits(dotted.0 + 1);
            print |= DECIMAL_COMMA | GROUPED;
        } else if dotted.1 > 1 && !is(dotted.0, b'.') && digits(dotted.0) == 0 {
            at = dotted.0;
            print |= DECIMAL_COMMA | GROUPED;
        } else if n_first < 3 && is(at, b',') && is_decimal_comma(bytes, start, at) {
            at += 1 + digits(at + 1);
            print |= DECIMAL_COMMA;
        } else if let Some((end, n)) = loose.groups(bytes, start, at, tokens) {
            (at, n_groups) = (end, n);
        } else if n_spaced > 0 && bytes[start] != b'0' {
            let is_plain = bytes[at] == b' ';
            if !is_plain || n_spaced > 1 || bytes[at + 1..].starts_with(b"000") {
                (at, n_groups) = (spaced, n_spaced);
            }
        }
    }
    if n_groups > 0 {
        print |= GROUPED;
    }
    // The 04 of 23.04.2022 has no decimals.
    let is_part = start > 1 && bytes[start - 1] == b'.' && bytes[start - 2].is_ascii_digit();
    if print & DECIMAL_COMMA == 0 && is(at, b'.') && !is_part {
        let n = digits(at + 1);
        let is_version = n > 0 && n_first > 0 && is(at + 1 + n, b'.') && digits(at + 2 + n) > 0;
        if n > 0 && !is_version {
            at += 1 + n;
        }
    }
    let (start, end) = (start as u32, at as u32);
    tokens.push(Token { start, end, code: NUMBER, class: crate::figures::vocabulary::TRIGGER, print });
    at
}

/// Whether the comma at `at`, after the digits from `start`, parts decimals: "1,3" alone, not "1,3,5" nor "v1,3".
fn is_decimal_comma(bytes: &[u8], start: usize, at: usize) -> bool {
    let n_after = bytes[at + 1..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let next = bytes.get(at + 1 + n_after).copied().unwrap_or(b' ');
    let after = bytes.get(at + 2 + n_after).copied().unwrap_or(b' ');
    let before = start.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
    let goes_on = |byte: u8| matches!(byte, b',' | b'.' | b'-' | b'/' | b':');
    let ends = !(next.is_ascii_alphanumeric() || goes_on(next) && after.is_ascii_digit());
    (1..=2).contains(&n_after) && ends && !before.is_ascii_alphanumeric() && !goes_on(before)
}

/// Groups of `len` digits, each after a separator: the offset past them and how many there are.
pub(super) fn groups(
    bytes: &[u8],
    mut at: usize,
    separator: impl Fn(usize) -> Option<usize>,
    len: usize,
) -> (usize, usize) {
    let separator = |at: usize| if at < bytes.len() { separator(at) } else { None };
    let mut n_groups = 0;
    while let Some(skip) = separator(at) {
        let from = at + skip;
        let n = bytes[from.min(bytes.len())..].iter().take(len + 1).take_while(|b| b.is_ascii_digit()).count();
        if n != len {
            break;
        }
        at = from + len;
        n_groups += 1;
    }
    (at, n_groups)
}

/// The length of an apostrophe that may part groups of digits.
fn apostrophe(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b'\'', ..] => Some(1),
        [0xe2, 0x80, 0x99, ..] => Some(3),
        _ => None,
    }
}

/// Returns the length of a space that may part groups of digits.
pub(super) fn space(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b' ', ..] => Some(1),
        [0xc2, 0xa0, ..] => Some(2),
        [0xe2, 0x80, 0xaf | 0x89, ..] => Some(3),
        _ => None,
    }
}
