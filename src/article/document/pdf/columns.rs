//! The columns of a page and the order in which they are read.
//!
//! A white gap between columns is a strip that no word stands in, for several lines, with lines on both sides. The
//! tallest is looked for first: what is above it is read first, then what is left of it, right of it, and below it;
//! each part is looked at again in the same way. It is the recursive cut of [Nagy and
//! Seth](https://doi.org/10.1109/ICPR.1984.6), with strips that end where a headline or a picture's words cross them.
//! O(words × steps) a page, with steps of two points.

use super::words::{Line, Word, lines};

/// The narrowest gap between columns, in parts of the size of the letters: justified lines have gaps between words of
/// up to .6, columns of newspapers are .9 apart or more. Right on the PDFs of `samples/formats`; other values were not
/// measured.
const GUTTER: f32 = 0.8;

/// Fewest lines on each side of a gap. Gaps between words that stand above each other by chance do so for two or three
/// lines.
const LINES: usize = 4;

/// Fewest lines on each side where the file draws the left side before the right one: across a gap in a paragraph or a
/// table it would draw the first line of both sides before the second of either.
const LINES_DRAWN: usize = 2;

/// How wide the lines on each side are at least, in parts of the size; cells of tables are narrower.
const COLUMN: f32 = 6.0;

/// How much higher than these another column may begin, in parts of the size: the room that a heading leaves above it.
const HIGHER: f32 = 0.7;

/// How far apart places for a gap are tried, in points.
const STEP: f32 = 2.0;

/// Most columns and parts of a page that are told apart.
const MAX_DEPTH: usize = 24;

/// The columns of a page in the order they are read, each as its lines.
pub(super) fn columns(words: Vec<Word>) -> Vec<Vec<Line>> {
    let mut found = Vec::new();
    let mut sizes: Vec<f32> =
        words.iter().flat_map(|word| std::iter::repeat_n(word.size, word.text.len().min(40))).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().unwrap_or(10.0).clamp(4.0, 40.0);
    part(words, size, 0, &mut found);
    found
}

fn part(words: Vec<Word>, size: f32, depth: usize, found: &mut Vec<Vec<Line>>) {
    if words.is_empty() {
        return;
    }
    let gutter = if depth < MAX_DEPTH { tallest(&words, size) } else { None };
    let Some(gutter) = gutter else {
        found.push(lines(words));
        return;
    };
    let (mut above, mut left, mut right, mut below) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for word in words {
        let side = if word.y > gutter.top {
            &mut above
        } else if word.y < gutter.bottom {
            &mut below
        } else if word.x1 <= gutter.x {
            &mut left
        } else {
            &mut right
        };
        side.push(word);
    }
    for side in [above, left, right, below] {
        part(side, size, depth + 1, found);
    }
}

/// A gap between columns: from the line at `top` down to that at `bottom`.
#[derive(Clone, Copy)]
struct Gutter {
    x: f32,
    top: f32,
    bottom: f32,
    n_lines: usize,
}

/// The gap with most lines beside it; of equal ones, the first from the left.
fn tallest(words: &[Word], size: f32) -> Option<Gutter> {
    let left = words.iter().map(|word| word.x0).fold(f32::INFINITY, f32::min);
    let right = words.iter().map(|word| word.x1).fold(f32::NEG_INFINITY, f32::max);
    let n_steps = (((right - left) / STEP) as usize).min(3_000);
    let rows = rows(words);
    let mut best: Option<Gutter> = None;
    for step in 1..n_steps {
        let x = left + STEP * step as f32;
        let (from, to) = (x - GUTTER * size / 2.0, x + GUTTER * size / 2.0);
        let mut span: Vec<&Word> = Vec::new();
        // A line that crosses the strip ends the stretch above it.
        for row in rows.iter().map(Some).chain([None]) {
            match row {
                Some(row) if row.iter().all(|word| word.x1 <= from || word.x0 >= to) => span.extend(row),
                _ => {
                    let gutter = judged(&span, x, size);
                    if let Some(gutter) = gutter.filter(|gutter| best.is_none_or(|best| gutter.n_lines > best.n_lines))
                    {
                        best = Some(gutter);
                    }
                    span.clear();
                }
            }
        }
    }
    best
}

/// The words in lines from top to bottom, those of all columns that stand side by side in one.
fn rows(words: &[Word]) -> Vec<Vec<&Word>> {
    let mut sorted: Vec<&Word> = words.iter().collect();
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<&Word>> = Vec::new();
    for word in sorted {
        match rows.last_mut() {
            Some(row) if row[0].y - word.y <= 0.3 * word.size => row.push(word),
            _ => rows.push(vec![word]),
        }
    }
    rows
}

/// The gap at `x` beside the words of `span`, if there are lines enough on both sides.
fn judged(span: &[&Word], x: f32, size: f32) -> Option<Gutter> {
    if span.len() < 2 * LINES_DRAWN {
        return None;
    }
    let [left, right] =
        [true, false].map(|is_left| side(span.iter().copied().filter(|word| (word.x1 <= x) == is_left), size));
    let n_lines = if left.last < right.first { LINES_DRAWN } else { LINES };
    if left.n_lines < n_lines || right.n_lines < n_lines || left.width < COLUMN * size || right.width < COLUMN * size {
        return None;
    }
    // Only where both sides have lines are there two columns: what one side has above or below is read before or after.
    let top = left.top.min(right.top) + 0.5 * size;
    let bottom = left.bottom.max(right.bottom) - 0.5 * size;
    if top <= bottom {
        return None;
    }
    // A column that goes on where the other has ended is still one column, and of further columns one may begin a
    // little higher.
    let (top, bottom) = (left.top.max(right.top) + HIGHER * size, left.bottom.min(right.bottom) - 0.3 * size);
    Some(Gutter { x, top, bottom, n_lines: left.n_lines.min(right.n_lines) })
}

struct Side {
    n_lines: usize,
    /// The middle one of the widths of its lines.
    width: f32,
    top: f32,
    bottom: f32,
    /// When the first and the last of its letters are drawn.
    first: usize,
    last: usize,
}

fn side<'a>(words: impl Iterator<Item = &'a Word>, size: f32) -> Side {
    let mut rows: Vec<(f32, f32, f32)> = Vec::new();
    let (mut first, mut last) = (usize::MAX, 0);
    for word in words {
        first = first.min(word.first);
        last = last.max(word.last);
        match rows.last_mut() {
            Some((y, x0, x1)) if *y - word.y <= 0.5 * size => {
                *x0 = x0.min(word.x0);
                *x1 = x1.max(word.x1);
            }
            _ => rows.push((word.y, word.x0, word.x1)),
        }
    }
    let mut widths: Vec<f32> = rows.iter().map(|(_, x0, x1)| x1 - x0).collect();
    widths.sort_by(f32::total_cmp);
    Side {
        n_lines: rows.len(),
        width: widths.get(widths.len() / 2).copied().unwrap_or(0.0),
        top: rows.first().map_or(0.0, |row| row.0),
        bottom: rows.last().map_or(0.0, |row| row.0),
        first,
        last,
    }
}
