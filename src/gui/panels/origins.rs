//! The picture of shared origin: a matrix of how much of each article is word for word in each other.

use egui::{Align2, Rect, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

use crate::gui::reading::scene::Scene;
use crate::view::facts::column_titles;
use crate::view::origins::{HINT, Origins, percent, share_text};
use crate::wording::look::letter;

/// Width and height of a cell in points.
const CELL: egui::Vec2 = vec2(52.0, 34.0);

/// Room for the names of the articles at the left.
const NAMES: f32 = 230.0;

/// Draws the matrix and what it means. Each pair is shown once, below the diagonal.
pub(crate) fn origins_ui(ui: &mut Ui, scene: &Scene<'_>, origins: &Origins) {
    for sentence in &origins.sentences {
        ui.label(sentence);
    }
    let n_articles = origins.shares.len();
    if n_articles < 2 {
        return;
    }
    ui.weak(HINT);
    ui.add_space(12.0);
    egui::ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let size = vec2(NAMES + CELL.x * (n_articles - 1) as f32, CELL.y * n_articles as f32);
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let font = TextStyle::Body.resolve(ui.style());
        let cell = |row: usize, column: usize| {
            let min = area.min + vec2(NAMES + column as f32 * CELL.x, row as f32 * CELL.y);
            Rect::from_min_size(min, CELL).shrink(1.5)
        };
        for (row, title) in column_titles(scene.comparison).into_iter().enumerate() {
            let mut job = egui::text::LayoutJob::simple_singleline(title, font.clone(), scene.ink.text);
            job.wrap = egui::text::TextWrapping::truncate_at_width(NAMES - 14.0);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let y = cell(row, 0).center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(area.left(), y), galley, scene.ink.text);
        }
        for column in 0..n_articles - 1 {
            let at = cell(n_articles - 1, column).center_bottom() + vec2(0.0, 6.0);
            ui.painter().text(at, Align2::CENTER_TOP, letter(column), font.clone(), scene.ink.text);
        }
        for (a, shares) in origins.shares.iter().enumerate() {
            for (b, &share) in shares.iter().enumerate().take(a) {
                let rect = cell(a, b);
                // The square root shows small shares too.
                let depth = (share as f32).sqrt() * 0.6;
                ui.painter().rect_filled(rect, 3.0, scene.ink.rule.gamma_multiply(0.4));
                ui.painter().rect_filled(rect, 3.0, scene.ink.text.gamma_multiply(depth));
                let color = if depth > 0.45 { scene.ink.page } else { scene.ink.text };
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, percent(share), font.clone(), color);
                let response = ui.interact(rect, ui.scope_id().with(("share", a, b)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, share_text(b, a, share)));
                response.on_hover_text(share_text(b, a, share));
            }
        }
        ui.add_space(30.0);
    });
}
