//! What is shown while a file chooser has not answered: on some systems it comes late, or never.

use egui::{Frame, Panel, Ui};

use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::state::bars::Purpose;
use crate::gui::words::window_words;

/// After this many seconds without an answer another way is offered.
const PATIENCE: f64 = 3.0;

/// Knows since when which chooser is waited for.
#[derive(Debug, Default)]
pub struct ChooserPanel {
    since: Option<(u64, f64)>,
}

impl ChooserPanel {
    /// Draws the offer, when the time has come.
    pub fn show(&mut self, ui: &mut Ui, state: &State, frame: Frame, commands: &mut Vec<Command>) {
        let Some(chooser) = state.chooser else { return };
        let now = ui.input(|input| input.time);
        let since = match self.since {
            Some((number, since)) if number == chooser.number => since,
            _ => {
                self.since = Some((chooser.number, now));
                now
            }
        };
        let waited = now - since;
        if waited < PATIENCE {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE - waited));
            return;
        }
        Panel::top("chooser").frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(window_words::WAITING_CHOOSER);
                if ui.button(window_words::TYPE_INSTEAD).clicked() {
                    commands.push(Command::ForgetChooser);
                    commands.push(match chooser.purpose {
                        Purpose::Open => Command::TypePath,
                        Purpose::Merge => Command::TypeMergePath,
                        Purpose::Report => Command::TypeReportPath,
                        Purpose::Session => Command::TypeSessionPath,
                    });
                }
                if ui.button(window_words::FORGET_CHOOSER).clicked() {
                    commands.push(Command::ForgetChooser);
                }
            });
        });
    }
}
