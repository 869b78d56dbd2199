//! Draws the columns with their heads and strips, and the ribbons between them.

use std::borrow::Cow;

use egui::{Rect, Ui, pos2, vec2};

use super::act::Act;
use super::column::{Pointed, Touched, View, column_ui};
use super::gutter::gutter_ui;
use super::horizontal_scroll::horizontal_scroll_ui;
use super::scene::Scene;
use super::strip::{Strip, strip_ui};
use super::{Frame, HEAD, Reading, STRIP};
use crate::alignment::ClaimId;
use crate::gui::panels::column_head::column_head_ui;
use crate::view::ribbons::{Ribbon, of_finding, ribbons};

impl Reading {
    pub(super) fn make_ribbons(&mut self, scene: &Scene<'_>, articles: &[usize], shown_revision: u64) {
        let is_made = self.ribbons_for.as_ref().is_some_and(|(known, at)| known == articles && *at == shown_revision);
        if !is_made {
            self.ribbons = ribbons(scene.comparison, scene.standing, articles, &scene.room.loud);
            self.ribbons_for = Some((articles.to_vec(), shown_revision));
        }
    }

    pub(super) fn draw(&mut self, ui: &mut Ui, scene: &Scene<'_>, area: Rect, frame: &Frame) -> Vec<Act> {
        if let Some(bar) = frame.bar
            && let Some(offset) = horizontal_scroll_ui(ui, scene, &self.row(frame), bar)
        {
            self.horizontal_scroll = offset;
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
            let head_act = column_head_ui(ui, scene, article, head, heading, has_hidden);
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
                &mut acts,
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
                let (top, bottom) = column.text.claim(claim.claim.0)?;
                let shift = gap.top() - column.position.offset;
                Some((top + shift, bottom + shift))
            };
            let mut list: Cow<'_, [Ribbon]> = self.ribbons.get(at).map_or(&[][..], Vec::as_slice).into();
            let picked = scene.picked.finding;
            let own =
                picked.and_then(|idx| of_finding(scene.comparison, scene.standing, idx, (pair[0], pair[1]), &list));
            if let Some(own) = own {
                list.to_mut().push(own);
            }
            let (over, act) = gutter_ui(
                ui,
                scene,
                Pointed { speaks: self.is_pointing, ..self.pointed },
                &list,
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
}

fn merge(pointed: &mut Pointed, over: Pointed) {
    pointed.finding = pointed.finding.or(over.finding);
    pointed.claim = pointed.claim.or(over.claim);
}
