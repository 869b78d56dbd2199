//! The text of one column: pieces set when they come into view and measured in slices of time, so that no frame waits.
//!
//! Heights are estimated first and corrected later; when a piece above the view is corrected, the offset moves along,
//! so the words on screen stay where they are. Only pieces on screen, and one screen above and below, keep their
//! galleys (about 193 bytes a character); of the others only heights and the places of claims are kept.

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use egui::Ui;

use super::faces::Faces;
use super::piece::{Piece, pieces};
use super::setting::{Set, set};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::text::Span;
use crate::view::marks::Mark;

/// Mean advance of a letter as a share of the font size, for estimates; measured on English text in the bundled face.
const MEAN_ADVANCE: f32 = 0.47;

/// Space above the first line of a text, in points.
pub(crate) const TOP: f32 = 12.0;

/// What a setting depends on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measure {
    /// Width of the text in points.
    pub(crate) width: f32,
    /// The faces.
    pub(crate) faces: Faces,
    /// Pixels in a point.
    pub(crate) pixels_per_point: f32,
    /// Change when the marks of the text do, and which of them have signs.
    pub(crate) revision: (u64, u64),
}

/// The text of one column.
#[derive(Debug, Default)]
pub(crate) struct ColumnText {
    article: Option<Arc<Article>>,
    measure: Option<Measure>,
    pieces: Vec<Piece>,
    heights: Vec<f32>,
    is_exact: Vec<bool>,
    /// Top of each piece, and the bottom of the last.
    tops: Vec<f32>,
    /// Top and bottom of each claim within the piece it begins in, and that piece.
    claims: Vec<(usize, f32, f32)>,
    sets: Vec<Option<Set>>,
    /// The next piece to be measured out of view.
    next: usize,
}

impl ColumnText {
    /// Makes sure that this is the text of `analysis` in this `measure`; returns whether anything must be set anew.
    pub(crate) fn prepare(&mut self, analysis: &Analysis, measure: &Measure) -> bool {
        if self.measure.as_ref() == Some(measure) {
            return false;
        }
        let is_same_text = self.article.as_ref().is_some_and(|known| Arc::ptr_eq(known, &analysis.article));
        if self.measure.as_ref().is_none_or(|old| old.revision != measure.revision) {
            // The marks have other indices.
            self.forget_all();
        }
        if is_same_text && !self.pieces.is_empty() {
            let old_width = self.measure.as_ref().map_or(measure.width, |old| old.width);
            let scale = old_width / measure.width.max(1.0);
            for height in &mut self.heights {
                *height *= scale;
            }
            for claim in &mut self.claims {
                claim.1 *= scale;
                claim.2 *= scale;
            }
        } else {
            self.article = Some(Arc::clone(&analysis.article));
            self.pieces = pieces(analysis);
            self.heights = self.pieces.iter().map(|piece| estimate(*piece, measure)).collect();
            self.claims = estimated_claims(analysis, &self.pieces, &self.heights);
            self.sets = Vec::new();
            self.sets.resize_with(self.pieces.len(), || None);
        }
        self.is_exact = vec![false; self.pieces.len()];
        self.next = 0;
        self.measure = Some(measure.clone());
        self.sum_up();
        true
    }

    /// Forgets every setting; heights and places stay.
    pub(crate) fn forget_all(&mut self) {
        self.sets.fill_with(|| None);
    }

    /// Returns the height of the whole text in points.
    pub(crate) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Returns whether every piece was measured.
    pub(crate) fn is_finished(&self) -> bool {
        self.next >= self.pieces.len()
    }

    /// Returns the pieces that show between `top` and `bottom`.
    pub(crate) fn visible(&self, top: f32, bottom: f32) -> Range<usize> {
        if self.pieces.is_empty() {
            return 0..0;
        }
        let first = self.tops.partition_point(|&y| y <= top).saturating_sub(1);
        let last = self.tops.partition_point(|&y| y < bottom);
        first.min(self.pieces.len())..last.min(self.pieces.len())
    }

    /// Returns the piece at `idx`, its top, and its setting where there is one.
    pub(crate) fn piece(&self, idx: usize) -> (Piece, f32, Option<&Set>) {
        (self.pieces[idx], self.tops[idx], self.sets[idx].as_ref())
    }

    /// Returns the height of the piece at `idx`, with the space below it.
    pub(crate) fn piece_height(&self, idx: usize) -> f32 {
        self.heights[idx]
    }

    /// Returns the top and the bottom of a claim.
    pub(crate) fn claim(&self, claim: usize) -> Option<(f32, f32)> {
        let &(piece, top, bottom) = self.claims.get(claim)?;
        let y = self.tops.get(piece)?;
        Some((y + top, y + bottom))
    }

    /// Returns where the byte at `offset` is from the top: its row where its piece is set, about there where it is not.
    pub(crate) fn y_of(&self, offset: usize) -> f32 {
        let Some(idx) = self.piece_of(offset) else { return 0.0 };
        let span = self.pieces[idx].span;
        if let (Some(set), Some(article)) = (&self.sets[idx], &self.article)
            && let Some(row) = set.row_of(span.of(&article.text), offset - span.start)
        {
            return self.tops[idx] + row;
        }
        self.about_y_of(offset)
    }

    /// Returns about where the byte at `offset` is from the top: by its share of its piece, at little cost.
    pub(crate) fn about_y_of(&self, offset: usize) -> f32 {
        let Some(idx) = self.piece_of(offset) else { return 0.0 };
        let (span, height) = (self.pieces[idx].span, self.heights[idx]);
        let share = (offset - span.start).min(span.len()) as f32 / span.len().max(1) as f32;
        self.tops[idx] + share * height
    }

    /// The piece that holds the byte at `offset`, or the last before it.
    fn piece_of(&self, offset: usize) -> Option<usize> {
        self.pieces.partition_point(|piece| piece.span.start <= offset).checked_sub(1)
    }

    /// Sets the piece that holds the byte at `offset`, so that its place is exact.
    pub(crate) fn layout_at(&mut self, ui: &Ui, analysis: &Analysis, marks: &[Mark], offset: usize) {
        let Some(idx) = self.piece_of(offset) else { return };
        if (!self.is_exact[idx] || self.sets[idx].is_none()) && self.set_piece(ui, analysis, marks, idx, true) {
            self.sum_up();
        }
    }

    /// Sets the pieces between `top` and `bottom` until `deadline`, at least one; returns by how much the words at
    /// `top` moved down, and whether all pieces there are set.
    pub(crate) fn set_visible(
        &mut self,
        ui: &Ui,
        analysis: &Analysis,
        marks: &[Mark],
        (top, bottom): (f32, f32),
        deadline: Instant,
    ) -> (f32, bool) {
        let anchor = self.anchor(top);
        let mut is_complete = true;
        let mut has_changed = false;
        let mut idx = self.visible(top, bottom).start;
        let mut y = self.tops.get(idx).copied().unwrap_or(0.0);
        while idx < self.pieces.len() && y < bottom {
            if !self.is_exact[idx] || self.sets[idx].is_none() {
                if Instant::now() < deadline {
                    has_changed |= self.set_piece(ui, analysis, marks, idx, true);
                } else {
                    is_complete = false;
                }
            }
            y += self.heights[idx];
            idx += 1;
        }
        if has_changed {
            self.sum_up();
        }
        (self.moved(anchor), is_complete)
    }

    /// Measures pieces out of view until `deadline`; returns by how much the words at `top` moved down.
    pub(crate) fn measure_rest(
        &mut self,
        ui: &Ui,
        analysis: &Analysis,
        marks: &[Mark],
        top: f32,
        deadline: Instant,
    ) -> f32 {
        let anchor = self.anchor(top);
        let mut has_changed = false;
        while self.next < self.pieces.len() && Instant::now() < deadline {
            if !self.is_exact[self.next] {
                has_changed |= self.set_piece(ui, analysis, marks, self.next, false);
            }
            self.next += 1;
        }
        if has_changed {
            self.sum_up();
        }
        self.moved(anchor)
    }

    /// Forgets the settings of pieces that are not within one screen of the view from `top` to `bottom`.
    pub(crate) fn forget_far(&mut self, top: f32, bottom: f32) {
        let screen = bottom - top;
        let near = self.visible(top - screen, bottom + screen);
        for (idx, set) in self.sets.iter_mut().enumerate() {
            if !near.contains(&idx) {
                *set = None;
            }
        }
    }

    /// Sets a piece; keeps the setting where `is_kept`; returns whether its height changed.
    fn set_piece(&mut self, ui: &Ui, analysis: &Analysis, marks: &[Mark], idx: usize, is_kept: bool) -> bool {
        let Some(measure) = &self.measure else { return false };
        let piece = self.pieces[idx];
        let done = set(ui, &measure.faces, measure.width, analysis, piece, marks);
        let gap = if piece.is_last { measure.faces.gap(piece.kind) } else { 0.0 };
        let height = done.galley.size().y + gap;
        for (claim, stretches) in &done.claims {
            let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { continue };
            if let Some(place) = self.claims.get_mut(*claim).filter(|place| place.0 == idx) {
                (place.1, place.2) = (first.top, last.bottom);
            }
        }
        let has_changed = (height - self.heights[idx]).abs() > 0.01;
        self.heights[idx] = height;
        self.is_exact[idx] = true;
        // A setting to another width is worth nothing any more.
        self.sets[idx] = is_kept.then_some(done);
        has_changed
    }

    /// The piece at the height `top` and how far into it that is.
    fn anchor(&self, top: f32) -> Option<(usize, f32, f32)> {
        let idx = self.visible(top, top + 1.0).start;
        let y = *self.tops.get(idx)?;
        Some((idx, y, self.heights.get(idx).copied()?)).filter(|_| top > 0.0)
    }

    /// By how much the piece of `anchor` moved down since.
    fn moved(&self, anchor: Option<(usize, f32, f32)>) -> f32 {
        anchor.map_or(0.0, |(idx, y, _)| self.tops[idx] - y)
    }

    fn sum_up(&mut self) {
        self.tops.clear();
        let mut y = TOP;
        self.tops.push(y);
        for height in &self.heights {
            y += height;
            self.tops.push(y);
        }
    }
}

/// The height that `piece` will probably have.
fn estimate(piece: Piece, measure: &Measure) -> f32 {
    let faces = &measure.faces;
    let per_line = (measure.width / (faces.font(piece.kind).size * MEAN_ADVANCE)).max(1.0);
    let n_lines = (piece.span.len() as f32 / per_line).ceil().max(1.0);
    n_lines * faces.line_height(piece.kind) + if piece.is_last { faces.gap(piece.kind) } else { 0.0 }
}

/// Where the claims probably are, by their share of the piece they begin in.
fn estimated_claims(analysis: &Analysis, pieces: &[Piece], heights: &[f32]) -> Vec<(usize, f32, f32)> {
    let place = |span: Span| {
        let idx = pieces.partition_point(|piece| piece.span.start <= span.start).saturating_sub(1);
        let (Some(piece), Some(height)) = (pieces.get(idx), heights.get(idx)) else { return (0, 0.0, 0.0) };
        let share = |at: usize| (at.saturating_sub(piece.span.start) as f32 / piece.span.len().max(1) as f32).min(1.0);
        (idx, share(span.start) * height, share(span.end) * height)
    };
    analysis.claims.iter().map(|claim| place(claim.span)).collect()
}
