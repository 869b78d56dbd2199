//! Dates: "Oct. 2, 2016", "2 October", `2016-10-02`, `7/6`, "last Thursday", "the 1990s", "summer 2019", "fiscal 2018".
//!
//! Comes in: a place among the tokens. Goes out: the stretch of the calendar named there, as precise as the words are.
//! What is relative is counted from [`Context::published`](crate::figures::Context), where that is known.

mod day_month;
mod distance;
mod near;
mod numeric;
mod order;
mod part;
mod period;
mod tense;
mod weekday;

pub(super) use distance::distance;
pub use order::DateOrder;
pub(super) use part::{narrowed, part_of_today};

use day_month::{day_month, month_first};
use near::{day_beyond, holiday, relative, relative_day};
use numeric::numeric;
use period::{century, fiscal, period, season, spelled_year, year};
use weekday::weekday;

use crate::figures::Day;
use crate::figures::scan::Scan;
use crate::figures::token::{ALL_CAPITALS, mark};
use crate::figures::vocabulary::{self as v, CARDINAL, HOLIDAY, MONTH, ORDINAL, SEASON, WEEKDAY, is_apostrophe};

/// A stretch of the calendar as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The first token.
    pub(super) first: usize,
    /// Past the last token.
    pub(super) end: usize,
    /// Where it begins.
    pub(super) low: Day,
    /// Where it ends.
    pub(super) high: Day,
}

/// Returns the date that begins at `at`.
pub(super) fn date(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let token = scan.token(at);
    if token.is_number() {
        return numeric(scan, at)
            .or_else(|| day_month(scan, at))
            .or_else(|| period(scan, at))
            .or_else(|| year(scan, at));
    }
    if token.class & MONTH != 0
        && let Some(found) = month_first(scan, at)
    {
        return Some(found);
    }
    if token.class & WEEKDAY != 0 {
        return weekday(scan, at);
    }
    if token.class & SEASON != 0 {
        return season(scan, at);
    }
    if token.class & HOLIDAY != 0
        && let Some(found) = holiday(scan, at)
    {
        return Some(found);
    }
    match token.code {
        v::TODAY | v::TONIGHT => relative_day(scan, at, 0),
        v::YESTERDAY => relative_day(scan, at, -1).map(|found| day_beyond(scan, found, -1)),
        v::TOMORROW => relative_day(scan, at, 1).map(|found| day_beyond(scan, found, 1)),
        v::LAST | v::NEXT | v::THIS => relative(scan, at),
        v::WEEKEND => part::weekend(scan, at),
        v::FISCAL | v::FY | v::CY => fiscal(scan, at),
        _ if token.class & ORDINAL != 0 => day_month(scan, at).or_else(|| century(scan, at)),
        _ if token.class & CARDINAL != 0 => {
            // "The twenty-fourth of January"
            day(scan, at).and_then(|_| day_month(scan, at)).or_else(|| spelled_year(scan, at))
        }
        _ => None,
    }
}

/// Returns a day that may be a day of some month; 30 February is kept as printed.
pub(super) fn day(scan: &Scan<'_>, at: usize) -> Option<(u8, usize)> {
    if scan.token(at).is_number() {
        let n_digits = scan.n_digits(at);
        let whole = scan.whole(at).filter(|whole| (1..=31).contains(whole) && n_digits <= 2)?;
        let has_suffix = scan.is_any(at + 1, &[v::ST, v::ND, v::RD, v::TH]) && scan.is_glued(at + 1);
        let end = at + if has_suffix { 2 } else { 1 };
        let goes_on = scan.is_glued(end) && scan.token(end).is_word();
        return (!goes_on).then_some((whole as u8, end));
    }
    if scan.has(at, ORDINAL) {
        let value = scan.vocabulary.value(scan.code(at));
        return (value <= 31.0).then_some((value as u8, at + 1));
    }
    if scan.has(at, v::TEN) && scan.is_hyphen(at + 1) && scan.has(at + 2, ORDINAL) {
        let value = scan.vocabulary.value(scan.code(at)) + scan.vocabulary.value(scan.code(at + 2));
        return (value <= 31.0).then_some((value as u8, at + 3));
    }
    None
}

/// Returns a year of four digits that may be in a date.
pub(super) fn four_digits(scan: &Scan<'_>, at: usize) -> Option<i16> {
    let whole = scan.whole(at).filter(|_| scan.n_digits(at) == 4)?;
    let ends = !(scan.is_glued(at + 1) && scan.token(at + 1).is_word());
    (ends && (1000..=2199).contains(&whole)).then_some(whole as i16)
}

/// Returns the year after a day or a month, at `at`: ", 2016", "2016", "of 1995", "'16", and in dates written out of
/// two digits.
pub(super) fn year_after(scan: &Scan<'_>, at: usize, has_day: bool) -> Option<(i16, usize)> {
    let joint = match scan.code(at) {
        code if code == mark(',') => at + 1,
        code if code == mark('.') && scan.token(at + 1).is_number() => at + 1,
        v::OF | v::IN => at + 1,
        _ => at,
    };
    if let Some(year) = four_digits(scan, joint) {
        return (!counts_things(scan, joint)).then_some((year, joint + 1));
    }
    if is_apostrophe(scan.code(joint)) && scan.n_digits(joint + 1) == 2 {
        return Some((two_digits(scan.whole(joint + 1)?), joint + 2));
    }
    if scan.n_digits(joint) == 2
        && (scan.code(at) == v::OF || (joint == at && has_day && scan.has(at.wrapping_sub(1), ORDINAL)))
    {
        return Some((two_digits(scan.whole(joint)?), joint + 1));
    }
    if joint == at && scan.has(at, CARDINAL) {
        let number =
            crate::figures::number::number(scan, at).filter(|number| (1800.0..2100.0).contains(&number.low))?;
        return Some((number.low as i16, number.end));
    }
    None
}

/// Returns the year that two digits stand for: up to 39 of this century.
pub(super) fn two_digits(whole: u32) -> i16 {
    whole as i16 + if whole < 40 { 2000 } else { 1900 }
}

/// Returns whether the four digits at `at` rather count what follows.
pub(super) fn counts_things(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.token(at + 1);
    // "4 April 1145 GMT"
    let is_clock = next.class & v::ZONE != 0 && next.print & ALL_CAPITALS != 0;
    scan.is_mark(at + 1, '%')
        || is_clock
        || (next.is_word() && scan.has(at + 1, v::UNIT) && scan.printed(at + 1).len() > 3)
}

pub(super) fn one(first: usize, end: usize, day: Day) -> Found {
    Found { first, end, low: day, high: day }
}
