//! Days of the week, resolved from the day of publication where it is known.

use super::day_month::{day_month, month_first};
use super::distance::{apart, told_twice};
use super::near::day_of;
use super::numeric::numeric;
use super::tense::{Look, look};
use super::{Found, one};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::figures::Day;
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, CARDINAL, MONTH, ORDINAL};

/// "Thursday", "last Thursday", "Tuesday March 7", "Friday 7/6", "friday (jun-15)".
pub(super) fn weekday(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let is_short = scan.printed(at).len() < 6;
    let number = scan.vocabulary.calendar(scan.code(at));
    let mut next = at + 1;
    if is_short && scan.is_mark(next, '.') {
        next += 1;
    }
    while scan.is_any(next, &[mark(','), mark('('), mark('-'), v::THE]) {
        next += 1;
    }
    let joined = match scan.token(next) {
        token if token.is_number() => numeric(scan, next).or_else(|| day_month(scan, next)),
        token if token.class & MONTH != 0 => month_first(scan, next).filter(|found| found.low.day.is_some()),
        token if token.class & ORDINAL != 0 => day_month(scan, next),
        _ => None,
    };
    if let Some(found) = joined.filter(|found| found.low.day.is_some()) {
        let end = if scan.is_mark(next.wrapping_sub(1), '(') && scan.is_mark(found.end, ')') {
            found.end + 1
        } else {
            found.end
        };
        return Some(Found { first: at, end, ..found });
    }
    let is_name = is_short && !(scan.token(at).is_capital() && scan.is_mark(at + 1, '.'));
    if is_name
        || (!scan.token(at).is_capital()
            && scan.code(at.wrapping_sub(1)) != v::ON
            && !scan.is_any(at.wrapping_sub(1), &[v::LAST, v::NEXT, v::THIS]))
    {
        return None;
    }
    if let Some(found) = in_week(scan, at, number) {
        return Some(found);
    }
    if let Some(found) = at_distance(scan, at, number) {
        return Some(found);
    }
    let step = match scan.before(at, 1).code {
        v::LAST => Some(-1),
        v::NEXT => Some(1),
        _ => None,
    };
    let day = weekday_near(scan, at, number, step);
    if step == Some(-1)
        && let Some(published) = scan.context.published
        && (1..=JUST_PAST).contains(&days_since(published, number))
        && let Ok(week_before) = published.checked_sub((days_since(published, number) + 7).days())
    {
        return Some(Found { low: day_of(week_before), ..one(at, at + 1, day) });
    }
    Some(one(at, at + 1, day))
}

/// "Monday of last week", "Thursday next week", "a week ago on Friday", "Friday week": the day of the week `number` at
/// `at`, in the week that the words beside it name.
fn in_week(scan: &Scan<'_>, at: usize, number: u8) -> Option<Found> {
    let published = scan.context.published?;
    let back = days_since(published, number);
    let from_today = |days: i64| published.checked_add(days.days()).ok().map(day_of);
    let named = if scan.code(at + 1) == v::OF { at + 2 } else { at + 1 };
    if scan.code(named + 1) == v::WEEK {
        let step = match scan.code(named) {
            v::LAST => -1,
            v::THIS => 0,
            v::NEXT => 1,
            _ => return None,
        };
        let since_monday = i64::from(published.weekday().to_monday_zero_offset());
        let day = from_today(7 * step - since_monday + i64::from(number) - 1)?;
        return Some(one(at, named + 2, day));
    }
    let skipped = usize::from(scan.before(at, 1).code == v::ON);
    let is_ago = scan.before(at, skipped + 1).code == v::AGO
        && scan.before(at, skipped + 2).code == v::WEEK
        && scan.before(at, skipped + 3).code == v::A;
    if is_ago {
        return Some(one(at - skipped - 3, at + 1, from_today(-back - 7)?));
    }
    // British: a week after the next one.
    let after = scan.token(at + 2);
    let ends = !after.is_word() && !scan.is_hyphen(at + 2) || after.class & v::FUNCTION != 0;
    let is_week_on = scan.code(at + 1) == v::WEEK && ends && !scan.token(at + 1).is_capital();
    if is_week_on { Some(one(at, at + 2, from_today((7 - back) % 7 + 7)?)) } else { None }
}

/// "Saturday three days from now", "Sunday, three weeks after 15 January": the day is told twice.
fn at_distance(scan: &Scan<'_>, at: usize, number: u8) -> Option<Found> {
    let next = if scan.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
    if !scan.token(next).is_number() && !scan.has(next, CARDINAL) {
        return None;
    }
    let apart = apart(scan, next)?;
    told_twice(scan, &apart, number).map(|day| one(at, apart.end, day))
}

/// A "last Tuesday" that was only this many days ago may as well be the one of the week before: a Tuesday just past is
/// mostly called plain Tuesday.
const JUST_PAST: i64 = 2;

/// How many days before `published` the day of the week `number` was last; 0 on that day.
fn days_since(published: Date, number: u8) -> i64 {
    (i64::from(published.weekday().to_monday_one_offset()) - i64::from(number)).rem_euclid(7)
}

/// The day of the week `number` (Monday is 1) as seen from the day of publication: the last one, or, where the words
/// look ahead, the next.
fn weekday_near(scan: &Scan<'_>, at: usize, number: u8, step: Option<i32>) -> Day {
    let unknown = Day { weekday: Some(number), ..Day::default() };
    let Some(published) = scan.context.published else { return unknown };
    let back = days_since(published, number);
    let looks_ahead = step.map_or_else(|| looks_ahead(scan, at), |step| step > 0);
    let days = if !looks_ahead {
        // "last Thursday" on a Thursday is a week ago.
        if back == 0 && step == Some(-1) { -7 } else { -back }
    } else if back == 0 {
        if step == Some(1) { 7 } else { 0 }
    } else {
        7 - back
    };
    published.checked_add(days.days()).map_or(unknown, day_of)
}

fn looks_ahead(scan: &Scan<'_>, at: usize) -> bool {
    let is_this = scan.before(at, 1).code == v::THIS;
    let first = if is_this { at - 1 } else { at };
    match look(scan, first, at + 1) {
        Some(look) => look == Look::Ahead,
        None => is_this,
    }
}
