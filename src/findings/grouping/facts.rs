//! The facts table: a row for each thing counted, a column for each article, the cells with the places that give a
//! value.
//!
//! Every finding and every agreement on figures or dates is a row; rows that disagree come first. An article that a
//! finding does not speak of need not be silent: an equal value with the same noun goes into its cell, and only where
//! none of its figures could are in the row is it said to be silent.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::{Certainty, ClaimId};
use crate::figures::{Figure, Kind, Range};
use crate::findings::pairing::pairs;
use crate::findings::reading::words::{Place, Stem, Story, Word};
use crate::findings::{Fact, Finding, Mention};
use crate::text::Span;

/// Likeness of two claims, 0 to 1, from which on they may speak of one thing, though they were not paired.
const ALIKE: f64 = 0.12;

/// Returns the facts table of `findings` and `agreements`, with the articles in the order of `story`. What agrees
/// within a finding that is at least likely is in that finding's row.
pub(in crate::findings) fn table(story: &Story, findings: &[Finding], agreements: &[Finding]) -> Vec<Fact> {
    let mut told: FxHashMap<(ClaimId, Span), Vec<usize>> = FxHashMap::default();
    let is_likely = |finding: &Finding| finding.kind.is_of_values() && finding.certainty > Certainty::Low;
    for (idx, finding) in findings.iter().enumerate().filter(|(_, finding)| is_likely(finding)) {
        for mention in &finding.mentions {
            told.entry((mention.claim, mention.span)).or_default().push(idx);
        }
    }
    let is_within = |agreement: &Finding| {
        let holders = |mention: &Mention| told.get(&(mention.claim, mention.span)).map_or(&[][..], Vec::as_slice);
        let first = agreement.mentions.first().map_or(&[][..], holders);
        first.iter().any(|idx| agreement.mentions.iter().all(|mention| holders(mention).contains(idx)))
    };
    let alone = agreements.iter().filter(|agreement| !is_within(agreement));
    let wanted: Vec<&Finding> = findings.iter().chain(alone).filter(|finding| finding.kind.is_of_values()).collect();
    let places = places_by_value(story);
    wanted.into_par_iter().map(|finding| fact(story, &places, finding)).collect()
}

/// The figures of the story by what equal ones have in common, each list in reading order.
type Places = FxHashMap<Value, Vec<Place>>;
/// A kind and the first bound of a value: equal figures have equal ones.
type Value = (Kind, u64);

fn places_by_value(story: &Story) -> Places {
    let mut places = Places::default();
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate() {
            for (idx, figure) in figures.iter().enumerate() {
                places.entry(value(figure)).or_default().push((ClaimId::at(article, claim), idx));
            }
        }
    }
    places
}

fn value(figure: &Figure) -> Value {
    let first = match figure.quantity.range {
        // Zero has two signs.
        Range::Number { low, high } => low.or(high).map_or(u64::MAX, |bound| (bound + 0.0).to_bits()),
        Range::Date { low, high } => low.or(high).map_or(u64::MAX, |day| {
            let small = |field: Option<u8>| u64::from(field.unwrap_or(u8::MAX));
            u64::from(day.year.unwrap_or(0).unsigned_abs()) << 24 | small(day.month) << 16 | small(day.day) << 8
        }),
        Range::Time { low, high } => low.or(high).map_or(u64::MAX, u64::from),
    };
    (figure.kind, first)
}

fn fact(story: &Story, places: &Places, finding: &Finding) -> Fact {
    let n_articles = story.articles.len();
    let mut cells = vec![Vec::new(); n_articles];
    for mention in &finding.mentions {
        cells[mention.claim.article].push(mention.clone());
    }
    let told: Vec<(&Mention, usize)> = finding
        .mentions
        .iter()
        .filter_map(|mention| Some((mention, story.figure_at(mention.claim, mention.span)?)))
        .collect();
    let subjects = Subject::of(story, &told);
    // What gives one of the values elsewhere. Where it gives it of the same thing, it goes into the cell.
    let is_told: Vec<bool> = cells.iter().map(|cell| !cell.is_empty()).collect();
    let mut could_stand = is_told.clone();
    for (place, mention, likeness) in equals(story, places, &told) {
        let (claim, idx) = place;
        if is_told[claim.article] {
            continue;
        }
        could_stand[claim.article] = true;
        if likeness == Likeness::Same {
            let figure = &story.articles[claim.article].figures[claim.claim][idx];
            let quantity = Some(figure.quantity.clone());
            cells[claim.article].push(Mention { claim, span: figure.span, quantity, group: mention.group });
        }
    }
    for cell in &mut cells {
        cell.sort_by_key(|mention| (mention.claim, mention.span));
    }
    let is_silent = (0..n_articles)
        .map(|article| !could_stand[article] && !subjects.iter().any(|subject| subject.is_in(story, article)))
        .collect();
    Fact { what: finding.what.clone(), relation: finding.relation, finding: finding.id.clone(), cells, is_silent }
}

/// The places that give one of the values `told` and could be beside it, in reading order, each with the mention it is
/// most like.
fn equals<'a>(story: &Story, places: &Places, told: &[(&'a Mention, usize)]) -> Vec<(Place, &'a Mention, Likeness)> {
    let figure = |(claim, idx): Place| &story.articles[claim.article].figures[claim.claim][idx];
    let mut by_value: BTreeMap<u64, Vec<(&Mention, Place)>> = BTreeMap::new();
    let mut kinds: Vec<Kind> = Vec::new();
    for &(mention, idx) in told {
        let place = (mention.claim, idx);
        let (kind, first) = value(figure(place));
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
        by_value.entry(first).or_default().push((mention, place));
    }
    let mut found: Vec<(Place, &Mention, Likeness)> = Vec::new();
    for (first, told) in by_value {
        for &kind in &kinds {
            for &place in places.get(&(kind, first)).into_iter().flatten() {
                let twins =
                    told.iter().filter_map(|&(mention, other)| Some((place, mention, likeness(story, place, other)?)));
                found.extend(twins.reduce(|best, next| if next.2 > best.2 { next } else { best }));
            }
        }
    }
    found.sort_by_key(|&(place, ..)| place);
    found
}

/// A kind of figure and what it counts, as some of the mentions of a finding have it.
struct Subject<'a> {
    figure: &'a Figure,
    head: Option<&'a Word>,
    /// The telling stems of the claims of these mentions.
    stems: FxHashSet<Stem>,
}

impl<'a> Subject<'a> {
    fn of(story: &'a Story, told: &[(&Mention, usize)]) -> Vec<Self> {
        let mut subjects: Vec<Self> = Vec::new();
        for &(mention, idx) in told {
            let figure = &story.articles[mention.claim.article].figures[mention.claim.claim][idx];
            let head = pairs::head(story, (mention.claim, idx));
            let stem = |head: Option<&Word>| head.map(|head| (head.stem, pairs::is_person(&head.lower)));
            let known =
                subjects.iter().position(|one| are_comparable(one.figure, figure) && stem(one.head) == stem(head));
            let at = known.unwrap_or_else(|| {
                subjects.push(Self { figure, head, stems: FxHashSet::default() });
                subjects.len() - 1
            });
            let telling = story.stems(mention.claim).iter().filter(|&&stem| story.weight(stem) > 0.0);
            subjects[at].stems.extend(telling);
        }
        subjects
    }

    /// Whether a figure of `article` could stand for it, equal ones aside.
    fn is_in(&self, story: &Story, article: usize) -> bool {
        let claims = story.articles[article].figures.iter().enumerate();
        claims.map(|(claim, figures)| (ClaimId::at(article, claim), figures)).any(|(claim, figures)| {
            figures.iter().enumerate().any(|(idx, figure)| {
                are_comparable(figure, self.figure)
                    && match (pairs::head(story, (claim, idx)), self.head) {
                        (Some(noun), Some(other))
                            if noun.stem == other.stem || are_people(&noun.lower, &other.lower) =>
                        {
                            true
                        }
                        (Some(_), Some(_)) if figure.kind == Kind::Count => false,
                        _ => story.stems(claim).iter().any(|stem| self.stems.contains(stem)),
                    }
            })
        })
    }
}

/// Whether two figures measure in one way, so that they could be about one thing.
fn are_comparable(p: &Figure, q: &Figure) -> bool {
    p.kind != Kind::Label && p.kind == q.kind && p.quantity.is_comparable(&q.quantity)
}

/// How two figures that were not paired relate to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// They could be about one thing.
    Comparable,
    /// They give the same value of the same thing.
    Same,
}

/// How alike two figures are; `None` if they cannot be about one thing.
fn likeness(story: &Story, x: (ClaimId, usize), y: (ClaimId, usize)) -> Option<Likeness> {
    let figure =
        |(claim, idx): (ClaimId, usize)| -> &Figure { &story.articles[claim.article].figures[claim.claim][idx] };
    let (p, q) = (figure(x), figure(y));
    if !are_comparable(p, q) {
        return None;
    }
    let is_equal = p.quantity.range == q.quantity.range && p.quantity.unit == q.quantity.unit;
    let alike = story.alike(x.0, y.0);
    match (pairs::head(story, x), pairs::head(story, y)) {
        // People are counted throughout a story: only what is said of them tells whether they are the same.
        (Some(noun), Some(other)) if noun.stem == other.stem || are_people(&noun.lower, &other.lower) => {
            let is_same = is_equal && alike >= if pairs::is_person(&noun.lower) { ALIKE } else { 0.0 };
            Some(if is_same { Likeness::Same } else { Likeness::Comparable })
        }
        (Some(_), Some(_)) if p.kind == Kind::Count => None,
        _ if is_equal => Some(if alike >= ALIKE { Likeness::Same } else { Likeness::Comparable }),
        _ => (alike > 0.0).then_some(Likeness::Comparable),
    }
}

fn are_people(noun: &str, other: &str) -> bool {
    pairs::is_person(noun) && pairs::is_person(other)
}
