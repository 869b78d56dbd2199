//! Text as later stages see it: [`Span`]s into unchanged text, the [repairs](repair) that let
//! debris of earlier conversions be read past without touching what was printed, and the [words](word) of a stretch.

mod repair;
mod span;
pub mod word;

pub use repair::{Repaired, repair};
pub use span::Span;
