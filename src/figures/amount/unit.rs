//! The unit after a number. Most names are plain; a letter alone is a unit only where it can be nothing else.

use crate::figures::number::{Form, Number};
use crate::figures::phrases::{PHRASES, longest};
use crate::figures::quantity::Unit;
use crate::figures::scan::Scan;
use crate::figures::token::mark;
use crate::figures::vocabulary::{self as v, FUNCTION};

/// Returns the unit that begins at `at`, after `number`.
pub(super) fn unit_at(scan: &Scan<'_>, at: usize, number: &Number) -> Option<(usize, Unit)> {
    let token = scan.token(at);
    if token.is_number() {
        return None;
    }
    let (end, &unit) = longest(scan, &PHRASES.units, at)?;
    let printed = scan.printed(at);
    let is_glued = scan.is_glued(at);
    let next = scan.token(end);
    let goes_on = (next.is_word() || next.is_number()) && scan.is_glued(end);
    let is_fine = match printed {
        "in" => {
            !is_glued && !next.is_word() && !next.is_number() && number.form == Form::Digits || (is_glued && !goes_on)
        }
        "s" | "d" | "D" | "W" | "Y" | "y" | "A" | "V" | "b" | "F" | "C" | "L" | "t" | "T" | "h" | "g" | "l" | "m"
        | "J" | "W "
            if end == at + 1 =>
        {
            let is_plain = (number.form == Form::Digits || (number.form == Form::Fraction && is_glued)) && !goes_on;
            let is_weather = !matches!(printed, "F" | "C") || (number.high < HOTTEST && !scan.is_mark(end, '/'));
            let is_capital_letter = token.is_capital() && scan.is_hyphen(end);
            let names = token.is_capital()
                && is_glued
                && matches!(printed, "F" | "C" | "L" | "A" | "V" | "T" | "D")
                && (scan.before(number.first, 1).is_capital()
                    || scan.is_hyphen(number.first.wrapping_sub(1)) && !scan.before(number.first, 2).is_number());
            let is_decade = printed == "s" && is_glued && scan.n_digits(number.first) == 4 && number.low % 10.0 == 0.0;
            // "18-to-24s": ages
            let is_group = printed == "s"
                && scan.is_hyphen(number.first.wrapping_sub(1))
                && scan.before(number.first, 2).code == v::TO;
            // 3D printers
            let is_space = printed == "D" && is_glued && (2.0..=4.0).contains(&number.low);
            is_plain && !is_space && is_weather && !is_capital_letter && !names && !is_decade && !is_group
        }
        "\"" | "”" => {
            is_glued && closes_nothing(scan, at)
                || (printed == "\"" && !is_glued && closes_nothing(scan, at) && number.low < 100.0)
        }
        "'" => is_glued,
        "am" => number.low.fract() != 0.0 && number.step < 0.005,
        "pm" => !is_clock(number),
        "st" if is_glued => !is_first(number),
        "st" => !token.is_capital() && (!next.is_word() || !next.is_capital()),
        "ft" | "pt" | "ct" | "mi" | "yd" | "cc" | "cal" | "mo" | "kt" | "qt" => !token.is_capital(),
        "second" | "Second" => !(scan.is_hyphen(end) && scan.printed(end + 1) == "half"),
        "cup" | "Cup" | "cups" | "bar" => !token.is_capital() || printed == "Cups",
        "Stone" => false,
        "stone" => !next.is_word() || next.class & FUNCTION != 0,
        "MP" => is_glued,
        _ => true,
    };
    if !is_fine {
        return None;
    }
    // The unit's name begins a longer name of a thing: "two hour-long talks" is fine, "five day care centers" is not
    // told apart.
    let is_power = matches!(unit.symbol, "m" | "km" | "cm");
    let power = if is_power && scan.is_mark(end, '^') && scan.whole(end + 1).is_some() {
        scan.whole(end + 1)
    } else if is_power && scan.code(end) == v::SQUARED {
        Some(2)
    } else {
        None
    };
    if power == Some(2) {
        let (symbol, factor) = match unit.symbol {
            "m" => ("m²", 1.0),
            "km" => ("km²", 1e6),
            _ => ("cm²", 1e-4),
        };
        let end = if scan.is_mark(end, '^') { end + 2 } else { end + 1 };
        return Some((end, Unit { symbol, dimension: "area", factor, offset: 0.0 }));
    }
    Some((end, unit))
}

/// A letter alone is a temperature only below this: the hottest things in the news are molten, not numbered.
const HOTTEST: f64 = 10_000.0;

/// Whether `number` is one that "st" makes a place of: 1st, 21st, not 11st.
fn is_first(number: &Number) -> bool {
    number.low % 10.0 == 1.0 && number.low % 100.0 != 11.0
}

pub(super) fn is_clock(number: &Number) -> bool {
    number.low >= 1.0 && number.low < 13.0 && number.low.fract() == 0.0
}

/// How far back an opening quotation mark is looked for: longer quotations seldom hold an inch mark.
const QUOTATION_REACH: usize = 200;

/// Whether the quotation mark at `at` has no partner before it, so that it may stand for inches.
fn closes_nothing(scan: &Scan<'_>, at: usize) -> bool {
    let from = at.saturating_sub(QUOTATION_REACH);
    let n_marks = (from..at).filter(|&at| scan.is_any(at, &[mark('"'), mark('“'), mark('”')])).count();
    n_marks % 2 == 0
}
