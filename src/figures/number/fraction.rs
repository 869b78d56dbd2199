//! Parts of a whole in words: "two-thirds", "half a million", "one in five", "one over 20", "a tenth of a gallon".

use super::digits::digits;
use super::words::words;
use super::{Form, Number};
use crate::figures::scan::Scan;
use crate::figures::vocabulary::{self as v, CARDINAL, FRACTION, ORDINAL, SCALE, SCALES, TEN};

/// Half a million, a third, two-thirds, one in five, quarter million.
pub(super) fn part(scan: &Scan<'_>, at: usize) -> Option<Number> {
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
        return one_in_hyphens(scan, number).or_else(|| one_in(scan, number));
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
    let scale_at = scale_at(scan, end);
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
        || scan.code(end) == crate::figures::token::OUTSIDE
        || scan.has(end, v::UNIT)
        || is_change_by(scan, at, end);
    if !is_whole_named {
        // "a third man": a place, unless a part follows.
        return None;
    }
    let value = numerator / parts;
    Some(Number { first: at, end, low: value, high: value, raw: value, scale: 1.0, form: Form::Fraction, step: value })
}

/// How many words before "by" may name the change.
const CHANGE_REACH: usize = 6;

/// "Fell by a third last year": a part after "by" and a word for a change, with no noun behind it ("by a third party").
fn is_change_by(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let changes = (2..2 + CHANGE_REACH).any(|back| scan.before(at, back).class & v::CHANGE != 0);
    let next = scan.token(end);
    let ends = !next.is_word() && !next.is_number() && !scan.is_hyphen(end)
        || next.class & (v::FUNCTION | v::PHRASE_END) != 0
        || scan.is_any(end, &[v::LAST, v::THIS, v::NEXT, v::SINCE, v::OVER, v::YESTERDAY, v::TODAY]);
    let lead = crate::figures::qualifier::before(scan, at).first;
    scan.before(lead, 1).code == v::BY && changes && ends
}

/// "One in five", "7 of 10", "one out of three" after the number `few`.
pub(in crate::figures) fn one_in(scan: &Scan<'_>, few: Number) -> Option<Number> {
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
pub(in crate::figures) fn over(scan: &Scan<'_>, few: Number) -> Option<Number> {
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

/// Where the scale word after a part that ends at `end` stands: "half a million", "half-a-million", "quarter-million",
/// "a quarter of a million".
fn scale_at(scan: &Scan<'_>, end: usize) -> usize {
    let is_of = scan.code(end) == v::OF && scan.is_any(end + 1, &[v::A, v::AN]);
    let at = if is_of || scan.is_hyphen(end) { end + 1 } else { end };
    let at = if scan.is_any(at, &[v::A, v::AN]) { at + 1 } else { at };
    if at > end && scan.is_hyphen(at) { at + 1 } else { at }
}

/// "One-in-three", "1-in-5".
pub(super) fn one_in_hyphens(scan: &Scan<'_>, few: Number) -> Option<Number> {
    let at = few.end;
    let is_joined = scan.is_hyphen(at) && scan.code(at + 1) == v::IN && scan.is_hyphen(at + 2);
    if !is_joined || few.low != few.high || few.scale != 1.0 {
        return None;
    }
    let of = if scan.token(at + 3).is_number() { digits(scan, at + 3)? } else { words(scan, at + 3)? };
    let is_whole = matches!(of.form, Form::Digits | Form::Words) && of.low.fract() == 0.0 && of.low > few.low;
    let value = few.low / of.low;
    is_whole.then_some(Number {
        end: of.end,
        low: value,
        high: value,
        raw: value,
        scale: 1.0,
        form: Form::Fraction,
        step: value,
        ..few
    })
}

/// Returns the fraction after an "and": a half, three quarters, 2/3. `whole` is what is before.
pub(super) fn fraction_tail(scan: &Scan<'_>, at: usize, whole: f64) -> Option<(f64, usize)> {
    // "two-and-a-half", "one and one-half"; not "two and twenty-thirds"
    let past_hyphen = |at: usize| if scan.is_hyphen(at) { at + 1 } else { at };
    let (numerator, next) = if scan.is_any(at, &[v::A, v::AN]) {
        (1.0, past_hyphen(at + 1))
    } else if scan.has(at, CARDINAL) && (!scan.is_hyphen(at + 1) || !scan.has(at, TEN)) {
        (scan.vocabulary.value(scan.code(at)), past_hyphen(at + 1))
    } else {
        (1.0, at)
    };
    let parts = scan.vocabulary.parts(scan.code(next));
    if !scan.has(next, FRACTION) || parts == 0.0 || whole < 1.0 || (next == at && scan.has(next, ORDINAL)) {
        return None;
    }
    // "one hundred and thirty fifths" are 26.
    if numerator >= parts {
        return None;
    }
    // "two and third": a place; "one and quarter": a part.
    Some((numerator / parts, next + 1))
}

/// "One twenty-fifth", "three twenty-fifths": the part is named by two words.
pub(super) fn compound_part(scan: &Scan<'_>, first: usize, end: usize, value: f64) -> Option<Number> {
    let is_part = scan.has(end, TEN) && scan.is_hyphen(end + 1) && scan.has(end + 2, ORDINAL | FRACTION);
    let last = scan.vocabulary.parts(scan.code(end + 2)).max(scan.vocabulary.value(scan.code(end + 2)));
    let is_plural = scan.printed(end + 2).ends_with('s');
    if !is_part || !(1.0..10.0).contains(&last) || value < 1.0 || (value != 1.0 && !is_plural) {
        return None;
    }
    let part = value / (scan.vocabulary.value(scan.code(end)) + last);
    Some(Number { first, end: end + 3, low: part, high: part, raw: part, scale: 1.0, form: Form::Fraction, step: part })
}
