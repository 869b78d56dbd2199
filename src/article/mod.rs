//! An article as it was read: its text, which never changes afterwards, and what is known about it.
//!
//! Comes in: bytes of a file, pasted text, or sentences from a batch line. Goes out: an [`Article`], or one clear
//! sentence why not. Only [`open`] touches the disk.

mod details;
pub mod open;
mod published;

use std::path::PathBuf;

pub use details::Details;
pub use published::Published;

use crate::text::Span;

/// One article. Everything later is a span into its [`text`](Self::text).
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// What it is called where no outlet is known: a file's name, or the name given with the text.
    pub name: String,
    /// The file it came from, as it was named by the user.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
}

/// Text that was left out at reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The words, as far as they could be told.
    pub text: String,
    /// Why they were left out.
    pub why: DropReason,
}

/// Why text was left out at reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DropReason {
    /// Outside the article proper: navigation, related links, comments, advertisements.
    NotArticle,
    /// The words under a picture.
    Caption,
}

/// A doubt about the reading of an article, worded in [`crate::view`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The encoding was guessed from the bytes; its name.
    EncodingGuessed(&'static str),
    /// So many characters could not be decoded.
    Undecodable(usize),
    /// The article was not found by the extractor and the whole page was taken.
    WholePage,
    /// Right-to-left text, which the window cannot lay out in its proper order.
    RightToLeft,
    /// So many places hold debris of an earlier conversion, such as `&quot;`.
    Debris(usize),
}

/// How the bytes of an article were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The kind of document.
    pub format: Format,
    /// The encoding's name, such as `UTF-8` or `windows-1252`.
    pub encoding: &'static str,
    /// Size of the input in bytes.
    pub n_bytes: usize,
    /// SHA-256 of the input, in lower-case hexadecimal; empty where there were no bytes.
    pub sha256: String,
}

/// A kind of document that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
}

impl Article {
    /// An article of plain `text`, each non-empty line a paragraph.
    ///
    /// ```
    /// let article = crosscheck::article::Article::from_text("AP", "Three jailed\n\nA court jailed three men.");
    /// assert_eq!(article.blocks.len(), 2);
    /// ```
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = line_spans(&text).map(|span| Block { span, kind: BlockKind::Paragraph }).collect();
        Self { name: name.into(), text, blocks, ..Self::default() }
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
        Self { name: name.into(), text, blocks, given_sentences: Some(spans), ..Self::default() }
    }

    /// What people call it: the outlet where one is known, else its name.
    pub fn label(&self) -> &str {
        self.details.outlet.as_deref().unwrap_or(&self.name)
    }
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
