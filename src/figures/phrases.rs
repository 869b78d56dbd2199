//! The lists of several words, indexed by their first or their last token, matched longest first.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Lean;
use super::quantity::Unit;
use super::scan::Scan;
use super::token::NUMBER;
use super::vocabulary::{Phrase, VOCABULARY, digit_code, number};
use crate::lexicon;

/// Phrases by the code of one of their tokens, longest first.
pub(super) type Index<T> = FxHashMap<u32, Vec<Phrase<T>>>;

/// Which side of a number a word of the lexicon leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The number is the least value.
    Low,
    /// The number is the greatest value.
    High,
}

/// All phrases.
pub(super) struct Phrases {
    /// Vague numbers.
    pub(super) vague: Index<(f64, f64)>,
    /// Units, by their first token.
    pub(super) units: Index<Unit>,
    /// Units that name a rate by themselves, by their first token: what is counted, and by what.
    pub(super) rates: Index<(Unit, Unit)>,
    /// Money, by its first token.
    pub(super) money: Index<Unit>,
    /// Bounds before a number, by their last token.
    pub(super) bounds_before: Index<Bound>,
    /// Bounds after a number, by their first token.
    pub(super) bounds_after: Index<Bound>,
    /// Hedges before a number, by their last token.
    pub(super) hedges_before: Index<Lean>,
    /// Hedges, by their first token.
    pub(super) hedges_after: Index<Lean>,
    /// Days that stand fast in the year.
    pub(super) holidays: Index<(u8, u8)>,
    /// The hundredth part of a currency, and which.
    pub(super) minor: FxHashMap<u32, &'static str>,
}

impl Phrases {
    /// Returns the unit with the one word `name` in the list of units.
    pub(super) fn base(&self, name: &str) -> Option<Unit> {
        let code = *VOCABULARY.codes(name).first()?;
        self.units.get(&code)?.iter().find(|phrase| phrase.codes.len() == 1).map(|phrase| phrase.meaning)
    }
}

/// The phrases of the embedded lists.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(build);

/// Returns the longest phrase of `index` that begins at `at`: past its last token, and what it means.
pub(super) fn longest<'a, T>(scan: &Scan<'_>, index: &'a Index<T>, at: usize) -> Option<(usize, &'a T)> {
    let first = key(scan, at);
    index.get(&first)?.iter().find_map(|phrase| {
        let end = at + phrase.codes.len();
        matches(scan, phrase, at).then_some((end, &phrase.meaning))
    })
}

/// Returns the longest phrase of `index` that ends before `end`: its first token, and what it means.
pub(super) fn longest_before<'a, T>(scan: &Scan<'_>, index: &'a Index<T>, end: usize) -> Option<(usize, &'a T)> {
    let last = key(scan, end.checked_sub(1)?);
    index.get(&last)?.iter().find_map(|phrase| {
        let first = end.checked_sub(phrase.codes.len())?;
        matches(scan, phrase, first).then_some((first, &phrase.meaning))
    })
}

fn matches<T>(scan: &Scan<'_>, phrase: &Phrase<T>, first: usize) -> bool {
    phrase.codes.iter().enumerate().all(|(idx, &code)| key(scan, first + idx) == code)
        && phrase.exact.is_none_or(|exact| {
            let span = scan.span(first, first + phrase.codes.len());
            let printed = scan.text.get(span.start..span.end).unwrap_or_default();
            printed == exact || (exact.contains(' ') && printed.split_whitespace().eq(exact.split_whitespace()))
        })
}

/// The code that phrases know a token by: of a number, its only digit.
fn key(scan: &Scan<'_>, at: usize) -> u32 {
    let token = scan.token(at);
    if token.code == NUMBER && token.end - token.start == 1 {
        return digit_code(scan.text.as_bytes()[token.start as usize]);
    }
    token.code
}

fn build() -> Phrases {
    let units = lexicon::UNITS.rows().map(|row| {
        let unit = Unit { symbol: row[1], dimension: row[2], factor: number(row[3]), offset: number(row[4]) };
        (row[0], row[5] == "exact", unit)
    });
    let money = lexicon::CURRENCIES.rows().map(|row| {
        let dimension = if row[1] == "GBX" { "GBP" } else { row[1] };
        let unit = Unit { symbol: row[1], dimension, factor: number(row[2]), offset: 0.0 };
        (row[0], row[3] == "exact", unit)
    });
    let bounds = |place: &'static str| {
        lexicon::BOUNDS
            .rows()
            .filter(move |row| row[1] == place)
            .map(|row| (row[0], false, if row[2] == "low" { Bound::Low } else { Bound::High }))
    };
    let lean = |word: &str| match word {
        "below" => Lean::Below,
        "above" => Lean::Above,
        _ => Lean::Around,
    };
    let hedges = || lexicon::HEDGES.rows().map(move |row| (row[0], false, lean(row[1])));
    Phrases {
        vague: index(lexicon::VAGUE_NUMBERS.rows().map(|row| (row[0], false, (number(row[1]), number(row[2])))), true),
        units: index(units, true),
        rates: index(lexicon::RATE_UNITS.rows().filter_map(|row| rate(&row)), true),
        money: index(money, true),
        bounds_before: index(bounds("before"), false),
        bounds_after: index(bounds("after"), true),
        hedges_before: index(hedges(), false),
        hedges_after: index(hedges(), true),
        holidays: index(
            lexicon::HOLIDAYS.rows().map(|row| (row[0], false, (number(row[1]) as u8, number(row[2]) as u8))),
            true,
        ),
        minor: lexicon::MINOR_CURRENCIES
            .rows()
            .filter_map(|row| VOCABULARY.codes(row[0]).first().map(|&code| (code, row[1])))
            .collect(),
    }
}

/// A row of the units that name a rate: its units are those of the list of units with these names.
fn rate(row: &[&'static str]) -> Option<(&'static str, bool, (Unit, Unit))> {
    let named = |name: &str| {
        lexicon::UNITS.rows().find(|unit| unit[0] == name).map(|row| Unit {
            symbol: row[1],
            dimension: row[2],
            factor: number(row[3]),
            offset: number(row[4]),
        })
    };
    Some((row[0], false, (named(row[1])?, named(row[2])?)))
}

fn index<T>(rows: impl Iterator<Item = (&'static str, bool, T)>, by_first: bool) -> Index<T> {
    let mut phrases: Vec<Phrase<T>> = rows
        .map(|(printed, is_exact, meaning)| Phrase {
            codes: VOCABULARY.codes(printed),
            exact: is_exact.then_some(printed),
            meaning,
        })
        .collect();
    // Longest first; of equal length, the one that minds its letters' case.
    phrases.sort_by_key(|phrase| (std::cmp::Reverse(phrase.codes.len()), phrase.exact.is_none()));
    let mut index: Index<T> = FxHashMap::default();
    for phrase in phrases {
        let code = if by_first { phrase.codes.first() } else { phrase.codes.last() };
        if let Some(&code) = code {
            index.entry(code).or_default().push(phrase);
        }
    }
    index
}
