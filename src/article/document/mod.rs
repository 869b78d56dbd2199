//! Documents of word processors, e-books and pages made for print: DOCX, ODT, RTF, EPUB, PDF.
//!
//! Each reader walks its format into one [`Draft`]: blocks in order, and beside them what is no part of the body
//! (footnotes, comments, deleted words, text boxes). [`Draft::finish`] finds the headline and the lines that name
//! author and date, in the way plain text has them, and asks the document's properties for what the text does not say.
//!
//! Limits stand in [`package`] (entries, sizes, expansion) and [`xml`] (depth, number of elements); none of the readers
//! calls itself deeper than those allow.

pub(super) mod docx;
pub(super) mod epub;
pub(super) mod odt;
mod package;
pub(super) mod pdf;
pub(super) mod rtf;
mod xml;

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::contents::Contents;
use super::text;
use super::{BlockKind, Details, DropReason, Dropped, Note, Published};

/// In so many blocks at the top the headline and the lines of author and date are looked for.
const TOP: usize = 6;

/// Most words of a line above the headline: "Health", "News release", "Vestby Courier".
const ABOVE_WORDS: usize = 6;

/// Longest block at the top that may be such a line, in bytes, as in plain text.
const TOP_LINE: usize = 200;

/// A document on its way to becoming an article.
#[derive(Debug, Default)]
struct Draft {
    blocks: Vec<(BlockKind, String)>,
    dropped: Vec<Dropped>,
    /// Blocks of text boxes, which stand beside the body: pull quotes, sidebars.
    boxes: Vec<String>,
    /// What the document's properties say.
    properties: Details,
    n_changes: usize,
    changed_by: BTreeSet<String>,
}

impl Draft {
    /// Adds a block; white space is made single, and a block without words is none.
    fn push(&mut self, kind: BlockKind, text: &str) {
        let text = single_spaced(text);
        // Some programs write the mark of a list's item into the text.
        let (kind, text) = match text.strip_prefix(['•', '▪', '◦', '‣']) {
            Some(item) => (BlockKind::ListItem, item.trim_start().to_owned()),
            None => (kind, text),
        };
        if text.is_empty() {
            return;
        }
        if kind == BlockKind::Caption {
            self.drop(DropReason::Caption, &text);
        } else {
            self.blocks.push((kind, text));
        }
    }

    /// Keeps words that are no part of the body.
    fn drop(&mut self, why: DropReason, text: &str) {
        let text = single_spaced(text);
        if !text.is_empty() {
            self.dropped.push(Dropped { text, why, before: self.blocks.len() });
        }
    }

    /// Counts a tracked change.
    fn change(&mut self, author: Option<&str>) {
        self.n_changes += 1;
        if let Some(author) = author.map(str::trim).filter(|author| !author.is_empty()) {
            self.changed_by.insert(author.to_owned());
        }
    }

    fn finish(mut self) -> Contents {
        let boxes = std::mem::take(&mut self.boxes);
        for text in boxes {
            // A letter whose whole text is set in a box has no other body.
            if self.blocks.iter().any(|(kind, _)| *kind == BlockKind::Paragraph) {
                self.drop(DropReason::NotArticle, &text);
            } else {
                self.blocks.push((BlockKind::Paragraph, text));
            }
        }
        let mut details = self.take_details();
        self.mark_headline(&mut details);
        let mut contents = Contents { details, dropped: self.dropped, ..Contents::default() };
        for (kind, text) in &self.blocks {
            contents.push(*kind, text);
        }
        if self.n_changes > 0 {
            let by = self.changed_by.into_iter().collect();
            contents.notes.push(Note::TrackedChanges { n: self.n_changes, by });
        }
        contents
    }

    /// Takes the lines at the top that say who wrote it and when out of the blocks, and fills up from the properties.
    fn take_details(&mut self) -> Details {
        // Templates have a line for the author's name alone.
        let author = self.properties.byline.clone().unwrap_or_default();
        if let Some(at) = self.blocks.iter().take(TOP).position(|(_, text)| *text == author) {
            self.take_block(at);
        }
        // Or with the date behind it, where lines in the middle of a page were taken for one.
        let signed = self.blocks.iter().take(TOP).position(|(_, text)| author_and_date(text, &author).is_some());
        let signed = signed.and_then(|at| {
            let published = author_and_date(&self.blocks[at].1, &author);
            self.take_block(at);
            published
        });
        let named = self.name_above_date();
        if let Some((at, _)) = named {
            self.take_block(at);
        }
        let above = self.take_lines_above_headline();
        let n_top = self.blocks.iter().take(TOP).take_while(|(_, text)| text.len() <= TOP_LINE).count();
        let top: Vec<&str> = self.blocks[..n_top].iter().map(|(_, text)| text.as_str()).collect();
        let read = text::read(&top.join("\n\n"));
        for line in &read.dropped {
            if let Some(at) = self.blocks.iter().take(n_top).position(|(_, text)| *text == line.text) {
                self.take_block(at);
            }
        }
        self.dropped.sort_by_key(|dropped| dropped.before);
        let properties = std::mem::take(&mut self.properties);
        let mut details = read.details;
        // What plain text would take for a headline is judged again below, where styles are known.
        details.title = None;
        details.outlet = details.outlet.or(properties.outlet);
        details.byline = named.map(|(_, name)| name).or(details.byline).or(properties.byline);
        details.published = details.published.or(signed).or(above).or(properties.published);
        details.address = details.address.or(properties.address);
        self.properties.title = properties.title;
        details
    }

    /// Keeps the short lines above the headline beside the text: a section's name, the outlet's, a date, which is
    /// returned.
    fn take_lines_above_headline(&mut self) -> Option<Published> {
        let headline = self.blocks.iter().take(TOP).position(|(kind, _)| *kind == BlockKind::Headline)?;
        let is_line = |text: &str| {
            text.split(' ').count() <= ABOVE_WORDS && !text.ends_with(['.', '!', '?', ':', ','])
                || Published::within(text).is_some() && text.len() <= 100
        };
        if !self.blocks[..headline].iter().all(|(_, text)| is_line(text)) {
            return None;
        }
        let mut published = None;
        for _ in 0..headline {
            published = published.or_else(|| Published::within(&self.blocks[0].1));
            self.take_block(0);
        }
        published
    }

    /// A line at the top that is a name alone, with a line below that is a date alone: who wrote it, and when.
    fn name_above_date(&self) -> Option<(usize, String)> {
        let is_name = |text: &str| {
            let n_words = text.split(' ').count();
            // A line that begins with By is read as plain text's is.
            !text.starts_with("By ")
                && (2..=5).contains(&n_words)
                && text.split(' ').all(|word| word.starts_with(char::is_uppercase))
                && text.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c))
        };
        let is_date = |text: &str| text.len() <= 40 && Published::parse(text).is_some();
        let pair =
            self.blocks.windows(2).take(TOP).skip(1).position(|pair| is_name(&pair[0].1) && is_date(&pair[1].1))?;
        Some((pair + 1, self.blocks[pair + 1].1.clone()))
    }

    /// Keeps the block at `at` beside the text.
    fn take_block(&mut self, at: usize) {
        let (_, text) = self.blocks.remove(at);
        for dropped in &mut self.dropped {
            dropped.before -= usize::from(dropped.before > at);
        }
        self.dropped.push(Dropped { text, why: DropReason::Details, before: at });
    }

    /// Finds the headline: what is styled as a title, else a heading or a line like one at the very top.
    fn mark_headline(&mut self, details: &mut Details) {
        let property = self.properties.title.take().filter(|title| is_title(title));
        let is_property = |text: &str| property.as_deref().is_some_and(|title| single_spaced(title) == text);
        let titled =
            self.blocks.iter().take(3).position(|(kind, text)| *kind == BlockKind::Headline || is_property(text));
        let first_is_heading = self.blocks.first().is_some_and(|(kind, _)| *kind == BlockKind::Heading);
        let first_is_line = match self.blocks.as_slice() {
            [(BlockKind::Paragraph, first), (_, second), ..] => {
                first.len() <= TOP_LINE
                    && first.contains(' ')
                    && !first.ends_with(['.', ',', ';', ':'])
                    && second.len() > first.len()
            }
            _ => false,
        };
        let headline = titled.or_else(|| (first_is_heading || first_is_line).then_some(0));
        for (idx, (kind, text)) in self.blocks.iter_mut().enumerate() {
            if Some(idx) == headline {
                *kind = BlockKind::Headline;
                details.title = Some(text.clone());
            } else if *kind == BlockKind::Headline {
                *kind = BlockKind::Heading;
            }
        }
        details.title = details.title.take().or(property);
    }
}

/// The date in a line that is the author's name and a date.
fn author_and_date(text: &str, author: &str) -> Option<Published> {
    let rest = text.strip_prefix(author).filter(|rest| !author.is_empty() && rest.len() <= 30)?;
    Published::parse(rest.trim_matches([' ', ',', '|', '·']))
}

/// Whether a document's title in its properties was meant: programs put names of files and templates there.
fn is_title(title: &str) -> bool {
    let lower = title.trim().to_ascii_lowercase();
    let is_file = [".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".html", ".dotx"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    lower.contains(' ') && !is_file && !lower.starts_with("microsoft word") && !lower.starts_with("untitled")
}

/// The first days that clocks of Unix and of ZIP archives count: programs that keep no date write them.
const ZERO_DAYS: [Date; 2] = [date(1970, 1, 1), date(1980, 1, 1)];

/// The day of a property, whose ways of writing it are those of web pages; the hour is that of some program. `None` for
/// the day at which a clock begins.
fn published(text: &str) -> Option<Published> {
    let published = Published::parse(text).filter(|published| !ZERO_DAYS.contains(&published.date))?;
    Some(Published { time: None, ..published })
}

/// `text` with every run of white space as one space, and none at its ends.
pub(super) fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_at_which_a_clock_begins_is_no_day_of_an_article() {
        assert_eq!(published("1970-01-01T00:00:00Z"), None);
        assert_eq!(published("1980-01-01T00:00:00Z"), None);
        assert_eq!(published("1980-01-02T10:00:00Z").map(|day| day.to_string()).as_deref(), Some("1980-01-02"));
    }
}
