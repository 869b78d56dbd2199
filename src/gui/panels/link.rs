//! Lists over the room that are narrowed by typing: the claims that the selected one can be linked with or set against,
//! and the figures that can be put into a fact.

use egui::{Align, Button, Context, Id, Layout, Modal, RichText, ScrollArea, vec2};

use super::modal::frame;
use super::picker::Picker;
use crate::gui::command::Command;
use crate::gui::state::State;
use crate::gui::state::bars::Bar;
use crate::view::{figure_choice, link_choice};
use crate::wording::{desk_words, excerpt};

/// Longest line of a claim, in characters: two lines of the list.
const LONGEST: usize = 180;

/// What is typed into the list, and which line is chosen.
#[derive(Debug, Default)]
pub struct LinkPanel {
    picker: Picker,
}

/// What is listed.
struct Listed {
    heading: String,
    field: &'static str,
    empty: &'static str,
    lines: Vec<(String, Command)>,
}

impl LinkPanel {
    /// Begins anew next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws the list that is open.
    pub fn show(&mut self, ctx: &Context, state: &State, commands: &mut Vec<Command>) {
        let modal = Modal::new(Id::unique("link")).frame(frame(ctx)).show(ctx, |ui| {
            ui.set_width(620.0_f32.min(ctx.content_rect().width() - 60.0));
            let Some(Listed { heading, field, empty, lines }) = listed(state, self.picker.query()) else { return };
            ui.add(egui::Label::new(RichText::new(heading).heading().size(17.0)).wrap());
            let pressed = self.picker.field_ui(ui, field);
            if lines.is_empty() {
                ui.weak(empty);
            }
            let height = (ctx.content_rect().height() * 0.5).max(80.0);
            let rows = ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.set_max_width(ui.available_width() - 12.0);
                self.picker.rows_ui(ui, pressed, &lines, |ui, is_at_hand, (text, _)| {
                    let button = Button::selectable(is_at_hand, excerpt(text, LONGEST)).wrap();
                    let row = ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                        ui.add(button.min_size(vec2(ui.available_width(), 26.0)))
                    });
                    row.inner
                })
            });
            if let Some((_, command)) = rows.inner {
                commands.push(command.clone());
            }
        });
        if modal.should_close() {
            commands.push(Command::Escape);
        }
    }
}

/// The list that is open, as far as it holds all words of `query`.
fn listed(state: &State, query: &str) -> Option<Listed> {
    let comparison = state.comparison.as_deref()?;
    let claims = |claim, command: fn(crate::alignment::ClaimId) -> Command| {
        let choices = link_choice::choices(comparison, claim, query).into_iter();
        choices.map(|choice| (choice.text, command(choice.claim))).collect()
    };
    Some(match &state.bar {
        Bar::Link(claim) => Listed {
            heading: link_choice::heading(*claim),
            field: link_choice::FIELD,
            empty: link_choice::EMPTY,
            lines: claims(*claim, Command::LinkWith),
        },
        Bar::OwnWith(claim) => Listed {
            heading: link_choice::own_heading(*claim),
            field: link_choice::FIELD,
            empty: link_choice::EMPTY,
            lines: claims(*claim, Command::OwnWith),
        },
        Bar::PutIn(finding) => {
            let choices = figure_choice::choices(comparison, *finding, query).into_iter();
            Listed {
                heading: figure_choice::heading(comparison, *finding),
                field: desk_words::FIND_FIGURE,
                empty: desk_words::NO_FIGURE_HOLDS,
                lines: choices.map(|one| (one.text, Command::PutIn(one.claim, one.span))).collect(),
            }
        }
        _ => return None,
    })
}
