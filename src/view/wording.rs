//! The words for findings, relations, reasons and notes.

use crate::findings::{Condition, Finding, NotComparedReason, Reason, Relation};

/// The word for a relation.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "conflict",
        Relation::Differs => "differs",
        Relation::Update => "update",
        Relation::Scope => "scope",
        Relation::Rounding => "rounding",
        Relation::Agrees => "agrees",
    }
}

/// The sign for a relation.
pub fn glyph(relation: Relation) -> &'static str {
    match relation {
        Relation::Conflict => "≠",
        Relation::Differs => "?",
        Relation::Update => "↻",
        Relation::Scope => "⊂",
        Relation::Rounding => "≈",
        Relation::Agrees => "=",
    }
}

/// One line that says why a finding has its relation.
pub fn why(finding: &Finding) -> String {
    let reasons: Vec<String> = finding.why.iter().map(reason).collect();
    reasons.join("; ")
}

fn reason(reason: &Reason) -> String {
    let not = if reason.is_met { "" } else { "not " };
    match &reason.condition {
        Condition::SameSubject(subject) => format!("{not}the same subject ({subject})"),
        Condition::SameEvent(event) => format!("{not}the same event ({event})"),
        Condition::BothExact => format!("{not}both exact"),
        Condition::ValuesMeet if reason.is_met => "a value that both allow".to_owned(),
        Condition::ValuesMeet => "no value that both allow".to_owned(),
        Condition::SameMeasure => format!("{not}the same measure"),
        Condition::PartOfWhole => format!("{not}a part and its whole"),
        Condition::OnlySomeArticles => "other articles do not say so".to_owned(),
        Condition::BothPeople => "both count people".to_owned(),
        Condition::CutShort => "cut short, rounding gives another number".to_owned(),
        Condition::Increment => "one adds to an earlier count".to_owned(),
        Condition::OtherGroup(a, b) => format!("different groups (“{a}”, “{b}”)"),
        Condition::SameName(a, b) => format!("{not}the same name before them (“{a}”, “{b}”)"),
        Condition::OtherPeriod(a, b) => format!("different periods (“{a}”, “{b}”)"),
        Condition::LaterReport(value) => format!("the later report says {value}"),
        Condition::SameUtterance(n_words) => format!("one utterance, {n_words} words in common"),
        Condition::WordsInsideMarks => "words inside the marks differ, and no bracket or ellipsis says so".to_owned(),
        Condition::QuoteCutShort => "one ends where the other goes on, and no mark says so".to_owned(),
        Condition::Conversion { from, made, unit, stated } => {
            format!("{from} makes {} {unit}, not {}", three_digits(*made), three_digits(*stated))
        }
        Condition::Denied(word) => format!("one denies it (“{word}”)"),
        Condition::Expected(word) => format!("one expects it, the other says it is so (“{word}”)"),
        Condition::Opposites(a, b) => format!("opposites (“{a}”, “{b}”)"),
        Condition::LegalStates(a, b) => format!("different legal states (“{a}”, “{b}”)"),
        Condition::SameRole(role) => format!("{not}the same role ({role})"),
        Condition::OneSpelling => "the names differ in one letter".to_owned(),
        Condition::HedgeDropped(hedge) => format!("only one hedges (“{hedge}”)"),
        Condition::OtherSource => "other sources are named".to_owned(),
        Condition::HeadlineAgainstText => "headline against text".to_owned(),
        Condition::FallsOn(day) => format!("the date falls on a {}", weekday(*day)),
        Condition::AgeFromBirth { born, published } => {
            format!("born in {born}, so {} or {} in {published}", published - born - 1, published - born)
        }
        Condition::OneArticle => "both in one article".to_owned(),
        Condition::Sum { parts, made, total } => {
            let parts: Vec<String> = parts.iter().map(f64::to_string).collect();
            format!("{} = {made}, not {total}", parts.join(" + "))
        }
        Condition::SamePlace => format!("what stands around them is {not}alike"),
    }
}

/// A number with three digits that count: 26.2, 0.118, 1240.
fn three_digits(value: f64) -> String {
    let n_decimals = if value.abs() >= 100.0 { 0 } else { 2 - value.abs().max(1e-9).log10().floor() as i32 };
    let printed = format!("{value:.0$}", n_decimals.clamp(0, 9) as usize);
    if printed.contains('.') { printed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { printed }
}

/// The name of a day of the week, 1 for Monday.
pub fn weekday(day: i8) -> &'static str {
    match day {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        _ => "Sunday",
    }
}

/// Why text was not compared.
pub fn not_compared(why: NotComparedReason) -> &'static str {
    match why {
        NotComparedReason::FiguresNotAligned => "holds figures, but no other article has a matching claim",
        NotComparedReason::NotAligned => "no other article has a matching claim",
        NotComparedReason::NotUnderstood => "a number in it was not understood",
    }
}
