//! The articles named on a command line: every one that can be opened, and for every other one line on standard error.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::output::complain;
use crate::article::{Article, open};
use crate::review::Review;
use crate::session::{self, Session};

/// What was named and could be opened.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// The articles, in the order named.
    pub(super) articles: Vec<Arc<Article>>,
    /// The decisions of the sessions among them.
    pub(super) review: Review,
    /// What could not be opened, one sentence each; they were reported already.
    pub(super) unread: Vec<String>,
}

/// Opens `files`; `-` is standard input, once.
pub(super) fn open_all(files: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    let mut seen_stdin = false;
    for file in open::files(files) {
        let file = match file {
            Ok(file) => file,
            Err(error) => {
                complain(&error);
                inputs.unread.push(error.to_string());
                continue;
            }
        };
        let is_stdin = file.as_os_str() == open::STDIN;
        if is_stdin && seen_stdin {
            complain(&"standard input was named twice and was read once: -");
            continue;
        }
        seen_stdin |= is_stdin;
        match open(&file) {
            Ok(session) => {
                inputs.articles.extend(session.articles);
                inputs.review.append(session.review);
            }
            Err(error) => {
                complain(&error);
                inputs.unread.push(error.to_string());
            }
        }
    }
    inputs
}

/// Opens what is at `file`: a session, or articles, which are one without decisions.
///
/// # Errors
/// When it cannot be read or holds neither.
pub(super) fn open(file: &Path) -> anyhow::Result<Session> {
    if session::is_session(file) {
        return Ok(Session::open(file)?);
    }
    let articles = if file.as_os_str() == open::STDIN { open::open_stdin() } else { open::open_all(file) }?;
    Ok(Session { articles: articles.into_iter().map(Arc::new).collect(), ..Session::default() })
}

/// Leaves out every article whose file was named before, and tells of those that have the same bytes as another.
pub(super) fn without_repeated(articles: Vec<Arc<Article>>) -> Vec<Arc<Article>> {
    let mut kept: Vec<Arc<Article>> = Vec::new();
    for article in articles {
        let canonical = article.path.as_ref().and_then(|path| path.canonicalize().ok());
        let is_same_file = |other: &&Arc<Article>| {
            let is_same_part = other.reading.part == article.reading.part;
            is_same_part
                && canonical.is_some()
                && other.path.as_ref().and_then(|path| path.canonicalize().ok()) == canonical
        };
        let is_same_text = |other: &&Arc<Article>| match article.reading.sha256.is_empty() {
            true => other.text == article.text,
            false => other.reading.sha256 == article.reading.sha256 && other.reading.part == article.reading.part,
        };
        if kept.iter().any(|other| is_same_file(&other)) {
            complain(&format!("the file was named twice and is compared once: {}", place(&article)));
            continue;
        }
        if let Some(other) = kept.iter().find(is_same_text) {
            complain(&format!(
                "the file has the same bytes as {}, name another version if that was not meant: {}",
                place(other),
                place(&article)
            ));
        }
        kept.push(article);
    }
    kept
}

/// Where an article comes from, or what it is called: that of a session or of standard input has no place.
fn place(article: &Article) -> String {
    article.path.as_ref().map_or_else(|| article.label().to_owned(), |path| path.display().to_string())
}
