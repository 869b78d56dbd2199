//! The first screen: what the program is for and the ways to begin.

use egui::{Align, Align2, Area, Button, FontId, Id, Layout, Order, RichText, ScrollArea, Stroke, Ui, vec2};

use super::articles;
use super::primary::primary;
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::state::slots::file_name;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;
use crate::wording::session_words;

/// Width of the column in the middle.
const WIDTH: f32 = 520.0;

/// Draws the screen.
pub fn welcome_ui(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = WIDTH.min(ui.available_width() - 32.0);
        ui.add_space((ui.available_height() * 0.14).clamp(16.0, 150.0));
        ui.vertical_centered(|ui| {
            ui.set_max_width(width);
            ui.label(RichText::new(window_words::NAME).font(FontId::new(38.0, fonts::text_bold())));
            ui.add_space(2.0);
            ui.label(RichText::new(window_words::PURPOSE).font(FontId::new(18.0, fonts::text())));
            ui.add_space(26.0);
            if state.is_busy() || !state.slots.is_empty() {
                articles::cards_ui(ui, state, palette, commands);
                ui.add_space(18.0);
            }
            buttons_ui(ui, width, palette, commands);
            ui.add_space(14.0);
            ui.label(RichText::new(window_words::DROP_HINT).color(color(palette.weak)));
            left_behind_ui(ui, state, width, commands);
            recent_ui(ui, state, width, commands);
            ui.add_space(26.0);
            ui.label(RichText::new(window_words::OFFLINE).small().color(color(palette.weak)));
            ui.add_space(16.0);
        });
    });
}

fn buttons_ui(ui: &mut Ui, width: f32, palette: &Palette, commands: &mut Vec<Command>) {
    let gap = ui.spacing().item_spacing.x;
    let is_narrow = width < 440.0;
    let size = vec2(if is_narrow { width } else { (width - 2.0 * gap) / 3.0 }, 42.0);
    let layout = if is_narrow { Layout::top_down(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.allocate_ui_with_layout(vec2(width, size.y), layout, |ui| {
        for (idx, command) in [Command::Open, Command::PasteBar, Command::OpenSample].into_iter().enumerate() {
            let text = command.label();
            let button = if idx == 0 { primary(text, palette) } else { Button::new(text) };
            if ui.add_sized(size, button).clicked() {
                commands.push(command);
            }
        }
    });
}

/// Names the stories that were in no file when the program ended.
fn left_behind_ui(ui: &mut Ui, state: &State, width: f32, commands: &mut Vec<Command>) {
    if state.left_behind.is_empty() {
        return;
    }
    ui.add_space(30.0);
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.label(RichText::new(session_words::LEFT_BEHIND).family(fonts::interface_bold()));
        for one in &state.left_behind {
            if ui.link(session_words::recent_story(&one.names)).clicked() {
                commands.push(Command::Recover(one.path.clone()));
            }
        }
    });
}

fn recent_ui(ui: &mut Ui, state: &State, width: f32, commands: &mut Vec<Command>) {
    if state.prefs.recent.is_empty() {
        return;
    }
    ui.add_space(30.0);
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.label(RichText::new(window_words::RECENT).family(fonts::interface_bold()));
        for (idx, files) in state.prefs.recent.iter().enumerate() {
            let names: Vec<String> = files.iter().map(|file| file_name(file)).collect();
            let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            let link = ui
                .link(window_words::recent_story_by(state.prefs.headline(files), &names))
                .on_hover_text(paths.join("\n"));
            if link.clicked() {
                commands.push(Command::OpenRecent(idx));
            }
        }
    });
}

/// Says that files can be dropped, while some are held over the window.
pub fn drop_overlay_ui(ui: &Ui, palette: &Palette) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    Area::new(Id::unique("drop"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_TOP, vec2(0.0, 0.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let rect = ui.ctx().content_rect().shrink(10.0);
            ui.painter().rect(
                rect,
                10.0,
                color(palette.selected).gamma_multiply(0.92),
                Stroke::new(3.0, color(palette.accent)),
                egui::StrokeKind::Inside,
            );
            let font = FontId::new(24.0, fonts::interface_bold());
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, window_words::DROP_HERE, font, color(palette.text));
        });
}
