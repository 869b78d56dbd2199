//! What speaks for a pair of claims: words, or names and figures alone, which never justify a link.

use super::features::Measured;
use super::overlap::n_shared;
use super::terms::Sentence;
use super::walk::n_common;

/// Where each claim names someone the other does not, and no fewer than they both name, this many other words must be
/// shared, or this many names. Two teams with the same share of a vote have one of each in common: the verb, and
/// "Team".
const FEWEST_OTHERS: usize = 2;
const FEWEST_NAMES: usize = 3;

/// What speaks for a pair.
pub(super) enum Support {
    /// Names and figures, and nothing else.
    NamesAlone,
    /// A single word, and no amounts to compare.
    OneWord,
    /// Words.
    Words,
}

/// Returns what speaks for the pair of `x` and `y`.
pub(super) fn support(x: &Sentence, y: &Sentence, measured: &Measured) -> Support {
    // As exactly as a forest sees them: what differs by the order of a sum is equal.
    let [names, others, apart] =
        [measured.shared_names, measured.shared_others, measured.names_apart].map(|weight| weight as f32);
    let [n_names, n_others] = n_shared(x, y);
    let are_others_named = apart > 0.0 && names <= apart;
    if others <= 0.0 || are_others_named && n_names < FEWEST_NAMES && n_others < FEWEST_OTHERS {
        Support::NamesAlone
    } else if n_names + n_others == 1 && !(x.has_amount && y.has_amount) && n_common(&x.numbers, &y.numbers) == 0 {
        Support::OneWord
    } else {
        Support::Words
    }
}
