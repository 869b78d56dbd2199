//! The question before something is lost: save the session, save a report, leave anyway, or stay.

use egui::{Context, Id, Modal, RichText};

use super::modal::frame;
use super::primary::primary;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::state::bars::{Bar, Leave};
use crate::gui::state::slots::file_name;
use crate::gui::state::story::Unsaved;
use crate::gui::theme::Palette;
use crate::gui::words::window_words;
use crate::wording::session_words;

/// Draws the question.
pub fn unsaved_ui(ctx: &Context, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    let modal = Modal::new(Id::unique("unsaved")).frame(frame(ctx)).show(ctx, |ui| {
        ui.set_width(450.0_f32.min(ctx.content_rect().width() - 60.0));
        let lost = match state.unsaved() {
            Some(Unsaved::Articles) => session_words::OTHER_ARTICLES.to_owned(),
            Some(Unsaved::Decisions(n)) => session_words::unsaved(n, state.session.is_some()),
            None => String::new(),
        };
        ui.label(RichText::new(lost).heading().size(19.0));
        ui.add_space(4.0);
        ui.label(session_words::UNSAVED_HINT);
        if let Bar::Unsaved(Leave::Open(opening)) = &state.bar {
            ui.add_space(4.0);
            ui.label(session_words::then_opens(&file_name(&opening.path)));
        }
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            if ui.add(primary(Command::SaveAndLeave.label(), palette)).clicked() {
                commands.push(Command::SaveAndLeave);
            }
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
