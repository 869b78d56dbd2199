//! What somebody is charged with, convicted of or held for: two articles that name different offences.
//!
//! Comes in: two linked claims. Goes out: a [`Difference`] where both speak of a charge or a sentence and one names an offence the other
//! does not. Offences are phrases of `crimes.tsv`, the longest first, several names of one as one. Time is linear in the words.

use std::sync::LazyLock;

use super::difference::{Difference, Place, met, reason};
use super::name::is_title_case;
use super::phrases::Phrases;
use super::state::is_legal;
use super::words::{Sentence, Story};
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::lexicon;
use crate::text::Span;

/// Claims that share less are about other people.
const ALIKE: f64 = 0.25;

/// An offence in a claim.
struct Named {
    offence: &'static str,
    span: Span,
}

/// The offences that differ between the claims of `link`.
pub(super) fn find(story: &Story, link: &Link) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    if !is_charge(a) || !is_charge(b) {
        return None;
    }
    let (left, right) = (offences(a), offences(b));
    // A headline has room for the gravest alone.
    let is_headline = is_title_case(&a.words) || is_title_case(&b.words);
    let is_in = |one: &Named, all: &[Named]| all.iter().any(|other| one.offence == other.offence);
    let more = |p: &[Named], q: &[Named]| p.iter().any(|one| !is_in(one, q));
    let alike = story.alike(link.a, link.b);
    if left.is_empty() || right.is_empty() || alike < ALIKE {
        return None;
    }
    let (more_left, more_right) = (more(&left, &right), more(&right, &left));
    if !more_left && !more_right || is_headline && !(more_left && more_right) {
        return None;
    }
    let place = |claim: ClaimId, named: &[Named]| {
        let mut names: Vec<&str> = named.iter().map(|one| one.offence).collect();
        names.sort_unstable();
        names.dedup();
        let span = named.iter().fold(named[0].span, |span, one| span.cover(one.span));
        Place { claim, span, quantity: None, key: names.join(", ") }
    };
    let words = |id: ClaimId, span: Span| story.articles[id.article].words(span).to_owned();
    let places = [place(link.a, &left), place(link.b, &right)];
    Some(Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: "charges".to_owned(),
        is_noun: true,
        why: vec![
            met(Condition::OtherCharges),
            met(Condition::OtherNames(words(link.a, places[0].span), words(link.b, places[1].span))),
            reason(Condition::SamePlace, true),
        ],
        places,
        strength: alike.min(1.0),
    })
}

/// Whether a claim speaks of a charge, a verdict or a sentence.
fn is_charge(sentence: &Sentence) -> bool {
    let is_held =
        |lower: &str| matches!(lower, "faces" | "facing" | "count" | "counts" | "serving" | "suspicion" | "held");
    sentence.words.iter().any(|word| is_legal(&word.lower) || is_held(&word.lower))
}

/// The offences that `sentence` names.
fn offences(sentence: &Sentence) -> Vec<Named> {
    let words = &sentence.words;
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        match CRIMES.at(&words[idx..]) {
            Some((n_words, offence)) => {
                found.push(Named { offence, span: words[idx].span.cover(words[idx + n_words - 1].span) });
                idx += n_words;
            }
            None => idx += 1,
        }
    }
    found
}

static CRIMES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(lexicon::CRIMES.rows()));
