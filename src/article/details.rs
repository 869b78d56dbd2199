use serde::{Deserialize, Serialize};

use super::Published;

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
}
