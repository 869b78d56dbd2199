//! Scores and votes: two whole numbers that stand as a pair, 3-0, 52–48.

use super::scan::Scan;
use super::vocabulary::{self as v, FUNCTION, SCORE, UNIT, is_dash};

/// A pair of numbers as it was read: past its last token, and the numbers in the order printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// Past the last token.
    pub(super) end: usize,
    /// The first number.
    pub(super) first: u32,
    /// The second number.
    pub(super) second: u32,
}

/// The greatest number of a pair: votes in a parliament.
const GREATEST: u32 = 999;
/// How many words around a pair may say that it is a score.
const REACH: usize = 4;

/// The score that begins at `at`.
pub(super) fn pair(scan: &Scan<'_>, at: usize) -> Option<Pair> {
    let first = scan.whole(at).filter(|&whole| whole <= GREATEST)?;
    if !is_dash(scan.code(at + 1)) || !scan.is_glued(at + 1) || !scan.is_glued(at + 2) {
        return None;
    }
    let second = scan.whole(at + 2).filter(|&whole| whole <= GREATEST)?;
    let end = at + 3;
    let goes_on = scan.is_hyphen(end) && (scan.token(end + 1).is_number() || scan.has(end + 1, UNIT));
    // "in" is an inch elsewhere.
    let is_measured = scan.has(end, UNIT | v::SCALE) && !scan.has(end, SCORE | FUNCTION) || scan.is_mark(end, '%');
    let is_close = scan.is_glued(end) && scan.token(end).is_word();
    if goes_on || is_measured || is_close {
        return None;
    }
    let is_near = (1..=REACH).any(|back| scan.before(at, back).class & SCORE != 0)
        || (0..REACH).any(|ahead| scan.has(end + ahead, SCORE));
    let is_descending = first > second || (first == second && first < 10);
    let is_season = scan.has(end, v::MONTH);
    let counts = scan.token(end).is_word()
        && !scan.has(end, FUNCTION | SCORE)
        && scan.printed(end).ends_with('s')
        && first < second;
    ((is_descending && (first < 200 || is_near)) || (is_near && !counts))
        .then_some(Pair { end, first, second })
        .filter(|_| !is_season)
}
