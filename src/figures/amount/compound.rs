//! Amounts of two units: "5 feet 10 inches", "an hour and a half", `6'2"`, "6-foot-2".

use super::Amount;
use super::unit::unit_at;
use crate::figures::number::{self, Form, Number};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::quantity::Unit;
use crate::figures::scan::Scan;
use crate::figures::vocabulary::{self as v, CARDINAL, FUNCTION};

/// "One hour and a half", "one month and half", "a mile and a half".
pub(super) fn half_more(scan: &Scan<'_>, found: Amount) -> Amount {
    if scan.code(found.end) != v::AND {
        return found;
    }
    let at = if scan.is_any(found.end + 1, &[v::A, v::AN]) { found.end + 2 } else { found.end + 1 };
    let part = match scan.code(at) {
        v::HALF => 0.5,
        v::QUARTER => 0.25,
        _ => return found,
    };
    // "Five miles and half an hour later" names another amount.
    let behind = if scan.is_any(at + 1, &[v::A, v::AN]) { at + 2 } else { at + 1 };
    let is_of_another = scan.code(at + 1) == v::OF || longest(scan, &PHRASES.units, behind).is_some();
    if found.unit.is_none_or(|unit| unit.offset != 0.0) || is_of_another {
        return found;
    }
    let (low, high) = (found.number.low + part, found.number.high + part);
    Amount { end: at + 1, number: Number { low, high, ..found.number }, ..found }
}

/// "5 feet 10 inches", "an hour and 45 minutes": a smaller unit of the same dimension goes on. The amount is then given
/// in the smaller unit, in which it is most often whole.
pub(super) fn compound(scan: &Scan<'_>, found: Amount) -> Amount {
    let Some(unit) = found.unit.filter(|_| !found.is_money && found.per.is_none()) else { return found };
    let is_listed = scan.is_mark(found.end, ',') && matches!(unit.symbol, "yd" | "ft" | "lb" | "st");
    let at = if scan.code(found.end) == v::AND || is_listed { found.end + 1 } else { found.end };
    if !scan.token(at).is_number() && !scan.has(at, CARDINAL)
        || (scan.is_glued(at) && at == found.end && unit.dimension != "length")
    {
        return found;
    }
    if unit.dimension == "percent" || unit.dimension == "percentage point" {
        return found;
    }
    let Some(part) = number::number(scan, at).filter(|part| part.form != Form::Ordinal && part.scale == 1.0) else {
        return found;
    };
    let joint = if scan.is_hyphen(part.end) { part.end + 1 } else { part.end };
    let Some((end, smaller)) = unit_at(scan, joint, &part).or_else(|| {
        let is_inch = unit.symbol == "ft" && scan.printed(part.end) == "in";
        let (end, &unit) = longest(scan, &PHRASES.units, part.end).filter(|_| is_inch)?;
        Some((end, unit))
    }) else {
        // "1 hour thirty", "2 hours and 10"
        let is_clock = unit.symbol == "h" && part.low < 60.0 && !scan.token(part.end).is_word() && !is_listed;
        if is_clock {
            return added(found, &part, part.end, MINUTE);
        }
        // "five foot nine", "5ft 9"
        let next = scan.token(part.end);
        let is_height = unit.symbol == "ft"
            && matches!(scan.printed(found.end - 1), "foot" | "ft")
            && at == found.end
            && part.low < 12.0
            && part.low.fract() == 0.0
            && (!next.is_word() && !scan.is_hyphen(part.end)
                || next.class & FUNCTION != 0
                || scan.printed(part.end) == "tall");
        return if is_height { added(found, &part, part.end, INCH) } else { found };
    };
    let ratio = ratio(smaller, unit);
    let is_part = part.low * ratio <= 1.0 || unit.symbol == "yd";
    if smaller.dimension != unit.dimension || ratio >= 1.0 || unit.offset != 0.0 || !is_part {
        return found;
    }
    compound(scan, added(found, &part, end, smaller))
}

const INCH: Unit = Unit { symbol: "in", dimension: "length", factor: 0.0254, offset: 0.0 };

/// `6'2"`, `6’2”`, "6-foot-2", "six-foot-two-inch": feet and inches, given in inches.
pub(super) fn height(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    let small = |at: usize| -> Option<f64> {
        let in_digits = scan.whole(at).filter(|_| scan.n_digits(at) <= 2).map(f64::from);
        let in_words = || (scan.has(at, CARDINAL)).then(|| scan.vocabulary.value(scan.code(at)));
        in_digits.or_else(in_words)
    };
    let feet = small(at).filter(|&feet| feet < 12.0)?;
    let is_prime = |at: usize| ['\'', '’', '′'].iter().any(|&prime| scan.is_mark(at, prime)) && scan.is_glued(at);
    let (inches_at, is_marked) = if is_prime(at + 1) && scan.is_glued(at + 2) && scan.token(at + 2).is_number() {
        (at + 2, true)
    } else if scan.is_hyphen(at + 1) && is_foot(scan, at + 2) && scan.is_hyphen(at + 3) {
        (at + 4, false)
    } else {
        return None;
    };
    let inches = small(inches_at).filter(|&inches| inches < 12.0)?;
    let mut end = inches_at + 1;
    let is_closed = ['"', '”', '″'].iter().any(|&mark| scan.is_mark(end, mark)) && scan.is_glued(end);
    let is_inch = longest(scan, &PHRASES.units, end + 1).is_some_and(|(_, unit)| *unit == INCH);
    if is_marked && is_closed {
        end += 1;
    } else if is_marked && is_prime(end) && is_prime(end + 1) || scan.is_hyphen(end) && is_inch {
        end += 2;
    } else if scan.is_hyphen(end) || scan.is_glued(end) && (scan.token(end).is_word() || scan.token(end).is_number()) {
        return None;
    }
    let value = feet * 12.0 + inches;
    let number =
        Number { first: at, end, low: value, high: value, raw: value, scale: 1.0, form: Form::Digits, step: 1.0 };
    Some(Amount { first: at, end, number, unit: Some(INCH), per: None, is_money: false, is_prefixed: false })
}

fn is_foot(scan: &Scan<'_>, at: usize) -> bool {
    longest(scan, &PHRASES.units, at).is_some_and(|(end, unit)| unit.symbol == "ft" && end == at + 1)
}

const MINUTE: Unit = Unit { symbol: "min", dimension: "time", factor: 60.0, offset: 0.0 };

/// `found` and `part` of the `smaller` unit, given in that unit.
fn added(found: Amount, part: &Number, end: usize, smaller: Unit) -> Amount {
    let ratio = found.unit.map_or(1.0, |unit| ratio(smaller, unit));
    let whole = |value: f64| {
        let value = value / ratio;
        let near = value.round();
        // Factors such as 0.3048 leave a trace in the last binary digits.
        if (value - near).abs() < 1e-9 * near.abs() { near } else { value }
    };
    let (low, high) = (whole(found.number.low) + part.low, whole(found.number.high) + part.low);
    Amount { end, unit: Some(smaller), number: Number { low, high, step: part.step, ..found.number }, ..found }
}

/// How much of `unit` one `smaller` is; a year has twelve months, however many days they have.
fn ratio(smaller: Unit, unit: Unit) -> f64 {
    if (smaller.symbol, unit.symbol) == ("month", "year") { 1.0 / 12.0 } else { smaller.factor / unit.factor }
}
