//! A month in words with its day and year: "Oct. 2, 2016", "the 2nd of October", "Sept. 20-24", "March".

use super::near::resolved;
use super::{Found, day, four_digits, one, two_digits, year_after};

use crate::figures::Day;
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, MONTH, is_dash};

/// "Oct. 2, 2016", "October 2016", "Sept. 20-24", "March", `Sep-23-2020`, `Oct/2`.
pub(super) fn month_first(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
            return Some(days(scan, (at, past), month, day, last));
        }
        // "Nov. 7 and 8"
        if scan.code(end) == v::AND
            && scan.n_digits(end + 1) > 0
            && let Some((last, past)) = self::day(scan, end + 1).filter(|&(last, _)| last == day + 1)
            && !is_counting(scan, past)
        {
            return Some(days(scan, (at, past), month, day, last));
        }
        let year = year_after(scan, end, true);
        let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
        return Some(one(at, end, resolved(scan, at, end, date(year, Some(day)))));
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
        .then(|| one(at, at + 1, resolved(scan, at, at + 1, date(None, None))))
}

/// The days from `first_day` to `last_day` of `month`, named by the tokens from `at` to `end` and perhaps a year after
/// them.
fn days(scan: &Scan<'_>, (at, end): (usize, usize), month: u8, first_day: u8, last_day: u8) -> Found {
    let year = year_after(scan, end, true);
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    let date = |day| resolved(scan, at, end, Day { year, month: Some(month), day: Some(day), weekday: None });
    Found { first: at, end, low: date(first_day), high: date(last_day) }
}

/// Whether a word is at `at` that a number before it may count.
fn is_counting(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.token(at);
    next.is_word() && !next.is_capital() && next.class & (v::FUNCTION | v::PHRASE_END) == 0 || scan.is_mark(at, '%')
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
pub(super) fn day_month(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let (first_day, mut end) = day(scan, at)?;
    let mut last_day = first_day;
    if scan.is_hyphen(end)
        && scan.n_digits(end + 1) > 0
        && let Some((last, past)) = day(scan, end + 1).filter(|&(last, past)| last > first_day && scan.has(past, MONTH))
    {
        (last_day, end) = (last, past);
    }
    // "7 and 8 November"
    if scan.code(end) == v::AND
        && scan.n_digits(end + 1) > 0
        && let Some((last, past)) =
            day(scan, end + 1).filter(|&(last, past)| last == first_day + 1 && scan.has(past, MONTH))
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
    // "19-Nov-12", "10 Nov 11"
    let has_short_year = scan.n_digits(past) == 2 && !is_counting(scan, past + 1) && !scan.is_mark(past + 1, ':');
    // "the 14 May 3 marchers": the month goes with the day behind it, the number before counts.
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
    let goes_on = scan.is_glued(past + 1)
        && (scan.token(past + 1).is_word() || scan.is_hyphen(past + 1) || scan.is_mark(past + 1, '/'));
    let is_short = (has_short_year && scan.token(past).is_spaced() && !goes_on)
        || (is_joined && scan.n_digits(past) == 2 && scan.is_glued(past));
    if is_short && let Some(year) = scan.whole(past).map(two_digits) {
        let date = |day| Day { year: Some(year), month: Some(month), day: Some(day), weekday: None };
        return Some(Found { first: at, end: past + 1, low: date(first_day), high: date(last_day) });
    }
    Some(days(scan, (at, past), month, first_day, last_day))
}
