//! Where sentences end.

use crate::text::Span;

/// The sentences of the block at `block` in `text`, without the white space around them.
pub(super) fn split(text: &str, block: Span) -> Vec<Span> {
    let inner = block.of(text);
    sentencex::get_sentence_boundaries("en", inner)
        .into_iter()
        .map(|boundary| {
            let piece = &inner[boundary.start_byte..boundary.end_byte];
            let start = boundary.start_byte + (piece.len() - piece.trim_start().len());
            Span::new(start, start + piece.trim().len()).shift(block.start)
        })
        .filter(|span| !span.is_empty())
        .collect()
}
