//! What a person mended in an alignment, put in place of what the machine says.
//!
//! Takes the machine's alignment, and which claims a person linked, unlinked, or said to have no counterpart. Returns
//! the alignment with that in place of the machine's word; and after the findings were made, those that set unlinked
//! claims against each other are taken out. Nothing else changes: other links, rows and findings stay as they are.
//! Time: the rows for each thing mended.

use rustc_hash::FxHashSet;

use super::by_hand::{ByHand, still_says_something};
use crate::alignment::{Alignment, Certainty, ClaimId, Link, Row};
use crate::findings::{Fact, Finding, Findings, Mention};

/// What a person mended, by claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mends {
    /// Claims of different articles that say the same thing.
    pub linked: Vec<[ClaimId; 2]>,
    /// Claims that do not.
    pub apart: Vec<[ClaimId; 2]>,
    /// Claims without a counterpart in any other article.
    pub alone: Vec<ClaimId>,
    /// What was done with facts and findings.
    pub by_hand: ByHand,
}

impl Mends {
    /// Returns whether nothing was mended in the alignment.
    pub fn is_empty(&self) -> bool {
        self.linked.is_empty() && self.apart.is_empty() && self.alone.is_empty()
    }

    /// Returns whether `claim` has a part in anything that was mended.
    pub fn hold(&self, claim: ClaimId) -> bool {
        self.alone.contains(&claim) || self.linked.iter().chain(&self.apart).any(|pair| pair.contains(&claim))
    }

    /// Whether a person said that `a` and `b` do not say the same thing.
    fn are_apart(&self, a: ClaimId, b: ClaimId) -> bool {
        a.article != b.article && (self.alone.contains(&a) || self.alone.contains(&b) || is_among(&self.apart, a, b))
    }

    /// Puts what was mended in place of the machine's word.
    pub(super) fn align(&self, alignment: &mut Alignment) {
        if self.is_empty() {
            return;
        }
        alignment.links.retain(|link| !self.are_apart(link.a, link.b));
        for weaker in [&mut alignment.related, &mut alignment.near_misses] {
            weaker.retain(|link| !self.are_apart(link.a, link.b) && !is_among(&self.linked, link.a, link.b));
        }
        for &[a, b] in &self.linked {
            let (a, b) = (a.min(b), a.max(b));
            match alignment.links.iter_mut().find(|link| (link.a, link.b) == (a, b)) {
                Some(link) => (link.score, link.certainty) = (1.0, Certainty::High),
                None => alignment.links.push(Link { a, b, score: 1.0, certainty: Certainty::High, shared: Vec::new() }),
            }
        }
        alignment.links.sort_by_key(|link| (link.a, link.b));
        alignment.rows = self.rows(std::mem::take(&mut alignment.rows));
    }

    fn rows(&self, rows: Vec<Row>) -> Vec<Row> {
        let mut rows: Vec<Vec<ClaimId>> = rows.into_iter().flat_map(|row| self.split(row.claims)).collect();
        for pair in &self.linked {
            if rows.iter().any(|row| pair.iter().all(|claim| row.contains(claim))) {
                continue;
            }
            let row_of = |claim: &ClaimId| rows.iter().position(|row| row.contains(claim));
            let known: Vec<usize> = pair.iter().filter_map(row_of).collect();
            let mut joined: Vec<ClaimId> =
                known.iter().flat_map(|&row| rows[row].iter().copied()).chain(*pair).collect();
            joined.sort_unstable();
            joined.dedup();
            let is_sound = joined.iter().all(|&a| joined.iter().all(|&b| !self.are_apart(a, b)));
            if is_sound {
                let mut idx = 0;
                rows.retain(|_| {
                    idx += 1;
                    !known.contains(&(idx - 1))
                });
            }
            rows.push(if is_sound { joined } else { pair.to_vec() });
        }
        rows.iter_mut().for_each(|row| row.sort_unstable());
        rows.sort();
        rows.dedup();
        let is_within = |row: &Vec<ClaimId>| {
            rows.iter().any(|other| other.len() > row.len() && row.iter().all(|claim| other.contains(claim)))
        };
        // Only rows with claims that were mended can have become a part of another.
        let is_kept = |row: &&Vec<ClaimId>| !(row.iter().any(|&claim| self.hold(claim)) && is_within(row));
        rows.iter().filter(is_kept).map(|row| Row { claims: row.clone() }).collect()
    }

    /// The parts of a row in which no two claims are apart; none that lies in one article.
    fn split(&self, row: Vec<ClaimId>) -> Vec<Vec<ClaimId>> {
        if row.iter().all(|claim| claim.article == row[0].article) {
            return Vec::new();
        }
        let apart = row
            .iter()
            .enumerate()
            .find_map(|(at, &a)| row[at + 1..].iter().find(|&&b| self.are_apart(a, b)).map(|&b| (a, b)));
        let Some((a, b)) = apart else { return vec![row] };
        let without = |gone: ClaimId| row.iter().copied().filter(|&claim| claim != gone).collect::<Vec<_>>();
        [without(b), without(a)].into_iter().flat_map(|part| self.split(part)).collect()
    }

    /// Takes out of `findings` what sets claims against each other that are apart.
    pub(super) fn weed(&self, findings: &mut Findings) {
        if self.apart.is_empty() && self.alone.is_empty() {
            return;
        }
        let before: FxHashSet<String> = ids(findings);
        findings.findings.retain_mut(|finding| self.weed_finding(finding));
        findings.agreements.retain_mut(|finding| self.weed_finding(finding));
        let left = ids(findings);
        findings.facts.retain(|fact| left.contains(&fact.finding) || !before.contains(&fact.finding));
        for fact in &mut findings.facts {
            self.weed_fact(fact);
        }
    }

    /// Leaves of `finding` the largest part in which no two claims are apart; whether that still says something.
    fn weed_finding(&self, finding: &mut Finding) -> bool {
        let claims: Vec<ClaimId> = finding.mentions.iter().map(|mention| mention.claim).collect();
        let kept = self.largest(&claims);
        if kept.len() == claims.iter().collect::<FxHashSet<_>>().len() {
            return true;
        }
        finding.mentions.retain(|mention| kept.contains(&mention.claim));
        still_says_something(finding)
    }

    fn weed_fact(&self, fact: &mut Fact) {
        let claims: Vec<ClaimId> = fact.cells.iter().flatten().map(|mention: &Mention| mention.claim).collect();
        let kept = self.largest(&claims);
        for cell in &mut fact.cells {
            cell.retain(|mention| kept.contains(&mention.claim));
        }
    }

    /// The largest part of `claims` in which no two are apart, of several the one with the first claim.
    fn largest(&self, claims: &[ClaimId]) -> Vec<ClaimId> {
        let mut best: Vec<ClaimId> = Vec::new();
        for (at, &first) in claims.iter().enumerate() {
            let mut part = vec![first];
            for &claim in claims[..at].iter().chain(&claims[at + 1..]) {
                if !part.contains(&claim) && part.iter().all(|&other| !self.are_apart(claim, other)) {
                    part.push(claim);
                }
            }
            if part.len() > best.len() {
                best = part;
            }
        }
        best
    }
}

fn is_among(pairs: &[[ClaimId; 2]], a: ClaimId, b: ClaimId) -> bool {
    pairs.iter().any(|pair| pair.contains(&a) && pair.contains(&b))
}

fn ids(findings: &Findings) -> FxHashSet<String> {
    findings.findings.iter().chain(&findings.agreements).map(|finding| finding.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at((article, claim): (usize, usize)) -> ClaimId {
        ClaimId::at(article, claim)
    }

    fn check(mends: &Mends, rows: &[&[(usize, usize)]], expected: &[&[(usize, usize)]]) {
        let rows = rows.iter().map(|row| Row { claims: row.iter().copied().map(at).collect() }).collect();
        let mut alignment = Alignment { rows, ..Alignment::default() };
        mends.align(&mut alignment);
        let told: Vec<Vec<(usize, usize)>> = alignment
            .rows
            .iter()
            .map(|row| row.claims.iter().map(|claim| (claim.article, claim.claim.0)).collect())
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_claim_without_counterpart_leaves_its_rows() {
        let mends = Mends { alone: vec![at((1, 1))], ..Mends::default() };
        check(&mends, &[&[(0, 0), (1, 1)], &[(0, 2), (1, 1), (2, 2)]], &[&[(0, 2), (2, 2)]]);
    }

    #[test]
    fn claims_that_are_apart_share_no_row() {
        let mends = Mends { apart: vec![[at((0, 0)), at((1, 1))]], ..Mends::default() };
        check(&mends, &[&[(0, 0), (1, 1)]], &[]);
        check(&mends, &[&[(0, 0), (1, 1), (2, 2)]], &[&[(0, 0), (2, 2)], &[(1, 1), (2, 2)]]);
        check(&mends, &[&[(0, 3), (1, 3)]], &[&[(0, 3), (1, 3)]]);
    }

    #[test]
    fn a_link_joins_the_rows_of_both() {
        let mends = Mends { linked: vec![[at((2, 2)), at((0, 0))]], ..Mends::default() };
        check(&mends, &[], &[&[(0, 0), (2, 2)]]);
        check(&mends, &[&[(0, 0), (1, 1)]], &[&[(0, 0), (1, 1), (2, 2)]]);
        check(&mends, &[&[(0, 0), (1, 1)], &[(2, 2), (3, 3)]], &[&[(0, 0), (1, 1), (2, 2), (3, 3)]]);
        let both = Mends { apart: vec![[at((1, 1)), at((2, 2))]], ..mends };
        check(&both, &[&[(0, 0), (1, 1)]], &[&[(0, 0), (1, 1)], &[(0, 0), (2, 2)]]);
    }
}
