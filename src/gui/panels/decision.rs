//! What a person decides about the selected finding: a button for each verdict, and a note.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Response, RichText, Role, TextEdit, TextStyle, Ui, WidgetInfo, vec2};

use crate::gui::reading::Act;
use crate::gui::reading::scene::Scene;
use crate::review::Verdict;
use crate::view::review_words as words;

/// Most signs of a note: it is a remark, not an article.
const LONGEST_NOTE: usize = 400;

/// Draws the verdicts and the note of the finding at `finding`.
pub(crate) fn decision_ui(ui: &mut Ui, scene: &Scene<'_>, finding: usize, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    caption_ui(ui, scene, words::DECISION);
    ui.horizontal_wrapped(|ui| verdicts_ui(ui, scene, finding, |verdict| (words::signed(verdict), 6.0), acts));
    ui.horizontal(|ui| {
        let label = caption_ui(ui, scene, words::NOTE);
        note_ui(ui, scene, finding, words::NOTE_HINT, acts).labelled_by(label.id);
    });
    before_ui(ui, scene, finding);
}

/// The same where there is little room: each verdict by its sign, its word when pointed at.
pub(crate) fn small_decision_ui(ui: &mut Ui, scene: &Scene<'_>, finding: usize, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal_wrapped(|ui| {
        caption_ui(ui, scene, words::YOU);
        let face = |verdict: Option<Verdict>| (verdict.map_or("", words::glyph).to_owned(), 5.0);
        verdicts_ui(ui, scene, finding, face, acts);
    });
    let field = note_ui(ui, scene, finding, words::NOTE_SMALL_HINT, acts);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words::NOTE));
    before_ui(ui, scene, finding);
}

fn caption_ui(ui: &mut Ui, scene: &Scene<'_>, text: &str) -> Response {
    ui.label(RichText::new(text).small().color(scene.ink.weak))
}

/// A button for each verdict and one that takes it back; `face` gives the text on each and the space beside it.
fn verdicts_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    finding: usize,
    face: impl Fn(Option<Verdict>) -> (String, f32),
    acts: &mut Vec<Act>,
) {
    let chosen = scene.standing.verdict(finding);
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    for verdict in Verdict::ALL.map(Some).into_iter().chain([None]) {
        let is_on = chosen == verdict;
        let (text, space) = face(verdict);
        ui.spacing_mut().button_padding = vec2(space, 2.0);
        let face = letters(ui, scene, verdict, &text);
        let button = ui.add(Button::selectable(is_on, face).frame_when_inactive(true));
        button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, words::decide(verdict)));
        if button.on_hover_text(words::hint(verdict)).clicked() {
            acts.push(Act::Decide(verdict));
        }
    }
}

/// `text` behind the key of `verdict`, its sign in the color it has everywhere.
fn letters(ui: &Ui, scene: &Scene<'_>, verdict: Option<Verdict>, text: &str) -> LayoutJob {
    let font = TextStyle::Small.resolve(ui.style());
    let mut job = LayoutJob::default();
    let mut space = 0.0;
    if scene.number_keys || text.is_empty() {
        let key = verdict.map_or(0, |verdict| verdict as usize + 1);
        job.append(&key.to_string(), 0.0, TextFormat::simple(font.clone(), scene.ink.weak));
        space = 4.0;
    }
    let (sign, word) = match verdict {
        Some(verdict) => text.split_at(words::glyph(verdict).len()),
        None => ("", text),
    };
    let color = verdict.and_then(words::look).map_or(scene.ink.weak, |look| scene.ink.of(look));
    if !sign.is_empty() {
        job.append(sign, space, TextFormat::simple(font.clone(), color));
        space = 0.0;
    }
    job.append(word, space, TextFormat::simple(font, scene.ink.text));
    job
}

/// The field of the note, without a name.
fn note_ui(ui: &mut Ui, scene: &Scene<'_>, finding: usize, hint: &str, acts: &mut Vec<Act>) -> Response {
    let mut note = scene.standing.decision(finding).map(|decision| decision.note.clone()).unwrap_or_default();
    let field = TextEdit::singleline(&mut note)
        .id_salt(("note", finding))
        .hint_text(hint)
        .char_limit(LONGEST_NOTE)
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    if field.changed() {
        acts.push(Act::Note(finding, note));
    }
    field
}

/// Says that articles have come to the finding since it was decided.
fn before_ui(ui: &mut Ui, scene: &Scene<'_>, finding: usize) {
    if let Some(text) = words::before(scene.standing.articles_since(finding)) {
        ui.label(RichText::new(text).small()).on_hover_text(words::BEFORE_HINT);
    }
}
