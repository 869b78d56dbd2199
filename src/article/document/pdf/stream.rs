//! Packed streams of a PDF, unpacked within limits.
//!
//! The library unpacks a stream whole, whatever comes out; a few thousand bytes can become gigabytes. Here what a
//! stream unpacks to is counted while it is unpacked, and the streams that the library must unpack by itself (those
//! that hold other objects) are counted before it is let near them.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use memchr::memmem::{find, rfind};

use crate::article::Unreadable;

/// Most bytes one stream unpacks to; the marks of a crowded page are about a million.
const MAX_STREAM: usize = 32_000_000;

/// Most bytes that all streams with objects unpack to.
const MAX_OBJECTS: u64 = 256_000_000;

/// Longest stream packed in other ways that is unpacked by the library, in bytes.
const MAX_OTHER: usize = 256 * 1024;

/// What `stream` unpacks to; `None` if it is packed like a picture, or beyond the limits.
pub(super) fn decoded(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let filters = stream.filters();
    let is_plain = !stream.dict().contains_key("DecodeParms") && !stream.dict().contains_key("DP");
    match filters.as_slice() {
        [] => Some(stream.raw_data().iter().copied().take(MAX_STREAM).collect()),
        [Filter::FlateDecode] if is_plain => {
            let raw = stream.raw_data();
            let mut bytes = Vec::new();
            // A stream that breaks off is read up to there, as viewers do.
            let _ = ZlibDecoder::new(&raw[..]).take(MAX_STREAM as u64 + 1).read_to_end(&mut bytes);
            (bytes.len() <= MAX_STREAM).then_some(bytes)
        }
        filters => {
            let n_growing = filters
                .iter()
                .filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode))
                .count();
            let is_small = n_growing <= 1 && stream.raw_data().len() <= MAX_OTHER && has_small_rows(stream.dict());
            if is_small { stream.decoded_data().ok().map(|bytes| bytes.into_owned()) } else { None }
        }
    }
}

/// Whether the rows that a predictor works on have a length that rows of bytes have.
fn has_small_rows(dict: &Dict<'_>) -> bool {
    let parameters = dict.get::<Dict<'_>>("DecodeParms").or_else(|| dict.get::<Dict<'_>>("DP"));
    let get = |key: &str| parameters.as_ref().and_then(|all| all.get::<i64>(key)).unwrap_or(1);
    (1..=100_000).contains(&get("Columns"))
        && (1..=64).contains(&get("Colors"))
        && (1..=16).contains(&get("BitsPerComponent").max(1))
}

/// Counts what the streams with objects in the file `bytes` unpack to.
///
/// # Errors
/// When that is far more than any document needs.
pub(super) fn guard(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut n_unpacked = 0;
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let at = from + found;
        from = at + 6;
        let head = &bytes[at.saturating_sub(512)..at];
        if head.ends_with(b"end") {
            continue;
        }
        let head = rfind(head, b"obj").map_or(head, |start| &head[start..]);
        if find(head, b"/ObjStm").is_none() && find(head, b"/XRef").is_none() {
            continue;
        }
        if find(head, b"FlateDecode").is_some_and(|first| find(&head[first + 11..], b"FlateDecode").is_some()) {
            return Err(Unreadable::Bomb);
        }
        let data = bytes.get(from..).unwrap_or_default();
        let data = data
            .strip_prefix(b"\r\n")
            .or_else(|| data.strip_prefix(b"\n"))
            .or_else(|| data.strip_prefix(b"\r"))
            .unwrap_or(data);
        // What is no stream of this kind, or is broken, counts up to where it breaks.
        let mut counted = ZlibDecoder::new(data).take(MAX_OBJECTS + 1 - n_unpacked.min(MAX_OBJECTS));
        let mut chunk = [0; 8192];
        while let Ok(n) = counted.read(&mut chunk) {
            if n == 0 {
                break;
            }
            n_unpacked += n as u64;
        }
        if n_unpacked > MAX_OBJECTS {
            return Err(Unreadable::Bomb);
        }
    }
    Ok(())
}
