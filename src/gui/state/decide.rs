//! What a person decides about the selected finding, and the way from one undecided finding to the next.

use super::State;
use super::Undo;
use crate::compare::lookup::finding_at;
use crate::gui::message::Effect;
use crate::gui::words::window_words;
use crate::review::{EntryId, Item, Review, Standing, Verdict};
use crate::wording::review_words;

impl State {
    /// Returns whether there is a finding to decide.
    pub fn can_decide(&self) -> bool {
        self.comparison.is_some() && self.picked.finding.is_some()
    }

    /// Gives the selected finding a verdict and goes on to the next undecided one; none takes the verdict back and
    /// stays.
    pub(super) fn decide(&mut self, verdict: Option<Verdict>) {
        let Some((finding, id, anchor)) = self.picked_anchor() else { return };
        // The filter may take this finding out of the list: what follows it is looked for before.
        let next = self.room.list.next_undecided(Some(finding)).map(|(entry, _)| (entry.finding, entry.id.clone()));
        if self.review.decide(self.standing.entry(finding), anchor, verdict) {
            self.remember_decision();
        }
        self.refresh_decisions();
        let said = review_words::said(&id, verdict);
        if verdict.is_none() {
            self.toasts.note(said);
            return;
        }
        let text = |next| review_words::said_and_next(&said, next, self.room.list.n_undecided_hidden());
        match next {
            Some((next, next_id)) => {
                let text = text(Some(&next_id));
                self.toasts.note(text);
                self.select(next);
            }
            None => {
                let text = text(None);
                self.toasts.tell_step(text);
            }
        }
    }

    /// Goes to the next undecided finding of the list.
    pub(super) fn next_undecided(&mut self) {
        let next = self.room.list.next_undecided(self.picked.finding);
        match next.map(|(entry, is_round)| (entry.finding, review_words::next_undecided(&entry.id, is_round), is_round))
        {
            Some((finding, text, is_round)) => {
                if is_round {
                    self.toasts.tell_step(text);
                } else {
                    self.toasts.note(text);
                }
                self.select(finding);
            }
            None => {
                let text = match self.room.list.n_undecided_hidden() {
                    0 => review_words::NONE_LEFT.to_owned(),
                    n => review_words::none_left_shown(n),
                };
                self.toasts.tell_step(text);
            }
        }
    }

    /// Takes the last step of the review back and shows where.
    pub(super) fn undo_decision(&mut self) -> Vec<Effect> {
        self.step_review(Review::undo, review_words::UNDONE)
    }

    /// Does the step again that was taken back last.
    pub(super) fn redo_decision(&mut self) -> Vec<Effect> {
        if !self.review.can_redo() {
            return Vec::new();
        }
        self.remember_decision();
        self.step_review(Review::redo, review_words::REDONE)
    }

    /// From now on undoing means this decision, no longer what a message on the screen offers to undo.
    pub(super) fn remember_decision(&mut self) {
        self.toasts.withdraw(window_words::UNDO);
        self.remember(Undo::Decided);
    }

    /// Looks for the finding of each decision anew.
    pub(super) fn stand(&mut self) {
        self.standing = match &self.comparison {
            Some(comparison) => Standing::new(&self.review, comparison),
            None => Standing::default(),
        };
    }

    fn step_review(&mut self, step: impl FnOnce(&mut Review) -> Option<Vec<EntryId>>, word: &str) -> Vec<Effect> {
        let overrides = |review: &Review| review.overrides().into_iter().cloned().collect::<Vec<Item>>();
        let before_step = overrides(&self.review);
        let Some(ids) = step(&mut self.review) else { return Vec::new() };
        // An entry that was taken away stood somewhere before; one that is back is somewhere now.
        let find = |state: &Self| ids.iter().find_map(|&id| state.standing.finding(id));
        let before = find(self);
        self.refresh_decisions();
        let finding = find(self).or(before);
        let known = self.comparison.as_deref().zip(finding).and_then(|(all, finding)| finding_at(all, finding));
        let text = match (known, finding) {
            (Some(known), Some(finding)) => review_words::stepped(word, &known.id, self.standing.verdict(finding)),
            _ => word.to_owned(),
        };
        self.toasts.note(text);
        if let Some(finding) = finding {
            self.select(finding);
        }
        if overrides(&self.review) == before_step { Vec::new() } else { self.compare() }
    }

    pub(super) fn refresh_decisions(&mut self) {
        self.stand();
        self.refresh();
    }
}
