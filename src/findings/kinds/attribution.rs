#![doc = include_str!("../../../assets/help/attribution.md")]
//!
//! Takes two linked claims. Returns a [`Difference`] where both say who said it and the sources have no telling word in
//! common. Short forms of one source (*Ann Ward, a spokeswoman* / *Ms. Ward*) share a word and are left in peace; a
//! pronoun names nobody.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::slot;
use crate::findings::reading::words::{Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// Likeness of the two claims, 0 to 1, from which on their sources are compared: of two statements on one topic each
/// may have its own.
const ALIKE: f64 = 0.55;

/// Returns the sources of the claims of `link` where they differ.
pub(in crate::findings) fn find(story: &Story, link: &Link) -> Option<Difference> {
    let source = |id: ClaimId| story.articles[id.article].claims[id.claim].attribution.and_then(|found| found.source);
    let (p, q) = (source(link.a)?, source(link.b)?);
    let (left, right) = (telling(story, link.a, p), telling(story, link.b, q));
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let is_shared = |word: &Word| {
        right.iter().any(|other| other.stem == word.stem)
            || whole(story, link.b).iter().any(|other| other.is_capital && word.is_capital && other.stem == word.stem)
    };
    let names_shared = right.iter().any(|word| {
        word.is_capital && whole(story, link.a).iter().any(|other| other.is_capital && other.stem == word.stem)
    });
    if left.iter().any(|word| is_shared(word))
        || names_shared
        || are_initials(&left, &right)
        || are_initials(&right, &left)
    {
        return None;
    }
    // The police, the cops and the officers are one source; who only passes on what others said is none.
    let are_police = |words: &[&Word]| words.iter().any(|word| is_of(word, "police"));
    let is_carrier = |words: &[&Word]| words.iter().any(|word| is_of(word, "carrier"));
    if are_police(&left) && are_police(&right) || is_carrier(&left) || is_carrier(&right) {
        return None;
    }
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let likeness = slot::compare(story, a, &range(story, link.a, p), b, &range(story, link.b, q)).whole;
    let place = |claim: ClaimId, span: Span, words: &[&Word]| Place {
        claim,
        span,
        quantity: None,
        key: words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" "),
    };
    (likeness >= ALIKE).then(|| Difference {
        kind: FindingKind::Attribution,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: story.articles[link.a.article].words(p).to_owned(),
        is_noun: false,
        places: [place(link.a, p, &left), place(link.b, q, &right)],
        why: vec![met(Condition::OtherSource), reason(Condition::SamePlace, true)],
        strength: likeness,
    })
}

/// Whether a word of a source's name is of `class` in `source_words.tsv`.
fn is_of(word: &Word, class: &str) -> bool {
    SOURCE_WORDS.get(word.lower.as_str()) == Some(&class)
}

static SOURCE_WORDS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::SOURCE_WORDS.rows().map(|row| (row[0], row[1])).collect());

/// Whether `short` is a single word of the initials of `long`: CHP, the California Highway Patrol.
fn are_initials(short: &[&Word], long: &[&Word]) -> bool {
    let [only] = short else { return false };
    let initials: String =
        long.iter().filter(|word| word.is_capital).filter_map(|word| word.lower.chars().next()).collect();
    initials.len() > 1 && only.lower == initials
}

fn whole<'a>(story: &'a Story, id: ClaimId) -> &'a [Word] {
    &story.sentence(id).words
}

fn telling<'a>(story: &'a Story, id: ClaimId, source: Span) -> Vec<&'a Word> {
    whole(story, id).iter().filter(|word| source.contains(word.span) && word.is_content).collect()
}

fn range(story: &Story, id: ClaimId, span: Span) -> std::ops::Range<usize> {
    let words = whole(story, id);
    let start = words.partition_point(|word| word.span.end <= span.start);
    start..words.partition_point(|word| word.span.start < span.end).max(start)
}
