//! The deterministic algebra of values: whether two quantities or dates can be the same, and whether one is a slip of
//! the pen for the other.
//!
//! Takes figures as printed. Returns yes, no, or a [`Match`](values::Match). No words around them, no article, no other
//! figure.

mod dates;
pub(super) mod misprint;
mod outcome;
pub(super) mod values;
