//! Zip archives that hold a document, within limits that no document people write comes near.
//!
//! Only the entries asked for are unpacked. What an archive says about sizes is not believed: reading stops at the
//! limit.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::article::Unreadable;

/// Most entries of an archive; a book with a thousand pictures has some thousand.
const MAX_ENTRIES: usize = 20_000;

/// Most bytes of one unpacked entry; the markup of a novel is about two million.
const MAX_ENTRY: usize = 64_000_000;

/// Most bytes unpacked in all.
const MAX_TOTAL: usize = 128_000_000;

/// An archive that holds a document.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    n_unpacked: usize,
}

impl<'a> Package<'a> {
    /// Opens the archive in `bytes`.
    ///
    /// # Errors
    /// When it is damaged, or has too many entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        // An entry of the directory takes 46 bytes, so counting its signatures bounds what opening costs.
        let n_entries = memmem::find_iter(bytes, b"PK\x01\x02").take(MAX_ENTRIES + 1).count();
        if n_entries > MAX_ENTRIES {
            return Err(Unreadable::Bomb);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        Ok(Self { archive, n_unpacked: 0 })
    }

    /// The bytes of the entry called `name`; `None` if there is none.
    ///
    /// # Errors
    /// When it is damaged, encrypted, or larger than any document.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(what)) if what.contains("assword") => return Err(Unreadable::Encrypted),
            Err(_) => return Err(Unreadable::Damaged),
        };
        let limit = MAX_ENTRY.min(MAX_TOTAL.saturating_sub(self.n_unpacked));
        let mut bytes = Vec::new();
        entry.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged)?;
        if bytes.len() > limit {
            return Err(Unreadable::Bomb);
        }
        self.n_unpacked += bytes.len();
        Ok(Some(bytes))
    }

    /// The entry called `name`, which a document of its kind must have.
    ///
    /// # Errors
    /// As [`read`](Self::read), and when it is missing.
    pub(super) fn need(&mut self, name: &str) -> Result<Vec<u8>, Unreadable> {
        self.read(name)?.ok_or(Unreadable::Damaged)
    }
}

/// The path that `target` names, seen from the entry called `base`.
pub(super) fn resolve(base: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => base.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
