//! Reads past the debris of earlier conversions.
//!
//! Comes in: text as it was printed. Goes out: the text as it was meant, with a way back for every offset.
//! Article text itself is never changed: a stage that wants clean words repairs a stretch, works on it,
//! and maps its spans back with [`Repaired::printed`].
//!
//! Repaired are character references that were left encoded or encoded twice (`&quot;`, `&amp;amp;`, `&#8217;`),
//! `quot;` and the like that lost their ampersand, soft hyphens, zero-width characters and byte order marks.
//! Curly quotes and no-break spaces are ordinary characters of good typography; later stages read them as they are.
//! Time and space are linear; text without debris is borrowed.

use std::borrow::Cow;

use super::Span;

/// A text with its debris read past, and the way back to the printed one.
#[derive(Clone, Debug)]
pub struct Repaired<'a> {
    /// The text as it was meant.
    pub text: Cow<'a, str>,
    /// Each place that was replaced: offset and length in the repaired text, offset and length in the printed one.
    edits: Vec<Edit>,
}

#[derive(Clone, Copy, Debug)]
struct Edit {
    at: usize,
    len: usize,
    printed_at: usize,
    printed_len: usize,
}

impl Repaired<'_> {
    /// The printed stretch that `span` of the repaired text stands for. A span that ends inside a
    /// replaced place covers all of it.
    pub fn printed(&self, span: Span) -> Span {
        let start = self.printed_offset(span.start, false);
        let end = self.printed_offset(span.end, true).max(start);
        Span::new(start, end)
    }

    /// Whether anything was replaced.
    pub fn is_changed(&self) -> bool {
        !self.edits.is_empty()
    }

    /// How many places were replaced.
    pub fn n_edits(&self) -> usize {
        self.edits.len()
    }

    fn printed_offset(&self, offset: usize, is_end: bool) -> usize {
        let n_before = self.edits.partition_point(|edit| edit.at < offset);
        let Some(edit) = n_before.checked_sub(1).and_then(|last| self.edits.get(last)) else {
            return offset;
        };
        if offset < edit.at + edit.len {
            // Inside a replacement: its whole printed form counts.
            return if is_end { edit.printed_at + edit.printed_len } else { edit.printed_at };
        }
        edit.printed_at + edit.printed_len + (offset - edit.at - edit.len)
    }
}

/// Reads past the debris in `printed`.
///
/// ```
/// use crosscheck::text::{Span, repair};
/// let printed = "&quot;Three&quot; dead";
/// let repaired = repair(printed);
/// assert_eq!(repaired.text, "\"Three\" dead");
/// let three = repaired.printed(Span::new(1, 6));
/// assert_eq!(three.of(printed), "Three");
/// ```
pub fn repair(printed: &str) -> Repaired<'_> {
    if !printed.bytes().any(|byte| matches!(byte, b';' | 0xC2 | 0xE2 | 0xEF)) {
        return Repaired { text: Cow::Borrowed(printed), edits: Vec::new() };
    }
    let mut text = String::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while at < printed.len() {
        let Some((meant, printed_len)) = debris_at(printed, at) else {
            at += printed[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if edits.is_empty() {
            text.reserve(printed.len());
        }
        text.push_str(&printed[copied..at]);
        let edit_at = text.len();
        text.extend(meant);
        edits.push(Edit { at: edit_at, len: text.len() - edit_at, printed_at: at, printed_len });
        at += printed_len;
        copied = at;
    }
    if edits.is_empty() {
        return Repaired { text: Cow::Borrowed(printed), edits };
    }
    text.push_str(&printed[copied..]);
    Repaired { text: Cow::Owned(text), edits }
}

/// The names that conversions leave behind, with what they mean.
const REFERENCES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("pound", '£'),
    ("quot", '"'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
];

/// References whose name alone, without its ampersand, is never an English word.
const BARE: &[&str] = &["quot", "ldquo", "rdquo", "lsquo", "rsquo", "nbsp", "mdash", "ndash", "hellip"];

/// What stands for debris that begins at `at`: the character meant (none for one to be skipped) and its printed length.
fn debris_at(text: &str, at: usize) -> Option<(Option<char>, usize)> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    match first {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => Some((None, first.len_utf8())),
        '&' => {
            let mut len = 1;
            // `&amp;amp;quot;`: encoded again and again.
            while let Some(more) = rest[len..].strip_prefix("amp;") {
                if !starts_reference(more) {
                    break;
                }
                len += "amp;".len();
            }
            let (meant, name_len) = reference(&rest[len..])?;
            Some((visible(meant), len + name_len))
        }
        'a'..='z' if !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '&') => {
            let name = BARE.iter().find(|name| rest.strip_prefix(**name).is_some_and(|tail| tail.starts_with(';')))?;
            let (_, meant) = REFERENCES.iter().find(|(known, _)| known == name)?;
            Some((visible(*meant), name.len() + 1))
        }
        _ => None,
    }
}

fn visible(meant: char) -> Option<char> {
    (meant != '\u{ad}').then_some(meant)
}

fn starts_reference(text: &str) -> bool {
    reference(text).is_some()
}

/// A reference without its ampersand at the start of `text`: the character and the length with the semicolon.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(9).position(|byte| byte == b';')?;
    let name = text.get(..end)?;
    let meant = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|meant| !meant.is_control())?
    } else {
        REFERENCES.iter().find(|(known, _)| *known == name)?.1
    };
    Some((meant, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, meant: &str) {
        let repaired = repair(printed);
        assert_eq!(repaired.text, meant, "{printed:?}");
        assert_eq!(repaired.is_changed(), printed != meant);
        for (start, first) in repaired.text.char_indices() {
            let span = repaired.printed(Span::new(start, start + first.len_utf8()));
            assert!(printed.get(span.start..span.end).is_some(), "{printed:?} {span:?}");
        }
        assert_eq!(repaired.printed(Span::new(0, meant.len())).end, if meant.is_empty() { 0 } else { printed.len() });
    }

    #[test]
    fn reads_past_debris() {
        check("plain; text", "plain; text");
        check("&quot;Yes&quot;", "\"Yes\"");
        check("He said quot;yesquot;", "He said \"yesquot;");
        check("R&amp;amp;D at AT&T; fine", "R&D at AT&T; fine");
        check("&amp;amp;quot;x", "\"x");
        check("&#8217;tis &#x2019;tis", "’tis ’tis");
        check("co\u{ad}operate", "cooperate");
        check("ruff; nbsp;3", "ruff; \u{a0}3");
        check("&bogus; &", "&bogus; &");
    }
}
