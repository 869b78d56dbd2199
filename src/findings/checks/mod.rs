//! What one article shows alone: where it contradicts itself, its arithmetic, the calendar, or its own correction.

pub(super) mod calendar;
pub(super) mod conversions;
pub(super) mod corrections;
pub(super) mod inside;
pub(super) mod sums;
