//! Which figure of one claim stands for which figure of another: paired by what they count and by what stands around
//! them, not by their number.
//!
//! Comes in: pairs of claims that were linked. Goes out: [`Pair`]s, in each link each figure at most once. Figures of
//! equal value are taken first where their places allow it, so that what is left over is what may differ.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::evidence::Evidence;
pub(in crate::findings) use super::evidence::Subject;
use super::kin;
pub(in crate::findings) use super::pair::Pair;
use super::rivals::{Leads, Rivals};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::analysis::Analysis;
use crate::figures::{self, Figure, Kind};
use crate::findings::checks::conversions;
use crate::findings::quantity::misprint;
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::slot;
pub(in crate::findings) use crate::findings::reading::words::Place;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::lexicon;

/// Pairs whose places are less alike than this are not looked at.
const LEAST: f64 = 0.01;
/// How much an equal value adds when pairs compete for a figure.
const EQUAL_FIRST: f64 = 0.45;
/// The same for a rounded or admitted value.
const CLOSE_FIRST: f64 = 0.30;

/// For each link, every pair of its figures that could stand for one quantity.
pub(in crate::findings) fn weighed(story: &Story, links: &[Link]) -> Vec<Vec<Pair>> {
    let mut candidates: Vec<Vec<Pair>> = links.iter().map(|link| candidates(story, link)).collect();
    lead(&mut candidates);
    let rivals = Rivals::of(candidates.iter().flatten());
    for pairs in &mut candidates {
        let equal: FxHashSet<(usize, usize)> =
            pairs.iter().filter(|pair| pair.matches == Match::Same).map(|pair| (pair.a.1, pair.b.1)).collect();
        for pair in pairs {
            let ((a, i), (b, j)) = (pair.a, pair.b);
            let are_next = |i: usize, j: usize| is_next(story, a, i) && is_next(story, b, j);
            pair.evidence.is_flanked = (equal.contains(&(i + 1, j + 1)) && are_next(i, j))
                || (i > 0 && j > 0 && equal.contains(&(i - 1, j - 1)) && are_next(i - 1, j - 1));
            rivals.weigh(pair);
        }
    }
    candidates
}

/// Pairs the figures of the two claims of `link`.
pub(in crate::findings) fn pair(story: &Story, link: &Link) -> Vec<Pair> {
    let mut candidates = [candidates(story, link)];
    lead(&mut candidates);
    candidates.into_iter().flat_map(|candidates| assign(story, candidates)).collect()
}

/// Gives every pair its strength, and leaves out those that have hardly any.
fn lead(candidates: &mut [Vec<Pair>]) {
    let leads = Leads::of(candidates.iter().flatten());
    for pairs in candidates {
        for pair in pairs.iter_mut() {
            pair.evidence.lead = leads.lead(pair);
            pair.strength = pair.evidence.strength();
        }
        pairs.retain(|pair| pair.strength >= LEAST);
    }
}

/// So many words stand at most between the figures of a range or a part and its whole: "starting in 2009 and going on
/// until".
const FLANK: usize = 3;

/// Whether the figure at `idx` and the next one stand close together and are not one amount in two units.
fn is_next(story: &Story, claim: ClaimId, idx: usize) -> bool {
    let sentence = story.sentence(claim);
    let (Some(first), Some(second)) = (sentence.figures.get(idx), sentence.figures.get(idx + 1)) else { return false };
    second.start.saturating_sub(first.end) <= FLANK && !conversions::is_conversion(story, claim, idx)
}

/// The pairs of figures of two claims that could stand for one quantity.
fn candidates(story: &Story, link: &Link) -> Vec<Pair> {
    let figures = |id: ClaimId| story.articles[id.article].figures[id.claim].as_slice();
    let (xs, ys) = (figures(link.a), figures(link.b));
    let mut pairs = Vec::new();
    for (i, x) in xs.iter().enumerate() {
        for (j, y) in ys.iter().enumerate() {
            pairs.extend(candidate(story, link, (i, x), (j, y)));
        }
    }
    pairs
}

/// Chooses among `candidates` so that each figure stands for at most one, equal values first.
fn assign(story: &Story, candidates: Vec<Pair>) -> Vec<Pair> {
    let figures = |id: ClaimId| story.articles[id.article].figures[id.claim].as_slice();
    let mut candidates: Vec<(f64, Pair)> = candidates
        .into_iter()
        .map(|pair| {
            let first = match pair.matches {
                Match::Same => EQUAL_FIRST,
                Match::Rounded | Match::Admits | Match::CutShort => CLOSE_FIRST,
                Match::Stretched | Match::Near | Match::Apart | Match::Unlike => 0.0,
            };
            (pair.strength + first, pair)
        })
        .collect();
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
    let is_part = |id: Place| figures(id.0)[id.1].part_of.is_some();
    let parts = all.into_iter().map(|(_, pair)| pair).filter(|pair| {
        let (free_a, free_b) = (!taken_a.contains(&pair.a.1), !taken_b.contains(&pair.b.1));
        pair.matches == Match::Apart
            && ((free_a && !free_b && is_part(pair.a)) || (!free_a && free_b && is_part(pair.b)))
    });
    pairs.extend(parts);
    pairs
}

pub(in crate::findings) fn candidate(
    story: &Story,
    link: &Link,
    (i, x): (usize, &Figure),
    (j, y): (usize, &Figure),
) -> Option<Pair> {
    if !comparable(x, y) {
        return None;
    }
    let (article_a, article_b) = (story.articles[link.a.article], story.articles[link.b.article]);
    let matches = values::compare(x, article_a.words(x.span), y, article_b.words(y.span));
    // "Nine people, four of them children": the four stand for no other total.
    let is_detail = |figure: &Figure| figure.part_of.is_some_and(|whole| whole.start < figure.span.start);
    if matches == Match::Unlike || (matches == Match::Apart && is_detail(x) != is_detail(y)) {
        return None;
    }
    let subject = subject(story, (link.a, i), (link.b, j), x.kind);
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    // "A mother of 13" and "her 12 children" may be one count.
    let are_children = |place: (ClaimId, usize)| head(story, place).is_some_and(|head| kin::are_children(&head.lower));
    let of_kin = [kin::counts_kin(a, i), kin::counts_kin(b, j)];
    if of_kin[0] != of_kin[1] && !are_children(if of_kin[0] { (link.b, j) } else { (link.a, i) }) {
        return None;
    }
    let slot = slot::compare(story, a, a.figures.get(i)?, b, b.figures.get(j)?);
    let n_like = |id: ClaimId, figure: &Figure| {
        story.articles[id.article].figures[id.claim].iter().filter(|other| comparable(other, figure)).count()
    };
    let (n_a, n_b) = (n_like(link.a, y), n_like(link.b, x));
    let early = |id: ClaimId| id.claim.0 < EARLY;
    let linked = (link.certainty != Certainty::Low).then_some(link.score.min(SURE_LINK));
    let evidence = Evidence {
        slot,
        subject,
        is_day: is_day(x) && is_day(y),
        is_stretch: x.kind == Kind::Date && !(is_day(x) && is_day(y)),
        n_rivals: n_a.max(n_b),
        link: linked,
        scale_apart: scale_apart(x, y),
        n_early: usize::from(early(link.a)) + usize::from(early(link.b)),
        n_fresh: if is_day(x) && is_day(y) {
            usize::from(is_fresh(article_a, x)) + usize::from(is_fresh(article_b, y))
        } else {
            0
        },
        is_flanked: false,
        is_one_person: x.kind == Kind::Age && is_one_person(a, a.figures.get(i)?.start, b, b.figures.get(j)?.start),
        echo: 0.0,
        far_echo: 0.0,
        rival: 0.0,
        lead: 0.0,
        is_name_beside_time: x.kind == Kind::Date
            && named(a, a.figures.get(i)?).is_empty() != named(b, b.figures.get(j)?).is_empty(),
        is_slip: matches == Match::Apart && misprint::is_slip(x, article_a.words(x.span), y, article_b.words(y.span)),
    };
    let is_plausible = match subject {
        Subject::Other => slot.beside >= 0.5 && slot.near >= 0.4,
        Subject::Unsaid | Subject::People | Subject::Same => true,
    };
    let (a, b) = ((link.a, i), (link.b, j));
    is_plausible.then_some(Pair { a, b, matches, subject, evidence, strength: 0.0, is_copy: false })
}

/// Claims before this one are the head of an article, where outlets tell the same.
const EARLY: usize = 3;
/// A link that scores more is no surer.
const SURE_LINK: f64 = 0.8;
/// A day at most so many days before or after an article appeared is its news.
const FRESH_DAYS: i32 = 8;

/// So many words before an age its name stands.
const NAME_REACH: usize = 2;

/// Whether the ages that begin at these words stand behind one name: "Ann Ward, 43," and "Ms. Ward, 34,".
fn is_one_person(a: &Sentence, a_start: usize, b: &Sentence, b_start: usize) -> bool {
    let name = |sentence: &Sentence, start: usize| {
        let before = sentence.words[start.saturating_sub(NAME_REACH).min(start)..start].iter().rev();
        before.filter(|word| word.is_capital && word.is_content).map(|word| word.stem).next()
    };
    name(a, a_start).is_some() && name(a, a_start) == name(b, b_start)
}

/// So many telling words behind a date name what it stands before.
const NAMED: usize = 5;

/// The telling words that follow directly behind `range`: the May 3 *march*, the 1931 *harbor law*.
pub(in crate::findings) fn named<'a>(sentence: &'a Sentence, range: &Range<usize>) -> &'a [Word] {
    let behind = sentence.words.get(range.end..).unwrap_or_default();
    let n_words = behind.iter().take(NAMED).take_while(|word| word.is_content && !word.after_break).count();
    &behind[..n_words]
}

/// Whether a figure names a single day, by its date or its weekday.
fn is_day(figure: &Figure) -> bool {
    matches!(&figure.quantity.range, figures::Range::Date { low: Some(low), high } if (low.day.is_some() || low.weekday.is_some()) && *high == Some(*low))
}

/// Whether a figure names a day shortly before or after its article appeared.
fn is_fresh(analysis: &Analysis, figure: &Figure) -> bool {
    let (Some(published), figures::Range::Date { low: Some(low), .. }) =
        (analysis.article.details.published, &figure.quantity.range)
    else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (low.year, low.month, low.day) else { return low.weekday.is_some() };
    let date = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    date.and_then(|(month, day)| Date::new(year, month, day).ok())
        .and_then(|date| date.until(published.date).ok())
        .is_some_and(|gap| gap.get_days().abs() <= FRESH_DAYS)
}

/// How many times the greater value is the lesser, as a power of ten; 0 for dates, and where it is a thousand times:
/// "million" for "billion".
fn scale_apart(x: &Figure, y: &Figure) -> f64 {
    if let (Some(p), Some(q)) = (values::share(x), values::share(y)) {
        return if p > 0.0 && q > 0.0 { (p / q).log10().abs().min(2.0) } else { 0.0 };
    }
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
pub(in crate::findings) fn head<'a>(story: &'a Story, (claim, idx): (ClaimId, usize)) -> Option<&'a Word> {
    let figures = &story.articles[claim.article].figures[claim.claim];
    let counted = figures.get(idx)?.what.or_else(|| {
        // "11.9 kg of fentanyl (26.2 pounds)": the conversion counts what was converted.
        let before = idx.checked_sub(1).filter(|&before| conversions::is_conversion(story, claim, before))?;
        figures[before].what
    });
    let span = counted?.head;
    let sentence = story.sentence(claim);
    let at = sentence.words.partition_point(|word| word.span.end <= span.start);
    sentence.words.get(at).filter(|word| word.span.overlaps(span))
}

/// Whether two figures could stand for one quantity, by kind, unit and the part they play.
fn comparable(x: &Figure, y: &Figure) -> bool {
    let opposed = matches!((x.role, y.role), (Some(p), Some(q)) if p != q);
    // One number with two currencies: no conversion.
    let is_one_amount = x.kind == Kind::Money && x.quantity.range == y.quantity.range;
    let one_kind =
        x.kind == y.kind && x.kind != Kind::Label && (is_one_amount || x.quantity.is_comparable(&y.quantity));
    // "97 to 1" reads like a range; "97 votes" is one side of it; "a third" is set beside 34 percent.
    let is_tally = |p: &Figure, q: &Figure| {
        p.kind == Kind::Score
            && q.kind == Kind::Count
            && q.quantity.unit.is_none()
            && ((!q.quantity.is_exact() && q.what.is_none()) || values::is_side(p, q))
    };
    let is_share = |p: &Figure, q: &Figure| {
        p.kind == Kind::Percent && q.kind == Kind::Count && values::share(p).is_some() && values::share(q).is_some()
    };
    // "a rate of 35.72" beside 35.7 percent: only equal values say that percent was meant.
    let is_bare = |p: &Figure, q: &Figure| {
        p.kind == Kind::Percent
            && q.kind == Kind::Count
            && q.what.is_none()
            && q.quantity.unit.is_none()
            && q.quantity.step.is_some_and(|step| step < 1.0)
            && values::as_percent(p, q)
    };
    !opposed
        && (is_bare(x, y)
            || is_bare(y, x)
            || one_kind
            || is_tally(x, y)
            || is_tally(y, x)
            || is_share(x, y)
            || is_share(y, x))
}

fn subject(story: &Story, a: (ClaimId, usize), b: (ClaimId, usize), kind: Kind) -> Subject {
    let figure = |(claim, idx): Place| &story.articles[claim.article].figures[claim.claim][idx];
    match (head(story, a), head(story, b)) {
        (Some(p), Some(q)) if p.stem == q.stem => Subject::Same,
        (Some(p), Some(q)) if is_person(&p.lower) && is_person(&q.lower) => Subject::People,
        // "Two-thirds of the members", "a two-thirds majority": a share does not say what it is a share of.
        (Some(_), Some(_)) if values::share(figure(a)).is_some() && values::share(figure(b)).is_some() => {
            Subject::Unsaid
        }
        (Some(_), Some(_)) if matches!(kind, Kind::Count | Kind::Ordinal) => Subject::Other,
        _ => Subject::Unsaid,
    }
}

static PERSON_NOUNS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::PERSON_NOUNS.rows().map(|row| row[0]).collect());

/// Whether a noun names people: by the list, or by its ending.
pub(in crate::findings) fn is_person(lower: &str) -> bool {
    PERSON_NOUNS.contains(lower)
        || ["ists", "ians", "ees", "smen", "women", "eers", "ators", "makers", "workers", "holders"]
            .iter()
            .any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending))
}
