//! The facts table: one row for each thing counted, one column for each article; cells lead to their place.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CursorIcon, Label, Layout, RichText, Role, Sense, TextStyle, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder};

use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::view::facts::{FactCell, FactOrder, FactRow, FactsTable, cell_text};
use crate::view::list_words;
use crate::view::places::{NOT_PAIRED, NOT_PAIRED_HINT};

/// Height of a row with one value in a cell, and of each further value.
const ROW: f32 = 28.0;
const MORE: f32 = 20.0;

/// Width of the first column, with the sign.
const SIGN: f32 = 30.0;

/// Space above the text of a row.
const TOP: f32 = 4.0;

/// Most values shown in a cell; the others are said to be there.
const MOST_VALUES: usize = 4;

/// Draws the table.
pub(crate) fn facts_table_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    table: &FactsTable,
    order: &mut FactOrder,
    acts: &mut Vec<Act>,
) {
    if table.rows.is_empty() {
        ui.add_space(12.0);
        ui.label(list_words::NO_FACTS);
        return;
    }
    ui.horizontal(|ui| {
        for choice in [FactOrder::Importance, FactOrder::Subject, FactOrder::Coverage] {
            ui.selectable_value(order, choice, list_words::fact_order(choice));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(list_words::COPY_TABLE).clicked() {
                acts.push(Act::Copy(table.tab_separated()));
            }
        });
    });
    ui.add_space(4.0);
    let (spacing, n_columns) = (ui.spacing().item_spacing.x, table.columns.len().max(1) as f32);
    let free = ui.available_width() - SIGN - spacing;
    let what = (free * 0.24).clamp(150.0, 300.0).floor();
    let width = ((free - what - spacing) / n_columns - spacing).max(130.0).floor();
    let heights = table.rows.iter().map(row_height).collect::<Vec<_>>();
    egui::ScrollArea::horizontal().show(ui, |ui| {
        TableBuilder::new(ui)
            .striped(true)
            .resizable(true)
            .cell_layout(Layout::top_down(Align::Min))
            .column(Column::exact(SIGN))
            .column(Column::initial(what).at_least(90.0).clip(true))
            .columns(Column::initial(width).at_least(70.0).clip(true), table.columns.len())
            .header(26.0, |mut header| {
                header.col(|ui| header_ui(ui, "", FactOrder::Importance, order));
                header.col(|ui| header_ui(ui, list_words::WHAT, FactOrder::Subject, order));
                for (article, title) in table.columns.iter().enumerate() {
                    header.col(|ui| header_ui(ui, title, FactOrder::Article(article), order));
                }
            })
            .body(|body| {
                body.heterogeneous_rows(heights.into_iter(), |mut row| {
                    let Some(fact) = table.rows.get(row.index()) else { return };
                    row.set_selected(fact.finding.is_some() && fact.finding == scene.picked.finding);
                    row.col(|ui| {
                        ui.add_space(TOP);
                        // No higher than the words beside it.
                        ui.spacing_mut().interact_size.y = 0.0;
                        ui.horizontal(|ui| {
                            ui.add_space(8.0);
                            let Some(look) = fact.look else { return };
                            let glyph = RichText::new(look.glyph()).color(scene.ink.of(look));
                            ui.label(glyph).on_hover_text(look.name());
                        });
                    });
                    row.col(|ui| {
                        ui.add_space(TOP);
                        what_ui(ui, fact, acts);
                    });
                    for (article, cell) in fact.cells.iter().enumerate() {
                        row.col(|ui| {
                            ui.spacing_mut().item_spacing.y = 1.0;
                            ui.add_space(TOP);
                            if cell.is_empty() {
                                let gap = ui.weak(fact.gap(article));
                                if fact.gap(article) == NOT_PAIRED {
                                    gap.on_hover_text(NOT_PAIRED_HINT);
                                }
                            }
                            for place in cell.iter().take(MOST_VALUES) {
                                let words = place_text(ui, scene, place);
                                let label = Label::new(words).truncate().show_tooltip_when_elided(false);
                                let link = ui
                                    .add(label.sense(Sense::click()))
                                    .on_hover_cursor(CursorIcon::PointingHand)
                                    .on_hover_text(place.hint());
                                link.widget_info(|| {
                                    let title = table.columns.get(article).map_or("", String::as_str);
                                    let label = format!("{}, {title}: {}", fact.what, cell_text(cell));
                                    WidgetInfo::labeled(Role::Link, true, label)
                                });
                                if link.clicked() {
                                    // The card says why, and the columns are at the words.
                                    acts.extend(fact.finding.map(Act::Finding));
                                    acts.push(Act::Place(place.claim));
                                }
                            }
                            if cell.len() > MOST_VALUES {
                                ui.weak(list_words::more(cell.len() - MOST_VALUES));
                            }
                        });
                    }
                });
            });
    });
}

/// The title of a column, which sorts the rows by it.
fn header_ui(ui: &mut Ui, title: &str, sorts_by: FactOrder, order: &mut FactOrder) {
    let is_on = *order == sorts_by;
    let text = if is_on { format!("{title} ▼") } else { title.to_owned() };
    let text = if text.is_empty() { "▽".to_owned() } else { text };
    let text = RichText::new(text.trim_start()).family(crate::gui::fonts::interface_bold());
    let head =
        ui.add(Label::new(text).truncate().show_tooltip_when_elided(false).selectable(false).sense(Sense::click()));
    let label = list_words::sort_by(title, sorts_by);
    head.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_on, &label));
    if head.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&label).clicked() {
        *order = sorts_by;
    }
}

/// The printed words, with the normalized value more quietly behind them.
fn place_text(ui: &Ui, scene: &Scene<'_>, place: &FactCell) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.append(&place.words, 0.0, TextFormat::simple(TextStyle::Body.resolve(ui.style()), scene.ink.text));
    if !place.value.is_empty() {
        job.append(&place.value, 8.0, TextFormat::simple(TextStyle::Small.resolve(ui.style()), scene.ink.weak));
    }
    job
}

fn row_height(row: &FactRow) -> f32 {
    let n_lines = row.cells.iter().map(|cell| cell.len().min(MOST_VALUES + 1)).max().unwrap_or(1).max(1);
    ROW + (n_lines - 1) as f32 * MORE
}

fn what_ui(ui: &mut Ui, fact: &FactRow, acts: &mut Vec<Act>) {
    match fact.finding {
        Some(finding) => {
            let label = Label::new(RichText::new(&fact.what).strong()).truncate().show_tooltip_when_elided(false);
            let what = ui.add(label.sense(Sense::click())).on_hover_cursor(CursorIcon::PointingHand);
            let hint = format!("{}\n{}", fact.what, list_words::SHOW_CARD);
            if what.on_hover_text(hint).clicked() {
                acts.push(Act::Finding(finding));
            }
        }
        None => {
            ui.add(Label::new(&fact.what).truncate());
        }
    }
}
