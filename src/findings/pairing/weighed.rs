//! The pairs of a story with what each was weighed by, for fitting the weights in [`super::evidence`].

use super::hints;
use super::pairs::{self, Pair, Place};
use crate::alignment::{Alignment, ClaimId};
use crate::analysis::Analysis;
use crate::findings::canonical;
use crate::findings::quantity::values::Match;
use crate::findings::reading::words::Story;
use crate::text::Span;

/// A pair of figures as it was weighed, for fitting the weights.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The claims and where in the article the figures stand.
    pub places: [(ClaimId, Span); 2],
    /// Whether a value fits both.
    pub values_meet: bool,
    /// What is weighed in any case; the first is always 1.
    pub measures: Vec<f64>,
    /// What is weighed where the values differ; the first is always 1.
    pub measures_apart: Vec<f64>,
}

/// Every pair of figures that was weighed, by link.
pub fn weighed(articles: &[Analysis], alignment: &Alignment) -> Vec<Weighed> {
    let canonical = canonical::order(articles);
    let story = Story::read(canonical.articles(articles));
    let links = hints::with_hints(&story, canonical.links(&alignment.links));
    let place = |(claim, figure): Place| {
        let span = story.articles[claim.article].figures[claim.claim][figure].span;
        (canonical.given(claim), span)
    };
    let one = |pair: Pair| Weighed {
        places: [place(pair.a), place(pair.b)],
        values_meet: matches!(pair.matches, Match::Same | Match::Rounded | Match::Admits),
        measures: pair.evidence.measures().to_vec(),
        measures_apart: pair.evidence.measures_apart().to_vec(),
    };
    pairs::weighed(&story, &links).into_iter().flatten().map(one).collect()
}
