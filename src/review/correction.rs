//! What a person says of figures: that one was read wrongly, that two speak of one thing or of two, and what she found
//! by herself.

use serde::{Deserialize, Serialize};

use super::anchor::{Anchor, Place};

/// A figure that was read wrongly; it overrides the machine's reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The figure as printed.
    pub place: Place,
    /// What it means, as typed: "24", "2.4 million euros", "7 November 2019"; empty where the program's value is kept.
    #[serde(default)]
    pub value: String,
    /// What it counts, in words of its sentence; empty where the program's word is kept.
    #[serde(default)]
    pub what: String,
    /// When it was said, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// Figures that a person put into one fact, or took apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regrouping {
    /// What was done.
    pub kind: RegroupingKind,
    /// The figure that was put in or taken out.
    pub place: Place,
    /// The figures that it is then grouped with, or no longer does.
    pub others: Vec<Place>,
    /// When, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// What can be done with a figure and a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegroupingKind {
    /// It speaks of the same thing.
    Together,
    /// It does not.
    Apart,
}

/// A finding that a person made from words of several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// What it is about, and the words that it sets against each other: places of one group agree.
    pub anchor: Anchor,
    /// When it was made, by universal time in ISO 8601; `None` if no clock was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

impl Correction {
    /// Returns whether both speak of the same figure.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        self.place.is_same(&other.place)
    }

    /// Returns whether both say the same of it, at whatever time.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.is_about(other) && self.value == other.value && self.what == other.what
    }
}

impl Regrouping {
    /// Returns whether both speak of the same figures.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        self.place.is_same(&other.place)
            && self.others.iter().any(|one| other.others.iter().any(|known| one.is_same(known)))
    }

    /// Returns whether both say the same of them, at whatever time.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.is_about(other)
    }
}

impl Own {
    /// Returns whether both set the same words against each other.
    pub(super) fn is_about(&self, other: &Self) -> bool {
        self.anchor.is_same(&other.anchor)
    }
}
