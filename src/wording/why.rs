//! Why a finding has its relation, in one or two plain sentences that say what was compared.
//!
//! The first sentence joins what holds for both places ("Both count people, both are exact, and no number fits both.");
//! what makes the difference, or a doubt, is a sentence of its own behind it.

use crate::figures::{Quantity, Range, money_name};
use crate::findings::{Condition, Finding, Reason, Relation};
use crate::wording::weekday;

/// Returns why `finding` has its relation.
pub fn why(finding: &Finding) -> String {
    let mut compared: Vec<(Part, String)> = finding.why.iter().filter_map(|reason| clause(finding, reason)).collect();
    compared.sort_by_key(|(part, _)| *part);
    let says_what = compared.iter().any(|(part, _)| *part <= Part::Event);
    if !compared.is_empty() && !says_what {
        compared.insert(0, (Part::Subject, format!("both give {}", Values::of(finding).thing)));
    }
    let mut sentences: Vec<String> = finding.why.iter().filter_map(frame).collect();
    if !compared.is_empty() {
        sentences.push(sentence(&joined(compared.into_iter().map(|(_, clause)| clause).collect())));
    }
    sentences.extend(finding.why.iter().filter_map(remark));
    sentences.join(" ")
}

/// The parts of the first sentence, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Subject,
    Event,
    Exact,
    Values,
}

/// Where both places are, as a sentence.
fn frame(reason: &Reason) -> Option<String> {
    match reason.condition {
        Condition::OneArticle => Some("Both stand in one article.".to_owned()),
        Condition::HeadlineAgainstText => Some("One stands in the headline, the other in the text.".to_owned()),
        _ => None,
    }
}

/// What both places have in common or not, as a part of the first sentence.
fn clause(finding: &Finding, reason: &Reason) -> Option<(Part, String)> {
    let values = Values::of(finding);
    Some(match (&reason.condition, reason.is_met) {
        (Condition::SameSubject(noun), true) if !noun.is_empty() => {
            let is_named = finding.what.to_lowercase().contains(&noun.to_lowercase());
            let what = if is_named { &finding.what } else { noun };
            let verb = if values.has_unit { "both give an amount for" } else { "both count" };
            (Part::Subject, format!("{verb} {what}"))
        }
        (Condition::SameSubject(_), false) => (Part::Subject, "they count things with different names".to_owned()),
        (Condition::BothPeople, _) => (Part::Subject, "both count people, under different names".to_owned()),
        (Condition::SameEvent(event), true) => (Part::Event, format!("both speak of the same event (“{event}”)")),
        (Condition::BothExact, true) => (Part::Exact, "both are exact".to_owned()),
        (Condition::BothExact, false) => (Part::Exact, "at least one is hedged, rounded or a bound".to_owned()),
        (Condition::ValuesMeet, true) if finding.relation == Relation::Agrees => {
            (Part::Values, "the values are the same".to_owned())
        }
        (Condition::ValuesMeet, true) => (Part::Values, format!("one {} fits both", values.noun)),
        (Condition::ValuesMeet, false) => (Part::Values, format!("no {} fits both", values.noun)),
        (Condition::SameRole(role), true) => (Part::Subject, format!("both name the {role}")),
        (Condition::SameUtterance(n_words), _) => {
            (Part::Subject, format!("both quote one utterance, with {n_words} words in common"))
        }
        _ => return None,
    })
}

/// What makes the difference, or a doubt, as a sentence of its own.
fn remark(reason: &Reason) -> Option<String> {
    Some(match (&reason.condition, reason.is_met) {
        (Condition::PartOfWhole, true) => "One is a part of the other, so both can be true.".to_owned(),
        (Condition::PartOfWhole, false) => "Neither is named as a part of the other.".to_owned(),
        (Condition::OnlySomeArticles, _) => "No sentence of another article was found to say so.".to_owned(),
        (Condition::CutShort, _) => "One is the other cut short; rounding would give another number.".to_owned(),
        (Condition::Increment, _) => "One adds to an earlier count, so both can be true.".to_owned(),
        (Condition::OtherGroup(a, b), _) => format!("One is about “{a}”, the other about “{b}”, so both can be true."),
        (Condition::SameName(a, b), _) => {
            format!("One speaks of “{a}”, the other of “{b}”, so they may not be about the same thing.")
        }
        (Condition::GivesBoth, _) => "One article gives both, so both can be true.".to_owned(),
        (Condition::OtherPeriod(a, b), _) => format!("One is for “{a}”, the other for “{b}”, so both can be true."),
        (Condition::LaterReport(value), _) => {
            format!("The later report says {value}, and such a count changes with time.")
        }
        (Condition::SamePlace, true) => "The words around them are alike.".to_owned(),
        (Condition::SamePlace, false) => {
            "The words around them are not alike enough to be sure that they are about the same thing.".to_owned()
        }
        (Condition::WordsInsideMarks, _) => {
            "Words inside the quotation marks differ, and no bracket or ellipsis says so.".to_owned()
        }
        (Condition::QuoteCutShort, _) => "One quotation ends where the other goes on, and no mark says so.".to_owned(),
        (Condition::QuotedNumber, _) => {
            "Both stand inside quotation marks, so one of them quotes the number wrongly.".to_owned()
        }
        (Condition::OtherBound, _) => "They name different bounds, though a value may lie within both.".to_owned(),
        (Condition::PercentPoints, _) => {
            "One says percent, the other percentage points: a change by so many points is another one.".to_owned()
        }
        (Condition::ByHand, _) => "A person set these words beside each other.".to_owned(),
        (Condition::OtherStory, _) => {
            "Their articles share hardly any claim and may be about different stories.".to_owned()
        }
        (Condition::Conversion { from, made, unit, stated }, _) => {
            format!(
                "The amount is given in two units: {from} makes {} {unit}, not {}.",
                three_digits(*made),
                three_digits(*stated)
            )
        }
        (Condition::Denied(word), _) => format!("One denies what the other says (“{word}”)."),
        (Condition::Expected(word), _) => format!("One expects what the other says is so (“{word}”)."),
        (Condition::Opposites(a, b), _) => format!("One says “{a}”, the other “{b}”, which cannot both be true."),
        (Condition::LegalStates(a, b), _) => {
            format!("One says “{a}”, the other “{b}”: different states before the law.")
        }
        (Condition::SameRole(role), false) => format!("They are not both named as {role}."),
        (Condition::OtherNames(a, b), _) => format!("One names “{a}” where the other names “{b}”."),
        (Condition::OtherPost(name), _) => format!("The posts beside the name {name} are not the same."),
        (Condition::OtherCharges, _) => "Both speak of charges or a sentence, and name other offences.".to_owned(),
        (Condition::OneSpelling, _) => "The names differ in a letter or two.".to_owned(),
        (Condition::HedgeDropped(hedge), _) => format!("Only one hedges, with “{hedge}”."),
        (Condition::OtherSource, _) => "They credit different sources.".to_owned(),
        (Condition::TakenBack, _) => "The article's own note of correction takes this value back.".to_owned(),
        (Condition::FallsOn(day), _) => format!("The date falls on a {}.", weekday(*day)),
        (Condition::AgeFromBirth { born, published }, _) => {
            format!("Someone born in {born} is {} or {} in {published}.", published - born - 1, published - born)
        }
        (Condition::Sum { parts, made, total }, _) => {
            let parts: Vec<String> = parts.iter().map(f64::to_string).collect();
            format!("The parts make {made} ({}), not {total}.", parts.join(" + "))
        }
        _ => return None,
    })
}

/// What the values of a finding are called.
struct Values {
    /// In "no number fits both".
    noun: &'static str,
    /// In "both give a percentage".
    thing: &'static str,
    has_unit: bool,
}

impl Values {
    fn of(finding: &Finding) -> Self {
        let quantities: Vec<&Quantity> =
            finding.mentions.iter().filter_map(|mention| mention.quantity.as_ref()).collect();
        let (noun, thing) = match quantities.first().map(|quantity| (&quantity.range, quantity.unit)) {
            Some((Range::Date { .. }, _)) => ("date", "a date"),
            Some((Range::Time { .. }, _)) => ("time", "a time of day"),
            Some((_, Some(unit))) if unit.symbol == "%" => ("number", "a percentage"),
            Some((_, Some(unit))) if money_name(unit.symbol, false).is_some() => ("number", "a sum of money"),
            Some((_, Some(unit))) if unit.dimension == "time" => ("number", "a length of time"),
            Some((_, Some(_))) => ("number", "a measure"),
            Some((_, None)) => ("number", "a number"),
            None => ("value", "the words"),
        };
        Self { noun, thing, has_unit: quantities.iter().any(|quantity| quantity.unit.is_some()) }
    }
}

/// "a, b, and c".
fn joined(mut parts: Vec<String>) -> String {
    let last = parts.pop().unwrap_or_default();
    match parts.len() {
        0 => last,
        1 => format!("{} and {last}", parts[0]),
        _ => format!("{}, and {last}", parts.join(", ")),
    }
}

/// `text` with a capital letter at its start and a period at its end.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", chars.as_str())
}

/// A number with three digits that count: 26.2, 0.118, 1240.
fn three_digits(value: f64) -> String {
    let n_decimals = if value.abs() >= 100.0 { 0 } else { 2 - value.abs().max(1e-9).log10().floor() as i32 };
    let printed = format!("{value:.0$}", n_decimals.clamp(0, 9) as usize);
    if printed.contains('.') { printed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { printed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    fn check(relation: Relation, why_it_is: Vec<Reason>, expected: &str) {
        let mut finding = fixture::comparison().findings.findings[0].clone();
        finding.relation = relation;
        finding.why = why_it_is;
        assert_eq!(why(&finding), expected);
    }

    fn met(condition: Condition) -> Reason {
        Reason { condition, is_met: true }
    }

    fn unmet(condition: Condition) -> Reason {
        Reason { condition, is_met: false }
    }

    #[test]
    fn the_first_sentence_says_what_was_compared() {
        check(
            Relation::Conflict,
            vec![
                met(Condition::SameSubject("smugglers".to_owned())),
                met(Condition::BothExact),
                unmet(Condition::ValuesMeet),
            ],
            "Both count smugglers sentenced, both are exact, and no number fits both.",
        );
        check(
            Relation::Rounding,
            vec![unmet(Condition::BothExact), met(Condition::ValuesMeet)],
            "Both give a number, at least one is hedged, rounded or a bound, and one number fits both.",
        );
    }

    #[test]
    fn a_doubt_is_a_sentence_of_its_own() {
        check(
            Relation::Differs,
            vec![met(Condition::OneArticle), unmet(Condition::ValuesMeet), unmet(Condition::SamePlace)],
            "Both stand in one article. Both give a number and no number fits both. The words around them are not alike enough to be sure that they are about the same thing.",
        );
        check(
            Relation::Differs,
            vec![met(Condition::Sum { parts: vec![3.0, 4.0], made: 7.0, total: 8.0 })],
            "The parts make 7 (3 + 4), not 8.",
        );
    }
}
