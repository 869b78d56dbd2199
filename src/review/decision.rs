//! What a person says of a finding.

use serde::{Deserialize, Serialize};

/// The person's word for a difference: the machine's words without "differs", which settles nothing, and "agrees".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Cannot both hold.
    Conflict,
    /// Both can be true: a part and its whole, another period, place or group.
    Scope,
    /// One is rounded, approximate or a bound that admits the other.
    Rounding,
    /// The same measure at a later time.
    Update,
    /// Not the same thing.
    Unrelated,
}

impl Verdict {
    /// Every word, in the order of its keys 1 to 5.
    pub const ALL: [Self; 5] = [Self::Conflict, Self::Scope, Self::Rounding, Self::Update, Self::Unrelated];
}

/// A person's word on a finding, and a note; either may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// The word; none while it is undecided.
    pub verdict: Option<Verdict>,
    /// A note, on one or several lines; may be empty.
    pub note: String,
    /// When the last of it was said, by universal time in ISO 8601; none where no clock was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

impl Decision {
    /// Whether both say the same, at whatever time.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict && self.note == other.note
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none() && self.note.is_empty()
    }
}
