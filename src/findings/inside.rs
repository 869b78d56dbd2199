#![doc = include_str!("../../assets/help/inside.md")]
//!
//! Comes in: the story. Goes out: [`Difference`]s between two claims of one article. Claims are compared if they share enough telling words;
//! the headline is compared with every claim, for its words are few. Candidates come from an index of telling words, so that the cost stays near
//! linear in the length of the article. Only figures that both count the same noun, exactly, in alike places are taken for a contradiction.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::difference::{Difference, met};
use super::figure;
use super::pairs::{self, Subject};
use super::words::Story;
use super::{Condition, Relation};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::article::BlockKind;
use crate::figures::Kind;

/// Two claims of one article are compared if they share at least this part of their telling words.
const ALIKE: f64 = 0.42;
/// A headline is compared with a claim that has at least this part of its telling words.
const HEADLINE_ALIKE: f64 = 0.50;
/// A pair of figures inside one article must be this strong: the writer is likely to know that they are two things.
const STRONG: f64 = 0.80;
/// A stem that stands in more claims of an article than this does not make candidates.
const COMMON: usize = 12;

/// What every article says against itself.
pub(super) fn find(story: &Story) -> Vec<Difference> {
    (0..story.articles.len()).flat_map(|article| one_article(story, article)).collect()
}

fn one_article(story: &Story, article: usize) -> Vec<Difference> {
    let analysis = story.articles[article];
    let mut differences = Vec::new();
    for ((first, second), score) in candidates(story, article) {
        let link = Link {
            a: ClaimId { article, claim: first },
            b: ClaimId { article, claim: second },
            score,
            certainty: Certainty::Medium,
            shared: Vec::new(),
        };
        let is_headline = analysis.claims[first].block == BlockKind::Headline;
        for pair in pairs::pair(story, &link) {
            let kind = figure::figure(story, pair.a).kind;
            let names_itself = kind != Kind::Count && pair.subject == Subject::Unsaid;
            let is_firm = (pair.subject == Subject::Same || names_itself)
                && pair.strength >= STRONG
                && matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure);
            if !is_firm {
                continue;
            }
            let Some(mut difference) = figure::judge(story, &pair) else { continue };
            if difference.relation != Relation::Conflict
                || difference.why.iter().any(|reason| reason.condition == Condition::BothExact && !reason.is_met)
            {
                continue;
            }
            let condition = if is_headline { Condition::HeadlineAgainstText } else { Condition::OneArticle };
            difference.why.insert(0, met(condition));
            difference.certainty = Certainty::Medium;
            differences.push(difference);
        }
    }
    differences
}

/// Pairs of claims of one article that share telling words, with the part that is shared.
fn candidates(story: &Story, article: usize) -> Vec<((usize, usize), f64)> {
    let analysis = story.articles[article];
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for claim in 0..analysis.claims.len() {
        if analysis.figures[claim].iter().any(|figure| figure.kind != Kind::Label) {
            for &stem in story.stems(ClaimId { article, claim }) {
                holders.entry(stem).or_default().push(claim);
            }
        }
    }
    let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
    for claims in holders.values() {
        for (at, &first) in claims.iter().enumerate().take(COMMON) {
            let is_headline = analysis.claims[first].block == BlockKind::Headline;
            if is_headline || claims.len() <= COMMON {
                pairs.extend(claims[at + 1..].iter().map(|&second| (first, second)));
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    pairs.sort_unstable();
    pairs
        .into_iter()
        .filter_map(|(first, second)| {
            let (a, b) = (ClaimId { article, claim: first }, ClaimId { article, claim: second });
            let (part, least) = if analysis.claims[first].block == BlockKind::Headline {
                (story.holds(a, b), HEADLINE_ALIKE)
            } else {
                (story.alike(a, b), ALIKE)
            };
            (part >= least).then_some(((first, second), part))
        })
        .collect()
}
