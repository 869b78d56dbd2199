//! All colors and sizes of the window.
//!
//! A state is shown by sign and line first and by color last. The colors of the looks were chosen so that each stands
//! out from the page (contrast by WCAG 2.2 at least 4.9 on white, 5.3 on the dark page) and from the others in normal,
//! protan, deutan and tritan vision by the matrices of [Machado, Oliveira and Fernandes
//! 2009](https://doi.org/10.1109/TVCG.2009.113) (ΔE76 at least 29 and 25). A test keeps that true.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme, ThemePreference, Visuals, vec2,
};

use super::fonts;
use super::prefs::{Prefs, ThemeChoice};
use super::reading::scene::Ink;
use crate::wording::look::Look;

/// The colors of a theme, as 0xRRGGBB.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind articles and tables.
    pub page: u32,
    /// Behind bars and panels.
    pub panel: u32,
    /// Running text.
    pub text: u32,
    /// Less important text.
    pub weak: u32,
    /// Lines between things.
    pub rule: u32,
    /// Buttons.
    pub button: u32,
    /// Buttons under the pointer.
    pub hovered: u32,
    /// Links, the focus, what is chosen.
    pub accent: u32,
    /// Behind what is selected.
    pub selected: u32,
    /// Behind what a search found.
    pub found: u32,
    /// Errors.
    pub error: u32,
    /// For each look in the order of [`Look::ALL`].
    pub looks: [u32; Look::ALL.len()],
}

/// Conflict, differs, update, scope, rounding, only in some, agrees: on white.
const LOOKS_ON_LIGHT: [u32; 7] = [0xD6_2A00, 0x6A_6A6A, 0x00_6AEB, 0x00_6AEB, 0x33_2A00, 0x6B_0F78, 0x6A_6A6A];
/// The same on the dark page.
const LOOKS_ON_DARK: [u32; 7] = [0xF0_603F, 0xA0_A0A0, 0x7D_DBFA, 0x7D_DBFA, 0xFA_BB00, 0xE2_55EB, 0xA0_A0A0];

/// Dark on light.
pub const LIGHT: Palette = Palette {
    page: 0xFF_FFFF,
    panel: 0xF5_F5F2,
    text: 0x1C_1C1A,
    weak: 0x5E_5E5A,
    rule: 0xDC_DCD7,
    button: 0xE9_E9E4,
    hovered: 0xDE_DED8,
    accent: 0x00_57C2,
    selected: 0xDC_E9FA,
    found: 0xFF_E97A,
    error: 0xB0_2100,
    looks: LOOKS_ON_LIGHT,
};

/// Light on dark.
pub const DARK: Palette = Palette {
    page: 0x1B_1B1B,
    panel: 0x25_2525,
    text: 0xE8_E6E3,
    weak: 0xA9_A7A3,
    rule: 0x3D_3D3D,
    button: 0x37_3737,
    hovered: 0x43_4343,
    accent: 0x7C_BBFF,
    selected: 0x2B_3B50,
    found: 0x5C_5110,
    error: 0xFF_8F73,
    looks: LOOKS_ON_DARK,
};

/// Black on white, with strong lines.
pub const HIGH_CONTRAST_LIGHT: Palette = Palette {
    page: 0xFF_FFFF,
    panel: 0xFF_FFFF,
    text: 0x00_0000,
    weak: 0x26_2626,
    rule: 0x00_0000,
    button: 0xFF_FFFF,
    hovered: 0xE0_E0E0,
    accent: 0x00_2F9E,
    selected: 0xCF_E2FF,
    found: 0xFF_E100,
    error: 0x9C_0000,
    looks: LOOKS_ON_LIGHT,
};

/// White on black, with strong lines.
pub const HIGH_CONTRAST_DARK: Palette = Palette {
    page: 0x00_0000,
    panel: 0x00_0000,
    text: 0xFF_FFFF,
    weak: 0xE0_E0E0,
    rule: 0xFF_FFFF,
    button: 0x00_0000,
    hovered: 0x30_3030,
    accent: 0xA8_D4FF,
    selected: 0x14_3A6B,
    found: 0x6B_5E00,
    error: 0xFF_A08A,
    looks: LOOKS_ON_DARK,
};

/// Seconds that things take to move.
const MOTION: f32 = 0.12;

/// Returns the palette for `theme`.
pub fn palette(theme: Theme, high_contrast: bool) -> &'static Palette {
    match (theme, high_contrast) {
        (Theme::Light, false) => &LIGHT,
        (Theme::Dark, false) => &DARK,
        (Theme::Light, true) => &HIGH_CONTRAST_LIGHT,
        (Theme::Dark, true) => &HIGH_CONTRAST_DARK,
    }
}

/// Returns the palette in use.
pub fn palette_of(ctx: &egui::Context, prefs: &Prefs) -> &'static Palette {
    palette(ctx.theme(), prefs.high_contrast)
}

/// Returns a color out of 0xRRGGBB.
#[expect(clippy::disallowed_methods, reason = "this is the one place that makes colors")]
pub fn color(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

impl Palette {
    /// Returns the colors of the reading room.
    pub fn ink(&self) -> Ink {
        Ink {
            text: color(self.text),
            weak: color(self.weak),
            page: color(self.page),
            rule: color(self.rule),
            selected: color(self.selected),
            found: color(self.found),
            looks: self.looks.map(color),
        }
    }
}

/// Makes `ctx` look as `prefs` ask.
pub fn apply(ctx: &egui::Context, prefs: &Prefs) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme, prefs));
    }
    ctx.set_theme(match prefs.theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
    // Where the system does not say what it prefers, text is dark on light, as on paper.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_zoom_factor(prefs.zoom);
}

fn style(theme: Theme, prefs: &Prefs) -> Style {
    let palette = palette(theme, prefs.high_contrast);
    let mut style = Style { visuals: visuals(theme, palette), ..theme.default_style() };
    let interface = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, interface(13.0)),
        (TextStyle::Body, interface(15.0)),
        (TextStyle::Button, interface(15.0)),
        (TextStyle::Heading, FontId::new(22.0, fonts::interface_bold())),
        (TextStyle::Monospace, FontId::new(14.0, FontFamily::Monospace)),
        (fonts::text_style(), FontId::new(16.5, fonts::text())),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size.y = 26.0;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.icon_width = 16.0;
    style.spacing.tooltip_width = 380.0;
    // Seen without pointing at it: else nothing tells that a table goes on.
    style.spacing.scroll.dormant_handle_opacity = 0.5;
    style.animation_time = if prefs.reduced_motion { 0.0 } else { MOTION };
    style
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let is_dark = theme == Theme::Dark;
    let base = if is_dark { Visuals::dark() } else { Visuals::light() };
    let line = Stroke::new(1.0, color(palette.rule));
    let corner_radius = CornerRadius::same(5);
    let widget = |fill: u32, bg_stroke, text: u32| WidgetVisuals {
        bg_fill: color(fill),
        weak_bg_fill: color(fill),
        bg_stroke,
        corner_radius,
        fg_stroke: Stroke::new(1.0, color(text)),
        expansion: 0.0,
    };
    // Around what has the focus of the keyboard (WCAG 2.4.11 asks for two pixels).
    let accent = Stroke::new(2.0, color(palette.accent));
    Visuals {
        dark_mode: is_dark,
        widgets: Widgets {
            noninteractive: widget(palette.panel, line, palette.text),
            inactive: widget(palette.button, line, palette.text),
            hovered: widget(palette.hovered, line, palette.text),
            active: widget(palette.hovered, accent, palette.text),
            open: widget(palette.hovered, line, palette.text),
        },
        selection: Selection { bg_fill: color(palette.selected), stroke: Stroke::new(1.5, color(palette.accent)) },
        weak_text_color: Some(color(palette.weak)),
        hyperlink_color: color(palette.accent),
        extreme_bg_color: color(palette.page),
        text_edit_bg_color: Some(color(palette.page)),
        faint_bg_color: color(palette.panel),
        code_bg_color: color(palette.button),
        error_fg_color: color(palette.error),
        warn_fg_color: color(palette.error),
        window_fill: color(palette.panel),
        window_stroke: line,
        panel_fill: color(palette.panel),
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How light a part of a color is, from 0 to 1, as the eye adds it up.
    fn linear(hex: u32) -> [f64; 3] {
        let [_, red, green, blue] = hex.to_be_bytes();
        [red, green, blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let luminance = |hex| {
            let [red, green, blue] = linear(hex);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (a, b): (f64, f64) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    type Matrix = [[f64; 3]; 3];

    /// Normal vision, then full protanopia, deuteranopia and tritanopia.
    const VISIONS: [(&str, Matrix); 4] = [
        ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protan",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deutan",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
        ),
        (
            "tritan",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn times(matrix: &Matrix, [x, y, z]: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row[0] * x + row[1] * y + row[2] * z)
    }

    /// CIE L*a*b* under D65.
    fn lab(rgb: [f64; 3]) -> [f64; 3] {
        const TO_XYZ: Matrix = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let [x, y, z] = times(&TO_XYZ, rgb.map(|part| part.clamp(0.0, 1.0)));
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let (x, y, z) = (f(x / 0.950_47), f(y), f(z / 1.088_83));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn looks_stand_out_from_the_page_and_from_each_other() {
        for (palette, least_contrast, least_distance) in
            [(LIGHT, 4.9, 28.9), (DARK, 5.28, 24.9), (HIGH_CONTRAST_LIGHT, 4.9, 28.9), (HIGH_CONTRAST_DARK, 6.4, 24.9)]
        {
            let mut distinct = palette.looks[..6].to_vec();
            distinct.dedup();
            assert_eq!(distinct.len(), 5);
            for (idx, &hex) in distinct.iter().enumerate() {
                let ratio = contrast(hex, palette.page);
                assert!(ratio >= least_contrast, "{hex:06X} has {ratio:.2}");
                for &other in &distinct[idx + 1..] {
                    for (vision, matrix) in &VISIONS {
                        let [a, b] = [hex, other].map(|hex| lab(times(matrix, linear(hex))));
                        let distance = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                        assert!(distance >= least_distance, "{hex:06X} and {other:06X}: {distance:.1} in {vision}");
                    }
                }
            }
        }
    }

    #[test]
    fn high_contrast_keeps_dark_dark_and_light_light() {
        for theme in [Theme::Light, Theme::Dark] {
            let (plain, strong) = (palette(theme, false), palette(theme, true));
            assert_eq!(contrast(plain.page, 0) > 10.0, contrast(strong.page, 0) > 10.0, "{theme:?}");
            assert!(contrast(strong.text, strong.page) > 20.9);
            assert!(contrast(strong.weak, strong.page) > contrast(plain.weak, plain.page));
            assert_eq!(strong.rule, strong.text, "lines are as strong as letters");
        }
    }

    #[test]
    fn text_is_legible_on_everything_it_stands_on() {
        for palette in [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK] {
            for ground in [palette.page, palette.panel, palette.button, palette.hovered, palette.selected] {
                assert!(contrast(palette.text, ground) >= 7.0, "text on {ground:06X}");
                let weak = contrast(palette.weak, ground);
                assert!(weak >= 4.0, "weak text on {ground:06X} has {weak:.2}");
            }
            for ground in [palette.page, palette.panel] {
                assert!(contrast(palette.weak, ground) >= 4.9, "weak text on {ground:06X}");
                assert!(contrast(palette.accent, ground) >= 4.9, "links on {ground:06X}");
                assert!(contrast(palette.error, ground) >= 4.9, "errors on {ground:06X}");
            }
            assert!(contrast(palette.text, palette.found) >= 4.9);
        }
    }
}
