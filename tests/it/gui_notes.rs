//! Notes and mending in the window, by key: what is typed decides nothing, and what a person links stays linked.

use crosscheck::alignment::ClaimId;
use crosscheck::findings::FindingIndex;
use crosscheck::gui::command::Command;
use crosscheck::gui::state::bars::Bar;
use crosscheck::review::{NoteOn, Verdict};
use crosscheck::view::link_choice;
use crosscheck::wording::note_words::{self, NotePlace};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::gui_shell::{Stage, obey, opened, press, settle, state, type_text};

const TWO: [&str; 2] = ["harbour-wire.txt", "meridian-post.html"];

fn save(stage: &mut Stage) {
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    stage.run_steps(4);
}

fn note_of(stage: &mut Stage, finding: FindingIndex) -> String {
    state(stage).standing.decision(finding).map(|decision| decision.note.clone()).unwrap_or_default()
}

#[test]
fn digits_are_written_into_a_note_and_decide_nothing() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = state(&mut stage).picked.finding.unwrap();
    press(&mut stage, Key::M);
    assert!(matches!(state(&mut stage).bar, Bar::Note(_)));
    type_text(&mut stage, "call 2 courts");
    for key in [Key::Num1, Key::Num5, Key::L, Key::U, Key::N] {
        press(&mut stage, key);
    }
    press(&mut stage, Key::Enter);
    type_text(&mut stage, "9 a.m., ask for 3 files");
    assert!(state(&mut stage).review.is_empty(), "nothing is decided, linked or saved");
    save(&mut stage);
    assert!(state(&mut stage).bar.is_none());
    assert_eq!(note_of(&mut stage, first), "call 2 courts\n9 a.m., ask for 3 files");
    assert_eq!(state(&mut stage).standing.verdict(first), None);
    stage.get_by_label_contains("ask for 3 files");
    press(&mut stage, Key::Num3);
    assert_eq!(state(&mut stage).standing.verdict(first), Some(Verdict::Rounding));
    assert_eq!(note_of(&mut stage, first), "call 2 courts\n9 a.m., ask for 3 files", "the note stays");
    obey(&mut stage, Command::Undo);
    obey(&mut stage, Command::Undo);
    assert_eq!(note_of(&mut stage, first), "", "a note is one step");
}

#[test]
fn what_a_fast_typist_writes_in_the_frame_of_the_key_belongs_to_the_note() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = state(&mut stage).picked.finding.unwrap();
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    for (pressed, text) in [(Key::M, "m"), (Key::Num5, "5"), (Key::Space, " "), (Key::N, "n"), (Key::Num1, "1")] {
        stage.input_mut().events.extend([key(pressed), Event::Text(text.to_owned())]);
    }
    stage.run_steps(4);
    type_text(&mut stage, " men");
    assert!(state(&mut stage).review.is_empty());
    save(&mut stage);
    assert_eq!(note_of(&mut stage, first), "5 n1 men");
}

#[test]
fn escape_leaves_and_what_was_typed_is_shown_again() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = state(&mut stage).picked.finding;
    press(&mut stage, Key::M);
    type_text(&mut stage, "half a thought");
    press(&mut stage, Key::Escape);
    assert!(state(&mut stage).bar.is_none() && state(&mut stage).review.is_empty());
    assert_eq!(state(&mut stage).picked.finding, first, "Esc leaves the editor only");
    press(&mut stage, Key::F8);
    press(&mut stage, Key::M);
    let text = |stage: &mut Stage| match &state(stage).bar {
        Bar::Note(bar) => bar.text.clone(),
        _ => panic!("no editor is open"),
    };
    assert_eq!(text(&mut stage), "", "the draft is another finding's");
    press(&mut stage, Key::Escape);
    press(&mut stage, Key::F7);
    press(&mut stage, Key::M);
    assert_eq!(text(&mut stage), "half a thought");
}

#[test]
fn claims_articles_and_the_story_have_notes_that_are_found() {
    let mut stage = opened(&TWO);
    let claim = ClaimId::at(0, 2);
    obey(&mut stage, Command::SelectClaim(claim));
    press(&mut stage, Key::M);
    type_text(&mut stage, "the bureau confirms");
    save(&mut stage);
    obey(&mut stage, Command::NoteOn(NotePlace::On(NoteOn::Article(1))));
    type_text(&mut stage, "asked the desk, no answer");
    save(&mut stage);
    press(&mut stage, Key::Escape);
    press(&mut stage, Key::M);
    type_text(&mut stage, "publish on Friday");
    save(&mut stage);
    let standing = state(&mut stage).standing.clone();
    let text = |on| standing.note(on).map(|note| note.text.as_str());
    assert_eq!(text(NoteOn::Claim(claim)), Some("the bureau confirms"));
    assert_eq!(text(NoteOn::Article(1)), Some("asked the desk, no answer"));
    assert_eq!(text(NoteOn::Story), Some("publish on Friday"));
    assert!(standing.notes.iter().all(|note| note.when.as_deref().is_some_and(|when| when.ends_with('Z'))));
    obey(&mut stage, Command::Notes);
    stage.get_by_role_and_label(Role::TextInput, note_words::SEARCH).type_text("CONFIRMS");
    stage.run_steps(4);
    assert!(stage.query_by_label("publish on Friday").is_none());
    stage.get_by_label("the bureau confirms");
    obey(&mut stage, Command::GoToNote(NotePlace::On(NoteOn::Claim(claim))));
    assert_eq!(state(&mut stage).picked.claim, Some(claim));
    stage.get_by_label_contains("the bureau confirms");
}

fn are_linked(stage: &mut Stage, a: ClaimId, b: ClaimId) -> bool {
    let rows = &state(stage).comparison.as_ref().unwrap().alignment.rows;
    rows.iter().any(|row| row.claims.contains(&a) && row.claims.contains(&b))
}

#[test]
fn what_is_linked_by_hand_stays_linked_until_it_is_taken_back() {
    let mut stage = opened(&TWO);
    let n_claims =
        |stage: &mut Stage, article: usize| state(stage).comparison.as_ref().unwrap().articles[article].claims.len();
    let claim = ClaimId::at(0, 0);
    let free: Vec<ClaimId> = (0..n_claims(&mut stage, 1)).map(|claim| ClaimId::at(1, claim)).collect();
    let other = *free.iter().rfind(|&&other| !are_linked(&mut stage, claim, other)).unwrap();
    obey(&mut stage, Command::SelectClaim(claim));
    press(&mut stage, Key::L);
    stage.get_by_label(&link_choice::heading(claim));
    let text = {
        let all = state(&mut stage).comparison.clone().unwrap();
        link_choice::choices(&all, claim, "").into_iter().find(|choice| choice.claim == other).unwrap().text
    };
    let words: Vec<&str> = text.split_whitespace().skip(2).take(4).collect();
    type_text(&mut stage, &words.join(" "));
    press(&mut stage, Key::Enter);
    settle(&mut stage);
    assert!(are_linked(&mut stage, claim, other));
    assert_eq!(state(&mut stage).picked.claim, Some(claim), "the selection stays");
    stage.get_by_label_contains(&format!("{}: ", note_words::PINNED));
    let ribbon = format!("({})", note_words::PINNED);
    stage.get_by_label_contains(&ribbon);

    press(&mut stage, Key::U);
    settle(&mut stage);
    assert!(!are_linked(&mut stage, claim, other), "unlinking outdoes the link");
    assert!(stage.query_by_label_contains(&ribbon).is_none(), "no ribbon, no pin");
    press(&mut stage, Key::N);
    settle(&mut stage);
    let rows = state(&mut stage).comparison.clone().unwrap();
    assert!(rows.alignment.rows.iter().all(|row| !row.claims.contains(&claim)));
    let says = |finding: &crosscheck::findings::Finding| {
        let claims: Vec<_> = finding.mentions.iter().map(|mention| mention.claim).collect();
        claims.contains(&claim) && claims.iter().any(|other| other.article != 0)
    };
    assert!(!rows.findings.findings.iter().chain(&rows.findings.agreements).any(says), "nothing is held against it");
    for expected in [false, true, false] {
        obey(&mut stage, Command::Undo);
        settle(&mut stage);
        assert_eq!(are_linked(&mut stage, claim, other), expected);
    }
    assert!(state(&mut stage).review.is_empty());
    obey(&mut stage, Command::Redo);
    settle(&mut stage);
    assert!(are_linked(&mut stage, claim, other));
    obey(&mut stage, Command::Release);
    settle(&mut stage);
    assert!(!are_linked(&mut stage, claim, other) && state(&mut stage).review.mends().count() == 0);
}

#[test]
fn letters_typed_before_the_field_has_the_keys_are_not_lost() {
    let mut stage = opened(&TWO);
    press(&mut stage, Key::F8);
    let first = state(&mut stage).picked.finding.unwrap();
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    for (pressed, text) in [(Key::M, "m"), (Key::C, "c"), (Key::A, "a"), (Key::L, "l"), (Key::L, "l"), (Key::Num2, "2")]
    {
        stage.input_mut().events.extend([key(pressed), Event::Text(text.to_owned())]);
        stage.step();
    }
    save(&mut stage);
    assert_eq!(note_of(&mut stage, first), "call2");
    assert_eq!(state(&mut stage).standing.verdict(first), None);
}
