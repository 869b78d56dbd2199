//! Pages saved by Safari (.webarchive): a property list that holds the page's markup and what it loaded.
//!
//! Read is the binary form that Safari writes, as laid out in Apple's published
//! [CFBinaryPList.c](https://opensource.apple.com/source/CF/CF-550/CFBinaryPList.c). Only the page itself is looked up,
//! so that neither rings of references nor a large list cost anything.

use encoding_rs::Encoding;

use super::archived::Saved;
use super::contents::Contents;
use super::{Unreadable, encoding, html};

/// Reads the page of the archive in `bytes`.
///
/// # Errors
/// When it is damaged or holds no page with an article.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let list = List::open(bytes).ok_or(Unreadable::Damaged)?;
    let main = list.entry(list.top, "WebMainResource").ok_or(Unreadable::Damaged)?;
    let value = |key| list.entry(main, key);
    let data = value("WebResourceData").and_then(|at| list.data(at)).ok_or(Unreadable::Damaged)?;
    let named = value("WebResourceTextEncodingName").and_then(|at| list.text(at));
    let markup = match named.and_then(|name| Encoding::for_label(name.as_bytes())) {
        Some(encoding) => encoding.decode(data).0.into_owned(),
        None => encoding::decode(data).ok_or(Unreadable::Binary)?.text,
    };
    let mut contents = html::read(&markup)?;
    let address = value("WebResourceURL").and_then(|at| list.text(at)).unwrap_or_default();
    contents.details.add(Saved::of_address(&address));
    Ok(contents)
}

/// A binary property list.
struct List<'a> {
    bytes: &'a [u8],
    /// Where the table of offsets begins.
    table: usize,
    offset_len: usize,
    reference_len: usize,
    n_objects: usize,
    top: usize,
}

impl<'a> List<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let trailer = bytes.len().checked_sub(32)?;
        let list = Self {
            bytes,
            offset_len: usize::from(*bytes.get(trailer + 6)?),
            reference_len: usize::from(*bytes.get(trailer + 7)?),
            n_objects: number(bytes.get(trailer + 8..trailer + 16)?)?,
            top: number(bytes.get(trailer + 16..trailer + 24)?)?,
            table: number(bytes.get(trailer + 24..trailer + 32)?)?,
        };
        let is_sound = (1..=8).contains(&list.offset_len) && (1..=8).contains(&list.reference_len);
        is_sound.then_some(list)
    }

    /// The kind, the length and the place of the contents of object `idx`.
    fn object(&self, idx: usize) -> Option<(u8, usize, usize)> {
        if idx >= self.n_objects {
            return None;
        }
        let entry = self.table.checked_add(idx.checked_mul(self.offset_len)?)?;
        let at = number(self.bytes.get(entry..entry.checked_add(self.offset_len)?)?)?;
        let mark = *self.bytes.get(at)?;
        let (kind, short) = (mark >> 4, usize::from(mark & 0xf));
        if short < 0xf {
            return Some((kind, short, at + 1));
        }
        // A longer length follows as a number.
        let size = 1_usize << (*self.bytes.get(at + 1)? & 0x3);
        Some((kind, number(self.bytes.get(at + 2..at + 2 + size)?)?, at + 2 + size))
    }

    /// The object under `key` in the dictionary `idx`.
    fn entry(&self, idx: usize, key: &str) -> Option<usize> {
        let (kind, n_entries, at) = self.object(idx)?;
        if kind != 0xd {
            return None;
        }
        let reference = |nth: usize| {
            let from = at.checked_add(nth.checked_mul(self.reference_len)?)?;
            number(self.bytes.get(from..from.checked_add(self.reference_len)?)?)
        };
        for nth in 0..n_entries {
            if self.text(reference(nth)?).as_deref() == Some(key) {
                return reference(n_entries.checked_add(nth)?);
            }
        }
        None
    }

    fn data(&self, idx: usize) -> Option<&'a [u8]> {
        let (kind, len, at) = self.object(idx)?;
        if kind == 0x4 { self.bytes.get(at..at.checked_add(len)?) } else { None }
    }

    fn text(&self, idx: usize) -> Option<String> {
        let (kind, len, at) = self.object(idx)?;
        match kind {
            0x5 => Some(String::from_utf8_lossy(self.bytes.get(at..at.checked_add(len)?)?).into_owned()),
            0x6 => {
                let bytes = self.bytes.get(at..at.checked_add(len.checked_mul(2)?)?)?;
                Some(encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned())
            }
            _ => None,
        }
    }
}

fn number(bytes: &[u8]) -> Option<usize> {
    let value = bytes.iter().try_fold(0_u64, |value, byte| value.checked_mul(256)?.checked_add(u64::from(*byte)))?;
    usize::try_from(value).ok()
}
