//! Two numbers that bound one quantity: "10 to 15", "between 5% and 6%", "$10 to $15 billion", "three or four",
//! "1,000–5,000".

use super::amount::{Amount, amount};
use super::number::Form;
use super::qualifier::skip_hedge;
use super::scan::Scan;
use super::token::mark;
use super::vocabulary::{self as v, CHANGE, FUNCTION, IRREGULAR_PLURAL, PHRASE_END, is_dash};

/// Returns `from` and the amount that bounds it on the other side, if one follows; else `from` alone. `first` is where
/// the words that belong to it begin.
pub(super) fn joined(scan: &Scan<'_>, from: Amount, first: usize) -> Option<Amount> {
    if from.number.form == Form::Vague {
        return None;
    }
    if let Some(found) = plus_minus(scan, &from) {
        return Some(found);
    }
    let at = from.end;
    let code = scan.code(at);
    let lead = scan.before(first, 1).code;
    let is_between = lead == v::BETWEEN;
    let is_from = lead == v::FROM;
    let next = match code {
        // "two-to-three-week"
        _ if scan.is_hyphen(at) && scan.code(at + 1) == v::TO && scan.is_hyphen(at + 2) => at + 3,
        _ if is_dash(code) || code == mark('/') || code == mark('~') => at + 1,
        // "6-to-8", not "-18 to -34"
        v::TO if scan.is_hyphen(at + 1) => at + 2,
        v::TO => at + 1,
        v::AND if is_between || is_from => at + 1,
        v::OR => at + 1,
        v::UP if scan.code(at + 1) == v::TO => at + 2,
        _ => return None,
    };
    let next = skip_hedge(scan, next);
    let to = amount(scan, next)?;
    if to.number.form == Form::Vague || (to.number.form == Form::Ordinal) != (from.number.form == Form::Ordinal) {
        return None;
    }
    let is_same_unit = from.unit.is_some() && from.unit == to.unit;
    let is_bare = from.unit.is_none();
    let is_fine = match code {
        _ if is_dash(code) => {
            let is_evenly_spaced =
                scan.token(at).is_spaced() == scan.token(at + 1).is_spaced() || !to.is_prefixed && code == mark('-');
            let ascends = to.number.low > from.number.low || is_scale_shared(&from, &to);
            // "$10-15 million"
            let is_led = from.is_prefixed && to.unit.is_none() && ascends && !scan.is_hyphen(to.end);
            is_evenly_spaced && (is_bare || is_same_unit || is_led) && (ascends || is_same_unit) && code != mark('—')
        }
        _ if code == mark('/') => is_same_unit && from.is_prefixed,
        v::OR => {
            is_bare
                && to.number.low == from.number.low + 1.0
                && to.number.form == from.number.form
                && !from.is_prefixed
                && !to.is_prefixed
        }
        v::AND => is_bare || is_same_unit || to.unit.is_none(),
        v::UP => is_same_unit,
        _ => {
            let is_change =
                scan.before(first, 1).class & CHANGE != 0 || lead == v::BY || scan.before(from.first, 1).code == v::BY;
            let is_age = lead == v::AGED || lead == v::AGES;
            if is_bare {
                !is_change || !to.is_money || is_from
            } else {
                let is_led = from.is_prefixed && to.unit.is_none() && is_scale_shared(&from, &to) && !is_change;
                // "Would raise $3 to $4 billion": by three dollars, nobody says.
                (is_same_unit && (!is_change || is_scale_shared(&from, &to)))
                    || is_led
                    || ((is_from || is_age) && to.unit.is_none())
                    || (is_same_unit && is_from)
            }
        }
    };
    if !is_fine || to.per.is_some() && from.per.is_some() && from.per != to.per {
        return None;
    }
    let is_converted = from.unit.is_some() && to.unit.is_some() && !is_same_unit;
    let from = if is_scale_shared(&from, &to) { from.scaled(to.number.scale) } else { from };
    if is_converted && from.is_money != to.is_money {
        return None;
    }
    let mut number = to.number;
    number.low = from.number.low.min(to.number.low);
    number.high = from.number.high.max(to.number.high);
    number.step = from.number.step.min(to.number.step);
    number.first = from.number.first;
    Some(Amount {
        first: from.first,
        end: to.end,
        number,
        unit: to.unit.or(from.unit),
        per: to.per.or(from.per),
        is_money: to.is_money || from.is_money,
        is_prefixed: from.is_prefixed,
    })
}

/// "5 ± 0.2 km", "40 plus or minus 3": an amount and how far the true value may lie on either side.
fn plus_minus(scan: &Scan<'_>, from: &Amount) -> Option<Amount> {
    let at = from.end;
    let next = if scan.is_mark(at, '±') {
        at + 1
    } else if scan.is_any(at, &[mark('+'), v::PLUS]) && (scan.is_mark(at + 1, '/') || scan.code(at + 1) == v::OR) {
        let is_minus = is_dash(scan.code(at + 2)) || scan.code(at + 2) == v::MINUS;
        is_minus.then_some(at + 3)?
    } else {
        return None;
    };
    let margin = amount(scan, next).filter(|margin| margin.number.form != Form::Ordinal && margin.number.low >= 0.0)?;
    if from.unit.is_some() && margin.unit.is_some() && from.unit != margin.unit {
        return None;
    }
    let (low, high) = (from.number.low - margin.number.high, from.number.high + margin.number.high);
    let step = from.number.step.min(margin.number.step);
    Some(Amount {
        end: margin.end,
        number: super::number::Number { low, high, step, ..from.number },
        unit: from.unit.or(margin.unit),
        per: from.per.or(margin.per),
        is_money: from.is_money || margin.is_money,
        ..*from
    })
}

/// "$10 to $15 billion": the scale word of the second belongs to the first too, unless that makes it the greater.
fn is_scale_shared(from: &Amount, to: &Amount) -> bool {
    from.number.scale == 1.0 && to.number.scale >= 1000.0 && from.number.low < to.number.raw && from.number.low < 1000.0
}

/// Returns whether what begins at `at` is a thing that is counted, in the plural: so that the number before is no year.
pub(super) fn is_counted(scan: &Scan<'_>, at: usize) -> bool {
    let token = scan.token(at);
    if !token.is_word() || !token.is_spaced() || token.is_capital() {
        return false;
    }
    if token.class & IRREGULAR_PLURAL != 0 || (token.class & v::UNIT != 0 && scan.printed(at).len() > 3) {
        return true;
    }
    let printed = scan.printed(at);
    printed.len() > 3
        && printed.ends_with('s')
        && !["ss", "is", "us"].iter().any(|ending| printed.ends_with(ending))
        && token.class & (FUNCTION | PHRASE_END) == 0
}
