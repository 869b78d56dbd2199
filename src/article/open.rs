//! Opens files: the only place that reads articles from the disk.
//!
//! At most [`LIMIT`] bytes are read, whatever the disk says about a file's size. Only regular files are opened, because
//! a pipe or a device may never end or never begin; what comes from a pipe is read from standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Article, LIMIT, Unreadable, read};

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
    /// A folder.
    #[error("this is a folder; choose the files in it")]
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

/// Opens the article in the file at `path`.
///
/// # Errors
/// When the file cannot be read or holds no article.
pub fn open(path: &Path) -> Result<Article, OpenError> {
    let article = bytes(path, LIMIT).and_then(|bytes| {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Ok(read(&bytes, &name)?)
    });
    let mut article = article.map_err(|cause| OpenError { path: path.to_owned(), cause })?;
    article.path = Some(path.to_owned());
    Ok(article)
}

/// Opens the article that comes from standard input.
///
/// # Errors
/// When it cannot be read or holds no article.
pub fn open_stdin() -> Result<Article, OpenError> {
    let article = at_most(LIMIT, io::stdin().lock()).and_then(|bytes| Ok(read(&bytes, STDIN)?));
    article.map_err(|cause| OpenError { path: STDIN.into(), cause })
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
