//! Rows over many articles out of links between two.
//!
//! Comes in: scored links. Goes out: [`Row`]s. Links are taken best first. A claim joins a row only if it is linked to
//! at least half of the row's claims in other articles, so that a chain of loosely related claims never becomes one
//! row; otherwise the link opens a row of its own. A claim may be in several rows: a long sentence says several things.
//! An article has at most [`MOST_OF_ONE`] claims in a row: a claim split over sentences, or said again. Every link lies
//! in some row. Time: for each link, the links of its claims and the members of their rows.

use rayon::prelude::*;

use super::{ClaimId, Link, Row};

/// The most claims of one article in a row: most claims that are split or repeated are so once.
const MOST_OF_ONE: usize = 2;
/// A claim must be linked to this share of a row's claims in other articles to join it.
const JOIN: f64 = 0.5;

/// The claims of all articles, numbered in reading order up to the last that has a link.
struct Linked {
    ids: Vec<ClaimId>,
    /// For each claim, those it is linked to.
    to: Vec<Vec<usize>>,
}

impl Linked {
    /// And the two claims of each link.
    fn of(links: &[Link]) -> (Self, Vec<[usize; 2]>) {
        let n_articles = links.iter().map(|link| link.a.article.max(link.b.article) + 1).max().unwrap_or(0);
        let mut n_claims = vec![0; n_articles];
        for id in links.iter().flat_map(|link| [link.a, link.b]) {
            n_claims[id.article] = (id.claim.0 + 1).max(n_claims[id.article]);
        }
        let mut ids = Vec::new();
        let mut firsts = Vec::new();
        for (article, &n_claims) in n_claims.iter().enumerate() {
            firsts.push(ids.len());
            ids.extend((0..n_claims).map(|claim| ClaimId::at(article, claim)));
        }
        let number = |id: ClaimId| firsts[id.article] + id.claim.0;
        let ends: Vec<[usize; 2]> = links.iter().map(|link| [number(link.a), number(link.b)]).collect();
        let mut to = vec![Vec::new(); ids.len()];
        for &[a, b] in &ends {
            to[a].push(b);
            to[b].push(a);
        }
        (Self { ids, to }, ends)
    }
}

/// Returns the rows of `links`, in reading order. Links of equal score are taken in the order given.
pub(super) fn rows(links: &[Link]) -> Vec<Row> {
    let (linked, ends) = Linked::of(links);
    let mut order: Vec<(f64, usize)> = links.iter().enumerate().map(|(idx, link)| (link.score, idx)).collect();
    order.par_sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); linked.ids.len()];
    let mut joining = Joining { linked: &linked, claim: usize::MAX, marks: vec![usize::MAX; linked.ids.len()] };
    for [a, b] in order.into_iter().map(|(_, link)| ends[link]) {
        if of[a].iter().any(|row| of[b].contains(row)) {
            continue;
        }
        let mut find = |row_of: usize, claim: usize| {
            let row = of[row_of].iter().find(|&&row| joining.fits(&rows[row], claim));
            row.map(|&row| (row, claim))
        };
        if let Some((row, claim)) = find(a, b).or_else(|| find(b, a)) {
            rows[row].push(claim);
            of[claim].push(row);
        } else {
            for claim in [a, b] {
                of[claim].push(rows.len());
            }
            rows.push(vec![a, b]);
        }
    }
    finish(rows, &of, &linked.ids)
}

/// Asks whether claims may join rows; what the last claim asked for is linked to bears its mark.
struct Joining<'a> {
    linked: &'a Linked,
    claim: usize,
    marks: Vec<usize>,
}

impl Joining<'_> {
    /// Whether `claim` may join `row`.
    fn fits(&mut self, row: &[usize], claim: usize) -> bool {
        if self.claim != claim {
            self.claim = claim;
            self.linked.to[claim].iter().for_each(|&other| self.marks[other] = claim);
        }
        let article = self.linked.ids[claim].article;
        let (mut n_own, mut n_linked) = (0, 0);
        for &member in row {
            let is_own = self.linked.ids[member].article == article;
            n_own += usize::from(is_own);
            n_linked += usize::from(!is_own && self.marks[member] == claim);
        }
        n_own < MOST_OF_ONE && n_linked as f64 >= JOIN * (row.len() - n_own) as f64
    }
}

/// Rows sorted inside and by place, those left out that lie wholly in another. `of` has the rows of each claim.
fn finish(mut rows: Vec<Vec<usize>>, of: &[Vec<usize>], ids: &[ClaimId]) -> Vec<Row> {
    rows.par_iter_mut().for_each(|row| row.sort_unstable());
    let is_within = |idx: usize| {
        let row = &rows[idx];
        of[row[0]].iter().any(|&other| {
            let is_larger = rows[other].len() > row.len() || rows[other].len() == row.len() && other < idx;
            other != idx && is_larger && row.iter().all(|claim| rows[other].binary_search(claim).is_ok())
        })
    };
    let mut kept: Vec<&Vec<usize>> =
        rows.iter().enumerate().filter(|(idx, _)| !is_within(*idx)).map(|(_, row)| row).collect();
    kept.sort();
    kept.into_iter().map(|row| Row { claims: row.iter().map(|&claim| ids[claim]).collect() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::Certainty;

    fn id((article, claim): (usize, usize)) -> ClaimId {
        ClaimId::at(article, claim)
    }

    /// Article and claim.
    type Place = (usize, usize);

    fn check(links: &[(Place, Place, f64)], expected: &[&[Place]]) {
        let links: Vec<Link> = links
            .iter()
            .map(|&(a, b, score)| Link { a: id(a), b: id(b), score, certainty: Certainty::Low, shared: Vec::new() })
            .collect();
        let rows: Vec<Vec<Place>> = rows(&links)
            .into_iter()
            .map(|row| row.claims.iter().map(|claim| (claim.article, claim.claim.0)).collect())
            .collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn one_claim_in_three_articles() {
        check(&[((0, 0), (1, 2), 0.9), ((0, 0), (2, 1), 0.8), ((1, 2), (2, 1), 0.7)], &[&[(0, 0), (1, 2), (2, 1)]]);
    }

    #[test]
    fn a_claim_split_over_two_sentences() {
        check(&[((0, 0), (1, 0), 0.9), ((0, 0), (1, 1), 0.8)], &[&[(0, 0), (1, 0), (1, 1)]]);
    }

    #[test]
    fn a_chain_is_cut() {
        let chain = [((0, 0), (1, 0), 0.9), ((1, 0), (2, 0), 0.8), ((2, 0), (3, 0), 0.7), ((3, 0), (4, 0), 0.6)];
        check(&chain, &[&[(0, 0), (1, 0), (2, 0)], &[(2, 0), (3, 0), (4, 0)]]);
    }

    #[test]
    fn a_long_sentence_stands_in_two_rows() {
        let links = [((0, 0), (1, 0), 0.9), ((0, 0), (1, 1), 0.8), ((0, 0), (1, 2), 0.7)];
        check(&links, &[&[(0, 0), (1, 0), (1, 1)], &[(0, 0), (1, 2)]]);
    }

    #[test]
    fn no_links_no_rows() {
        check(&[], &[]);
    }
}
