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

use super::message::{Event, Job, Journaling, LeftBehind, NotSaved, Output};
use super::state::slots::Source;
use super::viewer;
use super::words::window_words;
use crate::analysis::analyze;
use crate::article::{self, Article, Pages, open};
use crate::compare::Options;
use crate::report::save::save;
use crate::review::{Review, compare_reviewed};
use crate::session::Session;
use crate::session::journal::{self, Journal};
use crate::view::report::ReportOptions;

/// What wakes the window up after something was said to it.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Sends events to the window, from any thread.
#[derive(Clone)]
pub struct EventSender {
    events: Sender<Event>,
    wake: Wake,
}

/// The window's end of the worker.
pub struct Worker {
    jobs: Sender<Job>,
    events: Receiver<Event>,
    sender: EventSender,
    wanted: Arc<AtomicU64>,
    /// How often reading was stopped.
    stopped: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl EventSender {
    /// Says `event`.
    pub fn send(&self, event: Event) {
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
        let sender = EventSender { events: said, wake };
        let wanted = Arc::new(AtomicU64::new(0));
        let stopped = Arc::new(AtomicU64::new(0));
        let (own_sender, own_wanted, own_stopped) = (sender.clone(), Arc::clone(&wanted), Arc::clone(&stopped));
        let readers = rayon::ThreadPoolBuilder::new().num_threads(n_readers()).thread_name(|_| "reader".to_owned());
        let readers = readers.build().ok();
        let thread = std::thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let mut journal = None;
            for job in to_do {
                match job {
                    Job::Journal(what) => keep(&mut journal, what, &own_sender),
                    Job::Open { .. } if readers.is_some() => {
                        let sender = own_sender.clone();
                        let wanted = Wanted::now(&own_wanted, &own_stopped);
                        let read = move || {
                            if wanted.is_read_on() {
                                run(job, &sender, &wanted);
                            }
                        };
                        if let Some(readers) = &readers {
                            readers.spawn(read);
                        }
                    }
                    job => start(job, &own_sender, &Wanted::now(&own_wanted, &own_stopped)),
                }
            }
        })?;
        Ok(Self { jobs, events, sender, wanted, stopped, thread: Some(thread) })
    }

    /// Gives it something to do.
    pub fn submit(&self, job: Job) {
        if self.jobs.send(job).is_err() {
            self.sender.send(Event::Broke { generation: None, what: "the worker has ended".to_owned() });
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
    pub fn events(&self) -> impl Iterator<Item = Event> + '_ {
        self.events.try_iter()
    }

    /// For others that speak to the window, such as choosers.
    pub fn sender(&self) -> EventSender {
        self.sender.clone()
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
fn keep(journal: &mut Option<Journal>, what: Journaling, sender: &EventSender) {
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
        sender.send(Event::NotKept { what: error.to_string() });
    }
}

/// Does `job` here, or a comparison on a thread of its own: one that is not wanted any more may take long to reach its
/// next step, and must not hold up what comes after it.
fn start(job: Job, sender: &EventSender, wanted: &Wanted) {
    if !matches!(job, Job::Compare { .. } | Job::Verify { .. } | Job::Print { .. }) {
        return run(job, sender, wanted);
    }
    let (own_sender, own_wanted) = (sender.clone(), wanted.clone());
    let thread = std::thread::Builder::new().name("comparing".to_owned());
    if let Err(error) = thread.spawn(move || run(job, &own_sender, &own_wanted)) {
        sender.send(Event::Broke {
            generation: Some(wanted.generation.load(Ordering::Relaxed)),
            what: error.to_string(),
        });
    }
}

/// Does `job`, and tells of a fault instead of ending.
fn run(job: Job, sender: &EventSender, wanted: &Wanted) {
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
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| do_job(job, sender, wanted))) else { return };
    let what = panic.downcast_ref::<String>().cloned();
    let what = what.or_else(|| panic.downcast_ref::<&str>().map(|what| (*what).to_owned())).unwrap_or_default();
    if let Some(slot) = slot {
        sender.send(Event::Opened { slot, result: Err(window_words::internal_error(&what)) });
    }
    if let Some(path) = session {
        let result = Err(window_words::internal_error(&what));
        return sender.send(Event::SessionOpened { path, result });
    }
    sender.send(Event::Broke { generation, what });
}

fn do_job(job: Job, sender: &EventSender, wanted: &Wanted) {
    match job {
        Job::Open { slot, source } => {
            let told = Cell::new(None);
            let watch = |pages: Option<Pages>| {
                if let Some(pages) = pages.filter(|_| told.replace(pages) != pages) {
                    sender.send(Event::Reading { slot, pages });
                }
                if wanted.is_read_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let result = read(&source, &watch).map(|article| Box::new(analyze(article)));
            sender.send(Event::Opened { slot, result });
        }
        Job::Compare { generation, slots, articles, review } => {
            let progress = |step| {
                if wanted.generation.load(Ordering::Relaxed) != generation {
                    return ControlFlow::Break(());
                }
                sender.send(Event::Progress { generation, step });
                ControlFlow::Continue(())
            };
            if let Some(comparison) = compare_reviewed(articles, &Options::default(), &review, &progress) {
                sender.send(Event::Compared { generation, slots, comparison: Arc::new(comparison) });
            }
        }
        Job::OpenSession { path } => {
            let result = Session::open_with_journal(&path).map(Box::new).map_err(|error| sentence(&error.to_string()));
            sender.send(Event::SessionOpened { path, result });
        }
        Job::ReadSecond { path } => {
            let result = Session::open(&path).map(Box::new).map_err(|error| sentence(&error.to_string()));
            sender.send(Event::SecondRead { path, result });
        }
        Job::Print { comparison, review } => {
            let output = Output::Report { comparison, review };
            let result = print_file().and_then(|path| save_output(&output, &path).map(|()| path));
            sender.send(Event::Printed { result: result.map(|path| (path.clone(), viewer::show(&path))) });
        }
        Job::Verify { path } => {
            let go_on = |_| ControlFlow::Continue(());
            let session = Session::open(&path).map_err(|error| sentence(&error.to_string()));
            let lines =
                session.map(|session| session.verify(&go_on).map(|verified| verified.lines()).unwrap_or_default());
            sender.send(Event::Verified { result: lines });
        }
        Job::FindLeftBehind { folder } => {
            let found = journal::left_behind(&folder).into_iter().filter_map(|path| {
                let recovered = journal::recover(&path).ok()??;
                let names = recovered.session.articles.iter().map(|article| article.label().to_owned()).collect();
                Some(LeftBehind { path, names })
            });
            sender.send(Event::LeftBehind(found.collect()));
        }
        Job::Recover { path } => {
            if let Ok(Some(recovered)) = journal::recover(&path) {
                sender.send(Event::Recovered { path, session: Box::new(recovered.session) });
            }
        }
        // Kept by the thread itself.
        Job::Journal(_) => {}
        Job::Save { path, output, may_replace } => {
            let result = if !may_replace && path.exists() {
                Err(NotSaved::Exists)
            } else {
                save_output(&output, &path).map_err(NotSaved::Failed)
            };
            sender.send(Event::Saved { path, output, result });
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

/// Writes `output` to `path`; otherwise says what happened and what to do.
fn save_output(output: &Output, path: &Path) -> Result<(), String> {
    match output {
        Output::Report { comparison, review } => {
            let review = Review::clone(review);
            let options = ReportOptions { made: Some(today()), review, ..ReportOptions::default() };
            save(path, None, comparison, &options).map_err(|error| sentence(&error.to_string()))
        }
        Output::Session(session) => session.save(path).map_err(|error| sentence(&error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::gui::state::slots::SlotId;

    fn events_of(job: Job, wanted: u64) -> Vec<Event> {
        let (said, events) = channel();
        let sender = EventSender { events: said, wake: Arc::new(|| {}) };
        run(job, &sender, &Wanted::now(&Arc::new(AtomicU64::new(wanted)), &Arc::default()));
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
