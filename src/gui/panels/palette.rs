//! The command palette: every command by its name.

use egui::{Align, Align2, Id, Key, Layout, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::gui::command::{Command, listed};
use crate::gui::state::State;
use crate::view::window_words;

/// What is typed into the palette, and which command is chosen.
#[derive(Debug, Default)]
pub struct PalettePanel {
    query: String,
    at: usize,
    is_open: bool,
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
        let field = TextEdit::singleline(&mut self.query).hint_text(window_words::PALETTE_FIELD);
        let (down, up) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
        });
        let field = ui.add(field.desired_width(f32::INFINITY));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, window_words::PALETTE_FIELD));
        if !self.is_open {
            self.is_open = true;
            field.request_focus();
        }
        if field.changed() {
            self.at = 0;
        }
        let fitting = fitting(&self.query, state);
        if down {
            self.at = (self.at + 1).min(fitting.len().saturating_sub(1));
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut chosen = if is_entered { fitting.get(self.at).copied() } else { None };
        ui.add_space(4.0);
        if fitting.is_empty() {
            ui.weak(window_words::PALETTE_EMPTY);
        }
        ScrollArea::vertical().max_height(340.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (idx, command) in fitting.iter().enumerate() {
                let mut button = egui::Button::selectable(idx == self.at, command.label());
                if let Some(key) = command.keys().first() {
                    button = button.shortcut_text(ui.ctx().format_shortcut(key));
                }
                let width = ui.available_width();
                let row = ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::top_down_justified(Align::Min), |ui| {
                    ui.add(button.min_size(vec2(width, 26.0)))
                });
                if idx == self.at && (down || up) {
                    row.inner.scroll_to_me(None);
                }
                if row.inner.clicked() {
                    chosen = Some(command);
                }
            }
        });
        if let Some(command) = chosen {
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
