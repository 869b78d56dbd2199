//! The detail card of the selected finding: sentences, values, why, how sure, the way to each place, and what a person
//! decides.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, FontId, Frame, Margin, Panel, Rect, RichText, Role, ScrollArea, Sense, Stroke, TextStyle, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::claim_card::pin_ui;
use super::decision::{decision_ui, note_ui, said_ui};
use crate::gui::command::Command;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::detail::{Detail, Passage};
use crate::view::list_words;
use crate::wording::desk_words;
use crate::wording::look::Look;

/// Below this height the decision scrolls with the rest of the card instead of standing below it.
const LEAST_FOR_BOTH: f32 = 150.0;

/// Draws the card of `detail`.
pub(crate) fn detail_ui(ui: &mut Ui, scene: &Scene<'_>, detail: &Detail, acts: &mut Vec<Act>) {
    let Some(finding) = scene.picked.finding else { return };
    let height = ui.available_height();
    let is_low = height < LEAST_FOR_BOTH;
    if !is_low {
        let frame = Frame::new().inner_margin(Margin { top: 6, ..Margin::ZERO });
        let panel = Panel::bottom("decision").resizable(false).frame(frame);
        panel.show(ui, |ui| decision_ui(ui, scene, finding, acts));
    }
    let color = scene.ink.of(detail.look);
    // Each finding has a scroll area of its own: its card is seen from its top.
    ScrollArea::vertical().id_salt(("detail", &detail.id)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        // The scroll bar lies over the contents.
        ui.set_max_width(ui.available_width() - 6.0);
        ui.horizontal(|ui| {
            ui.label(RichText::new(format!("{} {}", detail.look.glyph(), detail.look.name())).color(color).strong());
            ui.weak(&detail.id);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let button = ui.small_button(list_words::COPY).on_hover_text(list_words::COPY_FINDING);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, list_words::COPY_FINDING));
                if button.clicked() {
                    acts.push(Act::Copy(detail.text(scene.standing.decision(finding))));
                }
            });
        });
        ui.label(RichText::new(&detail.title).heading().size(TextStyle::Body.resolve(ui.style()).size * 1.15));
        ui.label(RichText::new(detail.certainty).color(scene.ink.weak).small());
        if !detail.why.is_empty() {
            ui.label(RichText::new(&detail.why).color(scene.ink.weak).small());
        }
        said_ui(ui, scene, finding);
        for (idx, passage) in detail.passages.iter().enumerate() {
            passage_ui(ui, scene, passage, detail, idx, acts);
        }
        if let Some(silent) = &detail.silent {
            ui.weak(silent);
        }
        for mend in &detail.mends {
            pin_ui(ui, scene, mend);
        }
        note_ui(ui, scene, finding);
        if is_low {
            decision_ui(ui, scene, finding, acts);
        }
        ui.add_space(6.0);
    });
}

fn passage_ui(ui: &mut Ui, scene: &Scene<'_>, passage: &Passage, detail: &Detail, idx: usize, acts: &mut Vec<Act>) {
    let look = detail.look;
    let frame = Frame::new()
        .fill(scene.ink.page)
        .stroke(Stroke::new(1.0, scene.ink.rule))
        .corner_radius(5.0)
        .inner_margin(Margin::symmetric(10, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new(&passage.source).small().color(scene.ink.weak));
            if !passage.value.is_empty() {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(RichText::new(&passage.value).strong().small());
                });
            }
        });
        let font = TextStyle::Body.resolve(ui.style());
        ui.add(egui::Label::new(sentence(scene, passage, look, &font)).selectable(true));
        ui.label(RichText::new(passage.whole_place()).small().color(scene.ink.weak));
    });
    let rect = shown.response.rect;
    let response = ui.interact(rect, ui.scope_id().with(("passage", idx)), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}, {}", list_words::SHOW_PLACE, passage.place))
    });
    if response.hovered() || response.has_focus() {
        let width = if response.has_focus() { 2.0 } else { 1.0 };
        ui.painter().rect_stroke(rect, 5.0, Stroke::new(width, scene.ink.of(look)), egui::StrokeKind::Inside);
    }
    if response.clicked() {
        acts.push(Act::Place(passage.claim));
    }
    if !passage.value.is_empty() {
        menu_ui(ui, rect, passage, detail.passages.len() > 1 && detail.is_of_values, acts);
    }
}

/// What can be mended about the figure of `passage`, in a menu in the corner of its `rect`.
fn menu_ui(ui: &mut Ui, rect: Rect, passage: &Passage, can_leave: bool, acts: &mut Vec<Act>) {
    let corner = Rect::from_min_size(pos2(rect.right() - 34.0, rect.bottom() - 26.0), vec2(26.0, 20.0));
    let salt = ("passage menu", passage.claim, passage.words);
    let mut menu = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(corner));
    menu.visuals_mut().button_frame = false;
    let button = menu.menu_button("…", |ui| {
        let mut item = |text, command| {
            if ui.button(text).clicked() {
                acts.push(Act::Do(command));
                ui.close();
            }
        };
        item(desk_words::CORRECT, Command::Correct(Some((passage.claim, passage.words))));
        if can_leave {
            item(desk_words::TAKE_OUT, Command::TakeOut(passage.claim, passage.words));
        }
    });
    let name = format!("{}, {}", desk_words::SHORT_TAKE_OUT, passage.place);
    button.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
}

/// The sentence with the words in question underlined and the words that the other side lacks washed.
fn sentence(scene: &Scene<'_>, passage: &Passage, look: Look, font: &FontId) -> LayoutJob {
    let text = &passage.sentence;
    let mut cuts: Vec<usize> = vec![0, text.len()];
    cuts.extend(passage.marked.iter().chain(&passage.differing).flat_map(|span| [span.start, span.end]));
    cuts.retain(|&at| text.is_char_boundary(at));
    cuts.sort_unstable();
    cuts.dedup();
    let mut job = LayoutJob::default();
    for pair in cuts.windows(2) {
        let holds = |spans: &[crate::text::Span]| spans.iter().any(|span| span.start <= pair[0] && pair[1] <= span.end);
        let (is_marked, is_differing) = (holds(&passage.marked), scene.words && holds(&passage.differing));
        let mut format = TextFormat::simple(font.clone(), scene.ink.text);
        format.line_height = Some((font.size * 1.4).round());
        if is_marked {
            format.underline = Stroke::new(2.0, scene.ink.of(look));
        }
        format.background = match (is_marked, is_differing) {
            (true, _) => scene.ink.wash(look, 0.14),
            (_, true) => scene.ink.wash(Look::Differs, 0.12),
            _ => Color32::TRANSPARENT,
        };
        job.append(&text[pair[0]..pair[1]], 0.0, format);
    }
    job
}
