//! Which figure of one claim stands for which figure of another: paired by what they count and by what stands around them, not by
//! their number.
//!
//! Comes in: a pair of claims that were linked. Goes out: [`Pair`]s, each figure at most once. Figures of equal value are taken
//! first where their places allow it, so that what is left over is what may differ.

use rustc_hash::FxHashSet;

use std::sync::LazyLock;

use super::slot::{self, Slot};
use super::values::{self, Match};
use super::words::{Story, Word};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::figures::{Figure, Kind};
use crate::lexicon;

/// Two figures that may stand for the same thing.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The claim and the index of the figure in it.
    pub(super) a: (ClaimId, usize),
    /// The same in the other article.
    pub(super) b: (ClaimId, usize),
    /// How their values stand to each other.
    pub(super) matches: Match,
    /// How alike the things are that they count.
    pub(super) subject: Subject,
    /// Everything that speaks for the pair, 0 to 1.
    pub(super) strength: f64,
}

/// How alike two counted things are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// Other things.
    Other,
    /// At least one does not say what it counts.
    Unsaid,
    /// Both count people, in other words.
    People,
    /// The same noun or a synonym.
    Same,
}

/// Pairs whose places are less alike than this are not looked at.
const LEAST: f64 = 0.05;
/// How much an equal value adds when pairs compete for a figure.
const EQUAL_FIRST: f64 = 0.45;
/// The same for a rounded or admitted value.
const CLOSE_FIRST: f64 = 0.30;

/// Pairs the figures of the two claims of `link`.
pub(super) fn pair(story: &Story, link: &Link) -> Vec<Pair> {
    let figures = |id: ClaimId| story.articles[id.article].figures[id.claim].as_slice();
    let (xs, ys) = (figures(link.a), figures(link.b));
    let mut candidates: Vec<(f64, Pair)> = Vec::new();
    for (i, x) in xs.iter().enumerate() {
        for (j, y) in ys.iter().enumerate() {
            if let Some(pair) = candidate(story, link, (i, x), (j, y)) {
                let first = match pair.matches {
                    Match::Same => EQUAL_FIRST,
                    Match::Rounded | Match::Admits | Match::CutShort => CLOSE_FIRST,
                    Match::Near | Match::Apart | Match::Unlike => 0.0,
                };
                candidates.push((pair.strength + first, pair));
            }
        }
    }
    candidates.sort_by(|p, q| q.0.total_cmp(&p.0).then_with(|| (p.1.a, p.1.b).cmp(&(q.1.a, q.1.b))));
    let (mut taken_a, mut taken_b) = (FxHashSet::default(), FxHashSet::default());
    let all = candidates.clone();
    let mut pairs: Vec<Pair> = candidates
        .into_iter()
        .map(|(_, pair)| pair)
        .filter(|pair| {
            let is_free = !taken_a.contains(&pair.a.1) && !taken_b.contains(&pair.b.1);
            if is_free {
                taken_a.insert(pair.a.1);
                taken_b.insert(pair.b.1);
            }
            is_free
        })
        .collect();
    // A part whose whole has its counterpart is set beside it: three of the nine, nine.
    let is_part = |id: (ClaimId, usize)| figures(id.0)[id.1].part_of.is_some();
    let parts = all.into_iter().map(|(_, pair)| pair).filter(|pair| {
        let (free_a, free_b) = (!taken_a.contains(&pair.a.1), !taken_b.contains(&pair.b.1));
        pair.matches == Match::Apart
            && ((free_a && !free_b && is_part(pair.a)) || (!free_a && free_b && is_part(pair.b)))
    });
    pairs.extend(parts);
    pairs
}

fn candidate(story: &Story, link: &Link, (i, x): (usize, &Figure), (j, y): (usize, &Figure)) -> Option<Pair> {
    if !comparable(x, y) {
        return None;
    }
    let (article_a, article_b) = (story.articles[link.a.article], story.articles[link.b.article]);
    let matches = values::compare(x, article_a.words(x.span), y, article_b.words(y.span));
    if matches == Match::Unlike {
        return None;
    }
    let subject = subject(story, (link.a, i), (link.b, j), x.kind);
    let sentence = |id: ClaimId| &story.sentences[id.article][id.claim];
    let (a, b) = (sentence(link.a), sentence(link.b));
    let slot = slot::compare(story, a, a.figures.get(i)?, b, b.figures.get(j)?);
    let n_like = |id: ClaimId, figure: &Figure| {
        story.articles[id.article].figures[id.claim].iter().filter(|other| comparable(other, figure)).count()
    };
    let (n_a, n_b) = (n_like(link.a, y), n_like(link.b, x));
    let n_elsewhere = usize::from(story.says(link.b.article, x)) + usize::from(story.says(link.a.article, y));
    let evidence = Evidence {
        slot,
        subject,
        is_counted: matches!(x.kind, Kind::Count | Kind::Ordinal),
        n_rivals: n_a.max(n_b),
        n_elsewhere: if matches == Match::Same || link.a.article == link.b.article { 0 } else { n_elsewhere },
        holds: story.holds(link.a, link.b).max(story.holds(link.b, link.a)),
        link: if link.certainty == Certainty::Low { None } else { Some(link.score) },
        scale_apart: scale_apart(x, y),
        is_early: link.a.claim.min(link.b.claim) < EARLY,
    };
    let strength = evidence.strength();
    let is_plausible = match subject {
        Subject::Other => slot.beside >= 0.5 && slot.near >= 0.4,
        Subject::Unsaid | Subject::People | Subject::Same => true,
    };
    (strength >= LEAST && is_plausible).then_some(Pair { a: (link.a, i), b: (link.b, j), matches, subject, strength })
}

/// How many times the greater value is the lesser, as a power of ten; 0 for dates, and where it is a thousand times: "million" for "billion".
fn scale_apart(x: &Figure, y: &Figure) -> f64 {
    let middle = |figure: &Figure| {
        let (low, high) = figure.quantity.in_base_unit()?;
        let value = (low.or(high)? + high.or(low)?) / 2.0;
        (value > 0.0).then(|| value.log10())
    };
    match (middle(x), middle(y)) {
        (Some(p), Some(q)) => {
            let apart = (p - q).abs();
            if (apart - 3.0).abs() < 1e-6 { 0.0 } else { apart.min(2.0) }
        }
        _ => 0.0,
    }
}

/// The word a figure counts, if it says so.
pub(super) fn head<'a>(story: &'a Story, (claim, idx): (ClaimId, usize)) -> Option<&'a Word> {
    let span = story.articles[claim.article].figures[claim.claim].get(idx)?.what?.head;
    let sentence = &story.sentences[claim.article][claim.claim];
    let at = sentence.words.partition_point(|word| word.span.end <= span.start);
    sentence.words.get(at).filter(|word| word.span.overlaps(span))
}

/// Claims before this one are the head of an article, where outlets tell the same.
const EARLY: usize = 3;

/// What speaks for and against a pair.
struct Evidence {
    slot: Slot,
    subject: Subject,
    is_counted: bool,
    /// The most figures of that kind in either claim.
    n_rivals: usize,
    /// On how many sides the value is also given elsewhere by the other article: it has its counterpart there.
    n_elsewhere: usize,
    /// The part of one claim's telling words that the other has too, the greater of both.
    holds: f64,
    /// The score of the link, where the claims were linked.
    link: Option<f64>,
    /// How many times the greater value is the lesser, as a power of ten.
    scale_apart: f64,
    is_early: bool,
}

impl Evidence {
    /// How surely the two stand for one quantity, 0 to 1: a logistic model of 12 weights, fitted on the pairs of the news stories
    /// of the outside references (1,470 pairs, 290 of one quantity) and rounded.
    fn strength(&self) -> f64 {
        let subject = match self.subject {
            Subject::Same => 0.4,
            Subject::People | Subject::Unsaid => 0.0,
            Subject::Other => -1.4,
        };
        let rivals = match self.n_rivals {
            0 | 1 => 1.2,
            2 => 0.1,
            _ => 0.0,
        };
        let elsewhere = match self.n_elsewhere {
            0 => 0.0,
            1 => -0.7,
            _ => -1.1,
        };
        let link = self.link.map_or(0.0, |score| 0.6 + 1.3 * score.min(0.8));
        let name = if self.slot.same_name == Some(false) { -0.5 } else { 0.0 };
        let sum = -3.8 - 2.9 * (self.scale_apart - 0.3).max(0.0)
            + name
            + 0.9 * self.slot.near
            + 2.5 * self.slot.tight
            + 2.0 * self.slot.beside
            + 0.7 * self.holds
            + if self.is_counted { 0.5 } else { 0.0 }
            + if self.is_early { 1.2 } else { 0.0 }
            + subject
            + rivals
            + elsewhere
            + link;
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Whether two figures could stand for one quantity, by kind, unit and the part they play.
fn comparable(x: &Figure, y: &Figure) -> bool {
    let opposed = matches!((x.role, y.role), (Some(p), Some(q)) if p != q);
    let one_kind = x.kind == y.kind && x.kind != Kind::Label && x.quantity.is_comparable(&y.quantity);
    // "97 to 1" reads like a range; "a third" is set beside 34 percent.
    let is_tally = |p: &Figure, q: &Figure| {
        p.kind == Kind::Score
            && q.kind == Kind::Count
            && q.quantity.unit.is_none()
            && !q.quantity.is_exact()
            && q.what.is_none()
    };
    let is_share = |p: &Figure, q: &Figure| {
        p.kind == Kind::Percent && q.kind == Kind::Count && values::share(p).is_some() && values::share(q).is_some()
    };
    !opposed && (one_kind || is_tally(x, y) || is_tally(y, x) || is_share(x, y) || is_share(y, x))
}

fn subject(story: &Story, a: (ClaimId, usize), b: (ClaimId, usize), kind: Kind) -> Subject {
    match (head(story, a), head(story, b)) {
        (Some(p), Some(q)) if p.stem == q.stem => Subject::Same,
        (Some(p), Some(q)) if is_person(&p.lower) && is_person(&q.lower) => Subject::People,
        (Some(_), Some(_)) if matches!(kind, Kind::Count | Kind::Ordinal) => Subject::Other,
        _ => Subject::Unsaid,
    }
}

static PERSON_NOUNS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::PERSON_NOUNS.rows().map(|row| row[0]).collect());

/// Whether a noun names people: by the list, or by its ending.
pub(super) fn is_person(lower: &str) -> bool {
    PERSON_NOUNS.contains(lower)
        || ["ists", "ians", "ees", "smen", "women", "eers", "ators", "makers", "workers", "holders"]
            .iter()
            .any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending))
}
