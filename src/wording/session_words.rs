//! The words for sessions: saving one, opening one, and what is in none.

use std::path::Path;

use crate::review::Merged;
use crate::wording::plural;

/// Saves where it was saved before, or asks where.
pub const SAVE: &str = "Save session";
/// Saves under a chosen name.
pub const SAVE_AS: &str = "Save session as…";
/// Saves under a typed name.
pub const SAVE_TO_PATH: &str = "Save session to a path…";
/// The title of the chooser for a session's place.
pub const CHOOSE: &str = "Save session";
/// What a session's file is called in the chooser.
pub const FILES: &str = "Sessions";
/// What a session is called unless its name is chosen.
pub const FILE: &str = "story.crosscheck";
/// The name of the path's field.
pub const FIELD: &str = "Path of the session";
/// What is added to a path.
pub const HINT: &str = "Ends in .crosscheck";
/// What a session is for, where something would be lost.
pub const UNSAVED_HINT: &str =
    "A session keeps the texts, decisions and notes in one file that can be opened again; a report is for readers";
/// Says that articles are not the saved ones.
pub const OTHER_ARTICLES: &str = "The saved session has other articles";

/// Returns what follows once the question is answered: a session is opened.
pub fn then_opens(name: &str) -> String {
    format!("Then {name} opens in place of this story")
}

/// Says that a session was opened.
pub fn opened(path: &Path) -> String {
    format!("Session opened: {}", path.display())
}

/// Says that a session was saved, without the `n_failed` articles that could not be opened.
pub fn saved(path: &Path, n_failed: usize) -> String {
    let saved = format!("Session saved: {}", path.display());
    match n_failed {
        0 => saved,
        1 => format!("{saved}; the article that was not opened is not in it"),
        n => format!("{saved}; the {n} articles that were not opened are not in it"),
    }
}

/// Says that `name` was passed over, because only one session is opened at a time.
pub fn one_at_a_time(name: &str) -> String {
    format!("One session is opened at a time, and {name} was not; open it by itself")
}

/// Opens a story that was in no file when the program ended.
pub const RECOVER: &str = "Recover";
/// Above such stories on the first screen.
pub const LEFT_BEHIND: &str = "Not saved when Crosscheck ended";

/// Says that a story was in no file when the program ended.
pub fn left_behind(names: &[String]) -> String {
    format!("{LEFT_BEHIND}: {}", recent_story(names))
}

/// Returns a recent story in one line.
pub fn recent_story(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first}, {second}"),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}

/// Says that a session was opened with what was done since it was saved.
pub fn recovered(path: &Path, n_changed: usize) -> String {
    format!(
        "{}, with {} that {} not saved when Crosscheck ended",
        opened(path),
        plural(n_changed, "change"),
        if n_changed == 1 { "was" } else { "were" }
    )
}

/// Says that a story without a session is there again.
pub fn recovered_story(n_steps: usize) -> String {
    format!("Recovered with {}; save it as a session to keep it", plural(n_steps, "step"))
}

/// Says that another window works on the session.
pub fn held(path: &Path) -> String {
    format!(
        "Another window has changes of this session that are not saved; saving here would lose them: {}",
        path.display()
    )
}

/// Says that the journal beside a session does not fit it.
pub fn other_journal(path: &Path) -> String {
    format!(
        "{}; beside it lay unsaved work on another version of it, which was put aside as a .journal file",
        opened(path)
    )
}

/// Says that what is done is in no file until it is saved.
pub fn not_kept(what: &str) -> String {
    format!("What you do is not kept against a crash until you save: the journal cannot be written ({what})")
}

/// Says what came of putting two readers' sessions together: "3 words taken over, 2 the same, 1 disagreement".
pub fn merged(merged: Merged) -> String {
    format!(
        "{} taken over, {} the same, {}",
        plural(merged.n_taken, "word"),
        merged.n_same,
        plural(merged.n_other, "disagreement")
    )
}

/// Verifies the session that is saved.
pub const VERIFY: &str = "Verify session…";
/// Above what came of it.
pub const VERIFY_HEADING: &str = "Session verified";
/// Says that everything is as it was saved.
pub const VERIFIED: &str = "The same comes out: texts and findings are as they were saved";
/// Says that something else is found.
pub const VERIFIED_OTHERWISE: &str = "Something else comes out than was saved";
/// Says that there is nothing to hold the findings against.
pub const VERIFIED_NOTHING: &str =
    "The session does not say what was found when it was saved; save it once with this version to verify it later";

/// Says that a session is being verified.
pub fn verifying(name: &str) -> String {
    format!("Verifying {name}")
}

/// Says that the `n` texts are those that were saved.
pub fn same_texts(n: usize) -> String {
    match n {
        1 => "1 text has the SHA-256 that was saved with it".to_owned(),
        n => format!("{n} texts have the SHA-256 that was saved with each"),
    }
}

/// Says how many of the `n` findings that a `version` of the program saved are the same.
pub fn same_findings(n_same: usize, n: usize, version: &str) -> String {
    let this = env!("CARGO_PKG_VERSION");
    let by = match version == this {
        true => format!("Crosscheck {this}"),
        false => format!("Crosscheck {} then, {this} now", super::visible::visible(version)),
    };
    format!("{n_same} of {} are the same ({by})", plural(n, "saved finding"))
}

/// Says that a finding is said otherwise now.
pub fn said_otherwise(then: &str, now: &str) -> String {
    format!("Said otherwise now: {} / {}", super::visible::visible(then), super::visible::visible(now))
}

/// Says that a finding is not found any more.
pub fn not_found_now(line: &str) -> String {
    format!("Not found now: {}", super::visible::visible(line))
}

/// Says that a finding was not found then.
pub fn not_found_then(line: &str) -> String {
    format!("Not found then: {}", super::visible::visible(line))
}

/// Says that `n` decisions and notes have no place.
pub fn lost_places(n: usize) -> String {
    let (verb, whose) = if n == 1 { ("has", "its") } else { ("have", "their") };
    format!("{} {verb} lost {whose} place", plural(n, "decision or note"))
}

/// Says that `file` is the one that an article was read from.
pub fn is_file_of(file: &str, article: &str) -> String {
    format!("{} is the file that {} was read from", super::visible::visible(file), super::visible::visible(article))
}

/// Says that `file` is none of those that the articles were read from.
pub fn is_no_file(file: &str) -> String {
    format!("{} is none of the files that the texts were read from", super::visible::visible(file))
}

/// Says that a session is being read.
pub fn reading(name: &str) -> String {
    format!("Reading {name}")
}

/// Says that `n` decisions would be lost, from a story that was saved as a session or was not.
pub fn unsaved(n: usize, has_session: bool) -> String {
    let verb = if n == 1 { "is" } else { "are" };
    let place = if has_session { "not in the saved session" } else { "only in this window" };
    format!("{} {verb} {place}", plural(n, "decision"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_no_file_is_said_with_its_number() {
        assert_eq!(unsaved(1, false), "1 decision is only in this window");
        assert_eq!(unsaved(2, true), "2 decisions are not in the saved session");
        let path = Path::new("a.crosscheck");
        assert_eq!(saved(path, 0), "Session saved: a.crosscheck");
        assert_eq!(saved(path, 2), "Session saved: a.crosscheck; the 2 articles that were not opened are not in it");
    }
}
