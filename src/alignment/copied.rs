//! Which articles print the same words, and which are probably one report.
//!
//! Comes in: the words of a story. Goes out: for every two articles the share of the shorter one's words that stand in runs of at
//! least [`RUN`] words in the other, and the groups of articles of one origin. Runs are found by their hashes, an index over
//! all articles, as in [winnowing](https://doi.org/10.1145/872757.872770) without the sampling. Time is linear in the text and in
//! the runs that articles share.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::Copied;
use super::terms::{Term, Terms};

/// Words in a row that two writers do not hit upon by chance; a quotation of one sentence does not make a copy.
const RUN: usize = 8;
/// Articles with at least this share in common are probably one report: most of the shorter one is in the other.
const ONE_REPORT: f64 = 0.5;
/// Smaller shares are not named: a quotation or a name of an office.
const LEAST: f64 = 0.02;

/// Pairs of articles with copied text, sorted.
pub(super) fn copied(terms: &Terms) -> Vec<Copied> {
    let words: Vec<Vec<Term>> = terms
        .articles
        .iter()
        .map(|article| article.iter().flat_map(|sentence| sentence.run.iter().copied()).collect())
        .collect();
    let mut places: FxHashMap<u64, Vec<(u32, u32)>> = FxHashMap::default();
    for (article, words) in words.iter().enumerate() {
        for (at, run) in words.windows(RUN).enumerate() {
            let place = (u32::try_from(article).unwrap_or(u32::MAX), u32::try_from(at).unwrap_or(u32::MAX));
            places.entry(hash(run)).or_default().push(place);
        }
    }
    // Starts of shared runs in either article of a pair.
    let mut starts: FxHashMap<(u32, u32), [Vec<u32>; 2]> = FxHashMap::default();
    let mut shared: Vec<Vec<(u32, u32)>> = places.into_values().filter(|places| places.len() > 1).collect();
    shared.sort_unstable();
    for places in shared {
        for (idx, &(a, at_a)) in places.iter().enumerate() {
            for &(b, at_b) in places[idx + 1..].iter().filter(|&&(b, _)| b != a) {
                let [left, right] = starts.entry((a, b)).or_default();
                left.push(at_a);
                right.push(at_b);
            }
        }
    }
    let mut copied: Vec<Copied> = starts
        .into_iter()
        .map(|((a, b), [left, right])| {
            let (a, b) = (a as usize, b as usize);
            let (starts, n_words) =
                if words[a].len() <= words[b].len() { (left, words[a].len()) } else { (right, words[b].len()) };
            Copied { a, b, share: covered(starts) as f64 / n_words.max(1) as f64 }
        })
        .filter(|copied| copied.share >= LEAST)
        .collect();
    copied.sort_by_key(|copied| (copied.a, copied.b));
    copied
}

fn hash(run: &[Term]) -> u64 {
    let mut hasher = FxHasher::default();
    run.hash(&mut hasher);
    hasher.finish()
}

/// How many words the runs that begin at `starts` cover.
fn covered(mut starts: Vec<u32>) -> usize {
    starts.sort_unstable();
    starts.dedup();
    let mut end = 0;
    let mut n_words = 0;
    for start in starts {
        let start = start as usize;
        n_words += start + RUN - start.max(end);
        end = start + RUN;
    }
    n_words
}

/// Groups of the articles 0 to `n_articles` that are probably one report, each sorted, by their first.
pub(super) fn origins(copied: &[Copied], n_articles: usize) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..n_articles).collect();
    for copied in copied.iter().filter(|copied| copied.share >= ONE_REPORT) {
        let (from, to) = (group[copied.a].max(group[copied.b]), group[copied.a].min(group[copied.b]));
        group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
    }
    let mut origins: Vec<Vec<usize>> = vec![Vec::new(); n_articles];
    for (article, &group) in group.iter().enumerate() {
        origins[group].push(article);
    }
    origins.retain(|group| !group.is_empty());
    origins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_overlap_count_once() {
        assert_eq!(covered(vec![3, 0, 1, 0, 40]), 11 + 8);
        assert_eq!(covered(Vec::new()), 0);
    }

    #[test]
    fn groups_of_one_report() {
        let copied = [(0, 2, 0.9), (1, 3, 0.1), (2, 4, 0.6)].map(|(a, b, share)| Copied { a, b, share });
        assert_eq!(origins(&copied, 5), [vec![0, 2, 4], vec![1], vec![3]]);
        assert_eq!(origins(&[], 0), Vec::<Vec<usize>>::new());
    }
}
