//! Scores and votes: two whole numbers that stand as a pair, 3-0, 52–48, 31 to 24, 52 votes to 48.

use super::range::is_counted;
use super::scan::Scan;
use super::vocabulary::{self as v, CARDINAL, FUNCTION, SCORE, UNIT, VOTE, is_dash};

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
/// The same for a pair with "to" between its numbers: "the council of the old town approved the plan 31 to 24".
const SPELLED_REACH: usize = 6;

/// Returns the score that begins at `at`.
pub(super) fn pair(scan: &Scan<'_>, at: usize) -> Option<Pair> {
    dashed(scan, at).or_else(|| spelled(scan, at))
}

/// 31 to 24, five to four, 5-to-4, 52 votes to 48: no range, but the two sides of a vote or of a game. The greater
/// number stands first, unless the words directly before say that a score follows.
fn spelled(scan: &Scan<'_>, at: usize) -> Option<Pair> {
    let first = side(scan, at)?;
    let has_noun = is_votes(scan, at + 1);
    let joint = if has_noun || (scan.is_hyphen(at + 1) && scan.code(at + 2) == v::TO) { at + 2 } else { at + 1 };
    if scan.code(joint) != v::TO {
        return None;
    }
    let next = if scan.is_hyphen(joint + 1) { joint + 2 } else { joint + 1 };
    let second = side(scan, next)?;
    let end = next + 1;
    let lead = scan.before(at, 1);
    let is_range = [v::FROM, v::BETWEEN].contains(&lead.code)
        || scan.has(end, UNIT | v::SCALE) && !scan.has(end, SCORE | VOTE | FUNCTION)
        || scan.is_mark(end, '%')
        || scan.is_hyphen(end) && scan.has(end + 1, UNIT)
        || scan.code(end) == v::TO
        || (is_counted(scan, end) && !scan.has(end, SCORE | VOTE));
    if is_range {
        return None;
    }
    let is_told = has_noun || is_near(scan, at, end);
    let is_led = lead.class & SCORE != 0 || lead.code == v::WAS && scan.before(at, 2).class & SCORE != 0;
    (is_told && (first >= second || is_led)).then_some(Pair { end, first, second })
}

/// A whole number up to [`GREATEST`] in digits, or a small one in a word.
fn side(scan: &Scan<'_>, at: usize) -> Option<u32> {
    let in_words = || {
        let is_small = scan.has(at, CARDINAL) && scan.token(at).is_word();
        is_small.then(|| scan.vocabulary.value(scan.code(at)) as u32)
    };
    scan.whole(at).or_else(in_words).filter(|&whole| whole <= GREATEST)
}

fn is_votes(scan: &Scan<'_>, at: usize) -> bool {
    ["vote", "votes"].iter().any(|votes| scan.printed(at).eq_ignore_ascii_case(votes))
}

/// Whether a word of a vote or a game is in the same clause as the pair from `at` to `end`.
fn is_near(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let is_stop = |at: usize| ['.', ';', ':', '\n'].iter().any(|&stop| scan.is_mark(at, stop));
    let tells = |at: usize| scan.has(at, SCORE | VOTE);
    let before = (1..=SPELLED_REACH).filter_map(|back| at.checked_sub(back)).take_while(|&at| !is_stop(at));
    let after = (end..end + SPELLED_REACH).take_while(|&at| !is_stop(at));
    before.chain(after).any(tells)
}

/// Whether the pair from `at` to `end` is what a team or a boxer has won and lost: in brackets behind a name, "the
/// Herons (15-17)", "Marlow (9-14, 6 KO)".
fn is_record(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let name = scan.before(at, 2);
    scan.is_mark(at.wrapping_sub(1), '(')
        && (scan.is_mark(end, ')') || scan.is_mark(end, ','))
        && name.is_word()
        && name.is_capital()
        && name.class & (FUNCTION | v::MONTH | v::WEEKDAY | v::PERSON) == 0
}

/// 3-0, 52–48.
fn dashed(scan: &Scan<'_>, at: usize) -> Option<Pair> {
    let first = scan.whole(at).filter(|&whole| whole <= GREATEST)?;
    if !is_dash(scan.code(at + 1)) || !scan.is_glued(at + 1) || !scan.is_glued(at + 2) {
        return None;
    }
    let second = scan.whole(at + 2).filter(|&whole| whole <= GREATEST)?;
    let end = at + 3;
    let is_mixed = (scan.is_mark(end, '/') || scan.is_mark(end, '⁄')) && scan.is_glued(end);
    let goes_on = is_mixed || scan.is_hyphen(end) && (scan.token(end + 1).is_number() || scan.has(end + 1, UNIT));
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
    ((is_descending && (first < 200 || is_near)) || (is_near && !counts) || is_record(scan, at, end))
        .then_some(Pair { end, first, second })
        .filter(|_| !is_season)
}
