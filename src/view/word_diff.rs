//! Differences word by word between two aligned claims, typographic trivia left out.
//!
//! Takes the printed words of two claims. Returns for each the stretches that the other lacks.
//! Words are compared without case, and quotes, dashes, spaces and soft hyphens count for nothing.
//! The comparison is Myers' (1986), from the crate `similar`; time and space are fine for sentences.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::Span;
use crate::text::word::{Clean, Cut, plain};

/// Least share of words in common; below it, in the sample stories, marks covered nearly everything.
const LEAST_SHARED: f64 = 0.4;

/// Returns the stretches of `a` that `b` lacks and of `b` that `a` lacks, as offsets into each.
/// Words next to each other make one stretch. Claims that share too few words in one order are worded anew throughout:
/// then nothing is marked, for marking everything would say nothing.
///
/// ```
/// use crosscheck::view::word_diff::word_diff;
/// let (a, b) = ("Three men were jailed", "Three women were jailed");
/// let (only_a, only_b) = word_diff(a, b);
/// assert_eq!((only_a[0].of(a), only_b[0].of(b)), ("men", "women"));
/// ```
pub fn word_diff(a: &str, b: &str) -> (Vec<Span>, Vec<Span>) {
    let (words_a, words_b) = (words(a), words(b));
    let keys = |words: &[(Span, String)]| words.iter().map(|(_, key)| key.clone()).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Myers, &keys(&words_a), &keys(&words_b));
    let n_shared: usize = operations.iter().filter(|o| o.tag() == DiffTag::Equal).map(|o| o.old_range().len()).sum();
    if (n_shared * 2) as f64 / ((words_a.len() + words_b.len()).max(1) as f64) < LEAST_SHARED {
        return (Vec::new(), Vec::new());
    }
    let mut only_a = Vec::new();
    let mut only_b = Vec::new();
    for operation in operations.iter().filter(|operation| operation.tag() != DiffTag::Equal) {
        only_a.extend(cover(&words_a[operation.old_range()]));
        only_b.extend(cover(&words_b[operation.new_range()]));
    }
    (only_a, only_b)
}

fn cover(words: &[(Span, String)]) -> Option<Span> {
    Some(words.first()?.0.cover(words.last()?.0))
}

/// The words of `text` with the keys by which they are compared; signs between words are none, but for those of money
/// and measures.
fn words(text: &str) -> Vec<(Span, String)> {
    let clean = Clean::of(text, Span::new(0, text.len()));
    clean.words(Cut::Signs).map(|word| (word.span, plain(word.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, only_a: &[&str], only_b: &[&str]) {
        let (found_a, found_b) = word_diff(a, b);
        assert_eq!(found_a.iter().map(|span| span.of(a)).collect::<Vec<_>>(), only_a);
        assert_eq!(found_b.iter().map(|span| span.of(b)).collect::<Vec<_>>(), only_b);
    }

    #[test]
    fn words_that_the_other_lacks_are_found() {
        check("three men were jailed", "nine men were jailed", &["three"], &["nine"]);
        check("three men were jailed", "three men were jailed for life", &[], &["for life"]);
        check("worth 1,200 dollars", "worth 1,300 dollars", &["1,200"], &["1,300"]);
    }

    #[test]
    fn typographic_trivia_are_left_out() {
        check("“Never,” he said – twice", "\"never\" he said, twice", &[], &[]);
        check("the court’s ruling", "the court's ruling", &[], &[]);
        check("smug\u{ad}glers\u{a0}fled", "Smugglers fled", &[], &[]);
        check("", "", &[], &[]);
    }

    #[test]
    fn claims_worded_anew_throughout_carry_no_marks() {
        check("police seized nine kilograms of heroin", "a court jailed the driver for life", &[], &[]);
    }
}
