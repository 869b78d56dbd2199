//! What a figure has to do with the one before it: a part of it, converted from it, what it leaves unsaid, its part in
//! a change.

use super::amount::Amount;
use super::pronoun::opens_sentence;
use super::quantity::{Range, Unit};
use super::scan::Scan;
use super::token::{OUTSIDE, PARAGRAPH, mark};
use super::vocabulary::{self as v, CHANGE};
use super::{Counted, Figure, Kind, Role};
use crate::text::Span;

/// The figure before, for what is left out: "nine were jailed, three of them for life".
#[derive(Clone, Copy)]
pub(super) struct Last {
    pub(super) first: usize,
    pub(super) low: Option<f64>,
    pub(super) end: usize,
    pub(super) unit: Option<Unit>,
    pub(super) kind: Kind,
    pub(super) what: Option<Counted>,
    pub(super) span: Span,
    pub(super) idx: usize,
}

/// "More than 40 kilometers (25 miles)": what is converted in brackets, from the token `at` to `end`, is bounded and
/// hedged as what is before it.
pub(super) fn converted(
    scan: &Scan<'_>,
    figure: &mut Figure,
    (at, end): (usize, usize),
    last: Last,
    figures: &[Figure],
) {
    let is_bracketed = last.end + 1 == at && scan.is_mark(last.end, '(') && scan.is_mark(end, ')');
    let Some(original) = figures.last().filter(|_| is_bracketed) else { return };
    let is_amount = |kind| matches!(kind, Kind::Money | Kind::Measure);
    let (Range::Number { low: before, high: after }, Range::Number { low, high }) =
        (&original.quantity.range, &mut figure.quantity.range)
    else {
        return;
    };
    if original.kind != figure.kind || !is_amount(figure.kind) || original.quantity.unit == figure.quantity.unit {
        return;
    }
    if low == high && before.is_none() != after.is_none() {
        *low = low.filter(|_| before.is_some());
        *high = high.filter(|_| after.is_some());
    }
    figure.hedge = figure.hedge.or(original.hedge);
}

/// "Three of the nine": the figure before is a part of this one.
pub(super) fn link_part(scan: &Scan<'_>, figure: &Figure, at: usize, figures: &mut [Figure]) {
    let of = if scan.is_any(at.wrapping_sub(1), &[v::THE, v::THOSE, v::THESE, v::HIS, v::HER, v::ITS, v::THEIR]) {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    if scan.code(of) != v::OF || !matches!(figure.kind, Kind::Count | Kind::Money | Kind::Measure) {
        return;
    }
    let Some(part) = figures.last_mut() else { return };
    let start = scan.token(of).start as usize;
    let is_close = part.span.end <= start && start - part.span.end < 40;
    // "A 7.1-magnitude quake at a depth of 10 km" is no part of 10 km.
    let is_beside = |end: usize| scan.text.get(end..start).is_some_and(|between| between.trim().is_empty());
    if figure.kind != Kind::Count
        && !is_beside(part.span.end)
        && !part.what.is_some_and(|what| is_beside(what.head.end))
    {
        return;
    }
    if is_close && matches!(part.kind, Kind::Count | Kind::Percent | Kind::Money | Kind::Measure) {
        part.part_of = Some(figure.span);
        let takes_unit = part.kind == Kind::Count && part.quantity.unit.is_none() && figure.kind != Kind::Count;
        let is_whole = !matches!(part.quantity.range, Range::Number { high: Some(high), .. } if high < 1.0);
        if takes_unit && is_whole {
            // "40 million of the 2 billion crowns"
            part.kind = figure.kind;
            part.quantity.unit = figure.quantity.unit;
            part.what = None;
        }
        if part.what.is_none() {
            part.what = figure.what;
        }
    }
}

/// "Nine were jailed, three of them for life", "of the 52 passengers, 11 were children": the figure before is the
/// whole.
pub(super) fn is_part_of_last(scan: &Scan<'_>, end: usize, found: &Amount, from: usize, last: &Last) -> bool {
    let is_of_them = scan.code(end) == v::OF && scan.is_any(end + 1, &[v::THEM, v::WHOM]);
    let is_led = {
        let has_article = scan.is_any(last.first.wrapping_sub(1), &[v::THE, v::THOSE, v::THESE, v::ITS, v::THEIR]);
        let of = last.first.wrapping_sub(1 + usize::from(has_article));
        let is_listed = scan.is_mark(from.wrapping_sub(1), ',') && from - last.end <= N_WHOLE;
        scan.code(of) == v::OF && opens_sentence(scan, of) && is_listed
    };
    let is_whole =
        last.kind == Kind::Count && last.unit.is_none() && last.low.is_some_and(|low| low > found.number.low);
    is_whole && (is_of_them || is_led) && is_same_sentence(scan, last.end, found.first)
}

/// How many words are at most between a whole and its part in "of the 52 passengers on board, 11".
const N_WHOLE: usize = 8;

/// How many tokens are looked at for the end of a sentence.
const LONGEST_SENTENCE: usize = 60;

fn is_same_sentence(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    to.saturating_sub(from) < LONGEST_SENTENCE
        && !(from..to).any(|at| scan.is_mark(at, '.') || scan.token(at).print & PARAGRAPH != 0)
}

/// Returns what a number without a noun counts: what the figure before counts, where the two are joined.
pub(super) fn left_out(scan: &Scan<'_>, first: usize, from: usize, last: Option<Last>) -> Option<Counted> {
    let last = last?;
    let before = scan.before(from, 1).code;
    let joins = [v::AND, v::OR, v::FROM, v::TO, v::WITH, v::BUT, mark(',')].contains(&before);
    let is_same_sentence = is_same_sentence(scan, last.end, first);
    let is_near = first.saturating_sub(last.end) < LEFT_OUT_REACH;
    let is_fine = joins
        && is_near
        && is_same_sentence
        && last.kind == Kind::Count
        && last.unit.is_none()
        && last.span.start < scan.token(first).start as usize
        && last.idx < usize::MAX;
    if is_fine { last.what } else { None }
}

/// How many tokens apart two numbers may stand for the second to leave its noun out.
const LEFT_OUT_REACH: usize = 16;

/// How many words before "from", "to" or "by" the word for the change is looked for.
const ROLE_REACH: usize = 9;

/// Returns the part in a change that the words before `first` give.
pub(super) fn role(scan: &Scan<'_>, first: usize) -> Option<Role> {
    let before = scan.before(first, 1);
    let role = match before.code {
        v::FROM => Role::From,
        v::TO => Role::To,
        v::BY => Role::By,
        _ if before.class & CHANGE != 0 => return Some(Role::By),
        _ => return None,
    };
    let changes = (2..2 + ROLE_REACH)
        .map(|back| scan.before(first, back))
        .take_while(|token| token.code != mark('.') && token.code != OUTSIDE)
        .any(|token| token.class & CHANGE != 0);
    changes.then_some(role)
}
