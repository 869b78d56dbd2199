//! XML of documents as a tree, built by [quick-xml](https://docs.rs/quick-xml) within limits.
//!
//! Names are kept without their prefix: the formats read here do not use the same name for two things in one place.
//! Entities that a document declares for itself are left out, so that none can grow.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::article::{Unreadable, encoding};

/// Deepest nesting; tables in text boxes in tables come to about fifty.
const MAX_DEPTH: usize = 256;

/// Most elements and texts; a novel with every word styled for itself has some hundred thousand.
const MAX_NODES: usize = 1_000_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// What stands in it.
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Words.
    Text(String),
}

impl Element {
    /// The value of the attribute called `name`, without regard to its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it called `name`.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element called `name` at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// All words in it, at any depth.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.add_text(text),
            }
        }
    }
}

/// The tree of the XML in `bytes`; its root has no name and holds the document's element.
///
/// # Errors
/// When it is nested too deep, has too many elements, or is no XML from its first tag on. XML that breaks off later is
/// read up to there only if nothing but the end tags is missing.
pub(super) fn parse(bytes: &[u8]) -> Result<Element, Unreadable> {
    let decoded;
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => {
            decoded = encoding::decode(bytes).ok_or(Unreadable::Damaged)?;
            &decoded.text
        }
    };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open = vec![Element::default()];
    let mut n_nodes = 0_usize;
    loop {
        n_nodes += 1;
        if n_nodes > MAX_NODES {
            return Err(Unreadable::TooComplex);
        }
        let event = reader.read_event().map_err(|_| Unreadable::Damaged)?;
        match event {
            Event::Start(tag) => {
                if open.len() > MAX_DEPTH {
                    return Err(Unreadable::TooComplex);
                }
                open.push(element(&tag));
            }
            Event::Empty(tag) => add(&mut open, Node::Element(element(&tag))),
            Event::End(_) => {
                if open.len() > 1
                    && let Some(element) = open.pop()
                {
                    add(&mut open, Node::Element(element));
                }
            }
            Event::Text(words) => add_words(&mut open, &words.decode().unwrap_or_default()),
            Event::CData(words) => add_words(&mut open, &words.decode().unwrap_or_default()),
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap_or_default();
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    add_words(&mut open, c.encode_utf8(&mut [0; 4]));
                } else if let Some(words) = quick_xml::escape::resolve_predefined_entity(&name) {
                    add_words(&mut open, words);
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    while open.len() > 1
        && let Some(element) = open.pop()
    {
        add(&mut open, Node::Element(element));
    }
    open.pop().ok_or(Unreadable::Damaged)
}

fn element(tag: &BytesStart<'_>) -> Element {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = text(&attribute.value);
        let value = quick_xml::escape::unescape(&value).map_or_else(|_| value.clone(), |value| value.into_owned());
        (text(attribute.key.local_name().as_ref()), value)
    });
    Element { name: text(tag.local_name().as_ref()), attributes: attributes.collect(), children: Vec::new() }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

/// Adds words to the text before them, if there is one: an entity parts what is one text to people.
fn add_words(open: &mut [Element], words: &str) {
    match open.last_mut().map(|last| (last.children.last_mut().is_some(), last)) {
        Some((true, last)) if matches!(last.children.last(), Some(Node::Text(_))) => {
            if let Some(Node::Text(text)) = last.children.last_mut() {
                text.push_str(words);
            }
        }
        Some((_, last)) => last.children.push(Node::Text(words.to_owned())),
        None => {}
    }
}
