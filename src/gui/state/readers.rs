//! A second reader's session put into this one, and what the two say otherwise settled.

use std::path::{Path, PathBuf};

use super::State;
use super::bars::Bar;
use super::slots::file_name;
use crate::gui::message::Effect;
use crate::gui::message::Job;
use crate::review::{EntryId, Item, Review};
use crate::session::Session;
use crate::view::readers::disputes;
use crate::wording::{desk_words, session_words};

impl State {
    /// Has the second reader's session at `path` read.
    pub(super) fn read_second(&mut self, path: PathBuf) -> Vec<Effect> {
        self.bar = Bar::None;
        vec![Effect::Start(Job::ReadSecond { path })]
    }

    /// Puts what the second reader said into the review, as one step, and shows where the two disagree; or says why
    /// that cannot be.
    pub(super) fn merge_second(&mut self, path: &Path, result: Result<Box<Session>, String>) -> Vec<Effect> {
        let second = match result {
            Ok(second) => second,
            Err(error) => {
                self.toasts.fail(error, None);
                return Vec::new();
            }
        };
        let mut session =
            Session { articles: self.articles().cloned().collect(), review: self.review.clone(), found: None };
        let merged = match session.merge(&second) {
            Ok(merged) => merged,
            Err(other) => {
                self.toasts.fail(desk_words::not_merged(&other.to_string(), &file_name(path)), None);
                return Vec::new();
            }
        };
        self.toasts.tell(session_words::merged(merged));
        let has_changed = session.review.n_steps() != self.review.n_steps();
        let effects = self.review_step(|review| {
            *review = session.review;
            has_changed
        });
        if merged.n_other > 0 && self.bar.is_none() {
            self.bar = Bar::Readers;
        }
        effects
    }

    /// Shows where the readers disagree.
    pub(super) fn show_readers(&mut self) {
        self.keep_draft();
        self.bar = Bar::Readers;
    }

    /// Leaves the first reader's word.
    pub(super) fn keep_first(&mut self, entry: EntryId) -> Vec<Effect> {
        self.settle(|review| review.keep_first(entry), desk_words::KEPT)
    }

    /// Puts the second reader's word in its place.
    pub(super) fn take_second(&mut self, entry: EntryId) -> Vec<Effect> {
        self.settle(|review| review.take_second(entry), desk_words::TAKEN)
    }

    fn settle(&mut self, step: impl FnOnce(&mut Review) -> bool, said: &str) -> Vec<Effect> {
        let effects = self.review_step(step);
        self.toasts.tell_step(said);
        let is_settled = self.comparison.as_ref().is_none_or(|all| disputes(all, &self.standing).is_empty());
        if is_settled && self.bar == Bar::Readers {
            self.bar = Bar::None;
            self.toasts.tell_step(desk_words::ALL_SETTLED);
        }
        effects
    }

    /// Does `step`, which returns whether the review changed; compares again where links, figures or facts are others
    /// then.
    fn review_step(&mut self, step: impl FnOnce(&mut Review) -> bool) -> Vec<Effect> {
        let overrides = |review: &Review| review.overrides().into_iter().cloned().collect::<Vec<Item>>();
        let before = overrides(&self.review);
        if !step(&mut self.review) {
            return Vec::new();
        }
        self.remember_decision();
        self.refresh_decisions();
        if overrides(&self.review) == before { Vec::new() } else { self.compare() }
    }
}
