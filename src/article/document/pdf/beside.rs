//! What stands beside the text in smaller letters: footnotes at the foot of a column, boxes, the words under pictures.
//!
//! It is taken out before paragraphs are made, so that the sentence it stands in the middle of goes on behind it.

use super::paragraphs::cells;
use super::words::{Line, Word};
use crate::article::DropReason;

/// How small such letters are, in parts of the text's size: footnotes of word processors have .83, captions and boxes
/// .75 to .9.
const SMALL: f32 = 0.92;

/// At most so much of all words can stand beside the text; more is text in two sizes.
const SHARE: f32 = 0.35;

/// Before a line of the text with so many words on the first page stand the lines of author and date, in letters of any
/// size.
const TEXT_LINE: usize = 6;

/// The size of the text, the middle one of all words; none where so much is smaller that it must be text as well.
pub(super) fn text_size(pages: &[Vec<Word>]) -> Option<f32> {
    let mut sizes: Vec<f32> = pages.iter().flatten().map(|word| word.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = *sizes.get(sizes.len() / 2)?;
    let n_small = sizes.partition_point(|other| *other <= SMALL * size);
    (n_small as f32 <= SHARE * sizes.len() as f32).then_some(size)
}

/// Takes the small lines out of the `columns` of a page, each stretch of them with the reason why.
pub(super) fn take(columns: &mut Vec<Vec<Line>>, size: f32, is_first_page: bool) -> Vec<(DropReason, String)> {
    let mut taken: Vec<(DropReason, String)> = Vec::new();
    let mut is_begun = !is_first_page;
    for column in columns.iter_mut() {
        let mut is_open = false;
        // Behind the first note at the foot of a column nothing but notes follows.
        let mut in_note = false;
        column.retain(|line| {
            is_begun |= line.size() > SMALL * size && line.words.len() >= TEXT_LINE && line.size() <= 1.1 * size;
            let has_sign = has_raised_sign(line);
            in_note |= has_sign;
            let is_small = is_begun && (in_note || line.size() <= SMALL * size && cells(line).len() == 1);
            if is_small {
                let text = line.text();
                let is_note = has_sign || !in_note && opens_note(&text);
                match taken.last_mut().filter(|_| is_open && !is_note) {
                    Some((_, open)) => {
                        open.push(' ');
                        open.push_str(&text);
                    }
                    None => taken.push((if is_note { DropReason::Footnote } else { DropReason::NotArticle }, text)),
                }
            }
            is_open = is_small;
            !is_small
        });
    }
    columns.retain(|column| !column.is_empty());
    taken
}

/// Whether a line begins with a small figure, which is raised: the sign of a note in letters as large as the text's.
fn has_raised_sign(line: &Line) -> bool {
    let Some(first) = line.words.first().filter(|_| line.words.len() > 1) else { return false };
    first.size <= 0.8 * line.size() && first.text.len() <= 3 && first.text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line begins with the sign of a note: a number and a word, or a star.
fn opens_note(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = text.len() - rest.len();
    let rest = rest.trim_start_matches(['.', ')', ' ']);
    (1..=3).contains(&n_digits) && rest.starts_with(char::is_alphabetic) || text.starts_with(['*', '†', '‡', '§'])
}
