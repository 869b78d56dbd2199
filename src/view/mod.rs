//! What is shown, with no widget: every sentence that people read is worded here and nowhere else,
//! so that the window and the report say the same words.
//!
//! Comes in: a [`Comparison`], what a person decided about it, and what the reader asked for, a [`filter::Filter`]. Goes
//! out: plain structs that a window
//! or a report only has to lay out. A finding is named by its index, see [`finding_at`].

pub mod wording;

pub mod why;

pub mod look;

pub mod status;

pub mod filter;

pub mod marks;

pub mod ribbons;

pub mod overview;

pub mod findings_list;

pub mod detail;

pub mod hover;

pub mod value;

pub mod word_diff;

pub mod facts;

pub mod claims_table;

pub mod origins;

pub mod heading;

pub mod list_words;

pub mod review_words;

pub mod note_words;

pub mod desk_words;

pub mod link_choice;

pub mod figure_choice;

pub mod claim_card;

pub mod places;
pub mod readers;

pub mod step;

pub mod search;

pub mod room;

pub mod counts;

pub mod reading_words;

pub mod article_reading;

pub mod choice;

pub mod report;

pub mod window_words;

pub mod start_words;

pub mod about_words;

pub mod session_words;
pub mod sideways_words;

pub mod report_words;

pub mod visible;

#[cfg(test)]
mod toy;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::findings::Finding;
use crate::text::Span;

/// The finding at `idx`: the differences first, then the agreements, each in their order.
pub fn finding_at(comparison: &Comparison, idx: usize) -> Option<&Finding> {
    let findings = &comparison.findings;
    let n_differences = findings.findings.len();
    findings.findings.get(idx).or_else(|| findings.agreements.get(idx.checked_sub(n_differences)?))
}

/// The index of the finding whose stable name is `id`.
pub fn finding_of_id(comparison: &Comparison, id: &str) -> Option<usize> {
    let findings = &comparison.findings;
    findings.findings.iter().chain(&findings.agreements).position(|finding| finding.id == id)
}

/// Where `claim` stands in its article; none where there is no such claim.
pub(crate) fn claim_span(comparison: &Comparison, claim: ClaimId) -> Option<Span> {
    comparison.articles.get(claim.article)?.claims.get(claim.claim).map(|claim| claim.span)
}

/// The words of `claim` as printed; none where there is no such claim.
pub(crate) fn claim_words(comparison: &Comparison, claim: ClaimId) -> Option<&str> {
    Some(comparison.articles.get(claim.article)?.words(claim_span(comparison, claim)?))
}

/// `text` on one line, cut after `longest` characters with an ellipsis.
pub(crate) fn excerpt(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
