//! What is resolved from the day of publication: "yesterday", "last month", "next summer", and the year that a day
//! leaves out.

use super::day_month::{day_month, month_first};
use super::numeric::numeric;
use super::period::season_of;
use super::tense::{Look, look};
use super::weekday::weekday;
use super::{Found, one, year_after};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::figures::Day;
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, MONTH, ORDINAL, SEASON, WEEKDAY};

/// Christmas, the Fourth of July.
pub(super) fn holiday(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (end, &(month, day)) = crate::figures::phrases::longest(scan, &crate::figures::phrases::PHRASES.holidays, at)?;
    if !scan.token(at).is_capital() && end < at + 2 {
        return None;
    }
    let year = year_after(scan, end, true);
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    Some(one(at, end, resolved(scan, at, end, Day { year, month: Some(month), day: Some(day), weekday: None })))
}

pub(super) fn relative_day(scan: &Scan<'_>, at: usize, days: i64) -> Option<Found> {
    let date = scan.context.published?.checked_add(days.days()).ok()?;
    Some(one(at, at + 1, day_of(date)))
}

/// "Last week", "next month", "this year", "last summer", "last Thursday", "next October".
pub(super) fn relative(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let step = match scan.code(at) {
        v::LAST => -1,
        v::NEXT => 1,
        _ => 0,
    };
    let next = at + 1;
    if scan.has(next, WEEKDAY) {
        return weekday(scan, next).map(|found| Found { first: at, ..found });
    }
    if scan.has(next, ORDINAL) || scan.token(next).is_number() {
        let found = numeric(scan, next).or_else(|| day_month(scan, next))?;
        return Some(Found { first: at, ..found });
    }
    if let Some(number) = scan.has(next, MONTH).then(|| month_first(scan, next)).flatten() {
        return Some(Found { first: at, ..number });
    }
    if is_title(scan, at, next + 1) {
        return None;
    }
    let published = scan.context.published?;
    let year = published.year() + step;
    let whole_year = |year| Day { year: Some(year), ..Day::default() };
    match scan.code(next) {
        v::YEAR => Some(one(at, next + 1, whole_year(year))),
        v::MONTH_WORD => {
            let date = published.checked_add(i64::from(step).months()).ok()?;
            Some(one(at, next + 1, Day { year: Some(date.year()), month: Some(date.month() as u8), ..Day::default() }))
        }
        v::WEEKEND => super::part::weekend(scan, next),
        v::WEEK => {
            let (low, high) = week_of(published.checked_add((7 * i64::from(step)).days()).ok()?)?;
            Some(Found { first: at, end: next + 1, low, high })
        }
        _ if scan.has(next, SEASON) => {
            // "Last summer" is the latest that is over, "next summer" the first that has not begun.
            let of = |year| season_of(scan, next, next + 1, year);
            let (month, this) = (published.month() as u8, of(published.year()));
            let is_over = this.high.year == Some(published.year()) && this.high.month.is_some_and(|last| last < month);
            let is_ahead = this.low.month.is_some_and(|first| first > month);
            let found = match step {
                -1 if !is_over => of(published.year() - 1),
                1 if !is_ahead => of(published.year() + 1),
                _ => this,
            };
            Some(Found { first: at, ..found })
        }
        _ => None,
    }
}

/// Whether the tokens from `first` to `end` are capitalized and stand alone between quotation marks: the name of a
/// programme.
fn is_title(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    let is_mark = |at: usize| ["“", "”", "\"", "‘", "’"].contains(&scan.printed(at));
    let after = if scan.is_any(end, &[mark('.'), mark(',')]) { end + 1 } else { end };
    (first..end).all(|at| scan.token(at).is_capital()) && is_mark(first.wrapping_sub(1)) && is_mark(after)
}

/// Monday and Sunday of the week of `date`.
pub(super) fn week_of(date: Date) -> Option<(Day, Day)> {
    let monday = date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()?;
    Some((day_of(monday), day_of(monday.checked_add(6.days()).ok()?)))
}

/// Returns `date` as a point of the calendar.
pub(super) fn day_of(date: Date) -> Day {
    Day { year: Some(date.year()), month: Some(date.month() as u8), day: Some(date.day() as u8), weekday: None }
}

/// A day this many days on the other side of publication is still the nearest one, whatever the words around it seem to
/// tell: the tense of a word near by is a weaker sign than a date that is just past or close ahead. One month, for news
/// names the year beyond it.
const CLOSE: i32 = 31;

/// Adds the year that the day of publication implies to the month or day named by the tokens from `first` to `end`: the
/// last one before it or the first after it where the words tell which, else the one that brings the date nearest.
pub(super) fn resolved(scan: &Scan<'_>, first: usize, end: usize, day: Day) -> Day {
    let (Some(published), None, Some(month)) = (scan.context.published, day.year, day.month) else { return day };
    // In days, a month being 31: exact enough to tell years apart.
    let distance = |year: i16| {
        let months =
            i32::from(year) * 12 + i32::from(month) - i32::from(published.year()) * 12 - i32::from(published.month());
        months * 31 + day.day.map_or(0, |day| i32::from(day) - i32::from(published.day()))
    };
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let step = scan.before(first, 1).code;
    let slack = if day.day.is_some() { CLOSE } else { 0 };
    let year = match look(scan, first, end) {
        Some(Look::Back) if step == v::LAST => years.into_iter().rev().find(|&year| distance(year) < 0),
        Some(Look::Ahead) if step == v::NEXT => years.into_iter().find(|&year| distance(year) > 0),
        Some(Look::Back) => years.into_iter().rev().find(|&year| distance(year) <= slack),
        Some(Look::Ahead) => years.into_iter().find(|&year| distance(year) >= -slack),
        // What lies behind is told more often than what lies ahead.
        None => years.into_iter().min_by_key(|&year| {
            let distance = distance(year);
            if distance > 0 { distance * 2 } else { -distance }
        }),
    };
    Day { year, ..day }
}

/// "The day before yesterday", "the day after tomorrow": one day further than `found`, where the words before it say
/// so.
pub(super) fn day_beyond(scan: &Scan<'_>, found: Found, step: i64) -> Found {
    let joint = if step < 0 { v::BEFORE } else { v::AFTER };
    let is_beyond = scan.before(found.first, 1).code == joint && scan.before(found.first, 2).code == v::DAY;
    if !is_beyond {
        return found;
    }
    let beyond = scan.context.published.and_then(|published| published.checked_add((2 * step).days()).ok());
    beyond.map_or(found, |date| one(found.first - 2, found.end, day_of(date)))
}
