//! Rows over many articles out of links between two.
//!
//! Comes in: scored links. Goes out: [`Row`]s. Links are taken best first. A claim joins a row only if it is linked to at least half of
//! the row's claims in other articles, so that a chain of loosely related claims never becomes one row; otherwise the link
//! opens a row of its own. A claim may stand in several rows: a long sentence says several things. An article has at most
//! [`MOST_OF_ONE`] claims in a row: a claim split over sentences, or said again. Every link lies in some row.
//! Time: for each link, the rows of its two claims.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{ClaimId, Link, Row};

/// So many claims of one article may stand in a row: most claims that are split or repeated are so once.
const MOST_OF_ONE: usize = 2;
/// A claim must be linked to this share of a row's claims in other articles to join it.
const JOIN: f64 = 0.5;

/// The rows of `links`, in reading order. Links of equal score are taken in the order given.
pub(super) fn rows(links: &[Link]) -> Vec<Row> {
    let linked: FxHashSet<(ClaimId, ClaimId)> =
        links.iter().flat_map(|link| [(link.a, link.b), (link.b, link.a)]).collect();
    let mut order: Vec<&Link> = links.iter().collect();
    order.sort_by(|x, y| y.score.total_cmp(&x.score));
    let mut rows: Vec<Vec<ClaimId>> = Vec::new();
    let mut of: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
    for link in order {
        let empty = Vec::new();
        let (of_a, of_b) = (of.get(&link.a).unwrap_or(&empty), of.get(&link.b).unwrap_or(&empty));
        if of_a.iter().any(|row| of_b.contains(row)) {
            continue;
        }
        let joins = |row: &usize, claim: ClaimId| fits(&rows[*row], claim, &linked);
        let joined = of_a
            .iter()
            .find(|row| joins(row, link.b))
            .map(|&row| (row, link.b))
            .or_else(|| of_b.iter().find(|row| joins(row, link.a)).map(|&row| (row, link.a)));
        if let Some((row, claim)) = joined {
            rows[row].push(claim);
            of.entry(claim).or_default().push(row);
        } else {
            for claim in [link.a, link.b] {
                of.entry(claim).or_default().push(rows.len());
            }
            rows.push(vec![link.a, link.b]);
        }
    }
    finish(rows)
}

/// Whether `claim` may join `row`.
fn fits(row: &[ClaimId], claim: ClaimId, linked: &FxHashSet<(ClaimId, ClaimId)>) -> bool {
    let (own, others): (Vec<ClaimId>, Vec<ClaimId>) = row.iter().partition(|member| member.article == claim.article);
    let n_linked = others.iter().filter(|&&member| linked.contains(&(claim, member))).count();
    own.len() < MOST_OF_ONE && n_linked as f64 >= JOIN * others.len() as f64
}

/// Rows sorted inside and by place, those left out that lie wholly in another.
fn finish(mut rows: Vec<Vec<ClaimId>>) -> Vec<Row> {
    for row in &mut rows {
        row.sort_unstable();
    }
    let mut of: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
    for (idx, row) in rows.iter().enumerate() {
        for &claim in row {
            of.entry(claim).or_default().push(idx);
        }
    }
    let is_within = |idx: usize| {
        let row = &rows[idx];
        of[&row[0]].iter().any(|&other| {
            let is_larger = rows[other].len() > row.len() || rows[other].len() == row.len() && other < idx;
            other != idx && is_larger && row.iter().all(|claim| rows[other].binary_search(claim).is_ok())
        })
    };
    let mut kept: Vec<Row> =
        (0..rows.len()).filter(|&idx| !is_within(idx)).map(|idx| Row { claims: rows[idx].clone() }).collect();
    kept.sort_by(|x, y| x.claims.cmp(&y.claims));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::Certainty;

    fn id((article, claim): (usize, usize)) -> ClaimId {
        ClaimId { article, claim }
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
            .map(|row| row.claims.iter().map(|claim| (claim.article, claim.claim)).collect())
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
