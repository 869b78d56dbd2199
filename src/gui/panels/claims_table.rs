//! The claims table: aligned claims as rows, articles as columns, gaps where an article is silent.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Galley, Label, Layout, Role, Sense, TextStyle, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder};

use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::claims_table::{ClaimsShown, ClaimsTable, cell_text};
use crate::view::list_words;
use crate::view::places::{NOT_PAIRED, NOT_PAIRED_HINT};

/// Lines of text in a cell at most.
const LINES: usize = 3;

/// Space above and below the text of a row.
const SPACE: f32 = 6.0;

/// Width of the first column, with sign and coverage.
const FIRST: f32 = 52.0;

/// Draws the table.
pub(crate) fn claims_table_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    table: &ClaimsTable,
    chosen: &mut ClaimsShown,
    acts: &mut Vec<Act>,
) {
    ui.horizontal_wrapped(|ui| {
        for choice in [ClaimsShown::Paired, ClaimsShown::All, ClaimsShown::NotAligned] {
            ui.selectable_value(chosen, choice, list_words::claims_shown(choice));
        }
        if ui.button(list_words::COPY_TABLE).clicked() {
            acts.push(Act::Copy(table.tab_separated(scene.comparison)));
        }
    });
    ui.weak(table.text());
    if table.rows.is_empty() {
        ui.add_space(12.0);
        ui.label(list_words::NO_CLAIMS);
        return;
    }
    ui.add_space(4.0);
    let n_columns = table.columns.len().max(1) as f32;
    let spacing = ui.spacing().item_spacing.x;
    let width = ((ui.available_width() - FIRST - spacing) / n_columns - spacing).max(170.0).floor();
    let row_height = ui.text_style_height(&TextStyle::Body) * LINES as f32 + 2.0 * SPACE;
    egui::ScrollArea::horizontal().show(ui, |ui| {
        TableBuilder::new(ui)
            .striped(true)
            .resizable(true)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(FIRST))
            .columns(Column::initial(width).at_least(90.0).clip(true), table.columns.len())
            .header(26.0, |mut header| {
                header.col(|_| {});
                for title in &table.columns {
                    header.col(|ui| {
                        ui.label(egui::RichText::new(title).family(crate::gui::fonts::interface_bold()));
                    });
                }
            })
            .body(|body| {
                body.rows(row_height, table.rows.len(), |mut row| {
                    let Some(claim) = table.rows.get(row.index()) else { return };
                    row.set_selected(claim.cells.iter().flatten().any(|&id| scene.picked.holds(id)));
                    row.col(|ui| {
                        ui.add_space(4.0);
                        if let Some(look) = claim.look {
                            ui.colored_label(scene.ink.of(look), look.glyph()).on_hover_text(look.name());
                        }
                        ui.weak(format!("{}/{}", claim.n_articles, table.columns.len()));
                    });
                    for (article, cell) in claim.cells.iter().enumerate() {
                        row.col(|ui| {
                            let Some(&first) = cell.first() else {
                                ui.weak(NOT_PAIRED).on_hover_text(NOT_PAIRED_HINT);
                                return;
                            };
                            let text = cell_text(scene.comparison, cell);
                            let galley = cut(ui, &text, scene);
                            let is_cut = galley.elided;
                            let cell = Label::new(galley).show_tooltip_when_elided(false).sense(Sense::click());
                            let mut label = ui.add(cell);
                            if is_cut {
                                label = label.on_hover_text(&text);
                            }
                            label.widget_info(|| {
                                let title = table.columns.get(article).map_or("", String::as_str);
                                WidgetInfo::labeled(Role::Button, true, format!("{title}: {text}"))
                            });
                            if label.clicked() {
                                acts.push(Act::Place(first));
                            }
                        });
                    }
                });
            });
    });
}

/// The text of a cell, cut with an ellipsis after the given number of lines.
fn cut(ui: &Ui, text: &str, scene: &Scene<'_>) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), TextStyle::Body.resolve(ui.style()), scene.ink.text, 0.0);
    job.wrap = TextWrapping { max_width: ui.available_width(), max_rows: LINES, ..TextWrapping::default() };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
