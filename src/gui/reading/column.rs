//! Drawing one column of text: pieces in view, the marks behind their words, the selection.

use egui::text_selection::LabelSelectionState;
use std::sync::Arc;

use egui::{
    CursorIcon, FontFamily, FontId, Galley, Mesh, Pos2, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use rustc_hash::FxHashMap;

use super::act::Act;
use super::column_text::ColumnText;
use super::lines::underline;
use super::piece::Piece;
use super::scene::Scene;
use super::setting::{Set, SetMark, Stretch};
use crate::alignment::ClaimId;
use crate::article::BlockKind;
use crate::compare::lookup::claim_span;
use crate::findings::FindingIndex;
use crate::gui::panels::context_menu::{Asked, text_menu};
use crate::text::Span;
use crate::view::hover::{figure_at, figure_lines, mark_lines};
use crate::view::marks::mark_at;
use crate::view::places::claim_at;
use crate::view::room::MarkLook;
use crate::wording::look::Look;

/// Size of a sign, as a share of the font size: no wider than the space between words and what [`Faces`] adds to it.
///
/// [`Faces`]: super::faces::Faces
const SIGN_SIZE: f32 = 0.62;

/// How far the middle of a sign is above the line the letters are on, as a share of the font size: clear of commas and
/// dashes, below the line before.
const SIGN_HEIGHT: f32 = 0.52;

/// What a reader did in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Touched {
    /// Clicked marked words of this finding.
    Finding(FindingIndex),
    /// Clicked a claim.
    Claim(ClaimId),
}

/// What the pointer is over.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Pointed {
    /// The finding whose words it is over.
    pub(crate) finding: Option<FindingIndex>,
    /// The claim it is over.
    pub(crate) claim: Option<ClaimId>,
    /// Whether it says what there is to say of that.
    pub(crate) speaks: bool,
}

/// Where a column's text is seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// The place on screen.
    pub(crate) rect: Rect,
    /// Points of the text above it.
    pub(crate) offset: f32,
    /// Space to the left and right of the text.
    pub(crate) inset: f32,
}

/// Draws the text of `article` as `view` says; returns what the pointer is over and what was clicked.
pub(crate) fn column_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    pointed: Pointed,
    article: usize,
    text: &ColumnText,
    view: View,
    acts: &mut Vec<Act>,
) -> (Pointed, Option<Touched>) {
    let View { rect, offset, inset } = view;
    let mut column = ui.new_child(UiBuilder::new().id_salt(("column", article)).max_rect(rect));
    column.set_clip_rect(rect.intersect(ui.clip_rect()));
    let mut drawing = Drawing {
        scene,
        before: pointed,
        article,
        inset,
        lines: Mesh::default(),
        glyphs: FxHashMap::default(),
        now: Pointed::default(),
        touched: None,
        acts,
    };
    let visible = text.visible(offset, offset + rect.height());
    for idx in visible {
        let (piece, top, set) = text.piece(idx);
        let y = rect.top() + top - offset;
        match set {
            Some(set) => drawing.piece_ui(&mut column, rect, y, piece, idx, set),
            None => waiting(&column, scene, rect.left() + inset, rect.right() - inset, y, text.piece_height(idx)),
        }
    }
    column.painter().add(std::mem::take(&mut drawing.lines));
    (drawing.now, drawing.touched)
}

struct Drawing<'a> {
    scene: &'a Scene<'a>,
    before: Pointed,
    article: usize,
    inset: f32,
    /// The lines under all marked words.
    lines: Mesh,
    /// The glyphs of the looks, by the size of the text they are in, in tenths of a point.
    glyphs: FxHashMap<(Look, i32), Arc<Galley>>,
    now: Pointed,
    touched: Option<Touched>,
    /// What was chosen from a menu.
    acts: &'a mut Vec<Act>,
}

impl Drawing<'_> {
    fn piece_ui(&mut self, ui: &mut Ui, rect: Rect, y: f32, piece: Piece, idx: usize, set: &Set) {
        let scene = self.scene;
        let Some(analysis) = scene.comparison.articles.get(self.article) else { return };
        let size = set.galley.job.sections.first().map_or(14.0, |section| section.format.font_id.size);
        let indent = if matches!(piece.kind, BlockKind::ListItem | BlockKind::Quote) { size } else { 0.0 };
        let pos = pos2(rect.left() + self.inset + indent, y);
        let area = Rect::from_min_size(pos, vec2(rect.right() - self.inset - pos.x, set.galley.size().y));
        let response = ui.interact(area, ui.scope_id().with(idx), Sense::click_and_drag() - Sense::FOCUSABLE);
        response.widget_info(|| {
            let role = if piece.kind == BlockKind::Headline { Role::Heading } else { Role::Label };
            WidgetInfo::labeled(role, true, analysis.words(piece.span))
        });
        self.behind(ui, pos, piece, set, size);
        let color = if piece.kind == BlockKind::Caption { scene.ink.weak } else { scene.ink.text };
        LabelSelectionState::label_text_selection(ui, &response, pos, set.galley.clone(), color, Stroke::NONE);
        if piece.kind == BlockKind::ListItem {
            ui.painter().circle_filled(pos2(pos.x - size * 0.6, y + size * 0.85), 2.0, scene.ink.weak);
        }
        let mut asked = None;
        if let Some(pointer) = response.hover_pos() {
            let char_idx = set.galley.cursor_from_pos(pointer - pos).index;
            let words = analysis.words(piece.span);
            let byte = words.char_indices().nth(char_idx.into()).map_or(words.len(), |(at, _)| at);
            asked = self.pointed_ui(&response, piece.span.start + byte);
        }
        text_menu(&response, scene, asked, self.acts);
    }

    /// What is behind the words: selection, hits, marks.
    fn behind(&mut self, ui: &Ui, pos: Pos2, piece: Piece, set: &Set, size: f32) {
        let scene = self.scene;
        let painter = ui.painter();
        let wash = |stretch: &Stretch, color| {
            painter.rect_filled(stretch.letters(pos, size).expand2(vec2(2.0, 1.0)), 3.0, color);
        };
        for (claim, stretches) in &set.claims {
            let id = ClaimId::at(self.article, *claim);
            if scene.picked.holds(id) {
                for stretch in stretches {
                    let from = pos + vec2(stretch.left - 3.0, stretch.top);
                    let row = Rect::from_min_max(from, pos + vec2(stretch.right + 3.0, stretch.bottom));
                    painter.rect_filled(row, 2.0, scene.ink.selected);
                }
            }
        }
        let Some(analysis) = scene.comparison.articles.get(self.article) else { return };
        let words = analysis.words(piece.span);
        if scene.words {
            for span in scene.picked.differing.get(self.article).into_iter().flatten() {
                for stretch in set.stretches(words, piece.span, *span) {
                    let below = stretch.letters(pos, size);
                    painter.rect_filled(
                        Rect::from_min_max(pos2(below.left(), below.bottom() - 2.0), below.max),
                        0.0,
                        scene.ink.wash(Look::Differs, 0.7),
                    );
                    wash(&stretch, scene.ink.wash(Look::Differs, 0.16));
                }
            }
        }
        let hits = scene.hits.get(self.article).map_or(&[][..], Vec::as_slice);
        let first = hits.partition_point(|hit| hit.end <= piece.span.start);
        for hit in hits[first..].iter().take_while(|hit| hit.start < piece.span.end) {
            let is_shown = scene.hit == Some((self.article, *hit));
            for stretch in set.stretches(words, piece.span, *hit) {
                wash(&stretch, scene.ink.found.gamma_multiply(if is_shown { 1.0 } else { 0.5 }));
            }
        }
        self.marks(ui, pos, set, size);
    }

    fn marks(&mut self, ui: &Ui, pos: Pos2, set: &Set, size: f32) {
        let scene = self.scene;
        let painter = ui.painter();
        let (Some(marks), Some(looks)) = (scene.room.all_marks.get(self.article), scene.room.looks.get(self.article))
        else {
            return;
        };
        for SetMark { idx, stretches, sign } in &set.marks {
            let (Some(mark), Some(Some(MarkLook { look, is_quiet }))) = (marks.get(*idx), looks.get(*idx)) else {
                continue;
            };
            let color = if *is_quiet { scene.ink.weak } else { scene.ink.of(*look) };
            let is_of = |finding: Option<FindingIndex>| finding.is_some_and(|finding| mark.findings.contains(&finding));
            if *look == Look::OnlyIn {
                let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { continue };
                let is_strong = is_of(scene.picked.finding) || is_of(self.before.finding);
                let width = if is_strong { 4.0 } else { 2.5 } - if *is_quiet { 1.5 } else { 0.0 };
                let left = pos.x - 9.0;
                let bar = Rect::from_min_max(
                    pos2(left, pos.y + first.baseline - size * 0.8),
                    pos2(left + width, pos.y + last.baseline + size * 0.2),
                );
                painter.rect_filled(bar, 1.0, color);
                // The words themselves, where it is not the whole sentence that only some have.
                if is_strong && !self.is_whole_claim(mark.span) {
                    for stretch in stretches {
                        let letters = stretch.letters(pos, size).expand2(vec2(2.0, 1.0));
                        painter.rect_filled(letters, 3.0, scene.ink.wash(*look, 0.2));
                    }
                }
                continue;
            }
            let strength = match (is_of(scene.picked.finding), is_of(self.before.finding), look) {
                (true, ..) => 0.30,
                (_, true, _) => 0.20,
                (_, _, Look::Conflict) if !is_quiet => 0.10,
                _ => 0.0,
            };
            for stretch in stretches {
                if strength > 0.0 {
                    let letters = stretch.letters(pos, size).expand2(vec2(2.0, 1.0));
                    painter.rect_filled(letters, 3.0, scene.ink.wash(*look, strength));
                }
                let left = pos2(pos.x + stretch.left, pos.y + stretch.baseline);
                let line = if *is_quiet { Look::Agrees } else { *look };
                underline(&mut self.lines, line, color, left, pos.x + stretch.right, size);
            }
            if let Some(sign) = sign.filter(|_| *look != Look::Agrees && !is_quiet) {
                let glyph = self.glyphs.entry((*look, (size * 10.0) as i32)).or_insert_with(|| {
                    let font = FontId::new(size * SIGN_SIZE, FontFamily::Proportional);
                    painter.layout_no_wrap(look.glyph().to_owned(), font, color)
                });
                let at = pos2(pos.x + sign.x + 0.5, pos.y + sign.y - size * SIGN_HEIGHT - glyph.size().y / 2.0);
                painter.galley(at, glyph.clone(), color);
            }
        }
    }

    /// Whether `span` holds all the words of its sentence.
    fn is_whole_claim(&self, span: Span) -> bool {
        claim_at(self.scene.comparison, self.article, span.start)
            .and_then(|claim| claim_span(self.scene.comparison, claim))
            .is_none_or(|whole| span.start <= whole.start && whole.end <= span.end)
    }

    /// What the pointer is over at the byte `offset`, with what there is to say about it; returns what a menu there is
    /// about.
    fn pointed_ui(&mut self, response: &egui::Response, offset: usize) -> Option<Asked> {
        let scene = self.scene;
        let marks = scene.room.marks.get(self.article).map_or(&[][..], Vec::as_slice);
        let mark = mark_at(marks, offset);
        let words_mark = mark.filter(|mark| mark.look != Look::OnlyIn);
        self.now.claim = claim_at(scene.comparison, self.article, offset);
        self.now.finding = mark.and_then(|mark| mark.findings.first().copied());
        let finding = words_mark.and_then(|mark| mark.findings.first().copied());
        let figure = figure_at(scene.comparison, self.article, offset);
        let asked = self.now.claim.map(|claim| Asked { claim, finding, figure: figure.map(|figure| figure.span) });
        // A right click selects what its menu is about.
        if response.clicked() || response.secondary_clicked() {
            self.touched = match (words_mark.and_then(|mark| mark.findings.first()), self.now.claim) {
                (Some(&finding), _) => Some(Touched::Finding(finding)),
                (None, Some(claim)) => Some(Touched::Claim(claim)),
                (None, None) => None,
            };
        }
        if words_mark.is_some() {
            response.ctx.set_cursor_icon(CursorIcon::PointingHand);
        }
        if !self.before.speaks || words_mark.is_none() && figure.is_none() {
            return asked;
        }
        response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(340.0);
            if let Some(figure) = figure {
                for line in figure_lines(scene.comparison, self.article, figure) {
                    ui.label(line);
                }
            }
            if let Some(mark) = words_mark {
                for line in mark_lines(scene.comparison, scene.standing, mark) {
                    ui.colored_label(scene.ink.of(mark.look), line);
                }
            }
        });
        asked
    }
}

/// Gray bars where text is still to be set.
fn waiting(ui: &Ui, scene: &Scene<'_>, left: f32, right: f32, top: f32, height: f32) {
    let n_lines = (height / 22.0).floor().max(1.0) as usize;
    for line in 0..n_lines {
        let y = top + line as f32 * 22.0 + 6.0;
        let end = if line + 1 == n_lines { left + (right - left) * 0.6 } else { right };
        ui.painter().rect_filled(Rect::from_min_max(pos2(left, y), pos2(end, y + 8.0)), 3.0, scene.ink.rule);
    }
}
