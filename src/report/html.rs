//! A page for people: one file, nothing to load, no script; everything that comes from articles is escaped.
//!
//! The layout is `assets/report/report.html`, the look `report.css` beside it. The page's policy forbids scripts,
//! loading and every style but the one it carries, allowed by its hash, so that hostile words could do nothing even
//! unescaped.

use askama::Template;
use sha2::{Digest, Sha256};

use crate::compare::Comparison;
use crate::view::counts::Lead;
use crate::view::report::{Report, ReportOptions, report};
use crate::wording::desk_words;
use crate::wording::look::Look;
use crate::wording::note_words as notes;
use crate::wording::report_words as words;

const STYLE: &str = include_str!("../../assets/report/report.css");

/// Marked words of fewer bytes are kept on one line with their glyph; longer ones may break.
const SHORT: usize = 30;

#[derive(Template)]
#[template(path = "report.html", config = "assets/report/askama.toml")]
struct Page {
    report: Report,
    style: &'static str,
    style_hash: String,
}

/// Returns `comparison` as a page.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let style_hash = base64(&Sha256::digest(STYLE));
    let page = Page { report: report(comparison, options), style: STYLE, style_hash };
    page.render().expect("writing to a string does not fail")
}

/// The class that carries the line and the color of `look`.
fn class(look: &Look) -> &'static str {
    match look {
        Look::Conflict => "conflict",
        Look::Differs => "differs",
        Look::Update => "update",
        Look::Scope => "scope",
        Look::Rounding => "rounding",
        Look::OnlyIn => "only-in",
        Look::Agrees => "agrees",
    }
}

/// The heading that a count leads to.
fn anchor(lead: &Lead) -> &'static str {
    match lead {
        Lead::Stories | Lead::Aligned => "method",
        Lead::Look(Look::Conflict) => "conflicts",
        Lead::Look(Look::Differs | Look::Update | Look::Scope | Look::Rounding) => "others",
        Lead::Look(Look::OnlyIn) => "only-in",
        Lead::Look(Look::Agrees) => "agreements",
        Lead::Hints => "hints",
        Lead::NotCompared => "not-compared",
    }
}

/// Returns `bytes` in base 64 (RFC 4648), as a policy wants its hashes.
pub(super) fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let is_padding = place > chunk.len();
            text.push(if is_padding { '=' } else { char::from(SIGNS[bits >> (18 - 6 * place) & 63]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_style_cannot_close_its_element() {
        assert!(!STYLE.contains('<'));
    }
}
