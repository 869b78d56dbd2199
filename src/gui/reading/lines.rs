//! The lines under marked words: each relation has its own style, so that no color is needed to tell them apart.

use egui::{Color32, Painter, Pos2, Shape, Stroke, pos2};

use crate::view::look::Look;

/// Draws the line of `look` under words from `left` to `right` whose letters stand on `baseline`.
pub(crate) fn underline(painter: &Painter, look: Look, color: Color32, left: Pos2, right: f32, size: f32) {
    let y = left.y + size * 0.2;
    let line = |y: f32| [pos2(left.x, y), pos2(right, y)];
    match look {
        Look::Conflict => {
            let stroke = Stroke::new(1.8, color);
            painter.line_segment(line(y), stroke);
            painter.line_segment(line(y + 3.4), stroke);
        }
        Look::Scope | Look::Update => {
            painter.extend(Shape::dashed_line(&line(y + 1.0), Stroke::new(1.8, color), 5.0, 3.0));
        }
        Look::Rounding => {
            painter.extend(Shape::dotted_line(&line(y + 1.2), color, 4.2, 1.1));
        }
        Look::Differs => {
            painter.line(wave(left.x, right, y + 1.6), Stroke::new(1.4, color));
        }
        Look::Agrees => {
            painter.line_segment(line(y + 1.0), Stroke::new(0.8, color));
        }
        Look::OnlyIn => {}
    }
}

/// The points of a wavy line.
fn wave(left: f32, right: f32, y: f32) -> Vec<Pos2> {
    const STEP: f32 = 2.0;
    let n_steps = (((right - left) / STEP).floor().max(1.0)) as usize;
    let heights = [0.0, -1.6, 0.0, 1.6];
    (0..=n_steps).map(|step| pos2(left + step as f32 * STEP, y + heights[step % 4])).collect()
}
