//! Which columns there are, from left to right: they outlive a new comparison, change places, are hidden and resized.

use std::sync::Arc;

use egui::{FontId, Rect, Sense, Ui, pos2, vec2};

use super::act::{Act, HeadAct};
use super::scene::Scene;
use super::{Column, Frame, GUTTER, HEAD, Reading, fontless};
use crate::gui::command::Command;
use crate::review::NoteOn;
use crate::view::heading::heading;
use crate::wording::look::resize_text;
use crate::wording::note_words::NotePlace;

impl Reading {
    /// Takes over a new comparison: each column stays as it was, wherever its article is now.
    pub(super) fn adopt(&mut self, ui: &Ui, scene: &Scene<'_>, revision: u64) {
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

    /// Moves every column to where its article is now; articles that are new are where their letters do.
    pub(super) fn carry_over(&mut self, scene: &Scene<'_>) {
        let n_articles = scene.comparison.articles.len();
        let keys: Vec<u64> = (0..n_articles).map(|idx| scene.keys.get(idx).copied().unwrap_or(idx as u64)).collect();
        let new_place = |old: usize| self.keys.get(old).and_then(|key| keys.iter().position(|known| known == key));
        let mut order: Vec<usize> = self.order.iter().filter_map(|&old| new_place(old)).collect();
        for article in 0..n_articles {
            if order.contains(&article) {
                continue;
            }
            // One that comes back is behind the one with the letter before it, as it did.
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
            self.horizontal_scroll = 0.0;
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

    /// Returns whether the letters were drawn anew since the last frame (other colors or size, another font, no room
    /// left), which a setting that egui keeps from frame to frame gives away. Settings that point to the old ones are
    /// forgotten.
    pub(super) fn are_letters_new(&mut self, ui: &Ui) -> bool {
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

    pub(super) fn take_head_act(
        &mut self,
        article: usize,
        at: usize,
        act: Option<HeadAct>,
        frame: &Frame,
        acts: &mut Vec<Act>,
    ) {
        let shown: Vec<usize> = self.order.iter().copied().filter(|&idx| !self.columns[idx].is_hidden).collect();
        let swap_with = match act {
            None => return,
            Some(HeadAct::Remove) => return acts.push(Act::Remove(article)),
            Some(HeadAct::Reading) => return acts.push(Act::Reading(article)),
            Some(HeadAct::Note) => return acts.push(Act::Note(NotePlace::On(NoteOn::Article(article)))),
            Some(HeadAct::Authority) => return acts.push(Act::Do(Command::Authority(article))),
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
    pub(super) fn move_beside(&mut self, article: usize, target: usize) {
        let place = |wanted: usize| self.order.iter().position(|&idx| idx == wanted);
        if let (Some(from), Some(to)) = (place(article), place(target)) {
            let moved = self.order.remove(from);
            self.order.insert(to, moved);
        }
    }

    /// The handle between two heads, which makes one column wider and the other narrower.
    pub(super) fn resize_ui(&mut self, ui: &Ui, frame: &Frame, at: usize) {
        let (left, right) = (frame.columns[at], frame.columns[at + 1]);
        let handle = Rect::from_min_max(left.right_top(), pos2(right.left(), left.top() + HEAD));
        let response = ui.interact(handle, ui.scope_id().with(("resize", at)), Sense::drag() - Sense::FOCUSABLE);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::Role::Splitter,
                true,
                resize_text(frame.articles[at], frame.articles[at + 1]),
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
}
