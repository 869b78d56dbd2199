//! Fields over the room: what is to be printed, the head of the story, what a figure means, a finding of one's own.
//!
//! A form names what it is about as the review names it, or by claims whose words it holds: a comparison that comes
//! meanwhile moves nothing, and what is gone is said.

use std::ops::Range;

use crate::alignment::ClaimId;
use crate::review::{Anchor, EntryId, Place};

/// A form that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What it is about.
    pub about: About,
    /// Its heading.
    pub heading: String,
    /// How it is filled in; may be empty.
    pub hint: &'static str,
    /// The name of the choices.
    pub choices_name: &'static str,
    /// What can be chosen, one of them.
    pub choices: Vec<String>,
    /// Which one is.
    pub chosen: usize,
    /// The sentences to select words in.
    pub sentences: Vec<Sentence>,
    /// The fields to write in.
    pub fields: Vec<Field>,
    /// Why it was not saved.
    pub error: Option<String>,
}

/// What a form is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// What is to be printed of a finding, which has a decision already or has none.
    Print(Option<EntryId>, Anchor),
    /// The head of the story.
    Sheet,
    /// What these figures mean, one for each choice.
    Figures(Vec<FigurePlace>),
    /// A finding of one's own.
    Own,
}

/// A figure that can be corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePlace {
    /// The figure as printed.
    pub place: Place,
    /// What was said of its value before.
    pub value: String,
    /// What was said of what it counts.
    pub what: String,
}

/// A field to write in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What is in it while it is empty.
    pub hint: &'static str,
    /// What is written.
    pub text: String,
}

/// A sentence to select words in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The claim.
    pub claim: ClaimId,
    /// Its place: "A 3".
    pub name: String,
    /// Its words.
    pub text: String,
    /// The selected words, in bytes of `text`.
    pub selected: Range<usize>,
}

impl Field {
    /// Returns the field called `name` with `text` in it.
    pub fn new(name: &'static str, hint: &'static str, text: &str) -> Self {
        Self { name, hint, text: text.to_owned() }
    }
}

impl Form {
    /// Returns a form about `about`, without choices and sentences.
    pub fn new(about: About, heading: String, fields: Vec<Field>) -> Self {
        let (hint, choices_name) = ("", "");
        Self {
            about,
            heading,
            hint,
            choices_name,
            choices: Vec::new(),
            chosen: 0,
            sentences: Vec::new(),
            fields,
            error: None,
        }
    }

    /// Returns what is written in the field at `idx`, without spaces around it.
    pub fn text(&self, idx: usize) -> &str {
        self.fields.get(idx).map_or("", |field| field.text.trim())
    }
}
