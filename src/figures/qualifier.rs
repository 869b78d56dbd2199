//! What stands around a number and bends it: bounds ("more than", "or less"), hedges ("about", "nearly").

use super::phrases::{Bound, PHRASES, longest, longest_before};
use super::scan::Scan;
use super::vocabulary as v;
use super::{Hedge, Lean};

/// What the words before a number say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Qualifier {
    /// Which side is bounded.
    pub(super) bound: Option<Bound>,
    /// The hedge.
    pub(super) hedge: Option<Hedge>,
    /// The first token of all of them.
    pub(super) first: usize,
}

/// How many words for bounds and hedges may follow one another: "well over an estimated".
const N_QUALIFIERS: usize = 3;

/// Returns what the words that end before the token `at` say of the number that begins there.
pub(super) fn before(scan: &Scan<'_>, at: usize) -> Qualifier {
    let mut found = Qualifier { first: at, ..Qualifier::default() };
    let mut end = at;
    for _ in 0..N_QUALIFIERS {
        // "more than the 50,000", "as many as a reported 30"
        let past_article = if scan.is_any(end.wrapping_sub(1), &[v::THE, v::A, v::AN]) { end - 1 } else { end };
        let bound = longest_before(scan, &PHRASES.bounds_before, end);
        let hedge = longest_before(scan, &PHRASES.hedges_before, end);
        let article_bound =
            longest_before(scan, &PHRASES.bounds_before, past_article).filter(|_| bound.is_none() && hedge.is_none());
        if let Some((first, &bound)) = bound.filter(|&(first, _)| hedge.is_none_or(|(other, _)| first <= other)) {
            if !is_plain_over(scan, first, end) {
                found.bound = found.bound.or(Some(bound));
            }
            end = first;
        } else if let Some((first, &lean)) = hedge {
            found.hedge = found.hedge.or(Some(Hedge { lean, span: scan.span(first, end) }));
            end = first;
        } else if let Some((first, &bound)) = article_bound.filter(|&(first, _)| !is_throughout(scan, first)) {
            found.bound = found.bound.or(Some(bound));
            end = first;
        } else {
            break;
        }
        found.first = end;
    }
    if found.bound.is_some() && is_denied(scan, found.first) {
        // "Did not rise more than 3%": at most.
        found.bound = found.bound.map(|bound| if bound == Bound::Low { Bound::High } else { Bound::Low });
    }
    found
}

/// Whether the verb before the bound that begins at `first` is denied: "did not rise", "hasn't grown by".
fn is_denied(scan: &Scan<'_>, first: usize) -> bool {
    let verb = if scan.before(first, 1).code == v::BY { 2 } else { 1 };
    let denial = scan.before(first, verb + 1);
    let is_short = denial.code == v::T && super::vocabulary::is_apostrophe(scan.before(first, verb + 2).code);
    scan.before(first, verb).class & v::CHANGE != 0 && (denial.code == v::NOT || is_short)
}

/// Whether "over" and the like are rather places: "in over 9", "came from above 3" are not told apart; "moved under 5"
/// is.
fn is_plain_over(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    end == first + 1
        && scan.is_any(first, &[v::OVER])
        && scan.is_any(first.wrapping_sub(1), &[v::ONE])
        && scan.token(end).is_number()
}

/// Whether "over" before an article says throughout rather than more than: "over the eight years".
fn is_throughout(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at, &[v::OVER]) && scan.is_any(at + 1, &[v::THE])
}

/// Returns whether a bound or a hedge is before `at`.
pub(super) fn has_bound_or_hedge(scan: &Scan<'_>, at: usize) -> bool {
    let found = before(scan, at);
    found.bound.is_some() || found.hedge.is_some()
}

/// Returns the bound that begins at `at`, after the number.
pub(super) fn bound_after(scan: &Scan<'_>, at: usize) -> Option<(usize, Bound)> {
    // "1,000-plus people"
    let at = if scan.is_hyphen(at) && scan.code(at + 1) == v::PLUS { at + 1 } else { at };
    let (end, &bound) = longest(scan, &PHRASES.bounds_after, at)?;
    let is_sum = scan.is_any(at, &[v::PLUS, super::token::mark('+')])
        && (scan.token(end).is_number()
            || scan.has(end, v::CARDINAL | v::MONEY)
            || scan.is_any(end, &[v::A, v::AN, v::THE])
            || scan.is_mark(end, '$'));
    // "5000 or more than 4500": the bound belongs to the number after it.
    let is_of_next = (scan.code(end - 1) == v::THAN || scan.code(at) == v::AND)
        && (scan.token(end).is_number() || scan.has(end, v::CARDINAL | v::MONEY));
    // 737 Max
    let is_name = scan.token(at).is_capital() && scan.printed(at).eq_ignore_ascii_case("max");
    (!is_sum && !is_of_next && !is_name).then_some((end, bound))
}

/// Returns the hedge that begins at `at`, after the number: "or so", "-odd".
pub(super) fn hedge_after(scan: &Scan<'_>, at: usize) -> Option<(usize, Hedge)> {
    let is_joined = scan.is_hyphen(at);
    let at = if is_joined { at + 1 } else { at };
    if is_joined && super::amount::is_odd(scan, at) {
        // "forty-odd guests"
        return Some((at + 1, Hedge { lean: Lean::Around, span: scan.span(at, at + 1) }));
    }
    let is_after = scan.code(at) == v::OR || scan.code(at) == v::MORE || scan.code(at) == v::ISH;
    let (end, &lean) = longest(scan, &PHRASES.hedges_after, at)
        .filter(|&(end, _)| is_after && (end > at + 1 || scan.code(at) == v::ISH))?;
    Some((end, Hedge { lean, span: scan.span(at, end) }))
}

/// Past the hedge that begins at `at`, as in "between 5 and about 7".
pub(super) fn skip_hedge(scan: &Scan<'_>, at: usize) -> usize {
    longest(scan, &PHRASES.hedges_after, at).map_or(at, |(end, _)| end)
}

impl Hedge {
    /// Returns the hedge of "as many as" and the like is a bound, and of a range it leans neither way.
    pub(super) fn on_range(self) -> Self {
        Self { lean: Lean::Around, ..self }
    }
}
