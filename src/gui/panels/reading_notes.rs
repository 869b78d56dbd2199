//! What was read of an article: its encoding, its doubts, and every block of the page, kept or left out, with the way
//! to bring it back or to leave it out.

use egui::{Align, Context, Frame, Grid, Layout, Margin, RichText, Role, Stroke, Ui, WidgetInfo, vec2};

use super::modal::modal_ui;
use crate::article::{Details, Published};
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::state::slots::SlotId;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words as words;
use crate::view::article_reading::{ArticleReading, Part, ReadBlock, article_reading};
use crate::wording::look::letter;
use crate::wording::reading_words::moment;

/// Width of the column of buttons.
const BUTTONS: f32 = 96.0;

/// The reading that is shown, made once for each comparison.
#[derive(Debug, Default)]
pub struct ReadingNotesPanel {
    made_for: Option<(u64, SlotId)>,
    reading: ArticleReading,
    only_left_out: bool,
    /// Title, outlet, byline, date, address, archive and time of the copy as they are being written.
    written: [String; 7],
    /// The same as they were before.
    before: [String; 7],
}

impl ReadingNotesPanel {
    /// Draws the reading of the article in `slot`.
    pub fn show(&mut self, ctx: &Context, state: &State, slot: SlotId, palette: &Palette, commands: &mut Vec<Command>) {
        let Some(comparison) = &state.comparison else { return };
        let Some(article) = state.compared.iter().position(|&known| known == slot) else { return };
        if self.made_for != Some((state.revision, slot)) {
            self.made_for = Some((state.revision, slot));
            self.reading =
                comparison.articles.get(article).map(|a| article_reading(&a.article, article)).unwrap_or_default();
            self.written = comparison.articles.get(article).map(|a| fields(&a.article.details)).unwrap_or_default();
            self.before.clone_from(&self.written);
        }
        modal_ui(ctx, "what was read", 860.0, commands, |ui, commands| {
            self.head_ui(ui, state, slot, palette, commands);
            for block in &self.reading.blocks {
                if !self.only_left_out || matches!(block.part, Part::LeftOut(_)) {
                    block_ui(ui, block, slot, palette, commands);
                }
            }
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, state: &State, slot: SlotId, palette: &Palette, commands: &mut Vec<Command>) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words::READING_HEADING).heading().size(19.0));
            ui.add_space(8.0);
            for (idx, &other) in state.compared.iter().enumerate() {
                let tab = ui.selectable_label(other == slot, letter(idx));
                tab.widget_info(|| {
                    WidgetInfo::selected(Role::Tab, true, other == slot, words::reading_of(&letter(idx)))
                });
                if tab.clicked() {
                    commands.push(Command::ShowReading(other));
                }
            }
        });
        ui.label(RichText::new(&self.reading.title).family(fonts::interface_bold()));
        ui.label(&self.reading.summary);
        for doubt in &self.reading.doubts {
            ui.label(format!("⚠ {doubt}"));
        }
        ui.add_space(4.0);
        Grid::new("facts of the reading").num_columns(2).spacing([16.0, 3.0]).show(ui, |ui| {
            self.details_ui(ui, slot, palette, commands);
            for (name, value) in self.reading.facts.iter().filter(|(name, _)| !words::DETAILS.contains(name)) {
                ui.label(RichText::new(*name).small().color(color(palette.weak)));
                ui.add(egui::Label::new(RichText::new(value).small()).wrap());
                ui.end_row();
            }
        });
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            if self.reading.n_left_out > 0 {
                ui.checkbox(&mut self.only_left_out, words::ONLY_LEFT_OUT);
            } else {
                self.only_left_out = false;
            }
            if ui.button(words::READ_AGAIN).on_hover_text(words::READ_AGAIN_HINT).clicked() {
                commands.push(Command::Retry(slot));
            }
        });
        ui.add_space(6.0);
    }
}

impl ReadingNotesPanel {
    /// Draws title, outlet, byline, date, address and the like in fields of their own; what is written counts when a
    /// field is left.
    fn details_ui(&mut self, ui: &mut Ui, slot: SlotId, palette: &Palette, commands: &mut Vec<Command>) {
        let mut is_left = false;
        for (name, value) in words::DETAILS.iter().zip(&mut self.written) {
            let label = ui.label(RichText::new(*name).small().color(color(palette.weak)));
            let field = egui::TextEdit::singleline(value).desired_width(480.0).font(egui::TextStyle::Small);
            is_left |= ui.add(field).labelled_by(label.id).lost_focus();
            ui.end_row();
        }
        let [published, retrieved] =
            [3, 6].map(|at| self.written[at].trim()).map(|date| (date, Published::parse(date)));
        if [published, retrieved].iter().any(|(date, read)| !date.is_empty() && read.is_none()) {
            ui.label("");
            ui.colored_label(ui.visuals().error_fg_color, words::PASTE_BAD_DATE);
            ui.end_row();
        } else if is_left {
            let given = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            let ((_, published), (_, retrieved)) = (published, retrieved);
            let [title, outlet, byline, _, address, archive, _] = self.written.each_ref().map(given);
            let details = Details { title, outlet, byline, published, address, archive, retrieved };
            if self.written != self.before {
                self.before.clone_from(&self.written);
                commands.push(Command::SetDetails(slot, Box::new(details)));
            }
        }
    }
}

/// What is known of an article, as it is written in fields.
fn fields(details: &Details) -> [String; 7] {
    let Details { title, outlet, byline, published, address, archive, retrieved } = details.clone();
    let [published, retrieved] = [published, retrieved].map(|time| time.map(moment));
    [title, outlet, byline, published, address, archive, retrieved].map(Option::unwrap_or_default)
}

fn block_ui(ui: &mut Ui, block: &ReadBlock, slot: SlotId, palette: &Palette, commands: &mut Vec<Command>) {
    let (name, command, is_kept) = match block.part {
        Part::Kept(idx) => (words::LEAVE_OUT, Command::LeaveOut(slot, idx), true),
        Part::LeftOut(idx) => (words::BRING_BACK, Command::BringBack(slot, idx), false),
    };
    let (fill, ink) = if is_kept { (palette.page, palette.text) } else { (palette.panel, palette.weak) };
    let frame = Frame::new()
        .fill(color(fill))
        .stroke(Stroke::new(1.0, color(palette.rule)))
        .corner_radius(4.0)
        .inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let text_width = (ui.available_width() - BUTTONS - 12.0).max(60.0);
            ui.allocate_ui_with_layout(vec2(text_width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(text_width);
                if !block.kind.is_empty() {
                    ui.label(RichText::new(block.kind).small().italics().color(color(palette.weak)));
                }
                let text = RichText::new(&block.text).font(egui::FontId::new(15.0, fonts::text())).color(color(ink));
                ui.add(egui::Label::new(text).wrap());
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let button = ui.button(name);
                let label = format!("{name}: {}", crate::wording::excerpt(&block.text, 60));
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if button.clicked() {
                    commands.push(command);
                }
            });
        });
    });
}
