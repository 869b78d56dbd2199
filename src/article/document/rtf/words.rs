//! The words of a document on their way to blocks: paragraphs with their styles, tracked changes, and what is kept
//! beside the text.

use super::group::{Group, Place};
use crate::article::document::docx::kind;
use crate::article::document::{Draft, TOP_LINE};
use crate::article::{BlockKind, Details, DropReason, Published};

/// Size of letters that make a line without a style a heading, in half points: text is set in 10 to 12 points.
const HEADING_SIZE: usize = 28;

/// Where the words of all groups go.
#[derive(Default)]
pub(super) struct Words {
    /// The names of paragraph styles, by number; the first of a number counts.
    styles: Vec<Option<String>>,
    /// The number of the paragraph's style.
    pub(super) style: usize,
    /// The number of the style whose name follows.
    pub(super) style_named: usize,
    /// The paragraph's level in the outline.
    pub(super) outline: Option<i32>,
    /// Whether the paragraph is an item of a list.
    pub(super) is_item: bool,
    /// Whether the paragraph is in a table.
    pub(super) is_in_table: bool,
    /// The size of the paragraph's first letters.
    size: usize,
    text: String,
    beside: String,
    beside_author: String,
    deleted: String,
    changers: Vec<String>,
    last_change: Option<(bool, usize)>,
    /// Year, month and day of the document.
    pub(super) created: [i16; 3],
    details: Details,
    draft: Draft,
}

impl Words {
    /// The document as far as it was read.
    pub(super) fn finish(mut self) -> Draft {
        self.end_paragraph(BlockKind::Paragraph);
        self.draft.properties = self.details;
        self.draft
    }

    /// How many blocks there are so far, and what is kept beside them.
    pub(super) fn n_blocks(&self) -> usize {
        self.draft.blocks.len() + self.draft.dropped.len()
    }

    /// A new paragraph, of no style.
    pub(super) fn reset_paragraph(&mut self) {
        self.style = 0;
        self.outline = None;
        self.is_item = false;
        self.is_in_table = false;
    }

    /// A group begins whose words are kept beside the text.
    pub(super) fn begin_beside(&mut self) {
        self.beside.clear();
    }

    /// Does what is to be done at the end of a group of the place `inner` in one of another.
    pub(super) fn end_place(&mut self, inner: Place) {
        match inner {
            Place::Footnote | Place::Comment => {
                let words = std::mem::take(&mut self.beside);
                let author = std::mem::take(&mut self.beside_author);
                let why = if inner == Place::Comment { DropReason::Comment } else { DropReason::Footnote };
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

    /// Adds decoded words to where the group's words go.
    pub(super) fn push(&mut self, group: &Group, words: &str) {
        if group.is_hidden {
            return;
        }
        match group.place {
            Place::Body => self.push_body(group, words),
            Place::Footnote | Place::Comment | Place::Title | Place::Author => self.beside.push_str(words),
            Place::CommentAuthor => self.beside_author.push_str(words),
            Place::Styles => {
                let name = words.trim().trim_end_matches(';').to_ascii_lowercase();
                if !name.is_empty() {
                    let number = std::mem::take(&mut self.style_named);
                    if self.styles.len() <= number {
                        self.styles.resize(number + 1, None);
                    }
                    self.styles[number].get_or_insert(name);
                }
            }
            Place::Changers => {
                self.changers.extend(words.split_terminator(';').filter(|name| !name.is_empty()).map(str::to_owned));
            }
            Place::Created | Place::Fonts | Place::Nowhere => {}
        }
    }

    fn push_body(&mut self, group: &Group, words: &str) {
        let change = match (group.is_deleted, group.is_inserted) {
            (true, _) => Some((true, group.author)),
            (_, true) => Some((false, group.author)),
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
            self.size = group.size;
        }
        if group.is_deleted {
            self.deleted.push_str(words);
        } else {
            // White space at the start of a paragraph is none of its words.
            self.text.push_str(if self.text.is_empty() { words.trim_start() } else { words });
        }
    }

    /// The words deleted so far are all of one deletion.
    pub(super) fn end_deletion(&mut self) {
        let words = std::mem::take(&mut self.deleted);
        self.draft.drop(DropReason::Deleted, &words);
    }

    /// Ends a paragraph, or a block of the kind `otherwise`.
    pub(super) fn end_paragraph(&mut self, otherwise: BlockKind) {
        self.end_deletion();
        self.last_change = None;
        let text = std::mem::take(&mut self.text);
        let name = self.styles.get(self.style).and_then(Option::as_deref);
        let kind = match (otherwise, self.outline) {
            (BlockKind::TableRow, _) => BlockKind::TableRow,
            (_, Some(0..=8)) => BlockKind::Heading,
            _ => kind(name.unwrap_or_default(), self.is_item),
        };
        let is_large = self.size >= HEADING_SIZE && text.len() <= TOP_LINE && !text.trim_end().ends_with('.');
        let kind = if kind == BlockKind::Paragraph && is_large { BlockKind::Heading } else { kind };
        self.draft.push(kind, text.trim().trim_end_matches('|'));
    }
}
