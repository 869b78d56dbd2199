//! What the machine found when a session was saved, so that it can be told later whether the same comes out.

use serde::{Deserialize, Serialize};

use crate::compare::Comparison;
use crate::findings::{Finding, FindingKind};
use crate::report::json::{CertaintyJson, FindingKindJson, RelationJson};

/// The differences of a comparison, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    /// The version of the program that found them: "0.2.0".
    pub version: String,
    /// The differences.
    pub findings: Vec<FoundFinding>,
}

/// A difference, as far as it must come out again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FoundFinding {
    /// Its name in that comparison.
    pub id: String,
    /// What differs, by the word of the JSON contract.
    pub kind: String,
    /// What kind of difference it is, by that contract's word.
    pub relation: String,
    /// How sure that is, by that contract's word.
    pub certainty: String,
    /// What it speaks of.
    pub what: String,
    /// Its places.
    pub places: Vec<FoundPlace>,
}

/// A place that a difference speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct FoundPlace {
    /// Index of the article.
    pub article: usize,
    /// First byte of the words in its text.
    pub start: usize,
    /// Past their last byte.
    pub end: usize,
    /// Which of the values it gives.
    pub group: usize,
}

impl Found {
    /// Returns what `comparison` found.
    pub fn of(comparison: &Comparison) -> Self {
        let findings = comparison.findings.findings.iter().map(FoundFinding::of).collect();
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), findings }
    }
}

impl FoundFinding {
    fn of(finding: &Finding) -> Self {
        let place = |mention: &crate::findings::Mention| FoundPlace {
            article: mention.claim.article,
            start: mention.span.start,
            end: mention.span.end,
            group: mention.group,
        };
        Self {
            id: finding.id.clone(),
            kind: FindingKindJson::from(finding.kind).word().to_owned(),
            relation: RelationJson::from(finding.relation).word().to_owned(),
            certainty: CertaintyJson::from(finding.certainty).word().to_owned(),
            what: finding.what.clone(),
            places: finding.mentions.iter().map(place).collect(),
        }
    }

    /// Whether it is about the same words as `other`, whatever is said of them.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        let places = |one: &Self| {
            let mut places: Vec<_> = one.places.iter().map(|place| (place.article, place.start, place.end)).collect();
            places.sort_unstable();
            places
        };
        self.kind == other.kind && places(self) == places(other)
    }

    /// Whether the same is said of the same words; its name may be another.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.is_about(other)
            && self.relation == other.relation
            && self.certainty == other.certainty
            && self.what == other.what
            && self.places == other.places
    }

    /// Returns what it says, in a line: "F003 conflict (high): people sentenced".
    pub(super) fn line(&self) -> String {
        let relation = match self.kind == FindingKindJson::from(FindingKind::OnlyIn).word() {
            true => "only in some",
            false => &self.relation,
        };
        format!("{} {relation} ({}): {}", self.id, self.certainty, self.what)
    }
}
