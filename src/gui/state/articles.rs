//! The articles of the story: opened, read otherwise, removed, compared.

use std::path::PathBuf;
use std::sync::Arc;

use super::bars::{Bar, Opening};
use super::slots::{SlotId, Source, Status};
use super::{State, Undo};
use crate::article::{Article, open};
use crate::compare::Step;
use crate::gui::command::Command;
use crate::gui::message::{Effect, Job};
use crate::gui::words::window_words;
use crate::session;
use crate::wording::session_words;

impl State {
    /// Adds the articles at `paths`; a session among them takes the place of the story first.
    pub(super) fn open(&mut self, paths: &[PathBuf]) -> Vec<Effect> {
        let mut found = Vec::new();
        // A folder stands for the articles in it.
        for path in open::files(paths) {
            match path {
                Ok(path) => found.push(path),
                Err(error) => self.toasts.fail(window_words::not_opened(&error.to_string()), None),
            }
        }
        let paths = found;
        let (sessions, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| session::is_session(path));
        let mut sessions = sessions.into_iter();
        let Some(path) = sessions.next() else { return self.add_files(files) };
        for other in sessions {
            self.toasts.fail(session_words::one_at_a_time(&super::slots::file_name(&other)), None);
        }
        self.open_session(Opening { path, files })
    }

    /// Adds the files at `paths`, but for those that are there already.
    pub(super) fn add_files(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        let mut sources = Vec::new();
        for path in paths {
            if self.slots.holds(&path) || sources.contains(&path) {
                self.toasts.tell(window_words::already_open(&super::slots::file_name(&path)));
            } else {
                sources.push(path);
            }
        }
        self.add(sources.into_iter().map(Source::File))
    }

    /// Adds articles that are to be read.
    pub(super) fn add(&mut self, sources: impl Iterator<Item = Source>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for source in sources {
            let id = self.slots.add(source.clone());
            effects.push(Effect::Start(Job::Open { slot: id, source }));
        }
        if !effects.is_empty() {
            self.bar = Bar::None;
            self.toasts.withdraw_text(window_words::STORY_CLOSED);
        }
        effects
    }

    pub(super) fn add_paste(&mut self) -> Vec<Effect> {
        let Bar::Paste(paste) = &self.bar else { return Vec::new() };
        if !paste.is_ready() {
            return Vec::new();
        }
        let article = paste.article(window_words::pasted(self.n_pasted + 1));
        self.n_pasted += 1;
        self.add(std::iter::once(Source::Text(article)))
    }

    /// Adds the article in the paste bar without what was pasted into it last, which stays in the bar.
    pub(super) fn part_paste(&mut self) -> Vec<Effect> {
        let Bar::Paste(paste) = &self.bar else { return Vec::new() };
        let Some((first, second)) = paste.apart() else { return Vec::new() };
        if !first.is_ready() {
            return Vec::new();
        }
        self.bar = Bar::Paste(first);
        let effects = self.add_paste();
        self.bar = Bar::Paste(second);
        effects
    }

    pub(super) fn retry(&mut self, id: SlotId) -> Vec<Effect> {
        let Some(source) = self.slots.get(id).map(|slot| slot.source.clone()) else { return Vec::new() };
        self.slots.set(id, Status::Loading);
        vec![Effect::Start(Job::Open { slot: id, source })]
    }

    /// Opens the other articles of the file that the article of `id` came from, each once.
    pub(super) fn open_others(&mut self, id: SlotId) -> Vec<Effect> {
        let Some((path, n)) = self.slots.get(id).and_then(|slot| slot.has_others()) else { return Vec::new() };
        let is_there = |part: usize| {
            let is_it =
                |source: &Source| matches!(source, Source::Part(other, known) if *other == path && *known == part);
            self.slots.iter().any(|slot| is_it(&slot.source))
        };
        let parts: Vec<usize> = (1..n).filter(|part| !is_there(*part)).collect();
        self.add(parts.into_iter().map(|part| Source::Part(path.clone(), part)))
    }

    /// Puts another reading of an article in its place.
    pub(super) fn read_otherwise(
        &mut self,
        id: SlotId,
        change: impl FnOnce(&Article) -> Option<Article>,
    ) -> Vec<Effect> {
        let analysis = self.slots.loaded().find(|(known, _)| *known == id).map(|(_, analysis)| analysis);
        let Some(before) = analysis.map(|analysis| Arc::clone(&analysis.article)) else { return Vec::new() };
        let Some(article) = change(&before) else { return Vec::new() };
        self.remember(Undo::ReadOtherwise(id, before));
        self.progress = Some(Step::Analyze(0, 1));
        vec![Effect::Start(Job::Open { slot: id, source: Source::Text(Arc::new(article)) })]
    }

    pub(super) fn remove(&mut self, id: SlotId) -> Vec<Effect> {
        let letters = |state: &Self| state.slots.loaded().map(|(id, _)| id).collect::<Vec<_>>();
        let before = letters(self);
        let Some((slot, at)) = self.slots.remove(id) else { return Vec::new() };
        if self.bar == Bar::Reading(id) {
            self.bar = Bar::None;
        }
        let is_loaded = matches!(slot.status, Status::Loaded(_));
        // Where it is not the last, the others have another letter now.
        let first_moved = before.iter().position(|&known| known == id).filter(|&idx| idx + 1 < before.len());
        let text = window_words::removed(&slot.name(), first_moved.map(|idx| (idx, before.len())));
        self.toasts.offer(text, window_words::UNDO, Command::Undo);
        self.remember(Undo::Removed(slot, at));
        if is_loaded { self.compare() } else { Vec::new() }
    }

    /// Compares what is loaded, in place of any comparison that runs.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        self.generation += 1;
        let mut effects = vec![Effect::Supersede(self.generation)];
        let (slots, articles): (Vec<_>, Vec<_>) =
            self.slots.loaded().map(|(id, analysis)| (id, analysis.clone())).unzip();
        if articles.is_empty() {
            self.progress = None;
            self.forget_comparison();
        } else {
            self.progress = Some(Step::Align);
            let generation = self.generation;
            let review = Arc::new(self.review.clone());
            effects.push(Effect::Start(Job::Compare { generation, slots, articles, review }));
        }
        effects
    }

    pub(super) fn stop(&mut self) -> Vec<Effect> {
        if !self.is_busy() {
            return Vec::new();
        }
        let is_reading = self.opening.is_some() || self.slots.n_loading() > 0;
        self.generation += 1;
        self.progress = None;
        self.opening = None;
        self.slots.drop_loading();
        let text = if is_reading { window_words::READING_STOPPED } else { window_words::STOPPED };
        if self.slots.loaded().next().is_some() {
            self.toasts.offer(text, window_words::COMPARE_AGAIN, Command::Compare);
        } else {
            self.toasts.tell(text);
        }
        vec![Effect::Supersede(self.generation), Effect::StopReading]
    }

    /// Opens the files at place `idx` of the recent ones again.
    pub(super) fn open_recent(&mut self, idx: usize) -> Vec<Effect> {
        let paths = self.prefs.recent.get(idx).cloned().unwrap_or_default();
        self.open(&paths)
    }

    /// Removes the article at `idx` of the comparison.
    pub(super) fn remove_article(&mut self, idx: usize) -> Vec<Effect> {
        self.compared.get(idx).copied().map_or_else(Vec::new, |id| self.remove(id))
    }

    /// Shows what was read of the selected article, or of the first.
    pub(super) fn show_reading(&mut self) {
        let article = self.picked.claim.map_or(0, |claim| claim.article);
        if let Some(&slot) = self.compared.get(article) {
            self.bar = Bar::Reading(slot);
        }
    }
}
