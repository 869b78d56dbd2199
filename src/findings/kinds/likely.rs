//! How likely something is said to be: "will stay" against "is expected to stay" or "may stay", "is the largest"
//! against "is projected to be the largest".
//!
//! Takes two linked claims. Returns a [`Difference`] for the verb both have that one is surer of. Words of likelihood
//! are those of `likelihoods.tsv`, with small words alone between them and the verb. Time is the product of the lengths
//! of both claims.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::of_claims::OfClaims;
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;

/// The most words from a word of likelihood to its verb: "expected to", "projected to be the".
const REACH: usize = 4;

/// Likeness of the two places, 0 to 1, from which on they are compared. Chosen on 54 stories: 0.20 here and 2.0 for
/// `NEAR` add one hint that is wrong, 0.32 here loses one that is right.
const ALIKE: f64 = 0.25;
/// What the shared words near both places amount to ([`Slot::shared`](slot::Slot::shared)), from which on they are
/// compared, however little alike. Chosen together with `ALIKE`.
const NEAR: f64 = 3.0;

/// How sure a claim is of a verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Possible,
    Likely,
    Sure,
    /// Said of the present without any such word.
    Flat,
}

/// The words of every claim whose likelihood is stated, with their index.
pub(in crate::findings) struct Likelihoods(OfClaims<Vec<(usize, Said)>>);

impl Likelihoods {
    /// Reads the claims of `story`.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        Self(OfClaims::read(story, |id| graded(story.sentence(id))))
    }
}

/// Returns the verb of which one claim of `link` is surer.
pub(in crate::findings) fn find(story: &Story, likelihoods: &Likelihoods, link: &Link) -> Option<Difference> {
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let (left, right) = (likelihoods.0.of(link.a), likelihoods.0.of(link.b));
    let mut best: Option<Difference> = None;
    for (i, x) in left {
        for (j, y) in right.iter().filter(|(j, _)| b.words[*j].stem == a.words[*i].stem) {
            if !is_apart(*x, *y) {
                continue;
            }
            let slot = slot::compare(story, a, &(*i..i + 1), b, &(*j..j + 1));
            let likeness = slot.likeness();
            let is_alike = likeness >= ALIKE || slot.shared >= NEAR;
            if is_alike && best.as_ref().is_none_or(|best| likeness > best.strength) {
                best = Some(difference(story, link, likeness, (*i, *x), (*j, *y)));
            }
        }
    }
    best
}

/// Whether one claim is surer than the other, and neither tells of the past.
fn is_apart((x, _): Said, (y, _): Said) -> bool {
    let (low, high) = (x.min(y), x.max(y));
    matches!((low, high), (Grade::Possible, Grade::Likely | Grade::Sure) | (Grade::Likely, Grade::Sure | Grade::Flat))
}

/// How sure, and the word that says so.
type Said = (Grade, usize);

/// The words of a claim whose likelihood is stated.
fn graded(sentence: &Sentence) -> Vec<(usize, Said)> {
    let words = &sentence.words;
    let told = (0..words.len())
        .filter(|&idx| words[idx].is_content && !words[idx].is_figure && grade_of(&words[idx]).is_none());
    told.filter_map(|idx| {
        let first = idx.saturating_sub(REACH);
        let near = (first..idx).rev().take_while(|&at| !words[at + 1].after_break && !words[at + 1].after_quote);
        let mut found: Option<Said> = None;
        let mut is_present = None;
        for at in near {
            let word = &words[at];
            match grade_of(word) {
                Some(grade) if found.is_none_or(|(known, _)| grade < known) => found = Some((grade, at)),
                Some(_) => {}
                None if word.is_content && !word.lower.ends_with("ly") => break,
                None if matches!(word.lower.as_str(), "are" | "is") => is_present = Some((Grade::Flat, at)),
                None => {}
            }
        }
        found.or(is_present).map(|said| (idx, said))
    })
    .collect()
}

fn grade_of(word: &Word) -> Option<Grade> {
    match LIKELIHOODS.get(word.lower.as_str()) {
        Some(&"sure") => Some(Grade::Sure),
        Some(&"likely") => Some(Grade::Likely),
        Some(_) => Some(Grade::Possible),
        None => None,
    }
}

fn difference(story: &Story, link: &Link, likeness: f64, (i, x): (usize, Said), (j, y): (usize, Said)) -> Difference {
    let place = |claim: ClaimId, idx: usize, (_, by): Said| {
        let words = &story.sentence(claim).words;
        let span = words[by].span.cover(words[idx].span);
        let key: Vec<&str> = words[by..=idx].iter().map(|word| word.lower.as_str()).collect();
        Place { claim, span, quantity: None, key: key.join(" ") }
    };
    let unsure = if x.0 < y.0 { (link.a, x.1) } else { (link.b, y.1) };
    let hedge = story.sentence(unsure.0).words[unsure.1].lower.clone();
    Difference {
        kind: FindingKind::Hedge,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: story.articles[link.a.article].words(story.sentence(link.a).words[i].span).to_owned(),
        is_noun: false,
        places: [place(link.a, i, x), place(link.b, j, y)],
        why: vec![met(Condition::HedgeDropped(hedge)), reason(Condition::SamePlace, true)],
        strength: likeness.min(1.0),
    }
}

static LIKELIHOODS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::LIKELIHOODS.rows().map(|row| (row[0], row[1])).collect());
