//! What the targets have in common: the check, and containers made around the bytes that a fuzzer changes, so that it changes what
//! is inside and not the sums that a container is checked by.

use std::io::{Cursor, Write};

use crosscheck::article::{Unreadable, read_all};
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

/// Whether the bytes are an archive themselves: then they are read as they are.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}
