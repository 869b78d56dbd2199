//! The claims that a claim can be linked with by hand: first those that the aligner nearly linked, then those that
//! share words.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::{ClaimId, Link};
use crate::compare::Comparison;
use crate::compare::lookup::claim_words;
use crate::wording::note_words;
use crate::wording::visible::visible;

/// The most that are listed; what is looked for is then found by its words.
const MOST: usize = 60;
/// Words shorter than this, in characters, say little of what a claim is about.
const SHORTEST_WORD: usize = 4;

/// Returns the heading of the list.
pub fn heading(claim: ClaimId) -> String {
    format!("Link {} with", note_words::place(claim))
}
/// Returns the heading of the list of sentences that words of `claim` are set against.
pub fn own_heading(claim: ClaimId) -> String {
    format!("Set words of {} against words of", note_words::place(claim))
}
/// The name of the field that narrows the list.
pub const FIELD: &str = "Find a sentence of another article";
/// What the list says when nothing fits.
pub const EMPTY: &str = "No sentence of another article holds these words";

/// A claim that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The claim.
    pub claim: ClaimId,
    /// Its place and its words.
    pub text: String,
}

/// Returns the claims of other articles that hold all words of `query`, the likeliest counterparts of `claim` first;
/// those that are linked with it already are left out.
pub fn choices(comparison: &Comparison, claim: ClaimId, query: &str) -> Vec<Choice> {
    let other = |link: &Link| match (link.a == claim, link.b == claim) {
        (true, _) => Some(link.b),
        (_, true) => Some(link.a),
        (false, false) => None,
    };
    let linked: FxHashSet<ClaimId> = comparison.alignment.links.iter().filter_map(other).collect();
    let misses = comparison.alignment.related.iter().chain(&comparison.alignment.near_misses);
    let near: FxHashMap<ClaimId, u64> =
        misses.filter_map(|link| Some((other(link)?, (link.score * 1e6) as u64))).collect();
    let words = |claim: ClaimId| claim_words(comparison, claim).unwrap_or("");
    let own = words_of(words(claim));
    let query = query.to_lowercase();
    let mut choices: Vec<(u64, usize, ClaimId, &str)> = Vec::new();
    for (article, analysis) in comparison.articles.iter().enumerate().filter(|(idx, _)| *idx != claim.article) {
        for idx in 0..analysis.claims.len() {
            let other = ClaimId::at(article, idx);
            let text = words(other);
            let lower = text.to_lowercase();
            if query.split_whitespace().all(|word| lower.contains(word)) && !linked.contains(&other) {
                choices.push((
                    near.get(&other).copied().unwrap_or(0),
                    words_of(text).intersection(&own).count(),
                    other,
                    text,
                ));
            }
        }
    }
    choices.sort_by_key(|&(near, n_shared, other, _)| (std::cmp::Reverse((near, n_shared)), other));
    choices.truncate(MOST);
    let choice = |(_, _, claim, text): (u64, usize, ClaimId, &str)| Choice {
        claim,
        text: format!("{}  {}", note_words::place(claim), visible(text)),
    };
    choices.into_iter().map(choice).collect()
}

fn words_of(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST_WORD).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn the_likeliest_stand_first_and_linked_ones_not_at_all() {
        let comparison = fixture::comparison();
        let at = |article, claim| ClaimId::at(article, claim);
        let told = |query| -> Vec<ClaimId> {
            choices(&comparison, at(0, 0), query).into_iter().map(|choice| choice.claim).collect()
        };
        assert_eq!(told(""), [at(1, 0), at(1, 2)], "it is linked with the second sentence");
        assert_eq!(told("INQUIRY began"), [at(1, 2)]);
        assert!(told("zebra").is_empty());
    }
}
