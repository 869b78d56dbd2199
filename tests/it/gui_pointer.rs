//! What the pointer alone can do: menus under the right button, the wheel with Ctrl; and the search that moves while it is typed.

use crosscheck::findings::FindingKind;
use crosscheck::gui::command::Command;
use crosscheck::gui::middle::Middle;
use crosscheck::gui::state::bars::Bar;
use crosscheck::gui::words::window_words;
use crosscheck::review::Verdict;
use crosscheck::view::{heading, list_words};
use crosscheck::wording::{desk_words, note_words, review_words};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::gui_shell::{Stage, obey, opened, settle, state};

const THREE: [&str; 3] = ["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"];

/// Clicks with the right button at `at`.
fn ask_at(stage: &mut Stage, at: Pos2) {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Secondary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [Event::PointerMoved(at), button(true), button(false)] {
        stage.event(event);
    }
    stage.run_steps(6);
}

/// Where the item of an open menu is that is called `text`; its key follows its name.
fn item(stage: &Stage, text: &str) -> Option<Pos2> {
    let is_it = |label: Option<String>| label.is_some_and(|label| label.starts_with(text));
    // Menus lie above all else.
    let items: Vec<Pos2> = stage
        .get_all_by_role(Role::Button)
        .filter(|one| is_it(one.accesskit_node().label()))
        .map(|one| one.rect().center())
        .collect();
    items.last().copied()
}

/// Chooses the item of an open menu that is called `text`.
fn choose(stage: &mut Stage, text: &str) {
    let at = item(stage, text).unwrap_or_else(|| panic!("no item {text:?}"));
    let button =
        |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    for event in [Event::PointerMoved(at), button(true), button(false)] {
        stage.event(event);
    }
    stage.run_steps(6);
}

/// Turns the wheel by a notch.
fn turn(stage: &mut Stage, modifiers: Modifiers) {
    stage.event(Event::PointerMoved(Pos2::new(200.0, 400.0)));
    stage.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 1.0),
        modifiers,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    });
    stage.run_steps(40);
}

#[test]
fn a_finding_is_decided_from_its_menu() {
    let mut stage = opened(&THREE);
    let entry = state(&mut stage).room.list.entries[1].clone();
    let at = stage.get_by_label(&entry.label).rect().center();
    ask_at(&mut stage, at);
    assert_eq!(state(&mut stage).picked.finding, Some(entry.finding), "the menu is about what is selected");
    choose(&mut stage, window_words::DECIDE);
    choose(&mut stage, &review_words::signed(Some(Verdict::Scope)));
    settle(&mut stage);
    assert_eq!(state(&mut stage).standing.verdict(entry.finding), Some(Verdict::Scope));
}

#[test]
fn a_sentence_and_its_figure_have_a_menu() {
    let mut stage = opened(&THREE);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let first = &comparison.articles[0];
    let headline = first.words(first.claims[0].span);
    let rect = stage.get_by_role_and_label(Role::Heading, headline).rect();
    ask_at(&mut stage, rect.left_top() + vec2(30.0, 12.0));
    assert_eq!(state(&mut stage).picked.claim.map(|claim| (claim.article, claim.claim.0)), Some((0, 0)));
    choose(&mut stage, note_words::ON_CLAIM);
    match &state(&mut stage).bar {
        Bar::Note(bar) => assert!(bar.name.starts_with("A 1"), "{}", bar.name),
        other => panic!("{other:?}"),
    }
    obey(&mut stage, Command::Escape);
    assert!(item(&stage, note_words::ON_CLAIM).is_none(), "the menu is gone");
    // On words of a finding about figures there is more to choose.
    let (idx, _) = comparison.findings.indexed_differences().find(|(_, one)| one.kind == FindingKind::Figure).unwrap();
    obey(&mut stage, Command::Select(idx));
    stage.run_steps(40);
    let rect = stage.get_by_role_and_label(Role::Heading, headline).rect();
    // "Court jails nine": the last word of the first line but one.
    ask_at(&mut stage, rect.left_top() + vec2(122.0, 12.0));
    assert!(item(&stage, desk_words::CORRECT).is_some(), "the figure can be corrected");
    choose(&mut stage, list_words::COPY_FINDING);
}

#[test]
fn the_head_of_a_column_has_its_menu_under_the_right_button_too() {
    let mut stage = opened(&THREE);
    let head = stage.get_all_by_role(Role::Heading).find(|one| {
        one.accesskit_node().label().is_some_and(|label| label.starts_with("Article B") || label.contains("Meridian"))
    });
    let at = head.expect("the head of B").rect().center();
    ask_at(&mut stage, at);
    choose(&mut stage, heading::READING);
    assert!(matches!(state(&mut stage).bar, Bar::Reading(_)));
}

#[test]
fn ctrl_and_the_wheel_zoom() {
    let mut stage = opened(&THREE[..2]);
    let zoom = |stage: &mut Stage| state(stage).prefs.zoom;
    assert_eq!(zoom(&mut stage), 1.0);
    turn(&mut stage, Modifiers::NONE);
    assert_eq!(zoom(&mut stage), 1.0, "without Ctrl the wheel scrolls");
    turn(&mut stage, Modifiers::COMMAND);
    assert!((zoom(&mut stage) - 1.1).abs() < 0.01, "{}", zoom(&mut stage));
}

#[test]
fn the_search_moves_while_it_is_typed_and_stays_where_it_still_fits() {
    let mut stage = opened(&THREE);
    obey(&mut stage, Command::Show(Middle::Facts));
    stage.key_press_modifiers(Modifiers::COMMAND, Key::F);
    stage.run_steps(3);
    let field = |stage: &mut Stage, text: &str| {
        stage.get_by_role_and_label(Role::TextInput, list_words::SEARCH_HINT).type_text(text);
        stage.run_steps(3);
    };
    field(&mut stage, "ni");
    assert_eq!(state(&mut stage).search.at, Some(0), "the first place is shown at once");
    assert_eq!(state(&mut stage).middle, Middle::Articles, "where it can be seen");
    obey(&mut stage, Command::NextHit);
    obey(&mut stage, Command::NextHit);
    let before = state(&mut stage).hit().unwrap();
    field(&mut stage, "ne");
    let after = state(&mut stage).hit().unwrap();
    assert!((after.0, after.1.start) >= (before.0, before.1.start), "{before:?} {after:?}");
    field(&mut stage, "zzz");
    assert_eq!(state(&mut stage).search.at, None);
}

#[test]
fn what_is_typed_before_the_search_has_the_keys_decides_nothing() {
    let mut stage = opened(&THREE);
    obey(&mut stage, Command::NextFinding);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::F);
    stage.step();
    // "n" says that a sentence has no counterpart, "1" that there is a conflict.
    for (key, text) in [(Key::N, "n"), (Key::Num1, "1")] {
        stage.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE });
        stage.event(Event::Text(text.to_owned()));
        stage.step();
    }
    stage.run_steps(4);
    assert_eq!(state(&mut stage).search.query, "n1");
    assert!(state(&mut stage).review.is_empty(), "nothing was decided");
}
