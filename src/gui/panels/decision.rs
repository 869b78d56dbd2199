//! What a person decides about the selected finding: a button for each verdict, and her note.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Label, RichText, Role, TextStyle, Ui, WidgetInfo, vec2};

use crate::findings::FindingIndex;
use crate::gui::command::Command;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::review::{Check, Verdict};
use crate::wording::look::Look;
use crate::wording::note_words::{self, NotePlace};
use crate::wording::review_words as words;
use crate::wording::{check_words, desk_words};

/// Draws the verdicts of the finding at `finding` in one line, and the way to its note.
pub(crate) fn decision_ui(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let has_note = scene.standing.decision(finding).is_some_and(|decision| !decision.note.is_empty());
    // Measured with the words of a finding that nothing is said of.
    let letters = ui.available_width() / TextStyle::Small.resolve(ui.style()).size;
    if letters >= ROOM_FOR_WORDS {
        // All that the keys mean in words; what is beside a verdict then has a line of its own.
        ui.horizontal(|ui| verdicts_ui(ui, scene, finding, true, acts));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = if letters < ROOM_FOR_ALL { 4.0 } else { 6.0 };
        if letters < ROOM_FOR_WORDS {
            verdicts_ui(ui, scene, finding, false, acts);
        }
        let (text, name) =
            if has_note { (note_words::NOTE, note_words::EDIT) } else { (note_words::WRITE, note_words::ADD) };
        let note = (letters < ROOM_FOR_NOTE).then_some(name);
        status_ui(ui, scene, finding, note, acts);
        if note.is_some() {
            return;
        }
        let button = ui.button(RichText::new(text).small());
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if button.on_hover_text(format!("{name} (M)")).clicked() {
            acts.push(Act::Note(NotePlace::Finding(finding)));
        }
    });
    if let Some(text) = words::before(scene.standing.articles_since(finding)) {
        ui.label(RichText::new(text).small()).on_hover_text(words::BEFORE_HINT);
    }
}

/// How far the finding is checked, and the way to what is to be printed of it.
/// Where there is no room for a button of its own, `note` names the way to the note.
fn status_ui(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex, note: Option<&str>, acts: &mut Vec<Act>) {
    let decision = scene.standing.decision(finding);
    let check = decision.and_then(|decision| decision.check);
    let text = check.map_or_else(|| format!("{}…", desk_words::STATUS), |one| check_words::check(Some(one)).to_owned());
    let menu = ui.menu_button(RichText::new(text).small(), |ui| {
        for one in Check::ALL.map(Some).into_iter().chain([None]) {
            let key = Command::Check(one).shortcut(ui.ctx()).unwrap_or_default();
            let button = Button::selectable(check == one, check_words::check(one)).shortcut_text(key);
            let button = ui.add(button);
            button.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, check == one, check_words::check_command(one))
            });
            if button.clicked() {
                acts.push(Act::Do(Command::Check(one)));
                ui.close();
            }
        }
        ui.separator();
        let key = Command::Print.shortcut(ui.ctx()).unwrap_or_default();
        if ui.add(Button::new(desk_words::PRINT).shortcut_text(key)).clicked() {
            acts.push(Act::Do(Command::Print));
            ui.close();
        }
        if let Some(note) = note
            && ui.add(Button::new(note).shortcut_text("M")).clicked()
        {
            acts.push(Act::Note(NotePlace::Finding(finding)));
            ui.close();
        }
    });
    let name = format!("{}: {}", desk_words::STATUS, check_words::check(check));
    menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
}

/// What is to be printed of the finding, and what a second reader says otherwise.
pub(crate) fn said_ui(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex) {
    let print =
        scene.standing.decision(finding).map(|decision| check_words::print(&decision.print)).unwrap_or_default();
    if !print.is_empty() {
        ui.add(Label::new(RichText::new(print).strong()).wrap());
    }
    if let Some(second) = scene.standing.second(finding) {
        let text = desk_words::second(&scene.standing.sheet, second);
        ui.add(Label::new(RichText::new(text).color(scene.ink.of(Look::Conflict))).wrap());
    }
}

/// Draws the note on the finding at `finding`, where there is one.
pub(crate) fn note_ui(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex) {
    let note = scene.standing.decision(finding).map_or("", |decision| decision.note.as_str());
    if !note.is_empty() {
        ui.label(RichText::new(note_words::NOTE).small().color(scene.ink.weak));
        ui.add(Label::new(note).wrap());
    }
}

/// So many letters' widths the line needs to hold everything with roomy buttons.
const ROOM_FOR_ALL: f32 = 25.0;

/// So many it needs to hold the way to the note beside the rest.
const ROOM_FOR_NOTE: f32 = 22.5;

/// So many letters' widths the line needs to hold the word of the chosen verdict too; measured with the longest words.
const ROOM_FOR_WORD: f32 = 34.0;

/// So many it needs to hold every verdict with its word; measured with the widest of the bundled fonts.
const ROOM_FOR_WORDS: f32 = 37.0;

/// A button for each verdict, by its key, its sign and, where it `has_words` or is the chosen one and there is room,
/// its word, and one that takes it back.
fn verdicts_ui(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex, has_words: bool, acts: &mut Vec<Act>) {
    let chosen = scene.standing.verdict(finding);
    let has_room = ui.available_width() >= ROOM_FOR_WORD * TextStyle::Small.resolve(ui.style()).size;
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    for verdict in Verdict::ALL.map(Some).into_iter().chain([None]) {
        let is_on = chosen == verdict;
        let text = match verdict {
            Some(one) if has_words || (is_on && has_room) => words::signed(Some(one)),
            Some(one) => words::glyph(one).to_owned(),
            None => String::new(),
        };
        ui.spacing_mut().button_padding.y = 2.0;
        let face = letters(ui, scene, verdict, &text);
        let button = ui.add(Button::selectable(is_on, face).frame_when_inactive(true));
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, words::decide(verdict)));
        let key = Command::Decide(verdict).shortcut(ui.ctx()).unwrap_or_default();
        let key = if scene.number_keys { format!(" ({key})") } else { String::new() };
        if button.on_hover_text(format!("{}{key}", words::hint(verdict))).clicked() {
            acts.push(Act::Decide(verdict));
        }
    }
}

/// `text` behind the key of `verdict`, its sign in the color it has everywhere.
fn letters(ui: &Ui, scene: &Scene<'_>, verdict: Option<Verdict>, text: &str) -> LayoutJob {
    let font = TextStyle::Small.resolve(ui.style());
    let mut job = LayoutJob::default();
    let mut space = 0.0;
    if scene.number_keys || text.is_empty() {
        let key = verdict.map_or(0, |verdict| verdict as usize + 1);
        job.append(&key.to_string(), 0.0, TextFormat::simple(font.clone(), scene.ink.weak));
        space = 4.0;
    }
    let (sign, word) = match verdict {
        Some(verdict) => text.split_at(words::glyph(verdict).len()),
        None => ("", text),
    };
    let color = verdict.and_then(words::look).map_or(scene.ink.weak, |look| scene.ink.of(look));
    if !sign.is_empty() {
        job.append(sign, space, TextFormat::simple(font.clone(), color));
        space = 0.0;
    }
    job.append(word, space, TextFormat::simple(font, scene.ink.text));
    job
}
