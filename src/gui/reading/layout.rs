//! Where things are in this frame, and how much text may be laid out in it.

use std::time::{Duration, Instant};

use egui::{Rect, Ui, pos2};

use super::column_text::Measure;
use super::faces::Faces;
use super::horizontal_scroll::{BAR, Row};
use super::scene::Scene;
use super::{Frame, GUTTER, HEAD, INSET, NARROWEST, Reading, SLICE, STRIP, WIDEST_TEXT, WIDTH_SETTLES};

impl Reading {
    /// Divides `area` among the columns.
    pub(super) fn frame(&mut self, ui: &Ui, area: Rect) -> Frame {
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
            self.horizontal_scroll -= sideways;
        }
        self.horizontal_scroll = self.horizontal_scroll.clamp(0.0, (total - area.width()).max(0.0));
        let fits = total <= area.width() + 1.0;
        let (seen, below) = area.split_top_bottom_at_y(area.bottom() - if fits { 0.0 } else { BAR });
        let (area, bar) = (seen, (!fits).then_some(below));
        let mut x = area.left() - self.horizontal_scroll;
        let mut columns = Vec::with_capacity(articles.len());
        for width in wanted {
            columns.push(Rect::from_min_max(pos2(x.round(), area.top()), pos2((x + width).round(), area.bottom())));
            x += width + GUTTER;
        }
        Frame { area, articles, columns, total, bar, view: (area.height() - HEAD).max(1.0), has_pointer }
    }

    pub(super) fn row<'a>(&self, frame: &'a Frame) -> Row<'a> {
        Row {
            area: frame.area,
            articles: &frame.articles,
            columns: &frame.columns,
            offset: self.horizontal_scroll,
            total: frame.total,
        }
    }

    /// Lays out what is on screen, then some of the rest, until the slice of this frame is used up.
    pub(super) fn lay_out(&mut self, ui: &Ui, scene: &Scene<'_>, revision: u64, frame: &Frame, start: Instant) {
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
            let signs = scene.room.sign_keys.get(article).copied().unwrap_or(0);
            let revision = (revision, signs);
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
                    column.text.layout_at(ui, analysis, marks, start);
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

    pub(super) fn forget_far(&mut self, frame: &Frame) {
        for (article, column) in self.columns.iter_mut().enumerate() {
            let top = column.position.offset;
            let view = if frame.articles.contains(&article) { frame.view } else { 0.0 };
            column.text.forget_far(top, top + view);
        }
    }
}
