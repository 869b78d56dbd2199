//! The room as a whole: counts at the top, columns or a table in the middle, the findings and the selected one at the
//! side.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, CentralPanel, Frame, Label, Layout, Margin, Panel, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::claim_card::claim_card_ui;
use super::claims_table::claims_table_ui;
use super::counts::counts_ui;
use super::detail::detail_ui;
use super::facts_table::facts_table_ui;
use super::findings_list::findings_list_ui;
use super::origins::origins_ui;
use super::search::search_ui;
use super::story_strip::story_strip_ui;
use crate::alignment::ClaimId;
use crate::findings::FindingIndex;
use crate::gui::middle::Middle;
use crate::gui::reading::Reading;
use crate::gui::reading::act::Act;
use crate::gui::reading::scene::Scene;
use crate::gui::words::window_words;
use crate::view::claim_card::{ClaimCard, claim_card};
use crate::view::claims_table::{ClaimsShown, ClaimsTable, claims_table};
use crate::view::counts::Count;
use crate::view::detail::{Detail, detail};
use crate::view::facts::{FactOrder, FactsTable, facts_table};
use crate::view::filter::Filter;
use crate::view::findings_list::Grouping;
use crate::view::list_words;
use crate::view::origins::{Origins, origins};
use crate::view::room::no_conflict_text;
use crate::view::search::Hits;

/// Below this height in points the side shows the list or the card, not both.
const LEAST_FOR_BOTH: f32 = 440.0;

/// The list keeps this height above the card: its fields, its count, a heading and an entry.
const LEAST_LIST: f32 = 150.0;

/// Height of the hint in place of the card: three lines in the narrowest side.
const NO_DETAIL: f32 = 74.0;

/// Below this height in points the list takes the place of that hint.
const LEAST_FOR_HINT: f32 = 220.0;

/// Below this height in points the counts take one line and the overview of the story is left out. Chosen so that 560 ×
/// 400, a quarter of a small screen, shows a card with a whole passage and its decision.
const LOW: f32 = 430.0;

/// The share of the width that the side has at first.
const SIDE: f32 = 0.28;

/// The most that is in points: on a screen 1920 wide a quotation of thirty words takes three lines there, and each of
/// four articles keeps the width of a column of print.
const WIDEST_SIDE: f32 = 520.0;

/// What the tables were made from and what came out: made once for each comparison.
#[derive(Debug, Default)]
pub struct Tables {
    made_for: Option<(u64, FactOrder, ClaimsShown, bool)>,
    order: FactOrder,
    claims_shown: ClaimsShown,
    facts: FactsTable,
    claims: ClaimsTable,
    origins: Origins,
    no_conflict: Option<String>,
    detail_for: Option<(u64, Option<FindingIndex>, Option<ClaimId>)>,
    detail: Option<Detail>,
    claim: Option<ClaimCard>,
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
    /// The line of counts.
    pub counts: &'a [Count],
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
    tables.make(scene, shown);
    let bar = Frame::new().fill(scene.ink.page).inner_margin(Margin::symmetric(12, 7));
    let is_low = ui.available_height() < LOW;
    let has_strip = shown.middle == Middle::Articles && !scene.room.story.is_empty() && !is_low;
    Panel::top("room bar").frame(bar).show(ui, |ui| {
        bar_ui(ui, scene, shown, reading.n_hidden(), &mut acts);
        let counts = |ui: &mut Ui| {
            counts_ui(ui, scene, shown.counts, tables.no_conflict.as_deref(), shown.filter, &mut acts);
        };
        match is_low {
            true => one_line_ui(ui, counts),
            false => {
                ui.horizontal_wrapped(counts);
            }
        }
        if has_strip {
            story_strip_ui(ui, scene, &mut acts);
        }
    });
    if let Some(search) = search {
        Panel::top("search bar").frame(bar).show(ui, |ui| {
            search_ui(ui, search.query, search.hits, search.at, search.has_opened, &mut acts);
        });
    }
    // Where there is little height the card is beside the articles as long as there is any width for it.
    let is_narrow = ui.available_width() < if is_low { 500.0 } else { 720.0 };
    let side = Frame::new().fill(scene.ink.page).inner_margin(Margin::symmetric(10, 8));
    let mut aside = if is_narrow {
        Panel::bottom("findings below").default_size(ui.available_height() * 0.42)
    } else {
        let width = (ui.available_width() * SIDE).clamp(300.0, WIDEST_SIDE);
        Panel::right("findings")
            .default_size(width)
            .size_range(250.0..=(ui.available_width() * 0.42).clamp(260.0, 620.0))
    };
    aside = aside.resizable(true).frame(side);
    aside.show(ui, |ui| side_ui(ui, scene, shown, tables, &mut acts));
    CentralPanel::default().frame(Frame::new().fill(scene.ink.page)).show(ui, |ui| match shown.middle {
        Middle::Articles => acts.extend(reading.show(ui, scene, shown.revision, shown.shown_revision)),
        middle => {
            Frame::new().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| match middle {
                Middle::Articles => {}
                Middle::Facts => facts_table_ui(ui, scene, &tables.facts, &mut tables.order, &mut acts),
                Middle::Claims => claims_table_ui(ui, scene, &tables.claims, &mut tables.claims_shown, &mut acts),
                Middle::Origins => origins_ui(ui, scene, &tables.origins),
            });
        }
    });
    for act in &acts {
        match act {
            Act::Place(claim) => reading.lead_to(*claim),
            Act::NotCompared => tables.claims_shown = ClaimsShown::NotAligned,
            _ => {}
        }
    }
    acts
}

/// Draws `contents` in one line that is moved sideways where it is longer than the window is wide.
fn one_line_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let line = ScrollArea::horizontal().id_salt("one line").scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    line.show(ui, |ui| ui.horizontal(contents));
}

impl Tables {
    fn make(&mut self, scene: &Scene<'_>, shown: &Shown<'_>) {
        // What is decided changes what the tables show, too.
        let wanted = (shown.shown_revision, self.order, self.claims_shown, shown.filter.hints);
        if self.made_for != Some(wanted) {
            self.facts = facts_table(scene.comparison, scene.standing, self.order, shown.filter.hints);
            self.claims = claims_table(scene.comparison, scene.standing, self.claims_shown);
            self.origins = origins(scene.comparison);
            self.no_conflict = no_conflict_text(scene.comparison, scene.standing);
            self.made_for = Some(wanted);
        }
        let wanted = (shown.shown_revision, scene.picked.finding, scene.picked.claim);
        if self.detail_for != Some(wanted) {
            let finding = scene.picked.finding;
            self.detail = finding.and_then(|finding| detail(scene.comparison, scene.standing, finding));
            let claim = scene.picked.claim.filter(|_| finding.is_none());
            self.claim = claim.and_then(|claim| claim_card(scene.comparison, scene.standing, claim));
            self.detail_for = Some(wanted);
        }
    }
}

fn bar_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &Shown<'_>, n_hidden: usize, acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        for (middle, text) in list_words::MIDDLES {
            let is_on = middle_of(middle) == shown.middle;
            let tab = ui.selectable_label(is_on, text);
            tab.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, text));
            if tab.clicked() {
                acts.push(Act::Middle(middle_of(middle)));
            }
        }
        if n_hidden > 0 {
            ui.add_space(8.0);
            ui.weak(window_words::hidden(n_hidden));
            if ui.button(window_words::SHOW_HIDDEN).clicked() {
                acts.push(Act::ShowHidden);
            }
        }
        if shown.middle != Middle::Articles || scene.comparison.articles.len() < 2 {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut scroll_sync = scene.scroll_sync;
            if ui.checkbox(&mut scroll_sync, list_words::IN_STEP).changed() {
                acts.push(Act::ScrollSync(scroll_sync));
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
    let card = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
    match &tables.detail {
        // Too low for both: the card takes the place of the list until nothing is selected.
        Some(detail) if ui.available_height() < LEAST_FOR_BOTH => return detail_ui(ui, scene, detail, acts),
        Some(detail) => {
            let height = (ui.available_height() * 0.5).max(120.0);
            let range = 90.0..=(ui.available_height() - LEAST_LIST).max(100.0);
            let panel = Panel::bottom("detail card").resizable(true).default_size(height).size_range(range);
            panel.frame(card).show(ui, |ui| detail_ui(ui, scene, detail, acts));
        }
        None if tables.claim.is_some() => {
            let height = (ui.available_height() * 0.5).max(110.0);
            let range = 90.0..=(ui.available_height() - LEAST_LIST).max(100.0);
            let panel = Panel::bottom("claim card").resizable(true).default_size(height).size_range(range);
            panel.frame(card).show(ui, |ui| {
                if let Some(claim) = &tables.claim {
                    claim_card_ui(ui, scene, claim, acts);
                }
            });
        }
        // Nor is there anything to select.
        None if scene.room.list.lines.is_empty() || ui.available_height() < LEAST_FOR_HINT => {}
        None => {
            Panel::bottom("no detail").resizable(false).exact_size(NO_DETAIL).frame(card).show(ui, |ui| {
                ui.add(Label::new(RichText::new(list_words::NOTHING_SELECTED).weak()).wrap());
            });
        }
    }
    findings_list_ui(ui, scene, shown.filter, shown.grouping, acts);
}
