//! Opens files: the only place that reads the disk.

use std::fs;
use std::path::{Path, PathBuf};

use super::Article;

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
    /// The disk said no.
    #[error("the file could not be read ({0}), check that it exists and may be read")]
    Io(std::io::Error),
}

/// Opens the article in the file at `path`.
///
/// # Errors
/// When the file cannot be read or holds no article.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the disk")]
pub fn open(path: &Path) -> Result<Article, OpenError> {
    let fail = |cause| OpenError { path: path.to_owned(), cause };
    let bytes = fs::read(path).map_err(|error| fail(OpenErrorCause::Io(error)))?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let mut article = Article::from_text(name, String::from_utf8_lossy(&bytes));
    article.path = Some(path.to_owned());
    Ok(article)
}
