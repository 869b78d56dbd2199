//! How much two articles tell alike, and how much of two claims other articles tell, too.
//!
//! Comes in: the best counterpart that every claim has in every other article, by what is
//! [distinctively](super::distinctive) theirs. Goes out: an [`Around`] for a pair. Of two articles that tell much
//! alike, two claims are more likely to be the same; and what a third article tells as well belongs to the story's
//! core, which all tell.

use super::table::mean_best;

/// The context of a pair in the whole story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// How alike the articles are: the mean over both of the mean of their claims' best counterparts in the other, 0 to
    /// 1.
    pub(super) articles: f64,
    /// How well the claims' best counterparts in each of the other articles match in the mean, of the claim with the
    /// lesser mean, 0 to 1; [`UNKNOWN`] where there are no other articles.
    pub(super) told: f64,
}

/// Stands for what no third article can say.
pub(super) const UNKNOWN: f64 = -1.0;

/// The best counterparts of two articles' claims in the other article.
#[derive(Debug, Default)]
pub(super) struct Best {
    /// Of each claim of the earlier article and of each claim of the later.
    of: [Vec<f64>; 2],
    /// The mean over both articles of the means of both.
    mean: f64,
}

impl Best {
    /// Creates one for articles with this many claims; of none a counterpart is known yet.
    pub(super) fn new(n_claims: [usize; 2]) -> Self {
        Self { of: n_claims.map(|n_claims| vec![0.0; n_claims]), mean: 0.0 }
    }

    /// Notes how alike claim `i` of the earlier article and claim `j` of the later are.
    pub(super) fn note(&mut self, (i, j): (usize, usize), likeness: f64) {
        let [rows, columns] = &mut self.of;
        rows[i] = likeness.max(rows[i]);
        columns[j] = likeness.max(columns[j]);
    }

    /// Once all are noted.
    pub(super) fn finish(mut self) -> Self {
        self.mean = mean_best(&self.of[0], &self.of[1], |&best| best);
        self
    }
}

/// For each claim of each article, the sum of its best counterparts in all other articles.
#[derive(Debug)]
pub(super) struct Told {
    sums: Vec<Vec<f64>>,
}

impl Told {
    /// Creates one for articles with this many claims, out of what every two of them tell alike.
    pub(super) fn of<'a>(n_claims: &[usize], pairs: impl Iterator<Item = ((usize, usize), &'a Best)>) -> Self {
        let mut sums: Vec<Vec<f64>> = n_claims.iter().map(|&n_claims| vec![0.0; n_claims]).collect();
        for ((a, b), best) in pairs {
            for (article, best) in [a, b].into_iter().zip(&best.of) {
                sums[article].iter_mut().zip(best).for_each(|(sum, best)| *sum += best);
            }
        }
        Self { sums }
    }

    /// Returns the context of claim `i` of article `a` and claim `j` of article `b`, whose claims' best counterparts
    /// are `best`.
    pub(super) fn around(&self, (a, i): (usize, usize), (b, j): (usize, usize), best: &Best) -> Around {
        let mean = |sum: f64, best: f64| mean_told(sum - best, self.sums.len());
        let [rows, columns] = &best.of;
        let told = mean(self.sums[a][i], rows[i]).min(mean(self.sums[b][j], columns[j]));
        Around { articles: best.mean, told }
    }
}

/// Returns the mean over the other articles of a pair of `n_articles`, of which their sum is known.
pub(super) fn mean_told(sum: f64, n_articles: usize) -> f64 {
    if n_articles > 2 { sum.max(0.0) / (n_articles - 2) as f64 } else { UNKNOWN }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(n_claims: [usize; 2], noted: &[(usize, usize, f64)]) -> Best {
        let mut best = Best::new(n_claims);
        noted.iter().for_each(|&(i, j, likeness)| best.note((i, j), likeness));
        best.finish()
    }

    #[test]
    fn a_third_article_says_what_is_told() {
        let pairs = [
            ((0, 1), best([2, 1], &[(0, 0, 0.5), (0, 0, 0.25), (1, 0, 0.25)])),
            ((0, 2), best([2, 1], &[(0, 0, 0.75)])),
            ((1, 2), best([1, 1], &[(0, 0, 0.5)])),
        ];
        let told = Told::of(&[2, 1, 1], pairs.iter().map(|(articles, best)| (*articles, best)));
        let around = told.around((0, 0), (1, 0), &pairs[0].1);
        assert_eq!((around.articles, around.told), (0.4375, 0.5));
        // Article 2 tells nothing like the second claim.
        assert_eq!(told.around((0, 1), (1, 0), &pairs[0].1).told, 0.0);
    }

    #[test]
    fn two_articles_have_no_third() {
        let only = best([1, 1], &[(0, 0, 1.0)]);
        let told = Told::of(&[1, 1], std::iter::once(((0, 1), &only)));
        assert_eq!(told.around((0, 0), (1, 0), &only).told, UNKNOWN);
    }
}
