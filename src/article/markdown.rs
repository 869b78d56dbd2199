//! Markdown: its blocks without the marks, and a front matter if there is one.
//!
//! Parsed by [pulldown-cmark](https://docs.rs/pulldown-cmark) (CommonMark with tables). The text is the words as they
//! are shown; addresses of links and raw markup are left out. The first heading of the first level is the headline.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::contents::Contents;
use super::text::take_field;
use super::{BlockKind, Details};

/// Bytes of Markdown that are read at most, some books' worth: a parser keeps forty bytes for each mark of emphasis
/// that may yet be closed.
pub(super) const LIMIT: usize = 5_000_000;

/// Fields of a front matter.
type Fields<'a> = Vec<(&'a str, &'a str)>;

/// Reads `markdown`.
pub(super) fn read(markdown: &str) -> Contents {
    let (details, body) = match front_matter(markdown) {
        Some((fields, body)) => (details(&fields), body),
        None => (Details::default(), markdown),
    };
    let mut walk = Walk::default();
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        walk.event(event);
    }
    walk.flush();
    let mut blocks = walk.blocks;
    let mut contents = Contents { details, ..Contents::default() };
    let first_top = blocks.iter().position(|block| block.is_top).filter(|idx| *idx <= 1);
    match first_top {
        Some(idx) => {
            blocks[idx].kind = BlockKind::Headline;
            let headline = blocks[idx].text.clone();
            contents.details.title.get_or_insert(headline);
        }
        None => {
            if let Some(title) = contents.details.title.clone() {
                contents.push(BlockKind::Headline, &title);
            }
        }
    }
    for block in &blocks {
        contents.push(block.kind, &block.text);
    }
    contents
}

/// The fields of a front matter (`name: value` lines between two lines of `---`) and the text after it.
pub(super) fn front_matter(text: &str) -> Option<(Fields<'_>, &str)> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let mut rest = start.strip_prefix("---")?.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?;
    let mut fields = Vec::new();
    // No front matter is longer, and a text that opens with a rule must not be searched to its end.
    for _ in 0..60 {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = after;
        let line = line.trim_end();
        if line == "---" || line == "..." {
            return Some((fields, rest));
        }
        if let Some((name, value)) = line.split_once(':').filter(|(name, _)| !name.starts_with([' ', '#', '-'])) {
            fields.push((name.trim(), value.trim().trim_matches(['"', '\''])));
        }
    }
    None
}

fn details(fields: &[(&str, &str)]) -> Details {
    let mut details = Details::default();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        take_field(&mut details, name, value);
    }
    details
}

struct Piece {
    kind: BlockKind,
    text: String,
    /// Whether it is a heading of the first level.
    is_top: bool,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Piece>,
    text: String,
    /// The open elements that say what a block is, innermost last.
    kinds: Vec<BlockKind>,
    is_top: bool,
    /// How many images are open: their words are descriptions for those who cannot see them.
    n_images: usize,
}

impl Walk {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.n_images == 0 => self.text.push_str(&text),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak | Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::Image { .. } => self.n_images += 1,
            Tag::TableCell => {
                if !self.text.is_empty() {
                    self.text.push_str(" | ");
                }
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.is_top = *level == pulldown_cmark::HeadingLevel::H1;
                self.kinds.push(BlockKind::Heading);
            }
            Tag::Item => {
                self.flush();
                self.kinds.push(BlockKind::ListItem);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.kinds.push(BlockKind::Quote);
            }
            Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.kinds.push(BlockKind::TableRow);
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell => {}
            TagEnd::Image => self.n_images = self.n_images.saturating_sub(1),
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.kinds.pop();
            }
            _ => self.flush(),
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let is_top = std::mem::take(&mut self.is_top);
        if !text.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.blocks.push(Piece { kind, text: text.to_owned(), is_top });
        }
    }
}
