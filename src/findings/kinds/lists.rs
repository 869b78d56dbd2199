//! Two lists of names, one of which has more: "the A, B and C titles" against "the A and B titles".
//!
//! Takes two linked claims. Returns a [`Difference`] between lists that have at least two names in common and are
//! before or behind one word. Lists are capitalized runs with commas, "and" or "or" between. Time is linear in the
//! words.

use super::name::{is_role, is_title_case};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::of_claims::OfClaims;
use crate::findings::reading::words::{Sentence, Stem, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::text::Span;

/// The fewest names that two lists share.
const SHARED: usize = 2;
/// The most words of a name in a list.
const LONGEST: usize = 3;
/// How many words after a list, and how many before it, are searched for the word that it goes with.
const BESIDE: usize = 3;

/// A list of names.
struct List {
    /// The last word of each, in lower case.
    names: Vec<String>,
    span: Span,
    /// The telling words directly before and behind.
    beside: [Option<Stem>; 2],
}

/// The lists of names of every claim.
pub(in crate::findings) struct Lists(OfClaims<Vec<List>>);

impl Lists {
    /// Reads the claims of `story`.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        Self(OfClaims::read(story, |id| lists(story, id)))
    }
}

/// Returns the lists that differ between the claims of `link`.
pub(in crate::findings) fn find(story: &Story, lists: &Lists, link: &Link) -> Option<Difference> {
    for p in lists.0.of(link.a) {
        for q in lists.0.of(link.b) {
            let n_shared = p.names.iter().filter(|name| q.names.contains(name)).count();
            let is_same = n_shared == p.names.len() && n_shared == q.names.len();
            let goes_with = |side: usize| p.beside[side].is_some() && p.beside[side] == q.beside[side];
            if n_shared < SHARED || is_same || !goes_with(0) && !goes_with(1) {
                continue;
            }
            // Who names all of them elsewhere leaves nothing out.
            let is_known = |names: &[String], others: &[String], claim: ClaimId| {
                names.iter().filter(|name| !others.contains(name)).any(|name| is_said(story, claim.article, name))
            };
            if !is_known(&p.names, &q.names, link.b) && !is_known(&q.names, &p.names, link.a) {
                return Some(difference(story, link, p, q));
            }
        }
    }
    None
}

/// Whether `article` has the word anywhere.
fn is_said(story: &Story, article: usize, lower: &str) -> bool {
    story.sentences[article].iter().flat_map(|sentence| &sentence.words).any(|word| word.lower == lower)
}

fn difference(story: &Story, link: &Link, p: &List, q: &List) -> Difference {
    let place = |claim: ClaimId, list: &List| {
        let mut names = list.names.clone();
        names.sort_unstable();
        Place { claim, span: list.span, quantity: None, key: names.join(", ") }
    };
    let words = |claim: ClaimId, list: &List| story.articles[claim.article].words(list.span).to_owned();
    Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: words(link.a, p),
        is_noun: false,
        places: [place(link.a, p), place(link.b, q)],
        why: vec![met(Condition::OtherNames(words(link.a, p), words(link.b, q))), reason(Condition::SamePlace, true)],
        strength: story.alike(link.a, link.b).min(1.0),
    }
}

/// The lists of names of the claim at `id`.
fn lists(story: &Story, id: ClaimId) -> Vec<List> {
    let sentence = story.sentence(id);
    let words = &sentence.words;
    let mut found = Vec::new();
    if is_title_case(words) {
        return found;
    }
    let mut idx = 0;
    while idx < words.len() {
        let Some(mut end) = name_end(story, id, idx) else {
            idx += 1;
            continue;
        };
        let start = idx;
        let mut names = vec![words[end - 1].lower.clone()];
        loop {
            let is_joined = words.get(end).is_some_and(|word| matches!(word.lower.as_str(), "and" | "or"));
            let next = if is_joined { end + 1 } else { end };
            let is_parted =
                is_joined || words.get(next).is_some_and(|word| word.after_break || are_initials(story, id, word));
            let Some(next_end) = name_end(story, id, next).filter(|_| is_parted) else { break };
            names.push(words[next_end - 1].lower.clone());
            end = next_end;
        }
        if names.len() > 1 {
            found.push(list(sentence, start, end, names));
        }
        idx = end;
    }
    found
}

/// Whether a word is all in capitals: "WBA IBF" are two.
fn are_initials(story: &Story, id: ClaimId, word: &Word) -> bool {
    let printed = story.articles[id.article].words(word.span);
    printed.len() > 1 && printed.chars().all(char::is_uppercase)
}

/// Where the name that begins at `idx` ends.
fn name_end(story: &Story, id: ClaimId, idx: usize) -> Option<usize> {
    let words = &story.sentence(id).words;
    let is_part = |word: &Word| word.is_capital && word.is_content && !word.is_figure && !is_role(&word.lower);
    let first = words.get(idx).filter(|word| is_part(word))?;
    // "IBF WBO": words all in capitals are names of their own.
    if are_initials(story, id, first) {
        return Some(idx + 1);
    }
    let more = words[idx + 1..].iter().take_while(|word| is_part(word) && !word.after_break).count();
    (more < LONGEST).then_some(idx + 1 + more)
}

fn list(sentence: &Sentence, start: usize, end: usize, names: Vec<String>) -> List {
    let words = &sentence.words;
    let before = words[start.saturating_sub(BESIDE)..start].iter().rev().find(|word| word.is_content);
    let behind = words[end..].iter().take(BESIDE).find(|word| word.is_content);
    List {
        names,
        span: words[start].span.cover(words[end - 1].span),
        beside: [before, behind].map(|word| word.map(|word| word.stem)),
    }
}
