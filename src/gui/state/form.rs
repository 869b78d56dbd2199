//! Fields over the room: what is to be printed, the head of the story, what a figure means, a finding of one's own.
//!
//! A form names what it is about as the review names it, or by claims whose words it holds: a comparison that comes
//! meanwhile moves nothing, and what is gone is said.

use std::ops::Range;

use super::State;
use super::bars::Bar;
use super::undo::Undo;
use crate::alignment::ClaimId;
use crate::gui::effect::Effect;
use crate::gui::words::window_words;
use crate::review::{Anchor, EntryId, Place};
use crate::wording::desk_words;

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

impl State {
    /// Takes in what was written and chosen.
    pub(super) fn edit_form(&mut self, mut edited: Form) {
        let Bar::Form(form) = &mut self.bar else { return };
        if edited.chosen != form.chosen
            && let About::Figures(figures) = &edited.about
            && let Some(figure) = figures.get(edited.chosen)
        {
            let texts = [figure.value.clone(), figure.what.clone()];
            edited.fields.iter_mut().zip(texts).for_each(|(field, text)| field.text = text);
        }
        edited.error = None;
        **form = edited;
    }

    /// Saves what is written; where that makes no sense the form stays and says why.
    pub(super) fn save_form(&mut self) -> Vec<Effect> {
        let Bar::Form(form) = std::mem::take(&mut self.bar) else { return Vec::new() };
        let done = match &form.about {
            About::Print(entry, anchor) => Ok(self.save_print(*entry, anchor.clone(), &form)),
            About::Sheet => Ok(self.save_sheet(&form)),
            About::Figures(figures) => self.save_correction(figures, &form),
            About::Own => self.save_own(&form),
        };
        match done {
            Ok(effects) => effects,
            Err(error) => {
                self.bar = Bar::Form(Box::new(Form { error: Some(error), ..*form }));
                Vec::new()
            }
        }
    }

    /// After a step of the review that changes no finding.
    pub(super) fn said(&mut self, text: impl Into<String>) -> Vec<Effect> {
        self.toasts.withdraw(window_words::UNDO);
        self.remember(Undo::Decided);
        self.stand();
        self.refresh();
        self.toasts.tell(text);
        Vec::new()
    }

    /// After a step that changes the comparison.
    pub(super) fn said_and_compare(&mut self, text: impl Into<String>) -> Vec<Effect> {
        let mut effects = self.said(text);
        effects.extend(self.compare());
        effects
    }

    pub(super) fn saved_in_story(&mut self) -> Vec<Effect> {
        self.said(desk_words::SAVED)
    }
}
