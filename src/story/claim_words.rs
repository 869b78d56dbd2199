//! The words of one claim.
//!
//! A claim has its [`Word`]s in order, as printed; a [`Piece`](ClaimWords::pieces) is a word, or a part of one that an
//! apostrophe or the periods of an abbreviation hold together. Everything is an index or a range into the words: none
//! of it allocates.

use std::ops::Range;

use crate::text::Span;
use crate::text::word::{PART, Signs};

/// The place of a form in the story's [vocabulary](super::vocabulary).
pub(super) type FormId = u32;

/// A set of what is known of a word.
type Flags = u16;

const CAPITAL: Flags = 1;
const CAPITALS: Flags = 1 << 1;
const FIGURE: Flags = 1 << 2;
const DIGITS: Flags = 1 << 3;
const QUOTED: Flags = 1 << 4;
const CREDIT: Flags = 1 << 5;
const NAME: Flags = 1 << 6;
const STOP: Flags = 1 << 7;
/// It is cut into separate pieces.
const PARTED: Flags = 1 << 8;

/// A word of a claim. What it means is asked of the [`Story`](super::Story).
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it is printed.
    pub span: Span,
    /// What is between it and the word before, or the beginning of the claim.
    pub signs: Signs,
    pub(super) form: FormId,
    flags: Flags,
}

impl Word {
    pub(super) fn new(span: Span, signs: Signs, form: FormId) -> Self {
        Self { span, signs, form, flags: 0 }
    }

    fn has(&self, flag: Flags) -> bool {
        self.flags & flag != 0
    }

    /// Returns whether one of `signs` is between it and the word before.
    pub fn after(&self, signs: Signs) -> bool {
        self.signs & signs != 0
    }

    /// Returns whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.has(CAPITAL)
    }

    /// Returns whether it has several letters, all of them capitals: "US", "U.S.", and the place in a dateline.
    pub fn is_capitals(&self) -> bool {
        self.has(CAPITALS)
    }

    /// Returns whether it belongs to a figure.
    pub fn is_figure(&self) -> bool {
        self.has(FIGURE)
    }

    /// Returns whether it belongs to a figure or begins with a digit.
    pub fn is_number(&self) -> bool {
        self.has(FIGURE | DIGITS)
    }

    /// Returns whether it is between quotation marks.
    pub fn is_quoted(&self) -> bool {
        self.has(QUOTED)
    }

    /// Returns whether it belongs to the phrase that says who said it.
    pub fn is_credit(&self) -> bool {
        self.has(CREDIT)
    }

    /// Returns whether it is capitalized and neither the start of a sentence nor the style of a headline explains that.
    pub fn is_name(&self) -> bool {
        self.has(NAME)
    }

    /// Returns whether it carries no content of its own. A word all in capitals outside a headline ("US", "WHO") is no
    /// such word.
    pub fn is_stop(&self) -> bool {
        self.has(STOP)
    }

    /// Returns whether its pieces are others than itself.
    pub(super) fn is_parted(&self) -> bool {
        self.has(PARTED)
    }

    /// Returns whether it tells something of its own: neither a stop word nor a number.
    pub fn is_telling(&self) -> bool {
        !self.has(STOP | FIGURE | DIGITS)
    }
}

/// What a word's place and spelling tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) is_capital: bool,
    pub(super) is_capitals: bool,
    pub(super) is_figure: bool,
    pub(super) has_digit_first: bool,
    pub(super) is_quoted: bool,
    pub(super) is_credit: bool,
}

/// The words of a claim in order.
#[derive(Clone, Debug, Default)]
pub struct ClaimWords {
    /// The words.
    pub words: Vec<Word>,
    /// For each figure of the claim, the words it covers; never empty but for a figure without a word ("%").
    pub figures: Vec<Range<usize>>,
    /// The pieces of words that are more than one, or less than all, of a word's, each with the place of its word, in
    /// order.
    parts: Vec<(u32, Word)>,
}

impl ClaimWords {
    /// Returns the words that `span` touches.
    pub fn words_at(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.end <= span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        start..end.max(start)
    }

    /// Returns the words of figure `figure` of the claim, counted from 0.
    pub fn figure(&self, figure: usize) -> Range<usize> {
        self.figures.get(figure).cloned().unwrap_or(0..0)
    }

    /// Returns `words` and up to `reach` more on each side.
    pub fn window(&self, words: Range<usize>, reach: usize) -> Range<usize> {
        words.start.saturating_sub(reach)..(words.end + reach).min(self.words.len())
    }

    /// Returns `words` and those around them up to the next sign that parts words of a phrase: comma, dash, bracket,
    /// colon.
    pub fn phrase(&self, words: Range<usize>) -> Range<usize> {
        let is_parted = |idx: usize| self.words.get(idx).is_none_or(|word| word.after(PART));
        let start = (0..=words.start).rev().find(|&idx| idx == 0 || is_parted(idx)).unwrap_or(0);
        let end = (words.end..self.words.len()).find(|&idx| is_parted(idx)).unwrap_or(self.words.len());
        start..end
    }

    /// Returns the smallest stretch of text that holds `words`; `None` if they are none.
    pub fn span(&self, words: Range<usize>) -> Option<Span> {
        let words = self.words.get(words)?;
        Some(words.first()?.span.cover(words.last()?.span))
    }

    /// Returns the pieces of its words in order: what an apostrophe or the periods of an abbreviation hold together,
    /// apart, and without what is left of a contraction or genitive.
    pub fn pieces(&self) -> impl Iterator<Item = &Word> {
        let mut parts = self.parts.as_slice();
        (0_u32..).zip(&self.words).flat_map(move |(idx, word)| {
            let is_parted = word.is_parted();
            let n_parts = if is_parted { parts.iter().take_while(|part| part.0 == idx).count() } else { 0 };
            let (own, rest) = parts.split_at(n_parts);
            parts = rest;
            (!is_parted).then_some(word).into_iter().chain(own.iter().map(|part| &part.1))
        })
    }

    /// Adds a word, and its pieces where they are others than the word itself.
    pub(super) fn push(&mut self, word: Word, seen: Seen, pieces: Option<Vec<(Word, Seen)>>) {
        let idx = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let flag = |is_set: bool, flag: Flags| if is_set { flag } else { 0 };
        let marked = |word: Word, seen: Seen| Word {
            flags: flag(seen.is_capital, CAPITAL)
                | flag(seen.is_capitals, CAPITALS)
                | flag(seen.is_figure, FIGURE)
                | flag(seen.has_digit_first, DIGITS)
                | flag(seen.is_quoted, QUOTED)
                | flag(seen.is_credit, CREDIT),
            ..word
        };
        let word = marked(word, seen);
        self.words.push(Word { flags: word.flags | flag(pieces.is_some(), PARTED), ..word });
        self.parts.extend(pieces.into_iter().flatten().map(|(piece, seen)| (idx, marked(piece, seen))));
    }

    /// Gives every word and piece the place in the story of its form.
    pub(super) fn settle(&mut self, places: &[FormId]) {
        let parts = self.parts.iter_mut().map(|part| &mut part.1);
        self.words.iter_mut().chain(parts).for_each(|word| word.form = places[word.form as usize]);
    }

    /// Marks the words that are stop words, and as names the pieces for which `are_names` says so, in their order, and
    /// their words.
    pub(super) fn mark(&mut self, is_stop: impl Fn(&Word) -> bool, are_names: &[bool]) {
        let mut are_names = are_names.iter().copied();
        let mut parts = self.parts.iter_mut().peekable();
        for (idx, word) in (0_u32..).zip(&mut self.words) {
            let mut is_name = !word.is_parted() && are_names.next().unwrap_or(false);
            while let Some((_, part)) = parts.next_if(|part| part.0 == idx) {
                let is_part_name = are_names.next().unwrap_or(false);
                part.flags |= if is_part_name { NAME } else { 0 } | if is_stop(part) { STOP } else { 0 };
                is_name |= is_part_name;
            }
            word.flags |= if is_name { NAME } else { 0 } | if is_stop(word) { STOP } else { 0 };
        }
    }
}
