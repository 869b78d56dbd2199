//! A name as a claim prints it, with the roles beside it.

use std::ops::Range;

use crate::alignment::ClaimId;
use crate::findings::difference::Place;
use crate::findings::reading::words::Sentence;
use crate::text::Span;

/// A name in a claim.
#[derive(Clone, Debug)]
pub(in crate::findings) struct Name {
    /// Its words.
    pub(super) range: Range<usize>,
    /// Where they are printed.
    pub(super) span: Span,
    /// Its words in lower case, without initials and titles.
    pub(in crate::findings) parts: Vec<String>,
    /// The roles beside it, as `roles.tsv` names them, and its whole title.
    pub(super) roles: Vec<String>,
    /// The roles beside it elsewhere in the article, where none is here.
    pub(super) far_roles: Vec<String>,
}

impl Name {
    /// Returns a name of these words alone, for tests.
    #[cfg(test)]
    pub(super) fn of_parts<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        let parts = parts.map(str::to_owned).collect();
        Self { range: 0..0, span: Span::default(), parts, roles: Vec::new(), far_roles: Vec::new() }
    }

    /// Returns its words in the claim.
    pub(in crate::findings) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Returns the roles beside it, as `roles.tsv` names them, and its whole title.
    pub(super) fn roles(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().map(String::as_str)
    }

    /// Returns where it is.
    pub(in crate::findings) fn place(&self, claim: ClaimId) -> Place {
        Place { claim, span: self.span, quantity: None, key: self.parts.join(" ") }
    }

    /// Returns where "of" is inside it: "Ann Ward of Tarn" is Ann Ward, and so are all her names before that word.
    pub(in crate::findings) fn of(&self, sentence: &Sentence) -> Option<usize> {
        self.range.clone().find(|&idx| sentence.words[idx].lower == "of")
    }

    /// Returns its last word, or the last before "of".
    pub(super) fn surname<'a>(&'a self, sentence: &'a Sentence) -> Option<&'a str> {
        match self.of(sentence) {
            Some(of) if of > self.range.start => Some(sentence.words[of - 1].lower.as_str()),
            _ => self.parts.last().map(String::as_str),
        }
    }

    /// Returns the roles both have.
    pub(super) fn roles_with<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        let has = |role: &String| other.roles.contains(role) || other.far_roles.contains(role);
        self.roles.iter().chain(&self.far_roles).filter(move |role| has(role))
    }
}
