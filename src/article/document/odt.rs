//! OpenDocument texts (.odt): [OASIS OpenDocument 1.3](https://docs.oasis-open.org/office/OpenDocument/v1.3/).
//!
//! The text of such a file is that with all tracked changes accepted; what was deleted is kept in a list before it.

use std::collections::HashMap;

use super::docx::{CELL, kind};
use super::package::Package;
use super::xml::{Element, Node, parse};
use super::{Draft, published};
use crate::article::contents::Contents;
use crate::article::{BlockKind, Details, DropReason, Unreadable};

/// Reads the document in `bytes`.
///
/// # Errors
/// When it is damaged, encrypted, or beyond the limits.
pub(in crate::article) fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let mut package = Package::open(bytes)?;
    if let Some(manifest) = package.read("META-INF/manifest.xml")?
        && parse(&manifest)?.find("encryption-data").is_some()
    {
        return Err(Unreadable::Encrypted);
    }
    let content = parse(&package.need("content.xml")?)?;
    let mut walk = Walk::default();
    if let Some(bytes) = package.read("styles.xml")? {
        walk.learn_styles(&parse(&bytes)?);
    }
    walk.learn_styles(&content);
    if let Some(bytes) = package.read("meta.xml")? {
        walk.draft.properties = properties(&parse(&bytes)?);
    }
    let text = content.find("body").and_then(|body| body.child("text")).ok_or(Unreadable::Damaged)?;
    walk.blocks(text, false);
    Ok(walk.draft.finish())
}

fn properties(meta: &Element) -> Details {
    let given = |name| meta.find(name).map(Element::text).filter(|text| !text.trim().is_empty());
    Details {
        title: given("title"),
        byline: given("initial-creator").or_else(|| given("creator")),
        published: given("creation-date").or_else(|| given("date")).as_deref().and_then(published),
        ..Details::default()
    }
}

#[derive(Default)]
struct Walk {
    draft: Draft,
    /// The style that a style is made from, both in lower case; names are those of the file, with `_20_` for a space.
    parents: HashMap<String, String>,
}

impl Walk {
    fn learn_styles(&mut self, tree: &Element) {
        for section in tree.elements().flat_map(Element::elements) {
            if !matches!(section.name.as_str(), "styles" | "automatic-styles") {
                continue;
            }
            for style in section.elements().filter(|style| style.name == "style") {
                if let (Some(name), Some(parent)) = (style.attribute("name"), style.attribute("parent-style-name")) {
                    self.parents.insert(plain(name), plain(parent));
                }
            }
        }
    }

    /// What a paragraph is, told by its style or one that this is made from.
    fn kind(&self, element: &Element, is_item: bool) -> BlockKind {
        let mut name = element.attribute("style-name").map(plain).unwrap_or_default();
        // Styles made from each other in a ring would never end.
        for _ in 0..16 {
            let kind = kind(&name, is_item);
            if kind != BlockKind::Paragraph {
                return kind;
            }
            match self.parents.get(&name) {
                Some(parent) => name.clone_from(parent),
                None => break,
            }
        }
        if is_item { BlockKind::ListItem } else { BlockKind::Paragraph }
    }

    fn blocks(&mut self, parent: &Element, is_item: bool) {
        for element in parent.elements() {
            match element.name.as_str() {
                "h" => self.paragraph(element, BlockKind::Heading),
                "p" => {
                    let kind = self.kind(element, is_item);
                    self.paragraph(element, kind);
                }
                "list" | "list-item" | "list-header" => self.blocks(element, element.name != "list-header"),
                "section" | "numbered-paragraph" => self.blocks(element, is_item),
                "table" => self.table(element),
                "tracked-changes" => self.changes(element),
                "frame" | "text-box" | "g" | "custom-shape" => self.boxes(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &Element, kind: BlockKind) {
        let kind = if self.kind(element, false) == BlockKind::Headline { BlockKind::Headline } else { kind };
        let mut text = String::new();
        let mut beside = Vec::new();
        self.words(element, &mut text, &mut beside);
        self.draft.push(kind, &text);
        for (why, words) in beside {
            self.draft.drop(why, &words);
        }
    }

    fn words(&mut self, element: &Element, text: &mut String, beside: &mut Vec<(DropReason, String)>) {
        for node in &element.children {
            let element = match node {
                Node::Text(words) => {
                    text.push_str(words);
                    continue;
                }
                Node::Element(element) => element,
            };
            match element.name.as_str() {
                "s" | "tab" | "line-break" => text.push(' '),
                "note" => {
                    let body = element.child("note-body").map(|body| self.plain_words(body)).unwrap_or_default();
                    beside.push((DropReason::Footnote, body));
                }
                "annotation" => {
                    let author = element.child("creator").map(Element::text).unwrap_or_default();
                    let mut words = String::new();
                    for paragraph in element.elements().filter(|part| matches!(part.name.as_str(), "p" | "list")) {
                        words.push_str(&paragraph.text());
                        words.push(' ');
                    }
                    let words = if author.is_empty() { words } else { format!("{author}: {words}") };
                    beside.push((DropReason::Comment, words));
                }
                "frame" | "text-box" | "custom-shape" | "g" => self.boxes(element),
                "ruby" => {
                    if let Some(base) = element.child("ruby-base") {
                        self.words(base, text, beside);
                    }
                }
                "object" | "image" | "script" | "change" | "change-start" | "change-end" | "annotation-end" => {}
                _ => self.words(element, text, beside),
            }
        }
    }

    /// The words of `element`, its paragraphs parted by a space.
    fn plain_words(&mut self, element: &Element) -> String {
        let mut out = String::new();
        for part in element.elements() {
            self.words(part, &mut out, &mut Vec::new());
            out.push(' ');
        }
        out
    }

    /// A picture's frame with its caption, or a text box: what stands beside the text.
    fn boxes(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "p" | "h" => {
                    let is_caption = self.kind(child, false) == BlockKind::Caption;
                    let mut text = String::new();
                    self.words(child, &mut text, &mut Vec::new());
                    let text = super::single_spaced(&text);
                    if is_caption {
                        self.draft.drop(DropReason::Caption, &text);
                    } else if !text.is_empty() {
                        self.draft.boxes.push(text);
                    }
                }
                "object" | "image" | "title" | "desc" => {}
                _ => self.boxes(child),
            }
        }
    }

    fn table(&mut self, table: &Element) {
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        let cells = |row: &Element| row.elements().filter(|cell| cell.name == "table-cell").count();
        let is_data = rows.iter().any(|row| cells(row) > 1)
            && rows.iter().flat_map(|row| row.elements()).all(|cell| cell.text().trim().len() <= CELL);
        for row in rows {
            if is_data {
                let mut texts = Vec::new();
                for cell in row.elements().filter(|cell| cell.name == "table-cell") {
                    texts.push(super::single_spaced(&self.plain_words(cell)));
                }
                texts.retain(|text| !text.is_empty());
                self.draft.push(BlockKind::TableRow, &texts.join(" | "));
            } else {
                for cell in row.elements().filter(|cell| cell.name == "table-cell") {
                    self.blocks(cell, false);
                }
            }
        }
    }

    fn changes(&mut self, changes: &Element) {
        for region in changes.elements().filter(|region| region.name == "changed-region") {
            for change in region.elements() {
                let author = change.find("creator").map(Element::text);
                self.draft.change(author.as_deref());
                if change.name == "deletion" {
                    let mut words = String::new();
                    for part in change.elements().filter(|part| part.name != "change-info") {
                        words.push_str(&part.text());
                        words.push(' ');
                    }
                    self.draft.drop(DropReason::Deleted, &words);
                }
            }
        }
    }
}

/// The rows of a table, also those in groups and heads.
fn collect_rows<'a>(table: &'a Element, rows: &mut Vec<&'a Element>) {
    for element in table.elements() {
        match element.name.as_str() {
            "table-row" => rows.push(element),
            "table-rows" | "table-header-rows" | "table-row-group" => collect_rows(element, rows),
            _ => {}
        }
    }
}

fn plain(name: &str) -> String {
    name.replace("_20_", " ").to_ascii_lowercase()
}
