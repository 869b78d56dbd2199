//! Cards for articles that are being read or could not be, and the progress of the work.

use egui::{Align, Frame, Layout, Margin, ProgressBar, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::state::slots::Slot;
use crate::gui::theme::{Palette, color};
use crate::view::window_words;

/// Whether there is anything to say besides the articles themselves.
pub fn has_cards(state: &State) -> bool {
    state.slots.n_loading() > 0 || state.slots.failed().next().is_some()
}

/// Draws the cards below each other, and how far the work is.
pub fn cards_ui(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    if state.comparison.is_none() {
        progress_ui(ui, state, commands);
    }
    for (slot, error) in state.slots.failed() {
        card_ui(ui, slot, error, palette, commands);
    }
}

/// Draws how far the work is, with a way to stop it.
pub fn progress_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some((text, share)) = state.progress_text() else { return };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width().min(520.0), 26.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            let bar = ui.add(ProgressBar::new(share).desired_width(180.0).desired_height(8.0));
            bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &text));
            ui.label(&text);
            if ui.small_button(Command::Stop.label()).clicked() {
                commands.push(Command::Stop);
            }
        },
    );
}

fn card_ui(ui: &mut Ui, slot: &Slot, error: &str, palette: &Palette, commands: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(color(palette.page))
        .stroke(Stroke::new(1.0, color(palette.error)))
        .corner_radius(5.0)
        .inner_margin(Margin::symmetric(10, 6));
    let card = frame.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(window_words::REMOVE).clicked() {
                commands.push(Command::Remove(slot.id));
            }
            if ui.button(window_words::RETRY).clicked() {
                commands.push(Command::Retry(slot.id));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.label(RichText::new(slot.name()).family(fonts::interface_bold()));
                ui.label(RichText::new(error).color(color(palette.error)));
            });
        });
    });
    card.response
        .widget_info(|| WidgetInfo::labeled(Role::Group, true, window_words::failed_label(&slot.name(), error)));
}

/// Draws the first-run hint.
pub fn hint_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.button(window_words::DISMISS).clicked() {
            commands.push(Command::DismissHint);
        }
        ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.label(window_words::FIRST_HINT);
        });
    });
}
