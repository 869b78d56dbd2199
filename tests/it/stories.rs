//! The sample stories, opened as the program opens them.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crosscheck::alignment::{Certainty, ClaimId};
use crosscheck::article::{Article, open};
use crosscheck::compare::{Comparison, Options, compare};
use crosscheck::findings::{Finding, FindingKind, Mention, Relation};

/// The stories of `samples/`, sorted: all its folders but that with one article in every format.
pub(crate) fn folders() -> Vec<PathBuf> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut folders: Vec<PathBuf> = fs::read_dir(samples)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("formats"))
        .collect();
    folders.sort();
    assert!(folders.len() >= 3, "the sample stories are gone");
    folders
}

/// The articles of a story, sorted by file name; its README is none.
pub(crate) fn articles(folder: &Path) -> Vec<Arc<Article>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files.iter().map(|file| Arc::new(open::open(file).unwrap_or_else(|error| panic!("{error}")))).collect()
}

/// `articles`, compared.
pub(crate) fn compared(articles: &[Arc<Article>]) -> Comparison {
    compare(articles, &Options::default(), &|_| ControlFlow::Continue(())).unwrap()
}

/// A conflict about `what` between the first two articles of `comparison`, each at its claim numbered `claim`.
pub(crate) fn conflict(comparison: &Comparison, claim: usize, id: String, what: &str) -> Finding {
    let mention = |article: usize| {
        let span = comparison.articles[article].claims[claim].span;
        Mention { claim: ClaimId::at(article, claim), span, quantity: None, group: article }
    };
    Finding {
        id,
        kind: FindingKind::Figure,
        relation: Relation::Conflict,
        certainty: Certainty::High,
        what: what.to_owned(),
        row: None,
        mentions: vec![mention(0), mention(1)],
        why: Vec::new(),
    }
}
