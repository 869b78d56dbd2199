//! Words that a person named, found again in a comparison: in their sentence, at the same place in it.

use super::anchor::Place;
use super::key::{ArticleKey, ClaimKey, Finder};
use crate::alignment::ClaimId;
use crate::analysis::Analysis;
use crate::compare::Words;
use crate::text::Span;

impl Place {
    /// Names the words at `span` of the claim `claim` of `articles`; `None` where there is no such claim or the words
    /// are outside of it.
    pub fn of_words(articles: &[Analysis], claim: ClaimId, span: Span, group: usize) -> Option<Self> {
        let analysis = articles.get(claim.article)?;
        let frame = analysis.claims.get(claim.claim.0)?.span;
        let start = span.start.checked_sub(frame.start).filter(|_| !span.is_empty() && span.end <= frame.end)?;
        let words = analysis.article.text.get(span.start..span.end)?.to_owned();
        let claim = ClaimKey::new(analysis, ArticleKey::new(&analysis.article), claim.claim)?;
        Some(Self { claim, start, words, group })
    }

    /// Returns whether both name the same words of the same sentence.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.start == other.start
            && self.words == other.words
            && self.claim.sentence == other.claim.sentence
            && self.claim.nth == other.claim.nth
            && self.claim.article.sha256 == other.claim.article.sha256
    }
}

/// Returns where the words of `place` are in `articles`, among which `finder` looks; `None` where they are gone or
/// others could be meant.
pub(super) fn find(finder: &Finder<'_>, articles: &[Analysis], place: &Place) -> Option<(ClaimId, Span)> {
    let claim = finder.claim(&place.claim)?;
    let analysis = articles.get(claim.article)?;
    let frame = analysis.claims.get(claim.claim.0)?.span;
    let start = frame.start.checked_add(place.start)?;
    let span = Span::new(start, start.checked_add(place.words.len())?);
    let is_there = span.end <= frame.end
        && !span.is_empty()
        && analysis.article.text.get(span.start..span.end) == Some(place.words.as_str());
    is_there.then_some((claim, span))
}

/// Returns the same with the value of the figure that is there.
pub(super) fn find_words(finder: &Finder<'_>, articles: &[Analysis], place: &Place) -> Option<Words> {
    let (claim, span) = find(finder, articles, place)?;
    let figures = articles.get(claim.article)?.figures.get(claim.claim.0)?;
    let overlaps = |other: &Span| other.start < span.end && span.start < other.end;
    let quantity = figures.iter().find(|figure| overlaps(&figure.span)).map(|figure| figure.quantity.clone());
    Some(Words { claim, span, quantity })
}
