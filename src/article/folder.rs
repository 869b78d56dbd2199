//! The articles of a folder: its files that look like articles, told by their content.
//!
//! Folders inside it are passed over: a page saved by a browser has its pictures and scripts in one (`page_files`
//! beside `page.html`), and is one article without it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::open::{OpenError, OpenErrorCause};
use super::{Format, encoding, format};

/// Most articles of a folder; more were hardly meant.
const MAX_FILES: usize = 1_000;

/// So much of a file is looked at, in bytes.
const HEAD: u64 = 64 * 1024;

/// Endings of text that may be an article; scripts and tables are text as well. Saved pages are told by their content.
const TEXTS: &[&str] = &["", "txt", "text", "md", "markdown", "mdown", "mkd", "htm", "html", "xhtml"];

/// Endings that browsers give to the folder beside a saved page, in the languages of their users' systems.
const BESIDE: &[&str] = &["_files", "-Dateien", "_fichiers", "_archivos", "_file", "-filer", "_bestanden", "_arquivos"];

/// The files that are meant by `paths`: each itself, or the articles in it if it is a folder. What is beside a saved
/// page that is named as well is left out.
///
/// # Errors
/// One for each folder that cannot be read or holds no article, in its place.
pub fn files(paths: &[PathBuf]) -> Vec<Result<PathBuf, OpenError>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(Ok(path.clone()));
        } else if !is_beside(path, paths) {
            match articles(path) {
                Ok(found) => files.extend(found.into_iter().map(Ok)),
                Err(cause) => files.push(Err(OpenError { path: path.clone(), cause })),
            }
        }
    }
    files
}

/// Whether `folder` holds the pictures of a page among `paths`.
fn is_beside(folder: &Path, paths: &[PathBuf]) -> bool {
    let Some(name) = folder.file_name().and_then(|name| name.to_str()) else { return false };
    let Some(page) = BESIDE.iter().find_map(|ending| name.strip_suffix(ending)) else { return false };
    paths.iter().any(|path| {
        path.parent() == folder.parent()
            && path.file_stem().is_some_and(|stem| stem == page)
            && path.as_path() != folder
    })
}

/// The articles in `folder`, by name.
fn articles(folder: &Path) -> Result<Vec<PathBuf>, OpenErrorCause> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
        if !is_hidden && path.is_file() && is_article(&path) {
            found.push(path);
        }
    }
    found.sort();
    found.truncate(MAX_FILES);
    if found.is_empty() { Err(OpenErrorCause::Folder) } else { Ok(found) }
}

/// Whether the file at `path` looks like an article; what cannot be read does, so that it is told of.
fn is_article(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    if read.is_err() {
        return true;
    }
    let ending = path.extension().map_or(String::new(), |ending| ending.to_string_lossy().to_ascii_lowercase());
    match format::of_bytes(&head) {
        Ok(Some(_)) => true,
        // The names in an archive may stand far from its beginning.
        Err(_) => matches!(ending.as_str(), "docx" | "odt" | "epub"),
        Ok(None) => encoding::decode(&head).is_some_and(|decoded| {
            let kind = format::of_text(&decoded.text, &path.to_string_lossy());
            kind.is_ok_and(|kind| kind == Format::Html || TEXTS.contains(&ending.as_str()))
        }),
    }
}
