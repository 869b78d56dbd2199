//! Rich Text Format: [version 1.9.1](https://interoperability.blob.core.windows.net/files/Archive_References/%5bMSFT-RTF%5d.pdf).
//!
//! One pass over the bytes with a stack of groups that is kept on the heap, so that no nesting can exhaust the program's.
//! Tracked deletions, comments and footnotes are kept beside the text; pictures, headers and instructions of fields are not read.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::Draft;
use super::docx::kind;
use crate::article::contents::Contents;
use crate::article::{BlockKind, Details, DropReason, Published, Unreadable};

/// Deepest nesting of groups; word processors come to about twenty.
const MAX_DEPTH: usize = 1_000;

/// Size of letters that make a line without a style a heading, in half points: text is set in 10 to 12 points.
const HEADING_SIZE: usize = 28;

/// Reads the document in `bytes`.
///
/// # Errors
/// When its groups are nested too deep.
pub(in crate::article) fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let mut reader = Reader::new(bytes);
    reader.run()?;
    reader.end_paragraph(BlockKind::Paragraph);
    let details = std::mem::take(&mut reader.details);
    reader.draft.properties = details;
    Ok(reader.draft.finish())
}

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Body,
    Footnote,
    Comment,
    CommentAuthor,
    Title,
    Author,
    Created,
    /// The names of paragraph styles.
    Styles,
    /// The names of those who made tracked changes.
    Changers,
    /// The table of fonts, whose names say nothing but whose character sets do.
    Fonts,
    Nowhere,
}

/// What a group sets and its end undoes.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    place: Place,
    is_hidden: bool,
    is_deleted: bool,
    is_inserted: bool,
    author: usize,
    font: usize,
    /// The size of its letters in half points; 0 where it was not set.
    size: usize,
    /// How many characters after a `\u` stand in for it.
    n_fallback: usize,
    /// Whether nothing has stood in it yet, so that its first word may name its place.
    is_new: bool,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    stack: Vec<Group>,
    group: Group,
    code_page: &'static Encoding,
    /// Character sets of the fonts, by number.
    fonts: Vec<Option<&'static Encoding>>,
    styles: Vec<(usize, String)>,
    style: usize,
    style_named: usize,
    outline: Option<i32>,
    is_item: bool,
    is_in_table: bool,
    /// The size of the paragraph's first letters.
    size: usize,
    /// How many more characters stand in for the one before.
    n_skip: usize,
    /// Bytes that wait for their neighbors: characters may take several.
    pending: Vec<u8>,
    /// The first half of a character that takes two `\u`.
    high: Option<u16>,
    text: String,
    beside: String,
    beside_author: String,
    deleted: String,
    changers: Vec<String>,
    last_change: Option<(bool, usize)>,
    created: [i16; 3],
    details: Details,
    draft: Draft,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            stack: Vec::new(),
            group: Group { n_fallback: 1, ..Group::default() },
            code_page: WINDOWS_1252,
            fonts: Vec::new(),
            styles: Vec::new(),
            style: 0,
            style_named: 0,
            outline: None,
            is_item: false,
            is_in_table: false,
            size: 0,
            n_skip: 0,
            pending: Vec::new(),
            high: None,
            text: String::new(),
            beside: String::new(),
            beside_author: String::new(),
            deleted: String::new(),
            changers: Vec::new(),
            last_change: None,
            created: [0; 3],
            details: Details::default(),
            draft: Draft::default(),
        }
    }

    fn run(&mut self) -> Result<(), Unreadable> {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => {
                    self.flush_bytes();
                    if self.stack.len() >= MAX_DEPTH {
                        return Err(Unreadable::TooComplex);
                    }
                    self.stack.push(self.group);
                    self.group.is_new = true;
                    self.n_skip = 0;
                }
                b'}' => {
                    self.flush_bytes();
                    self.end_group();
                    self.n_skip = 0;
                }
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => {}
                byte => self.byte(byte),
            }
        }
        self.flush_bytes();
        Ok(())
    }

    fn end_group(&mut self) {
        let Some(outer) = self.stack.pop() else { return };
        let inner = std::mem::replace(&mut self.group, outer);
        if inner.place == outer.place {
            return;
        }
        match inner.place {
            Place::Footnote | Place::Comment => {
                let words = std::mem::take(&mut self.beside);
                let author = std::mem::take(&mut self.beside_author);
                let why = if inner.place == Place::Comment { DropReason::Comment } else { DropReason::Footnote };
                let words = words.trim();
                let words = match author.trim() {
                    author if !author.is_empty() && why == DropReason::Comment => format!("{author}: {words}"),
                    _ => words.to_owned(),
                };
                self.draft.drop(why, &words);
            }
            Place::Title => {
                self.details.title = Some(self.beside.split_off(0)).filter(|title| !title.trim().is_empty());
            }
            Place::Author => {
                self.details.byline = Some(self.beside.split_off(0)).filter(|name| !name.trim().is_empty());
            }
            Place::Created => {
                let [year, month, day] = self.created;
                self.details.published = Published::parse(&format!("{year:04}-{month:02}-{day:02}"));
            }
            _ => {}
        }
    }

    /// A word or sign after a backslash.
    fn control(&mut self) {
        let Some(&first) = self.bytes.get(self.at) else { return };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return self.sign(first);
        }
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) && self.at - start < 32 {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default();
        let digits = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) && self.at - digits < 11 {
            self.at += 1;
        }
        let number =
            std::str::from_utf8(&self.bytes[digits..self.at]).ok().and_then(|digits| digits.parse::<i32>().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if word == "u" || word == "bin" || self.n_skip == 0 || is_break(word) {
            self.word(word, number);
        } else {
            self.n_skip -= 1;
        }
        self.group.is_new = false;
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
                let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                self.at = (self.at + 2).min(self.bytes.len());
                if self.n_skip > 0 {
                    self.n_skip -= 1;
                } else if let Some(byte) = byte {
                    self.pending.push(byte);
                }
            }
            // What follows is for programs that know it; `place` brings back those that are read.
            b'*' if self.group.is_new => {
                self.group.place = if self.group.place == Place::Nowhere { Place::Nowhere } else { self.starred() };
            }
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            b'{' | b'}' | b'\\' => self.byte(sign),
            b'\r' | b'\n' => self.word("par", None),
            _ => {}
        }
    }

    /// The place of a group that begins with `\*`.
    fn starred(&self) -> Place {
        let rest = &self.bytes[self.at..self.bytes.len().min(self.at + 24)];
        let rest = rest.trim_ascii_start();
        let is = |word: &str| {
            rest.strip_prefix(word.as_bytes()).is_some_and(|after| !after.first().is_some_and(u8::is_ascii_alphabetic))
        };
        if is("\\annotation") {
            Place::Comment
        } else if is("\\footnote") {
            Place::Footnote
        } else if is("\\atnauthor") {
            Place::CommentAuthor
        } else if is("\\revtbl") {
            Place::Changers
        } else {
            Place::Nowhere
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word != "u" {
            self.flush_bytes();
        }
        let is_on = number != Some(0);
        let index = usize::try_from(number.unwrap_or(0)).unwrap_or(0).min(10_000);
        match word {
            "par" | "sect" | "page" | "column" => {
                if self.group.place == Place::Body {
                    if self.is_in_table { self.push(" ") } else { self.end_paragraph(BlockKind::Paragraph) }
                } else {
                    self.push(" ");
                }
            }
            // In a list's mark it speaks of the mark alone.
            "pard" if self.group.place == Place::Body => {
                self.style = 0;
                self.outline = None;
                self.is_item = false;
                self.is_in_table = false;
            }
            "plain" => {
                self.group.is_hidden = false;
                self.group.is_deleted = false;
                self.group.is_inserted = false;
                self.group.size = 0;
            }
            "intbl" => self.is_in_table = true,
            "cell" | "nestcell" => self.push(" | "),
            "row" | "nestrow" => {
                self.end_paragraph(BlockKind::TableRow);
                self.is_in_table = false;
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
                self.at =
                    self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0)).min(self.bytes.len());
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
                Place::Styles => self.style_named = index,
                Place::Body => self.style = index,
                _ => {}
            },
            "outlinelevel" if self.group.place == Place::Body => self.outline = number,
            "ls" | "pnlvlblt" | "pnlvlbody" if self.group.place == Place::Body => self.is_item = is_on,
            "fs" => self.group.size = index,
            "v" => self.group.is_hidden = is_on,
            "deleted" => {
                self.group.is_deleted = is_on;
                if !is_on {
                    self.end_deletion();
                }
            }
            "revised" => self.group.is_inserted = is_on,
            "revauth" | "revauthdel" => self.group.author = index,
            "yr" | "mo" | "dy" if self.group.place == Place::Created => {
                let slot = ["yr", "mo", "dy"].iter().position(|name| *name == word).unwrap_or(0);
                self.created[slot] = number.and_then(|number| i16::try_from(number).ok()).unwrap_or(0);
            }
            _ => self.place(word),
        }
    }

    /// A word that says where its group's words go.
    fn place(&mut self, word: &str) {
        if self.group.place == Place::Nowhere {
            return;
        }
        let place = match word {
            "footnote" => Place::Footnote,
            "annotation" => Place::Comment,
            "fonttbl" => Place::Fonts,
            "stylesheet" => Place::Styles,
            "revtbl" => Place::Changers,
            "title" => Place::Title,
            "author" => Place::Author,
            "creatim" => Place::Created,
            "colortbl" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl"
            | "footerr" | "footerf" | "fldinst" | "xe" | "tc" | "operator" | "subject" | "keywords" | "doccomm"
            | "company" | "manager" | "category" | "generator" | "nonshppict" | "ftnsep" | "ftnsepc" | "aftnsep"
            | "aftnsepc" | "revtim" | "printim" | "buptim" | "atnid" | "atndate" | "atnref" | "listtable"
            | "themedata" => Place::Nowhere,
            "listtext" | "pntext" => {
                self.is_item = true;
                Place::Nowhere
            }
            _ => return,
        };
        if matches!(place, Place::Title | Place::Author | Place::Footnote | Place::Comment)
            && self.group.place == Place::Body
        {
            self.beside.clear();
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
        if self.group.is_hidden {
            return;
        }
        match self.group.place {
            Place::Body => self.push_body(words),
            Place::Footnote | Place::Comment | Place::Title | Place::Author => self.beside.push_str(words),
            Place::CommentAuthor => self.beside_author.push_str(words),
            Place::Styles => {
                let name = words.trim().trim_end_matches(';').to_ascii_lowercase();
                if !name.is_empty() {
                    self.styles.push((self.style_named, name));
                    self.style_named = 0;
                }
            }
            Place::Changers => {
                self.changers.extend(words.split_terminator(';').filter(|name| !name.is_empty()).map(str::to_owned));
            }
            Place::Created | Place::Fonts | Place::Nowhere => {}
        }
    }

    fn push_body(&mut self, words: &str) {
        let change = match (self.group.is_deleted, self.group.is_inserted) {
            (true, _) => Some((true, self.group.author)),
            (_, true) => Some((false, self.group.author)),
            _ => None,
        };
        if change != self.last_change && !(change.is_none() && words.trim().is_empty()) {
            if let Some((_, author)) = change {
                let name = self.changers.get(author).filter(|name| *name != "Unknown").cloned();
                self.draft.change(name.as_deref());
            }
            self.end_deletion();
            self.last_change = change;
        }
        if self.text.is_empty() {
            self.size = self.group.size;
        }
        if self.group.is_deleted {
            self.deleted.push_str(words);
        } else {
            // White space at the start of a paragraph is none of its words.
            self.text.push_str(if self.text.is_empty() { words.trim_start() } else { words });
        }
    }

    fn end_deletion(&mut self) {
        let words = std::mem::take(&mut self.deleted);
        self.draft.drop(DropReason::Deleted, &words);
    }

    fn end_paragraph(&mut self, otherwise: BlockKind) {
        self.flush_bytes();
        self.end_deletion();
        self.last_change = None;
        let text = std::mem::take(&mut self.text);
        let name = self.styles.iter().find(|(number, _)| *number == self.style).map(|(_, name)| name.as_str());
        let kind = match (otherwise, self.outline) {
            (BlockKind::TableRow, _) => BlockKind::TableRow,
            (_, Some(0..=8)) => BlockKind::Heading,
            _ => kind(name.unwrap_or_default(), self.is_item),
        };
        let is_large = self.size >= HEADING_SIZE && text.len() <= super::TOP_LINE && !text.trim_end().ends_with('.');
        let kind = if kind == BlockKind::Paragraph && is_large { BlockKind::Heading } else { kind };
        self.draft.push(kind, text.trim().trim_end_matches('|'));
    }
}

/// Whether `word` ends a paragraph and the like, which no character stands in for.
fn is_break(word: &str) -> bool {
    matches!(word, "par" | "pard" | "cell" | "row" | "sect" | "uc")
}

fn by_code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        874 => "windows-874".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set, as Windows numbers them.
fn by_charset(number: i32) -> Option<&'static Encoding> {
    let code_page = match number {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    by_code_page(code_page)
}
