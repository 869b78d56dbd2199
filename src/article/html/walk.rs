//! Markup into blocks of text.
//!
//! White space is collapsed as a browser does; a no-break space stays. A line break starts a new block unless the
//! sentence plainly runs on (the next line begins in lower case). What the page does not show is passed over
//! ([`shown`]), what it strikes out is kept apart, and raised numbers are told from the words they stand by ([`mark`]).
//! One pass without recursion: linear in the markup.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::super::BlockKind;
use super::mark::{self, Mark};
use super::shown;

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
    /// The element around that one.
    pub entry: Option<NodeId>,
}

impl Block {
    /// Whether nearly all of its words are links.
    pub(super) fn is_linked(&self) -> bool {
        self.n_linked * 10 >= self.text.len() * 9
    }
}

/// What is read of a tree.
pub(super) struct Reading {
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
    /// What is struck out, each with how many blocks were begun before it.
    pub struck: Vec<(usize, String)>,
    /// What stands in place of pictures for those who do not see them.
    pub alternatives: Vec<String>,
}

/// The blocks of `tree` in reading order.
pub(super) fn blocks(tree: &Html) -> Vec<Block> {
    read(tree).blocks
}

/// Reads `tree`.
pub(super) fn read(tree: &Html) -> Reading {
    let mut walk = Walk { lines: vec![Line::default()], ..Walk::default() };
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if walk.n_hidden == 0 => walk.text(text),
                Node::Element(element) => walk.open(node, element),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walk.close(node.id(), element);
                }
            }
        }
    }
    walk.flush();
    Reading { blocks: walk.blocks, struck: walk.struck, alternatives: walk.alternatives }
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    struck: Vec<(usize, String)>,
    alternatives: Vec<String>,
    /// The lines of the block being filled, never none.
    lines: Vec<Line>,
    /// The element around the one that holds the block being filled.
    parent: Option<NodeId>,
    /// The element around that one.
    entry: Option<NodeId>,
    /// The open elements that start on lines of their own, innermost last.
    open: Vec<NodeId>,
    /// How many of these were open with the outermost open quotation, itself counted: all of it stands in one place.
    quote: Option<usize>,
    /// The open rows of tables that only arrange the page, innermost last.
    layout: Vec<NodeId>,
    /// The open elements that say what a block is, innermost last.
    kinds: Vec<BlockKind>,
    /// How many open elements are never shown.
    n_hidden: usize,
    /// How many open elements are struck out.
    n_struck: usize,
    /// How many open elements are links.
    n_links: usize,
    /// The open element that marks a place in the text, such as a footnote's number, and how its text is taken.
    mark: Option<(NodeId, Mark)>,
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
        if self.n_struck > 0 {
            self.strike(text);
            return;
        }
        let mark = self.mark.map(|(_, mark)| mark);
        if mark == Some(Mark::Note) {
            return;
        }
        if self.lines.len() == 1 && self.lines[0].text.is_empty() {
            let holder = self.quote.unwrap_or(self.open.len());
            self.parent = holder.checked_sub(2).map(|idx| self.open[idx]);
            self.entry = holder.checked_sub(3).map(|idx| self.open[idx]);
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
                line.text.push(if mark == Some(Mark::Power) { mark::raised(c) } else { c });
            }
        }
        if is_linked {
            line.n_linked += line.text.len() - start;
        }
    }

    /// Keeps what is struck out beside the text.
    fn strike(&mut self, text: &str) {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_apart = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
        self.is_spaced |= is_apart;
        if !words.is_empty() {
            self.struck.push((self.blocks.len(), words));
        }
    }

    fn open(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let name = element.name();
        let id = node.id();
        self.n_hidden += usize::from(shown::is_hidden(element));
        if self.n_hidden > 0 {
            // What is not shown parts no words either.
            return;
        }
        self.n_links += usize::from(name == "a");
        let line = self.lines.last().map_or("", |line| line.text.as_str());
        if self.mark.is_none()
            && let Some(mark) = mark::mark(node, element, if self.is_spaced { "" } else { line })
        {
            self.is_spaced |= mark == Mark::Part && line.ends_with(|c: char| c.is_ascii_digit());
            self.mark = Some((id, mark));
        }
        match name {
            "br" => self.new_line(),
            "td" | "th" if self.kinds.last() == Some(&BlockKind::TableRow) => self.new_cell(),
            "td" | "th" => self.flush(),
            "q" => self.text("“"),
            "img" => self.alternatives.extend(element.attr("alt").map(str::to_owned)),
            _ => {}
        }
        if is_block(name) {
            self.border(name);
            self.open.push(id);
            if name == "blockquote" && self.quote.is_none() {
                self.quote = Some(self.open.len());
            }
        }
        self.n_struck += usize::from(shown::is_struck(element));
        let kind = kind(element).filter(|_| name != "tr" || !is_layout(node));
        if name == "tr" && kind.is_none() {
            self.layout.push(id);
        }
        self.kinds.extend(kind);
    }

    fn close(&mut self, id: NodeId, element: &Element) {
        let name = element.name();
        if self.n_hidden > 0 {
            self.n_hidden -= usize::from(shown::is_hidden(element));
            return;
        }
        if name == "q" {
            self.is_spaced = false;
            self.text("”");
        }
        self.n_struck -= usize::from(shown::is_struck(element));
        self.n_links -= usize::from(name == "a");
        if self.mark.is_some_and(|(open, _)| open == id) {
            self.mark = None;
        }
        if is_block(name) {
            self.border(name);
            if self.quote == Some(self.open.len()) {
                self.quote = None;
            }
            self.open.pop();
        }
        if self.layout.last() == Some(&id) {
            self.layout.pop();
        } else if kind(element).is_some() {
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
                    let block = Block { kind, text: line.to_owned(), n_linked, parent: self.parent, entry: self.entry };
                    self.blocks.extend(open.replace(block));
                }
            }
        }
        self.blocks.extend(open);
    }
}

/// Elements and texts of a row that are looked at; rows with more are those of a page.
const ROW_NODES: usize = 400;

/// Whether the cells of the row `node` are parts of a page, as old pages arrange them: they hold its headline, tables
/// or very much.
fn is_layout(node: NodeRef<'_, Node>) -> bool {
    let mut n_nodes = 0;
    node.descendants().take(ROW_NODES).any(|inner| {
        n_nodes += 1;
        let is_part = inner
            .value()
            .as_element()
            .is_some_and(|element| matches!(element.name(), "h1" | "article" | "main" | "table"));
        is_part || n_nodes == ROW_NODES
    })
}

/// What text directly inside `element` is, where its name or its class says so.
fn kind(element: &Element) -> Option<BlockKind> {
    kind_of(element.name()).or_else(|| {
        let is_caption = |class: &str| {
            let class = class.to_ascii_lowercase();
            class.ends_with("caption") || class.ends_with("caption-text") || class.ends_with("captiontext")
        };
        // "wp-caption" is the frame around a picture and its words, "captioned" one around more than that.
        let is_caption = |class: &str| is_caption(class) && class != "wp-caption";
        let is_told = matches!(element.name(), "p" | "div")
            && element.attr("class").is_some_and(|all| all.split_whitespace().any(is_caption));
        is_told.then_some(BlockKind::Caption)
    })
}

/// What text directly inside an element is, where its name says so.
fn kind_of(name: &str) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dt" | "dd" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::Quote),
        "tr" => Some(BlockKind::TableRow),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        _ => None,
    }
}

/// Elements that start on a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
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
