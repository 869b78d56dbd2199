//! The figures that can be put into the fact of a finding: all that it does not speak of, those of its own sentences
//! and their counterparts first.

use rustc_hash::FxHashSet;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_words, finding_at};
use crate::findings::FindingIndex;
use crate::text::Span;
use crate::wording::note_words;
use crate::wording::visible::visible;

/// The most that are listed; what is looked for is then found by its words.
const MOST: usize = 60;

/// A figure that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChoice {
    /// The claim it is in.
    pub claim: ClaimId,
    /// Where.
    pub span: Span,
    /// Its place, its words, and its sentence.
    pub text: String,
}

/// Returns the heading of the list for the finding at `finding`.
pub fn heading(comparison: &Comparison, finding: FindingIndex) -> String {
    let what =
        finding_at(comparison, finding).map_or_else(String::new, |one| format!("{} {}", one.id, visible(&one.what)));
    format!("Which figure speaks of the same thing as {what}?")
}

/// Returns the figures that the finding at `finding` does not speak of and whose sentences hold all words of `query`.
pub fn choices(comparison: &Comparison, finding: FindingIndex, query: &str) -> Vec<FigureChoice> {
    let Some(finding) = finding_at(comparison, finding) else { return Vec::new() };
    let spoken: FxHashSet<ClaimId> = finding.mentions.iter().map(|mention| mention.claim).collect();
    let links = comparison.alignment.links.iter().chain(&comparison.alignment.near_misses);
    let near: FxHashSet<ClaimId> = links
        .filter(|link| spoken.contains(&link.a) || spoken.contains(&link.b))
        .flat_map(|link| [link.a, link.b])
        .collect();
    let query = query.to_lowercase();
    let mut choices: Vec<(bool, FigureChoice)> = Vec::new();
    for (article, analysis) in comparison.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate().filter(|(_, figures)| !figures.is_empty()) {
            let claim = ClaimId::at(article, claim);
            let sentence = claim_words(comparison, claim).unwrap_or("");
            let lower = sentence.to_lowercase();
            if !query.split_whitespace().all(|word| lower.contains(word)) {
                continue;
            }
            for figure in figures {
                let is_told = finding.mentions.iter().any(|mention| {
                    mention.claim == claim
                        && mention.span.start < figure.span.end
                        && figure.span.start < mention.span.end
                });
                if !is_told {
                    let words = visible(analysis.words(figure.span));
                    let text = format!("{}  “{words}”  {}", note_words::place(claim), visible(sentence));
                    choices.push((near.contains(&claim), FigureChoice { claim, span: figure.span, text }));
                }
            }
        }
    }
    choices.sort_by_key(|(is_near, choice)| (!is_near, choice.claim, choice.span));
    choices.truncate(MOST);
    choices.into_iter().map(|(_, choice)| choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn figures_that_are_told_already_are_left_out() {
        let comparison = fixture::comparison();
        let told = |query| {
            choices(&comparison, FindingIndex(0), query).into_iter().map(|choice| choice.text).collect::<Vec<_>>()
        };
        assert!(!told("").iter().any(|text| text.contains("“three”") || text.contains("“Nine”")), "{:?}", told(""));
        assert!(told("inquiry 2017").iter().all(|text| text.contains("2017")) && !told("inquiry 2017").is_empty());
        assert!(told("zebra").is_empty());
    }
}
