//! Bars to type in: an article as text, or a path.

use egui::{Align, Event, Key, Layout, Modifiers, ScrollArea, TextEdit, Ui};

use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::bars::{Bar, Paste, PathBar, Purpose};
use crate::gui::words::window_words as words;
use crate::wording::{desk_words, session_words};

/// Draws the bar that is open.
pub fn bars_ui(ui: &mut Ui, bar: &Bar, commands: &mut Vec<Command>) {
    match bar {
        Bar::Paste(paste) => paste_ui(ui, paste, commands),
        Bar::Path(path) => path_ui(ui, path, commands),
        Bar::None
        | Bar::Palette
        | Bar::Keys
        | Bar::Messages
        | Bar::About
        | Bar::Reading(_)
        | Bar::Note(_)
        | Bar::Notes
        | Bar::Readers
        | Bar::Verified(_)
        | Bar::Link(_)
        | Bar::OwnWith(_)
        | Bar::PutIn(_)
        | Bar::Form(_)
        | Bar::Unsaved(_) => {}
    }
}

fn paste_ui(ui: &mut Ui, paste: &Paste, commands: &mut Vec<Command>) {
    let mut edited = paste.clone();
    ui.label(egui::RichText::new(words::PASTE_HEADING).family(fonts::interface_bold()).size(16.0));
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        for (name, hint, width, value) in [
            (words::PASTE_OUTLET, "", 190.0, &mut edited.outlet),
            (words::PASTE_DATE, words::PASTE_DATE_HINT, 140.0, &mut edited.date),
            (words::PASTE_ADDRESS, "https://", 300.0, &mut edited.address),
        ] {
            let label = ui.label(name);
            let field = TextEdit::singleline(value).hint_text(hint).desired_width(width);
            ui.add(field).labelled_by(label.id);
            ui.add_space(6.0);
        }
    });
    if !edited.has_good_date() {
        ui.colored_label(ui.visuals().error_fg_color, words::PASTE_BAD_DATE);
    }
    let second = take_second(ui, &edited.text);
    let added = added(ui, &edited.text);
    let label = ui.label(words::PASTE_TEXT);
    let height = (ui.ctx().content_rect().height() * 0.3).clamp(90.0, 260.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        let field = TextEdit::multiline(&mut edited.text)
            .font(fonts::text_style())
            .hint_text(words::PASTE_EMPTY)
            .desired_width(f32::INFINITY)
            .desired_rows(5);
        let field = ui.add(field).labelled_by(label.id);
        if takes_focus(ui, "paste") {
            field.request_focus();
        }
    });
    if edited.text != paste.text {
        edited.is_refused = false;
        // What is pasted now went into the text; what was pasted before may be gone from it.
        edited.joined = added.filter(|added| edited.text.contains(added)).unwrap_or(edited.joined);
        if !edited.text.contains(&edited.joined) {
            edited.joined.clear();
        }
    }
    if edited.is_refused && !edited.is_ready() {
        ui.colored_label(ui.visuals().error_fg_color, words::PASTE_REFUSED);
    }
    if !edited.joined.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.label(words::PASTE_JOINED);
            if ui.button(words::PASTE_APART).clicked() {
                commands.push(Command::PartPaste);
            }
        });
    }
    ui.horizontal(|ui| {
        let is_ready = edited.is_ready();
        let has_keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if ui.add_enabled(is_ready, egui::Button::new(words::PASTE_ADD)).on_hover_text("Ctrl+Enter").clicked()
            || (is_ready && has_keys)
        {
            commands.push(Command::AddPaste);
        }
        cancel_ui(ui, commands);
    });
    match second {
        Some(text) if edited.is_ready() => {
            commands.push(Command::AddPaste);
            commands.push(Command::Pasted(text));
        }
        Some(_) => edited.is_refused = true,
        None => {}
    }
    if edited != *paste {
        commands.insert(0, Command::EditPaste(edited));
    }
}

/// Bytes of a text from which on, pasted after another, it is another article and not an addition to it.
const SECOND: usize = 300;

/// So many words, pasted into a text, are more than a correction of it.
const ADDITION: usize = 8;

/// What is pasted into `text` now, if that has words and it is no mere correction: the reader is told where it went.
fn added(ui: &Ui, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let is_addition = |text: &str| text.trim().contains('\n') || text.split_whitespace().nth(ADDITION - 1).is_some();
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) if is_addition(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// Takes a second article that is pasted while the first, `text`, is still in the bar: the two must not become one.
fn take_second(ui: &Ui, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    ui.input_mut(|input| {
        let is_article = |event: &Event| matches!(event, Event::Paste(text) if text.len() >= SECOND);
        let at = input.events.iter().position(is_article)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

fn path_ui(ui: &mut Ui, bar: &PathBar, commands: &mut Vec<Command>) {
    if bar.is_needed {
        ui.label(words::NO_CHOOSER);
    }
    let (name, hint, action) = match bar.purpose {
        Purpose::Open => (words::PATH_FIELD, words::PATH_HINT, words::PATH_OPEN),
        Purpose::Merge => (desk_words::MERGE_FIELD, desk_words::MERGE_HINT, desk_words::MERGE_DO),
        Purpose::Report => (words::SAVE_FIELD, words::SAVE_HINT, words::SAVE_DO),
        Purpose::Session => (session_words::FIELD, session_words::HINT, words::SAVE_DO),
    };
    ui.horizontal(|ui| {
        let label = ui.label(name);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            cancel_ui(ui, commands);
            let is_asked = ui.button(action).clicked();
            let mut text = bar.text.clone();
            let field = TextEdit::singleline(&mut text).hint_text(hint).desired_width(ui.available_width());
            let field = ui.add(field).labelled_by(label.id);
            if takes_focus(ui, "path") {
                field.request_focus();
            }
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if field.changed() {
                commands.push(Command::EditPath(text));
            }
            if is_asked || is_entered {
                commands.push(Command::AcceptPath(false));
            }
        });
    });
    if let Some(path) = &bar.exists {
        ui.horizontal(|ui| {
            ui.colored_label(ui.visuals().error_fg_color, words::exists(path));
            if ui.button(words::SAVE_REPLACE).clicked() {
                commands.push(Command::AcceptPath(true));
            }
        });
    }
}

fn cancel_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    if ui.button(words::CANCEL).clicked() {
        commands.push(Command::Escape);
    }
}

/// Whether the bar `name` was not drawn in the frame before: then its field takes the keys.
fn takes_focus(ui: &Ui, name: &str) -> bool {
    let id = egui::Id::unique(("bar was drawn", name));
    let frame = ui.ctx().cumulative_frame_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, frame));
    before.is_none_or(|before| before + 1 < frame)
}
