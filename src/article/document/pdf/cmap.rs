//! The tables by which a font says what its codes stand for: `ToUnicode` maps, as in
//! [Adobe's note 5411](https://adobe-type-tools.github.io/font-tech-notes/pdfs/5411.ToUnicode.pdf).

use std::collections::HashMap;

/// Most codes of one table; fonts have at most 65,536.
const MAX_CODES: usize = 70_000;

/// What codes stand for.
#[derive(Debug, Default)]
pub(super) struct CMap {
    texts: HashMap<u32, String>,
}

impl CMap {
    /// What `code` stands for, if the table says so.
    pub(super) fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }

    fn insert(&mut self, code: u32, text: String) {
        if self.texts.len() < MAX_CODES {
            self.texts.insert(code, text);
        }
    }
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

/// Reads the table in `bytes`; what cannot be read in it is passed over.
pub(super) fn parse(bytes: &[u8]) -> CMap {
    let mut map = CMap::default();
    let mut at = 0;
    let mut codes: Vec<Vec<u8>> = Vec::new();
    while let Some(token) = token(bytes, &mut at) {
        match token {
            Token::Word(b"beginbfchar" | b"beginbfrange") => codes.clear(),
            Token::Word(b"endbfchar") => {
                for pair in codes.chunks_exact(2) {
                    map.insert(number(&pair[0]), utf16(&pair[1]));
                }
                codes.clear();
            }
            Token::Word(b"endbfrange") => {
                for range in codes.chunks_exact(3) {
                    add_range(&mut map, number(&range[0]), number(&range[1]), &range[2]);
                }
                codes.clear();
            }
            Token::Open => {
                // A range with a list: one text for each of its codes.
                let first = codes.len().checked_sub(2).map(|idx| number(&codes[idx]));
                let mut code = first.unwrap_or(0);
                while let Some(Token::Hex(text)) = self::token(bytes, &mut at) {
                    if first.is_some() {
                        map.insert(code, utf16(&text));
                    }
                    code = code.saturating_add(1);
                }
                codes.truncate(codes.len().saturating_sub(2));
            }
            Token::Hex(code) if codes.len() < 3 * MAX_CODES => codes.push(code),
            Token::Hex(_) | Token::Close | Token::Word(_) => {}
        }
    }
    map
}

/// The codes from `first` to `last` stand for `text` and what follows it.
fn add_range(map: &mut CMap, first: u32, last: u32, text: &[u8]) {
    let mut units = units(text);
    for code in (first..=last).take(MAX_CODES) {
        map.insert(code, String::from_utf16_lossy(&units));
        if map.texts.len() >= MAX_CODES {
            return;
        }
        if let Some(unit) = units.last_mut() {
            *unit = unit.wrapping_add(1);
        }
    }
}

fn token<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Token<'a>> {
    while bytes.get(*at).is_some_and(u8::is_ascii_whitespace) {
        *at += 1;
    }
    let start = *at;
    let first = *bytes.get(start)?;
    *at += 1;
    match first {
        b'<' if bytes.get(*at) != Some(&b'<') => {
            let mut digits = Vec::new();
            while let Some(&byte) = bytes.get(*at) {
                *at += 1;
                match byte {
                    b'>' => break,
                    byte if byte.is_ascii_hexdigit() && digits.len() < 1_024 => digits.push(byte),
                    _ => {}
                }
            }
            let pairs =
                digits.chunks(2).filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
            Some(Token::Hex(pairs.collect()))
        }
        b'[' => Some(Token::Open),
        b']' => Some(Token::Close),
        _ => {
            while bytes.get(*at).is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'<' | b'[' | b']'))
            {
                *at += 1;
            }
            Some(Token::Word(&bytes[start..*at]))
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        bytes => bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&units(bytes))
}
