//! The faces a column is set in: which font at which size for which kind of block.

use egui::{FontFamily, FontId, TextFormat, TextStyle, Ui};

use crate::article::BlockKind;
use crate::wording::look::Look;

/// Line height as a multiple of the font size: comfortable for columns of some fifty characters.
const LEADING: f32 = 1.5;

/// The same for headlines, whose long lines need less.
const HEADLINE_LEADING: f32 = 1.25;

/// The faces of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Faces {
    text: FontId,
    strong: FontId,
    headline: FontId,
    small: FontId,
}

impl Faces {
    /// Returns the faces of the style that `ui` has.
    pub(crate) fn of(ui: &Ui) -> Self {
        let named = ui.style().text_styles.get(&TextStyle::Name("text".into())).cloned();
        let text = named.unwrap_or_else(|| TextStyle::Body.resolve(ui.style()));
        let size = text.size;
        let bold = FontFamily::Name("text bold".into());
        let has_bold = ui.fonts(|fonts| fonts.families().contains(&bold));
        let bold = if has_bold { bold } else { text.family.clone() };
        Self {
            strong: FontId::new(size, bold.clone()),
            headline: FontId::new((size * 1.3).round(), bold),
            small: FontId::new((size * 0.9).round(), text.family.clone()),
            text,
        }
    }

    /// Returns the size of the running text in points.
    pub(crate) fn size(&self) -> f32 {
        self.text.size
    }

    /// Returns the font for blocks of `kind`.
    pub(crate) fn font(&self, kind: BlockKind) -> &FontId {
        match kind {
            BlockKind::Headline => &self.headline,
            BlockKind::Heading => &self.strong,
            BlockKind::Caption | BlockKind::TableRow | BlockKind::Correction => &self.small,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote => &self.text,
        }
    }

    /// Returns the height of a line of blocks of `kind`, in points.
    pub(crate) fn line_height(&self, kind: BlockKind) -> f32 {
        let leading = if kind == BlockKind::Headline { HEADLINE_LEADING } else { LEADING };
        (self.font(kind).size * leading).round()
    }

    /// Returns the space below a block of `kind`, in points.
    pub(crate) fn gap(&self, kind: BlockKind) -> f32 {
        match kind {
            BlockKind::Headline => self.size() * 0.8,
            BlockKind::Heading | BlockKind::ListItem | BlockKind::TableRow => self.size() * 0.35,
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Caption | BlockKind::Correction => self.size() * 0.7,
        }
    }

    /// Returns how far blocks of `kind` are set in from the left, in points.
    pub(crate) fn indent(&self, kind: BlockKind) -> f32 {
        match kind {
            BlockKind::ListItem | BlockKind::Quote => self.size(),
            _ => 0.0,
        }
    }

    /// Returns the space kept free for the sign of `look`, in points: its width where letters follow, else what it
    /// needs beyond the space between words.
    pub(crate) fn sign_room(&self, look: Look, before_letters: bool) -> u8 {
        // The signs of these two are wider than the others.
        let more = if matches!(look, Look::Scope | Look::Update) { 0.14 } else { 0.0 };
        (self.size() * (more + if before_letters { 0.52 } else { 0.3 })).round().clamp(0.0, 60.0) as u8
    }

    /// Returns the format of text in blocks of `kind`; its color is left to the moment of painting.
    pub(crate) fn format(&self, kind: BlockKind) -> TextFormat {
        TextFormat {
            font_id: self.font(kind).clone(),
            color: egui::Color32::PLACEHOLDER,
            line_height: Some(self.line_height(kind)),
            ..TextFormat::default()
        }
    }
}
