//! What the worker and the choosers say, taken into the state.

use std::path::PathBuf;
use std::sync::Arc;

use super::State;
use super::bars::{Bar, PathBar, Purpose};
use super::slots::{SlotId, Status};
use crate::analysis::Analysis;
use crate::compare::{Comparison, Step};
use crate::gui::command::Command;
use crate::gui::message::{Effect, Event, NotSaved, Output};
use crate::gui::reading::scene::Picked;
use crate::gui::words::window_words;
use crate::review::{Review, Standing};
use crate::view::status::n_hints;
use crate::wording::review_words;
use crate::wording::session_words;

/// Takes in what was said.
pub fn receive(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Opened { slot, result } => return state.opened(slot, result),
        Event::Reading { slot, pages } => state.slots.set_pages(slot, pages),
        Event::Progress { generation, step } => {
            if generation == state.generation && state.progress.is_some() {
                state.progress = Some(step);
            }
        }
        Event::Compared { generation, slots, comparison } => {
            if generation == state.generation {
                state.compared(slots, comparison);
            }
        }
        Event::LeftBehind(found) => {
            if let Some(first) = found.first() {
                let text = session_words::left_behind(&first.names);
                state.toasts.offer(text, session_words::RECOVER, Command::Recover(first.path.clone()));
            }
            state.left_behind = found;
        }
        Event::Recovered { path, session } => return state.recovered(&path, *session),
        Event::NotKept { what } => state.toasts.fail(session_words::not_kept(&what), None),
        Event::SessionOpened { path, result } => return state.session_opened(&path, result),
        Event::SecondRead { path, result } => return state.merge_second(&path, result),
        Event::Printed { result } => state.printed(result),
        Event::Verified { result } => state.verified(result),
        Event::Saved { path, output, result } => return state.saved(path, &output, result),
        Event::Broke { generation, what } => {
            if generation.is_none_or(|generation| generation == state.generation) {
                state.progress = None;
                state.toasts.fail(window_words::internal_error(&what), None);
            }
        }
        Event::ArticlesChosen { number, paths } => {
            if let Some(purpose) = state.takes_answer(number) {
                match paths {
                    Some(paths) if purpose == Purpose::Merge => {
                        return paths.into_iter().next().map_or_else(Vec::new, |path| state.read_second(path));
                    }
                    Some(paths) => return state.open(&paths),
                    None => state.bar = Bar::Path(PathBar::new(purpose, true)),
                }
            }
        }
        Event::TargetChosen { number, path, is_missing } => {
            if let Some(purpose) = state.takes_answer(number) {
                match path {
                    // The chooser has asked whether the file may be replaced, but only for the name that was chosen in
                    // it.
                    Some(path) => {
                        let full = purpose.with_ending(path.clone());
                        let may_replace = full == path;
                        return state.save(purpose, full, may_replace);
                    }
                    None if is_missing => state.bar = Bar::Path(PathBar::new(purpose, true)),
                    None => state.after_saving = None,
                }
            }
        }
    }
    Vec::new()
}

/// How many differences of `comparison` are no weaker hints.
fn n_counted(comparison: &Comparison) -> usize {
    comparison.findings.findings.len() - n_hints(comparison, &Standing::default())
}

impl State {
    /// What the chooser with this number was for, if its answer is waited for.
    fn takes_answer(&mut self, number: u64) -> Option<Purpose> {
        self.chooser.take_if(|chooser| chooser.number == number).map(|chooser| chooser.purpose)
    }

    fn opened(&mut self, slot: SlotId, result: Result<Box<Analysis>, String>) -> Vec<Effect> {
        let status = match result {
            Ok(analysis) => Status::Loaded(analysis),
            Err(error) => Status::Failed(error),
        };
        let error = match &status {
            Status::Failed(error) => Some(error.clone()),
            _ => None,
        };
        if !self.slots.set(slot, status) {
            return Vec::new();
        }
        if let (Some(error), Some(slot)) = (error, self.slots.get(slot)) {
            self.toasts.note(window_words::failed_label(&slot.name(), &error));
        }
        if let Some((path, n)) = self.slots.get(slot).and_then(|slot| slot.has_others()) {
            let text = window_words::holds_others(&super::slots::file_name(&path), n);
            self.toasts.offer(text, window_words::OPEN_OTHERS, Command::OpenOthers(slot));
        }
        let is_last = self.slots.n_loading() == 0;
        if !is_last || !self.has_news() || self.slots.n_loaded() == 0 {
            self.progress = self.progress.filter(|step| !matches!(step, Step::Analyze(..)));
            return Vec::new();
        }
        if self.session.is_none() {
            let files = self.slots.files();
            self.prefs.remember(&files);
        }
        self.compare()
    }

    /// Whether what was read is not what was compared last.
    pub(super) fn has_news(&self) -> bool {
        let Some(comparison) = &self.comparison else { return true };
        let known = self.compared.iter().copied().zip(&comparison.articles);
        self.slots.n_loaded() != self.compared.len()
            || self
                .slots
                .loaded()
                .zip(known)
                .any(|((id, new), (old_id, old))| id != old_id || !Arc::ptr_eq(&new.article, &old.article))
    }

    fn compared(&mut self, slots: Vec<SlotId>, comparison: Arc<Comparison>) {
        let selection = self.selection();
        let hit = self.hit().and_then(|(article, span)| Some((*self.compared.get(article)?, span)));
        let filtered = self.filter.article.and_then(|article| self.compared.get(article).copied());
        let text = window_words::compared(comparison.articles.len(), n_counted(&comparison));
        self.progress = None;
        self.filter.article = filtered.and_then(|slot| slots.iter().position(|&known| known == slot));
        self.comparison = Some(comparison);
        let n_lost = self.standing.lost.len();
        self.stand();
        self.compared = slots;
        self.revision += 1;
        self.refresh();
        if let Some(selection) = selection {
            self.revisit(&selection);
        } else {
            self.picked = Picked::default();
        }
        self.search.index = None;
        let query = std::mem::take(&mut self.search.query);
        self.find(query);
        self.search.at = hit.and_then(|(slot, span)| {
            let hits = &self.search.hits.hits;
            hits.iter().position(|&(article, at)| at == span && self.compared.get(article) == Some(&slot))
        });
        self.remember_headline();
        self.toasts.note(text);
        if self.standing.lost.len() > n_lost {
            self.toasts.tell(review_words::lost(self.standing.lost.len()));
        }
    }

    /// Says where the report is that was to be shown, and what to do where no program shows it.
    fn printed(&mut self, result: Result<(PathBuf, bool), String>) {
        self.toasts.withdraw_text(window_words::PRINTING);
        match result {
            Ok((path, true)) => self.toasts.tell(window_words::printed(&path)),
            Ok((path, false)) => {
                let copy = Command::Copy(path.display().to_string());
                self.toasts.fail(window_words::not_shown(&path), Some((window_words::COPY_PATH, copy)));
            }
            Err(error) => self.toasts.fail(error, None),
        }
    }

    fn saved(&mut self, path: PathBuf, output: &Output, result: Result<(), NotSaved>) -> Vec<Effect> {
        let purpose = output.purpose();
        let is_typed = matches!(&self.bar, Bar::Path(bar) if bar.purpose == purpose);
        match result {
            Ok(()) => {
                if is_typed {
                    self.bar = Bar::None;
                }
                match output {
                    Output::Session(session) => return self.session_saved(path, session),
                    Output::Report { review, .. } => {
                        // A report cannot be opened again: where there is a session, only that keeps decisions.
                        if self.session.is_none() {
                            self.saved_review = Review::clone(review);
                        }
                        self.toasts.tell(window_words::saved(&path));
                    }
                }
            }
            Err(NotSaved::Exists) => {
                let text = path.display().to_string();
                let bar = PathBar { text, exists: Some(path), ..PathBar::new(purpose, false) };
                if is_typed || self.bar.is_none() {
                    self.bar = Bar::Path(bar);
                }
            }
            Err(NotSaved::Failed(error)) => {
                self.after_saving = None;
                let again = match purpose {
                    Purpose::Session => Command::SaveSessionAs,
                    Purpose::Open | Purpose::Merge | Purpose::Report => Command::SaveReport,
                };
                let again = self.bar.is_none().then_some((window_words::CHOOSE_OTHER, again));
                self.toasts.fail(error, again);
            }
        }
        Vec::new()
    }
}
