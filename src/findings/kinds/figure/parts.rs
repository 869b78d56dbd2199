//! Parts, rests and additions: figures that differ because one is a piece of the other.
//!
//! Takes two figures of a pair. Returns whether words or other figures around them say that both can be true.

use crate::alignment::ClaimId;
use crate::figures::{Figure, Kind, Range};
use crate::findings::pairing::pairs::{self, Pair, Place};
use crate::findings::reading::words::Story;

/// Returns whether a figure is named as a part: three of the nine, 20 of the buyers.
pub(super) fn is_part(story: &Story, id: Place) -> bool {
    let sentence = story.sentence(id.0);
    let next = |offset: usize| {
        let at = sentence.figures.get(id.1).map_or(0, |range| range.end) + offset;
        sentence.words.get(at).map_or("", |word| word.lower.as_str())
    };
    story.figure(id).part_of.is_some()
        || (next(0) == "of"
            && (is_one(story.figure(id))
                || matches!(
                    next(1),
                    "the" | "them" | "those" | "these" | "its" | "his" | "her" | "their" | "our" | "whom"
                )))
}

/// "One of": a part, whatever follows.
fn is_one(figure: &Figure) -> bool {
    matches!(figure.quantity.range, Range::Number { low: Some(low), .. } if low == 1.0 && figure.kind == Kind::Count)
}

/// Returns whether a figure takes up what was spoken of before: "the two were released".
pub(super) fn is_anaphoric(story: &Story, id: Place) -> bool {
    let sentence = story.sentence(id.0);
    let Some(range) = sentence.figures.get(id.1) else { return false };
    let before = range.start.checked_sub(1).and_then(|at| sentence.words.get(at));
    // "The 14 May 3 marchers": a date is between the number and what it counts.
    let is_parted = sentence.words.get(range.end).is_some_and(|word| word.is_figure && !word.after_break);
    let figure = story.figure(id);
    figure.kind == Kind::Count && figure.what.is_none() && !is_parted && before.is_some_and(|word| word.lower == "the")
}

/// Returns whether the article that counts fewer people counts the greater number too: its few are part of them.
pub(super) fn knows_both(story: &Story, pair: &Pair) -> bool {
    let (x, y) = (story.figure(pair.a), story.figure(pair.b));
    let counts_people = |id| pairs::head(story, id).is_none_or(|head| pairs::is_person(&head.lower));
    if pair.a.0.article == pair.b.0.article
        || x.kind != Kind::Count
        || y.kind != Kind::Count
        || !counts_people(pair.a)
        || !counts_people(pair.b)
    {
        return false;
    }
    let (Some(p), Some(q)) = (value(x), value(y)) else { return false };
    let (few, many) = if p < q { (pair.a, y) } else { (pair.b, x) };
    gives(story, few.0.article, many, |id, other| {
        other.kind == Kind::Count
            && value(other) == value(many)
            && pairs::head(story, id).is_some_and(|head| pairs::is_person(&head.lower))
    })
}

/// Whether `article` gives the value of `wanted`, and in a figure that `fits`.
fn gives(story: &Story, article: usize, wanted: &Figure, fits: impl Fn(Place, &Figure) -> bool) -> bool {
    story.says(article, wanted)
        && story.articles[article].figures.iter().enumerate().any(|(claim, figures)| {
            let claim = ClaimId::at(article, claim);
            figures.iter().enumerate().any(|(idx, figure)| fits((claim, idx), figure))
        })
}

/// Returns whether the claim of the lesser count names what makes it the greater: "two were arrested, and a third
/// later" beside three.
pub(super) fn adds_up(story: &Story, pair: &Pair) -> bool {
    let (Some(p), Some(q)) = (value(story.figure(pair.a)), value(story.figure(pair.b))) else { return false };
    let ((few, id), many) = if p < q { ((p, pair.a), q) } else { ((q, pair.b), p) };
    let others = story.articles[id.0.article].figures[id.0.claim].iter().enumerate().filter(|(idx, _)| *idx > id.1);
    story.figure(id).kind == Kind::Count
        && others.into_iter().any(|(_, other)| match other.kind {
            Kind::Ordinal => value(other) == Some(many) && few + 1.0 == many,
            Kind::Count => other.is_increment && value(other).is_some_and(|more| few + more == many),
            _ => false,
        })
}

/// Returns whether each of the two claims gives both values: each has its own counterpart.
pub(super) fn are_told_by_both(story: &Story, pair: &Pair) -> bool {
    let gives = |id: ClaimId, wanted: &Figure| {
        story.articles[id.article].figures[id.claim]
            .iter()
            .any(|figure| figure.kind == wanted.kind && figure.quantity == wanted.quantity)
    };
    gives(pair.a.0, story.figure(pair.b)) && gives(pair.b.0, story.figure(pair.a))
}

/// Returns whether each of the two articles gives the other's value too, as a number of the same things or of what it
/// does not name: who gives both numbers counts two things.
pub(super) fn are_told_apart(story: &Story, pair: &Pair) -> bool {
    let noun = |id: Place| pairs::head(story, id).map(|head| head.stem);
    let gives_too = |article: usize, wanted: Place| {
        let (figure, counted) = (story.figure(wanted), noun(wanted));
        gives(story, article, figure, |id, other| {
            let is_one = other.kind == figure.kind && other.quantity == figure.quantity;
            is_one && noun(id).zip(counted).is_none_or(|(p, q)| p == q)
        })
    };
    gives_too(pair.a.0.article, pair.b) && gives_too(pair.b.0.article, pair.a)
}

/// Returns whether a figure is what two others of its claim differ by: by *seven* votes, 31 to 24.
pub(super) fn is_margin(story: &Story, id: Place) -> bool {
    let Some(margin) = value(story.figure(id)) else { return false };
    let figures = &story.articles[id.0.article].figures[id.0.claim];
    let mut ends: Vec<f64> = Vec::new();
    for (idx, other) in figures.iter().enumerate() {
        if idx != id.1 && matches!(other.kind, Kind::Count | Kind::Score) {
            let (low, high) = other.quantity.in_base_unit().unwrap_or_default();
            ends.extend(low.into_iter().chain(high.filter(|high| Some(*high) != low)));
        }
    }
    story.figure(id).kind == Kind::Count && margin > 1.0 && ends.iter().any(|p| ends.iter().any(|q| p - q == margin))
}

/// The number a figure gives, a bound where it gives no other.
fn value(figure: &Figure) -> Option<f64> {
    figure.quantity.in_base_unit().and_then(|(low, high)| low.or(high))
}
