//! From bytes to text.
//!
//! Order of belief: byte order mark, UTF-16 by its pattern of zero bytes, strict UTF-8, the encoding a page declares,
//! mostly valid UTF-8, and then a guess from the bytes by [chardetng](https://docs.rs/chardetng). Strict UTF-8 is asked
//! before the declaration because text of another encoding is hardly ever valid UTF-8 by chance, while saved pages
//! often keep a declaration that is no longer true. chardetng does not tell windows-1252 from its two relatives that
//! differ in the money signs, so these are told by bytes that make no sense in windows-1252 (a `¤` beside a digit, an
//! `Õ` inside a word). Nor does it tell windows-1254 where an English text has no more than a few Turkish names: the
//! six letters in which the two differ are Icelandic in windows-1252 (`Erdoðan`), and they are told by where in a word
//! they stand. Of a short text it may take the money signs and fractions of windows-1252 for letters of Central Europe
//! (`£5m` for `Ł5m`); no letter stands there.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254,
};

/// An encoding's name in a file: the names of the [standard](https://encoding.spec.whatwg.org/), or none.
pub(super) mod name {
    use encoding_rs::Encoding;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(in super::super) fn serialize<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(name)
    }

    pub(in super::super) fn deserialize<'a, D: Deserializer<'a>>(deserializer: D) -> Result<&'static str, D::Error> {
        let name = String::deserialize(deserializer)?;
        let known = Encoding::for_label(name.as_bytes()).map(Encoding::name);
        let known = if name.is_empty() { Some("") } else { known };
        known.ok_or_else(|| D::Error::custom(format!("{name:?} is no encoding")))
    }
}

/// Decoded text and how sure the decoding is.
pub(super) struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether nothing but the bytes themselves spoke for it.
    pub is_guessed: bool,
    /// How many places could not be decoded; each is a U+FFFD in the text.
    pub n_undecodable: usize,
}

/// Decodes `bytes`; `None` if they are no text in any encoding.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, bom_len)) = Encoding::for_bom(bytes) {
        return Some(with(encoding, &bytes[bom_len..], false));
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Some(with(encoding, bytes, true));
    }
    if is_binary(bytes) {
        return None;
    }
    let declared = declared(bytes);
    let is_stateful = declared.is_some_and(|encoding| !encoding.is_ascii_compatible());
    match std::str::from_utf8(bytes) {
        Ok(text) if !is_stateful => {
            return Some(Decoded {
                text: text.to_owned(),
                encoding: UTF_8.name(),
                is_guessed: false,
                n_undecodable: 0,
            });
        }
        _ => {}
    }
    let is_nearly_utf8 = is_nearly_utf8(bytes);
    match declared {
        Some(encoding) if encoding != UTF_8 || is_nearly_utf8 => return Some(with(encoding, bytes, false)),
        _ if is_nearly_utf8 => return Some(with(UTF_8, bytes, false)),
        _ => {}
    }
    Some(with(guess(bytes), bytes, true))
}

fn with(encoding: &'static Encoding, bytes: &[u8], is_guessed: bool) -> Decoded {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let n_undecodable = if has_errors { text.matches('\u{fffd}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), is_guessed, n_undecodable }
}

/// How much of the bytes the patterns are looked for in.
const SAMPLE: usize = 64 * 1024;

/// UTF-16 without a byte order mark: Latin text in it has a zero in every other byte.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (n_high, n_low, n_pairs) = (zeros(0), zeros(1), sample.len() / 2);
    // Three in ten: text with as many letters beyond Latin-1 as that still counts, and binary files have zeros in both.
    let is_many = |n: usize| n_pairs >= 4 && n * 10 > n_pairs * 3;
    match (is_many(n_high), is_many(n_low)) {
        (true, false) if n_low * 20 < n_high => Some(UTF_16BE),
        (false, true) if n_high * 20 < n_low => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether `bytes` hold more control characters than a text has: one in a hundred, where random bytes have ten.
fn is_binary(bytes: &[u8]) -> bool {
    let middle = bytes.len() / 2;
    [&bytes[..bytes.len().min(SAMPLE)], &bytes[middle..bytes.len().min(middle + SAMPLE)]].iter().any(|sample| {
        let n_controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
        n_controls * 100 > sample.len()
    })
}

/// The encoding that a page declares near its start, as the HTML standard reads it.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    // The standard says 1,024 bytes; browsers look further, and so do pages.
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let is_page = head.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
    let at = head.windows(8).position(|window| window == b"charset=").map(|at| at + 8).or_else(|| {
        head.starts_with(b"<?xml").then(|| head.windows(9).position(|window| window == b"encoding="))?.map(|at| at + 9)
    })?;
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
        .collect();
    let encoding = Encoding::for_label(&label).filter(|_| is_page)?;
    // A page whose declaration can be read byte by byte is not UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Whether `bytes` are UTF-8 with a few broken places, such as a file that was cut: at least four good sequences for
/// each broken one, where text of other encodings has hardly any.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_good >= 4 * n_bad && n_good > 0
}

/// The encoding that suits `bytes` best.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    if encoding == WINDOWS_1250 && has_turkish_names(bytes) && bytes.iter().all(is_turkish) {
        return WINDOWS_1254;
    }
    if encoding != WINDOWS_1252 && !(encoding.is_single_byte() && has_western_amounts(bytes)) {
        return encoding;
    }
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_lowercase);
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    // In windows-1252 0xD5 is Õ, in the Mac's encoding an apostrophe: don’t.
    let is_mac = |at: usize| {
        bytes[at] == 0xD5 && is_letter(at.checked_sub(1).map(|at| &bytes[at])) && is_letter(bytes.get(at + 1))
    };
    // In windows-1252 0xA4 is ¤, in ISO-8859-15 the euro sign.
    let is_euro = |at: usize| {
        bytes[at] == 0xA4
            && (is_digit(bytes.get(at + 1)) || is_digit(at.checked_sub(1).map(|at| &bytes[at])) || {
                bytes.get(at.wrapping_sub(1)) == Some(&b' ') && is_digit(at.checked_sub(2).map(|at| &bytes[at]))
            })
    };
    if (0..bytes.len()).any(is_mac) {
        MACINTOSH
    } else if (0..bytes.len()).any(is_euro) {
        ISO_8859_15
    } else if has_turkish_names(bytes) {
        WINDOWS_1254
    } else {
        WINDOWS_1252
    }
}

/// Whether `byte` is no letter of windows-1254 but those of Turkish; the encodings of Windows have the same signs up to
/// 0x9F.
fn is_turkish(byte: &u8) -> bool {
    const LETTERS: &[u8] = b"\xC2\xC7\xCE\xD0\xD6\xDB\xDC\xDD\xDE\xE2\xE7\xEE\xF0\xF6\xFB\xFC\xFD\xFE";
    *byte < 0xA0 || LETTERS.contains(byte)
}

/// Whether letters that windows-1252 has for Icelandic stand in `bytes` as Turkish words have theirs in windows-1254,
/// and none that Turkish lacks stands anywhere: `þ` before a consonant or at the end of a word (Beşiktaş), `Ý` before
/// one (İzmir), `ý` between two (Diyarbakır) or twice in a word, `oð` before `a`, `l` or `u` (Erdoğan, Davutoğlu).
fn has_turkish_names(bytes: &[u8]) -> bool {
    let is_consonant = |byte: u8| byte.is_ascii_lowercase() && !b"aeiou".contains(&byte);
    let is_part = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0xC0;
    let mut is_turkish = false;
    for word in bytes.split(|&byte| !is_part(byte)).filter(|word| !word.is_ascii()) {
        // á, æ, é, í, ó, ú and ð, þ as Icelandic has them.
        let is_icelandic = |byte: &u8| matches!(byte | 0x20, 0xE1 | 0xE6 | 0xE9 | 0xED | 0xF3 | 0xFA);
        if word.iter().any(is_icelandic) {
            return false;
        }
        let at = |idx: usize| word.get(idx).copied().unwrap_or_default();
        is_turkish |= (0..word.len()).any(|idx| {
            let (before, next) = (idx.checked_sub(1).map(at).unwrap_or_default(), at(idx + 1));
            match word[idx] {
                0xFE => idx > 0 && (next == 0 || is_consonant(next)),
                0xDD => idx == 0 && is_consonant(next),
                0xFD => is_consonant(before) && is_consonant(next) || idx > 0 && word[..idx].contains(&0xFD),
                0xF0 => before == b'o' && b"alu".contains(&next),
                _ => false,
            }
        });
    }
    is_turkish
}

/// Whether `bytes` hold an amount as windows-1252 prints it, and no byte of a letter that would be odd in English:
/// `£5`, `¥5`, `5¢`, `1½`, where other encodings of one byte a character have letters or nothing that stands by a
/// digit.
fn has_western_amounts(bytes: &[u8]) -> bool {
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let is_amount = |at: usize| match bytes[at] {
        0xA3..=0xA5 => is_digit(Some(at + 1)),
        0xA2 => is_digit(at.checked_sub(1)),
        0xBC..=0xBE => is_digit(at.checked_sub(1)) && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    };
    // Text in another script is made of such bytes; there, one beside a digit means nothing.
    let n_high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let n_amounts = (0..bytes.len()).filter(|&at| is_amount(at)).count();
    // Quotation marks and dashes are the same in all of Windows' encodings.
    let n_marks = bytes.iter().filter(|byte| matches!(byte, 0x85 | 0x91..=0x97)).count();
    n_amounts > 0 && (n_high * SELDOM < bytes.len() || n_amounts + n_marks == n_high)
}

/// In English, at most one byte in so many is none of ASCII; in Cyrillic or Greek, every second is.
const SELDOM: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode(bytes).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn decodes() {
        check("Zoë paid €3".as_bytes(), "Zoë paid €3", "UTF-8");
        check(b"\xEF\xBB\xBFNine dead", "Nine dead", "UTF-8");
        check(b"\xFF\xFEN\0i\0n\0e\0", "Nine", "UTF-16LE");
        check(b"N\0i\0n\0e\0 \0d\0e\0a\0d\0", "Nine dead", "UTF-16LE");
        check(b"\0N\0i\0n\0e\0 \0d\0e\0a\0d", "Nine dead", "UTF-16BE");
        check(
            b"The caf\xE9 charged \x8012 for it, \x93too much\x94",
            "The café charged €12 for it, “too much”",
            "windows-1252",
        );
        check(b"The caf\xE9 charged \xA412 for the meal", "The café charged €12 for the meal", "ISO-8859-15");
        check(b"They don\xD5t pay \xDB12 at the caf\x8E", "They don’t pay €12 at the café", "macintosh");
        check(b"The fee was \xA37m, the abbot said.", "The fee was £7m, the abbot said.", "windows-1252");
        check(b"\xA35", "£5", "windows-1252");
        check(
            b"Mr. Erdo\xF0an flew from \xDDzmir to Diyarbak\xFDr on Monday, three aides said.",
            "Mr. Erdoğan flew from İzmir to Diyarbakır on Monday, three aides said.",
            "windows-1254",
        );
        check(
            b"Fans of Be\xFEikta\xFE paid \x8040 each, the club\x92s treasurer said.",
            "Fans of Beşiktaş paid €40 each, the club’s treasurer said.",
            "windows-1254",
        );
        check(
            b"Gu\xF0ni Sigur\xF0sson and \xDE\xF3ra left Keflav\xEDk with nine others.",
            "Guðni Sigurðsson and Þóra left Keflavík with nine others.",
            "windows-1252",
        );
        check(
            b"Sigur\xF0sson, the minister, met nine fishermen at the pier.",
            "Sigurðsson, the minister, met nine fishermen at the pier.",
            "windows-1252",
        );
        check(b"It\x92s \xA37.", "It’s £7.", "windows-1252");
        check(b"It paid \xA32m for 1\xBD acres.", "It paid £2m for 1½ acres.", "windows-1252");
        check(b"<meta charset=windows-1251><p>\xCC\xE8\xF0", "<meta charset=windows-1251><p>Мир", "windows-1251");
        check("<meta charset=latin1><p>Zoë".as_bytes(), "<meta charset=latin1><p>Zoë", "UTF-8");
    }

    #[test]
    fn counts_what_cannot_be_decoded() {
        let decoded = decode(b"Zo\xC3\xAB, Ren\xC3\xA9, Ana\xC3\xAFs and \xC3\xA9lan\xFF met").expect("text");
        assert_eq!((decoded.encoding, decoded.n_undecodable, decoded.is_guessed), ("UTF-8", 1, false));
    }

    #[test]
    fn refuses_what_is_no_text() {
        let bytes: Vec<u8> = (0..5_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(decode(&bytes).is_none());
        assert!(decode(&[0; 100]).is_none());
    }
}
