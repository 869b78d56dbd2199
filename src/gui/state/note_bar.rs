//! The editor of a note, as data.

use crate::review::{Anchor, EntryId, Subject};
use crate::wording::note_words::NotePlace;

/// The editor of a note. What it is on is named as the review names it, so that a comparison that comes meanwhile moves
/// nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteBar {
    /// What it is on.
    pub on: NoteOf,
    /// The same in words.
    pub name: String,
    /// What else could be written on: the finding, the claim, the article that are selected, the story.
    pub others: Vec<(String, NotePlace)>,
    /// What is written.
    pub text: String,
    /// How often text came from outside of the field, behind which the cursor then is.
    pub n_added: u32,
    /// The note as it was, to know whether anything was typed.
    pub(super) saved: String,
    /// The item that holds the note already.
    pub(super) entry: Option<EntryId>,
}

/// What a note is on.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteOf {
    /// A finding.
    Finding(Anchor),
    /// Something else.
    Subject(Subject),
}

impl NoteBar {
    /// Returns whether something was typed that is not saved.
    pub fn is_changed(&self) -> bool {
        self.text.trim_end() != self.saved
    }
}
