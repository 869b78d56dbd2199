//! Markup into blocks of text.
//!
//! White space is collapsed as a browser does; a no-break space stays. A line break starts a new block unless the
//! sentence plainly runs on (the next line begins in lower case). One pass without recursion: linear in the markup.

use ego_tree::iter::Edge;
use scraper::{Html, Node};

use super::super::BlockKind;

/// A block of text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words, never empty.
    pub text: String,
}

/// The blocks of `tree` in reading order.
pub(super) fn blocks(tree: &Html) -> Vec<Block> {
    let mut walk = Walk::default();
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if walk.n_hidden == 0 => walk.text(text),
                Node::Element(element) => walk.open(element.name()),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walk.close(element.name());
                }
            }
        }
    }
    walk.flush();
    walk.blocks
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    /// The block being filled; a newline stands for a line break.
    text: String,
    /// The open elements that say what a block is, innermost last.
    kinds: Vec<BlockKind>,
    /// How many open elements are never shown.
    n_hidden: usize,
    /// Whether white space is due before the next word.
    is_spaced: bool,
}

impl Walk {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C') {
                self.is_spaced = true;
            } else {
                if self.is_spaced && !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push(' ');
                }
                self.is_spaced = false;
                self.text.push(c);
            }
        }
    }

    fn open(&mut self, name: &str) {
        if is_hidden(name) {
            self.n_hidden += 1;
        }
        match name {
            "br" if self.n_hidden == 0 => {
                self.text.push('\n');
                self.is_spaced = false;
            }
            "td" | "th" if self.n_hidden == 0 => {
                if !self.text.is_empty() && !self.text.ends_with("| ") {
                    self.text.push_str(" | ");
                }
                self.is_spaced = false;
            }
            _ if is_block(name) => {
                // Paragraphs inside a cell stay in its row.
                if self.kinds.last() == Some(&BlockKind::TableRow) && name != "tr" && name != "table" {
                    self.is_spaced = true;
                } else {
                    self.flush();
                }
            }
            _ => {}
        }
        self.kinds.extend(kind_of(name));
    }

    fn close(&mut self, name: &str) {
        if is_hidden(name) {
            self.n_hidden = self.n_hidden.saturating_sub(1);
        }
        if is_block(name) {
            if self.kinds.last() == Some(&BlockKind::TableRow) && name != "tr" && name != "table" {
                self.is_spaced = true;
            } else {
                self.flush();
            }
        }
        if kind_of(name).is_some() {
            self.kinds.pop();
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.is_spaced = false;
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let mut block = String::new();
        for line in text.split('\n') {
            let line = line.trim_matches([' ', '|', '\u{a0}']);
            if line.is_empty() {
                continue;
            }
            let runs_on = line.starts_with(char::is_lowercase);
            if !block.is_empty() {
                if runs_on || kind == BlockKind::Heading {
                    block.push(' ');
                } else {
                    self.blocks.push(Block { kind, text: std::mem::take(&mut block) });
                }
            }
            block.push_str(line);
        }
        if !block.is_empty() {
            self.blocks.push(Block { kind, text: block });
        }
    }
}

/// What text directly inside an element is, where the element says so.
fn kind_of(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dt" | "dd" => Some(BlockKind::ListItem),
        "blockquote" | "q-block" => Some(BlockKind::Quote),
        "tr" => Some(BlockKind::TableRow),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        _ => None,
    }
}

/// Elements that start on a line of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Elements whose text is never shown as part of a page.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "textarea"
            | "datalist"
    )
}
