//! The overview strips: where in each article its differences lie.

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::Standing;
use crate::text::Span;
use crate::view::marks::Mark;
use crate::view::status::shown_look;
use crate::wording::look::Look;

/// How finely a strip tells places apart; a strip is rarely higher than a thousand pixels and a tick is three high.
pub const N_BINS: usize = 320;

/// A place on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The bin, 0 to [`N_BINS`] − 1 from top to bottom.
    pub bin: usize,
    /// The look of the most important mark there.
    pub look: Look,
    /// The words it stands for.
    pub span: Span,
    /// The finding it leads to.
    pub finding: FindingIndex,
}

/// Returns the ticks of an article of `n_bytes` with these `marks`: for each bin at most one, that of its most
/// important mark. Agreements make none.
pub fn ticks(marks: &[Mark], n_bytes: usize) -> Vec<Tick> {
    let mut bins: Vec<Option<Tick>> = vec![None; N_BINS];
    for mark in marks.iter().filter(|mark| mark.look != Look::Agrees) {
        let bin = (mark.span.start * N_BINS / n_bytes.max(1)).min(N_BINS - 1);
        let Some(&finding) = mark.findings.first() else { continue };
        if bins[bin].is_none_or(|tick| mark.look < tick.look) {
            bins[bin] = Some(Tick { bin, look: mark.look, span: mark.span, finding });
        }
    }
    bins.into_iter().flatten().collect()
}

/// A finding on the strip of the whole story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoryTick {
    /// How far down the story: the mean over its places, 0 to 1.
    pub share: f32,
    /// Its look.
    pub look: Look,
    /// The finding.
    pub finding: FindingIndex,
}

/// How finely the strip of the whole story tells places apart: it is as wide as the window.
const N_STORY_BINS: usize = 640;

/// Returns the findings at `shown` along the whole story, for each bin at most one, its most important; the least
/// important come first, so that the others are drawn over them.
pub fn story_ticks(comparison: &Comparison, standing: &Standing, shown: &[FindingIndex]) -> Vec<StoryTick> {
    let mut bins: Vec<Option<StoryTick>> = vec![None; N_STORY_BINS];
    let ticks = shown
        .iter()
        .filter_map(|&idx| {
            let finding = finding_at(comparison, idx)?;
            let shares: Vec<f32> = finding
                .mentions
                .iter()
                .filter_map(|mention| {
                    let n_bytes = comparison.articles.get(mention.claim.article)?.article.text.len();
                    Some(mention.span.start as f32 / n_bytes.max(1) as f32)
                })
                .collect();
            let share = shares.iter().sum::<f32>() / shares.len().max(1) as f32;
            Some(StoryTick { share, look: shown_look(finding, standing.verdict(idx)), finding: idx })
        })
        .filter(|tick| tick.look != Look::Agrees);
    for tick in ticks {
        let bin = ((tick.share * N_STORY_BINS as f32) as usize).min(N_STORY_BINS - 1);
        if bins[bin].is_none_or(|known| (tick.look, tick.finding) < (known.look, known.finding)) {
            bins[bin] = Some(tick);
        }
    }
    let mut ticks: Vec<StoryTick> = bins.into_iter().flatten().collect();
    ticks.sort_by_key(|tick| std::cmp::Reverse((tick.look, tick.finding)));
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_important_mark_of_a_bin_shows() {
        let mark = |start, look| Mark {
            span: Span::new(start, start + 2),
            look,
            findings: vec![FindingIndex(start)],
            sign: None,
        };
        let marks = [mark(0, Look::Scope), mark(1, Look::Conflict), mark(999, Look::OnlyIn), mark(500, Look::Agrees)];
        let found: Vec<_> = ticks(&marks, 1000).into_iter().map(|tick| (tick.bin, tick.look, tick.finding.0)).collect();
        assert_eq!(found, [(0, Look::Conflict, 1), (N_BINS - 1, Look::OnlyIn, 999)]);
        assert!(ticks(&[], 0).is_empty());
    }
}
