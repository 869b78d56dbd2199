//! Reads past the debris of earlier conversions.
//!
//! Comes in: text as it was printed. Goes out: the text as it was meant, with a way back for every offset.
//! Article text itself is never changed: a stage that wants clean words repairs a stretch, works on it,
//! and maps its spans back with [`Repaired::printed`].
//!
//! Repaired are character references that were left encoded or encoded twice (`&quot;`, `&amp;amp;`, `&#8217;`),
//! `quot;` and the like that lost their ampersand, soft hyphens, zero-width characters and byte order marks, letters
//! that were printed joined (`ﬁve`), digits of other scripts and widths (`１２`, `٣`), and characters whose bytes were
//! read in the wrong encoding (`â‚¬3m`). Curly quotes and no-break spaces are ordinary characters of good typography;
//! later stages read them as they are. Time and space are linear; text without debris is borrowed.

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
    /// Returns the printed stretch that `span` of the repaired text stands for. A span that ends inside a
    /// replaced place covers all of it.
    pub fn printed(&self, span: Span) -> Span {
        let start = self.printed_offset(span.start, false);
        let end = self.printed_offset(span.end, true).max(start);
        Span::new(start, end)
    }

    /// Returns whether anything was replaced.
    pub fn is_changed(&self) -> bool {
        !self.edits.is_empty()
    }

    /// Returns how many places were replaced.
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
    if !printed.bytes().any(may_begin_debris) {
        return Repaired { text: Cow::Borrowed(printed), edits: Vec::new() };
    }
    let mut text = String::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    let semicolon_from = |at| memchr::memchr(b';', &printed.as_bytes()[at..]).map_or(usize::MAX, |n| at + n);
    let mut semicolon = semicolon_from(0);
    while at < printed.len() {
        if semicolon < at {
            semicolon = semicolon_from(at);
        }
        // A reference ends with a semicolon: ASCII that is too far before the next one is passed over.
        let near = semicolon.saturating_sub(REFERENCE_LEN).min(printed.len());
        if at < near {
            let n_plain = printed.as_bytes()[at..near].iter().position(|byte| !byte.is_ascii());
            at = n_plain.map_or(near, |n_plain| at + n_plain);
            if at == near {
                continue;
            }
        }
        let Some((meant, printed_len)) = debris_at(printed, at) else {
            at += printed[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if edits.is_empty() {
            text.reserve(printed.len());
        }
        text.push_str(&printed[copied..at]);
        let edit_at = text.len();
        text.push_str(meant.encode_utf8(&mut [0; 4]));
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

/// Most bytes of a reference before its semicolon: the ampersand and a name or number.
const REFERENCE_LEN: usize = 9;

/// References whose name alone, without its ampersand, is never an English word.
const BARE: &[&str] = &["quot", "ldquo", "rdquo", "lsquo", "rsquo", "nbsp", "mdash", "ndash", "hellip"];

/// What stands for a place of debris.
#[derive(Clone, Copy)]
enum Meant {
    /// Nothing: it is skipped.
    Nothing,
    One(char),
    /// Letters that were printed joined.
    Letters(&'static str),
}

impl Meant {
    fn encode_utf8(self, buffer: &mut [u8; 4]) -> &str {
        match self {
            Self::Nothing => "",
            Self::One(c) => c.encode_utf8(buffer),
            Self::Letters(letters) => letters,
        }
    }
}

/// Whether `byte` is a semicolon or begins a character that [`debris_at`] looks at.
fn may_begin_debris(byte: u8) -> bool {
    matches!(byte, b';' | 0xC2 | 0xC3 | 0xD9 | 0xDB | 0xE2 | 0xEF)
}

/// What stands for debris that begins at `at`, and its printed length.
fn debris_at(text: &str, at: usize) -> Option<(Meant, usize)> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    match first {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => {
            Some((Meant::Nothing, first.len_utf8()))
        }
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
        ..'\u{80}' => None,
        _ => plain(first).map(|meant| (meant, first.len_utf8())).or_else(|| misread(rest)),
    }
}

/// What a letter or digit of compatibility stands for: joined letters, full-width forms, digits of the Arabic script.
fn plain(c: char) -> Option<Meant> {
    let digit = |zero: u32| char::from_digit(u32::from(c) - zero, 10).map(Meant::One);
    match c {
        'ﬀ' => Some(Meant::Letters("ff")),
        'ﬁ' => Some(Meant::Letters("fi")),
        'ﬂ' => Some(Meant::Letters("fl")),
        'ﬃ' => Some(Meant::Letters("ffi")),
        'ﬄ' => Some(Meant::Letters("ffl")),
        'ﬅ' | 'ﬆ' => Some(Meant::Letters("st")),
        // The full-width forms are in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).map(Meant::One),
        '￡' => Some(Meant::One('£')),
        '￥' => Some(Meant::One('¥')),
        '٠'..='٩' => digit(0x660),
        '۰'..='۹' => digit(0x6F0),
        '٪' => Some(Meant::One('%')),
        '٫' => Some(Meant::One('.')),
        '٬' => Some(Meant::One(',')),
        _ => None,
    }
}

/// A character whose bytes in UTF-8 were read as windows-1252, each as a character of its own, at the start of `text`:
/// the character and the printed length.
fn misread(text: &str) -> Option<(Meant, usize)> {
    let mut chars = text.char_indices();
    let lead = windows_1252_byte(chars.next()?.1)?;
    // The letters `Â Ã Ä Å â ï ð` seldom end a word before two marks; others do: `café”—`.
    let n_more = match lead {
        0xC2..=0xC5 => 1,
        0xE2 | 0xEF => 2,
        0xF0 => 3,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut len = 0;
    for byte in &mut bytes[1..=n_more] {
        let (at, c) = chars.next()?;
        *byte = windows_1252_byte(c).filter(|byte| (0x80..0xC0).contains(byte))?;
        len = at + c.len_utf8();
    }
    // `Ä’` and `Å”` end a quotation.
    if lead > 0xC3 && n_more == 1 && (0x91..0x98).contains(&bytes[1]) {
        return None;
    }
    let meant = std::str::from_utf8(&bytes[..=n_more]).ok()?.chars().next()?;
    (!meant.is_control()).then(|| (visible(meant), len))
}

/// The byte that windows-1252 reads as `c`, where it is none of ASCII.
fn windows_1252_byte(c: char) -> Option<u8> {
    /// What the bytes from 0x80 to 0x9F mean; five of them mean nothing and are kept as control characters.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if let Some(idx) = HIGH.iter().position(|&high| high == c) {
        return u8::try_from(0x80 + idx).ok();
    }
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xA0)
}

fn visible(meant: char) -> Meant {
    if meant == '\u{ad}' { Meant::Nothing } else { Meant::One(meant) }
}

fn starts_reference(text: &str) -> bool {
    reference(text).is_some()
}

/// A reference without its ampersand at the start of `text`: the character and the length with the semicolon.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(REFERENCE_LEN).position(|byte| byte == b';')?;
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
        check("ﬁve oﬃcers", "five officers");
        check("１２ men, ＄３ each", "12 men, $3 each");
        check("٤٥ and ۶٫۵٪", "45 and 6.5%");
    }

    #[test]
    fn reads_past_a_wrong_encoding() {
        check("They paid â‚¬4m and Â£20, she said â€” â€œenoughâ€\u{9d}", "They paid €4m and £20, she said — “enough”");
        check("CafÃ© 2â…“ miles, 1Â½ ðŸ™‚", "Café 2⅓ miles, 1½ 🙂");
        check("ZO\u{c9}\u{2019}S CAF\u{c9}, “caf\u{e9}”— Å’", "ZO\u{c9}\u{2019}S CAF\u{c9}, “caf\u{e9}”— Å’");
        check("Âge d’or, café — “naïve” Ã la carte, 3½", "Âge d’or, café — “naïve” Ã la carte, 3½");
    }
}
