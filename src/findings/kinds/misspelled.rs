//! One name in two spellings, wherever the articles print it.
//!
//! Takes the names of the story. Returns [`Difference`]s between names that are one but for a letter or two. Names of
//! several words are compared throughout; a word alone only where the claims are alike, for short names look alike by
//! chance. A spelling that the other article has as well is no other. Time is quadratic in the number of different
//! names of the story.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Name, Names};
use super::spelling::{is_nickname, misspelling};
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, met, reason};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, FindingKind, Relation};

/// Likeness of two claims, 0 to 1, from which on their names of one word are compared.
const ALIKE: f64 = 0.25;

/// The names of one article by their words, with every place.
type Places<'a> = BTreeMap<String, Vec<(ClaimId, &'a Name)>>;

/// Returns the names that are spelled otherwise in another article. Of one slip in several names, a surname alone and
/// the whole name, the fullest tells of it.
pub(in crate::findings) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let all: Vec<Places> = (0..story.articles.len()).map(|article| places(story, names, article)).collect();
    let mut found: Vec<(BTreeSet<&str>, usize, Difference)> = Vec::new();
    for (p, q, slip) in slips(&all) {
        let [left, right] = [(p, q), (q, p)].map(|(name, other)| only_with(&all, name, other));
        let n_words = p.parts.len().min(q.parts.len());
        let is_first_name = p.parts.last().is_none_or(|last| last != slip.0 && last != slip.1);
        let certainty = if is_first_name && is_nickname(slip.0, slip.1) {
            // Anna, Anne: often two forms of one first name.
            Certainty::Low
        } else {
            Certainty::Medium
        };
        for (a, places) in &left {
            for (b, others) in &right {
                let (earlier, later) = if a < b { (places, others) } else { (others, places) };
                if let Some(difference) = closest(story, earlier, later, n_words == 1) {
                    let slip = BTreeSet::from(<[&str; 2]>::from(slip));
                    found.push((slip, n_words, Difference { certainty, ..difference }));
                }
            }
        }
    }
    let mut fullest: BTreeMap<BTreeSet<&str>, usize> = BTreeMap::new();
    for (slip, n_words, _) in &found {
        let most = fullest.entry(slip.clone()).or_default();
        *most = (*most).max(*n_words);
    }
    found.retain(|(slip, n_words, _)| fullest.get(slip) == Some(n_words));
    found.into_iter().map(|(_, _, difference)| difference).collect()
}

/// The names of the story that are one but for a slip, each pair once, with the two words.
fn slips<'a>(all: &[Places<'a>]) -> Vec<(&'a Name, &'a Name, (&'a str, &'a str))> {
    let names: BTreeMap<&str, &Name> = all.iter().flatten().map(|(key, places)| (key.as_str(), places[0].1)).collect();
    let names: Vec<&Name> = names.into_values().collect();
    let pairs = names.iter().enumerate().flat_map(|(at, &p)| names[at + 1..].iter().map(move |&q| (p, q)));
    pairs.filter_map(|(p, q)| Some((p, q, misspelling(p, q)?))).collect()
}

/// The articles that have `name` and not `other`, with its places.
fn only_with<'p, 'a>(all: &'p [Places<'a>], name: &Name, other: &Name) -> Vec<(usize, &'p [(ClaimId, &'a Name)])> {
    let (name, other) = (key(name), key(other));
    let articles = all.iter().enumerate().filter(|(_, places)| !places.contains_key(&other));
    articles.filter_map(|(article, places)| Some((article, places.get(&name)?.as_slice()))).collect()
}

fn key(name: &Name) -> String {
    name.parts.join(" ")
}

fn places<'a>(story: &Story, names: &'a Names, article: usize) -> Places<'a> {
    let mut found: Places = BTreeMap::new();
    for id in story.claims_of(article) {
        for name in names.of(id) {
            found.entry(key(name)).or_default().push((id, name));
        }
    }
    found
}

/// The most alike claims with the two spellings, as a difference.
fn closest(
    story: &Story,
    left: &[(ClaimId, &Name)],
    right: &[(ClaimId, &Name)],
    is_single: bool,
) -> Option<Difference> {
    let pairs = left.iter().flat_map(|p| right.iter().map(move |q| (p, q)));
    let (alike, p, q) = pairs
        .map(|(p, q)| (story.alike(p.0, q.0), p, q))
        .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| (y.1.0, y.2.0).cmp(&(x.1.0, x.2.0))))?;
    if is_single && alike < ALIKE {
        return None;
    }
    Some(Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Medium,
        what: story.articles[p.0.article].words(p.1.place(p.0).span).to_owned(),
        is_noun: false,
        places: [p.1.place(p.0), q.1.place(q.0)],
        why: vec![met(Condition::OneSpelling), reason(Condition::SamePlace, alike >= ALIKE)],
        strength: 0.5 + alike.min(1.0) / 2.0,
    })
}
