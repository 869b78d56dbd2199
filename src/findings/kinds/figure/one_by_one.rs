//! Counts of people that are listed one by one: "two men and a woman", three people.
//!
//! Takes a pair of counts. Returns whether the people that one claim names make the number of the other.

use crate::figures::{Figure, Kind};
use crate::findings::pairing::kin;
use crate::findings::pairing::pairs::{self, Pair};
use crate::findings::reading::words::{Place, Story, Word};

/// The most words between two counts that are counted together: "men", "and", "young".
const BETWEEN: usize = 3;

/// Returns whether the people that the claim of the lesser count names one by one make the greater: three adults and
/// two children, five people.
pub(super) fn add_up(story: &Story, pair: &Pair) -> bool {
    let value = |place: Place| value(story.figure(place));
    let (Some(p), Some(q)) = (value(pair.a), value(pair.b)) else { return false };
    let (few, many) = if p < q { (pair.a, q) } else { (pair.b, p) };
    let terms = terms(story, few);
    let Some(own) = terms.iter().position(|term| term.idx == Some(few.1)) else { return false };
    let joins = |pair: &[Term]| pair[1].start.saturating_sub(pair[0].end) <= BETWEEN;
    let first = (0..own).rev().take_while(|&at| joins(&terms[at..at + 2])).last().unwrap_or(own);
    let last = (own..terms.len() - 1).take_while(|&at| joins(&terms[at..at + 2])).last().map_or(own, |at| at + 1);
    last > first && terms[first..=last].iter().map(|term| term.n).sum::<f64>() == many
}

/// People who are counted, or one person.
struct Term {
    n: f64,
    start: usize,
    end: usize,
    /// The figure, where it is one.
    idx: Option<usize>,
}

/// The counts of people in the claim of `place`, in reading order.
fn terms(story: &Story, place: Place) -> Vec<Term> {
    let sentence = story.sentence(place.0);
    let figures = &story.articles[place.0.article].figures[place.0.claim];
    let counts = figures.iter().enumerate().filter_map(|(idx, figure)| {
        let is_of_people = || pairs::head(story, (place.0, idx)).is_some_and(|head| pairs::is_person(&head.lower));
        let range = sentence.figures.get(idx)?;
        let n = value(figure).filter(|_| is_of_people() && !kin::counts_kin(sentence, idx))?;
        Some(Term { n, start: range.start, end: range.end, idx: Some(idx) })
    });
    let singles = sentence
        .words
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| is_single(pair).then_some(Term { n: 1.0, start: at, end: at + 1, idx: None }));
    let mut terms: Vec<Term> = counts.chain(singles).collect();
    terms.sort_by_key(|term| term.start);
    terms
}

/// "A woman", "an officer".
fn is_single(pair: &[Word]) -> bool {
    let is_one = matches!(pair[0].lower.as_str(), "a" | "an") && !pair[0].is_figure;
    let noun = pair[1].lower.as_str();
    // Most nouns of the list are plurals.
    let is_person = || pairs::is_person(noun) || pairs::is_person(&format!("{noun}s")) || kin::is_kin(noun);
    is_one && !pair[1].is_figure && is_person()
}

fn value(figure: &Figure) -> Option<f64> {
    let is_count = figure.kind == Kind::Count && figure.quantity.is_exact();
    figure.quantity.in_base_unit().and_then(|(low, _)| low).filter(|_| is_count)
}
