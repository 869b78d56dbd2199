//! A page parsed within limits.
//!
//! HTML parsers build whatever tree the tags ask for, and extractors walk it by recursion: pages nested a thousand deep
//! take seconds, and a hundred thousand exhaust the stack, which ends the whole program. What the tags ask for is only
//! known to a parser (elements that close others, formatting that is opened again in every block), so the page is fed
//! to [`html5ever`] piece by piece and given up as soon as its tree is deeper or larger than any real page's. Building
//! the tree needs no recursion; time and space are linear within the limits. The parser compares each attribute of a
//! tag with those before it, so tags with very many are told beforehand ([`has_endless_tag`]).

use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

use super::super::Unreadable;

/// Levels that are let through. Real pages stay below 60; extractors begin to slow down at a thousand.
const DEPTH_LIMIT: usize = 500;

/// Elements and texts that are let through. Real pages stay below 30,000, the longest live reports below 100,000.
const NODE_LIMIT: usize = 400_000;

/// Attributes of one tag that are let through. Real tags have fewer than a hundred; at this many, comparing each with
/// all is still less work than building the tree.
const ATTRIBUTE_LIMIT: usize = 500;

/// Bytes fed at once: within one piece a tree can grow by a level for each three bytes, which is still little work.
const PIECE: usize = 4096;

/// Parses `markup`, or gives up on a page that is deeper or larger than it may be.
pub(super) fn parse(markup: &str) -> Result<Html, Unreadable> {
    if has_endless_tag(markup.as_bytes()) {
        return Err(Unreadable::TooComplex);
    }
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut rest = markup;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(piece.into());
        rest = after;
        check_open(&parser.tokenizer.sink.sink.0.borrow())?;
    }
    let page = parser.finish();
    check_whole(&page)?;
    Ok(page)
}

/// Whether some tag has more attributes than are let through. Scripts, styles and comments are passed over; linear.
fn has_endless_tag(markup: &[u8]) -> bool {
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &markup[at..]) {
        at += open + 1;
        let rest = &markup[at..];
        if rest.starts_with(b"!--") {
            at += memchr::memmem::find(rest, b"-->").unwrap_or(rest.len());
            continue;
        }
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (len, n_attributes) = tag(rest);
        if n_attributes > ATTRIBUTE_LIMIT {
            return true;
        }
        let raw = [&b"script"[..], b"style"].into_iter().find(|name| starts_with_name(rest, name));
        at += len;
        if let Some(name) = raw {
            // To its end tag, as a parser takes it.
            let mut ends = memchr::memmem::find_iter(&markup[at..], b"</");
            let end = ends.find(|end| starts_with_name(&markup[at + end + 2..], name));
            at += end.unwrap_or(markup.len() - at);
        }
    }
    false
}

fn starts_with_name(text: &[u8], name: &[u8]) -> bool {
    text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        && !text.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
}

/// Where a tag is being read, as far as it matters for counting its attributes.
enum Place {
    TagName,
    Between,
    Name,
    AfterName,
    BeforeValue,
    Value,
}

/// How long the tag is whose name begins `text`, and how many attributes it has; counted no further than the limit.
fn tag(text: &[u8]) -> (usize, usize) {
    let mut n_attributes = 0;
    let mut place = Place::TagName;
    let mut at = 0;
    while let Some(&byte) = text.get(at).filter(|byte| **byte != b'>' && n_attributes <= ATTRIBUTE_LIMIT) {
        let is_space = byte.is_ascii_whitespace();
        place = match (place, byte) {
            (Place::TagName | Place::Value, _) if is_space => Place::Between,
            (Place::Name, _) if is_space => Place::AfterName,
            (place, _) if is_space => place,
            (Place::TagName | Place::Between | Place::Name | Place::AfterName, b'/') => Place::Between,
            (Place::Name | Place::AfterName, b'=') => Place::BeforeValue,
            (Place::Between | Place::AfterName, _) => {
                n_attributes += 1;
                Place::Name
            }
            (Place::BeforeValue, b'"' | b'\'') => {
                let value = &text[at + 1..];
                at += 1 + memchr::memchr(byte, value).unwrap_or(value.len());
                Place::Between
            }
            (Place::BeforeValue, _) => Place::Value,
            (place, _) => place,
        };
        at += 1;
    }
    (at.min(text.len()), n_attributes)
}

/// Follows the elements that are open now: the last child of the last child.
fn check_open(page: &Html) -> Result<(), Unreadable> {
    if page.tree.nodes().len() > NODE_LIMIT {
        return Err(Unreadable::TooComplex);
    }
    let mut node = page.tree.root();
    for _ in 0..DEPTH_LIMIT {
        match node.last_child() {
            Some(child) => node = child,
            None => return Ok(()),
        }
    }
    Err(Unreadable::TooComplex)
}

/// Measures every branch.
fn check_whole(page: &Html) -> Result<(), Unreadable> {
    let mut depth = 0_usize;
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(_) => depth += 1,
            ego_tree::iter::Edge::Close(_) => depth -= 1,
        }
        if depth > DEPTH_LIMIT {
            return Err(Unreadable::TooComplex);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(open: &str, close: &str, n: usize, is_fine: bool) {
        let page = format!("<!doctype html><title>T</title>{}text{}", open.repeat(n), close.repeat(n));
        assert_eq!(parse(&page).is_ok(), is_fine, "{n} × {open:?}");
    }

    #[test]
    fn lets_real_pages_through_and_no_deeper_ones() {
        check("<div>", "</div>", 100, true);
        check("<div>", "</div>", 200_000, false);
        check("<b><i>", "", 200_000, false);
        check("<p>never closed ", "", 50_000, true);
        check("<li>never closed ", "", 50_000, true);
        check("<div><table><tr><td></div>", "", 50_000, false);
        check("<svg><path/></svg>", "", 1_000, true);
        check("<b><div></b>", "", 20_000, false);
        check("<p>", "</p>", 1_000_000, false);
    }

    #[test]
    fn tags_with_attributes_without_end_are_told() {
        let many = |n: usize, value: &str| (0..n).map(|idx| format!(" a{idx}{value}")).collect::<String>();
        for value in ["", "=1", " = 1", "=\">\"", "='>'", "=''", "==\"", "=x'"] {
            assert!(parse(&format!("<p{}>Nine fled</p>", many(100, value))).is_ok(), "{value}");
            assert!(has_endless_tag(format!("<p{}>Nine fled</p>", many(501, value)).as_bytes()), "{value}");
        }
        assert!(has_endless_tag(format!("<p{}", many(501, "=''").replace(' ', "/")).as_bytes()));
        let words = many(2_000, "");
        for text in [
            format!("<p>1 < 2 and 3 <4{words}</p>"),
            format!("<script>if (i <n) {{{words}}}</script>"),
            format!("<STYLE>a <b {words}</STYLE >"),
            format!("<!-- <p {words} -->"),
            format!("<p title=\"{words}\">"),
        ] {
            assert!(!has_endless_tag(text.as_bytes()), "{}", &text[..20]);
        }
    }

    #[test]
    fn formatting_opened_again_in_every_block_is_bounded() {
        let fonts: String = (0..400).map(|n| format!("<font size={n}>")).collect();
        assert!(parse(&format!("<p>{fonts}{}", "<p>x".repeat(100_000))).is_err());
    }
}
