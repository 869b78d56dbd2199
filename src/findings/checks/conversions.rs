//! Conversions that do not fit: "11.9 kilograms, or 36.2 pounds".
//!
//! Takes the figures of one claim. Returns a [`Finding`] with what the first makes in the unit of the second. Two
//! measures next to each other are a conversion if they are of one dimension in two units, and the second is in
//! brackets or behind ", or".

use super::conflict;
use crate::alignment::{Certainty, ClaimId};
use crate::figures::{Figure, Range};
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Finding, Mention};

/// The most words between a measure and its conversion: "of pure fentanyl, or about".
const BETWEEN: usize = 5;

/// Returns where a converted amount is not the amount it was converted from.
pub(in crate::findings) fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate() {
            let id = ClaimId::at(article, claim);
            for first in 0..figures.len().saturating_sub(1) {
                findings.extend(one_pair(story, id, figures, first));
            }
        }
    }
    findings
}

fn one_pair(story: &Story, id: ClaimId, figures: &[Figure], first: usize) -> Option<Finding> {
    let analysis = story.articles[id.article];
    let (x, y) = (&figures[first], &figures[first + 1]);
    let to = y.quantity.unit?;
    if !is_conversion(story, id, first)
        || values::compare(x, analysis.words(x.span), y, analysis.words(y.span)) != Match::Apart
    {
        return None;
    }
    let Range::Number { low: stated, .. } = y.quantity.range else { return None };
    let made = (x.quantity.in_base_unit()?.0? - to.offset) / to.factor;
    // One step of the last printed digit is rounding, and "1, 150 kilometers" may be one number.
    let before = analysis.article.text.get(..x.span.start).unwrap_or("");
    let is_cut = before.strip_suffix(", ").is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    if is_cut || y.quantity.step.zip(stated).is_some_and(|(step, stated)| (made - stated).abs() <= step) {
        return None;
    }
    let mention = |figure: &Figure, group: usize| Mention::of_figure(id, figure, group);
    let what = x.what.or(y.what).map_or("", |what| analysis.words(what.phrase)).to_owned();
    let from = analysis.words(x.span).to_owned();
    let condition = Condition::Conversion { from, made, unit: to.symbol, stated: stated? };
    Some(conflict(Certainty::High, what, vec![mention(x, 0), mention(y, 1)], condition))
}

/// Returns whether the figure after `first` gives it in another unit: in brackets, or behind ", or".
pub(in crate::findings) fn is_conversion(story: &Story, id: ClaimId, first: usize) -> bool {
    let sentence = story.sentence(id);
    let figures = &story.articles[id.article].figures[id.claim];
    let (Some(x), Some(y)) = (figures.get(first), figures.get(first + 1)) else { return false };
    let (Some(before), Some(after)) = (sentence.figures.get(first), sentence.figures.get(first + 1)) else {
        return false;
    };
    let (Some(from), Some(to)) = (x.quantity.unit, y.quantity.unit) else { return false };
    if from.symbol == to.symbol
        || !x.quantity.is_comparable(&y.quantity)
        || after.start < before.end
        || after.start - before.end > BETWEEN
    {
        return false;
    }
    let text = &story.articles[id.article].article.text;
    let between = text.get(x.span.end..y.span.start).unwrap_or("");
    let words = &sentence.words[before.end..after.start];
    let says_or = words.iter().any(|word| word.lower == "or" && word.after_break);
    let is_bracketed = between.contains('(') && !between.contains(')');
    (says_or || is_bracketed) && !words.iter().any(|word| word.lower == "and")
}
