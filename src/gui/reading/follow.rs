//! Scrolling: a selection comes to one height in every column, and columns in step follow the one that leads.

use egui::Ui;

use super::column::Touched;
use super::column_text::{ColumnText, TOP};
use super::horizontal_scroll::side_of_keys;
use super::scene::Scene;
use super::scroll::{Extent, Position, offset_beside, scroll_keys};
use super::{Frame, GUTTER, Reading, TAIL};
use crate::view::places::of_finding;
use crate::view::scroll_sync::chain;

impl Reading {
    /// Brings a new selection to the same height in every column.
    pub(super) fn bring_into_view(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame) {
        let now = ui.input(|input| input.time);
        if self.shown.as_ref() != Some(scene.picked) {
            self.shown = Some(scene.picked.clone());
            let held = self.held.take();
            for (article, place) in scene.picked.places.iter().enumerate() {
                if let Some(first) = place.first {
                    self.layout_at(ui, scene, article, first.start);
                }
            }
            self.aim(scene, frame, held, now);
            ui.ctx().request_repaint();
        }
        if self.hit != scene.hit {
            self.hit = scene.hit;
            if let Some((article, span)) = scene.hit {
                self.layout_at(ui, scene, article, span.start);
                self.aim_at(scene, frame, article, span.start, now);
            }
        }
        if let Some(claim) = self.wanted.take() {
            let analysis = scene.comparison.articles.get(claim.article);
            let start = analysis.and_then(|analysis| analysis.claims.get(claim.claim.0)).map(|claim| claim.span.start);
            if let Some(start) = start {
                self.layout_at(ui, scene, claim.article, start);
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

    /// Makes exact where the byte at `offset` of `article` is.
    pub(super) fn layout_at(&mut self, ui: &Ui, scene: &Scene<'_>, article: usize, offset: usize) {
        let Some(analysis) = scene.comparison.articles.get(article) else { return };
        let marks = scene.room.all_marks.get(article).map_or(&[][..], Vec::as_slice);
        let Some(column) = self.columns.get_mut(article) else { return };
        let before = column.text.y_of(offset);
        column.text.layout_at(ui, analysis, marks, offset);
        // What is on screen stays where it is when text above it is found to be higher or lower.
        if before < column.position.offset {
            column.position.shift(column.text.y_of(offset) - before);
        }
    }

    /// Brings the byte at `offset` of `article` to the resting line, and the others beside it where they are in step.
    pub(super) fn aim_at(&mut self, scene: &Scene<'_>, frame: &Frame, article: usize, offset: usize, now: f64) {
        let Some(column) = self.columns.get_mut(article) else { return };
        column.is_hidden = false;
        let y = column.text.y_of(offset);
        let extent = self.extent(article, frame);
        let target = (y - extent.resting_line()).clamp(0.0, extent.last());
        self.leader = article;
        for &other in &frame.articles {
            if other == article {
                self.columns[article].position.go(target, now);
            } else if scene.scroll_sync {
                let knots = self.knots(scene, (article, target + extent.line(target)), other);
                let own = self.extent(other, frame);
                let beside = offset_beside((target, extent), own, &knots);
                self.columns[other].position.go(beside, now);
            }
        }
        let place = frame.articles.iter().position(|&shown| shown == article);
        if let Some(rect) = place.map(|at| frame.columns[at]) {
            let (left, right) = (frame.area.left(), frame.area.right());
            self.horizontal_scroll += (rect.right() - right).max(0.0) - (left - rect.left()).max(0.0);
        }
    }

    pub(super) fn aim(&mut self, scene: &Scene<'_>, frame: &Frame, held: Option<(usize, f32)>, now: f64) {
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
        self.scroll_to_columns(scene, frame);
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

    /// Brings the columns in which the selection is into view from the side, the first of them at least.
    pub(super) fn scroll_to_columns(&mut self, scene: &Scene<'_>, frame: &Frame) {
        let holds = |article: &usize| scene.picked.places.get(*article).is_some_and(|place| place.first.is_some());
        let mut rects = frame.articles.iter().zip(&frame.columns).filter(|(article, _)| holds(article));
        let Some((_, first)) = rects.next() else { return };
        let last = rects.next_back().map_or(first, |(_, last)| last);
        let to_the_right = (last.right() - frame.area.right()).max(0.0).min(first.left() - frame.area.left());
        self.horizontal_scroll +=
            if first.left() < frame.area.left() { first.left() - frame.area.left() } else { to_the_right };
    }

    /// Brings the column of an article that was added just now into view.
    pub(super) fn move_to_newcomer(&mut self, ui: &Ui, frame: &Frame) {
        let Some(article) = self.newcomer.take() else { return };
        if let Some(at) = frame.articles.iter().position(|&shown| shown == article) {
            self.horizontal_scroll = self.row(frame).offset_to(at);
            ui.ctx().request_repaint();
        }
    }

    /// Takes the wheel and the keys before anything is drawn, and moves the followers along.
    pub(super) fn scroll(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame) {
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
            self.horizontal_scroll = offset;
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
    pub(super) fn move_leader(
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
        if !scene.scroll_sync {
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

    pub(super) fn extent(&self, article: usize, frame: &Frame) -> Extent {
        Extent { text: self.columns[article].text.height() + TAIL, view: frame.view }
    }

    /// Returns where the claims of the chain of two articles are in both, next before and next after `y` in the leader.
    pub(super) fn knots(&mut self, scene: &Scene<'_>, (leader, y): (usize, f32), follower: usize) -> Vec<(f32, f32)> {
        let chain = self.chains.entry((leader, follower)).or_insert_with(|| chain(scene.comparison, leader, follower));
        let (a, b) = (&self.columns[leader].text, &self.columns[follower].text);
        let top = |claim: usize, text: &ColumnText| text.claim(claim).map_or(0.0, |place| place.0);
        let after = chain.partition_point(|&(left, _)| top(left, a) <= y);
        let near = &chain[after.saturating_sub(1)..(after + 1).min(chain.len())];
        near.iter().map(|&(left, right)| (top(left, a), top(right, b))).collect()
    }

    /// Remembers at which height the touched claim is, so that it stays there while its counterparts come to it.
    pub(super) fn hold(&mut self, scene: &Scene<'_>, article: usize, touched: Touched) {
        let start = match touched {
            Touched::Claim(claim) => {
                let analysis = scene.comparison.articles.get(claim.article);
                analysis.and_then(|analysis| analysis.claims.get(claim.claim.0)).map(|claim| claim.span.start)
            }
            Touched::Finding(finding) => {
                let places = of_finding(scene.comparison, finding);
                places.get(article).and_then(|place| place.first).map(|span| span.start)
            }
        };
        let column = &self.columns[article];
        self.held = start.map(|start| (article, column.text.y_of(start) - column.position.offset));
    }
}
