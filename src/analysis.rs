//! One article read through: its claims and the figures in each.

use std::sync::Arc;

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

/// Reads `article` through.
pub fn analyze(article: Arc<Article>) -> Analysis {
    let claims = claims::split(&article);
    let context = Context {
        published: article.details.published.map(|published| published.date),
        order: DateOrder::of(&article.text),
    };
    let figures = claims
        .iter()
        .map(|claim| {
            let mut figures = figures_of(&article.text, claim.span, context);
            let is_stamp = claims.len() > 1 && Stamp::read(claim.span.of(&article.text)).is_some();
            if is_stamp || claim.block == BlockKind::Correction {
                // The day on which the article appeared is no date of the story, nor is a number that is taken back one of its figures.
                for figure in &mut figures {
                    figure.kind = Kind::Label;
                }
            }
            figures
        })
        .collect();
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
