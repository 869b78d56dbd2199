//! Story coverage: what share of two claims' telling words they have in common, telling meaning rare within the loaded articles.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Alignment, Certainty, ClaimId, Link, Options, Row};
use crate::analysis::Analysis;
use crate::lexicon;

/// Pairs that score at least this are linked.
const THRESHOLD: f64 = 0.22;

pub(super) fn align(articles: &[Analysis], options: &Options) -> Alignment {
    let stop: FxHashSet<&str> = lexicon::STOP_WORDS.rows().map(|row| row[0]).collect();
    let stemmer = Stemmer::create(Algorithm::English);
    let bags: Vec<Vec<Vec<String>>> = articles
        .iter()
        .map(|article| article.claims.iter().map(|claim| bag(article.words(claim.span), &stop, &stemmer)).collect())
        .collect();
    let n_sentences: usize = bags.iter().map(Vec::len).sum();
    let mut frequency: FxHashMap<&str, usize> = FxHashMap::default();
    for word in bags.iter().flatten().flatten() {
        *frequency.entry(word).or_default() += 1;
    }
    let idf = |word: &str| ((n_sentences as f64 + 1.0) / frequency.get(word).copied().unwrap_or(1) as f64).ln();
    let mut alignment = Alignment::default();
    for a in 0..articles.len() {
        for b in a + 1..articles.len() {
            let scores: Vec<Vec<f64>> =
                bags[a].iter().map(|x| bags[b].iter().map(|y| coverage(x, y, &idf)).collect()).collect();
            let row_mean: Vec<f64> =
                scores.iter().map(|row| row.iter().sum::<f64>() / row.len().max(1) as f64).collect();
            let column_mean: Vec<f64> = (0..bags[b].len())
                .map(|j| scores.iter().map(|row| row[j]).sum::<f64>() / scores.len().max(1) as f64)
                .collect();
            for (i, row) in scores.iter().enumerate() {
                for (j, &raw) in row.iter().enumerate() {
                    let score = (raw - (row_mean[i] + column_mean[j]) / 2.0).clamp(0.0, 1.0);
                    let link = || Link {
                        a: ClaimId { article: a, claim: i },
                        b: ClaimId { article: b, claim: j },
                        score,
                        certainty: Certainty::Medium,
                        shared: Vec::new(),
                    };
                    if score >= THRESHOLD {
                        alignment.links.push(link());
                    } else if options.min_score.is_some_and(|least| score >= least) {
                        alignment.near_misses.push(link());
                    }
                }
            }
        }
    }
    for link in &alignment.links {
        alignment.rows.push(Row { claims: vec![link.a, link.b] });
    }
    alignment.origins = (0..articles.len()).map(|idx| vec![idx]).collect();
    alignment
}

fn bag(text: &str, stop: &FxHashSet<&str>, stemmer: &Stemmer) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .filter(|word| !stop.contains(word.as_str()))
        .map(|word| stemmer.stem(&word).into_owned())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn coverage(a: &[String], b: &[String], idf: &impl Fn(&str) -> f64) -> f64 {
    let total = |words: &[String]| words.iter().map(|word| idf(word)).sum::<f64>();
    let shared: f64 = a.iter().filter(|word| b.binary_search(word).is_ok()).map(|word| idf(word)).sum();
    let (of_a, of_b) = (shared / total(a).max(f64::MIN_POSITIVE), shared / total(b).max(f64::MIN_POSITIVE));
    if shared > 0.0 { 2.0 * of_a * of_b / (of_a + of_b) } else { 0.0 }
}
