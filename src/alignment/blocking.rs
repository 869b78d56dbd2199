//! The candidates of a story of very many articles.
//!
//! Comes in: the words of a story. Goes out: for each claim its [`MOST_PARTNERS`] most alike partners in the articles
//! after its own, each the best of its row and of its column in the table of the two articles, with its context there.
//! One inverted index over the whole story gives the likeness of a claim to all claims after it in one pass, nothing is
//! allocated for a pair of articles, and the [`Context`] is made only for the partners that are left in the end.
//!
//! ```text
//!               article b            article b + 1
//!            ┌──────┴──────┐  ┌───────────┴───────────┐
//!  article a │ 0  .2  0  0 │  │  0   0  .7  .1  0   0 │  ◄─ one row for each claim of a, one column for each claim after it
//!            │.9   0  0 .1 │  │ .1   0   0   0  0  .4 │
//!               ▲ the best of its row and column
//! ```
//!
//! Time: for each claim, the claims after it that share a stem, once for each stem, plus a quick pass over all after
//! it. Both grow with the square of the number of articles; space grows with the text and the cells of one stretch
//! ([`MOST_CELLS`]).

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::around::{Around, mean_told};
use super::table::{Cells, Context};
use super::terms::{Sentence, Terms};
use crate::story::Term;

/// The most partners of a claim among the articles after its own.
const MOST_PARTNERS: usize = 24;
/// What a claim's best counterpart in another article has in the mean of likeness by what is distinctively theirs, as a
/// share of its plain likeness: on the development stories 0.54, and 0.37 in third articles. Among so many the former
/// is not known for every two articles.
const DISTINCTIVE: f64 = 0.5;
/// Sums of cells are whole numbers of this part, so that they are the same in whatever order they are added.
const PART: f64 = 1e-6;
/// So many cells are worked on at once, 1 MB of them: what processors keep near. One article's claims against one
/// other's may be more.
const MOST_CELLS: usize = 1 << 18;

/// Claim `i` of article `a` and claim `j` of article `b`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) a: usize,
    pub(super) i: usize,
    pub(super) b: usize,
    pub(super) j: usize,
    pub(super) context: Context,
    pub(super) around: Around,
}

/// The story's claims, numbered through, and where each stem and figure is.
pub(super) struct Blocks<'a> {
    terms: &'a Terms<'a>,
    /// The number of each article's first claim, and the number of all.
    firsts: Vec<usize>,
    /// For each claim the weight of all its stems.
    totals: Vec<f32>,
    stems: Postings,
    figures: Postings,
    /// For each claim the sum over the articles of the greatest likeness to one of their claims, in [`PART`]s.
    told: Vec<AtomicU64>,
}

/// For each term the numbers of the claims that hold it, in order.
struct Postings {
    ends: Vec<usize>,
    claims: Vec<u32>,
}

impl Postings {
    fn read(terms: &Terms, words: impl Fn(&Sentence) -> &[Term]) -> Self {
        let sentences = || terms.articles.iter().flatten();
        let mut ends = vec![0; terms.n_terms() + 1];
        for &term in sentences().flat_map(&words) {
            ends[term as usize + 1] += 1;
        }
        for term in 1..ends.len() {
            ends[term] += ends[term - 1];
        }
        // While the lists are filled, an end is the place of the next entry.
        let mut claims = vec![0; ends[ends.len() - 1]];
        for (claim, sentence) in (0_u32..).zip(sentences()) {
            for &term in words(sentence) {
                claims[ends[term as usize]] = claim;
                ends[term as usize] += 1;
            }
        }
        Self { ends, claims }
    }

    fn of(&self, term: Term) -> &[u32] {
        let term = term as usize;
        let start = if term == 0 { 0 } else { self.ends[term - 1] };
        &self.claims[start..self.ends[term]]
    }

    /// The claims from `from` to before `to` that hold `term`.
    fn between(&self, term: Term, from: usize, to: usize) -> &[u32] {
        let claims = self.of(term);
        let claims = &claims[claims.partition_point(|&claim| (claim as usize) < from)..];
        &claims[..claims.partition_point(|&claim| (claim as usize) < to)]
    }
}

/// A partner of a claim of article `a`: the claim numbered `claim`, in article `b`.
struct Partner {
    likeness: f32,
    b: usize,
    claim: usize,
    /// Made once the stretch it lies in is gone through.
    context: Option<Context>,
}

/// What one thread needs again and again.
#[derive(Default)]
struct Space {
    cells: Vec<f32>,
    /// The greatest cell of each column.
    columns: Vec<f32>,
    /// For each article of the stretch how alike it is to the one whose claims the rows are, see [`Context::articles`].
    articles: Vec<f64>,
    /// The weight of figures shared with each claim of the stretch; 0 between claims.
    figures: Vec<f32>,
}

impl<'a> Blocks<'a> {
    pub(super) fn of(terms: &'a Terms<'a>) -> Self {
        let mut firsts = vec![0];
        for article in &terms.articles {
            firsts.push(firsts[firsts.len() - 1] + article.len());
        }
        let totals = terms.articles.iter().flatten().map(|sentence| sentence.total[0] as f32).collect();
        let (stems, figures) =
            rayon::join(|| Postings::read(terms, |s| &s.stems), || Postings::read(terms, |s| &s.numbers));
        let told = (0..firsts[firsts.len() - 1]).map(|_| AtomicU64::new(0)).collect();
        Self { terms, firsts, totals, stems, figures, told }
    }

    /// Returns the candidates that are at least `least` alike. They come by what their first claims are about: whoever
    /// goes through them in this order meets the same claims again soon, while their words are still near to the
    /// processor. At random, reading them costs as much as measuring.
    pub(super) fn candidates(&self, least: f32) -> Vec<Candidate> {
        let n_articles = self.terms.articles.len();
        let of_each =
            (0..n_articles).into_par_iter().map_init(Space::default, |space, a| self.of_article(a, least, space));
        let candidates: Vec<(Term, Candidate)> = of_each.collect::<Vec<_>>().concat();
        let mut order: Vec<(Term, usize)> = candidates.iter().map(|(topic, _)| *topic).zip(0..).collect();
        order.par_sort_unstable();
        order.into_par_iter().map(|(_, idx)| self.with_told(candidates[idx].1)).collect()
    }

    /// Adds to the coverage of a claim its greatest likeness to a claim of one more article.
    fn tell(&self, claim: usize, likeness: f32) {
        self.told[claim].fetch_add((f64::from(likeness) / PART) as u64, Ordering::Relaxed);
    }

    /// The candidate with its coverage by other articles, once all have been read.
    fn with_told(&self, candidate: Candidate) -> Candidate {
        let Candidate { a, i, b, j, context, around } = candidate;
        let mean = |claim: usize| {
            let sum = self.told[claim].load(Ordering::Relaxed) as f64 * PART;
            DISTINCTIVE * mean_told(sum - context.likeness, self.terms.articles.len())
        };
        let told = mean(self.firsts[a] + i).min(mean(self.firsts[b] + j));
        Candidate { around: Around { told, ..around }, ..candidate }
    }

    /// The most informative stem of a claim that as many claims share as a claim has partners.
    fn topic(&self, sentence: &Sentence) -> Term {
        let shared = sentence.stems.iter().filter(|&&stem| self.stems.of(stem).len() > MOST_PARTNERS);
        shared.min_by_key(|&&stem| self.stems.of(stem).len()).copied().unwrap_or(0)
    }

    /// The candidates of the claims of `a` among the claims after it that are at least `least` alike, with their
    /// topics.
    fn of_article(&self, a: usize, least: f32, space: &mut Space) -> Vec<(Term, Candidate)> {
        let n_articles = self.terms.articles.len();
        let claims = &self.terms.articles[a];
        let mut partners: Vec<Vec<Partner>> = claims.iter().map(|_| Vec::with_capacity(MOST_PARTNERS)).collect();
        let mut from = a + 1;
        while from < n_articles && !claims.is_empty() {
            let most_columns = MOST_CELLS / claims.len();
            let n_fit = self.firsts[from..].partition_point(|&end| end - self.firsts[from] <= most_columns) - 1;
            let to = from + n_fit.max(1);
            self.fill(claims, self.firsts[from], self.firsts[to], space);
            self.take_best(a, (from, to), least, space, &mut partners);
            self.note_contexts(claims, from, to, space, &mut partners);
            from = to;
        }
        let mut candidates = Vec::new();
        for (i, partners) in partners.into_iter().enumerate() {
            let topic = self.topic(&claims[i]);
            for Partner { b, claim, context, .. } in partners {
                let j = claim - self.firsts[b];
                candidates.extend(context.map(|context| {
                    let around = Around { articles: DISTINCTIVE * context.articles, told: 0.0 };
                    (topic, Candidate { a, i, b, j, context, around })
                }));
            }
        }
        candidates
    }

    /// Fills the cells of `claims` and the claims from `from` to before `to` with their likeness.
    fn fill(&self, claims: &[Sentence], from: usize, to: usize, space: &mut Space) {
        let width = to - from;
        space.cells.clear();
        space.cells.resize(claims.len() * width, 0.0);
        space.columns.clear();
        space.columns.resize(width, 0.0);
        space.figures.resize(width.max(space.figures.len()), 0.0);
        let totals = &self.totals[from..to];
        for (sentence, row) in claims.iter().zip(space.cells.chunks_exact_mut(width.max(1))) {
            for &stem in &sentence.stems {
                let weight = self.terms.weight(stem) as f32;
                for &claim in self.stems.between(stem, from, to) {
                    row[claim as usize - from] += weight;
                }
            }
            let total = sentence.total[0] as f32;
            for &number in &sentence.numbers {
                let weight = self.terms.weight(number) as f32;
                for &claim in self.figures.between(number, from, to) {
                    space.figures[claim as usize - from] += weight;
                }
            }
            // As in the table of two articles. A shared figure counts in both parts of the ratio, for pairs that share
            // a word.
            for &number in &sentence.numbers {
                for &claim in self.figures.between(number, from, to) {
                    let column = claim as usize - from;
                    let figure = std::mem::take(&mut space.figures[column]);
                    let both = total + totals[column];
                    if figure > 0.0 && row[column] > 0.0 {
                        row[column] = (row[column] + figure) / (both + 2.0 * figure) * both;
                    }
                }
            }
            for ((cell, other), greatest) in row.iter_mut().zip(totals).zip(&mut space.columns) {
                let likeness = 2.0 * *cell / (total + other).max(f32::MIN_POSITIVE);
                *cell = likeness;
                *greatest = if likeness > *greatest { likeness } else { *greatest };
            }
        }
    }

    /// Takes the cells that are the best of their row and column in the table of their two articles in among the
    /// `partners`.
    fn take_best(
        &self,
        a: usize,
        (from, to): (usize, usize),
        least: f32,
        space: &mut Space,
        partners: &mut [Vec<Partner>],
    ) {
        let start = self.firsts[from];
        let width = self.firsts[to] - start;
        let n_rows = partners.len() as f64;
        let mean = |cells: &[f32]| cells.iter().map(|&cell| f64::from(cell)).sum::<f64>() / cells.len().max(1) as f64;
        let of_columns =
            (from..to).map(|b| mean(&space.columns[self.firsts[b] - start..self.firsts[b + 1] - start]) / 2.0);
        space.articles.clear();
        space.articles.extend(of_columns);
        (start..).zip(&space.columns).for_each(|(claim, &greatest)| self.tell(claim, greatest));
        for ((claim, row), partners) in (self.firsts[a]..).zip(space.cells.chunks_exact(width.max(1))).zip(partners) {
            let mut told = 0.0;
            for b in from..to {
                let columns = self.firsts[b] - start..self.firsts[b + 1] - start;
                let cells = &row[columns.clone()];
                let best = greatest(cells);
                space.articles[b - from] += f64::from(best) / n_rows / 2.0;
                told += best;
                let is_full = partners.len() == MOST_PARTNERS;
                if best < least || is_full && partners.last().is_some_and(|last| last.likeness >= best) {
                    continue;
                }
                for (column, &likeness) in columns.zip(cells).filter(|&(_, &likeness)| likeness >= best) {
                    let place = partners.partition_point(|other| other.likeness >= likeness);
                    if likeness >= space.columns[column] && place < MOST_PARTNERS {
                        partners.truncate(MOST_PARTNERS - 1);
                        partners.insert(place, Partner { likeness, b, claim: start + column, context: None });
                    }
                }
            }
            self.tell(claim, told);
        }
    }

    /// Notes the context of the partners that this stretch brought.
    fn note_contexts(&self, claims: &[Sentence], from: usize, to: usize, space: &Space, partners: &mut [Vec<Partner>]) {
        let start = self.firsts[from];
        let width = self.firsts[to] - start;
        for (i, partners) in partners.iter_mut().enumerate() {
            for partner in partners.iter_mut().filter(|partner| partner.context.is_none()) {
                let others = &self.terms.articles[partner.b];
                let first = self.firsts[partner.b];
                let cells = Cells::new(&space.cells[first - start..], width, [claims.len(), others.len()]);
                let j = partner.claim - first;
                let lines = [cells.row(i, &others[j].repeats), cells.column(j, &claims[i].repeats)];
                partner.context = Some(cells.context((i, j), lines, space.articles[partner.b - from]));
            }
        }
    }
}

/// The greatest of `cells`, 0 of none. Four at a time: the comparisons of one chain would wait for each other.
fn greatest(cells: &[f32]) -> f32 {
    let (chunks, rest) = cells.as_chunks::<4>();
    let mut greatest = [0.0_f32; 4];
    for chunk in chunks {
        for (greatest, &cell) in greatest.iter_mut().zip(chunk) {
            *greatest = if cell > *greatest { cell } else { *greatest };
        }
    }
    greatest.iter().chain(rest).fold(0.0, |greatest, &cell| if cell > greatest { cell } else { greatest })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::alignment::table::{Index, Table, mark_repeated};
    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;
    use crate::story::Story;

    const LEAST: f32 = 0.1;

    /// Articles of 2 to 7 claims whose words overlap, some with figures, some claims said twice.
    fn story() -> Vec<Analysis> {
        const WORDS: [&str; 9] = ["harbor", "bridge", "mayor", "storm", "ferry", "court", "strike", "school", "42"];
        let sentence = |n: usize| [n, n / 3 + 1, n * n + 2].map(|k| WORDS[k % WORDS.len()]).join(" ") + " opened";
        let article = |idx: usize| {
            let mut sentences: Vec<String> = (0..2 + idx % 5).map(|claim| sentence(idx * 5 + claim * 7)).collect();
            sentences.push(sentences[0].clone());
            let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
            analyze(Arc::new(Article::from_sentences("Post", &sentences)))
        };
        (0..9).map(article).collect()
    }

    #[test]
    fn blocks_show_what_tables_show() {
        let analyses = story();
        let read = Story::read(&analyses);
        let mut terms = Terms::read(&read);
        mark_repeated(&mut terms);
        let mut candidates = Blocks::of(&terms).candidates(LEAST);
        candidates.sort_by_key(|candidate| (candidate.a, candidate.b, candidate.i, candidate.j));
        let mut n_seen = 0;
        for a in 0..analyses.len() {
            for b in a + 1..analyses.len() {
                let [index_a, index_b] = [a, b].map(|article| Index::of(&terms, article));
                let table = Table::of(&terms, (a, &index_a), (b, &index_b));
                let [rows, columns] = table.cuts(1, f64::from(LEAST));
                table.for_pairs(|strip, i, j, likeness| {
                    if likeness <= rows[i].max(columns[j]) - 1e-6 || likeness < f64::from(LEAST) {
                        return;
                    }
                    let seen = &candidates[n_seen];
                    assert_eq!((seen.a, seen.b, seen.i, seen.j), (a, b, i, j));
                    let expected = table.context(strip, (i, j));
                    let values = |of: &Context| {
                        let Context { likeness, means, best_others, in_step, across, articles } = *of;
                        [likeness, means[0], means[1], best_others[0], best_others[1], in_step, across, articles]
                    };
                    for (value, expected) in values(&seen.context).into_iter().zip(values(&expected)) {
                        assert!((value - expected).abs() < 1e-5, "{seen:?} {expected:?}");
                    }
                    n_seen += 1;
                });
            }
        }
        assert_eq!(n_seen, candidates.len());
        assert!(n_seen > 50);
    }
}
