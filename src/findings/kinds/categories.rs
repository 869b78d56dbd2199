//! One thing in one place, and another of its kind in the other: a silver car and a gray one, a wall and a fence, a
//! brother and a cousin.
//!
//! Takes two linked claims. Returns [`Difference`]s between words of one kind (`kinds.tsv`) in places that are alike,
//! where neither article has the other's word anywhere: who knows of both has not mixed them up. Time is the product of
//! the listed words of both claims.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::of_claims::OfClaims;
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Story};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;

/// Likeness of the two places, 0 to 1, from which on they are compared. Chosen on 54 stories, where 0.24 here and 2.0
/// for `NEAR` give the same findings, and 0.34 and 4.0 lose three of seven.
const ALIKE: f64 = 0.30;
/// What the shared words near both places amount to ([`Slot::shared`](slot::Slot::shared)), from which on they are
/// compared, however little alike. Chosen together with `ALIKE`.
const NEAR: f64 = 3.0;
/// Likeness of the two places, 0 to 1, from which on the difference is likely to be real: all four were on the same
/// stories.
const SURE: f64 = 0.40;
/// Likeness of the two places, 0 to 1, from which on the claims say the same in the same words: an article that has the
/// other word elsewhere still says another thing here.
const ONE_PLACE: f64 = 0.70;

/// The listed words of every claim, with their index, and the values that each article has.
pub(in crate::findings) struct Kinds {
    listed: OfClaims<Vec<(usize, Value)>>,
    of_article: Vec<FxHashSet<Value>>,
}

/// A kind and one of its values.
type Value = (&'static str, &'static str);

impl Kinds {
    /// Reads the articles of `story`.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        let of_article = |sentences: &Vec<Sentence>| {
            let words = sentences.iter().flat_map(|sentence| &sentence.words);
            words.filter_map(|word| value(&word.lower)).collect()
        };
        Self {
            listed: OfClaims::read(story, |id| listed(story.sentence(id))),
            of_article: story.sentences.iter().map(of_article).collect(),
        }
    }
}

/// Returns the words of one kind that differ between the claims of `link`.
pub(in crate::findings) fn find(story: &Story, kinds: &Kinds, link: &Link) -> Vec<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let (left, right) = (kinds.listed.of(link.a), kinds.listed.of(link.b));
    let mut best: FxHashMap<&str, Difference> = FxHashMap::default();
    for &(i, p) in left {
        for &(j, q) in right.iter().filter(|(_, q)| q.0 == p.0 && q.1 != p.1) {
            let slot = slot::compare(story, a, &(i..i + 1), b, &(j..j + 1));
            let likeness = slot.likeness();
            let is_known =
                kinds.of_article[link.b.article].contains(&p) || kinds.of_article[link.a.article].contains(&q);
            let is_in = |value: Value, all: &[(usize, Value)]| all.iter().any(|(_, other)| *other == value);
            if is_known && (likeness < ONE_PLACE || is_in(p, right) || is_in(q, left)) {
                continue;
            }
            if likeness < ALIKE && slot.shared < NEAR {
                continue;
            }
            let is_best = best.get(p.0).is_none_or(|known| known.strength < likeness);
            if is_best {
                best.insert(p.0, difference(story, link, likeness, (i, p), (j, q)));
            }
        }
    }
    let mut found: Vec<Difference> = best.into_values().collect();
    found.sort_by_key(|one| (one.places[0].span, one.places[1].span));
    found
}

/// Kinds whose values tell how far something went, and not what it was.
const DEGREE: &str = "degree";

fn difference(story: &Story, link: &Link, likeness: f64, (i, p): (usize, Value), (j, q): (usize, Value)) -> Difference {
    let place = |claim: ClaimId, idx: usize, value: Value| Place {
        claim,
        span: story.sentence(claim).words[idx].span,
        quantity: None,
        key: value.1.to_owned(),
    };
    let places = [place(link.a, i, p), place(link.b, j, q)];
    let words = |place: &Place| story.articles[place.claim.article].words(place.span).to_owned();
    Difference {
        kind: if p.0.starts_with(DEGREE) { FindingKind::Negation } else { FindingKind::Name },
        relation: Relation::Differs,
        certainty: if likeness >= SURE { Certainty::Medium } else { Certainty::Low },
        what: p.0.to_owned(),
        is_noun: true,
        why: vec![met(Condition::OtherNames(words(&places[0]), words(&places[1]))), reason(Condition::SamePlace, true)],
        places,
        strength: likeness.min(1.0),
    }
}

/// The listed words of `sentence`, with their index.
fn listed(sentence: &Sentence) -> Vec<(usize, Value)> {
    let words = sentence.words.iter().enumerate();
    words.filter(|(_, word)| !word.is_figure).filter_map(|(idx, word)| Some((idx, value(&word.lower)?))).collect()
}

fn value(lower: &str) -> Option<Value> {
    KINDS.get(lower).copied()
}

static KINDS: LazyLock<FxHashMap<&str, Value>> =
    LazyLock::new(|| lexicon::KINDS.rows().map(|row| (row[0], (row[1], row[2]))).collect());
