//! From differences between two places to findings: one finding for each difference, in one order, and the table of
//! facts.

pub(super) mod duplicates;
pub(super) mod facts;
pub(super) mod group;
pub(super) mod not_compared;
pub(super) mod one_fact;
pub(super) mod order;
pub(super) mod stories;
