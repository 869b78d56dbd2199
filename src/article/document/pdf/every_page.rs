//! Running heads, page numbers and the like: what stands at the edge of every page and is no part of the text.

use std::collections::HashMap;

use super::words::{Line, Word, lines};

/// So many lines at the top and at the bottom of a page may be such.
const EDGE: usize = 3;

/// How far page numbers are from the text, in parts of the size; lines of text are 1.0 to 1.5 apart.
const ALONE: f32 = 1.6;

/// Takes the words of running heads and page numbers out of `pages`; gives back their lines, by page.
pub(super) fn take(pages: &mut [Vec<Word>]) -> Vec<Vec<String>> {
    let edges: Vec<Vec<Line>> = pages.iter().map(|words| edge(words)).collect();
    let mut n_seen: HashMap<(String, i32), usize> = HashMap::new();
    for lines in &edges {
        for line in lines {
            *n_seen.entry(key(line)).or_default() += 1;
        }
    }
    // On most pages, or on every other one, as in books.
    let n_needed = (pages.len() / 3).max(2);
    let mut taken = Vec::with_capacity(pages.len());
    for (words, lines) in pages.iter_mut().zip(&edges) {
        let mut texts = Vec::new();
        for line in lines {
            let is_repeated = n_seen.get(&key(line)).is_some_and(|n| *n >= n_needed);
            let is_artifact = line.words.iter().all(|word| word.is_artifact);
            if is_repeated || is_artifact || is_page_number(&line.text()) && is_alone(line, words) {
                texts.push(line.text());
                words.retain(|word| !line.words.iter().any(|other| other.first == word.first));
            }
        }
        taken.push(texts);
    }
    taken
}

/// The lines at the top and the bottom of a page.
fn edge(words: &[Word]) -> Vec<Line> {
    let mut lines = lines(words.to_vec());
    if lines.len() > 2 * EDGE {
        lines.drain(EDGE..lines.len() - EDGE);
    }
    lines
}

/// What a line says, with any figures, and about where it stands.
fn key(line: &Line) -> (String, i32) {
    let mut text = String::new();
    for c in line.text().chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && text.ends_with('#')) {
            text.push(c);
        }
    }
    (text, (line.y() / 4.0).round() as i32)
}

/// Whether no other line stands close above or below `line`: the last line of a paragraph may be a year and nothing
/// else.
fn is_alone(line: &Line, words: &[Word]) -> bool {
    let (x0, x1) = (line.x0(), line.x1());
    words.iter().all(|word| {
        let gap = (word.y - line.y()).abs();
        let is_itself = gap < 0.3 * word.size;
        is_itself || gap > ALONE * word.size.max(line.size()) || word.x1 < x0 || word.x0 > x1
    })
}

/// Whether a line is the number of its page, or one that browsers print: the file's address, or the time and the title.
fn is_page_number(text: &str) -> bool {
    let text = text.trim().trim_matches(['-', '–', '—', '|', '.', ' ']);
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("page ").unwrap_or(&lower);
    let mut numbers = rest.splitn(2, '/').flat_map(|part| part.splitn(2, " of "));
    let is_number = !rest.is_empty()
        && rest.len() <= 11
        && numbers
            .all(|part| (1..=4).contains(&part.trim().len()) && part.trim().bytes().all(|byte| byte.is_ascii_digit()));
    let is_address = ["http://", "https://", "file://"].iter().any(|scheme| lower.starts_with(scheme));
    is_number || is_address && lower.split_whitespace().count() <= 2
}
