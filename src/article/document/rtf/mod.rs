//! Rich Text Format: [version
//! 1.9.1](https://interoperability.blob.core.windows.net/files/Archive_References/%5bMSFT-RTF%5d.pdf).
//!
//! One pass over the [`token`]s with a stack of groups that is kept on the heap, so that no nesting can exhaust the
//! program's. Tracked deletions, comments and footnotes are kept beside the text; pictures, headers and instructions of
//! fields are not read.

mod charset;
mod group;
mod token;
mod words;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::article::contents::Contents;
use crate::article::{BlockKind, Unreadable};
use charset::{by_charset, by_code_page};
use group::{Group, Place};
use token::{Token, Tokens};
use words::Words;

/// Deepest nesting of groups; word processors come to about twenty.
const MAX_DEPTH: usize = 1_000;

/// Most paragraphs; a long novel has ten thousand. Chosen so that a file that is all paragraph marks is refused within
/// a second.
const MAX_BLOCKS: usize = 200_000;

/// Numbers of fonts, styles and the like beyond this are taken for it; word processors count to some hundred.
const MAX_INDEX: usize = 10_000;

/// Reads the document in `bytes`.
///
/// # Errors
/// When its groups are nested too deep, or it has too many paragraphs.
pub(in crate::article) fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let mut reader = Reader::new(bytes);
    reader.run()?;
    Ok(reader.words.finish().finish())
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    stack: Vec<Group>,
    group: Group,
    code_page: &'static Encoding,
    /// Character sets of the fonts, by number.
    fonts: Vec<Option<&'static Encoding>>,
    /// How many more characters stand in for the one before.
    n_skip: usize,
    /// Bytes that wait for their neighbors: characters may take several.
    pending: Vec<u8>,
    /// The first half of a character that takes two `\u`.
    high: Option<u16>,
    words: Words,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            tokens: Tokens::new(bytes),
            stack: Vec::new(),
            group: Group { n_fallback: 1, ..Group::default() },
            code_page: WINDOWS_1252,
            fonts: Vec::new(),
            n_skip: 0,
            pending: Vec::new(),
            high: None,
            words: Words::default(),
        }
    }

    fn run(&mut self) -> Result<(), Unreadable> {
        while let Some(token) = self.tokens.next() {
            match token {
                Token::Open => {
                    self.flush_bytes();
                    if self.stack.len() >= MAX_DEPTH {
                        return Err(Unreadable::TooComplex);
                    }
                    self.stack.push(self.group);
                    self.group.is_new = true;
                    self.n_skip = 0;
                }
                Token::Close => {
                    self.flush_bytes();
                    self.end_group();
                    self.n_skip = 0;
                }
                Token::Word(word, number) => {
                    if word == "u" || word == "bin" || self.n_skip == 0 || is_break(word) {
                        self.word(word, number);
                    } else {
                        self.n_skip -= 1;
                    }
                    self.group.is_new = false;
                    if self.words.n_blocks() > MAX_BLOCKS {
                        return Err(Unreadable::TooComplex);
                    }
                }
                Token::Hex(_) if self.n_skip > 0 => self.n_skip -= 1,
                Token::Hex(byte) => self.pending.extend(byte),
                Token::Sign(sign) => self.sign(sign),
                Token::Byte(byte) => self.byte(byte),
            }
        }
        self.flush_bytes();
        Ok(())
    }

    fn end_group(&mut self) {
        let Some(outer) = self.stack.pop() else { return };
        let inner = std::mem::replace(&mut self.group, outer);
        if inner.place != outer.place {
            self.words.end_place(inner.place);
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            // What follows is for programs that know it; `place` brings back those that are read.
            b'*' if self.group.is_new => {
                self.group.place = if self.group.place == Place::Nowhere {
                    Place::Nowhere
                } else {
                    Place::starred(self.tokens.rest())
                };
            }
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            b'{' | b'}' | b'\\' => self.byte(sign),
            b'\r' | b'\n' => self.word("par", None),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word != "u" {
            self.flush_bytes();
        }
        let is_on = number != Some(0);
        let index = usize::try_from(number.unwrap_or(0)).unwrap_or(0).min(MAX_INDEX);
        match word {
            "par" | "sect" | "page" | "column" => {
                if self.group.place == Place::Body {
                    if self.words.is_in_table { self.push(" ") } else { self.words.end_paragraph(BlockKind::Paragraph) }
                } else {
                    self.push(" ");
                }
            }
            // In a list's mark it speaks of the mark alone.
            "pard" if self.group.place == Place::Body => {
                self.words.reset_paragraph();
            }
            "plain" => {
                self.group.is_hidden = false;
                self.group.is_deleted = false;
                self.group.is_inserted = false;
                self.group.size = 0;
            }
            "intbl" => self.words.is_in_table = true,
            "cell" | "nestcell" => self.push(" | "),
            "row" | "nestrow" => {
                self.words.end_paragraph(BlockKind::TableRow);
                self.words.is_in_table = false;
            }
            "tab" | "line" | "softline" | "emspace" | "enspace" | "qmspace" => self.push(" "),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.group.n_fallback = index.min(16),
            "bin" => {
                self.tokens.leave_out(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
            }
            "ansicpg" => self.code_page = by_code_page(number.unwrap_or(1252)).unwrap_or(self.code_page),
            "mac" => self.code_page = encoding_rs::MACINTOSH,
            "f" => self.group.font = index,
            "fcharset" if self.group.place == Place::Fonts => {
                let font = self.group.font;
                if self.fonts.len() <= font {
                    self.fonts.resize(font + 1, None);
                }
                self.fonts[font] = by_charset(number.unwrap_or(0));
            }
            "s" => match self.group.place {
                Place::Styles => self.words.style_named = index,
                Place::Body => self.words.style = index,
                _ => {}
            },
            "outlinelevel" if self.group.place == Place::Body => self.words.outline = number,
            "ls" | "pnlvlblt" | "pnlvlbody" if self.group.place == Place::Body => self.words.is_item = is_on,
            "fs" => self.group.size = index,
            "v" => self.group.is_hidden = is_on,
            "deleted" => {
                self.group.is_deleted = is_on;
                if !is_on {
                    self.words.end_deletion();
                }
            }
            "revised" => self.group.is_inserted = is_on,
            "revauth" | "revauthdel" => self.group.author = index,
            "yr" | "mo" | "dy" if self.group.place == Place::Created => {
                let slot = ["yr", "mo", "dy"].iter().position(|name| *name == word).unwrap_or(0);
                self.words.created[slot] = number.and_then(|number| i16::try_from(number).ok()).unwrap_or(0);
            }
            _ => self.place(word),
        }
    }

    /// A word that says where its group's words go.
    fn place(&mut self, word: &str) {
        if self.group.place == Place::Nowhere {
            return;
        }
        let Some(place) = Place::named(word) else { return };
        if matches!(word, "listtext" | "pntext") {
            self.words.is_item = true;
        }
        if place.is_beside() && self.group.place == Place::Body {
            self.words.begin_beside();
        }
        self.group.place = place;
    }

    fn unicode(&mut self, number: i32) {
        self.flush_bytes();
        // Numbers beyond a half are written as negative ones.
        let unit = (number & 0xffff) as u16;
        self.n_skip = self.group.n_fallback;
        let units = match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => {
                self.high = Some(unit);
                return;
            }
            (Some(high), 0xdc00..=0xdfff) => vec![high, unit],
            (_, unit) => vec![unit],
        };
        let text = String::from_utf16_lossy(&units);
        self.push(&text);
    }

    fn byte(&mut self, byte: u8) {
        self.group.is_new = false;
        if self.n_skip > 0 {
            self.n_skip -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    fn flush_bytes(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let encoding = self.fonts.get(self.group.font).copied().flatten().unwrap_or(self.code_page);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.push(&text);
    }

    /// Adds decoded words to where the group's words go.
    fn push(&mut self, words: &str) {
        self.words.push(&self.group, words);
    }
}

/// Whether `word` ends a paragraph and the like, which no character stands in for.
fn is_break(word: &str) -> bool {
    matches!(word, "par" | "pard" | "cell" | "row" | "sect" | "uc")
}
