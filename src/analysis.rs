//! One article read through: its claims and the figures in each.

use std::sync::Arc;

use rayon::prelude::*;

use crate::article::{Article, BlockKind, Stamp};
use crate::claims::{self, Claim};
use crate::figures::{self, Context, DateOrder, Figure, Kind};
use crate::text::{Span, repair};

/// An article with its claims and figures. Costs nothing to keep, so that a new comparison reads only new articles.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The article.
    pub article: Arc<Article>,
    /// Its claims in reading order.
    pub claims: Vec<Claim>,
    /// For each claim, the figures in it in reading order.
    pub figures: Vec<Vec<Figure>>,
}

impl Analysis {
    /// The printed words of `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }
}

/// Texts from this many bytes on are read by all cores; shorter ones are done before a second thread has woken.
const LONG: usize = 256 << 10;

/// Reads `article` through.
pub fn analyze(article: Arc<Article>) -> Analysis {
    let claims = claims::split(&article);
    let context = Context {
        published: article.details.published.map(|published| published.date),
        order: DateOrder::of(&article.text),
    };
    let figures_in = |claim: &Claim| {
        let mut figures = figures_of(&article.text, claim.span, context);
        let is_stamp = claims.len() > 1 && Stamp::read(claim.span.of(&article.text)).is_some();
        if is_stamp || claim.block == BlockKind::Correction {
            // The day on which the article appeared is no date of the story, nor is a number that is taken back one of its figures.
            for figure in &mut figures {
                figure.kind = Kind::Label;
            }
        }
        figures
    };
    let figures = if article.text.len() < LONG {
        claims.iter().map(figures_in).collect()
    } else {
        claims.par_iter().map(figures_in).collect()
    };
    Analysis { article, claims, figures }
}

/// The figures of the stretch at `span`, found in its repaired words and mapped back to the printed ones.
fn figures_of(text: &str, span: Span, context: Context) -> Vec<Figure> {
    let repaired = repair(span.of(text));
    let mut figures = figures::find(&repaired.text, context);
    for figure in &mut figures {
        figure.map_spans(|inner| repaired.printed(inner).shift(span.start));
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_as_its_paragraphs_are() {
        let paragraph = "Nine men were held on May 3. “We lost $2 million,” Ms. Ode said.";
        let of = |text: String| analyze(Arc::new(Article::from_text("Post", text)));
        let short = of(paragraph.to_owned());
        let n = LONG / paragraph.len() + 1;
        let long = of(vec![paragraph; n].join("\n"));
        assert_eq!(long.claims.len(), n * short.claims.len());
        for (idx, (claim, figures)) in long.claims.iter().zip(&long.figures).enumerate() {
            let at = idx / short.claims.len() * (paragraph.len() + 1);
            let expected = &short.figures[idx % short.claims.len()];
            assert_eq!(claim.sentence, idx);
            assert_eq!(claim.span, short.claims[idx % short.claims.len()].span.shift(at));
            let spans = |figures: &[Figure], at| figures.iter().map(|figure| figure.span.shift(at)).collect::<Vec<_>>();
            assert_eq!(spans(figures, 0), spans(expected, at));
        }
    }
}
