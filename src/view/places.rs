//! Where a selection is in every article: its own claims, their counterparts, or nothing.

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_span, finding_at};
use crate::findings::FindingIndex;
use crate::text::Span;

/// The claims of one article that a selection leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The claims; empty where the article has no counterpart.
    pub claims: Vec<ClaimId>,
    /// The words to look at first; `None` if there is no claim.
    pub first: Option<Span>,
}

/// For each claim of each article the index of its row in the alignment.
pub fn rows_of_claims(comparison: &Comparison) -> Vec<Vec<Option<usize>>> {
    let mut rows: Vec<Vec<Option<usize>>> =
        comparison.articles.iter().map(|article| vec![None; article.claims.len()]).collect();
    for (row_idx, row) in comparison.alignment.rows.iter().enumerate() {
        for claim in &row.claims {
            if let Some(cell) = rows.get_mut(claim.article).and_then(|of_article| of_article.get_mut(claim.claim.0)) {
                cell.get_or_insert(row_idx);
            }
        }
    }
    rows
}

/// Returns the claim of article `article` that holds the byte at `offset`, or the last before it.
pub fn claim_at(comparison: &Comparison, article: usize, offset: usize) -> Option<ClaimId> {
    let claims = &comparison.articles.get(article)?.claims;
    let after = claims.partition_point(|claim| claim.span.start <= offset);
    Some(ClaimId::at(article, after.checked_sub(1)?))
}

/// Returns where `claim` and its counterparts are, for each article.
pub fn of_claim(comparison: &Comparison, claim: ClaimId) -> Vec<Place> {
    let rows = comparison.alignment.rows.iter().filter(|row| row.claims.contains(&claim));
    let mut claims: Vec<ClaimId> = rows.flat_map(|row| row.claims.iter().copied()).chain([claim]).collect();
    claims.sort_unstable();
    claims.dedup();
    let mut places = by_article(comparison, &claims);
    if let Some(place) = places.get_mut(claim.article) {
        place.first = claim_span(comparison, claim);
    }
    places
}

/// Returns where the finding at `finding` is, for each article: the words it speaks of, else the aligned claim.
pub fn of_finding(comparison: &Comparison, finding: FindingIndex) -> Vec<Place> {
    let Some(finding) = finding_at(comparison, finding) else { return Vec::new() };
    let row = finding.row.and_then(|row| comparison.alignment.row(row));
    let spoken: Vec<ClaimId> = finding.mentions.iter().map(|mention| mention.claim).collect();
    let silent = row
        .into_iter()
        .flat_map(|row| row.claims.iter().copied())
        .filter(|claim| spoken.iter().all(|other| other.article != claim.article));
    let mut claims: Vec<ClaimId> = spoken.iter().copied().chain(silent).collect();
    claims.sort_unstable();
    claims.dedup();
    let mut places = by_article(comparison, &claims);
    for mention in finding.mentions.iter().rev() {
        if let Some(place) = places.get_mut(mention.claim.article) {
            place.first = Some(mention.span);
        }
    }
    places
}

/// What a click on a passage does.
pub const SHOW_PLACE: &str = "Show in the article";

/// What is where nothing of an article was paired with what is selected: it may be silent or say it otherwise.
pub const NOT_PAIRED: &str = "not paired";

/// What that means.
pub const NOT_PAIRED_HINT: &str =
    "Nothing in this article was paired with it. The article may be silent, or say it in words that were not matched";

fn by_article(comparison: &Comparison, claims: &[ClaimId]) -> Vec<Place> {
    (0..comparison.articles.len())
        .map(|article| {
            let claims: Vec<ClaimId> = claims.iter().copied().filter(|claim| claim.article == article).collect();
            let first = claims.first().and_then(|&claim| claim_span(comparison, claim));
            Place { claims, first }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn a_claim_leads_to_its_counterparts_and_says_where_there_is_none() {
        let comparison = fixture::comparison();
        let at = |article, claim| ClaimId::at(article, claim);
        let places = of_claim(&comparison, at(1, 1));
        assert_eq!(places[0].claims, [at(0, 0)]);
        assert_eq!(places[1].claims, [at(1, 1)]);
        assert!(of_claim(&comparison, at(1, 0))[0].claims.is_empty());
    }

    #[test]
    fn a_finding_leads_to_its_words() {
        let comparison = fixture::comparison();
        let places = of_finding(&comparison, FindingIndex(0));
        let words = |article: usize| places[article].first.map(|span| comparison.articles[article].words(span));
        assert_eq!((words(0), words(1)), (Some("three"), Some("Nine")));
    }

    #[test]
    fn an_offset_between_claims_belongs_to_the_one_before() {
        let comparison = fixture::comparison();
        let end = comparison.articles[0].claims[0].span.end;
        assert_eq!(claim_at(&comparison, 0, end), Some(ClaimId::at(0, 0)));
        assert_eq!(claim_at(&comparison, 9, 0), None);
    }
}
