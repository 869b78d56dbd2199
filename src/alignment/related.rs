//! How likely two claims say something in common, where too little speaks for a link.
//!
//! Comes in: the measures of a pair. Goes out: a probability. The trees were fitted by `benches/facts/related.py` to
//! stories whose sentences were compared by readers: a pair counts as one if its main statements match, and somewhat
//! less if any of its statements do.

use std::sync::{LazyLock, OnceLock};

use super::features::{Features, N_FEATURES};
use super::support::Support;
use crate::model::forest::Forest;

static RELATED: LazyLock<Forest<N_FEATURES>> =
    LazyLock::new(|| Forest::parse(include_str!("../../assets/model/related.tsv")));
static INSTEAD: OnceLock<Forest<N_FEATURES>> = OnceLock::new();

/// Judges which claims are related with `table` instead of the trees that are shipped, from now on: to measure stories
/// with trees that have not seen them. Without effect once a story was judged so.
pub fn judge_related_with(table: &str) {
    let _ = INSTEAD.set(Forest::parse(table));
}

/// Pairs from this probability on are related: on stories that the trees had not seen, F1 over all pairs that have any
/// statement in common is best there.
pub(super) const LEAST: f64 = 0.25;

/// Returns how likely two claims with these measures are related; 0 where only names and figures speak for it.
pub(super) fn related(measures: &Features, support: &Support) -> f64 {
    match support {
        Support::NamesAlone => 0.0,
        Support::OneWord | Support::Words => INSTEAD.get().unwrap_or(&RELATED).score(measures, LEAST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let n_trees = Forest::<N_FEATURES>::check(include_str!("../../assets/model/related.tsv"));
        assert!(n_trees.expect("it can be read") > 10);
    }
}
