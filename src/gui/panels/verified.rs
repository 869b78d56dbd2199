//! What came of verifying the session: the answer, and what is otherwise than it was saved.

use egui::{Context, Id, Label, Modal, RichText, ScrollArea};

use super::modal::frame;
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;
use crate::wording::session_words;

/// Height of the window beside what it lists.
const AROUND: f32 = 190.0;

/// Draws `lines`, the answer first.
pub fn verified_ui(ctx: &Context, lines: &[String], palette: &Palette, commands: &mut Vec<Command>) {
    let modal = Modal::new(Id::unique("verified")).frame(frame(ctx)).show(ctx, |ui| {
        let screen = ctx.content_rect().size();
        ui.set_width(560.0_f32.min(screen.x - 60.0));
        ui.label(RichText::new(session_words::VERIFY_HEADING).heading().size(19.0));
        ui.add_space(4.0);
        let mut lines = lines.iter();
        if let Some(answer) = lines.next() {
            ui.add(Label::new(RichText::new(answer).family(fonts::interface_bold())).wrap());
        }
        ScrollArea::vertical().max_height((screen.y - AROUND).max(60.0)).show(ui, |ui| {
            for line in lines {
                ui.add(Label::new(RichText::new(line).color(color(palette.weak))).wrap());
            }
        });
        ui.add_space(14.0);
        ui.button(window_words::CLOSE).clicked()
    });
    if modal.inner || modal.should_close() {
        commands.push(Command::Escape);
    }
}
