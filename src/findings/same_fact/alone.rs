//! What is measured of a figure by itself, once for all its pairs.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::around::Around;
use super::bearer;
use super::comparable::comparable;
use super::deed;
use crate::article::BlockKind;
use crate::figures::{Kind, Quantity, Range};
use crate::findings::pairing::pairs;
use crate::findings::quantity::values;
use crate::findings::reading::words::{Stem, Story};
use crate::findings::reading::{rest, slot};

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
    /// The stem of what was done to whom or what it counts.
    pub(super) deed: Option<Stem>,
    /// Whether that is an event of the news.
    pub(super) is_event: bool,
    /// The stem of what happened then, of a date or a length of time.
    pub(super) happened: Option<Stem>,
    /// The stem of the name of the person whose age it is.
    pub(super) bearer: Option<Stem>,
    /// Whether its sentence names a year before the story's.
    pub(super) is_of_the_past: bool,
    /// Whether it adds to another count: another four, 70 others.
    pub(super) is_further: bool,
    /// The stem of the noun it counts.
    pub(super) noun: Option<Stem>,
    /// How many values its article gives for that noun; 0 without one.
    pub(super) n_values_of_noun: f32,
    /// The share of the articles that count that noun.
    pub(super) share_of_articles: f32,
}

/// Measures all figures of a story, in the order of `all`.
pub(super) fn alone(story: &Story, all: &[Around]) -> Vec<Alone> {
    let mut of_article: FxHashMap<usize, Vec<&Around>> = FxHashMap::default();
    for one in all {
        of_article.entry(one.claim.article).or_default().push(one);
    }
    let mut of_noun: FxHashMap<Stem, BTreeMap<usize, Vec<&Quantity>>> = FxHashMap::default();
    for one in all {
        if let Some(noun) = noun(one) {
            let values = of_noun.entry(noun).or_default().entry(one.claim.article).or_default();
            if !values.contains(&&one.figure.quantity) {
                values.push(&one.figure.quantity);
            }
        }
    }
    let year = year_of(story);
    let alone = |one: &Around| {
        let mut alone = measure(story, one, year, &of_article[&one.claim.article]);
        if let Some(by_article) = alone.noun.and_then(|noun| of_noun.get(&noun)) {
            alone.n_values_of_noun = by_article[&one.claim.article].len() as f32;
            alone.share_of_articles = by_article.len() as f32 / story.articles.len() as f32;
        }
        alone
    };
    all.iter().map(alone).collect()
}

/// The stem of the noun that a figure counts.
fn noun(one: &Around) -> Option<Stem> {
    one.head.and_then(|at| one.sentence.words.get(at)).map(|word| word.stem)
}

/// The years that a date names, the earliest and the latest.
fn years(range: &Range) -> Option<(i16, i16)> {
    let Range::Date { low, high } = range else { return None };
    let (low, high) = (low.or(*high)?.year?, high.or(*low)?.year?);
    Some((low, high))
}

/// The year of a story: that of its latest report, or else the latest it names.
fn year_of(story: &Story) -> Option<i16> {
    let published =
        story.articles.iter().filter_map(|article| article.article.details.published).map(|day| day.date.year());
    let named = || {
        let figures = story.articles.iter().flat_map(|article| article.figures.iter().flatten());
        figures.filter_map(|figure| years(&figure.quantity.range)).map(|(_, latest)| latest).max()
    };
    published.max().or_else(named)
}

/// Whether the sentence of a figure names a year before that of the story.
fn names_earlier_year(story: &Story, one: &Around, year: Option<i16>) -> bool {
    let figures = &story.articles[one.claim.article].figures[one.claim.claim];
    let mut named = figures.iter().filter_map(|figure| years(&figure.quantity.range));
    year.is_some_and(|year| named.any(|(_, latest)| latest < year))
}

fn measure(story: &Story, one: &Around, year: Option<i16>, of_article: &[&Around]) -> Alone {
    let analysis = story.articles[one.claim.article];
    let claim = &analysis.claims[one.claim.claim];
    let is_time = matches!(one.figure.kind, Kind::Date | Kind::Duration);
    let deed = if is_time { None } else { deed::counted(one.sentence, &one.range, one.head) };
    let like = of_article.iter().filter(|other| comparable(one.figure, other.figure));
    Alone {
        n_like_in_claim: like.clone().filter(|other| other.claim == one.claim).count() as f32,
        n_like_in_article: (like.count() as f32).ln(),
        position: one.claim.claim.0 as f32 / analysis.claims.len().max(1) as f32,
        is_headline: claim.block != BlockKind::Paragraph || one.claim.claim.0 == 0,
        is_quoted: claim.quotes.iter().any(|quote| quote.overlaps(one.figure.span)),
        grain: grain(&one.figure.quantity.range),
        log_value: log_value(one),
        is_of_people: pairs::head(story, (one.claim, one.idx)).is_some_and(|head| pairs::is_person(&head.lower)),
        deed: deed.map(|word| word.stem),
        is_event: deed.is_some_and(slot::is_event),
        happened: is_time.then(|| deed::dated(one.sentence, &one.range)).flatten().map(|word| word.stem),
        bearer: match one.figure.kind {
            Kind::Age => bearer::of_age(one.sentence, &one.range),
            Kind::Score => bearer::of_record(one.sentence, &one.range, &analysis.article.text),
            _ => None,
        }
        .map(|word| word.stem),
        is_of_the_past: one.figure.kind != Kind::Date && names_earlier_year(story, one, year),
        is_further: one.figure.is_increment || rest::is_rest(story, (one.claim, one.idx)),
        noun: noun(one),
        n_values_of_noun: 0.0,
        share_of_articles: 0.0,
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
