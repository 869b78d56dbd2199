use serde::{Deserialize, Serialize};

use super::Published;
use super::archived::Saved;

/// What is known about an article besides its text; nothing is made up where it was not given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// The title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Where it was published, an address on the web.
    pub address: Option<String>,
    /// Where a copy of it is kept, the address in an archive.
    pub archive: Option<String>,
    /// When the copy that was read was made: by an archive, else by whoever saved it.
    pub retrieved: Option<Published>,
}

impl Details {
    /// Takes over what is known of how a page was `saved`, where nothing is said of it here.
    pub(super) fn add(&mut self, saved: Saved) {
        self.address = self.address.take().or(saved.address);
        self.archive = self.archive.take().or(saved.archive);
        self.retrieved = self.retrieved.or(saved.retrieved);
    }
}
