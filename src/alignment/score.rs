//! How likely two claims say the same thing, by what was measured of them.
//!
//! Two [forests](Forest), written by `benches/alignment/train.rs`, whose tables say what they were fitted to and how
//! well they did on stories they had not seen: one for articles, one for stories so short that nothing tells a rare
//! word from a common one. Some [measures](super::features::MEASURES) were only allowed to raise the score.

use std::sync::LazyLock;

use super::features::{self, N_FEATURES, Seen, is_short};
use super::overlap::Apart;
use super::related;
use super::support::{Support, support};
use super::terms::Terms;
use crate::model::forest::Forest;

static ARTICLES: LazyLock<Forest<N_FEATURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../assets/model/articles.tsv")));
static SENTENCES: LazyLock<Forest<N_FEATURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../assets/model/sentences.tsv")));

/// Pairs that score at least this are linked. `benches/alignment/train.rs` tries thresholds on news stories the model
/// had not seen: F1 over full links is best at 0.69 (0.73), over all links at 0.24 (0.64); here, between the two, it is
/// 0.67 and 0.59, at a precision of 0.76.
pub(super) const THRESHOLD: f64 = 0.445;
/// Pairs below the threshold that score at least this are kept to be asked about: about half of the threshold.
pub(super) const NEAR: f64 = 0.20;
/// The greatest score where names and figures are all that speaks for a pair: below the threshold.
const NAMES_ALONE: f64 = 0.25;
/// What the score is multiplied with where a single word is all that two claims share: in short sentences that is a
/// large share.
const ONE_WORD: f64 = 0.6;

/// How alike two claims are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    /// How likely they say the same thing.
    pub(super) same: f64,
    /// How likely they say something in common, as far as that was asked; 0 in stories of single sentences.
    pub(super) related: f64,
}

/// Returns the score of a pair, of which either is some score below `least` or below [`related::LEAST`] if it is below.
pub(super) fn score(
    terms: &Terms,
    (a, i): (usize, usize),
    (b, j): (usize, usize),
    seen: &Seen,
    least: f64,
    apart: &mut Apart,
) -> Score {
    let measured = features::measure(terms, (a, i), (b, j), seen, apart);
    let row = measured.row();
    let (n, m) = (terms.articles[a].len(), terms.articles[b].len());
    let same = forest(n, m).score(&row, least);
    let support = support(&terms.articles[a][i], &terms.articles[b][j], &measured);
    let same = match support {
        Support::NamesAlone => same.min(NAMES_ALONE),
        Support::OneWord => same * ONE_WORD,
        Support::Words => same,
    };
    let is_asked = same < THRESHOLD && !is_short(n, m);
    Score { same, related: if is_asked { related::related(&row, &support) } else { 0.0 } }
}

/// The table that judges two articles with this many claims.
fn forest(n: usize, m: usize) -> &'static Forest<N_FEATURES> {
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
