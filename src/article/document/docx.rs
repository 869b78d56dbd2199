//! Word documents (.docx): [ECMA-376](https://ecma-international.org/publications-and-standards/standards/ecma-376/)
//! part 1.
//!
//! Read is the text with all tracked changes accepted; deleted words, comments, footnotes and text boxes are kept
//! beside it. Headers and footers of pages stand in parts of their own and are not read.

use std::collections::HashMap;

use super::package::{Package, resolve};
use super::xml::{Element, Node, parse};
use super::{Draft, published};
use crate::article::contents::Contents;
use crate::article::{BlockKind, DropReason, Unreadable};

/// Longest text of a cell that makes its table a table of data and not one that lays out a page, in bytes.
pub(super) const CELL: usize = 300;

/// Reads the document in `bytes`.
///
/// # Errors
/// When it is damaged, encrypted, or beyond the limits.
pub(in crate::article) fn read(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let document = parse(&package.need(&main)?)?;
    let mut walk = Walk { styles: styles(&mut package, &main)?, ..Walk::default() };
    walk.draft.properties = properties(&mut package)?;
    let body = document.find("body").ok_or(Unreadable::Damaged)?;
    walk.blocks(body);
    walk.flush(BlockKind::Paragraph);
    for (part, why) in [
        ("footnotes.xml", DropReason::Footnote),
        ("endnotes.xml", DropReason::Footnote),
        ("comments.xml", DropReason::Comment),
    ] {
        if let Some(bytes) = package.read(&resolve(&main, part))? {
            walk.notes(&parse(&bytes)?, why);
        }
    }
    Ok(walk.draft.finish())
}

/// The part that holds the text, as the package's relations name it.
fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    let Some(bytes) = package.read("_rels/.rels")? else { return Ok("word/document.xml".to_owned()) };
    let relations = parse(&bytes)?;
    let target = relations.child("Relationships").and_then(|all| {
        let is_main = |one: &&Element| one.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
        all.elements().find(is_main)?.attribute("Target")
    });
    Ok(target.map_or_else(|| "word/document.xml".to_owned(), |target| resolve("", target)))
}

/// The names of the paragraph styles, in lower case, by their key.
fn styles(package: &mut Package<'_>, main: &str) -> Result<HashMap<String, String>, Unreadable> {
    let Some(bytes) = package.read(&resolve(main, "styles.xml"))? else { return Ok(HashMap::new()) };
    let tree = parse(&bytes)?;
    let mut styles = HashMap::new();
    for style in tree.child("styles").into_iter().flat_map(Element::elements).filter(|style| style.name == "style") {
        let name = style.child("name").and_then(|name| name.attribute("val"));
        if let (Some(key), Some(name)) = (style.attribute("styleId"), name) {
            styles.insert(key.to_owned(), name.to_ascii_lowercase());
        }
    }
    Ok(styles)
}

fn properties(package: &mut Package<'_>) -> Result<crate::article::Details, Unreadable> {
    let mut details = crate::article::Details::default();
    if let Some(bytes) = package.read("docProps/core.xml")? {
        let core = parse(&bytes)?;
        let given = |name| core.find(name).map(Element::text).filter(|text| !text.trim().is_empty());
        details.title = given("title");
        details.byline = given("creator");
        details.published = given("created").as_deref().and_then(published);
    }
    Ok(details)
}

#[derive(Default)]
struct Walk {
    draft: Draft,
    styles: HashMap<String, String>,
    /// The paragraph that is being read; a deleted paragraph mark joins it with the next.
    text: String,
    /// Words of the deletion that is being read.
    deleted: String,
    /// Kind and author of the change before, which a change made of several elements goes on with.
    last_change: Option<(&'static str, Option<String>)>,
    is_in_change: bool,
}

impl Walk {
    fn blocks(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" => self.blocks(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        self.last_change = None;
        self.runs(paragraph);
        self.end_deletion();
        let properties = paragraph.child("pPr");
        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            return;
        }
        let style = properties.and_then(|properties| properties.child("pStyle")?.attribute("val"));
        let name = style.map(|key| self.styles.get(key).cloned().unwrap_or_else(|| key.to_ascii_lowercase()));
        let is_item = properties.is_some_and(|properties| properties.child("numPr").is_some());
        self.flush(kind(name.as_deref().unwrap_or_default(), is_item));
    }

    fn flush(&mut self, kind: BlockKind) {
        let text = std::mem::take(&mut self.text);
        self.draft.push(kind, &text);
    }

    /// The words of the runs in `parent`.
    fn runs(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "r" => {
                    if !self.is_in_change {
                        self.end_deletion();
                        self.last_change = None;
                    }
                    self.run(element);
                }
                "ins" | "moveTo" => {
                    self.change(if element.name == "ins" { "insertion" } else { "move" }, element);
                    let outer = std::mem::replace(&mut self.is_in_change, true);
                    self.runs(element);
                    self.is_in_change = outer;
                }
                "del" => {
                    self.change("deletion", element);
                    self.deleted(element);
                }
                "moveFrom" | "pPr" | "rPr" => {}
                "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "customXml" | "dir" | "bdo" => {
                    self.runs(element);
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element) {
        if run.child("rPr").is_some_and(|properties| is_on(properties.child("vanish"))) {
            return;
        }
        for element in run.elements() {
            match element.name.as_str() {
                "t" => self.text.push_str(&element.text()),
                "tab" | "br" | "cr" | "ptab" => self.text.push(' '),
                "noBreakHyphen" => self.text.push('-'),
                "drawing" | "pict" | "object" => self.boxes(element),
                "AlternateContent" => {
                    if let Some(one) = element.child("Choice").or_else(|| element.child("Fallback")) {
                        self.boxes(one);
                    }
                }
                _ => {}
            }
        }
    }

    /// Text boxes stand beside the paragraph they hang on.
    fn boxes(&mut self, parent: &Element) {
        for element in parent.elements() {
            if element.name == "txbxContent" {
                let mut inner = Self { styles: std::mem::take(&mut self.styles), ..Self::default() };
                inner.blocks(element);
                self.styles = inner.styles;
                self.draft.boxes.extend(inner.draft.blocks.into_iter().map(|(_, text)| text));
                self.draft.boxes.extend(inner.draft.boxes);
            } else {
                self.boxes(element);
            }
        }
    }

    fn table(&mut self, table: &Element) {
        let rows: Vec<&Element> = table.elements().filter(|row| row.name == "tr").collect();
        let cells = |row: &Element| -> Vec<String> {
            row.elements().filter(|cell| cell.name == "tc").map(|cell| words(cell).trim().to_owned()).collect()
        };
        let is_data = rows.iter().any(|row| cells(row).len() > 1)
            && rows.iter().all(|row| cells(row).iter().all(|cell| cell.len() <= CELL));
        for row in rows {
            if let Some(del) = row.child("trPr").and_then(|properties| properties.child("del")) {
                self.draft.change(del.attribute("author"));
                self.draft.drop(DropReason::Deleted, &cells(row).join(" | "));
            } else if is_data {
                let mut texts = Vec::new();
                for cell in row.elements().filter(|cell| cell.name == "tc") {
                    let mut inner = Self { styles: std::mem::take(&mut self.styles), ..Self::default() };
                    inner.blocks(cell);
                    inner.flush(BlockKind::Paragraph);
                    self.styles = inner.styles;
                    let text: Vec<String> = inner.draft.blocks.into_iter().map(|(_, text)| text).collect();
                    texts.push(text.join(" "));
                    for dropped in inner.draft.dropped {
                        self.draft.drop(dropped.why, &dropped.text);
                    }
                    self.draft.boxes.extend(inner.draft.boxes);
                    self.draft.n_changes += inner.draft.n_changes;
                    self.draft.changed_by.extend(inner.draft.changed_by);
                }
                texts.retain(|text| !text.is_empty());
                self.draft.push(BlockKind::TableRow, &texts.join(" | "));
            } else {
                for cell in row.elements().filter(|cell| cell.name == "tc") {
                    self.blocks(cell);
                }
            }
        }
    }

    /// Footnotes, endnotes or comments of a part of their own.
    fn notes(&mut self, tree: &Element, why: DropReason) {
        for note in tree
            .elements()
            .flat_map(Element::elements)
            .filter(|note| matches!(note.name.as_str(), "footnote" | "endnote" | "comment"))
        {
            // The lines that part footnotes from the text are kept among them, with a type.
            if note.attribute("type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let text = words(note);
            match note.attribute("author").filter(|author| !author.is_empty()) {
                Some(author) => self.draft.drop(why, &format!("{author}: {text}")),
                None => self.draft.drop(why, &text),
            }
        }
    }

    /// Counts a change, unless it goes on with the one before it.
    fn change(&mut self, what: &'static str, element: &Element) {
        let author = element.attribute("author").map(str::to_owned);
        let this = Some((what, author));
        if self.last_change != this {
            self.end_deletion();
            self.draft.change(element.attribute("author"));
            self.last_change = this;
        }
    }

    fn deleted(&mut self, element: &Element) {
        let mut words = String::new();
        add_named(element, "delText", &mut words);
        self.deleted.push_str(&words);
    }

    fn end_deletion(&mut self) {
        if !self.deleted.is_empty() {
            let words = std::mem::take(&mut self.deleted);
            self.draft.drop(DropReason::Deleted, &words);
        }
    }
}

/// What a paragraph of the style called `name` is.
pub(super) fn kind(name: &str, is_item: bool) -> BlockKind {
    match name {
        "title" => BlockKind::Headline,
        "caption" | "figure" | "image caption" => BlockKind::Caption,
        "quote" | "intense quote" | "block text" | "quotations" => BlockKind::Quote,
        name if name.starts_with("heading") => BlockKind::Heading,
        name if is_item || name.starts_with("list ") => BlockKind::ListItem,
        _ => BlockKind::Paragraph,
    }
}

fn is_on(property: Option<&Element>) -> bool {
    property.is_some_and(|property| !matches!(property.attribute("val"), Some("0" | "false" | "off")))
}

/// The words in `element` that are not deleted, its paragraphs parted by a space.
fn words(element: &Element) -> String {
    let mut out = String::new();
    add_words(element, &mut out);
    out
}

fn add_words(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "t" => out.push_str(&child.text()),
            "tab" | "br" | "cr" => out.push(' '),
            "noBreakHyphen" => out.push('-'),
            "moveFrom" | "del" | "pPr" | "rPr" | "drawing" | "pict" | "object" | "AlternateContent" => {}
            "p" => {
                add_words(child, out);
                out.push(' ');
            }
            _ => add_words(child, out),
        }
    }
}

/// The words of all elements called `name` in `element`.
fn add_named(element: &Element, name: &str, out: &mut String) {
    for child in &element.children {
        if let Node::Element(child) = child {
            if child.name == name { out.push_str(&child.text()) } else { add_named(child, name, out) }
        }
    }
}
