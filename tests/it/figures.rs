//! Cases of `figures.tsv`: a sentence, and every figure that should be found in it. An editor can add rows without touching Rust.

use crosscheck::article::Published;
use crosscheck::figures::{Context, DateOrder, Figure, Kind, Range, Role, find};

const CASES: &str = include_str!("figures.tsv");

#[test]
fn cases() {
    let mut failed = Vec::new();
    let mut n_cases = 0;
    for (line, row) in CASES.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
        n_cases += 1;
        let (expected, sentence) = row.split_once('\t').unwrap_or_else(|| panic!("line {} has no sentence", line + 1));
        let (published, text) = match sentence.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            Some((date, text)) => (Published::parse(date), text),
            None => (None, sentence),
        };
        let context = Context { published: published.map(|published| published.date), order: DateOrder::of(text) };
        let found: Vec<String> = find(text, context).iter().map(|figure| told(text, figure)).collect();
        let expected: Vec<&str> = if expected == "none" { Vec::new() } else { expected.split(" | ").collect() };
        let is_met = expected.len() == found.len() && expected.iter().zip(&found).all(|(want, have)| holds(want, have));
        if !is_met {
            failed.push(format!("line {}: found\n{}\t{sentence}", line + 1, found.join(" | ")));
        }
    }
    assert!(failed.is_empty(), "{} of {n_cases} cases failed\n{}", failed.len(), failed.join("\n"));
    assert!(n_cases >= 300, "only {n_cases} cases");
}

/// Whether all that `wanted` says is true of a figure told as `told`: `-what` says that there is none.
fn holds(wanted: &str, told: &str) -> bool {
    let Some((printed, words)) = wanted.split_once(": ") else { return false };
    let Some((found, rest)) = told.split_once(": ") else { return false };
    printed == found
        && words.split(' ').all(|word| {
            match word.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic)) {
                Some(absent) => !rest.split(' ').any(|have| have.split('=').next() == Some(absent)),
                None => rest.split(' ').any(|have| have == word),
            }
        })
}

/// A figure as the rows name it: `nine: count 9 what=people`.
fn told(text: &str, figure: &Figure) -> String {
    let mut told = format!("{}: {} {}", figure.span.of(text), kind(figure.kind), value(&figure.quantity.range));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            told += &format!(" {name}={}", value.replace(' ', "_"));
        }
    };
    add("unit", figure.quantity.unit_symbol());
    add("per", figure.quantity.per.filter(|_| figure.quantity.unit.is_none()).map(|per| per.name()));
    add("what", figure.what.map(|what| what.head.of(text).to_owned()));
    add("hedge", figure.hedge.map(|hedge| hedge.span.of(text).to_owned()));
    add("part-of", figure.part_of.map(|whole| whole.of(text).to_owned()));
    add("role", figure.role.map(|role| role_name(role).to_owned()));
    add("zone", figure.quantity.zone.map(|zone| zone.to_string()));
    if figure.is_increment {
        told += " more";
    }
    told
}

/// `9`, `9..` (at least), `..9` (at most), `10..15`; dates and times as JSON has them.
fn value(range: &Range) -> String {
    fn bounds<T>(low: &Option<T>, high: &Option<T>, show: impl Fn(&T) -> String) -> String {
        let (low, high) = (low.as_ref().map_or(String::new(), &show), high.as_ref().map_or(String::new(), &show));
        if low == high { low } else { format!("{low}..{high}") }
    }
    match range {
        // Ten significant digits: a third is 0.3333333333.
        Range::Number { low, high } => {
            bounds(low, high, |value| format!("{:.9e}", value).parse::<f64>().unwrap().to_string())
        }
        Range::Date { low, high } => bounds(low, high, ToString::to_string),
        Range::Time { low, high } => bounds(low, high, |minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60)),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Ordinal => "ordinal",
        Kind::Percent => "percent",
        Kind::Money => "money",
        Kind::Measure => "measure",
        Kind::Age => "age",
        Kind::Duration => "duration",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Score => "score",
        Kind::Label => "label",
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::From => "from",
        Role::To => "to",
        Role::By => "by",
    }
}
