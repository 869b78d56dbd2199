//! What else a figure could stand for in the article of another: the figures there that the words around it fit better,
//! and those that have its very value.
//!
//! Comes in: the pairs of figures of two articles. Goes out: for each pair its [`Margins`]. Time: linear in the pairs.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::around::Around;
use super::overlap::likeness;

/// By how much two figures look more alike than each looks like the best other one of the other's article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Margins {
    /// How much alike the words around both are.
    pub(super) alike: f32,
    /// How much alike the words around both are, less the same for the best other figure there; of each of the two, the
    /// lesser first.
    over_others: [f32; 2],
    /// The same for the best other figure there that has its value; with none, the likeness itself.
    over_equals: [f32; 2],
    /// How many of the two look like none there more than like the other: 0, 1 or 2.
    n_closest: f32,
    /// How much alike the words around one of the two and a figure of its value there are, at most.
    of_equal: f32,
}

impl Margins {
    /// What the judge asks of them; the likeness itself is asked among the words.
    pub(super) fn measures(&self) -> [f32; 6] {
        let [less, greater] = self.over_others;
        let [less_equal, greater_equal] = self.over_equals;
        [less, greater, less_equal, greater_equal, self.n_closest, self.of_equal]
    }
}

/// The figures of one article that look most like a figure of another.
#[derive(Clone, Copy, Default)]
struct Best {
    /// The likest and how alike, and how alike the second is.
    first: Option<(usize, f32)>,
    second: f32,
}

impl Best {
    fn take(&mut self, figure: usize, likeness: f32) {
        match self.first {
            Some((_, best)) if likeness <= best => self.second = self.second.max(likeness),
            first => {
                self.second = first.map_or(0.0, |(_, best)| best);
                self.first = Some((figure, likeness));
            }
        }
    }

    /// How alike the best is but for `figure`.
    fn but_for(&self, figure: usize) -> f32 {
        match self.first {
            Some((best, likeness)) if best != figure => likeness,
            Some(_) => self.second,
            None => 0.0,
        }
    }
}

/// What the figures of a story look like, for each figure and each other article.
#[derive(Default)]
pub(super) struct Rivals {
    all: FxHashMap<(usize, usize), Best>,
    equal: FxHashMap<(usize, usize), Best>,
}

impl Rivals {
    /// Looks at all `pairs` of figures of two articles, as indices of `all`.
    pub(super) fn read(all: &[Around], pairs: &[(usize, usize)]) -> Self {
        let likenesses: Vec<f32> = pairs.par_iter().map(|&(i, j)| likeness(&all[i], &all[j])).collect();
        let mut rivals = Self::default();
        for (&(i, j), &likeness) in pairs.iter().zip(&likenesses) {
            for (x, y) in [(i, j), (j, i)] {
                let place = (x, all[y].claim.article);
                rivals.all.entry(place).or_default().take(y, likeness);
                if all[x].figure.quantity == all[y].figure.quantity {
                    rivals.equal.entry(place).or_default().take(y, likeness);
                }
            }
        }
        rivals
    }

    /// The margins of a pair; but for the likeness none of two figures of one article.
    pub(super) fn margins(&self, all: &[Around], (i, j): (usize, usize)) -> Margins {
        let alike = likeness(&all[i], &all[j]);
        if all[i].claim.article == all[j].claim.article {
            return Margins { alike, ..Margins::default() };
        }
        let but = |of: &FxHashMap<(usize, usize), Best>, x: usize, y: usize| {
            of.get(&(x, all[y].claim.article)).map_or(0.0, |best| best.but_for(y))
        };
        let others = [but(&self.all, i, j), but(&self.all, j, i)];
        let equals = [but(&self.equal, i, j), but(&self.equal, j, i)];
        let sorted = |[p, q]: [f32; 2]| [alike - p.max(q), alike - p.min(q)];
        Margins {
            alike,
            over_others: sorted(others),
            over_equals: sorted(equals),
            n_closest: others.iter().filter(|&&other| alike >= other).count() as f32,
            of_equal: equals[0].max(equals[1]),
        }
    }
}
