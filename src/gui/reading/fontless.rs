//! Characters that no font on this system has: they are drawn as boxes, and a note says so.

use std::collections::BTreeMap;

use egui::Ui;

use super::faces::Faces;
use crate::article::BlockKind;
use crate::view::heading::without_font;

/// Says how many characters of `text` cannot be drawn, and which; `None` if all can.
pub(crate) fn fontless(ui: &Ui, text: &str) -> Option<String> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in text.chars().filter(|&c| !c.is_ascii() && !is_invisible(c)) {
        *counts.entry(c).or_default() += 1;
    }
    let font = Faces::of(ui).font(BlockKind::Paragraph).clone();
    ui.fonts_mut(|fonts| counts.retain(|&c, _| !fonts.has_glyph(&font, c)));
    (!counts.is_empty()).then(|| {
        let n = counts.values().sum();
        without_font(n, &counts.keys().copied().collect::<Vec<_>>())
    })
}

/// White space, and characters that only steer how others are drawn.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffc}')
}
