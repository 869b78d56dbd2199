//! How alike the places of two printed words are: what is around them, not what they say.
//!
//! Takes two claims and a range of words in each. Returns a [`Slot`]. The words around are weighed by how telling they
//! are within the story and by how near they are; a comma or dash between counts as distance. Numbers never count: a
//! figure does not by itself justify a match. Time is linear in the length of the two claims.

use std::ops::Range;

use super::words::{Sentence, Stem, Story, Word};
use crate::story::lists;

/// How alike two places are; each measure lies between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::findings) struct Slot {
    /// Shared telling words, the nearer the heavier.
    pub(in crate::findings) near: f64,
    /// Equal words directly before and after.
    pub(in crate::findings) beside: f64,
    /// The same with words fading twice as fast: the nearest two or three decide.
    pub(in crate::findings) tight: f64,
    /// Whether the nearest names are one; `None` if a side has none.
    pub(in crate::findings) same_name: Option<bool>,
    /// Whether the nearest events are one; `None` if a side has none.
    pub(in crate::findings) same_event: Option<bool>,
    /// Whether the words directly before are one, small words too.
    pub(in crate::findings) same_before: bool,
    /// Shared telling words of the whole claims.
    pub(in crate::findings) whole: f64,
    /// What the shared telling words amount to, the nearer the more; 0 or more, about 5 where a rare word is beside
    /// both places.
    pub(in crate::findings) shared: f64,
    /// Whether the first telling words behind both are one: "nine years in the reserves", "six years in the reserves".
    pub(in crate::findings) same_next: bool,
}

impl Slot {
    /// Returns how alike what is said there is, 0 to 1, where the words themselves say what happened.
    pub(in crate::findings) fn likeness(&self) -> f64 {
        0.55 * self.near + 0.25 * self.whole + 0.20 * self.beside
    }
}

/// Factor by which a word counts less for every word between, 0 to 1.
const FADING: f64 = 0.88;
/// How many words a comma, a dash or a bracket between counts for.
const BREAK: u32 = 2;
/// How many words on each side are compared for equality.
const BESIDE: usize = 3;

/// Compares the place of words `a_range` of `a` with that of `b_range` of `b`.
pub(in crate::findings) fn compare(
    story: &Story,
    a: &Sentence,
    a_range: &Range<usize>,
    b: &Sentence,
    b_range: &Range<usize>,
) -> Slot {
    let (x, y) = (around(story, a, a_range), around(story, b, b_range));
    let near = dice(&x, &y, |entry| entry.weight * entry.nearness);
    let tight = dice(&x, &y, |entry| entry.weight * entry.nearness * entry.nearness);
    let whole = dice(&x, &y, |entry| entry.weight);
    let (names_a, names_b) = (nearest(a, a_range, is_name), nearest(b, b_range, is_name));
    let (events_a, events_b) = (event(a, a_range), event(b, b_range));
    let same = |p: Option<Stem>, q: Option<Stem>| p.zip(q).map(|(p, q)| p == q);
    let before = |sentence: &Sentence, range: &Range<usize>| {
        range.start.checked_sub(1).and_then(|idx| sentence.words.get(idx)).map(|word| word.stem)
    };
    Slot {
        near,
        tight,
        same_name: same(names_a, names_b),
        same_event: same(events_a, events_b),
        same_before: before(a, a_range).is_some() && before(a, a_range) == before(b, b_range),
        beside: beside(a, a_range, b, b_range),
        whole,
        shared: common(&x, &y),
        same_next: next(a, a_range).is_some() && next(a, a_range) == next(b, b_range),
    }
}

/// How many words after a place are searched for its next content word.
const NEXT: usize = 4;

/// The stem of the first telling word behind `range`, in the same clause.
fn next(sentence: &Sentence, range: &Range<usize>) -> Option<Stem> {
    let behind = sentence.words.iter().skip(range.end).take(NEXT).enumerate();
    behind
        .take_while(|(at, word)| *at == 0 || !word.after_break)
        .find(|(_, word)| word.is_content && !word.is_figure)
        .map(|(_, word)| word.stem)
}

/// How many words away a name or an event still belongs to a place.
const REACH: usize = 9;

/// The stem of the nearest word that `is` what is looked for; the one before wins a tie.
fn nearest(sentence: &Sentence, range: &Range<usize>, is: fn(&Sentence, usize) -> bool) -> Option<Stem> {
    let before = (range.start.saturating_sub(REACH)..range.start).rev().find(|&idx| is(sentence, idx));
    let after = (range.end..sentence.words.len().min(range.end + REACH)).find(|&idx| is(sentence, idx));
    let idx = match (before, after) {
        (Some(p), Some(q)) => {
            if range.start - p <= q + 1 - range.end {
                p
            } else {
                q
            }
        }
        (p, q) => p.or(q)?,
    };
    Some(sentence.words[idx].stem)
}

/// Returns the stem of the nearest word for what happened.
pub(in crate::findings) fn event(sentence: &Sentence, range: &Range<usize>) -> Option<Stem> {
    nearest(sentence, range, |sentence, idx| is_event(&sentence.words[idx]))
}

fn is_name(sentence: &Sentence, idx: usize) -> bool {
    let word = &sentence.words[idx];
    word.is_capital
        && word.is_content
        && !word.is_figure
        && word.lower.len() > 3
        && (idx > 0 || sentence.words.get(1).is_some_and(|next| next.is_capital))
}

/// Returns whether a word is a form of an event of the news.
pub(in crate::findings) fn is_event(word: &Word) -> bool {
    lists::event_of_form(&word.lower).is_some()
}

/// Returns every word outside `range` with its distance from it in words, from the nearest before it to the first, then
/// from the nearest behind it to the last; a comma, a dash or a bracket between counts for [`BREAK`].
pub(in crate::findings) fn distances(words: &[Word], range: &Range<usize>) -> impl Iterator<Item = (usize, u32)> {
    let step = |distance: &mut u32, idx: usize, is_parted: bool| {
        *distance += if is_parted { BREAK } else { 0 };
        let found = (idx, *distance);
        *distance += 1;
        Some(found)
    };
    let is_parted = |idx: usize| words.get(idx).is_some_and(|word| word.after_break);
    let before = (0..range.start.min(words.len())).rev();
    let before = before.scan(0, move |distance, idx| step(distance, idx, is_parted(idx + 1)));
    let behind = (range.end..words.len()).scan(0, move |distance, idx| step(distance, idx, is_parted(idx)));
    before.chain(behind)
}

struct Around {
    stem: Stem,
    weight: f64,
    nearness: f64,
}

/// The telling words around `range`, each stem once with its nearest place, sorted by stem.
fn around(story: &Story, sentence: &Sentence, range: &Range<usize>) -> Vec<Around> {
    let words = &sentence.words;
    let told = distances(words, range).filter(|&(idx, _)| words[idx].is_content && !words[idx].is_figure);
    let seen = |(idx, distance): (usize, u32)| {
        let stem = words[idx].stem;
        Around { stem, weight: story.weight(stem), nearness: FADING.powf(f64::from(distance)) }
    };
    let mut all: Vec<Around> = told.map(seen).collect();
    all.sort_by(|p, q| p.stem.cmp(&q.stem).then(q.nearness.total_cmp(&p.nearness)));
    all.dedup_by_key(|entry| entry.stem);
    all
}

/// Twice what is shared over the sum of both, each word weighed by `weight`.
fn dice(x: &[Around], y: &[Around], weight: impl Fn(&Around) -> f64) -> f64 {
    let total: f64 = x.iter().map(&weight).sum::<f64>() + y.iter().map(&weight).sum::<f64>();
    if total > 0.0 { shared(x, y, weight) / total } else { 0.0 }
}

/// What the words that both have amount to: how telling each is, less for every word between it and either place.
fn common(x: &[Around], y: &[Around]) -> f64 {
    both(x, y, |p, q| p.weight * p.nearness * q.nearness)
}

/// What both have, each word weighed by `weight` on either side.
fn shared(x: &[Around], y: &[Around], weight: impl Fn(&Around) -> f64) -> f64 {
    both(x, y, |p, q| weight(p) + weight(q))
}

/// The sum of `worth` over the words that both have.
fn both(x: &[Around], y: &[Around], worth: impl Fn(&Around, &Around) -> f64) -> f64 {
    let mut sum = 0.0;
    each_shared((x, y), |entry| entry.stem, |p, q| sum += worth(p, q));
    sum
}

/// Calls `act` with every two entries of `x` and `y` that have one stem, in order. Both are sorted by stem and have
/// each stem once.
pub(in crate::findings) fn each_shared<T>(
    (x, y): (&[T], &[T]),
    stem: impl Fn(&T) -> Stem,
    mut act: impl FnMut(&T, &T),
) {
    let (mut i, mut j) = (0, 0);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        match stem(p).cmp(&stem(q)) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                act(p, q);
                i += 1;
                j += 1;
            }
        }
    }
}

fn beside(a: &Sentence, a_range: &Range<usize>, b: &Sentence, b_range: &Range<usize>) -> f64 {
    let equal =
        |i: Option<usize>, j: Option<usize>| match (i.and_then(|i| a.words.get(i)), j.and_then(|j| b.words.get(j))) {
            (Some(p), Some(q)) => p.stem == q.stem || (p.is_figure && q.is_figure),
            (None, None) => true,
            _ => false,
        };
    let before =
        (1..=BESIDE).take_while(|&k| equal(a_range.start.checked_sub(k), b_range.start.checked_sub(k))).count();
    let after = (0..BESIDE).take_while(|&k| equal(Some(a_range.end + k), Some(b_range.end + k))).count();
    (before + after) as f64 / (2 * BESIDE) as f64
}
