//! The line at the bottom: what was compared, with denominators, each count a way to see it.

use egui::accesskit::Live;
use egui::{Align, Layout, Link, Ui};

use super::articles::progress_ui;
use super::room::Middle;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::view::counts::Lead;
use crate::view::filter::Filter;
use crate::view::look::Look;

/// Draws the line.
pub fn status_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (idx, count) in state.counts.iter().enumerate() {
            if idx > 0 {
                ui.weak("·");
            }
            if ui
                .add(Link::new(egui::RichText::new(&count.text).small().color(ui.visuals().weak_text_color())))
                .clicked()
            {
                commands.extend(follow(count.lead));
            }
        }
        if state.is_busy() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| progress_ui(ui, state, commands));
        }
    });
    announce(ui, state);
}

/// Where a count leads.
fn follow(lead: Lead) -> Vec<Command> {
    let only = |looks: &[Look]| Filter {
        looks: looks.iter().copied().collect(),
        agreements: looks.contains(&Look::Agrees),
        ..Filter::default()
    };
    match lead {
        Lead::Aligned | Lead::NotCompared => vec![Command::Show(Middle::Claims)],
        Lead::Look(Look::Rounding) => vec![Command::SetFilter(only(&[Look::Update, Look::Scope, Look::Rounding]))],
        Lead::Look(look) => vec![Command::SetFilter(only(&[look]))],
    }
}

/// Tells assistive technology of what was said last.
fn announce(ui: &Ui, state: &State) {
    let id = ui.scope_id().with("announcement");
    let rect = egui::Rect::from_min_size(ui.min_rect().left_bottom(), egui::Vec2::ZERO);
    let response = ui.interact(rect, id, egui::Sense::empty());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, state.toasts.last()));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}
