//! Amounts: a number with its sign, its currency, its unit and what it is counted by.

mod compound;
mod money;
mod rate;
mod unit;

pub(super) use rate::per;

use crate::figures::Kind;
use crate::figures::number::{self, Form, Number};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::quantity::{Per, Unit};
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, FUNCTION, MONEY, SCALE, UNIT, is_dash};
use compound::{compound, half_more, height};
use money::{STERLING, cents, is_sterling, prefixed, whole};
use rate::{rate, rate_unit};
use unit::unit_at;

/// A number with its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The first token.
    pub(super) first: usize,
    /// Past the last token.
    pub(super) end: usize,
    /// The number.
    pub(super) number: Number,
    /// The unit.
    pub(super) unit: Option<Unit>,
    /// What it is counted by.
    pub(super) per: Option<Per>,
    /// Whether the unit is money.
    pub(super) is_money: bool,
    /// Whether the currency is before the number.
    pub(super) is_prefixed: bool,
}

impl Amount {
    /// Returns the kind that the unit tells.
    pub(super) fn kind(&self) -> Kind {
        match self.unit {
            _ if self.is_money => Kind::Money,
            None if self.number.form == Form::Ordinal => Kind::Ordinal,
            None => Kind::Count,
            Some(unit) => match unit.dimension {
                "percent" | "percentage point" => Kind::Percent,
                "time" => Kind::Duration,
                _ => Kind::Measure,
            },
        }
    }

    /// Returns the same amount times `factor`.
    pub(super) fn scaled(self, factor: f64) -> Self {
        let number = self.number;
        let (low, high) = (number.low * factor, number.high * factor);
        Self {
            number: Number { low, high, scale: number.scale * factor, step: number.step * factor, ..number },
            ..self
        }
    }

    pub(super) fn negative(mut self, first: usize) -> Self {
        (self.number.low, self.number.high) = (-self.number.high.abs(), -self.number.low.abs());
        self.first = first;
        self
    }
}

/// Returns the amount that begins at `at`: "$1.2 million", "26.2 pounds", "minus 5", "RM3.06mil", "three".
pub(super) fn amount(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    let code = scan.code(at);
    if code == v::MINUS || code == v::NEGATIVE {
        let next = if is_dash(scan.code(at + 1)) { at + 2 } else { at + 1 };
        return Some(unsigned(scan, next)?.negative(at));
    }
    if (is_dash(code) || code == mark('+')) && is_sign(scan, at) {
        let found = unsigned(scan, at + 1)?;
        return Some(if is_dash(code) { found.negative(at) } else { Amount { first: at, ..found } });
    }
    unsigned(scan, at)
}

/// Returns whether the dash at `at` is a sign: close to the number and apart from what is before.
pub(super) fn is_sign(scan: &Scan<'_>, at: usize) -> bool {
    let is_apart = scan.token(at).is_spaced()
        || scan.is_any(at.wrapping_sub(1), &[mark('('), mark('<'), mark('>'), mark('='), mark('[')]);
    let is_first = at == 0;
    let is_close = scan.is_glued(at + 1) || (is_first && scan.token(at + 1).is_number());
    is_apart && is_close && (scan.token(at + 1).is_number() || scan.has(at + 1, MONEY) || scan.is_mark(at + 1, '$'))
}

fn unsigned(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if let Some(found) = prefixed(scan, at) {
        return Some(found);
    }
    if let Some(found) = article(scan, at).or_else(|| all_of(scan, at)).or_else(|| height(scan, at)) {
        return Some(found);
    }
    let number = number::number(scan, at)?;
    let bare =
        Amount { first: at, end: number.end, number, unit: None, per: None, is_money: false, is_prefixed: false };
    if number.form == Form::Ordinal {
        return Some(bare);
    }
    Some(compound(scan, with_unit(scan, bare)))
}

/// "An hour", "a kilogram", "a million": an article that counts. Where it stands decides: "for an hour", not "an hour
/// ago".
fn article(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if !scan.is_any(at, &[v::A, v::AN]) || !scan.has(at + 1, UNIT) || scan.has(at + 1, SCALE) {
        return None;
    }
    let before = scan.before(at, 1);
    let opens = before.code == crate::figures::token::OUTSIDE
        || [v::FOR, v::HALF, v::LOST].contains(&before.code)
        || (before.code == mark(',') && scan.before(at, 2).is_word() && scan.token(at + 2).code == mark('!'));
    let is_money_unit = longest(scan, &PHRASES.money, at + 1);
    let (end, unit, is_money) = match longest(scan, &PHRASES.units, at + 1) {
        Some((end, unit)) => (end, *unit, false),
        None => {
            let (end, unit) = is_money_unit?;
            (end, *unit, true)
        }
    };
    let is_clock = matches!(unit.symbol, "h" | "min" | "s");
    let has_half =
        scan.code(end) == v::AND && scan.code(end + 1) == v::A && scan.is_any(end + 2, &[v::HALF, v::QUARTER]);
    if before.code == v::FOR && unit.dimension == "time" && !is_clock && !has_half {
        return None;
    }
    if scan.is_any(end, &[v::AGO, v::LATER, v::EARLIER]) || scan.token(end).is_number() {
        return None;
    }
    let is_whole_phrase = !scan.token(end).is_word() || scan.has(end, FUNCTION) || scan.code(end) == v::AND;
    if !(opens || has_half) || !is_whole_phrase || scan.printed(at + 1).len() < 2 {
        return None;
    }
    let value = if before.code == v::HALF { 0.5 } else { 1.0 };
    let first = if before.code == v::HALF { at - 1 } else { at };
    let number =
        Number { first, end: at + 1, low: value, high: value, raw: value, scale: 1.0, form: Form::Words, step: value };
    let found = Amount { first, end, number, unit: Some(unit), per: None, is_money, is_prefixed: false };
    Some(compound(scan, half_more(scan, whole(found))))
}

/// "All day", "all week long": one whole unit of the calendar.
fn all_of(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    let is_unit = scan.code(at) == v::ALL && scan.is_any(at + 1, &[v::DAY, v::WEEK, v::MONTH_WORD, v::YEAR]);
    let next = scan.token(at + 2);
    // Not "all year round", nor "all week three crews"
    let ends = if next.is_word() {
        next.class & (FUNCTION | v::WEEKDAY) != 0 || scan.printed(at + 2).eq_ignore_ascii_case("long")
    } else {
        !next.is_number() && !scan.is_hyphen(at + 2)
    };
    if !is_unit || scan.is_glued(at + 1) || !ends {
        return None;
    }
    let (end, &unit) = longest(scan, &PHRASES.units, at + 1)?;
    let number =
        Number { first: at, end: at + 1, low: 1.0, high: 1.0, raw: 1.0, scale: 1.0, form: Form::Words, step: 1.0 };
    Some(Amount { first: at, end, number, unit: Some(unit), per: None, is_money: false, is_prefixed: false })
}

/// Takes in the unit that follows the number.
fn with_unit(scan: &Scan<'_>, bare: Amount) -> Amount {
    let number = bare.number;
    let at = number.end + before_unit(scan, &number);
    if let Some((end, unit, per)) = rate_unit(scan, at) {
        return Amount { end, unit: Some(unit), per: Some(per), ..bare };
    }
    if let Some((end, unit)) = unit_at(scan, at, &number) {
        let end = if scan.is_any(at.wrapping_sub(1), &[mark('['), mark('<')]) { end + 1 } else { end };
        if unit.symbol == "lb" && end == at + 1 && scan.printed(at).len() > "lbs".len() && is_sterling(scan, &bare, end)
        {
            return rate(scan, Amount { end, unit: Some(STERLING), is_money: true, ..bare });
        }
        let found = half_more(scan, Amount { end, unit: Some(unit), ..bare });
        return rate(scan, found);
    }
    if let Some((end, &unit)) = longest(scan, &PHRASES.money, at) {
        let is_of_next = scan.is_glued(end) && scan.token(end).is_number();
        let is_fine = match scan.printed(at) {
            _ if is_of_next => false,
            "p" | "c" => number.form == Form::Digits && !is_possible_page(scan, at),
            "R" | "E" | "LE" | "L" => number.form == Form::Digits,
            _ => number.form != Form::Fraction || number.low != 0.5 || scan.printed(at).len() > 2,
        };
        if is_fine {
            let mut found = Amount { end, unit: Some(unit), is_money: true, ..bare };
            // 10 million US dollars: the longest form is in the list; 75 USD million is not.
            if scan.has(found.end, SCALE) && number.scale == 1.0 {
                let scale = scan.vocabulary.value(scan.code(found.end));
                found = Amount { end: found.end + 1, ..found }.scaled(scale);
            }
            return rate(scan, cents(scan, whole(found)));
        }
    }
    bare
}

/// How many tokens are between a number and its unit: "3-inch", "2 more minutes", "three full days", "half a liter",
/// "20 [kg]".
fn before_unit(scan: &Scan<'_>, number: &Number) -> usize {
    let at = number.end;
    let is_part = number.form == Form::Fraction;
    let is_article = |at: usize| scan.is_any(at, &[v::A, v::AN]);
    let is_more = (scan.is_any(at, &[v::MORE, v::ADDITIONAL, v::EXTRA, v::FEWER]) || scan.has(at, v::UNIT_ADJECTIVE))
        && scan.has(at + 1, UNIT);
    let is_part_of = is_article(at) && is_part && scan.has(at + 1, UNIT);
    let is_of =
        scan.code(at) == v::OF && scan.has(at + 1, UNIT) && (number.form == Form::Vague || number.low.fract() != 0.0);
    let is_bracket = scan.is_any(at, &[mark('['), mark('<')]) && scan.is_any(at + 2, &[mark(']'), mark('>')]);
    if (scan.code(at) == v::OF || scan.is_hyphen(at)) && is_article(at + 1) && is_part {
        // "a tenth of a mile", "half-a-mile"
        let skipped = if scan.is_hyphen(at + 2) { 3 } else { 2 };
        if scan.has(at + skipped, UNIT) {
            return skipped;
        }
    }
    if scan.is_hyphen(at) && is_odd(scan, at + 1) && scan.has(at + 2, UNIT) {
        return 2;
    }
    usize::from(scan.is_hyphen(at) || is_more || is_part_of || is_of || is_bracket)
}

/// Returns whether "odd" is at `at`, as in "forty-odd miles".
pub(super) fn is_odd(scan: &Scan<'_>, at: usize) -> bool {
    scan.printed(at).eq_ignore_ascii_case("odd")
}

fn is_possible_page(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_mark(at + 1, '.') && scan.is_glued(at + 1) && scan.is_glued(at + 2)
}
