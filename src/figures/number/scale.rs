//! Scale words and letters after a number: "3 million and a half", `15k`, `1.762bn`, "12.3m tonnes".
//!
//! A letter is a scale only where the amount is money or something is counted after it: 1.2m may be metres.

use super::fraction::fraction_tail;
use super::words::words;
use super::{Form, Number};
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, CARDINAL, MONEY, SCALE, SCALES};

/// Takes in the scale words, glued suffixes and fractions that follow `number`.
pub(super) fn scaled(scan: &Scan<'_>, mut number: Number) -> Number {
    let is_hyphenated =
        scan.is_hyphen(number.end) && scan.has(number.end + 1, SCALE) && !scan.has(number.end + 1, SCALES);
    let at = if is_hyphenated { number.end + 1 } else { number.end };
    if scan.has(at, SCALE) && scan.token(at).is_word() {
        let scale = scan.vocabulary.value(scan.code(at));
        if number.form != Form::Fraction || scale >= 12.0 {
            number = times(number, scale, at + 1);
            // 13 lakh crore, 4 hundred million
            while scan.has(number.end, SCALE) {
                let next = scan.vocabulary.value(scan.code(number.end));
                number = times(number, next, number.end + 1);
            }
            return mixed_tail(scan, number);
        }
    }
    if (scan.is_glued(number.end) || stands_apart(scan, number) || follows_money(scan, number.first))
        && let Some(scale) = suffix(scan, number)
    {
        return times(number, scale, number.end + 1);
    }
    // "15 and a half stone"; 3 million and a half: see `mixed_tail`; 2½: the fraction is part of the digits.
    let is_mixed = scan.code(number.end) == v::AND
        && scan.code(number.end + 1) == v::A
        && scan.is_any(number.end + 2, &[v::HALF, v::QUARTER])
        && number.form == Form::Digits
        && number.low.fract() == 0.0;
    if is_mixed
        && let Some((part, end)) = fraction_tail(scan, number.end + 1, number.low.abs())
        && scan.code(end) != v::OF
        && !scan.has(end, SCALE)
    {
        let (low, high) = (number.low + part, number.high + part);
        return Number { end, low, high, raw: low, step: part, ..number };
    }
    number
}

fn times(number: Number, scale: f64, end: usize) -> Number {
    Number {
        end,
        low: number.low * scale,
        high: number.high * scale,
        scale: number.scale * scale,
        step: number.step * scale,
        form: if number.form == Form::Fraction { Form::Digits } else { number.form },
        ..number
    }
}

/// "3 hundred and 21", "4 thousand 3 hundred", "3 million and a quarter".
fn mixed_tail(scan: &Scan<'_>, mut number: Number) -> Number {
    let last = number.scale;
    if scan.code(number.end) == v::AND
        && let Some((part, end)) = fraction_tail(scan, number.end + 1, number.low.abs())
    {
        let add = part * last;
        return Number { low: number.low + add, high: number.high + add, end, ..number };
    }
    if number.raw.fract() != 0.0 || number.form != Form::Digits {
        return number;
    }
    let joint = if scan.code(number.end) == v::AND { number.end + 1 } else { number.end };
    let Some(whole) = scan.whole(joint).map(f64::from) else {
        // "3 hundred and twenty-one"; "$5 million and nine people" are two numbers.
        if joint > number.end
            && scan.has(joint, CARDINAL)
            && last == 100.0
            && let Some(tail) = words(scan, joint).filter(|tail| tail.low < last && tail.form == Form::Words)
        {
            number = Number { low: number.low + tail.low, high: number.high + tail.low, end: tail.end, ..number };
        }
        return number;
    };
    let scale = if scan.has(joint + 1, SCALE) && !scan.has(joint + 1, SCALES) {
        Some(scan.vocabulary.value(scan.code(joint + 1)))
    } else {
        None
    };
    let is_tail = match scale {
        Some(scale) => scale < last && whole * scale < last && joint == number.end,
        None => {
            let is_money = follows_money(scan, number.first);
            last <= 1000.0 && whole > 0.0 && whole < last && joint > number.end && !is_money
        }
    };
    if !is_tail || !number.raw.is_finite() {
        return number;
    }
    let value = whole * scale.unwrap_or(1.0);
    let end = joint + if scale.is_some() { 2 } else { 1 };
    let longer = Number {
        low: number.low + value,
        high: number.high + value,
        scale: scale.unwrap_or(1.0),
        step: 1.0,
        end,
        ..number
    };
    if scale.is_some() { mixed_tail(scan, longer) } else { longer }
}

fn is_money_mark(scan: &Scan<'_>, first: usize) -> bool {
    let before = scan.before(first, 1);
    // Any currency's mark can begin a figure; the mark of a number, #, cannot be meant.
    before.code == mark('=')
        || !before.is_word() && !before.is_number() && before.class & v::TRIGGER != 0 && before.code != mark('#')
}

/// Whether a currency is before the number at `first`, or before one that it bounds on the other side: "£1-2m".
fn follows_money(scan: &Scan<'_>, first: usize) -> bool {
    let is_after = |first: usize| is_money_name(scan, first) || is_money_mark(scan, first);
    let is_joined = v::is_dash(scan.before(first, 1).code) || scan.before(first, 1).code == v::TO;
    // "£1-2m", "£1m-2m"
    let other = if scan.before(first, 2).is_number() { 2 } else { 3 };
    is_after(first)
        || is_joined && scan.before(first, other).is_number() && first.checked_sub(other).is_some_and(is_after)
}

/// Whether the name of a currency ends before `first`: "Rs 5m", not "a 5 m wall".
fn is_money_name(scan: &Scan<'_>, first: usize) -> bool {
    let table = &crate::figures::phrases::PHRASES.money;
    (1..=2).filter(|&back| scan.before(first, back).class & MONEY != 0).any(|back| {
        let name = first.wrapping_sub(back);
        crate::figures::phrases::longest(scan, table, name).is_some_and(|(end, _)| end == first)
    })
}

/// Whether a name of money begins at `at`: "5m zloty".
fn names_money(scan: &Scan<'_>, at: usize) -> bool {
    let table = &crate::figures::phrases::PHRASES.money;
    scan.printed(at).len() > 2
        && scan.token(at).is_spaced()
        && crate::figures::phrases::longest(scan, table, at).is_some()
}

/// Whether a scale letter after a space ends the phrase: "1,674.5 M", where the number itself is no short name.
fn stands_apart(scan: &Scan<'_>, number: Number) -> bool {
    let next = scan.token(number.end + 1);
    let is_long = scan.n_digits(number.first) != 1;
    let is_letter = matches!(scan.printed(number.end), "k" | "K" | "M" | "B" | "G");
    let ends = !next.is_word() && !next.is_number() && !scan.is_glued(number.end + 1)
        || scan.is_any(number.end + 1, &[mark('.'), mark(','), mark('?'), mark('!')]);
    let names = scan.before(number.first, 1).is_capital() && scan.before(number.first, 1).class & MONEY == 0;
    is_letter && is_long && ends && !names
}

/// The scale of a letter close to the digits: 15k, 12.3m, 2.8bn.
fn suffix(scan: &Scan<'_>, number: Number) -> Option<f64> {
    let at = number.end;
    let printed = scan.printed(at);
    let is_money = follows_money(scan, number.first) || names_money(scan, at + 1);
    let is_glued = scan.is_glued(at);
    if is_glued && scan.is_glued(at + 1) && scan.token(at + 1).is_number() {
        return None;
    }
    match printed {
        "k" | "K" if is_glued || is_money => Some(1e3),
        "M" => Some(1e6),
        "m" if is_money => Some(1e6),
        // "Within 80m of the hut"
        "m" if scan.code(at + 1) == v::OF && scan.before(number.first, 1).code == v::WITHIN => None,
        "m" => (is_glued && counts_follow(scan, at + 1)).then_some(1e6),
        "b" | "B" | "bn" | "Bn" | "BN" if is_money => Some(1e9),
        "B" if is_glued && counts_follow(scan, at + 1) || stands_apart(scan, number) => Some(1e9),
        "k" | "K" if stands_apart(scan, number) => Some(1e3),
        "G" if stands_apart(scan, number) => Some(1e9),
        "t" | "T" if is_money && is_glued => Some(1e12),
        "G" if is_glued && (number.low >= 10.0 || number.low.fract() != 0.0) => Some(1e9),
        _ => None,
    }
}

/// Whether a unit or a plural follows at `at`, so that a letter before it was a scale: 12.3m tonnes.
fn counts_follow(scan: &Scan<'_>, at: usize) -> bool {
    let token = scan.token(at);
    if !token.is_word() || !token.is_spaced() {
        return false;
    }
    let printed = scan.printed(at);
    scan.has(at, v::IRREGULAR_PLURAL)
        || (crate::figures::phrases::longest(scan, &crate::figures::phrases::PHRASES.units, at).is_some()
            && printed.len() > 3
            && token.class & v::FUNCTION == 0)
        || (printed.len() > 3 && printed.ends_with('s') && token.class & (v::FUNCTION | v::PHRASE_END) == 0)
        || (scan.code(at) == v::OF && scan.is_any(at + 1, &[v::ITS, v::THEIR, v::THE, v::HIS, v::OUR]))
        || (token.class & (v::FUNCTION | v::PHRASE_END) == 0
            && scan.printed(at + 1).len() > 3
            && scan.printed(at + 1).ends_with('s')
            && scan.token(at + 1).class & (v::FUNCTION | v::PHRASE_END) == 0)
}
