//! Parts that do not add up to their total: "nine people: four men and six women".
//!
//! Takes the figures of one claim. Returns a [`Finding`] with the arithmetic. A total is an exact count; its parts
//! follow in one run, at least two exact counts of other nouns behind a colon, a dash, a comma or a bracket, joined by
//! commas and "and", and nothing else follows. "Including" and "among them" announce a part, not a division, and are
//! left in peace.

use super::conflict;
use crate::alignment::{Certainty, ClaimId};
use crate::figures::{Figure, Kind};
use crate::findings::reading::words::{Sentence, Story};
use crate::findings::{Condition, Finding, Mention};

/// The most words between two parts: the noun, what qualifies it, "and".
const BETWEEN_PARTS: usize = 5;
/// The most words between the total and the first part.
const TO_FIRST_PART: usize = 7;
/// Words that announce a part of a whole rather than all its parts.
const OPEN_LISTS: &[&str] = &[
    "including",
    "among",
    "include",
    "includes",
    "included",
    "such",
    "another",
    "other",
    "others",
    "more",
    "like",
    "least",
    "of",
    "than",
    "from",
    "to",
    "aged",
    "per",
    "or",
    "who",
];

/// Returns where the parts of a claim do not make its total.
pub(in crate::findings) fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate().filter(|(_, figures)| figures.len() >= 3) {
            findings.extend(one_claim(story, ClaimId::at(article, claim), figures));
        }
    }
    findings
}

fn one_claim(story: &Story, id: ClaimId, figures: &[Figure]) -> Option<Finding> {
    let sentence = story.sentence(id);
    (0..figures.len()).find_map(|total| {
        let sum = value(&figures[total])?;
        let parts = parts(sentence, figures, total)?;
        let values: Vec<f64> = parts.iter().filter_map(|&part| value(&figures[part])).collect();
        let made: f64 = values.iter().sum();
        let analysis = story.articles[id.article];
        if made == sum || values.iter().any(|&part| part >= sum) {
            return None;
        }
        let mention = |figure: &Figure, group: usize| Mention::of_figure(id, figure, group);
        let mut mentions = vec![mention(&figures[total], 0)];
        mentions.extend(parts.iter().map(|&part| mention(&figures[part], 1)));
        let what = figures[total].what.map_or("", |what| analysis.words(what.phrase)).to_owned();
        Some(conflict(Certainty::Medium, what, mentions, Condition::Sum { parts: values, made, total: sum }))
    })
}

fn value(figure: &Figure) -> Option<f64> {
    let is_plain =
        figure.kind == Kind::Count && figure.hedge.is_none() && !figure.is_increment && figure.part_of.is_none();
    let (low, high) = figure.quantity.in_base_unit()?;
    (is_plain && low == high).then_some(low?)
}

/// The figures behind `total` that divide it.
fn parts(sentence: &Sentence, figures: &[Figure], total: usize) -> Option<Vec<usize>> {
    let words = &sentence.words;
    let closed = |from: usize, to: usize| words[from..to].iter().all(|word| !OPEN_LISTS.contains(&word.lower.as_str()));
    let mut parts = Vec::new();
    let mut end = sentence.figures.get(total)?.end;
    for (next, figure) in figures.iter().enumerate().skip(total + 1) {
        let range = sentence.figures.get(next)?;
        let gap = range.start.checked_sub(end)?;
        let reach = if parts.is_empty() { TO_FIRST_PART } else { BETWEEN_PARTS };
        let is_joined = if parts.is_empty() {
            words.get(range.start).is_some_and(|word| word.after_break)
        } else {
            words[end..range.start].iter().any(|word| word.lower == "and")
                || words.get(range.start).is_some_and(|word| word.after_break)
        };
        let is_noun_between = gap >= 1;
        value(figure)?;
        if gap > reach || !is_joined || !is_noun_between || !closed(end, range.start) {
            return None;
        }
        parts.push(next);
        end = range.end;
    }
    // The list ends with the claim, or with its clause.
    let rest = words.len().saturating_sub(end);
    let last = words.get(end..).unwrap_or_default();
    let ends = rest <= 3 || last.iter().skip(1).take(3).any(|word| word.after_break);
    (parts.len() >= 2 && ends && closed(end, (end + 3).min(words.len()))).then_some(parts)
}
