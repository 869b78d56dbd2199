//! Which figure of one claim stands for which figure of another: paired by what they count and by what stands around them, not by
//! their number.
//!
//! Comes in: a pair of claims that were linked. Goes out: [`Pair`]s, each figure at most once. Figures of equal value are taken
//! first where their places allow it, so that what is left over is what may differ.

use rustc_hash::FxHashSet;

use std::sync::LazyLock;

use super::slot::{self, Slot};
use super::values::{self, Match};
use super::words::Story;
use crate::alignment::{ClaimId, Link};
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
const LEAST: f64 = 0.12;
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
    candidates
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
        .collect()
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
    let subject = subject(story, link, x, y);
    let sentence = |id: ClaimId| &story.sentences[id.article][id.claim];
    let (a, b) = (sentence(link.a), sentence(link.b));
    let slot = slot::compare(story, a, a.figures.get(i)?, b, b.figures.get(j)?);
    let n_like = |id: ClaimId, figure: &Figure| {
        story.articles[id.article].figures[id.claim].iter().filter(|other| comparable(other, figure)).count()
    };
    let (n_a, n_b) = (n_like(link.a, y), n_like(link.b, x));
    let strength = strength(slot, subject, x.kind, n_a.max(n_b), link.score);
    let is_plausible = match subject {
        Subject::Other => slot.beside >= 0.5 && slot.near >= 0.5,
        Subject::Unsaid | Subject::People | Subject::Same => true,
    };
    (strength >= LEAST && is_plausible).then_some(Pair { a: (link.a, i), b: (link.b, j), matches, subject, strength })
}

/// Everything that speaks for a pair, 0 to 1. The weights were set by hand so that on the news stories the pairs of one quantity
/// score above those of different ones.
fn strength(slot: Slot, subject: Subject, kind: Kind, n_rivals: usize, link: f64) -> f64 {
    let subject = match subject {
        Subject::Same => 0.22,
        Subject::People => 0.10,
        Subject::Unsaid => 0.04,
        Subject::Other => 0.0,
    };
    // A date, an age or a share needs no noun to say what it measures.
    let kind = if matches!(kind, Kind::Count | Kind::Ordinal) { 0.0 } else { 0.05 };
    let rivals = match n_rivals {
        0 | 1 => 0.12,
        2 => 0.04,
        _ => 0.0,
    };
    (0.42 * slot.near + 0.22 * slot.beside + 0.16 * slot.whole + subject + kind + rivals + 0.25 * link.min(0.6))
        .min(1.0)
}

/// Whether two figures could stand for one quantity, by kind, unit and the part they play.
fn comparable(x: &Figure, y: &Figure) -> bool {
    let same_kind = x.kind == y.kind
        || matches!((x.kind, y.kind), (Kind::Percent, Kind::Count) | (Kind::Count, Kind::Percent))
            && is_share(x)
            && is_share(y);
    let opposed = matches!((x.role, y.role), (Some(p), Some(q)) if p != q);
    same_kind
        && x.kind != Kind::Label
        && !opposed
        && (x.kind != y.kind || values::same_dimension(&x.quantity, &y.quantity))
}

fn is_share(figure: &Figure) -> bool {
    figure.kind == Kind::Percent
}

fn subject(story: &Story, link: &Link, x: &Figure, y: &Figure) -> Subject {
    let head = |id: ClaimId, figure: &Figure| {
        let span = figure.what?.head;
        let sentence = &story.sentences[id.article][id.claim];
        let at = sentence.words.partition_point(|word| word.span.end <= span.start);
        sentence.words.get(at).filter(|word| word.span.overlaps(span))
    };
    match (head(link.a, x), head(link.b, y)) {
        (Some(p), Some(q)) if p.stem == q.stem => Subject::Same,
        (Some(p), Some(q)) if is_person(&p.lower) && is_person(&q.lower) => Subject::People,
        (Some(_), Some(_)) if matches!(x.kind, Kind::Count | Kind::Ordinal) => Subject::Other,
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
