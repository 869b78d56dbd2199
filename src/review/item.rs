//! The things that a person says about a story, each by a name of its own, and the steps by which they change.

use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::correction::{Correction, Own, Regrouping};
use super::decision::Decision;
use super::remark::{Mend, Remark};
use super::sheet::Sheet;

/// Names an item for as long as its review is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId(pub(super) u64);

/// A decision and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is about.
    pub anchor: Anchor,
    /// What was said.
    pub decision: Decision,
}

/// Something that a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// What she decided about a finding, and her note on it.
    Finding(Entry),
    /// A note on something else.
    Remark(Remark),
    /// What she mended in the alignment.
    Mend(Mend),
    /// The head of the story.
    Sheet(Sheet),
    /// A figure that was read wrongly.
    Correction(Correction),
    /// Figures that were put into one fact, or taken apart.
    Regrouping(Regrouping),
    /// A finding of her own.
    Own(Own),
    /// What a second reader said where it is not what she said.
    Other(Box<Self>),
}

/// One step: what an item was before and after it; none where there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub(super) id: EntryId,
    pub(super) before: Option<Item>,
    pub(super) after: Option<Item>,
}

/// What happened to a review last, as a journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// These steps were made.
    Do(Vec<Change>),
    /// The last step was taken back.
    Undo,
    /// The last undoing was taken back.
    Redo,
}
