//! Who would not comment in one article, and is quoted in another.
//!
//! Takes the names of the story. Returns a [`Difference`] for each person that one article says could not be reached or
//! declined to comment, and another credits with words. Phrases are those of `silences.tsv`. Time is linear in the
//! words.

use std::sync::LazyLock;

use super::name::Names;
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::phrases::Phrases;
use crate::findings::reading::words::{Sentence, Story};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// Someone who is silent or speaks.
struct Heard {
    claim: ClaimId,
    span: Span,
    surname: String,
}

/// Returns the people who are silent in one article and speak in another.
pub(in crate::findings) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let (mut silent, mut heard) = (Vec::new(), Vec::new());
    for id in story.claims() {
        let sentence = story.sentence(id);
        match silence(sentence) {
            Some((idx, span)) => {
                let before = names.of(id).iter().rev().find(|name| name.range().end <= idx);
                let surname = before.and_then(|name| name.surname(sentence));
                silent.extend(surname.map(|surname| Heard { claim: id, span, surname: surname.to_owned() }));
            }
            None => heard.extend(speaker(story, names, id)),
        }
    }
    let speaks = |one: &Heard, article: usize| {
        heard.iter().find(|other| other.claim.article == article && other.surname == one.surname)
    };
    let mut differences = Vec::new();
    for one in &silent {
        // Who speaks in the same article was silent about something else.
        if speaks(one, one.claim.article).is_none() {
            let others = (0..story.articles.len()).filter_map(|article| speaks(one, article));
            differences.extend(others.map(|other| difference(story, one, other)));
        }
    }
    differences
}

/// Where a claim says that somebody would not comment.
fn silence(sentence: &Sentence) -> Option<(usize, Span)> {
    let words = &sentence.words;
    (0..words.len()).find_map(|idx| {
        let (n_words, _) = SILENCES.at(&words[idx..])?;
        Some((idx, words[idx].span.cover(words[idx + n_words - 1].span)))
    })
}

/// The person whom the claim at `id` credits.
fn speaker(story: &Story, names: &Names, id: ClaimId) -> Option<Heard> {
    let source = story.articles[id.article].claims[id.claim].attribution?.source?;
    let sentence = story.sentence(id);
    let name = names.of(id).iter().rev().find(|name| source.overlaps(name.place(id).span))?;
    let surname = name.surname(sentence)?.to_owned();
    Some(Heard { claim: id, span: source, surname })
}

fn difference(story: &Story, silent: &Heard, heard: &Heard) -> Difference {
    let words = |one: &Heard| story.articles[one.claim.article].words(one.span).to_owned();
    let place =
        |one: &Heard, key: &str| Place { claim: one.claim, span: one.span, quantity: None, key: key.to_owned() };
    let mut places = [place(silent, "silent"), place(heard, "heard")];
    places.sort_by_key(|place| (place.claim, place.span));
    Difference {
        kind: FindingKind::Negation,
        relation: Relation::Update,
        certainty: Certainty::Low,
        what: words(heard),
        is_noun: false,
        places,
        why: vec![met(Condition::Denied(words(silent))), reason(Condition::SamePlace, false)],
        strength: 0.4,
    }
}

static SILENCES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(lexicon::SILENCES.rows()));
