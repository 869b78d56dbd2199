//! Which figure of one article is set beside which of another, by what they count and what stands around them, never by
//! their values.
//!
//! Whether a pair then stands for one fact is learned: [`same_fact`](super::same_fact).

pub(super) mod evidence;
pub(super) mod hints;
pub(super) mod kin;
mod pair;
pub(super) mod pairs;
mod rivals;
pub(super) mod weighed;
