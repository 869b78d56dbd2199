//! Claims: what an article says, one sentence at a time.
//!
//! Comes in: an [`Article`]. Goes out: its [`Claim`]s in reading order. A claim is a sentence with the clauses,
//! quotations and attribution found in it; the sentence stays the frame that people read.
//! Total: any text gives claims, possibly none.

mod attribution;
mod clause;
mod item;
mod quotation;
mod seam;
mod sentence;
mod word;

use rayon::prelude::*;

pub use self::attribution::Attribution;
use crate::article::dateline::dateline;
use crate::article::{Article, Block, BlockKind};
use crate::text::Span;

/// A sentence and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Index of the sentence in the article, counted from 0.
    pub sentence: usize,
    /// Where it stands.
    pub span: Span,
    /// The block it is in.
    pub block: BlockKind,
    /// Its clauses, in order and without overlap; at least one. A sentence of one clause holds itself.
    pub clauses: Vec<Span>,
    /// Its quotations, the words between the marks, in order; of one that goes on over several sentences the part here.
    pub quotes: Vec<Span>,
    /// Who is said to have said it.
    pub attribution: Option<Attribution>,
}

/// Texts from this many bytes on are split by all cores; shorter ones are done before a second thread has woken.
const LONG: usize = 256 << 10;

/// Splits `article` into its claims.
///
/// ```
/// use crosscheck::{article::Article, claims::split};
///
/// let article = Article::from_text("Post", "Three men were jailed on Thursday, police said. Dr. Ward fled.");
/// let claims: Vec<&str> = split(&article).iter().map(|claim| claim.span.of(&article.text)).collect();
/// assert_eq!(claims, ["Three men were jailed on Thursday, police said.", "Dr. Ward fled."]);
/// ```
pub fn split(article: &Article) -> Vec<Claim> {
    let spans = spans(article);
    let quotations = quotation::find(article);
    let claim_at = |(sentence, span)| claim(article, sentence, span, &quotations);
    if article.text.len() >= LONG {
        spans.into_par_iter().enumerate().map(claim_at).collect()
    } else {
        spans.into_iter().enumerate().map(claim_at).collect()
    }
}

/// Splits `article` into its sentences alone, each with the block it is in: those that [`split`] makes claims of.
pub fn sentences(article: &Article) -> Vec<(Span, BlockKind)> {
    spans(article).into_iter().map(|span| (span, block_of(article, span))).collect()
}

fn spans(article: &Article) -> Vec<Span> {
    let in_block = |block: &Block| sentence::split(&article.text, report(article, block));
    match &article.given_sentences {
        Some(given) => given.clone(),
        None if article.text.len() >= LONG => article.blocks.par_iter().flat_map_iter(in_block).collect(),
        None => article.blocks.iter().flat_map(in_block).collect(),
    }
}

/// The words of `block` behind its dateline, which is no part of what is claimed.
fn report(article: &Article, block: &Block) -> Span {
    let words = block.span.of(&article.text);
    let len = if block.kind == BlockKind::Paragraph { dateline(words).unwrap_or(0) } else { 0 };
    Span::new(block.span.start + len, block.span.end)
}

/// The claim that the sentence at `span` makes.
fn claim(article: &Article, sentence: usize, span: Span, quotations: &[Span]) -> Claim {
    let quotes = quotation::within(&article.text, span, quotations);
    let words = word::read(&article.text, span, &quotes);
    let attribution = attribution::find(&words);
    Claim {
        sentence,
        span,
        block: block_of(article, span),
        clauses: clause::split(&article.text, span, &words, attribution),
        quotes,
        attribution,
    }
}

/// The kind of the block that holds `span`.
fn block_of(article: &Article, span: Span) -> BlockKind {
    let after = article.blocks.partition_point(|block| block.span.start <= span.start);
    after.checked_sub(1).and_then(|idx| article.blocks.get(idx)).map_or(BlockKind::Paragraph, |block| block.kind)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether `spans` lie in `frame` of `text` in order, without overlap, on boundaries of characters.
    fn are_parts(text: &str, frame: Span, spans: &[Span]) -> bool {
        let is_inside = |span: &Span| {
            let is_cut_well = text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
            frame.contains(*span) && is_cut_well && !span.is_empty()
        };
        spans.iter().all(is_inside) && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
    }

    /// Checks what holds for the claims of any article.
    fn check(article: &Article) -> Result<(), TestCaseError> {
        let text = &article.text;
        for claim in split(article) {
            prop_assert!(are_parts(text, claim.span, &claim.clauses), "{claim:?}");
            prop_assert!(are_parts(text, claim.span, &claim.quotes), "{claim:?}");
            if let Some(found) = claim.attribution {
                prop_assert!(are_parts(text, claim.span, &[found.span]), "{claim:?}");
                let source: Vec<Span> = found.source.into_iter().collect();
                prop_assert!(are_parts(text, found.span, &source), "{claim:?}");
            }
            // Between clauses nothing is lost but what parts them.
            let mut end = claim.span.start;
            for clause in claim.clauses.iter().copied().chain([Span::new(claim.span.end, claim.span.end)]) {
                let lost = Span::new(end, clause.start).of(text);
                prop_assert!(!lost.contains(char::is_alphanumeric), "{lost:?} of {claim:?}");
                end = clause.end;
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_text_gives_parts_in_order(text in "\\PC{0,200}") {
            check(&Article::from_text("Post", text))?;
        }

        #[test]
        fn any_words_give_parts_in_order(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
            check(&Article::from_text("Post", words.concat()))?;
        }
    }

    /// What the rules look at, in the hope of odd neighbors.
    const WORDS: &[&str] = &[
        "police ",
        "said",
        " said ",
        "told ",
        "according to ",
        "and ",
        ", and ",
        ", which ",
        ", killing ",
        "; ",
        " — ",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "&quot;",
        "quot;",
        "(",
        ")",
        ". ",
        "\n",
        "the ",
        "mayor ",
        "Roe ",
        "was ",
        "$5 ",
        "12\" ",
        "öl\u{ad}ig ",
        "after ",
        "that ",
        "while ",
        "harbour ",
        "fell ",
        ", ",
        "of ",
        "\u{a0}",
        "bridge ",
    ];
}
