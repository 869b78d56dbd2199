//! What keeps work from being lost: after every step, what has to be written to the journal.

use std::path::PathBuf;
use std::sync::Arc;

use super::State;
use super::slots::file_name;
use crate::article::Article;
use crate::gui::message::{Effect, Job, Journaling};
use crate::session::{Session, journal};

impl State {
    /// Returns what follows for the journal from what was done last.
    pub fn keep(&mut self) -> Vec<Effect> {
        let news = self.review.take_news();
        // While articles are read the story is not whole.
        if self.slots.n_loading() > 0 || self.opening.is_some() {
            if news.is_empty() {
                return Vec::new();
            }
            return vec![Effect::Start(Job::Journal(Journaling::Add(news)))];
        }
        let wanted = self.unsaved().is_some().then(|| self.journal_path()).flatten();
        let articles: Vec<Arc<Article>> = self.slots.loaded().map(|(_, one)| Arc::clone(&one.article)).collect();
        let Some(path) = wanted.filter(|_| !articles.is_empty()) else {
            return match self.keep.open.take() {
                Some(_) => vec![Effect::Start(Job::Journal(Journaling::End))],
                None => Vec::new(),
            };
        };
        let is_same = |(known, of): &(PathBuf, Vec<Arc<Article>>)| {
            *known == path && of.len() == articles.len() && of.iter().zip(&articles).all(|(a, b)| Arc::ptr_eq(a, b))
        };
        if self.keep.open.as_ref().is_some_and(is_same) {
            return match news.is_empty() {
                true => Vec::new(),
                false => vec![Effect::Start(Job::Journal(Journaling::Add(news)))],
            };
        }
        let story = Arc::new(Session { articles: articles.clone(), review: self.review.clone(), found: None });
        let session = self.session.as_ref().map(|session| session.path.clone());
        self.keep.open = Some((path.clone(), articles));
        let outlived = std::mem::take(&mut self.keep.outlived);
        vec![Effect::Start(Job::Journal(Journaling::Begin { path, story, session, outlived }))]
    }

    fn journal_path(&self) -> Option<PathBuf> {
        match &self.session {
            Some(session) => Some(journal::path_of(&session.path)),
            None => Some(self.keep.folder.as_ref()?.join(&self.keep.name)),
        }
    }

    /// Opens the story that was left behind at `path` in place of the one that is there.
    pub(super) fn recover(&mut self, path: PathBuf) -> Vec<Effect> {
        self.left_behind.retain(|one| one.path != path);
        self.toasts.withdraw(crate::wording::session_words::RECOVER);
        vec![Effect::Start(Job::Recover { path })]
    }

    /// Remembers what the story is called, for the list of recent ones.
    pub(super) fn remember_headline(&mut self) {
        let files = match &self.session {
            Some(session) => vec![session.path.clone()],
            None => self.slots.files(),
        };
        let mut titles = self.slots.loaded().filter_map(|(_, one)| one.article.details.title.clone());
        let headline = titles.next();
        self.prefs.remember_headline(&files, headline.as_deref());
    }

    /// Returns the name of the file of the session, where there is one.
    pub(super) fn session_name(&self) -> Option<String> {
        self.session.as_ref().map(|session| file_name(&session.path))
    }
}
