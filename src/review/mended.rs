//! What a person mended, by the claims of articles that are to be compared.

use std::ops::ControlFlow;

use super::key::Finder;
use super::log::Review;
use super::remark::MendKind;
use crate::analysis::Analysis;
use crate::compare::{Comparison, Mends, Options, Step, compare_mended};

/// Compares `articles` with what `review` mends in them in place of the machine's word. `progress` is told of each step and may stop the
/// work; then there is no answer.
pub fn compare_reviewed(
    articles: Vec<Analysis>,
    options: &Options,
    review: &Review,
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Comparison> {
    let mends = mended(review, &articles);
    compare_mended(articles, options, &mends, progress)
}

/// What `review` mends in `articles`; what is about claims that are not there is left out.
fn mended(review: &Review, articles: &[Analysis]) -> Mends {
    let mut mends = Mends::default();
    if review.mends().next().is_none() {
        return mends;
    }
    let sentences = review.mends().flat_map(|(_, mend)| mend.claims.iter().map(|claim| claim.sentence.as_str()));
    let finder = Finder::new(articles, sentences);
    for (_, mend) in review.mends() {
        let claims: Option<Vec<_>> = mend.claims.iter().map(|claim| finder.claim(claim)).collect();
        match (mend.kind, claims.as_deref()) {
            (MendKind::Link, Some(&[a, b])) if a.article != b.article => mends.linked.push([a, b]),
            (MendKind::Unlink, Some(&[a, b])) if a.article != b.article => mends.apart.push([a, b]),
            (MendKind::Alone, Some(&[claim])) => mends.alone.push(claim),
            _ => {}
        }
    }
    mends
}
