//! Any text at all: its figures lie inside it, in order and apart, on the boundaries of characters, and no bounds are turned around.
#![no_main]

use crosscheck::figures::{Context, Range, find};
use crosscheck::text::Span;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for context in [Context::default(), Context { published: Some(date(2020, 2, 29)), ..Context::default() }] {
        let inside = |span: Span| span.start <= span.end && text.get(span.start..span.end).is_some();
        let mut end = 0;
        for figure in find(&text, context) {
            assert!(inside(figure.span) && figure.span.start >= end && !figure.span.is_empty());
            end = figure.span.end;
            assert!(figure.hedge.is_none_or(|hedge| inside(hedge.span)));
            assert!(figure.what.is_none_or(|what| inside(what.phrase) && inside(what.head)));
            assert!(figure.part_of.is_none_or(inside));
            if let Range::Number { low: Some(low), high: Some(high) } = figure.quantity.range {
                assert!(low <= high || low.is_nan());
            }
        }
    }
});
