//! A page as plain markup, for the extractors: what people see of it, and no element inside a paragraph but links.
//!
//! Extractors take paragraphs apart at elements they do not know (`wbr`, `time`, elements of a site's own) and lose or
//! move the words behind them. What stands inside a paragraph says nothing about whether the paragraph is part of the
//! article, so it is left out. One pass without recursion: linear in the page.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::shown;
use super::walk::is_block;

/// `page` as plain markup.
pub(super) fn markup(page: &Html) -> String {
    let mut out = String::from("<!doctype html>");
    let mut n_hidden = 0_usize;
    let mut n_paragraphs = 0_usize;
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if n_hidden == 0 => escape(text, &mut out),
                Node::Element(element) => {
                    n_hidden += usize::from(is_left_out(element));
                    if n_hidden == 0 && is_kept(element, n_paragraphs > 0) {
                        open(element, &mut out);
                    }
                    n_paragraphs += usize::from(is_paragraph(element.name()));
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    n_paragraphs -= usize::from(is_paragraph(element.name()));
                    if n_hidden == 0 && is_kept(element, n_paragraphs > 0) && !is_void(element.name()) {
                        out.push_str("</");
                        out.push_str(element.name());
                        out.push('>');
                    }
                    n_hidden -= usize::from(is_left_out(element));
                }
            }
        }
    }
    out
}

fn is_left_out(element: &Element) -> bool {
    shown::is_hidden(element) || shown::is_struck(element)
}

/// Whether the tags of an element stay: of blocks, of all that stands outside paragraphs, and of links.
fn is_kept(element: &Element, is_inside: bool) -> bool {
    let name = element.name();
    !is_inside || is_block(name) || matches!(name, "a" | "br" | "td" | "th" | "img")
}

/// Elements that hold the words of one paragraph.
fn is_paragraph(name: &str) -> bool {
    matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd" | "td" | "th" | "figcaption")
}

/// Elements without content, which are never closed.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

fn open(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name());
    for (name, value) in element.attrs() {
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')) {
            continue;
        }
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => out.push_str("&quot;"),
                '&' => out.push_str("&amp;"),
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push('>');
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
}
