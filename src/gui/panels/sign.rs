//! The sign of a relation: its glyph, or the bar of claims that only some articles make.

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, vec2};

use crate::wording::look::Look;

/// Width of the bar, as in the text.
const BAR: f32 = 3.0;

/// Returns how wide the sign of `look` is.
pub(crate) fn sign_width(painter: &Painter, look: Look, font: &FontId) -> f32 {
    match look {
        Look::OnlyIn => BAR,
        _ => painter.layout_no_wrap(look.glyph().to_owned(), font.clone(), Color32::PLACEHOLDER).size().x,
    }
}

/// Draws the sign of `look` around `center`.
pub(crate) fn sign(painter: &Painter, look: Look, center: Pos2, font: &FontId, color: Color32) {
    match look {
        Look::OnlyIn => {
            let bar = Rect::from_center_size(center, vec2(BAR, font.size));
            painter.rect_filled(bar, 1.0, color);
        }
        _ => {
            painter.text(center, Align2::CENTER_CENTER, look.glyph(), font.clone(), color);
        }
    }
}
