//! Large first letters of a text, which stand beside two or more of its lines: brought to the first of them, as if set
//! in its size.

use super::glyphs::Glyph;

/// How much larger than the text such a letter is.
const LARGE: f32 = 1.8;

/// How far the first line begins right of it at most, in parts of that line's size.
const APART: f32 = 1.5;

/// Pages with more letters that may be such have none.
const MOST: usize = 40;

/// Brings the large first letters among `glyphs` to the size, the line and the place in the drawing of the text beside
/// them.
pub(super) fn bring_down(glyphs: &mut [Glyph]) {
    let mut sizes: Vec<f32> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    let Some(&usual) = sizes.get(sizes.len() / 2) else { return };
    let is_initial = |idx: &usize| {
        let glyph = &glyphs[*idx];
        let is_alone = |other: Option<&Glyph>| {
            other.is_none_or(|other| other.text.trim().is_empty() || (other.y - glyph.y).abs() > 0.1 * glyph.size)
        };
        let is_capital = glyph.text.chars().count() == 1 && glyph.text.starts_with(char::is_uppercase);
        glyph.size >= LARGE * usual
            && is_capital
            && is_alone(glyphs.get(idx + 1))
            && is_alone(idx.checked_sub(1).and_then(|idx| glyphs.get(idx)))
    };
    let initials: Vec<usize> = (0..glyphs.len()).filter(is_initial).collect();
    if initials.len() > MOST {
        return;
    }
    for idx in initials {
        let Some(next) = beside(glyphs, idx) else { continue };
        let Glyph { size, y, x0, .. } = glyphs[next];
        let mut initial = glyphs[idx].clone();
        initial.size = size;
        initial.y = y;
        initial.x1 = x0;
        // The lines beside it begin right of it, and are no more set in than its own.
        initial.x0 = initial.x0.max(x0 - 0.6 * size);
        initial.is_bold = glyphs[next].is_bold;
        initial.mark = glyphs[next].mark;
        initial.n_items = glyphs[next].n_items;
        // Where it stands in the drawing matters as well; the others keep their places.
        if idx < next {
            glyphs[idx..next].rotate_left(1);
            glyphs[next - 1] = initial;
        } else {
            glyphs[next..=idx].rotate_right(1);
            glyphs[next] = initial;
        }
    }
}

/// The letter that the large one at `idx` is the first letter before: the highest of those close to its right that
/// stand in the upper part of its height.
fn beside(glyphs: &[Glyph], idx: usize) -> Option<usize> {
    let initial = &glyphs[idx];
    let is_beside = |other: &Glyph| {
        let is_right = other.x0 >= initial.x0 && other.x1 > initial.x1 && other.x0 - initial.x1 <= APART * other.size;
        // On the line of the initial's foot it would be a letter of another size in the same line.
        let is_above = other.y - initial.y >= 0.6 * other.size && other.y - initial.y <= initial.size;
        is_right && is_above && LARGE * other.size <= initial.size && !other.text.trim().is_empty()
    };
    let others = (0..glyphs.len()).filter(|other| is_beside(&glyphs[*other]));
    others.min_by(|a, b| glyphs[*b].y.total_cmp(&glyphs[*a].y).then(glyphs[*a].x0.total_cmp(&glyphs[*b].x0)))
}
