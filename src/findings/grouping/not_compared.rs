//! What was not compared, and why: sentences that no other article matches, and digits that no figure covers.
//!
//! A conflict that was missed without a word is worse than one asked about; so everything that was left out is listed.

use rustc_hash::FxHashSet;

use crate::alignment::{Alignment, ClaimId};
use crate::analysis::Analysis;
use crate::figures::Kind;
use crate::findings::{Finding, NotCompared, NotComparedReason};
use crate::text::{Span, repair};

/// Lists what was not compared, by article and place. A claim that one of `found` sets beside another article's was
/// compared, linked or not.
pub(in crate::findings) fn list<'a>(
    articles: &[Analysis],
    alignment: &Alignment,
    found: impl Iterator<Item = &'a Finding>,
) -> Vec<NotCompared> {
    if articles.len() < 2 {
        return Vec::new();
    }
    let linked = alignment.links.iter().flat_map(|link| [link.a, link.b]);
    let between = found.filter(|finding| {
        finding.mentions.iter().any(|mention| mention.claim.article != finding.mentions[0].claim.article)
    });
    let set_beside = between.flat_map(|finding| finding.mentions.iter().map(|mention| mention.claim));
    let linked: FxHashSet<ClaimId> = linked.chain(set_beside).collect();
    let mut places = Vec::new();
    for (article, analysis) in articles.iter().enumerate() {
        for (claim, (sentence, figures)) in analysis.claims.iter().zip(&analysis.figures).enumerate() {
            if !linked.contains(&ClaimId::at(article, claim)) {
                let has_figures = figures.iter().any(|figure| figure.kind != Kind::Label);
                let why =
                    if has_figures { NotComparedReason::FiguresNotAligned } else { NotComparedReason::NotAligned };
                places.push(NotCompared { article, span: sentence.span, why });
            }
            let covered: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
            places.extend(
                stray_numbers(&analysis.article.text, sentence.span, &covered).into_iter().map(|span| NotCompared {
                    article,
                    span,
                    why: NotComparedReason::NotUnderstood,
                }),
            );
        }
    }
    places
}

/// Runs of digits in `sentence` that no figure covers, each with what is written together with it. The digits of a
/// character reference such as `&#8211;` are no number.
fn stray_numbers(text: &str, sentence: Span, covered: &[Span]) -> Vec<Span> {
    let repaired = repair(sentence.of(text));
    let words: &str = &repaired.text;
    let mut at = 0;
    let next = || {
        while let Some(offset) = words[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + offset;
            let end = words[start..]
                .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
                .map_or(words.len(), |len| start + len);
            at = end;
            let inner = Span::new(start, start + words[start..end].trim_end_matches([',', '.']).len());
            let span = repaired.printed(inner).shift(sentence.start);
            if !covered.iter().any(|figure| figure.overlaps(span)) {
                return Some(span);
            }
        }
        None
    };
    std::iter::from_fn(next).collect()
}
