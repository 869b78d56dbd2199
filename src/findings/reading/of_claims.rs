//! What is read of every claim of a story, once: a claim is compared with many others.

use rayon::prelude::*;

use super::words::Story;
use crate::alignment::ClaimId;

/// Something for each claim of each article.
pub(in crate::findings) struct OfClaims<T>(Vec<Vec<T>>);

impl<T: Send> OfClaims<T> {
    /// Returns what `read` reads of every claim of `story`.
    pub(in crate::findings) fn read(story: &Story, read: impl Fn(ClaimId) -> T + Sync) -> Self {
        let articles = story.sentences.par_iter().enumerate();
        Self(
            articles
                .map(|(article, sentences)| {
                    (0..sentences.len()).map(|claim| read(ClaimId::at(article, claim))).collect()
                })
                .collect(),
        )
    }
}

impl<T> OfClaims<T> {
    /// Returns what was read of the claim at `id`.
    pub(in crate::findings) fn of(&self, id: ClaimId) -> &T {
        &self.0[id.article][id.claim]
    }

    /// Returns what was read of the claims of an article, in reading order.
    pub(in crate::findings) fn of_article(&self, article: usize) -> &[T] {
        &self.0[article]
    }
}
