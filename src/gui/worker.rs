//! What works beside the window: one thread that saves, some that read files, and one for each comparison.
//!
//! Takes [`Job`]s. Returns [`Event`]s, each followed by a repaint. Jobs are done in order, but for files, of which
//! several are read at once; those that nobody wants any more when their turn comes are not read. A comparison that a
//! newer one has superseded stops at its next step, and its answer is not sent. A fault of the program inside a job is
//! caught and reported.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::state::bars::Purpose;
use super::state::keep::LeftBehind;
use super::state::receive::{Event, NotSaved};
use super::state::slots::{SlotId, Source};
use super::viewer;
use super::words::window_words;
use crate::analysis::{Analysis, analyze};
use crate::article::{self, Article, Pages, open};
use crate::compare::{Comparison, Options};
use crate::report::save::save;
use crate::review::{Deed, Review, compare_reviewed};
use crate::session::Session;
use crate::session::journal::{self, Journal};
use crate::view::report::ReportOptions;

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

    fn save(&self, path: &Path) -> Result<(), String> {
        match self {
            Self::Report { comparison, review } => {
                let review = Review::clone(review);
                let options = ReportOptions { made: Some(today()), review, ..ReportOptions::default() };
                save(path, None, comparison, &options).map_err(|error| sentence(&error.to_string()))
            }
            Self::Session(session) => session.save(path).map_err(|error| sentence(&error.to_string())),
        }
    }
}

/// What wakes the window up after something was said to it.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Sends events to the window, from any thread.
#[derive(Clone)]
pub struct Speaker {
    events: Sender<Event>,
    wake: Wake,
}

/// The window's end of the worker.
pub struct Worker {
    jobs: Sender<Job>,
    events: Receiver<Event>,
    speaker: Speaker,
    wanted: Arc<AtomicU64>,
    /// How often reading was stopped.
    stopped: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Speaker {
    /// Says `event`.
    pub fn say(&self, event: Event) {
        // The window may be gone; then nobody needs to know.
        let _ = self.events.send(event);
        (self.wake)();
    }
}

impl Worker {
    /// Starts the thread. `wake` is called after every event.
    ///
    /// # Errors
    /// When the system grants no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, to_do) = channel::<Job>();
        let (said, events) = channel();
        let speaker = Speaker { events: said, wake };
        let wanted = Arc::new(AtomicU64::new(0));
        let stopped = Arc::new(AtomicU64::new(0));
        let (own_speaker, own_wanted, own_stopped) = (speaker.clone(), Arc::clone(&wanted), Arc::clone(&stopped));
        let readers = rayon::ThreadPoolBuilder::new().num_threads(n_readers()).thread_name(|_| "reader".to_owned());
        let readers = readers.build().ok();
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let mut journal = None;
            for job in to_do {
                match job {
                    Job::Journal(what) => keep(&mut journal, what, &own_speaker),
                    Job::Open { .. } if readers.is_some() => {
                        let speaker = own_speaker.clone();
                        let wanted = Wanted::now(&own_wanted, &own_stopped);
                        let read = move || {
                            if wanted.is_read_on() {
                                run(job, &speaker, &wanted);
                            }
                        };
                        if let Some(readers) = &readers {
                            readers.spawn(read);
                        }
                    }
                    job => start(job, &own_speaker, &Wanted::now(&own_wanted, &own_stopped)),
                }
            }
        })?;
        Ok(Self { jobs, events, speaker, wanted, stopped, thread: Some(thread) })
    }

    /// Gives it something to do.
    pub fn give(&self, job: Job) {
        if self.jobs.send(job).is_err() {
            self.speaker.say(Event::Broke { generation: None, what: "the worker has ended".to_owned() });
        }
    }

    /// Does what was given to it and ends; what is given later is not done.
    pub fn finish(&mut self) {
        self.jobs = channel().0;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// From now on only comparison `generation` is wanted.
    pub fn supersede(&self, generation: u64) {
        self.wanted.store(generation, Ordering::Relaxed);
    }

    /// Files whose turn has not come are not read, and those that are read in a process of their own not to their end.
    pub fn stop_reading(&self) {
        self.stopped.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns what was said since last time.
    pub fn heard(&self) -> impl Iterator<Item = Event> + '_ {
        self.events.try_iter()
    }

    /// For others that speak to the window, such as choosers.
    pub fn speaker(&self) -> Speaker {
        self.speaker.clone()
    }
}

/// What is still wanted of a job.
#[derive(Clone)]
struct Wanted {
    /// The comparison that is.
    generation: Arc<AtomicU64>,
    /// How often reading was stopped.
    stopped: Arc<AtomicU64>,
    /// How often it was before the job was given.
    before: u64,
}

impl Wanted {
    fn now(generation: &Arc<AtomicU64>, stopped: &Arc<AtomicU64>) -> Self {
        let before = stopped.load(Ordering::Relaxed);
        Self { generation: Arc::clone(generation), stopped: Arc::clone(stopped), before }
    }

    /// Whether the files that were to be read when the job was given still are.
    fn is_read_on(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) == self.before
    }
}

/// How many files are read at once: documents are read in processes of their own, and the window needs its share.
fn n_readers() -> usize {
    std::thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 4))
}

/// Keeps `journal` as it is sent; that it cannot be written is said once.
fn keep(journal: &mut Option<Journal>, what: Journaling, speaker: &Speaker) {
    let done = match what {
        Journaling::Begin { path, story, session, outlived } => match Journal::begin(&path, &story, session.as_deref())
        {
            Ok(begun) => {
                let before = journal.replace(begun);
                if let Some(before) = before.filter(|before| before.path() != path) {
                    before.end();
                }
                outlived.iter().filter(|old| **old != path).for_each(|old| journal::forget(old));
                Ok(())
            }
            Err(error) => Err(error),
        },
        Journaling::Add(deeds) => journal.as_mut().map_or(Ok(()), |journal| journal.add(&deeds)),
        Journaling::End => {
            if let Some(journal) = journal.take() {
                journal.end();
            }
            Ok(())
        }
    };
    if let Err(error) = done {
        // Without a journal the story is kept in the window as ever.
        *journal = None;
        speaker.say(Event::NotKept { what: error.to_string() });
    }
}

/// Does `job` here, or a comparison on a thread of its own: one that is not wanted any more may take long to reach its
/// next step, and must not hold up what comes after it.
fn start(job: Job, speaker: &Speaker, wanted: &Wanted) {
    if !matches!(job, Job::Compare { .. } | Job::Verify { .. } | Job::Print { .. }) {
        return run(job, speaker, wanted);
    }
    let (own_speaker, own_wanted) = (speaker.clone(), wanted.clone());
    let thread = std::thread::Builder::new().name("comparing".to_owned());
    if let Err(error) = thread.spawn(move || run(job, &own_speaker, &own_wanted)) {
        speaker
            .say(Event::Broke { generation: Some(wanted.generation.load(Ordering::Relaxed)), what: error.to_string() });
    }
}

/// Does `job`, and tells of a fault instead of ending.
fn run(job: Job, speaker: &Speaker, wanted: &Wanted) {
    let (slot, generation) = match &job {
        Job::Open { slot, .. } => (Some(*slot), None),
        Job::Compare { generation, .. } => (None, Some(*generation)),
        Job::OpenSession { .. }
        | Job::ReadSecond { .. }
        | Job::Verify { .. }
        | Job::Print { .. }
        | Job::Save { .. }
        | Job::FindLeftBehind { .. }
        | Job::Recover { .. }
        | Job::Journal(_) => (None, None),
    };
    let session = match &job {
        Job::OpenSession { path } => Some(path.clone()),
        _ => None,
    };
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| do_job(job, speaker, wanted))) else { return };
    let what = panic.downcast_ref::<String>().cloned();
    let what = what.or_else(|| panic.downcast_ref::<&str>().map(|what| (*what).to_owned())).unwrap_or_default();
    if let Some(slot) = slot {
        speaker.say(Event::Opened { slot, result: Err(window_words::internal_error(&what)) });
    }
    if let Some(path) = session {
        let result = Err(window_words::internal_error(&what));
        return speaker.say(Event::SessionOpened { path, result });
    }
    speaker.say(Event::Broke { generation, what });
}

fn do_job(job: Job, speaker: &Speaker, wanted: &Wanted) {
    match job {
        Job::Open { slot, source } => {
            let told = Cell::new(None);
            let watch = |pages: Option<Pages>| {
                if let Some(pages) = pages.filter(|_| told.replace(pages) != pages) {
                    speaker.say(Event::Reading { slot, pages });
                }
                if wanted.is_read_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let result = read(&source, &watch).map(|article| Box::new(analyze(article)));
            speaker.say(Event::Opened { slot, result });
        }
        Job::Compare { generation, slots, articles, review } => {
            let progress = |step| {
                if wanted.generation.load(Ordering::Relaxed) != generation {
                    return ControlFlow::Break(());
                }
                speaker.say(Event::Progress { generation, step });
                ControlFlow::Continue(())
            };
            if let Some(comparison) = compare_reviewed(articles, &Options::default(), &review, &progress) {
                speaker.say(Event::Compared { generation, slots, comparison: Arc::new(comparison) });
            }
        }
        Job::OpenSession { path } => {
            let result = Session::open_with_journal(&path).map(Box::new).map_err(|error| sentence(&error.to_string()));
            speaker.say(Event::SessionOpened { path, result });
        }
        Job::ReadSecond { path } => {
            let result = Session::open(&path).map(Box::new).map_err(|error| sentence(&error.to_string()));
            speaker.say(Event::SecondRead { path, result });
        }
        Job::Print { comparison, review } => {
            let output = Output::Report { comparison, review };
            let result = print_file().and_then(|path| output.save(&path).map(|()| path));
            speaker.say(Event::Printed { result: result.map(|path| (path.clone(), viewer::show(&path))) });
        }
        Job::Verify { path } => {
            let go_on = |_| ControlFlow::Continue(());
            let session = Session::open(&path).map_err(|error| sentence(&error.to_string()));
            let lines =
                session.map(|session| session.verify(&go_on).map(|verified| verified.lines()).unwrap_or_default());
            speaker.say(Event::Verified { result: lines });
        }
        Job::FindLeftBehind { folder } => {
            let found = journal::left_behind(&folder).into_iter().filter_map(|path| {
                let recovered = journal::recover(&path).ok()??;
                let names = recovered.session.articles.iter().map(|article| article.label().to_owned()).collect();
                Some(LeftBehind { path, names })
            });
            speaker.say(Event::LeftBehind(found.collect()));
        }
        Job::Recover { path } => {
            if let Ok(Some(recovered)) = journal::recover(&path) {
                speaker.say(Event::Recovered { path, session: Box::new(recovered.session) });
            }
        }
        // Kept by the thread itself.
        Job::Journal(_) => {}
        Job::Save { path, output, may_replace } => {
            let result = if !may_replace && path.exists() {
                Err(NotSaved::Exists)
            } else {
                output.save(&path).map_err(NotSaved::Failed)
            };
            speaker.say(Event::Saved { path, output, result });
        }
    }
}

/// The place of a report that is to be shown: in a new folder for temporary files that nobody else may look into. It
/// stays there: the program that shows it may read it later.
fn print_file() -> Result<PathBuf, String> {
    let folder = tempfile::Builder::new().prefix("crosscheck-").tempdir();
    folder
        .map(|folder| folder.keep().join(window_words::REPORT_FILE))
        .map_err(|error| window_words::not_printed(&error))
}

fn read(source: &Source, watch: open::Watch<'_>) -> Result<Arc<Article>, String> {
    match source {
        Source::File(path) => {
            open::open_watched(path, watch).map(Arc::new).map_err(|error| sentence(&error.to_string()))
        }
        Source::Part(path, part) => {
            let all = open::open_all_watched(path, watch).map_err(|error| sentence(&error.to_string()))?;
            let article = all.into_iter().nth(*part);
            article.map(Arc::new).ok_or_else(|| window_words::no_such_part(*part + 1))
        }
        Source::Text(article) => Ok(Arc::clone(article)),
        Source::BuiltIn(name, bytes) => {
            article::read(bytes, name).map(Arc::new).map_err(|error| sentence(&error.to_string()))
        }
    }
}

/// The day of today, by universal time.
fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

/// An error as a sentence of its own: it begins with a capital.
fn sentence(error: &str) -> String {
    let mut chars = error.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events_of(job: Job, wanted: u64) -> Vec<Event> {
        let (said, events) = channel();
        let speaker = Speaker { events: said, wake: Arc::new(|| {}) };
        run(job, &speaker, &Wanted::now(&Arc::new(AtomicU64::new(wanted)), &Arc::default()));
        events.try_iter().collect()
    }

    #[test]
    fn a_missing_file_is_a_sentence() {
        let source = Source::File(PathBuf::from("/nonexistent/a.txt"));
        let events = events_of(Job::Open { slot: SlotId(1), source }, 0);
        let [Event::Opened { result: Err(error), .. }] = &events[..] else { panic!("{events:?}") };
        assert!(error.starts_with(char::is_uppercase) && error.ends_with("/nonexistent/a.txt"), "{error}");
    }

    #[test]
    fn a_superseded_comparison_says_nothing() {
        let article = Arc::new(Article::from_text("a", "Three men fled."));
        let job = || Job::Compare {
            generation: 3,
            slots: vec![SlotId(1)],
            articles: vec![analyze(Arc::clone(&article))],
            review: Arc::default(),
        };
        assert!(events_of(job(), 4).is_empty());
        let events = events_of(job(), 3);
        assert!(matches!(events.last(), Some(Event::Compared { generation: 3, .. })), "{events:?}");
    }
}
