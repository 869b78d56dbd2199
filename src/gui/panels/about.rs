//! Which version this is, to read and to copy.

use egui::{Context, Id, Modal, RichText};

use super::modal::frame;
use crate::gui::command::Command;
use crate::gui::words::{about_words, window_words};

/// Draws it.
pub fn about_ui(ctx: &Context, commands: &mut Vec<Command>) {
    let version = about_words::version();
    let releases = about_words::releases_page();
    let modal = Modal::new(Id::unique("about")).frame(frame(ctx)).show(ctx, |ui| {
        ui.set_width(480.0_f32.min(ctx.content_rect().width() - 60.0));
        ui.label(RichText::new(about_words::ABOUT).heading().size(19.0));
        ui.add_space(4.0);
        ui.label(&version);
        ui.label(window_words::PURPOSE);
        ui.add_space(8.0);
        ui.label(about_words::LICENCE);
        ui.label(about_words::OFFLINE);
        if let Some(page) = &releases {
            ui.add_space(8.0);
            ui.label(about_words::RELEASES);
            ui.label(RichText::new(page).monospace());
        }
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            if ui.button(about_words::COPY_VERSION).clicked() {
                commands.push(Command::Copy(version.clone()));
            }
            if let Some(page) = &releases
                && ui.button(about_words::COPY_RELEASES).clicked()
            {
                commands.push(Command::Copy(page.clone()));
            }
            if ui.button(window_words::CLOSE).clicked() {
                commands.push(Command::Escape);
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::Escape);
    }
}
