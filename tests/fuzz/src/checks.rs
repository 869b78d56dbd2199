//! What must hold of whatever is read; also for the loop of `benches/mutate`, which needs no fuzzer.

use std::io::{Cursor, Write};

use crosscheck::article::{Unreadable, read_all};
use crosscheck::figures::{Context, Range, find};
use crosscheck::text::Span;
use jiff::civil::date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads `bytes` as a file called `name`: sound articles, or a reason.
///
/// # Panics
/// If an article is unsound or has no text, or a reason is empty.
pub fn check(bytes: &[u8], name: &str) {
    match read_all(bytes, name) {
        Ok(articles) => assert!(articles.iter().all(|article| article.is_sound() && !article.text.is_empty())),
        // So is a panic told that was caught inside.
        Err(error) => assert!(error != Unreadable::Broken && !error.to_string().is_empty()),
    }
}

/// An archive with these entries, stored.
///
/// # Panics
/// Never: it is written to memory.
pub fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in entries {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(*name, options).expect("memory takes it");
        writer.write_all(data).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// Finds the figures of `bytes`: inside the text, in order and apart, on the boundaries of characters, with no bounds turned around.
///
/// # Panics
/// If one is not so.
pub fn figures(bytes: &[u8]) {
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
}
