//! The way through a text: cut into stretches, each into tokens, each place where a figure can begin shown to the
//! recognizers.
//!
//! Time is linear: a recognizer looks a bounded number of tokens around its place, and the search goes on past what it
//! took. Space is one stretch: tokens are kept in one buffer for the whole text.

use super::general::number_figure;
use super::phrases::Bound;
use super::quantity::{Quantity, Range, Unit};
use super::relation::{Last, converted, link_part};
use super::scan::Scan;
use super::token::{Token, mark, tokenize};
use super::vocabulary::{TRIGGER, VOCABULARY};
use super::{Context, Figure, Kind, Role, age, date, label, multiple, number, qualifier, score, time};
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
        // What a figure has taken is no part of the next, however the recognizers see it.
        let taken = last.map_or(0, |last| last.span.end);
        match recognize(&scan, at, last) {
            Some((end, mut figure)) if figure.span.start >= taken && !figure.span.is_empty() => {
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
            _ => at += 1,
        }
    }
}

fn recognize(scan: &Scan<'_>, at: usize, last: Option<Last>) -> Option<(usize, Figure)> {
    if scan.token(at).is_number()
        && let Some(end) = label::docket(scan, at)
    {
        return Some((end, label(scan, at, end)));
    }
    if scan.is_mark(at, '+')
        && let Some(end) = label::spaced_telephone(scan, at + 1)
    {
        return Some((end, label(scan, at, end)));
    }
    if let Some((end, years)) = age::decade(scan, at) {
        let range = Range::Number { low: Some(years), high: Some(years + 9.0) };
        return Some((end, plain(scan.span(at, end), Kind::Age, Quantity::new(range, Some(YEAR)))));
    }
    if let Some((first, end, low, high)) = age::group(scan, at) {
        let quantity = Quantity::new(Range::Number { low, high }, Some(YEAR));
        return Some((end, plain(scan.span(first, end), Kind::Age, quantity)));
    }
    if let Some((end, low, high)) = age::tens(scan, at) {
        return Some((end, plain(scan.span(at, end), Kind::Count, Quantity::count(Some(low), Some(high)))));
    }
    if let Some(found) = time::time(scan, at) {
        let mut quantity = Quantity::new(Range::Time { low: Some(found.low), high: Some(found.high) }, None);
        quantity.zone = found.zone;
        return Some((found.end, plain(scan.span(found.first, found.end), Kind::Time, quantity)));
    }
    let narrowed = date::part_of_today(scan, at)
        .map(|(found, part)| (found, Some(part)))
        .or_else(|| date::date(scan, at).map(|found| date::narrowed(scan, found)))
        .or_else(|| date::distance(scan, at).map(|found| (found, None)));
    if let Some((found, part)) = narrowed {
        let mut quantity = Quantity::new(Range::Date { low: Some(found.low), high: Some(found.high) }, None);
        quantity.part = part;
        let figure = Figure {
            hedge: qualifier::before(scan, found.first).hedge,
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
        let words = qualifier::before(scan, at);
        // "More than doubled"
        let (low, high) = match words.bound {
            Some(Bound::Low) => (percent, None),
            Some(Bound::High) => (None, percent),
            None => (percent, percent),
        };
        let mut quantity = Quantity::new(Range::Number { low, high }, Some(PERCENT));
        quantity.step = percent;
        let hedge = words.hedge;
        let figure = Figure { hedge, role: Some(Role::By), ..plain(scan.span(at, found.end), Kind::Percent, quantity) };
        return Some((found.end, figure));
    }
    number_figure(scan, at, last)
}

const PERCENT: Unit = Unit { symbol: "%", dimension: "percent", factor: 1.0, offset: 0.0 };

pub(super) const YEAR: Unit = Unit { symbol: "year", dimension: "time", factor: 31_536_000.0, offset: 0.0 };

pub(super) fn plain(span: Span, kind: Kind, quantity: Quantity) -> Figure {
    Figure { span, kind, quantity, hedge: None, what: None, role: None, part_of: None, is_increment: false }
}

pub(super) fn label(scan: &Scan<'_>, at: usize, end: usize) -> Figure {
    let in_words = || number::number(scan, at).filter(|number| number.end == end && number.low == number.high);
    let value = if scan.token(at).is_number() {
        Some(number::digits_value(scan, at).0)
    } else {
        // "Category two"
        in_words().map(|number| number.low)
    };
    plain(scan.span(at, end), Kind::Label, Quantity::count(value, value))
}
