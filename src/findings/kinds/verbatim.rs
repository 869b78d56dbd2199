//! When quoted words are the very same words, whatever typography and spelling make of them.
//!
//! Listed spellings are read as one; hedges of a figure are the figure's own.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::utterance::Token;
use crate::lexicon;

/// Returns whether two runs of words are one word in two spellings: organise / organize, ok / okay, side walk /
/// sidewalk.
pub(super) fn same_spelling(left: &[Token], right: &[Token]) -> bool {
    let joined = |tokens: &[Token]| tokens.iter().map(|token| plain(&token.text)).collect::<String>();
    !left.is_empty() && !right.is_empty() && joined(left) == joined(right)
}

/// `word` as it is compared with others: of two spellings the one, without apostrophes and hyphens.
fn plain(word: &str) -> String {
    SPELLINGS.get(word).copied().unwrap_or(word).replace(['\'', '-'], "")
}

static SPELLINGS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::SPELLINGS.rows().map(|row| (row[0], row[1])).collect());

/// Returns whether words say nothing of their own: "uh", or the "is" that "'s" stands for in the other article.
pub(super) fn is_empty_talk(tokens: &[Token], before_other: &Token) -> bool {
    tokens.iter().all(|token| {
        let is_clipped = matches!(token.text.as_str(), "is" | "has") && before_other.has_clipped_verb;
        is_clipped || matches!(token.text.as_str(), "uh" | "um" | "er" | "ah")
    })
}

/// Returns whether words are such that ears and editors often supply: "that", "and", "Mr.".
pub(super) fn is_slight(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| {
        matches!(token.text.as_str(), "that" | "and" | "mr" | "mister" | "mrs" | "ms" | "of" | "so" | "well" | "also")
    })
}

/// Returns whether `inserted` only weakens the figure that follows, which is compared as a figure: "about" in "about 12
/// ships".
pub(super) fn is_hedge_of_figure(inserted: &[Token], next: &Token) -> bool {
    next.is_figure && !inserted.is_empty() && inserted.iter().all(|token| HEDGES.contains(token.text.as_str()))
}

static HEDGES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::HEDGES.rows().flat_map(|row| row[0].split(' ')).collect());

#[cfg(test)]
mod tests {
    use super::super::utterance::token;
    use super::*;

    fn tokens(words: &str) -> Vec<Token> {
        words.split(' ').map(token).collect()
    }

    #[test]
    fn two_spellings_of_whole_words() {
        let check = |left: &str, right: &str, expected: bool| {
            assert_eq!(same_spelling(&tokens(left), &tokens(right)), expected, "{left} / {right}");
        };
        check("organise", "organize", true);
        check("harbours", "harbors", true);
        check("okay", "ok", true);
        check("side walk", "sidewalk", true);
        check("for", "four", false);
        check("or", "our", false);
        check("promise", "promize", false);
        check("rise", "rize", false);
        check("tor", "tour", false);
    }
}
