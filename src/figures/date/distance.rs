//! Days told by their distance from another: "two days ago", "three days from now", "16 days after 2 January 2018".
//!
//! Counted from the day of publication these are dates only where it is known; else the length of time is all that is
//! known, and it is left to be read as such. So are longer distances from today: of "two years ago" and "more than two
//! years ago", the one would be a year and the other a length, and two articles that agree could not be compared.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::near::day_of;
use super::{Found, date};
use crate::figures::number::{self, Form};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::scan::Scan;
use crate::figures::vocabulary as v;
use crate::figures::{DateOrder, Day};

/// The greatest distance that is taken for a date: further away, nobody counts days.
const FURTHEST: f64 = 1000.0;

/// The day whose distance begins at `at`.
pub(in crate::figures) fn distance(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = number::number(scan, at).filter(|number| {
        let is_whole = number.low == number.high && number.low.fract() == 0.0;
        is_whole && matches!(number.form, Form::Digits | Form::Words) && (1.0..FURTHEST).contains(&number.low)
    })?;
    let (end, unit) = longest(scan, &PHRASES.units, number.end)?;
    let n = number.low as i64;
    let time = match unit.symbol {
        "d" => n.days(),
        "week" => n.weeks(),
        _ => return None,
    };
    if crate::figures::qualifier::before(scan, at).bound.is_some() {
        // "More than two days ago" is no one day.
        return None;
    }
    let today = scan.context.published.filter(|_| unit.symbol == "d");
    if scan.code(end) == v::AGO {
        return days_from(today?, -time, at, end + 1);
    }
    if scan.code(end) == v::FROM && scan.is_any(end + 1, &[v::NOW, v::TODAY]) {
        return days_from(today?, time, at, end + 2);
    }
    let time = match scan.code(end) {
        v::BEFORE => -time,
        v::AFTER | v::FROM => time,
        _ => return None,
    };
    // Of a date in digits that may be two days the first is taken, as American papers print it.
    let mut scan = *scan;
    scan.context.order = scan.context.order.or(Some(DateOrder::MonthFirst));
    let anchor = date(&scan, end + 1).filter(|anchor| anchor.low == anchor.high)?;
    if anchor.low.year.is_none() {
        return in_any_year(anchor.low, time, at, anchor.end);
    }
    days_from(civil(anchor.low)?, time, at, anchor.end)
}

/// A year with 29 February and one without, each between two without.
const YEARS: [i16; 2] = [2020, 2022];

/// The day that lies `time` from `anchor`, of which no year is known: "three days after 12 January". It is told only where it is the
/// same in every year.
fn in_any_year(anchor: Day, time: Span, first: usize, end: usize) -> Option<Found> {
    let [leap, plain] = YEARS.map(|year| {
        let found = days_from(civil(Day { year: Some(year), ..anchor })?, time, first, end)?;
        Some(Found { low: Day { year: None, ..found.low }, high: Day { year: None, ..found.high }, ..found })
    });
    leap.filter(|leap| plain.is_some_and(|plain| (plain.low, plain.high) == (leap.low, leap.high)))
}

/// The day that lies `time` from `anchor`, named by the tokens from `first` to `end`.
fn days_from(anchor: Date, time: Span, first: usize, end: usize) -> Option<Found> {
    let day = day_of(anchor.checked_add(time).ok()?);
    Some(Found { first, end, low: day, high: day })
}

fn civil(day: Day) -> Option<Date> {
    Date::new(day.year?, day.month? as i8, day.day? as i8).ok()
}
