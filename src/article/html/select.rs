//! Which blocks of a page are the article.
//!
//! Comes in: the blocks of the whole page, and those an extractor takes for the article. Goes out: the article's blocks
//! as the page prints them, and the others with the reason why they were left out.
//!
//! The extractor's choice is mended in both directions. [`furniture`] goes. What the extractor lost between two blocks of
//! its own choice comes back if it stands at the same place of the page's tree and reads like text: a paragraph with
//! many links, a heading. Blocks are matched by their letters alone, in the page's order; time is linear in the page.

use ego_tree::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{BlockKind, DropReason, Dropped};
use super::furniture;
use super::walk::Block;

/// The article and the rest.
pub(super) struct Selection {
    /// The article's blocks, in order.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// Chooses among the blocks of `page` by what the extractor `found`.
pub(super) fn select(page: &[Block], found: Vec<Block>) -> Selection {
    let matched = matches(page, &found);
    let mut is_kept = vec![false; page.len()];
    for idx in matched.iter().flatten() {
        is_kept[*idx] = true;
    }
    restore(page, &mut is_kept);
    let whys: Vec<Option<DropReason>> = page.iter().map(furniture::why).collect();

    let mut blocks = Vec::new();
    // For each block of the page how many of the article's stand before it.
    let mut before = Vec::with_capacity(page.len());
    let mut next = 0;
    let mut take_until = |end: usize, blocks: &mut Vec<Block>| {
        while next < end {
            before.push(blocks.len());
            if is_kept[next] && whys[next].is_none() {
                blocks.push(page[next].clone());
            }
            next += 1;
        }
    };
    for (block, page_idx) in found.into_iter().zip(&matched) {
        match page_idx {
            Some(idx) => take_until(idx + 1, &mut blocks),
            None if furniture::why(&block).is_none() => blocks.push(block),
            None => {}
        }
    }
    take_until(page.len(), &mut blocks);
    let dropped = dropped(page, &is_kept, &whys, &blocks, &before);
    Selection { blocks, dropped }
}

/// For each block that was found, the block of the page it is, in rising order.
fn matches(page: &[Block], found: &[Block]) -> Vec<Option<usize>> {
    let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (idx, block) in page.iter().enumerate() {
        places.entry(letters(&block.text)).or_default().push(idx);
    }
    let mut next = 0;
    found
        .iter()
        .map(|block| {
            let places = places.get(&letters(&block.text))?;
            let place = *places.get(places.partition_point(|place| *place < next))?;
            next = place + 1;
            Some(place)
        })
        .collect()
}

/// Takes back what the extractor lost between blocks of its choice.
fn restore(page: &[Block], is_kept: &mut [bool]) {
    let parents: FxHashSet<NodeId> =
        page.iter().zip(&*is_kept).filter(|(_, kept)| **kept).filter_map(|(block, _)| block.parent).collect();
    let first = is_kept.iter().position(|kept| *kept).unwrap_or(page.len());
    let last = is_kept.iter().rposition(|kept| *kept).unwrap_or(0);
    for idx in first..last {
        let block = &page[idx];
        let is_at_home = block.parent.is_some_and(|parent| parents.contains(&parent));
        if is_kept[idx] || !is_at_home {
            continue;
        }
        is_kept[idx] = match block.kind {
            BlockKind::Paragraph => reads_like_text(block),
            // Messages of others that are shown whole: few of them are full sentences.
            BlockKind::Quote => block.n_linked * 3 < block.text.len() * 2,
            // A heading belongs to the text that follows it.
            BlockKind::Heading => is_kept[idx + 1] && !block.is_linked(),
            BlockKind::ListItem | BlockKind::TableRow | BlockKind::Caption | BlockKind::Headline => false,
        };
    }
}

/// Whether `block` reads like a sentence rather than like a list of links.
fn reads_like_text(block: &Block) -> bool {
    let is_ended = block.text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '!', '?', ':']);
    is_ended && block.text.split_whitespace().count() >= 8 && block.n_linked * 2 < block.text.len()
}

/// How many groups of left-out blocks are kept at most, and how many bytes of each.
const DROPPED_MAX: usize = 300;
const DROPPED_BYTES: usize = 4_000;

/// What is left of the page, neighbors of one reason together.
fn dropped(
    page: &[Block],
    is_kept: &[bool],
    whys: &[Option<DropReason>],
    blocks: &[Block],
    before: &[usize],
) -> Vec<Dropped> {
    // Pieces of blocks that were found in another cut are not left out.
    let words: FxHashSet<[&str; 3]> = blocks.iter().flat_map(|block| triples(&block.text)).collect();
    let is_found = |block: &Block| {
        let (n_known, n) = triples(&block.text)
            .fold((0, 0), |(known, n), triple| (known + usize::from(words.contains(&triple)), n + 1));
        n > 0 && n_known * 10 >= n * 9
    };
    let mut dropped: Vec<Dropped> = Vec::new();
    let mut previous = None;
    for (idx, block) in page.iter().enumerate() {
        if is_kept[idx] && whys[idx].is_none() || is_found(block) {
            continue;
        }
        let why = whys[idx].unwrap_or(DropReason::NotArticle);
        let is_neighbor =
            previous.is_some_and(|(previous_idx, previous_why)| previous_idx + 1 == idx && previous_why == why);
        let has_room = |last: &&mut Dropped| last.text.len() + block.text.len() < DROPPED_BYTES;
        if let Some(last) = dropped.last_mut().filter(|_| is_neighbor).filter(has_room) {
            last.text.push('\n');
            last.text.push_str(&block.text);
        } else if dropped.len() < DROPPED_MAX {
            let text = block.text[..block.text.floor_char_boundary(DROPPED_BYTES)].to_owned();
            dropped.push(Dropped { text, why, before: before[idx] });
        } else {
            break;
        }
        previous = Some((idx, why));
    }
    dropped
}

/// Each three neighboring words of `text`.
fn triples(text: &str) -> impl Iterator<Item = [&str; 3]> {
    let words = text.split_whitespace();
    words.clone().zip(words.clone().skip(1)).zip(words.skip(2)).map(|((a, b), c)| [a, b, c])
}

/// The letters and digits of `text`, in lower case.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
