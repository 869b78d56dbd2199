//! Messages in the corner: those that say that something went wrong stay, the others leave by themselves.

use std::collections::BTreeMap;
use std::time::Duration;

use egui::{Align, Align2, Area, Context, Frame, Id, Layout, Margin, Order, RichText, Stroke, Ui, vec2};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::state::toasts::Toast;
use crate::gui::theme::{Palette, color};
use crate::gui::words::window_words;

/// Seconds that a message stays, and one with something to do about it.
const STAYS: f64 = 5.0;
const STAYS_WITH_ACTION: f64 = 12.0;

/// Knows since when which message is shown.
#[derive(Debug, Default)]
pub struct ToastsPanel {
    since: BTreeMap<u64, f64>,
}

impl ToastsPanel {
    /// Draws the messages and takes those away whose time is over.
    pub fn show(&mut self, ctx: &Context, state: &State, palette: &Palette, commands: &mut Vec<Command>) {
        let now = ctx.input(|input| input.time);
        self.since.retain(|id, _| state.toasts.shown.iter().any(|toast| toast.id == *id));
        for toast in &state.toasts.shown {
            let since = *self.since.entry(toast.id).or_insert(now);
            if toast.is_error {
                continue;
            }
            let left = since + if toast.action.is_some() { STAYS_WITH_ACTION } else { STAYS } - now;
            if left <= 0.0 {
                commands.push(Command::DismissToast(toast.id));
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
        if state.toasts.shown.is_empty() {
            return;
        }
        let area = Area::new(Id::unique("toasts")).order(Order::Foreground);
        // Away from the card at the right, where the sentences are.
        area.anchor(Align2::LEFT_BOTTOM, vec2(16.0, -30.0)).show(ctx, |ui| {
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                for toast in &state.toasts.shown {
                    toast_ui(ui, toast, palette, commands);
                }
            });
        });
    }
}

fn toast_ui(ui: &mut Ui, toast: &Toast, palette: &Palette, commands: &mut Vec<Command>) {
    let edge = if toast.is_error { palette.error } else { palette.rule };
    let frame = Frame::new()
        .fill(color(palette.panel))
        .stroke(Stroke::new(1.0, color(edge)))
        .corner_radius(6.0)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_max_width(420.0);
        // As high as its text: centering in a layout would take the height of all messages before.
        ui.horizontal(|ui| {
            let text_width = 340.0;
            ui.scope(|ui| {
                ui.set_max_width(text_width);
                let text = RichText::new(&toast.text);
                ui.add(egui::Label::new(if toast.is_error { text.color(color(palette.error)) } else { text }).wrap());
            });
            if let Some((name, command)) = &toast.action
                && ui.button(*name).clicked()
            {
                commands.push(Command::DismissToast(toast.id));
                commands.push(command.clone());
            }
            let close = ui.small_button("×").on_hover_text(window_words::DISMISS);
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, window_words::DISMISS));
            if close.clicked() {
                commands.push(Command::DismissToast(toast.id));
            }
        });
    });
}
