//! The story as a whole: closed, put back, opened from a session, and saved as one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bars::{Bar, Leave, Opening, PathBar, Purpose};
use super::slots::{Slot, SlotId, Slots, Source, Status, file_name};
use super::{SavedSession, State, Story, Undo};
use crate::article::Article;
use crate::gui::command::Command;
use crate::gui::message::{Effect, Job, Output};
use crate::gui::middle::Middle;
use crate::gui::reading::scene::Picked;
use crate::gui::words::window_words;
use crate::review::Review;
use crate::session::{Beside, Found, Opened, Session};
use crate::view::filter::Filter;
use crate::view::room::Room;
use crate::wording::session_words;

/// What would be lost with the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// The number of decisions.
    Decisions(usize),
    /// Articles that came to the story or left it since its session was saved.
    Articles,
}

impl State {
    /// Returns what of the story is in no file; `None` if nothing would be lost.
    pub fn unsaved(&self) -> Option<Unsaved> {
        let n_decisions = self.review.n_changed_since(&self.saved_review);
        if n_decisions > 0 {
            return Some(Unsaved::Decisions(n_decisions));
        }
        let session = self.session.as_ref()?;
        let is_whole = self.slots.n_loading() > 0
            || (self.slots.n_loaded() == session.articles.len() && self.articles().zip(&session.articles).all(is_same));
        (!is_whole).then_some(Unsaved::Articles)
    }

    /// Closes the story, or asks before something would be lost.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        self.leave_or_ask(Leave::CloseStory)
    }

    /// Closes the window, or asks.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        self.leave_or_ask(Leave::Quit)
    }

    /// Opens a session in place of the story, or asks.
    pub(super) fn open_session(&mut self, opening: Opening) -> Vec<Effect> {
        self.leave_or_ask(Leave::Open(opening))
    }

    fn leave_or_ask(&mut self, leave: Leave) -> Vec<Effect> {
        if self.unsaved().is_some() {
            self.bar = Bar::Unsaved(leave);
            return Vec::new();
        }
        self.leave(leave)
    }

    /// Leaves as was asked, whatever is lost.
    pub(super) fn leave_anyway(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.bar) {
            Bar::Unsaved(leave) => self.leave(leave),
            _ => Vec::new(),
        }
    }

    /// Saves the session and leaves once it is saved.
    pub(super) fn save_and_leave(&mut self) -> Vec<Effect> {
        let Bar::Unsaved(leave) = std::mem::take(&mut self.bar) else { return Vec::new() };
        self.after_saving = Some(leave);
        self.save_session()
    }

    fn leave(&mut self, leave: Leave) -> Vec<Effect> {
        match leave {
            Leave::Quit => {
                self.may_quit = true;
                vec![Effect::Quit]
            }
            Leave::CloseStory => self.close_story(),
            Leave::Open(opening) => {
                let path = opening.path.clone();
                self.bar = Bar::None;
                self.opening = Some(opening);
                vec![Effect::Start(Job::OpenSession { path })]
            }
        }
    }

    fn close_story(&mut self) -> Vec<Effect> {
        let closed = self.exchange(Story::default());
        if !closed.slots.is_empty() {
            self.remember(Undo::Replaced(Box::new(closed), Vec::new()));
            self.toasts.offer(window_words::STORY_CLOSED, window_words::UNDO, Command::Undo);
        }
        self.bar = Bar::None;
        self.begin_anew()
    }

    /// Takes in the session in the file at `path`, or why it could not be read.
    pub(super) fn session_opened(&mut self, path: &Path, result: Result<Box<Opened>, String>) -> Vec<Effect> {
        let Some(opening) = self.opening.take_if(|opening| opening.path == path) else { return Vec::new() };
        let mut effects = match result {
            Ok(opened) => self.take_in(opening.path, *opened),
            Err(error) => {
                self.toasts.fail(error, None);
                Vec::new()
            }
        };
        effects.extend(self.add_files(opening.files));
        effects
    }

    fn take_in(&mut self, path: PathBuf, opened: Opened) -> Vec<Effect> {
        let Opened { session: Session { articles: saved_articles, review: saved_review, .. }, since, journal } = opened;
        self.prefs.remember_session(&path);
        let text = match (&since, journal) {
            (Some(since), _) => session_words::recovered(&path, since.review.n_changed_since(&saved_review)),
            (None, Beside::Held) => session_words::held(&path),
            (None, Beside::Other) => session_words::other_journal(&path),
            (None, _) => session_words::opened(&path),
        };
        let (articles, review) = match since {
            // An article that is as it was saved is the same one.
            Some(since) => {
                let saved = |article: Arc<Article>| {
                    saved_articles.iter().find(|saved| **saved == article).cloned().unwrap_or(article)
                };
                (since.articles.into_iter().map(saved).collect(), since.review)
            }
            None => (saved_articles.clone(), saved_review.clone()),
        };
        let saved = SavedSession { path, articles: saved_articles };
        let story = Story { slots: Slots::default(), saved_review, review, session: Some(saved) };
        self.take_story(story, articles, text)
    }

    /// Takes in a story that was left behind.
    pub(super) fn recovered(&mut self, path: &Path, session: Session) -> Vec<Effect> {
        let Session { articles, review, .. } = session;
        let text = session_words::recovered_story(review.n_steps());
        let story = Story { slots: Slots::default(), saved_review: Review::default(), review, session: None };
        let effects = self.take_story(story, articles, text);
        // It is written anew under a name of its own before the old one goes.
        self.keep.outlived.push(path.to_owned());
        effects
    }

    /// Puts `story` with `articles` in place of the one that is there, and says `text`.
    fn take_story(&mut self, story: Story, articles: Vec<Arc<Article>>, text: String) -> Vec<Effect> {
        let n_steps = story.review.n_steps();
        let before = self.exchange(story);
        let mut effects = self.begin_anew();
        effects.extend(self.add(articles.into_iter().map(Source::Text)));
        let has_before = !before.slots.is_empty();
        if has_before || self.can_undo() {
            let by = self.slots.iter().map(|slot| slot.id).collect();
            self.remember(Undo::Replaced(Box::new(before), by));
        }
        // The steps of the story that is opened come after it.
        for _ in 0..n_steps {
            self.remember(Undo::Decided);
        }
        if has_before {
            self.toasts.offer(text, window_words::UNDO, Command::Undo);
        } else {
            self.toasts.tell(text);
        }
        effects
    }

    /// Puts a story back that was closed, or replaced `by` these slots.
    pub(super) fn put_back(&mut self, story: Story, by: &[SlotId]) -> Vec<Effect> {
        // What was decided since is taken back already: it came later. What was opened since is behind what was there
        // first.
        let since: Vec<Slot> = self.slots.iter().filter(|slot| !by.contains(&slot.id)).cloned().collect();
        self.exchange(story);
        let unread = self.slots.iter().filter(|slot| matches!(slot.status, Status::Loading));
        let unread: Vec<Effect> =
            unread.map(|slot| Effect::Start(Job::Open { slot: slot.id, source: slot.source.clone() })).collect();
        for slot in since {
            self.slots.insert(slot, usize::MAX);
        }
        let mut effects = self.compare();
        effects.extend(unread);
        effects
    }

    /// Saves the session where it was saved before, or asks where.
    pub(super) fn save_session(&mut self) -> Vec<Effect> {
        match &self.session {
            Some(saved) => self.save_session_at(saved.path.clone(), true),
            None => self.choose(Purpose::Session),
        }
    }

    /// Returns the bar for the session's path, with the one it has.
    pub(super) fn session_bar(&self) -> PathBar {
        let bar = PathBar::new(Purpose::Session, false);
        match &self.session {
            Some(saved) => PathBar { text: saved.path.display().to_string(), ..bar },
            None => bar,
        }
    }

    /// Saves the session at `path`.
    pub(super) fn save_session_at(&self, path: PathBuf, may_replace: bool) -> Vec<Effect> {
        let session =
            Session { articles: self.articles().cloned().collect(), review: self.review.clone(), found: self.found() };
        if session.articles.is_empty() {
            return Vec::new();
        }
        vec![Effect::Start(Job::Save { path, output: Output::Session(Arc::new(session)), may_replace })]
    }

    /// Takes in that `session` is saved at `path` now.
    pub(super) fn session_saved(&mut self, path: PathBuf, session: &Session) -> Vec<Effect> {
        self.toasts.tell(session_words::saved(&path, self.slots.failed().count()));
        self.prefs.remember_session(&path);
        // The story may have been closed, or another opened, while this one was being written.
        let is_this = self.articles().any(|article| session.articles.iter().any(|saved| is_same((article, saved))));
        if !is_this {
            return Vec::new();
        }
        self.prefs.forget(&self.slots.files());
        self.saved_review = session.review.clone();
        self.session = Some(SavedSession { path, articles: session.articles.clone() });
        self.remember_headline();
        let mut effects = Vec::new();
        if let Some(leave) = self.after_saving.take() {
            effects.extend(self.leave_or_ask(leave));
        }
        effects
    }

    /// What was found in the articles as they are now; `None` if they are being compared.
    fn found(&self) -> Option<Found> {
        let comparison = self.comparison.as_ref().filter(|_| !self.is_busy() && !self.has_news())?;
        Some(Found::of(comparison))
    }

    /// Has the session verified as it was saved.
    pub(super) fn verify(&mut self) -> Vec<Effect> {
        let Some(saved) = &self.session else { return Vec::new() };
        self.toasts.tell(session_words::verifying(&file_name(&saved.path)));
        vec![Effect::Start(Job::Verify { path: saved.path.clone() })]
    }

    /// Shows what came of it.
    pub(super) fn verified(&mut self, result: Result<Vec<String>, String>) {
        match result {
            Ok(lines) => {
                if let Some(first) = lines.first() {
                    self.toasts.note(first.clone());
                }
                self.keep_draft();
                self.bar = Bar::Verified(lines);
            }
            Err(error) => self.toasts.fail(error, None),
        }
    }

    pub(super) fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.slots.loaded().map(|(_, analysis)| &analysis.article)
    }

    /// Puts `story` in place of the one that is there, which is returned.
    fn exchange(&mut self, story: Story) -> Story {
        let slots = self.slots.clone();
        self.slots.replace(story.slots);
        Story {
            slots,
            review: std::mem::replace(&mut self.review, story.review),
            saved_review: std::mem::replace(&mut self.saved_review, story.saved_review),
            session: std::mem::replace(&mut self.session, story.session),
        }
    }

    /// Shows nothing of the comparison before, nor of one that still runs.
    fn begin_anew(&mut self) -> Vec<Effect> {
        self.generation += 1;
        self.progress = None;
        self.drafts.clear();
        self.forget_comparison();
        vec![Effect::Supersede(self.generation)]
    }

    /// Shows no comparison any more.
    pub(super) fn forget_comparison(&mut self) {
        self.comparison = None;
        self.stand();
        self.compared.clear();
        self.counts.clear();
        self.picked = Picked::default();
        self.history.clear();
        self.search = Default::default();
        self.room = Room::default();
        self.middle = Middle::default();
        self.filter = Filter::default();
        self.revision += 1;
        self.shown_revision += 1;
    }

    /// Returns the window's title.
    pub fn title(&self) -> String {
        let names = match self.session_name() {
            Some(name) => vec![name],
            None => self.articles().map(|article| article.label().to_owned()).collect(),
        };
        window_words::title(&names, self.unsaved().is_some())
    }
}

fn is_same((one, other): (&Arc<Article>, &Arc<Article>)) -> bool {
    Arc::ptr_eq(one, other)
}
