#![doc = include_str!("../../../assets/help/only_in.md")]
//!
//! Takes the story and which claims were linked. Returns [`Finding`]s with one mention each, surer the more of the
//! article around the claim is shared with others: what is missing in the midst of a shared account tells more than an
//! article on something else.

use rustc_hash::FxHashSet;

use super::name::Names;
use crate::alignment::{Certainty, ClaimId, Link};
use crate::article::BlockKind;
use crate::figures::{Figure, Kind};
use crate::findings::difference::met;
use crate::findings::pairing::pairs;
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Finding, FindingKind, Mention, Relation};

/// Share of the claims of an article that are matched elsewhere, 0 to 1, from which on it tells the same story.
const SHARED: f64 = 0.5;

/// Returns the claims with a figure or a name that no other article has.
pub(in crate::findings) fn find<'a>(
    story: &Story,
    names: &Names,
    links: impl Iterator<Item = &'a Link>,
) -> Vec<Finding> {
    if story.articles.len() < 2 {
        return Vec::new();
    }
    let linked: FxHashSet<ClaimId> = links.flat_map(|link| [link.a, link.b]).collect();
    let elsewhere = names.articles_by_part();
    let mut findings = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        let n_claims = analysis.claims.len();
        let is_linked = |claim: usize| linked.contains(&ClaimId::at(article, claim));
        let share = (0..n_claims).filter(|&claim| is_linked(claim)).count() as f64 / n_claims.max(1) as f64;
        for claim in 0..n_claims {
            let id = ClaimId::at(article, claim);
            if is_linked(claim) || analysis.claims[claim].block == BlockKind::Correction {
                continue;
            }
            let figures = analysis.figures[claim].iter().enumerate();
            let figure = figures
                .filter(|(_, figure)| is_telling(figure))
                .find(|&(idx, _)| !is_given_elsewhere(story, (id, idx)))
                .map(|(_, figure)| figure);
            let name = names.only_in(id, &elsewhere);
            let Some((span, quantity)) = figure
                .map(|figure| (figure.span, Some(figure.quantity.clone())))
                .or_else(|| name.map(|span| (span, None)))
            else {
                continue;
            };
            let between = claim > 0 && claim + 1 < n_claims && is_linked(claim - 1) && is_linked(claim + 1);
            findings.push(Finding {
                id: String::new(),
                kind: FindingKind::OnlyIn,
                relation: Relation::Differs,
                certainty: if between && share >= SHARED { Certainty::Medium } else { Certainty::Low },
                what: analysis.words(span).to_owned(),
                row: None,
                mentions: vec![Mention { claim: id, span, quantity, group: 0 }],
                why: vec![met(Condition::OnlySomeArticles)],
            });
        }
    }
    findings
}

/// Whether another article gives the value of the figure for the same noun, be it in other words or in a sentence that
/// was not linked.
fn is_given_elsewhere(story: &Story, (id, idx): (ClaimId, usize)) -> bool {
    let figure = &story.articles[id.article].figures[id.claim][idx];
    let noun = pairs::head(story, (id, idx));
    story.claims().filter(|there| there.article != id.article).any(|there| {
        story.articles[there.article].figures[there.claim].iter().enumerate().any(|(at, other)| {
            let one_noun = match (noun, pairs::head(story, (there, at))) {
                (Some(p), Some(q)) => p.stem == q.stem || (pairs::is_person(&p.lower) && pairs::is_person(&q.lower)),
                _ => true,
            };
            other.kind == figure.kind
                && one_noun
                && other.quantity.overlaps(&figure.quantity) == Some(true)
                && is_near(figure, other)
        })
    })
}

/// Whether two values that overlap are one value or a rounded one, and not merely a bound that admits much.
fn is_near(figure: &Figure, other: &Figure) -> bool {
    let value = |figure: &Figure| {
        let (low, high) = figure.quantity.in_base_unit()?;
        low.or(high)
    };
    value(figure).zip(value(other)).is_some_and(|(p, q)| (p - q).abs() <= NEAR * p.abs().max(q.abs()))
}

/// Share of the greater value, 0 to 1, by which two values may differ and count as one: 4,480 and "some 4,500".
const NEAR: f64 = 0.02;

/// Whether a figure by itself makes a claim worth a look: no date and no mere label.
fn is_telling(figure: &Figure) -> bool {
    !matches!(figure.kind, Kind::Date | Kind::Time | Kind::Label | Kind::Ordinal)
}
