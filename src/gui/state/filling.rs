//! What is written into a form, taken in and saved.

use super::bars::Bar;
use super::form::{About, Form};
use super::{State, Undo};
use crate::gui::message::Effect;
use crate::gui::words::window_words;
use crate::wording::desk_words;

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
