//! The card of a selected claim: its counterparts, what was mended about it, its note, and what can be done with it.

use egui::{Button, Frame, Link, Margin, Panel, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::alignment::ClaimId;
use crate::gui::command::Command;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::review::NoteOn;
use crate::view::claim_card::{COUNTERPARTS, ClaimCard, NONE, RELATED};
use crate::wording::excerpt;
use crate::wording::note_words::{self, NotePlace};

/// Longest line of a counterpart, in characters.
const LONGEST: usize = 120;

/// Draws `card`.
pub(crate) fn claim_card_ui(ui: &mut Ui, scene: &Scene<'_>, card: &ClaimCard, acts: &mut Vec<Act>) {
    let frame = Frame::new().inner_margin(Margin { top: 6, ..Margin::ZERO });
    let panel = Panel::bottom("claim buttons").resizable(false).frame(frame);
    panel.show(ui, |ui| buttons_ui(ui, scene, card, acts));
    ScrollArea::vertical().id_salt(("claim card", card.claim)).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.set_max_width(ui.available_width() - 6.0);
        ui.label(RichText::new(&card.title).heading().size(16.0));
        ui.label(&card.words);
        if scene.comparison.articles.len() > 1 {
            ui.label(RichText::new(COUNTERPARTS).small().color(scene.ink.weak));
            if card.counterparts.is_empty() {
                ui.weak(NONE);
            }
            claims_ui(ui, &card.counterparts, acts);
            if !card.related.is_empty() {
                ui.label(RichText::new(RELATED).small().color(scene.ink.weak));
                claims_ui(ui, &card.related, acts);
            }
        }
        for mend in &card.mends {
            pin_ui(ui, scene, mend);
        }
        if let Some(note) = &card.note {
            ui.separator();
            ui.label(note);
        }
    });
}

/// Lists claims, each of which leads to its place.
fn claims_ui(ui: &mut Ui, claims: &[(ClaimId, String)], acts: &mut Vec<Act>) {
    for (claim, text) in claims {
        if ui.add(Link::new(excerpt(text, LONGEST))).clicked() {
            acts.push(Act::Place(*claim));
        }
    }
}

/// Draws what can be done with the claim of `card`.
fn buttons_ui(ui: &mut Ui, scene: &Scene<'_>, card: &ClaimCard, acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().button_padding = vec2(6.0, 2.0);
        let note = if card.note.is_some() { note_words::EDIT } else { note_words::ADD };
        if ui.button(RichText::new(note).small()).on_hover_text("M").clicked() {
            acts.push(Act::Note(NotePlace::On(NoteOn::Claim(card.claim))));
        }
        if scene.comparison.articles.len() < 2 {
            return;
        }
        for (command, text, is_enabled) in [
            (Command::Link, note_words::SHORT_LINK, true),
            (Command::Unlink, note_words::SHORT_UNLINK, !card.counterparts.is_empty()),
            (Command::Alone, note_words::ALONE, true),
            (Command::Release, note_words::SHORT_RELEASE, !card.mends.is_empty()),
        ] {
            let key = command.shortcut(ui.ctx()).map(|key| format!(" ({key})"));
            let button = ui.add_enabled(is_enabled, Button::new(RichText::new(text).small()));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, command.label()));
            if button.on_hover_text(format!("{}{}", command.label(), key.unwrap_or_default())).clicked() {
                acts.push(Act::Do(command));
            }
        }
    });
}

/// Says that a person's word is here.
pub(crate) fn pin_ui(ui: &mut Ui, scene: &Scene<'_>, mend: &str) {
    let text = format!("{}: {mend}", note_words::PINNED);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 14.0), egui::Sense::hover());
        ui.painter().circle_filled(rect.center() - egui::vec2(0.0, 3.0), 3.5, scene.ink.text);
        ui.painter().line_segment(
            [rect.center(), rect.center() + egui::vec2(0.0, 6.0)],
            egui::Stroke::new(1.5, scene.ink.text),
        );
        ui.add(egui::Label::new(RichText::new(text).small()).wrap());
    });
}
