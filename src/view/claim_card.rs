//! The card of a selected claim: its words, its counterparts, what was mended about it, and the note on it.

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::claim_words;
use crate::review::{NoteOn, Standing};
use crate::view::places;
use crate::wording::visible::visible;
use crate::wording::{desk_words, note_words};

/// Above the counterparts.
pub const COUNTERPARTS: &str = "Counterparts in other articles";
/// Above the claims that only have something in common with it.
pub const RELATED: &str = "Perhaps related";
/// What is there where there is none.
pub const NONE: &str = "No sentence of another article was paired with it";

/// The card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCard {
    /// The claim.
    pub claim: ClaimId,
    /// Its place: "A 3 Harbour Wire".
    pub title: String,
    /// Its words.
    pub words: String,
    /// Its counterparts, each with its place and its words.
    pub counterparts: Vec<(ClaimId, String)>,
    /// Claims of other articles that probably have something in common with it, each with its place and its words.
    pub related: Vec<(ClaimId, String)>,
    /// What was mended about it, a line each.
    pub mends: Vec<String>,
    /// The note on it.
    pub note: Option<String>,
}

/// Returns the card of `claim`; `None` where there is no such claim.
pub fn claim_card(comparison: &Comparison, standing: &Standing, claim: ClaimId) -> Option<ClaimCard> {
    let words = |claim: ClaimId| claim_words(comparison, claim).map(visible);
    let label = comparison.articles.get(claim.article)?.article.label();
    let places = places::of_claim(comparison, claim);
    let others = places.iter().flat_map(|place| &place.claims).filter(|other| other.article != claim.article);
    let others: Vec<ClaimId> = others.copied().collect();
    let listed =
        |other: ClaimId| (other, format!("{}  {}", note_words::place(other), words(other).unwrap_or_default()));
    let related = comparison.alignment.related.iter().filter_map(|link| match (link.a == claim, link.b == claim) {
        (true, _) => Some(link.b),
        (_, true) => Some(link.a),
        (false, false) => None,
    });
    Some(ClaimCard {
        claim,
        title: format!("{} {}", note_words::place(claim), visible(label)),
        words: words(claim)?,
        related: related.filter(|other| !others.contains(other)).map(listed).collect(),
        counterparts: others.into_iter().map(listed).collect(),
        mends: standing
            .mends_of(claim)
            .map(note_words::mend)
            .chain(desk_words::pins(comparison, standing, |other, _| other == claim))
            .collect(),
        note: standing.note(NoteOn::Claim(claim)).map(|note| note.text.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::{Certainty, Link};
    use crate::wording::fixture;

    #[test]
    fn a_card_names_the_counterparts() {
        let comparison = fixture::comparison();
        let card = |article, claim| claim_card(&comparison, &Standing::default(), ClaimId::at(article, claim));
        let first = card(0, 0).unwrap();
        assert_eq!(first.title, "A 1 Post");
        assert_eq!(first.counterparts[0].1, "B 2  Nine smugglers were sentenced by a court.");
        assert!(card(1, 0).unwrap().counterparts.is_empty());
        assert_eq!(card(0, 9), None);
    }

    #[test]
    fn what_is_only_related_stands_apart() {
        let mut comparison = fixture::comparison();
        let at = |article, claim| ClaimId::at(article, claim);
        let weak = |a, b| Link { a, b, score: 0.3, certainty: Certainty::Low, shared: Vec::new() };
        comparison.alignment.related = vec![weak(at(0, 0), at(1, 0)), weak(at(0, 0), at(1, 1))];
        let card = claim_card(&comparison, &Standing::default(), at(0, 0)).expect("there is such a claim");
        let related: Vec<ClaimId> = card.related.iter().map(|(claim, _)| *claim).collect();
        assert_eq!(related, [at(1, 0)], "a counterpart is listed once");
    }
}
