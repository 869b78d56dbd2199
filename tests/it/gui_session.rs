//! Sessions in the window: saved, opened without their files, exchanged for another story, and never lost without a question.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crosscheck::gui::command::Command;
use crosscheck::gui::message::Event as Heard;
use crosscheck::gui::state::State;
use crosscheck::gui::state::bars::{Bar, Chooser, Leave, Purpose};
use crosscheck::gui::state::story::Unsaved;
use crosscheck::gui::words::window_words;
use crosscheck::review::Verdict;
use crosscheck::session::Session;
use crosscheck::wording::{review_words, session_words};
use egui::{Id, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::gui_shell::{Stage, obey, opened, sample, settle, state};

const TWO: [&str; 2] = ["harbour-wire.txt", "meridian-post.html"];

/// Draws frames until `is_so`.
fn wait(stage: &mut Stage, is_so: impl Fn(&State) -> bool) {
    let start = Instant::now();
    while !is_so(state(stage)) {
        assert!(start.elapsed() < Duration::from_secs(60), "waited in vain");
        std::thread::sleep(Duration::from_millis(5));
        stage.step();
    }
    settle(stage);
}

fn decide_first(stage: &mut Stage, verdict: Verdict) {
    obey(stage, Command::NextFinding);
    obey(stage, Command::Decide(Some(verdict)));
}

fn save_at(stage: &mut Stage, path: &Path) {
    obey(stage, Command::TypeSessionPath);
    obey(stage, Command::EditPath(path.display().to_string()));
    obey(stage, Command::AcceptPath(false));
    wait(stage, |state| state.unsaved().is_none() && state.session.is_some());
}

fn n_decided(stage: &mut Stage) -> usize {
    let state = state(stage);
    state.standing.n_decided(state.room.list.n_differences)
}

fn n_articles(stage: &mut Stage) -> usize {
    state(stage).compared.len()
}

#[test]
fn a_saved_session_opens_without_its_files_and_saves_again_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let copies: Vec<PathBuf> = TWO.iter().map(|name| folder.path().join(name)).collect();
    for (name, copy) in TWO.iter().zip(&copies) {
        fs::copy(sample(name), copy).unwrap();
    }
    let mut stage = opened(&[]);
    obey(&mut stage, Command::OpenPaths(copies.clone()));
    decide_first(&mut stage, Verdict::Conflict);
    assert_eq!(state(&mut stage).unsaved(), Some(Unsaved::Decisions(1)));
    save_at(&mut stage, &folder.path().join("story"));
    let path = folder.path().join("story.crosscheck");
    assert_eq!(state(&mut stage).session.as_ref().unwrap().path, path, "it has its ending");
    obey(&mut stage, Command::CloseStory);
    assert!(state(&mut stage).slots.is_empty(), "nothing is lost, so nothing is asked");
    for copy in copies {
        fs::remove_file(copy).unwrap();
    }

    obey(&mut stage, Command::OpenPaths(vec![path.clone()]));
    assert_eq!((n_articles(&mut stage), n_decided(&mut stage)), (2, 1));
    assert_eq!(state(&mut stage).unsaved(), None);
    assert_eq!(state(&mut stage).prefs.recent[0], std::slice::from_ref(&path));
    decide_first(&mut stage, Verdict::Update);
    stage.get_by_label_contains(", decided: update");
    stage.key_press_modifiers(Modifiers::COMMAND, Key::S);
    stage.run_steps(3);
    wait(&mut stage, |state| state.unsaved().is_none());
    let saved = Session::open(&path).unwrap().review;
    let verdicts: Vec<_> = saved.entries().map(|(_, entry)| entry.decision.verdict).collect();
    assert_eq!(verdicts, [Some(Verdict::Update)]);
}

#[test]
fn a_session_takes_the_place_of_the_story_after_a_question_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.crosscheck");
    let mut stage = opened(&TWO);
    save_at(&mut stage, &path);
    obey(&mut stage, Command::CloseStory);

    let three = ["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"];
    obey(&mut stage, Command::OpenPaths(three.iter().map(|name| sample(name)).collect()));
    decide_first(&mut stage, Verdict::Conflict);
    obey(&mut stage, Command::OpenPaths(vec![path.clone(), sample("northgate-herald.md")]));
    assert!(matches!(state(&mut stage).bar, Bar::Unsaved(Leave::Open(_))));
    assert_eq!(n_articles(&mut stage), 3);
    stage.get_by_label(&session_words::unsaved(1, false));
    stage.get_by_label(review_words::CLOSE_ANYWAY).click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.session.is_some());
    assert_eq!((n_articles(&mut stage), n_decided(&mut stage)), (3, 0), "the article that came with it is added");
    assert_eq!(state(&mut stage).unsaved(), Some(Unsaved::Articles));
    obey(&mut stage, Command::RemoveArticle(2));
    assert_eq!(state(&mut stage).unsaved(), None);

    obey(&mut stage, Command::Undo);
    obey(&mut stage, Command::Undo);
    assert_eq!((n_articles(&mut stage), n_decided(&mut stage)), (4, 1), "what was added since stands behind");
    assert!(state(&mut stage).session.is_none());
    assert_eq!(state(&mut stage).unsaved(), Some(Unsaved::Decisions(1)));
}

#[test]
fn what_cannot_be_opened_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = opened(&TWO);
    for (name, bytes, expected) in [
        ("gone.crosscheck", None, "There is no such file"),
        ("text.crosscheck", Some("Three men fled."), "This file holds no session"),
        ("new.crosscheck", Some("{\"schema\": \"crosscheck-session/9\"}"), "This session was saved by a newer"),
        (
            "bad.crosscheck",
            Some("{\"schema\": \"crosscheck-session/1\", \"articles\": [7]}"),
            "This session is damaged",
        ),
    ] {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            fs::write(&path, bytes).unwrap();
        }
        obey(&mut stage, Command::OpenPaths(vec![path]));
        let last = state(&mut stage).toasts.last().to_owned();
        assert!(last.starts_with(expected), "{last}");
        assert_eq!(n_articles(&mut stage), 2);
    }
    assert!(!Command::Undo.is_enabled(state(&mut stage)));
}

fn messages_are_as_high_as_their_text(stage: &mut Stage) {
    while let Some(toast) = state(stage).toasts.shown.first() {
        let (id, n_shown) = (toast.id, state(stage).toasts.shown.len());
        let area = stage.ctx.memory(|memory| memory.area_rect(Id::unique("toasts"))).unwrap();
        assert!(area.height() < 100.0 * n_shown as f32, "{n_shown} messages: {area}");
        obey(stage, Command::DismissToast(id));
    }
}

#[test]
fn leaving_saves_first_where_that_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.crosscheck");
    let mut stage = opened(&TWO);
    save_at(&mut stage, &path);
    decide_first(&mut stage, Verdict::Conflict);
    obey(&mut stage, Command::CloseStory);
    stage.get_by_label(&session_words::unsaved(1, true));
    stage.get_by_label(session_words::SAVE).click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.slots.is_empty());
    messages_are_as_high_as_their_text(&mut stage);
    assert_eq!(Session::open(&path).unwrap().review.entries().count(), 1);

    // One that cannot be saved is kept.
    obey(&mut stage, Command::OpenPaths(vec![path]));
    decide_first(&mut stage, Verdict::Update);
    drop(folder);
    obey(&mut stage, Command::CloseStory);
    let n_messages = state(&mut stage).toasts.log.len();
    obey(&mut stage, Command::SaveAndLeave);
    wait(&mut stage, |state| state.toasts.log.len() > n_messages);
    assert!(state(&mut stage).toasts.last().starts_with("The session was not saved"));
    assert_eq!((n_articles(&mut stage), n_decided(&mut stage)), (2, 1));
}

#[test]
fn a_chosen_name_that_becomes_another_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("story.crosscheck"), "mine").unwrap();
    let mut stage = opened(&TWO);
    let ctx = stage.ctx.clone();
    let app = stage.state_mut().app();
    app.state.chooser = Some(Chooser { number: 7, purpose: Purpose::Session });
    app.hear(&ctx, Heard::TargetChosen { number: 7, path: Some(folder.path().join("story")), is_missing: false });
    wait(&mut stage, |state| matches!(state.bar, Bar::Path(_)));
    assert_eq!(fs::read_to_string(folder.path().join("story.crosscheck")).unwrap(), "mine");
    stage.get_by_label(window_words::SAVE_REPLACE).click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.session.is_some());
    assert!(Session::open(&folder.path().join("story.crosscheck")).is_ok());
}

/// The window is gone without a word, as after kill -9: nothing that it would do at its end is done.
fn crash(stage: Stage, journal: &Path) {
    drop(stage);
    // A killed program holds nothing; the worker of a window that was only dropped may still be at work.
    let start = Instant::now();
    while crosscheck::session::journal::is_held(journal) && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn keeping(folder: &Path) -> Stage {
    let mut stage = opened(&[]);
    let window = stage.state_mut().0.take().unwrap();
    stage.state_mut().0 = Some(window.keeping(Some(folder.to_owned())));
    settle(&mut stage);
    stage
}

#[test]
fn what_was_done_after_saving_is_there_again_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.crosscheck");
    let beside = folder.path().join("story.crosscheck.journal");
    let mut stage = opened(&TWO);
    decide_first(&mut stage, Verdict::Scope);
    save_at(&mut stage, &path);
    assert!(!state(&mut stage).title().starts_with('•'));
    decide_first(&mut stage, Verdict::Update);
    obey(&mut stage, Command::Note("ask again".to_owned()));
    obey(&mut stage, Command::SaveNote);
    obey(&mut stage, Command::Decide(Some(Verdict::Conflict)));
    obey(&mut stage, Command::Undo);
    assert!(state(&mut stage).title().starts_with("• story.crosscheck"), "{}", state(&mut stage).title());
    let before = serde_json::to_string(&state(&mut stage).review).unwrap();

    let mut other = opened(&[]);
    obey(&mut other, Command::OpenPaths(vec![path.clone()]));
    assert!(
        state(&mut other).toasts.log.iter().any(|text| *text == session_words::held(&path)),
        "two windows are noticed"
    );
    drop(other);
    let saved = fs::read(&path).unwrap();
    crash(stage, &beside);
    assert!(beside.exists());
    assert_eq!(fs::read(&path).unwrap(), saved, "the session itself is as it was saved");

    let mut stage = opened(&[]);
    obey(&mut stage, Command::OpenPaths(vec![path.clone()]));
    assert_eq!(serde_json::to_string(&state(&mut stage).review).unwrap(), before);
    assert!(matches!(state(&mut stage).unsaved(), Some(Unsaved::Decisions(_))));
    let n_steps = state(&mut stage).review.n_steps();
    assert!(n_steps >= 3);
    for _ in 0..n_steps {
        obey(&mut stage, Command::Undo);
    }
    assert!(state(&mut stage).review.is_empty(), "every step of the session can be taken back");
    for _ in 0..n_steps {
        obey(&mut stage, Command::Redo);
    }
    obey(&mut stage, Command::SaveSession);
    wait(&mut stage, |state| state.unsaved().is_none());
    wait(&mut stage, |_| !beside.exists());
}

#[test]
fn a_story_without_a_session_is_offered_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = keeping(folder.path());
    obey(&mut stage, Command::OpenPaths(TWO.iter().map(|name| sample(name)).collect()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing would be lost");
    decide_first(&mut stage, Verdict::Scope);
    decide_first(&mut stage, Verdict::Update);
    wait(&mut stage, |_| fs::read_dir(folder.path()).unwrap().count() == 1);
    std::thread::sleep(Duration::from_millis(300));
    let journal = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    crash(stage, &journal);

    let mut stage = keeping(folder.path());
    wait(&mut stage, |state| !state.left_behind.is_empty());
    assert_eq!(state(&mut stage).left_behind[0].names.len(), 2);
    let journal = state(&mut stage).left_behind[0].path.clone();
    stage.get_by_label(session_words::RECOVER).click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.compared.len() == 2);
    assert!(n_decided(&mut stage) >= 1);
    wait(&mut stage, |_| !journal.exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "it is kept under the name of this window");
    let path = folder.path().join("story.crosscheck");
    save_at(&mut stage, &path);
    wait(&mut stage, |_| fs::read_dir(folder.path()).unwrap().count() == 1);
    assert!(path.exists());
}

#[test]
fn a_second_readers_session_is_merged_and_settled() {
    let folder = tempfile::tempdir().unwrap();
    let second = folder.path().join("second.crosscheck");
    let mut stage = opened(&TWO);
    decide_first(&mut stage, Verdict::Conflict);
    save_at(&mut stage, &second);
    obey(&mut stage, Command::Undo);
    obey(&mut stage, Command::Decide(Some(Verdict::Update)));
    let verdicts =
        |stage: &mut Stage| state(stage).review.entries().map(|(_, entry)| entry.decision.verdict).collect::<Vec<_>>();
    let merge = |stage: &mut Stage, path: &Path| {
        obey(stage, Command::TypeMergePath);
        obey(stage, Command::EditPath(path.display().to_string()));
        obey(stage, Command::AcceptPath(false));
    };
    merge(&mut stage, &second);
    wait(&mut stage, |state| matches!(state.bar, Bar::Readers));
    assert_eq!((verdicts(&mut stage), state(&mut stage).standing.others.len()), (vec![Some(Verdict::Update)], 1));
    stage.get_by_label("First reader: ↻ update");
    stage.get_by_label("Second reader: ≠ conflict");
    stage.get_by_label_contains("Take instead: ").click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.standing.others.is_empty());
    assert_eq!((verdicts(&mut stage), state(&mut stage).bar.is_none()), (vec![Some(Verdict::Conflict)], true));
    assert!(!Command::Readers.is_enabled(state(&mut stage)));

    obey(&mut stage, Command::Undo);
    assert_eq!((verdicts(&mut stage), state(&mut stage).standing.others.len()), (vec![Some(Verdict::Update)], 1));
    obey(&mut stage, Command::Readers);
    stage.get_by_label_contains("Keep: ").click();
    stage.run_steps(3);
    wait(&mut stage, |state| state.standing.others.is_empty());
    assert_eq!(verdicts(&mut stage), [Some(Verdict::Update)]);
    obey(&mut stage, Command::Undo);
    obey(&mut stage, Command::Undo);
    assert!(state(&mut stage).standing.others.is_empty(), "merging is one step");

    obey(&mut stage, Command::RemoveArticle(1));
    wait(&mut stage, |state| state.compared.len() == 1);
    merge(&mut stage, &second);
    let is_refused =
        |state: &State| state.toasts.shown.iter().any(|one| one.is_error && one.text.contains("not merged"));
    wait(&mut stage, is_refused);
    merge(&mut stage, &folder.path().join("none.crosscheck"));
    wait(&mut stage, |state| state.toasts.shown.iter().any(|one| one.is_error && one.text.contains("none.crosscheck")));
}

#[test]
fn the_saved_session_is_verified_and_the_answer_stands_over_the_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.crosscheck");
    let mut stage = opened(&TWO);
    assert!(!Command::VerifySession.is_enabled(state(&mut stage)), "there is no session yet");
    save_at(&mut stage, &path);
    obey(&mut stage, Command::VerifySession);
    wait(&mut stage, |state| matches!(state.bar, Bar::Verified(_)));
    assert!(stage.get_all_by_label(session_words::VERIFIED).next().is_some());
    obey(&mut stage, Command::Escape);

    // What is found in another way is named.
    let mut session = Session::open(&path).unwrap();
    session.found.as_mut().unwrap().findings[0].relation = "rounding".to_owned();
    session.save(&path).unwrap();
    obey(&mut stage, Command::VerifySession);
    wait(&mut stage, |state| matches!(state.bar, Bar::Verified(_)));
    assert!(stage.get_all_by_label(session_words::VERIFIED_OTHERWISE).next().is_some());
    stage.get_by_label_contains("Said otherwise now: F001 rounding");
    stage.get_by_label(window_words::CLOSE).click();
    stage.run_steps(3);
    assert!(state(&mut stage).bar.is_none());

    let forged = fs::read_to_string(&path).unwrap().replacen("\"text\": \"", "\"text\": \"Not ", 1);
    fs::write(&path, forged).unwrap();
    obey(&mut stage, Command::VerifySession);
    wait(&mut stage, |state| state.toasts.shown.iter().any(|toast| toast.is_error));
    assert!(stage.get_all_by_label_contains("was changed since it was saved").next().is_some());
}
