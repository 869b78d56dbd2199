//! Whether two quantities can be the same, by how numbers and dates are rounded, bounded and hedged in print.
//!
//! Takes two figures of one dimension, as printed. Returns a [`Match`]. Numbers are compared as intervals in the base
//! unit of their dimension. A number without hedge counts as rounded only where the other one, rounded to its last
//! printed place, gives it: $62,713,480 is "$63 million" but not "$62 million".

pub(in crate::findings) use super::outcome::Match;

use super::dates::{Days, dates, one_day_of_year, one_grain, one_weekday, overlap, times};
use crate::figures::{Figure, Kind, Lean, PartOfDay, Range};

/// Share of the greater value, 0 to 1, within which hedged values count as one: "about 500" is said of 480 and of 530.
const AROUND: f64 = 0.08;
/// Share of the greater value, 0 to 1, beyond which hedged values cannot be one.
const AROUND_AT_MOST: f64 = 0.20;
/// Share of the value, 0 to 1, within which a hedged round number is said of others that round to it: of the values
/// that readers of 92 stories took for one number hedged none lay an eighth apart, and "about 100,000" beside "120,000"
/// they called a conflict.
const AROUND_ROUNDED: f64 = 0.125;
/// Share of the value, 0 to 1, beyond which no number that differs rounds to another in a reader's mind.
const ROUNDED_AT_MOST: f64 = 0.5;
/// Share of the value, 0 to 1, that "nearly" and "just over" bridge: "nearly 50" is said of 44, "just over 50" of 56.
const LEANING: f64 = 0.13;
/// Share of the value, 0 to 1, below which rounding has to move an unhedged number to be taken for a rounded one.
const ROUNDED_BY: f64 = 0.05;
/// Share of the value, 0 to 1, that a rounded conversion is off by at most: 5.8 miles, 9.4 km.
const CONVERTED: f64 = 0.015;
/// Counts below this are printed exactly unless hedged.
const EXACT_BELOW: f64 = 100.0;
/// Share of the value, 0 to 1, from which on a bound is too far off to say much: "more than five" of nine.
const LOOSE_BOUND: f64 = 0.5;
/// Share of the value, 0 to 1, within which two numbers are equal: conversion noise.
const NOISE: f64 = 1e-9;

/// Returns whether a bare number is the number of `percent`, as finely as either is printed.
pub(in crate::findings) fn as_percent(percent: &Figure, bare: &Figure) -> bool {
    let (Range::Number { low: Some(p), .. }, Range::Number { low: Some(q), .. }) =
        (&percent.quantity.range, &bare.quantity.range)
    else {
        return false;
    };
    let step = |figure: &Figure| figure.quantity.step.unwrap_or(0.0);
    percent.quantity.is_exact() && bare.quantity.is_exact() && (p - q).abs() <= step(percent).max(step(bare)) * 0.51
}

/// Returns whether a count is one side of a vote or score: 31 of 31 to 24.
pub(in crate::findings) fn is_side(score: &Figure, count: &Figure) -> bool {
    let (Range::Number { low, high }, Range::Number { low: side, .. }) = (&score.quantity.range, &count.quantity.range)
    else {
        return false;
    };
    score.kind == Kind::Score && count.kind == Kind::Count && count.quantity.is_exact() && (side == low || side == high)
}

/// Returns whether a figure is a number of which nothing says what it counts or measures.
pub(in crate::findings) fn is_bare(figure: &Figure) -> bool {
    figure.kind == Kind::Count && figure.quantity.unit.is_none() && figure.what.is_none()
}

/// Whether `count` is a bare number, `other` an age or a measure: "Ann Ward, 49", "Ward, who is 49 years old".
fn is_bare_of(count: &Figure, other: &Figure) -> bool {
    is_bare(count) && matches!(other.kind, Kind::Age | Kind::Measure) && other.quantity.unit.is_some()
}

/// Compares the values of `a` and `b`; the printed number is in `a_printed` and `b_printed`.
pub(in crate::findings) fn compare(a: &Figure, a_printed: &str, b: &Figure, b_printed: &str) -> Match {
    match (&a.quantity.range, &b.quantity.range) {
        (Range::Number { .. }, Range::Number { .. }) => match (a.quantity.course, b.quantity.course) {
            // "Rose from $9 to $20", "fell from $20 to $9"
            (Some(x), Some(y)) if x != y => Match::Apart,
            _ => numbers(a, a_printed, b, b_printed),
        },
        (Range::Date { low: al, high: ah }, Range::Date { low: bl, high: bh }) => {
            let (x, y) = ((*al, *ah), (*bl, *bh));
            match dates(x, y) {
                Match::Apart if may_be_one_date(x, a_printed, y, b_printed) => Match::Admits,
                // A day and a year that do not meet were hardly meant for one thing.
                Match::Apart | Match::Near if !one_grain(x, y) => Match::Unlike,
                Match::Same => parts_of_day(a.quantity.part, b.quantity.part),
                found => found,
            }
        }
        (Range::Time { low: al, high: ah }, Range::Time { low: bl, high: bh }) => {
            // 2 p.m. GMT is 9 a.m. EST.
            let shift = match (a.quantity.zone, b.quantity.zone) {
                (Some(x), Some(y)) => y - x,
                _ => 0,
            };
            let moved = |time: u16| (time as i16 + shift).rem_euclid(MINUTES_A_DAY) as u16;
            let there = |time: Option<u16>| if shift == 0 { time } else { time.map(moved) };
            times((there(*al), there(*ah)), (*bl, *bh))
        }
        _ => Match::Unlike,
    }
}

/// How two parts of one day relate: Sunday morning, Sunday, Sunday night.
fn parts_of_day(a: Option<PartOfDay>, b: Option<PartOfDay>) -> Match {
    match (a, b) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (None, None) => Match::Same,
        (Some(a), Some(b)) if !a.overlaps(b) => Match::Apart,
        _ => Match::Rounded,
    }
}

/// Whether two dates that were worked out to lie apart need not, as they are printed.
fn may_be_one_date(a: Days, a_printed: &str, b: Days, b_printed: &str) -> bool {
    let in_words = |printed: &str| !printed.bytes().any(|byte| byte.is_ascii_digit());
    let has_year = |printed: &str| printed.as_bytes().windows(4).any(|run| run.iter().all(u8::is_ascii_digit));
    // A bare weekday may lie a week from where it was placed.
    (in_words(a_printed) || in_words(b_printed)) && one_weekday(a, b)
        // A year that was not printed proves nothing against the day that was.
        || !(has_year(a_printed) && has_year(b_printed)) && one_day_of_year(a, b)
        // Nor does a week that was counted from another day.
        || in_words(a_printed) && in_words(b_printed) && overlap(a, b)
}

const MINUTES_A_DAY: i16 = 24 * 60;

/// A figure's number in the base unit, with how finely it was printed.
struct Number {
    low: Option<f64>,
    high: Option<f64>,
    /// One step of the last printed place, in the base unit.
    step: f64,
    lean: Option<Lean>,
    /// Whether it is a fraction set beside percent.
    is_share: bool,
}

/// Returns the share of a whole that a figure gives: a fraction, or percent of it.
pub(in crate::findings) fn share(figure: &Figure) -> Option<f64> {
    let Range::Number { low, high } = figure.quantity.range else { return None };
    let value = low.or(high)?;
    match figure.kind {
        Kind::Percent => Some(value / 100.0),
        Kind::Count if value > 0.0 && value < 1.0 => Some(value),
        _ => None,
    }
}

impl Number {
    /// The same as a share of a whole, percent as hundredths. A fraction in words is no finer than two hundredths: 34 %
    /// are "a third".
    fn in_share(self, figure: &Figure) -> Self {
        let Range::Number { low, high } = figure.quantity.range else { return self };
        let part = if figure.kind == Kind::Percent { 0.01 } else { 1.0 };
        let scale = |value: Option<f64>| value.map(|value| value * part);
        let finest = if figure.kind == Kind::Percent { part * figure.quantity.step.unwrap_or(1.0) } else { 0.02 };
        Self { low: scale(low), high: scale(high), step: finest, lean: self.lean, is_share: true }
    }

    /// The same with a month of `own` as the twelfth part of a year of `other`.
    fn in_twelfths(self, own: &Figure, other: &Figure) -> Self {
        let factor = |figure: &Figure| figure.quantity.unit.map_or(1.0, |unit| unit.factor);
        let ratio = factor(other) / 12.0 / factor(own);
        let scale = |value: Option<f64>| value.map(|value| value * ratio);
        Self { low: scale(self.low), high: scale(self.high), step: self.step * ratio, ..self }
    }

    fn point(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if (low - high).abs() <= NOISE * high.abs() => Some(low),
            _ => None,
        }
    }
}

fn numbers(a: &Figure, a_printed: &str, b: &Figure, b_printed: &str) -> Match {
    if a.kind == Kind::Score || b.kind == Kind::Score {
        let is_one = a.quantity.range == b.quantity.range || is_side(a, b) || is_side(b, a);
        return if is_one { Match::Same } else { Match::Apart };
    }
    if (a.kind == Kind::Percent && b.kind == Kind::Count && as_percent(a, b))
        || (b.kind == Kind::Percent && a.kind == Kind::Count && as_percent(b, a))
    {
        let one = |figure: &Figure| figure.quantity.range.clone();
        return if one(a) == one(b) && a.hedge.is_none() == b.hedge.is_none() { Match::Same } else { Match::Rounded };
    }
    if is_bare_of(a, b) || is_bare_of(b, a) {
        let is_one = a.quantity.range == b.quantity.range;
        return if is_one { Match::Same } else { Match::Unlike };
    }
    let shares = share(a).zip(share(b)).filter(|_| a.kind != b.kind);
    if shares.is_none() && !a.quantity.is_comparable(&b.quantity) {
        // One number with two currencies is no conversion: one of them is wrong.
        let is_money = a.kind == Kind::Money && b.kind == Kind::Money && a.quantity.per == b.quantity.per;
        return if is_money && a.quantity.range == b.quantity.range { Match::Apart } else { Match::Unlike };
    }
    let (Some(x), Some(y)) = (number(a, a_printed), number(b, b_printed)) else { return Match::Unlike };
    let (x, y) = if shares.is_some() { (x.in_share(a), y.in_share(b)) } else { (x, y) };
    // A year has twelve months, however many days they have.
    let symbol = |figure: &Figure| figure.quantity.unit.map(|unit| unit.symbol);
    let (x, y) = match (symbol(a), symbol(b)) {
        (Some("month"), Some("year")) => (x.in_twelfths(a, b), y),
        (Some("year"), Some("month")) => (x, y.in_twelfths(b, a)),
        _ => (x, y),
    };
    let same_unit = a.quantity.unit.map(|unit| unit.symbol) == b.quantity.unit.map(|unit| unit.symbol);
    match (x.point(), y.point()) {
        (Some(p), Some(q)) => points(p, &x, q, &y, same_unit),
        (Some(p), None) => within(p, &x, &y),
        (None, Some(q)) => within(q, &y, &x),
        (None, None) => intervals(&x, &y),
    }
}

fn number(figure: &Figure, printed: &str) -> Option<Number> {
    let (low, high) = figure.quantity.in_base_unit()?;
    let factor = figure.quantity.unit.map_or(1.0, |unit| unit.factor.abs());
    let Range::Number { low: printed_low, high: printed_high } = figure.quantity.range else { return None };
    let value = printed_low.or(printed_high).unwrap_or(0.0);
    Some(Number {
        low,
        high,
        step: step_of(figure, value, printed) * factor,
        lean: figure.hedge.map(|hedge| hedge.lean),
        is_share: false,
    })
}

/// One step of the last place that was printed; of a temperature a degree at most, for its zero is no end: 30 degrees
/// are no round number.
fn step_of(figure: &Figure, value: f64, printed: &str) -> f64 {
    let step = figure.quantity.step.unwrap_or_else(|| step(value, printed));
    if figure.quantity.unit.is_some_and(|unit| unit.offset != 0.0) { step.min(1.0) } else { step }
}

/// One step of the last place that was printed of `value`: 0.1 for 13.6, 100,000 for "13.6 million", 1,000 for 43,000.
fn step(value: f64, printed: &str) -> f64 {
    let magnitude = value.abs();
    if magnitude == 0.0 || !magnitude.is_finite() {
        return 1.0;
    }
    // The decimals of the first printed number: zeros that were printed there count as exact.
    let digits = printed.find(|c: char| c.is_ascii_digit()).map_or("", |at| &printed[at..]);
    let run =
        digits.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).map_or(digits, |end| &digits[..end]);
    let n_decimals = run.trim_end_matches(['.', ',']).rsplit_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    let shown: f64 = run.replace(',', "").trim_end_matches('.').parse().unwrap_or(0.0);
    if n_decimals > 0 && shown > 0.0 {
        return 10_f64.powi(-(n_decimals as i32)) * (magnitude / shown);
    }
    let mut step = 1.0;
    if magnitude.fract() != 0.0 {
        while step > 1e-9 && ((magnitude / step) - (magnitude / step).round()).abs() > 1e-6 {
            step /= 10.0;
        }
        return step;
    }
    while step * 10.0 <= magnitude && (magnitude % (step * 10.0)) == 0.0 {
        step *= 10.0;
    }
    step
}

fn points(p: f64, x: &Number, q: f64, y: &Number, same_unit: bool) -> Match {
    let largest = p.abs().max(q.abs());
    let gap = (p - q).abs();
    if gap <= NOISE * largest {
        return if x.lean == y.lean { Match::Same } else { Match::Rounded };
    }
    if x.is_share && gap > NOISE * largest && gap <= x.step.max(y.step) * 0.51 {
        return Match::Rounded;
    }
    if !same_unit {
        let share = share_of(gap, largest);
        let fits_the_finer = gap <= x.step.min(y.step) * 0.51 && share <= AROUND;
        let fits_the_rounder = gap <= x.step.max(y.step) * 0.51;
        // Converted and rounded to the last place.
        if (fits_the_finer || fits_the_rounder && share <= CONVERTED) && x.lean == y.lean {
            return Match::Same;
        }
        if fits_the_finer || fits_the_rounder && share <= ROUNDED_BY {
            return Match::Rounded;
        }
    }
    // The rounder one is the one whose last printed place is higher.
    let ((rough, rough_number), (fine, fine_number)) =
        if x.step >= y.step { ((p, x), (q, y)) } else { ((q, y), (p, x)) };
    let share = share_of(gap, largest);
    let steps_differ = rough_number.step > fine_number.step * 1.5;
    let rounds = gap <= rough_number.step * 0.5 * (1.0 + 1e-9);
    let hedged = x.lean.is_some() || y.lean.is_some();
    if x.lean == y.lean && hedged && !steps_differ {
        // "About 60,000" and "about 90,000": the same words, another number.
        return if share <= AROUND { Match::Near } else { Match::Apart };
    }
    for (number, own, other) in [(x, p, q), (y, q, p)] {
        match number.lean {
            Some(Lean::Around) if share <= AROUND || (share <= AROUND_ROUNDED && rounds && largest >= 10.0) => {
                return Match::Rounded;
            }
            Some(Lean::Around) if share <= ROUNDED_AT_MOST && rounds && largest >= 10.0 => return Match::Stretched,
            Some(Lean::Below) if other < own && (own - other) <= LEANING * own => return Match::Rounded,
            Some(Lean::Above) if other > own && (other - own) <= LEANING * own => return Match::Rounded,
            Some(Lean::Around) if share <= AROUND_AT_MOST => return Match::Near,
            Some(Lean::Below | Lean::Above) if share <= AROUND => return Match::Near,
            _ => {}
        }
    }
    if steps_differ && rounds && share <= ROUNDED_BY && (largest >= EXACT_BELOW || rough_number.step <= 1.0) {
        return Match::Rounded;
    }
    if steps_differ
        && share <= ROUNDED_BY
        && fine.abs() > rough.abs()
        && fine.abs() - rough.abs() < rough_number.step
        && largest >= EXACT_BELOW
    {
        return Match::CutShort;
    }
    Match::Apart
}

fn share_of(gap: f64, largest: f64) -> f64 {
    gap / largest.max(f64::MIN_POSITIVE)
}

/// A point against a bound or a range.
fn within(p: f64, point: &Number, range: &Number) -> Match {
    let slack = NOISE * p.abs() + if point.lean.is_some() { AROUND * p.abs() } else { 0.0 };
    let above = range.low.is_none_or(|low| p >= low - slack);
    let below = range.high.is_none_or(|high| p <= high + slack);
    if !(above && below) {
        // A rounded point may miss an exact bound by half a step.
        let missed =
            range.low.map_or(0.0, |low| (low - p).max(0.0)).max(range.high.map_or(0.0, |high| (p - high).max(0.0)));
        return if missed <= point.step * 0.5 && missed <= ROUNDED_BY * p.abs() {
            Match::Rounded
        } else {
            Match::Apart
        };
    }
    match (range.low, range.high) {
        (Some(bound), None) | (None, Some(bound)) if (p - bound).abs() > LOOSE_BOUND * p.abs().max(bound.abs()) => {
            Match::Near
        }
        _ => Match::Admits,
    }
}

fn intervals(x: &Number, y: &Number) -> Match {
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= NOISE * a.abs().max(b.abs()),
        (None, None) => true,
        _ => false,
    };
    if close(x.low, y.low) && close(x.high, y.high) {
        return Match::Same;
    }
    match ((x.low, x.high), (y.low, y.high)) {
        // Two bounds of one direction: the limits are compared as the numbers they are.
        ((Some(p), None), (Some(q), None)) | ((None, Some(p)), (None, Some(q))) => {
            let largest = p.abs().max(q.abs());
            let share = (p - q).abs() / largest;
            let rough = if p % 1.0 == 0.0 && x.step >= y.step { x.step } else { y.step };
            if share <= ROUNDED_BY && (p - q).abs() <= rough { Match::Rounded } else { Match::Apart }
        }
        _ => {
            let low = x.low.unwrap_or(f64::MIN).max(y.low.unwrap_or(f64::MIN));
            let high = x.high.unwrap_or(f64::MAX).min(y.high.unwrap_or(f64::MAX));
            // "Tens of thousands" ends where "hundreds of thousands" begins.
            let is_touching = close(Some(low), Some(high)) && x.point().is_none() && y.point().is_none();
            if low > high || is_touching {
                return Match::Apart;
            }
            let open = [x.low, x.high, y.low, y.high].iter().any(Option::is_none);
            if open { Match::Admits } else { Match::Near }
        }
    }
}
