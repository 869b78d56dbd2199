//! Figures that count a person's kin: "a mother of two".
//!
//! Comes in: the words of a claim. Goes out: whether a figure counts somebody's children. Such a figure stands for no
//! other count.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::findings::reading::words::{Sentence, Word};
use crate::lexicon;

static KIN_NOUNS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::KIN_NOUNS.rows().map(|row| row[0]).collect());

/// Whether a noun names a parent, or one who lost the other.
pub(in crate::findings) fn is_kin(lower: &str) -> bool {
    KIN_NOUNS.contains(lower)
}

/// Whether a noun names children.
pub(in crate::findings) fn are_children(lower: &str) -> bool {
    matches!(lower, "children" | "child" | "kids" | "sons" | "daughters")
}

/// Whether the figure at `idx` counts the children of a person: a father of *three*.
pub(in crate::findings) fn counts_kin(sentence: &Sentence, idx: usize) -> bool {
    parent(sentence, idx).is_some()
}

/// The noun for the person whose children the figure at `idx` counts: a *father* of three.
pub(in crate::findings) fn parent(sentence: &Sentence, idx: usize) -> Option<&Word> {
    let start = sentence.figures.get(idx)?.start;
    let word = |back: usize| start.checked_sub(back).and_then(|at| sentence.words.get(at));
    word(1).filter(|word| word.lower == "of")?;
    word(2).filter(|word| is_kin(&word.lower))
}
