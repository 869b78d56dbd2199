//! Whether two dates tell of two occasions: the day of an attack beside the day of a vote, the year of a law beside
//! that of a war.
//!
//! Takes a pair of dates that cannot both hold. Returns whether they are two occasions, or may be.
//! Dates in near copies of one sentence are taken for one whatever they are before.

use std::ops;

use crate::figures::{Figure, Kind, Range};
use crate::findings::pairing::pairs::{self, Pair, Place};
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::words::{Sentence, Story, Word};

/// Likeness of the nearest words, 0 to 1, from which on two dates hardly speak of two occasions.
const NEAR_COPY: f64 = 0.8;

/// Returns whether the two dates of `pair` tell of two occasions: there is nothing to compare.
pub(super) fn are_two(story: &Story, pair: &Pair) -> bool {
    let name_two =
        || is_day_beside_name(story, pair) || is_season_and_month(story, pair) || name_other_things(story, pair);
    is_start_and_time(story, pair)
        || are_of_other_days(story, pair)
        || pair.evidence.slot.tight < NEAR_COPY && name_two()
}

/// How many words from a time of day its day may be.
const DAY_REACH: usize = 5;

/// Whether two times of day are beside days that cannot be one: 10:57 on 11 October, 4 November 02:00.
fn are_of_other_days(story: &Story, pair: &Pair) -> bool {
    let day = |(claim, idx): Place| {
        let figures = &story.articles[claim.article].figures[claim.claim];
        let ranges = &story.sentence(claim).figures;
        let own = ranges.get(idx).filter(|_| figures.get(idx).is_some_and(|figure| figure.kind == Kind::Time))?;
        let gap = |other: &ops::Range<usize>| {
            if other.start >= own.end { other.start - own.end } else { own.start.saturating_sub(other.end) }
        };
        let days = figures.iter().zip(ranges).filter(|(figure, _)| figure.kind == Kind::Date);
        let near = days.map(|(figure, range)| (gap(range), figure)).filter(|(gap, _)| *gap <= DAY_REACH);
        near.min_by_key(|(gap, figure)| (*gap, figure.span)).map(|(_, figure)| figure)
    };
    let words = |id: Place, figure: &Figure| story.articles[id.0.article].words(figure.span);
    day(pair.a)
        .zip(day(pair.b))
        .is_some_and(|(p, q)| values::compare(p, words(pair.a, p), q, words(pair.b, q)) == Match::Apart)
}

/// Returns whether only one of two days is the day of the news, so that they may well be two.
pub(super) fn is_one_news(pair: &Pair) -> bool {
    pair.evidence.slot.tight < NEAR_COPY && pair.evidence.is_day && pair.evidence.n_fresh == 1
}

/// Whether of two days of the news one says when, and the other names what it is before: on Wednesday, the Wednesday
/// session.
fn is_day_beside_name(story: &Story, pair: &Pair) -> bool {
    let is_name = |id: Place| !named(story, id).is_empty();
    pair.evidence.is_day && pair.evidence.n_fresh == 2 && is_name(pair.a) != is_name(pair.b)
}

/// What a date names that is between an article and telling words: the May 3 *march*.
fn named<'a>(story: &'a Story, (claim, idx): Place) -> &'a [Word] {
    let sentence = story.sentence(claim);
    let Some(range) = sentence.figures.get(idx) else { return &[] };
    let is_determined = before(sentence, range)
        .is_some_and(|word| matches!(word.lower.as_str(), "the" | "a" | "an" | "his" | "her" | "their" | "its"));
    if is_determined { pairs::named(sentence, range) } else { &[] }
}

/// The word before a date.
fn before<'a>(sentence: &'a Sentence, date: &ops::Range<usize>) -> Option<&'a Word> {
    sentence.words.get(date.start.checked_sub(1)?)
}

/// Whether one stretch of the calendar is a season and the other none: so rough a time may be meant otherwise.
fn is_season_and_month(story: &Story, pair: &Pair) -> bool {
    let is_season = |figure: &Figure| match figure.quantity.range {
        Range::Date { low: Some(low), high: Some(high) } => low.day.is_none() && low.month != high.month,
        _ => false,
    };
    is_season(story.figure(pair.a)) != is_season(story.figure(pair.b)) && pair.evidence.slot.same_event != Some(true)
}

/// Whether one date says since when the same goes on, and the other names a time after that: taxes paid *since 2007*
/// and *in 2014*.
fn is_start_and_time(story: &Story, pair: &Pair) -> bool {
    let is_start = |(claim, idx): Place| {
        let sentence = story.sentence(claim);
        let before = sentence.figures.get(idx).and_then(|range| before(sentence, range));
        before.is_some_and(|word| word.lower == "since")
    };
    let (start, time) = match (is_start(pair.a), is_start(pair.b)) {
        (true, false) => (pair.a, pair.b),
        (false, true) => (pair.b, pair.a),
        _ => return false,
    };
    let year = |id: Place| match story.figure(id).quantity.range {
        Range::Date { low: Some(low), .. } => low.year,
        _ => None,
    };
    let is_after = matches!((year(start), year(time)), (Some(start), Some(time)) if start < time);
    is_after && pair.evidence.slot.same_event == Some(true)
}

/// Whether both dates name what they are before, and that has no word in common: a 1976 law, the 2001 attacks.
fn name_other_things(story: &Story, pair: &Pair) -> bool {
    let (left, right) = (named(story, pair.a), named(story, pair.b));
    let is_shared = left.iter().any(|word| right.iter().any(|other| other.stem == word.stem));
    !left.is_empty() && !right.is_empty() && !is_shared
}
