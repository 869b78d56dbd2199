//! Figures of near copies: where two claims say the same words, a figure stands for the one in its place.
//!
//! Comes in: two claims. Goes out: which of their figures stand in one place, by a longest common subsequence of the
//! words ([Myers 1986](https://doi.org/10.1007/BF01840446), from the package `similar`). Any figure counts as equal to
//! any other, so that numbers that changed places show: "nine killed and 20 injured", "20 killed and nine injured".

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::findings::reading::words::{Sentence, Stem};

/// Claims that share this part of their other words are near copies.
const COPIED: f64 = 0.8;
/// Near copies share this part of their telling words at least; it is known without comparing them word for word.
pub(super) const TELLING: f64 = 0.5;
/// Claims of more words than this are not compared: the time grows with the square of what differs.
const MOST_WORDS: usize = 200;
/// Claims of fewer other words say too little to be called copies.
const LEAST_WORDS: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Token {
    Word(Stem),
    Figure,
}

/// The figures of `a` and `b` that stand in one place, as pairs of indices; `None` if the claims are no near copies, or
/// if one gives more figures than the other: which of them was added is then a guess.
pub(super) fn places(a: &Sentence, b: &Sentence) -> Option<Vec<(usize, usize)>> {
    if a.figures.is_empty() || a.figures.len() != b.figures.len() || a.words.len().max(b.words.len()) > MOST_WORDS {
        return None;
    }
    let ((left, left_figures), (right, right_figures)) = (tokens(a), tokens(b));
    let n_words = |tokens: &[Token]| tokens.iter().filter(|token| **token != Token::Figure).count();
    let (n_left, n_right) = (n_words(&left), n_words(&right));
    let most = n_left.min(n_right);
    if most < LEAST_WORDS || 2.0 * most as f64 / ((n_left + n_right) as f64) < COPIED {
        return None;
    }
    let mut n_shared = 0;
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &left, &right) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        for step in 0..len {
            match left_figures[old_index + step].zip(right_figures[new_index + step]) {
                Some(pair) => pairs.push(pair),
                None => n_shared += 1,
            }
        }
    }
    (2.0 * f64::from(n_shared) / ((n_left + n_right) as f64) >= COPIED).then_some(pairs)
}

/// The words of a claim, each figure as one, and for each which figure it is.
fn tokens(sentence: &Sentence) -> (Vec<Token>, Vec<Option<usize>>) {
    let mut tokens = Vec::with_capacity(sentence.words.len());
    let mut at = 0;
    while at < sentence.words.len() {
        let figure = sentence.figures.iter().position(|range| range.start == at && range.end > at);
        match figure {
            Some(idx) => {
                tokens.push((Token::Figure, Some(idx)));
                at = sentence.figures[idx].end;
            }
            None => {
                tokens.push((Token::Word(sentence.words[at].stem), None));
                at += 1;
            }
        }
    }
    tokens.into_iter().unzip()
}
