//! The search bar over all articles.

use egui::{Key, Modifiers, Role, TextEdit, Ui, WidgetInfo};

use crate::gui::reading::act::Act;
use crate::view::list_words;
use crate::view::search::Hits;

/// Draws the bar; `has_opened` puts the cursor into it. `query` is what was typed, `at` the index of the hit that is
/// shown.
pub(crate) fn search_ui(
    ui: &mut Ui,
    query: &mut String,
    hits: &Hits,
    at: Option<usize>,
    has_opened: bool,
    acts: &mut Vec<Act>,
) {
    ui.horizontal(|ui| {
        let field = ui.add(TextEdit::singleline(query).hint_text(list_words::SEARCH_HINT).desired_width(260.0));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, list_words::SEARCH_HINT));
        if has_opened {
            field.request_focus();
        }
        let pressed = |ui: &Ui, modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let is_active = field.has_focus() || field.lost_focus();
        let is_back = is_active && pressed(ui, Modifiers::SHIFT, Key::Enter);
        let is_on = is_active && !is_back && ui.input(|input| input.key_pressed(Key::Enter));
        if is_on || is_back {
            field.request_focus();
        }
        if field.changed() {
            acts.push(Act::Search(query.clone()));
        }
        if ui.button("▲").on_hover_text(list_words::PREVIOUS_HIT).clicked() || is_back {
            acts.push(Act::Hit(-1));
        }
        if ui.button("▼").on_hover_text(list_words::NEXT_HIT).clicked() || is_on {
            acts.push(Act::Hit(1));
        }
        if !query.trim().is_empty() {
            ui.label(hits.text(at));
        }
        if ui.button("×").on_hover_text(list_words::CLOSE_SEARCH).clicked() || pressed(ui, Modifiers::NONE, Key::Escape)
        {
            acts.push(Act::CloseSearch);
        }
    });
}
