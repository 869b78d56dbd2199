//! Dates: "Oct. 2, 2016", "2 October", `2016-10-02`, `7/6`, "last Thursday", "the 1990s", "summer 2019", "fiscal 2018".
//!
//! Comes in: a place among the tokens. Goes out: the stretch of the calendar named there, as precise as the words are.
//! What is relative is counted from [`Context::published`](super::Context), where that is known.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Day;
use super::scan::Scan;
use super::token::{ALL_CAPITALS, GROUPED, OUTSIDE, mark};
use super::vocabulary::{self as v, CARDINAL, HOLIDAY, MONTH, ORDINAL, SEASON, WEEKDAY, is_apostrophe, is_dash};

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

/// The date that begins at `at`.
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
        v::YESTERDAY => relative_day(scan, at, -1),
        v::TOMORROW => relative_day(scan, at, 1),
        v::LAST | v::NEXT | v::THIS => relative(scan, at),
        v::FISCAL | v::FY | v::CY => fiscal(scan, at),
        _ if token.class & ORDINAL != 0 => day_month(scan, at).or_else(|| century(scan, at)),
        _ if token.class & CARDINAL != 0 => spelled_year(scan, at),
        _ => None,
    }
}

/// A day that may be a day of some month; 30 February is kept as printed.
fn day(scan: &Scan<'_>, at: usize) -> Option<(u8, usize)> {
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

/// A year of four digits that may stand in a date.
fn four_digits(scan: &Scan<'_>, at: usize) -> Option<i16> {
    let whole = scan.whole(at).filter(|_| scan.n_digits(at) == 4)?;
    let ends = !(scan.is_glued(at + 1) && scan.token(at + 1).is_word());
    (ends && (1000..=2199).contains(&whole)).then_some(whole as i16)
}

/// The year after a day or a month, at `at`: ", 2016", "2016", "of 1995", "'16", and in dates written out of two digits.
fn year_after(scan: &Scan<'_>, at: usize, has_day: bool) -> Option<(i16, usize)> {
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
        let number = super::number::number(scan, at).filter(|number| (1800.0..2100.0).contains(&number.low))?;
        return Some((number.low as i16, number.end));
    }
    None
}

/// The year that two digits stand for: up to 39 of this century.
fn two_digits(whole: u32) -> i16 {
    whole as i16 + if whole < 40 { 2000 } else { 1900 }
}

/// Whether the four digits at `at` rather count what follows.
fn counts_things(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.token(at + 1);
    scan.is_mark(at + 1, '%') || (next.is_word() && scan.has(at + 1, v::UNIT) && scan.printed(at + 1).len() > 3)
}

/// "Oct. 2, 2016", "October 2016", "Sept. 20-24", "March", `Sep-23-2020`, `Oct/2`.
fn month_first(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let month = scan.vocabulary.calendar(scan.code(at));
    let mut next = at + 1;
    if scan.is_mark(next, '.') && (scan.printed(at).len() < 5) {
        next += 1;
    }
    let is_joined = scan.is_hyphen(next) || (scan.is_mark(next, '/') && scan.is_glued(next) && scan.is_glued(next + 1));
    let after = if is_joined || scan.code(next) == v::THE { next + 1 } else { next };
    let date = |year: Option<i16>, day: Option<u8>| Day { year, month: Some(month), day, weekday: None };
    if let Some((day, end)) = day(scan, after).filter(|&(_, end)| !is_amount(scan, after, end)) {
        if is_joined
            && scan.is_any(end, &[mark('-'), mark('/')])
            && let Some(year) = four_digits(scan, end + 1)
        {
            return Some(one(at, end + 2, date(Some(year), Some(day))));
        }
        // "Sept. 20-24", "Oct. 2 to 5"
        if (is_dash(scan.code(end)) || scan.code(end) == v::TO)
            && scan.n_digits(end + 1) > 0
            && let Some((last, past)) =
                self::day(scan, end + 1).filter(|&(last, past)| last > day && !scan.has(past, MONTH))
        {
            let year = year_after(scan, past, true);
            let (year, past) = year.map_or((None, past), |(year, past)| (Some(year), past));
            return Some(Found { first: at, end: past, low: date(year, Some(day)), high: date(year, Some(last)) });
        }
        let year = year_after(scan, end, true);
        let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
        return Some(one(at, end, resolved(scan, at, date(year, Some(day)))));
    }
    if is_joined && let Some(year) = four_digits(scan, after) {
        if scan.is_hyphen(after + 1)
            && let Some((day, end)) = day(scan, after + 2)
        {
            return Some(one(at, end, date(Some(year), Some(day))));
        }
        return Some(one(at, after + 1, date(Some(year), None)));
    }
    if let Some((year, end)) = year_after(scan, next, false) {
        return Some(one(at, end, date(Some(year), None)));
    }
    let is_written_out = scan.printed(at).len() > 3 && scan.code(at) != v::MARCH && scan.code(at) != v::MAY;
    let before = scan.before(at, 1);
    let is_led = [
        v::IN,
        v::SINCE,
        v::UNTIL,
        v::BY,
        v::LAST,
        v::NEXT,
        v::THIS,
        v::EARLY,
        v::LATE,
        v::MID,
        v::FROM,
        v::BETWEEN,
        v::THROUGH,
        v::OF,
        v::TO,
    ]
    .contains(&before.code)
        || is_dash(before.code);
    let is_capital = scan.token(at).is_capital();
    let is_bare = if is_written_out {
        is_capital || is_led
    } else {
        is_led && (is_capital || before.code == v::IN && scan.code(at) == v::MAY)
    };
    let is_noun = scan.code(at) == v::MAY && before.code == v::TO;
    (is_bare && !is_noun && !(scan.printed(at).len() == 3 && !scan.is_mark(at + 1, '.') && scan.code(at) != v::MAY))
        .then(|| one(at, at + 1, resolved(scan, at, date(None, None))))
}

/// Whether the day that stands from `at` to `end` is rather an amount: "May 12 million", "in March 20 people".
fn is_amount(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let is_next_month = scan.has(end, MONTH) && {
        // "27 Oct. 1": the month begins a date of its own.
        let next = if scan.is_mark(end + 1, '.') { end + 2 } else { end + 1 };
        scan.n_digits(next) == 0 || scan.n_digits(next) > 2
    };
    is_next_month
        || scan.has(end, v::SCALE)
        || scan.is_mark(end, '%')
        || scan.is_mark(end, ':') && scan.is_glued(end + 1)
        || scan.is_any(end, &[v::AM, v::PM, v::PEOPLE])
        || (scan.has(end, v::UNIT) && scan.printed(end).len() > 4 && scan.token(at).is_number())
}

/// "2 October 2016", "the 2nd of October", "28 june in 2020", "2-5 October".
fn day_month(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (first_day, mut end) = day(scan, at)?;
    let mut last_day = first_day;
    if scan.is_hyphen(end)
        && scan.n_digits(end + 1) > 0
        && let Some((last, past)) = day(scan, end + 1).filter(|&(last, past)| last > first_day && scan.has(past, MONTH))
    {
        (last_day, end) = (last, past);
    }
    let is_joined = scan.is_hyphen(end) || (scan.is_mark(end, '/') && scan.is_glued(end + 1));
    let next = if is_joined || scan.code(end) == v::OF { end + 1 } else { end };
    if !scan.has(next, MONTH) || (scan.code(next) == v::MAY && !scan.token(next).is_capital()) {
        return None;
    }
    let is_word = scan.printed(next).len() < 4
        && !scan.token(next).is_capital()
        && scan.code(end) != v::OF
        && scan.is_any(next, &[v::MARCH]);
    if is_word {
        return None;
    }
    let month = scan.vocabulary.calendar(scan.code(next));
    let mut past = next + 1;
    if scan.is_mark(past, '.') && scan.printed(next).len() < 5 && scan.token(past + 1).is_number() {
        past += 1;
    }
    // "the 19 Sept. 11 hijackers": the month goes with the day behind it, the number before counts.
    let is_count = !is_joined
        && scan.code(end) != v::OF
        && scan.before(at, 1).code != v::ON
        && (1..=2).contains(&scan.n_digits(past))
        && scan.token(past + 1).is_word()
        && scan.token(past + 1).is_spaced()
        && !scan.has(past + 1, v::FUNCTION)
        && !scan.is_any(past + 1, &[v::AM, v::PM]);
    if is_count {
        return None;
    }
    if is_joined && scan.is_any(past, &[mark('-'), mark('/')]) {
        past += 1;
    }
    let year = year_after(scan, past, true);
    let (year, past) = year.map_or((None, past), |(year, past)| (Some(year), past));
    let date = |day| resolved(scan, at, Day { year, month: Some(month), day: Some(day), weekday: None });
    Some(Found { first: at, end: past, low: date(first_day), high: date(last_day) })
}

/// Dates in digits: `2016-10-02`, `5/17/2018`, `23.04.2022`, `7/6` beside a weekday, `2015-3`, `2019/aug/01`.
fn numeric(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let first = scan.whole(at)?;
    let n_first = scan.n_digits(at);
    if n_first == 8 && at > 0 && scan.is_glued(at) && is_dash(scan.before(at, 1).code) {
        let (year, month, day) = (first / 10_000, first / 100 % 100, first % 100);
        return calendar_day(year, month, day).map(|date| one(at, at + 1, date));
    }
    let code = scan.code(at + 1);
    let is_separator = code == mark('/') || code == mark('.') || is_dash(code);
    if !is_separator || !scan.is_glued(at + 1) || !scan.is_glued(at + 2) {
        return None;
    }
    let same = |at: usize| scan.code(at) == code && scan.is_glued(at) && scan.is_glued(at + 1);
    if scan.has(at + 2, MONTH) && n_first == 4 && same(at + 3) {
        let month = u32::from(scan.vocabulary.calendar(scan.code(at + 2)));
        return calendar_day(first, month, scan.whole(at + 4)?).map(|date| one(at, at + 5, date));
    }
    if n_first == 4 && same(at + 3) && scan.has(at + 4, MONTH) && scan.n_digits(at + 2) <= 2 {
        // 2020/23/Sep
        let month = u32::from(scan.vocabulary.calendar(scan.code(at + 4)));
        return calendar_day(first, month, scan.whole(at + 2)?).map(|date| one(at, at + 5, date));
    }
    let second = scan.whole(at + 2)?;
    let n_second = scan.n_digits(at + 2);
    if same(at + 3) && scan.n_digits(at + 4) > 0 {
        let third = scan.whole(at + 4)?;
        let n_third = scan.n_digits(at + 4);
        if scan.has(at + 6, MONTH) || n_second > 2 {
            return None;
        }
        if n_first == 4 {
            // 2016-10-02, and the end of a time stamp: 2019-09-01T10:38
            return calendar_day(first, second, third).map(|date| one(at, at + 5, date));
        }
        if n_first > 2 || (n_third != 4 && n_third != 2) || (n_third == 2 && code != mark('/')) {
            return None;
        }
        let year = if n_third == 2 { two_digits(third) as u32 } else { third };
        let is_american = code != mark('.') && first <= 12;
        let (month, day) = if is_american { (first, second) } else { (second, first) };
        return calendar_day(year, month, day).map(|date| one(at, at + 5, date));
    }
    let ends =
        !(scan.is_glued(at + 3) && (scan.token(at + 3).is_word() || scan.is_any(at + 3, &[mark('/'), mark('%')])));
    if n_first == 4 && (1000..2200).contains(&first) && ends && code != mark('.') {
        if n_second <= 2 && is_dash(code) {
            let is_season = n_second == 2 && (first + 1) % 100 == second;
            if is_season {
                // 2019-20: the season, the fiscal year
                let (low, high) = (
                    Day { year: Some(first as i16), ..Day::default() },
                    Day { year: Some(first as i16 + 1), ..Day::default() },
                );
                return Some(Found { first: at, end: at + 3, low, high });
            }
            if (1..=12).contains(&second) && code == mark('-') {
                return Some(one(
                    at,
                    at + 3,
                    Day { year: Some(first as i16), month: Some(second as u8), ..Day::default() },
                ));
            }
        }
        if n_second == 4
            && is_dash(code)
            && second > first
            && second < 2200
            && first > 1500
            && !super::range::is_counted(scan, at + 3)
        {
            let (low, high) = (
                Day { year: Some(first as i16), ..Day::default() },
                Day { year: Some(second as i16), ..Day::default() },
            );
            return Some(Found { first: at, end: at + 3, low, high });
        }
    }
    // 7/6 beside a weekday, after "on"
    let before = scan.before(at, 1);
    let is_led = before.class & WEEKDAY != 0 || [v::ON, v::THIS, v::NEXT].contains(&before.code);
    let is_day = code == mark('/') || (is_dash(code) && before.class & WEEKDAY != 0);
    let is_lone = scan.is_mark(at.wrapping_sub(1), '?') && scan.is_mark(at + 3, ',');
    if is_day && (is_led || is_lone) && ends && n_first <= 2 && n_second <= 2 {
        let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
        if (1..=12).contains(&month) && (1..=31).contains(&day) {
            let date = Day { month: Some(month as u8), day: Some(day as u8), ..Day::default() };
            return Some(one(at, at + 3, resolved(scan, at, date)));
        }
    }
    None
}

fn calendar_day(year: u32, month: u32, day: u32) -> Option<Day> {
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let is_fine = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_fine.then_some(Day { year: Some(year as i16), month: Some(month as u8), day: Some(day as u8), weekday: None })
}

/// The 1990s, '90s, the 19th century, 2017 april.
fn period(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
fn century(scan: &Scan<'_>, at: usize) -> Option<Found> {
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

/// A year that stands alone.
fn year(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
    let is_bounded =
        [v::THAN, v::OVER, v::PLUS, v::SOME].contains(&before.code) || super::qualifier::has_bound_or_hedge(scan, at);
    let counts = super::range::is_counted(scan, at + 1) || scan.has(at + 1, v::SCALE) || scan.is_mark(at + 1, '%');
    let has_unit = super::phrases::longest(scan, &super::phrases::PHRASES.units, at + 1).is_some_and(|(end, _)| {
        scan.span(at + 1, end).len() > 1
            && scan.printed(at + 1) != "in"
            && scan.printed(at + 1) != "am"
            && scan.printed(at + 1) != "min"
    });
    let is_date = (!has_unit || is_led)
        && (follows_name || is_second || is_led && !(counts && scan.has(at + 1, v::UNIT | v::SCALE)))
        || (before.code == v::THE && year > 1800)
        || (!counts && !has_unit && !is_bounded);
    is_date.then(|| one(at, at + 1, Day { year: Some(year), ..Day::default() }))
}

/// "Nineteen eighty-four", "in twenty twenty-four".
fn spelled_year(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !scan.has(at, v::TEEN | v::TEN) || !scan.has(at + 1, CARDINAL) || scan.is_hyphen(at + 1) {
        return None;
    }
    let number = super::number::number(scan, at)?;
    let is_year =
        (1500.0..2100.0).contains(&number.low) && number.end - number.first >= 2 && !scan.has(number.end, v::SCALE);
    let is_led =
        [v::IN, v::SINCE, v::BY, v::OF].contains(&scan.before(at, 1).code) || scan.before(at, 1).class & MONTH != 0;
    (is_year && is_led && number.scale == 1.0)
        .then(|| one(at, number.end, Day { year: Some(number.low as i16), ..Day::default() }))
}

/// "Thursday", "last Thursday", "Tuesday March 7", "Friday 7/6", "friday (jun-15)".
fn weekday(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
    let step = match scan.before(at, 1).code {
        v::LAST => Some(-1),
        v::NEXT => Some(1),
        _ => None,
    };
    Some(one(at, at + 1, weekday_near(scan, at, number, step)))
}

/// The day of the week `number` (Monday is 1) as seen from the day of publication: the last one, or, where the words
/// look ahead, the next.
fn weekday_near(scan: &Scan<'_>, at: usize, number: u8, step: Option<i32>) -> Day {
    let unknown = Day { weekday: Some(number), ..Day::default() };
    let Some(published) = scan.context.published else { return unknown };
    let today = published.weekday().to_monday_one_offset();
    let back = (i64::from(today) - i64::from(number)).rem_euclid(7);
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

/// How many words before a weekday may say that it lies ahead.
const AHEAD_REACH: usize = 8;

fn looks_ahead(scan: &Scan<'_>, at: usize) -> bool {
    (1..=AHEAD_REACH)
        .map(|back| scan.before(at, back))
        .take_while(|token| token.code != mark('.') && token.code != OUTSIDE)
        .any(|token| [v::WILL, v::DUE, v::SCHEDULED, v::EXPECTED, v::UPCOMING, v::PLANS, v::NEXT].contains(&token.code))
}

/// Monday and Sunday of the week of `date`.
pub(super) fn week_of(date: Date) -> Option<(Day, Day)> {
    let monday = date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()?;
    Some((day_of(monday), day_of(monday.checked_add(6.days()).ok()?)))
}

/// `date` as a point of the calendar.
pub(super) fn day_of(date: Date) -> Day {
    Day { year: Some(date.year()), month: Some(date.month() as u8), day: Some(date.day() as u8), weekday: None }
}

/// Christmas, the Fourth of July.
fn holiday(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (end, &(month, day)) = super::phrases::longest(scan, &super::phrases::PHRASES.holidays, at)?;
    if !scan.token(at).is_capital() && end < at + 2 {
        return None;
    }
    let year = year_after(scan, end, true);
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    Some(one(at, end, resolved(scan, at, Day { year, month: Some(month), day: Some(day), weekday: None })))
}

/// "Summer 2019", "the spring of 1945", "last winter".
fn season(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (year, end) = year_after(scan, at + 1, false)?;
    Some(season_of(scan, at, end, year))
}

fn season_of(scan: &Scan<'_>, at: usize, end: usize, year: i16) -> Found {
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
fn fiscal(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let next = if scan.code(at + 1) == v::YEAR { at + 2 } else { at + 1 };
    let is_short = scan.n_digits(next) == 2 && scan.is_glued(next);
    let year = if is_short { Some(two_digits(scan.whole(next)?)) } else { four_digits(scan, next) }?;
    Some(one(at, next + 1, Day { year: Some(year), ..Day::default() }))
}

fn relative_day(scan: &Scan<'_>, at: usize, days: i64) -> Option<Found> {
    let date = scan.context.published?.checked_add(days.days()).ok()?;
    Some(one(at, at + 1, day_of(date)))
}

/// "Last week", "next month", "this year", "last summer", "last Thursday", "next October".
fn relative(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
    let published = scan.context.published?;
    let year = published.year() + step;
    let whole_year = |year| Day { year: Some(year), ..Day::default() };
    match scan.code(next) {
        v::YEAR => Some(one(at, next + 1, whole_year(year))),
        v::MONTH_WORD => {
            let date = published.checked_add(i64::from(step).months()).ok()?;
            Some(one(at, next + 1, Day { year: Some(date.year()), month: Some(date.month() as u8), ..Day::default() }))
        }
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

/// Adds the year that the day of publication implies: of the years around it, the one that brings the date nearest.
fn resolved(scan: &Scan<'_>, _at: usize, day: Day) -> Day {
    let (Some(published), None, Some(month)) = (scan.context.published, day.year, day.month) else { return day };
    let distance = |year: i16| {
        let months =
            i32::from(year) * 12 + i32::from(month) - i32::from(published.year()) * 12 - i32::from(published.month());
        // What lies behind is told more often than what lies ahead.
        if months > 0 { months * 2 } else { -months }
    };
    let year =
        [published.year() - 1, published.year(), published.year() + 1].into_iter().min_by_key(|&year| distance(year));
    Day { year, ..day }
}

fn one(first: usize, end: usize, day: Day) -> Found {
    Found { first, end, low: day, high: day }
}
