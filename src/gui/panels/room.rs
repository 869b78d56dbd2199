//! The room as a whole: counts at the top, columns or a table in the middle, the findings and the selected one at the side.

use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Role, Ui, WidgetInfo};

use super::claims_table::claims_table_ui;
use super::detail::detail_ui;
use super::facts_table::facts_table_ui;
use super::findings_list::{chips_ui, findings_list_ui};
use super::origins::origins_ui;
use super::search::search_ui;
use crate::gui::reading::scene::Scene;
use crate::gui::reading::{Act, Reading};
use crate::view::claims_table::{ClaimsTable, claims_table};
use crate::view::detail::{Detail, detail};
use crate::view::facts::{FactOrder, FactsTable, facts_table};
use crate::view::filter::Filter;
use crate::view::findings_list::Grouping;
use crate::view::list_words;
use crate::view::origins::{Origins, origins};
use crate::view::room::calm_text;
use crate::view::search::Hits;

/// What the middle of the room shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Middle {
    /// The articles side by side.
    #[default]
    Articles,
    /// The facts table.
    Facts,
    /// The claims table.
    Claims,
    /// The picture of shared origin.
    Origins,
}

/// What the tables were made from and what came out: made once for each comparison.
#[derive(Debug, Default)]
pub struct Tables {
    made_for: Option<(u64, FactOrder, bool)>,
    order: FactOrder,
    is_complete: bool,
    facts: FactsTable,
    claims: ClaimsTable,
    origins: Origins,
    calm: Option<String>,
    detail_for: Option<(u64, Option<usize>)>,
    detail: Option<Detail>,
}

/// The search as the room shows it.
pub struct SearchState<'a> {
    /// What was typed.
    pub query: &'a mut String,
    /// What was found.
    pub hits: &'a Hits,
    /// The hit that is shown.
    pub at: Option<usize>,
    /// Whether the bar was opened just now.
    pub has_opened: bool,
}

/// How the findings are shown.
pub struct Shown<'a> {
    /// The filter.
    pub filter: &'a Filter,
    /// The grouping of the list.
    pub grouping: Grouping,
    /// The middle.
    pub middle: Middle,
    /// Changes with the comparison.
    pub revision: u64,
    /// Changes with what the filter shows.
    pub shown_revision: u64,
}

/// Draws the room.
pub fn room_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    shown: &Shown<'_>,
    reading: &mut Reading,
    tables: &mut Tables,
    search: Option<SearchState<'_>>,
) -> Vec<Act> {
    let mut acts = Vec::new();
    tables.make(scene, shown.revision);
    let bar = Frame::new().fill(scene.ink.page).inner_margin(Margin::symmetric(12, 7));
    Panel::top("room bar").frame(bar).show(ui, |ui| bar_ui(ui, scene, shown, tables, &mut acts));
    if let Some(search) = search {
        Panel::top("search bar").frame(bar).show(ui, |ui| {
            search_ui(ui, search.query, search.hits, search.at, search.has_opened, &mut acts);
        });
    }
    let is_narrow = ui.available_width() < 720.0;
    let side = Frame::new().fill(scene.ink.page).inner_margin(Margin::symmetric(10, 8));
    let mut aside = if is_narrow {
        Panel::bottom("findings below").default_size(220.0)
    } else {
        Panel::right("findings").default_size(330.0).size_range(240.0..=560.0)
    };
    aside = aside.resizable(true).frame(side);
    aside.show(ui, |ui| side_ui(ui, scene, shown, tables, &mut acts));
    CentralPanel::default().frame(Frame::new().fill(scene.ink.page)).show(ui, |ui| match shown.middle {
        Middle::Articles => acts.extend(reading.show(ui, scene, shown.revision, shown.shown_revision)),
        middle => {
            Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| match middle {
                Middle::Articles => {}
                Middle::Facts => facts_table_ui(ui, scene, &tables.facts, &mut tables.order, &mut acts),
                Middle::Claims => claims_table_ui(ui, scene, &tables.claims, &mut tables.is_complete, &mut acts),
                Middle::Origins => origins_ui(ui, scene, &tables.origins),
            });
        }
    });
    for act in &acts {
        if let Act::Place(claim) = act {
            reading.lead_to(*claim);
        }
    }
    acts
}

impl Tables {
    fn make(&mut self, scene: &Scene<'_>, revision: u64) {
        let wanted = (revision, self.order, self.is_complete);
        if self.made_for != Some(wanted) {
            self.facts = facts_table(scene.comparison, self.order);
            self.claims = claims_table(scene.comparison, self.is_complete);
            self.origins = origins(scene.comparison);
            self.calm = calm_text(scene.comparison);
            self.made_for = Some(wanted);
        }
        let wanted = (revision, scene.picked.finding);
        if self.detail_for != Some(wanted) {
            self.detail = scene.picked.finding.and_then(|finding| detail(scene.comparison, finding));
            self.detail_for = Some(wanted);
        }
    }
}

fn bar_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown<'_>, tables: &Tables, acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        for (middle, text) in list_words::MIDDLES {
            let is_on = middle_of(middle) == shown.middle;
            let tab = ui.selectable_label(is_on, text);
            tab.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, text));
            if tab.clicked() {
                acts.push(Act::Middle(middle_of(middle)));
            }
        }
        ui.separator();
        chips_ui(ui, scene, shown.filter, acts);
        if let Some(calm) = &tables.calm {
            ui.label(calm);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut in_step = scene.in_step;
            if ui.checkbox(&mut in_step, list_words::IN_STEP).changed() {
                acts.push(Act::InStep(in_step));
            }
            let mut words = scene.words;
            if ui.checkbox(&mut words, list_words::WORDS).on_hover_text(list_words::WORDS_HINT).changed() {
                acts.push(Act::Words(words));
            }
        });
    });
}

fn middle_of(idx: usize) -> Middle {
    [Middle::Articles, Middle::Facts, Middle::Claims, Middle::Origins].get(idx).copied().unwrap_or_default()
}

fn side_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown<'_>, tables: &Tables, acts: &mut Vec<Act>) {
    let height = (ui.available_height() * 0.48).max(120.0);
    let card = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
    Panel::bottom("detail card").resizable(true).default_size(height).frame(card).show(ui, |ui| {
        detail_ui(ui, scene, tables.detail.as_ref(), acts);
    });
    findings_list_ui(ui, scene, shown.filter, shown.grouping, acts);
}
