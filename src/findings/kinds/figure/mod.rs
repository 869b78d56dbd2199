#![doc = include_str!("../../../../assets/help/figure.md")]
//!
//! Takes a [`Pair`] of figures. Returns a [`Difference`] with the conditions that were met and those that were not.

pub(in crate::findings) mod bounds;
mod occasion;
mod one_by_one;
mod owner;
mod parts;
pub(in crate::findings) mod period;
pub(in crate::findings) mod points;
mod status;
mod wider;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::alignment::{Certainty, ClaimId, Link};
use crate::figures::{Figure, Kind, Quantity, Range};
use crate::findings::difference::{self, Difference, met, reason};
use crate::findings::pairing::pairs::{Pair, Place, Subject};
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::rest;
use crate::findings::reading::words::{Story, Word};
use crate::findings::topic::naming;
use crate::findings::{Condition, FindingKind, Reason, Relation, same_fact};
use crate::lexicon;

/// From which strength on a pair says what.
pub(in crate::findings) struct Levels {
    /// Figures that cannot both hold are called a conflict, if no other condition speaks against it.
    conflict: f64,
    /// They are shown as a difference.
    differs: f64,
    /// Two values that can both be true are shown: less than that is no news to anybody.
    scope: f64,
    /// A rounded, bounded or coarser value is shown.
    rounding: f64,
    /// Equal values count as an agreement.
    agrees: f64,
    /// A pair this strong is likely.
    likely: f64,
    /// A pair this strong is as good as sure.
    sure: f64,
}

/// For figures of two articles, whose strength is a probability, and values that can both be true. On stories that the
/// judge had not seen, of the findings of rounded or bounded values between 0.5 and 0.8 half are one fact with two
/// values, of those that reach 0.8 nine in ten; of equal ones three in four and nearly nine in ten
/// (`benches/facts/fit.py`).
const ACROSS: Levels =
    Levels { conflict: 0.20, differs: 0.10, scope: 0.20, rounding: 0.25, agrees: 0.12, likely: 0.60, sure: 0.80 };

/// The same for values that cannot both be true. The figures of one fact are taken together over all articles, so a
/// finding this strong is right more often than its likeliest pair by itself: from 0.4 on two in three, from 0.8 on
/// nearly all.
const OTHER_VALUES: Levels = Levels { conflict: 0.40, likely: 0.40, sure: 0.80, ..ACROSS };

/// The same for dates that cannot both be true: of the few that reach 0.7 in stories as they were printed five of seven
/// are one fact, the others are two steps of one affair; of those with changed dates seven in eight are.
const OTHER_DATES: Levels = Levels { conflict: 0.70, likely: 0.70, sure: 0.95, ..ACROSS };

/// The same for dates that can both be true: to print a day where another prints the month is seldom a difference at
/// all.
const DATES: Levels = Levels { likely: 0.80, sure: 0.95, ..ACROSS };

/// For figures of one article, whose strength is what [`crate::findings::pairing::evidence`] makes of what is around
/// them.
pub(in crate::findings) const WITHIN: Levels =
    Levels { conflict: 0.20, differs: 0.04, scope: 0.09, rounding: 0.15, agrees: 0.08, likely: 0.20, sure: 0.65 };

/// Likeness of the nearest words, 0 to 1, from which on two figures tell the same, whatever verbs are further off.
const SAME_WORDS: f64 = 0.5;

/// Returns what the figures of each fact say of each other.
pub(in crate::findings) fn find(story: &Story, links: &[Link]) -> Vec<Vec<Difference>> {
    let facts = same_fact::facts(story, links);
    let mut found: Vec<Vec<Difference>> = facts.par_iter().map(|pairs| of_fact(story, pairs)).collect();
    set_periods_aside(story, &mut found);
    found
}

/// What the figures of one fact say of each other: every two of equal values, and the likeliest two of any two values
/// that can be judged.
fn of_fact(story: &Story, pairs: &[Pair]) -> Vec<Difference> {
    // The values of the fact, each with the articles that give it.
    let mut values: Vec<(&Quantity, BTreeSet<usize>)> = Vec::new();
    let mut number = |place: Place| {
        let quantity = &story.figure(place).quantity;
        let at = values.iter().position(|(known, _)| *known == quantity).unwrap_or_else(|| {
            values.push((quantity, BTreeSet::new()));
            values.len() - 1
        });
        values[at].1.insert(place.0.article);
        at
    };
    let mut judged: Vec<Difference> = Vec::new();
    let mut by_values: BTreeMap<[usize; 2], Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        let (p, q) = (number(pair.a), number(pair.b));
        if pair.a.0.article == pair.b.0.article {
            continue;
        }
        if pair.matches == Match::Same {
            judged.extend(judge(story, pair, levels(story, pair)));
        } else {
            by_values.entry([p.min(q), p.max(q)]).or_default().push(pair);
        }
    }
    for ([p, q], mut pairs) in by_values {
        pairs.sort_by(|p, q| q.strength.total_cmp(&p.strength));
        let Some(mut told) = pairs.into_iter().find_map(|pair| judge(story, pair, levels(story, pair))) else {
            continue;
        };
        // Who gives both values has hardly one thing in mind.
        let gives_both = !values[p].1.is_disjoint(&values[q].1);
        if gives_both && !matches!(told.relation, Relation::Rounding | Relation::Update) {
            told.certainty = Certainty::Low;
            if told.relation != Relation::Scope {
                told.relation = Relation::Scope;
                told.why.push(met(Condition::GivesBoth));
            }
        }
        judged.push(told);
    }
    judged
}

fn levels(story: &Story, pair: &Pair) -> &'static Levels {
    let is_date = story.figure(pair.a).kind == Kind::Date;
    let is_apart = matches!(pair.matches, Match::Apart | Match::Unlike | Match::Stretched);
    match (is_apart, is_date) {
        (true, true) => &OTHER_DATES,
        (true, false) => &OTHER_VALUES,
        (false, true) => &DATES,
        (false, false) => &ACROSS,
    }
}

/// Dates that say for when two figures of the same claims hold, and ordinals that say of which, do not differ by
/// themselves.
fn set_periods_aside(story: &Story, found: &mut [Vec<Difference>]) {
    let claims = |difference: &Difference| (difference.places[0].claim, difference.places[1].claim);
    let mut periods: FxHashMap<(ClaimId, ClaimId), Vec<(String, String)>> = FxHashMap::default();
    for difference in found.iter().flatten() {
        for reason in &difference.why {
            if let Condition::OtherPeriod(p, q) | Condition::OtherGroup(p, q) = &reason.condition {
                periods.entry(claims(difference)).or_default().push((p.clone(), q.clone()));
            }
        }
    }
    for difference in found.iter_mut().flatten().filter(|difference| difference.relation == Relation::Conflict) {
        let [p, q] = [0, 1].map(|side| {
            let place = &difference.places[side];
            story.articles[place.claim.article].words(place.span).to_owned()
        });
        if periods.get(&claims(difference)).is_some_and(|told| told.contains(&(p.clone(), q.clone()))) {
            difference.relation = Relation::Scope;
            difference.why.push(met(Condition::OtherPeriod(p, q)));
        }
    }
}

/// Returns what the two figures of `pair` say of each other; `None` if they are too unlike to tell.
pub(in crate::findings) fn judge(story: &Story, pair: &Pair, levels: &Levels) -> Option<Difference> {
    let is_date = matches!(story.figure(pair.a).kind, Kind::Date | Kind::Time);
    if !pair.is_copy && is_of_other_deed(story, pair)
        || pair.matches != Match::Same && status::status(story, pair.a) != status::status(story, pair.b)
    {
        return None;
    }
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
        // "Tens of millions" admits too much to say anything of one amount.
        Match::Admits if is_vague(story, pair.a) != is_vague(story, pair.b) && pair.strength < levels.sure => {
            return None;
        }
        // The day of a report, the year of an event.
        Match::Rounded | Match::Admits if pair.evidence.is_name_beside_time && pair.strength < levels.sure => {
            return None;
        }
        Match::Apart if is_date && occasion::are_two(story, pair) => return None,
        Match::Apart if owner::are_two(story, pair) => return None,
        Match::Apart if !pair.is_copy && parts::are_told_by_both(story, pair) => return None,
        Match::Apart if parts::is_margin(story, pair.a) != parts::is_margin(story, pair.b) => return None,
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
            // "At least five were hurt" of the morning, "249 were hurt" of the evening.
            match grows(story, pair).filter(|_| !is_date) {
                Some(later) => {
                    why.push(met(Condition::LaterReport(later)));
                    Relation::Update
                }
                None => Relation::Differs,
            }
        }
        Match::Apart | Match::Unlike | Match::Stretched => apart(story, pair, levels, name.event.is_some(), &mut why),
    };
    let least = match relation {
        Relation::Agrees => levels.agrees,
        Relation::Rounding => levels.rounding,
        Relation::Scope => levels.scope,
        Relation::Conflict | Relation::Differs | Relation::Update => levels.differs,
    };
    if pair.strength < least {
        return None;
    }
    // Who prints "Monday morning" beside "Monday" says more and nothing else.
    let is_finer = is_date
        && pair.matches == Match::Rounded
        && story.figure(pair.a).quantity.range == story.figure(pair.b).quantity.range;
    let certainty = if is_finer {
        Certainty::Low
    } else if pair.strength >= levels.sure {
        Certainty::High
    } else if pair.strength >= levels.likely {
        Certainty::Medium
    } else {
        Certainty::Low
    };
    Some(Difference {
        kind: if is_date { FindingKind::Date } else { FindingKind::Figure },
        relation,
        certainty,
        what: name.what,
        is_noun: name.is_noun,
        places: [place(story, pair.a), place(story, pair.b)],
        why,
        strength: pair.strength,
    })
}

/// The relation of two values that cannot both hold for one thing.
fn apart(story: &Story, pair: &Pair, levels: &Levels, has_event: bool, why: &mut Vec<Reason>) -> Relation {
    let is_date = matches!(story.figure(pair.a).kind, Kind::Date | Kind::Time);
    let (x, y) = (story.figure(pair.a), story.figure(pair.b));
    why.push(reason(Condition::ValuesMeet, false));
    // Of a share, "of the members" names the whole: "two-thirds of the members", "a two-thirds majority".
    let are_shares = values::share(x).is_some() && values::share(y).is_some();
    if (!are_shares && parts::is_part(story, pair.a) != parts::is_part(story, pair.b))
        || !pair.is_copy && parts::knows_both(story, pair)
        || parts::adds_up(story, pair)
        || one_by_one::add_up(story, pair)
    {
        why.push(met(Condition::PartOfWhole));
        return Relation::Scope;
    }
    if x.is_increment != y.is_increment || rest::is_rest(story, pair.a) != rest::is_rest(story, pair.b) {
        why.push(met(Condition::Increment));
        return Relation::Scope;
    }
    if let Some((p, q)) = wider::other_extent(story, pair) {
        why.push(met(Condition::OtherGroup(p, q)));
        return Relation::Scope;
    }
    if let Some((p, q)) = contrast(story, pair) {
        why.push(met(Condition::OtherGroup(p, q)));
        return Relation::Scope;
    }
    if !is_date && let Some((p, q)) = period::other_period(story, pair) {
        why.push(met(Condition::OtherPeriod(p, q)));
        return Relation::Scope;
    }
    if !is_date && let Some(later) = grows(story, pair) {
        why.push(met(Condition::LaterReport(later)));
        return Relation::Update;
    }
    if let Some((p, q)) = other_names(story, pair) {
        why.push(reason(Condition::SameName(p, q), false));
        return Relation::Differs;
    }
    // People killed and people missing are not one count.
    let other_event = x.kind == Kind::Count
        && pair.subject >= Subject::People
        && pair.evidence.slot.same_event == Some(false)
        && pair.evidence.slot.tight < SAME_WORDS;
    // "The two" of an earlier sentence, "tens of millions", the day of an attack beside the day of a vote.
    let one_is_vague = is_vague(story, pair.a) != is_vague(story, pair.b);
    let is_between = pair.a.0.article != pair.b.0.article;
    let is_loose = other_event
        || parts::is_anaphoric(story, pair.a)
        || parts::is_anaphoric(story, pair.b)
        || one_is_vague
        // Who gives both numbers counts two things.
        || (!is_date && is_between && !pair.is_copy && parts::are_told_apart(story, pair))
        || (is_date && occasion::is_one_news(pair))
        // Who says "today" between quotation marks may have said it on another day.
        || (is_date && (is_spoken(story, pair.a) || is_spoken(story, pair.b)));
    let exact = x.hedge.is_none() && y.hedge.is_none() && !is_open(x) && !is_open(y) && !one_is_vague;
    if exact {
        why.push(met(Condition::BothExact));
    } else {
        why.push(reason(Condition::BothExact, false));
    }
    // Two groups of people are one only if the same is said of them.
    let one_subject = match pair.subject {
        Subject::Same | Subject::Unsaid => true,
        Subject::People => has_event,
        Subject::Other => false,
    };
    if pair.strength >= levels.conflict && one_subject && !is_loose {
        Relation::Conflict
    } else {
        why.push(reason(Condition::SamePlace, false));
        Relation::Differs
    }
}

/// Whether two equal counts of people tell of two deeds: nine killed, nine injured.
fn is_of_other_deed(story: &Story, pair: &Pair) -> bool {
    let is_count = |place| story.figure(place).kind == Kind::Count;
    pair.matches == Match::Same
        && is_count(pair.a)
        && is_count(pair.b)
        && pair.subject >= Subject::People
        && pair.evidence.slot.same_event == Some(false)
}

/// Whether a day is between quotation marks and was counted from the day of speaking.
fn is_spoken(story: &Story, place: Place) -> bool {
    let analysis = story.articles[place.0.article];
    let span = story.figure(place).span;
    let is_quoted = analysis.claims[place.0.claim].quotes.iter().any(|quote| quote.contains(span));
    is_quoted && !analysis.words(span).contains(|c: char| c.is_ascii_digit())
}

/// Whether a figure is a stretch of values in words: tens of millions.
fn is_vague(story: &Story, (claim, idx): Place) -> bool {
    let figure = story.figure((claim, idx));
    let is_number = matches!(figure.quantity.range, Range::Number { low: Some(_), high: Some(_) });
    let printed = story.articles[claim.article].words(figure.span);
    is_number && !figure.quantity.is_exact() && !printed.contains(|c: char| c.is_ascii_digit())
}

fn is_open(figure: &Figure) -> bool {
    match &figure.quantity.range {
        Range::Number { low, high } => low.is_none() || high.is_none(),
        Range::Date { low, high } => low.is_none() || high.is_none(),
        Range::Time { low, high } => low.is_none() || high.is_none(),
    }
}

fn place(story: &Story, id: Place) -> difference::Place {
    let figure = story.figure(id);
    let hedged = figure.hedge.map_or(figure.span, |hedge| hedge.span.cover(figure.span));
    let span = if hedged.len() <= figure.span.len() + 24 { hedged } else { figure.span };
    difference::Place { claim: id.0, span, quantity: Some(figure.quantity.clone()), key: String::new() }
}

static CONTRASTS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::CONTRASTS.rows().map(|row| (row[0], row[1])).collect());

/// Words for counts that change from day to day, and whether such a count can become less.
static GROWING: LazyLock<FxHashMap<&str, bool>> =
    LazyLock::new(|| lexicon::GROWING_COUNTS.rows().map(|row| (row[0], row[1] == "changes")).collect());

/// How many words on each side of a figure can set it against another.
const CONTRAST_REACH: usize = 9;

/// Words beside the two figures that set them against each other: *federal* taxes, *state* taxes.
fn contrast(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let (left, right) = (beside(story, pair.a), beside(story, pair.b));
    let own = |word: &Word| {
        let inside = |id| story.figure(id).span.overlaps(word.span);
        inside(pair.a) || inside(pair.b)
    };
    for p in left.iter().filter(|word| !own(word)) {
        let Some(set) = CONTRASTS.get(p.lower.as_str()) else { continue };
        // A word that both claims have sets nothing against anything.
        let stands_in =
            |word: &Word, claim: ClaimId| story.sentence(claim).words.iter().any(|other| other.lower == word.lower);
        if stands_in(p, pair.b.0) {
            continue;
        }
        let is_other = |q: &Word| CONTRASTS.get(q.lower.as_str()) == Some(set) && q.stem != p.stem;
        let other = right.iter().find(|q| !own(q) && is_other(q) && !stands_in(q, pair.a.0));
        if let Some(q) = other {
            return Some((p.lower.clone(), q.lower.clone()));
        }
    }
    None
}

/// How many words before a figure are searched for its subject's name.
const NAME_REACH: usize = 6;

/// The names before the two figures, where neither claim has the other's: Team *Alpha* grew, Team *Beta* grew.
fn other_names(story: &Story, pair: &Pair) -> Option<(String, String)> {
    let name = |(claim, idx): Place, other: ClaimId| {
        let words = &story.sentence(claim).words;
        let start = story.sentence(claim).figures.get(idx)?.start.min(words.len());
        let first = start.saturating_sub(NAME_REACH);
        let at = (first..start).rev().find(|&at| words[at].is_capital && words[at].is_content && at > 0)?;
        let broken = words[at + 1..start].iter().any(|word| word.after_break);
        let known = story.sentence(other).words.iter().any(|word| word.stem == words[at].stem);
        (!broken && !known && !words[at].is_figure).then(|| words[at].lower.clone())
    };
    Some((name(pair.a, pair.b.0)?, name(pair.b, pair.a.0)?))
}

/// The words close to a figure.
fn beside<'a>(story: &'a Story, (claim, idx): Place) -> &'a [Word] {
    let sentence = story.sentence(claim);
    let Some(range) = sentence.figures.get(idx) else { return &[] };
    let end = (range.end + CONTRAST_REACH).min(sentence.words.len());
    &sentence.words[range.start.saturating_sub(CONTRAST_REACH).min(end)..end]
}

/// Whether the later of two reports counts more of something that only grows, or otherwise of something that comes and
/// goes; answers its number as printed.
fn grows(story: &Story, pair: &Pair) -> Option<String> {
    let published = |id: Place| story.articles[id.0.article].article.details.published;
    let (earlier, later) = (published(pair.a)?, published(pair.b)?);
    let (first, second) = match earlier.cmp(&later) {
        std::cmp::Ordering::Less => (pair.a, pair.b),
        std::cmp::Ordering::Greater => (pair.b, pair.a),
        std::cmp::Ordering::Equal => return None,
    };
    let (x, y) = (story.figure(first), story.figure(second));
    if x.kind != Kind::Count || y.kind != Kind::Count {
        return None;
    }
    let low = |figure: &Figure| figure.quantity.in_base_unit().and_then(|(low, high)| low.or(high));
    let more = low(y)? > low(x)?;
    let says_so = |id: Place| story.sentence(id.0).words.iter().any(|word| GROWING.contains_key(word.lower.as_str()));
    // What comes and goes must be counted by the very words: "20 were missing", "five people missing".
    let comes_and_goes =
        |id: Place| beside(story, id).iter().any(|word| GROWING.get(word.lower.as_str()).is_some_and(|less| *less));
    let is_later = more && says_so(first) && says_so(second) || comes_and_goes(first) && comes_and_goes(second);
    is_later.then(|| story.articles[second.0.article].words(y.span).to_owned())
}
