//! The overview of the whole story: one line with a tick for each difference, from the beginning of the articles to
//! their end.

use egui::{CursorIcon, Mesh, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::findings::FindingIndex;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::hover::finding_line;
use crate::view::list_words;
use crate::wording::look::Look;

/// Height of the strip in points.
const HEIGHT: f32 = 11.0;

/// How near to a tick, in points, a click must be.
const NEAR: f32 = 6.0;

/// Draws the strip over the whole width.
pub(crate) fn story_strip_ui(ui: &mut Ui, scene: &Scene<'_>, acts: &mut Vec<Act>) {
    let ticks = &scene.room.story;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, list_words::story_strip(ticks.len())));
    let painter = ui.painter();
    painter.rect_filled(rect, 3.0, scene.ink.weak.gamma_multiply(0.10));
    let mut bars = Mesh::default();
    let mut nearest: Option<(f32, FindingIndex)> = None;
    let mut chosen = None;
    for tick in ticks {
        let x = (rect.left() + 3.0 + tick.share * (rect.width() - 6.0)).round();
        let half = if tick.look == Look::Conflict { 1.5 } else { 1.0 };
        let (top, bottom) = match tick.look {
            Look::Conflict => (rect.top(), rect.bottom()),
            Look::OnlyIn => (rect.bottom() - 4.0, rect.bottom()),
            _ => (rect.top() + 2.0, rect.bottom() - 2.0),
        };
        let bar = Rect::from_min_max(pos2(x - half, top), pos2(x + half, bottom));
        bars.add_colored_rect(bar, scene.ink.of(tick.look));
        if scene.picked.finding == Some(tick.finding) {
            chosen = Some(bar.expand2(vec2(2.0, 1.0)));
        }
        if let Some(pointer) = response.hover_pos() {
            let distance = (pointer.x - x).abs();
            if distance <= NEAR && nearest.is_none_or(|(known, _)| distance <= known) {
                nearest = Some((distance, tick.finding));
            }
        }
    }
    painter.add(bars);
    if let Some(chosen) = chosen {
        painter.rect_stroke(chosen, 1.0, Stroke::new(1.5, scene.ink.text), StrokeKind::Outside);
    }
    let Some((_, finding)) = nearest else { return };
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if response.clicked() {
        acts.push(Act::Finding(finding));
    }
    if let Some(line) = finding_line(scene.comparison, finding) {
        response.on_hover_text_at_pointer(line);
    }
}
