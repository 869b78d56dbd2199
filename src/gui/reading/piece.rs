//! A piece of an article that is laid out at once: a block, or a part of a very long one.

use crate::analysis::Analysis;
use crate::article::BlockKind;
use crate::text::Span;

/// Blocks longer than this many bytes are parted between sentences: laying out a piece must stay far below one frame
/// (about 1.2 µs a character were measured).
const LONGEST_PIECE: usize = 2_400;

/// A piece of text that is laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it is in the article's text.
    pub(crate) span: Span,
    /// What kind of block it belongs to.
    pub(crate) kind: BlockKind,
    /// Whether it ends its block, so that the space between blocks follows.
    pub(crate) is_last: bool,
}

/// Returns the pieces of an article, in order.
pub(crate) fn pieces(analysis: &Analysis) -> Vec<Piece> {
    let text = &analysis.article.text;
    let mut pieces = Vec::with_capacity(analysis.article.blocks.len());
    for block in &analysis.article.blocks {
        let mut start = block.span.start;
        while block.span.end - start > LONGEST_PIECE {
            let end = cut(analysis, text, start, block.span.end);
            pieces.push(Piece { span: trimmed(text, start, end), kind: block.kind, is_last: false });
            start = end;
        }
        pieces.push(Piece { span: trimmed(text, start, block.span.end), kind: block.kind, is_last: true });
    }
    pieces
}

/// Where the piece from `start` ends: after the last claim that fits, else after the last space, else after any
/// character.
fn cut(analysis: &Analysis, text: &str, start: usize, block_end: usize) -> usize {
    let longest = (start + LONGEST_PIECE).min(block_end);
    let after = analysis.claims.partition_point(|claim| claim.span.start <= longest);
    let claim_start = after.checked_sub(1).map(|idx| analysis.claims[idx].span.start);
    if let Some(at) = claim_start.filter(|&at| at > start) {
        return at;
    }
    let end = (start + 1..=longest).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(block_end);
    let space = text.get(start..end).and_then(|part| part.rfind(char::is_whitespace)).filter(|&at| at > 0);
    match space {
        Some(at) => start + at,
        None => (longest..=block_end).find(|&at| text.is_char_boundary(at)).unwrap_or(block_end),
    }
}

/// The stretch without the white space around it.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let part = text.get(start..end).unwrap_or("");
    let lead = part.len() - part.trim_start().len();
    let inner = part.trim();
    if inner.is_empty() { Span::new(start, start) } else { Span::new(start + lead, start + lead + inner.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::article::Article;
    use std::sync::Arc;

    fn check(text: String, n_pieces: usize) {
        let analysis = analyze(Arc::new(Article::from_text("Post", text)));
        let pieces = pieces(&analysis);
        assert_eq!(pieces.len(), n_pieces);
        assert!(pieces.iter().all(|piece| piece.span.len() <= LONGEST_PIECE + 4), "{pieces:?}");
        let words = |span: Span| analysis.words(span).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let all: String = pieces.iter().flat_map(|piece| words(piece.span)).collect();
        assert_eq!(all, analysis.article.text.split_whitespace().collect::<String>(), "nothing is lost");
    }

    #[test]
    fn a_short_block_is_one_piece() {
        check("Three men fled.\nNine were caught.".to_owned(), 2);
    }

    #[test]
    fn long_blocks_are_parted() {
        check("Three men fled the town. ".repeat(200).trim_end().to_owned(), 3);
        check("word ".repeat(1_000).trim_end().to_owned(), 3);
        check("ü".repeat(3_000), 3);
    }
}
