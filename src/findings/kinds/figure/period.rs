//! For when a figure holds: the year or longer stretch of the calendar that its claim names.
//!
//! Takes a pair of figures that are no dates. Returns their periods, where they are not one: taxes paid *in 2014* and
//! *from 2007 through 2014*. Two years joined by "to" and the like are one period.

use crate::figures::{Figure, Kind, Range};
use crate::findings::pairing::pairs::{Pair, Place};
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::words::{Sentence, Story};
use crate::text::Span;

/// How many words away a date still says when a figure holds; a date further off counts only where the claim has no
/// other.
const REACH: usize = 8;
/// The most words between the two ends of a period.
const JOINT: usize = 3;

struct Period<'a> {
    first: &'a Figure,
    last: &'a Figure,
}

impl Period<'_> {
    fn span(&self) -> Span {
        self.first.span.cover(self.last.span)
    }

    fn is_joined(&self) -> bool {
        self.first.span != self.last.span
    }
}

/// Returns the periods of the two figures where they differ, as printed.
pub(super) fn other_period(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let (p, q) = (period(story, pair.a)?, period(story, pair.b)?);
    let (article_a, article_b) = (story.articles[pair.a.0.article], story.articles[pair.b.0.article]);
    let (p_words, q_words) = (article_a.words(p.span()), article_b.words(q.span()));
    let matches = |x: &Figure, y: &Figure| values::compare(x, article_a.words(x.span), y, article_b.words(y.span));
    let is_other = if p.is_joined() || q.is_joined() {
        [(p.first, q.first), (p.last, q.last)].iter().any(|(x, y)| matches(x, y) == Match::Apart)
    } else {
        // A year and the years around it are two periods as well.
        matches!(matches(p.first, q.first), Match::Apart | Match::Admits)
    };
    is_other.then(|| (p_words.to_owned(), q_words.to_owned()))
}

/// Words for a time before the news.
const PAST_UNITS: [&str; 8] = ["year", "years", "month", "months", "season", "decade", "decades", "summer"];

/// Returns whether the claims of two figures tell of two times: one names a year, a month or a time long past which the
/// other does not.
pub(in crate::findings) fn are_two_times(story: &Story, a: Place, b: Place) -> bool {
    let (x, y) = (anchors(story, a), anchors(story, b));
    x != y && (!x.is_empty() || !y.is_empty())
}

/// The years, months and words for a past time in the claim of a figure, sorted.
fn anchors(story: &Story, place: Place) -> Vec<String> {
    let analysis = story.articles[place.0.article];
    let figures = analysis.figures[place.0.claim].iter().enumerate();
    let is_stretch = |figure: &Figure| match figure.quantity.range {
        Range::Date { low: Some(low), .. } => low.day.is_none() && low.weekday.is_none(),
        _ => false,
    };
    let dates = figures.filter(|(idx, figure)| *idx != place.1 && figure.kind == Kind::Date && is_stretch(figure));
    let mut found: Vec<String> = dates.map(|(_, figure)| analysis.words(figure.span).to_lowercase()).collect();
    for pair in story.sentence(place.0).words.windows(2) {
        let (first, second) = (pair[0].lower.as_str(), pair[1].lower.as_str());
        let is_past = first == "last" && PAST_UNITS.contains(&second)
            || PAST_UNITS.contains(&first) && matches!(second, "ago" | "earlier" | "before");
        if is_past {
            found.push(format!("{first} {second}"));
        }
    }
    found.sort_unstable();
    found
}

/// The period nearest to a figure in its claim.
fn period<'a>(story: &'a Story, id: Place) -> Option<Period<'a>> {
    let sentence = story.sentence(id.0);
    let own = sentence.figures.get(id.1)?;
    let figures = &story.articles[id.0.article].figures[id.0.claim];
    let dates: Vec<usize> = (0..figures.len()).filter(|&idx| is_period(&figures[idx])).collect();
    let mut periods: Vec<(usize, Period)> = Vec::new();
    let mut rest = dates.as_slice();
    while let [first, after @ ..] = rest {
        let last = after.first().filter(|last| are_ends(sentence, *first, **last));
        rest = if last.is_some() { &after[1..] } else { after };
        let last = last.unwrap_or(first);
        let (Some(start), Some(end)) = (sentence.figures.get(*first), sentence.figures.get(*last)) else { continue };
        let gap = if start.start >= own.end { start.start - own.end } else { own.start.saturating_sub(end.end) };
        periods.push((gap, Period { first: &figures[*first], last: &figures[*last] }));
    }
    let is_only = periods.len() == 1;
    periods
        .into_iter()
        .filter(|(gap, _)| *gap <= REACH || is_only)
        .min_by_key(|(gap, period)| (*gap, period.span()))
        .map(|(_, period)| period)
}

/// Whether two dates are the ends of one period: from 2007 through 2014.
fn are_ends(sentence: &Sentence, first: usize, last: usize) -> bool {
    let (Some(p), Some(q)) = (sentence.figures.get(first), sentence.figures.get(last)) else { return false };
    let between = sentence.words.get(p.end..q.start).unwrap_or_default();
    let joins = |word: &str| matches!(word, "to" | "through" | "until" | "till" | "and");
    first + 1 == last && between.len() <= JOINT && (between.is_empty() || between.iter().any(|word| joins(&word.lower)))
}

fn is_period(figure: &Figure) -> bool {
    figure.kind == Kind::Date
        && matches!(&figure.quantity.range, Range::Date { low: Some(low), .. } if low.day.is_none() && low.weekday.is_none() && low.year.is_some())
}
