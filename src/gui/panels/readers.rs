//! Where two readers disagree: what each says, and whose word shall are.

use egui::{Align, Context, Frame, Label, Layout, Margin, RichText, Role, Stroke, Ui, WidgetInfo};

use super::modal::modal_ui;
use crate::gui::command::Command;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::theme::{Palette, color};
use crate::view::readers::{Dispute, disputes};
use crate::wording::desk_words as words;

/// Draws the list.
pub fn readers_ui(ctx: &Context, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
    let Some(comparison) = &state.comparison else { return };
    let all = disputes(comparison, &state.standing);
    modal_ui(ctx, "readers", 620.0, commands, |ui, commands| {
        ui.label(RichText::new(words::DISAGREEMENTS).heading().size(19.0));
        ui.add(Label::new(if all.is_empty() { words::ALL_SETTLED } else { words::DISAGREEMENTS_HINT }).wrap());
        ui.add_space(6.0);
        for one in &all {
            let frame = Frame::new()
                .fill(color(palette.page))
                .stroke(Stroke::new(1.0, color(palette.rule)))
                .corner_radius(5.0)
                .inner_margin(Margin::symmetric(10, 8));
            frame.show(ui, |ui| dispute_ui(ui, one, commands));
        }
    });
}

fn dispute_ui(ui: &mut Ui, one: &Dispute, commands: &mut Vec<Command>) {
    ui.set_width(ui.available_width());
    let about = RichText::new(&one.about).family(fonts::interface_bold());
    match one.finding {
        Some(finding) => {
            if ui.add(egui::Link::new(about)).clicked() {
                commands.extend([Command::Escape, Command::Select(finding)]);
            }
        }
        None => {
            ui.label(about);
        }
    }
    for (said, action, command) in [
        (&one.first, words::KEEP_FIRST, Command::KeepFirst(one.entry)),
        (&one.second, words::TAKE_SECOND, Command::TakeSecond(one.entry)),
    ] {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let button = ui.small_button(action);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{action}: {}, {said}", one.about)));
            if button.clicked() {
                commands.push(command);
            }
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.add(Label::new(said).wrap());
            });
        });
    }
}
