//! Claims: what an article says, one sentence at a time.
//!
//! Comes in: an [`Article`]. Goes out: its [`Claim`]s in reading order. A claim is a sentence with the clauses,
//! quotations and attribution found in it; the sentence stays the frame that people read.
//! Total: any text gives claims, possibly none.

mod item;
mod seam;
mod sentence;

use crate::article::{Article, BlockKind};
use crate::text::Span;

/// A sentence and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Index of the sentence in the article, counted from 0.
    pub sentence: usize,
    /// Where it stands.
    pub span: Span,
    /// The block it stands in.
    pub block: BlockKind,
    /// Its clauses, in order and without overlap; at least one. A sentence of one clause holds itself.
    pub clauses: Vec<Span>,
    /// Its quotations, the words between the marks, in order.
    pub quotes: Vec<Span>,
    /// Who is said to have said it.
    pub attribution: Option<Attribution>,
}

/// Who a claim is credited to: "police said".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The whole phrase.
    pub span: Span,
    /// The one credited.
    pub source: Option<Span>,
}

/// Splits `article` into its claims.
pub fn split(article: &Article) -> Vec<Claim> {
    let spans: Vec<Span> = match &article.given_sentences {
        Some(given) => given.clone(),
        None => article.blocks.iter().flat_map(|block| sentence::split(&article.text, block.span)).collect(),
    };
    spans
        .into_iter()
        .enumerate()
        .map(|(sentence, span)| Claim {
            sentence,
            span,
            block: block_of(article, span),
            clauses: vec![span],
            quotes: Vec::new(),
            attribution: None,
        })
        .collect()
}

/// The kind of the block that holds `span`.
fn block_of(article: &Article, span: Span) -> BlockKind {
    let after = article.blocks.partition_point(|block| block.span.start <= span.start);
    after.checked_sub(1).and_then(|idx| article.blocks.get(idx)).map_or(BlockKind::Paragraph, |block| block.kind)
}
