//! The overview strip beside a column: where its differences lie, and which part is on screen.

use egui::{CursorIcon, Mesh, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::column_text::ColumnText;
use super::scene::Scene;
use crate::findings::FindingIndex;
use crate::wording::look::{Look, letter};

/// How near to a tick, in points, a click means the tick and not the place.
const NEAR: f32 = 4.0;

/// What a reader did with a strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Strip {
    /// Clicked the tick of this finding.
    Finding(FindingIndex),
    /// Clicked or dragged to this share of the text.
    Place(f32),
}

/// Draws the strip of `article` at `rect`; `view` are the shares of the text at the top and the bottom of the screen.
pub(crate) fn strip_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    article: usize,
    text: &ColumnText,
    view: (f32, f32),
    rect: Rect,
) -> Option<Strip> {
    let response =
        ui.interact(rect, ui.scope_id().with(("strip", article)), Sense::click_and_drag() - Sense::FOCUSABLE);
    let ticks = scene.room.ticks.get(article).map_or(&[][..], Vec::as_slice);
    response.widget_info(|| {
        let label = format!("Overview of {}, {} places", letter(article), ticks.len());
        WidgetInfo::labeled(Role::ScrollBar, true, label)
    });
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, scene.ink.weak.gamma_multiply(0.10));
    let y_at = |share: f32| rect.top() + share * rect.height();
    let thumb = Rect::from_min_max(pos2(rect.left(), y_at(view.0)), pos2(rect.right(), y_at(view.1)));
    let is_held = response.hovered() || response.dragged();
    painter.rect_filled(thumb, 2.0, scene.ink.weak.gamma_multiply(if is_held { 0.36 } else { 0.22 }));
    let height = text.height().max(1.0);
    // One mesh for all ticks: hundreds of shapes of their own would cost more than the whole text.
    let mut bars = Mesh::default();
    let mut nearest: Option<(f32, FindingIndex)> = None;
    for tick in ticks {
        let y = y_at(text.about_y_of(tick.span.start) / height);
        let (left, right) = match tick.look {
            Look::Conflict => (rect.left(), rect.right()),
            Look::OnlyIn => (rect.left(), rect.left() + 3.0),
            _ => (rect.left() + 2.0, rect.right() - 2.0),
        };
        let is_selected = scene.picked.finding == Some(tick.finding);
        let half = if is_selected { 2.5 } else { 1.25 };
        let bar = Rect::from_min_max(pos2(left, (y - half).round()), pos2(right, (y + half).round()));
        bars.add_colored_rect(bar, scene.ink.of(tick.look));
        if is_selected {
            painter.rect_stroke(bar.expand(1.0), 0.0, Stroke::new(1.0, scene.ink.text), StrokeKind::Outside);
        }
        if let Some(pointer) = response.hover_pos() {
            let distance = (pointer.y - y).abs();
            if distance <= NEAR && nearest.is_none_or(|(known, _)| distance < known) {
                nearest = Some((distance, tick.finding));
            }
        }
    }
    painter.add(bars);
    if let (Some((_, finding)), true) = (nearest, response.hovered()) {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if response.clicked() {
            return Some(Strip::Finding(finding));
        }
    }
    let pointer = response.interact_pointer_pos()?;
    (response.clicked() || response.dragged()).then(|| Strip::Place((pointer.y - rect.top()) / rect.height().max(1.0)))
}
