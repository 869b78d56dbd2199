//! A session and the journal beside it, opened together.

use std::path::Path;

use super::{LIMIT, OpenError, OpenErrorCause, Session, journal};
use crate::article;

/// A session that was opened, and what lay beside it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What is in its file.
    pub session: Session,
    /// The same with what was done since, where that was in no file when the program ended.
    pub since: Option<Session>,
    /// What lay beside it.
    pub journal: Beside,
}

/// The journal beside a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// There was none.
    Nothing,
    /// It goes on from the session.
    Recovered,
    /// It goes on from another version of the session, or cannot be read; it is kept under another name.
    Other,
    /// Another window holds it.
    Held,
}

impl Session {
    /// Opens the one in the file at `path`, and what was done since that is only in the journal beside it.
    ///
    /// # Errors
    /// When the file cannot be read or holds no session.
    pub fn open_with_journal(path: &Path) -> Result<Opened, OpenError> {
        let fail = |cause| OpenError { path: path.to_owned(), cause };
        let bytes = article::open::bytes(path, LIMIT).map_err(|cause| fail(OpenErrorCause::from(cause)))?;
        let session = Self::from_bytes(&bytes).map_err(|cause| fail(OpenErrorCause::from(cause)))?;
        let beside = journal::path_of(path);
        if journal::is_held(&beside) {
            return Ok(Opened { session, since: None, journal: Beside::Held });
        }
        let (since, journal) = match journal::recover(&beside) {
            Ok(None) => (None, Beside::Nothing),
            Ok(Some(recovered)) if recovered.base == Some(journal::sha256(&bytes)) => {
                (Some(recovered.session), Beside::Recovered)
            }
            Ok(Some(_)) | Err(_) => {
                journal::set_aside(&beside);
                (None, Beside::Other)
            }
        };
        Ok(Opened { session, since, journal })
    }
}
