//! Numbers printed in digits: `1,200`, `.5`, `10 1/2`, `½`, `1e10`, `1.3x10^6`.

use super::scale::scaled;
use super::{Form, Number};
use crate::figures::scan::Scan;
use crate::figures::token::{DECIMAL_COMMA, GROUPED, vulgar_fraction};
use crate::figures::vocabulary::{self as v, is_dash};

/// Returns the value of the digits at `at`, and the place of the last of them.
pub(in crate::figures) fn digits_value(scan: &Scan<'_>, at: usize) -> (f64, f64) {
    let printed = scan.printed(at);
    if let Some(value) = printed.chars().next().and_then(vulgar_fraction) {
        return (value, value);
    }
    let decimal = if scan.token(at).print & DECIMAL_COMMA == 0 { b'.' } else { b',' };
    let mut mantissa = 0_u64;
    let mut n_digits = 0;
    let mut n_decimals = 0;
    let mut has_point = false;
    let mut n_zeros = 0;
    for byte in printed.bytes() {
        if byte == decimal {
            has_point = true;
        } else if byte.is_ascii_digit() {
            if n_digits < 18 {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                n_decimals += i32::from(has_point);
                n_digits += i32::from(mantissa > 0);
            } else if !has_point {
                n_decimals -= 1;
            }
            n_zeros = if byte == b'0' && !has_point { n_zeros + 1 } else { 0 };
        }
    }
    let value = if n_decimals >= 0 {
        mantissa as f64 / 10_f64.powi(n_decimals)
    } else {
        mantissa as f64 * 10_f64.powi(-n_decimals.max(-300))
    };
    let step = if has_point { 10_f64.powi(-n_decimals) } else { 10_f64.powi(n_zeros.min(n_digits - 1).max(0)) };
    (value, step)
}

pub(super) fn digits(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (mut value, mut step) = digits_value(scan, at);
    let mut end = at + 1;
    let mut form = Form::Digits;
    let is_whole = scan.n_digits(at) > 0 || scan.token(at).print & GROUPED != 0;
    if scan.printed(at).starts_with(|c| vulgar_fraction(c).is_some()) {
        form = Form::Fraction;
    } else if is_stroke(scan, end)
        && scan.is_glued(end)
        && scan.is_glued(end + 1)
        && scan.n_digits(end + 1) > 0
        && is_whole
    {
        let (parts, _) = digits_value(scan, end + 1);
        let is_chain = scan.is_mark(end + 2, '/') && scan.is_glued(end + 2);
        if parts > 0.0 && !is_chain {
            value /= parts;
            step = 1.0 / parts;
            end += 2;
            form = Form::Fraction;
        }
    } else if is_whole && (scan.token(end).is_number() || is_hyphenated_part(scan, end)) {
        // 10 1/2, 1 ½, 1-1/2
        let end_of_whole = end;
        let end_of = if scan.token(end).is_number() { end } else { end + 1 };
        end = end_of;
        let is_vulgar = scan.printed(end).starts_with(|c| vulgar_fraction(c).is_some());
        let is_slashed = scan.n_digits(end) > 0
            && is_stroke(scan, end + 1)
            && scan.is_glued(end + 1)
            && scan.is_glued(end + 2)
            && scan.n_digits(end + 2) > 0
            && !(scan.is_mark(end + 3, '/') && scan.is_glued(end + 3));
        if is_vulgar {
            value += digits_value(scan, end).0;
            end += 1;
        } else if is_slashed {
            let part = digits_value(scan, end).0 / digits_value(scan, end + 2).0;
            if part < 1.0 {
                value += part;
                end += 3;
            }
        }
        if end == end_of {
            end = end_of_whole;
        }
    }
    if form == Form::Digits {
        (value, end) = power(scan, value, end);
    }
    let found = Number { first: at, end, low: value, high: value, raw: value, scale: 1.0, form, step };
    Some(scaled(scan, found))
}

/// Whether a stroke of a fraction is at `at`.
fn is_stroke(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_mark(at, '/') || scan.is_mark(at, '⁄')
}

/// Whether a hyphen is at `at` and a fraction in digits close after it: the rest of 1-1/2.
fn is_hyphenated_part(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_hyphen(at) && scan.n_digits(at + 1) == 1 && is_stroke(scan, at + 2) && scan.is_glued(at + 2)
}

/// `1e10`, `1.1^23`, `1.3x10^6`, `2.48×10−5`.
fn power(scan: &Scan<'_>, value: f64, end: usize) -> (f64, usize) {
    let sign = |at: usize| -> (f64, usize) {
        if scan.is_glued(at) && is_dash(scan.code(at)) {
            (-1.0, at + 1)
        } else if scan.is_glued(at) && scan.is_mark(at, '+') {
            (1.0, at + 1)
        } else {
            (1.0, at)
        }
    };
    let exponent = |at: usize| -> Option<(i32, usize)> {
        let (sign, at) = sign(at);
        let whole = scan.whole(at).filter(|&whole| whole < 300 && scan.is_glued(at))?;
        Some((whole as i32 * sign as i32, at + 1))
    };
    if scan.is_glued(end)
        && scan.code(end) == v::E
        && let Some((n, end)) = exponent(end + 1)
    {
        return (value * 10_f64.powi(n), end);
    }
    // 10⁶
    let (n, past) = raised(scan, end);
    if past > end && value == 10.0 {
        return (value.powi(n), past);
    }
    if scan.is_glued(end)
        && scan.is_mark(end, '^')
        && let Some((n, end)) = exponent(end + 1)
    {
        return (value.powi(n), end);
    }
    if (scan.code(end) == v::X || scan.is_mark(end, '×')) && scan.is_glued(end) {
        let base = scan.whole(end + 1).filter(|&base| base == 10 || base == 2);
        let (n, past) = raised(scan, end + 2);
        if base == Some(10) && past > end + 2 {
            return (value * 10_f64.powi(n), past);
        }
        let at = if scan.is_mark(end + 2, '^') { end + 3 } else { end + 2 };
        if let (Some(base), Some((n, end))) = (base, exponent(at)) {
            return (value * f64::from(base).powi(n), end);
        }
    }
    (value, end)
}

/// The whole number in raised digits close after what is before `at`, and past it; past nothing where there is none.
fn raised(scan: &Scan<'_>, at: usize) -> (i32, usize) {
    /// A number in the news has at most two digits there.
    const MOST: i32 = 100;
    let mut end = at;
    let is_negative = scan.is_glued(end) && scan.is_mark(end, '⁻');
    end += usize::from(is_negative || scan.is_glued(end) && scan.is_mark(end, '⁺'));
    let first = end;
    let mut n = 0;
    while n < MOST && scan.is_glued(end) {
        let Some(digit) = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| scan.is_mark(end, raised)) else {
            break;
        };
        n = n * 10 + digit as i32;
        end += 1;
    }
    if end == first { (0, at) } else { (if is_negative { -n } else { n }, end) }
}
