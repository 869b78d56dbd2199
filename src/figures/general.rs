//! Figures whose kind only their surroundings tell: counts, shares, amounts, ages, places in an order.
//!
//! Comes in: a place where a number begins that is no date, time, score or certain label. Goes out: the figure with its
//! bounds, its hedge, what it counts and what it has to do with the figure before; nothing where no number is meant.

use super::amount::{Amount, amount};
use super::find::{YEAR, label, plain};
use super::number::Form;
use super::phrases::Bound;
use super::pronoun::{is_pronoun, opens_sentence};
use super::quantity::{Course, Quantity, Range, Unit};
use super::relation::{Last, is_part_of_last, left_out, role};
use super::scan::Scan;
use super::token::{ALL_CAPITALS, mark};
use super::vocabulary::{self as v, CARDINAL, FUNCTION};
use super::{Figure, Kind, Role, age, counted, label, number, qualifier, range};

pub(super) fn number_figure(scan: &Scan<'_>, at: usize, last: Option<Last>) -> Option<(usize, Figure)> {
    let single = amount(scan, at)?;
    let words = qualifier::before(scan, single.first);
    if single.number.form == Form::Ordinal {
        return (!scan.has(single.end, v::ORDINAL)).then(|| ordinal(scan, &single, single.end, words));
    }
    if is_ordinal_suffix(scan, &single) {
        return Some(ordinal(scan, &single, single.end + 1, words));
    }
    let is_some_day = scan.code(at) == v::ONE && scan.code(at + 1) == v::DAY && single.end == at + 2;
    if is_some_day && opens_sentence(scan, at) && scan.code(at + 2) != v::OF {
        // "One day the bridge will fall"
        return None;
    }
    let is_plain = single.unit.is_none() && single.number.scale == 1.0 && single.number.form == Form::Digits;
    if is_plain && (label::has_letters_after(scan, single.end) || label::has_noun_after(scan, single.end)) {
        return Some((single.end + 1, label(scan, at, single.end + 1)));
    }
    let is_bare_word = single.unit.is_none() && single.number.form == Form::Words;
    if (is_plain || is_bare_word) && words.first == single.first && label::is_named(scan, single.first, single.end) {
        return Some((single.end, label(scan, at, single.end)));
    }
    let share = single.unit.is_none().then(|| number::over(scan, single.number)).flatten();
    if is_bare_word && scan.code(at) == v::ONE && single.end == at + 1 && share.is_none() && is_pronoun(scan, at) {
        return None;
    }
    let single = shared_unit(scan, single);
    let mut found = range::joined(scan, single, words.first).unwrap_or(single);
    if found.end == single.end
        && found.unit.is_none()
        && !found.is_money
        && let Some(part) = number::one_in(scan, found.number).filter(|part| is_usual_whole(part.raw, &found))
    {
        found = Amount { end: part.end, number: part, ..found };
    }
    if let Some(share) = share.filter(|_| found.end == single.end) {
        found = Amount { end: share.end, number: share, ..found };
    }
    if is_few(scan, &found) {
        return None;
    }
    if is_model(scan, &found) {
        return Some((found.end, label(scan, found.first, found.end)));
    }
    Some(finish(scan, found, words, last))
}

/// Whether "several" or "a few" says no more than that there is more than one: "several changes", "a few giant
/// creatures". Of units and scale words they tell an amount: "a few minutes", "several hundred".
fn is_few(scan: &Scan<'_>, found: &Amount) -> bool {
    found.number.form == Form::Vague
        && found.number.scale == 1.0
        && found.unit.is_none()
        && scan.is_any(found.end - 1, &[v::SEVERAL, v::FEW])
        && counted::counted(scan, found.end, false).is_some()
}

/// Words between a number that counts and one that names. None is a verb: "the two met 10 Finns" has two counts.
const BETWEEN_NUMBERS: [&str; 7] = ["additional", "extra", "further", "more", "new", "old", "other"];

/// Whether what is counted is already told by a number before, so that this one names: "two new 737 Max jets". A
/// capitalized word follows it, or it would tell a size: "two new 90 page reports".
fn is_model(scan: &Scan<'_>, found: &Amount) -> bool {
    let is_plain = found.unit.is_none() && scan.n_digits(found.first) > 0 && found.end == found.first + 1;
    let between = scan.printed(found.first.wrapping_sub(1));
    if !is_plain || !BETWEEN_NUMBERS.iter().any(|word| between.eq_ignore_ascii_case(word)) {
        return false;
    }
    let named = scan.token(found.end);
    let is_named = named.is_word() && named.is_capital() && named.is_spaced() && named.class & FUNCTION == 0;
    let counts = scan.before(found.first, 2);
    is_named && (counts.class & CARDINAL != 0 || counts.is_number())
}

/// A place in an order that ends before `end`, or two that bound it: "between the third and the ninth".
fn ordinal(scan: &Scan<'_>, single: &Amount, end: usize, words: qualifier::Qualifier) -> (usize, Figure) {
    let place = single.number.low;
    let (mut low, mut high) = (Some(place), Some(place));
    let mut past = end;
    if let Some(other) = other_bound(scan, end, words.bound, single) {
        past = other.end;
        if words.bound == Some(Bound::Low) { high = Some(other.value) } else { low = Some(other.value) }
    } else if scan.before(single.first, 1).code == v::THE
        && scan.before(single.first, 2).code == v::BETWEEN
        && scan.code(end) == v::AND
        && scan.code(end + 1) == v::THE
        && let Some(last) = amount(scan, end + 2).filter(|last| last.number.form == Form::Ordinal)
        && last.number.low > place
    {
        past = last.end;
        high = Some(last.number.low);
    }
    let what = counted::counted(scan, past, true).map(|found| found.counted);
    (past, Figure { what, ..plain(scan.span(single.first, past), Kind::Ordinal, Quantity::count(low, high)) })
}

/// "7- or 8-inch", "8 or $9": the unit of the second number belongs to the first too.
fn shared_unit(scan: &Scan<'_>, single: Amount) -> Amount {
    if single.unit.is_some() {
        return single;
    }
    let is_hung = super::vocabulary::is_dash(scan.code(single.end))
        && scan.is_glued(single.end)
        && scan.token(single.end + 1).is_spaced();
    let joint = if is_hung { single.end + 1 } else { single.end };
    if !scan.is_any(joint, &[v::OR, v::AND, v::TO]) || (!is_hung && scan.code(joint) != v::OR) {
        return single;
    }
    match amount(scan, joint + 1).filter(|other| is_hung || other.is_prefixed) {
        Some(other) => Amount { unit: other.unit, is_money: other.is_money, end: joint, ..single },
        None => single,
    }
}

/// 1st, 22nd.
fn is_ordinal_suffix(scan: &Scan<'_>, single: &Amount) -> bool {
    scan.is_any(single.end, &[v::ST, v::ND, v::RD, v::TH])
        && scan.is_glued(single.end)
        && scan.n_digits(single.first) > 0
}

/// "One in five" is a share; "three in 48 hours" is not. A share is told of a round whole or of one.
fn is_usual_whole(share: f64, few: &Amount) -> bool {
    let of = (few.number.low / share).round();
    few.number.low == 1.0 || of <= 10.0 || of == 20.0 || of == 100.0 || of == 500.0 || of == 1000.0
}

fn finish(scan: &Scan<'_>, found: Amount, words: qualifier::Qualifier, last: Option<Last>) -> (usize, Figure) {
    let number = found.number;
    let mut kind = found.kind();
    let mut end = found.end;
    let mut unit = found.unit;
    let mut per = found.per;
    if let Some(past) = age::age(scan, &found, words.first) {
        kind = Kind::Age;
        end = past;
        unit = unit.or(Some(YEAR));
    }
    let is_one = number.low == 1.0 && number.high == 1.0;
    let is_more = scan.is_any(end, &[v::MORE, v::ADDITIONAL, v::EXTRA]) && number.form != Form::Fraction
        || scan.is_any(words.first.wrapping_sub(1), &[v::ANOTHER, v::ADDITIONAL, v::EXTRA, v::FURTHER]);
    let below_zero = scan.code(end) == v::BELOW && scan.code(end + 1) == v::ZERO;
    let mut bound = if is_during(scan, &found, words.first) { None } else { words.bound };
    let mut hedge = words.hedge;
    let mut span_end = end;
    // "above 1000 and below 1500"
    let other = other_bound(scan, end, bound, &found);
    if scan.is_hyphen(number.end) && super::amount::is_odd(scan, number.end + 1) {
        hedge = hedge.or(qualifier::hedge_after(scan, number.end).map(|(_, hedge)| hedge));
    }
    if below_zero {
        end += 2;
        span_end = end;
    } else if let Some(other) = other {
        end = other.end;
        span_end = end;
        if unit.is_none() && other.unit.is_some() {
            unit = other.unit;
            kind = Amount { unit, ..found }.kind();
        }
    } else if let Some((past, after)) = qualifier::bound_after(scan, end) {
        bound = bound.or(Some(after));
        end = past;
        span_end = past;
    } else if let Some((past, after)) = qualifier::hedge_after(scan, end) {
        hedge = hedge.or(Some(after));
        end = past;
    }
    if let Some(end) = product_name(scan, &found, kind) {
        return (end, label(scan, found.first, found.end));
    }
    if kind == Kind::Count && scan.is_hyphen(end) && scan.printed(end + 1) == "strong" {
        // "a 2,000-strong crowd"
        end += 2;
    }
    let mut what = None;
    let is_before_name = is_of_person(scan, found.first) && scan.token(end).is_capital();
    if kind == Kind::Count {
        let thing = if is_before_name {
            None
        } else if number.form == Form::Fraction {
            counted::shared(scan, end)
        } else {
            counted::counted(scan, end, is_one || (number.high == 0.0 && number.form == Form::Vague))
        };
        if let Some(thing) = thing {
            what = Some(thing.counted);
            if let Some((past, base)) = super::amount::per(scan, thing.end, false, None) {
                per = Some(base);
                end = past;
            }
        } else if let Some((past, base)) = super::amount::per(scan, end, false, None) {
            per = Some(base);
            end = past;
        }
    } else if kind != Kind::Age {
        what = counted::measured(scan, end, found.is_money).map(|thing| thing.counted);
    }
    // "Several" names no greatest number.
    let (mut low, mut high) = (Some(number.low), Some(number.high).filter(|high| high.is_finite()));
    if below_zero {
        (low, high) = (Some(-number.high), Some(-number.low));
        unit = unit.or(Some(Unit { symbol: "°", dimension: "angle", factor: 1.0, offset: 0.0 }));
        kind = Kind::Measure;
        what = None;
    }
    if number.low == number.high || number.form == Form::Vague {
        match bound {
            Some(Bound::Low) => high = None,
            Some(Bound::High) => low = None,
            None => {}
        }
    }
    if let Some(other) = other {
        match bound {
            Some(Bound::Low) => high = Some(other.value),
            _ => low = Some(other.value),
        }
    }
    let mut quantity = Quantity::new(Range::Number { low, high }, unit);
    quantity.per = per;
    quantity.step = Some(number.step);
    quantity.course = course(scan, &found, words.first);
    let mut part_of = None;
    if kind == Kind::Count && unit.is_none() {
        if let Some(whole) = last.filter(|last| is_part_of_last(scan, end, &found, words.first, last)) {
            part_of = Some(whole.span);
            what = what.or(whole.what);
        }
        if what.is_none() {
            what = left_out(scan, found.first, words.first, last);
        }
    }
    // "Fell from 6.1 to 5.8 percent" is a range that holds both ends of the change.
    let role = role(scan, words.first).filter(|&role| role == Role::By || number.low == number.high);
    let span = scan.span(found.first, span_end.max(found.end));
    let hedge = if number.low == number.high { hedge } else { hedge.map(super::Hedge::on_range) };
    let figure = Figure { span, kind, quantity, hedge, what, role, part_of, is_increment: is_more };
    (end, figure)
}

/// How many words before "from" may name the change.
const CHANGE_REACH: usize = 4;

/// Which way a change went from the first number of the range `found` to its second: "rose from $9 to $20". The words
/// that belong to it begin at `first`.
fn course(scan: &Scan<'_>, found: &Amount, first: usize) -> Option<Course> {
    let is_from = scan.before(first, 1).code == v::FROM;
    let is_change = (2..2 + CHANGE_REACH).any(|back| scan.before(first, back).class & v::CHANGE != 0);
    if found.number.low == found.number.high || !is_from || !is_change {
        return None;
    }
    let begins = amount(scan, found.first)?.number.low;
    Some(if begins == found.number.high { Course::Falling } else { Course::Rising })
}

/// Verbs before "over" that spread something over a length of time: a loan runs over 30 years.
const SPREAD: [&str; 10] =
    ["extend", "extends", "paid", "phased", "repaid", "run", "running", "runs", "spread", "stretched"];

/// Whether "over" before a length of time says how long something else took rather than bounds it: "$2,000 over three
/// years".
fn is_during(scan: &Scan<'_>, found: &Amount, from: usize) -> bool {
    let is_time = found.unit.is_some_and(|unit| unit.dimension == "time");
    let before = scan.before(from, 1);
    let follows_amount =
        before.is_number() || before.class & (v::UNIT | v::SCALE | CARDINAL) != 0 || before.code == mark('%');
    let is_spread = SPREAD.iter().any(|verb| scan.printed(from.wrapping_sub(1)).eq_ignore_ascii_case(verb));
    is_time && scan.code(from) == v::OVER && from + 1 == found.first && (follows_amount || is_spread)
}

/// A number that names with the capitalized word after it: the 11 Pro Max. The plural of a people counts: 11 Americans.
fn product_name(scan: &Scan<'_>, found: &Amount, kind: Kind) -> Option<usize> {
    let next = found.end;
    // The 14 May 3 marchers are counted, and the day is named.
    let is_before_day = scan.has(next, v::MONTH | v::WEEKDAY);
    let is_plain = kind == Kind::Count
        && !is_before_day
        && found.number.form == Form::Digits
        && found.number.scale == 1.0
        && found.number.low > 1.0
        && scan.n_digits(found.first) > 0;
    let mut end = next;
    while scan.token(end).is_word()
        && scan.token(end).is_capital()
        && scan.token(end).class & FUNCTION == 0
        && end < next + 4
    {
        if counted::is_plural(scan, end) {
            return None;
        }
        end += 1;
    }
    let after = scan.token(end);
    let counts = after.is_word() && after.class & (FUNCTION | v::PHRASE_END) == 0
        || is_short_for_counted(scan, found.first, next)
        || is_of_person(scan, found.first);
    (is_plain && end > next && !counts && scan.token(next).is_spaced()).then_some(found.end)
}

/// How many letters what is counted has at most where it is cut down to capitals.
const SHORTEST: usize = 3;

/// Whether capitals in a bracket stand for what the number from `first` to `next` counts: "(51 KO)", "(31-4, 24 KO)".
fn is_short_for_counted(scan: &Scan<'_>, first: usize, next: usize) -> bool {
    let before = scan.before(first, 1).code;
    let is_short = scan.token(next).print & ALL_CAPITALS != 0 && scan.printed(next).len() <= SHORTEST;
    is_short && (before == mark('(') || before == mark(',')) && scan.is_mark(next + 1, ')')
}

/// Whether the number at `first` counts what somebody has, and a name follows: "mother of 13 Ada Stone".
fn is_of_person(scan: &Scan<'_>, first: usize) -> bool {
    let who = scan.before(first, 2);
    scan.before(first, 1).code == v::OF && who.class & v::PERSON != 0
}

/// The second of two bounds.
#[derive(Clone, Copy)]
struct Other {
    /// Past its last token.
    end: usize,
    value: f64,
    /// Its unit, which may be the unit of both.
    unit: Option<Unit>,
}

/// The second of two bounds, after the first one's `end`: "above 1000 and below 1500".
fn other_bound(scan: &Scan<'_>, end: usize, bound: Option<Bound>, found: &Amount) -> Option<Other> {
    let bound = bound?;
    let joint = if scan.is_mark(end, ',') { end + 1 } else { end };
    let joint = if scan.is_any(joint, &[v::AND, v::BUT]) { joint + 1 } else { joint };
    if joint == end {
        return None;
    }
    let at = (joint + 1..joint + 7).find(|&at| {
        scan.token(at).is_number()
            || scan.has(at, CARDINAL | v::SCALE | v::ORDINAL)
            || (scan.is_any(at, &[v::A, v::AN]) && scan.has(at + 1, v::SCALE | v::FRACTION))
    })?;
    let words = qualifier::before(scan, at);
    if words.first != joint || words.bound == Some(bound) || words.bound.is_none() {
        return None;
    }
    let other = amount(scan, at)?;
    let value = other.number.low;
    let is_ordered = if bound == Bound::Low { value >= found.number.low } else { value <= found.number.low };
    let is_same_unit = other.unit == found.unit || found.unit.is_none();
    (is_ordered && is_same_unit && other.number.low == other.number.high).then_some(Other {
        end: other.end,
        value,
        unit: other.unit,
    })
}
