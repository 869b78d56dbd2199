//! What a person decides about the selected finding: a button for each verdict, and a note.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, RichText, Role, TextEdit, TextStyle, Ui, WidgetInfo, vec2};

use crate::gui::reading::Act;
use crate::gui::reading::scene::Scene;
use crate::review::Verdict;
use crate::view::review_words as words;

/// Most signs of a note: it is a remark, not an article.
const LONGEST_NOTE: usize = 400;

/// Draws the verdicts and the note of the finding at `finding`.
pub(crate) fn decision_ui(ui: &mut Ui, scene: &Scene<'_>, finding: usize, acts: &mut Vec<Act>) {
    let decision = scene.standing.decision(finding);
    let chosen = decision.and_then(|decision| decision.verdict);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(RichText::new(words::DECISION).small().color(scene.ink.weak));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().button_padding = vec2(6.0, 2.0);
        for verdict in Verdict::ALL.map(Some).into_iter().chain([None]) {
            let is_on = chosen == verdict;
            let button = ui.add(Button::selectable(is_on, face(ui, scene, verdict)).frame_when_inactive(true));
            button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, words::decide(verdict)));
            if button.on_hover_text(words::meaning(verdict)).clicked() {
                acts.push(Act::Decide(verdict));
            }
        }
    });
    ui.horizontal(|ui| {
        let label = ui.label(RichText::new(words::NOTE).small().color(scene.ink.weak));
        let mut note = decision.map(|decision| decision.note.clone()).unwrap_or_default();
        let field = TextEdit::singleline(&mut note)
            .id_salt(("note", finding))
            .hint_text(words::NOTE_HINT)
            .char_limit(LONGEST_NOTE)
            .desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if field.changed() {
            acts.push(Act::Note(finding, note));
        }
    });
}

/// What stands on a button: its key, its sign and its word.
fn face(ui: &Ui, scene: &Scene<'_>, verdict: Option<Verdict>) -> LayoutJob {
    let font = TextStyle::Small.resolve(ui.style());
    let mut job = LayoutJob::default();
    if scene.number_keys {
        let key = verdict.map_or(0, |verdict| verdict as usize + 1);
        job.append(&key.to_string(), 0.0, TextFormat::simple(font.clone(), scene.ink.weak));
    }
    let space = if scene.number_keys { 4.0 } else { 0.0 };
    if let Some(verdict) = verdict {
        let color = words::look(verdict).map_or(scene.ink.weak, |look| scene.ink.of(look));
        job.append(words::glyph(verdict), space, TextFormat::simple(font.clone(), color));
    }
    let word = verdict.map_or(words::UNDECIDED, words::verdict);
    job.append(word, if verdict.is_some() { 3.0 } else { space }, TextFormat::simple(font, scene.ink.text));
    job
}
