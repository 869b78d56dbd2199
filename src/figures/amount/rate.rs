//! What an amount is counted by: "per barrel", "a day", "/month", "per 100,000 people".

use super::Amount;
use crate::figures::number::{self, Form};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::quantity::{Per, Unit};
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, CARDINAL, MONEY, SCALE, UNIT, is_dash};

/// Takes in what the amount is counted by: per barrel, a day, /month, per 100,000 people.
pub(super) fn rate(scan: &Scan<'_>, found: Amount) -> Amount {
    if let Some((end, per)) = per(scan, found.end, found.is_money, found.unit) {
        return Amount { end, per: Some(per), ..found };
    }
    // "C$6 ($4.46) per share": what is converted in brackets is counted by the same.
    let per = after_conversion(scan, found.end).filter(|_| found.is_money);
    Amount { per, ..found }
}

/// Returns the unit that begins at `at` and names a rate by itself: bpd are barrels per day.
pub(super) fn rate_unit(scan: &Scan<'_>, at: usize) -> Option<(usize, Unit, Per)> {
    let (end, &(unit, by)) = longest(scan, &PHRASES.rates, at)?;
    let goes_on = scan.is_glued(end) && (scan.token(end).is_word() || scan.token(end).is_number());
    (!goes_on).then_some((end, unit, Per { count: 1.0, symbol: by.symbol, unit: Some(by) }))
}

/// How many tokens a conversion in brackets has at most: "(about US $4.46 million)".
const CONVERSION: usize = 8;

/// The base of the rate that follows the conversion in brackets that begins at `at`.
fn after_conversion(scan: &Scan<'_>, at: usize) -> Option<Per> {
    if !scan.is_mark(at, '(') {
        return None;
    }
    let close = (at + 2..at + CONVERSION).find(|&close| scan.is_mark(close, ')'))?;
    let is_amount = (at + 1..close).any(|at| scan.token(at).is_number())
        && (at + 1..close).any(|at| scan.has(at, UNIT | MONEY) || scan.is_mark(at, '$'));
    if !is_amount {
        return None;
    }
    per(scan, close + 1, true, None).map(|(_, per)| per)
}

/// "80,000 barrels daily": an adverb that ends its phrase names the base.
fn by_adverb(scan: &Scan<'_>, at: usize) -> Option<(usize, Per)> {
    let name = match scan.printed(at) {
        "daily" => "day",
        "weekly" => "week",
        "monthly" => "month",
        "annually" | "yearly" => "year",
        _ => return None,
    };
    let next = scan.token(at + 1);
    let ends = !next.is_word() && !next.is_number() || next.class & v::FUNCTION != 0;
    let unit = PHRASES.base(name).filter(|_| ends && scan.token(at).is_spaced())?;
    Some((at + 1, Per { count: 1.0, symbol: unit.symbol, unit: Some(unit) }))
}

/// Returns the base of a rate that begins at `at`.
pub(in crate::figures) fn per(scan: &Scan<'_>, at: usize, is_money: bool, unit: Option<Unit>) -> Option<(usize, Per)> {
    let is_percent = unit.is_some_and(|unit| unit.dimension == "percent");
    if let Some(found) =
        by_adverb(scan, at).filter(|_| !is_percent && unit.is_some_and(|unit| unit.dimension != "time"))
    {
        return Some(found);
    }
    let hyphens = usize::from(scan.is_hyphen(at));
    let at = at + hyphens;
    if scan.is_any(at, &[v::A, v::AN]) && ["earlier", "ago", "later", "before", "after"].contains(&scan.printed(at + 2))
    {
        return None;
    }
    let (is_per, next) = match scan.code(at) {
        v::PER => (true, at + 1),
        v::A | v::AN | v::EACH | v::EVERY if !is_percent || scan.is_any(at + 1, &[v::YEAR, v::MONTH_WORD, v::WEEK]) => {
            (false, at + 1)
        }
        code if code == mark('/') && scan.is_glued(at + 1) => (true, at + 1),
        _ => return None,
    };
    let next = next + usize::from(is_dash(scan.code(next)));
    let mut count = 1.0;
    let mut name = next;
    if is_per && (scan.token(next).is_number() || scan.has(next, CARDINAL | SCALE)) {
        let number = number::number(scan, next).filter(|number| number.form != Form::Ordinal)?;
        count = number.low;
        name = number.end;
    }
    if let Some((end, &unit)) = longest(scan, &PHRASES.units, name) {
        let is_single = scan.printed(name).len() < 2 && !scan.is_mark(at, '/');
        let is_time = unit.dimension == "time";
        if !is_single && (is_per || is_time || is_money) && unit.dimension != "percent" {
            return Some((end, Per { count, symbol: unit.symbol, unit: Some(unit) }));
        }
    }
    if !is_per && !is_money {
        return None;
    }
    match scan.vocabulary.rate(scan.code(name)) {
        Some(symbol) => Some((name + 1, Per { count, symbol, unit: None })),
        None if count > 1.0 => Some((name, Per { count, symbol: "people", unit: None })),
        None => None,
    }
}
