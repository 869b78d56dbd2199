//! PDF: pages made for print, whose text is letters at places.
//!
//! 1. [`stream`] unpacks within limits; objects and decryption are [hayro-syntax](https://docs.rs/hayro-syntax)'s.
//! 2. [`glyphs`] follows the marks of a page to its letters and their places; [`font`] says what they are.
//! 3. [`initials`] brings large first letters down to their line; [`words`] and [`columns`] put them into lines and
//!    columns by place alone.
//! 4. [`every_page`] takes out running heads and page numbers, [`beside`] what is set in smaller letters than the text.
//! 5. [`paragraphs`] makes paragraphs, and compares the order found with that in which the file draws its lines.
//! 6. [`mend`] joins words that were broken at the ends of lines.
//!
//! What a page's picture shows is not read, nor what stands in fields of a form.

mod beside;
mod cmap;
mod columns;
mod every_page;
mod font;
mod glyphs;
mod initials;
mod mend;
mod paragraphs;
mod stream;
mod words;

use std::collections::HashMap;

use hayro_syntax::{LoadPdfError, Pdf};

use super::Draft;
use crate::article::contents::Contents;
use crate::article::{BlockKind, Details, DropReason, Pages, Published, Unreadable};
use paragraphs::Paragraph;
use words::Word;

/// Most pages that are read.
const MAX_PAGES: usize = 2_000;

/// Most letters of all pages together; a long novel has a million.
const MAX_LETTERS: usize = 8_000_000;

/// How much larger than the text a heading is set.
const HEADING: f32 = 1.12;

/// Fewest words of a pull quote; a heading of fewer may be in the text by chance.
const PULL_QUOTE: usize = 4;

/// Longest heading that is told by being bold, in words.
const BOLD_HEADING: usize = 12;

/// Reads the document in `bytes`; `tell` is told how many of its pages are read.
///
/// # Errors
/// When it is damaged, encrypted, beyond the limits, without a text layer, or when nothing of it can be relied on.
pub(in crate::article) fn read(bytes: &[u8], tell: &dyn Fn(Pages)) -> Result<Contents, Unreadable> {
    stream::guard(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unreadable::Encrypted,
        LoadPdfError::Invalid => Unreadable::Damaged,
    })?;
    let mut fonts = HashMap::new();
    let (mut pages, mut turned, mut has_picture, mut n_letters) = (Vec::new(), Vec::new(), false, 0);
    let n_pages = pdf.pages().len().min(MAX_PAGES);
    for (idx, page) in pdf.pages().iter().take(MAX_PAGES).enumerate() {
        tell(Pages { done: idx, all: n_pages });
        let mut letters = glyphs::letters(page, &mut fonts);
        n_letters += letters.glyphs.len();
        if n_letters > MAX_LETTERS {
            return Err(Unreadable::Bomb);
        }
        has_picture |= letters.has_picture;
        turned.push(letters.turned);
        initials::bring_down(&mut letters.glyphs);
        pages.push(words::words(&letters.glyphs));
    }
    if pages.iter().all(Vec::is_empty) {
        return Err(if has_picture { Unreadable::NoTextLayer } else { Unreadable::Blank });
    }
    let on_every_page = every_page::take(&mut pages);
    let heads = on_every_page.iter().flatten();
    let printed = heads.filter_map(|line| Published::within(line)).next();
    let mut draft = Draft { properties: properties(&pdf), ..Draft::default() };
    draft.properties.published = printed.or(draft.properties.published);
    let mut left_out: Vec<(usize, DropReason, String)> = on_every_page
        .into_iter()
        .enumerate()
        .flat_map(|(page, lines)| lines.into_iter().map(move |line| (page, DropReason::EveryPage, line)))
        .collect();
    let paragraphs = in_order(pages, &mut left_out);
    left_out.sort_by_key(|(page, ..)| *page);
    add(&mut draft, &paragraphs, &left_out);
    for text in turned {
        draft.drop(DropReason::NotArticle, &text);
    }
    if draft.blocks.is_empty() {
        let is_unknown = draft.dropped.iter().any(|dropped| dropped.why == DropReason::LettersUnknown);
        let is_uncertain = draft.dropped.iter().any(|dropped| dropped.why == DropReason::OrderUncertain);
        return Err(match (is_uncertain, is_unknown) {
            (true, _) => Unreadable::NoOrder,
            (_, true) => Unreadable::NoLetters,
            _ if has_picture => Unreadable::NoTextLayer,
            _ => Unreadable::Blank,
        });
    }
    Ok(draft.finish())
}

/// The paragraphs of all pages in the order they are read; those that run over the end of a page are joined.
/// What stands beside the text goes to `left_out`, with its page.
fn in_order(pages: Vec<Vec<Word>>, left_out: &mut Vec<(usize, DropReason, String)>) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let text_size = beside::text_size(&pages);
    let mut last_drawn: Vec<usize> = Vec::new();
    let mut first_drawn: Vec<usize> = Vec::new();
    for (page, words) in pages.into_iter().enumerate() {
        first_drawn.push(words.iter().map(|word| word.first).min().unwrap_or(0));
        last_drawn.push(words.iter().map(|word| word.last).max().unwrap_or(0));
        let mut columns = columns::columns(words);
        let beside = text_size.map(|size| beside::take(&mut columns, size, page == 0)).unwrap_or_default();
        left_out.extend(beside.into_iter().map(|(why, text)| (page, why, text)));
        all.extend(paragraphs::paragraphs(columns, page));
    }
    // Across pages, the last line drawn on one is followed by the first drawn on the next.
    paragraphs::join(all, |before, after| last_drawn.contains(&before.last()) && first_drawn.contains(&after.first()))
}

/// Puts `paragraphs` into `draft`, each as what it is.
fn add(draft: &mut Draft, paragraphs: &[Paragraph], left_out: &[(usize, DropReason, String)]) {
    let size = text_size(paragraphs);
    let headline = headline(paragraphs, size);
    let words = mend::known(paragraphs);
    let running = running_letters(paragraphs, size);
    let mut left_out = left_out.iter().peekable();
    for (idx, paragraph) in paragraphs.iter().enumerate() {
        while let Some((_, why, line)) =
            left_out.next_if(|(page, ..)| paragraph.pages.first().is_some_and(|own| page <= own))
        {
            draft.drop(*why, line);
        }
        let text = if paragraph.is_row { row(paragraph) } else { mend::text(&paragraph.lines, &words) };
        let n_words = text.split_whitespace().count();
        if text.contains('\u{fffd}') {
            draft.drop(DropReason::LettersUnknown, &text);
        } else if paragraph.is_uncertain {
            draft.drop(DropReason::OrderUncertain, &text);
        } else if text.ends_with(['↩', '\u{fe0e}']) {
            // The way back from a note, as browsers print it.
            draft.drop(DropReason::Footnote, &text);
        } else if paragraph.is_row {
            draft.push(BlockKind::TableRow, &text);
        } else if Some(idx) == headline {
            draft.push(BlockKind::Headline, &text);
        } else if let Some(item) = text.strip_prefix(['•', '▪', '◦', '‣']) {
            draft.push(BlockKind::ListItem, item);
        } else if paragraph.size() > HEADING * size && n_words >= PULL_QUOTE && repeats(&text, &running) {
            draft.drop(DropReason::NotArticle, &text);
        } else if paragraph.size() > HEADING * size
            || paragraph.is_bold() && n_words <= BOLD_HEADING && !text.ends_with('.')
        {
            draft.push(BlockKind::Heading, &text);
        } else {
            draft.push(BlockKind::Paragraph, &text);
        }
    }
    for (_, why, line) in left_out {
        draft.drop(*why, line);
    }
}

/// The letters of all that is set in the size of the text, one after the other.
fn running_letters(paragraphs: &[Paragraph], size: f32) -> String {
    let running = paragraphs.iter().filter(|paragraph| paragraph.size() <= HEADING * size);
    running.flat_map(|paragraph| paragraph.lines.iter()).flat_map(|line| letters(&line.text())).collect()
}

/// The letters and digits of `text`, in lower case.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether `text`, in large letters, is a pull quote: it says what the `running` text says as well.
fn repeats(text: &str, running: &str) -> bool {
    let own: String = letters(text).into_iter().collect();
    running.contains(&own)
}

/// The size in which most of the text is set.
fn text_size(paragraphs: &[Paragraph]) -> f32 {
    let mut sizes: Vec<f32> = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.lines.iter())
        .flat_map(|line| std::iter::repeat_n(line.size(), line.words.len()))
        .collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0)
}

/// The paragraph in the largest letters on the first page, if they are larger than the text's.
fn headline(paragraphs: &[Paragraph], size: f32) -> Option<usize> {
    let first = paragraphs.iter().enumerate().take_while(|(_, paragraph)| paragraph.pages.first() == Some(&0));
    let largest = first
        .filter(|(_, paragraph)| paragraph.lines.len() <= 6 && paragraph.lines.iter().any(|line| line.words.len() > 1));
    largest
        .max_by(|(a_idx, a), (b_idx, b)| a.size().total_cmp(&b.size()).then(b_idx.cmp(a_idx)))
        .filter(|(_, paragraph)| paragraph.size() > HEADING * size)
        .map(|(idx, _)| idx)
}

fn row(paragraph: &Paragraph) -> String {
    let mut out = Vec::new();
    for line in &paragraph.lines {
        for cell in paragraphs::cells(line) {
            let words: Vec<&str> = cell.iter().map(|word| word.text.as_str()).collect();
            out.push(words.join(" "));
        }
    }
    out.join(" | ")
}

/// What programs that print web pages, or anything else, call themselves.
const PRINTERS: &[&str] =
    &["Skia/PDF", "Quartz PDFContext", "cairo", "Print To PDF", "Qt ", "wkhtmltopdf", "WeasyPrint", "Ghostscript"];

fn properties(pdf: &Pdf) -> Details {
    let metadata = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text_string).filter(|text| !text.trim().is_empty());
    let producer = text(&metadata.producer).unwrap_or_default();
    // A page that was printed from a browser was made on the day on which somebody printed it.
    let is_printed = PRINTERS.iter().any(|name| producer.contains(name));
    let made = metadata
        .creation_date
        .as_ref()
        .and_then(|date| Published::parse(&format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)));
    Details {
        title: text(&metadata.title),
        byline: text(&metadata.author),
        published: made.filter(|_| !is_printed),
        retrieved: made.filter(|_| is_printed),
        ..Details::default()
    }
}

/// A text of the file itself: UTF-16 with its mark, UTF-8 with its mark, or an encoding much like windows-1252.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
