//! Cuts a stretch of text into words, numbers and marks: one pass, one reused buffer, nothing allocated per token.

mod digits;
mod loose;

use crate::figures::vocabulary::{Class, Vocabulary};
use digits::number;
use loose::Loose;

/// A word, a number or a single mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Offset of the first byte in the stretch.
    pub(super) start: u32,
    /// Offset past the last byte.
    pub(super) end: u32,
    /// What it is: the id of a known word, [`UNKNOWN`], [`NUMBER`], or a mark made by [`mark`].
    pub(super) code: u32,
    /// The classes of the word.
    pub(super) class: Class,
    /// How it is printed.
    pub(super) print: u8,
}

/// The code of a word that no list names.
pub(super) const UNKNOWN: u32 = 0;

/// The code of a number printed in digits.
pub(super) const NUMBER: u32 = 1 << 30;

/// The code of the place before the first and after the last token.
pub(super) const OUTSIDE: u32 = 1 << 31;

const MARK: u32 = 1 << 24;

/// White space is before the token.
pub(super) const SPACED: u8 = 1;

/// The word starts with a capital.
pub(super) const CAPITAL: u8 = 2;

/// The word has no small letter.
pub(super) const ALL_CAPITALS: u8 = 4;

/// A comma parts the decimals and dots part the groups.
pub(super) const DECIMAL_COMMA: u8 = 8;

/// A blank line is before the token.
pub(super) const PARAGRAPH: u8 = 16;

/// The number has grouping marks.
pub(super) const GROUPED: u8 = 32;

/// Returns the code of the mark `c`.
pub(super) const fn mark(c: char) -> u32 {
    MARK | c as u32
}

impl Token {
    /// What is outside the text.
    pub(super) const OUTSIDE: Self = Self { start: 0, end: 0, code: OUTSIDE, class: 0, print: SPACED | PARAGRAPH };

    /// Returns whether it is a word, known or not.
    pub(super) fn is_word(self) -> bool {
        self.code < MARK
    }

    /// Returns whether it is printed in digits.
    pub(super) fn is_number(self) -> bool {
        self.code == NUMBER
    }

    /// Returns whether white space is before it.
    pub(super) fn is_spaced(self) -> bool {
        self.print & SPACED != 0
    }

    /// Returns whether it starts with a capital.
    pub(super) fn is_capital(self) -> bool {
        self.print & CAPITAL != 0
    }
}

/// Fills `tokens` with the tokens of `text`, which must be shorter than 4 GB.
pub(super) fn tokenize(text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<Token>) {
    tokens.clear();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut print = SPACED | PARAGRAPH;
    let mut n_lines = 0;
    let mut loose = Loose::default();
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        match byte {
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {
                print |= SPACED;
                at += 1;
                continue;
            }
            b'\n' => {
                n_lines += 1;
                print |= if n_lines > 1 { SPACED | PARAGRAPH } else { SPACED };
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => at = word(text, at, vocabulary, print, tokens),
            b'0'..=b'9' => at = number(bytes, at, print, &mut loose, tokens),
            b'.' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && !follows_digit_or_dot(bytes, at) => {
                at = number(bytes, at, print, &mut loose, tokens);
            }
            0..=0x7f => {
                at += 1;
                push_mark(tokens, start, at, byte as char, print);
            }
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                if c.is_whitespace() {
                    print |= SPACED;
                    at += c.len_utf8();
                    continue;
                }
                if vulgar_fraction(c).is_some() {
                    at += c.len_utf8();
                    let (start, end) = (start as u32, at as u32);
                    tokens.push(Token { start, end, code: NUMBER, class: crate::figures::vocabulary::TRIGGER, print });
                } else if c.is_alphabetic() && c != 'º' && c != 'ª' {
                    at = word(text, at, vocabulary, print, tokens);
                } else {
                    at += c.len_utf8();
                    push_mark(tokens, start, at, c, print);
                }
            }
        }
        print = 0;
        n_lines = 0;
    }
}

/// Returns the value of `½` and the like.
pub(super) fn vulgar_fraction(c: char) -> Option<f64> {
    Some(match c {
        '¼' => 0.25,
        '½' => 0.5,
        '¾' => 0.75,
        '⅐' => 1.0 / 7.0,
        '⅑' => 1.0 / 9.0,
        '⅒' => 0.1,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

fn push_mark(tokens: &mut Vec<Token>, start: usize, end: usize, c: char, print: u8) {
    let class = if crate::figures::vocabulary::is_currency_mark(c) { crate::figures::vocabulary::TRIGGER } else { 0 };
    tokens.push(Token { start: start as u32, end: end as u32, code: mark(c), class, print });
}

fn follows_digit_or_dot(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.')
}

/// Reads a run of letters, looks it up and returns the offset past it.
fn word(text: &str, start: usize, vocabulary: &Vocabulary, mut print: u8, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut hash = 0;
    let mut n_small = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            n_small += usize::from(byte & 0x20 != 0);
            hash = Vocabulary::step(hash, byte | 0x20);
            at += 1;
        } else if byte < 0x80 {
            break;
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            if !c.is_alphabetic() || c == 'º' {
                break;
            }
            n_small += usize::from(c.is_lowercase());
            for &byte in &bytes[at..at + c.len_utf8()] {
                hash = Vocabulary::step(hash, byte);
            }
            at += c.len_utf8();
        }
    }
    let is_capital = bytes[start].is_ascii_uppercase()
        || (bytes[start] >= 0x80 && text[start..].chars().next().is_some_and(char::is_uppercase));
    if is_capital {
        print |= CAPITAL;
    }
    if n_small == 0 {
        print |= ALL_CAPITALS;
    }
    let (code, class) = vocabulary.look_up(&bytes[start..at], hash);
    tokens.push(Token { start: start as u32, end: at as u32, code, class, print });
    at
}
