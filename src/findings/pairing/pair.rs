//! A pair of figures, each of another article or of another place of one, and what speaks for it.

use super::evidence::{Evidence, Subject};
use crate::findings::quantity::values::Match;
use crate::findings::reading::words::Place;

/// Two figures that may stand for the same thing.
#[derive(Clone, Debug)]
pub(in crate::findings) struct Pair {
    /// The claim and the index of the figure in it.
    pub(in crate::findings) a: Place,
    /// The same in the other article.
    pub(in crate::findings) b: Place,
    /// How their values stand to each other.
    pub(in crate::findings) matches: Match,
    /// How alike the things are that they count.
    pub(in crate::findings) subject: Subject,
    /// What speaks for and against it.
    pub(in crate::findings) evidence: Evidence,
    /// Everything that speaks for the pair, 0 to 1.
    pub(in crate::findings) strength: f64,
    /// Whether both stand in one place of claims that say the same words.
    pub(in crate::findings) is_copy: bool,
}
