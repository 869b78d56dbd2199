//! A list that is narrowed by typing: the field, the keys that move in the list, and the line that is chosen.

use egui::{Key, Modifiers, Response, Role, TextEdit, Ui, WidgetInfo};

/// What is typed into such a list, and which of its lines is at hand.
#[derive(Debug, Default)]
pub(super) struct Picker {
    query: String,
    at: usize,
    is_open: bool,
}

/// The keys that were pressed in the field of a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pressed {
    down: bool,
    up: bool,
    enter: bool,
}

impl Picker {
    /// Returns what is typed.
    pub(super) fn query(&self) -> &str {
        &self.query
    }

    /// Draws the field, which is called `name` and has the keys when the list opens.
    pub(super) fn field_ui(&mut self, ui: &mut Ui, name: &str) -> Pressed {
        let (down, up) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
        });
        let field = TextEdit::singleline(&mut self.query).hint_text(name);
        let field = ui.add(field.desired_width(f32::INFINITY));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
        if !self.is_open {
            self.is_open = true;
            field.request_focus();
        }
        if field.changed() {
            self.at = 0;
        }
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        Pressed { down, up, enter }
    }

    /// Draws `items`, each by `row`, which is passed whether it is the one at hand; the one that was clicked, or
    /// entered in the field.
    pub(super) fn rows_ui<'a, T>(
        &mut self,
        ui: &mut Ui,
        pressed: Pressed,
        items: &'a [T],
        row: impl Fn(&mut Ui, bool, &T) -> Response,
    ) -> Option<&'a T> {
        if pressed.down {
            self.at = (self.at + 1).min(items.len().saturating_sub(1));
        }
        if pressed.up {
            self.at = self.at.saturating_sub(1);
        }
        let mut chosen = if pressed.enter { items.get(self.at) } else { None };
        for (idx, item) in items.iter().enumerate() {
            let is_at_hand = idx == self.at;
            let response = row(ui, is_at_hand, item);
            if is_at_hand && (pressed.down || pressed.up) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(item);
            }
        }
        chosen
    }
}
