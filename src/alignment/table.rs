//! Story coverage of every pair of claims of two articles: the plain likeness that finds candidates and gives each its
//! context.
//!
//! cov(a, b) is the share of a's weight, over words rare within the loaded articles, that b has too; the likeness of
//! two claims is the harmonic mean of both directions. Pairs are found through an inverted index of the second article,
//! so that claims without a word in common cost nothing but an empty cell. Time: shared words, plus the cells of the
//! table. Space: the claims of both articles, plus at most [`MOST_CELLS`]: a larger table is filled again, strip by
//! strip, whenever it is looked at.

use std::ops::Range;

use rayon::prelude::*;

use super::terms::{Sentence, Terms};
use super::walk::common;
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
        Self::of_claims(terms, article, 0..terms.articles[article].len())
    }

    /// Of some claims of the article only.
    fn of_claims(terms: &Terms, article: usize, claims: Range<usize>) -> Self {
        let (mut postings, mut figures) = (Vec::new(), Vec::new());
        for (claim, sentence) in claims.clone().zip(&terms.articles[article][claims]) {
            let claim = u32::try_from(claim).unwrap_or(u32::MAX);
            postings.extend(sentence.stems.iter().map(|&stem| (stem, claim)));
            figures.extend(sentence.numbers.iter().map(|&number| (number, claim)));
        }
        postings.sort_unstable();
        figures.sort_unstable();
        Self { postings, figures }
    }
}

/// So many cells are kept at once, 8 MB of them: two articles of a thousand claims have no more.
const MOST_CELLS: usize = 1 << 20;

/// The likeness of every pair of claims of two articles.
pub(super) struct Table<'a> {
    terms: &'a Terms<'a>,
    articles: [(usize, &'a Index); 2],
    /// Rows and columns.
    size: [usize; 2],
    rows: Vec<Line>,
    columns: Vec<Line>,
    /// How alike the articles are, see [`Context::articles`].
    likeness: f64,
    /// All cells, unless they are too many.
    whole: Option<Strip>,
}

/// The cells of some rows, and of the row before and the row after them.
pub(super) struct Strip {
    rows: Range<usize>,
    /// The row of the first cell.
    first: usize,
    cells: Vec<f64>,
}

/// The cells of two articles, wherever and however exactly they are kept.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a, T> {
    cells: &'a [T],
    /// The row of the first of them.
    first: usize,
    /// How far the cells of a row are from those of the next.
    stride: usize,
    /// How many rows and columns the table has.
    size: [usize; 2],
}

/// A cell of the table and its context.
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
    /// How alike the articles are: the mean over both of the mean greatest cell of their claims. Where much is reported
    /// alike, a pair is more likely to be, too.
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

    /// Without one of its cells. Of several that are left out, each but the greatest may still count as the second
    /// best.
    fn without(self, likeness: f64) -> Self {
        let best = if likeness < self.best { self.best } else { self.second };
        Self { sum: self.sum - likeness, best, ..self }
    }
}

impl<'a, T: Copy + Into<f64>> Cells<'a, T> {
    pub(super) fn new(cells: &'a [T], stride: usize, size: [usize; 2]) -> Self {
        Self { cells, first: 0, stride, size }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cells[(i - self.first) * self.stride + j].into()
    }

    /// Row `i` summed up, without some columns.
    pub(super) fn row(&self, i: usize, without: &[usize]) -> Line {
        Line::of((0..self.size[1]).filter(|other| !without.contains(other)).map(|other| self.at(i, other)))
    }

    /// Column `j` summed up, without some rows.
    pub(super) fn column(&self, j: usize, without: &[usize]) -> Line {
        Line::of((0..self.size[0]).filter(|other| !without.contains(other)).map(|other| self.at(other, j)))
    }

    /// Returns the context of the cell of claim `i` and claim `j`, given its row and column, and how alike the articles
    /// are.
    pub(super) fn context(&self, (i, j): (usize, usize), [row, column]: [Line; 2], articles: f64) -> Context {
        let [n, m] = self.size;
        let likeness = self.at(i, j);
        let at = |di: isize, dj: isize| match (i.checked_add_signed(di), j.checked_add_signed(dj)) {
            (Some(i), Some(j)) if i < n && j < m => self.at(i, j),
            _ => 0.0,
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

impl<'a> Table<'a> {
    pub(super) fn of(terms: &'a Terms<'a>, a: (usize, &'a Index), b: (usize, &'a Index)) -> Self {
        Self::with_strips_of(terms, a, b, MOST_CELLS)
    }

    /// The same, with at most this many cells at once.
    fn with_strips_of(terms: &'a Terms<'a>, a: (usize, &'a Index), b: (usize, &'a Index), most_cells: usize) -> Self {
        let size = [a.0, b.0].map(|article| terms.articles[article].len());
        let [mut rows, mut columns] = size.map(|n_lines| vec![Line::default(); n_lines]);
        let mut table =
            Self { terms, articles: [a, b], size, rows: Vec::new(), columns: Vec::new(), likeness: 0.0, whole: None };
        let mut note = |i: usize, j: usize, likeness: f64| {
            rows[i].add(likeness);
            columns[j].add(likeness);
        };
        if size[0] * size[1] <= most_cells {
            table.whole = Some(table.fill(0..size[0], &mut note));
        } else {
            table.strips(most_cells).for_each(|rows| drop(table.fill(rows, &mut note)));
        }
        table.likeness = mean_best(&rows, &columns, |line| line.best);
        (table.rows, table.columns) = (rows, columns);
        table
    }

    /// The rows in strips of at most this many cells.
    fn strips(&self, most_cells: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let [n, m] = self.size;
        let height = (most_cells / m.max(1)).max(1);
        (0..n).step_by(height).map(move |start| start..(start + height).min(n))
    }

    /// The cells of `rows`, of which those that are not empty are noted.
    fn fill(&self, rows: Range<usize>, mut note: impl FnMut(usize, usize, f64)) -> Strip {
        let [(a, index_a), (b, index_b)] = self.articles;
        let [n, n_columns] = self.size;
        let (x, y) = (&self.terms.articles[a], &self.terms.articles[b]);
        let (first, end) = (rows.start.saturating_sub(1), (rows.end + 1).min(n));
        let of_rows = (end - first < n).then(|| Index::of_claims(self.terms, a, first..end));
        let index_a = of_rows.as_ref().unwrap_or(index_a);
        let mut cells = vec![0.0; (end - first) * n_columns];
        for_shared(&index_a.postings, &index_b.postings, |stem, i, j| {
            cells[(i - first) * n_columns + j] += self.terms.weight(stem);
        });
        let mut figures: Vec<(usize, f64)> = Vec::new();
        for_shared(&index_a.figures, &index_b.figures, |number, i, j| {
            figures.push(((i - first) * n_columns + j, self.terms.weight(number)));
        });
        figures.sort_by_key(|&(cell, _)| cell);
        let totals: Vec<f64> = y.iter().map(|sentence| sentence.total[0]).collect();
        // 2 cov_a cov_b / (cov_a + cov_b) with cov = shared / total. A figure counts in both if both have it, else in
        // neither, and only where a word is shared too. Cells with figures are reckoned first and marked as such by
        // their sign.
        for same in figures.chunk_by(|p, q| p.0 == q.0) {
            let cell = same[0].0;
            let figure: f64 = same.iter().map(|(_, weight)| weight).sum();
            let both = x[first + cell / n_columns].total[0] + totals[cell % n_columns];
            if cells[cell] > 0.0 {
                cells[cell] = -with_figures(cells[cell], figure, both);
            }
        }
        for (i, row) in (first..).zip(cells.chunks_mut(n_columns.max(1))) {
            let total = x[i].total[0];
            let is_noted = rows.contains(&i);
            for (j, cell) in row.iter_mut().enumerate().filter(|(_, cell)| **cell != 0.0) {
                *cell = if *cell > 0.0 { 2.0 * *cell / (total + totals[j]) } else { -*cell };
                if is_noted {
                    note(i, j, *cell);
                }
            }
        }
        Strip { rows, first, cells }
    }

    /// Tells `meet` the pairs that have a word in common, row by row, with their likeness and the cells around.
    pub(super) fn for_pairs(&self, mut meet: impl FnMut(&Strip, usize, usize, f64)) {
        let mut visit = |strip: &Strip| {
            let n_columns = self.size[1].max(1);
            let rows = strip.cells.chunks(n_columns).skip(strip.rows.start - strip.first);
            for (i, row) in strip.rows.clone().zip(rows) {
                let shared = row.iter().enumerate().filter(|&(_, &likeness)| likeness > 0.0);
                shared.for_each(|(j, &likeness)| meet(strip, i, j, likeness));
            }
        };
        match &self.whole {
            Some(strip) => visit(strip),
            None => self.strips(MOST_CELLS).for_each(|rows| visit(&self.fill(rows, |_, _, _| {}))),
        }
    }

    /// Returns the context of the cell of claim `i` and claim `j`, which lies in `strip`. Claims that repeat one of
    /// them do not compete with it.
    pub(super) fn context(&self, strip: &Strip, (i, j): (usize, usize)) -> Context {
        let cells = Cells { cells: &strip.cells, first: strip.first, stride: self.size[1], size: self.size };
        let [(a, _), (b, _)] = self.articles;
        let (x, y) = (&self.terms.articles[a][i], &self.terms.articles[b][j]);
        let row = if y.repeats.is_empty() { self.rows[i] } else { cells.row(i, &y.repeats) };
        let column = if x.repeats.is_empty() {
            self.columns[j]
        } else if self.whole.is_some() {
            cells.column(j, &x.repeats)
        } else {
            let repeats = x.repeats.iter().map(|&repeat| likeness(self.terms, &self.terms.articles[a][repeat], y));
            repeats.fold(self.columns[j], Line::without)
        };
        cells.context((i, j), [row, column], self.likeness)
    }

    /// For each row and each column, the likeness of its `n_best`-th most alike cell of at least `least`: `least` where
    /// it has no more of them.
    pub(super) fn cuts(&self, n_best: usize, least: f64) -> [Vec<f64>; 2] {
        // The best of each line so far, falling.
        let mut best = self.size.map(|n_lines| vec![least; n_lines * n_best]);
        self.for_pairs(|_, i, j, likeness| {
            if likeness < least {
                return;
            }
            for (best, line) in best.iter_mut().zip([i, j]) {
                let best = &mut best[line * n_best..(line + 1) * n_best];
                if likeness > best[n_best - 1] {
                    best[n_best - 1] = likeness;
                    let higher = best[..n_best - 1].partition_point(|&other| other >= likeness);
                    best[higher..].rotate_right(1);
                }
            }
        });
        best.map(|best| best.chunks(n_best).map(|best| best[n_best - 1]).collect())
    }
}

/// The likeness of two claims that share words of weight `shared` and figures of weight `figure`, and have words of
/// weight `both` together.
fn with_figures(shared: f64, figure: f64, both: f64) -> f64 {
    2.0 * (shared + figure) / (both + 2.0 * figure)
}

/// The likeness of two claims, as their table has it.
fn likeness(terms: &Terms, x: &Sentence, y: &Sentence) -> f64 {
    let weigh = |shared: f64, term: &Term| shared + terms.weight(*term);
    let shared = common(&x.stems, &y.stems).fold(0.0, weigh);
    let figure = common(&x.numbers, &y.numbers).fold(0.0, weigh);
    let both = x.total[0] + y.total[0];
    if shared > 0.0 { with_figures(shared, figure, both) } else { 0.0 }
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
            table.for_pairs(|_, i, j, likeness| {
                let (most, repeats): &mut (f64, Vec<usize>) = &mut claims[i];
                if i == j {
                    return;
                }
                if likeness < REPEATED {
                    *most = likeness.max(*most);
                } else if repeats.len() <= MOST_REPEATS {
                    repeats.push(j);
                }
            });
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

/// Tells `meet` every word that two claims share, with both. Both lists are sorted by word: one walk meets every word
/// of both.
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

/// Returns the mean over both articles of the mean of their claims' greatest cells.
pub(super) fn mean_best<T>(rows: &[T], columns: &[T], best: impl Fn(&T) -> f64) -> f64 {
    let mean = |lines: &[T]| lines.iter().map(&best).sum::<f64>() / lines.len().max(1) as f64;
    (mean(rows) + mean(columns)) / 2.0
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;
    use crate::story::Story;

    #[test]
    fn a_table_in_strips_is_the_same() {
        let line = |claim: usize| {
            let words = ["harbor", "bridge", "mayor", "storm", "ferry"];
            format!("The {} and the {} cost {} euros.", words[claim % 5], words[claim * claim % 3], claim % 4)
        };
        let read = |n_claims: usize| {
            let sentences: Vec<String> = (0..n_claims).map(|claim| line(claim + n_claims)).collect();
            let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
            analyze(Arc::new(Article::from_sentences("Post", &sentences)))
        };
        let analyses: Vec<Analysis> = [11, 7].map(read).into();
        let story = Story::read(&analyses);
        let mut terms = Terms::read(&story);
        mark_repeated(&mut terms);
        terms.articles[0][3].repeats = vec![1, 8];
        let indices = [0, 1].map(|article| Index::of(&terms, article));
        let table = |most_cells| Table::with_strips_of(&terms, (0, &indices[0]), (1, &indices[1]), most_cells);
        let whole = table(1000);
        let mut seen = Vec::new();
        whole.for_pairs(|strip, i, j, likeness| seen.push((i, j, likeness, whole.context(strip, (i, j)))));
        for most_cells in [1, 7, 20, 70] {
            let parted = table(most_cells);
            assert!(parted.whole.is_none());
            let mut expected = seen.iter();
            for rows in parted.strips(most_cells) {
                let mut met = Vec::new();
                let strip = parted.fill(rows, |i, j, likeness| met.push((i, j, likeness)));
                for (i, j, likeness) in met {
                    let (row, column, alike, context) = expected.next().unwrap();
                    assert_eq!((i, j, likeness), (*row, *column, *alike));
                    let other = parted.context(&strip, (i, j));
                    assert_eq!(other.in_step, context.in_step);
                    assert_eq!(other.across, context.across);
                    assert_eq!(other.articles, context.articles);
                    assert!((other.means[0] - context.means[0]).abs() < 1e-9);
                    assert!((other.means[1] - context.means[1]).abs() < 1e-9);
                }
            }
            assert!(expected.next().is_none());
            assert_eq!(parted.cuts(2, 0.1), whole.cuts(2, 0.1));
        }
    }
}
