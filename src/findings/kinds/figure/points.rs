//! Percent against percentage points: "fares rise by 3.5 percent", "fares rise by 3.5 percentage points".
//!
//! Takes the story and pairs of claims. Returns a [`Difference`] where both claims give the same number of two units
//! that do not convert into each other. A rate that goes up from 10 by 3 percentage points becomes 13, by 3 percent
//! 10.3.

use crate::alignment::{Certainty, Link};
use crate::figures::{Figure, Kind, Range};
use crate::findings::difference::{self, Difference, met, reason};
use crate::findings::reading::slot;
use crate::findings::reading::words::Story;
use crate::findings::{Condition, FindingKind, Relation};

/// Likeness of the two places, 0 to 1, from which on such figures are compared; an equal number already speaks for the
/// pair.
const ALIKE: f64 = 0.15;
/// Likeness of the two places, 0 to 1, from which on it is likely that both speak of one change; so it is where the
/// claims were linked.
const LIKELY: f64 = 0.3;

/// Returns the figures of the claims of `links` that say percent here and percentage points there.
pub(in crate::findings) fn find(story: &Story, links: &[Link]) -> Vec<Difference> {
    let mut differences = Vec::new();
    for link in links {
        let figures = |claim: crate::alignment::ClaimId| &story.articles[claim.article].figures[claim.claim];
        for (i, x) in figures(link.a).iter().enumerate() {
            for (j, y) in figures(link.b).iter().enumerate() {
                if is_mixed(x, y) {
                    differences.extend(difference(story, link, i, j));
                }
            }
        }
    }
    differences
}

/// Whether two figures give one number in percent and in percentage points.
fn is_mixed(x: &Figure, y: &Figure) -> bool {
    let unit = |figure: &Figure| figure.quantity.unit.map(|unit| unit.symbol);
    let units = (unit(x), unit(y));
    let is_number = |figure: &Figure| matches!(figure.quantity.range, Range::Number { low: Some(_), high: Some(_) });
    x.kind == Kind::Percent
        && y.kind == Kind::Percent
        && matches!(units, (Some("%"), Some("percentage point")) | (Some("percentage point"), Some("%")))
        && is_number(x)
        && x.quantity.range == y.quantity.range
}

fn difference(story: &Story, link: &Link, i: usize, j: usize) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let slot = slot::compare(story, a, a.figures.get(i)?, b, b.figures.get(j)?);
    let likeness = slot.near.max(slot.tight);
    if likeness < ALIKE {
        return None;
    }
    let is_likely = likeness >= LIKELY || link.certainty != Certainty::Low;
    let place = |(claim, idx)| {
        let figure = story.figure((claim, idx));
        difference::Place { claim, span: figure.span, quantity: Some(figure.quantity.clone()), key: String::new() }
    };
    Some(Difference {
        kind: FindingKind::Figure,
        relation: Relation::Differs,
        certainty: if is_likely { Certainty::Medium } else { Certainty::Low },
        what: "percent and percentage points".to_owned(),
        is_noun: true,
        places: [place((link.a, i)), place((link.b, j))],
        why: vec![met(Condition::PercentPoints), reason(Condition::SamePlace, is_likely)],
        strength: likeness,
    })
}
