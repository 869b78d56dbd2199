//! What the parts of the window send each other, as data alone.
//!
//! A [`Command`](super::command::Command) makes the state return [`Effect`]s; one of them hands a [`Job`] to the
//! worker, which answers with [`Event`]s, as choosers do.

use std::path::PathBuf;
use std::sync::Arc;

use super::state::bars::Purpose;
use super::state::slots::{SlotId, Source};
use crate::analysis::Analysis;
use crate::article::Pages;
use crate::compare::{Comparison, Step};
use crate::review::{Deed, Review};
use crate::session::{Opened, Session};

/// Something that follows from a command outside of the state: done by the app after the frame was drawn.
#[derive(Debug)]
pub enum Effect {
    /// Give this to the worker.
    Start(Job),
    /// Reading or comparing from before this generation is not wanted any more.
    Supersede(u64),
    /// Files whose turn has not come are not to be read.
    StopReading,
    /// Show the chooser for articles; its answer names this number.
    ChooseArticles(u64),
    /// Show the chooser for the session of a second reader; its answer names this number.
    ChooseSession(u64),
    /// Show the chooser for the place of a report or a session; its answer names this number.
    ChooseTarget(u64, Purpose),
    /// Show the columns that were hidden.
    ShowHidden,
    /// Put this on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
}

/// Something to do beside the window.
#[derive(Debug)]
pub enum Job {
    /// Read an article.
    Open {
        /// Its slot.
        slot: SlotId,
        /// Where it comes from.
        source: Source,
    },
    /// Compare articles that were read.
    Compare {
        /// Which comparison this is.
        generation: u64,
        /// The slots of the articles.
        slots: Vec<SlotId>,
        /// The articles.
        articles: Vec<Analysis>,
        /// What a person mended.
        review: Arc<Review>,
    },
    /// Read a session.
    OpenSession {
        /// Its file.
        path: PathBuf,
    },
    /// Read the session of a second reader.
    ReadSecond {
        /// Its file.
        path: PathBuf,
    },
    /// Write the report to a file of its own and show it.
    Print {
        /// Of what.
        comparison: Arc<Comparison>,
        /// What a person decided about it.
        review: Arc<Review>,
    },
    /// Verify a saved session.
    Verify {
        /// Its file.
        path: PathBuf,
    },
    /// Look for stories that were in no file when the program ended.
    FindLeftBehind {
        /// Where.
        folder: PathBuf,
    },
    /// Read a story that was left behind.
    Recover {
        /// Its journal.
        path: PathBuf,
    },
    /// Keep the journal.
    Journal(Journaling),
    /// Save a report or a session.
    Save {
        /// Where; the ending names the format of a report.
        path: PathBuf,
        /// What.
        output: Output,
        /// Whether a file that is there may be replaced.
        may_replace: bool,
    },
}

/// What a journal is sent.
#[derive(Clone, Debug)]
pub enum Journaling {
    /// Something of the story is in no file.
    Begin {
        /// Where the journal is kept.
        path: PathBuf,
        /// The story.
        story: Arc<Session>,
        /// The file of its session.
        session: Option<PathBuf>,
        /// Journals that this one takes the place of.
        outlived: Vec<PathBuf>,
    },
    /// These steps were made.
    Add(Vec<Deed>),
    /// All is saved, or not wanted any more.
    End,
}

/// Something to save.
#[derive(Clone, Debug)]
pub enum Output {
    /// A report.
    Report {
        /// Of what.
        comparison: Arc<Comparison>,
        /// What a person decided about it.
        review: Arc<Review>,
    },
    /// A session.
    Session(Arc<Session>),
}

impl Output {
    /// Returns what its path is asked for.
    pub fn purpose(&self) -> Purpose {
        match self {
            Self::Report { .. } => Purpose::Report,
            Self::Session(_) => Purpose::Session,
        }
    }
}

/// What the worker or a chooser says.
#[derive(Debug)]
pub enum Event {
    /// An article was read, or could not be.
    Opened {
        /// Its slot.
        slot: SlotId,
        /// The article, or what happened and what to do.
        result: Result<Box<Analysis>, String>,
    },
    /// A document with pages is being read.
    Reading {
        /// Its slot.
        slot: SlotId,
        /// How much of it is read.
        pages: Pages,
    },
    /// A comparison goes on.
    Progress {
        /// Which.
        generation: u64,
        /// How far it is.
        step: Step,
    },
    /// A comparison is done.
    Compared {
        /// Which.
        generation: u64,
        /// The slots of its articles.
        slots: Vec<SlotId>,
        /// What came out.
        comparison: Arc<Comparison>,
    },
    /// A session was read, or could not be.
    SessionOpened {
        /// Its file.
        path: PathBuf,
        /// What is in it and beside it, or what happened and what to do.
        result: Result<Box<Opened>, String>,
    },
    /// The session of a second reader was read, or could not be.
    SecondRead {
        /// Its file.
        path: PathBuf,
        /// The session, or what happened and what to do.
        result: Result<Box<Session>, String>,
    },
    /// A report was to be shown.
    Printed {
        /// Where it is and whether a program shows it, or what happened and what to do.
        result: Result<(PathBuf, bool), String>,
    },
    /// A session was verified, or could not be.
    Verified {
        /// What came of it in sentences, or what happened and what to do.
        result: Result<Vec<String>, String>,
    },
    /// Stories that were in no file when the program ended were found.
    LeftBehind(Vec<LeftBehind>),
    /// Such a story was read.
    Recovered {
        /// Its journal.
        path: PathBuf,
        /// The story.
        session: Box<Session>,
    },
    /// The journal cannot be written.
    NotKept {
        /// What the system says.
        what: String,
    },
    /// A report or a session was saved, or could not be.
    Saved {
        /// Where.
        path: PathBuf,
        /// What.
        output: Output,
        /// What happened.
        result: Result<(), NotSaved>,
    },
    /// The worker met a fault of the program.
    Broke {
        /// The comparison that broke, if it was one.
        generation: Option<u64>,
        /// What it says.
        what: String,
    },
    /// Articles were chosen; none where there is no chooser.
    ArticlesChosen {
        /// Which chooser.
        number: u64,
        /// The files; empty where the reader changed their mind.
        paths: Option<Vec<PathBuf>>,
    },
    /// The place of a report or a session was chosen.
    TargetChosen {
        /// Which chooser.
        number: u64,
        /// The place; `None` if the reader changed their mind or there is no chooser.
        path: Option<PathBuf>,
        /// Whether there is no chooser.
        is_missing: bool,
    },
}

/// Why a report or a session was not saved.
#[derive(Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The file is there, and may not be replaced without asking.
    Exists,
    /// What happened and what to do.
    Failed(String),
}

/// A story that was in no file when the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Its journal.
    pub path: PathBuf,
    /// What its articles are called.
    pub names: Vec<String>,
}
