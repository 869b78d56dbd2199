//! The button for what is most likely wanted.

use egui::{Button, RichText};

use crate::gui::fonts;
use crate::gui::theme::{Palette, color};

/// Returns a button in the color of the accent that says `text`.
pub fn primary(text: &str, palette: &Palette) -> Button<'static> {
    let text = RichText::new(text).color(color(palette.page)).family(fonts::interface_bold());
    Button::new(text).fill(color(palette.accent))
}
