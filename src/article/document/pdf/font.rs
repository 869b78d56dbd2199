//! Fonts of a PDF: which characters its codes stand for, and how wide they are.
//!
//! Asked in this order: the font's own table (`ToUnicode`), the names of its glyphs (the [Adobe Glyph
//! List](https://github.com/adobe-type-tools/agl-aglfn)), its encoding. A code that none of them knows becomes U+FFFD:
//! the words it stands in are not compared, because they would be a guess.

use std::collections::HashMap;
use std::sync::LazyLock;

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::cmap::{CMap, parse};
use super::stream::decoded;

/// Width of a glyph whose font gives none, in thousandths of its size.
const USUAL_WIDTH: f32 = 500.0;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Whether its codes are of several bytes.
    is_composite: bool,
    to_unicode: CMap,
    /// The characters of one-byte codes by name or encoding.
    simple: Vec<Option<String>>,
    widths: HashMap<u32, f32>,
    default_width: f32,
    /// Thousandths of the size in a unit of its widths: the fonts drawn by the file itself have their own.
    scale: f32,
    /// Whether its letters are bold, as its name has it.
    pub(super) is_bold: bool,
}

impl Font {
    /// Reads the font of `dict`.
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let subtype = name_of(dict, "Subtype");
        let base = name_of(dict, "BaseFont").to_ascii_lowercase();
        let mut font = Self {
            default_width: USUAL_WIDTH,
            scale: 1.0,
            is_bold: base.contains("bold") || base.contains("black"),
            ..Self::default()
        };
        if let Some(stream) = dict.get::<Stream<'_>>("ToUnicode")
            && let Some(bytes) = decoded(&stream)
        {
            font.to_unicode = parse(&bytes);
        }
        if subtype == "Type0" {
            font.read_composite(dict);
        } else {
            font.read_simple(dict, &subtype, &base);
        }
        font
    }

    fn read_composite(&mut self, dict: &Dict<'_>) {
        self.is_composite = true;
        self.default_width = 1000.0;
        let Some(inner) = dict.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter::<Dict<'_>>().next()) else {
            return;
        };
        if let Some(width) = inner.get::<f32>("DW") {
            self.default_width = width;
        }
        let Some(widths) = inner.get::<Array<'_>>("W") else { return };
        // Either a first code with a list of widths, or a first and a last code with one width.
        let mut pending: Vec<f32> = Vec::new();
        for object in widths.iter::<Object<'_>>().take(100_000) {
            match object {
                Object::Number(number) => pending.push(number.as_f32()),
                Object::Array(list) => {
                    let first = pending.pop().unwrap_or(0.0) as u32;
                    for (idx, width) in list.iter::<f32>().take(65_536).enumerate() {
                        self.widths.insert(first.saturating_add(idx as u32), width);
                    }
                    pending.clear();
                }
                _ => pending.clear(),
            }
            if let [first, last, width] = pending[..] {
                for code in (first as u32..=last as u32).take(65_536) {
                    self.widths.insert(code, width);
                }
                pending.clear();
            }
        }
    }

    fn read_simple(&mut self, dict: &Dict<'_>, subtype: &str, base: &str) {
        if subtype == "Type3" {
            let matrix: Vec<f32> =
                dict.get::<Array<'_>>("FontMatrix").map(|all| all.iter::<f32>().collect()).unwrap_or_default();
            self.scale = matrix.first().map_or(1.0, |scale| scale * 1000.0);
        }
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
        if let Some(width) = descriptor
            .as_ref()
            .and_then(|descriptor| descriptor.get::<f32>("MissingWidth"))
            .filter(|width| *width > 0.0)
        {
            self.default_width = width;
        }
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        match dict.get::<Array<'_>>("Widths") {
            Some(widths) => {
                for (idx, width) in widths.iter::<f32>().take(256).enumerate() {
                    self.widths.insert(first.saturating_add(idx as u32), width);
                }
            }
            None => self.widths.extend((0..=255_u8).map(|code| (u32::from(code), standard_width(code, base)))),
        }
        let encoding = dict.get::<Dict<'_>>("Encoding");
        let base_encoding = match &encoding {
            Some(encoding) => name_of(encoding, "BaseEncoding"),
            None => name_of(dict, "Encoding"),
        };
        let is_symbolic = base.contains("symbol") || base.contains("dingbats");
        self.simple = (0..=255_u8)
            .map(|code| if is_symbolic { None } else { character(code, &base_encoding, subtype) })
            .collect();
        let mut code = 0_usize;
        for object in encoding
            .and_then(|encoding| encoding.get::<Array<'_>>("Differences"))
            .iter()
            .flat_map(Array::iter::<Object<'_>>)
        {
            match object {
                Object::Number(number) => code = number.as_i64().clamp(0, 256) as usize,
                Object::Name(name) => {
                    if let Some(slot) = self.simple.get_mut(code) {
                        *slot = named(name.as_str());
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }

    /// The codes in `bytes`, each with its length.
    pub(super) fn codes<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = (u32, usize)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
            let len = if self.is_composite { 2.min(rest.len()) } else { 1 };
            at += len;
            Some((rest[..len].iter().fold(0, |code, byte| code << 8 | u32::from(*byte)), len))
        })
    }

    /// What `code` stands for; U+FFFD where nobody says.
    pub(super) fn text(&self, code: u32) -> String {
        let own = self.to_unicode.text(code).filter(|text| !text.is_empty() && *text != "\0" && *text != "\u{fffd}");
        let simple = || self.simple.get(code as usize).and_then(Clone::clone);
        let text = own.map(str::to_owned).or_else(simple).unwrap_or_else(|| "\u{fffd}".to_owned());
        unligated(&text)
    }

    /// How far `code` moves on, in parts of the size.
    pub(super) fn width(&self, code: u32) -> f32 {
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
        let width = width * self.scale / 1000.0;
        if width.is_finite() { width.clamp(-5.0, 5.0) } else { 0.0 }
    }
}

fn name_of(dict: &Dict<'_>, key: &str) -> String {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned()).unwrap_or_default()
}

/// Letters that are printed as one sign, each for itself.
fn unligated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The glyphs by name.
static NAMES: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let lines = include_str!("../../../../assets/pdf/glyph_names.tsv").lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &'static str| {
        let (name, code) = line.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    };
    lines.filter_map(entry).collect()
});

/// What the glyph called `name` shows, by the rules of the Adobe Glyph List.
fn named(name: &str) -> Option<String> {
    let name = name.split('.').next()?;
    let mut out = String::new();
    for part in name.split('_') {
        let code = part
            .strip_prefix("uni")
            .filter(|code| code.len() == 4)
            .or_else(|| part.strip_prefix('u').filter(|code| (4..=6).contains(&code.len())));
        let c = NAMES.get(part).copied().or_else(|| char::from_u32(u32::from_str_radix(code?, 16).ok()?))?;
        out.push(c);
    }
    (!out.is_empty()).then_some(out)
}

/// What `code` stands for in a one-byte encoding.
fn character(code: u8, encoding: &str, subtype: &str) -> Option<String> {
    let decoder = match (encoding, subtype) {
        ("MacRomanEncoding", _) => encoding_rs::MACINTOSH,
        ("WinAnsiEncoding", _) | (_, "TrueType") => encoding_rs::WINDOWS_1252,
        _ => return standard(code).map(String::from),
    };
    if code < 0x20 {
        return None;
    }
    Some(decoder.decode_without_bom_handling(&[code]).0.into_owned())
}

/// Adobe's StandardEncoding, as in annex D.2 of [ISO
/// 32000-1](https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf).
fn standard(code: u8) -> Option<char> {
    const HIGH: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ";
    match code {
        0x27 => Some('’'),
        0x60 => Some('‘'),
        0x20..=0x7e => Some(char::from(code)),
        0xa1..=0xaf => HIGH.chars().nth(usize::from(code - 0xa1)),
        0xb1 => Some('–'),
        0xb2 => Some('†'),
        0xb3 => Some('‡'),
        0xb4 => Some('·'),
        0xb6 => Some('¶'),
        0xb7 => Some('•'),
        0xb8 => Some('‚'),
        0xb9 => Some('„'),
        0xba => Some('”'),
        0xbb => Some('»'),
        0xbc => Some('…'),
        0xbd => Some('‰'),
        0xbf => Some('¿'),
        0xd0 => Some('—'),
        0xe1 => Some('Æ'),
        0xe3 => Some('ª'),
        0xe8 => Some('Ł'),
        0xe9 => Some('Ø'),
        0xea => Some('Œ'),
        0xeb => Some('º'),
        0xf1 => Some('æ'),
        0xf5 => Some('ı'),
        0xf8 => Some('ł'),
        0xf9 => Some('ø'),
        0xfa => Some('œ'),
        0xfb => Some('ß'),
        _ => None,
    }
}

/// About how wide `code` is in a font that every reader has, for which a file need not say: near enough for gaps
/// between words.
fn standard_width(code: u8, base: &str) -> f32 {
    if base.contains("courier") {
        return 600.0;
    }
    let is_serif = base.contains("times");
    match (code, is_serif) {
        (b' ' | b'.' | b',' | b';' | b':' | b'i' | b'j' | b'l' | b't' | b'\'', false) => 265.0,
        (b' ' | b'.' | b',' | b';' | b':' | b'i' | b'j' | b'l' | b't' | b'\'', true) => 265.0,
        (b'f' | b'r' | b'(' | b')' | b'-' | b'I', _) => 325.0,
        (b'm' | b'M' | b'W', _) => 840.0,
        (b'w' | b'A'..=b'Z', _) => 690.0,
        (b'0'..=b'9', true) => 500.0,
        (_, true) => 465.0,
        (_, false) => 545.0,
    }
}
