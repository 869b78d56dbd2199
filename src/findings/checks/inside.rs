#![doc = include_str!("../../../assets/help/inside.md")]
//!
//! Takes the story. Returns [`Difference`]s between two claims of one article. Claims are compared if they share enough
//! telling words; the headline is compared with every claim, for its words are few. Candidates come from an index of
//! telling words, so that the cost stays near linear in the length of the article. Only figures that both count the
//! same noun, exactly, in alike places are taken for a contradiction.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::analysis::Analysis;
use crate::article::BlockKind;
use crate::figures::Kind;
use crate::findings::difference::{Difference, met};
use crate::findings::kinds::figure::{self, period};
use crate::findings::pairing::pairs::{self, Pair, Subject};
use crate::findings::quantity::values::Match;
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Relation};

/// Likeness of two claims of one article, 0 to 1, from which on they are compared.
const ALIKE: f64 = 0.42;
/// Share of the content words of a headline that a claim has, 0 to 1, from which on the two are compared.
const HEADLINE_ALIKE: f64 = 0.50;
/// Strength of a pair of figures inside one article, 0 to 1, from which on it is shown: the writer is likely to know
/// that they are two things.
const STRONG: f64 = 0.80;
/// Strength of such a pair, 0 to 1, from which on it is shown where both count one noun beside one event.
const TOLD_AGAIN: f64 = 0.50;
/// The most claims of an article that a stem is in and still makes candidates.
const COMMON: usize = 12;

/// Returns what every article says against itself.
pub(in crate::findings) fn find(story: &Story) -> Vec<Difference> {
    (0..story.articles.len()).flat_map(|article| one_article(story, article)).collect()
}

fn one_article(story: &Story, article: usize) -> Vec<Difference> {
    let analysis = story.articles[article];
    let mut differences = Vec::new();
    let entries = entries(analysis);
    for ((first, second), score) in candidates(story, article) {
        if entries[first] != entries[second] && analysis.claims[first].block != BlockKind::Headline {
            // Two entries of a live report tell of two times.
            continue;
        }
        let link = Link {
            a: ClaimId::at(article, first),
            b: ClaimId::at(article, second),
            score,
            certainty: Certainty::Medium,
            shared: Vec::new(),
        };
        let is_headline = analysis.claims[first].block == BlockKind::Headline;
        for pair in pairs::pair(story, &link) {
            let is_firm = is_firm(story, &pair);
            let is_lead = is_headline && !is_firm && is_lead_count(story, &pair);
            if !is_lead && !is_firm || period::are_two_times(story, pair.a, pair.b) {
                continue;
            }
            let Some(mut difference) = figure::judge(story, &pair, &figure::WITHIN) else { continue };
            if is_lead && matches!(difference.relation, Relation::Conflict | Relation::Differs) {
                // The headline may count another group; whether it does is for a person to see.
                difference.relation = Relation::Differs;
            } else if difference.relation != Relation::Conflict
                || difference.why.iter().any(|reason| reason.condition == Condition::BothExact && !reason.is_met)
            {
                continue;
            }
            let condition = if is_headline {
                difference.certainty = Certainty::Medium;
                Condition::HeadlineAgainstText
            } else {
                // Two values that one writer gives are mostly two things: on 92 annotated stories two of six were one.
                (difference.relation, difference.certainty) = (Relation::Differs, Certainty::Low);
                Condition::OneArticle
            };
            difference.why.insert(0, met(condition));
            differences.push(difference);
        }
    }
    differences
}

/// For each claim the entry of a live report that it is in: how many lines that are nothing but a time of day are
/// before it.
fn entries(analysis: &Analysis) -> Vec<usize> {
    let mut n_entries = 0;
    let is_clock = |claim: usize| match analysis.figures[claim].as_slice() {
        [figure] => figure.kind == Kind::Time && figure.span == analysis.claims[claim].span,
        _ => false,
    };
    (0..analysis.claims.len())
        .map(|claim| {
            n_entries += usize::from(is_clock(claim));
            n_entries
        })
        .collect()
}

/// Whether two figures of one article surely give one quantity: the same noun counted, or the year of one event.
fn is_firm(story: &Story, pair: &Pair) -> bool {
    let kind = story.figure(pair.a).kind;
    let names_itself = kind != Kind::Count && pair.subject == Subject::Unsaid;
    let is_measured = matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure);
    let is_year = kind == Kind::Date && pair.evidence.is_stretch && pair.evidence.slot.same_before;
    let is_told_again = pair.subject == Subject::Same && pair.evidence.slot.same_event == Some(true);
    (pair.subject == Subject::Same || names_itself)
        && ((is_measured && (pair.strength >= STRONG || (is_told_again && pair.strength >= TOLD_AGAIN)))
            || (is_year && pair.evidence.slot.tight >= SAME_EVENT))
}

/// Whether a headline's count of people contradicts that of the first lines of the text.
fn is_lead_count(story: &Story, pair: &Pair) -> bool {
    let counts = |id| {
        let figure = story.figure(id);
        figure.kind == Kind::Count && figure.quantity.is_exact() && !figure.is_increment && figure.part_of.is_none()
    };
    pair.b.0.claim.0 - pair.a.0.claim.0 <= LEAD
        && pair.evidence.slot.same_event == Some(true)
        && counts(pair.a)
        && counts(pair.b)
        && pair.matches == Match::Apart
}

/// How many claims after the headline repeat it.
const LEAD: usize = 2;
/// Likeness of the words around two years, 0 to 1, from which on they tell of one event.
const SAME_EVENT: f64 = 0.35;

/// Pairs of claims of one article that share telling words, with the part that is shared.
fn candidates(story: &Story, article: usize) -> Vec<((usize, usize), f64)> {
    let analysis = story.articles[article];
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for claim in 0..analysis.claims.len() {
        if analysis.figures[claim].iter().any(|figure| figure.kind != Kind::Label) {
            for &stem in story.stems(ClaimId::at(article, claim)) {
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
            let (a, b) = (ClaimId::at(article, first), ClaimId::at(article, second));
            let (part, least) = if analysis.claims[first].block == BlockKind::Headline {
                (story.holds(a, b), HEADLINE_ALIKE)
            } else {
                (story.alike(a, b), ALIKE)
            };
            (part >= least).then_some(((first, second), part))
        })
        .collect()
}
