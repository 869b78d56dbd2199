//! What two claims share that no other claim of the same article has as well.
//!
//! Words that always come together in a story ("the inquiry into the sinking of the ferry") say less than the sum of
//! their weights: whole sentences about other things share them. So of everything two claims share, the most that any
//! one other claim of the same article has of it is taken off. Claims that [repeat](Sentence::repeats) one of the two
//! are no others. Time: for each shared word, the claims of both articles that have it, at most [`MOST_HOLDERS`] of
//! each. Space is linear in the text.

use super::overlap::{harmonic, ratio};
use super::terms::{Sentence, Terms};
use super::walk::for_common;

/// So many claims of an article that have a word are asked what else they have, those nearest to the claim: only in
/// lists of lines made alike do more have one.
const MOST_HOLDERS: usize = 256;

/// Those of `holders`, the claims that have a word, in order, that are asked for `claim`.
fn nearest(holders: &[u32], claim: usize) -> &[u32] {
    if holders.len() <= MOST_HOLDERS {
        return holders;
    }
    let place = holders.partition_point(|&holder| (holder as usize) < claim);
    let start = place.saturating_sub(MOST_HOLDERS / 2).min(holders.len() - MOST_HOLDERS);
    &holders[start..start + MOST_HOLDERS]
}

/// The shares of both claims' weight that are distinctively theirs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Distinctive {
    /// Of each claim what no other of its own article has: the harmonic mean of both.
    pub(super) own: f64,
    /// The same against the claims of one of the articles only: the smaller and the greater.
    pub(super) either: [f64; 2],
    /// The cosine of both claims whole, each word as long as its weight; of figures only those that both have. Both
    /// need the same walk.
    pub(super) cosine: f64,
}

/// What counting needs again and again: for each claim of both articles how much it has of what a pair shares, 0
/// between pairs.
#[derive(Default)]
pub(super) struct Counting {
    others: [Vec<f32>; 2],
    /// Where both have what they share, words first and then figures.
    places: Vec<(usize, usize)>,
}

impl Counting {
    /// Of claim `i` of article `a` and claim `j` of article `b`.
    pub(super) fn distinctive(&mut self, terms: &Terms, (a, i): (usize, usize), (b, j): (usize, usize)) -> Distinctive {
        let (x, y) = (&terms.articles[a][i], &terms.articles[b][j]);
        let Self { others, places } = self;
        let (mut shared, mut squares, mut figures) = (0.0, 0.0, 0.0);
        let mut most = [0.0_f32; 2];
        places.clear();
        let (n_x, n_y) = (x.words.len(), y.words.len());
        for_common(&x.words, &y.words, |p, q| places.push((p, q)));
        for_common(&x.numbers, &y.numbers, |p, q| places.push((n_x + p, n_y + q)));
        let sides = [(a, i, x), (b, j, y)];
        let asked = |side: usize, word: usize| {
            let (article, claim, sentence) = sides[side];
            nearest(terms.holders[article].of(sentence.held[word]), claim)
        };
        for &(p, q) in &*places {
            let word = if p < n_x { x.words[p] } else { x.numbers[p - n_x] };
            let weight = terms.weight(word);
            shared += weight;
            *(if p < n_x { &mut squares } else { &mut figures }) += weight.powi(2);
            for (side, word) in [p, q].into_iter().enumerate() {
                let (_, claim, sentence) = sides[side];
                let (others, most) = (&mut others[side], &mut most[side]);
                for &other in asked(side, word) {
                    let other = other as usize;
                    if other == claim || sentence.repeats.contains(&other) {
                        continue;
                    }
                    if other >= others.len() {
                        others.resize(other + 1, 0.0);
                    }
                    others[other] += weight as f32;
                    *most = most.max(others[other]);
                }
            }
        }
        for &(p, q) in &*places {
            for (side, word) in [p, q].into_iter().enumerate() {
                let others = &mut others[side];
                asked(side, word).iter().for_each(|&other| {
                    if let Some(other) = others.get_mut(other as usize) {
                        *other = 0.0;
                    }
                });
            }
        }
        let left = most.map(|most| (shared - f64::from(most)).max(0.0));
        // Figures are in no total, so that one that both have never counts less than two that differ.
        let share = |left: f64, sentence: &Sentence| ratio(left, sentence.words_total).min(1.0);
        let of = |left: [f64; 2]| harmonic(share(left[0], x), share(left[1], y));
        let (of_x, of_y) = (of([left[0]; 2]), of([left[1]; 2]));
        let cosine = ratio(squares + figures, ((x.squares + figures) * (y.squares + figures)).sqrt());
        Distinctive { own: of(left), either: [of_x.min(of_y), of_x.max(of_y)], cosine }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;
    use crate::story::Story;

    /// What is distinctively theirs of the first claims of two articles.
    fn own(left: &[&str], right: &[&str]) -> Distinctive {
        let analyses: Vec<Analysis> =
            [left, right].iter().map(|claims| analyze(Arc::new(Article::from_sentences("Post", claims)))).collect();
        let story = Story::read(&analyses);
        let terms = Terms::read(&story);
        let mut counting = Counting::default();
        let distinctive = counting.distinctive(&terms, (0, 0), (1, 0));
        // The second time it starts from 0 again.
        assert_eq!(counting.distinctive(&terms, (0, 0), (1, 0)).own, distinctive.own);
        distinctive
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

    #[test]
    fn of_many_that_have_a_word_the_nearest_are_asked() {
        let few: Vec<u32> = (0..9).collect();
        assert_eq!(nearest(&few, 3), few);
        let many: Vec<u32> = (0..1000).map(|claim| claim * 2).collect();
        for claim in [0, 7, 1000, 1999, 5000] {
            assert_eq!(nearest(&many, claim).len(), MOST_HOLDERS);
        }
        assert!(nearest(&many, 1000).contains(&1000) && nearest(&many, 0).contains(&0));
    }
}
