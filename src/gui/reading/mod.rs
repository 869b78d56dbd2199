//! The reading room: articles side by side, in step by what they say, joined by ribbons, with their differences marked in place.
//!
//! Comes in: a [`Scene`]. Goes out: what the reader touched. What lives here is only how it is shown: where columns are
//! scrolled to, how wide they are, their laid-out text. Positions are computed before anything is drawn, so that columns and
//! ribbons move in the same frame. Laying out never takes longer than a slice of a frame: first what is on screen,
//! then the rest; while a width changes, only what is on screen.

mod column;
mod column_text;
mod faces;
mod fontless;
mod gutter;
mod lines;
mod piece;
pub mod scene;
pub(crate) mod scroll;
mod setting;
mod sideways;
mod strip;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{FontId, Galley, Rect, Sense, Ui, pos2, vec2};
use rustc_hash::FxHashMap;

use crate::alignment::ClaimId;
use crate::review::NoteOn;
use crate::text::Span;
use crate::view::heading::{Heading, heading};
use crate::view::ribbons::{Ribbon, ribbons};
use crate::view::step::{Chain, chain};
use crate::wording::note_words::NotePlace;
use column::{Pointed, Touched, View, column_ui};
use column_text::{ColumnText, Measure, TOP};
use faces::Faces;
use gutter::gutter_ui;
use scene::{Picked, Scene};
use scroll::{Extent, Position, offset_beside, scroll_keys};
use sideways::{BAR, Row, side_of_keys, sideways_ui};
use strip::{Strip, strip_ui};

/// Time of a frame that may go into laying out text: leaves the rest of 16 ms to drawing.
const SLICE: Duration = Duration::from_millis(5);

/// After the width of the columns has not changed for so many seconds, text out of view is laid out again.
const WIDTH_SETTLES: f64 = 0.15;

/// Narrowest column; below it the columns scroll sideways. Four fit beside the list in a window of the size it has at first.
const NARROWEST: f32 = 204.0;

/// Widest text, as a multiple of the font size: about 75 characters, where lines begin to be hard to follow.
const WIDEST_TEXT: f32 = 36.0;

/// Width of the gap between columns, where the ribbons are.
const GUTTER: f32 = 34.0;

/// Width of an overview strip.
const STRIP: f32 = 11.0;

/// Space to the left and right of the text; the left one holds the bars of claims that only some make.
const INSET: f32 = 16.0;

/// Height of the head of a column.
const HEAD: f32 = 50.0;

/// Space below the last line of a text.
const TAIL: f32 = 48.0;

/// How the columns are shown.
#[derive(Debug, Default)]
pub struct Reading {
    columns: Vec<Column>,
    /// The articles from left to right, hidden ones too.
    order: Vec<usize>,
    revision: Option<u64>,
    /// The name for good of the article in each column.
    keys: Vec<u64>,
    /// Changes when letters are drawn anew: what was set before points to letters that are gone.
    letters: Option<Arc<Galley>>,
    /// Whether the pointer moved since a key was pressed: a resting pointer does not speak up while keys lead the way.
    is_pointing: bool,
    chains: FxHashMap<(usize, usize), Chain>,
    ribbons: Vec<Vec<Ribbon>>,
    /// For which columns and which shown findings `ribbons` were made.
    ribbons_for: Option<(Vec<usize>, u64)>,
    /// The column that leads, and the time of its last move.
    leader: usize,
    pointed: Pointed,
    /// A claim that was clicked in this article at this height on screen: it stays where it is.
    held: Option<(usize, f32)>,
    /// What the columns were last brought to.
    shown: Option<Picked>,
    /// The place of a search that the columns were last brought to.
    hit: Option<(usize, Span)>,
    /// A claim to be led to in the next frame.
    wanted: Option<ClaimId>,
    /// Points of the columns beyond the left edge, where they do not fit side by side.
    sideways: f32,
    /// An article that was added just now: its column is to come into view.
    newcomer: Option<usize>,
    /// Height of the text that is seen.
    view: f32,
    width_changed: f64,
}

/// A column.
#[derive(Debug)]
struct Column {
    text: ColumnText,
    position: Position,
    is_hidden: bool,
    weight: f32,
    inset: f32,
    /// What stands at its head.
    heading: Heading,
}

impl Default for Column {
    fn default() -> Self {
        Self {
            text: ColumnText::default(),
            position: Position::default(),
            is_hidden: false,
            weight: 1.0,
            inset: INSET,
            heading: Heading::default(),
        }
    }
}

/// What a reader did in the room.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Clicked words of a finding, or its tick.
    Finding(usize),
    /// Clicked a claim, or a ribbon that leads to it.
    Claim(ClaimId),
    /// Asked to be led to a claim, from a card or a table.
    Place(ClaimId),
    /// Asked for an article to be taken out of the story.
    Remove(usize),
    /// Asked what was read of an article.
    Reading(usize),
    /// Asked for hidden articles to be shown.
    ShowHidden,
    /// Changed what is shown.
    Filter(crate::view::filter::Filter),
    /// Changed how the list is grouped.
    Group(crate::view::findings_list::Grouping),
    /// Gave the selected finding a verdict, or took it back.
    Decide(Option<crate::review::Verdict>),
    /// Asked for the editor of a note on this.
    Note(crate::wording::note_words::NotePlace),
    /// Asked for a command by its name.
    Do(crate::gui::command::Command),
    /// Asked for a text to be copied.
    Copy(String),
    /// Typed what to search.
    Search(String),
    /// Asked for the next hit, or so many further or back.
    Hit(i32),
    /// Closed the search.
    CloseSearch,
    /// Asked for what was not compared.
    NotCompared,
    /// Chose what the middle shows.
    Middle(crate::gui::panels::room::Middle),
    /// Bound the columns together, or let them go.
    InStep(bool),
    /// Asked for differing words within the selection, or not.
    Words(bool),
}

/// Where things are in this frame.
struct Frame {
    /// All that the columns have.
    area: Rect,
    /// The shown articles from left to right.
    articles: Vec<usize>,
    /// For each the whole column without its strip, and the text below its head.
    columns: Vec<Rect>,
    /// Width of all columns.
    total: f32,
    /// Where the bar is that moves the columns sideways; none where all fit.
    bar: Option<Rect>,
    view: f32,
    /// Whether the pointer is over the columns and nothing lies above them.
    has_pointer: bool,
}

impl Reading {
    /// Draws the room; `revision` changes with the comparison, `shown_revision` with what the filter shows.
    pub fn show(&mut self, ui: &mut Ui, scene: &Scene<'_>, revision: u64, shown_revision: u64) -> Vec<Act> {
        let start = Instant::now();
        let area = ui.available_rect_before_wrap();
        ui.allocate_rect(area, Sense::hover());
        self.adopt(ui, scene, revision);
        let frame = self.frame(ui, area);
        self.view = frame.view;
        self.lay_out(ui, scene, revision, &frame, start);
        self.bring_into_view(ui, scene, &frame);
        self.move_to_newcomer(ui, &frame);
        self.scroll(ui, scene, &frame);
        self.make_ribbons(scene, &frame.articles, shown_revision);
        let acts = self.draw(ui, scene, frame.area, &frame);
        self.forget_far(&frame);
        acts
    }

    /// Leads to `claim` in the next frame, with its article's column in view.
    pub fn lead_to(&mut self, claim: ClaimId) {
        self.wanted = Some(claim);
    }

    /// How many points of the text of `article` are above the view.
    pub fn offset(&self, article: usize) -> f32 {
        self.columns.get(article).map_or(0.0, |column| column.position.offset)
    }

    /// How many columns are hidden.
    pub fn n_hidden(&self) -> usize {
        self.columns.iter().filter(|column| column.is_hidden).count()
    }

    /// Shows every article.
    pub fn show_all(&mut self) {
        for column in &mut self.columns {
            column.is_hidden = false;
        }
    }

    /// Takes over a new comparison: each column stays as it was, wherever its article stands now.
    fn adopt(&mut self, ui: &Ui, scene: &Scene<'_>, revision: u64) {
        let (has_moved, has_key) = ui.input(|input| {
            let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
            // Keys that were taken already are in the raw events still.
            (input.pointer.delta() != egui::Vec2::ZERO, input.raw.events.iter().any(is_key))
        });
        self.is_pointing = (self.is_pointing || has_moved) && !has_key;
        let are_letters_new = self.are_letters_new(ui);
        let n_articles = scene.comparison.articles.len();
        let is_new = self.revision != Some(revision) || self.columns.len() != n_articles;
        if is_new {
            self.revision = Some(revision);
            self.carry_over(scene);
            self.chains.clear();
            self.ribbons_for = None;
            self.shown = None;
        }
        if is_new || are_letters_new {
            for (idx, (column, analysis)) in self.columns.iter_mut().zip(&scene.comparison.articles).enumerate() {
                column.heading = heading(&analysis.article, idx);
                column.heading.add_fontless(fontless::fontless(ui, &analysis.article.text));
            }
        }
    }

    /// Moves every column to where its article stands now; articles that are new stand where their letters do.
    fn carry_over(&mut self, scene: &Scene<'_>) {
        let n_articles = scene.comparison.articles.len();
        let keys: Vec<u64> = (0..n_articles).map(|idx| scene.keys.get(idx).copied().unwrap_or(idx as u64)).collect();
        let new_place = |old: usize| self.keys.get(old).and_then(|key| keys.iter().position(|known| known == key));
        let mut order: Vec<usize> = self.order.iter().filter_map(|&old| new_place(old)).collect();
        for article in 0..n_articles {
            if order.contains(&article) {
                continue;
            }
            // One that comes back stands behind the one with the letter before it, as it did.
            let is_last = order.iter().all(|&known| known < article);
            let before = order.iter().position(|&known| known + 1 == article);
            let at = if is_last { order.len() } else { before.map_or(0, |at| at + 1) };
            order.insert(at, article);
        }
        let leader = new_place(self.leader).unwrap_or(0);
        // One that was added to others, not the first ones of a story.
        let is_new = |key: &u64| !self.keys.contains(key);
        let is_other_story = keys.iter().all(is_new);
        self.newcomer = if is_other_story { None } else { keys.iter().rposition(is_new) };
        if is_other_story {
            self.sideways = 0.0;
        }
        // A selection stays at its height, and new columns come to it.
        self.held = scene.picked.places.iter().enumerate().find_map(|(article, place)| {
            let old = self.keys.iter().position(|key| keys.get(article) == Some(key))?;
            let column = self.columns.get(old)?;
            let height = column.text.y_of(place.first?.start) - column.position.offset;
            (0.0..self.view).contains(&height).then_some((article, height))
        });
        let mut old: Vec<Option<Column>> = std::mem::take(&mut self.columns).into_iter().map(Some).collect();
        let place_of = |key: &u64| self.keys.iter().position(|known| known == key);
        let columns = keys.iter().map(|key| place_of(key).and_then(|at| old.get_mut(at)?.take()).unwrap_or_default());
        self.columns = columns.collect();
        (self.keys, self.order, self.leader) = (keys, order, leader);
    }

    /// Whether the letters were drawn anew since the last frame (other colors or size, another font, no room left), which
    /// a setting that egui keeps from frame to frame gives away. Settings that point to the old ones are forgotten.
    fn are_letters_new(&mut self, ui: &Ui) -> bool {
        let font = FontId::new(12.0, egui::FontFamily::Proportional);
        let letters = ui.fonts_mut(|fonts| fonts.layout_no_wrap("≠".to_owned(), font, egui::Color32::PLACEHOLDER));
        let is_same = self.letters.as_ref().is_some_and(|known| Arc::ptr_eq(known, &letters));
        self.letters = Some(letters);
        if !is_same {
            for column in &mut self.columns {
                column.text.forget_all();
            }
        }
        !is_same
    }

    /// Divides `area` among the columns.
    fn frame(&mut self, ui: &Ui, area: Rect) -> Frame {
        let articles: Vec<usize> = self.order.iter().copied().filter(|&idx| !self.columns[idx].is_hidden).collect();
        let n_gaps = articles.len().saturating_sub(1) as f32;
        let weights: f32 = articles.iter().map(|&idx| self.columns[idx].weight).sum();
        let free = (area.width() - n_gaps * GUTTER).max(1.0);
        let wanted: Vec<f32> =
            articles.iter().map(|&idx| (free * self.columns[idx].weight / weights.max(0.01)).max(NARROWEST)).collect();
        let total = wanted.iter().sum::<f32>() + n_gaps * GUTTER;
        let has_pointer = ui.rect_contains_pointer(area);
        if has_pointer {
            let sideways = ui.input(|input| input.smooth_scroll_delta().x);
            self.sideways -= sideways;
        }
        self.sideways = self.sideways.clamp(0.0, (total - area.width()).max(0.0));
        let fits = total <= area.width() + 1.0;
        let (seen, below) = area.split_top_bottom_at_y(area.bottom() - if fits { 0.0 } else { BAR });
        let (area, bar) = (seen, (!fits).then_some(below));
        let mut x = area.left() - self.sideways;
        let mut columns = Vec::with_capacity(articles.len());
        for width in wanted {
            columns.push(Rect::from_min_max(pos2(x.round(), area.top()), pos2((x + width).round(), area.bottom())));
            x += width + GUTTER;
        }
        Frame { area, articles, columns, total, bar, view: (area.height() - HEAD).max(1.0), has_pointer }
    }

    /// Lays out what is on screen, then some of the rest, until the slice of this frame is used up.
    fn lay_out(&mut self, ui: &Ui, scene: &Scene<'_>, revision: u64, frame: &Frame, start: Instant) {
        let faces = Faces::of(ui);
        let now = ui.input(|input| input.time);
        let deadline = start + SLICE;
        let mut is_complete = true;
        for (&article, rect) in frame.articles.iter().zip(&frame.columns) {
            let Some(analysis) = scene.comparison.articles.get(article) else { continue };
            let column = &mut self.columns[article];
            let inner = rect.width() - STRIP - 2.0 * INSET;
            let width = (inner.min(WIDEST_TEXT * faces.size()) / 4.0).floor() * 4.0;
            column.inset = INSET + ((inner - width) / 2.0).floor().max(0.0);
            let pixels_per_point = ui.ctx().pixels_per_point();
            let measure = Measure { width, faces: faces.clone(), pixels_per_point, revision };
            let top = column.position.offset;
            let before = column.text.height();
            // What is selected stays at its height if it is in view; else the place stays by its share of the text.
            let selected = scene.picked.places.get(article).and_then(|place| place.first).map(|first| first.start);
            let held = selected.map(|start| (start, column.text.y_of(start) - top)).filter(|&(_, height)| {
                before > 0.0 && column.position.way.is_none() && (0.0..frame.view).contains(&height)
            });
            if column.text.prepare(analysis, &measure) {
                self.width_changed = now;
                if let Some((start, height)) = held {
                    let marks = scene.room.all_marks.get(article).map_or(&[][..], Vec::as_slice);
                    column.text.set_at(ui, analysis, marks, start);
                    column.position.shift(column.text.y_of(start) - height - top);
                } else if before > 0.0 {
                    let scaled = top * column.text.height() / before;
                    column.position.shift(scaled - top);
                }
            }
        }
        for &article in &frame.articles {
            let Some(analysis) = scene.comparison.articles.get(article) else { continue };
            let column = &mut self.columns[article];
            let marks = scene.room.all_marks.get(article).map_or(&[][..], Vec::as_slice);
            let top = column.position.offset;
            let (moved, is_set) = column.text.set_visible(ui, analysis, marks, (top, top + frame.view), deadline);
            column.position.shift(moved);
            is_complete &= is_set;
        }
        let is_settled = now - self.width_changed >= WIDTH_SETTLES;
        let mut is_finished = true;
        for &article in &frame.articles {
            let Some(analysis) = scene.comparison.articles.get(article) else { continue };
            let column = &mut self.columns[article];
            let marks = scene.room.all_marks.get(article).map_or(&[][..], Vec::as_slice);
            if is_complete && is_settled {
                let moved = column.text.measure_rest(ui, analysis, marks, column.position.offset, deadline);
                column.position.shift(moved);
            }
            is_finished &= column.text.is_finished();
        }
        if !is_complete || !is_finished {
            let wait = if is_complete && !is_settled { WIDTH_SETTLES } else { 0.0 };
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    /// Brings a new selection to the same height in every column.
    fn bring_into_view(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame) {
        let now = ui.input(|input| input.time);
        if self.shown.as_ref() != Some(scene.picked) {
            self.shown = Some(scene.picked.clone());
            let held = self.held.take();
            for (article, place) in scene.picked.places.iter().enumerate() {
                if let Some(first) = place.first {
                    self.set_at(ui, scene, article, first.start);
                }
            }
            self.aim(scene, frame, held, now);
            ui.ctx().request_repaint();
        }
        if self.hit != scene.hit {
            self.hit = scene.hit;
            if let Some((article, span)) = scene.hit {
                self.set_at(ui, scene, article, span.start);
                self.aim_at(scene, frame, article, span.start, now);
            }
        }
        if let Some(claim) = self.wanted.take() {
            let analysis = scene.comparison.articles.get(claim.article);
            let start = analysis.and_then(|analysis| analysis.claims.get(claim.claim)).map(|claim| claim.span.start);
            if let Some(start) = start {
                self.set_at(ui, scene, claim.article, start);
                self.aim_at(scene, frame, claim.article, start, now);
            }
        }
        let duration = ui.style().animation_time * 2.0;
        let mut is_moving = false;
        for column in &mut self.columns {
            is_moving |= column.position.advance(now, duration);
        }
        if is_moving {
            ui.ctx().request_repaint();
        }
    }

    /// Makes exact where the byte at `offset` of `article` stands.
    fn set_at(&mut self, ui: &Ui, scene: &Scene<'_>, article: usize, offset: usize) {
        let Some(analysis) = scene.comparison.articles.get(article) else { return };
        let marks = scene.room.all_marks.get(article).map_or(&[][..], Vec::as_slice);
        let Some(column) = self.columns.get_mut(article) else { return };
        let before = column.text.y_of(offset);
        column.text.set_at(ui, analysis, marks, offset);
        // What is on screen stays where it is when text above it is found to be higher or lower.
        if before < column.position.offset {
            column.position.shift(column.text.y_of(offset) - before);
        }
    }

    /// Brings the byte at `offset` of `article` to the resting line, and the others beside it where they are in step.
    fn aim_at(&mut self, scene: &Scene<'_>, frame: &Frame, article: usize, offset: usize, now: f64) {
        let Some(column) = self.columns.get_mut(article) else { return };
        column.is_hidden = false;
        let y = column.text.y_of(offset);
        let extent = self.extent(article, frame);
        let target = (y - extent.resting_line()).clamp(0.0, extent.last());
        self.leader = article;
        for &other in &frame.articles {
            if other == article {
                self.columns[article].position.go(target, now);
            } else if scene.in_step {
                let knots = self.knots(scene, (article, target + extent.line(target)), other);
                let own = self.extent(other, frame);
                let beside = offset_beside((target, extent), own, &knots);
                self.columns[other].position.go(beside, now);
            }
        }
        let place = frame.articles.iter().position(|&shown| shown == article);
        if let Some(rect) = place.map(|at| frame.columns[at]) {
            let (left, right) = (frame.area.left(), frame.area.right());
            self.sideways += (rect.right() - right).max(0.0) - (left - rect.left()).max(0.0);
        }
    }

    fn aim(&mut self, scene: &Scene<'_>, frame: &Frame, held: Option<(usize, f32)>, now: f64) {
        let y_in = |reading: &Self, article: usize| -> Option<f32> {
            let first = scene.picked.places.get(article)?.first?;
            Some(reading.columns[article].text.y_of(first.start))
        };
        let held = held.filter(|(article, _)| y_in(self, *article).is_some());
        let guide = held.map(|(article, _)| article).or_else(|| {
            let mut articles = frame.articles.iter().copied();
            articles.find(|&article| y_in(self, article).is_some())
        });
        let Some(guide) = guide else { return };
        let Some(y) = y_in(self, guide) else { return };
        let extent = self.extent(guide, frame);
        let height = match held {
            Some((_, height)) => height,
            None => {
                // No column is pulled down below its top, if that can be.
                let highest = frame.articles.iter().filter_map(|&article| y_in(self, article)).fold(y, f32::min);
                let height = y - (y - extent.resting_line()).clamp(0.0, extent.last());
                height.min(highest.max(TOP))
            }
        };
        self.leader = guide;
        self.move_sideways(scene, frame);
        for &article in &frame.articles {
            let aim = match y_in(self, article) {
                Some(own) => own - height,
                None => {
                    let offset = y - height;
                    let knots = self.knots(scene, (guide, offset + extent.line(offset)), article);
                    let own = self.extent(article, frame);
                    offset_beside((offset, extent), own, &knots).clamp(0.0, own.last())
                }
            };
            self.columns[article].position.go(aim, now);
        }
    }

    /// Brings the columns in which the selection stands into view from the side, the first of them at least.
    fn move_sideways(&mut self, scene: &Scene<'_>, frame: &Frame) {
        let holds = |article: &usize| scene.picked.places.get(*article).is_some_and(|place| place.first.is_some());
        let mut rects = frame.articles.iter().zip(&frame.columns).filter(|(article, _)| holds(article));
        let Some((_, first)) = rects.next() else { return };
        let last = rects.next_back().map_or(first, |(_, last)| last);
        let to_the_right = (last.right() - frame.area.right()).max(0.0).min(first.left() - frame.area.left());
        self.sideways += if first.left() < frame.area.left() { first.left() - frame.area.left() } else { to_the_right };
    }

    /// Brings the column of an article that was added just now into view.
    fn move_to_newcomer(&mut self, ui: &Ui, frame: &Frame) {
        let Some(article) = self.newcomer.take() else { return };
        if let Some(at) = frame.articles.iter().position(|&shown| shown == article) {
            self.sideways = self.row(frame).offset_to(at);
            ui.ctx().request_repaint();
        }
    }

    fn row<'a>(&self, frame: &'a Frame) -> Row<'a> {
        Row {
            area: frame.area,
            articles: &frame.articles,
            columns: &frame.columns,
            offset: self.sideways,
            total: frame.total,
        }
    }

    /// Takes the wheel and the keys before anything is drawn, and moves the followers along.
    fn scroll(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame) {
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let under = pointer.and_then(|at| frame.columns.iter().position(|rect| rect.expand(GUTTER / 2.0).contains(at)));
        let under = under.map(|at| frame.articles[at]);
        let mut delta = 0.0;
        if frame.has_pointer {
            delta = -ui.input(|input| input.smooth_scroll_delta().y);
        }
        let has_keys = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if has_keys
            && frame.bar.is_some()
            && let Some(side) = side_of_keys(ui)
            && let Some(offset) = self.row(frame).offset_at(scene, side)
        {
            self.sideways = offset;
            ui.ctx().request_repaint();
        }
        if delta == 0.0 && has_keys {
            delta = scroll_keys(ui, frame.view);
        }
        if delta == 0.0 {
            return;
        }
        let leader = under.or_else(|| frame.articles.contains(&self.leader).then_some(self.leader));
        let Some(leader) = leader.or_else(|| frame.articles.first().copied()) else { return };
        self.move_leader(scene, frame, leader, |position, extent| position.scroll(delta, extent));
    }

    /// Moves `leader` by `change`, and the others after it.
    fn move_leader(
        &mut self,
        scene: &Scene<'_>,
        frame: &Frame,
        leader: usize,
        change: impl FnOnce(&mut Position, Extent),
    ) {
        let extent = self.extent(leader, frame);
        let before = self.columns[leader].position.offset;
        let is_fresh = self.leader != leader || self.columns.iter().any(|column| column.position.way.is_some());
        let is_fresh = is_fresh || std::mem::take(&mut self.held).is_some();
        change(&mut self.columns[leader].position, extent);
        self.leader = leader;
        if !scene.in_step {
            return;
        }
        let offset = self.columns[leader].position.offset;
        let y = offset + extent.line(offset);
        for &article in frame.articles.iter().filter(|&&article| article != leader) {
            let knots = self.knots(scene, (leader, y), article);
            let own = self.extent(article, frame);
            self.columns[article].position.follow((offset, extent), own, &knots, offset - before, is_fresh);
        }
    }

    fn extent(&self, article: usize, frame: &Frame) -> Extent {
        Extent { text: self.columns[article].text.height() + TAIL, view: frame.view }
    }

    /// Where the claims of the chain of two articles stand in both, next before and next after `y` in the leader.
    fn knots(&mut self, scene: &Scene<'_>, (leader, y): (usize, f32), follower: usize) -> Vec<(f32, f32)> {
        let chain = self.chains.entry((leader, follower)).or_insert_with(|| chain(scene.comparison, leader, follower));
        let (a, b) = (&self.columns[leader].text, &self.columns[follower].text);
        let top = |claim: usize, text: &ColumnText| text.claim(claim).map_or(0.0, |place| place.0);
        let after = chain.partition_point(|&(left, _)| top(left, a) <= y);
        let near = &chain[after.saturating_sub(1)..(after + 1).min(chain.len())];
        near.iter().map(|&(left, right)| (top(left, a), top(right, b))).collect()
    }

    fn make_ribbons(&mut self, scene: &Scene<'_>, articles: &[usize], shown_revision: u64) {
        let is_made = self.ribbons_for.as_ref().is_some_and(|(known, at)| known == articles && *at == shown_revision);
        if !is_made {
            self.ribbons = ribbons(scene.comparison, scene.standing, articles, &scene.room.loud);
            self.ribbons_for = Some((articles.to_vec(), shown_revision));
        }
    }

    fn draw(&mut self, ui: &mut Ui, scene: &Scene<'_>, area: Rect, frame: &Frame) -> Vec<Act> {
        if let Some(bar) = frame.bar
            && let Some(offset) = sideways_ui(ui, scene, &self.row(frame), bar)
        {
            self.sideways = offset;
            ui.ctx().request_repaint();
        }
        let mut room = ui.new_child(egui::UiBuilder::new().id_salt("columns").max_rect(area));
        room.set_clip_rect(area.intersect(ui.clip_rect()));
        let ui = &mut room;
        let mut acts = Vec::new();
        let (mut pointed, mut touched) = (Pointed::default(), None);
        let mut strip = None;
        let has_hidden = self.n_hidden() > 0;
        for (at, (&article, rect)) in frame.articles.iter().zip(&frame.columns).enumerate() {
            if rect.right() < area.left() || rect.left() > area.right() {
                continue;
            }
            let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
            let heading = &self.columns[article].heading;
            let head_act =
                crate::gui::panels::column_head::column_head_ui(ui, scene, article, head, heading, has_hidden);
            self.take_head_act(article, at, head_act, frame, &mut acts);
            let text_rect =
                Rect::from_min_max(pos2(rect.left(), rect.top() + HEAD), pos2(rect.right() - STRIP, rect.bottom()));
            let column = &self.columns[article];
            let offset = column.position.offset;
            let before = Pointed { speaks: self.is_pointing, ..self.pointed };
            let (over, act) = column_ui(
                ui,
                scene,
                before,
                article,
                &column.text,
                View { rect: text_rect, offset, inset: column.inset },
            );
            merge(&mut pointed, over);
            touched = touched.or(act.map(|act| (act, article)));
            let strip_rect = Rect::from_min_max(pos2(text_rect.right(), text_rect.top()), rect.max);
            let extent = self.extent(article, frame);
            let share = |y: f32| (y / extent.text.max(1.0)).clamp(0.0, 1.0);
            let view = (share(offset), share(offset + frame.view));
            strip = strip.or(strip_ui(ui, scene, article, &column.text, view, strip_rect).map(|act| (act, article)));
        }
        for (at, pair) in frame.articles.windows(2).enumerate() {
            let (left, right) = (frame.columns[at], frame.columns[at + 1]);
            let gap = Rect::from_min_max(pos2(left.right(), left.top() + HEAD), pos2(right.left(), left.bottom()));
            if gap.right() < area.left() || gap.left() > area.right() {
                continue;
            }
            let place = |claim: ClaimId| {
                let column = self.columns.get(claim.article)?;
                let (top, bottom) = column.text.claim(claim.claim)?;
                let shift = gap.top() - column.position.offset;
                Some((top + shift, bottom + shift))
            };
            let list = self.ribbons.get(at).map_or(&[][..], Vec::as_slice);
            let (over, act) = gutter_ui(
                ui,
                scene,
                Pointed { speaks: self.is_pointing, ..self.pointed },
                list,
                (pair[0], pair[1]),
                gap,
                place,
            );
            merge(&mut pointed, over);
            touched = touched.or(act.map(|act| (act, pair[0])));
            self.resize_ui(ui, frame, at);
        }
        if pointed != self.pointed {
            self.pointed = pointed;
            ui.ctx().request_repaint();
        }
        if let Some((touched, article)) = touched {
            self.hold(scene, article, touched);
            acts.push(match touched {
                Touched::Finding(finding) => Act::Finding(finding),
                Touched::Claim(claim) => Act::Claim(claim),
            });
        }
        match strip {
            Some((Strip::Finding(finding), _)) => acts.push(Act::Finding(finding)),
            Some((Strip::Place(share), article)) => {
                self.move_leader(scene, frame, article, |position, extent| {
                    position.scroll(share * extent.text - extent.view / 2.0 - position.offset, extent);
                });
                ui.ctx().request_repaint();
            }
            None => {}
        }
        acts
    }

    /// Remembers at which height the touched claim stands, so that it stays there while its counterparts come to it.
    fn hold(&mut self, scene: &Scene<'_>, article: usize, touched: Touched) {
        let start = match touched {
            Touched::Claim(claim) => {
                let analysis = scene.comparison.articles.get(claim.article);
                analysis.and_then(|analysis| analysis.claims.get(claim.claim)).map(|claim| claim.span.start)
            }
            Touched::Finding(finding) => {
                let places = crate::view::places::of_finding(scene.comparison, finding);
                places.get(article).and_then(|place| place.first).map(|span| span.start)
            }
        };
        let column = &self.columns[article];
        self.held = start.map(|start| (article, column.text.y_of(start) - column.position.offset));
    }

    fn take_head_act(&mut self, article: usize, at: usize, act: Option<HeadAct>, frame: &Frame, acts: &mut Vec<Act>) {
        let shown: Vec<usize> = self.order.iter().copied().filter(|&idx| !self.columns[idx].is_hidden).collect();
        let swap_with = match act {
            None => return,
            Some(HeadAct::Remove) => return acts.push(Act::Remove(article)),
            Some(HeadAct::Reading) => return acts.push(Act::Reading(article)),
            Some(HeadAct::Note) => return acts.push(Act::Note(NotePlace::On(NoteOn::Article(article)))),
            Some(HeadAct::Authority) => return acts.push(Act::Do(crate::gui::command::Command::Authority(article))),
            Some(HeadAct::Dropped(x)) => {
                let target = frame.columns.iter().position(|rect| x <= rect.right() + GUTTER / 2.0);
                let target = frame.articles[target.unwrap_or(frame.articles.len() - 1)];
                return self.move_beside(article, target);
            }
            Some(HeadAct::Hide) => {
                self.columns[article].is_hidden = shown.len() > 1;
                return;
            }
            Some(HeadAct::ShowAll) => return self.show_all(),
            Some(HeadAct::Left) => at.checked_sub(1).and_then(|at| shown.get(at)),
            Some(HeadAct::Right) => shown.get(at + 1),
        };
        let place = |wanted: usize| self.order.iter().position(|&idx| idx == wanted);
        if let Some((a, b)) = swap_with.and_then(|&other| Some((place(article)?, place(other)?))) {
            self.order.swap(a, b);
        }
    }

    /// Moves the column of `article` to the place of the one of `target`, which gives way.
    fn move_beside(&mut self, article: usize, target: usize) {
        let place = |wanted: usize| self.order.iter().position(|&idx| idx == wanted);
        if let (Some(from), Some(to)) = (place(article), place(target)) {
            let moved = self.order.remove(from);
            self.order.insert(to, moved);
        }
    }

    /// The handle between two heads, which makes one column wider and the other narrower.
    fn resize_ui(&mut self, ui: &Ui, frame: &Frame, at: usize) {
        let (left, right) = (frame.columns[at], frame.columns[at + 1]);
        let handle = Rect::from_min_max(left.right_top(), pos2(right.left(), left.top() + HEAD));
        let response = ui.interact(handle, ui.scope_id().with(("resize", at)), Sense::drag() - Sense::FOCUSABLE);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Splitter,
                true,
                crate::wording::look::resize_text(frame.articles[at], frame.articles[at + 1]),
            )
        });
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            let middle = handle.center();
            let color = ui.visuals().widgets.hovered.fg_stroke;
            ui.painter().line_segment([middle - vec2(0.0, 12.0), middle + vec2(0.0, 12.0)], color);
        }
        let (a, b) = (frame.articles[at], frame.articles[at + 1]);
        let total = self.columns[a].weight + self.columns[b].weight;
        let share = response.drag_delta().x / (left.width() + right.width()).max(1.0) * total;
        let least = total * 0.15;
        self.columns[a].weight = (self.columns[a].weight + share).clamp(least, total - least);
        self.columns[b].weight = total - self.columns[a].weight;
    }

    fn forget_far(&mut self, frame: &Frame) {
        for (article, column) in self.columns.iter_mut().enumerate() {
            let top = column.position.offset;
            let view = if frame.articles.contains(&article) { frame.view } else { 0.0 };
            column.text.forget_far(top, top + view);
        }
    }
}

/// What a reader did at the head of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum HeadAct {
    /// Move it to the left.
    Left,
    /// Move it to the right.
    Right,
    /// Dragged, and dropped so far from the left edge of the window.
    Dropped(f32),
    /// Show what was read of it.
    Reading,
    /// Write a note on it.
    Note,
    /// Hold the others against it, or no more.
    Authority,
    /// Hide it.
    Hide,
    /// Show every article.
    ShowAll,
    /// Take the article out of the story.
    Remove,
}

fn merge(pointed: &mut Pointed, over: Pointed) {
    pointed.finding = pointed.finding.or(over.finding);
    pointed.claim = pointed.claim.or(over.claim);
}
