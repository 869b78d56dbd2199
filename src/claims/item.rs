//! Items of lists that run on in one line: `1. Nine died. 2. Three survived.`
//!
//! A marker counts if it opens the block or follows a colon, or if it is the next in order after one that counts; so
//! `in room 2. They met` is none. Time is linear in the text.

use crate::text::Span;

/// Marks that may be before an item's number or letter.
const BULLETS: &[char] = &['•', '⁃', '‣', '◦', '·', '*'];

/// Returns the markers of list items in `text`, in order.
pub(super) fn markers(text: &str) -> Vec<Span> {
    // The first marker opens the block, follows a colon or has a bullet, which begins with one of these bytes.
    let opens_block = text.split_whitespace().next().is_some_and(|word| Order::of(word).is_some());
    if !opens_block && !text.bytes().any(|byte| matches!(byte, b':' | b'*' | 0xC2 | 0xE2)) {
        return Vec::new();
    }
    let mut markers: Vec<(Span, Order)> = Vec::new();
    let mut before = "";
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        let Some(order) = Order::of(word) else {
            if !word.is_empty() {
                before = word;
            }
            continue;
        };
        let opens_item = text[at..].trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let is_first = markers.is_empty() && (before.is_empty() || before.ends_with(':') && order.value == 1);
        let is_bulleted = before.chars().all(|c| BULLETS.contains(&c)) && !before.is_empty();
        let is_next = markers.last().is_some_and(|(_, last)| order.follows(*last));
        if opens_item && (is_first || is_next || is_bulleted && markers.is_empty()) {
            let end = start + word.len();
            let start = if is_bulleted { text[..start].trim_end().len() - before.len() } else { start };
            markers.push((Span::new(start, end), order));
        }
        before = word;
    }
    // A single letter is more often an initial than a list of one.
    if let [(_, only)] = markers.as_slice()
        && !only.is_number
    {
        markers.clear();
    }
    markers.into_iter().map(|(span, _)| span).collect()
}

/// Returns where the markers cut `sentence`: before each but one that follows an introduction.
pub(super) fn cuts(markers: &[Span], sentence: Span) -> Vec<usize> {
    let first = markers.partition_point(|marker| marker.start <= sentence.start);
    markers.iter().skip(first.max(1)).map(|marker| marker.start).take_while(|start| *start < sentence.end).collect()
}

/// Returns whether an item other than the first starts at `offset`.
pub(super) fn starts_at(markers: &[Span], offset: usize) -> bool {
    markers.binary_search_by_key(&offset, |marker| marker.start).is_ok_and(|idx| idx > 0)
}

/// Returns whether a marker ends at `offset`.
pub(super) fn ends_at(markers: &[Span], offset: usize) -> bool {
    markers.binary_search_by_key(&offset, |marker| marker.end).is_ok()
}

/// Where in its list a marker stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Order {
    value: u32,
    is_number: bool,
    has_parenthesis: bool,
}

impl Order {
    /// Reads `1.`, `1)`, `1.)`, `a.`, `⁃9.` and the like.
    fn of(word: &str) -> Option<Self> {
        let word = word.trim_start_matches(BULLETS);
        let label = word.trim_end_matches(['.', ')']);
        let tail = &word[label.len()..];
        if !matches!(tail, "." | ")" | ".)") {
            return None;
        }
        let has_parenthesis = tail.ends_with(')');
        let value = match label.as_bytes() {
            [letter @ b'a'..=b'z'] => {
                return Some(Self { value: u32::from(letter - b'a') + 1, is_number: false, has_parenthesis });
            }
            [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => label.parse().ok()?,
            _ => return None,
        };
        Some(Self { value, is_number: true, has_parenthesis })
    }

    fn follows(self, last: Self) -> bool {
        self == Self { value: last.value + 1, ..last }
    }
}
