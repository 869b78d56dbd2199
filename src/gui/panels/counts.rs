//! The line of counts: how much was compared, with denominators, and a chip for each kind of difference, each one a
//! filter.

use egui::{FontId, Link, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::sign::{sign, sign_width};
use crate::gui::middle::Middle;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::counts::{Count, Lead};
use crate::view::filter::Filter;
use crate::view::list_words;
use crate::wording::look::Look;

/// Draws the line into `ui`, which lays it out; `no_conflict` says that nothing is in conflict, where that is so.
pub(crate) fn counts_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    counts: &[Count],
    no_conflict: Option<&str>,
    filter: &Filter,
    acts: &mut Vec<Act>,
) {
    ui.spacing_mut().item_spacing = vec2(7.0, 5.0);
    for count in counts.iter().filter(|count| count.lead == Lead::Stories) {
        count_ui(ui, count, filter, acts);
    }
    if let Some(no_conflict) = no_conflict {
        ui.label(RichText::new(no_conflict).small().strong());
    }
    // What is no_conflict names the aligned claims already.
    let aligned = counts.iter().filter(|count| count.lead == Lead::Aligned).skip(usize::from(no_conflict.is_some()));
    for count in aligned {
        count_ui(ui, count, filter, acts);
    }
    chips_ui(ui, scene, filter, acts);
    for count in counts.iter().filter(|count| matches!(count.lead, Lead::Hints | Lead::NotCompared)) {
        count_ui(ui, count, filter, acts);
    }
}

fn count_ui(ui: &mut Ui, count: &Count, filter: &Filter, acts: &mut Vec<Act>) {
    let text = RichText::new(&count.text).small().color(ui.visuals().weak_text_color());
    if ui.add(Link::new(text)).clicked() {
        acts.push(match count.lead {
            Lead::NotCompared => Act::NotCompared,
            Lead::Hints => Act::Filter(Filter { hints: !filter.hints, ..filter.clone() }),
            Lead::Stories | Lead::Aligned | Lead::Look(_) => Act::Middle(Middle::Claims),
        });
    }
}

/// Draws the chips, one for each look that there is, with how many there are; each turns a filter on or off.
fn chips_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &Filter, acts: &mut Vec<Act>) {
    for look in Look::ALL {
        let (count, told) = (scene.room.list.count(look), &scene.room.list.told);
        if count == 0 && told.dismissed[look as usize] == 0 {
            continue;
        }
        let text = list_words::chip(look, scene.room.list.n_fitting[look as usize], count, &told.decided(&[look]));
        if chip_ui(ui, scene, look, &text, filter.looks.contains(&look)) {
            let mut filter = filter.clone();
            filter.toggle_look(look);
            acts.push(Act::Filter(filter));
        }
    }
}

fn chip_ui(ui: &mut Ui, scene: &Scene<'_>, look: Look, text: &str, is_on: bool) -> bool {
    let font = TextStyle::Small.resolve(ui.style());
    let color = scene.ink.of(look);
    let words = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), scene.ink.text);
    let sign_font = FontId::new(font.size + 1.0, font.family);
    let sign_width = sign_width(ui.painter(), look, &sign_font);
    let size = vec2(sign_width + words.size().x + 22.0, words.size().y.max(18.0) + 5.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, text));
    let fill = if is_on { color.gamma_multiply(0.22) } else { scene.ink.page };
    let width = if response.has_focus() { 2.0 } else { 1.0 };
    let edge = if is_on || response.hovered() || response.has_focus() { color } else { scene.ink.rule };
    ui.painter().rect(rect, 12.0, fill, Stroke::new(width, edge), StrokeKind::Inside);
    let y = rect.center().y;
    sign(ui.painter(), look, pos2(rect.left() + 9.0 + sign_width / 2.0, y), &sign_font, color);
    let at = pos2(rect.left() + 14.0 + sign_width, y - words.size().y / 2.0);
    ui.painter().galley(at, words, scene.ink.text);
    response.on_hover_text(list_words::chip_hint(look)).clicked()
}
