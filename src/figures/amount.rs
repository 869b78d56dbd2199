//! Amounts: a number with its sign, its currency, its unit and what it is counted by.

use super::Kind;
use super::number::{self, Form, Number};
use super::phrases::{PHRASES, longest};
use super::quantity::{Per, Unit};
use super::scan::Scan;
use super::token::{ALL_CAPITALS, GROUPED, mark};
use super::vocabulary::{self as v, CARDINAL, FUNCTION, MONEY, SCALE, UNIT, is_dash};

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
    /// Whether the currency stands before the number.
    pub(super) is_prefixed: bool,
}

impl Amount {
    /// The kind that the unit tells.
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

    /// The same amount times `factor`.
    pub(super) fn scaled(self, factor: f64) -> Self {
        let number = self.number;
        let (low, high) = (number.low * factor, number.high * factor);
        Self {
            number: Number { low, high, scale: number.scale * factor, step: number.step * factor, ..number },
            ..self
        }
    }

    fn negative(mut self, first: usize) -> Self {
        (self.number.low, self.number.high) = (-self.number.high.abs(), -self.number.low.abs());
        self.first = first;
        self
    }
}

/// The amount that begins at `at`: "$1.2 million", "26.2 pounds", "minus 5", "RM3.06mil", "three".
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

/// Whether the dash at `at` is a sign: close to the number and apart from what is before.
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
    if let Some(found) = article(scan, at) {
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

/// A currency before a number: $5, US $5, RM3.06mil, EUR 20.
fn prefixed(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if !scan.has(at, MONEY) && scan.token(at).is_word() || scan.token(at).is_number() {
        return None;
    }
    if scan.is_any(at, &[v::P, v::M]) && scan.token(at + 1).is_number() {
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
    if scan.printed(at) == "PS" {
        // A pound sign that a conversion has spelled out; not the fifth console.
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

/// The amount in the whole currency: 63 cents are 0.63 USD. Pence have a code of their own.
fn whole(found: Amount) -> Amount {
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

/// The cents after the dollars: "$20 and 43c", "thirteen dollars forty-five".
fn cents(scan: &Scan<'_>, found: Amount) -> Amount {
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
const STERLING: Unit = Unit { symbol: "GBP", dimension: "GBP", factor: 1.0, offset: 0.0 };
/// A number of pounds from here on is money unless something is said to weigh it: few things in the news weigh more.
const HEAVIEST: f64 = 1e6;
/// How many words around an amount of pounds may speak of money.
const MONEY_REACH: usize = 6;

/// Whether the pounds after `bare` are money: a word near says so, or they are millions of nothing.
fn is_sterling(scan: &Scan<'_>, bare: &Amount, end: usize) -> bool {
    let weighs = scan.code(end) == v::OF && !scan.has(end + 1, FUNCTION | v::COST);
    let is_hyphenated = scan.is_hyphen(bare.number.end) || scan.is_hyphen(end);
    let speaks_of_money = (1..=MONEY_REACH)
        .map(|back| scan.before(bare.first, back))
        .take_while(|token| token.code != mark('.') && token.code != super::token::OUTSIDE)
        .chain((0..2).map(|ahead| scan.token(end + ahead)))
        .any(|token| token.class & v::COST != 0);
    !weighs && !is_hyphenated && (bare.number.low >= HEAVIEST || speaks_of_money)
}

/// "An hour", "a kilogram", "a million": an article that counts. Where it stands decides: "for an hour", not "an hour ago".
fn article(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    if !scan.is_any(at, &[v::A, v::AN]) || !scan.has(at + 1, UNIT) || scan.has(at + 1, SCALE) {
        return None;
    }
    let before = scan.before(at, 1);
    let opens = before.code == super::token::OUTSIDE
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

/// Takes in the unit that follows the number.
fn with_unit(scan: &Scan<'_>, bare: Amount) -> Amount {
    let number = bare.number;
    let at = number.end + before_unit(scan, &number);
    if let Some((end, unit)) = unit_at(scan, at, &number) {
        let end = if scan.is_any(at.wrapping_sub(1), &[mark('['), mark('<')]) { end + 1 } else { end };
        if unit.symbol == "lb" && end == at + 1 && is_sterling(scan, &bare, end) {
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

/// How many tokens stand between a number and its unit: "3-inch", "2 more minutes", "half a liter", "20 [kg]".
fn before_unit(scan: &Scan<'_>, number: &Number) -> usize {
    let at = number.end;
    let is_part = number.form == Form::Fraction;
    let is_article = |at: usize| scan.is_any(at, &[v::A, v::AN]);
    let is_more = scan.is_any(at, &[v::MORE, v::ADDITIONAL, v::EXTRA, v::FEWER]) && scan.has(at + 1, UNIT);
    let is_part_of = is_article(at) && is_part && scan.has(at + 1, UNIT);
    let is_of =
        scan.code(at) == v::OF && scan.has(at + 1, UNIT) && (number.form == Form::Vague || number.low.fract() != 0.0);
    let is_bracket = scan.is_any(at, &[mark('['), mark('<')]) && scan.is_any(at + 2, &[mark(']'), mark('>')]);
    if scan.code(at) == v::OF && is_article(at + 1) && is_part && scan.has(at + 2, UNIT) {
        return 2;
    }
    usize::from(scan.is_hyphen(at) || is_more || is_part_of || is_of || is_bracket)
}

fn is_possible_page(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_mark(at + 1, '.') && scan.is_glued(at + 1) && scan.is_glued(at + 2)
}

/// The unit that begins at `at`, after `number`.
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
                && (scan.before(number.first, 1).is_capital() || scan.is_hyphen(number.first.wrapping_sub(1)));
            let is_decade = printed == "s" && is_glued && scan.n_digits(number.first) == 4 && number.low % 10.0 == 0.0;
            is_plain && is_weather && !is_capital_letter && !names && !is_decade
        }
        "\"" | "”" => {
            is_glued && closes_nothing(scan, at)
                || (printed == "\"" && !is_glued && closes_nothing(scan, at) && number.low < 100.0)
        }
        "'" => is_glued,
        "am" => number.low.fract() != 0.0 && number.step < 0.005,
        "pm" => !is_clock(number),
        "st" | "ft" | "pt" | "ct" | "mi" | "yd" | "cc" | "cal" | "mo" | "kt" | "qt" => !token.is_capital(),
        "second" | "Second" => !(scan.is_hyphen(end) && scan.printed(end + 1) == "half"),
        "cup" | "Cup" | "cups" | "bar" => !token.is_capital() || printed == "Cups",
        "stone" => !next.is_word() || next.class & FUNCTION != 0,
        "MP" => is_glued,
        _ => true,
    };
    if !is_fine {
        return None;
    }
    // The unit's name begins a longer name of a thing: "two hour-long talks" is fine, "five day care centers" is not told apart.
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

fn is_clock(number: &Number) -> bool {
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

/// "One hour and a half", "one month and half".
fn half_more(scan: &Scan<'_>, found: Amount) -> Amount {
    if scan.code(found.end) != v::AND {
        return found;
    }
    let at = if scan.is_any(found.end + 1, &[v::A, v::AN]) { found.end + 2 } else { found.end + 1 };
    let part = match scan.code(at) {
        v::HALF => 0.5,
        v::QUARTER => 0.25,
        _ => return found,
    };
    if found.unit.is_none_or(|unit| unit.dimension != "time") || scan.code(at + 1) == v::OF {
        return found;
    }
    let (low, high) = (found.number.low + part, found.number.high + part);
    Amount { end: at + 1, number: Number { low, high, ..found.number }, ..found }
}

/// "5 feet 10 inches", "an hour and 45 minutes": a smaller unit of the same dimension goes on. The amount is then told in
/// the smaller unit, in which it is most often whole.
fn compound(scan: &Scan<'_>, found: Amount) -> Amount {
    let Some(unit) = found.unit.filter(|_| !found.is_money && found.per.is_none()) else { return found };
    let is_listed = scan.is_mark(found.end, ',') && matches!(unit.symbol, "yd" | "ft");
    let at = if scan.code(found.end) == v::AND || is_listed { found.end + 1 } else { found.end };
    if !scan.token(at).is_number() && !scan.has(at, CARDINAL)
        || (scan.is_glued(at) && at == found.end && unit.dimension != "length")
    {
        return found;
    }
    if unit.dimension == "percent" || unit.dimension == "percentage point" {
        return found;
    }
    let Some(part) = number::number(scan, at).filter(|part| part.form != Form::Ordinal && part.scale == 1.0) else {
        return found;
    };
    let joint = if scan.is_hyphen(part.end) { part.end + 1 } else { part.end };
    let Some((end, smaller)) = unit_at(scan, joint, &part).or_else(|| {
        let is_inch = unit.symbol == "ft" && scan.printed(part.end) == "in";
        let (end, &unit) = longest(scan, &PHRASES.units, part.end).filter(|_| is_inch)?;
        Some((end, unit))
    }) else {
        // "1 hour thirty", "2 hours and 10"
        let is_clock = unit.symbol == "h" && part.low < 60.0 && !scan.token(part.end).is_word() && !is_listed;
        return if is_clock { added(found, &part, part.end, MINUTE) } else { found };
    };
    let ratio = ratio(smaller, unit);
    let is_part = part.low * ratio <= 1.0 || unit.symbol == "yd";
    if smaller.dimension != unit.dimension || ratio >= 1.0 || unit.offset != 0.0 || !is_part {
        return found;
    }
    compound(scan, added(found, &part, end, smaller))
}

const MINUTE: Unit = Unit { symbol: "min", dimension: "time", factor: 60.0, offset: 0.0 };

/// `found` and `part` of the `smaller` unit, told in that unit.
fn added(found: Amount, part: &Number, end: usize, smaller: Unit) -> Amount {
    let ratio = found.unit.map_or(1.0, |unit| ratio(smaller, unit));
    let whole = |value: f64| {
        let value = value / ratio;
        let near = value.round();
        // Factors such as 0.3048 leave a trace in the last binary digits.
        if (value - near).abs() < 1e-9 * near.abs() { near } else { value }
    };
    let (low, high) = (whole(found.number.low) + part.low, whole(found.number.high) + part.low);
    Amount { end, unit: Some(smaller), number: Number { low, high, step: part.step, ..found.number }, ..found }
}

/// How much of `unit` one `smaller` is; a year has twelve months, however many days they have.
fn ratio(smaller: Unit, unit: Unit) -> f64 {
    if (smaller.symbol, unit.symbol) == ("month", "year") { 1.0 / 12.0 } else { smaller.factor / unit.factor }
}

/// Takes in what the amount is counted by: per barrel, a day, /month, per 100,000 people.
pub(super) fn rate(scan: &Scan<'_>, found: Amount) -> Amount {
    if let Some((end, per)) = per(scan, found.end, found.is_money, found.unit) {
        return Amount { end, per: Some(per), ..found };
    }
    // "C$6 ($4.46) per share": what is converted in brackets is counted by the same.
    let per = after_conversion(scan, found.end).filter(|_| found.is_money);
    Amount { per, ..found }
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

/// The base of a rate that begins at `at`.
pub(super) fn per(scan: &Scan<'_>, at: usize, is_money: bool, unit: Option<Unit>) -> Option<(usize, Per)> {
    let is_percent = unit.is_some_and(|unit| unit.dimension == "percent");
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
