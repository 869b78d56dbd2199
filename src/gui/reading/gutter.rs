//! Ribbons in the gap between two columns: quiet until pointed at or selected.

use egui::epaint::{BandPoint, BandShape};
use egui::{
    Align2, CursorIcon, FontFamily, FontId, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::column::{Pointed, Touched};
use super::scene::Scene;
use crate::alignment::ClaimId;
use crate::view::ribbons::Ribbon;

/// How many points a ribbon's edge is drawn with.
const N_POINTS: usize = 12;

/// A ribbon on screen: top and bottom at its left and at its right end.
#[derive(Clone, Copy, Debug)]
struct Ends {
    left: (f32, f32),
    right: (f32, f32),
}

impl Ends {
    /// Top and bottom at `share` of the way from left to right, along a smooth step.
    fn at(self, share: f32) -> (f32, f32) {
        let t = share * share * (3.0 - 2.0 * share);
        let mix = |a: f32, b: f32| a + (b - a) * t;
        (mix(self.left.0, self.right.0), mix(self.left.1, self.right.1))
    }
}

/// Draws the `ribbons` of the gap at `rect` between the columns of two articles; `place` gives top and bottom of a
/// claim on screen.
pub(crate) fn gutter_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    pointed: Pointed,
    ribbons: &[Ribbon],
    between: (usize, usize),
    rect: Rect,
    place: impl Fn(ClaimId) -> Option<(f32, f32)>,
) -> (Pointed, Option<Touched>) {
    let id = ui.scope_id().with(("gutter", between));
    let gap = ui.interact(rect, id, Sense::click() - Sense::FOCUSABLE);
    gap.widget_info(|| WidgetInfo::labeled(Role::GenericContainer, true, ""));
    let pointer = gap.hover_pos();
    let painter = ui.painter_at(rect);
    let (mut now, mut touched) = (Pointed::default(), None);
    let mut shown: Vec<(&Ribbon, Ends)> = Vec::new();
    for ribbon in ribbons {
        let (Some(left), Some(right)) = (place(ribbon.left), place(ribbon.right)) else {
            continue;
        };
        let is_seen = left.1.max(right.1) > rect.top() && left.0.min(right.0) < rect.bottom();
        if is_seen {
            shown.push((ribbon, Ends { left, right }));
        }
    }
    let under = pointer.and_then(|pointer| {
        let share = ((pointer.x - rect.left()) / rect.width()).clamp(0.0, 1.0);
        let is_over = |ends: &Ends| {
            let (top, bottom) = ends.at(share);
            top - 2.0 <= pointer.y && pointer.y <= bottom + 2.0
        };
        let over = shown.iter().enumerate().filter(|(_, (_, ends))| is_over(ends));
        over.min_by_key(|(idx, (ribbon, _))| (ribbon.look.is_none(), ribbon.look, *idx)).map(|(idx, _)| idx)
    });
    for (idx, (ribbon, ends)) in shown.iter().enumerate() {
        let is_selected = scene.picked.holds(ribbon.left) && scene.picked.holds(ribbon.right);
        let is_pointed = under == Some(idx) || pointed.claim.is_some_and(|c| c == ribbon.left || c == ribbon.right);
        band(&painter, scene, ribbon, *ends, rect, is_selected, is_pointed);
    }
    let has_sign = |ribbon: &Ribbon| ribbon.look.is_some() || ribbon.is_pinned;
    for (idx, (ribbon, ends)) in shown.iter().enumerate().filter(|(_, (ribbon, _))| has_sign(ribbon)) {
        let is_clicked = badge_ui(ui, scene, ribbon, *ends, rect, id.with(idx));
        if is_clicked {
            touched = Some(Touched::Claim(ribbon.left));
        }
    }
    if let Some((ribbon, _)) = under.and_then(|idx| shown.get(idx)) {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        now.claim = Some(ribbon.left);
        if gap.clicked() {
            touched = Some(Touched::Claim(ribbon.left));
        }
        if pointed.speaks {
            gap.on_hover_text_at_pointer(&ribbon.label);
        }
    }
    (now, touched)
}

fn band(
    painter: &egui::Painter,
    scene: &Scene<'_>,
    ribbon: &Ribbon,
    ends: Ends,
    rect: Rect,
    is_selected: bool,
    is_pointed: bool,
) {
    let color = ribbon.look.map_or(scene.ink.weak, |look| scene.ink.of(look));
    let is_plain = ribbon.look.is_none();
    let is_whole = |(top, bottom): (f32, f32)| bottom > rect.top() && top < rect.bottom();
    let strength = match (is_selected, is_pointed, ribbon.look.is_some()) {
        (true, ..) if is_plain => 0.2,
        (true, ..) => 0.38,
        (_, true, _) => 0.26,
        _ if !(is_whole(ends.left) && is_whole(ends.right)) => 0.03,
        (_, _, true) => 0.15,
        _ => 0.08,
    };
    let points = (0..N_POINTS)
        .map(|step| {
            let share = step as f32 / (N_POINTS - 1) as f32;
            let (top, bottom) = ends.at(share);
            BandPoint::new(rect.left() + share * rect.width(), top..=bottom.max(top + 1.0))
        })
        .collect();
    let stroke = if is_selected { Stroke::new(1.0, color) } else { Stroke::NONE };
    painter.add(Shape::Band(BandShape::new(points, color.gamma_multiply(strength), stroke)));
}

/// The glyph in the middle of a ribbon and the pin of what a person linked, reachable by keyboard; returns whether it
/// was chosen.
fn badge_ui(ui: &mut Ui, scene: &Scene<'_>, ribbon: &Ribbon, ends: Ends, rect: Rect, id: egui::Id) -> bool {
    let (top, bottom) = ends.at(0.5);
    let center: Pos2 = pos2(rect.center().x, (top + bottom) / 2.0);
    let badge = Rect::from_center_size(center, vec2(17.0, 17.0));
    if !rect.intersects(badge) {
        return false;
    }
    let response = ui.interact(badge.intersect(rect), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &ribbon.label));
    let painter = ui.painter_at(rect);
    let outline = if response.has_focus() { 2.0 } else { 1.0 };
    if let Some(look) = ribbon.look {
        let color = scene.ink.of(look);
        painter.circle(center, 8.0, scene.ink.page, Stroke::new(outline, color));
        painter.text(center, Align2::CENTER_CENTER, look.glyph(), FontId::new(11.5, FontFamily::Proportional), color);
    } else if response.has_focus() {
        painter.circle_stroke(center, 8.0, Stroke::new(outline, scene.ink.text));
    }
    if ribbon.is_pinned {
        // Beside the glyph, not over it.
        let tip = if ribbon.look.is_some() { center + vec2(8.0, -4.0) } else { center + vec2(0.0, 5.0) };
        painter.line_segment([tip - vec2(0.0, 5.0), tip], Stroke::new(1.5, scene.ink.text));
        painter.circle(tip - vec2(0.0, 7.0), 3.5, scene.ink.text, Stroke::new(1.0, scene.ink.page));
    }
    let is_clicked = response.clicked();
    response.on_hover_text(&ribbon.label);
    is_clicked
}
