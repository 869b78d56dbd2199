//! The bundled faces: a serif with bold and italic for articles, a sans for the window around them, and signs.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, TextStyle};

/// Names and bytes of the bundled files; see `assets/fonts/README.md`.
const FILES: [(&str, &[u8]); 6] = [
    ("interface", include_bytes!("../../assets/fonts/interface-regular.ttf")),
    ("interface bold", include_bytes!("../../assets/fonts/interface-bold.ttf")),
    ("text", include_bytes!("../../assets/fonts/text-regular.ttf")),
    ("text bold", include_bytes!("../../assets/fonts/text-bold.ttf")),
    ("text italic", include_bytes!("../../assets/fonts/text-italic.ttf")),
    ("symbols", include_bytes!("../../assets/fonts/symbols.ttf")),
];

/// Returns the family of article text.
pub fn text() -> FontFamily {
    FontFamily::Name("text".into())
}

/// Returns the bold of article text.
pub fn text_bold() -> FontFamily {
    FontFamily::Name("text bold".into())
}

/// Returns the italic of article text.
pub fn text_italic() -> FontFamily {
    FontFamily::Name("text italic".into())
}

/// Returns the bold of the window around it.
pub fn interface_bold() -> FontFamily {
    FontFamily::Name("interface bold".into())
}

/// Returns the style of article text: its family and size.
pub fn text_style() -> TextStyle {
    TextStyle::Name("text".into())
}

/// Returns the bundled faces before those that egui brings.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let with = |first: &str| {
        let own = [first.to_owned(), "symbols".to_owned()];
        own.into_iter().chain(fallback.iter().cloned()).collect::<Vec<_>>()
    };
    for (family, first) in [
        (FontFamily::Proportional, "interface"),
        (interface_bold(), "interface bold"),
        (text(), "text"),
        (text_bold(), "text bold"),
        (text_italic(), "text italic"),
    ] {
        fonts.families.insert(family, with(first));
    }
    fonts.families.entry(FontFamily::Monospace).or_default().push("symbols".to_owned());
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::look::Look;

    /// Signs that panels draw besides words.
    const SIGNS: &str = "≠⊂↻≈?–=▌▲▼▸▾×…·“”‘’←→↑↓⌘✓⚠½≤≥€£¥°ʼ";

    #[test]
    fn every_sign_is_in_the_bundled_faces() {
        let mut fonts = egui::epaint::text::Fonts::new(Default::default(), definitions());
        let looks: String = Look::ALL.iter().map(|look| look.glyph()).collect();
        let families = [FontFamily::Proportional, interface_bold(), text(), text_bold(), text_italic()]
            .map(|f| egui::FontId::new(15.0, f));
        for id in &families {
            for sign in SIGNS.chars().chain(looks.chars()) {
                assert!(fonts.with_pixels_per_point(1.0).has_glyph(id, sign), "{sign} is missing in {id:?}");
            }
        }
    }

    #[test]
    fn the_faces_cover_the_scripts_they_promise() {
        let mut fonts = egui::epaint::text::Fonts::new(Default::default(), definitions());
        let id = egui::FontId::new(15.0, text());
        for sign in "AzÄéñøŁžȘğΑωάЖяїЎ€£¥₹¼²“—…".chars() {
            assert!(fonts.with_pixels_per_point(1.0).has_glyph(&id, sign), "{sign} is missing");
        }
    }
}
