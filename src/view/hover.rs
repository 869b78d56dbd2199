//! What a figure says of itself when pointed at: its value, interval, unit and what it counts.

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::figures::{Figure, Kind, Lean};
use crate::findings::FindingIndex;
use crate::review::Standing;
use crate::text::Span;
use crate::view::marks::Mark;
use crate::wording::look::Look;
use crate::wording::value::{figure_value, full_value};
use crate::wording::{excerpt, review_words};

/// Returns the figure of article `article` at the byte `offset`.
pub fn figure_at(comparison: &Comparison, article: usize, offset: usize) -> Option<&Figure> {
    let analysis = comparison.articles.get(article)?;
    let after = analysis.claims.partition_point(|claim| claim.span.start <= offset);
    let figures = analysis.figures.get(after.checked_sub(1)?)?;
    figures.iter().find(|figure| figure.span.start <= offset && offset < figure.span.end)
}

/// Returns what `figure` means, one thing a line: the words, the value, the unit, what is counted, the hedge.
pub fn figure_lines(comparison: &Comparison, article: usize, figure: &Figure) -> Vec<String> {
    let Some(analysis) = comparison.articles.get(article) else { return Vec::new() };
    let words = |span: Span| analysis.words(span);
    let mut lines = vec![format!("{}: {}", kind_word(figure.kind), figure_value(figure, words(figure.span)))];
    lines.extend(full_value(&figure.quantity).map(|value| format!("In full: {value}")));
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

/// Returns what the findings of `mark` say, one a line, each with what was decided: "≠ conflict: smugglers sentenced,
/// three against nine; decided: scope".
pub fn mark_lines(comparison: &Comparison, standing: &Standing, mark: &Mark) -> Vec<String> {
    let line = |&idx: &FindingIndex| {
        let line = finding_line(comparison, idx)?;
        Some(match standing.verdict(idx) {
            Some(verdict) => format!("{line}; decided: {}", review_words::verdict(verdict)),
            None => line,
        })
    };
    mark.findings.iter().filter_map(line).collect()
}

/// Returns what the finding at `idx` says on one line.
pub fn finding_line(comparison: &Comparison, idx: FindingIndex) -> Option<String> {
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

/// Returns what a figure of `kind` is called.
pub(crate) fn kind_word(kind: Kind) -> &'static str {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::marks;
    use crate::wording::fixture;

    #[test]
    fn a_mark_says_what_stands_against_what() {
        let comparison = fixture::comparison();
        let marks = marks::marks(&comparison, &Standing::default(), &[FindingIndex(0), FindingIndex(1)]);
        assert_eq!(
            mark_lines(&comparison, &Standing::default(), &marks[0][0]),
            ["≠ conflict: smugglers sentenced, “three” against “Nine”"]
        );
    }
}
