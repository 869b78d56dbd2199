//! How near two values lie, and how alike they are printed.
//!
//! Two figures with nearly the same value are more often one fact than any two: a slip, a rounded or a later number.
//! Dates count by days and years apart, numbers by their difference and their share.

use super::around::Around;
use crate::figures::{Day, Range};
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::words::Story;

/// What is measured where a measure does not apply.
const NONE: f32 = -1.0;
/// Years further apart count as so many.
const MOST_YEARS: f32 = 30.0;
/// Days further apart count as so many.
const MOST_DAYS: f32 = 400.0;
/// Numbers further apart count as so far.
const MOST_APART: f64 = 1e6;

/// Years apart, days apart, fields of the calendar that are the same and that are not; difference, share of the greater
/// number, same first digit; likeness as printed, both in digits or both in words, and how the values stand as a number
/// of [`Match`].
pub(super) fn measure(story: &Story, x: &Around, y: &Around) -> [f32; 10] {
    let [years, days, same_fields, other_fields] = dates(x, y);
    let [apart, share, same_digit] = numbers(x, y);
    let printed = |one: &Around| story.articles[one.claim.article].words(one.figure.span).to_owned();
    let (p, q) = (printed(x), printed(y));
    let likeness = similar::TextDiff::from_chars(p.to_lowercase().as_str(), q.to_lowercase().as_str()).ratio();
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let same_style = f32::from(u8::from(has_digit(&p) == has_digit(&q)));
    let stand = match values::compare(x.figure, &p, y.figure, &q) {
        Match::Same => 0.0,
        // Near enough to be meant for one number, whatever can be said of it.
        Match::Rounded | Match::Stretched => 1.0,
        Match::Admits => 2.0,
        Match::CutShort => 3.0,
        Match::Near => 4.0,
        Match::Apart => 5.0,
        Match::Unlike => 6.0,
    };
    [years, days, same_fields, other_fields, apart, share, same_digit, likeness, same_style, stand]
}

fn dates(x: &Around, y: &Around) -> [f32; 4] {
    let (Some(a), Some(b)) = (first_day(x), first_day(y)) else { return [NONE; 4] };
    let years = a.year.zip(b.year).map_or(NONE, |(p, q)| f32::from(p.abs_diff(q)).min(MOST_YEARS));
    let days = a.civil().zip(b.civil()).map_or(NONE, |(p, q)| {
        p.until(q).map_or(MOST_DAYS, |gap| (gap.get_days().unsigned_abs() as f32).min(MOST_DAYS))
    });
    let small = |field: Option<u8>| field.map(i32::from);
    let fields = |day: Day| [day.year.map(i32::from), small(day.month), small(day.day), small(day.weekday)];
    let both = fields(a).into_iter().zip(fields(b)).filter_map(|(p, q)| p.zip(q));
    let n_same = both.clone().filter(|(p, q)| p == q).count();
    [years, days, n_same as f32, (both.count() - n_same) as f32]
}

fn first_day(one: &Around) -> Option<Day> {
    match one.figure.quantity.range {
        Range::Date { low, high } => low.or(high),
        Range::Number { .. } | Range::Time { .. } => None,
    }
}

fn numbers(x: &Around, y: &Around) -> [f32; 3] {
    let value = |one: &Around| match one.figure.quantity.range {
        Range::Number { low, high } => low.or(high),
        Range::Date { .. } | Range::Time { .. } => None,
    };
    let (Some(p), Some(q)) = (value(x), value(y)) else { return [NONE; 3] };
    let apart = (p - q).abs();
    let share = apart / p.abs().max(q.abs()).max(f64::MIN_POSITIVE);
    let digit = |value: f64| value.abs().to_string().chars().next();
    [apart.min(MOST_APART) as f32, share as f32, f32::from(u8::from(digit(p) == digit(q)))]
}
