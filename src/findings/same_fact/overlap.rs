//! How many telling words the surroundings of two figures have in common.
//!
//! Time: linear in the words, which are sorted by stem.

use super::around::{Around, Near};
use crate::findings::reading::slot;

/// How much alike the words around two figures are, the nearer they stand the more; 0 to 1.
pub(super) fn likeness(x: &Around, y: &Around) -> f32 {
    dice(&x.near, &y.near, |near| near.weight * near.nearness)
}

/// Twice what both have over what they have together.
pub(super) fn dice(x: &[Near], y: &[Near], weight: impl Fn(&Near) -> f32) -> f32 {
    let total: f32 = x.iter().chain(y).map(&weight).sum();
    if total > 0.0 { both(x, y, |p, q| weight(p) + weight(q)) / total } else { 0.0 }
}

/// The sum of `worth` over the words that both have.
pub(super) fn both(x: &[Near], y: &[Near], worth: impl Fn(&Near, &Near) -> f32) -> f32 {
    let mut sum = 0.0;
    slot::each_shared((x, y), |near| near.stem, |p, q| sum += worth(p, q));
    sum
}

/// The weight of what `x` has and `y` has not.
pub(super) fn missing(x: &[Near], y: &[Near], weight: impl Fn(&Near) -> f32) -> f32 {
    x.iter().filter(|near| y.binary_search_by_key(&near.stem, |other| other.stem).is_err()).map(weight).sum()
}
