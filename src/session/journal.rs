//! A journal: what was done since a story was saved, beside its session, so that a crash or a power cut loses nothing.
//!
//! Takes the story as it is when something in it is in no file for the first time, and from then on every step of its
//! review. Goes out, after a crash: the story with all these steps. A journal is lines of JSON: the first holds the
//! story whole, as a session does (`schema: "crosscheck-journal/1"`), and the SHA-256 of the session it belongs to;
//! every other one a step. The first line is written as a session is, in one step; each further one is on the disk
//! before the next is begun, and a last line that was cut off is left out. While a window holds a journal it is locked,
//! which tells other windows that the story is open there; the lock ends with the process, however that ends.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead, Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{LIMIT, NoSession, Session};
use crate::article::{self, Article};
use crate::review::{Deed, Review};

/// The ending of a journal, behind the name of its session.
pub const ENDING: &str = "journal";
/// What a journal of this version says it is.
const SCHEMA: &str = "crosscheck-journal/1";

/// A journal that is being written. Dropped, it stays where it is.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
}

/// What a journal holds.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The story with every step that was made.
    pub session: Session,
    /// SHA-256 of the session's file that it goes on from; `None` if the story had no session.
    pub base: Option<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    base: Option<String>,
    articles: Vec<&'a Article>,
    review: &'a Review,
}

#[derive(Deserialize)]
struct Read {
    schema: String,
    base: Option<String>,
    articles: Vec<Article>,
    review: Review,
}

/// Returns where the journal of the session at `session` is kept: beside it.
pub fn path_of(session: &Path) -> PathBuf {
    let mut name = session.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}

impl Journal {
    /// Begins the journal of `story` at `path`, in place of one that is there; `session` is the file that the story was
    /// opened from or saved in last.
    ///
    /// # Errors
    /// When it cannot be written; what was there is then as it was.
    pub fn begin(path: &Path, story: &Session, session: Option<&Path>) -> io::Result<Self> {
        let base = session.and_then(|session| article::open::bytes(session, LIMIT).ok()).map(|bytes| sha256(&bytes));
        let articles = story.articles.iter().map(|article| &**article).collect();
        let written = Written { schema: SCHEMA, base, articles, review: &story.review };
        let mut line = serde_json::to_vec(&written)?;
        line.push(b'\n');
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new().prefix(".crosscheck-").suffix(".tmp").tempfile_in(folder)?;
        file.write_all(&line)?;
        file.as_file().sync_all()?;
        // Locked under its own name before it takes the other's: no other window can come between.
        let _ = file.as_file().try_lock();
        let file = file.persist(path).map_err(|error| error.error)?;
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(Self { path: path.to_owned(), file })
    }

    /// Returns where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes down that `deeds` were done; when this returns they are on the disk.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn add(&mut self, deeds: &[Deed]) -> io::Result<()> {
        let mut lines = Vec::new();
        for deed in deeds {
            serde_json::to_writer(&mut lines, deed)?;
            lines.push(b'\n');
        }
        self.file.write_all(&lines)?;
        self.file.sync_data()
    }

    /// Takes it away: all of it is saved, or not wanted any more.
    pub fn end(self) {
        // What cannot be taken away is offered again, which loses nothing.
        let _ = fs::remove_file(&self.path);
    }
}

/// Returns whether a window that is open holds the journal at `path`.
pub fn is_held(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return false };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Returns what the journal at `path` holds; none where there is no journal.
///
/// # Errors
/// When it cannot be read or holds none.
pub fn recover(path: &Path) -> Result<Option<Recovered>, NoSession> {
    if !path.is_file() {
        return Ok(None);
    }
    let unreadable = || NoSession::Damaged("the journal beside it cannot be read".to_owned());
    let bytes = article::open::bytes(path, LIMIT).map_err(|_| unreadable())?;
    let mut lines = Cursor::new(bytes).split(b'\n').map_while(Result::ok);
    let head = lines.next().ok_or(NoSession::Foreign)?;
    let head: Read = serde_json::from_slice(&head).map_err(|_| unreadable())?;
    if head.schema != SCHEMA {
        return Err(NoSession::Newer);
    }
    if head.articles.is_empty() || head.articles.iter().any(|article| !article.is_sound()) {
        return Err(unreadable());
    }
    let mut review = head.review;
    for line in lines {
        // The last line may be cut off; what makes no sense is not guessed at.
        let Ok(deed) = serde_json::from_slice::<Deed>(&line) else { break };
        if !review.replay(&deed) {
            break;
        }
    }
    let session = Session { articles: head.articles.into_iter().map(Arc::new).collect(), review, found: None };
    Ok(Some(Recovered { session, base: head.base }))
}

/// Returns the journals in `folder` that no window holds, by name.
pub fn left_behind(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_journal = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING) && !is_held(path);
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_journal).collect();
    paths.sort();
    paths
}

/// Gives the journal at `path`, which is of another version of its session, another name, so that none is written over
/// it.
pub(super) fn set_aside(path: &Path) {
    let name = |n: usize| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{n}"));
        PathBuf::from(name)
    };
    if let Some(free) = (1..1_000).map(name).find(|free| !free.exists()) {
        let _ = fs::rename(path, free);
    }
}

/// Takes the journal at `path` away.
pub fn forget(path: &Path) {
    let _ = fs::remove_file(path);
}

/// SHA-256 of `bytes`, in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Subject;

    fn story() -> Session {
        let articles = vec![Arc::new(Article::from_text("Post", "Three men fled.\nThey ran."))];
        Session { articles, ..Session::default() }
    }

    fn noted(review: &mut Review, text: &str) -> Vec<Deed> {
        let id = review.remarks().next().map(|(id, _)| id);
        review.remark(id, Subject::Story, text);
        review.take_news()
    }

    fn note(path: &Path) -> Option<String> {
        let recovered = recover(path).ok()??;
        recovered.session.review.remarks().next().map(|(_, remark)| remark.text.clone())
    }

    #[test]
    fn every_step_is_there_again_and_a_cut_off_one_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_of(&folder.path().join("a.crosscheck"));
        assert!(recover(&path).unwrap().is_none());
        let mut story = story();
        let mut journal = Journal::begin(&path, &story, None).unwrap();
        let mut lengths = Vec::new();
        for text in ["one", "two\nlines", "three"] {
            journal.add(&noted(&mut story.review, text)).unwrap();
            lengths.push(fs::metadata(&path).unwrap().len());
        }
        assert!(is_held(&path) && left_behind(folder.path()).is_empty());
        drop(journal);
        assert!(!is_held(&path));
        assert_eq!(left_behind(folder.path()), std::slice::from_ref(&path));
        assert_eq!(note(&path).as_deref(), Some("three"));
        let file = File::options().write(true).open(&path).unwrap();
        for length in (lengths[0]..lengths[2]).rev() {
            file.set_len(length).unwrap();
            let expected = if length < lengths[1] - 1 {
                "one"
            } else if length < lengths[2] - 1 {
                "two\nlines"
            } else {
                "three"
            };
            assert_eq!(note(&path).as_deref(), Some(expected), "{length} bytes");
        }
        forget(&path);
        assert!(recover(&path).unwrap().is_none());
    }

    #[test]
    fn what_is_no_journal_is_told_and_never_a_panic() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let journal = Journal::begin(&path, &story(), None).unwrap();
        drop(journal);
        let length = fs::metadata(&path).unwrap().len();
        let file = File::options().write(true).open(&path).unwrap();
        for length in (0..length - 1).rev() {
            file.set_len(length).unwrap();
            assert!(recover(&path).is_err(), "{length}");
        }
    }
}
