//! The articles named on a command line: every one that can be opened, and for every other one line on standard error.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::complain;
use crate::article::{Article, open};

/// What was named and could be opened.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// The articles, in the order named.
    pub(super) articles: Vec<Arc<Article>>,
    /// What could not be opened, one sentence each; they were told already.
    pub(super) unread: Vec<String>,
}

/// Opens `files`; `-` is standard input, once.
pub(super) fn open_all(files: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    let mut seen_stdin = false;
    for file in files {
        let is_stdin = file.as_os_str() == open::STDIN;
        if is_stdin && seen_stdin {
            complain(&"standard input was named twice and was read once: -");
            continue;
        }
        seen_stdin |= is_stdin;
        match if is_stdin { open::open_stdin() } else { open::open(file) } {
            Ok(article) => inputs.articles.push(Arc::new(article)),
            Err(error) => {
                complain(&error);
                inputs.unread.push(error.to_string());
            }
        }
    }
    inputs
}

/// Leaves out every article whose file was named before, and tells of those that have the same bytes as another.
pub(super) fn without_repeated(articles: Vec<Arc<Article>>) -> Vec<Arc<Article>> {
    let mut kept: Vec<Arc<Article>> = Vec::new();
    for article in articles {
        let path = article.path.as_deref().unwrap_or(Path::new(open::STDIN));
        let canonical = path.canonicalize().ok();
        let is_same_file = |other: &&Arc<Article>| {
            canonical.is_some() && other.path.as_ref().and_then(|path| path.canonicalize().ok()) == canonical
        };
        let is_same_text = |other: &&Arc<Article>| match article.reading.sha256.is_empty() {
            true => other.text == article.text,
            false => other.reading.sha256 == article.reading.sha256,
        };
        if kept.iter().any(|other| is_same_file(&other)) {
            complain(&format!("the file was named twice and is compared once: {}", path.display()));
            continue;
        }
        if let Some(other) = kept.iter().find(is_same_text) {
            let other = other.path.as_deref().unwrap_or(Path::new(open::STDIN));
            complain(&format!(
                "the file has the same bytes as {}, name another version if that was not meant: {}",
                other.display(),
                path.display()
            ));
        }
        kept.push(article);
    }
    kept
}
