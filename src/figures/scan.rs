//! One stretch of text under the eyes of the recognizers: its tokens, its words, what is known around it.

use super::Context;
use super::token::{Token, mark};
use super::vocabulary::{Class, Vocabulary, is_dash};
use crate::text::Span;

/// A stretch of text that has been cut into tokens.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    /// The stretch.
    pub(super) text: &'a str,
    /// Its tokens.
    pub(super) tokens: &'a [Token],
    /// The words that the lists name.
    pub(super) vocabulary: &'a Vocabulary,
    /// What is known around the text.
    pub(super) context: Context,
}

impl Scan<'_> {
    /// Returns the token at `at`; outside the stretch, [`Token::OUTSIDE`].
    pub(super) fn token(&self, at: usize) -> Token {
        self.tokens.get(at).copied().unwrap_or(Token::OUTSIDE)
    }

    /// Returns the token `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> Token {
        at.checked_sub(back).map_or(Token::OUTSIDE, |at| self.token(at))
    }

    /// Returns the code of the token at `at`.
    pub(super) fn code(&self, at: usize) -> u32 {
        self.token(at).code
    }

    /// Returns whether the token at `at` has one of `classes`.
    pub(super) fn has(&self, at: usize, classes: Class) -> bool {
        self.token(at).class & classes != 0
    }

    /// Returns whether the token at `at` is one of `codes`.
    pub(super) fn is_any(&self, at: usize, codes: &[u32]) -> bool {
        codes.contains(&self.code(at))
    }

    /// Returns whether the token at `at` is the mark `c`.
    pub(super) fn is_mark(&self, at: usize, c: char) -> bool {
        self.code(at) == mark(c)
    }

    /// Returns whether the token at `at` stands close to the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at < self.tokens.len() && !self.token(at).is_spaced()
    }

    /// Returns whether the token at `at` is a dash close to its neighbors.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        is_dash(self.code(at)) && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// Returns the printed token.
    pub(super) fn printed(&self, at: usize) -> &str {
        let token = self.token(at);
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// Returns the stretch from the token `first` up to, not including, the token `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.token(first).start as usize;
        let last = self.before(end, 1).end as usize;
        Span::new(start, last.max(start))
    }

    /// Returns how many digits the number at `at` has; 0 where it is no plain whole number.
    pub(super) fn n_digits(&self, at: usize) -> usize {
        let printed = self.printed(at);
        if self.token(at).is_number() && printed.bytes().all(|b| b.is_ascii_digit()) { printed.len() } else { 0 }
    }

    /// Returns the whole number at `at`, printed in digits without marks.
    pub(super) fn whole(&self, at: usize) -> Option<u32> {
        if self.n_digits(at) == 0 { None } else { self.printed(at).parse().ok() }
    }
}
