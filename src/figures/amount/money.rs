//! Money: the currency before a number, the cents after it, and pounds that are no weight.

use super::Amount;
use super::rate::rate;
use crate::figures::number::{self, Form, Number};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::quantity::Unit;
use crate::figures::scan::Scan;
use crate::figures::token::{ALL_CAPITALS, GROUPED, mark};
use crate::figures::vocabulary::{self as v, CARDINAL, FUNCTION, MONEY, is_dash};

/// Returns a currency before a number: $5, US $5, RM3.06mil, EUR 20.
pub(super) fn prefixed(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if !scan.has(at, MONEY) && scan.token(at).is_word() || scan.token(at).is_number() {
        return None;
    }
    let is_letter = matches!(scan.printed(at), "N" | "P") && scan.is_glued(at + 1);
    if scan.is_any(at, &[v::P, v::M]) && scan.token(at + 1).is_number() && !is_letter {
        return None;
    }
    let (mut end, &unit) = longest(scan, &PHRASES.money, at)?;
    if scan.printed(end - 1) == "c" || scan.printed(end - 1) == "¢" {
        return None;
    }
    let is_negative = is_dash(scan.code(end)) && scan.is_glued(end + 1) && scan.token(end + 1).is_number();
    if is_negative {
        end += 1;
    }
    let number = number::number(scan, end).filter(|number| number.form != Form::Ordinal)?;
    let is_word = scan.token(end).is_word();
    let is_code = scan.token(at).is_word() && scan.token(end - 1).is_word();
    if is_word && is_code {
        return None;
    }
    if scan.printed(at) == "PS" || is_letter && end == at + 1 {
        // A pound sign that a conversion has spelled out, not the fifth console; N75 million, not the N95 mask.
        let is_amount = scan.token(end).print & GROUPED != 0 || number.scale > 1.0 || number.low.fract() != 0.0;
        if !is_amount || !scan.is_glued(end) {
            return None;
        }
    }
    let mut found =
        Amount { first: at, end: number.end, number, unit: Some(unit), per: None, is_money: true, is_prefixed: true };
    // $5 US, $31.20 US
    if scan.is_mark(end - 1, '$') && scan.code(found.end) == v::US && scan.token(found.end).print & ALL_CAPITALS != 0 {
        let next = scan.token(found.end + 1);
        if !next.is_word() || next.class & FUNCTION != 0 || !next.is_capital() {
            found.end += 1;
        }
    }
    if scan.printed(found.end) == "U" && scan.is_mark(found.end + 1, '.') && scan.printed(found.end + 2) == "S" {
        found.end += if scan.is_mark(found.end + 3, '.') { 4 } else { 3 };
    }
    found = rate(scan, cents(scan, whole(found)));
    Some(if is_negative { found.negative(at) } else { found })
}

/// Returns the amount in the whole currency: 63 cents are 0.63 USD. Pence have a code of their own.
pub(super) fn whole(found: Amount) -> Amount {
    match found.unit {
        Some(unit) if unit.factor != 1.0 && unit.symbol == unit.dimension => {
            let number = found.number;
            let (low, high) = (number.low * unit.factor, number.high * unit.factor);
            let number = Number { low, high, step: number.step * unit.factor, ..number };
            Amount { number, unit: Some(Unit { factor: 1.0, ..unit }), ..found }
        }
        _ => found,
    }
}

/// Returns the cents after the dollars: "$20 and 43c", "thirteen dollars forty-five".
pub(super) fn cents(scan: &Scan<'_>, found: Amount) -> Amount {
    let is_whole = found.number.low.fract() == 0.0 && found.number.scale == 1.0;
    let Some(unit) = found.unit.filter(|unit| unit.factor == 1.0 && is_whole) else { return found };
    let at = if scan.code(found.end) == v::AND { found.end + 1 } else { found.end };
    if !scan.token(at).is_number() && !scan.has(at, CARDINAL) {
        return found;
    }
    let Some(part) = number::number(scan, at).filter(|part| part.low < 100.0 && part.low.fract() == 0.0) else {
        return found;
    };
    let is_small = PHRASES.minor.get(&scan.code(part.end)).is_some_and(|&of| of == "*" || of == unit.symbol);
    if !is_small && !is_rest(scan, &found, &part) {
        return found;
    }
    let (low, high) = (found.number.low + part.low / 100.0, found.number.high + part.low / 100.0);
    let end = if is_small { part.end + 1 } else { part.end };
    Amount { end, number: Number { low, high, end, step: 0.01, ..found.number }, ..found }
}

/// "Fifteen dollars fifty", "15 euros and 40": two digits without a unit that end the phrase are the hundredth parts.
fn is_rest(scan: &Scan<'_>, found: &Amount, part: &Number) -> bool {
    let is_two_digits = part.low >= 10.0 && (scan.n_digits(part.first) == 2 || part.form == Form::Words);
    let ends = part.end >= scan.tokens.len()
        || scan.is_any(part.end, &[mark('.'), mark(','), mark(';'), mark('!'), mark('?')])
            && !scan.is_glued(part.end + 1);
    let is_bounded = (1..=3).any(|back| [v::BETWEEN, v::FROM].contains(&scan.before(found.first, back).code));
    let is_joined = scan.code(found.end) == v::AND || !found.is_prefixed || part.end >= scan.tokens.len();
    is_two_digits && ends && is_joined && !is_bounded
}

/// The pound as money.
pub(super) const STERLING: Unit = Unit { symbol: "GBP", dimension: "GBP", factor: 1.0, offset: 0.0 };

/// A number of pounds from here on is money unless something is said to weigh it: few things in the news weigh more.
const HEAVIEST: f64 = 1e6;

/// How many words around an amount of pounds may speak of money.
const MONEY_REACH: usize = 6;

/// Returns whether the pounds after `bare` are money: a word near says so, or they are millions of nothing.
pub(super) fn is_sterling(scan: &Scan<'_>, bare: &Amount, end: usize) -> bool {
    let weighs = scan.code(end) == v::OF && !scan.has(end + 1, FUNCTION | v::COST);
    // A million-pound home, a 300-pound man.
    let is_hyphenated = (scan.is_hyphen(bare.number.end) || scan.is_hyphen(end)) && bare.number.scale < HEAVIEST;
    let is_scaled = bare.number.scale >= HEAVIEST;
    let speaks_of_money = (1..=MONEY_REACH)
        .map(|back| scan.before(bare.first, back))
        .take_while(|token| token.code != mark('.') && token.code != crate::figures::token::OUTSIDE)
        .chain((0..2).map(|ahead| scan.token(end + ahead)))
        .any(|token| token.class & v::COST != 0);
    !weighs && !is_hyphenated && (is_scaled || bare.number.low >= HEAVIEST || speaks_of_money)
}
