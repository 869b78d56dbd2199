//! The claims table: aligned claims as rows, articles as columns, gaps where an article is silent.

use egui::{Align, Label, Layout, Role, Sense, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder};

use crate::gui::reading::Act;
use crate::gui::reading::scene::Scene;
use crate::view::claims_table::{ClaimsTable, cell_text};
use crate::view::list_words;

/// Height of a row: three lines of text.
const ROW: f32 = 64.0;

/// Draws the table.
pub(crate) fn claims_table_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    table: &ClaimsTable,
    is_complete: &mut bool,
    acts: &mut Vec<Act>,
) {
    ui.horizontal(|ui| {
        ui.label(table.text());
        ui.checkbox(is_complete, list_words::ALL_CLAIMS);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(list_words::COPY_TABLE).clicked() {
                acts.push(Act::Copy(table.tab_separated(scene.comparison)));
            }
        });
    });
    if table.rows.is_empty() {
        ui.add_space(12.0);
        ui.label(list_words::NO_CLAIMS);
        return;
    }
    ui.add_space(4.0);
    let n_columns = table.columns.len().max(1) as f32;
    let width = ((ui.available_width() - 70.0) / n_columns - 10.0).max(170.0);
    egui::ScrollArea::horizontal().show(ui, |ui| {
        TableBuilder::new(ui)
            .striped(true)
            .resizable(true)
            .cell_layout(Layout::left_to_right(Align::Min))
            .column(Column::exact(44.0))
            .columns(Column::initial(width).at_least(90.0).clip(true), table.columns.len())
            .header(26.0, |mut header| {
                header.col(|_| {});
                for title in &table.columns {
                    header.col(|ui| {
                        ui.strong(title);
                    });
                }
            })
            .body(|body| {
                body.rows(ROW, table.rows.len(), |mut row| {
                    let Some(claim) = table.rows.get(row.index()) else { return };
                    row.set_selected(claim.cells.iter().flatten().any(|&id| scene.picked.holds(id)));
                    row.col(|ui| {
                        if let Some(look) = claim.look {
                            ui.colored_label(scene.ink.of(look), look.glyph()).on_hover_text(look.name());
                        }
                        ui.weak(format!("{}/{}", claim.n_articles, table.columns.len()));
                    });
                    for (article, cell) in claim.cells.iter().enumerate() {
                        row.col(|ui| {
                            let Some(&first) = cell.first() else {
                                ui.weak("–");
                                return;
                            };
                            let text = cell_text(scene.comparison, cell);
                            let label = ui.add(Label::new(&text).wrap().sense(Sense::click()));
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
