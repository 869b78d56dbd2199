//! Plain text: paragraphs, a headline, and the few header lines that are unmistakable.
//!
//! The text is kept as printed, with line ends made `\n`. Lines that were broken to a width are one paragraph; where
//! lines are not broken, each is a paragraph of its own.
//!
//! Header lines are read at the top only: `Title:`, `Outlet:`, `Published:`, `By Jane Roe`, a date and the like. They
//! go where a web page's would go, to the article's details.

use super::contents::Contents;
use super::{Block, BlockKind, Details, DropReason, Dropped, Moment, Published, Stamp};
use crate::lexicon;
use crate::text::Span;

/// Headlines are shorter than this, in bytes; the longest of news outlets are about 150 characters.
const HEADLINE_MAX: usize = 200;

/// Widths that lines are broken to, in bytes; shorter lines are lists or verse, longer ones whole paragraphs.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;

/// Header lines are looked for in so many lines with words at the top.
const HEADER_LINES: usize = 6;

/// Reads plain `text`.
pub(super) fn read(text: &str) -> Contents {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    let header = Header::of(&text);
    let mut contents = Contents { details: header.details, dropped: header.dropped, ..Contents::default() };
    if header.len == 0 {
        contents.blocks = paragraphs(&text);
        if is_headline(&text, &contents.blocks) {
            contents.blocks[0].kind = BlockKind::Headline;
            contents.details.title = Some(contents.blocks[0].span.of(&text).to_owned());
        }
        contents.text = text;
    } else {
        if let Some(title) = contents.details.title.clone() {
            contents.push(BlockKind::Headline, &title);
            contents.text.push('\n');
        }
        let start = contents.text.len();
        let body = &text[header.len..];
        contents.text.push_str(body);
        contents
            .blocks
            .extend(paragraphs(body).into_iter().map(|block| Block { span: block.span.shift(start), ..block }));
    }
    contents
}

/// The paragraphs of `text`, without the white space around them.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    let lines: Vec<Span> = lines(text).collect();
    let width = lines.iter().map(|line| line.len()).max().filter(|width| WIDTHS.contains(width));
    let mut spans: Vec<Span> = Vec::new();
    let mut previous: Option<Span> = None;
    for (line, next) in lines.iter().zip(lines.iter().skip(1).map(Some).chain([None])) {
        if line.is_empty() {
            previous = None;
            continue;
        }
        match (previous, spans.last_mut()) {
            (Some(before), Some(open)) if runs_on(before.of(text), line.of(text), width) => *open = open.cover(*line),
            _ => spans.push(*line),
        }
        previous = next.map(|_| *line);
    }
    spans.into_iter().map(|span| Block { span, kind: BlockKind::Paragraph }).collect()
}

/// Whether `next` goes on with the paragraph of `line`: it begins in lower case in the middle of a sentence, or its
/// first word would not have fitted into the `width` that the text's lines are broken to.
fn runs_on(line: &str, next: &str, width: Option<usize>) -> bool {
    let is_item = next.starts_with(['-', '*', '•', '·', '–', '—'])
        || next.split_once(['.', ')']).is_some_and(|(mark, rest)| {
            rest.starts_with(' ') && mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit())
        });
    let is_ended = line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', ';', '…']);
    let first_word = next.split_whitespace().next().map_or(0, str::len);
    let is_full = width.is_some_and(|width| line.len() + 1 + first_word > width);
    !is_item && (is_full || !is_ended && next.starts_with(char::is_lowercase))
}

/// Whether the first of `blocks` is a headline: one short line without a period, and a paragraph after it.
fn is_headline(text: &str, blocks: &[Block]) -> bool {
    let [first, second, ..] = blocks else {
        return false;
    };
    let (line, gap) = (first.span.of(text), &text[first.span.end..second.span.start]);
    let is_short = line.len() <= HEADLINE_MAX && !line.contains('\n') && line.contains(' ');
    let is_open = !line.ends_with(['.', ',', ';', ':', '…']) && !line.ends_with(".\"") && !line.ends_with(".”");
    is_short && is_open && (gap.matches('\n').count() > 1 || second.span.len() > first.span.len())
}

/// The lines of `text` in order, empty ones too, without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let lead = line.len() - line.trim_start().len();
        let inner = line.trim();
        if inner.is_empty() { Span::new(start, start) } else { Span::new(start + lead, start + lead + inner.len()) }
    })
}

/// The header lines at the top of a text.
#[derive(Default)]
struct Header {
    details: Details,
    dropped: Vec<Dropped>,
    /// What is known of the stamp that gave the date.
    stamp: Option<Moment>,
    /// Length of the text up to the body; nothing without header lines.
    len: usize,
}

impl Header {
    fn of(text: &str) -> Self {
        let mut header = Self::default();
        let mut headline = None;
        // The line above the headline, where it is the outlet's name.
        let mut outlet: Option<&str> = None;
        let top = lines(text).filter(|line| !line.is_empty()).take(HEADER_LINES);
        for (idx, span) in top.enumerate() {
            let line = span.of(text);
            let is_headline = line.len() <= HEADLINE_MAX && !line.ends_with('.');
            if header.take(line) {
                header.dropped.push(Dropped { text: line.to_owned(), why: DropReason::Details, before: 0 });
                header.len = span.end;
            } else if idx == 0 && is_headline {
                headline = Some(line);
            } else if idx == 1 && is_headline && header.len == 0 && headline.is_some_and(is_outlet) {
                outlet = headline.replace(line);
            } else {
                break;
            }
        }
        if let Some(outlet) = outlet.filter(|_| header.len > 0) {
            header.dropped.insert(0, Dropped { text: outlet.to_owned(), why: DropReason::Details, before: 0 });
            header.details.outlet.get_or_insert_with(|| outlet.to_owned());
        }
        if header.len > 0 && header.details.title.is_none() {
            header.details.title = headline.map(str::to_owned);
        }
        header
    }

    /// Takes what `line` says about the article, if it is a header line.
    fn take(&mut self, line: &str) -> bool {
        if let Some((name, value)) = line.split_once(':') {
            let value = value.trim();
            if !value.is_empty() && take_field(&mut self.details, name, value) {
                return true;
            }
        }
        if let Some(by) = line.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).map(|_| line[3..].trim()) {
            let (name, date) = name_and_date(by);
            if is_name(name) {
                self.details.byline.get_or_insert_with(|| name.to_owned());
                self.details.published = self.details.published.or(date);
                return true;
            }
        }
        if let Some(stamp) = Stamp::read(line) {
            // What names the first appearance counts more than what names a later change.
            let is_better = self.stamp.is_none_or(|of| stamp.of < of);
            if self.details.published.is_none() || self.stamp.is_some() && is_better {
                self.details.published = Some(stamp.published);
                self.stamp = Some(stamp.of);
            }
            return true;
        }
        // A date on a line of its own.
        let date = (line.len() <= 40).then(|| Published::parse(line)).flatten();
        if let Some(date) = date.filter(|_| self.details.published.is_none()) {
            self.details.published = Some(date);
            return true;
        }
        false
    }
}

/// Names of outlets have at most so many words: "The Post and Courier of Sele".
const OUTLET_WORDS: usize = 6;

/// Whether `line` reads as the name of an outlet: capitalized words, of which the first or the last is one of those
/// that outlets are called by.
fn is_outlet(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_known = |word: Option<&&str>| {
        word.is_some_and(|word| lexicon::OUTLET_WORDS.rows().any(|row| word.eq_ignore_ascii_case(row[0])))
    };
    let named = words.strip_prefix(&["The"]).unwrap_or(&words);
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "&" | "and" | "of" | "the");
    (2..=OUTLET_WORDS).contains(&words.len())
        && words.iter().all(is_name)
        && (is_known(named.first()) || is_known(named.last()))
}

/// Parts a line such as `Jane Roe | Nov. 7, 2019` into who wrote and when.
fn name_and_date(by: &str) -> (&str, Option<Published>) {
    let parted =
        by.char_indices().filter(|(_, c)| matches!(c, ',' | '|' | '•' | '·' | '–' | '—')).find_map(|(at, c)| {
            let date = Published::parse(&by[at + c.len_utf8()..])?;
            Some((by[..at].trim(), Some(date)))
        });
    parted.unwrap_or((by, None))
}

/// Who wrote an article, if `line` says so: "By Jane Roe | Nov. 7, 2019".
pub(super) fn byline(line: &str) -> Option<String> {
    let by = line.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).map(|_| line[3..].trim())?;
    let (name, _) = name_and_date(by);
    // "By Jane Roe Monday, November 18, 2019"
    let last = name.rsplit(' ').next().unwrap_or_default();
    let is_weekday = lexicon::WEEKDAYS.rows().any(|row| row[0] == last.to_lowercase());
    let name = if is_weekday { name[..name.len() - last.len()].trim_end() } else { name };
    is_name(name).then(|| name.to_owned())
}

/// Puts a field called `name` into `details`; `false` if the name says nothing about an article.
pub(super) fn take_field(details: &mut Details, name: &str, value: &str) -> bool {
    let field = match name.trim().to_ascii_lowercase().as_str() {
        "title" | "headline" => &mut details.title,
        "outlet" | "source" | "publisher" | "publication" | "site" | "site_name" => &mut details.outlet,
        "author" | "authors" | "byline" | "by" => &mut details.byline,
        "url" | "link" | "address" | "canonical" => &mut details.address,
        "archive" | "archived at" | "archive_url" if value.starts_with("http") => &mut details.archive,
        name => {
            let time = match name {
                "published" | "date" | "published at" | "publication date" | "posted" | "pubdate" => {
                    &mut details.published
                }
                "retrieved" | "accessed" => &mut details.retrieved,
                _ => return false,
            };
            let given = Published::parse(value);
            *time = time.or(given);
            return given.is_some();
        }
    };
    field.get_or_insert_with(|| value.to_owned());
    true
}

/// Whether `text` reads as who wrote an article: a few words, names or such as name a desk ("the Harbour Wire staff").
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_known = |word: &str| lexicon::BYLINE_WORDS.rows().any(|row| row[0] == word);
    let is_plain = |word: &&str| {
        let word = word.trim_matches([',', ';', '&', '(', ')']);
        word.is_empty() || word.starts_with(char::is_uppercase) || is_known(word)
    };
    let names_someone = words.iter().any(|word| word.starts_with(char::is_uppercase)) || words.first() == Some(&"our");
    (1..=10).contains(&words.len()) && !text.ends_with('.') && names_someone && words.iter().all(is_plain)
}
