//! One file for each kind of difference between articles, and what several kinds read of a claim: [`name`],
//! [`spelling`], [`state`], [`utterance`].
//!
//! Each has one `find`, which hands out [`Difference`](super::difference::Difference)s; [`find`](super::find) calls
//! them.

pub(super) mod attribution;
pub(super) mod categories;
pub(super) mod charges;
pub(super) mod compass;
mod contraction;
pub(super) mod course;
pub(super) mod figure;
pub(super) mod hedge;
pub(super) mod holders;
pub(super) mod homes;
pub(super) mod likely;
pub(super) mod lists;
pub(super) mod misspelled;
pub(super) mod name;
pub(super) mod negation;
pub(super) mod only_in;
pub(super) mod posts;
mod printed_name;
pub(super) mod quote;
pub(super) mod silence;
mod spelling;
pub(super) mod state;
mod utterance;
mod verbatim;
