//! What a decision is about, in words that mean the same in every comparison of the same articles.

use serde::{Deserialize, Serialize};

use crate::article::Article;
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
    /// The article.
    pub article: ArticleKey,
    /// The sentence as printed.
    pub sentence: String,
    /// How many equal sentences stand before it in the article.
    pub nth: usize,
    /// Where in the sentence the words begin, in bytes.
    pub start: usize,
    /// The printed words.
    pub words: String,
    /// Which of the finding's values it gives: places of one group agree.
    pub group: usize,
}

/// An article, known again by its text, or by its name where the text is another: a block was left out, a file saved anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleKey {
    /// Its name: a file's name, or the one given with the text.
    pub name: String,
    /// What people call it: its outlet, else its name.
    pub label: String,
    /// SHA-256 of its text, in lower-case hexadecimal.
    pub sha256: String,
}

impl Anchor {
    /// Names `finding` of `comparison`.
    pub fn new(comparison: &Comparison, finding: &Finding) -> Self {
        let places = finding.mentions.iter().filter_map(|mention| Place::new(comparison, mention)).collect();
        Self { kind: finding.kind, what: finding.what.clone(), places }
    }

    /// Whether its places give more than one value.
    pub(super) fn has_values(&self) -> bool {
        self.places.iter().any(|place| place.group != self.places[0].group)
    }
}

impl Place {
    fn new(comparison: &Comparison, mention: &Mention) -> Option<Self> {
        let analysis = comparison.articles.get(mention.claim.article)?;
        let (before, rest) = analysis.claims.split_at_checked(mention.claim.claim)?;
        let claim = rest.first()?;
        let sentence = analysis.words(claim.span);
        Some(Self {
            article: ArticleKey::new(&analysis.article),
            sentence: sentence.to_owned(),
            nth: before.iter().filter(|other| analysis.words(other.span) == sentence).count(),
            start: mention.span.start.saturating_sub(claim.span.start),
            words: analysis.words(mention.span).to_owned(),
            group: mention.group,
        })
    }
}

impl ArticleKey {
    /// Names `article`.
    pub fn new(article: &Article) -> Self {
        Self { name: article.name.clone(), label: article.label().to_owned(), sha256: article.text_sha256() }
    }

    /// How well `other` fits: the text counts more than the name, the name more than the outlet; 0 where neither text nor
    /// name is the same.
    pub(super) fn likeness(&self, other: &Self) -> u8 {
        let (has_text, has_name) = (self.sha256 == other.sha256, self.name == other.name);
        let sum = 4 * u8::from(has_text) + 2 * u8::from(has_name) + u8::from(self.label == other.label);
        if has_text || has_name { sum } else { 0 }
    }
}
