//! What is measured of a figure by itself, once for all its pairs.

use rustc_hash::FxHashMap;

use super::around::Around;
use super::comparable::comparable;
use crate::article::BlockKind;
use crate::figures::{Kind, Range};
use crate::findings::pairing::pairs;
use crate::findings::quantity::values;
use crate::findings::reading::words::Story;

/// What is known of a figure alone.
pub(super) struct Alone {
    /// How many figures of its claim could stand for it, itself among them.
    pub(super) n_like_in_claim: f32,
    /// The same of its article, as a natural logarithm.
    pub(super) n_like_in_article: f32,
    /// Where its claim stands in the article, 0 to 1.
    pub(super) position: f32,
    /// Whether it stands in the headline, or in the first claim.
    pub(super) is_headline: bool,
    /// Whether it stands between quotation marks.
    pub(super) is_quoted: bool,
    /// How finely a date is printed: 1 a day, 2 a month, 3 a year, 4 a longer stretch; 0 what is no date.
    pub(super) grain: f32,
    /// Its value as a power of ten, in base units; shares as parts of 1. None for dates, and for nothing.
    pub(super) log_value: Option<f32>,
    /// Whether it counts people.
    pub(super) is_of_people: bool,
}

/// Measures all figures of a story, in the order of `all`.
pub(super) fn alone(story: &Story, all: &[Around]) -> Vec<Alone> {
    let mut of_article: FxHashMap<usize, Vec<&Around>> = FxHashMap::default();
    for one in all {
        of_article.entry(one.claim.article).or_default().push(one);
    }
    all.iter().map(|one| measure(story, one, &of_article[&one.claim.article])).collect()
}

fn measure(story: &Story, one: &Around, of_article: &[&Around]) -> Alone {
    let analysis = story.articles[one.claim.article];
    let claim = &analysis.claims[one.claim.claim];
    let like = of_article.iter().filter(|other| comparable(one.figure, other.figure));
    Alone {
        n_like_in_claim: like.clone().filter(|other| other.claim == one.claim).count() as f32,
        n_like_in_article: (like.count() as f32).ln(),
        position: one.claim.claim as f32 / analysis.claims.len().max(1) as f32,
        is_headline: claim.block != BlockKind::Paragraph || one.claim.claim == 0,
        is_quoted: claim.quotes.iter().any(|quote| quote.overlaps(one.figure.span)),
        grain: grain(&one.figure.quantity.range),
        log_value: log_value(one),
        is_of_people: pairs::head(story, (one.claim, one.idx)).is_some_and(|head| pairs::is_person(&head.lower)),
    }
}

fn log_value(one: &Around) -> Option<f32> {
    if one.figure.kind == Kind::Date {
        return None;
    }
    let (low, high) = one.figure.quantity.in_base_unit()?;
    let value = values::share(one.figure).unwrap_or((low.or(high)? + high.or(low)?) / 2.0);
    (value > 0.0).then(|| value.log10() as f32)
}

fn grain(range: &Range) -> f32 {
    let Range::Date { low, high } = range else { return 0.0 };
    match low.or(*high) {
        Some(_) if low != high => 4.0,
        Some(day) if day.day.is_some() || day.weekday.is_some() => 1.0,
        Some(day) if day.month.is_some() => 2.0,
        _ => 3.0,
    }
}
