//! Notes of correction that the article's own text contradicts: the note takes 16,000 back, and the text still says it.
//!
//! Takes the story. Returns a [`Finding`] for each value that a note takes back and the text of the same article still
//! has. What a note takes back is behind "not", "instead of" or "rather than" ("It is 61,000, not 16,000"), or behind a
//! word that says that it was wrong ("misstated the number as 16,000"). Numbers below ten are found too often by
//! chance. Time is linear in the article for each such value.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::conflict;
use crate::alignment::{Certainty, ClaimId};
use crate::article::BlockKind;
use crate::figures::Figure;
use crate::findings::reading::words::{Sentence, Story};
use crate::findings::{Condition, Finding, Mention};
use crate::lexicon;

/// How many words before a figure are searched for the word that takes it back.
const BEFORE: usize = 3;

/// The least number that is looked for: smaller ones mean something else as well in most texts.
const LEAST: f64 = 10.0;

/// Returns where notes of correction take values back that the text still gives.
pub(in crate::findings) fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        let is_note = |claim: usize| analysis.claims[claim].block == BlockKind::Correction;
        let notes: Vec<usize> = (0..analysis.claims.len()).filter(|claim| is_note(*claim)).collect();
        let told: Vec<(usize, &Figure, bool)> =
            notes.iter().flat_map(|&claim| told(story, ClaimId::at(article, claim))).collect();
        let Some(right) = told.iter().find(|(.., is_wrong)| !is_wrong) else { continue };
        for wrong in told.iter().filter(|(.., is_wrong)| *is_wrong) {
            let mention = |claim: usize, figure: &Figure, group: usize| {
                Mention::of_figure(ClaimId::at(article, claim), figure, group)
            };
            let is_large = wrong
                .1
                .quantity
                .in_base_unit()
                .and_then(|(low, high)| low.or(high))
                .is_some_and(|value| value >= LEAST);
            let still = (0..analysis.claims.len()).filter(|claim| is_large && !is_note(*claim)).find_map(|claim| {
                let figure = analysis.figures[claim].iter().find(|figure| figure.quantity == wrong.1.quantity)?;
                Some(mention(claim, figure, 0))
            });
            let Some(still) = still.filter(|_| wrong.1.quantity != right.1.quantity) else { continue };
            let what = analysis.figures[still.claim.claim]
                .iter()
                .find(|figure| figure.span == still.span)
                .and_then(|figure| figure.what)
                .map_or("", |what| analysis.words(what.phrase))
                .to_owned();
            let mentions = vec![still, mention(right.0, right.1, 1)];
            findings.push(conflict(Certainty::Medium, what, mentions, Condition::TakenBack));
        }
    }
    findings
}

/// The figures of the note `id`, and whether it takes each of them back.
fn told<'a>(story: &'a Story, id: ClaimId) -> Vec<(usize, &'a Figure, bool)> {
    let sentence = story.sentence(id);
    let figures = story.articles[id.article].figures[id.claim].iter().enumerate();
    figures.map(|(idx, figure)| (id.claim.0, figure, is_taken_back(sentence, idx))).collect()
}

fn is_taken_back(sentence: &Sentence, figure: usize) -> bool {
    let Some(range) = sentence.figures.get(figure) else { return false };
    let before = &sentence.words[..range.start.min(sentence.words.len())];
    let near = &before[before.len().saturating_sub(BEFORE)..];
    let says = |word: &str| near.iter().any(|near| near.lower == word);
    let is_other_way = before.iter().any(|word| word.lower == "not") && !says("not");
    says("not")
        || says("instead")
        || says("rather")
        || !is_other_way && before.iter().any(|word| RETRACTIONS.contains(word.lower.as_str()))
}

static RETRACTIONS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::RETRACTIONS.rows().map(|row| row[0]).collect());
