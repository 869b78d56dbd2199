//! Where each column is scrolled to, and how the others follow the one that leads.
//!
//! The words at the reading line of the leading column are beside their counterparts in every other column (see
//! [`crate::view::scroll_sync`]). At the top and at the bottom of a text the line moves to the edge of the view, so
//! that all columns begin and end together.

use egui::{Key, Modifiers, Ui};

use crate::view::scroll_sync::beside;

/// The reading line, as a share of the view's height: where eyes rest, and with room below for what comes next.
const READING_LINE: f32 = 0.35;

/// How much of the way a follower that is out of step comes back, per point the leader moves.
const CATCH_UP: f32 = 0.6;

/// Where one column is scrolled to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Position {
    /// Points of its text above the view; negative where the text begins below the top.
    pub(crate) offset: f32,
    /// Where it is on its way to: from, to, and when it set out, in seconds.
    pub(crate) way: Option<(f32, f32, f64)>,
    /// By how much it is out of step, since a selection brought it somewhere else.
    lag: f32,
}

/// Heights of a text and of the view it is seen through, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Height of the text.
    pub(crate) text: f32,
    /// Height of the view.
    pub(crate) view: f32,
}

impl Extent {
    /// Returns the greatest offset.
    pub(crate) fn last(self) -> f32 {
        (self.text - self.view).max(0.0)
    }

    /// Returns how far below the top of the view the reading line lies when the text is scrolled to `offset`.
    pub(crate) fn line(self, offset: f32) -> f32 {
        let (last, rest) = (self.last(), self.view * READING_LINE);
        let offset = offset.clamp(0.0, last);
        if last < self.view {
            return if last > 0.0 { offset / last * self.view } else { 0.0 };
        }
        rest.min(offset).max(self.view - (last - offset))
    }

    /// Returns how far below the top of the view a selection is brought.
    pub(crate) fn resting_line(self) -> f32 {
        self.view * READING_LINE
    }
}

impl Position {
    /// Moves by `delta` points down the text, not beyond its ends.
    pub(crate) fn scroll(&mut self, delta: f32, extent: Extent) {
        let (low, high) = (self.offset.min(0.0), self.offset.max(extent.last()));
        self.offset = (self.offset + delta).clamp(low, high);
        self.way = None;
        self.lag = 0.0;
    }

    /// Sets out for `offset`, in `now` seconds.
    pub(crate) fn go(&mut self, offset: f32, now: f64) {
        self.way = Some((self.offset, offset, now));
    }

    /// Moves along on its way, which takes `duration` seconds; returns whether it still moves.
    pub(crate) fn advance(&mut self, now: f64, duration: f32) -> bool {
        let Some((from, to, start)) = self.way else { return false };
        let share = if duration > 0.0 { ((now - start) as f32 / duration).clamp(0.0, 1.0) } else { 1.0 };
        let eased = 1.0 - (1.0 - share).powi(3);
        self.offset = from + (to - from) * eased;
        if share >= 1.0 {
            self.way = None;
        }
        self.way.is_some()
    }

    /// Moves everything down by `delta`, because text above was found to be that much higher.
    pub(crate) fn shift(&mut self, delta: f32) {
        self.offset += delta;
        if let Some((from, to, _)) = &mut self.way {
            *from += delta;
            *to += delta;
        }
    }

    /// Follows a leader that moved by `moved` points and now is at `leader`; comes into step little by little.
    pub(crate) fn follow(
        &mut self,
        leader: (f32, Extent),
        own: Extent,
        knots: &[(f32, f32)],
        moved: f32,
        is_fresh: bool,
    ) {
        let in_step = offset_beside(leader, own, knots);
        if is_fresh {
            self.lag = self.offset - in_step;
        }
        let back = (moved.abs() * CATCH_UP).min(self.lag.abs());
        self.lag -= back * self.lag.signum();
        self.offset = in_step + self.lag;
        self.way = None;
    }
}

/// Returns by how many points the keys pressed in this frame scroll down a view of height `view`; takes them.
pub(crate) fn scroll_keys(ui: &Ui, view: f32) -> f32 {
    const LINE: f32 = 44.0;
    const TO_THE_END: f32 = 1.0e7;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = [
        (Key::ArrowDown, LINE),
        (Key::ArrowUp, -LINE),
        (Key::PageDown, view * 0.85),
        (Key::PageUp, -view * 0.85),
        (Key::Home, -TO_THE_END),
        (Key::End, TO_THE_END),
    ];
    steps.into_iter().filter(|(key, _)| pressed(*key)).map(|(_, delta)| delta).sum()
}

/// Returns the offset at which a text is beside the leader's.
pub(crate) fn offset_beside((offset, leader): (f32, Extent), own: Extent, knots: &[(f32, f32)]) -> f32 {
    let line = leader.line(offset);
    beside(offset + line, knots, (leader.text, own.text)) - line
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Extent = Extent { text: 3_000.0, view: 600.0 };
    const OTHER: Extent = Extent { text: 4_000.0, view: 600.0 };

    #[test]
    fn all_columns_begin_and_end_together() {
        let knots = [(500.0, 900.0), (2_000.0, 2_100.0)];
        assert_eq!(offset_beside((0.0, LONG), OTHER, &knots), 0.0);
        assert_eq!(offset_beside((LONG.last(), LONG), OTHER, &knots), OTHER.last());
        let short = Extent { text: 200.0, view: 600.0 };
        assert_eq!(offset_beside((0.0, short), OTHER, &[]), 0.0);
    }

    #[test]
    fn a_knot_at_the_reading_line_stands_at_one_height() {
        let knots = [(1_000.0, 1_700.0)];
        let offset = 1_000.0 - LONG.resting_line();
        let other = offset_beside((offset, LONG), OTHER, &knots);
        assert!((1_700.0 - other - LONG.resting_line()).abs() < 0.01, "{other}");
    }

    #[test]
    fn followers_come_back_into_step_without_a_jump() {
        let mut follower = Position { offset: 300.0, ..Position::default() };
        follower.follow((0.0, LONG), OTHER, &[], 10.0, true);
        assert!((follower.offset - 294.0).abs() < 0.01, "{follower:?}");
        for _ in 0..100 {
            follower.follow((0.0, LONG), OTHER, &[], 10.0, false);
        }
        assert_eq!(follower.offset, 0.0);
    }

    #[test]
    fn the_wheel_stops_at_the_ends() {
        let mut position = Position::default();
        position.scroll(-50.0, LONG);
        assert_eq!(position.offset, 0.0);
        position.scroll(9_999.0, LONG);
        assert_eq!(position.offset, 2_400.0);
    }

    #[test]
    fn a_way_ends_where_it_leads() {
        let mut position = Position::default();
        position.go(100.0, 5.0);
        assert!(position.advance(5.05, 0.2));
        assert!(position.offset > 0.0 && position.offset < 100.0);
        assert!(!position.advance(5.3, 0.2));
        assert_eq!(position.offset, 100.0);
        position.go(7.0, 6.0);
        assert!(!position.advance(6.0, 0.0));
        assert_eq!(position.offset, 7.0);
    }
}
