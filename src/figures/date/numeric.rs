//! Dates in digits: `2016-10-02`, `5/17/2018`, `23.04.2022`, `2019-20`, `7/6` beside a weekday.
//!
//! Of `5/6/2018` either number may be the month: it is both days, unless other dates of the text settle the order
//! ([`DateOrder`]). With dots the day stands first.

use super::day_month::{day_month, month_first};
use super::near::resolved;
use super::{Found, one, two_digits};

use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, MONTH, WEEKDAY, is_dash};
use crate::figures::{DateOrder, Day};

/// Dates in digits: `2016-10-02`, `5/17/2018`, `23.04.2022`, `7/6` beside a weekday, `2015-3`, `2019/aug/01`.
pub(super) fn numeric(scan: &Scan<'_>, at: usize) -> Option<Found> {
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
    let parts = Parts { at, code, first, n_first, second, n_second: scan.n_digits(at + 2) };
    if same(at + 3) && scan.n_digits(at + 4) > 0 {
        return three_parts(scan, &parts);
    }
    let ends =
        !(scan.is_glued(at + 3) && (scan.token(at + 3).is_word() || scan.is_any(at + 3, &[mark('/'), mark('%')])));
    if n_first == 4
        && (1000..2200).contains(&first)
        && ends
        && code != mark('.')
        && let Some(found) = of_years(scan, &parts)
    {
        return Some(found);
    }
    season(scan, &parts).or_else(|| if ends { beside_weekday(scan, &parts) } else { None })
}

/// Two numbers with a separator between them.
struct Parts {
    /// Index of the first token.
    at: usize,
    /// The separator.
    code: u32,
    first: u32,
    n_first: usize,
    second: u32,
    n_second: usize,
}

/// `2016-10-02`, `5/17/2018`, `23.04.2022`: day, month and year in digits.
fn three_parts(scan: &Scan<'_>, &Parts { at, code, first, n_first, second, n_second }: &Parts) -> Option<Found> {
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
    let order = scan.context.order;
    let is_american = code != mark('.') && first <= 12 && !(order == Some(DateOrder::DayFirst) && second <= 12);
    let (month, day) = if is_american { (first, second) } else { (second, first) };
    let found = one(at, at + 5, calendar_day(year, month, day)?);
    let is_open = code == mark('/') && order.is_none() && first <= 12 && second <= 12 && first != second;
    let other = calendar_day(year, day, month).filter(|_| is_open);
    Some(match other {
        Some(other) => Found { low: found.low.min(other), high: found.high.max(other), ..found },
        None => found,
    })
}

/// `2019-20`, `2010-2015`, `2015-3`: a season, a span of years, a month of a year that has four digits.
fn of_years(scan: &Scan<'_>, &Parts { at, code, first, second, n_second, .. }: &Parts) -> Option<Found> {
    if n_second <= 2 && (is_dash(code) || code == mark('/')) {
        let is_season = n_second == 2 && (first + 1) % 100 == second;
        if is_season {
            // 2019-20, 2019/20: the season, the fiscal year
            let (low, high) = (
                Day { year: Some(first as i16), ..Day::default() },
                Day { year: Some(first as i16 + 1), ..Day::default() },
            );
            return Some(Found { first: at, end: at + 3, low, high });
        }
        // "from 2010-15": no month has that number, or the words say that years are meant.
        let is_span = is_dash(code)
            && n_second == 2
            && second > first % 100
            && first > 1500
            && (second > 12 || [v::FROM, v::BETWEEN].contains(&scan.before(at, 1).code))
            && !crate::figures::range::is_counted(scan, at + 3);
        if is_span {
            let year = |year: u32| Day { year: Some(year as i16), ..Day::default() };
            return Some(Found { first: at, end: at + 3, low: year(first), high: year(first / 100 * 100 + second) });
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
        && (is_dash(code) || second == first + 1)
        && second > first
        && second < 2200
        && first > 1500
        && !crate::figures::range::is_counted(scan, at + 3)
    {
        let (low, high) =
            (Day { year: Some(first as i16), ..Day::default() }, Day { year: Some(second as i16), ..Day::default() });
        return Some(Found { first: at, end: at + 3, low, high });
    }
    None
}

/// "The 10/11 season".
fn season(scan: &Scan<'_>, &Parts { at, code, first, n_first, second, n_second }: &Parts) -> Option<Found> {
    let is_season = code == mark('/')
        && (n_first, n_second) == (2, 2)
        && second == (first + 1) % 100
        && ["campaign", "season", "seasons"].iter().any(|word| scan.printed(at + 3).eq_ignore_ascii_case(word));
    if is_season {
        let year = |year: i16| Day { year: Some(year), ..Day::default() };
        let begins = two_digits(first);
        return Some(Found { first: at, end: at + 3, low: year(begins), high: year(begins + 1) });
    }
    None
}

/// `7/6` beside a weekday, after "on", in a list with a day that has a name.
fn beside_weekday(scan: &Scan<'_>, parts: &Parts) -> Option<Found> {
    let &Parts { at, code, first, n_first, second, n_second } = parts;
    let before = scan.before(at, 1);
    let is_led = before.class & WEEKDAY != 0 || [v::ON, v::THIS, v::NEXT].contains(&before.code);
    let is_day = code == mark('/') || (is_dash(code) && before.class & WEEKDAY != 0);
    if is_day && (is_led || is_listed(scan, parts)) && n_first <= 2 && n_second <= 2 {
        let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
        if (1..=12).contains(&month) && (1..=31).contains(&day) {
            let date = Day { month: Some(month as u8), day: Some(day as u8), ..Day::default() };
            return Some(one(at, at + 3, resolved(scan, at, at + 3, date)));
        }
    }
    None
}

/// Parts of a whole that are written with a stroke: 1/2, 3/16. Other denominators are rather those of a date.
const DENOMINATORS: [u32; 10] = [2, 3, 4, 5, 6, 8, 10, 12, 16, 32];

/// Whether a day with the name of its month follows the two numbers at `at`: "11/20, 12 November".
fn is_listed(scan: &Scan<'_>, &Parts { at, first, second, .. }: &Parts) -> bool {
    let is_joined = scan.is_mark(at + 3, ',') || scan.is_any(at + 3, &[v::AND, v::OR, v::TO]);
    let next = at + 4;
    let follows = || if scan.has(next, MONTH) { month_first(scan, next) } else { day_month(scan, next) };
    let is_fraction = first < second && DENOMINATORS.contains(&second);
    is_joined && !is_fraction && follows().is_some_and(|day| day.low.day.is_some() && day.low.month.is_some())
}

fn calendar_day(year: u32, month: u32, day: u32) -> Option<Day> {
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let is_fine = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_fine.then_some(Day { year: Some(year as i16), month: Some(month as u8), day: Some(day as u8), weekday: None })
}
