//! Markup into blocks of text.
//!
//! White space is collapsed as a browser does; a no-break space stays. A line break starts a new block unless the
//! sentence plainly runs on (the next line begins in lower case). One pass without recursion: linear in the markup.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::super::BlockKind;

/// A block of text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words, never empty.
    pub text: String,
    /// How many bytes of its words stand in links.
    pub n_linked: usize,
    /// The element around the one that holds the words (or around the quotation they stand in), if it is known.
    pub parent: Option<NodeId>,
}

impl Block {
    /// Whether nearly all of its words are links.
    pub(super) fn is_linked(&self) -> bool {
        self.n_linked * 10 >= self.text.len() * 9
    }
}

/// The blocks of `tree` in reading order.
pub(super) fn blocks(tree: &Html) -> Vec<Block> {
    let mut walk = Walk { lines: vec![Line::default()], ..Walk::default() };
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if walk.n_hidden == 0 => walk.text(text),
                Node::Element(element) => walk.open(node.id(), element),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walk.close(element);
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
    /// The lines of the block being filled, never none.
    lines: Vec<Line>,
    /// The element around the one that holds the block being filled.
    parent: Option<NodeId>,
    /// The open elements that start on lines of their own, innermost last.
    open: Vec<NodeId>,
    /// How many of these were open with the outermost open quotation, itself counted: all of it stands in one place.
    quote: Option<usize>,
    /// The open elements that say what a block is, innermost last.
    kinds: Vec<BlockKind>,
    /// How many open elements are never shown.
    n_hidden: usize,
    /// How many open elements are links.
    n_links: usize,
    /// Whether white space is due before the next word.
    is_spaced: bool,
}

#[derive(Default)]
struct Line {
    text: String,
    n_linked: usize,
}

impl Walk {
    fn text(&mut self, text: &str) {
        if self.lines.len() == 1 && self.lines[0].text.is_empty() {
            let holder = self.quote.unwrap_or(self.open.len());
            self.parent = holder.checked_sub(2).map(|idx| self.open[idx]);
        }
        let is_linked = self.n_links > 0;
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        let start = line.text.len();
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C') {
                self.is_spaced = true;
            } else {
                if self.is_spaced && !line.text.is_empty() {
                    line.text.push(' ');
                }
                self.is_spaced = false;
                line.text.push(c);
            }
        }
        if is_linked {
            line.n_linked += line.text.len() - start;
        }
    }

    fn open(&mut self, id: NodeId, element: &Element) {
        let name = element.name();
        self.n_hidden += usize::from(is_hidden(element));
        self.n_links += usize::from(name == "a");
        if self.n_hidden == 0 {
            match name {
                "br" => self.new_line(),
                "td" | "th" => self.new_cell(),
                _ => {}
            }
        }
        if is_block(name) {
            self.border(name);
            self.open.push(id);
            if name == "blockquote" && self.quote.is_none() {
                self.quote = Some(self.open.len());
            }
        }
        self.kinds.extend(kind_of(name));
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        self.n_hidden -= usize::from(is_hidden(element));
        self.n_links -= usize::from(name == "a");
        if is_block(name) {
            self.border(name);
            if self.quote == Some(self.open.len()) {
                self.quote = None;
            }
            self.open.pop();
        }
        if kind_of(name).is_some() {
            self.kinds.pop();
        }
    }

    fn new_line(&mut self) {
        self.lines.push(Line::default());
        self.is_spaced = false;
    }

    fn new_cell(&mut self) {
        if let Some(line) = self.lines.last_mut().filter(|line| !line.text.is_empty() && !line.text.ends_with('|')) {
            line.text.push_str(" |");
            self.is_spaced = true;
        }
    }

    /// A block ends here, but paragraphs inside a cell stay in its row.
    fn border(&mut self, name: &str) {
        if self.kinds.last() == Some(&BlockKind::TableRow) && name != "tr" && name != "table" {
            self.is_spaced = true;
        } else {
            self.flush();
        }
    }

    fn flush(&mut self) {
        self.is_spaced = false;
        let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let mut open: Option<Block> = None;
        for Line { text, n_linked } in std::mem::replace(&mut self.lines, vec![Line::default()]) {
            let line = text.trim_matches([' ', '|', '\u{a0}']);
            if line.is_empty() {
                continue;
            }
            let runs_on = line.starts_with(char::is_lowercase) || kind == BlockKind::Heading;
            match &mut open {
                Some(block) if runs_on => {
                    block.text.push(' ');
                    block.text.push_str(line);
                    block.n_linked += n_linked;
                }
                _ => {
                    let block = Block { kind, text: line.to_owned(), n_linked, parent: self.parent };
                    self.blocks.extend(open.replace(block));
                }
            }
        }
        self.blocks.extend(open);
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

/// Whether the text of `element` is not shown.
fn is_hidden(element: &Element) -> bool {
    let is_told = element.attr("hidden").is_some()
        || element
            .attr("style")
            .is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"));
    is_told
        || element.attr("role") == Some("tooltip")
        || matches!(
            element.name(),
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
