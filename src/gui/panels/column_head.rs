//! The head of a column: letter, outlet, date, and a menu.

use egui::{
    Align2, Button, CursorIcon, FontId, Rect, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::gui::reading::act::HeadAct;
use crate::gui::reading::scene::Scene;
use crate::gui::words::window_words::SHOW_HIDDEN;
use crate::view::heading::{self, Heading};
use crate::view::places::{NOT_PAIRED, NOT_PAIRED_HINT};
use crate::wording::desk_words;
use crate::wording::look::Look;
use crate::wording::note_words;

/// Draws the `heading` of the column of `article` at `rect`, with `has_hidden` where another one is hidden; returns
/// what was chosen from its menu, or where the head was dropped.
pub(crate) fn column_head_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    article: usize,
    rect: Rect,
    heading: &Heading,
    has_hidden: bool,
) -> Option<HeadAct> {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, scene.ink.page);
    painter.line_segment([rect.left_bottom(), rect.right_bottom()], Stroke::new(1.0, scene.ink.rule));
    let body = TextStyle::Button.resolve(ui.style());
    let small = TextStyle::Small.resolve(ui.style());
    let badge = Rect::from_min_size(pos2(rect.left() + 12.0, rect.top() + 12.0), vec2(26.0, 26.0));
    painter.rect(badge, 5.0, scene.ink.text, Stroke::NONE, egui::StrokeKind::Inside);
    let letter_font = FontId::new(15.0, body.family.clone());
    painter.text(badge.center(), Align2::CENTER_CENTER, &heading.letter, letter_font, scene.ink.page);
    let left = badge.right() + 9.0;
    let right = rect.right() - 42.0;
    let line = |text: &str, font: FontId, color, y: f32, right: f32| {
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width((right - left).max(10.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        painter.galley(pos2(left, y - galley.size().y / 2.0), galley, color);
    };
    line(&heading.name, FontId::new(body.size, body.family), scene.ink.text, rect.top() + 18.0, right);
    let is_absent = scene.picked.is_absent_in(article);
    let is_authority = scene.standing.authoritative == Some(article);
    let authority = if is_authority { desk_words::NO_MORE_AUTHORITY } else { desk_words::TAKE_AS_AUTHORITY };
    let (below, color) = if is_absent {
        (NOT_PAIRED.to_owned(), scene.ink.of(Look::OnlyIn))
    } else {
        let below = match is_authority {
            true => format!("{} · {}", desk_words::IS_AUTHORITY, heading.below),
            false => heading.below.clone(),
        };
        (below, scene.ink.weak)
    };
    // Below the menu there is more room.
    line(&below, small, color, rect.top() + 35.0, rect.right() - 4.0);
    let label = if is_absent { format!("{}, {below}", heading.label) } else { heading.label.clone() };
    let response = ui.interact(rect, ui.scope_id().with(("head", article)), Sense::click_and_drag() - Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &label));
    let mut chosen = None;
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        painter.rect_stroke(rect.shrink(2.0), 5.0, Stroke::new(2.0, scene.ink.weak), egui::StrokeKind::Inside);
    }
    if response.drag_stopped() {
        chosen = response.interact_pointer_pos().map(|at| HeadAct::Dropped(at.x));
    }
    let items = |ui: &mut Ui, chosen: &mut Option<HeadAct>| {
        for (act, text, is_enabled) in [
            (HeadAct::Note, note_words::ON_ARTICLE, true),
            (HeadAct::Authority, authority, true),
            (HeadAct::Reading, heading::READING, true),
            (HeadAct::Left, heading::MOVE_LEFT, true),
            (HeadAct::Right, heading::MOVE_RIGHT, true),
            (HeadAct::Hide, heading::HIDE, true),
            (HeadAct::ShowAll, SHOW_HIDDEN, has_hidden),
            (HeadAct::Remove, heading::REMOVE, true),
        ] {
            if ui.add_enabled(is_enabled, Button::new(text)).clicked() {
                *chosen = Some(act);
                ui.close();
            }
        }
    };
    response.context_menu(|ui| items(ui, &mut chosen));
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(360.0);
        if is_absent {
            ui.label(NOT_PAIRED_HINT);
        }
        for note in &heading.notes {
            ui.label(note);
        }
    });
    let corner = Rect::from_min_size(pos2(rect.right() - 34.0, rect.top() + 4.0), vec2(26.0, 22.0));
    let mut menu = ui.new_child(UiBuilder::new().id_salt(("head menu", article)).max_rect(corner));
    menu.visuals_mut().button_frame = false;
    let button = menu.menu_button("…", |ui| items(ui, &mut chosen));
    button.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, heading.menu.as_str()));
    chosen
}
