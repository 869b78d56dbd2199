//! The grammar of numbers: digits, number words, scale words, fractions, vague words.
//!
//! Comes in: a place among the tokens. Goes out: the number that begins there, with the interval its words allow.
//! Handled are `1,200`, `.5`, `10 1/2`, `½`, `1e10`, `1.3x10^6`, *twenty-one*, *four hundred million*, *two and a half
//! million*, *half a dozen*, *two-thirds*, *one in five*, *dozens*, *tens of thousands*, `15k`, `1.762bn`.

mod digits;
mod fraction;
mod scale;
mod words;

pub(super) use digits::digits_value;
pub(super) use fraction::{one_in, over};

use crate::figures::scan::Scan;
use crate::figures::vocabulary::{self as v, CARDINAL, FRACTION, OFTEN_NONE, ORDINAL, SCALE, SCALES, VAGUE};
use digits::digits;
use fraction::part;
use words::words;

/// A number as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// The first token.
    pub(super) first: usize,
    /// Past the last token.
    pub(super) end: usize,
    /// The least value.
    pub(super) low: f64,
    /// The greatest value.
    pub(super) high: f64,
    /// The value before the last scale word.
    pub(super) raw: f64,
    /// The last scale word, 1 without.
    pub(super) scale: f64,
    /// How it is written.
    pub(super) form: Form,
    /// The place of the last digit printed, in units of the number: 0.1 for 2.5, a million for 3 million.
    pub(super) step: f64,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// A part of a whole: two-thirds, 1/2.
    Fraction,
    /// Not exact: dozens.
    Vague,
    /// A place in an order.
    Ordinal,
}

/// The number that begins at `at`.
pub(super) fn number(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let token = scan.token(at);
    if token.is_number() {
        let number = digits(scan, at)?;
        return Some(fraction::one_in_hyphens(scan, number).unwrap_or(number));
    }
    if token.class & (CARDINAL | SCALE | ORDINAL | FRACTION | VAGUE) == 0 && !scan.is_any(at, &[v::A, v::AN, v::POINT])
    {
        return None;
    }
    if let Some(found) = vague(scan, at) {
        return Some(found);
    }
    if let Some(found) = part(scan, at) {
        return Some(found);
    }
    words(scan, at)
}

/// The most that "several" or "a few" of a scale word can be: ten hundred would be a thousand.
const MOST_OF_A_SCALE: f64 = 9.0;

/// Dozens, tens of thousands, a few, no one.
fn vague(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if !scan.has(at, VAGUE) {
        return None;
    }
    let table = &crate::figures::phrases::PHRASES.vague;
    let (end, &(low, high)) = crate::figures::phrases::longest(scan, table, at)?;
    // "several hundred", "a few thousand", "a couple million"
    let is_article = scan.is_any(at, &[v::A]);
    // "a couple of hundred"
    let is_of_scale = scan.code(end) == v::OF && low <= high && scan.has(end + 1, SCALE) && !scan.has(end + 1, SCALES);
    let end = if is_of_scale { end + 1 } else { end };
    if scan.code(at) == v::SCORES && end == at + 1 && scan.code(end) != v::OF {
        // "He scores twice"
        return None;
    }
    if (low, high) == (0.0, 0.0) && scan.is_any(end, &[v::OTHER, v::THE]) {
        // "None other than the mayor", "none the wiser"
        return None;
    }
    if scan.code(at) == v::NO && end == at + 1 && !scan.has(end, OFTEN_NONE) {
        // "No injuries" counts them; "no doubt" counts nothing.
        return None;
    }
    if scan.has(end, SCALE) && !scan.has(end, SCALES) {
        let mut scale = scan.vocabulary.value(scan.code(end));
        // "a few hundred thousand"
        let is_more = scan.has(end + 1, SCALE) && !scan.has(end + 1, SCALES);
        let end = if is_more { end + 1 } else { end };
        if is_more {
            scale *= scan.vocabulary.value(scan.code(end));
        }
        let (low, high) = if low == high && low > 2.0 { (2.0, MOST_OF_A_SCALE) } else { (low, high) };
        let high = if high.is_finite() { high } else { MOST_OF_A_SCALE };
        return Some(Number {
            first: at,
            end: end + 1,
            low: low * scale,
            high: high * scale,
            raw: low,
            scale,
            form: Form::Vague,
            step: scale,
        });
    }
    let n_words = end - at;
    if is_article && n_words == 1 {
        return None;
    }
    Some(Number { first: at, end, low, high, raw: low, scale: 1.0, form: Form::Vague, step: 1.0 })
}
