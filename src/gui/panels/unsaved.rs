//! The question before decisions are lost: save a report, leave anyway, or stay.

use egui::{Context, Id, Modal, RichText};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::view::{review_words, window_words};

/// Draws the question.
pub fn unsaved_ui(ctx: &Context, state: &State, commands: &mut Vec<Command>) {
    let modal = Modal::new(Id::unique("unsaved")).show(ctx, |ui| {
        ui.set_width(380.0_f32.min(ctx.content_rect().width() - 60.0));
        ui.label(RichText::new(review_words::unsaved(state.n_unsaved())).heading().size(19.0));
        ui.label(review_words::UNSAVED_HINT);
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            if ui.button(Command::SaveReport.label()).clicked() {
                commands.extend([Command::Escape, Command::SaveReport]);
            }
            if ui.button(Command::LeaveAnyway.label()).clicked() {
                commands.push(Command::LeaveAnyway);
            }
            if ui.button(window_words::CANCEL).clicked() {
                commands.push(Command::Escape);
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::Escape);
    }
}
