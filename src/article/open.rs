//! Opens files: the only place that reads articles from the disk.
//!
//! At most [`LIMIT`] bytes are read, whatever the disk says about a file's size. Only regular files are opened, because
//! a pipe or a device may never end or never begin; what comes from a pipe is read from standard input. A folder stands
//! for the articles in it ([`files`]). Documents are taken apart in a process of their own, where the program was told
//! how to start one ([`read_with`]).

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{Article, LIMIT, Note, Pages, Unreadable, apart, format, read_all};

pub use super::apart::{Answer, Watch, read_with};
pub use super::folder::files;

/// Why a file could not be opened, worded for people by its `Display`.
#[derive(Debug, thiserror::Error)]
#[error("{cause}: {}", path.display())]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// What went wrong.
    pub cause: OpenErrorCause,
}

/// What went wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum OpenErrorCause {
    /// There is nothing of that name.
    #[error("there is no such file, check its name")]
    Missing,
    /// A folder without articles.
    #[error("this is a folder and no article; choose one with articles or the files themselves")]
    Folder,
    /// A pipe, a socket or a device.
    #[error("this is a pipe or a device, give its text as standard input with -")]
    Special,
    /// The user may not read it.
    #[error("the file may not be read, change its permissions or copy it")]
    Forbidden,
    /// The disk said no otherwise.
    #[error("the file could not be read ({0}), check the disk it is on")]
    Io(io::Error),
    /// Its bytes are no article.
    #[error("{0}")]
    Unreadable(#[from] Unreadable),
}

impl From<io::Error> for OpenErrorCause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error),
        }
    }
}

/// Opens the article in the file at `path`; where it holds several, the first, with a note that says so.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub fn open(path: &Path) -> Result<Article, OpenError> {
    open_watched(path, &unwatched)
}

/// As [`open`], but `watch` is told how far a long document is, and may give up on it.
///
/// # Errors
/// When the file cannot be read or holds no article, or when `watch` gave up.
pub fn open_watched(path: &Path, watch: Watch<'_>) -> Result<Article, OpenError> {
    let articles = open_all_watched(path, watch)?;
    let n_articles = articles.len();
    let first = articles.into_iter().next();
    let mut first = first.ok_or_else(|| OpenError { path: path.to_owned(), cause: Unreadable::Blank.into() })?;
    if n_articles > 1 {
        first.notes.push(Note::FirstOf(n_articles));
    }
    Ok(first)
}

/// Opens all articles in the file at `path`: an e-book or a message may hold several.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub fn open_all(path: &Path) -> Result<Vec<Article>, OpenError> {
    open_all_watched(path, &unwatched)
}

/// As [`open_all`], but `watch` is told how far a long document is, and may give up on it.
///
/// # Errors
/// When the file cannot be read or holds no article, or when `watch` gave up.
pub fn open_all_watched(path: &Path, watch: Watch<'_>) -> Result<Vec<Article>, OpenError> {
    let articles = bytes(path, LIMIT).and_then(|bytes| {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Ok(read_safely(&bytes, &name, watch)?)
    });
    let mut articles = articles.map_err(|cause| OpenError { path: path.to_owned(), cause })?;
    for article in &mut articles {
        article.path = Some(path.to_owned());
    }
    Ok(articles)
}

/// Returns the SHA-256 of the file at `path`, as [`Reading::sha256`](super::Reading::sha256) has it.
///
/// # Errors
/// When the file cannot be read or is larger than any article.
pub fn sha256(path: &Path) -> Result<String, OpenError> {
    let bytes = bytes(path, LIMIT).map_err(|cause| OpenError { path: path.to_owned(), cause })?;
    Ok(super::sha256(&bytes))
}

/// Opens the articles that come from standard input.
///
/// # Errors
/// When it cannot be read or holds no article.
pub fn open_stdin() -> Result<Vec<Article>, OpenError> {
    let articles = stdin_bytes().and_then(|bytes| Ok(read_safely(&bytes, STDIN, &unwatched)?));
    articles.map_err(|cause| OpenError { path: STDIN.into(), cause })
}

/// All of standard input.
///
/// # Errors
/// When it cannot be read; of more than [`LIMIT`] bytes, one more than that is read.
pub fn stdin_bytes() -> Result<Vec<u8>, OpenErrorCause> {
    at_most(LIMIT, io::stdin().lock())
}

/// Reads what is risky in a process of its own, and everything else here.
fn read_safely(bytes: &[u8], name: &str, watch: Watch<'_>) -> Result<Vec<Article>, Unreadable> {
    let is_risky = bytes.len() <= LIMIT && matches!(format::of_bytes(bytes), Ok(Some(_)));
    let apart = if is_risky { apart::read(bytes, name, watch) } else { None };
    apart.unwrap_or_else(|| read_all(bytes, name))
}

fn unwatched(_: Option<Pages>) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What standard input is called on the command line.
pub const STDIN: &str = "-";

/// The bytes of the file at `path`, if they are no more than `limit`.
pub(crate) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, OpenErrorCause> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(OpenErrorCause::Folder);
    }
    if !metadata.is_file() {
        return Err(OpenErrorCause::Special);
    }
    if metadata.len() > limit as u64 {
        return Err(Unreadable::TooLarge { limit }.into());
    }
    at_most(limit, File::open(path)?)
}

/// All of `source`, or one byte more than the `limit`.
fn at_most(limit: usize, source: impl Read) -> Result<Vec<u8>, OpenErrorCause> {
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
