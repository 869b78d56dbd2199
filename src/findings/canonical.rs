//! One order of the articles that depends on nothing but what they say, so that findings are the same whatever order
//! they were given in.

use crate::alignment::{Alignment, ClaimId, Link, Row};
use crate::analysis::Analysis;
use crate::findings::{Fact, Finding};
use crate::story::order::Order;

/// A way from the given order to the canonical one and back.
pub(super) struct Canonical {
    /// The given index at each canonical place.
    given: Vec<usize>,
    /// The canonical place of each given index.
    place: Vec<usize>,
}

/// Orders `articles` by when they were published, then by their text, then by what they are called.
pub(super) fn order(articles: &[Analysis]) -> Canonical {
    let Order { given, place } = Order::of(articles);
    Canonical { given, place }
}

impl Canonical {
    /// Returns the articles in canonical order.
    pub(super) fn articles<'a>(&self, articles: &'a [Analysis]) -> Vec<&'a Analysis> {
        self.given.iter().map(|&idx| &articles[idx]).collect()
    }

    fn claim(&self, claim: ClaimId) -> ClaimId {
        ClaimId { article: self.place[claim.article], ..claim }
    }

    /// Returns the links in canonical order, the earlier article first.
    pub(super) fn links(&self, links: &[Link]) -> Vec<Link> {
        let mut links: Vec<Link> = links
            .iter()
            .map(|link| {
                let (a, b) = (self.claim(link.a), self.claim(link.b));
                Link { a: a.min(b), b: a.max(b), shared: Vec::new(), ..link.clone() }
            })
            .collect();
        links.sort_by_key(|link| (link.a, link.b));
        links
    }

    /// Returns the rows with their claims in canonical order; the rows themselves keep their place.
    pub(super) fn rows(&self, alignment: &Alignment) -> Vec<Row> {
        alignment
            .rows
            .iter()
            .map(|row| Row { claims: row.claims.iter().map(|&claim| self.claim(claim)).collect() })
            .collect()
    }

    /// Returns the claim as it was given.
    pub(super) fn given(&self, claim: ClaimId) -> ClaimId {
        ClaimId { article: self.given[claim.article], ..claim }
    }

    /// Brings `finding` back to the given order.
    pub(super) fn restore(&self, finding: &mut Finding) {
        for mention in &mut finding.mentions {
            mention.claim.article = self.given[mention.claim.article];
        }
        finding.mentions.sort_by_key(|mention| (mention.group, mention.claim, mention.span));
    }

    /// Returns the groups of articles by their given index, each sorted, by their first article.
    pub(super) fn given_groups(&self, groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut given: Vec<Vec<usize>> =
            groups.into_iter().map(|group| group.into_iter().map(|at| self.given[at]).collect()).collect();
        given.iter_mut().for_each(|group| group.sort_unstable());
        given.sort_unstable();
        given
    }

    /// Brings the columns of `fact` back to the given order.
    pub(super) fn restore_fact(&self, fact: &mut Fact) {
        let mut cells = vec![Vec::new(); fact.cells.len()];
        let mut is_silent = vec![false; fact.is_silent.len()];
        for (at, mut cell) in std::mem::take(&mut fact.cells).into_iter().enumerate() {
            for mention in &mut cell {
                mention.claim.article = self.given[mention.claim.article];
            }
            is_silent[self.given[at]] = fact.is_silent[at];
            cells[self.given[at]] = cell;
        }
        (fact.cells, fact.is_silent) = (cells, is_silent);
    }
}
