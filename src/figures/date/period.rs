//! Longer stretches: a year, the 1990s, the 19th century, summer 2019, fiscal 2018.

use super::{Found, counts_things, day, four_digits, one, two_digits, year_after};

use crate::figures::Day;
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::scan::Scan;
use crate::figures::token::{ALL_CAPITALS, GROUPED, OUTSIDE, mark};
use crate::figures::vocabulary::{self as v, CARDINAL, MONTH, ORDINAL, is_apostrophe};

/// Returns the 1990s, '90s, the 19th century, 2017 april.
pub(super) fn period(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if let Some(found) = century(scan, at) {
        return Some(found);
    }
    if let Some(whole) = scan.whole(at) {
        let s = if is_apostrophe(scan.code(at + 1)) && scan.is_glued(at + 1) { at + 2 } else { at + 1 };
        if scan.code(s) == v::S && scan.is_glued(s) && whole % 10 == 0 {
            let is_short = scan.n_digits(at) == 2
                && !scan
                    .is_any(at.wrapping_sub(1), &[v::HIS, v::HER, v::THEIR, v::MY, v::YOUR, v::MID, v::EARLY, v::LATE]);
            let first = match scan.n_digits(at) {
                4 if (1000..2200).contains(&whole) => whole as i16,
                2 if is_short && (is_apostrophe(scan.before(at, 1).code) || scan.before(at, 1).code == v::THE) => {
                    whole as i16 + if whole < 30 { 2000 } else { 1900 }
                }
                _ => return None,
            };
            let last = if first % 100 == 0 && first < 2000 { first + 99 } else { first + 9 };
            let year = |year| Day { year: Some(year), ..Day::default() };
            return Some(Found { first: at, end: s + 1, low: year(first), high: year(last) });
        }
    }
    let year = four_digits(scan, at)?;
    if scan.has(at + 1, MONTH) && !counts_things(scan, at) && day(scan, at + 2).is_none() && scan.code(at + 1) != v::MAY
    {
        let month = scan.vocabulary.calendar(scan.code(at + 1));
        return Some(one(at, at + 2, Day { year: Some(year), month: Some(month), ..Day::default() }));
    }
    None
}

/// "The 19th century", "21st-century".
pub(super) fn century(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (nth, end) = day(scan, at)?;
    let is_ordinal = scan.has(at, ORDINAL) || end > at + 1;
    let next = if scan.is_hyphen(end) { end + 1 } else { end };
    if !is_ordinal || scan.code(next) != v::CENTURY || nth > 22 {
        return None;
    }
    let year = |year| Day { year: Some(year), ..Day::default() };
    let first = (i16::from(nth) - 1) * 100 + 1;
    Some(Found { first: at, end: next + 1, low: year(first), high: year(first + 99) })
}

/// Returns a year that stands alone.
pub(super) fn year(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let year = four_digits(scan, at)?;
    let before = scan.before(at, 1);
    let is_era = |at: usize| {
        let at = if scan.is_mark(at, '.') { at + 1 } else { at };
        scan.is_any(at, &[v::BC, v::AD, v::CE, v::BCE])
    };
    if is_era(at + 1) && scan.token(at + 1).print & ALL_CAPITALS != 0 {
        return Some(one(at, at + 2, Day { year: Some(year), ..Day::default() }));
    }
    let is_led = [v::IN, v::SINCE, v::BY, v::UNTIL, v::OF, v::EARLY, v::LATE, v::MID, v::FISCAL].contains(&before.code)
        || before.class & MONTH != 0;
    let is_close = (scan.is_glued(at)
        && (before.is_word() || before.code == mark('$') || before.code == mark('/') || before.code == mark('.')))
        || (scan.is_glued(at + 1) && (scan.is_mark(at + 1, '/') || scan.is_mark(at + 1, '+')));
    let is_early = !(1500..=2100).contains(&year);
    let has_era_before = [v::AD, v::BC, v::CE].contains(&before.code)
        || (before.code == mark('.') && ["D", "AD", "BC"].contains(&scan.printed(at.wrapping_sub(2))));
    let follows_era =
        before.code == v::AND && scan.n_digits(at.wrapping_sub(2)) == 4 && scan.is_mark(at.wrapping_sub(3), '.');
    if is_close || (is_early && !is_led && !has_era_before && !follows_era) || scan.token(at).print & GROUPED != 0 {
        return None;
    }
    let follows_name = before.is_capital()
        && before.is_word()
        && before.class & v::FUNCTION == 0
        && scan.before(at, 2).code != OUTSIDE
        || before.code == v::S;
    let is_second = before.code == v::AND
        && scan.n_digits(at.wrapping_sub(2)) == 4
        && (scan.is_mark(at.wrapping_sub(3), '.') || scan.is_any(at.wrapping_sub(3), &[v::BETWEEN, v::FROM]));
    let is_bounded = [v::THAN, v::OVER, v::PLUS, v::SOME].contains(&before.code)
        || crate::figures::qualifier::has_bound_or_hedge(scan, at);
    let counts =
        crate::figures::range::is_counted(scan, at + 1) || scan.has(at + 1, v::SCALE) || scan.is_mark(at + 1, '%');
    let unit_len = longest(scan, &PHRASES.units, at + 1).map_or(0, |(end, _)| scan.span(at + 1, end).len());
    let printed = scan.printed(at + 1);
    let has_unit = unit_len > 1 && !["in", "am", "min"].contains(&printed)
        || unit_len == 1 && ["g", "h", "l", "m", "t"].contains(&printed)
        || longest(scan, &PHRASES.money, at + 1).is_some();
    let is_date = (!has_unit || is_led)
        && (follows_name || is_second || is_led && !(counts && scan.has(at + 1, v::UNIT | v::SCALE)))
        || (before.code == v::THE && year > 1800)
        || (!counts && !has_unit && !is_bounded);
    is_date.then(|| one(at, at + 1, Day { year: Some(year), ..Day::default() }))
}

/// "Nineteen eighty-four", "in twenty twenty-four".
pub(super) fn spelled_year(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !scan.has(at, v::TEEN | v::TEN) || !scan.has(at + 1, CARDINAL) || scan.is_hyphen(at + 1) {
        return None;
    }
    let number = crate::figures::number::number(scan, at)?;
    let is_year =
        (1500.0..2100.0).contains(&number.low) && number.end - number.first >= 2 && !scan.has(number.end, v::SCALE);
    let is_led =
        [v::IN, v::SINCE, v::BY, v::OF].contains(&scan.before(at, 1).code) || scan.before(at, 1).class & MONTH != 0;
    (is_year && is_led && number.scale == 1.0)
        .then(|| one(at, number.end, Day { year: Some(number.low as i16), ..Day::default() }))
}

/// "Summer 2019", "the spring of 1945", "last winter".
pub(super) fn season(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (year, end) = year_after(scan, at + 1, false)?;
    Some(season_of(scan, at, end, year))
}

pub(super) fn season_of(scan: &Scan<'_>, at: usize, end: usize, year: i16) -> Found {
    // The order of the list: autumn, spring, summer, winter, of the northern half of the earth.
    let (from, to) = match scan.vocabulary.calendar(scan.code(at)) {
        0 => (9, 11),
        1 => (3, 5),
        2 => (6, 8),
        _ => (12, 2),
    };
    let day = |year, month| Day { year: Some(year), month: Some(month), ..Day::default() };
    Found { first: at, end, low: day(year, from), high: day(if to < from { year + 1 } else { year }, to) }
}

/// Fiscal 2018, FY2018, cy18.
pub(super) fn fiscal(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let next = if scan.code(at + 1) == v::YEAR { at + 2 } else { at + 1 };
    let is_short = scan.n_digits(next) == 2 && scan.is_glued(next);
    let year = if is_short { Some(two_digits(scan.whole(next)?)) } else { four_digits(scan, next) }?;
    Some(one(at, next + 1, Day { year: Some(year), ..Day::default() }))
}
