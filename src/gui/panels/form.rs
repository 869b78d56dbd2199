//! A form over the room: sentences to select words in, what can be chosen, fields to write in.

use std::ops::Range;

use egui::{Context, Id, Key, Modal, Modifiers, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::modal::frame;
use super::primary::primary;
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::form::{About, Form, Sentence};
use crate::gui::theme::Palette;
use crate::gui::words::window_words;
use crate::wording::desk_words as words;

/// Most characters of a field.
const LONGEST: usize = 2_000;

/// Draws `form`.
pub fn form_ui(ctx: &Context, form: &Form, palette: &Palette, commands: &mut Vec<Command>) {
    let modal = Modal::new(Id::unique("form")).frame(frame(ctx)).show(ctx, |ui| {
        let screen = ctx.content_rect().size();
        ui.set_width(560.0_f32.min(screen.x - 60.0));
        let is_saved = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        ui.add(egui::Label::new(RichText::new(&form.heading).heading().size(17.0)).wrap());
        if !form.hint.is_empty() {
            ui.label(form.hint);
        }
        ui.add_space(4.0);
        let mut edited = form.clone();
        let height = (screen.y - 190.0).max(90.0);
        // As high as its contents from the first frame on.
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            for (idx, sentence) in edited.sentences.iter_mut().enumerate() {
                sentence_ui(ui, idx, sentence);
            }
            if form.about == About::Own && ui.button(words::OTHER_SENTENCE).clicked() {
                commands.push(Command::OwnOther);
            }
            choices_ui(ui, &mut edited);
            fields_ui(ui, &mut edited);
        });
        if let Some(error) = &form.error {
            ui.colored_label(ui.visuals().error_fg_color, error);
        }
        if edited != *form {
            commands.push(Command::EditForm(Box::new(edited)));
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let save = ui.add(primary(words::SAVE, palette)).on_hover_text("Ctrl+Enter");
            if save.clicked() || is_saved {
                commands.push(Command::SaveForm);
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

/// A sentence that cannot be changed, of which words are selected with the pointer or with Shift and the arrows.
fn sentence_ui(ui: &mut Ui, idx: usize, sentence: &mut Sentence) {
    let label = ui.label(RichText::new(&sentence.name).small());
    let mut text = sentence.text.as_str();
    let id = Id::unique(("sentence", idx));
    let field = TextEdit::multiline(&mut text).id(id).desired_rows(2).desired_width(f32::INFINITY);
    let shown = field.font(fonts::text_style()).show(ui);
    shown.response.response.clone().labelled_by(label.id);
    // Once the field has lost the keys its selection is what it was.
    if shown.response.response.has_focus()
        && let Some(range) = shown.cursor_range
    {
        let range = range.as_sorted_char_range();
        sentence.selected = byte_range(&sentence.text, range.start.into()..range.end.into());
    }
    let words = sentence.text.get(sentence.selected.clone()).unwrap_or("");
    if !words.is_empty() {
        ui.label(RichText::new(format!("“{words}”")).strong().small());
    }
    ui.add_space(4.0);
}

/// The bytes of `text` that the characters at `range` take.
fn byte_range(text: &str, range: Range<usize>) -> Range<usize> {
    let offset = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    offset(range.start)..offset(range.end)
}

fn choices_ui(ui: &mut Ui, form: &mut Form) {
    if form.choices.len() < 2 {
        if let (About::Figures(_), Some(only)) = (&form.about, form.choices.first()) {
            ui.label(only);
        }
        return;
    }
    if !matches!(form.about, About::Figures(_)) {
        ui.label(form.choices_name);
    }
    ui.horizontal_wrapped(|ui| {
        for (idx, choice) in form.choices.iter().enumerate() {
            let is_on = form.chosen == idx;
            let button = ui.selectable_label(is_on, choice);
            let name = format!("{}: {choice}", form.choices_name);
            button.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name.as_str()));
            if button.clicked() {
                form.chosen = idx;
            }
        }
    });
    ui.add_space(4.0);
}

fn fields_ui(ui: &mut Ui, form: &mut Form) {
    let is_new = is_new(ui);
    let takes_focus = form.sentences.is_empty();
    for (idx, field) in form.fields.iter_mut().enumerate() {
        let label = ui.label(field.name);
        let edit = TextEdit::singleline(&mut field.text).hint_text(field.hint).char_limit(LONGEST);
        let response = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
        if is_new && idx == 0 && takes_focus {
            response.request_focus();
        }
        ui.add_space(4.0);
    }
}

/// Whether the form was not drawn in the frame before.
fn is_new(ui: &Ui) -> bool {
    let memory = Id::unique("form was drawn");
    let frame = ui.ctx().cumulative_frame_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(memory));
    ui.data_mut(|data| data.insert_temp(memory, frame));
    before.is_none_or(|before| before + 1 < frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_become_bytes() {
        assert_eq!(byte_range("café nine", 5..9), 6..10);
        assert_eq!(byte_range("café", 0..99), 0..5);
    }
}
