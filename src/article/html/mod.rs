//! The article out of a saved web page.
//!
//! Comes in: decoded markup. Goes out: the article's blocks, what the page says about itself, and what was left out.
//!
//! 1. [`page`] parses within limits and gives up on pages that nest without end.
//! 2. [`plain`] writes what people see of it as markup that extractors cannot misread.
//!    [`trafilatura`](https://docs.rs/trafilatura) finds the article, tuned for precision: a figure out of a sidebar is a
//!    false conflict waiting to happen. Where it finds nothing, a port of Mozilla's Readability is asked.
//! 3. [`walk`] turns markup into blocks: of what was found, and of the whole page.
//! 4. [`select`] compares the two, mends the choice, and says what was left out.
//!    Where the page's data has an article that the page does not show, that is taken ([`withheld`]).
//! 5. [`details`] reads title, outlet, byline, date and address.
//!
//! Parsing runs on a thread of its own with a large stack, so that the deepest page that is let through cannot exhaust
//! the caller's, and a panic in a parser is an error of this page and of nothing else. No script is run and nothing is
//! loaded: text that a page fetches when it is opened is not in it.

mod details;
pub(super) mod furniture;
mod linked_data;
pub(super) mod mark;
mod page;
mod plain;
mod select;
mod shown;
mod walk;
mod withheld;

use std::thread;

use scraper::Html;

use super::contents::Contents;
use super::text;
use super::{BlockKind, Moment, Note, Published, Stamp, Unreadable};

/// Bytes of markup that are read at most; pages of news hold a tenth of that.
pub(super) const LIMIT: usize = 20_000_000;

/// Stack of the reading thread: room for the deepest page that is let through and the hungriest recursion, unoptimized.
const STACK: usize = 64 * 1024 * 1024;

/// Reads the article out of `markup`.
pub(super) fn read(markup: &str) -> Result<Contents, Unreadable> {
    apart(markup, extract)
}

/// Reads a stretch of a page that a person chose: all of its text.
pub(super) fn read_copied(markup: &str) -> Result<Contents, Unreadable> {
    apart(markup, |markup| {
        let mut contents = Contents::default();
        for block in walk::blocks(&page::parse(markup)?) {
            contents.push(block.kind, &block.text);
        }
        Ok(contents)
    })
}

/// Does `work` on a thread of its own.
fn apart(markup: &str, work: fn(&str) -> Result<Contents, Unreadable>) -> Result<Contents, Unreadable> {
    if markup.len() > LIMIT {
        return Err(Unreadable::TooLarge { limit: LIMIT });
    }
    thread::scope(|scope| {
        let reading = thread::Builder::new()
            .name("reading".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, move || work(markup))
            .map_err(|_| Unreadable::Broken)?;
        reading.join().unwrap_or(Err(Unreadable::Broken))
    })
}

fn extract(markup: &str) -> Result<Contents, Unreadable> {
    let page = page::parse(markup)?;
    let details::Told { mut details, headings, body: told } = details::read(&page);
    let whole = walk::read(&page);
    let plain = plain::markup(&page);
    drop(page);
    let mut notes = Vec::new();
    let of_address = details.address.as_deref().and_then(Published::of_address);
    details.published = details
        .published
        .map(|published| in_time_of_outlet(published, of_address))
        .or_else(|| printed_date(&whole.blocks))
        .or_else(|| date_by_headline(&whole.blocks, &headings))
        .or(of_address);
    details.byline = details.byline.take().or_else(|| byline_by_headline(&whole.blocks, &headings));
    let withheld = told.map(|text| withheld::blocks(&text, &whole.blocks)).unwrap_or_default();
    let found = if withheld.is_empty() { body(&plain) } else { Vec::new() };
    let mut selection = select::select(&whole, &found);
    if !withheld.is_empty() {
        selection.blocks = withheld;
    } else if selection.blocks.is_empty() && found.is_empty() {
        notes.push(Note::WholePage);
        selection = select::Selection { blocks: whole.blocks, dropped: Vec::new() };
    }
    let select::Selection { mut blocks, mut dropped } = selection;
    let mut is_title_known = false;
    // The first line of the article may be its headline, in the words that people see.
    if let Some(first) = blocks.first() {
        let is_title = |title: &String| select::letters(title) == select::letters(&first.text);
        if details.title.as_ref().is_some_and(is_title) || headings.iter().any(is_title) {
            details.title = Some(blocks.remove(0).text);
            is_title_known = true;
        }
    }
    if blocks.is_empty() {
        return Err(Unreadable::NoArticle);
    }
    if details.title.is_some() && !is_title_known {
        // A headline that the page does not print above the text is put there.
        for dropped in dropped.iter_mut().filter(|dropped| dropped.before > 0) {
            dropped.before += 1;
        }
    }
    let mut contents = Contents { notes, dropped, ..Contents::default() };
    if let Some(title) = &details.title {
        contents.push(BlockKind::Headline, title);
    }
    for block in &blocks {
        contents.push(block.kind, &block.text);
    }
    contents.details = details;
    Ok(contents)
}

/// The date that the page prints for people: on a line of its own that says so, else in a line of names.
fn printed_date(page: &[walk::Block]) -> Option<Published> {
    let lines = || page.iter().map(|block| block.text.as_str());
    Stamp::of_lines(lines())
        .filter(|stamp| stamp.of != Moment::Unsaid)
        .map(|stamp| stamp.published)
        .or_else(|| lines().filter(|line| furniture::is_date_line(&line.to_lowercase())).find_map(Published::parse))
}

/// The day in the address where that is the day before or after the one in the page's data, which is often that of
/// universal time.
fn in_time_of_outlet(published: Published, of_address: Option<Published>) -> Published {
    let is_beside = |other: &Published| {
        let (before, after) = (published.date.yesterday().ok(), published.date.tomorrow().ok());
        published.time.is_some() && (before == Some(other.date) || after == Some(other.date))
    };
    of_address.filter(is_beside).unwrap_or(published)
}

/// Lines about an article stand so close to its headline, in blocks.
const BY_HEADLINE: usize = 5;

/// The lines close to the headline.
fn lines_by_headline<'a>(page: &'a [walk::Block], headings: &[String]) -> &'a [walk::Block] {
    let is_title = |text: &str| headings.iter().any(|heading| select::letters(heading) == select::letters(text));
    match page.iter().position(|block| is_title(&block.text)) {
        Some(at) => &page[at.saturating_sub(BY_HEADLINE)..(at + BY_HEADLINE + 1).min(page.len())],
        None => &[],
    }
}

/// The date in a line close to the headline, or that a line anywhere gives with the time of day and nothing around it.
fn date_by_headline(page: &[walk::Block], headings: &[String]) -> Option<Published> {
    let is_printed = |text: &str| text.to_lowercase().contains("printed");
    let near = lines_by_headline(page, headings).iter().filter(|block| !is_printed(&block.text));
    near.filter(|block| !block.text.ends_with('.')).find_map(|block| dated(&block.text)).or_else(|| {
        // ":[ 2018-08-25 15:24 ]": so write machines; with the month in words it may be anybody's.
        let is_machine =
            |text: &str| text.split_whitespace().count() <= 6 && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
        let timed = page.iter().filter(|block| is_machine(&block.text));
        timed.filter_map(|block| Published::within(&block.text)).find(|published| published.time.is_some())
    })
}

/// The date in a short line, with its month in words or in figures: "Submitted by the editor on Wed, 01/28/2026 -
/// 14:05".
fn dated(line: &str) -> Option<Published> {
    let is_short = line.split_whitespace().count() <= 12;
    Published::within(line).or_else(|| Published::parse(line).filter(|_| is_short))
}

/// Who wrote it, in a line close to the headline that begins with "By".
fn byline_by_headline(page: &[walk::Block], headings: &[String]) -> Option<String> {
    lines_by_headline(page, headings).iter().find_map(|block| text::byline(&block.text))
}

/// The blocks of the article, as far as an extractor finds one.
fn body(markup: &str) -> Vec<walk::Block> {
    let options = trafilatura::Options::default()
        .with_focus(trafilatura::ExtractionFocus::FavorPrecision)
        .with_fallback(true)
        .with_exclude_comments(true);
    let found = trafilatura::extract(markup, &options).map(|found| found.content_html).unwrap_or_default();
    let blocks = walk::blocks(&Html::parse_fragment(&found));
    if !blocks.is_empty() {
        return blocks;
    }
    let found = libreadability::extract(markup, None).map(|found| found.content).unwrap_or_default();
    walk::blocks(&Html::parse_fragment(&found))
}
