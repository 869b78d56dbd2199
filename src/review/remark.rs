//! What a person adds beside decisions: notes on a claim, an article or the story, and what she mends in the alignment.

use serde::{Deserialize, Serialize};

use super::key::{ArticleKey, ClaimKey};

/// What a note is on, unless it is on a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A claim.
    Claim(ClaimKey),
    /// An article.
    Article(ArticleKey),
    /// The story as a whole.
    Story,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is on.
    pub about: Subject,
    /// What it says, on one or several lines.
    pub text: String,
    /// When it was written, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// What a person mended; it overrides the machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mend {
    /// What was done.
    pub kind: MendKind,
    /// The claims it was done with: two, or one without counterpart.
    pub claims: Vec<ClaimKey>,
    /// When, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// What can be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MendKind {
    /// Two claims say the same thing.
    Link,
    /// Two claims do not.
    Unlink,
    /// A claim has no counterpart in any other article.
    Alone,
}

impl Mend {
    /// Returns whether both speak of the same claims.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        self.claims.len() == other.claims.len() && self.claims.iter().all(|claim| other.claims.contains(claim))
    }
}
