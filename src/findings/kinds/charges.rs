//! What somebody is charged with, convicted of, held for or sentenced to: two articles that name different offences or
//! punishments.
//!
//! Takes two linked claims. Returns a [`Difference`] where both speak of a charge or a sentence and one names an
//! offence the other does not, or where each names a punishment that the other article has nowhere. Offences are
//! phrases of `crimes.tsv`, punishments of `penalties.tsv`, the longest first, several names of one as one. Time is
//! linear in the words.

use std::sync::LazyLock;

use super::name::is_title_case;
use super::state::is_legal;
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::of_claims::OfClaims;
use crate::findings::reading::phrases::Phrases;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// Likeness of the two claims, 0 to 1, from which on their offences are compared.
const ALIKE: f64 = 0.25;

/// Likeness of the two claims, 0 to 1, from which on their offences are compared where both name the same: long lists
/// of charges are seldom alike as a whole. At 0.14, half of what comes in besides is about others.
const NAMED: f64 = 0.20;

/// An offence in a claim.
struct Named {
    offence: &'static str,
    span: Span,
}

/// What every claim says of offences and punishments.
pub(in crate::findings) struct Charges(OfClaims<Charge>);

/// What a claim says of them.
struct Charge {
    /// Whether it speaks of a charge, a verdict or a sentence.
    is_charge: bool,
    offences: Vec<Named>,
    penalties: Vec<Named>,
}

impl Charges {
    /// Reads the claims of `story`.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        let read = |sentence: &Sentence| Charge {
            is_charge: is_charge(sentence),
            offences: named(sentence, &CRIMES),
            penalties: named(sentence, &PENALTIES),
        };
        Self(OfClaims::read(story, |id| read(story.sentence(id))))
    }
}

/// Returns the offences or punishments that differ between the claims of `link`.
pub(in crate::findings) fn find(story: &Story, charges: &Charges, link: &Link) -> Option<Difference> {
    punishment(story, charges, link).or_else(|| offence(story, charges, link))
}

/// The punishments that differ between the claims of `link`.
fn punishment(story: &Story, charges: &Charges, link: &Link) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let [left, right] = [link.a, link.b].map(|id| charges.0.of(id).penalties.as_slice());
    let [p, q] = [left.first()?, right.first()?];
    let is_in = |one: &Named, all: &[Named]| all.iter().any(|other| one.offence == other.offence);
    let is_known =
        |one: &Named, article: usize| charges.0.of_article(article).iter().any(|other| is_in(one, &other.penalties));
    let is_apart = !is_in(p, right) && !is_in(q, left) && !is_known(p, link.b.article) && !is_known(q, link.a.article);
    let alike = story.alike(link.a, link.b);
    let is_about_one = alike >= PUNISHED && names_again(a, b) || alike >= ALIKE;
    (is_apart && is_about_one).then(|| difference(story, link, [left, right], alike))
}

/// Likeness of the two claims, 0 to 1, from which on their punishments are compared where both name the same.
const PUNISHED: f64 = 0.15;

/// The offences that differ between the claims of `link`.
fn offence(story: &Story, charges: &Charges, link: &Link) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let (p, q) = (charges.0.of(link.a), charges.0.of(link.b));
    if !p.is_charge || !q.is_charge {
        return None;
    }
    let (left, right) = (p.offences.as_slice(), q.offences.as_slice());
    // A headline has room for the gravest alone.
    let is_head = |id: ClaimId, sentence: &Sentence| id.claim.0 == 0 || is_title_case(&sentence.words);
    let is_headline = is_head(link.a, a) || is_head(link.b, b);
    let is_in = |one: &Named, all: &[Named]| all.iter().any(|other| one.offence == other.offence);
    let more = |p: &[Named], q: &[Named]| p.iter().any(|one| !is_in(one, q));
    let alike = story.alike(link.a, link.b);
    let least = if names_again(a, b) { NAMED } else { ALIKE };
    if left.is_empty() || right.is_empty() || alike < least {
        return None;
    }
    let (more_left, more_right) = (more(left, right), more(right, left));
    if !more_left && !more_right || is_headline && !(more_left && more_right) {
        return None;
    }
    Some(difference(story, link, [left, right], alike))
}

fn difference(story: &Story, link: &Link, [left, right]: [&[Named]; 2], alike: f64) -> Difference {
    let place = |claim: ClaimId, named: &[Named]| {
        let mut names: Vec<&str> = named.iter().map(|one| one.offence).collect();
        names.sort_unstable();
        names.dedup();
        let span = named.iter().fold(named[0].span, |span, one| span.cover(one.span));
        Place { claim, span, quantity: None, key: names.join(", ") }
    };
    let words = |id: ClaimId, span: Span| story.articles[id.article].words(span).to_owned();
    let places = [place(link.a, left), place(link.b, right)];
    Difference {
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
    }
}

/// Whether a name of `a` is in `b`. Wider than [`Sentence::shares_name`] in that a quotation or `b` may begin with the
/// name, and narrower in that an equal first word is not enough: with that rule other charges are found in 2 of 92
/// stories.
fn names_again(a: &Sentence, b: &Sentence) -> bool {
    let is_name = |idx: usize, word: &Word| word.is_capital && idx > 0 && word.is_content && !word.is_figure;
    let names = a.words.iter().enumerate().filter(|(idx, word)| is_name(*idx, word));
    let right = |stem| b.words.iter().any(|word| word.is_capital && word.stem == stem);
    names.map(|(_, word)| word.stem).any(right)
}

/// Whether a claim speaks of a charge, a verdict or a sentence.
fn is_charge(sentence: &Sentence) -> bool {
    let is_held =
        |lower: &str| matches!(lower, "faces" | "facing" | "count" | "counts" | "serving" | "suspicion" | "held");
    sentence.words.iter().any(|word| is_legal(&word.lower) || is_held(&word.lower))
}

/// The phrases of `list` in `sentence`.
fn named(sentence: &Sentence, list: &Phrases) -> Vec<Named> {
    let words = &sentence.words;
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        match list.at(&words[idx..]) {
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

static PENALTIES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(lexicon::PENALTIES.rows()));
