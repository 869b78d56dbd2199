//! What a decision is about, in words that mean the same in every comparison of the same articles.

use serde::{Deserialize, Serialize};

use super::key::{ArticleKey, ClaimKey};
use crate::compare::Comparison;
use crate::findings::{Finding, FindingKind, Mention};

/// A finding, named by what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// What differs.
    pub kind: FindingKind,
    /// What is counted or spoken of, for people to recognize it by.
    pub what: String,
    /// The places it speaks of.
    pub places: Vec<Place>,
}

/// A place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The sentence.
    #[serde(flatten)]
    pub claim: ClaimKey,
    /// Where in the sentence the words begin, in bytes.
    pub start: usize,
    /// The printed words.
    pub words: String,
    /// Which of the finding's values it gives: places of one group agree.
    pub group: usize,
}

impl Anchor {
    /// Names `finding` of `comparison`.
    pub fn new(comparison: &Comparison, finding: &Finding) -> Self {
        let keys: Vec<ArticleKey> =
            comparison.articles.iter().map(|analysis| ArticleKey::new(&analysis.article)).collect();
        let places = finding.mentions.iter().filter_map(|mention| Place::new(comparison, &keys, mention)).collect();
        Self { kind: finding.kind, what: finding.what.clone(), places }
    }

    /// Returns whether both are about the same words of the same kind, in whatever order.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.places.len() == other.places.len()
            && self.places.iter().all(|place| other.places.iter().any(|known| known.is_same(place)))
    }

    /// Returns whether its places give more than one value.
    pub(super) fn has_values(&self) -> bool {
        self.places.iter().any(|place| place.group != self.places[0].group)
    }
}

impl Place {
    fn new(comparison: &Comparison, keys: &[ArticleKey], mention: &Mention) -> Option<Self> {
        let analysis = comparison.articles.get(mention.claim.article)?;
        let span = analysis.claims.get(mention.claim.claim.0)?.span;
        Some(Self {
            claim: ClaimKey::new(analysis, keys.get(mention.claim.article)?.clone(), mention.claim.claim)?,
            start: mention.span.start.saturating_sub(span.start),
            words: analysis.words(mention.span).to_owned(),
            group: mention.group,
        })
    }
}
