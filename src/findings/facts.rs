//! The facts table: a row for each thing counted, a column for each article, the cells with the places that give a value.
//!
//! Every finding and every agreement on figures or dates is a row; rows that disagree come first. An article that a finding does not
//! speak of need not be silent: an equal value with the same noun goes into its cell, and only where none of its figures could
//! stand in the row is it said to be silent.

use super::pairs;
use super::words::Story;
use super::{Fact, Finding, FindingKind, Mention};
use crate::alignment::ClaimId;
use crate::figures::{Figure, Kind};

/// Claims that share this part of their telling words may speak of one thing, though they were not paired.
const ALIKE: f64 = 0.12;

/// The facts table of `findings` and `agreements`, with the articles in the order of `story`.
pub(super) fn table<'a>(story: &Story, findings: impl Iterator<Item = &'a Finding>) -> Vec<Fact> {
    findings
        .filter(|finding| matches!(finding.kind, FindingKind::Figure | FindingKind::Date))
        .map(|finding| fact(story, finding))
        .collect()
}

fn fact(story: &Story, finding: &Finding) -> Fact {
    let n_articles = story.articles.len();
    let mut cells = vec![Vec::new(); n_articles];
    for mention in &finding.mentions {
        cells[mention.claim.article].push(mention.clone());
    }
    let mut is_silent = vec![false; n_articles];
    let told: Vec<(&Mention, usize)> =
        finding.mentions.iter().filter_map(|mention| Some((mention, figure_at(story, mention)?))).collect();
    for (article, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| cell.is_empty()) {
        let (found, could_stand) = elsewhere(story, article, &told);
        is_silent[article] = !could_stand;
        cell.extend(found);
    }
    for cell in &mut cells {
        cell.sort_by_key(|mention| (mention.claim, mention.span));
    }
    Fact { what: finding.what.clone(), relation: finding.relation, finding: finding.id.clone(), cells, is_silent }
}

/// The places of `article` that give one of the values told with the same noun, and whether any of its figures could stand in the row.
fn elsewhere(story: &Story, article: usize, told: &[(&Mention, usize)]) -> (Vec<Mention>, bool) {
    let mut found = Vec::new();
    let mut could_stand = false;
    for (claim, figures) in story.articles[article].figures.iter().enumerate() {
        let claim = ClaimId { article, claim };
        for (idx, figure) in figures.iter().enumerate() {
            let mut twins = told.iter().filter_map(|&(mention, other)| {
                Some((mention, likeness(story, (claim, idx), (mention.claim, other))?))
            });
            let Some((mention, first)) = twins.next() else { continue };
            let best = twins.fold((mention, first), |best, next| if next.1 > best.1 { next } else { best });
            could_stand = true;
            if best.1 == Likeness::Same {
                found.push(Mention {
                    claim,
                    span: figure.span,
                    quantity: Some(figure.quantity.clone()),
                    group: best.0.group,
                });
            }
        }
    }
    (found, could_stand)
}

/// How two figures that were not paired stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// They could be about one thing.
    Comparable,
    /// They give the same value of the same thing.
    Same,
}

/// How alike two figures are; nothing where they cannot be about one thing.
fn likeness(story: &Story, x: (ClaimId, usize), y: (ClaimId, usize)) -> Option<Likeness> {
    let figure =
        |(claim, idx): (ClaimId, usize)| -> &Figure { &story.articles[claim.article].figures[claim.claim][idx] };
    let (p, q) = (figure(x), figure(y));
    if p.kind == Kind::Label || p.kind != q.kind || !p.quantity.is_comparable(&q.quantity) {
        return None;
    }
    let is_equal = p.quantity.range == q.quantity.range && p.quantity.unit == q.quantity.unit;
    let alike = story.alike(x.0, y.0);
    match (pairs::head(story, x), pairs::head(story, y)) {
        // People are counted throughout a story: only what is said of them tells whether they are the same.
        (Some(noun), Some(other)) if noun.stem == other.stem || are_people(&noun.lower, &other.lower) => {
            let is_same = is_equal && alike >= if pairs::is_person(&noun.lower) { ALIKE } else { 0.0 };
            Some(if is_same { Likeness::Same } else { Likeness::Comparable })
        }
        (Some(_), Some(_)) if p.kind == Kind::Count => None,
        _ if is_equal => Some(if alike >= ALIKE { Likeness::Same } else { Likeness::Comparable }),
        _ => (alike > 0.0).then_some(Likeness::Comparable),
    }
}

fn are_people(noun: &str, other: &str) -> bool {
    pairs::is_person(noun) && pairs::is_person(other)
}

/// The index of the figure that `mention` is about, within its claim.
fn figure_at(story: &Story, mention: &Mention) -> Option<usize> {
    let figures = &story.articles[mention.claim.article].figures[mention.claim.claim];
    figures.iter().position(|figure| mention.span.contains(figure.span))
}
