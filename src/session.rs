//! A session: a story with what a person decided about it, in one file that opens anywhere, without the originals.
//!
//! Takes the articles as they were read and the [`Review`]. Returns a file, or out of a file a [`Session`]. It is JSON
//! for people and programs to look into (`schema: "crosscheck-session/1"`):
//!
//! ```text
//!  {"schema": "crosscheck-session/1",
//!   "articles": [{"name": …, "details": …, "text": …, "blocks": …, "dropped": …, "notes": …, "reading": …}, …],
//!   "texts_sha256": ["9f86d0…", …],
//!   "review": {"entries": …},
//!   "found": {"version": …, "findings": …}}
//! ```
//!
//! What the machine found is kept only to be held against what it finds later ([`Session::verify`]): it is found anew
//! whenever a session is opened, and each decision is at its finding again by the words it is about. Not
//! kept are the places the articles came from on the disk, which are nobody else's business. Every step of the review
//! is kept, so that it can be taken back in a session that was opened again. What is not saved yet is in a [`journal`]
//! beside it. A text that was changed since it was saved is no longer what an outlet printed: its
//! SHA-256, kept beside it, gives that away, and the session is not opened.
//!
#![doc = include_str!("../assets/help/session-file.md")]

mod found;
pub mod journal;
mod opened;
mod verify;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::found::{Found, FoundFinding, FoundPlace};
pub use self::opened::{Beside, Opened};
pub use self::verify::Verified;
use crate::article::{self, Article};
use crate::report::save::{self, SaveErrorCause};
use crate::review::{Merged, Review};

/// The ending of a session's file.
pub const ENDING: &str = "crosscheck";
/// What a session of this version says it is.
const SCHEMA: &str = "crosscheck-session/1";
/// What sessions of any version say they are.
const SCHEMAS: &str = "crosscheck-session/";
/// What is wrong with a file that ends too soon.
const CUT_OFF: &str = "it is cut off";
/// Bytes of a session that are read at most: many more than a story of a thousand articles has.
const LIMIT: usize = 1_000_000_000;

/// A story, and what a person decided about it.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The articles in the order of their letters.
    pub articles: Vec<Arc<Article>>,
    /// The decisions and notes.
    pub review: Review,
    /// What was found in these articles when they were saved; `None` if that is not known.
    pub found: Option<Found>,
}

/// Why a session was not saved, worded for people by its `Display`.
#[derive(Debug, thiserror::Error)]
#[error("the session was not saved: {cause}: {}", path.display())]
pub struct SaveError {
    /// Where it should have gone.
    pub path: PathBuf,
    /// What went wrong.
    pub cause: SaveErrorCause,
}

/// Why a session was not opened, worded for people by its `Display`.
#[derive(Debug, thiserror::Error)]
#[error("{cause}: {}", path.display())]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// What went wrong.
    pub cause: OpenErrorCause,
}

/// What went wrong with opening a session.
#[derive(Debug, thiserror::Error)]
pub enum OpenErrorCause {
    /// The file itself could not be read.
    #[error("{0}")]
    File(#[from] article::open::OpenErrorCause),
    /// Its bytes are no session.
    #[error("{0}")]
    NoSession(#[from] NoSession),
}

/// Why bytes are no session.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSession {
    /// It is something else.
    #[error("this file holds no session; choose one that was saved with Save session")]
    Foreign,
    /// It was saved by a later version.
    #[error("this session was saved by a newer Crosscheck; update the program to open it")]
    Newer,
    /// It is cut off, or was changed since it was saved; how.
    #[error("this session is damaged: {0}; open a backup of it, or the articles themselves")]
    Damaged(String),
}

/// Why two sessions are not put together: their texts are not the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the two sessions have other texts ({0} is only in one of them); open the articles of both in one story first")]
pub struct OtherTexts(pub String);

/// A session as it is written.
#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    articles: Vec<&'a Article>,
    texts_sha256: Vec<String>,
    review: &'a Review,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a Found>,
}

/// A session as it is read.
#[derive(Deserialize)]
struct Read {
    articles: Vec<Article>,
    texts_sha256: Vec<String>,
    #[serde(default)]
    review: Review,
    found: Option<Found>,
}

/// Returns whether the ending of `path` is that of a session.
pub fn is_session(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// Returns `path` with the ending of a session: added where there is another or none.
///
/// ```
/// use std::path::PathBuf;
/// use crosscheck::session::with_ending;
/// assert_eq!(with_ending("tram.crosscheck".into()), PathBuf::from("tram.crosscheck"));
/// assert_eq!(with_ending("tram, 24 Nov.".into()), PathBuf::from("tram, 24 Nov..crosscheck"));
/// ```
pub fn with_ending(path: PathBuf) -> PathBuf {
    if is_session(&path) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ENDING);
    name.into()
}

impl Session {
    /// Returns the bytes of its file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let articles: Vec<&Article> = self.articles.iter().map(|article| &**article).collect();
        let texts_sha256 = articles.iter().map(|article| article.text_sha256()).collect();
        let written =
            Written { schema: SCHEMA, articles, texts_sha256, review: &self.review, found: self.found.as_ref() };
        // Only writing to a file or maps with odd keys could fail.
        let mut bytes = serde_json::to_vec_pretty(&written).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Returns the session whose file has these `bytes`.
    ///
    /// # Errors
    /// When they are no session, one of a later version, or one that makes no sense.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoSession> {
        let damaged = |how: &str| NoSession::Damaged(how.to_owned());
        let schema = schema(bytes).ok_or(NoSession::Foreign)?;
        if schema != SCHEMA {
            return Err(if schema.starts_with(SCHEMAS) { NoSession::Newer } else { NoSession::Foreign });
        }
        let Read { articles, texts_sha256, review, found } = serde_json::from_slice(bytes).map_err(|error| {
            damaged(&if error.is_eof() { CUT_OFF.to_owned() } else { format!("line {} makes no sense", error.line()) })
        })?;
        if articles.is_empty() || articles.len() != texts_sha256.len() {
            return Err(damaged("its articles are not all there"));
        }
        let is_changed =
            |(article, sha256): &(&Article, &String)| !article.is_sound() || article.text_sha256() != **sha256;
        if let Some((article, _)) = articles.iter().zip(&texts_sha256).find(is_changed) {
            return Err(damaged(&format!("the text of {} was changed since it was saved", article.label())));
        }
        Ok(Self { articles: articles.into_iter().map(Arc::new).collect(), review, found })
    }

    /// Saves it at `path`, in one step: the file is the old one or the new one, never a part.
    ///
    /// # Errors
    /// When it could not be written; the file is then what it was before.
    pub fn save(&self, path: &Path) -> Result<(), SaveError> {
        let inputs = self.articles.iter().filter_map(|article| article.path.as_deref());
        save::write(path, inputs, &self.to_bytes()).map_err(|cause| SaveError { path: path.to_owned(), cause })
    }

    /// Puts what a second reader said of the same texts into this session; see [`Review::merge`].
    ///
    /// # Errors
    /// When one has a text that the other lacks. Nothing is then changed.
    pub fn merge(&mut self, second: &Self) -> Result<Merged, OtherTexts> {
        let texts = |session: &Self| -> BTreeMap<String, Vec<String>> {
            let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for article in &session.articles {
                texts.entry(article.text_sha256()).or_default().push(article.label().to_owned());
            }
            texts
        };
        let (own, others) = (texts(self), texts(second));
        let only_in = |these: &BTreeMap<String, Vec<String>>, those: &BTreeMap<String, Vec<String>>| {
            let is_missing = |(sha256, labels): &(&String, &Vec<String>)| {
                those.get(*sha256).is_none_or(|known| known.len() != labels.len())
            };
            these.iter().find(is_missing).and_then(|(_, labels)| labels.first().cloned())
        };
        if let Some(label) = only_in(&own, &others).or_else(|| only_in(&others, &own)) {
            return Err(OtherTexts(label));
        }
        Ok(self.review.merge(&second.review))
    }

    /// Opens the one in the file at `path`.
    ///
    /// # Errors
    /// When the file cannot be read or holds no session.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let session = article::open::bytes(path, LIMIT)
            .map_err(OpenErrorCause::from)
            .and_then(|bytes| Ok(Self::from_bytes(&bytes)?));
        session.map_err(|cause| OpenError { path: path.to_owned(), cause })
    }
}

/// What `bytes` say they are, though they may be cut off after it: it comes first in the file.
fn schema(bytes: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        schema: String,
    }
    if let Ok(Named { schema }) = serde_json::from_slice(bytes) {
        return Some(schema);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(100)]);
    let value = head.trim_start().strip_prefix('{')?.trim_start().strip_prefix("\"schema\"")?.trim_start();
    let value = value.strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Some(value.split('"').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::read;

    fn session() -> Session {
        let page = "<html><head><title>Bridge shut</title></head><body><nav>Home</nav><article><h1>Bridge shut</h1>\
            <p>The old bridge was shut on Monday after nine lorries sank into its deck, the harbor office said.</p>\
            <p>Repairs take three weeks, and until then all traffic takes the ferry or the long way round.</p></article></body></html>";
        let text = "Outlet: Post\n\nBridge shut\n\nThe caf\u{e9} at the bridge is shut, too.";
        let mut articles = vec![read(page.as_bytes(), "a.html").unwrap(), read(text.as_bytes(), "b.txt").unwrap()];
        articles.push(Article::from_sentences("c", &["One ferry sank.", "Two did not."]));
        articles[0].details.published = crate::article::Published::parse("2026-11-24T09:30");
        articles[1].notes.push(crate::article::Note::EncodingGuessed("windows-1252"));
        Session { articles: articles.into_iter().map(Arc::new).collect(), ..Session::default() }
    }

    #[test]
    fn what_was_saved_is_opened() {
        let session = session();
        let opened = Session::from_bytes(&session.to_bytes()).unwrap();
        assert_eq!(opened.articles, session.articles);
        assert_eq!(opened.to_bytes(), session.to_bytes());
    }

    #[test]
    fn places_on_the_disk_are_not_told() {
        let mut session = session();
        Arc::make_mut(&mut session.articles[0]).path = Some("/home/ann/leak/a.html".into());
        assert!(!String::from_utf8(session.to_bytes()).unwrap().contains("leak"));
    }

    #[test]
    fn what_is_no_session_is_told() {
        let check = |bytes: &[u8], expected: NoSession| assert_eq!(Session::from_bytes(bytes).unwrap_err(), expected);
        check(b"", NoSession::Foreign);
        check(b"Three men fled.", NoSession::Foreign);
        check(b"{\"schema\": \"crosscheck/1\"}", NoSession::Foreign);
        check(b"{\"schema\": \"crosscheck-session/2\", \"stories\": []}", NoSession::Newer);
        let whole = session().to_bytes();
        for n_bytes in [40, whole.len() / 2, whole.len() - 3] {
            let error = Session::from_bytes(&whole[..n_bytes]).unwrap_err();
            assert!(matches!(error, NoSession::Damaged(_)), "{n_bytes}: {error}");
        }
    }

    #[test]
    fn a_text_that_was_changed_since_is_not_opened() {
        let text = String::from_utf8(session().to_bytes()).unwrap();
        for (from, to) in
            [("nine lorries", "five lorries"), ("caf\u{e9}", "caf\u{e9}\u{e9}"), ("\"start\": 0", "\"start\": 9999")]
        {
            assert!(text.contains(from));
            let error = Session::from_bytes(text.replace(from, to).as_bytes()).unwrap_err();
            assert!(error.to_string().contains("was changed since it was saved"), "{error}");
        }
    }
}
