//! An article that a page's data holds whole and the page itself does not show: behind a wall, or filled in by a
//! script.

use rustc_hash::FxHashSet;

use super::super::BlockKind;
use super::walk::Block;
use super::{page, walk};

/// Of ten pairs of neighboring words of the article, the page shows fewer than this where it is withheld; a page that
/// shows it has nearly all, a page that shows how it begins has two or three.
const SHOWN: usize = 5;

/// The blocks of the article `text` of a page's data, if the blocks of the `page` do not show it; none if they do.
pub(super) fn blocks(text: &str, page: &[Block]) -> Vec<Block> {
    let blocks = paragraphs(text);
    let shown: FxHashSet<[&str; 2]> = page.iter().flat_map(|block| pairs(&block.text)).collect();
    let (n, n_shown) = blocks
        .iter()
        .flat_map(|block| pairs(&block.text))
        .fold((0, 0), |(n, n_shown), pair| (n + 1, n_shown + usize::from(shown.contains(&pair))));
    if n_shown * 10 < n * SHOWN { blocks } else { Vec::new() }
}

/// The paragraphs of `text`, which is plain with line breaks, or markup.
fn paragraphs(text: &str) -> Vec<Block> {
    let is_markup = ["<p", "<br", "<div", "</"].iter().any(|tag| text.contains(tag));
    let read = |markup: &str| page::parse(markup).map(|page| walk::blocks(&page)).unwrap_or_default();
    if is_markup {
        return read(text);
    }
    let block = |line: &str| {
        // References such as &quot; are left in, now and then.
        let line =
            if line.contains('&') { read(line).into_iter().map(|block| block.text).collect() } else { line.to_owned() };
        Block { kind: BlockKind::Paragraph, text: line, n_linked: 0, parent: None, entry: None }
    };
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(block)
        .filter(|block| !block.text.is_empty())
        .collect()
}

/// Each two neighboring words of `text`.
fn pairs(text: &str) -> impl Iterator<Item = [&str; 2]> {
    let words = text.split_whitespace();
    words.clone().zip(words.skip(1)).map(|(a, b)| [a, b])
}
