//! Everything that the reading room shows of a comparison, made once for each comparison and filter and kept.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::{Standing, Verdict};
use crate::view::counts::counts;
use crate::view::filter::{Filter, admitted, fitting, n_fitting_hints};
use crate::view::findings_list::{FindingsList, Grouping, findings_list};
use crate::view::marks::{Mark, marks};
use crate::view::overview::{StoryTick, Tick, story_ticks, ticks};
use crate::view::places::rows_of_claims;
use crate::view::status::{shown as shown_as, shown_look};
use crate::wording::look::Look;
use crate::wording::plural;

/// The model of the reading room.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// The findings that the filter lets through, for [`crate::compare::lookup::finding_at`].
    pub shown: Vec<FindingIndex>,
    /// Of these, the ones that nobody called unrelated.
    pub loud: Vec<FindingIndex>,
    /// For each article the marks of all findings and agreements, filtered or not: they decide how the text is set.
    pub all_marks: Vec<Vec<Mark>>,
    /// For each article a number that changes with the signs of its `all_marks`, and so with how its text is set.
    pub sign_keys: Vec<u64>,
    /// For each of `all_marks` how it is drawn; none where the filter hides all its findings.
    pub looks: Vec<Vec<Option<MarkLook>>>,
    /// For each article the marks of the shown findings.
    pub marks: Vec<Vec<Mark>>,
    /// The ticks of the whole story.
    pub story: Vec<StoryTick>,
    /// For each article the ticks of its strip.
    pub ticks: Vec<Vec<Tick>>,
    /// The findings list.
    pub list: FindingsList,
    /// For each claim of each article its row in the alignment.
    pub rows: Vec<Vec<Option<usize>>>,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkLook {
    /// The look of its most important shown finding; what is unrelated counts only where there is nothing else.
    pub look: Look,
    /// Whether a person called all its shown findings unrelated.
    pub is_quiet: bool,
}

/// Returns the model of the room for `comparison`, with the decisions in `standing`, as `filter` lets it through.
pub fn room(comparison: &Comparison, standing: &Standing, filter: &Filter, grouping: Grouping) -> Room {
    let shown = admitted(comparison, standing, filter);
    let is_loud = |idx: &FindingIndex| standing.verdict(*idx) != Some(Verdict::Unrelated);
    let loud: Vec<FindingIndex> = shown.iter().copied().filter(is_loud).collect();
    let marks_loud = marks(comparison, standing, &loud);
    let marks_shown = marks(comparison, standing, &shown);
    let lengths = comparison.articles.iter().map(|analysis| analysis.article.text.len());
    let all: Vec<FindingIndex> = comparison.findings.indexed().map(|(idx, _)| idx).collect();
    let mut all_marks = marks(comparison, standing, &all);
    // Whatever else the filter hides, the text stays as it is set.
    let open = Filter { hints: filter.hints, ..Filter::default() };
    let signed: Vec<FindingIndex> = admitted(comparison, standing, &open).into_iter().filter(is_loud).collect();
    for mark in all_marks.iter_mut().flatten() {
        let look = least_look(comparison, standing, mark, &signed);
        mark.sign = look.filter(|look| !matches!(look, Look::OnlyIn | Look::Agrees));
    }
    let sign_keys = all_marks.iter().map(|of_article| {
        let mut hasher = FxHasher::default();
        of_article.iter().for_each(|mark| mark.sign.hash(&mut hasher));
        hasher.finish()
    });
    let sign_keys = sign_keys.collect();
    let n_folded = n_fitting_hints(comparison, standing, filter);
    let mut list = findings_list(comparison, standing, &shown, n_folded, grouping);
    list.n_fitting = fitting(comparison, standing, filter);
    Room {
        looks: all_marks.iter().map(|of_article| mark_looks(comparison, standing, of_article, &shown, &loud)).collect(),
        all_marks,
        sign_keys,
        story: story_ticks(comparison, standing, &loud),
        ticks: marks_loud.iter().zip(lengths).map(|(marks, n_bytes)| ticks(marks, n_bytes)).collect(),
        marks: marks_shown,
        list,
        rows: rows_of_claims(comparison),
        shown,
        loud,
    }
}

/// For each mark how it is drawn, by its findings among `loud`, else among `shown`; both rise.
fn mark_looks(
    comparison: &Comparison,
    standing: &Standing,
    marks: &[Mark],
    shown: &[FindingIndex],
    loud: &[FindingIndex],
) -> Vec<Option<MarkLook>> {
    let look_of = |mark: &Mark| {
        let least = |among| least_look(comparison, standing, mark, among);
        let loud = least(loud).map(|look| MarkLook { look, is_quiet: false });
        loud.or_else(|| least(shown).map(|look| MarkLook { look, is_quiet: true }))
    };
    marks.iter().map(look_of).collect()
}

/// The most important shown look of the findings of `mark` that are `among` these, which rise.
fn least_look(comparison: &Comparison, standing: &Standing, mark: &Mark, among: &[FindingIndex]) -> Option<Look> {
    let among = mark.findings.iter().filter(|idx| among.binary_search(idx).is_ok());
    among.filter_map(|&idx| Some(shown_look(finding_at(comparison, idx)?, standing.verdict(idx)))).min()
}

/// Returns what the room says when no figure is in conflict, neither by the machine's word nor by a person's: never a
/// bare "identical".
pub fn no_conflict_text(comparison: &Comparison, standing: &Standing) -> Option<String> {
    let is_conflict = |idx| {
        shown_as(comparison, standing, idx).is_some_and(|(status, look)| look == Look::Conflict && status.is_counted())
    };
    let has_conflict = comparison.findings.indexed_differences().any(|(idx, _)| is_conflict(idx));
    (!has_conflict && comparison.articles.len() > 1).then(|| {
        let counts = counts(comparison, standing);
        // How many were not aligned ends the line of counts.
        let sentences = plural(counts.n_sentences, "sentence");
        format!("No conflicting figures in the {} of {sentences} that are aligned", counts.n_aligned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn the_filter_narrows_the_shown_marks_only() {
        let filter = Filter { looks: [crate::wording::look::Look::OnlyIn].into(), ..Filter::default() };
        let room = room(&fixture::comparison(), &Standing::default(), &filter, Grouping::Importance);
        assert_eq!(room.shown, [FindingIndex(1)]);
        assert!(room.marks[0].is_empty());
        assert_eq!(room.all_marks[0].len(), 2);
        let only_in = MarkLook { look: Look::OnlyIn, is_quiet: false };
        assert_eq!(room.looks, [vec![None, None], vec![Some(only_in), None, None]]);
        assert_eq!(room.ticks[1].len(), 1);
    }

    #[test]
    fn what_is_unrelated_is_quiet_in_the_text_and_leaves_no_tick() {
        let comparison = fixture::comparison();
        let standing = fixture::decided(&comparison, 0, Verdict::Unrelated);
        let room = room(&comparison, &standing, &Filter::default(), Grouping::Importance);
        assert_eq!(room.looks[0][0], Some(MarkLook { look: Look::Conflict, is_quiet: true }));
        assert_eq!(
            (room.shown.as_slice(), room.loud.as_slice()),
            (&[FindingIndex(0), FindingIndex(1)][..], &[FindingIndex(1)][..])
        );
        assert!(room.ticks[0].is_empty() && room.story.len() == 1);
    }

    #[test]
    fn only_a_sign_that_is_drawn_needs_room() {
        let comparison = fixture::comparison();
        let open = room(&comparison, &Standing::default(), &Filter::default(), Grouping::Importance);
        let signs = |room: &Room| room.all_marks[0].iter().map(|mark| mark.sign).collect::<Vec<_>>();
        assert_eq!(signs(&open), [Some(Look::Conflict), None]);
        let hidden = Filter { looks: [Look::OnlyIn].into(), ..Filter::default() };
        let hidden = room(&comparison, &Standing::default(), &hidden, Grouping::Importance);
        assert_eq!(open.sign_keys, hidden.sign_keys, "a filter sets no text anew");
        let standing = fixture::decided(&comparison, 0, Verdict::Unrelated);
        let dismissed = room(&comparison, &standing, &Filter::default(), Grouping::Importance);
        assert_eq!(signs(&dismissed), [None, None]);
        assert_ne!(open.sign_keys, dismissed.sign_keys);
    }

    #[test]
    fn without_conflict_it_says_what_was_compared() {
        let mut comparison = fixture::comparison();
        let nothing = Standing::default();
        assert_eq!(no_conflict_text(&comparison, &nothing), None);
        assert!(no_conflict_text(&comparison, &fixture::decided(&comparison, 0, Verdict::Unrelated)).is_some());
        comparison.findings.findings.remove(0);
        assert_eq!(
            no_conflict_text(&comparison, &nothing).as_deref(),
            Some("No conflicting figures in the 4 of 5 sentences that are aligned")
        );
    }
}
