//! Choosing files with the system's own chooser.
//!
//! The dialog is made on the window's thread, as macOS asks, and waited for on a short-lived one, so that an open
//! dialog holds nothing up. On Linux `pick_files` gives nothing only where no chooser could be shown, and an empty list
//! where the reader changed their mind. `save_file` does not tell these apart; there the log of
//! [rfd](https://docs.rs/rfd) does: when the last chooser it knows could not be started it says so.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use log::{Level, LevelFilter, Log, Metadata, Record};
use rfd::{AsyncFileDialog, FileHandle};

use super::message::Event;
use super::state::bars::Purpose;
use super::worker::EventSender;
use crate::gui::words::window_words;
use crate::report::Format;
use crate::session;
use crate::wording::{desk_words, session_words};

/// Endings of files that are likely articles, and of sessions.
const ARTICLES: &[&str] = &[
    "txt",
    "text",
    "md",
    "markdown",
    "html",
    "htm",
    "xhtml",
    "mhtml",
    "mht",
    "webarchive",
    "docx",
    "odt",
    "rtf",
    "epub",
    "pdf",
    "eml",
    session::ENDING,
];

/// Shows the chooser for articles.
pub fn choose_articles(number: u64, sender: &EventSender) {
    let dialog = AsyncFileDialog::new()
        .set_title(window_words::CHOOSE_ARTICLES)
        .add_filter(window_words::ARTICLE_FILES, ARTICLES)
        .add_filter(window_words::ALL_FILES, &["*"])
        .pick_files();
    wait(sender, move || {
        let paths = pollster::block_on(dialog).map(|files| files.iter().map(path_of).collect());
        Event::ArticlesChosen { number, paths }
    });
}

/// Shows the chooser for the session of a second reader. One file is wanted; the chooser for several is the one that
/// tells "no chooser" from "none chosen", and the first of its files is taken.
pub fn choose_session(number: u64, sender: &EventSender) {
    let dialog = AsyncFileDialog::new()
        .set_title(desk_words::CHOOSE_SECOND)
        .add_filter(session_words::FILES, &[session::ENDING])
        .pick_files();
    wait(sender, move || {
        let paths = pollster::block_on(dialog).map(|files| files.iter().map(path_of).collect());
        Event::ArticlesChosen { number, paths }
    });
}

/// Shows the chooser for the place of a session, or else of a report.
pub fn choose_target(number: u64, purpose: Purpose, sender: &EventSender) {
    HAS_FAILED.store(false, Ordering::Relaxed);
    let dialog = AsyncFileDialog::new();
    let dialog = if purpose == Purpose::Session {
        let dialog = dialog.set_title(session_words::CHOOSE).set_file_name(session_words::FILE);
        dialog.add_filter(session_words::FILES, &[session::ENDING])
    } else {
        let dialog = dialog.set_title(window_words::CHOOSE_TARGET).set_file_name(window_words::REPORT_FILE);
        Format::ALL.into_iter().fold(dialog, |dialog, format| {
            dialog.add_filter(window_words::format_name(format.ending()), &[format.ending()])
        })
    };
    let dialog = dialog.save_file();
    wait(sender, move || {
        let path = pollster::block_on(dialog).map(|file| path_of(&file));
        let is_missing = path.is_none() && HAS_FAILED.load(Ordering::Relaxed);
        Event::TargetChosen { number, path, is_missing }
    });
}

fn path_of(file: &FileHandle) -> PathBuf {
    file.path().to_owned()
}

fn wait(sender: &EventSender, answer: impl FnOnce() -> Event + Send + 'static) {
    let own = sender.clone();
    let started = std::thread::Builder::new().name("chooser".to_owned()).spawn(move || own.send(answer()));
    if let Err(error) = started {
        sender.send(Event::Broke { generation: None, what: error.to_string() });
    }
}

/// Whether no chooser could be shown since one was asked for last.
static HAS_FAILED: AtomicBool = AtomicBool::new(false);

/// Hears when no chooser could be shown. Everything else that is logged is passed over.
struct Ear;

impl Ear {
    fn is_no_chooser(record: &Record<'_>) -> bool {
        record.level() == Level::Error
            && record.target().starts_with("rfd")
            && record.args().to_string().contains("with zenity:")
    }
}

impl Log for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() == Level::Error
    }

    fn log(&self, record: &Record<'_>) {
        if Self::is_no_chooser(record) {
            HAS_FAILED.store(true, Ordering::Relaxed);
        }
    }

    fn flush(&self) {}
}

/// Begins to listen to the log.
pub fn listen() {
    // Another logger may be there already in tests; then choosers that fail look like a change of mind.
    if log::set_logger(&Ear).is_ok() {
        log::set_max_level(LevelFilter::Error);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_choosers_failure_counts() {
        let check = |level, target, text: &str| {
            let args = format_args!("{text}").to_string();
            Ear::is_no_chooser(&Record::builder().level(level).target(target).args(format_args!("{args}")).build())
        };
        let failed = "Failed to save file with zenity: No such file or directory (os error 2)";
        assert!(check(Level::Error, "rfd::backend::xdg_desktop_portal", failed));
        assert!(!check(Level::Warn, "rfd::backend::xdg_desktop_portal", failed));
        assert!(!check(Level::Error, "winit", failed));
        assert!(!check(Level::Error, "rfd::backend", "Failed to connect to session bus"));
    }
}
