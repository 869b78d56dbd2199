//! Words and lines of a page, put together from where its letters stand and not from the order in which they are drawn.

use super::glyphs::Glyph;
use crate::article::html::mark;

/// A gap between two letters that parts words, in parts of the size: spaces are .2 to .3 wide, letters that stand apart
/// for looks up to .1. Chosen between the two; right on the PDFs of `samples/formats`, other values were not measured.
const WORD_GAP: f32 = 0.15;

/// How far letters of one line stand above and below each other, in parts of the size: raised figures of notes are at a
/// third.
const SAME_LINE: f32 = 0.45;

/// Raised figures are smaller than the letters beside them, in parts of their size (.58 to .75 in what word processors
/// and browsers set), and stand higher by a third of it, lower ones by a sixth. The limits lie on the careful side of
/// both.
const RAISED_SIZE: f32 = 0.8;
const RAISED: f32 = 0.15;

/// A word, or what is left of it where a line ends.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) is_artifact: bool,
    pub(super) mark: Option<i32>,
    pub(super) n_items: usize,
    /// When the first and the last of its letters are drawn, counted on the page.
    pub(super) first: usize,
    pub(super) last: usize,
}

/// A line of a column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    /// Whether its words are drawn from left to right, with nothing else in between.
    pub(super) is_drawn_in_order: bool,
}

impl Line {
    pub(super) fn x0(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.x0)
    }

    pub(super) fn x1(&self) -> f32 {
        self.words.last().map_or(0.0, |word| word.x1)
    }

    pub(super) fn y(&self) -> f32 {
        self.main().map_or(0.0, |word| word.y)
    }

    /// The size of most of its letters.
    pub(super) fn size(&self) -> f32 {
        self.main().map_or(0.0, |word| word.size)
    }

    pub(super) fn is_bold(&self) -> bool {
        self.words.iter().all(|word| word.is_bold)
    }

    pub(super) fn first(&self) -> usize {
        self.words.iter().map(|word| word.first).min().unwrap_or(0)
    }

    pub(super) fn last(&self) -> usize {
        self.words.iter().map(|word| word.last).max().unwrap_or(0)
    }

    /// Its longest word, which is hardly ever a raised figure.
    fn main(&self) -> Option<&Word> {
        self.words.iter().max_by_key(|word| word.text.len())
    }

    pub(super) fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}

/// The words of a page, from top to bottom and from left to right.
pub(super) fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut order: Vec<usize> =
        (0..glyphs.len()).filter(|idx| !glyphs[*idx].text.is_empty() && glyphs[*idx].size > 0.5).collect();
    order.sort_by(|a, b| glyphs[*b].y.total_cmp(&glyphs[*a].y).then(a.cmp(b)));
    let mut words = Vec::new();
    for mut row in rows(&order, |idx| (glyphs[*idx].y, glyphs[*idx].size)) {
        row.sort_by(|a, b| glyphs[*a].x0.total_cmp(&glyphs[*b].x0).then(a.cmp(b)));
        add_words(&row, glyphs, &mut words);
    }
    words
}

/// Parts what is sorted from top to bottom where the next stands lower than on the same line.
fn rows<T: Copy>(sorted: &[T], place: impl Fn(&T) -> (f32, f32)) -> Vec<Vec<T>> {
    let mut rows: Vec<Vec<T>> = Vec::new();
    let mut top = (f32::INFINITY, 0.0_f32);
    for item in sorted {
        let (y, size) = place(item);
        match rows.last_mut() {
            Some(row) if top.0 - y <= SAME_LINE * top.1.max(size) => {
                row.push(*item);
                // Raised figures come first in a line; the line proper is that of the larger letters.
                if size > 1.2 * top.1 {
                    top = (y, size);
                }
            }
            _ => {
                rows.push(vec![*item]);
                top = (y, size);
            }
        }
    }
    rows
}

fn add_words(row: &[usize], glyphs: &[Glyph], words: &mut Vec<Word>) {
    let spacing = letter_spacing(row, glyphs);
    let mut open: Option<Word> = None;
    let mut before: Option<&Glyph> = None;
    for (at, &idx) in row.iter().enumerate() {
        let glyph = &glyphs[idx];
        let is_space = glyph.text.trim().is_empty();
        if let (Some(word), Some(before)) = (&mut open, before) {
            let size = word.size.min(glyph.size).max(1.0);
            // Letters drawn twice to look bold stand almost in one place.
            if !is_space
                && glyph.text == before.text
                && (glyph.x0 - before.x0).abs() < 0.1 * size
                && (glyph.y - before.y).abs() < 0.1 * size
            {
                continue;
            }
            let gap = glyph.x0 - word.x1;
            if is_space
                || gap > (WORD_GAP + spacing) * size
                || (glyph.y - word.y).abs() > SAME_LINE * word.size.max(glyph.size)
            {
                words.extend(open.take());
            }
        }
        let next = row.get(at + 1).map(|next| &glyphs[*next]);
        if let Some(word) = &mut open
            && is_raised_figure(word, glyph, next)
        {
            // Of a power it is a part; else it is the sign of a footnote, which is no figure of the text.
            if mark::can_have_power(&word.text) {
                word.text.extend(glyph.text.chars().map(mark::raised));
            }
            word.x1 = word.x1.max(glyph.x1);
            word.last = word.last.max(idx);
            before = Some(glyph);
            continue;
        }
        before = Some(glyph);
        if is_space {
            words.extend(open.take());
            continue;
        }
        match &mut open {
            Some(word) => {
                word.text.push_str(&glyph.text);
                word.x1 = word.x1.max(glyph.x1);
                word.is_bold &= glyph.is_bold;
                word.first = word.first.min(idx);
                word.last = word.last.max(idx);
            }
            None => {
                open = Some(Word {
                    text: glyph.text.clone(),
                    x0: glyph.x0,
                    x1: glyph.x1,
                    y: glyph.y,
                    size: glyph.size,
                    is_bold: glyph.is_bold,
                    is_artifact: glyph.is_artifact,
                    mark: glyph.mark,
                    n_items: glyph.n_items,
                    first: idx,
                    last: idx,
                });
            }
        }
    }
    words.extend(open);
}

/// Whether `glyph`, which stands close behind `word`, is a small figure above its line, and not the upper part of a
/// fraction.
fn is_raised_figure(word: &Word, glyph: &Glyph, next: Option<&Glyph>) -> bool {
    let is_figure = !glyph.text.is_empty() && glyph.text.bytes().all(|byte| byte.is_ascii_digit());
    let is_fraction = next.is_some_and(|next| matches!(next.text.as_str(), "/" | "⁄" | "∕"));
    is_figure && !is_fraction && glyph.size <= RAISED_SIZE * word.size && glyph.y - word.y >= RAISED * word.size
}

/// How far the letters of a row stand apart for looks, in parts of the size; usually nothing.
fn letter_spacing(row: &[usize], glyphs: &[Glyph]) -> f32 {
    let mut gaps: Vec<f32> = row
        .windows(2)
        .map(|pair| (&glyphs[pair[0]], &glyphs[pair[1]]))
        .filter(|(a, b)| !a.text.trim().is_empty() && !b.text.trim().is_empty())
        .map(|(a, b)| (b.x0 - a.x1) / a.size.max(1.0))
        .collect();
    if gaps.len() < 4 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    gaps[gaps.len() / 2].clamp(0.0, 0.5)
}

/// The mark of a list's item is drawn before or after all of the list's text, as programs please; it counts as drawn
/// with its item.
fn take_mark_along(words: &mut [Word]) {
    let [mark, item, ..] = words else { return };
    let is_number =
        mark.text.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if (is_number || matches!(mark.text.as_str(), "•" | "▪" | "◦" | "‣")) && mark.last > item.first {
        mark.first = item.first;
        mark.last = item.first.saturating_sub(1);
    }
}

/// The lines that the words of one column make, from top to bottom.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x0.total_cmp(&b.x0)).then(a.first.cmp(&b.first)));
    let order: Vec<usize> = (0..words.len()).collect();
    let rows = rows(&order, |idx| (words[*idx].y, words[*idx].size));
    rows.into_iter()
        .map(|row| {
            let mut words: Vec<Word> = row.into_iter().map(|idx| words[idx].clone()).collect();
            words.sort_by(|a, b| a.x0.total_cmp(&b.x0).then(a.first.cmp(&b.first)));
            take_mark_along(&mut words);
            let is_drawn_in_order = words.windows(2).all(|pair| pair[0].last < pair[1].first);
            Line { words, is_drawn_in_order }
        })
        .collect()
}
