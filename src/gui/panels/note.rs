//! The editor of a note, and the list of all notes.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, RichText, Role, ScrollArea, Stroke, TextEdit, Ui,
    WidgetInfo,
};

use super::modal::{frame, modal_ui};
use super::primary::primary;
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::state::note_bar::NoteBar;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;
use crate::wording::note_words as words;

/// Most characters of a note: it is a remark, not an article.
const LONGEST_NOTE: usize = 20_000;

/// Lines of the field before it scrolls.
const ROWS: usize = 7;

/// Draws the editor.
pub fn note_ui(ctx: &Context, bar: &NoteBar, palette: &Palette, commands: &mut Vec<Command>) {
    let modal = Modal::new(Id::unique("note")).frame(frame(ctx)).show(ctx, |ui| {
        ui.set_width(560.0_f32.min(ctx.content_rect().width() - 60.0));
        let heading = RichText::new(words::heading(&bar.name)).heading().size(17.0);
        let label = ui.add(egui::Label::new(heading).wrap());
        if bar.others.len() > 1 {
            ui.horizontal_wrapped(|ui| {
                for (name, place) in &bar.others {
                    let is_on = bar.name.starts_with(name.as_str());
                    let tab = ui.selectable_label(is_on, words::tab(name, *place));
                    tab.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, words::heading(name)));
                    if tab.clicked() && !is_on {
                        commands.push(Command::NoteOn(*place));
                    }
                }
            });
        }
        ui.add_space(4.0);
        let is_saved = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut text = bar.text.clone();
        let height = (ctx.content_rect().height() * 0.45).clamp(80.0, 320.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            let id = Id::unique("note text");
            let is_new = stands_at_end(ui, bar, id);
            let field = TextEdit::multiline(&mut text)
                .id(id)
                .hint_text(words::HINT)
                .char_limit(LONGEST_NOTE)
                .desired_rows(ROWS)
                .desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            if is_new {
                field.request_focus();
            }
        });
        if text != bar.text {
            commands.push(Command::EditNote(text));
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let save = ui.add(primary(words::SAVE, palette)).on_hover_text("Ctrl+Enter");
            if save.clicked() || is_saved {
                commands.push(Command::SaveNote);
            }
            if ui.button(window_words::CANCEL).on_hover_text("Esc").clicked() {
                commands.push(Command::Escape);
            }
            ui.weak(window_words::SAVING_KEY);
        });
    });
    if modal.should_close() {
        commands.push(Command::Escape);
    }
}

/// Puts the cursor of the field `id` behind what is there, when the editor opens on something or text came from outside
/// of the field. Whether that was so: then the field is to have the keys.
fn stands_at_end(ui: &Ui, bar: &NoteBar, id: Id) -> bool {
    let memory = Id::unique("note was open on");
    let frame = ui.ctx().cumulative_frame_nr();
    let before: Option<(u64, String, u32)> = ui.data(|data| data.get_temp(memory));
    ui.data_mut(|data| data.insert_temp(memory, (frame, bar.name.clone(), bar.n_added)));
    let is_open =
        before.is_some_and(|(drawn, name, n_added)| drawn + 1 >= frame && name == bar.name && n_added == bar.n_added);
    if !is_open {
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(bar.text.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }
    !is_open
}

/// The list of all notes.
#[derive(Debug, Default)]
pub struct NotesPanel {
    query: String,
    is_open: bool,
}

impl NotesPanel {
    /// Begins anew next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
        let Some(comparison) = &state.comparison else { return };
        let all = words::all(comparison, &state.standing);
        modal_ui(ctx, "notes", 620.0, commands, |ui, commands| {
            ui.label(RichText::new(words::ALL).heading().size(19.0));
            let field = TextEdit::singleline(&mut self.query).hint_text(words::SEARCH).desired_width(f32::INFINITY);
            let field = ui.add(field);
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words::SEARCH));
            if !self.is_open {
                self.is_open = true;
                field.request_focus();
            }
            ui.add_space(6.0);
            let found: Vec<_> = all.iter().filter(|note| note.holds(&self.query)).collect();
            if found.is_empty() {
                ui.weak(if all.is_empty() { words::NONE } else { words::NONE_FOUND });
            }
            for note in found {
                let frame = Frame::new()
                    .fill(color(palette.page))
                    .stroke(Stroke::new(1.0, color(palette.rule)))
                    .corner_radius(5.0)
                    .inner_margin(Margin::symmetric(10, 8));
                frame.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.horizontal(|ui| {
                        let on = RichText::new(&note.on).family(fonts::interface_bold());
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            let edit = ui.small_button(words::NOTE);
                            edit.widget_info(|| {
                                WidgetInfo::labeled(Role::Button, true, format!("{}: {}", words::EDIT, note.on))
                            });
                            if edit.clicked() {
                                commands.push(Command::NoteOn(note.place));
                            }
                            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                                if ui.add(egui::Link::new(on)).clicked() {
                                    commands.push(Command::GoToNote(note.place));
                                }
                            });
                        });
                    });
                    ui.label(&note.text);
                });
            }
        });
    }
}
