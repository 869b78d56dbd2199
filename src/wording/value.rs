//! Normalized values in words: "9", "500,000 or more", "716 billion US dollars", "1/3", "2017-10", "31–24".
//!
//! They are short so that a reader takes them in at a glance; what was left out is in [`full_value`] and in the JSON.

use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::figures::{Day, Figure, Kind, Quantity, Range, money_name};
use crate::findings::Mention;
use crate::wording;

/// Returns the value of the words of `mention`; empty where they have none.
pub fn mention_value(comparison: &Comparison, mention: &Mention) -> String {
    let Some(quantity) = &mention.quantity else { return String::new() };
    let analysis = comparison.articles.get(mention.claim.article);
    let figure = analysis.and_then(|analysis| figure_in(analysis, mention));
    match (analysis, figure) {
        (Some(analysis), Some(figure)) if figure.quantity == *quantity => {
            figure_value(figure, analysis.words(figure.span))
        }
        _ => value_text(quantity),
    }
}

/// Returns the figure that `mention` is about.
pub(crate) fn figure_in<'a>(analysis: &'a Analysis, mention: &Mention) -> Option<&'a Figure> {
    let figures = analysis.figures.get(mention.claim.claim.0)?;
    figures.iter().find(|figure| mention.span.contains(figure.span))
}

/// Returns the value of `figure`, which was `printed` so: a vote keeps the order of its numbers, nobody is 0 people.
pub fn figure_value(figure: &Figure, printed: &str) -> String {
    let value = value_text(&figure.quantity);
    match (figure.kind, &figure.quantity.range) {
        (Kind::Score, Range::Number { low: Some(low), high: Some(high) }) => {
            let first: String = printed.chars().take_while(char::is_ascii_digit).collect();
            let is_ascending = first.parse() == Ok(*low);
            let (first, second) = if is_ascending { (low, high) } else { (high, low) };
            format!("{}–{}", number(*first), number(*second))
        }
        (Kind::Count, _) if value == "0" && is_nobody(printed) => "0 people".to_owned(),
        _ => value,
    }
}

fn is_nobody(printed: &str) -> bool {
    ["no one", "no-one", "nobody"].iter().any(|nobody| printed.eq_ignore_ascii_case(nobody))
}

/// Returns the value with every digit, where [`value_text`] is shorter.
pub fn full_value(quantity: &Quantity) -> Option<String> {
    let Range::Number { low, high } = quantity.range else { return None };
    let unit = quantity.unit.map(|unit| unit_text(unit.symbol, false)).unwrap_or_default();
    let full = interval(low.map(grouped), high.map(grouped), &unit);
    (full.trim_end() != value_text(quantity)).then_some(full)
}

/// Returns a quantity in short, normalized words: "9", "more than 500,000", "10 to 15 kg", "2017-10".
pub fn value_text(quantity: &Quantity) -> String {
    match &quantity.range {
        Range::Number { low, high } => {
            let is_one = *low == Some(1.0) && *high == Some(1.0);
            let unit = quantity.unit.map(|unit| unit_text(unit.symbol, is_one)).unwrap_or_default();
            interval(low.map(number), high.map(number), &unit)
        }
        Range::Date { low, high } => {
            let days = interval(low.map(day_text), high.map(day_text), "");
            match quantity.part {
                Some(part) => format!("{days}, {}", part.word()),
                None => days,
            }
        }
        Range::Time { low, high } => interval(low.map(clock), high.map(clock), ""),
    }
}

/// A unit behind its number: words take the plural, signs do not; money is called by its name.
fn unit_text(symbol: &str, is_one: bool) -> String {
    if let Some(name) = money_name(symbol, is_one) {
        return format!(" {name}");
    }
    match symbol {
        "%" => symbol.to_owned(),
        "century" if !is_one => " centuries".to_owned(),
        "day" | "week" | "month" | "year" | "decade" | "percentage point" | "basis point" if !is_one => {
            format!(" {symbol}s")
        }
        _ => format!(" {symbol}"),
    }
}

/// A day as far as it is known: "2017-10-02", "2017-10", "a Thursday", "October 2".
fn day_text(day: Day) -> String {
    match day {
        Day { year: None, day: None, weekday: Some(weekday), .. } => {
            format!("a {}", wording::weekday(i8::try_from(weekday).unwrap_or(0)))
        }
        Day { year: None, month: Some(month), day: Some(day), .. } => format!("{} {day}", month_name(month)),
        Day { year: None, month: Some(month), day: None, .. } => month_name(month).to_owned(),
        Day { year: None, month: None, day: Some(day), .. } => format!("day {day} of a month"),
        known => known.to_string(),
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or("a month")
}

fn interval(low: Option<String>, high: Option<String>, unit: &str) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("{low}{unit}"),
        (Some(low), Some(high)) => {
            // "40 to 50 million", not "40 million to 50 million".
            let scale = |text: &str| SCALES.into_iter().find(|(_, name)| text.ends_with(name)).map(|(_, name)| name);
            let is_one_scale = scale(&low).is_some() && scale(&low) == scale(&high);
            let low = if is_one_scale { low.split(' ').next().unwrap_or(&low) } else { &low };
            format!("{low} to {high}{unit}")
        }
        (Some(low), None) => format!("{low}{unit} or more"),
        (None, Some(high)) => format!("{high}{unit} or less"),
        (None, None) => "any value".to_owned(),
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Names of great numbers, the greatest first.
const SCALES: [(f64, &str); 3] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
/// A great number is named so if it has no more decimals than this then: 1.25 million, but 1,257,000.
const SCALED_DECIMALS: i32 = 2;
/// More decimals than this are no reading but an outcome of reckoning: a third, pounds turned into kilograms.
const DECIMALS: usize = 4;
/// Denominators of the fractions that decimals cannot write.
const DENOMINATORS: [u32; 6] = [3, 6, 7, 9, 11, 12];

/// A number as people write it: 9, 12,500, 716 billion, 1/3.
fn number(value: f64) -> String {
    scaled(value).or_else(|| fraction(value)).unwrap_or_else(|| grouped(value))
}

/// "716 billion", where that is all there is to the number.
fn scaled(value: f64) -> Option<String> {
    let (scale, name) = SCALES.into_iter().find(|(scale, _)| value.abs() >= *scale)?;
    let hundredths = value / scale * 10_f64.powi(SCALED_DECIMALS);
    let is_short = (hundredths - hundredths.round()).abs() < 1e-6 && value.abs() < 1e15;
    is_short.then(|| format!("{} {name}", grouped(hundredths.round() / 10_f64.powi(SCALED_DECIMALS))))
}

/// "1/3", "2 1/3".
fn fraction(value: f64) -> Option<String> {
    let whole = value.trunc();
    let rest = (value - whole).abs();
    let of = DENOMINATORS.into_iter().find(|&of| {
        let parts = rest * f64::from(of);
        parts > 0.5 && (parts - parts.round()).abs() < 1e-9 * f64::from(of)
    })?;
    // What decimals can write stays decimal: 6/12.
    let is_finite = (rest * 1e4 - (rest * 1e4).round()).abs() < 1e-6;
    let sign = if value < 0.0 && whole == 0.0 { "−" } else { "" };
    let lead = if whole == 0.0 { String::new() } else { format!("{} ", grouped(whole)) };
    (!is_finite && value.abs() < 100.0).then(|| format!("{sign}{lead}{}/{of}", (rest * f64::from(of)).round()))
}

/// A number with its thousands parted by commas, but for four digits, which may be a year.
fn grouped(value: f64) -> String {
    let mut plain = format!("{value}");
    if plain.find('.').is_some_and(|dot| plain.len() - dot > DECIMALS + 1) && value.abs() >= 0.001 {
        plain = format!("{value:.DECIMALS$}").trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    let (whole, rest) = plain.find('.').map_or((plain.as_str(), ""), |dot| plain.split_at(dot));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut grouped = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && digits.len() > 4 && (digits.len() - idx) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, find};

    #[test]
    fn values_are_short_and_normalized() {
        let count = |low, high| value_text(&Quantity::count(low, high));
        assert_eq!(count(Some(9.0), Some(9.0)), "9");
        assert_eq!(count(Some(500_000.0), None), "500,000 or more");
        assert_eq!(count(None, Some(-1_234.5)), "−1234.5 or less");
        assert_eq!(count(Some(10.0), Some(15.0)), "10 to 15");
        let day = Some(Day { year: Some(2017), ..Day::default() });
        assert_eq!(value_text(&Quantity::new(Range::Date { low: day, high: day }, None)), "2017");
        let thursday = Some(Day { weekday: Some(4), ..Day::default() });
        assert_eq!(value_text(&Quantity::new(Range::Date { low: thursday, high: thursday }, None)), "a Thursday");
        let may = Some(Day { month: Some(5), day: Some(1), ..Day::default() });
        assert_eq!(value_text(&Quantity::new(Range::Date { low: may, high: may }, None)), "May 1");
        assert_eq!((unit_text("year", false), unit_text("year", true)), (" years".to_owned(), " year".to_owned()));
        assert_eq!(value_text(&Quantity::new(Range::Time { low: Some(545), high: Some(545) }, None)), "09:05");
    }

    /// The value of the one figure of `text`.
    fn check(text: &str, expected: &str) {
        let figures = find(text, Context::default());
        let values: Vec<String> = figures.iter().map(|figure| figure_value(figure, figure.span.of(text))).collect();
        assert_eq!(values, [expected], "{text}");
    }

    #[test]
    fn great_numbers_and_money_are_named() {
        check("The plan costs $716 billion in all.", "716 billion US dollars");
        check("It cost 412 million euros.", "412 million euros");
        check("It was put at $40 million to $50 million.", "40 to 50 million US dollars");
        check("They paid $62,713,480 for ships.", "62,713,480 US dollars");
        check("The firm earned 1.25 million pounds.", "1.25 million British pounds");
        let billions = Quantity::count(Some(716e9), Some(716e9));
        assert_eq!(full_value(&billions).as_deref(), Some("716,000,000,000"));
        assert_eq!(full_value(&Quantity::count(Some(9.0), Some(9.0))), None);
    }

    #[test]
    fn fractions_read_as_fractions() {
        check("A third of the money is lost.", "1/3");
        check("Two-thirds of the hall was empty.", "2/3");
        check("A quarter of the crop failed.", "0.25");
        assert_eq!((number(7.0 / 3.0), number(-1.0 / 3.0)), ("2 1/3".to_owned(), "−1/3".to_owned()));
        assert_eq!((number(26.200_000_000_000_003), number(0.123_456_7)), ("26.2".to_owned(), "0.1235".to_owned()));
    }

    #[test]
    fn votes_keep_their_order_and_nobody_is_counted_in_people() {
        check("The council voted 31 to 24 for the line.", "31–24");
        check("The home side lost 1-3 that night.", "1–3");
        check("No one has been charged.", "0 people");
    }
}
