//! An article as it was read: its text, which never changes afterwards, and what is known about it.
//!
//! Comes in: bytes of a file, pasted text, or sentences from a batch line. Goes out: an [`Article`], or one clear
//! sentence why not ([`Unreadable`]). Only [`open`] touches the disk; [`read`] is pure.
//!
//! ```text
//!  bytes ─► format (a kind that is not text?) ─► encoding ─► format (which kind of text?) ─► text | markdown | html ─► Article
//!            └─► document (docx | odt | rtf | epub) | mail | webarchive ─► Article(s)
//! ```
//!
//! Kinds that are not read are recognized by their content as well, and refused by name.
//! Text is kept as it was printed, debris of earlier conversions included: see [`crate::text::repair`].

mod apart;
mod archived;
mod by_hand;
mod contents;
pub mod credit;
pub mod dateline;
mod details;
mod document;
mod encoding;
mod folder;
mod format;
mod habits;
mod html;
mod mail;
mod markdown;
pub mod open;
mod pages;
mod published;
mod stamp;
mod text;
mod unreadable;
mod webarchive;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use details::Details;
pub use format::Foreign;
pub use pages::Pages;
pub use published::Published;
pub use stamp::{Moment, Stamp};
pub use unreadable::Unreadable;

use crate::text::{Span, repair};
use contents::Contents;

/// One article. Everything later is a span into its [`text`](Self::text).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Article {
    /// What it is called where no outlet is known: a file's name, or the name given with the text.
    pub name: String,
    /// The file it came from, as it was named by the user. It stays on this machine.
    #[serde(skip)]
    pub path: Option<PathBuf>,
    /// Title, outlet, byline, date and address, as far as they were given.
    pub details: Details,
    /// The text as printed: headline first where the page had one, blocks parted by newlines.
    pub text: String,
    /// The blocks of the text, in order, without overlap; the newlines between them belong to none.
    pub blocks: Vec<Block>,
    /// The sentences, where they were given ready-made and must not be split or merged further.
    pub given_sentences: Option<Vec<Span>>,
    /// What was left out of the text at reading, and why.
    pub dropped: Vec<Dropped>,
    /// Doubts about the reading, for people.
    pub notes: Vec<Note>,
    /// How the bytes were read.
    pub reading: Reading,
}

/// A block of text: a paragraph, a heading, a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The article's own headline.
    Headline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// A row of a table.
    TableRow,
    /// The words under a picture.
    Caption,
    /// A note that corrects an earlier version of the article: no claim of the story.
    Correction,
}

/// Text that was left out at reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// The words, as far as they could be told.
    pub text: String,
    /// Why they were left out.
    pub why: DropReason,
    /// How many of the article's blocks stand before them.
    pub before: usize,
}

/// Why text was left out at reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// Outside the article proper: navigation, related links, comments, advertisements.
    NotArticle,
    /// The words under a picture.
    Caption,
    /// Title, byline or date, which are kept beside the text.
    Details,
    /// Struck out on the page, as a correction leaves it.
    Struck,
    /// A person left it out.
    ByHand,
    /// A footnote or endnote.
    Footnote,
    /// A comment that someone wrote beside the text.
    Comment,
    /// Deleted in a tracked change that has not been accepted or refused.
    Deleted,
    /// A running head, a page number, or the like, which stand on every page.
    EveryPage,
    /// The place of its lines in the text is uncertain: two ways of telling their order differ.
    OrderUncertain,
    /// Some of its letters cannot be told: the font in the file does not say what they are.
    LettersUnknown,
}

/// An encoding's name in the [standard](https://encoding.spec.whatwg.org/), such as `UTF-8`.
pub type EncodingName = &'static str;

/// A doubt about the reading of an article, worded in [`crate::wording`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The encoding was guessed from the bytes; its name.
    EncodingGuessed(#[serde(with = "encoding::name")] EncodingName),
    /// So many characters could not be decoded.
    Undecodable(usize),
    /// The article was not found by the extractor and the whole page was taken.
    WholePage,
    /// Right-to-left text, which the window cannot lay out in its proper order.
    RightToLeft,
    /// So many places hold debris of an earlier conversion, such as `&quot;`.
    Debris(usize),
    /// A person left out or brought back some of the text.
    ByHand,
    /// The file holds so many articles, and this is the first.
    FirstOf(usize),
    /// Tracked changes, read as if all were accepted.
    TrackedChanges {
        /// How many.
        n: usize,
        /// Who made them, as far as they are named, sorted.
        by: Vec<String>,
    },
}

/// How the bytes of an article were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The kind of document.
    pub format: Format,
    /// The encoding's name, such as `UTF-8` or `windows-1252`.
    #[serde(with = "encoding::name")]
    pub encoding: EncodingName,
    /// Size of the input in bytes.
    pub n_bytes: usize,
    /// SHA-256 of the input, in lower-case hexadecimal; empty where there were no bytes.
    pub sha256: String,
    /// Which article of the input it is, counted from 0, where that holds several.
    #[serde(skip_serializing_if = "is_first")]
    pub part: usize,
}

/// Whether an article is the first of its file, or the only one.
fn is_first(part: &usize) -> bool {
    *part == 0
}

/// A kind of document that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
    /// A web page saved with what it loads in one file: MHTML or .webarchive.
    WebArchive,
    /// An e-mail message.
    Email,
    /// Word's newer format.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// An electronic book.
    Epub,
    /// Portable Document Format.
    Pdf,
}

impl Format {
    /// Whether its bytes are text in some encoding.
    fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html)
    }
}

/// Bytes of a file that are read at most: some hundred times the longest article.
pub const LIMIT: usize = 64_000_000;

/// Reads an article out of the `bytes` of a file called `name`.
///
/// ```
/// use crosscheck::article::{Unreadable, read};
/// let article = read(b"Three jailed\n\nA court jailed three men.", "post.txt").expect("an article");
/// assert_eq!(article.details.title.as_deref(), Some("Three jailed"));
/// assert_eq!(read(b"", "post.txt").unwrap_err(), Unreadable::Empty);
/// ```
///
/// # Errors
/// When the bytes hold no article, or not in a way that can be read.
pub fn read(bytes: &[u8], name: &str) -> Result<Article, Unreadable> {
    read_all(bytes, name)?.into_iter().next().ok_or(Unreadable::Blank)
}

/// Reads all articles out of the `bytes` of a file called `name`: an e-book or a message may hold several.
///
/// # Errors
/// When the bytes hold no article, or not in a way that can be read.
pub fn read_all(bytes: &[u8], name: &str) -> Result<Vec<Article>, Unreadable> {
    read_inside(bytes, name, 0, &|_| ())
}

/// As [`read_all`], but `tell` is told after each page of a document that has pages how many are read.
///
/// # Errors
/// When the bytes hold no article, or not in a way that can be read.
pub fn read_all_telling(bytes: &[u8], name: &str, tell: &dyn Fn(Pages)) -> Result<Vec<Article>, Unreadable> {
    read_inside(bytes, name, 0, tell)
}

/// Reads all articles out of the `bytes` of a file that is attached `depth` deep to others.
fn read_inside(bytes: &[u8], name: &str, depth: usize, tell: &dyn Fn(Pages)) -> Result<Vec<Article>, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > LIMIT {
        return Err(Unreadable::TooLarge { limit: LIMIT });
    }
    let one = |contents: Contents, format| Article::from_contents(contents, format, name);
    let mut articles = match format::of_bytes(bytes).map_err(Unreadable::Foreign)? {
        Some(Format::Docx) => vec![one(document::docx::read(bytes)?, Format::Docx)?],
        Some(Format::Odt) => vec![one(document::odt::read(bytes)?, Format::Odt)?],
        Some(Format::Rtf) => vec![one(document::rtf::read(bytes)?, Format::Rtf)?],
        Some(Format::Epub) => {
            let found = document::epub::read(bytes)?;
            found.into_iter().map(|contents| one(contents, Format::Epub)).collect::<Result<_, _>>()?
        }
        Some(Format::WebArchive) => vec![one(webarchive::read(bytes)?, Format::WebArchive)?],
        Some(Format::Email) => mail::read(bytes, name, depth)?,
        Some(Format::Pdf) => vec![one(document::pdf::read(bytes, tell)?, Format::Pdf)?],
        Some(Format::Text | Format::Markdown | Format::Html) | None => vec![read_decoded(bytes, name)?],
    };
    let sha256 = sha256(bytes);
    let is_one = articles.len() == 1;
    for (part, article) in articles.iter_mut().enumerate() {
        article.reading.n_bytes = bytes.len();
        article.reading.sha256.clone_from(&sha256);
        article.reading.part = part;
        if !is_one && article.name == name {
            article.name = article.details.title.clone().unwrap_or_else(|| format!("{name} ({})", part + 1));
        }
    }
    Ok(articles)
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads an article out of bytes that are text in some encoding.
fn read_decoded(bytes: &[u8], name: &str) -> Result<Article, Unreadable> {
    let decoded = encoding::decode(bytes).ok_or(Unreadable::Binary)?;
    let mut article = read_text(&decoded.text, name)?;
    if decoded.is_guessed {
        article.notes.push(Note::EncodingGuessed(decoded.encoding));
    }
    if decoded.n_undecodable > 0 {
        article.notes.push(Note::Undecodable(decoded.n_undecodable));
    }
    article.reading.encoding = decoded.encoding;
    Ok(article)
}

/// Reads an article out of a whole document in `text`, called `name`: plain text, Markdown or a page's markup.
///
/// # Errors
/// When the text holds no article, or not in a way that can be read.
pub fn read_text(text: &str, name: &str) -> Result<Article, Unreadable> {
    if text.trim().is_empty() {
        return Err(Unreadable::Blank);
    }
    let format = format::of_text(text, name).map_err(Unreadable::Foreign)?;
    let contents = match format {
        Format::Markdown if text.len() > markdown::LIMIT => {
            return Err(Unreadable::TooLarge { limit: markdown::LIMIT });
        }
        Format::Markdown => markdown::read(text),
        Format::Html => html::read(text)?,
        _ => text::read(text),
    };
    Article::from_contents(contents, format, name)
}

/// Reads a stretch of a page that a person chose and copied, given as its `markup`: all of it is the article.
///
/// # Errors
/// When the stretch holds no text, or is nested deeper than any page.
pub fn read_copied(markup: &str, name: &str) -> Result<Article, Unreadable> {
    Article::from_contents(html::read_copied(markup)?, Format::Html, name)
}

impl Article {
    fn from_contents(contents: Contents, format: Format, name: &str) -> Result<Self, Unreadable> {
        let Contents { details, text, blocks, dropped, mut notes } = contents;
        // A page may hold white space that HTML does not count as such.
        if blocks.is_empty() || text.trim().is_empty() {
            return Err(Unreadable::Blank);
        }
        let n_debris = repair(&text).n_edits();
        if n_debris > 0 {
            notes.push(Note::Debris(n_debris));
        }
        if is_right_to_left(&text) {
            notes.push(Note::RightToLeft);
        }
        // Of documents, encodings are a matter of their insides.
        let encoding = if format.is_text() { "UTF-8" } else { "" };
        let reading = Reading { format, encoding, ..Reading::default() };
        let mut article =
            Self { name: name.to_owned(), details, text, blocks, dropped, notes, reading, ..Self::default() };
        habits::tidy(&mut article);
        Ok(article)
    }

    /// The text without its headline, where that is the title and stands in [`details`](Self::details).
    pub fn body(&self) -> &str {
        let headline = self.blocks.first().filter(|block| block.kind == BlockKind::Headline).map(|block| block.span);
        let is_title = headline.is_some_and(|span| self.details.title.as_deref() == Some(span.of(&self.text)));
        match self.blocks.get(1) {
            Some(second) if is_title => self.text.get(second.span.start..).unwrap_or(&self.text),
            _ => &self.text,
        }
    }

    /// An article of plain `text`, each non-empty line a paragraph; a word broken at the end of a line is one. A line
    /// that says when the article appeared gives its date.
    ///
    /// ```
    /// let article = crosscheck::article::Article::from_text("AP", "Three jailed\n\nA court jailed three men.");
    /// assert_eq!(article.blocks.len(), 2);
    /// ```
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut blocks: Vec<Block> = Vec::new();
        for span in line_spans(&text) {
            match blocks.last_mut() {
                Some(last) if is_broken(last.span.of(&text), span.of(&text)) => last.span = last.span.cover(span),
                _ => blocks.push(Block { span, kind: BlockKind::Paragraph }),
            }
        }
        let published = Stamp::of_lines(blocks.iter().map(|block| block.span.of(&text))).map(|stamp| stamp.published);
        let details = Details { published, ..Details::default() };
        Self { name: name.into(), details, text, blocks, ..Self::default() }
    }

    /// An article of ready-made sentences, joined by newlines.
    pub fn from_sentences(name: impl Into<String>, sentences: &[impl AsRef<str>]) -> Self {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(sentences.len());
        for (idx, sentence) in sentences.iter().enumerate() {
            if idx > 0 {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(sentence.as_ref());
            spans.push(Span::new(start, text.len()));
        }
        let blocks = spans.iter().map(|&span| Block { span, kind: BlockKind::Paragraph }).collect();
        let published = Stamp::of_lines(sentences.iter().map(AsRef::as_ref)).map(|stamp| stamp.published);
        let details = Details { published, ..Details::default() };
        Self { name: name.into(), details, text, blocks, given_sentences: Some(spans), ..Self::default() }
    }

    /// SHA-256 of its text, in lower-case hexadecimal.
    pub fn text_sha256(&self) -> String {
        Sha256::digest(&self.text).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether its spans lie in its text, in order and without overlap: what was read by this program always does, what
    /// was written by hand or by another program may not.
    pub fn is_sound(&self) -> bool {
        let are_in_order = |spans: &[Span]| {
            let are_apart = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
            are_apart && spans.iter().all(|span| self.text.get(span.start..span.end).is_some())
        };
        let blocks: Vec<Span> = self.blocks.iter().map(|block| block.span).collect();
        !self.text.trim().is_empty()
            && are_in_order(&blocks)
            && self.given_sentences.as_deref().is_none_or(are_in_order)
            && self.dropped.iter().all(|dropped| dropped.before <= self.blocks.len())
    }

    /// What people call it: the outlet where one is known, else its name.
    pub fn label(&self) -> &str {
        self.details.outlet.as_deref().unwrap_or(&self.name)
    }
}

/// Whether most letters of `text` belong to scripts written from right to left; its beginning stands for the whole.
fn is_right_to_left(text: &str) -> bool {
    let (mut n_rtl, mut n_letters) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(2000) {
        n_letters += 1;
        n_rtl += usize::from(matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'));
    }
    n_rtl * 2 > n_letters
}

/// Whether the last word of `line` is broken and goes on in the `next`.
fn is_broken(line: &str, next: &str) -> bool {
    let word = line.strip_suffix(['-', '‐', '\u{ad}']);
    word.is_some_and(|word| word.ends_with(char::is_lowercase)) && next.starts_with(char::is_lowercase)
}

/// The lines of `text` that hold more than white space, without the white space around them.
fn line_spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            let inner = line.trim();
            let lead = line.len() - line.trim_start().len();
            Some(Span::new(start + lead, start + lead + inner.len()))
        })
        .filter(|span| !span.is_empty())
}
