//! One name in two spellings, wherever the articles print it.
//!
//! Comes in: the names of the story. Goes out: [`Difference`]s between names that are one but for a letter or two. Names of several words are
//! compared throughout; a word alone only where the claims are alike, for short names look alike by chance. A spelling that the other article
//! has as well is no other. Quadratic only in the number of different names of two articles.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, met, reason};
use super::name::{Name, Names};
use super::spelling::{is_nickname, misspelling};
use super::words::Story;
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId};

/// Claims about a name of one word share at least this.
const ALIKE: f64 = 0.25;

/// The names of one article by their words, with every place.
type Places<'a> = BTreeMap<String, Vec<(ClaimId, &'a Name)>>;

/// The names that are spelled otherwise in another article. Of one slip in several names, a surname alone and the whole name, the fullest
/// tells of it.
pub(super) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let all: Vec<Places> = (0..story.articles.len()).map(|article| places(story, names, article)).collect();
    let mut found: Vec<(BTreeSet<&str>, usize, Difference)> = Vec::new();
    for (a, left) in all.iter().enumerate() {
        for right in &all[a + 1..] {
            for (key, p) in left.iter().filter(|(key, _)| !right.contains_key(*key)) {
                let others = right.iter().filter(|(other, _)| !left.contains_key(*other));
                for (other, q) in others {
                    let Some(slip) = misspelling(p[0].1, q[0].1) else { continue };
                    let n_words = p[0].1.parts.len().min(q[0].1.parts.len());
                    let is_single = !key.contains(' ') || !other.contains(' ');
                    let is_first_name = p[0].1.parts.last().is_none_or(|last| last != slip.0 && last != slip.1);
                    let certainty = if is_first_name && is_nickname(slip.0, slip.1) {
                        // Anna, Anne: often two forms of one first name.
                        Certainty::Low
                    } else {
                        Certainty::Medium
                    };
                    let difference = closest(story, p, q, is_single).map(|found| Difference { certainty, ..found });
                    found.extend(
                        difference.map(|difference| (BTreeSet::from(<[&str; 2]>::from(slip)), n_words, difference)),
                    );
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

fn places<'a>(story: &Story, names: &'a Names, article: usize) -> Places<'a> {
    let mut found: Places = BTreeMap::new();
    for claim in 0..story.articles[article].claims.len() {
        let id = ClaimId { article, claim };
        for name in names.of(id) {
            found.entry(name.parts.join(" ")).or_default().push((id, name));
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
