//! What the window knows: the articles, the comparison, what is selected, filtered and open.
//!
//! Takes a [`Command`](super::command::Command) or what the worker says. Returns the new state and the
//! [`Effect`](super::message::Effect)s that follow, see [`update`]. Nothing here draws, waits, or touches the disk.

pub mod articles;
pub mod bars;
pub mod decide;
pub mod desk;
pub mod facts;
pub mod filling;
pub mod form;
pub mod history;
pub mod keep;
pub mod mend;
pub mod note;
pub mod note_bar;
pub mod readers;
pub mod receive;
pub mod selection;
pub mod showing;
pub mod slots;
pub mod story;
pub mod toasts;
pub mod undo;
pub mod update;

use std::path::PathBuf;
use std::sync::Arc;

use super::message::LeftBehind;
use super::middle::Middle;
use super::prefs::Prefs;
use super::reading::scene::Picked;
use crate::article::Article;
use crate::compare::{Comparison, Step};
use crate::findings::FindingKind;
use crate::gui::words::window_words;
use crate::review::{Review, Standing};
use crate::text::Span;
use crate::view::counts;
use crate::view::filter::Filter;
use crate::view::findings_list::Grouping;
use crate::view::room::{Room, room};
use crate::view::search::{Hits, SearchIndex};
use crate::wording::session_words;
use bars::{Bar, Chooser, Leave, Opening};
use history::History;
use note_bar::NoteBar;
use slots::{Slot, SlotId, Slots};
use toasts::Toasts;

/// The state of the window.
#[derive(Debug)]
pub struct State {
    /// The articles of the story.
    pub slots: Slots,
    /// What came out of comparing them.
    pub comparison: Option<Arc<Comparison>>,
    /// What a person decided.
    pub review: Review,
    /// How that is in the comparison.
    pub standing: Standing,
    /// What of it was saved last: in the session, or in a report where there is no session.
    pub saved_review: Review,
    /// The session of the story, where there is one.
    pub session: Option<SavedSession>,
    /// What keeps work from being lost.
    pub keep: Keep,
    /// Stories that were in no file when the program ended.
    pub left_behind: Vec<LeftBehind>,
    /// A session that is being read.
    pub opening: Option<Opening>,
    /// Whether the window may close although something is lost.
    pub may_quit: bool,
    /// The slots of the comparison's articles.
    pub compared: Vec<SlotId>,
    /// Changes with the comparison.
    pub revision: u64,
    /// The comparison that is wanted; answers to older ones are dropped.
    pub generation: u64,
    /// How far a comparison is that runs now.
    pub progress: Option<Step>,
    /// What the room shows of the comparison.
    pub room: Room,
    /// The line of counts.
    pub counts: Vec<counts::Count>,
    /// Changes with what the filter shows.
    pub shown_revision: u64,
    /// Which findings are shown.
    pub filter: Filter,
    /// How the list is grouped.
    pub grouping: Grouping,
    /// What the middle shows.
    pub middle: Middle,
    /// What is selected, and where it is.
    pub picked: Picked,
    /// What was selected before.
    pub history: History<Selection>,
    /// How many columns are hidden, as the room says after each frame.
    pub n_hidden: usize,
    /// Whether columns scroll together.
    pub scroll_sync: bool,
    /// Whether words that differ within the selection are shown.
    pub words: bool,
    /// The search.
    pub search: Search,
    /// What is open over the room.
    pub bar: Bar,
    /// Notes that were typed and not saved.
    drafts: Vec<NoteBar>,
    /// A chooser that has not answered yet.
    pub chooser: Option<Chooser>,
    /// What is remembered from run to run.
    pub prefs: Prefs,
    /// Messages.
    pub toasts: Toasts,
    /// How to take back what was done, the last step last.
    undo: Vec<Undo>,
    /// What to do once the session is saved.
    after_saving: Option<Leave>,
    n_choosers: u64,
    n_pasted: usize,
}

/// The journal as the window knows it.
#[derive(Debug, Default)]
pub struct Keep {
    /// Where journals of stories without a session are kept; `None` if none shall be.
    pub folder: Option<PathBuf>,
    /// The name of the journal of a story without a session.
    pub name: String,
    /// Journals whose story is in another one now.
    pub outlived: Vec<PathBuf>,
    /// The journal that is being written, and the articles in it.
    open: Option<(PathBuf, Vec<Arc<Article>>)>,
}

/// All that makes a story, but for what is shown of it.
#[derive(Clone, Debug, Default)]
pub struct Story {
    slots: Slots,
    review: Review,
    saved_review: Review,
    session: Option<SavedSession>,
}

/// The session that a story was opened from, or saved in last.
#[derive(Clone, Debug)]
pub struct SavedSession {
    /// Its file.
    pub path: PathBuf,
    /// The articles in it, in order.
    pub articles: Vec<Arc<Article>>,
}

/// One step back.
#[derive(Clone, Debug)]
pub enum Undo {
    /// Put the article back at this place, so that every letter is as it was.
    Removed(Slot, usize),
    /// Put the story back that was closed, or replaced by the articles of these slots.
    Replaced(Box<Story>, Vec<SlotId>),
    /// Read the article of this slot as it was read before.
    ReadOtherwise(SlotId, Arc<Article>),
    /// Take the last step of the review back.
    Decided,
}

/// What can be selected, named by where it is, so that it can be found again in another comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The finding of this kind that speaks of these words.
    Finding(FindingKind, Vec<(SlotId, Span)>),
    /// The claim that is here.
    Claim(SlotId, Span),
}

/// The search over all articles.
#[derive(Debug, Default)]
pub struct Search {
    /// Whether its bar is open.
    pub is_open: bool,
    /// Whether it was opened just now, so that the field takes the keys.
    pub has_opened: bool,
    /// What is searched.
    pub query: String,
    /// The articles made ready for it.
    pub index: Option<SearchIndex>,
    /// What was found.
    pub hits: Hits,
    /// The same, by article.
    pub by_article: Vec<Vec<Span>>,
    /// The place that is shown.
    pub at: Option<usize>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            slots: Slots::default(),
            comparison: None,
            review: Review::default(),
            standing: Standing::default(),
            saved_review: Review::default(),
            session: None,
            keep: Keep::default(),
            left_behind: Vec::new(),
            opening: None,
            after_saving: None,
            may_quit: false,
            compared: Vec::new(),
            revision: 0,
            generation: 0,
            progress: None,
            room: Room::default(),
            counts: Vec::new(),
            shown_revision: 0,
            filter: Filter::default(),
            grouping: Grouping::default(),
            middle: Middle::default(),
            picked: Picked::default(),
            history: History::default(),
            n_hidden: 0,
            scroll_sync: true,
            words: true,
            search: Search::default(),
            bar: Bar::default(),
            drafts: Vec::new(),
            chooser: None,
            prefs: Prefs::default(),
            toasts: Toasts::default(),
            undo: Vec::new(),
            n_choosers: 0,
            n_pasted: 0,
        }
    }
}

impl State {
    /// Returns the state at the start, with what is remembered.
    pub fn new(prefs: Prefs) -> Self {
        Self { prefs, ..Self::default() }
    }

    /// Returns whether articles are being read or compared.
    pub fn is_busy(&self) -> bool {
        self.progress.is_some() || self.opening.is_some() || self.slots.n_loading() > 0
    }

    /// Returns what is going on, and how much of it is done, 0 to 1.
    pub fn progress_text(&self) -> Option<(String, f32)> {
        if let Some(opening) = &self.opening {
            return Some((session_words::reading(&slots::file_name(&opening.path)), 0.1));
        }
        let n_all = self.slots.iter().count();
        let n_loading = self.slots.n_loading();
        if n_loading > 0 {
            let n_done = n_all - n_loading;
            let pages = self.slots.pages();
            // The pages of one document are a part of its step.
            let part = pages.map_or(0.0, |pages| pages.done as f32 / pages.all.max(1) as f32);
            let text = window_words::loading(n_done, n_all, pages);
            return Some((text, 0.7 * (n_done as f32 + part) / n_all as f32));
        }
        match self.progress? {
            Step::Analyze(idx, n) => Some((window_words::loading(idx, n, None), 0.7)),
            Step::Align => Some((window_words::ALIGNING.to_owned(), 0.75)),
            Step::Find => Some((window_words::FINDING.to_owned(), 0.9)),
        }
    }

    /// Returns the hit that is shown.
    pub fn hit(&self) -> Option<(usize, Span)> {
        self.search.hits.hits.get(self.search.at?).copied()
    }

    /// Makes what the room shows anew, after the comparison or the filter has changed.
    fn refresh(&mut self) {
        self.shown_revision += 1;
        match &self.comparison {
            Some(comparison) => {
                self.room = room(comparison, &self.standing, &self.filter, self.grouping);
                self.counts = counts::counts(comparison, &self.standing).parts();
            }
            None => self.room = Room::default(),
        }
    }
}
