//! What two claims share that no other claim of the same article has as well.
//!
//! Words that always come together in a story ("the inquiry into the sinking of the ferry") say less than the sum of their weights: whole
//! sentences about other things share them. So of everything two claims share, the most that any one other claim of the same article has
//! of it is taken off. Claims that [repeat](Sentence::repeats) one of the two are no others.
//! Time: for each shared word, the claims of both articles that have it.

use rayon::prelude::*;

use super::likeness::{harmonic, ratio};
use super::terms::{Sentence, Terms};
use super::walk::for_common;
use crate::story::Term;

/// For each word of a claim, words first and then figures, the other claims of its article that have it.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    /// Where the list of each word ends.
    ends: Vec<u32>,
    claims: Vec<u32>,
}

impl Elsewhere {
    fn of(&self, word: usize) -> &[u32] {
        let end = |word: usize| self.ends[word] as usize;
        &self.claims[if word == 0 { 0 } else { end(word - 1) }..end(word)]
    }
}

/// Notes of every claim which other claims of its article have its words.
pub(super) fn mark_elsewhere(terms: &mut Terms) {
    terms.articles.par_iter_mut().for_each(|article| {
        let words = |sentence: &Sentence| -> Vec<(bool, Term)> {
            let words = sentence.words.iter().map(|&word| (false, word));
            words.chain(sentence.numbers.iter().map(|&number| (true, number))).collect()
        };
        let claims = (0_u32..).zip(article.iter());
        let mut postings: Vec<((bool, Term), u32)> =
            claims.flat_map(|(claim, sentence)| words(sentence).into_iter().map(move |word| (word, claim))).collect();
        postings.sort_unstable();
        for (claim, sentence) in (0_u32..).zip(article.iter_mut()) {
            let mut elsewhere = Elsewhere::default();
            for word in words(sentence) {
                let same = &postings[postings.partition_point(|posting| posting.0 < word)..];
                let others = same.iter().take_while(|posting| posting.0 == word).map(|&(_, other)| other);
                let is_other = |other: &u32| *other != claim && !sentence.repeats.contains(&(*other as usize));
                elsewhere.claims.extend(others.filter(is_other));
                elsewhere.ends.push(u32::try_from(elsewhere.claims.len()).unwrap_or(u32::MAX));
            }
            sentence.elsewhere = elsewhere;
        }
    });
}

/// The shares of both claims' weight that are exclusively theirs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Exclusive {
    /// Of each claim what no other of its own article has: the harmonic mean of both.
    pub(super) own: f64,
    /// The same against the claims of one of the articles only: the smaller and the greater.
    pub(super) either: [f64; 2],
    /// The cosine of both claims whole, each word as long as its weight; of figures only those that both have. Both need the same walk.
    pub(super) cosine: f64,
}

/// What counting needs again and again: for each claim of both articles how much it has of what a pair shares, 0 between pairs.
#[derive(Default)]
pub(super) struct Counting {
    others: [Vec<f32>; 2],
    /// Where both have what they share, words first and then figures.
    places: Vec<(usize, usize)>,
}

impl Counting {
    /// Of claim `x` and claim `y`.
    pub(super) fn exclusive(&mut self, terms: &Terms, (x, y): (&Sentence, &Sentence)) -> Exclusive {
        let Self { others, places } = self;
        let (mut shared, mut squares, mut figures) = (0.0, 0.0, 0.0);
        let mut most = [0.0_f32; 2];
        places.clear();
        let (n_x, n_y) = (x.words.len(), y.words.len());
        for_common(&x.words, &y.words, |p, q| places.push((p, q)));
        for_common(&x.numbers, &y.numbers, |p, q| places.push((n_x + p, n_y + q)));
        for &(p, q) in &*places {
            let word = if p < n_x { x.words[p] } else { x.numbers[p - n_x] };
            let weight = terms.weight(word);
            shared += weight;
            *(if p < n_x { &mut squares } else { &mut figures }) += weight.powi(2);
            let lists = [x.elsewhere.of(p), y.elsewhere.of(q)];
            for ((others, most), list) in others.iter_mut().zip(&mut most).zip(lists) {
                for &claim in list {
                    let claim = claim as usize;
                    if claim >= others.len() {
                        others.resize(claim + 1, 0.0);
                    }
                    others[claim] += weight as f32;
                    *most = most.max(others[claim]);
                }
            }
        }
        for &(p, q) in &*places {
            x.elsewhere.of(p).iter().for_each(|&claim| others[0][claim as usize] = 0.0);
            y.elsewhere.of(q).iter().for_each(|&claim| others[1][claim as usize] = 0.0);
        }
        let left = most.map(|most| (shared - f64::from(most)).max(0.0));
        // Figures are in no total, so that one that both have never counts less than two that differ.
        let share = |left: f64, sentence: &Sentence| ratio(left, sentence.words_total).min(1.0);
        let of = |left: [f64; 2]| harmonic(share(left[0], x), share(left[1], y));
        let (of_x, of_y) = (of([left[0]; 2]), of([left[1]; 2]));
        let cosine = ratio(squares + figures, ((x.squares + figures) * (y.squares + figures)).sqrt());
        Exclusive { own: of(left), either: [of_x.min(of_y), of_x.max(of_y)], cosine }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;
    use crate::story::Story;

    /// What is exclusively theirs of the first claims of two articles.
    fn own(left: &[&str], right: &[&str]) -> Exclusive {
        let analyses: Vec<Analysis> =
            [left, right].iter().map(|claims| analyze(Arc::new(Article::from_sentences("Post", claims)))).collect();
        let story = Story::read(&analyses);
        let mut terms = Terms::read(&story);
        mark_elsewhere(&mut terms);
        let (x, y) = (&terms.articles[0][0], &terms.articles[1][0]);
        let mut counting = Counting::default();
        let exclusive = counting.exclusive(&terms, (x, y));
        // The second time it starts from 0 again.
        assert_eq!(counting.exclusive(&terms, (x, y)).own, exclusive.own);
        exclusive
    }

    const RIGHT: [&str; 2] = ["Divers joined the inquiry into the sinking of the ferry.", "Rain is forecast."];

    #[test]
    fn words_that_come_together_elsewhere_count_for_little() {
        let alone = own(&["A judge leads the inquiry into the sinking of the ferry.", "Schools stay shut."], &RIGHT);
        let common = own(
            &[
                "A judge leads the inquiry into the sinking of the ferry.",
                "The mayor welcomed the inquiry into the sinking of the ferry.",
            ],
            &RIGHT,
        );
        assert!(alone.own > 0.4, "{alone:?}");
        assert!(common.own < 1e-6, "{common:?}");
        // In the other article nobody else has them.
        assert!(common.either[0] < 1e-6 && common.either[1] > 0.3, "{common:?}");
    }

    #[test]
    fn figures_that_differ_take_nothing_away() {
        let with = |figure: &str| {
            own(
                &[&format!("Divers found {figure} cars on deck."), "Schools stay shut."],
                &["Divers found 12 cars on deck.", "Rain is forecast."],
            )
        };
        assert!(with("12").own >= with("15").own);
        assert!(with("15").own > 0.9);
    }
}
