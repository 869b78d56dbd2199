//! Text as later stages see it: [`Span`]s into unchanged text, and the [repairs](repair) that let
//! debris of earlier conversions be read past without touching what was printed.

mod repair;
mod span;

pub use repair::{Repaired, repair};
pub use span::Span;
