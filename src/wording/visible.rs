//! Words of articles made harmless for people's eyes: nothing invisible may steer a terminal or turn a line around.

/// Returns `text` on one line with every control character shown as `�`: those of terminals (C0, C1) and those that
/// reorder text (Unicode's embeddings, overrides and isolates, see <https://trojansource.codes>). Line ends and tabs
/// become spaces.
///
/// ```
/// use crosscheck::wording::visible::visible;
/// assert_eq!(visible("a\nb\u{1b}[31m\u{202e}c"), "a b�[31m�c");
/// ```
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}
