//! All stages on one screen: articles in, a [`Comparison`] out.

mod by_hand;
pub mod lookup;
mod mends;

use std::ops::ControlFlow;
use std::sync::Arc;

use rayon::prelude::*;

use crate::alignment::{self, Alignment};
use crate::analysis::{self, Analysis};
use crate::article::Article;
use crate::findings::{self, Findings};
use crate::story::Story;
pub use by_hand::{ByHand, OwnFinding, Words};
pub use mends::Mends;

/// Several articles, compared.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The articles with their claims and figures, in the order given.
    pub articles: Vec<Analysis>,
    /// Which claims say the same thing.
    pub alignment: Alignment,
    /// What differs, what agrees, what was not compared.
    pub findings: Findings,
}

/// How to compare.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How to align.
    pub alignment: alignment::Options,
}

/// How far a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An article is being read through: its index, and how many there are.
    Analyze(usize, usize),
    /// Claims are being aligned.
    Align,
    /// Differences are being found.
    Find,
}

/// Compares `articles`. `progress` is called at each step and may stop the work.
/// Returns `None` if it did.
///
/// ```
/// use std::ops::ControlFlow;
/// use std::sync::Arc;
/// use crosscheck::{article::Article, compare::{compare, Options}};
///
/// let articles = [
///     Arc::new(Article::from_text("Post", "A court sentenced three smugglers on Thursday.")),
///     Arc::new(Article::from_text("Wire", "Nine smugglers were sentenced by a court on Thursday.")),
/// ];
/// let comparison = compare(&articles, &Options::default(), &|_| ControlFlow::Continue(()));
/// assert_eq!(comparison.map(|c| c.articles.len()), Some(2));
/// ```
pub fn compare(
    articles: &[Arc<Article>],
    options: &Options,
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Comparison> {
    compare_analyzed(analyze_all(articles, progress)?, options, progress)
}

/// Reads all of `articles` through. `progress` is called for each and may stop the work.
/// Returns `None` if it did.
pub fn analyze_all(
    articles: &[Arc<Article>],
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Vec<Analysis>> {
    let n_articles = articles.len();
    articles
        .par_iter()
        .enumerate()
        .map(|(idx, article)| match progress(Step::Analyze(idx, n_articles)) {
            ControlFlow::Continue(()) => Some(analysis::analyze(Arc::clone(article))),
            ControlFlow::Break(()) => None,
        })
        .collect()
}

/// Returns the same for articles that were read through before.
pub fn compare_analyzed(
    articles: Vec<Analysis>,
    options: &Options,
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Comparison> {
    compare_mended(articles, options, &Mends::default(), progress)
}

/// Returns the same with what a person mended in place of the machine's word.
pub fn compare_mended(
    articles: Vec<Analysis>,
    options: &Options,
    mends: &Mends,
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Comparison> {
    progress(Step::Align).is_continue().then_some(())?;
    let mut alignment = alignment::align(&Story::read(&articles), &options.alignment);
    mends.align(&mut alignment);
    progress(Step::Find).is_continue().then_some(())?;
    let mut findings = findings::find(&articles, &alignment);
    mends.weed(&mut findings);
    mends.by_hand.apply(&mut findings);
    Some(Comparison { articles, alignment, findings })
}
