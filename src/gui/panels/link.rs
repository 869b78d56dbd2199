//! The list of claims that the selected one can be linked with.

use egui::{Align, Button, Context, Id, Layout, Modal, RichText, ScrollArea, vec2};

use super::modal::frame;
use super::picker::Picker;
use crate::alignment::ClaimId;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::view::excerpt;
use crate::view::link_choice::{self, choices};

/// Longest line of a claim, in characters: two lines of the list.
const LONGEST: usize = 180;

/// What is typed into the list, and which claim is chosen.
#[derive(Debug, Default)]
pub struct LinkPanel {
    picker: Picker,
}

impl LinkPanel {
    /// Begins anew next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws the list for `claim`.
    pub fn show(&mut self, ctx: &Context, state: &State, claim: ClaimId, commands: &mut Vec<Command>) {
        let Some(comparison) = &state.comparison else { return };
        let modal = Modal::new(Id::unique("link")).frame(frame(ctx)).show(ctx, |ui| {
            ui.set_width(620.0_f32.min(ctx.content_rect().width() - 60.0));
            ui.label(RichText::new(link_choice::heading(claim)).heading().size(17.0));
            let pressed = self.picker.field_ui(ui, link_choice::FIELD);
            let choices = choices(comparison, claim, self.picker.query());
            if choices.is_empty() {
                ui.weak(link_choice::EMPTY);
            }
            let height = (ctx.content_rect().height() * 0.5).max(80.0);
            let rows = ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.set_max_width(ui.available_width() - 12.0);
                self.picker.rows_ui(ui, pressed, &choices, |ui, is_at_hand, choice| {
                    let button = Button::selectable(is_at_hand, excerpt(&choice.text, LONGEST)).wrap();
                    let row = ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                        ui.add(button.min_size(vec2(ui.available_width(), 26.0)))
                    });
                    row.inner
                })
            });
            if let Some(choice) = rows.inner {
                commands.push(Command::LinkWith(choice.claim));
            }
        });
        if modal.should_close() {
            commands.push(Command::Escape);
        }
    }
}
