//! The lines under marked words: each relation has its own style, so that no color is needed to tell them apart.
//!
//! All lines of a column go into one mesh of small boxes: hundreds of dots and dashes as shapes of their own
//! would cost more than the text.

use egui::{Color32, Mesh, Pos2, Rect, pos2, vec2};

use crate::wording::look::Look;

/// Thickness of one line in points.
const THICK: f32 = 1.8;

/// Adds the line of `look` under words from `left` to `right` whose letters are on `baseline`.
pub(crate) fn underline(mesh: &mut Mesh, look: Look, color: Color32, left: Pos2, right: f32, size: f32) {
    let y = (left.y + size * 0.2).round();
    let left = left.x;
    let mut stroke = |from: f32, to: f32, y: f32, thick: f32| {
        mesh.add_colored_rect(Rect::from_min_size(pos2(from, y), vec2((to - from).max(0.5), thick)), color);
    };
    match look {
        Look::Conflict => {
            stroke(left, right, y, THICK);
            stroke(left, right, y + 3.5, THICK);
        }
        Look::Scope | Look::Update => pieces(left, right, 5.0, 3.0, |from, to| stroke(from, to, y + 0.5, THICK)),
        Look::Rounding => pieces(left, right, 2.0, 2.4, |from, to| stroke(from, to, y + 0.5, 2.0)),
        Look::Differs => {
            let mut is_high = true;
            pieces(left, right, 2.5, 0.0, |from, to| {
                stroke(from, to, if is_high { y } else { y + 1.8 }, THICK);
                is_high = !is_high;
            });
        }
        Look::Agrees => stroke(left, right, y + 1.0, 0.8),
        Look::OnlyIn => {}
    }
}

/// Calls `draw` for each dash from `left` to `right`; the last one is cut.
fn pieces(left: f32, right: f32, dash: f32, gap: f32, mut draw: impl FnMut(f32, f32)) {
    let mut from = left;
    while from < right {
        draw(from, (from + dash).min(right));
        from += dash + gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n_boxes(look: Look) -> usize {
        let mut mesh = Mesh::default();
        underline(&mut mesh, look, Color32::BLACK, pos2(10.0, 50.0), 50.0, 16.0);
        mesh.vertices.len() / 4
    }

    #[test]
    fn each_relation_has_its_own_line() {
        let counts = Look::ALL.map(n_boxes);
        assert_eq!(counts, [2, 16, 5, 5, 10, 0, 1]);
    }
}
