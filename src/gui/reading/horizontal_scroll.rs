//! The bar below columns that do not fit side by side: which articles lie beyond either edge, how far the columns are
//! moved, and the ways to move them.

use egui::{Button, CursorIcon, Key, Modifiers, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::scene::Scene;
use crate::gui::words::sideways_words as words;
use crate::wording::look::letter;

/// Height of the bar.
pub(crate) const BAR: f32 = 26.0;

/// Room for the letters at either end of the bar.
const ENDS: f32 = 92.0;

/// A column counts as seen from the side if no more points of it than this lie beyond the edge.
const SLACK: f32 = 2.0;

/// Where the columns are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// What is seen of them.
    pub(crate) area: Rect,
    /// The articles from left to right.
    pub(crate) articles: &'a [usize],
    /// Their columns.
    pub(crate) columns: &'a [Rect],
    /// Points of the row beyond the left edge.
    pub(crate) offset: f32,
    /// Width of all columns.
    pub(crate) total: f32,
}

/// A side of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// What lies beyond the left edge.
    Left,
    /// What lies beyond the right edge.
    Right,
}

impl Row<'_> {
    /// Returns how far the row can be moved.
    pub(crate) fn last(&self) -> f32 {
        (self.total - self.area.width()).max(0.0)
    }

    /// The columns beyond the edge at `side`, in part or in whole, the nearest first.
    fn beyond(&self, side: Side) -> Vec<usize> {
        let is_beyond = |rect: &Rect| match side {
            Side::Left => rect.left() < self.area.left() - SLACK,
            Side::Right => rect.right() > self.area.right() + SLACK,
        };
        let mut beyond: Vec<usize> = (0..self.columns.len()).filter(|&at| is_beyond(&self.columns[at])).collect();
        if side == Side::Left {
            beyond.reverse();
        }
        beyond
    }

    /// Returns the offset that shows the column at `at` in whole, or its left end where it is wider than what is seen.
    pub(crate) fn offset_to(&self, at: usize) -> f32 {
        let Some(rect) = self.columns.get(at) else { return self.offset };
        let to_the_right = (rect.right() - self.area.right()).max(0.0);
        let to_the_left = (self.area.left() - rect.left() + to_the_right).max(0.0);
        (self.offset + to_the_right - to_the_left).clamp(0.0, self.last())
    }

    /// Returns the offset one column further to `side`: the nearest that the selection is in, or the nearest of all.
    pub(crate) fn offset_at(&self, scene: &Scene<'_>, side: Side) -> Option<f32> {
        let beyond = self.beyond(side);
        let spoken_of = beyond.iter().find(|&&at| is_spoken_of(scene, self.articles[at]));
        spoken_of.or(beyond.first()).map(|&at| self.offset_to(at))
    }
}

/// Whether the selection is in `article`.
fn is_spoken_of(scene: &Scene<'_>, article: usize) -> bool {
    scene.picked.places.get(article).is_some_and(|place| place.first.is_some())
}

/// Returns the side that the arrow keys ask for in this frame.
pub(crate) fn side_of_keys(ui: &Ui) -> Option<Side> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    [(Key::ArrowLeft, Side::Left), (Key::ArrowRight, Side::Right)]
        .into_iter()
        .find_map(|(key, side)| pressed(key).then_some(side))
}

/// Draws the bar at `bar`; returns the offset that was asked for.
pub(crate) fn horizontal_scroll_ui(ui: &mut Ui, scene: &Scene<'_>, row: &Row<'_>, bar: Rect) -> Option<f32> {
    ui.painter().rect_filled(bar, 0.0, scene.ink.page);
    let mut wanted = None;
    for side in [Side::Left, Side::Right] {
        let beyond = row.beyond(side);
        if beyond.is_empty() {
            continue;
        }
        let mut letters: Vec<String> = beyond.iter().map(|&at| letter(row.articles[at])).collect();
        if side == Side::Left {
            letters.reverse();
        }
        let is_spoken_of = beyond.iter().any(|&at| is_spoken_of(scene, row.articles[at]));
        let text = words::beyond(side == Side::Left, &letters);
        let rect = match side {
            Side::Left => Rect::from_min_size(bar.min, vec2(ENDS, bar.height())),
            Side::Right => Rect::from_min_max(pos2(bar.right() - ENDS, bar.top()), bar.max),
        };
        let layout = match side {
            Side::Left => egui::Layout::left_to_right(egui::Align::Center),
            Side::Right => egui::Layout::right_to_left(egui::Align::Center),
        };
        let mut end = ui.new_child(UiBuilder::new().id_salt(("end", side == Side::Left)).max_rect(rect).layout(layout));
        let text = RichText::new(text).small();
        let text = if is_spoken_of { text.strong().color(ui.visuals().hyperlink_color) } else { text };
        let button = end.add(Button::new(text).small().truncate());
        let label = words::beyond_label(side == Side::Left, &letters, is_spoken_of);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if button.on_hover_text(&label).clicked() {
            wanted = row.offset_at(scene, side);
        }
    }
    wanted.or(thumb_ui(ui, scene, row, bar.shrink2(vec2(ENDS, 8.0))))
}

/// The scroll bar between the letters.
fn thumb_ui(ui: &Ui, scene: &Scene<'_>, row: &Row<'_>, track: Rect) -> Option<f32> {
    let area = track.expand2(vec2(0.0, 6.0));
    let response = ui.interact(area, ui.scope_id().with("sideways"), Sense::click_and_drag() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, words::BAR));
    let share = |x: f32| (x / row.total.max(1.0)).clamp(0.0, 1.0);
    let (left, right) = (share(row.offset), share(row.offset + row.area.width()));
    let x_at = |share: f32| track.left() + share * track.width();
    ui.painter().rect_filled(track, 4.0, scene.ink.weak.gamma_multiply(0.16));
    let is_held = response.hovered() || response.dragged();
    let thumb = Rect::from_min_max(pos2(x_at(left), track.top()), pos2(x_at(right), track.bottom()));
    ui.painter().rect_filled(thumb, 4.0, scene.ink.weak.gamma_multiply(if is_held { 0.8 } else { 0.55 }));
    if is_held {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let scale = row.total / track.width().max(1.0);
    if response.dragged() {
        return Some((row.offset + response.drag_delta().x * scale).clamp(0.0, row.last()));
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.clicked())?;
    Some(((pointer.x - track.left()) * scale - row.area.width() / 2.0).clamp(0.0, row.last()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_column_beyond_an_edge_comes_into_view() {
        let columns: Vec<Rect> =
            (0..4).map(|at| Rect::from_min_size(pos2(-150.0 + at as f32 * 250.0, 0.0), vec2(210.0, 400.0))).collect();
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(500.0, 400.0));
        let row = Row { area, articles: &[0, 1, 2, 3], columns: &columns, offset: 150.0, total: 960.0 };
        assert_eq!((row.beyond(Side::Left), row.beyond(Side::Right)), (vec![0], vec![2, 3]));
        assert_eq!(row.offset_to(0), 0.0);
        assert_eq!(row.offset_to(1), 150.0, "it is seen already");
        assert_eq!(row.offset_to(2), 210.0);
        assert_eq!(row.offset_to(3), row.last());
    }
}
