//! Help on keys and signs, and the list of past messages.

use egui::{Context, Grid, RichText, Ui};

use super::modal::modal_ui;
use crate::gui::command::{Command, listed};
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::theme::{Palette, color};
use crate::view::list_words::chip_hint;
use crate::view::look::Look;
use crate::view::window_words;

/// Draws the keys and the signs.
pub fn keys_ui(ctx: &Context, palette: &Palette, commands: &mut Vec<Command>) {
    modal_ui(ctx, "keys", 760.0, commands, |ui, _| {
        heading(ui, window_words::SIGNS_HEADING);
        Grid::new("signs").num_columns(3).spacing([14.0, 5.0]).show(ui, |ui| {
            for look in Look::ALL {
                let sign = RichText::new(look.glyph()).size(18.0).color(color(palette.looks[look as usize]));
                ui.label(sign);
                ui.label(RichText::new(look.name()).family(fonts::interface_bold()));
                ui.label(chip_hint(look));
                ui.end_row();
            }
        });
        ui.add_space(12.0);
        heading(ui, window_words::KEYS_HEADING);
        Grid::new("keys").num_columns(2).spacing([22.0, 4.0]).striped(true).show(ui, |ui| {
            for command in listed() {
                let keys: Vec<String> = command.keys().iter().map(|key| ui.ctx().format_shortcut(key)).collect();
                if keys.is_empty() {
                    continue;
                }
                ui.label(RichText::new(keys.join(", ")).family(fonts::interface_bold()));
                ui.label(command.label().trim_end_matches('…'));
                ui.end_row();
            }
            for (keys, what) in window_words::OTHER_KEYS {
                ui.label(RichText::new(keys).family(fonts::interface_bold()));
                ui.label(what);
                ui.end_row();
            }
        });
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
