//! Multiples: "sales doubled", "a threefold rise", "halved". Each is a change, given in percent of what was before, so
//! that it can be compared with one printed so: *doubled* is *up 100%*.
//!
//! Verbs and adjectives only: a noun such as *double* is as often a room or a drink, and *twice* as often a count of
//! times.

use super::scan::Scan;
use super::vocabulary::{self as v, FUNCTION, MULTIPLE};

/// A multiple as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Past the last token.
    pub(super) end: usize,
    /// How much was added or taken away, in percent of what was before.
    pub(super) percent: f64,
}

/// Returns the multiple that begins at `at`.
pub(super) fn multiple(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !scan.has(at, MULTIPLE) {
        return fold(scan, at);
    }
    // "Doubled down", "doubled as a nurse", "was doubled over": no number is meant.
    let is_phrasal = scan.is_any(at + 1, &[v::DOWN, v::AS, v::UP, v::OVER, v::BACK]);
    // A name: Double Bay.
    let is_name = scan.token(at).is_capital() && scan.token(at + 1).is_capital() && !scan.has(at + 1, FUNCTION);
    let times = scan.vocabulary.value(scan.code(at));
    (!is_phrasal && !is_name && times > 0.0).then_some(Found { end: at + 1, percent: (times - 1.0).abs() * 100.0 })
}

/// "Ten-fold", "10-fold".
fn fold(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let token = scan.token(at);
    if !token.is_number() && token.class & (v::CARDINAL | v::SCALE) == 0 {
        return None;
    }
    // The number is short: one word or "twenty-five".
    let end = (at + 1..at + 4).find(|&end| scan.is_hyphen(end) && scan.code(end + 1) == v::FOLD)?;
    let times = super::number::number(scan, at).filter(|number| number.end == end && number.low == number.high)?.low;
    (times > 0.0).then_some(Found { end: end + 2, percent: (times - 1.0).abs() * 100.0 })
}
