//! Facts: figures of all articles that give one quantity, taken together from how likely every two of them do.
//!
//! Comes in: pairs of figures with their probabilities. Goes out: groups of figures. The likeliest pairs are joined
//! first (average-linkage agglomerative clustering, Sokal and Michener 1958, held to the pairs that are likely by
//! themselves), so that `nine` in A and `nine` in B draw in the `seven` of C which looks like either. Two groups stay
//! apart where the figures of both are on the whole unlikely to be one fact, or where joining them would give one
//! article two values that hardly belong together.
//!
//! Time: for p pairs O(p log p) to sort them, and for every two groups that are joined the entries of the smaller.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// Figures that cannot both be true are joined from this probability on: of the findings that rest on such pairs alone,
/// on stories that the judge had not seen, hardly one in three is right, so they are weak hints.
const UNEQUAL: f64 = 0.20;
/// Figures that can both be true are joined from this probability on.
const EQUAL: f64 = 0.12;
/// The mean probability over all pairs of two groups at which they are joined; pairs that were not measured count as 0.
const ON_THE_WHOLE: f64 = 0.15;

/// Two figures that may be one fact, by their indices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) a: usize,
    pub(super) b: usize,
    /// How likely they are one fact, 0 to 1.
    pub(super) probability: f64,
    /// Whether their values can both be true of one thing.
    pub(super) is_equal: bool,
}

/// A figure's article and its claim there.
pub(super) type Seat = (usize, usize);

/// The groups of two or more figures that `edges` join, each sorted, in the order of their first figures. `seats` has a
/// place for each figure.
pub(super) fn clusters(seats: &[Seat], edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut edges: Vec<Edge> = edges.to_vec();
    edges.sort_by(|p, q| q.probability.total_cmp(&p.probability).then_with(|| (p.a, p.b).cmp(&(q.a, q.b))));
    let mut groups = Groups::new(seats, &edges);
    for edge in &edges {
        let is_likely = edge.probability >= if edge.is_equal { EQUAL } else { UNEQUAL };
        let is_of_one_article = seats[edge.a].0 == seats[edge.b].0;
        if is_likely && (edge.is_equal || !is_of_one_article) {
            groups.join(edge.a, edge.b);
        }
    }
    let mut found: Vec<Vec<usize>> = groups.members.into_iter().filter(|members| members.len() > 1).collect();
    found.iter_mut().for_each(|members| members.sort_unstable());
    found.sort_unstable();
    found
}

struct Groups<'a> {
    seats: &'a [Seat],
    /// What is known of two figures, the earlier first.
    known: FxHashMap<(usize, usize), Edge>,
    /// The group of each figure, called by one of its figures.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// The members of each group by article.
    by_article: Vec<BTreeMap<usize, Vec<usize>>>,
    /// For each group the sum of the probabilities of its pairs with every other group.
    sums: Vec<FxHashMap<usize, f64>>,
}

impl<'a> Groups<'a> {
    fn new(seats: &'a [Seat], edges: &[Edge]) -> Self {
        let mut sums: Vec<FxHashMap<usize, f64>> = vec![FxHashMap::default(); seats.len()];
        for edge in edges {
            sums[edge.a].insert(edge.b, edge.probability);
            sums[edge.b].insert(edge.a, edge.probability);
        }
        Self {
            seats,
            known: edges.iter().map(|edge| ((edge.a.min(edge.b), edge.a.max(edge.b)), *edge)).collect(),
            of: (0..seats.len()).collect(),
            members: (0..seats.len()).map(|at| vec![at]).collect(),
            by_article: seats.iter().enumerate().map(|(at, seat)| BTreeMap::from([(seat.0, vec![at])])).collect(),
            sums,
        }
    }

    /// Joins the groups of two figures, if nothing speaks against it.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a], self.of[b]);
        if a == b {
            return;
        }
        let n_pairs = self.members[a].len() * self.members[b].len();
        let sum = self.sums[a].get(&b).copied().unwrap_or_default();
        if sum < ON_THE_WHOLE * n_pairs as f64 || self.clash(a, b) {
            return;
        }
        let (kept, moved) = if self.members[a].len() + self.sums[a].len() >= self.members[b].len() + self.sums[b].len()
        {
            (a, b)
        } else {
            (b, a)
        };
        for at in std::mem::take(&mut self.members[moved]) {
            self.of[at] = kept;
            self.members[kept].push(at);
        }
        for (article, figures) in std::mem::take(&mut self.by_article[moved]) {
            self.by_article[kept].entry(article).or_default().extend(figures);
        }
        let mut sums: Vec<(usize, f64)> = std::mem::take(&mut self.sums[moved]).into_iter().collect();
        sums.sort_unstable_by_key(|(other, _)| *other);
        self.sums[kept].remove(&moved);
        for (other, sum) in sums {
            if other != kept {
                self.sums[other].remove(&moved);
                *self.sums[other].entry(kept).or_default() += sum;
                *self.sums[kept].entry(other).or_default() += sum;
            }
        }
    }

    /// Whether joining two groups would give one article two values that do not belong together: in one sentence, or so
    /// that the judge holds them for two facts.
    fn clash(&self, a: usize, b: usize) -> bool {
        let (few, many) = if self.by_article[a].len() <= self.by_article[b].len() { (a, b) } else { (b, a) };
        let shared = self.by_article[few]
            .iter()
            .filter_map(|(article, figures)| Some((figures, self.by_article[many].get(article)?)));
        shared.into_iter().any(|(left, right)| left.iter().any(|&x| right.iter().any(|&y| !self.may_be_one(x, y))))
    }

    /// Whether two figures of one article may stand in one fact.
    fn may_be_one(&self, x: usize, y: usize) -> bool {
        let edge = self.known.get(&(x.min(y), x.max(y)));
        edge.is_some_and(|edge| edge.is_equal || self.seats[x] != self.seats[y])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each figure is an article, a claim and a value; each pair has a probability.
    fn facts(figures: &[(usize, usize, u32)], pairs: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
        let seats: Vec<Seat> = figures.iter().map(|&(article, claim, _)| (article, claim)).collect();
        let edges: Vec<Edge> = pairs
            .iter()
            .map(|&(a, b, probability)| Edge { a, b, probability, is_equal: figures[a].2 == figures[b].2 })
            .collect();
        clusters(&seats, &edges)
    }

    #[test]
    fn two_articles_that_agree_draw_in_the_third() {
        let figures = [(0, 0, 9), (1, 0, 9), (2, 0, 7)];
        assert_eq!(facts(&figures, &[(0, 1, 0.9), (0, 2, 0.3), (1, 2, 0.1)]), [vec![0, 1, 2]]);
    }

    #[test]
    fn a_figure_that_looks_like_one_of_many_stays_out() {
        let figures = [(0, 0, 9), (1, 0, 9), (2, 0, 9), (3, 0, 9), (4, 0, 7)];
        let equal = [(0, 1, 0.9), (0, 2, 0.9), (0, 3, 0.9), (1, 2, 0.9), (1, 3, 0.9), (2, 3, 0.9)];
        let found = facts(&figures, &[&equal[..], &[(0, 4, 0.3)]].concat());
        assert_eq!(found, [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn two_values_of_one_sentence_are_two_facts() {
        let figures = [(0, 0, 9), (1, 0, 9), (1, 0, 7)];
        assert_eq!(facts(&figures, &[(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.4)]), [vec![0, 1]]);
    }

    #[test]
    fn two_values_of_one_article_need_to_be_likely_one_fact() {
        let figures = [(0, 0, 9), (1, 0, 9), (1, 3, 7)];
        assert_eq!(facts(&figures, &[(0, 1, 0.9), (0, 2, 0.8)]), [vec![0, 1]]);
        assert_eq!(facts(&figures, &[(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.1)]), [vec![0, 1, 2]]);
    }

    #[test]
    fn the_order_of_the_pairs_does_not_matter() {
        let figures = [(0, 0, 9), (1, 0, 9), (2, 0, 7), (2, 1, 9), (3, 0, 7)];
        let mut pairs = vec![(0, 1, 0.9), (0, 2, 0.3), (1, 2, 0.3), (0, 3, 0.5), (1, 3, 0.5), (2, 4, 0.7), (0, 4, 0.2)];
        let once = facts(&figures, &pairs);
        pairs.reverse();
        assert_eq!(facts(&figures, &pairs), once);
    }
}
