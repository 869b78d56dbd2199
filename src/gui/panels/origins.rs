//! The picture of shared origin: a matrix of how much of each article stands word for word in each other.

use egui::{Align2, Rect, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

use crate::gui::reading::scene::Scene;
use crate::view::facts::column_titles;
use crate::view::look::letter;
use crate::view::origins::{Origins, percent, share_text};

/// Side of a cell in points.
const CELL: f32 = 44.0;

/// Draws the matrix and what it means.
pub(crate) fn origins_ui(ui: &mut Ui, scene: &Scene<'_>, origins: &Origins) {
    for sentence in &origins.sentences {
        ui.label(sentence);
    }
    ui.add_space(10.0);
    let n_articles = origins.shares.len();
    let side = CELL * (n_articles as f32 + 1.0);
    egui::ScrollArea::both().show(ui, |ui| {
        let (area, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        let font = TextStyle::Small.resolve(ui.style());
        let cell = |row: usize, column: usize| {
            let min = area.min + vec2(column as f32 * CELL, row as f32 * CELL);
            Rect::from_min_size(min, vec2(CELL, CELL)).shrink(1.5)
        };
        for idx in 0..n_articles {
            for at in [cell(0, idx + 1), cell(idx + 1, 0)] {
                ui.painter().text(at.center(), Align2::CENTER_CENTER, letter(idx), font.clone(), scene.ink.text);
            }
        }
        for (a, shares) in origins.shares.iter().enumerate() {
            for (b, &share) in shares.iter().enumerate().filter(|(b, _)| *b != a) {
                let rect = cell(a + 1, b + 1);
                let fill = scene.ink.text.gamma_multiply((share as f32).sqrt() * 0.55);
                ui.painter().rect_filled(rect, 3.0, scene.ink.rule.gamma_multiply(0.4));
                ui.painter().rect_filled(rect, 3.0, fill);
                let color = if share > 0.5 { scene.ink.page } else { scene.ink.text };
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, percent(share), font.clone(), color);
                let response = ui.interact(rect, ui.scope_id().with(("share", a, b)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, share_text(a, b, share)));
                response.on_hover_text(share_text(a, b, share));
            }
        }
        let mut y = area.bottom() + 8.0;
        for title in column_titles(scene.comparison) {
            ui.painter().text(pos2(area.left(), y), Align2::LEFT_TOP, title, font.clone(), scene.ink.weak);
            y += font.size * 1.5;
        }
        ui.allocate_space(vec2(1.0, n_articles as f32 * font.size * 1.5 + 12.0));
    });
}
