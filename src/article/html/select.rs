//! Which blocks of a page are the article.
//!
//! Comes in: the blocks of the whole page, and those an extractor takes for the article. Goes out: the article's blocks
//! as the page prints them, and the others with the reason why they were left out.
//!
//! The extractor says only which blocks: what is read are the page's own words, each once, in the page's order. A block
//! is the article's if the extractor has it letter for letter, or most of its words in a row; extractors lose words
//! where they take a paragraph apart, and put a piece of it elsewhere. The choice is mended in both directions.
//! [`furniture`] goes. What the extractor lost between two blocks of its own choice comes back if it stands at the same
//! place of the page's tree and reads like text: a paragraph with many links, a heading. Time is linear in the page.

use ego_tree::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{BlockKind, DropReason, Dropped};
use super::furniture;
use super::walk::{Block, Reading};

/// The article and the rest.
pub(super) struct Selection {
    /// The article's blocks, in order.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// Chooses among the blocks of the page by what the extractor `found`.
pub(super) fn select(whole: &Reading, found: &[Block]) -> Selection {
    let Reading { blocks: page, struck, alternatives } = whole;
    let mut is_kept = vec![false; page.len()];
    let matched = matches(page, found);
    for idx in matched.iter().flatten() {
        is_kept[*idx] = true;
    }
    let rest: Vec<&Block> =
        found.iter().zip(&matched).filter(|(_, place)| place.is_none()).map(|(block, _)| block).collect();
    keep_pieces(page, &rest, &mut is_kept);
    restore(page, &mut is_kept);
    let mut whys: Vec<Option<DropReason>> = page.iter().map(furniture::why).collect();
    leave_out_repeats(page, &is_kept, &mut whys);
    leave_out_captions(page, alternatives, &mut whys);

    let mut blocks = Vec::new();
    // For each block of the page how many of the article's stand before it.
    let mut before = Vec::with_capacity(page.len() + 1);
    for (idx, block) in page.iter().enumerate() {
        before.push(blocks.len());
        if is_kept[idx] && whys[idx].is_none() {
            blocks.push(block.clone());
        }
    }
    before.push(blocks.len());
    let mut dropped = dropped(page, &is_kept, &whys, &before);
    add_struck(struck, &is_kept, &before, &mut dropped);
    Selection { blocks, dropped }
}

/// Fewest letters of a sentence that is told to be repeated; shorter ones may be said twice.
const REPEATED: usize = 20;

/// Leaves pull quotes out: short quotations set apart whose words the text has as well.
fn leave_out_repeats(page: &[Block], is_kept: &[bool], whys: &mut [Option<DropReason>]) {
    let quotes: Vec<usize> = (0..page.len())
        .filter(|idx| is_kept[*idx] && whys[*idx].is_none() && page[*idx].kind == BlockKind::Quote)
        .collect();
    if quotes.is_empty() || quotes.len() > 100 {
        return;
    }
    let text: Vec<String> = (0..page.len())
        .filter(|idx| is_kept[*idx] && page[*idx].kind == BlockKind::Paragraph)
        .map(|idx| letters(&page[idx].text))
        .collect();
    for idx in quotes {
        let quote = letters(&page[idx].text);
        if quote.len() >= REPEATED && quote.len() <= 300 && text.iter().any(|text| text.contains(&quote)) {
            whys[idx] = Some(DropReason::NotArticle);
        }
    }
}

/// Fewest words of a caption that is told by its picture: one or two may be a heading as well.
const CAPTION_WORDS: usize = 3;

/// Longest caption that is told by its picture, in bytes: whole paragraphs are seldom said again for those who do not
/// see a picture.
const CAPTION_BYTES: usize = 300;

/// Leaves paragraphs out that say what stands in place of a picture: its caption.
fn leave_out_captions(page: &[Block], alternatives: &[String], whys: &mut [Option<DropReason>]) {
    let is_worded = |text: &str| text.split_whitespace().count() >= CAPTION_WORDS && text.len() <= CAPTION_BYTES;
    let known: FxHashSet<String> =
        alternatives.iter().filter(|text| is_worded(text)).map(|text| letters(text)).collect();
    if known.is_empty() {
        return;
    }
    for (block, why) in page.iter().zip(whys) {
        let is_caption =
            block.kind == BlockKind::Paragraph && is_worded(&block.text) && known.contains(&letters(&block.text));
        if why.is_none() && is_caption {
            *why = Some(DropReason::Caption);
        }
    }
}

/// For each block that was found, the block of the page with the same letters: of several the first behind the one
/// before, if there is one.
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
            let place = *places.get(places.partition_point(|place| *place < next)).or(places.last())?;
            next = place + 1;
            Some(place)
        })
        .collect()
}

/// Keeps the blocks of `page` whose words are in the blocks that were found in another cut: most of a block's pairs of
/// neighboring words, or most of such a block's in one of the page.
fn keep_pieces(page: &[Block], found: &[&Block], is_kept: &mut [bool]) {
    let mut pool: FxHashMap<[&str; 2], usize> = FxHashMap::default();
    for pair in found.iter().flat_map(|block| pairs(&block.text)) {
        *pool.entry(pair).or_default() += 1;
    }
    if pool.is_empty() {
        return;
    }
    for (idx, block) in page.iter().enumerate().filter(|(idx, _)| !is_kept[*idx]).collect::<Vec<_>>() {
        let mut n_shared = 0;
        let mut n = 0;
        for pair in pairs(&block.text) {
            n += 1;
            n_shared += usize::from(pool.get(&pair).is_some_and(|left| *left > 0));
        }
        if n < SHORTEST_PIECE || n_shared * 10 < n * MOST {
            continue;
        }
        is_kept[idx] = true;
        for pair in pairs(&block.text) {
            if let Some(left) = pool.get_mut(&pair) {
                *left = left.saturating_sub(1);
            }
        }
    }
}

/// A block of fewer pairs of words is told by its letters alone: the words of a short line stand in many places.
const SHORTEST_PIECE: usize = 3;

/// How many of ten pairs of a block's words must have been found.
const MOST: usize = 6;

/// Each two neighboring words of `text`.
fn pairs(text: &str) -> impl Iterator<Item = [&str; 2]> {
    let words = text.split_whitespace();
    words.clone().zip(words.skip(1)).map(|(a, b)| [a, b])
}

/// Adds what is struck out inside the article.
fn add_struck(struck: &[(usize, String)], is_kept: &[bool], before: &[usize], dropped: &mut Vec<Dropped>) {
    for (at, text) in struck {
        // It stands in the block that was being filled, which may have become several.
        let is_inside = is_kept.get(*at).or(is_kept.last()).is_some_and(|is_kept| *is_kept);
        if is_inside && dropped.len() < DROPPED_MAX {
            let text = text[..text.floor_char_boundary(DROPPED_BYTES)].to_owned();
            let before = before.get(*at).or(before.last()).copied().unwrap_or_default();
            dropped.push(Dropped { text, why: DropReason::Struck, before });
        }
    }
    dropped.sort_by_key(|dropped| dropped.before);
}

/// Takes back what the extractor lost between blocks of its choice.
fn restore(page: &[Block], is_kept: &mut [bool]) {
    let parents: FxHashSet<NodeId> =
        page.iter().zip(&*is_kept).filter(|(_, kept)| **kept).filter_map(|(block, _)| block.parent).collect();
    let first = is_kept.iter().position(|kept| *kept).unwrap_or(page.len());
    let last = is_kept.iter().rposition(|kept| *kept).unwrap_or(0);
    // Backwards: a heading or a time belongs to what follows it, which may have come back itself.
    for idx in (0..last).rev() {
        let block = &page[idx];
        if !is_kept[idx] && is_kept[idx + 1] && block.parent == page[idx + 1].parent && is_linked_text(block) {
            is_kept[idx] = true;
            continue;
        }
        if idx + 1 < first {
            continue;
        }
        if !is_kept[idx] && is_kept[idx + 1] && is_clock(&block.text) {
            // The entries of a live report.
            is_kept[idx] = true;
            continue;
        }
        if idx < first {
            continue;
        }
        if is_kept[idx] {
            continue;
        }
        if block.kind == BlockKind::Heading && is_kept[idx + 1] && opens_entry(block, &page[idx + 1]) {
            is_kept[idx] = true;
            continue;
        }
        let is_at_home = block.parent.is_some_and(|parent| parents.contains(&parent));
        if !is_at_home {
            continue;
        }
        is_kept[idx] = match block.kind {
            BlockKind::Paragraph => reads_like_text(block),
            // Messages of others that are shown whole: few of them are full sentences.
            BlockKind::Quote => block.n_linked * 3 < block.text.len() * 2,
            // A heading belongs to the text that follows it.
            BlockKind::Heading => is_kept[idx + 1] && !block.is_linked(),
            BlockKind::ListItem
            | BlockKind::TableRow
            | BlockKind::Caption
            | BlockKind::Headline
            | BlockKind::Correction => false,
        };
    }
}

/// Whether `heading` stands over the text of `next` in one entry of a list of entries, such as those of a live report.
fn opens_entry(heading: &Block, next: &Block) -> bool {
    let is_of_one = heading.entry.is_some() && heading.entry == next.entry
        || heading.parent.is_some() && heading.parent == next.entry;
    is_of_one && !heading.is_linked() && next.kind != BlockKind::Heading
}

/// Whether `text` is a time of day and nothing else: 17:20, 5.20 p.m.
fn is_clock(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rest: String = text.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase()).collect();
    let is_time = (3..=4).contains(&digits) && text.contains([':', '.']) && matches!(rest.as_str(), "" | "am" | "pm");
    is_time && text.len() <= "12:30 p.m.".len() && text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether `block` reads like a sentence rather than like a list of links.
fn reads_like_text(block: &Block) -> bool {
    let is_ended = block.text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '!', '?', ':']);
    is_ended && block.text.split_whitespace().count() >= 8 && block.n_linked * 2 < block.text.len()
}

/// Whether `block` is a paragraph of the article that is a link as a whole: a full sentence, longer than the headlines
/// and teasers that are links to other articles.
fn is_linked_text(block: &Block) -> bool {
    /// Teasers are mostly shorter. Chosen for the length of a sentence of news, not measured.
    const WORDS: usize = 12;
    let is_ended = block.text.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with('.');
    block.kind == BlockKind::Paragraph
        && block.parent.is_some()
        && is_ended
        && block.is_linked()
        && block.text.split_whitespace().count() >= WORDS
}

/// How many groups of left-out blocks are kept at most, and how many bytes of each.
const DROPPED_MAX: usize = 300;
const DROPPED_BYTES: usize = 4_000;

/// What is left of the page, neighbors of one reason together.
fn dropped(page: &[Block], is_kept: &[bool], whys: &[Option<DropReason>], before: &[usize]) -> Vec<Dropped> {
    let mut dropped: Vec<Dropped> = Vec::new();
    let mut previous = None;
    for (idx, block) in page.iter().enumerate() {
        if is_kept[idx] && whys[idx].is_none() {
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

/// The letters and digits of `text`, in lower case.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
