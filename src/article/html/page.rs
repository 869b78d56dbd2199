//! A page parsed within limits.
//!
//! HTML parsers build whatever tree the tags ask for, and extractors walk it by recursion: pages nested a thousand deep
//! take seconds, and a hundred thousand exhaust the stack, which ends the whole program. What the tags ask for is only
//! known to a parser (elements that close others, formatting that is opened again in every block), so the page is fed
//! to [`html5ever`] piece by piece and given up as soon as its tree is deeper or larger than any real page's.
//! Building the tree needs no recursion; time and space are linear within the limits.

use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

use super::super::Unreadable;

/// Levels that are let through. Real pages stay below 60; extractors begin to slow down at a thousand.
const DEPTH_LIMIT: usize = 500;

/// Elements and texts that are let through. Real pages stay below 30,000, the longest live reports below 100,000.
const NODE_LIMIT: usize = 400_000;

/// Bytes fed at once: within one piece a tree can grow by a level for each three bytes, which is still little work.
const PIECE: usize = 4096;

/// Parses `markup`, or gives up on a page that is deeper or larger than it may be.
pub(super) fn parse(markup: &str) -> Result<Html, Unreadable> {
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
    fn formatting_opened_again_in_every_block_is_bounded() {
        let fonts: String = (0..400).map(|n| format!("<font size={n}>")).collect();
        assert!(parse(&format!("<p>{fonts}{}", "<p>x".repeat(100_000))).is_err());
    }
}
