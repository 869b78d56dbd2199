//! Lines into paragraphs, and the check of their order.
//!
//! Two ways of telling which line follows which are compared: where lines stand on the page ([`super::columns`]), and
//! the order in which the file draws them. Programs that set type draw a column from top to bottom, so that the second
//! is independent of how wide gaps are, and wrong in other places than the first. A paragraph in which they disagree is
//! left out of the comparison: a sentence spliced from two columns would be a finding that nobody wrote.

use super::words::{Line, Word};

/// How far a paragraph's first line is set in, in parts of the size.
const INDENT: f32 = 0.8;

/// A gap between lines that parts paragraphs, in parts of the usual one. Right on `samples/formats`; other values were
/// not measured.
const PARAGRAPH_GAP: f32 = 1.35;

/// How far the lines of a headline are apart at most, in parts of their size, and how many it has at most. Browsers set
/// the lines of headings 1.15 to 1.5 apart.
const HEADLINE_GAP: f32 = 1.55;
const HEADLINE_LINES: usize = 5;

/// So much of a column's width left free by the line before, though a word would have fitted, that it was ended on
/// purpose.
const ROOM: f32 = 0.3;

/// A gap inside a line that parts cells, in parts of the size.
const CELL_GAP: f32 = 1.5;

/// Words of a cell; more on both sides of a gap are lines of two columns that were not told apart.
const CELL_WORDS: usize = 4;

/// A paragraph, or a row of a table.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// The page each line stands on.
    pub(super) pages: Vec<usize>,
    /// The first and the last of its lines' columns, counted on their pages.
    columns: (usize, usize),
    /// Whether the two ways of telling the order of its lines disagree.
    pub(super) is_uncertain: bool,
    /// Whether it is a row of cells.
    pub(super) is_row: bool,
}

impl Paragraph {
    /// The size of its first line.
    pub(super) fn size(&self) -> f32 {
        self.lines.first().map_or(0.0, Line::size)
    }

    pub(super) fn is_bold(&self) -> bool {
        self.lines.iter().all(Line::is_bold)
    }

    fn last_word(&self) -> Option<&Word> {
        self.lines.last()?.words.last()
    }

    /// Whether its last line ends a sentence.
    fn is_ended(&self) -> bool {
        self.last_word().is_some_and(|word| {
            let text = word.text.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']']);
            text.ends_with(['.', '!', '?', ':', '…', '\u{fffd}'])
        })
    }
}

/// The paragraphs of a page's `columns`.
pub(super) fn paragraphs(columns: Vec<Vec<Line>>, page: usize) -> Vec<Paragraph> {
    let mut drawn: Vec<(usize, usize)> = columns.iter().flatten().map(|line| (line.first(), line.last())).collect();
    drawn.sort_unstable();
    let mut found = Vec::new();
    for (number, column) in columns.into_iter().enumerate() {
        let left = column.iter().map(Line::x0).fold(f32::INFINITY, f32::min);
        let right = column.iter().map(Line::x1).fold(f32::NEG_INFINITY, f32::max);
        let leading = leading(&column);
        let usual = usual_size(&column);
        let mut open: Option<Paragraph> = None;
        for line in column {
            let is_row = cells(&line).len() > 1;
            let goes_on = open.as_ref().is_some_and(|open| {
                !is_row
                    && !open.is_row
                    && open
                        .lines
                        .last()
                        .is_some_and(|before| goes_on(open, before, &line, leading, usual, (left, right)))
            });
            if !goes_on {
                found.extend(open.take());
            }
            let paragraph = open.get_or_insert_default();
            paragraph.columns = (number, number);
            paragraph.is_row = is_row;
            paragraph.is_uncertain |= !line.is_drawn_in_order || is_row && is_of_two_columns(&line);
            if let Some(before) = paragraph.lines.last() {
                paragraph.is_uncertain |= !follows(&drawn, before, &line);
            }
            paragraph.lines.push(line);
            paragraph.pages.push(page);
        }
        found.extend(open);
    }
    join(found, |before, after| follows(&drawn, before, after))
}

/// Whether `after` is drawn next after `before`.
fn follows(drawn: &[(usize, usize)], before: &Line, after: &Line) -> bool {
    let at = drawn.partition_point(|line| *line < (before.first(), before.last()));
    drawn.get(at + 1) == Some(&(after.first(), after.last())) && before.last() < after.first()
}

/// Joins paragraphs that were parted by the end of a column or of a page, where `follows` agrees; where it does not,
/// and the first has not ended, neither can be relied on.
pub(super) fn join(paragraphs: Vec<Paragraph>, follows: impl Fn(&Line, &Line) -> bool) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::new();
    for mut paragraph in paragraphs {
        let Some(before) = joined.last_mut() else {
            joined.push(paragraph);
            continue;
        };
        let (Some(last), Some(first)) = (before.lines.last(), paragraph.lines.first()) else { continue };
        let is_lower = first.words.first().is_some_and(|word| word.text.starts_with(char::is_lowercase));
        let is_like = (last.size() - first.size()).abs() < 0.04 * last.size() && last.is_bold() == first.is_bold();
        // Below in the same column it would have been joined already.
        let is_elsewhere = before.pages.last() != paragraph.pages.first() || before.columns.1 != paragraph.columns.0;
        let is_text = before.lines.iter().map(|line| line.words.len()).sum::<usize>() > 12;
        let is_open = !before.is_ended()
            && !before.is_row
            && !paragraph.is_row
            && is_elsewhere
            && is_like
            && (is_lower || is_text);
        if is_open && follows(last, first) {
            before.is_uncertain |= paragraph.is_uncertain;
            before.lines.append(&mut paragraph.lines);
            before.pages.append(&mut paragraph.pages);
            before.columns.1 = paragraph.columns.1;
            continue;
        }
        if is_open {
            before.is_uncertain = true;
            paragraph.is_uncertain = true;
        }
        joined.push(paragraph);
    }
    joined
}

/// The usual distance of two lines.
fn leading(column: &[Line]) -> f32 {
    let mut gaps: Vec<f32> = column.windows(2).map(|pair| pair[0].y() - pair[1].y()).filter(|gap| *gap > 0.0).collect();
    gaps.sort_by(f32::total_cmp);
    // Most gaps are inside paragraphs; in a list of one-liners all are between them.
    gaps.get(gaps.len() / 3).copied().unwrap_or(f32::INFINITY)
}

/// The size of most lines.
fn usual_size(column: &[Line]) -> f32 {
    let mut sizes: Vec<f32> = column.iter().map(Line::size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Whether `line` goes on with the paragraph that `before` is the last line of.
fn goes_on(
    open: &Paragraph,
    before: &Line,
    line: &Line,
    leading: f32,
    text_size: f32,
    (left, right): (f32, f32),
) -> bool {
    let size = before.size().max(1.0);
    if (line.size() - size).abs() > 0.08 * size || line.is_bold() != before.is_bold() && open.is_bold() {
        return false;
    }
    let gap = before.y() - line.y();
    let usual = if leading.is_finite() && leading <= 2.0 * size { leading.max(size) } else { 1.2 * size };
    // The lines of a headline stand as far apart as their own size asks for.
    let is_large = size > 1.12 * text_size && open.lines.len() < HEADLINE_LINES;
    if gap > PARAGRAPH_GAP * usual && !(is_large && gap <= HEADLINE_GAP * size) {
        return false;
    }
    let is_item = line
        .words
        .first()
        .is_some_and(|word| matches!(word.text.as_str(), "•" | "–" | "—" | "▪" | "◦" | "‣" | "-" | "*"));
    let n_items = |word: Option<&Word>| word.map(|word| word.n_items);
    let is_item = is_item || n_items(before.words.last()) != n_items(line.words.first());
    if is_item {
        return false;
    }
    let is_centered = ((before.x0() + before.x1()) - (line.x0() + line.x1())).abs() < 4.0;
    if line.x0() > before.x0() + INDENT * size && !is_centered && open.lines.len() > 1 {
        return false;
    }
    if line.x0() > before.x0() + INDENT * size && !is_centered && line.x0() > open.lines[0].x0() + INDENT * size {
        return false;
    }
    // The next line's first word would have fitted into the line before: surely a new paragraph after the end of a
    // sentence, and wherever much room was left, as in lists.
    let room = right - before.x1() - line.words.first().map_or(0.0, |word| word.x1 - word.x0);
    let is_display = is_centered && (size > 1.12 * text_size || before.is_bold());
    // So it is wherever a stretch that the file marks ends.
    let mark = |line: &Line, is_last: bool| {
        if is_last { line.words.last() } else { line.words.first() }.and_then(|word| word.mark)
    };
    let is_other_mark =
        mark(before, true).is_some() && mark(line, false).is_some() && mark(before, true) != mark(line, false);
    !((open.is_ended() || is_other_mark) && room > 0.8 * size || !is_display && room > ROOM * (right - left))
}

/// The words of a line, parted where gaps are as wide as between cells.
pub(super) fn cells(line: &Line) -> Vec<Vec<&Word>> {
    let mut cells: Vec<Vec<&Word>> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    for word in &line.words {
        match cells.last_mut() {
            Some(cell) if word.x0 - end <= CELL_GAP * word.size => cell.push(word),
            _ => cells.push(vec![word]),
        }
        end = end.max(word.x1);
    }
    cells
}

fn is_of_two_columns(line: &Line) -> bool {
    cells(line).iter().filter(|cell| cell.len() >= CELL_WORDS).count() > 1
}
