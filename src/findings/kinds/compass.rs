//! A place, and its north or south: "Tarn Hill" here, "South Tarn Hill" there.
//!
//! Takes two linked claims with their names. Returns a [`Difference`] where one names a part of a place by a point of
//! the compass and the other the place alone, and neither article has the other's form anywhere. Time is the product of
//! the names of both claims.

use super::name::{Name, Names};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, met, reason};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, FindingKind, Relation};

/// Likeness of the two claims, 0 to 1, from which on their names are compared.
const ALIKE: f64 = 0.15;

/// Returns the place that is named with a point of the compass in one claim of `link` alone.
pub(in crate::findings) fn find(story: &Story, names: &Names, link: &Link) -> Option<Difference> {
    let alike = story.alike(link.a, link.b);
    if alike < ALIKE {
        return None;
    }
    let pairs = names.of(link.a).iter().flat_map(|p| names.of(link.b).iter().map(move |q| (p, q)));
    let (p, q) = pairs.into_iter().find(|(p, q)| {
        let is_apart = is_part_of(p, q) || is_part_of(q, p);
        is_apart && !has(story, names, link.a.article, q) && !has(story, names, link.b.article, p)
    })?;
    let words = |id: ClaimId, name: &Name| story.articles[id.article].words(name.place(id).span).to_owned();
    Some(Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what: words(link.a, p),
        is_noun: false,
        places: [p.place(link.a), q.place(link.b)],
        why: vec![met(Condition::OtherNames(words(link.a, p), words(link.b, q))), reason(Condition::SamePlace, true)],
        strength: alike.min(1.0),
    })
}

/// Whether `p` is `q` with a point of the compass before it.
fn is_part_of(p: &Name, q: &Name) -> bool {
    match p.parts.split_first() {
        Some((first, rest)) => is_point(first) && !rest.is_empty() && rest == q.parts.as_slice(),
        None => false,
    }
}

fn is_point(word: &str) -> bool {
    let stem = word.strip_suffix("ern").unwrap_or(word);
    matches!(stem, "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest")
}

/// Whether `article` has a name of just these words.
fn has(story: &Story, names: &Names, article: usize, name: &Name) -> bool {
    story.claims_of(article).any(|id| names.of(id).iter().any(|other| other.parts == name.parts))
}
