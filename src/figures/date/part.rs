//! Parts of days and months: "Sunday morning", "late Tuesday", "last night", "the weekend", "early July", "the end of
//! May".
//!
//! Comes in: a date, or a place among the tokens. Goes out: the date as far as the words around it narrow it.

use jiff::ToSpan;

use super::near::day_of;
use super::tense::{Look, look};
use super::{Found, one};
use crate::figures::scan::Scan;
use crate::figures::vocabulary as v;
use crate::figures::{Day, PartOfDay};

/// The last day of each month; February with its longest.
const LAST_DAYS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// The days up to this one are early in a month.
const EARLY_UNTIL: u8 = 10;
/// The days from this one on are late in a month; those between are its middle.
const LATE_FROM: u8 = 21;

/// Returns `found` with the words beside it that narrow it: "morning" behind a day, "late" before one, "the end of"
/// before a month.
pub(in crate::figures) fn narrowed(scan: &Scan<'_>, found: Found) -> (Found, Option<PartOfDay>) {
    let day = found.low;
    if found.low != found.high {
        return (found, None);
    }
    let is_day = day.day.is_some() || day.weekday.is_some();
    if !is_day {
        return (part_of_month(scan, found).unwrap_or(found), None);
    }
    if scan.code(found.end.wrapping_sub(1)) == v::TONIGHT {
        return (found, Some(PartOfDay::Night));
    }
    if let Some(part) = part(scan.code(found.end)) {
        return (Found { end: found.end + 1, ..found }, Some(part));
    }
    match scan.before(found.first, 1).code {
        v::EARLY => (Found { first: found.first - 1, ..found }, Some(PartOfDay::Early)),
        v::LATE => (Found { first: found.first - 1, ..found }, Some(PartOfDay::Late)),
        _ => (found, None),
    }
}

/// "This morning", "last night": the part of the day of publication or of the day before, at `at`.
pub(in crate::figures) fn part_of_today(scan: &Scan<'_>, at: usize) -> Option<(Found, PartOfDay)> {
    let published = scan.context.published?;
    let part = part(scan.code(at + 1))?;
    let days = match (scan.code(at), part) {
        (v::THIS, PartOfDay::Morning | PartOfDay::Afternoon | PartOfDay::Evening) => 0,
        (v::LAST, PartOfDay::Night | PartOfDay::Evening) => -1,
        _ => return None,
    };
    let date = published.checked_add(days.days()).ok()?;
    Some((one(at, at + 2, day_of(date)), part))
}

/// "The weekend", "this weekend", "last weekend", with the word at `at`: Saturday and Sunday.
pub(super) fn weekend(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let published = scan.context.published?;
    let before = scan.before(at, 1).code;
    let first = if [v::THE, v::THIS, v::LAST, v::NEXT].contains(&before) { at - 1 } else { at };
    // Days since the Saturday that a week is counted from here.
    let since = (i64::from(published.weekday().to_monday_zero_offset()) + 2) % 7;
    let is_on = since < 2;
    let days = match before {
        v::LAST if is_on => -since - 7,
        v::NEXT => 7 - since,
        v::LAST => -since,
        _ if !is_on && look(scan, first, at + 1) == Some(Look::Ahead) => 7 - since,
        _ => -since,
    };
    let saturday = published.checked_add(days.days()).ok()?;
    let sunday = saturday.checked_add(1.days()).ok()?;
    Some(Found { first, end: at + 1, low: day_of(saturday), high: day_of(sunday) })
}

fn part(code: u32) -> Option<PartOfDay> {
    match code {
        v::MORNING => Some(PartOfDay::Morning),
        v::AFTERNOON => Some(PartOfDay::Afternoon),
        v::EVENING => Some(PartOfDay::Evening),
        v::NIGHT => Some(PartOfDay::Night),
        _ => None,
    }
}

/// "Early July", "mid-February", "the end of May": the days of the month that are meant.
fn part_of_month(scan: &Scan<'_>, found: Found) -> Option<Found> {
    let month = found.low.month?;
    let last = LAST_DAYS[usize::from(month.checked_sub(1)?).min(11)];
    let is_joined = scan.is_hyphen(found.first.wrapping_sub(1));
    let (first, low, high) = match scan.before(found.first, if is_joined { 2 } else { 1 }).code {
        v::EARLY => (1, 1, EARLY_UNTIL),
        v::MID => (1, EARLY_UNTIL, LATE_FROM - 1),
        v::LATE => (1, LATE_FROM, last),
        v::OF if !is_joined => match scan.before(found.first, 2).code {
            v::END => (2, LATE_FROM, last),
            v::BEGINNING | v::START => (2, 1, EARLY_UNTIL),
            v::MIDDLE => (2, EARLY_UNTIL, LATE_FROM - 1),
            _ => return None,
        },
        _ => return None,
    };
    let first = found.first - first - usize::from(is_joined);
    let day = |day| Day { day: Some(day), ..found.low };
    Some(Found { first, low: day(low), high: day(high), ..found })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::figures::{Context, Kind, Range, find};

    /// The dates in `text`, published on Wednesday, 13 June 2018: what was printed, from when to when, and the part of
    /// the day.
    fn dates(text: &str) -> Vec<(&str, String, Option<PartOfDay>)> {
        let context = Context { published: Some(date(2018, 6, 13)), ..Context::default() };
        let day = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let found = find(text, context).into_iter().filter(|figure| figure.kind == Kind::Date);
        found
            .map(|figure| {
                let Range::Date { low, high } = figure.quantity.range else { unreachable!("it is a date") };
                let days = if low == high { day(low) } else { format!("{} {}", day(low), day(high)) };
                (figure.span.of(text), days, figure.quantity.part)
            })
            .collect()
    }

    #[test]
    fn a_word_behind_a_day_narrows_it() {
        assert_eq!(
            dates("The bridge fell on Sunday morning."),
            [("Sunday morning", "2018-06-10".to_owned(), Some(PartOfDay::Morning))]
        );
        assert_eq!(
            dates("It was shut on June 4 and late Tuesday."),
            [
                ("June 4", "2018-06-04".to_owned(), None),
                ("late Tuesday", "2018-06-12".to_owned(), Some(PartOfDay::Late))
            ]
        );
    }

    #[test]
    fn parts_of_today_and_yesterday_are_read() {
        assert_eq!(dates("It fell last night."), [("last night", "2018-06-12".to_owned(), Some(PartOfDay::Night))]);
        assert_eq!(
            dates("It fell this morning."),
            [("this morning", "2018-06-13".to_owned(), Some(PartOfDay::Morning))]
        );
        assert_eq!(dates("It falls tonight."), [("tonight", "2018-06-13".to_owned(), Some(PartOfDay::Night))]);
        assert_eq!(dates("It fell on the last morning of the fair."), []);
    }

    #[test]
    fn the_weekend_is_two_days() {
        assert_eq!(
            dates("Crews worked over the weekend."),
            [("the weekend", "2018-06-09 2018-06-10".to_owned(), None)]
        );
        assert_eq!(
            dates("The fair will open this weekend."),
            [("this weekend", "2018-06-16 2018-06-17".to_owned(), None)]
        );
        assert_eq!(
            dates("The fair opened last weekend."),
            [("last weekend", "2018-06-09 2018-06-10".to_owned(), None)]
        );
        assert_eq!(dates("The fair opens next weekend."), [("next weekend", "2018-06-16 2018-06-17".to_owned(), None)]);
    }

    #[test]
    fn parts_of_a_month_are_days() {
        assert_eq!(dates("It fell in early May 2017."), [("early May 2017", "2017-05-01 2017-05-10".to_owned(), None)]);
        assert_eq!(dates("It opened in mid-February."), [("mid-February", "2018-02-10 2018-02-20".to_owned(), None)]);
        assert_eq!(
            dates("It was built by the end of April 2016."),
            [("end of April 2016", "2016-04-21 2016-04-30".to_owned(), None)]
        );
    }
}
