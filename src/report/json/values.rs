//! Figures and their values as the contract writes them: bounds as numbers, ISO 8601 dates or `HH:MM`, and units.

use super::model::{Bound, FigureJson};
use crate::figures::{Figure, Quantity, Range};

impl FigureJson {
    /// `figure` of `text`.
    pub fn new(text: &str, figure: &Figure) -> Self {
        let (low, high) = bounds(&figure.quantity);
        Self {
            start: figure.span.start,
            end: figure.span.end,
            text: figure.span.of(text).to_owned(),
            kind: figure.kind.into(),
            low,
            high,
            unit: unit_of(text, figure),
            what: figure.what.map(|what| what.head.of(text).to_owned()),
            hedge: figure.hedge.map(|hedge| hedge.span.of(text).to_owned()),
        }
    }
}

pub(super) fn unit(quantity: &Quantity) -> Option<String> {
    quantity.unit_symbol()
}

/// The unit of `figure`; a count by something is written with what is counted: `tests per d`.
fn unit_of(text: &str, figure: &Figure) -> Option<String> {
    match (figure.quantity.unit, figure.quantity.per, figure.what) {
        (None, Some(per), Some(what)) => Some(format!("{} per {}", what.head.of(text), per.name())),
        (None, Some(per), None) => Some(format!("count per {}", per.name())),
        _ => unit(&figure.quantity),
    }
}

pub(super) fn bounds(quantity: &Quantity) -> (Option<Bound>, Option<Bound>) {
    match &quantity.range {
        Range::Number { low, high } => (low.map(number), high.map(number)),
        Range::Date { low, high } => {
            (low.map(|day| Bound::Text(day.to_string())), high.map(|day| Bound::Text(day.to_string())))
        }
        Range::Time { low, high } => (low.map(time), high.map(time)),
    }
}

fn number(value: f64) -> Bound {
    if value.fract() == 0.0 && value.abs() < 9e15 { Bound::Whole(value as i64) } else { Bound::Number(value) }
}

fn time(minutes: u16) -> Bound {
    Bound::Text(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}
