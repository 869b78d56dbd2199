//! The list of claims that the selected one can be linked with.

use egui::{Align, Context, Id, Key, Layout, Modal, Modifiers, RichText, Role, ScrollArea, TextEdit, WidgetInfo, vec2};

use super::modal::frame;
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
    query: String,
    at: usize,
    is_open: bool,
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
            let (down, up) = ui.input_mut(|input| {
                let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
                (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
            });
            let field = TextEdit::singleline(&mut self.query).hint_text(link_choice::FIELD);
            let field = ui.add(field.desired_width(f32::INFINITY));
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, link_choice::FIELD));
            if !self.is_open {
                self.is_open = true;
                field.request_focus();
            }
            if field.changed() {
                self.at = 0;
            }
            let choices = choices(comparison, claim, &self.query);
            if down {
                self.at = (self.at + 1).min(choices.len().saturating_sub(1));
            }
            if up {
                self.at = self.at.saturating_sub(1);
            }
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let mut chosen = if is_entered { choices.get(self.at) } else { None };
            if choices.is_empty() {
                ui.weak(link_choice::EMPTY);
            }
            let height = (ctx.content_rect().height() * 0.5).max(80.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.set_max_width(ui.available_width() - 12.0);
                for (idx, choice) in choices.iter().enumerate() {
                    let button = egui::Button::selectable(idx == self.at, excerpt(&choice.text, LONGEST)).wrap();
                    let row = ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                        ui.add(button.min_size(vec2(ui.available_width(), 26.0)))
                    });
                    if idx == self.at && (down || up) {
                        row.inner.scroll_to_me(None);
                    }
                    if row.inner.clicked() {
                        chosen = Some(choice);
                    }
                }
            });
            if let Some(choice) = chosen {
                commands.push(Command::LinkWith(choice.claim));
            }
        });
        if modal.should_close() {
            commands.push(Command::Escape);
        }
    }
}
