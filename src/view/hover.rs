//! What a figure says of itself when pointed at: its value, interval, unit and what it counts.

use crate::compare::Comparison;
use crate::figures::{Day, Figure, Kind, Lean, Quantity, Range};
use crate::review::Standing;
use crate::text::Span;
use crate::view::look::Look;
use crate::view::marks::Mark;
use crate::view::{excerpt, finding_at, review_words, wording};

/// The figure of article `article` at the byte `offset`.
pub fn figure_at(comparison: &Comparison, article: usize, offset: usize) -> Option<&Figure> {
    let analysis = comparison.articles.get(article)?;
    let after = analysis.claims.partition_point(|claim| claim.span.start <= offset);
    let figures = analysis.figures.get(after.checked_sub(1)?)?;
    figures.iter().find(|figure| figure.span.start <= offset && offset < figure.span.end)
}

/// What `figure` means, one thing a line: the words, the value, the unit, what is counted, the hedge.
pub fn figure_lines(comparison: &Comparison, article: usize, figure: &Figure) -> Vec<String> {
    let Some(analysis) = comparison.articles.get(article) else { return Vec::new() };
    let words = |span: Span| analysis.words(span);
    let mut lines = vec![format!("{}: {}", kind_word(figure.kind), value_text(&figure.quantity))];
    if let Some(what) = figure.what {
        lines.push(format!("Counts {}", words(what.phrase)));
    }
    if let Some(hedge) = figure.hedge {
        let lean = match hedge.lean {
            Lean::Around => "either side",
            Lean::Below => "a little less",
            Lean::Above => "a little more",
        };
        lines.push(format!("Hedged: “{}”, {lean}", words(hedge.span)));
    }
    if let Some(whole) = figure.part_of {
        lines.push(format!("A part of “{}”", words(whole)));
    }
    if figure.is_increment {
        lines.push("Adds to an earlier count".to_owned());
    }
    lines
}

/// What the findings of `mark` say, one a line, each with what was decided: "≠ conflict: smugglers sentenced, three
/// against nine; decided: scope".
pub fn mark_lines(comparison: &Comparison, standing: &Standing, mark: &Mark) -> Vec<String> {
    let line = |&idx: &usize| {
        let line = finding_line(comparison, idx)?;
        Some(match standing.verdict(idx) {
            Some(verdict) => format!("{line}; decided: {}", review_words::verdict(verdict)),
            None => line,
        })
    };
    mark.findings.iter().filter_map(line).collect()
}

/// What the finding at `idx` says on one line.
pub fn finding_line(comparison: &Comparison, idx: usize) -> Option<String> {
    let finding = finding_at(comparison, idx)?;
    let look = Look::of(finding);
    let mut groups: Vec<(usize, String)> = Vec::new();
    for mention in &finding.mentions {
        if groups.iter().all(|(group, _)| *group != mention.group) {
            let words =
                comparison.articles.get(mention.claim.article).map_or("", |article| article.words(mention.span));
            groups.push((mention.group, format!("“{}”", excerpt(words, 40))));
        }
    }
    let values: Vec<String> = groups.into_iter().map(|(_, words)| words).collect();
    let values = if look == Look::OnlyIn { String::new() } else { format!(", {}", values.join(" against ")) };
    Some(format!("{} {}: {}{values}", look.glyph(), look.name(), finding.what))
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "Number",
        Kind::Ordinal => "Place in an order",
        Kind::Percent => "Percentage",
        Kind::Money => "Money",
        Kind::Measure => "Measure",
        Kind::Age => "Age",
        Kind::Duration => "Length of time",
        Kind::Date => "Date",
        Kind::Time => "Time of day",
        Kind::Score => "Score or vote",
        Kind::Label => "A number that names, not compared",
    }
}

/// A quantity in short, normalized words: "9", "more than 500,000", "10 to 15 kg", "2017-10".
pub fn value_text(quantity: &Quantity) -> String {
    match &quantity.range {
        Range::Number { low, high } => {
            let is_one = *low == Some(1.0) && *high == Some(1.0);
            let unit = quantity.unit.map(|unit| unit_text(unit.symbol, is_one)).unwrap_or_default();
            interval(low.map(number), high.map(number), &unit)
        }
        Range::Date { low, high } => interval(low.map(day_text), high.map(day_text), ""),
        Range::Time { low, high } => interval(low.map(clock), high.map(clock), ""),
    }
}

/// A unit behind its number: words take the plural, signs do not.
fn unit_text(symbol: &str, is_one: bool) -> String {
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
        (Some(low), Some(high)) => format!("{low} to {high}{unit}"),
        (Some(low), None) => format!("{low}{unit} or more"),
        (None, Some(high)) => format!("{high}{unit} or less"),
        (None, None) => "any value".to_owned(),
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A number with its thousands parted by commas, but for four digits, which may be a year.
fn number(value: f64) -> String {
    let plain = format!("{value}");
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
    use crate::view::{marks, toy};

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

    #[test]
    fn a_mark_says_what_stands_against_what() {
        let comparison = toy::comparison();
        let marks = marks::marks(&comparison, &[0, 1]);
        assert_eq!(
            mark_lines(&comparison, &Standing::default(), &marks[0][0]),
            ["≠ conflict: smugglers sentenced, “three” against “Nine”"]
        );
    }
}
