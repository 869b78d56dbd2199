#![doc = include_str!("../../assets/help/figure.md")]
//!
//! Comes in: a [`Pair`] of figures. Goes out: a [`Difference`] with the conditions that were met and those that were not.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::difference::{Difference, Place, met, reason};
use super::naming;
use super::pairs::{Pair, Subject};
use super::values::{self, Match};
use super::words::{Sentence, Story, Word};
use super::{Condition, FindingKind, Reason, Relation};
use crate::alignment::{Certainty, ClaimId};
use crate::figures::{Figure, Kind, Range};
use crate::lexicon;

/// From this strength on, figures that cannot both hold are called a conflict.
const CONFLICT: f64 = 0.42;
/// From this strength on, they are shown as a difference.
const DIFFERS: f64 = 0.30;
/// From this strength on, a rounded, bounded or coarser value is shown.
const ROUNDING: f64 = 0.30;
/// From this strength on, equal values count as an agreement.
const AGREES: f64 = 0.20;
/// A pair this strong is as good as sure.
const SURE: f64 = 0.65;

/// What the two figures of `pair` say of each other; nothing where they are too unlike to tell.
pub(super) fn judge(story: &Story, pair: &Pair) -> Option<Difference> {
    let is_date = matches!(figure(story, pair.a).kind, Kind::Date | Kind::Time);
    let mut why: Vec<Reason> = Vec::new();
    let name = naming::name(story, pair);
    match pair.subject {
        Subject::Same => why.push(met(Condition::SameSubject(naming::head(story, pair.a).unwrap_or_default()))),
        Subject::People => why.push(met(Condition::BothPeople)),
        Subject::Unsaid => {}
        Subject::Other => {
            why.push(reason(Condition::SameSubject(naming::head(story, pair.a).unwrap_or_default()), false));
        }
    }
    if let Some(event) = &name.event {
        why.push(met(Condition::SameEvent(event.clone())));
    }
    let relation = match pair.matches {
        Match::Same => {
            why.push(met(Condition::ValuesMeet));
            Relation::Agrees
        }
        Match::Rounded | Match::Admits => {
            why.push(reason(Condition::BothExact, false));
            why.push(met(Condition::ValuesMeet));
            Relation::Rounding
        }
        Match::CutShort => {
            why.push(met(Condition::CutShort));
            Relation::Differs
        }
        Match::Near => {
            why.push(reason(Condition::BothExact, false));
            Relation::Differs
        }
        Match::Apart | Match::Unlike => apart(story, pair, is_date, &mut why),
    };
    let least = match relation {
        Relation::Agrees => AGREES,
        Relation::Rounding => ROUNDING,
        Relation::Conflict | Relation::Differs | Relation::Update | Relation::Scope => DIFFERS,
    };
    if pair.strength < least {
        return None;
    }
    let certainty = if pair.strength >= SURE {
        Certainty::High
    } else if pair.strength >= CONFLICT {
        Certainty::Medium
    } else {
        Certainty::Low
    };
    Some(Difference {
        kind: if is_date { FindingKind::Date } else { FindingKind::Figure },
        relation,
        certainty,
        what: name.what,
        places: [place(story, pair.a), place(story, pair.b)],
        why,
        strength: pair.strength,
    })
}

/// The relation of two values that cannot both hold for one thing.
fn apart(story: &Story, pair: &Pair, is_date: bool, why: &mut Vec<Reason>) -> Relation {
    let (x, y) = (figure(story, pair.a), figure(story, pair.b));
    why.push(reason(Condition::ValuesMeet, false));
    if x.part_of.is_some() != y.part_of.is_some() {
        why.push(met(Condition::PartOfWhole));
        return Relation::Scope;
    }
    if x.is_increment != y.is_increment {
        why.push(met(Condition::Increment));
        return Relation::Scope;
    }
    if let Some((p, q)) = contrast(story, pair) {
        why.push(met(Condition::OtherGroup(p, q)));
        return Relation::Scope;
    }
    if !is_date && let Some((p, q)) = other_period(story, pair) {
        why.push(met(Condition::OtherPeriod(p, q)));
        return Relation::Scope;
    }
    if !is_date && let Some(later) = grows(story, pair) {
        why.push(met(Condition::LaterReport(later)));
        return Relation::Update;
    }
    let exact = x.hedge.is_none() && y.hedge.is_none() && !is_open(x) && !is_open(y);
    if exact {
        why.push(met(Condition::BothExact));
    } else {
        why.push(reason(Condition::BothExact, false));
    }
    if pair.strength >= CONFLICT && pair.subject != Subject::Other {
        Relation::Conflict
    } else {
        why.push(reason(Condition::SamePlace, false));
        Relation::Differs
    }
}

fn is_open(figure: &Figure) -> bool {
    match &figure.quantity.range {
        Range::Number { low, high } => low.is_none() || high.is_none(),
        Range::Date { low, high } => low.is_none() || high.is_none(),
        Range::Time { low, high } => low.is_none() || high.is_none(),
    }
}

/// The figure at `id`.
pub(super) fn figure<'a>(story: &'a Story, (claim, idx): (ClaimId, usize)) -> &'a Figure {
    &story.articles[claim.article].figures[claim.claim][idx]
}

fn place(story: &Story, id: (ClaimId, usize)) -> Place {
    let figure = figure(story, id);
    let hedged = figure.hedge.map_or(figure.span, |hedge| hedge.span.cover(figure.span));
    let span = if hedged.len() <= figure.span.len() + 24 { hedged } else { figure.span };
    Place { claim: id.0, span, quantity: Some(figure.quantity.clone()), key: String::new() }
}

static CONTRASTS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::CONTRASTS.rows().map(|row| (row[0], row[1])).collect());

static GROWING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::GROWING_COUNTS.rows().map(|row| row[0]).collect());

/// So many words on each side of a figure can set it against another.
const CONTRAST_REACH: usize = 4;

/// Words beside the two figures that set them against each other: *federal* taxes, *state* taxes.
fn contrast(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let (left, right) = (beside(story, pair.a), beside(story, pair.b));
    for p in &left {
        let Some(set) = CONTRASTS.get(p.lower.as_str()) else { continue };
        if right.iter().any(|q| q.lower == p.lower) {
            continue;
        }
        let other = right
            .iter()
            .find(|q| CONTRASTS.get(q.lower.as_str()) == Some(set) && !left.iter().any(|word| word.lower == q.lower));
        if let Some(q) = other {
            return Some((p.lower.clone(), q.lower.clone()));
        }
    }
    None
}

fn sentence<'a>(story: &'a Story, claim: ClaimId) -> &'a Sentence {
    &story.sentences[claim.article][claim.claim]
}

/// The words close to a figure, up to the next break.
fn beside<'a>(story: &'a Story, (claim, idx): (ClaimId, usize)) -> Vec<&'a Word> {
    let sentence = sentence(story, claim);
    let Some(range) = sentence.figures.get(idx) else { return Vec::new() };
    let words = &sentence.words;
    let before = (0..range.start.min(words.len()))
        .rev()
        .take(2)
        .take_while(|&at| !words[at + 1..].first().is_some_and(|w| w.after_break));
    let after = (range.end..words.len()).take(CONTRAST_REACH).take_while(|&at| !words[at].after_break);
    before.chain(after).map(|at| &words[at]).collect()
}

/// So many words away a date still says for when a figure holds.
const PERIOD_REACH: usize = 8;

/// The periods of the two figures where they differ, as printed.
fn other_period(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let (p, q) = (period(story, pair.a)?, period(story, pair.b)?);
    let (article_a, article_b) = (story.articles[pair.a.0.article], story.articles[pair.b.0.article]);
    let (p_words, q_words) = (article_a.words(p.span), article_b.words(q.span));
    (values::compare(p, p_words, q, q_words) == Match::Apart).then(|| (p_words.to_owned(), q_words.to_owned()))
}

/// The year or longer stretch of the calendar nearest to a figure in its claim.
fn period<'a>(story: &'a Story, (claim, idx): (ClaimId, usize)) -> Option<&'a Figure> {
    let sentence = sentence(story, claim);
    let own = sentence.figures.get(idx)?;
    let figures = &story.articles[claim.article].figures[claim.claim];
    figures
        .iter()
        .zip(&sentence.figures)
        .filter(|(figure, _)| figure.kind == Kind::Date && is_period(figure))
        .map(|(figure, range)| {
            let gap = if range.start >= own.end { range.start - own.end } else { own.start.saturating_sub(range.end) };
            (gap, figure)
        })
        .filter(|(gap, _)| *gap <= PERIOD_REACH)
        .min_by_key(|(gap, figure)| (*gap, figure.span))
        .map(|(_, figure)| figure)
}

fn is_period(figure: &Figure) -> bool {
    matches!(&figure.quantity.range, Range::Date { low: Some(low), .. } if low.day.is_none() && low.weekday.is_none() && low.year.is_some())
}

/// Whether the later of two reports counts more of something that only grows; answers its number as printed.
fn grows(story: &Story, pair: &Pair) -> Option<String> {
    let published = |id: (ClaimId, usize)| story.articles[id.0.article].article.details.published;
    let (earlier, later) = (published(pair.a)?, published(pair.b)?);
    let (first, second) = match earlier.cmp(&later) {
        std::cmp::Ordering::Less => (pair.a, pair.b),
        std::cmp::Ordering::Greater => (pair.b, pair.a),
        std::cmp::Ordering::Equal => return None,
    };
    let (x, y) = (figure(story, first), figure(story, second));
    if x.kind != Kind::Count || y.kind != Kind::Count {
        return None;
    }
    let low = |figure: &Figure| figure.quantity.in_base_unit().and_then(|(low, high)| low.or(high));
    let more = low(y)? > low(x)?;
    let says_so = |id: (ClaimId, usize)| beside(story, id).iter().any(|word| GROWING.contains(word.lower.as_str()));
    let counted =
        |id: (ClaimId, usize)| sentence(story, id.0).words.iter().any(|word| GROWING.contains(word.lower.as_str()));
    let grows = (says_so(first) || counted(first)) && (says_so(second) || counted(second));
    (more && grows).then(|| story.articles[second.0.article].words(y.span).to_owned())
}
