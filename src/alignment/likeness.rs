//! Story coverage of every pair of claims of two articles: the plain likeness that finds candidates and gives each its context.
//!
//! cov(a, b) is the share of a's weight, over words rare within the loaded articles, that b has too; the likeness of two claims is the
//! harmonic mean of both directions. Pairs are found through an inverted index of the second article, so that claims without a
//! word in common cost nothing but an empty cell. Time: shared words, plus the cells of the table.

use rayon::prelude::*;

use super::terms::{Sentence, Terms};
use crate::story::Term;

/// Claims of one article at least this alike say the same thing twice: a headline and its first sentence, a summary.
pub(super) const REPEATED: f64 = 0.8;

/// Where the claims of one article have each of its stems.
pub(super) struct Index {
    /// Stems in order, each with a claim that has it.
    postings: Vec<(Term, u32)>,
    /// The same of its figures.
    figures: Vec<(Term, u32)>,
}

impl Index {
    pub(super) fn of(terms: &Terms, article: usize) -> Self {
        let (mut postings, mut figures) = (Vec::new(), Vec::new());
        for (claim, sentence) in terms.articles[article].iter().enumerate() {
            let claim = u32::try_from(claim).unwrap_or(u32::MAX);
            postings.extend(sentence.stems.iter().map(|&stem| (stem, claim)));
            figures.extend(sentence.numbers.iter().map(|&number| (number, claim)));
        }
        postings.sort_unstable();
        figures.sort_unstable();
        Self { postings, figures }
    }
}

/// The likeness of every pair of claims of two articles.
pub(super) struct Table {
    n_columns: usize,
    cells: Vec<f64>,
    rows: Vec<Line>,
    columns: Vec<Line>,
    /// How alike the articles are, see [`Context::articles`].
    articles: f64,
}

/// The cells of two articles, wherever and however exactly they are kept.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a, T> {
    cells: &'a [T],
    /// How far the cells of a row stand from those of the next.
    stride: usize,
    /// How many rows and columns there are.
    size: [usize; 2],
}

/// A cell of the table and what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) likeness: f64,
    /// Means of the other cells of the row and of the column.
    pub(super) means: [f64; 2],
    /// Greatest other cell of the row and of the column.
    pub(super) best_others: [f64; 2],
    /// The greater of the neighbors before both claims and after both.
    pub(super) in_step: f64,
    /// The greatest of the four neighbors of one of them.
    pub(super) across: f64,
    /// How alike the articles are: the mean over both of the mean greatest cell of their claims. Where much is told alike, a pair is more
    /// likely to be, too.
    pub(super) articles: f64,
}

/// A row or a column summed up.
#[derive(Clone, Copy, Default)]
pub(super) struct Line {
    sum: f64,
    best: f64,
    second: f64,
}

impl Line {
    fn of(cells: impl Iterator<Item = f64>) -> Self {
        let mut line = Self::default();
        cells.for_each(|cell| line.add(cell));
        line
    }

    fn add(&mut self, likeness: f64) {
        self.sum += likeness;
        if likeness > self.best {
            (self.best, self.second) = (likeness, self.best);
        } else {
            self.second = self.second.max(likeness);
        }
    }

    fn best_other(self, likeness: f64) -> f64 {
        if likeness < self.best { self.best } else { self.second }
    }

    /// The mean of the other cells: with one sentence on a side there is nothing to correct by.
    fn mean_other(self, likeness: f64, n: usize) -> f64 {
        if n > 1 { (self.sum - likeness) / n as f64 } else { 0.0 }
    }
}

impl<'a, T: Copy + Into<f64>> Cells<'a, T> {
    pub(super) fn new(cells: &'a [T], stride: usize, size: [usize; 2]) -> Self {
        Self { cells, stride, size }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cells[i * self.stride + j].into()
    }

    /// What stands around the cell of claim `i`, `x`, and claim `j`, `y`. Claims that repeat one of them do not compete with it.
    /// The articles are `articles` alike; the sums of its row and column are `lines` where they are known.
    pub(super) fn context(
        &self,
        (i, x): (usize, &Sentence),
        (j, y): (usize, &Sentence),
        articles: f64,
        lines: Option<(Line, Line)>,
    ) -> Context {
        let [n, m] = self.size;
        let likeness = self.at(i, j);
        let at = |di: isize, dj: isize| match (i.checked_add_signed(di), j.checked_add_signed(dj)) {
            (Some(i), Some(j)) if i < n && j < m => self.at(i, j),
            _ => 0.0,
        };
        let row = match lines {
            Some((row, _)) if y.repeats.is_empty() => row,
            _ => Line::of((0..m).filter(|other| !y.repeats.contains(other)).map(|other| self.at(i, other))),
        };
        let column = match lines {
            Some((_, column)) if x.repeats.is_empty() => column,
            _ => Line::of((0..n).filter(|other| !x.repeats.contains(other)).map(|other| self.at(other, j))),
        };
        Context {
            likeness,
            means: [row.mean_other(likeness, m), column.mean_other(likeness, n)],
            best_others: [row.best_other(likeness), column.best_other(likeness)],
            in_step: at(-1, -1).max(at(1, 1)),
            across: at(-1, 0).max(at(1, 0)).max(at(0, -1)).max(at(0, 1)),
            articles,
        }
    }
}

impl Table {
    pub(super) fn of(terms: &Terms, (a, index_a): (usize, &Index), (b, index_b): (usize, &Index)) -> Self {
        let (x, y) = (&terms.articles[a], &terms.articles[b]);
        let n_columns = y.len();
        let mut cells = vec![0.0; x.len() * n_columns];
        for_shared(&index_a.postings, &index_b.postings, |stem, i, j| {
            cells[i * n_columns + j] += terms.weight(stem);
        });
        let mut figures: Vec<(usize, f64)> = Vec::new();
        for_shared(&index_a.figures, &index_b.figures, |number, i, j| {
            figures.push((i * n_columns + j, terms.weight(number)));
        });
        figures.sort_by_key(|&(cell, _)| cell);
        let totals: Vec<f64> = y.iter().map(|sentence| sentence.total[0]).collect();
        // 2 cov_a cov_b / (cov_a + cov_b) with cov = shared / total. A figure counts in both if both have it, else in neither, and only
        // where a word is shared too. Cells with figures are reckoned first and marked as such by their sign.
        for same in figures.chunk_by(|p, q| p.0 == q.0) {
            let cell = same[0].0;
            let figure: f64 = same.iter().map(|(_, weight)| weight).sum();
            let both = x[cell / n_columns].total[0] + totals[cell % n_columns];
            if cells[cell] > 0.0 {
                cells[cell] = -2.0 * (cells[cell] + figure) / (both + 2.0 * figure);
            }
        }
        let mut rows = vec![Line::default(); x.len()];
        let mut columns = vec![Line::default(); n_columns];
        for (i, row) in cells.chunks_mut(n_columns.max(1)).enumerate() {
            let total = x[i].total[0];
            for (j, cell) in row.iter_mut().enumerate().filter(|(_, cell)| **cell != 0.0) {
                *cell = if *cell > 0.0 { 2.0 * *cell / (total + totals[j]) } else { -*cell };
                rows[i].add(*cell);
                columns[j].add(*cell);
            }
        }
        let articles = mean_best(&rows, &columns, |line| line.best);
        Self { n_columns, cells, rows, columns, articles }
    }

    /// The pairs that have a word in common, with their likeness.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        self.cells.chunks(self.n_columns.max(1)).enumerate().flat_map(|(i, row)| {
            let shared = row.iter().enumerate().filter(|&(_, &likeness)| likeness > 0.0);
            shared.map(move |(j, &likeness)| (i, j, likeness))
        })
    }

    /// What stands around the cell of claim `i`, `x`, and claim `j`, `y`.
    pub(super) fn context(&self, (i, x): (usize, &Sentence), (j, y): (usize, &Sentence)) -> Context {
        let cells = Cells::new(&self.cells, self.n_columns, [self.rows.len(), self.columns.len()]);
        cells.context((i, x), (j, y), self.articles, Some((self.rows[i], self.columns[j])))
    }

    /// For each row and each column, the likeness of its `n_best`-th most alike cell of at least `least`: `least` where it has no more of them.
    pub(super) fn cuts(&self, n_best: usize, least: f64) -> [Vec<f64>; 2] {
        // The best of each line so far, falling.
        let mut best = [self.rows.len(), self.columns.len()].map(|n_lines| vec![least; n_lines * n_best]);
        for (i, j, likeness) in self.pairs().filter(|&(_, _, likeness)| likeness >= least) {
            for (best, line) in best.iter_mut().zip([i, j]) {
                let best = &mut best[line * n_best..(line + 1) * n_best];
                if likeness > best[n_best - 1] {
                    best[n_best - 1] = likeness;
                    let higher = best[..n_best - 1].partition_point(|&other| other >= likeness);
                    best[higher..].rotate_right(1);
                }
            }
        }
        best.map(|best| best.chunks(n_best).map(|best| best[n_best - 1]).collect())
    }
}

/// Claims that more others repeat are lines made alike, as in a list of results, and each says something of its own.
const MOST_REPEATS: usize = 4;

/// Notes of every claim which others of its article repeat it, and how alike the most alike of the rest is.
pub(super) fn mark_repeated(terms: &mut Terms) {
    let repeated: Vec<Vec<(f64, Vec<usize>)>> = (0..terms.articles.len())
        .into_par_iter()
        .map(|article| {
            let index = Index::of(terms, article);
            let mut claims = vec![(0.0, Vec::new()); terms.articles[article].len()];
            let table = Table::of(terms, (article, &index), (article, &index));
            for (i, j, likeness) in table.pairs().filter(|(i, j, _)| i != j) {
                let (most, repeats) = &mut claims[i];
                if likeness >= REPEATED { repeats.push(j) } else { *most = likeness.max(*most) }
            }
            claims
        })
        .collect();
    for (article, repeated) in terms.articles.iter_mut().zip(repeated) {
        for (sentence, (most, mut repeats)) in article.iter_mut().zip(repeated) {
            if repeats.len() > MOST_REPEATS {
                repeats.clear();
            }
            (sentence.repeated, sentence.repeats) = (most, repeats);
        }
    }
}

/// Tells `meet` every word that two claims share, with both. Both lists are sorted by word: one walk meets every word of both.
fn for_shared(p: &[(Term, u32)], q: &[(Term, u32)], mut meet: impl FnMut(Term, usize, usize)) {
    let (mut s, mut t) = (0, 0);
    while s < p.len() && t < q.len() {
        let (stem, other) = (p[s].0, q[t].0);
        if stem != other {
            s += usize::from(stem < other);
            t += usize::from(other < stem);
            continue;
        }
        let end_s = s + p[s..].iter().take_while(|posting| posting.0 == stem).count();
        let end_t = t + q[t..].iter().take_while(|posting| posting.0 == stem).count();
        for &(_, i) in &p[s..end_s] {
            for &(_, j) in &q[t..end_t] {
                meet(stem, i as usize, j as usize);
            }
        }
        (s, t) = (end_s, end_t);
    }
}

/// The mean over both articles of the mean of their claims' greatest cells.
pub(super) fn mean_best<T>(rows: &[T], columns: &[T], best: impl Fn(&T) -> f64) -> f64 {
    let mean = |lines: &[T]| lines.iter().map(&best).sum::<f64>() / lines.len().max(1) as f64;
    (mean(rows) + mean(columns)) / 2.0
}

/// The harmonic mean.
pub(super) fn harmonic(x: f64, y: f64) -> f64 {
    if x > 0.0 && y > 0.0 { 2.0 * x * y / (x + y) } else { 0.0 }
}

pub(super) fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
