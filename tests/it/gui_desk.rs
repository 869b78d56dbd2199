//! The desk in the window, by key and by label: how far a finding is checked, what is to be printed, the head of the story, figures
//! corrected and taken out, a finding of one's own; each taken back.

use crosscheck::compare::lookup::finding_at;
use crosscheck::findings::{FindingIndex, FindingKind};
use crosscheck::gui::command::Command;
use crosscheck::gui::state::bars::Bar;
use crosscheck::gui::state::form::Form;
use crosscheck::review::{Check, Verdict};
use crosscheck::wording::{desk_words, note_words};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::gui_shell::{Stage, obey, opened, press, settle, state, type_text};

const THREE: [&str; 3] = ["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"];

fn save(stage: &mut Stage) {
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(stage);
}

fn form(stage: &mut Stage) -> Form {
    match &state(stage).bar {
        Bar::Form(form) => (**form).clone(),
        other => panic!("no form is open: {other:?}"),
    }
}

/// Selects the first finding about a figure of which two articles give two values.
fn select_figure(stage: &mut Stage) -> FindingIndex {
    let comparison = state(stage).comparison.clone().unwrap();
    let is_of_two = |finding: &&crosscheck::findings::Finding| {
        finding.kind == FindingKind::Figure && finding.mentions.iter().any(|one| one.claim.article == 1)
    };
    let (finding, _) = comparison.findings.indexed_differences().find(|(_, finding)| is_of_two(finding)).unwrap();
    obey(stage, Command::Select(finding));
    finding
}

#[test]
fn a_finding_is_checked_and_what_is_to_be_printed_is_written_down() {
    let mut stage = opened(&THREE);
    let finding = select_figure(&mut stage);
    let check = |stage: &mut Stage| state(stage).standing.decision(finding).and_then(|decision| decision.check);
    for (key, expected) in [(Key::Num6, Check::Checked), (Key::Num7, Check::Partly), (Key::Num8, Check::Unverifiable)] {
        press(&mut stage, key);
        assert_eq!(check(&mut stage), Some(expected));
        assert_eq!(state(&mut stage).picked.finding, Some(finding), "it stays where it is");
    }
    stage.get_by_label("Status: cannot verify");
    press(&mut stage, Key::Num9);
    assert_eq!(check(&mut stage), None);
    press(&mut stage, Key::P);
    type_text(&mut stage, "9 people");
    for key in [Key::Num1, Key::Num6, Key::F] {
        press(&mut stage, key);
    }
    stage.get_by_role_and_label(Role::TextInput, desk_words::PRINT_SOURCE).focus();
    stage.run_steps(2);
    type_text(&mut stage, "court release, p. 2");
    stage.run_steps(3);
    save(&mut stage);
    let print = state(&mut stage).standing.decision(finding).unwrap().print.clone();
    assert_eq!((print.value.as_str(), print.source.as_str()), ("9 people", "court release, p. 2"));
    assert_eq!(state(&mut stage).standing.verdict(finding), None, "what was typed decided nothing");
    stage.get_by_label("print “9 people” (court release, p. 2)");
    obey(&mut stage, Command::Undo);
    assert!(state(&mut stage).standing.decision(finding).is_none_or(|decision| decision.print.is_empty()));
}

#[test]
fn the_head_of_the_story_names_readers_and_an_authoritative_article() {
    let mut stage = opened(&THREE);
    let finding = select_figure(&mut stage);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let with_it = finding_at(&comparison, finding).unwrap().mentions[0].claim.article;
    obey(&mut stage, Command::Sheet);
    type_text(&mut stage, "Opioid ring");
    stage.get_by_role_and_label(Role::TextInput, desk_words::REVIEWER).focus();
    stage.run_steps(2);
    type_text(&mut stage, "A. Desk");
    stage.run_steps(3);
    let choice = format!("{}: {}", desk_words::AUTHORITATIVE, desk_words::authority(&comparison, with_it));
    stage.get_by_label(&choice).click();
    stage.run_steps(3);
    save(&mut stage);
    let sheet = state(&mut stage).review.sheet();
    assert_eq!((sheet.title.as_str(), sheet.reviewer.as_str()), ("Opioid ring", "A. Desk"));
    assert_eq!(state(&mut stage).standing.authoritative, Some(with_it));
    stage.get_all_by_label_contains(&desk_words::against(with_it, false)).next().expect("another value differs");
    obey(&mut stage, Command::Authority(with_it));
    assert_eq!(state(&mut stage).standing.authoritative, None);
    obey(&mut stage, Command::Undo);
    obey(&mut stage, Command::Undo);
    assert!(state(&mut stage).review.is_empty());
}

#[test]
fn a_figure_is_corrected_and_left_to_the_program_again() {
    let mut stage = opened(&THREE);
    select_figure(&mut stage);
    press(&mut stage, Key::C);
    let before = form(&mut stage);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let finding = finding_at(&comparison, state(&mut stage).picked.finding.unwrap()).unwrap();
    assert!((1..=finding.mentions.len()).contains(&before.choices.len()), "only its own: {:?}", before.choices);
    type_text(&mut stage, "no figure at all");
    save(&mut stage);
    assert_eq!(form(&mut stage).error.as_deref(), Some("That is no figure; write a number, an amount or a date"));
    stage.get_by_role_and_label(Role::TextInput, desk_words::VALUE).focus();
    stage.run_steps(2);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::A);
    stage.run_steps(2);
    type_text(&mut stage, "4711");
    save(&mut stage);
    assert!(state(&mut stage).bar.is_none());
    assert_eq!(state(&mut stage).standing.corrections.len(), 1);
    let corrected = state(&mut stage).standing.corrections[0].clone();
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let figures = &comparison.articles[corrected.claim.article].figures[corrected.claim.claim];
    let figure = figures.iter().find(|figure| figure.span == corrected.span).unwrap();
    let read = crosscheck::figures::Quantity::count(Some(4711.0), Some(4711.0)).range;
    assert_eq!(figure.quantity.range, read);
    obey(&mut stage, Command::SelectClaim(corrected.claim));
    stage.get_by_label_contains(&format!("{}: {}", note_words::PINNED, desk_words::corrected(&corrected)));
    obey(&mut stage, Command::Undo);
    assert!(state(&mut stage).standing.corrections.is_empty());
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let figures = &comparison.articles[corrected.claim.article].figures[corrected.claim.claim];
    assert!(figures.iter().all(|figure| figure.quantity.range != read));
}

#[test]
fn a_figure_is_taken_out_of_its_fact_and_put_in_again() {
    let mut stage = opened(&THREE);
    let finding = select_figure(&mut stage);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let known = finding_at(&comparison, finding).unwrap().clone();
    let last = known.mentions.last().unwrap();
    obey(&mut stage, Command::TakeOut(last.claim, last.span));
    assert_eq!(state(&mut stage).review.regroupings().count(), 1);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let stands_beside = |comparison: &crosscheck::compare::Comparison| {
        let all = comparison.findings.findings.iter().chain(&comparison.findings.agreements);
        let first = &known.mentions[0];
        all.filter(|one| one.kind.is_of_values()).any(|one| {
            let has = |wanted: &crosscheck::findings::Mention| {
                one.mentions.iter().any(|m| (m.claim, m.span) == (wanted.claim, wanted.span))
            };
            has(first) && has(last)
        })
    };
    assert!(!stands_beside(&comparison));
    obey(&mut stage, Command::Undo);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    assert!(stands_beside(&comparison));
}

#[test]
fn words_of_two_articles_become_a_finding_that_is_decided() {
    let mut stage = opened(&THREE);
    select_figure(&mut stage);
    press(&mut stage, Key::F);
    let open = form(&mut stage);
    assert_eq!(open.sentences.len(), 2);
    save(&mut stage);
    assert_eq!(form(&mut stage).error.as_deref(), Some(desk_words::NO_WORDS));
    for sentence in &open.sentences {
        stage.get_by_role_and_label(Role::MultilineTextInput, &sentence.name).focus();
        stage.run_steps(2);
        stage.key_press_modifiers(Modifiers::COMMAND, Key::A);
        stage.run_steps(2);
    }
    let selected = form(&mut stage);
    assert!(selected.sentences.iter().all(|one| one.selected == (0..one.text.len())), "{selected:?}");
    stage.get_by_label("Decision: ⊂ scope").click();
    stage.run_steps(3);
    save(&mut stage);
    assert!(state(&mut stage).bar.is_none());
    let comparison = state(&mut stage).comparison.clone().unwrap();
    let own = finding_at(&comparison, FindingIndex(0)).unwrap();
    assert_eq!((own.id.as_str(), own.kind), ("P001", FindingKind::Own));
    assert_eq!(state(&mut stage).standing.verdict(FindingIndex(0)), Some(Verdict::Scope));
    obey(&mut stage, Command::Select(FindingIndex(0)));
    stage.get_all_by_label_contains("set these words beside each other").next().expect("the card says who made it");
    obey(&mut stage, Command::RemoveOwn);
    let comparison = state(&mut stage).comparison.clone().unwrap();
    assert!(comparison.findings.findings.iter().all(|one| one.kind != FindingKind::Own));
    assert!(state(&mut stage).review.is_empty(), "its decision goes with it");
}
