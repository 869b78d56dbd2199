use super::{Context, Figure, Kind, Quantity};
use crate::text::Span;

/// Finds every figure in `text`.
pub fn find(text: &str, _context: Context) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|offset| at + offset) {
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |offset| start + offset);
        let value = text[start..end].parse().ok();
        figures.push(Figure {
            span: Span::new(start, end),
            kind: Kind::Count,
            quantity: Quantity::count(value, value),
            hedge: None,
            what: None,
            role: None,
            part_of: None,
            is_increment: false,
        });
        at = end;
    }
    figures
}
