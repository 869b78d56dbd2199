//! The marks in the text of each article: which words carry the line and the glyph of which finding.

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::Standing;
use crate::text::Span;
use crate::view::status::shown_look;
use crate::wording::look::Look;

/// Words that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words; for a claim that only some make, the whole claim.
    pub span: Span,
    /// The shown look of the most important finding that speaks of them.
    pub look: Look,
    /// The findings that speak of them, the most important first, as indices for [`finding_at`].
    pub findings: Vec<FindingIndex>,
    /// The look whose sign is behind the words and needs room there; `None` where no sign is drawn.
    pub sign: Option<Look>,
}

/// For each article its marks by place, for the findings at `shown`, as `standing` has decided about them. Words that
/// several findings speak of carry one mark.
pub fn marks(comparison: &Comparison, standing: &Standing, shown: &[FindingIndex]) -> Vec<Vec<Mark>> {
    let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); comparison.articles.len()];
    for &idx in shown {
        let Some(finding) = finding_at(comparison, idx) else { continue };
        let look = shown_look(finding, standing.verdict(idx));
        for mention in &finding.mentions {
            if let Some(of_article) = marks.get_mut(mention.claim.article) {
                of_article.push(Mark { span: mention.span, look, findings: vec![idx], sign: None });
            }
        }
    }
    for of_article in &mut marks {
        of_article.sort_by_key(|mark| (mark.span, mark.look, mark.findings[0]));
        of_article.dedup_by(|later, first| {
            let is_same = later.span == first.span;
            if is_same && !first.findings.contains(&later.findings[0]) {
                first.findings.append(&mut later.findings);
            }
            is_same
        });
    }
    marks
}

/// Returns the smallest of `marks` that holds the byte at `offset`; a whole claim only where nothing smaller does.
pub fn mark_at(marks: &[Mark], offset: usize) -> Option<&Mark> {
    let end = marks.partition_point(|mark| mark.span.start <= offset);
    marks[..end].iter().filter(|mark| offset < mark.span.end).min_by_key(|mark| mark.span.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn each_article_has_its_marks_by_place() {
        let comparison = fixture::comparison();
        let marks = marks(&comparison, &Standing::default(), &[FindingIndex(0), FindingIndex(1), FindingIndex(2)]);
        let words = |article: usize| -> Vec<(&str, Look)> {
            marks[article].iter().map(|mark| (comparison.articles[article].words(mark.span), mark.look)).collect()
        };
        assert_eq!(words(0), [("three", Look::Conflict), ("2017", Look::Agrees)]);
        assert_eq!(words(1)[1..], [("Nine", Look::Conflict), ("2017", Look::Agrees)]);
        assert_eq!(words(1)[0].1, Look::OnlyIn);
    }

    #[test]
    fn two_findings_on_one_word_make_one_mark() {
        let mut comparison = fixture::comparison();
        let copy = comparison.findings.findings[0].clone();
        comparison.findings.findings.push(copy);
        let marks = marks(&comparison, &Standing::default(), &[FindingIndex(0), FindingIndex(2)]);
        assert_eq!(marks[0].len(), 1);
        assert_eq!(marks[0][0].findings, [FindingIndex(0), FindingIndex(2)]);
    }

    #[test]
    fn the_smallest_mark_under_the_pointer_wins() {
        let mark = |start, end| Mark {
            span: Span::new(start, end),
            look: Look::Differs,
            findings: vec![FindingIndex(start)],
            sign: None,
        };
        let marks = [mark(0, 50), mark(10, 14), mark(60, 70)];
        assert_eq!(mark_at(&marks, 12).map(|mark| mark.span.start), Some(10));
        assert_eq!(mark_at(&marks, 20).map(|mark| mark.span.start), Some(0));
        assert_eq!(mark_at(&marks, 55), None);
    }
}
