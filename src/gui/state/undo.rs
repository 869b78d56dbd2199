//! What can be taken back: articles that were removed, a story that was closed or replaced, blocks left out or brought
//! back, and decisions.

use super::slots::{Slot, Source, Status};
use super::{State, Undo};
use crate::compare::Step;
use crate::gui::message::{Effect, Job};
use crate::gui::words::window_words;

/// Most steps kept of those that may hold the texts of a story; steps of the review are kept without limit.
const LONGEST: usize = 50;

impl State {
    /// Returns whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Remembers how to take back what is done now.
    pub(super) fn remember(&mut self, step: Undo) {
        self.undo.push(step);
        let is_heavy = |step: &Undo| !matches!(step, Undo::Decided);
        if self.undo.iter().filter(|step| is_heavy(step)).count() > LONGEST {
            let oldest = self.undo.iter().position(is_heavy).unwrap_or(0);
            self.undo.remove(oldest);
        }
    }

    /// Takes the last step back that can still be taken back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        while let Some(step) = self.undo.pop() {
            match step {
                Undo::Removed(slot, at) => return self.bring_back(slot, at),
                Undo::Decided => return self.undo_decision(),
                Undo::Replaced(story, by) => {
                    self.tell_brought_back(window_words::STORY_BACK.to_owned());
                    return self.put_back(*story, &by);
                }
                Undo::ReadOtherwise(id, article) => {
                    if self.slots.get(id).is_none() {
                        continue;
                    }
                    self.tell_brought_back(window_words::read_as_before(article.label()));
                    self.progress = Some(Step::Analyze(0, 1));
                    return vec![Effect::Start(Job::Open { slot: id, source: Source::Text(article) })];
                }
            }
        }
        Vec::new()
    }

    fn bring_back(&mut self, slot: Slot, at: usize) -> Vec<Effect> {
        self.tell_brought_back(window_words::brought_back(&slot.name()));
        let is_loaded = matches!(slot.status, Status::Loaded(_));
        self.slots.insert(slot, at);
        if is_loaded { self.compare() } else { Vec::new() }
    }

    /// Says what came back, in place of the offer to bring it back.
    fn tell_brought_back(&mut self, text: String) {
        self.toasts.withdraw(window_words::UNDO);
        self.toasts.tell(text);
    }
}
