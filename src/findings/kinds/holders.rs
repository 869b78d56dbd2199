//! One role, two names: each article names one judge, and it is not the same one.
//!
//! Takes the names of the story. Returns [`Difference`]s between the holders of a role that one person has in a story.
//! It does not need linked claims: whoever reads two accounts of one trial notices that its judge changed. A long title
//! ("deputy harbor commissioner") tells enough by itself; a short one ("judge") only where the claims are alike as
//! well.

use rustc_hash::FxHashMap;

use super::name::{Name, Names, is_role_of_one};
use super::spelling::is_same;
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, met, reason};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, FindingKind, Relation};

/// Likeness of the two claims about a holder, 0 to 1, from which on they are compared.
const ALIKE: f64 = 0.10;
/// Likeness of the two claims, 0 to 1, from which on another holder of a short role is a conflict.
const CONFLICT: f64 = 0.15;
/// Words of a title from which on it belongs to one person.
const LONG_TITLE: usize = 3;

struct Holder<'a> {
    claim: ClaimId,
    name: &'a Name,
}

/// Returns the roles that have one holder in each of two articles, and not the same.
pub(in crate::findings) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let holders: Vec<Vec<(&str, Vec<Holder>)>> =
        (0..story.articles.len()).map(|article| holders(story, names, article)).collect();
    let mut differences = Vec::new();
    for (a, left) in holders.iter().enumerate() {
        for (b, right) in holders.iter().enumerate().skip(a + 1) {
            for (role, p) in left {
                let other = right.iter().find(|(other, _)| other == role);
                let Some((_, q)) = other else { continue };
                let knows = |article: usize, all: &[Holder]| all.iter().any(|one| names.knows(article, one.name));
                if !knows(b, p) && !knows(a, q) && !is_same(p[0].name, q[0].name) {
                    differences.extend(closest(story, role, p, q));
                }
            }
        }
    }
    differences
}

/// The roles that one person holds in an article, with every claim that says so, sorted by role.
fn holders<'a>(story: &Story, names: &'a Names, article: usize) -> Vec<(&'a str, Vec<Holder<'a>>)> {
    let mut found: FxHashMap<&str, Vec<Holder>> = FxHashMap::default();
    for id in story.claims_of(article) {
        for name in names.of(id) {
            for role in name.roles().filter(|role| is_single(role)) {
                found.entry(role).or_default().push(Holder { claim: id, name });
            }
        }
    }
    let mut found: Vec<(&str, Vec<Holder>)> =
        found.into_iter().filter(|(_, all)| all.iter().all(|one| is_same(one.name, all[0].name))).collect();
    found.sort_by_key(|(role, _)| *role);
    found
}

/// Whether one person has `role` in a story: a post of one, or a title of several words.
fn is_single(role: &str) -> bool {
    n_words(role) >= LONG_TITLE || is_role_of_one(role)
}

fn n_words(role: &str) -> usize {
    role.split(' ').count()
}

/// The two most alike claims about the holders, as a difference.
fn closest(story: &Story, role: &str, left: &[Holder], right: &[Holder]) -> Option<Difference> {
    let (alike, p, q) = left
        .iter()
        .flat_map(|p| right.iter().map(move |q| (p, q)))
        .map(|(p, q)| (story.alike(p.claim, q.claim), p, q))
        .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| (y.1.claim, y.2.claim).cmp(&(x.1.claim, x.2.claim))))?;
    let is_long = n_words(role) >= LONG_TITLE;
    if alike < ALIKE && !is_long {
        return None;
    }
    Some(Difference {
        kind: FindingKind::Name,
        // A hint, never a conflict: two people called president or sheriff are most often two.
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: role.to_owned(),
        is_noun: true,
        places: [p.name.place(p.claim), q.name.place(q.claim)],
        why: vec![met(Condition::SameRole(role.to_owned())), reason(Condition::SamePlace, alike >= CONFLICT)],
        strength: alike.min(1.0),
    })
}
