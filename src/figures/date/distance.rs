//! Days told by their distance from another: "two days ago", "three days from now", "16 days after 2 January 2018".
//!
//! Counted from the day of publication these are dates only where it is known; else the length of time is all that is
//! known, and it is left to be read as such. So are longer distances from today: of "two years ago" and "more than two
//! years ago", the one would be a year and the other a length, and two articles that agree could not be compared.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::near::day_of;
use super::{Found, date, one};
use crate::figures::number::{self, Form};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::scan::Scan;
use crate::figures::vocabulary::{self as v, WEEKDAY};
use crate::figures::{DateOrder, Day};

/// The greatest distance that is taken for a date: further away, nobody counts days.
const FURTHEST: f64 = 1000.0;

/// The day whose distance begins at `at`, which a day of the week behind it may name once more: "three weeks after
/// Christmas, on a Friday" is one day, not two.
pub(in crate::figures) fn distance(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let apart = apart(scan, at)?;
    named_as_well(scan, &apart).or_else(|| if apart.is_told { resolved(scan, &apart) } else { None })
}

/// A length of time that is counted from a day.
pub(super) struct Apart {
    /// The first token.
    first: usize,
    /// Past the last token.
    pub(super) end: usize,
    /// How far away, and to which side.
    time: Span,
    /// Whether whole weeks are counted.
    is_in_weeks: bool,
    /// The day it is counted from; `None` is the day of publication.
    from: Option<Day>,
    /// Whether words say that a day is meant. "In three days" may as well be a length of time.
    is_told: bool,
}

/// The length of time that begins at `at`, and the day it is counted from.
pub(super) fn apart(scan: &Scan<'_>, at: usize) -> Option<Apart> {
    let number = number::number(scan, at).filter(|number| {
        let is_whole = number.low == number.high && number.low.fract() == 0.0;
        is_whole && matches!(number.form, Form::Digits | Form::Words) && (1.0..FURTHEST).contains(&number.low)
    })?;
    let (end, unit) = longest(scan, &PHRASES.units, number.end)?;
    let n = number.low as i64;
    let is_in_weeks = unit.symbol == "week";
    let time = match unit.symbol {
        "d" => n.days(),
        "week" => n.weeks(),
        _ => return None,
    };
    if crate::figures::qualifier::before(scan, at).bound.is_some() {
        // "More than two days ago" is no one day.
        return None;
    }
    let apart = Apart { first: at, end: end + 1, time, is_in_weeks, from: None, is_told: true };
    if scan.code(end) == v::AGO {
        return Some(Apart { time: -time, ..apart });
    }
    if scan.code(end) == v::FROM && scan.is_any(end + 1, &[v::NOW, v::TODAY]) {
        return Some(Apart { end: end + 2, ..apart });
    }
    let time = match scan.code(end) {
        v::BEFORE => -time,
        v::AFTER | v::FROM => time,
        _ if scan.before(at, 1).code == v::IN => {
            return Some(Apart { first: at - 1, end, is_told: false, ..apart });
        }
        _ => return None,
    };
    // Of a date in digits that may be two days the first is taken, as American papers print it.
    let mut scan = *scan;
    scan.context.order = scan.context.order.or(Some(DateOrder::MonthFirst));
    let anchor = date(&scan, end + 1).filter(|anchor| anchor.low == anchor.high)?;
    Some(Apart { end: anchor.end, time, from: Some(anchor.low), ..apart })
}

/// The day that lies that far away.
fn resolved(scan: &Scan<'_>, apart: &Apart) -> Option<Found> {
    match apart.from {
        None => days_from(scan.context.published.filter(|_| !apart.is_in_weeks)?, apart.time, apart.first, apart.end),
        Some(from) if from.year.is_none() => in_any_year(from, apart.time, apart.first, apart.end),
        Some(from) => days_from(civil(from)?, apart.time, apart.first, apart.end),
    }
}

/// The day of a distance that a day of the week behind it names once more: "in three days, on Friday".
fn named_as_well(scan: &Scan<'_>, apart: &Apart) -> Option<Found> {
    let joint = if scan.is_mark(apart.end, ',') { apart.end + 1 } else { apart.end };
    let named = if scan.code(joint) == v::ON { joint + 1 } else { joint };
    let is_name = scan.has(named, WEEKDAY) && scan.token(named).is_capital() && scan.printed(named).len() >= 6;
    // "Sold out in three days, on Friday, Saturday and Sunday" names others.
    let next = if scan.is_mark(named + 1, ',') || scan.code(named + 1) == v::AND { named + 2 } else { named + 1 };
    let day = scan.vocabulary.calendar(scan.code(named));
    if !is_name || scan.has(next, WEEKDAY) {
        return None;
    }
    told_twice(scan, apart, day).map(|day| one(apart.first, named + 1, day))
}

/// The day of the week `weekday` (Monday is 1) that lies as far away as `apart` says; `None` if the two do not meet.
/// Whole weeks lead to the week, from Sunday on, and the name to the day in it. Where no year is known, what is certain
/// is told: the name.
pub(super) fn told_twice(scan: &Scan<'_>, apart: &Apart, weekday: u8) -> Option<Day> {
    let from = match apart.from {
        None => scan.context.published,
        Some(from) if from.year.is_none() => None,
        Some(from) => Some(civil(from)?),
    };
    let Some(from) = from else {
        let unknown = Day { weekday: Some(weekday), ..Day::default() };
        let is_day_known = apart.from.is_some() && !apart.is_in_weeks;
        return if is_day_known { resolved(scan, apart).map(|found| found.low) } else { Some(unknown) };
    };
    let there = from.checked_add(apart.time).ok()?;
    if there.weekday().to_monday_one_offset() as u8 == weekday {
        return Some(day_of(there));
    }
    let days = i64::from(weekday % 7) - i64::from(there.weekday().to_sunday_zero_offset());
    there.checked_add(days.days()).ok().filter(|_| apart.is_in_weeks).map(day_of)
}

/// A year with 29 February and one without, each between two without.
const YEARS: [i16; 2] = [2020, 2022];

/// The day that lies `time` from `anchor`, of which no year is known: "three days after 12 January". It is told only
/// where it is the same in every year.
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
