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

/// How far a person has checked what a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// It is checked.
    Checked,
    /// A part of it is.
    #[serde(rename = "partly_checked")]
    Partly,
    /// Nobody can say.
    #[serde(rename = "cannot_verify")]
    Unverifiable,
}

impl Check {
    /// Every word, in the order of its keys 6 to 8.
    pub const ALL: [Self; 3] = [Self::Checked, Self::Partly, Self::Unverifiable];
}

/// What is to be printed of a finding, and where that comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Print {
    /// The value, as it is to be printed; may be empty.
    pub value: String,
    /// Its source; may be empty.
    pub source: String,
}

impl Print {
    /// Returns whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty() && self.source.is_empty()
    }
}

/// A person's word on a finding, how far it is checked, what is to be printed, and a note; each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// The word; `None` while it is undecided.
    pub verdict: Option<Verdict>,
    /// How far it is checked; `None` while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// What is to be printed.
    #[serde(skip_serializing_if = "Print::is_empty")]
    pub print: Print,
    /// A note, on one or several lines; may be empty.
    pub note: String,
    /// When the last of it was said, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

impl Decision {
    /// Returns whether both say the same, at whatever time.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict
            && self.check == other.check
            && self.print == other.print
            && self.note == other.note
    }

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none() && self.check.is_none() && self.print.is_empty() && self.note.is_empty()
    }
}
