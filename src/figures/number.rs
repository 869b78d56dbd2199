//! The grammar of numbers: digits, number words, scale words, fractions, vague words.
//!
//! Comes in: a place among the tokens. Goes out: the number that begins there, with the interval its words allow.
//! Handled are `1,200`, `.5`, `10 1/2`, `½`, `1e10`, `1.3x10^6`, *twenty-one*, *four hundred million*, *two and a half
//! million*, *half a dozen*, *two-thirds*, *one in five*, *dozens*, *tens of thousands*, `15k`, `1.762bn`.

use super::scan::Scan;
use super::token::{DECIMAL_COMMA, GROUPED, mark, vulgar_fraction};
use super::vocabulary::{self as v, CARDINAL, FRACTION, MONEY, ORDINAL, SCALE, SCALES, TEEN, TEN, VAGUE, is_dash};

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
        return digits(scan, at);
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

/// The value of the digits at `at`, and the place of the last of them.
pub(super) fn digits_value(scan: &Scan<'_>, at: usize) -> (f64, f64) {
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

fn digits(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let (mut value, mut step) = digits_value(scan, at);
    let mut end = at + 1;
    let mut form = Form::Digits;
    let is_whole = scan.n_digits(at) > 0 || scan.token(at).print & GROUPED != 0;
    if scan.printed(at).starts_with(|c| vulgar_fraction(c).is_some()) {
        form = Form::Fraction;
    } else if scan.is_mark(end, '/')
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
    } else if is_whole && scan.token(end).is_number() {
        // 10 1/2, 1 ½
        let is_vulgar = scan.printed(end).starts_with(|c| vulgar_fraction(c).is_some());
        let is_slashed = scan.n_digits(end) > 0
            && scan.is_mark(end + 1, '/')
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
    }
    if form == Form::Digits {
        (value, end) = power(scan, value, end);
    }
    let found = Number { first: at, end, low: value, high: value, raw: value, scale: 1.0, form, step };
    Some(scaled(scan, found))
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
    if scan.is_glued(end)
        && scan.is_mark(end, '^')
        && let Some((n, end)) = exponent(end + 1)
    {
        return (value.powi(n), end);
    }
    if (scan.code(end) == v::X || scan.is_mark(end, '×')) && scan.is_glued(end) {
        let base = scan.whole(end + 1).filter(|&base| base == 10 || base == 2);
        let at = if scan.is_mark(end + 2, '^') { end + 3 } else { end + 2 };
        if let (Some(base), Some((n, end))) = (base, exponent(at)) {
            return (value * f64::from(base).powi(n), end);
        }
    }
    (value, end)
}

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
    if (scan.is_glued(number.end)
        || stands_apart(scan, number)
        || scan.before(number.first, 1).class & MONEY != 0
        || is_money_mark(scan, number.first))
        && let Some(scale) = suffix(scan, number)
    {
        return times(number, scale, number.end + 1);
    }
    // 3 million and a half: see `mixed_tail`; 2½: the fraction is part of the digits.
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
        if joint > number.end
            && scan.has(joint, CARDINAL)
            && last >= 100.0
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
        None => last <= 1000.0 && whole > 0.0 && whole < last && joint > number.end,
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
    let code = scan.before(first, 1).code;
    ['$', '£', '€', '¥', '₹', '='].iter().any(|&c| code == mark(c))
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
    let is_money = scan.before(number.first, 1).class & MONEY != 0 || is_money_mark(scan, number.first);
    let is_glued = scan.is_glued(at);
    if is_glued && scan.is_glued(at + 1) && scan.token(at + 1).is_number() {
        return None;
    }
    match printed {
        "k" | "K" if is_glued || is_money => Some(1e3),
        "M" => Some(1e6),
        "m" if is_money => Some(1e6),
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
        || (super::phrases::longest(scan, &super::phrases::PHRASES.units, at).is_some()
            && printed.len() > 3
            && token.class & v::FUNCTION == 0)
        || (printed.len() > 3 && printed.ends_with('s') && token.class & (v::FUNCTION | v::PHRASE_END) == 0)
        || (scan.code(at) == v::OF && scan.is_any(at + 1, &[v::ITS, v::THEIR, v::THE, v::HIS, v::OUR]))
        || (token.class & (v::FUNCTION | v::PHRASE_END) == 0
            && scan.printed(at + 1).len() > 3
            && scan.printed(at + 1).ends_with('s')
            && scan.token(at + 1).class & (v::FUNCTION | v::PHRASE_END) == 0)
}

/// Dozens, tens of thousands, a few, no one.
fn vague(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if !scan.has(at, VAGUE) {
        return None;
    }
    let table = &super::phrases::PHRASES.vague;
    let (end, &(low, high)) = super::phrases::longest(scan, table, at)?;
    // "several hundred", "a few thousand", "a couple million"
    let is_article = scan.is_any(at, &[v::A]);
    if scan.code(at) == v::SCORES && end == at + 1 && scan.code(end) != v::OF {
        // "He scores twice"
        return None;
    }
    if scan.has(end, SCALE) && !scan.has(end, SCALES) {
        let scale = scan.vocabulary.value(scan.code(end));
        let (low, high) = if low == high && low > 2.0 { (2.0, 9.0) } else { (low, high) };
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

/// Half a million, a third, two-thirds, one in five, quarter million.
fn part(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let vocabulary = scan.vocabulary;
    // "a tenth of a gallon" and, the article left out, "tenth of a gallon"
    let is_tenth = scan.code(at + 1) == v::OF && scan.is_any(at + 2, &[v::A, v::AN]) && scan.has(at + 3, v::UNIT);
    let (numerator, next) = if scan.has(at, FRACTION) && (!scan.has(at, ORDINAL) || is_tenth) {
        (1.0, at)
    } else if scan.is_any(at, &[v::A, v::AN]) && scan.has(at + 1, FRACTION) {
        (1.0, at + 1)
    } else if scan.has(at, CARDINAL | SCALE) {
        let number = words(scan, at)?;
        if number.form == Form::Fraction {
            return Some(number);
        }
        return one_in(scan, number);
    } else {
        return None;
    };
    let parts = vocabulary.parts(scan.code(next));
    let is_plural = scan.printed(next).ends_with('s') && parts > 0.0;
    let is_share_of_unit = scan.is_hyphen(next + 1) && scan.has(next + 2, v::UNIT)
        || scan.code(next + 1) == v::OF && scan.is_any(next + 2, &[v::A, v::AN]) && scan.has(next + 3, v::UNIT);
    if parts == 0.0 || (is_plural && next == at) {
        return None;
    }
    let mut end = next + 1;
    // "quarter" alone is a part of the year; a third may be a place.
    let is_half = parts == 2.0;
    let before = scan.before(at, 1);
    let is_period = before.class & ORDINAL != 0 || [v::THIS, v::LAST, v::NEXT, v::EACH].contains(&before.code);
    if is_half && next == at && is_period {
        return None;
    }
    let scale_at = if scan.is_any(end, &[v::A, v::AN]) { end + 1 } else { end };
    let is_scale = scan.has(scale_at, SCALE) && !scan.has(scale_at, SCALES);
    if is_scale {
        let scale = vocabulary.value(scan.code(scale_at));
        let value = numerator / parts * scale;
        return Some(Number {
            first: at,
            end: scale_at + 1,
            low: value,
            high: value,
            raw: numerator / parts,
            scale,
            form: Form::Words,
            step: value,
        });
    }
    if scan.is_any(end, &[v::A, v::AN]) && is_half && !scan.has(end + 1, v::UNIT) {
        end = next + 1;
    }
    if !is_half && next == at && !is_share_of_unit {
        return None;
    }
    let is_whole_named = is_half
        || is_share_of_unit
        || scan.code(end) == v::OF
        || scan.code(end) == super::token::OUTSIDE
        || scan.has(end, v::UNIT);
    if !is_whole_named {
        // "a third man": a place, unless a part follows.
        return None;
    }
    let value = numerator / parts;
    Some(Number { first: at, end, low: value, high: value, raw: value, scale: 1.0, form: Form::Fraction, step: value })
}

/// "One in five", "7 of 10", "one out of three" after the number `few`.
pub(super) fn one_in(scan: &Scan<'_>, few: Number) -> Option<Number> {
    if few.scale != 1.0 || few.low.fract() != 0.0 || few.low < 1.0 {
        return None;
    }
    let at = match scan.code(few.end) {
        v::IN => few.end + 1,
        v::OUT if scan.code(few.end + 1) == v::OF => few.end + 2,
        _ => return None,
    };
    let every = if scan.code(at) == v::EVERY { at + 1 } else { at };
    let of = if scan.token(every).is_number() { digits(scan, every)? } else { words(scan, every)? };
    let is_whole = matches!(of.form, Form::Digits | Form::Words) && of.low.fract() == 0.0 && of.low > few.low;
    let is_year = scan.n_digits(every) == 4 || scan.has(of.end, v::UNIT | v::MONTH);
    if !is_whole || is_year || (of.low > 10_000.0 && of.form == Form::Digits) {
        return None;
    }
    let value = few.low / of.low;
    Some(Number {
        first: few.first,
        end: of.end,
        low: value,
        high: value,
        raw: value,
        scale: 1.0,
        form: Form::Fraction,
        step: value,
    })
}

/// "One over 20", "3 over 5": a fraction read aloud, where nothing is counted after it.
pub(super) fn over(scan: &Scan<'_>, few: Number) -> Option<Number> {
    if scan.code(few.end) != v::OVER || few.scale != 1.0 || few.low.fract() != 0.0 || few.low == 0.0 {
        return None;
    }
    let at = few.end + 1;
    let of = if scan.token(at).is_number() { digits(scan, at)? } else { words(scan, at)? };
    let is_whole = matches!(of.form, Form::Digits | Form::Words) && of.low.fract() == 0.0 && of.low > few.low.abs();
    let next = scan.token(of.end);
    let ends = !next.is_word() && !next.is_number() && !scan.is_mark(of.end, '%') && !scan.is_hyphen(of.end);
    let value = few.low / of.low;
    (is_whole && ends && n_whole_digits(scan, at)).then_some(Number {
        end: of.end,
        low: value,
        high: value,
        raw: value,
        form: Form::Fraction,
        step: value.abs(),
        ..few
    })
}

/// Whether the number at `at` is no year.
fn n_whole_digits(scan: &Scan<'_>, at: usize) -> bool {
    scan.n_digits(at) != 4
}

/// The fraction after an "and": a half, three quarters, 2/3. `whole` is what stands before.
fn fraction_tail(scan: &Scan<'_>, at: usize, whole: f64) -> Option<(f64, usize)> {
    let (numerator, next) = if scan.is_any(at, &[v::A, v::AN]) {
        (1.0, at + 1)
    } else if scan.has(at, CARDINAL) && !scan.is_hyphen(at + 1) {
        (scan.vocabulary.value(scan.code(at)), at + 1)
    } else {
        (1.0, at)
    };
    let parts = scan.vocabulary.parts(scan.code(next));
    if !scan.has(next, FRACTION) || parts == 0.0 || whole < 1.0 || (next == at && scan.has(next, ORDINAL)) {
        return None;
    }
    // "two and third": a place; "one and quarter": a part.
    Some((numerator / parts, next + 1))
}

/// Number words: twenty-one, a hundred and five, two point two million.
fn words(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let vocabulary = scan.vocabulary;
    let mut end = at;
    let is_article = scan.is_any(at, &[v::A, v::AN]);
    if is_article {
        if !scan.has(at + 1, SCALE) || scan.has(at + 1, SCALES) {
            return None;
        }
        end += 1;
    }
    let mut total = 0.0;
    let mut group: Option<f64> = is_article.then_some(1.0);
    let mut last_scale: f64 = f64::INFINITY;
    let mut last_group_scale = 1.0;
    let mut n_words = 0;
    let mut value_of_last = 0.0_f64;
    let mut is_after_ten = false;
    loop {
        let mut next = end;
        if n_words > 0 {
            if scan.is_hyphen(next) {
                next += 1;
            } else if scan.code(next) == v::AND {
                next += 1;
                let needs_scale = last_scale.is_finite() || value_of_last == 100.0;
                if !needs_scale
                    || !scan.has(next, CARDINAL | SCALE)
                    || follows_its_own_scale(scan, next, last_scale.min(value_of_last.max(100.0)))
                {
                    break;
                }
                if let Some((_, past)) = fraction_tail(scan, next, 1.0)
                    && past > next + 1
                {
                    break;
                }
            }
        }
        let token = scan.token(next);
        if !token.is_word() || token.class & (CARDINAL | SCALE) == 0 {
            break;
        }
        let value = vocabulary.value(token.code);
        if token.class & CARDINAL != 0 {
            match group {
                None => {
                    if last_scale.is_finite() && value >= last_scale {
                        break;
                    }
                    group = Some(value);
                }
                Some(before) if is_after_ten && token.class & (TEN | TEEN) == 0 && value > 0.0 => {
                    group = Some(before + value);
                }
                Some(before) if before % 100.0 == 0.0 && before > 0.0 => group = Some(before + value),
                // one twenty two, nineteen eighty-four, twenty twenty-four
                Some(before)
                    if (token.class & TEN != 0 || (token.class & TEEN != 0 && value_of_last < 21.0))
                        && n_words == 1
                        && (1.0..=20.0).contains(&before)
                        && scan.token(next).is_spaced()
                        && !scan.is_hyphen(end)
                        && (before > 9.0 || scan.has(next + 1, CARDINAL)) =>
                {
                    group = Some(before * 100.0 + value);
                }
                Some(_) => break,
            }
            is_after_ten = token.class & TEN != 0;
        } else {
            if token.class & SCALES != 0 && n_words == 0 && !is_article {
                return None;
            }
            if value == 100.0 {
                let before = group.unwrap_or(1.0);
                if before >= 100.0 {
                    break;
                }
                group = Some(before * 100.0);
                last_group_scale = 100.0;
            } else if value == 12.0 || value == 144.0 {
                total += group.unwrap_or(1.0) * value;
                group = None;
                end = next + 1;
                n_words += 1;
                last_group_scale = value;
                break;
            } else if value < last_scale {
                total += group.unwrap_or(1.0) * value;
                last_scale = value;
                last_group_scale = value;
                group = None;
            } else if group.is_none() && n_words > 0 {
                // hundred thousand million, lakh crore
                total *= value;
                last_group_scale = value;
            } else {
                break;
            }
            is_after_ten = false;
        }
        value_of_last = value;
        end = next + 1;
        n_words += 1;
    }
    if n_words == 0 {
        if scan.code(at) == v::POINT && scan.token(at + 1).is_number() && scan.n_digits(at + 1) > 0 {
            let (value, _) = digits_value(scan, at + 1);
            let step = 10_f64.powi(-(scan.n_digits(at + 1) as i32));
            let value = value * step;
            return Some(Number {
                first: at,
                end: at + 2,
                low: value,
                high: value,
                raw: value,
                scale: 1.0,
                form: Form::Digits,
                step,
            });
        }
        return ordinal(scan, at, at, 0.0, 0);
    }
    let mut value = total + group.unwrap_or(0.0);
    if let Some(found) = ordinal(scan, at, end, value, n_words) {
        return Some(found);
    }
    if let Some(found) = compound_part(scan, at, end, value) {
        return Some(found);
    }
    let mut step = if group.is_some_and(|group| group % 100.0 != 0.0) { 1.0 } else { last_group_scale };
    let mut raw = value / last_group_scale;
    // two point two, nought point nought five
    if scan.code(end) == v::POINT && scan.has(end + 1, CARDINAL) && value < 1000.0 {
        let mut place = 1.0;
        let mut next = end + 1;
        while scan.has(next, CARDINAL) && scan.vocabulary.value(scan.code(next)) < 10.0 {
            place /= 10.0;
            value += vocabulary.value(scan.code(next)) * place;
            next += 1;
        }
        if next > end + 1 {
            end = next;
            step = place;
            raw = value;
        }
    }
    if scan.code(end) == v::AND {
        let is_scaled = last_group_scale >= 1000.0;
        if let Some((part, past)) = fraction_tail(scan, end + 1, value) {
            if scan.has(past, SCALE) && is_scaled {
                // one billion and a half million
                value += part * vocabulary.value(scan.code(past));
                end = past + 1;
            } else if is_scaled {
                value += part * last_group_scale;
                end = past;
            } else {
                value += part;
                end = past;
            }
            raw = value;
            step = part;
        }
    }
    let found =
        Number { first: at, end, low: value, high: value, raw, scale: last_group_scale, form: Form::Words, step };
    if (scan.has(end, SCALE) && last_group_scale < 1000.0) && !scan.has(end, SCALES) || scan.code(end) == v::DOZEN {
        let found = Number { raw: value, scale: 1.0, ..found };
        return Some(scaled(scan, found));
    }
    Some(found)
}

/// "One twenty-fifth", "three twenty-fifths": the part is named by two words.
fn compound_part(scan: &Scan<'_>, first: usize, end: usize, value: f64) -> Option<Number> {
    let is_part = scan.has(end, TEN) && scan.is_hyphen(end + 1) && scan.has(end + 2, ORDINAL | FRACTION);
    let last = scan.vocabulary.parts(scan.code(end + 2)).max(scan.vocabulary.value(scan.code(end + 2)));
    let is_plural = scan.printed(end + 2).ends_with('s');
    if !is_part || !(1.0..10.0).contains(&last) || value < 1.0 || (value != 1.0 && !is_plural) {
        return None;
    }
    let part = value / (scan.vocabulary.value(scan.code(end)) + last);
    Some(Number { first, end: end + 3, low: part, high: part, raw: part, scale: 1.0, form: Form::Fraction, step: part })
}

/// How many tokens a group of number words has at most: "seven hundred twenty - one thousand".
const LONGEST_GROUP: usize = 8;

/// Whether the group that begins at `at` is itself multiplied by a scale of at least `least`: a number of its own.
fn follows_its_own_scale(scan: &Scan<'_>, at: usize, least: f64) -> bool {
    (at + 1..at + LONGEST_GROUP)
        .take_while(|&next| scan.has(next, CARDINAL | SCALE) || scan.is_hyphen(next))
        .any(|next| scan.has(next, SCALE) && scan.vocabulary.value(scan.code(next)) >= least)
}

/// A place in an order or a fraction, where an ordinal follows the number words that end at `end`.
fn ordinal(scan: &Scan<'_>, first: usize, end: usize, value: f64, n_words: usize) -> Option<Number> {
    let next = if n_words > 0
        && (scan.is_hyphen(end) || (n_words > 0 && is_dash(scan.code(end)) && scan.has(end + 1, FRACTION)))
    {
        end + 1
    } else {
        end
    };
    if !scan.has(next, ORDINAL | FRACTION) || !scan.token(next).is_word() {
        return None;
    }
    let vocabulary = scan.vocabulary;
    let place = vocabulary.value(scan.code(next));
    let parts = vocabulary.parts(scan.code(next));
    let is_plural = scan.printed(next).ends_with('s') || scan.printed(next) == "halves";
    let is_place = !is_plural && scan.has(next, ORDINAL);
    if n_words == 0 {
        return is_place.then_some(Number {
            first,
            end: next + 1,
            low: place,
            high: place,
            raw: place,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    let joins =
        (value % 100.0 == 0.0 && place < 100.0) || (value % 10.0 == 0.0 && value % 100.0 != 10.0 && place < 10.0);
    let is_unit = scan.code(next) == v::SECOND && !scan.is_hyphen(end);
    let is_power = is_place && place >= 100.0 && value > 1.0 && value < place && scan.code(next + 1) != v::OF;
    if is_power {
        // the three hundredth, a hundred trillionth
        let value = value * place;
        return Some(Number {
            first,
            end: next + 1,
            low: value,
            high: value,
            raw: value,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    if is_place && joins && value >= 20.0 && place < 100.0 && !is_unit {
        let value = value + place;
        return Some(Number {
            first,
            end: next + 1,
            low: value,
            high: value,
            raw: value,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    let is_part =
        parts > 1.0 && (is_plural || value == 1.0 || scan.code(next) == v::HALF || scan.code(next) == v::QUARTER);
    if !is_part || scan.code(next) == v::SECOND {
        return None;
    }
    let is_named_quarter =
        scan.code(next) == v::QUARTER && value > 1.0 && scan.code(next + 1) != v::OF && !scan.has(next + 1, v::UNIT);
    if is_named_quarter || (is_plural && scan.code(next + 1) != v::OF && parts == 4.0 && value > 3.0) {
        return None;
    }
    let mut part = value / parts;
    let mut end = next + 1;
    let mut form = Form::Fraction;
    // two thirds of a million, three quarters million
    let scale_at = if scan.code(end) == v::OF && scan.is_any(end + 1, &[v::A, v::AN]) { end + 2 } else { end };
    if scan.has(scale_at, SCALE) && !scan.has(scale_at, SCALES) {
        part *= vocabulary.value(scan.code(scale_at));
        end = scale_at + 1;
        form = Form::Words;
    }
    Some(Number { first, end, low: part, high: part, raw: part, scale: 1.0, form, step: part })
}
