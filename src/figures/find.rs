//! The way through a text: cut into stretches, each into tokens, each place where a figure can begin shown to the recognizers.
//!
//! Time is linear: a recognizer looks a bounded number of tokens around its place, and the search goes on past what it
//! took. Space is one stretch: tokens are kept in one buffer for the whole text.

use super::amount::{Amount, amount};
use super::number::Form;
use super::phrases::Bound;
use super::quantity::{Quantity, Range, Unit};
use super::scan::Scan;
use super::token::{OUTSIDE, PARAGRAPH, Token, mark, tokenize};
use super::vocabulary::{self as v, CARDINAL, CHANGE, FUNCTION, TRIGGER, VOCABULARY};
use super::{
    Context, Counted, Figure, Kind, Role, age, counted, date, label, multiple, number, qualifier, range, relative,
    score, time,
};
use crate::text::Span;

/// A stretch ends at the first line end or sentence end after this many bytes: small enough for the tokens to stay in
/// the processor's cache, large enough that few sentences are near its end.
const STRETCH: usize = 16 << 10;
/// Text without any sentence end is cut after this many bytes.
const LONGEST_STRETCH: usize = 64 << 10;

/// Finds every figure in `text`, in reading order and without overlap.
///
/// ```
/// use crosscheck::figures::{Context, Kind, find};
///
/// let text = "Nine people were convicted of smuggling more than 11.9 kg of fentanyl, police said.";
/// let figures = find(text, Context::default());
/// assert_eq!(figures.len(), 2);
/// assert_eq!(figures[0].what.map(|what| what.head.of(text)), Some("people"));
/// assert_eq!(figures[1].kind, Kind::Measure);
/// ```
pub fn find(text: &str, context: Context) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut tokens = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = stretch_end(text, start);
        let Some(stretch) = text.get(start..end) else { break };
        tokenize(stretch, &VOCABULARY, &mut tokens);
        let from = figures.len();
        search(stretch, &tokens, context, &mut figures);
        if start > 0 {
            for figure in &mut figures[from..] {
                figure.map_spans(|span| span.shift(start));
            }
        }
        start = end;
    }
    figures
}

/// Where the stretch that begins at `start` ends.
fn stretch_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes.len() - start <= STRETCH {
        return bytes.len();
    }
    let last = (start + LONGEST_STRETCH).min(bytes.len());
    let is_end = |at: usize| match bytes[at] {
        b'\n' => true,
        b' ' => {
            at > 1
                && bytes[at - 1] == b'.'
                && bytes[at - 2].is_ascii_lowercase()
                && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        }
        _ => false,
    };
    if let Some(at) = (start + STRETCH..last).find(|&at| is_end(at)) {
        return at + 1;
    }
    let mut at = (start + STRETCH..last).rev().find(|&at| bytes[at] == b' ').map_or(last, |at| at + 1);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn search(text: &str, tokens: &[Token], context: Context, figures: &mut Vec<Figure>) {
    let scan = Scan { text, tokens, vocabulary: &VOCABULARY, context };
    let mut at = 0;
    let mut last: Option<Last> = None;
    while at < tokens.len() {
        if tokens[at].class & TRIGGER == 0 {
            let is_sign = tokens[at].code >= mark('\0') && super::amount::is_sign(&scan, at);
            if !is_sign {
                at += 1;
                continue;
            }
        }
        match recognize(&scan, at, last) {
            Some((end, mut figure)) => {
                if let Some(last) = last {
                    converted(&scan, &mut figure, (at, end), last, figures);
                }
                last = Some(Last {
                    first: at,
                    low: match figure.quantity.range {
                        Range::Number { low, .. } => low,
                        Range::Date { .. } | Range::Time { .. } => None,
                    },
                    end,
                    unit: figure.quantity.unit,
                    kind: figure.kind,
                    what: figure.what,
                    span: figure.span,
                    idx: figures.len(),
                });
                link_part(&scan, &figure, at, figures);
                figures.push(figure);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
}

/// The figure before, for what is left out: "nine were jailed, three of them for life".
#[derive(Clone, Copy)]
struct Last {
    first: usize,
    low: Option<f64>,
    end: usize,
    unit: Option<Unit>,
    kind: Kind,
    what: Option<Counted>,
    span: Span,
    idx: usize,
}

/// "More than 100 kilometers (60 miles)": what is converted in brackets, from the token `at` to `end`, is bounded and
/// hedged as what stands before it.
fn converted(scan: &Scan<'_>, figure: &mut Figure, (at, end): (usize, usize), last: Last, figures: &[Figure]) {
    let is_bracketed = last.end + 1 == at && scan.is_mark(last.end, '(') && scan.is_mark(end, ')');
    let Some(original) = figures.last().filter(|_| is_bracketed) else { return };
    let is_amount = |kind| matches!(kind, Kind::Money | Kind::Measure);
    let (Range::Number { low: before, high: after }, Range::Number { low, high }) =
        (&original.quantity.range, &mut figure.quantity.range)
    else {
        return;
    };
    if original.kind != figure.kind || !is_amount(figure.kind) || original.quantity.unit == figure.quantity.unit {
        return;
    }
    if low == high && before.is_none() != after.is_none() {
        *low = low.filter(|_| before.is_some());
        *high = high.filter(|_| after.is_some());
    }
    figure.hedge = figure.hedge.or(original.hedge);
}

/// "Three of the nine": the figure before is a part of this one.
fn link_part(scan: &Scan<'_>, figure: &Figure, at: usize, figures: &mut [Figure]) {
    let of = if scan.is_any(at.wrapping_sub(1), &[v::THE, v::THOSE, v::THESE, v::HIS, v::HER, v::ITS, v::THEIR]) {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    if scan.code(of) != v::OF || !matches!(figure.kind, Kind::Count | Kind::Money | Kind::Measure) {
        return;
    }
    let Some(part) = figures.last_mut() else { return };
    let is_close = part.span.end <= scan.token(of).start as usize && scan.token(of).start as usize - part.span.end < 40;
    if is_close && matches!(part.kind, Kind::Count | Kind::Percent | Kind::Money | Kind::Measure) {
        part.part_of = Some(figure.span);
        let takes_unit = part.kind == Kind::Count && part.quantity.unit.is_none() && figure.kind != Kind::Count;
        let is_whole = !matches!(part.quantity.range, Range::Number { high: Some(high), .. } if high < 1.0);
        if takes_unit && is_whole {
            // "280 million of the 1.5 billion shekels"
            part.kind = figure.kind;
            part.quantity.unit = figure.quantity.unit;
            part.what = None;
        }
        if part.what.is_none() {
            part.what = figure.what;
        }
    }
}

fn recognize(scan: &Scan<'_>, at: usize, last: Option<Last>) -> Option<(usize, Figure)> {
    if let Some((end, years)) = age::decade(scan, at) {
        let range = Range::Number { low: Some(years), high: Some(years + 9.0) };
        return Some((end, plain(scan.span(at, end), Kind::Age, Quantity::new(range, Some(YEAR)))));
    }
    if let Some(found) = time::time(scan, at) {
        let mut quantity = Quantity::new(Range::Time { low: Some(found.low), high: Some(found.high) }, None);
        quantity.zone = found.zone;
        return Some((found.end, plain(scan.span(found.first, found.end), Kind::Time, quantity)));
    }
    if let Some(found) = date::date(scan, at).or_else(|| relative::relative(scan, at)) {
        let quantity = Quantity::new(Range::Date { low: Some(found.low), high: Some(found.high) }, None);
        let figure = Figure {
            hedge: qualifier::before(scan, at).hedge,
            ..plain(scan.span(found.first, found.end), Kind::Date, quantity)
        };
        return Some((found.end, figure));
    }
    if let Some(end) = label::certain(scan, at) {
        let mut found = label(scan, at, end);
        if scan.is_mark(at + 1, ')') && scan.is_mark(at.wrapping_sub(1), '(') && end > at + 2 {
            // (212) 555-0123
            found.span = scan.span(at - 1, end);
        }
        return Some((end, found));
    }
    if last.is_some_and(|last| last.kind == Kind::Label && last.end + 1 == at)
        && scan.is_hyphen(at.wrapping_sub(1))
        && scan.token(at).is_number()
    {
        return Some((at + 1, label(scan, at, at + 1)));
    }
    if let Some(pair) = score::pair(scan, at) {
        let (low, high) = (pair.first.min(pair.second), pair.first.max(pair.second));
        let quantity = Quantity::count(Some(f64::from(low)), Some(f64::from(high)));
        return Some((pair.end, plain(scan.span(at, pair.end), Kind::Score, quantity)));
    }
    if let Some(found) = multiple::multiple(scan, at) {
        let percent = Some(found.percent);
        let mut quantity = Quantity::new(Range::Number { low: percent, high: percent }, Some(PERCENT));
        quantity.step = percent;
        let hedge = qualifier::before(scan, at).hedge;
        let figure = Figure { hedge, role: Some(Role::By), ..plain(scan.span(at, found.end), Kind::Percent, quantity) };
        return Some((found.end, figure));
    }
    number_figure(scan, at, last)
}

const PERCENT: Unit = Unit { symbol: "%", dimension: "percent", factor: 1.0, offset: 0.0 };
const YEAR: Unit = Unit { symbol: "year", dimension: "time", factor: 31_536_000.0, offset: 0.0 };

fn plain(span: Span, kind: Kind, quantity: Quantity) -> Figure {
    Figure { span, kind, quantity, hedge: None, what: None, role: None, part_of: None, is_increment: false }
}

fn label(scan: &Scan<'_>, at: usize, end: usize) -> Figure {
    let value = scan.token(at).is_number().then(|| number::digits_value(scan, at).0);
    plain(scan.span(at, end), Kind::Label, Quantity::count(value, value))
}

fn number_figure(scan: &Scan<'_>, at: usize, last: Option<Last>) -> Option<(usize, Figure)> {
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
    Some(finish(scan, found, words, last))
}

/// A place in an order that ends before `end`, or two that bound it: "between the tenth and the fifteenth".
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

/// "No one", "the one", "one another", "one of a kind": no number is meant.
fn is_pronoun(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.before(at, 1).code;
    let next = scan.token(at + 1);
    if [v::NO, v::THIS, v::THAT, v::WHICH, v::EACH, v::EVERY, v::ANYONE, v::ANOTHER, v::LAST, v::NEXT].contains(&before)
        && !scan.is_mark(at + 1, '-')
    {
        return true;
    }
    if scan.code(at.wrapping_sub(1)) == v::THE && !(next.is_word() && next.class & FUNCTION == 0) {
        return true;
    }
    if scan.before(at, 1).class & v::ORDINAL != 0 {
        return true;
    }
    if next.code == v::OF {
        let whose = scan.token(at + 2);
        return [v::A, v::AN].contains(&whose.code);
    }
    if next.code == v::S || super::vocabulary::is_apostrophe(next.code) {
        return true;
    }
    if scan.is_hyphen(at + 1) {
        return scan.is_any(at + 2, &[v::TIME, v::ON, v::OUT]) || scan.printed(at + 2) == "off";
    }
    let is_day = scan.code(at + 1) == v::DAY && !scan.is_any(at.wrapping_sub(1), &[v::IN, v::FOR, v::OF, v::WITH]);
    let opens = before == OUTSIDE && !next.is_word();
    is_day
        || (next.is_word()
            && next.class & FUNCTION != 0
            && !scan.is_any(at + 1, &[v::MORE, v::OTHER, v::TO, v::OR, v::IN, v::OUT, v::THAT, v::LAST]))
        || (!next.is_word() && !opens && !is_list(scan, at))
}

fn opens_sentence(scan: &Scan<'_>, at: usize) -> bool {
    [OUTSIDE, mark('.'), mark('!'), mark('?'), mark('“'), mark('"')].contains(&scan.before(at, 1).code)
}

fn is_list(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at + 1, &[mark(','), mark('–')]) && (scan.has(at + 2, CARDINAL) || scan.token(at + 2).is_number())
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
    let mut what = None;
    if kind == Kind::Count {
        let thing = if number.form == Form::Fraction {
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
    let (mut low, mut high) = (Some(number.low), Some(number.high));
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

/// Whether "over" before a length of time says how long something else took rather than bounds it: "$2,000 over three years".
fn is_during(scan: &Scan<'_>, found: &Amount, from: usize) -> bool {
    let is_time = found.unit.is_some_and(|unit| unit.dimension == "time");
    let before = scan.before(from, 1);
    let follows_amount =
        before.is_number() || before.class & (v::UNIT | v::SCALE | CARDINAL) != 0 || before.code == mark('%');
    is_time && scan.code(from) == v::OVER && from + 1 == found.first && follows_amount
}

/// A number that names with the capitalized word after it: the 11 Pro Max. The plural of a people counts: 11 Americans.
fn product_name(scan: &Scan<'_>, found: &Amount, kind: Kind) -> Option<usize> {
    let next = found.end;
    let is_plain = kind == Kind::Count
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
    let counts = after.is_word() && after.class & (FUNCTION | v::PHRASE_END) == 0;
    (is_plain && end > next && !counts && scan.token(next).is_spaced()).then_some(found.end)
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

/// "Nine were jailed, three of them for life", "of the 52 passengers, 11 were children": the figure before is the whole.
fn is_part_of_last(scan: &Scan<'_>, end: usize, found: &Amount, from: usize, last: &Last) -> bool {
    let is_of_them = scan.code(end) == v::OF && scan.is_any(end + 1, &[v::THEM, v::WHOM]);
    let is_led = {
        let has_article = scan.is_any(last.first.wrapping_sub(1), &[v::THE, v::THOSE, v::THESE, v::ITS, v::THEIR]);
        let of = last.first.wrapping_sub(1 + usize::from(has_article));
        let is_listed = scan.is_mark(from.wrapping_sub(1), ',') && from - last.end <= N_WHOLE;
        scan.code(of) == v::OF && opens_sentence(scan, of) && is_listed
    };
    let is_whole =
        last.kind == Kind::Count && last.unit.is_none() && last.low.is_some_and(|low| low > found.number.low);
    is_whole && (is_of_them || is_led) && is_same_sentence(scan, last.end, found.first)
}

/// How many words stand at most between a whole and its part in "of the 52 passengers on board, 11".
const N_WHOLE: usize = 8;

/// How many tokens are looked at for the end of a sentence.
const LONGEST_SENTENCE: usize = 60;

fn is_same_sentence(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    to.saturating_sub(from) < LONGEST_SENTENCE
        && !(from..to).any(|at| scan.is_mark(at, '.') || scan.token(at).print & PARAGRAPH != 0)
}

/// What a number without a noun counts: what the figure before counts, where the two are joined.
fn left_out(scan: &Scan<'_>, first: usize, from: usize, last: Option<Last>) -> Option<Counted> {
    let last = last?;
    let before = scan.before(from, 1).code;
    let joins = [v::AND, v::OR, v::FROM, v::TO, v::WITH, v::BUT, mark(',')].contains(&before);
    let is_same_sentence = is_same_sentence(scan, last.end, first);
    let is_near = first.saturating_sub(last.end) < LEFT_OUT_REACH;
    let is_fine = joins
        && is_near
        && is_same_sentence
        && last.kind == Kind::Count
        && last.unit.is_none()
        && last.span.start < scan.token(first).start as usize
        && last.idx < usize::MAX;
    if is_fine { last.what } else { None }
}

/// How many tokens apart two numbers may stand for the second to leave its noun out.
const LEFT_OUT_REACH: usize = 16;

/// How many words before "from", "to" or "by" the word for the change is looked for.
const ROLE_REACH: usize = 9;

/// The part in a change that the words before `first` give.
fn role(scan: &Scan<'_>, first: usize) -> Option<Role> {
    let before = scan.before(first, 1);
    let role = match before.code {
        v::FROM => Role::From,
        v::TO => Role::To,
        v::BY => Role::By,
        _ if before.class & CHANGE != 0 => return Some(Role::By),
        _ => return None,
    };
    let changes = (2..2 + ROLE_REACH)
        .map(|back| scan.before(first, back))
        .take_while(|token| token.code != mark('.') && token.code != OUTSIDE)
        .any(|token| token.class & CHANGE != 0);
    changes.then_some(role)
}
