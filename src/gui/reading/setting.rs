//! Setting one piece of text: the galley, and where in it the claims and the marked words are.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextWrapping};
use egui::{Galley, Pos2, Rect, Ui, pos2};

use super::faces::Faces;
use super::piece::Piece;
use crate::analysis::Analysis;
use crate::text::Span;
use crate::view::marks::Mark;

/// A piece of text, set.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    /// The letters; their color is chosen when painted.
    pub(crate) galley: Arc<Galley>,
    /// For each claim that begins or goes on here its index and its stretches.
    pub(crate) claims: Vec<(usize, Vec<Stretch>)>,
    /// The marks here.
    pub(crate) marks: Vec<SetMark>,
    /// Index of the first character of each row.
    row_starts: Vec<usize>,
}

/// Marked words, set.
#[derive(Clone, Debug)]
pub(crate) struct SetMark {
    /// Index among the article's marks.
    pub(crate) idx: usize,
    /// Where the words are.
    pub(crate) stretches: Vec<Stretch>,
    /// Where the sign of their relation is: its left end, and the line the letters beside it are on. `None` if the
    /// words go on in the next piece.
    pub(crate) sign: Option<Pos2>,
}

/// Words on one row, relative to the galley.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    /// Left end.
    pub(crate) left: f32,
    /// Right end.
    pub(crate) right: f32,
    /// The line the letters are on.
    pub(crate) baseline: f32,
    /// Top of the row.
    pub(crate) top: f32,
    /// Bottom of the row.
    pub(crate) bottom: f32,
}

impl Stretch {
    /// Returns the box around the letters of a font of `size`, for a galley at `pos`; not as high as the row.
    pub(crate) fn letters(self, pos: Pos2, size: f32) -> Rect {
        let base = pos.y + self.baseline;
        Rect::from_min_max(pos2(pos.x + self.left, base - size * 0.86), pos2(pos.x + self.right, base + size * 0.3))
    }
}

/// Sets `piece` to `width`. `marks` are all marks of the article, by place.
pub(crate) fn set(ui: &Ui, faces: &Faces, width: f32, analysis: &Analysis, piece: Piece, marks: &[Mark]) -> Set {
    let text = analysis.words(piece.span);
    let in_piece = marks_within(marks, piece.span);
    let job = job(faces, width - faces.indent(piece.kind), text, piece, in_piece.clone().map(|idx| &marks[idx]));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let row_starts = row_starts(&galley);
    let chars = CharIndex::new(text);
    let stretches = |span: Span| -> Vec<Stretch> {
        let start = chars.of(span.start.max(piece.span.start) - piece.span.start);
        let end = chars.of(span.end.min(piece.span.end) - piece.span.start);
        stretches(&galley, &row_starts, start, end)
    };
    let first = analysis.claims.partition_point(|claim| claim.span.end <= piece.span.start);
    let here = analysis.claims[first..].iter().take_while(|claim| claim.span.start < piece.span.end);
    let claims = here.enumerate().map(|(idx, claim)| (first + idx, stretches(claim.span))).collect();
    let sign = |mark: &Mark| {
        let end = mark.span.end.checked_sub(piece.span.start).filter(|&end| end <= text.len())?;
        let place = sign_place(text, end).offset;
        let last = text.get(..place)?.char_indices().next_back()?.0;
        let behind = stretches(Span::new(last, place).shift(piece.span.start));
        behind.last().map(|stretch| pos2(stretch.right, stretch.baseline))
    };
    let marks =
        in_piece.map(|idx| SetMark { idx, stretches: stretches(marks[idx].span), sign: sign(&marks[idx]) }).collect();
    Set { galley, claims, marks, row_starts }
}

impl Set {
    /// Returns the top of the row that holds the byte at `offset` of the piece, whose text is `text`.
    pub(crate) fn row_of(&self, text: &str, offset: usize) -> Option<f32> {
        let char_idx = text.get(..offset)?.chars().count();
        let row = self.row_starts.partition_point(|&start| start <= char_idx).checked_sub(1)?;
        self.galley.rows.get(row).map(|row| row.min_y())
    }

    /// Returns where any words within `piece`, whose text is `text`, are.
    pub(crate) fn stretches(&self, text: &str, piece: Span, words: Span) -> Vec<Stretch> {
        if !words.overlaps(piece) {
            return Vec::new();
        }
        let chars = |offset: usize| text.get(..offset).map_or(0, |before| before.chars().count());
        let start = chars(words.start.max(piece.start) - piece.start);
        let end = chars(words.end.min(piece.end) - piece.start);
        stretches(&self.galley, &self.row_starts, start, end)
    }
}

/// The indices of the marks that overlap `piece`.
fn marks_within(marks: &[Mark], piece: Span) -> impl Iterator<Item = usize> + Clone + '_ {
    let end = marks.partition_point(|mark| mark.span.start < piece.end);
    let start = marks[..end].partition_point(|mark| mark.span.start + LONGEST_MARK <= piece.start);
    (start..end).filter(move |&idx| marks[idx].span.overlaps(piece))
}

/// No mark that began more bytes than this before a piece is looked for in it; claims are seldom longer.
const LONGEST_MARK: usize = 4_000;

/// Where the sign of marked words is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SignPlace {
    /// Behind the byte before this one.
    offset: usize,
    /// What comes next.
    room: Room,
}

/// The room that a sign needs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Room {
    /// None: it is above a dash, or at the end.
    None,
    /// A little more than the space that is there.
    Space,
    /// Its own width: letters follow.
    Letters,
}

/// Characters that part words without a space and are low enough for a raised sign to be above them.
const DASHES: [char; 5] = ['-', '‐', '‑', '–', '—'];

/// How many bytes after the marked words may belong to the same word: a comma and a quotation mark, an ending.
/// Scripts without spaces have longer ones; there the sign follows at once.
const LONGEST_TAIL: usize = 12;

/// Where the sign of words that end at `end` of `text` is: behind the word they end in and its
/// punctuation, as a footnote's number does, so that no hole opens between them.
fn sign_place(text: &str, end: usize) -> SignPlace {
    let rest = text.get(end..).unwrap_or("");
    let tail = rest.find(|c: char| c.is_whitespace() || DASHES.contains(&c)).unwrap_or(rest.len());
    if tail > LONGEST_TAIL {
        return SignPlace { offset: end, room: Room::Letters };
    }
    let is_space = rest[tail..].starts_with(char::is_whitespace);
    SignPlace { offset: end + tail, room: if is_space { Room::Space } else { Room::None } }
}

fn job<'a>(faces: &Faces, width: f32, text: &str, piece: Piece, marks: impl Iterator<Item = &'a Mark>) -> LayoutJob {
    let mut cuts: Vec<(usize, u8)> = marks
        .filter(|mark| mark.span.end <= piece.span.end)
        .filter_map(|mark| Some((mark.sign?, sign_place(text, mark.span.end - piece.span.start))))
        .filter(|(_, place)| place.room != Room::None)
        .map(|(look, place)| (place.offset, faces.sign_room(look, place.room == Room::Letters)))
        .collect();
    cuts.extend(digit_runs(text).into_iter().map(|at| (at, 0)));
    cuts.sort_unstable_by_key(|&(at, room)| (at, std::cmp::Reverse(room)));
    cuts.dedup_by_key(|(at, _)| *at);
    let mut sections = Vec::with_capacity(cuts.len() + 1);
    let (mut start, mut leading_space) = (0, 0.0);
    for (at, room) in cuts.into_iter().chain([(text.len(), 0)]) {
        if at > start || sections.is_empty() {
            let byte_range = start.into()..at.into();
            sections.push(LayoutSection { leading_space, byte_range, format: faces.format(piece.kind) });
            start = at;
            leading_space = 0.0;
        }
        leading_space = f32::max(leading_space, f32::from(room));
    }
    LayoutJob {
        text: text.to_owned(),
        sections,
        wrap: TextWrapping::wrap_at_width(width.max(40.0)),
        break_on_newline: true,
        ..LayoutJob::default()
    }
}

/// In text with right-to-left letters, where runs of digits begin and end: set apart, they keep their order.
fn digit_runs(text: &str) -> Vec<usize> {
    let is_right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if text.is_ascii() || !text.chars().any(is_right_to_left) {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let mut was_digit = false;
    for (offset, c) in text.char_indices() {
        let is_digit = c.is_numeric() || (was_digit && matches!(c, '.' | ','));
        if is_digit != was_digit {
            cuts.push(offset);
        }
        was_digit = is_digit;
    }
    cuts
}

/// From bytes to characters: galleys count characters.
struct CharIndex {
    /// Offsets of the characters; empty where every character is one byte.
    starts: Vec<u32>,
}

impl CharIndex {
    fn new(text: &str) -> Self {
        let starts = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().map(|(offset, _)| u32::try_from(offset).unwrap_or(u32::MAX)).collect()
        };
        Self { starts }
    }

    fn of(&self, byte: usize) -> usize {
        if self.starts.is_empty() { byte } else { self.starts.partition_point(|&start| (start as usize) < byte) }
    }
}

fn row_starts(galley: &Galley) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::with_capacity(galley.rows.len());
    for row in &galley.rows {
        starts.push(at);
        at += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    starts
}

/// Where the characters from `start` up to `end` are, a stretch for each row.
fn stretches(galley: &Galley, row_starts: &[usize], start: usize, end: usize) -> Vec<Stretch> {
    let first = row_starts.partition_point(|&row| row <= start).saturating_sub(1);
    let mut stretches = Vec::new();
    for (row, &row_start) in galley.rows.iter().zip(row_starts).skip(first) {
        if row_start >= end {
            break;
        }
        let from = start.saturating_sub(row_start).min(row.glyphs.len());
        let to = (end - row_start).min(row.glyphs.len());
        let Some(glyphs) = row.glyphs.get(from..to) else { continue };
        let n_trailing = glyphs.iter().rev().take_while(|glyph| glyph.chr.is_whitespace()).count();
        let glyphs = &glyphs[..glyphs.len() - n_trailing];
        let (Some(left), Some(right)) = (glyphs.first(), glyphs.last()) else { continue };
        stretches.push(Stretch {
            left: row.pos.x + left.pos.x,
            right: row.pos.x + right.max_x(),
            baseline: row.pos.y + left.pos.y,
            top: row.min_y(),
            bottom: row.max_y(),
        });
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_among_right_to_left_letters_are_set_apart() {
        assert!(digit_runs("17 people").is_empty());
        let text = "קבוצה 17 בעיר";
        let cuts = digit_runs(text);
        assert_eq!(&text[cuts[0]..cuts[1]], "17");
    }

    #[test]
    fn a_sign_stands_behind_the_word_and_opens_no_hole() {
        let check = |text: &str, end: usize, before: &str, room: Room| {
            let place = sign_place(text, end);
            assert_eq!((&text[..place.offset], place.room), (before, room));
        };
        check("on Tuesday.", 10, "on Tuesday.", Room::None);
        check("by nine, he said", 7, "by nine,", Room::Space);
        check("nine men fled", 4, "nine", Room::Space);
        check("(“nine”) men", 8, "(“nine”)", Room::Space);
        check("a 412-million loan", 5, "a 412", Room::None);
        check("Monday’s vote", 6, "Monday’s", Room::Space);
        check("nine", 4, "nine", Room::None);
        check("九人が有罪判決を受けた", 6, "九人", Room::Letters);
    }

    #[test]
    fn bytes_become_characters() {
        let chars = CharIndex::new("für 9");
        assert_eq!((chars.of(0), chars.of(3), chars.of(5)), (0, 2, 4));
        assert_eq!(CharIndex::new("for 9").of(4), 4);
    }
}
