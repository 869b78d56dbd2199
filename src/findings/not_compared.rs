//! What was not compared, and why: sentences that no other article matches, and digits that no figure covers.
//!
//! A conflict that was missed without a word is worse than one asked about; so everything that was left out is listed.

use rustc_hash::FxHashSet;

use super::{NotCompared, NotComparedReason};
use crate::alignment::{Alignment, ClaimId};
use crate::analysis::Analysis;
use crate::figures::Kind;
use crate::text::Span;

/// Lists what was not compared, by article and place.
pub(super) fn list(articles: &[Analysis], alignment: &Alignment) -> Vec<NotCompared> {
    if articles.len() < 2 {
        return Vec::new();
    }
    let linked: FxHashSet<ClaimId> = alignment.links.iter().flat_map(|link| [link.a, link.b]).collect();
    let mut places = Vec::new();
    for (article, analysis) in articles.iter().enumerate() {
        for (claim, (sentence, figures)) in analysis.claims.iter().zip(&analysis.figures).enumerate() {
            if !linked.contains(&ClaimId { article, claim }) {
                let has_figures = figures.iter().any(|figure| figure.kind != Kind::Label);
                let why =
                    if has_figures { NotComparedReason::FiguresNotAligned } else { NotComparedReason::NotAligned };
                places.push(NotCompared { article, span: sentence.span, why });
            }
            let covered: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
            places.extend(stray_numbers(&analysis.article.text, sentence.span, &covered).map(|span| NotCompared {
                article,
                span,
                why: NotComparedReason::NotUnderstood,
            }));
        }
    }
    places
}

/// Runs of digits in `sentence` that no figure covers, each with what is written together with it.
fn stray_numbers<'a>(text: &'a str, sentence: Span, covered: &'a [Span]) -> impl Iterator<Item = Span> + 'a {
    let words = sentence.of(text);
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(offset) = words[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + offset;
            let end = words[start..]
                .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
                .map_or(words.len(), |len| start + len);
            at = end;
            let span =
                Span::new(start, start + words[start..end].trim_end_matches([',', '.']).len()).shift(sentence.start);
            if !covered.iter().any(|figure| figure.overlaps(span)) {
                return Some(span);
            }
        }
        None
    })
}
