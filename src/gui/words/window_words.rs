//! The words of the window around the reading room: commands, questions, errors, and what is announced.

use std::path::Path;

use crate::article::Pages;
use crate::wording::look::{letter, letters};
use crate::wording::{excerpt, session_words};

/// The program's name.
pub const NAME: &str = "Crosscheck";

/// What the program is for, on the welcome screen.
pub const PURPOSE: &str = "See where articles about one story differ, figures first";

/// What the welcome screen says of dropping.
pub const DROP_HINT: &str = "Or drop files on this window · paste with Ctrl+V · type a path with Ctrl+L";

/// What the program keeps to itself.
pub const OFFLINE: &str =
    "Works offline · never changes your articles · text, web pages, Word, PDF, e-books, mail, sessions";

/// The heading above the recent stories.
pub const RECENT: &str = "Recent stories";

/// The heading of the drop area while files are over the window.
pub const DROP_HERE: &str = "Drop to add to the story";

/// The first-run hint of the reading room.
pub const FIRST_HINT: &str = "F8 leads to the next difference, F7 back; 1 to 5 decide it and lead on. Select marked words to see what every article says. F1 shows the keys.";

/// Takes the hint away.
pub const DISMISS: &str = "Dismiss";

/// The heading of the paste bar.
pub const PASTE_HEADING: &str = "Paste an article";

/// The name of the paste bar's text field.
pub const PASTE_TEXT: &str = "Text of the article";

/// Names of the fields of the paste bar.
pub const PASTE_OUTLET: &str = "Outlet";
/// The date field.
pub const PASTE_DATE: &str = "Date";
/// The form of a date.
pub const PASTE_DATE_HINT: &str = "year-month-day";
/// The address field.
pub const PASTE_ADDRESS: &str = "Address";
/// What the paste bar says of a date that cannot be read.
pub const PASTE_BAD_DATE: &str = "Write the date as year-month-day, such as 2026-11-24";
/// Adds what was pasted.
pub const PASTE_ADD: &str = "Add article";
/// What the paste bar says without text.
pub const PASTE_EMPTY: &str = "Paste or type the text of one article";

/// Which key saves what is written in an editor.
pub const SAVING_KEY: &str = "Ctrl+Enter saves";
/// The name of the menu of verdicts.
pub const DECIDE: &str = "Decide";
/// Closes a bar.
pub const CANCEL: &str = "Cancel";

/// The name of the typed path's field.
pub const PATH_FIELD: &str = "Path of a file";
/// The hint of the typed path's field.
pub const PATH_HINT: &str = "A path, or several with ; between them";
/// Opens the typed path.
pub const PATH_OPEN: &str = "Open";
/// Why a path must be typed.
pub const NO_CHOOSER: &str =
    "No file chooser is available on this system (install xdg-desktop-portal-gtk or zenity). Type the path:";
/// The name of the report's path field.
pub const SAVE_FIELD: &str = "Path of the report";
/// Which endings there are.
pub const SAVE_HINT: &str = "Ends in .html, .docx, .md, .xlsx, .csv, .json or .txt";
/// Saves to the typed path.
pub const SAVE_DO: &str = "Save";
/// Replaces a file that exists.
pub const SAVE_REPLACE: &str = "Replace it";

/// Says that a chooser was asked for and has not come.
pub const WAITING_CHOOSER: &str = "Waiting for the file chooser";
/// Types a path instead.
pub const TYPE_INSTEAD: &str = "Type a path instead";
/// Forgets the chooser.
pub const FORGET_CHOOSER: &str = "Forget it";

/// Tries a file again.
pub const RETRY: &str = "Try again";
/// Takes an article away.
pub const REMOVE: &str = "Remove";
/// Shows a failed save again.
pub const CHOOSE_OTHER: &str = "Choose another name";
/// Compares again after a stop.
pub const COMPARE_AGAIN: &str = "Compare";

/// The name of the command palette's field.
pub const PALETTE_FIELD: &str = "Type a command";
/// What the palette says when nothing fits.
pub const PALETTE_EMPTY: &str = "No command fits";
/// The heading of the help on keys.
pub const KEYS_HEADING: &str = "Keys";
/// The heading of the signs.
pub const SIGNS_HEADING: &str = "Signs";
/// The heading of the messages.
pub const LOG_HEADING: &str = "Messages";
/// What the list of messages says when it is empty.
pub const LOG_EMPTY: &str = "No messages yet";
/// Closes a window.
pub const CLOSE: &str = "Close";
/// Keys that act without a command's name.
pub const OTHER_KEYS: [(&str, &str); 6] = [
    ("Ctrl+V", "Paste an article, anywhere but in a text field"),
    ("↑ ↓ Page Up Page Down Home End", "Scroll the articles, in step where they say the same"),
    ("← →", "Bring columns beyond the edge into view, first those of what is selected"),
    ("Tab, Shift+Tab", "Go to the next or previous control"),
    ("Enter", "Press the control that has the focus; next place while searching"),
    ("Esc", "Close what is open, or select nothing"),
];

/// The window's title; what is in no file is marked.
pub fn title(names: &[String], is_unsaved: bool) -> String {
    let mark = if is_unsaved { "• " } else { "" };
    match names {
        [] => NAME.to_owned(),
        [one] => format!("{mark}{one} – {NAME}"),
        [first, rest @ ..] => format!("{mark}{first} and {} more – {NAME}", rest.len()),
    }
}

/// A recent story by its headline, where that is known, and its files.
pub fn recent_story_by(headline: Option<&str>, names: &[String]) -> String {
    match headline {
        Some(headline) => format!("{} ({})", excerpt(headline, 60), session_words::recent_story(names)),
        None => session_words::recent_story(names),
    }
}

/// How far the work is.
pub fn loading(n_done: usize, n_all: usize, pages: Option<Pages>) -> String {
    let article = format!("Reading article {} of {n_all}", (n_done + 1).min(n_all));
    match pages {
        Some(Pages { done, all }) => format!("{article}, page {} of {all}", (done + 1).min(all)),
        None => article,
    }
}

/// The steps of a comparison.
pub const ALIGNING: &str = "Aligning claims";
/// The last step.
pub const FINDING: &str = "Looking for differences";

/// Says that a comparison is there.
pub fn compared(n_articles: usize, n_findings: usize) -> String {
    let articles = if n_articles == 1 { "1 article".to_owned() } else { format!("{n_articles} articles") };
    let findings = if n_findings == 1 { "1 finding".to_owned() } else { format!("{n_findings} findings") };
    format!("{articles} compared, {findings}")
}

/// Says that the work was stopped.
pub const STOPPED: &str = "Comparing was stopped";

/// Says that files were not read to their end.
pub const READING_STOPPED: &str = "Reading was stopped; open again what is missing";
/// Says that something was copied.
pub const COPIED: &str = "Copied";

/// Says that a file is there already.
pub fn already_open(name: &str) -> String {
    format!("{name} is already part of the story")
}

/// Says why a folder was not opened, as a sentence.
pub fn not_opened(error: &str) -> String {
    let mut chars = error.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Takes the last step back.
pub const UNDO: &str = "Undo";
/// Says that a story was closed.
pub const STORY_CLOSED: &str = "The story was closed";
/// Says that a closed story is open again.
pub const STORY_BACK: &str = "The story is open again";

/// Says that an article was taken away; `moved` is the letter it had, as an index, and how many articles there were,
/// where others have moved up.
pub fn removed(name: &str, moved: Option<(usize, usize)>) -> String {
    let gone = format!("{name} was removed from the story");
    let Some((idx, n_articles)) = moved.filter(|(idx, n_articles)| idx + 1 < *n_articles) else { return gone };
    let (before, now) = (idx + 1..n_articles, idx..n_articles - 1);
    match before.len() {
        1 => format!("{gone}; {} is {} now", letter(before.start), letter(now.start)),
        2 => {
            let [before, now] = [before, now].map(|range| letters(&range.collect::<Vec<_>>()));
            format!("{gone}; {before} are {now} now")
        }
        _ => {
            let [before, now] =
                [before, now].map(|range| format!("{} to {}", letter(range.start), letter(range.end - 1)));
            format!("{gone}; {before} are {now} now")
        }
    }
}

/// Says that an article is back.
pub fn brought_back(name: &str) -> String {
    format!("{name} is back in its place")
}

/// Says that an article is read again as it was before.
pub fn read_as_before(name: &str) -> String {
    format!("{name} is read as before")
}

/// Says that a report was saved.
pub fn saved(path: &Path) -> String {
    format!("Report saved: {}", path.display())
}

/// Says that a report's path exists already.
pub fn exists(path: &Path) -> String {
    format!("This file exists already: {}", path.display())
}

/// Says that the program is at fault.
pub fn internal_error(what: &str) -> String {
    format!("Internal error, your work is kept: this is a bug in {NAME} ({what})")
}

/// What an error card is called.
pub fn failed_label(name: &str, error: &str) -> String {
    format!("{name} was not opened: {error}")
}

/// What a report is called unless its name is chosen.
pub const REPORT_FILE: &str = "crosscheck-report.html";

/// The name of an article that was pasted without an outlet.
pub fn pasted(number: usize) -> String {
    format!("Pasted text {number}")
}

/// What is in the first line of a chip of an article that is being read.
pub const READING: &str = "reading";

/// The title of the chooser for articles.
pub const CHOOSE_ARTICLES: &str = "Open articles";
/// The title of the chooser for a report's place.
pub const CHOOSE_TARGET: &str = "Save report";
/// What files of articles are called in the chooser.
pub const ARTICLE_FILES: &str = "Articles (text, web pages, Word, PDF, mail …) and sessions";
/// What all files are called in the chooser.
pub const ALL_FILES: &str = "All files";

/// What a format is called in the chooser.
pub fn format_name(format: &str) -> &'static str {
    match format {
        "html" => "Web page",
        "docx" => "Word document",
        "md" => "Markdown",
        "xlsx" => "Working sheet",
        "csv" => "Table (CSV)",
        "json" => "JSON",
        "jsonld" => "Web Annotation",
        "xml" => "TEI",
        _ => "Text",
    }
}

/// The heading of what was read of an article.
pub const READING_HEADING: &str = "What was read";
/// Shows only blocks that were left out.
pub const ONLY_LEFT_OUT: &str = "Only what was left out";
/// Leaves a block out.
pub const LEAVE_OUT: &str = "Leave out";
/// Brings a block back that was left out.
pub const BRING_BACK: &str = "Bring back";
/// Reads an article again as at first.
pub const READ_AGAIN: &str = "Read again";
/// What that does.
pub const READ_AGAIN_HINT: &str =
    "Reads the file again as at first; blocks left out or brought back by hand are forgotten";

/// What is known of an article and can be changed by hand, in the order of the fields.
pub const DETAILS: [&str; 7] = ["Title", "Outlet", "Byline", "Published", "Address", "Archived at", "Retrieved"];

/// Shows the report to be printed.
pub const PRINT_REPORT: &str = "Print report…";
/// Says that this is being done.
pub const PRINTING: &str = "The report is opened to be printed";
/// Copies the place of a file.
pub const COPY_PATH: &str = "Copy the path";

/// Says that the report is shown, and where it is.
pub fn printed(path: &Path) -> String {
    format!("The report is open in your viewer: print it there ({})", path.display())
}

/// Says that no program shows the report, and where it is.
pub fn not_shown(path: &Path) -> String {
    format!("No program of this system opened the report; open it yourself and print it: {}", path.display())
}

/// Says that the report to be printed could not be written.
pub fn not_printed(error: &std::io::Error) -> String {
    format!("The report was not printed: no temporary file could be made ({error}); save it and print that")
}

/// Says that there are no words on the clipboard.
pub const NOTHING_TO_PASTE: &str = "There is no text on the clipboard to paste; copy the article's words first";
/// Says that what was pasted went into the article that is in the bar.
pub const PASTE_JOINED: &str = "What you pasted was added to this article";
/// Takes it out again and makes an article of it.
pub const PASTE_APART: &str = "Make it an article of its own";
/// Says that what was pasted was not taken, and why.
pub const PASTE_REFUSED: &str = "The next article was not pasted: first mend the date of this one, then paste again";

/// Opens the other articles of a file.
pub const OPEN_OTHERS: &str = "Open the others";

/// What is said of a file that holds several articles, of which the first is open.
pub fn holds_others(name: &str, n: usize) -> String {
    format!("{name} holds {n} articles; the first is open")
}

/// What is said where a file no longer holds its article number `n`.
pub fn no_such_part(n: usize) -> String {
    format!("The file no longer holds an article number {n}; open it again to see what it holds")
}

/// The name of the tab with the reading of the article with this letter.
pub fn reading_of(letter: &str) -> String {
    format!("What was read of {letter}")
}

/// Shows hidden columns.
pub const SHOW_HIDDEN: &str = "Show hidden articles";

/// Says that columns are hidden.
pub fn hidden(n: usize) -> String {
    if n == 1 { "1 article hidden".to_owned() } else { format!("{n} articles hidden") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removal_says_which_letters_moved_up() {
        let check = |moved, expected: &str| {
            assert_eq!(removed("Post", moved), format!("Post was removed from the story{expected}"));
        };
        check(None, "");
        check(Some((2, 3)), "");
        check(Some((1, 3)), "; C is B now");
        check(Some((0, 3)), "; B and C are A and B now");
        check(Some((1, 6)), "; C to F are B to E now");
    }
}
