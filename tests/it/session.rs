//! Sessions of the samples: what is in one, without the files it came from, is the whole story.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crosscheck::compare::lookup::finding_at;
use crosscheck::findings::FindingIndex;
use crosscheck::report::{Format, render};
use crosscheck::review::{Anchor, Review, Standing, Verdict};
use crosscheck::session::Session;
use crosscheck::view::report::ReportOptions;

use crate::program::run_in;
use crate::stories;

/// The session of a sample, its first finding decided.
fn decided(folder: &Path) -> Session {
    let articles = stories::articles(folder);
    let comparison = stories::compared(&articles);
    let mut review = Review::default();
    review.decide(
        None,
        Anchor::new(&comparison, finding_at(&comparison, FindingIndex(0)).unwrap()),
        Some(Verdict::Scope),
    );
    let id = review.entries().next().map(|(id, _)| id);
    review.note(id, Anchor::new(&comparison, finding_at(&comparison, FindingIndex(0)).unwrap()), "asked the city");
    Session { articles, review, ..Session::default() }
}

#[test]
fn an_opened_session_gives_the_same_report() {
    for folder in stories::folders() {
        let mut session = decided(&folder);
        // The places on the disk are not kept.
        for article in &mut session.articles {
            Arc::make_mut(article).path = None;
        }
        let opened = Session::from_bytes(&session.to_bytes()).unwrap();
        let report = |session: &Session| {
            let comparison = stories::compared(&session.articles);
            assert!(Standing::new(&session.review, &comparison).lost.is_empty());
            let options = ReportOptions { review: session.review.clone(), ..ReportOptions::default() };
            Format::ALL.map(|format| render(format, &comparison, &options))
        };
        assert!(report(&session) == report(&opened), "{}", folder.display());
    }
}

#[test]
fn a_failed_save_leaves_the_session_that_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.crosscheck");
    let session = decided(&stories::folders()[0]);
    session.save(&path).unwrap();
    assert_eq!(Session::open(&path).unwrap().to_bytes(), session.to_bytes());
    let error = session.save(&folder.path().join("gone/story.crosscheck")).unwrap_err().to_string();
    assert!(error.starts_with("the session was not saved: its folder does not exist"), "{error}");
    assert_eq!(Session::open(&path).unwrap().to_bytes(), session.to_bytes());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
}

#[test]
fn the_commands_take_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let mut folders = stories::folders().into_iter();
    let sessions = [decided(&folders.next().unwrap()), decided(&folders.next().unwrap())];
    for (name, session) in ["first.crosscheck", "second.crosscheck"].iter().zip(&sessions) {
        session.save(&folder.path().join(name)).unwrap();
    }
    let one = run_in(folder.path(), &["compare", "first.crosscheck"], b"").expect(1);
    assert!(one.stdout.contains("asked the city") && one.stderr.is_empty(), "{}", one.stderr);
    let both = run_in(folder.path(), &["compare", "first.crosscheck", "second.crosscheck"], b"").expect(1);
    assert_eq!(both.stdout.matches("asked the city").count(), 2, "{}", both.stdout);
    let read = run_in(folder.path(), &["read", "--format", "json", "first.crosscheck"], b"").expect(0);
    assert_eq!(read.stdout.lines().count(), sessions[0].articles.len());

    let whole = fs::read(folder.path().join("first.crosscheck")).unwrap();
    fs::write(folder.path().join("cut.crosscheck"), &whole[..whole.len() / 2]).unwrap();
    let cut = run_in(folder.path(), &["compare", "cut.crosscheck", "second.crosscheck"], b"").expect(2);
    assert!(cut.stderr.starts_with("crosscheck: this session is damaged"), "{}", cut.stderr);
    assert!(cut.stdout.contains("asked the city"), "the other one goes on");
    let over = ["compare", "second.crosscheck", "-o", "second.crosscheck"];
    run_in(folder.path(), &over, b"").expect(2);
    assert!(Session::open(&folder.path().join("second.crosscheck")).is_ok(), "a report never replaces a session");
}

#[test]
fn the_report_of_a_session_has_its_decisions_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    decided(&stories::folders()[0]).save(&folder.path().join("story.crosscheck")).unwrap();
    let outputs: Vec<String> = Format::ALL.iter().map(|format| format!("out.{}", format.ending())).collect();
    let mut arguments = vec!["report", "story.crosscheck", "--reviewer", "A. Desk"];
    arguments.extend(outputs.iter().flat_map(|output| ["-o", output.as_str()]));
    let run = run_in(folder.path(), &arguments, b"").expect(1);
    assert!(run.stdout.is_empty() && run.stderr.is_empty(), "{}{}", run.stdout, run.stderr);
    for (format, output) in Format::ALL.into_iter().zip(&outputs) {
        let words = crate::docx::words_of(format, &fs::read(folder.path().join(output)).unwrap());
        assert!(words.contains("asked the city"), "{format:?}");
        assert!(!words.contains(env!("CARGO_MANIFEST_DIR")), "{format:?} tells where the articles were");
    }
    let printed = run_in(folder.path(), &["report", "story.crosscheck"], b"").expect(1);
    assert!(printed.stdout.contains("asked the city"));
    let refused = run_in(folder.path(), &["report", "story.crosscheck", "-o", "story.crosscheck"], b"").expect(2);
    assert!(refused.stderr.contains("its format is not known"), "{}", refused.stderr);
    run_in(folder.path(), &["report", "gone.crosscheck"], b"").expect(2);
}

#[test]
fn a_session_is_verified_with_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let sample = &stories::folders()[0];
    let mut files: Vec<String> = fs::read_dir(sample)
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .filter(|path| path.ends_with(".txt") || path.ends_with(".md") || path.ends_with(".html"))
        .collect();
    files.sort();
    let mut compare = vec!["compare"];
    compare.extend(files.iter().map(String::as_str));
    compare.extend(["--session", "story.crosscheck"]);
    run_in(folder.path(), &compare, b"").expect(1);

    let mut verify = vec!["verify", "story.crosscheck"];
    verify.extend(files.iter().map(String::as_str));
    let verified = run_in(folder.path(), &verify, b"").expect(0);
    assert!(verified.stdout.starts_with("The same comes out"), "{}", verified.stdout);
    assert_eq!(verified.stdout.matches("is the file that").count(), files.len(), "{}", verified.stdout);

    // Another file, another finding, another text.
    fs::write(folder.path().join("other.txt"), "Three men fled.").unwrap();
    let other = run_in(folder.path(), &["verify", "story.crosscheck", "other.txt"], b"").expect(1);
    assert!(other.stdout.contains("other.txt is none of the files"), "{}", other.stdout);
    let whole = fs::read_to_string(folder.path().join("story.crosscheck")).unwrap();
    let at = whole.find("\"found\"").unwrap();
    let changed =
        format!("{}{}", &whole[..at], whole[at..].replacen("\"certainty\": \"high\"", "\"certainty\": \"low\"", 1));
    assert_ne!(changed, whole);
    fs::write(folder.path().join("changed.crosscheck"), changed).unwrap();
    let changed = run_in(folder.path(), &["verify", "changed.crosscheck"], b"").expect(1);
    assert!(changed.stdout.contains("Said otherwise now: F"), "{}", changed.stdout);
    let forged = whole.replacen(" the ", " thy ", 1);
    fs::write(folder.path().join("forged.crosscheck"), forged).unwrap();
    let forged = run_in(folder.path(), &["verify", "forged.crosscheck"], b"").expect(2);
    assert!(forged.stderr.contains("was changed since it was saved"), "{}", forged.stderr);
}
