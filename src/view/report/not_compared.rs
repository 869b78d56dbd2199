//! What was left out of a comparison, as a report lists it.

use super::model::NotComparedList;
use super::options::{LONGEST_EXCERPT, ReportOptions};
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::findings::NotComparedReason;
use crate::text::Span;
use crate::wording::look::letter;
use crate::wording::visible::visible;
use crate::wording::{self, excerpt, plural, reading_words};

/// Files that could not be opened, sentences and numbers that were not compared, and text left out at reading.
pub(super) fn not_compared(comparison: &Comparison, options: &ReportOptions) -> Vec<NotComparedList> {
    let mut lists = Vec::new();
    let mut list = |n: usize, thing: &str, why: &str, places: Vec<(String, String)>| {
        if n > 0 {
            lists.push(NotComparedList { heading: format!("{}: {why}", plural(n, thing)), places });
        }
    };
    let unread: Vec<_> = options.unread.iter().map(|error| (String::new(), visible(error))).collect();
    list(unread.len(), "file", "could not be opened", unread);
    for why in [NotComparedReason::FiguresNotAligned, NotComparedReason::NotAligned, NotComparedReason::NotUnderstood] {
        let thing = if why == NotComparedReason::NotUnderstood { "number" } else { "sentence" };
        let places: Vec<(String, String)> = comparison
            .findings
            .not_compared
            .iter()
            .filter(|place| place.why == why)
            .filter_map(|place| {
                Some(not_compared_place(place.article, comparison.articles.get(place.article)?, place.span))
            })
            .collect();
        list(places.len(), thing, wording::not_compared(why), places);
    }
    let dropped: Vec<(String, String)> = comparison
        .articles
        .iter()
        .enumerate()
        .flat_map(|(idx, analysis)| analysis.article.dropped.iter().map(move |dropped| (idx, dropped)))
        .map(|(idx, dropped)| {
            let place = format!("{}, {}", letter(idx), reading_words::drop_reason(dropped.why));
            (place, excerpt(&visible(&dropped.text), LONGEST_EXCERPT))
        })
        .collect();
    list(dropped.len(), "block", "left out at reading", dropped);
    lists
}

fn not_compared_place(article: usize, analysis: &Analysis, span: Span) -> (String, String) {
    let after = analysis.claims.partition_point(|claim| claim.span.start <= span.start);
    let place = format!("{}, sentence {after} of {}", letter(article), analysis.claims.len());
    (place, excerpt(&visible(analysis.words(span)), LONGEST_EXCERPT))
}
