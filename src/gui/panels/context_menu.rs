//! What a right click offers: about a sentence and its figures, and about a finding. Everything stands in the menus at
//! the top too; here it is about what was clicked, whatever was selected before.

use egui::{Button, Response, Ui};

use crate::alignment::ClaimId;
use crate::compare::lookup::{claim_words, finding_at};
use crate::findings::FindingIndex;
use crate::gui::command::Command;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::gui::words::window_words;
use crate::review::{Check, NoteOn, Verdict};
use crate::text::Span;
use crate::view::detail::detail;
use crate::view::list_words;
use crate::wording::note_words::{self, NotePlace};
use crate::wording::{check_words, desk_words, review_words};

/// What stood under the pointer when the right button was pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Asked {
    /// The sentence.
    pub(crate) claim: ClaimId,
    /// The finding whose words it was.
    pub(crate) finding: Option<FindingIndex>,
    /// The figure.
    pub(crate) figure: Option<Span>,
}

/// Shows the menu of a piece of text whose `response` was clicked with the right button; `now` is what the pointer is
/// over, if it is over the text.
pub(crate) fn text_menu(response: &Response, scene: &Scene<'_>, now: Option<Asked>, acts: &mut Vec<Act>) {
    let memory = response.id.with("asked");
    if response.secondary_clicked()
        && let Some(now) = now
    {
        response.ctx.data_mut(|data| data.insert_temp(memory, now));
    }
    response.context_menu(|ui| {
        let Some(asked) = ui.data(|data| data.get_temp::<Asked>(memory)) else { return };
        ui.set_min_width(230.0);
        if let Some(finding) = asked.finding {
            finding_items(ui, scene, finding, acts);
            ui.separator();
        }
        claim_items(ui, scene, asked, acts);
    });
}

/// Shows the menu of the finding at `finding`, where `response` was clicked with the right button.
pub(crate) fn finding_menu(response: &Response, scene: &Scene<'_>, finding: FindingIndex, acts: &mut Vec<Act>) {
    response.context_menu(|ui| {
        ui.set_min_width(230.0);
        finding_items(ui, scene, finding, acts);
    });
}

/// An item that does `command` once `first` was selected, if it is clicked.
fn item(ui: &mut Ui, text: &str, first: Option<&Act>, command: Command, acts: &mut Vec<Act>) {
    let mut button = Button::new(text);
    if let Some(key) = command.keys().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(key));
    }
    if ui.add(button).clicked() {
        acts.extend(first.cloned());
        acts.push(Act::Do(command));
        ui.close();
    }
}

fn finding_items(ui: &mut Ui, scene: &Scene<'_>, finding: FindingIndex, acts: &mut Vec<Act>) {
    let first = Act::Finding(finding);
    let decision = scene.standing.decision(finding);
    ui.menu_button(window_words::DECIDE, |ui| {
        for verdict in Verdict::ALL.map(Some).into_iter().chain([None]) {
            let text = review_words::signed(verdict);
            item(ui, &text, Some(&first), Command::Decide(verdict), acts);
        }
    });
    ui.menu_button(desk_words::STATUS, |ui| {
        for check in Check::ALL.map(Some).into_iter().chain([None]) {
            item(ui, check_words::check(check), Some(&first), Command::Check(check), acts);
        }
    });
    item(ui, desk_words::PRINT, Some(&first), Command::Print, acts);
    let has_note = decision.is_some_and(|decision| !decision.note.is_empty());
    let note = if has_note { note_words::EDIT } else { note_words::ADD };
    item(ui, note, None, Command::NoteOn(NotePlace::Finding(finding)), acts);
    if finding_at(scene.comparison, finding).is_some_and(|finding| finding.kind.is_of_values()) {
        item(ui, desk_words::PUT_IN, Some(&first), Command::PutInto, acts);
    }
    if ui.button(list_words::COPY_FINDING).clicked() {
        let detail = detail(scene.comparison, scene.standing, finding);
        acts.extend(detail.map(|detail| Act::Copy(detail.text(decision))));
        ui.close();
    }
}

/// The finding that can be left by the figure at `figure` of what was asked about, and its words there.
fn mention(scene: &Scene<'_>, asked: Asked, figure: Span) -> Option<(FindingIndex, Span)> {
    let idx = asked.finding?;
    let finding = finding_at(scene.comparison, idx).filter(|one| one.kind.is_of_values() && one.mentions.len() > 1)?;
    let place = finding.mentions.iter().find(|place| place.claim == asked.claim && place.span.overlaps(figure))?;
    Some((idx, place.span))
}

fn claim_items(ui: &mut Ui, scene: &Scene<'_>, asked: Asked, acts: &mut Vec<Act>) {
    let first = Act::Claim(asked.claim);
    if let Some(figure) = asked.figure {
        item(ui, desk_words::CORRECT, None, Command::Correct(Some((asked.claim, figure))), acts);
        if let Some((finding, span)) = mention(scene, asked, figure) {
            item(ui, desk_words::TAKE_OUT, Some(&Act::Finding(finding)), Command::TakeOut(asked.claim, span), acts);
        }
        ui.separator();
    }
    item(ui, note_words::ON_CLAIM, None, Command::NoteOn(NotePlace::On(NoteOn::Claim(asked.claim))), acts);
    if scene.comparison.articles.len() > 1 {
        item(ui, note_words::LINK, Some(&first), Command::Link, acts);
        item(ui, note_words::UNLINK, Some(&first), Command::Unlink, acts);
        item(ui, note_words::ALONE, Some(&first), Command::Alone, acts);
        if scene.standing.mends_of(asked.claim).next().is_some() {
            item(ui, note_words::RELEASE, Some(&first), Command::Release, acts);
        }
        item(ui, desk_words::OWN, Some(&first), Command::Own, acts);
    }
    if let Some(words) = claim_words(scene.comparison, asked.claim)
        && ui.button(note_words::COPY_CLAIM).clicked()
    {
        acts.push(Act::Copy(words.to_owned()));
        ui.close();
    }
}
