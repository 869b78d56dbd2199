//! Whether two dates or times of day can be the same.
//!
//! Takes dates as printed. Returns a [`Match`]. They are compared field by field, as precise as both are; a weekday is
//! worked out where the day is known.

use super::outcome::Match;
use crate::figures::Day;

/// First and last day; none where it is open.
pub(in crate::findings) type Days = (Option<Day>, Option<Day>);

pub(in crate::findings) fn dates(a: Days, b: Days) -> Match {
    let (a_point, b_point) = (a.0 == a.1, b.0 == b.1);
    match (a.0, a.1, b.0, b.1) {
        (Some(x), _, Some(y), _) if a_point && b_point => days(x, y),
        (Some(al), Some(ah), Some(bl), Some(bh)) => {
            if a_point || b_point {
                let (point, low, high) = if a_point { (al, bl, bh) } else { (bl, al, ah) };
                return if day_within(point, low, high) { Match::Admits } else { Match::Apart };
            }
            match (days(al, bl), days(ah, bh)) {
                (Match::Same, Match::Same) => Match::Same,
                (Match::Same | Match::Rounded, Match::Same | Match::Rounded) => Match::Rounded,
                _ => Match::Apart,
            }
        }
        (al, ah, bl, bh) => {
            // Open at an end: since 2010, until June.
            let ends = |x: Option<Day>, y: Option<Day>| match (x, y) {
                (Some(x), Some(y)) => days(x, y),
                (None, None) => Match::Same,
                _ => Match::Admits,
            };
            match (ends(al, bl), ends(ah, bh)) {
                (Match::Apart, _) | (_, Match::Apart) => Match::Near,
                (Match::Same, Match::Same) => Match::Same,
                _ => Match::Admits,
            }
        }
    }
}

/// Returns whether two dates are printed equally finely: two days, two months, two years; a week goes with a month.
pub(super) fn one_grain(a: Days, b: Days) -> bool {
    let grain = |(low, high): Days| {
        let fine = |day: Day| {
            if day.day.is_some() || day.weekday.is_some() {
                0
            } else if day.month.is_some() {
                2
            } else {
                3
            }
        };
        let finest = low.or(high).map_or(3, fine);
        if finest == 0 && low != high { 1 } else { finest }
    };
    let (x, y) = (grain(a), grain(b));
    x == y || (x.min(y), x.max(y)) == (1, 2)
}

/// Returns whether two single days fall on one day of the week.
pub(super) fn one_weekday(a: Days, b: Days) -> bool {
    let weekday = |days| single(days).and_then(weekday);
    weekday(a).is_some() && weekday(a) == weekday(b)
}

/// Returns whether two single days are one day of the year, whatever the year.
pub(super) fn one_day_of_year(a: Days, b: Days) -> bool {
    let day_of_year = |days| single(days).and_then(|day| day.month.zip(day.day));
    day_of_year(a).is_some() && day_of_year(a) == day_of_year(b)
}

/// The only day of `days`.
fn single((low, high): Days) -> Option<Day> {
    low.filter(|_| low == high)
}

/// Returns whether two stretches of days, each longer than a day, have days in common.
pub(super) fn overlap(a: Days, b: Days) -> bool {
    let stretch = |(low, high): Days| low.zip(high).filter(|(low, high)| low != high);
    stretch(a)
        .zip(stretch(b))
        .is_some_and(|((p, q), (r, s))| day_within(p, r, s) || day_within(q, r, s) || day_within(r, p, q))
}

fn day_within(point: Day, low: Day, high: Day) -> bool {
    let as_far = |x: Day, y: Day| -> std::cmp::Ordering {
        let mut order = std::cmp::Ordering::Equal;
        if let (Some(a), Some(b)) = (x.year, y.year) {
            order = a.cmp(&b);
        }
        if order.is_eq()
            && let (Some(a), Some(b)) = (x.month, y.month)
        {
            order = a.cmp(&b);
        }
        if order.is_eq()
            && let (Some(a), Some(b)) = (x.day, y.day)
        {
            order = a.cmp(&b);
        }
        order
    };
    as_far(point, low).is_ge() && as_far(point, high).is_le()
}

/// Two days or months or years, each as precise as printed.
fn days(a: Day, b: Day) -> Match {
    let differ = |x: Option<i32>, y: Option<i32>| matches!((x, y), (Some(x), Some(y)) if x != y);
    let year = |day: Day| day.year.map(i32::from);
    let small = |field: Option<u8>| field.map(i32::from);
    if differ(year(a), year(b)) || differ(small(a.month), small(b.month)) || differ(small(a.day), small(b.day)) {
        return Match::Apart;
    }
    if differ(small(weekday(a)), small(weekday(b))) {
        return Match::Apart;
    }
    let fields = |day: Day| (day.month.is_some(), day.day.is_some() || day.weekday.is_some());
    let shares_a_field = (a.year.is_some() && b.year.is_some())
        || (a.month.is_some() && b.month.is_some())
        || (weekday(a).is_some() && weekday(b).is_some());
    if !shares_a_field {
        return Match::Unlike;
    }
    if fields(a) == fields(b) || (weekday(a).is_some() && weekday(a) == weekday(b)) {
        Match::Same
    } else {
        Match::Rounded
    }
}

/// The day of the week, as printed or worked out from a full date.
fn weekday(day: Day) -> Option<u8> {
    if let (Some(year), Some(month), Some(date)) = (day.year, day.month, day.day) {
        let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()?;
        return u8::try_from(date.weekday().to_monday_one_offset()).ok();
    }
    day.weekday
}

/// The most minutes between two times of day that are one where one of them is printed to the hour.
const ROUNDED_MINUTES: u16 = 15;

pub(super) fn times(a: (Option<u16>, Option<u16>), b: (Option<u16>, Option<u16>)) -> Match {
    match (a, b) {
        ((Some(x), Some(y)), (Some(z), Some(w))) if x == y && z == w => {
            let gap = x.abs_diff(z);
            let on_the_hour = x % 60 == 0 || z % 60 == 0;
            if gap == 0 {
                Match::Same
            } else if gap <= ROUNDED_MINUTES && on_the_hour {
                Match::Rounded
            } else {
                Match::Apart
            }
        }
        _ => {
            let low = a.0.unwrap_or(0).max(b.0.unwrap_or(0));
            let high = a.1.unwrap_or(u16::MAX).min(b.1.unwrap_or(u16::MAX));
            if a == b {
                Match::Same
            } else if low <= high {
                Match::Admits
            } else {
                Match::Apart
            }
        }
    }
}
