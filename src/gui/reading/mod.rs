//! The reading room: articles side by side, in step by what they say, joined by ribbons, with their differences marked
//! in place.
//!
//! Takes a [`Scene`]. Returns what the reader touched. What lives here is only how it is shown: where columns are
//! scrolled to, how wide they are, their laid-out text. Positions are computed before anything is drawn, so that
//! columns and ribbons move in the same frame. Laying out never takes longer than a slice of a frame: first what is on
//! screen, then the rest; while a width changes, only what is on screen.

pub mod act;
mod column;
mod column_text;
mod columns;
mod draw;
mod faces;
mod follow;
mod fontless;
mod gutter;
mod horizontal_scroll;
mod layout;
mod lines;
mod piece;
pub mod scene;
pub(crate) mod scroll;
mod setting;
mod strip;

use std::sync::Arc;
use std::time::{Duration, Instant};

use act::Act;
use column::Pointed;
use column_text::ColumnText;
use egui::{Galley, Rect, Sense, Ui};
use rustc_hash::FxHashMap;
use scene::{Picked, Scene};
use scroll::Position;

use crate::alignment::ClaimId;
use crate::text::Span;
use crate::view::heading::Heading;
use crate::view::ribbons::Ribbon;
use crate::view::scroll_sync::Chain;

/// Time of a frame that may go into laying out text: leaves the rest of 16 ms to drawing.
const SLICE: Duration = Duration::from_millis(5);

/// Seconds without a change of the columns' width after which text out of view is laid out again.
const WIDTH_SETTLES: f64 = 0.15;

/// Narrowest column; below it the columns scroll sideways. Four fit beside the list in a window of the size it has at
/// first.
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
    horizontal_scroll: f32,
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
    /// What is at its head.
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
    /// Where the bar is that moves the columns sideways; `None` if all fit.
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

    /// Returns how many points of the text of `article` are above the view.
    pub fn offset(&self, article: usize) -> f32 {
        self.columns.get(article).map_or(0.0, |column| column.position.offset)
    }

    /// Returns how many columns are hidden.
    pub fn n_hidden(&self) -> usize {
        self.columns.iter().filter(|column| column.is_hidden).count()
    }

    /// Shows every article.
    pub fn show_all(&mut self) {
        for column in &mut self.columns {
            column.is_hidden = false;
        }
    }
}
