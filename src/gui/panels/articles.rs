//! Cards for articles that are being read or could not be, and the progress of the work.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, FontId, Frame, Label, Layout, Margin, ProgressBar, Role, ScrollArea, Stroke, TextStyle, Ui, WidgetInfo, vec2,
};

use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::state::slots::Slot;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;

/// Room for the buttons of a card.
const BUTTONS: f32 = 170.0;

/// Returns whether an article could not be read.
pub fn has_cards(state: &State) -> bool {
    state.slots.failed().next().is_some()
}

/// Draws the cards below each other, and how far the work is.
pub fn cards_ui(ui: &mut Ui, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    if state.comparison.is_none() {
        progress_ui(ui, state, commands);
    }
    let height = (ui.ctx().content_rect().height() * 0.28).max(70.0);
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .id_salt("cards")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (slot, error) in state.slots.failed() {
                card_ui(ui, slot, error, palette, commands);
            }
        });
}

/// Draws how far the work is, with a way to stop it.
pub fn progress_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some((text, share)) = state.progress_text() else { return };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width().min(520.0), 26.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            let bar = ui.add(
                ProgressBar::new(share).fill(ui.visuals().hyperlink_color).desired_width(180.0).desired_height(8.0),
            );
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
        .inner_margin(Margin::symmetric(10, 4));
    let card = frame.show(ui, |ui| {
        beside_ui(
            ui,
            BUTTONS,
            |ui| {
                let mut job = LayoutJob::default();
                let body = TextStyle::Body.resolve(ui.style());
                let bold = FontId::new(body.size, fonts::interface_bold());
                // The name stands before it already; the whole path is shown when pointed at.
                let path = slot.source.path().map(|path| path.display().to_string());
                let ending = path.as_ref().map(|path| format!(": {path}")).unwrap_or_default();
                let short = error.strip_suffix(&ending).unwrap_or(error);
                job.append(&slot.name(), 0.0, TextFormat::simple(bold, color(palette.text)));
                job.append(short, 10.0, TextFormat::simple(body, color(palette.error)));
                let label = ui.add(Label::new(job).wrap());
                if let Some(path) = path {
                    label.on_hover_text(path);
                }
            },
            |ui| {
                let mut button = |name, command| {
                    if ui.button(name).clicked() {
                        commands.push(command);
                    }
                };
                button(window_words::REMOVE, Command::Remove(slot.id));
                button(window_words::RETRY, Command::Retry(slot.id));
            },
        );
    });
    card.response
        .widget_info(|| WidgetInfo::labeled(Role::Group, true, window_words::failed_label(&slot.name(), error)));
}

/// Draws words that may take several lines, and buttons of `width` at their right.
fn beside_ui(ui: &mut Ui, width: f32, words: impl FnOnce(&mut Ui), buttons: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let free = (ui.available_width() - width).max(120.0);
        ui.allocate_ui_with_layout(vec2(free, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(free);
            // On one line with the words on the buttons.
            ui.add_space(ui.spacing().button_padding.y);
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), buttons);
    });
}

/// Draws the first-run hint.
pub fn hint_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    beside_ui(
        ui,
        BUTTONS * 0.6,
        |ui| {
            ui.add(Label::new(window_words::FIRST_HINT).wrap());
        },
        |ui| {
            if ui.button(window_words::DISMISS).clicked() {
                commands.push(Command::DismissHint);
            }
        },
    );
}
