//! How likely two claims say the same thing, by what was measured of them.
//!
//! Two [forests](Forest), written by `benches/alignment/train.rs`, whose tables say what they were fitted to and how well they did on
//! stories they had not seen: one for articles, one for stories so short that nothing tells a rare word from a common one. Some
//! [measures](super::features::MEASURES) were only allowed to raise the score.

use std::sync::LazyLock;

use super::features::N_FEATURES;
use crate::model::forest::Forest;

static ARTICLES: LazyLock<Forest<N_FEATURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../assets/model/articles.tsv")));
static SENTENCES: LazyLock<Forest<N_FEATURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../assets/model/sentences.tsv")));

/// Stories of two articles with at most so many claims together are scored by the table for sentences.
const FEW_CLAIMS: usize = 4;

/// Whether two articles with so many claims are judged by the table for sentences.
pub(super) fn is_short(n: usize, m: usize) -> bool {
    n + m <= FEW_CLAIMS
}

/// The table that judges two articles with so many claims.
pub(super) fn forest(n: usize, m: usize) -> &'static Forest<N_FEATURES> {
    if is_short(n, m) { &SENTENCES } else { &ARTICLES }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_are_whole() {
        for table in [include_str!("../../assets/model/articles.tsv"), include_str!("../../assets/model/sentences.tsv")]
        {
            assert!(Forest::<N_FEATURES>::check(table).is_ok_and(|n_trees| n_trees > 10), "{table}");
        }
    }
}
