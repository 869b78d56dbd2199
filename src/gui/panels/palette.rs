//! The command palette: every command by its name.

use egui::{Align, Align2, Button, Id, Layout, Modal, ScrollArea, Ui, vec2};

use super::picker::Picker;
use crate::gui::command::{Command, listed};
use crate::gui::state::State;
use crate::gui::words::window_words;

/// What is typed into the palette, and which command is chosen.
#[derive(Debug, Default)]
pub struct PalettePanel {
    picker: Picker,
}

impl PalettePanel {
    /// Begins anew next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, state: &State, commands: &mut Vec<Command>) {
        let id = Id::unique("palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 70.0));
        let modal = Modal::new(id).area(area).show(ctx, |ui| {
            ui.set_width(460.0_f32.min(ctx.content_rect().width() - 40.0));
            self.contents_ui(ui, state, commands);
        });
        if modal.should_close() {
            commands.push(Command::Escape);
        }
    }

    fn contents_ui(&mut self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
        let pressed = self.picker.field_ui(ui, window_words::PALETTE_FIELD);
        let fitting = fitting(self.picker.query(), state);
        ui.add_space(4.0);
        if fitting.is_empty() {
            ui.weak(window_words::PALETTE_EMPTY);
        }
        let rows = ScrollArea::vertical().max_height(340.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            self.picker.rows_ui(ui, pressed, &fitting, |ui, is_at_hand, command| {
                let mut button = Button::selectable(is_at_hand, command.label());
                if let Some(key) = command.keys().first() {
                    button = button.shortcut_text(ui.ctx().format_shortcut(key));
                }
                let width = ui.available_width();
                let row = ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::top_down_justified(Align::Min), |ui| {
                    ui.add(button.min_size(vec2(width, 26.0)))
                });
                row.inner
            })
        });
        if let Some(&command) = rows.inner {
            commands.push(Command::Escape);
            commands.push(command.clone());
        }
    }
}

/// The commands that make sense now and whose names hold all words of `query`; those that begin with it come first.
fn fitting(query: &str, state: &State) -> Vec<&'static Command> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut fitting: Vec<_> = listed()
        .filter(|command| **command != Command::Palette && command.is_enabled(state))
        .filter(|command| {
            let name = command.label().to_lowercase();
            words.iter().all(|word| name.contains(word))
        })
        .collect();
    fitting.sort_by_key(|command| !command.label().to_lowercase().starts_with(query.trim()));
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_any_of_their_words() {
        let state = State::default();
        let labels = |query| fitting(query, &state).into_iter().map(Command::label).collect::<Vec<_>>();
        assert_eq!(labels("open art"), ["Open articles…"]);
        assert_eq!(labels("COLORS dark"), ["Dark colors"]);
        assert_eq!(labels("open")[0], "Open articles…");
        assert!(labels("zebra").is_empty());
        assert!(!labels("").contains(&"Save report…"));
    }
}
