//! Which articles print the same words, and which are probably one report.
//!
//! Comes in: the words of a story. Goes out: for every two articles the share of the shorter one's words that are in
//! runs of at least [`RUN`] words in the other, and the groups of articles of one origin. Runs are found by their
//! hashes, an index over all articles, as in [winnowing](https://doi.org/10.1145/872757.872770) without the sampling.
//! Time is linear in the text and, for each run, in the articles that have it; space in the text.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::FxHasher;

use super::Copied;
use super::terms::Terms;
use crate::story::Term;

/// Words in a row that two writers do not hit upon by chance; a quotation of one sentence does not make a copy.
const RUN: u32 = 8;
/// Articles with at least this share in common are probably one report: most of the shorter one is in the other.
const ONE_REPORT: f64 = 0.5;
/// The same where both are credited to one agency: a desk may rewrite most of a report and still have no other source.
/// Half of the share above; not measured.
const ONE_CREDIT: f64 = 0.25;
/// Smaller shares are not named: a quotation or a name of an office.
const LEAST: f64 = 0.02;

/// The runs that several articles have.
#[derive(Default)]
struct Runs {
    /// The articles of each, sorted.
    articles: Vec<Vec<u32>>,
    /// For each article the places where such a run starts, in order, with its number.
    starts: Vec<Vec<(u32, u32)>>,
}

/// Pairs of articles with copied text, sorted.
pub(super) fn copied(terms: &Terms) -> Vec<Copied> {
    let words: Vec<Vec<Term>> = terms
        .articles
        .iter()
        .map(|article| article.iter().flat_map(|sentence| sentence.run.iter().copied()).collect())
        .collect();
    let runs = Runs::of(&words);
    let of_each = (0..words.len()).into_par_iter().map(|a| {
        // Of two articles the shorter is measured, of two of the same length the earlier.
        let is_shorter = |b: usize| (words[a].len(), a) < (words[b].len(), b);
        let mut covers = vec![Cover::default(); words.len()];
        for &(start, run) in &runs.starts[a] {
            for b in runs.articles[run as usize].iter().map(|&b| b as usize).filter(|&b| is_shorter(b)) {
                covers[b].add(start);
            }
        }
        let n_words = words[a].len().max(1) as f64;
        let shares = covers.iter().enumerate().map(|(b, cover)| (b, cover.n_words as f64 / n_words));
        let copied = shares.filter(|&(_, share)| share >= LEAST);
        copied.map(|(b, share)| Copied { a: a.min(b), b: a.max(b), share }).collect::<Vec<Copied>>()
    });
    let mut copied: Vec<Copied> = of_each.collect::<Vec<_>>().into_iter().flatten().collect();
    copied.sort_unstable_by_key(|copied| (copied.a, copied.b));
    copied
}

impl Runs {
    fn of(words: &[Vec<Term>]) -> Self {
        let mut all: Vec<(u64, u32, u32)> = (0_u32..)
            .zip(words)
            .flat_map(|(article, words)| {
                (0_u32..).zip(words.windows(RUN as usize)).map(move |(at, run)| (hash(run), article, at))
            })
            .collect();
        all.par_sort_unstable();
        let mut runs = Self { articles: Vec::new(), starts: vec![Vec::new(); words.len()] };
        for same in all.chunk_by(|p, q| p.0 == q.0).filter(|same| same[0].1 != same[same.len() - 1].1) {
            let run = u32::try_from(runs.articles.len()).unwrap_or(u32::MAX);
            let mut articles: Vec<u32> = same.iter().map(|place| place.1).collect();
            articles.dedup();
            runs.articles.push(articles);
            for &(_, article, at) in same {
                runs.starts[article as usize].push((at, run));
            }
        }
        runs.starts.par_iter_mut().for_each(|starts| starts.sort_unstable());
        runs
    }
}

fn hash(run: &[Term]) -> u64 {
    let mut hasher = FxHasher::default();
    run.hash(&mut hasher);
    hasher.finish()
}

/// How many words of an article the runs cover that another has too.
#[derive(Clone, Copy, Default)]
struct Cover {
    n_words: u32,
    end: u32,
}

impl Cover {
    /// Adds the run that starts at `start`; starts come in order.
    fn add(&mut self, start: u32) {
        let end = start.saturating_add(RUN);
        self.n_words += end - start.max(self.end);
        self.end = end;
    }
}

/// Groups of the articles that are probably one report, each sorted, by their first; `credited` has the agencies that
/// each is credited to.
pub(super) fn origins(copied: &[Copied], credited: &[Vec<&str>]) -> Vec<Vec<usize>> {
    let n_articles = credited.len();
    let mut group: Vec<usize> = (0..n_articles).collect();
    let is_one_report = |copied: &&Copied| {
        let is_credited_alike = credited[copied.a].iter().any(|agency| credited[copied.b].contains(agency));
        copied.share >= if is_credited_alike { ONE_CREDIT } else { ONE_REPORT }
    };
    for copied in copied.iter().filter(is_one_report) {
        let (from, to) = (group[copied.a].max(group[copied.b]), group[copied.a].min(group[copied.b]));
        if from != to {
            group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
        }
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
        let mut cover = Cover::default();
        [0, 1, 1, 3, 40].into_iter().for_each(|start| cover.add(start));
        assert_eq!(cover.n_words, 11 + 8);
    }

    #[test]
    fn groups_of_one_report() {
        let copied = [(0, 2, 0.9), (1, 3, 0.1), (2, 4, 0.6)].map(|(a, b, share)| Copied { a, b, share });
        assert_eq!(origins(&copied, &[const { Vec::new() }; 5]), [vec![0, 2, 4], vec![1], vec![3]]);
        assert_eq!(origins(&[], &[]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn one_agency_makes_one_report_of_less() {
        let copied = [Copied { a: 0, b: 1, share: 0.3 }];
        assert_eq!(origins(&copied, &[vec!["AFP"], vec!["AFP", "Reuters"]]), [vec![0, 1]]);
        assert_eq!(origins(&copied, &[vec!["AFP"], vec!["Reuters"]]), [vec![0], vec![1]]);
    }
}
