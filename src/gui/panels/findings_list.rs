//! The findings list with its filters: every difference once, its values at a glance.

use egui::{
    Align2, FontId, Key, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::context_menu::finding_menu;
use super::filter_menu::filter_menu_ui;
use super::sign::sign;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::filter::Filter;
use crate::view::findings_list::{Entry, Grouping, Line};
use crate::view::list_words;
use crate::wording::hints;
use crate::wording::look::letters;
use crate::wording::review_words;

/// Height of an entry: two lines of text and the space around them.
const ENTRY: f32 = 43.0;

/// How much of its color the sign of a decided finding keeps.
const QUIET: f32 = 0.45;

/// The width in points from which on the whole hint fits the field for words.
const ROOM_FOR_HINT: f32 = 120.0;

/// Height of a heading.
const HEADING: f32 = 24.0;

/// Height of the fold of weaker hints.
const FOLD: f32 = 30.0;

/// Draws the search field of the list, the grouping, the count and the entries.
pub(crate) fn findings_list_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    filter: &Filter,
    grouping: Grouping,
    acts: &mut Vec<Act>,
) {
    ui.horizontal(|ui| {
        let mut text = filter.text.clone();
        let width = (ui.available_width() - 196.0).max(60.0);
        let hint = if width < ROOM_FOR_HINT { list_words::FILTER_SHORT } else { list_words::FILTER_HINT };
        let field = ui.add(TextEdit::singleline(&mut text).hint_text(hint).desired_width(width));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, list_words::FILTER_HINT));
        if field.changed() {
            acts.push(Act::Filter(Filter { text, ..filter.clone() }));
        }
        filter_menu_ui(ui, scene, filter, acts);
        let mut chosen = grouping;
        let combo = egui::ComboBox::from_id_salt("grouping").width(108.0).selected_text(list_words::grouping(grouping));
        let combo = combo.show_ui(ui, |ui| {
            for choice in [Grouping::Importance, Grouping::Kind, Grouping::Article] {
                ui.selectable_value(&mut chosen, choice, list_words::grouping(choice));
            }
        });
        combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, list_words::grouping(grouping)));
        if chosen != grouping {
            acts.push(Act::Group(chosen));
        }
    });
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.weak(scene.room.list.progress_text(scene.picked.finding));
        if !filter.is_open() && ui.link(list_words::SHOW_ALL).clicked() {
            acts.push(Act::Filter(Filter { agreements: filter.agreements, hints: filter.hints, ..Filter::default() }));
        }
    });
    let n_lost = scene.standing.lost.len();
    if n_lost > 0 {
        ui.weak(review_words::lost(n_lost)).on_hover_ui(|ui| {
            for entry in &scene.standing.lost {
                ui.label(review_words::lost_line(entry));
            }
        });
    }
    ui.add_space(4.0);
    if scene.room.list.entries.is_empty() {
        ui.add_space(12.0);
        ui.label(scene.room.list.empty_text(filter, scene.comparison.articles.len()));
    }
    entries_ui(ui, scene, filter, acts);
}

fn entries_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &Filter, acts: &mut Vec<Act>) {
    let list = &scene.room.list;
    let selected = list.position(scene.picked.finding);
    let memory = ui.scope_id().with("selected entry");
    let before: Option<Option<usize>> = ui.data(|data| data.get_temp(memory));
    let has_moved = before != Some(selected);
    ui.data_mut(|data| data.insert_temp(memory, selected));
    let mut tops = Vec::with_capacity(list.lines.len() + 1);
    let mut y = 0.0;
    for line in &list.lines {
        tops.push(y);
        y += match line {
            Line::Heading(..) => HEADING,
            Line::Entry(_) => ENTRY,
            Line::Hints(_) => FOLD,
        };
    }
    tops.push(y);
    ScrollArea::vertical().auto_shrink(false).min_scrolled_height(0.0).show_viewport(ui, |ui, viewport| {
        ui.set_height(y);
        let area = ui.max_rect();
        let first = tops.partition_point(|&top| top <= viewport.top()).saturating_sub(1);
        for (idx, line) in list.lines.iter().enumerate().skip(first) {
            if tops[idx] > viewport.bottom() {
                break;
            }
            let top = area.top() + tops[idx];
            let rect = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), area.top() + tops[idx + 1]));
            match line {
                Line::Heading(text, n) => heading_ui(ui, scene, text, *n, rect),
                Line::Entry(at) => entry_ui(ui, scene, &list.entries[*at], rect, acts),
                Line::Hints(n) => fold_ui(ui, scene, *n, filter, rect, acts),
            }
        }
        if has_moved && let Some(at) = selected {
            let line = list.lines.iter().position(|line| *line == Line::Entry(at)).unwrap_or(0);
            let rect = Rect::from_min_max(
                pos2(area.left(), area.top() + tops[line]),
                pos2(area.right(), area.top() + tops[line + 1]),
            );
            ui.scroll_to_rect(rect.expand(HEADING), None);
        }
    });
}

fn heading_ui(ui: &Ui, scene: &Scene<'_>, text: &str, n: usize, rect: Rect) {
    let font = TextStyle::Small.resolve(ui.style());
    let at = pos2(rect.left() + 4.0, rect.bottom() - 4.0);
    ui.painter().text(at, Align2::LEFT_BOTTOM, list_words::heading(text, n), font, scene.ink.weak);
    let response = ui.interact(rect, ui.scope_id().with(("heading", text)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, list_words::heading(text, n)));
}

/// Draws the fold of `n` weaker hints, which a click or Enter opens and closes.
fn fold_ui(ui: &Ui, scene: &Scene<'_>, n: usize, filter: &Filter, rect: Rect, acts: &mut Vec<Act>) {
    let text = hints(n);
    let response = ui.interact(rect, ui.scope_id().with("weaker hints"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, filter.hints, &text));
    let painter = ui.painter();
    let color = if response.hovered() { scene.ink.text } else { scene.ink.weak };
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 5.0, Stroke::new(2.0, scene.ink.text), StrokeKind::Inside);
    }
    let center = pos2(rect.left() + 12.0, rect.center().y);
    let points = match filter.hints {
        true => vec![center + vec2(-5.0, -3.0), center + vec2(5.0, -3.0), center + vec2(0.0, 4.0)],
        false => vec![center + vec2(-3.0, -5.0), center + vec2(-3.0, 5.0), center + vec2(4.0, 0.0)],
    };
    painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    let font = TextStyle::Small.resolve(ui.style());
    painter.text(pos2(rect.left() + 24.0, rect.center().y), Align2::LEFT_CENTER, &text, font, color);
    let is_entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.on_hover_text(list_words::HINTS_HINT).clicked() || is_entered {
        acts.push(Act::Filter(Filter { hints: !filter.hints, ..filter.clone() }));
    }
}

fn entry_ui(ui: &Ui, scene: &Scene<'_>, entry: &Entry, rect: Rect, acts: &mut Vec<Act>) {
    let response = ui.interact(rect, ui.scope_id().with(("entry", &entry.id)), Sense::click());
    let is_selected = scene.picked.finding == Some(entry.finding);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &entry.label));
    let painter = ui.painter();
    let is_decided = entry.verdict.is_some();
    let color = scene.ink.of(entry.look);
    let card = rect.shrink2(vec2(0.0, 1.0));
    if is_selected {
        painter.rect_filled(card, 5.0, color.gamma_multiply(0.16));
        painter.rect_filled(Rect::from_min_max(card.min, pos2(card.left() + 3.0, card.bottom())), 1.0, color);
    } else if response.hovered() {
        painter.rect_filled(card, 5.0, scene.ink.rule.gamma_multiply(0.45));
    }
    if response.has_focus() {
        painter.rect_stroke(card, 5.0, Stroke::new(2.0, scene.ink.text), StrokeKind::Inside);
    }
    let body = TextStyle::Body.resolve(ui.style());
    let small = TextStyle::Small.resolve(ui.style());
    let glyph = FontId::new(17.0, body.family);
    let sign_color = if is_decided { color.gamma_multiply(QUIET) } else { color };
    sign(painter, entry.look, pos2(rect.left() + 18.0, rect.center().y), &glyph, sign_color);
    let left = rect.left() + 36.0;
    let width = rect.right() - left - 8.0;
    let title = FontId::new(small.size + 1.5, small.family.clone());
    let decided = verdict_ui(ui, scene, entry, &small, pos2(rect.right() - 8.0, rect.top() + 14.0));
    let title_color = if is_decided { scene.ink.weak } else { scene.ink.text };
    line_ui(ui, &entry.what, title, title_color, pos2(left, rect.top() + 14.0), width - decided);
    let values: Vec<String> =
        entry.values.iter().map(|(words, articles)| format!("{words} ({})", letters(articles))).collect();
    line_ui(ui, &values.join("  ·  "), small, scene.ink.weak, pos2(left, rect.top() + 31.0), width);
    finding_menu(&response, scene, entry.finding, acts);
    if response.clicked()
        || response.secondary_clicked()
        || (response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
    {
        acts.push(Act::Finding(entry.finding));
    }
}

/// Writes what was decided, ending at `right`; the width that takes.
fn verdict_ui(ui: &Ui, scene: &Scene<'_>, entry: &Entry, font: &FontId, right: Pos2) -> f32 {
    let Some(verdict) = entry.verdict else { return 0.0 };
    let color = review_words::look(verdict).map_or(scene.ink.weak, |look| scene.ink.of(look));
    let text = review_words::signed(Some(verdict));
    let taken = ui.painter().text(right, Align2::RIGHT_CENTER, text, font.clone(), color);
    taken.width() + 8.0
}

/// One line of text around the height of `at`, cut with an ellipsis where it is wider than `width`.
fn line_ui(ui: &Ui, text: &str, font: FontId, color: egui::Color32, at: egui::Pos2, width: f32) {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(10.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at - vec2(0.0, galley.size().y / 2.0), galley, color);
}
