//! What the calendar contradicts: a weekday that the date does not fall on, an age that the year of birth does not
//! give.
//!
//! Takes the story. Returns [`Finding`]s on one place, and [`Difference`]s between an age and a birth of the same name,
//! in one article or in two. An age is counted on the day the article appeared; where only the year of birth is known,
//! both possible ages are right. Nothing is said where the article's date is unknown.

use jiff::civil::{Date, Weekday};

use crate::alignment::{Certainty, ClaimId};
use crate::figures::{Day, Figure, Kind, Range};
use crate::findings::difference::{Difference, Place, met};
use crate::findings::reading::words::{Stem, Story};
use crate::findings::{Condition, Finding, FindingKind, Mention, Relation};

/// How many words before a birth date are searched for "born".
const BORN_REACH: usize = 4;
/// How many words before an age or a birth are searched for the name.
const NAME_REACH: usize = 8;
/// A date without a year further than this from the article's own is not checked: its year was only guessed.
const NEAR_DAYS: i32 = 180;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Returns the weekdays that are beside a date they do not belong to.
pub(in crate::findings) fn weekdays(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        let published = analysis.article.details.published.map(|published| published.date);
        for (claim, figures) in analysis.figures.iter().enumerate() {
            for figure in figures.iter().filter(|figure| figure.kind == Kind::Date) {
                let printed = analysis.words(figure.span);
                let Some((date, named)) = named_weekday(figure, printed, published) else { continue };
                if date.weekday() != named {
                    let id = ClaimId::at(article, claim);
                    let mention = Mention::of_figure(id, figure, 0);
                    findings.push(Finding {
                        id: String::new(),
                        kind: FindingKind::Date,
                        relation: Relation::Conflict,
                        certainty: Certainty::Medium,
                        what: printed.to_owned(),
                        row: None,
                        mentions: vec![mention],
                        why: vec![
                            met(Condition::OneArticle),
                            met(Condition::FallsOn(date.weekday().to_monday_one_offset())),
                        ],
                    });
                }
            }
        }
    }
    findings
}

/// The date of a figure and the weekday printed with it.
fn named_weekday(figure: &Figure, printed: &str, published: Option<Date>) -> Option<(Date, Weekday)> {
    let Range::Date { low: Some(low), high } = figure.quantity.range else { return None };
    if high != Some(low) || !printed.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let date = low.civil()?;
    let lower = printed.to_lowercase();
    let (_, named) = WEEKDAYS.iter().find(|(name, _)| lower.starts_with(name))?;
    let has_year = low.year.is_some_and(|year| printed.contains(&year.to_string()));
    let is_near = published.is_some_and(|published| (date - published).get_days().abs() <= NEAR_DAYS);
    (has_year || is_near).then_some((date, *named))
}

/// An age or a birth, and whose.
struct Person<T> {
    name: Stem,
    claim: ClaimId,
    figure: usize,
    value: T,
}

/// Returns the ages that births of the same name contradict.
pub(in crate::findings) fn ages(story: &Story) -> Vec<Difference> {
    let (mut ages, mut births) = (Vec::new(), Vec::new());
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate() {
            for (idx, figure) in figures.iter().enumerate() {
                let id = ClaimId::at(article, claim);
                let Some(name) = name_before(story, id, idx) else { continue };
                match &figure.quantity.range {
                    Range::Number { low: Some(low), high } if figure.kind == Kind::Age && *high == Some(*low) => {
                        ages.push(Person { name, claim: id, figure: idx, value: *low });
                    }
                    Range::Date { low: Some(low), .. } if figure.kind == Kind::Date && is_birth(story, id, idx) => {
                        births.push(Person { name, claim: id, figure: idx, value: *low });
                    }
                    _ => {}
                }
            }
        }
    }
    let mut differences = Vec::new();
    for age in &ages {
        for birth in births.iter().filter(|birth| birth.name == age.name) {
            differences.extend(contradiction(story, age, birth));
        }
    }
    differences
}

fn contradiction(story: &Story, age: &Person<f64>, birth: &Person<Day>) -> Option<Difference> {
    let published = story.articles[age.claim.article].article.details.published?.date;
    let year = birth.value.year?;
    let most = f64::from(published.year() - year);
    let had_birthday =
        birth.value.civil().map(|born| (published.month(), published.day()) >= (born.month(), born.day()));
    let is_right = match had_birthday {
        Some(true) => age.value == most,
        Some(false) => age.value == most - 1.0,
        None => age.value == most || age.value == most - 1.0,
    };
    if is_right || most <= 0.0 {
        return None;
    }
    let place = |claim: ClaimId, idx: usize| {
        let figure = &story.articles[claim.article].figures[claim.claim][idx];
        Place { claim, span: figure.span, quantity: Some(figure.quantity.clone()), key: String::new() }
    };
    let mut places = [place(age.claim, age.figure), place(birth.claim, birth.figure)];
    places.sort_by_key(|place| (place.claim, place.span));
    let name = name_word(story, age.claim, age.figure).unwrap_or_default();
    Some(Difference {
        kind: FindingKind::Figure,
        relation: Relation::Conflict,
        certainty: Certainty::Medium,
        what: name,
        is_noun: true,
        places,
        why: vec![met(Condition::AgeFromBirth { born: year, published: published.year() })],
        strength: 1.0,
    })
}

fn is_birth(story: &Story, id: ClaimId, idx: usize) -> bool {
    let sentence = story.sentence(id);
    let Some(range) = sentence.figures.get(idx) else { return false };
    let start = range.start.min(sentence.words.len());
    sentence.words[start.saturating_sub(BORN_REACH)..start].iter().any(|word| word.lower == "born")
}

/// The last name before a figure, by its stem.
fn name_before(story: &Story, id: ClaimId, idx: usize) -> Option<Stem> {
    name_at(story, id, idx).map(|at| story.sentence(id).words[at].stem)
}

fn name_word(story: &Story, id: ClaimId, idx: usize) -> Option<String> {
    let at = name_at(story, id, idx)?;
    Some(story.articles[id.article].words(story.sentence(id).words[at].span).to_owned())
}

fn name_at(story: &Story, id: ClaimId, idx: usize) -> Option<usize> {
    let sentence = story.sentence(id);
    let start = sentence.figures.get(idx)?.start.min(sentence.words.len());
    (start.saturating_sub(NAME_REACH)..start).rev().find(|&at| {
        let word = &sentence.words[at];
        word.is_capital && word.is_content && !word.is_figure && word.lower.len() > 2
    })
}
