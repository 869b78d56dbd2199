//! Deciding by accessible label and by key: a fact-checker goes through the findings, changes her mind, and saves.

use std::fs;
use std::time::{Duration, Instant};

use crosscheck::findings::FindingIndex;
use crosscheck::gui::command::Command;
use crosscheck::gui::state::bars::{Bar, Leave};
use crosscheck::gui::state::story::Unsaved;
use crosscheck::gui::words::window_words;
use crosscheck::review::Verdict;
use crosscheck::view::filter::{Decided, Filter};
use crosscheck::view::findings_list::{DISMISSED, Line};
use crosscheck::view::list_words;
use crosscheck::view::status::Status;
use crosscheck::wording::look::Look;
use crosscheck::wording::note_words::NotePlace;
use crosscheck::wording::{review_words, session_words};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;

use crate::gui_shell::{Stage, obey, opened, press, sample};

const TWO: [&str; 2] = ["harbour-wire.txt", "meridian-post.html"];

fn picked(stage: &mut Stage) -> Option<FindingIndex> {
    stage.state_mut().app().state.picked.finding
}

fn verdict(stage: &mut Stage, finding: Option<FindingIndex>) -> Option<Verdict> {
    stage.state_mut().app().state.standing.verdict(finding.unwrap())
}

fn n_differences(stage: &mut Stage) -> usize {
    stage.state_mut().app().state.room.list.n_differences
}

fn last_message(stage: &mut Stage) -> String {
    stage.state_mut().app().state.toasts.last().to_owned()
}

#[test]
fn a_key_decides_and_the_next_undecided_follows() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::Num1);
    assert!(stage.state_mut().app().state.review.is_empty(), "nothing is selected yet");
    press(&mut stage, Key::Enter);
    let first = picked(&mut stage);
    // As a conflict it stays the first of the list.
    press(&mut stage, Key::Num1);
    let second = picked(&mut stage);
    assert_ne!(first, second);
    assert_eq!(verdict(&mut stage, first), Some(Verdict::Conflict));
    assert!(last_message(&mut stage).contains("decided: conflict; next "));
    let n = n_differences(&mut stage);
    stage.get_by_label_contains(&review_words::decided(1, n));
    stage.get_by_label_contains(", decided: conflict");
    press(&mut stage, Key::F7);
    assert_eq!(picked(&mut stage), first);
    press(&mut stage, Key::Num0);
    assert_eq!((picked(&mut stage), verdict(&mut stage, first)), (first, None), "taking back stays where it is");
}

#[test]
fn decisions_are_taken_back_and_done_again() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = picked(&mut stage);
    stage.get_by_label(review_words::decide(Some(Verdict::Update))).click();
    stage.run_steps(4);
    assert_eq!(verdict(&mut stage, first), Some(Verdict::Update));
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    stage.run_steps(4);
    assert_eq!((picked(&mut stage), verdict(&mut stage, first)), (first, None));
    assert!(last_message(&mut stage).starts_with(review_words::UNDONE));
    stage.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    stage.run_steps(4);
    assert_eq!(verdict(&mut stage, first), Some(Verdict::Update));
    stage.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    stage.run_steps(4);
    assert_eq!(verdict(&mut stage, first), Some(Verdict::Update), "with nothing to do again nothing is done");
}

#[test]
fn number_keys_can_be_switched_off() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    obey(&mut stage, Command::ToggleNumberKeys);
    press(&mut stage, Key::Num1);
    assert!(stage.state_mut().app().state.review.is_empty());
}

#[test]
fn the_list_is_filtered_by_decision_and_says_when_none_is_left() {
    let mut stage = opened(&TWO);
    let n = n_differences(&mut stage);
    stage.get_by_role_and_label(Role::Button, "Filter").click();
    stage.run_steps(4);
    stage.get_by_label(review_words::ONLY_UNDECIDED).click();
    stage.run_steps(4);
    press(&mut stage, Key::Escape);
    assert_eq!(stage.state_mut().app().state.filter.decided, Decided::Undecided);
    obey(&mut stage, Command::NextUndecided);
    for left in (0..n).rev() {
        press(&mut stage, Key::Num5);
        assert_eq!(stage.state_mut().app().state.room.list.entries.len(), left);
    }
    assert!(last_message(&mut stage).ends_with(review_words::NONE_LEFT));
    obey(&mut stage, Command::SetFilter(Filter { decided: Decided::Decided, ..Filter::default() }));
    assert_eq!(stage.state_mut().app().state.room.list.entries.len(), n);
    let room = &stage.state_mut().app().state.room;
    assert!(room.loud.is_empty() && room.ticks.iter().all(Vec::is_empty), "what is unrelated is quiet");
}

#[test]
fn stepping_says_where_it_goes_round() {
    let mut stage = opened(&TWO);
    obey(&mut stage, Command::NextFinding);
    press(&mut stage, Key::F7);
    assert_eq!(last_message(&mut stage), review_words::ROUND_TO_LAST);
    press(&mut stage, Key::F8);
    assert_eq!(last_message(&mut stage), review_words::ROUND_TO_FIRST);
    let n = n_differences(&mut stage);
    stage.get_by_label_contains(&review_words::position(0, n, 0));
}

#[test]
fn a_decision_survives_another_article_and_is_counted_without_its_finding() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    press(&mut stage, Key::Num2);
    let n_standing = |stage: &mut Stage| {
        let n = n_differences(stage);
        stage.state_mut().app().state.standing.n_decided(n)
    };
    obey(&mut stage, Command::OpenPaths(vec![sample("northgate-herald.md")]));
    assert_eq!(n_standing(&mut stage), 1);
    obey(&mut stage, Command::RemoveArticle(0));
    assert_eq!(n_standing(&mut stage), 0);
    assert!(stage.query_all_by_label(&review_words::lost(1)).count() > 0);
    obey(&mut stage, Command::OpenPaths(vec![sample(TWO[0])]));
    assert_eq!(n_standing(&mut stage), 1, "it comes back with its article");
}

#[test]
fn a_saved_report_holds_the_decisions_and_leaving_asks_before_that() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = picked(&mut stage).unwrap();
    obey(&mut stage, Command::NoteOn(NotePlace::Finding(first)));
    obey(&mut stage, Command::EditNote("asked the court\ncall again".to_owned()));
    obey(&mut stage, Command::SaveNote);
    press(&mut stage, Key::Num1);
    let viewport = stage.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    stage.run_steps(2);
    assert_eq!(stage.state_mut().app().state.bar, Bar::Unsaved(Leave::Quit));
    stage.run_steps(3);
    stage.get_by_label(&session_words::unsaved(1, false));
    stage.get_by_label(window_words::CANCEL).click();
    stage.run_steps(3);
    assert!(stage.state_mut().app().state.bar.is_none());

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.md");
    obey(&mut stage, Command::TypeReportPath);
    obey(&mut stage, Command::EditPath(path.display().to_string()));
    obey(&mut stage, Command::AcceptPath(false));
    let start = Instant::now();
    while stage.state_mut().app().state.unsaved().is_some() {
        assert!(start.elapsed() < Duration::from_secs(60), "nothing was saved");
        std::thread::sleep(Duration::from_millis(5));
        stage.step();
    }
    let report = fs::read_to_string(&path).unwrap();
    assert!(report.contains("Decision: ≠ conflict") && report.contains("asked the court\\\n"), "{report}");
    obey(&mut stage, Command::CloseStory);
    assert!(stage.state_mut().app().state.slots.is_empty(), "nothing is lost, so nothing is asked");
    assert!(stage.query_by_label(list_words::NOTHING_SELECTED).is_none());
}

#[test]
fn leaving_anyway_forgets_the_decisions_until_it_is_taken_back() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    press(&mut stage, Key::Num1);
    obey(&mut stage, Command::CloseStory);
    stage.get_by_label(review_words::CLOSE_ANYWAY).click();
    stage.run_steps(4);
    let state = &stage.state_mut().app().state;
    assert!(state.slots.is_empty() && state.review.is_empty() && state.unsaved().is_none());
    obey(&mut stage, Command::Undo);
    let state = &stage.state_mut().app().state;
    assert_eq!(
        (state.standing.n_decided(state.room.list.n_differences), state.unsaved()),
        (1, Some(Unsaved::Decisions(1)))
    );
}

#[test]
fn undoing_takes_the_last_step_of_any_kind() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    press(&mut stage, Key::F8);
    let (first, n_articles) = (picked(&mut stage), 3);
    press(&mut stage, Key::Num2);
    obey(&mut stage, Command::RemoveArticle(2));
    press(&mut stage, Key::F8);
    press(&mut stage, Key::Num5);
    assert!(stage.query_by_role_and_label(Role::Button, window_words::UNDO).is_none(), "the offer was for the removal");
    let n_said = |stage: &mut Stage| stage.state_mut().app().state.review.entries().count();
    assert_eq!(n_said(&mut stage), 2);
    obey(&mut stage, Command::Undo);
    assert_eq!(n_said(&mut stage), 1);
    obey(&mut stage, Command::Undo);
    let n_compared = stage.state_mut().app().state.compared.len();
    assert_eq!((n_compared, verdict(&mut stage, first)), (n_articles, Some(Verdict::Scope)));
    obey(&mut stage, Command::Undo);
    assert_eq!((n_said(&mut stage), picked(&mut stage)), (0, first));
    assert!(!Command::Undo.is_enabled(&stage.state_mut().app().state));
}

#[test]
fn weaker_hints_open_and_close() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    let before = stage.state_mut().app().state.room.list.clone();
    let text = before.hints_text().unwrap();
    assert!(before.entries.iter().all(|entry| entry.status != Status::Hint));
    stage.get_by_role_and_label(Role::Button, &text).click();
    stage.run_steps(4);
    let open = stage.state_mut().app().state.room.list.clone();
    let hint = open.entries.iter().find(|entry| entry.status == Status::Hint).unwrap().finding;
    assert_eq!((open.n_differences, open.told), (before.n_differences, before.told), "they count as no difference");
    obey(&mut stage, Command::Select(hint));
    press(&mut stage, Key::Num2);
    let list = &stage.state_mut().app().state.room.list;
    assert_eq!((list.n_differences, list.n_decided), (before.n_differences + 1, 1), "a decided one is a difference");
    obey(&mut stage, Command::ToggleHints);
    let list = &stage.state_mut().app().state.room.list;
    assert!(list.entries.iter().any(|entry| entry.finding == hint));
    assert!(list.entries.iter().all(|entry| entry.status != Status::Hint));
    obey(&mut stage, Command::Undo);
    assert!(stage.state_mut().app().state.filter.hints, "what is selected is shown");
}

#[test]
fn a_dismissed_conflict_leaves_the_conflicts() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    let n_conflicts = |stage: &mut Stage| stage.state_mut().app().state.room.list.count(Look::Conflict);
    let before = n_conflicts(&mut stage);
    press(&mut stage, Key::F8);
    press(&mut stage, Key::Num5);
    assert_eq!(n_conflicts(&mut stage), before - 1);
    let word = if before == 2 { "conflict" } else { "conflicts" };
    stage.get_by_label(&format!("{} {word}, 1 dismissed", before - 1));
    let lines = stage.state_mut().app().state.room.list.lines.clone();
    assert!(lines.contains(&Line::Heading(DISMISSED.to_owned(), 1)));
}
