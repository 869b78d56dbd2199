//! The one tokenizer: the words of a stretch of text, and what is between them.
//!
//! Comes in: a text and a stretch of it. Goes out: its [`Word`]s in order, read past the [debris](super::repair()) of
//! earlier conversions, with spans in the printed text. Every stage that looks at words cuts them here; what a word is
//! differs by what it is for, and the [`Cut`] says how:
//!
//! | printed | [`Pieces`](Cut::Pieces) | [`Words`](Cut::Words) | [`Compounds`](Cut::Compounds) | [`Signs`](Cut::Signs) |
//! |---|---|---|---|---|
//! | 43,885.10 | 43,885.10 | 43,885.10 | 43,885.10 | 43,885.10 |
//! | Roe's | Roe · s | Roe's | Roe's | Roe's |
//! | U.S. | U · S | U.S. | U.S | U.S. |
//! | well-known | well · known | well · known | well-known | well · known |
//! | 10:30 | 10 · 30 | 10 · 30 | 10:30 | 10 · 30 |
//! | $5 | 5 | 5 | 5 | $5 |
//!
//! A word of `Words` is one or several of `Pieces`, see [`Clean::pieces`]. Time is linear; nothing is allocated for a
//! word.

use std::borrow::Cow;

use super::{Repaired, Span, repair};

/// What belongs to a word besides letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The points and commas of a number.
    Pieces,
    /// Those, the apostrophe before a letter, and the periods of an abbreviation of single letters.
    Words,
    /// Hyphens, apostrophes, the points of a number, of a time of day, of an address.
    Compounds,
    /// As `Words`, and signs for money and measures, each of which is a letter.
    Signs,
}

/// A set of signs between two words.
pub type Signs = u16;

/// A comma.
pub const COMMA: Signs = 1;
/// A semicolon.
pub const SEMICOLON: Signs = 1 << 1;
/// A colon.
pub const COLON: Signs = 1 << 2;
/// A dash: long, or a hyphen between spaces, or several hyphens.
pub const DASH: Signs = 1 << 3;
/// Another hyphen.
pub const HYPHEN: Signs = 1 << 4;
/// A double quotation mark.
pub const DOUBLE: Signs = 1 << 5;
/// A single quotation mark that is no apostrophe.
pub const SINGLE: Signs = 1 << 6;
/// A parenthesis or bracket.
pub const PARENTHESIS: Signs = 1 << 7;
/// A slash.
pub const SLASH: Signs = 1 << 8;
/// An ellipsis of one character.
pub const ELLIPSIS: Signs = 1 << 9;
/// A period, whatever it is for.
pub const PERIOD: Signs = 1 << 10;
/// The end of a sentence: a period, an exclamation or a question mark, not the period of an abbreviation such as
/// "Capt.".
pub const END: Signs = 1 << 11;

/// A quotation mark.
pub const MARK: Signs = DOUBLE | SINGLE;
/// Whatever parts more than the words of one phrase.
pub const BREAK: Signs = COMMA | SEMICOLON | COLON | DASH | MARK | PARENTHESIS | END;
/// Whatever parts the words of a name or of a measure: every sign but quotation marks.
pub const PART: Signs = COMMA | SEMICOLON | COLON | DASH | HYPHEN | PARENTHESIS | SLASH | ELLIPSIS | PERIOD;

/// An abbreviation before a period ("Capt.", "Sen.") has a capital and no more bytes than this.
const ABBREVIATION: usize = 4;

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it was meant: without the debris that may be printed in it.
    pub text: &'a str,
    /// Where it is in the printed text, in bytes; never before the end of the word before.
    pub span: Span,
    /// What is between it and the word before or the beginning.
    pub signs: Signs,
    /// Whether it is in parentheses or brackets.
    pub is_aside: bool,
    /// Where it is in the repaired stretch.
    at: usize,
}

impl Word<'_> {
    /// Returns whether one of `signs` is between it and the word before.
    pub fn after(&self, signs: Signs) -> bool {
        self.signs & signs != 0
    }

    /// Returns whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// In lower case, without a genitive's ending and the periods of an abbreviation, typographic apostrophes made
    /// plain.
    ///
    /// ```
    /// use crosscheck::text::{Span, word::{Clean, Cut}};
    /// let text = "The F.B.I.’s files, 4.5 cm";
    /// let clean = Clean::of(text, Span::new(0, text.len()));
    /// let lower: Vec<String> = clean.words(Cut::Words).map(|word| word.lower().into_owned()).collect();
    /// assert_eq!(lower, ["the", "fbi", "files", "4.5", "cm"]);
    /// ```
    pub fn lower(&self) -> Cow<'_, str> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if self.text.bytes().all(is_plain) {
            return Cow::Borrowed(self.text);
        }
        let mut lower = plain(self.text);
        if lower.contains('.') && !lower.bytes().any(|byte| byte.is_ascii_digit()) {
            lower.retain(|c| c != '.');
        }
        if lower.ends_with("'s") {
            lower.truncate(lower.len() - "'s".len());
        }
        Cow::Owned(lower)
    }
}

/// Returns `text` in lower case, typographic apostrophes made plain.
///
/// ```
/// assert_eq!(crosscheck::text::word::plain("Don’t"), "don't");
/// ```
pub fn plain(text: &str) -> String {
    text.chars().flat_map(|c| folded(c).to_lowercase()).collect()
}

/// Returns `c` without differences of typography: straight quotation marks, a plain hyphen, a plain space.
pub fn folded(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‐'..='―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Returns whether `c` is a double quotation mark.
pub fn is_double_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‟')
}

/// A stretch of a text without debris: what words are cut from.
#[derive(Clone, Debug)]
pub struct Clean<'a> {
    repaired: Repaired<'a>,
    /// Where the stretch is in the text.
    start: usize,
}

impl<'a> Clean<'a> {
    /// Returns the stretch of `text` at `stretch`.
    pub fn of(text: &'a str, stretch: Span) -> Self {
        Self { repaired: repair(stretch.of(text)), start: stretch.start }
    }

    /// Returns its words.
    ///
    /// ```
    /// use crosscheck::text::{Span, word::{COMMA, Clean, Cut}};
    /// let text = "Ms. Roe, of the U.S., said &quot;No&quot;";
    /// let clean = Clean::of(text, Span::new(4, text.len()));
    /// let words: Vec<&str> = clean.words(Cut::Words).map(|word| word.text).collect();
    /// assert_eq!(words, ["Roe", "of", "the", "U.S.", "said", "No"]);
    /// assert!(clean.words(Cut::Words).nth(1).is_some_and(|of| of.after(COMMA) && of.span.of(text) == "of"));
    /// ```
    pub fn words(&self, cut: Cut) -> Words<'_> {
        self.cut(Span::new(0, self.repaired.text.len()), cut)
    }

    /// Returns the pieces of `word`, which is one of its words, but for what is left of a contraction or genitive: one
    /// piece for most words.
    pub fn pieces(&self, word: &Word) -> impl Iterator<Item = Word<'_>> {
        let pieces = self.cut(Span::new(word.at, word.at + word.text.len()), Cut::Pieces);
        pieces.filter(|piece| !self.is_rest(piece))
    }

    /// Whether `piece` is the rest of "don't" or "Roe's".
    fn is_rest(&self, piece: &Word) -> bool {
        matches!(piece.text, "s" | "t" | "re" | "ve" | "ll" | "d" | "m")
            && self.repaired.text[..piece.at].ends_with(['\'', '’'])
    }

    fn cut(&self, within: Span, cut: Cut) -> Words<'_> {
        Words { clean: self, cut, at: within.start, end: within.end, before: ' ', depth: 0, last: None }
    }
}

/// The words of a stretch, one by one.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    clean: &'a Clean<'a>,
    cut: Cut,
    at: usize,
    end: usize,
    /// The character before `at`.
    before: char,
    /// How many parentheses are open.
    depth: usize,
    /// What is asked of the word before.
    last: Option<Last>,
}

#[derive(Clone, Copy, Debug)]
struct Last {
    end: usize,
    is_abbreviation: bool,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let text = &self.clean.repaired.text[..self.end];
        let signs = self.gap(text)?;
        let from = self.at;
        let end = word_end(text, from, self.cut);
        self.at = end;
        self.before = text[..end].chars().next_back().unwrap_or(' ');
        let printed = self.clean.repaired.printed(Span::new(from, end)).shift(self.clean.start);
        // A word may begin inside a replaced place that the word before ended in.
        let start = self.last.map_or(printed.start, |last| last.end.max(printed.start));
        let span = Span::new(start, printed.end.max(start));
        let word = Word { text: &text[from..end], span, signs, is_aside: self.depth > 0, at: from };
        let is_abbreviation = span.len() <= ABBREVIATION && word.is_capital();
        self.last = Some(Last { end: span.end, is_abbreviation });
        Some(word)
    }
}

impl Words<'_> {
    /// Goes on to the next word; what is before it, or nothing if there is none.
    fn gap(&mut self, text: &str) -> Option<Signs> {
        let mut signs = 0;
        loop {
            let c = char_at(text, self.at)?;
            if is_letter(c, self.cut) {
                return Some(signs);
            }
            self.at += c.len_utf8();
            if c != ' ' {
                let next = char_at(text, self.at).unwrap_or(' ');
                signs |= sign(self.before, c, next);
                match c {
                    '(' | '[' => self.depth += 1,
                    ')' | ']' => self.depth = self.depth.saturating_sub(1),
                    '.' | '!' | '?' if self.last.is_some_and(|last| !last.is_abbreviation) => signs |= END,
                    _ => {}
                }
            }
            self.before = c;
        }
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

fn is_letter(c: char, cut: Cut) -> bool {
    c.is_alphanumeric() || cut == Cut::Signs && matches!(c, '%' | '$' | '€' | '£' | '¥' | '°')
}

/// What the sign `c` says between `before` and `next`.
fn sign(before: char, c: char, next: char) -> Signs {
    match c {
        ',' => COMMA,
        ';' => SEMICOLON,
        ':' => COLON,
        '—' | '–' | '―' => DASH,
        '-' if before == '-' || before.is_whitespace() && next.is_whitespace() => DASH,
        '-' => HYPHEN,
        '‘' => SINGLE,
        '\'' | '’' if !before.is_alphanumeric() => SINGLE,
        '(' | ')' | '[' | ']' => PARENTHESIS,
        '/' => SLASH,
        '…' => ELLIPSIS,
        '.' => PERIOD,
        c if is_double_mark(c) => DOUBLE,
        _ => 0,
    }
}

/// Where the word ends that starts at `from`.
fn word_end(text: &str, from: usize, cut: Cut) -> usize {
    let mut end = from;
    let mut before = ' ';
    // Of an abbreviation: letters since its last period, and whether it has one.
    let (mut n_letters, mut has_period) = (0_usize, false);
    while let Some(c) = char_at(text, end) {
        let after = end + c.len_utf8();
        if is_letter(c, cut) {
            n_letters += 1;
        } else {
            let next = char_at(text, after);
            let goes_on = match cut {
                Cut::Pieces => joins_number(before, c, next),
                Cut::Words | Cut::Signs => match c {
                    '\'' | '’' | '‘' => next.is_some_and(char::is_alphabetic),
                    '.' if next.is_some_and(|next| next.is_ascii_digit()) => true,
                    // The periods of U.S. and F.B.I.
                    '.' => n_letters == 1 && (has_period || next.is_some_and(char::is_alphabetic)),
                    _ => joins_number(before, c, next),
                },
                Cut::Compounds => joins_compound(before, c, next.unwrap_or(' ')),
            };
            if !goes_on {
                break;
            }
            if c == '.' {
                (n_letters, has_period) = (0, true);
            } else {
                n_letters += 1;
            }
        }
        (end, before) = (after, c);
    }
    end
}

fn joins_number(before: char, c: char, next: Option<char>) -> bool {
    matches!(c, '.' | ',') && before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit())
}

fn joins_compound(before: char, c: char, next: char) -> bool {
    match c {
        '\'' | '’' | '-' => before.is_alphanumeric() && next.is_alphanumeric(),
        '.' | ',' | ':' | '–' if before.is_ascii_digit() => next.is_ascii_digit(),
        '.' => before.is_alphabetic() && next.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str, cut: Cut) -> Vec<String> {
        let clean = Clean::of(text, Span::new(0, text.len()));
        clean.words(cut).map(|word| word.text.to_owned()).collect()
    }

    #[test]
    fn what_a_word_is_depends_on_the_cut() {
        let text = "Roe's U.S. well-known $43,885.10 at 10:30 p.m. won't; no.5";
        let signs = ["Roe's", "U.S.", "well", "known", "$43,885.10", "at", "10", "30", "p.m.", "won't", "no.5"];
        assert_eq!(cut(text, Cut::Signs), signs);
        let words = signs.map(|word| word.trim_start_matches('$'));
        assert_eq!(cut(text, Cut::Words), words);
        let compounds = ["Roe's", "U.S", "well-known", "43,885.10", "at", "10:30", "p.m", "won't", "no", "5"];
        assert_eq!(cut(text, Cut::Compounds), compounds);
        let pieces =
            ["Roe", "s", "U", "S", "well", "known", "43,885.10", "at", "10", "30", "p", "m", "won", "t", "no", "5"];
        assert_eq!(cut(text, Cut::Pieces), pieces);
    }

    #[test]
    fn a_number_is_one_word() {
        assert_eq!(cut("$43,885,310, or 31.55%.", Cut::Pieces), ["43,885,310", "or", "31.55"]);
        assert_eq!(cut("no.5,then 7.é 3..4 a.1", Cut::Pieces), ["no", "5", "then", "7", "é", "3", "4", "a", "1"]);
        assert_eq!(cut("in 2014.", Cut::Pieces), ["in", "2014"]);
    }

    #[test]
    fn signs_between_words() {
        let check = |text: &str, signs: Signs| {
            let clean = Clean::of(text, Span::new(0, text.len()));
            assert_eq!(clean.words(Cut::Words).nth(1).map(|word| word.signs), Some(signs), "{text}");
        };
        check("harbor mayor", 0);
        check("harbor, mayor", COMMA);
        check("harbor - mayor", DASH);
        check("harbor-mayor", HYPHEN);
        check("harbor – “mayor”", DASH | DOUBLE);
        check("harbor: 'mayor", COLON | SINGLE);
        check("harbors' mayor", 0);
        check("harbor (mayor)", PARENTHESIS);
        check("harbor. Mayor", PERIOD | END);
        check("Sen. Mayor", PERIOD);
        check("harbor &quot;mayor", DOUBLE);
    }

    #[test]
    fn asides_end_where_they_are_closed() {
        let text = "harbor (of the [old] town) mayor";
        let clean = Clean::of(text, Span::new(0, text.len()));
        let asides: Vec<&str> = clean.words(Cut::Words).filter(|word| word.is_aside).map(|word| word.text).collect();
        assert_eq!(asides, ["of", "the", "old", "town"]);
    }

    proptest! {
        #[test]
        fn words_stand_in_order_and_pieces_inside_them(text in "[a-cA-C0-9 .,:'’‘\"“”()\\-–…$é&;\u{ad}]{0,40}") {
            let clean = Clean::of(&text, Span::new(0, text.len()));
            let mut pieces = Vec::new();
            for cut in [Cut::Words, Cut::Compounds, Cut::Signs] {
                let mut end = 0;
                for word in clean.words(cut) {
                    prop_assert!(end <= word.span.start && text.get(word.span.start..word.span.end).is_some());
                    end = word.span.end;
                    if cut == Cut::Words {
                        pieces.extend(clean.pieces(&word).map(|piece| (piece.at, piece.text)));
                    }
                }
            }
            let all = clean.words(Cut::Pieces).filter(|piece| !clean.is_rest(piece));
            prop_assert_eq!(pieces, all.map(|piece| (piece.at, piece.text)).collect::<Vec<_>>());
        }
    }
}
