//! Help on keys and signs, and the list of past messages.

use egui::{Context, Grid, Label, RichText, Ui};

use super::modal::modal_ui;
use crate::gui::command::{Command, listed};
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;
use crate::view::list_words::chip_hint;
use crate::wording::look::Look;

/// Room for a sign and its name, in points.
const SIGN_ROOM: f32 = 140.0;

/// Most of the width that the names of keys take.
const MOST_FOR_KEYS: f32 = 0.42;

/// From this width on, in points, the keys are in two columns.
const LEAST_FOR_TWO: f32 = 640.0;

/// Draws the keys and the signs.
pub fn keys_ui(ctx: &Context, palette: &Palette, commands: &mut Vec<Command>) {
    modal_ui(ctx, "keys", 860.0, commands, |ui, _| {
        heading(ui, window_words::SIGNS_HEADING);
        let room = ui.available_width();
        Grid::new("signs").num_columns(3).spacing([14.0, 5.0]).show(ui, |ui| {
            for look in Look::ALL {
                let sign = RichText::new(look.glyph()).size(18.0).color(color(palette.looks[look as usize]));
                ui.label(sign);
                ui.label(RichText::new(look.name()).family(fonts::interface_bold()));
                wrapped_ui(ui, chip_hint(look), room - SIGN_ROOM);
                ui.end_row();
            }
        });
        ui.add_space(12.0);
        heading(ui, window_words::KEYS_HEADING);
        let lines = key_lines(ui.ctx());
        let others = window_words::OTHER_KEYS.map(|(keys, what)| (keys.to_owned(), what));
        if ui.available_width() < LEAST_FOR_TWO {
            key_grid(ui, "keys", &lines);
        } else {
            let (left, right) = lines.split_at(lines.len().div_ceil(2));
            ui.columns(2, |columns| {
                if let [first, second] = columns {
                    key_grid(first, "first keys", left);
                    key_grid(second, "second keys", right);
                }
            });
        }
        ui.add_space(8.0);
        key_grid(ui, "other keys", &others);
    });
}

/// Text in a cell of a grid, in lines no wider than `width`; how wide it is.
fn wrapped_ui(ui: &mut Ui, text: impl Into<egui::WidgetText>, width: f32) -> f32 {
    let cell = ui.scope(|ui| {
        ui.set_max_width(width.max(60.0));
        ui.add(Label::new(text).wrap()).rect.width()
    });
    cell.inner
}

/// The keys of each command that has any, and its name.
fn key_lines(ctx: &Context) -> Vec<(String, &'static str)> {
    let keys =
        |command: &Command| -> Vec<String> { command.keys().iter().map(|key| ctx.format_shortcut(key)).collect() };
    let lines = listed().map(|command| (keys(command).join(", "), command.label().trim_end_matches('…')));
    lines.filter(|(keys, _)| !keys.is_empty()).collect()
}

fn key_grid(ui: &mut Ui, name: &str, lines: &[(String, &str)]) {
    let room = ui.available_width();
    Grid::new(name).num_columns(2).spacing([18.0, 3.0]).min_row_height(20.0).show(ui, |ui| {
        for (keys, what) in lines {
            let keys = RichText::new(keys).family(fonts::interface_bold());
            let width = wrapped_ui(ui, keys, room * MOST_FOR_KEYS);
            wrapped_ui(ui, *what, room - width.max(room * 0.3) - 18.0);
            ui.end_row();
        }
    });
}

/// Draws past messages, the newest first.
pub fn messages_ui(ctx: &Context, state: &State, commands: &mut Vec<Command>) {
    modal_ui(ctx, "messages", 560.0, commands, |ui, _| {
        heading(ui, window_words::LOG_HEADING);
        if state.toasts.log.is_empty() {
            ui.weak(window_words::LOG_EMPTY);
        }
        for text in state.toasts.log.iter().rev() {
            ui.label(text);
        }
    });
}

fn heading(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).heading().size(19.0));
    ui.add_space(4.0);
}
