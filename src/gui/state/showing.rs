//! What of the comparison is shown: the next finding, the way back, the filter, the search.

use super::State;
use crate::alignment::ClaimId;
use crate::findings::FindingIndex;
use crate::gui::message::Effect;
use crate::gui::middle::Middle;
use crate::view::detail;
use crate::view::filter::{Decided, Filter};
use crate::view::findings_list::{Entry, FindingsList, Grouping};
use crate::view::search::{Hits, SearchIndex};

impl State {
    /// Selects the finding that `find` leads to; where it `is_round`, named by the places in the list, says `text`.
    pub(super) fn step(
        &mut self,
        find: impl FnOnce(&FindingsList, Option<FindingIndex>) -> Option<&Entry>,
        is_round: impl FnOnce(usize, usize) -> bool,
        text: &'static str,
    ) {
        let list = &self.room.list;
        let from = list.position(self.picked.finding);
        let Some(finding) = find(list, self.picked.finding).map(|entry| entry.finding) else { return };
        let to = list.position(Some(finding));
        self.select(finding);
        if from.zip(to).is_some_and(|(from, to)| is_round(from, to)) {
            self.toasts.tell(text);
        }
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        if filter != self.filter {
            self.filter = filter;
            self.refresh();
        }
    }

    /// Looks for `query` in all articles and shows the first place at or behind the one that was shown.
    pub(super) fn find(&mut self, query: String) {
        let from = self.hit().map(|(article, span)| (article, span.start));
        self.search.query = query;
        let Some(comparison) = &self.comparison else { return };
        let index = self.search.index.get_or_insert_with(|| SearchIndex::new(comparison));
        self.search.hits = index.find(&self.search.query);
        let mut by_article = vec![Vec::new(); comparison.articles.len()];
        for &(article, span) in &self.search.hits.hits {
            by_article[article].push(span);
        }
        self.search.by_article = by_article;
        let hits = &self.search.hits.hits;
        let next = from.and_then(|from| hits.iter().position(|&(article, span)| (article, span.start) >= from));
        self.search.at = next.or((!hits.is_empty()).then_some(0));
        if self.search.at.is_some() {
            self.middle = Middle::Articles;
        }
    }

    pub(super) fn step_hit(&mut self, step: isize) {
        let n_hits = self.search.hits.hits.len();
        if n_hits == 0 {
            return;
        }
        self.middle = Middle::Articles;
        self.search.at = Some(match self.search.at {
            None if step > 0 => 0,
            None => n_hits - 1,
            Some(at) => (at + n_hits).saturating_add_signed(step) % n_hits,
        });
    }

    pub(super) fn close_search(&mut self) {
        self.search.is_open = false;
        self.search.query.clear();
        self.search.hits = Hits::default();
        self.search.by_article.clear();
        self.search.at = None;
    }

    /// Shows `claim` among the articles; selects it unless the selected finding speaks of it.
    pub(super) fn go_to(&mut self, claim: ClaimId) {
        self.middle = Middle::Articles;
        let is_in_finding = self.picked.finding.is_some() && self.picked.holds(claim);
        if !is_in_finding {
            self.select_claim(claim);
        }
    }

    /// Selects what was selected before.
    pub(super) fn go_back(&mut self) {
        if let Some(place) = self.history.back() {
            self.revisit(&place);
        }
    }

    /// Selects what was selected before going back.
    pub(super) fn go_forward(&mut self) {
        if let Some(place) = self.history.forward() {
            self.revisit(&place);
        }
    }

    /// Copies the selected finding as text.
    pub(super) fn copy_finding(&mut self) -> Vec<Effect> {
        let comparison = self.comparison.as_deref();
        let detail = comparison
            .zip(self.picked.finding)
            .and_then(|(comparison, finding)| detail::detail(comparison, &self.standing, finding));
        let decision = self.picked.finding.and_then(|finding| self.standing.decision(finding));
        let text = detail.map(|detail| detail.text(decision));
        text.map_or_else(Vec::new, |text| self.copy(text))
    }

    /// Does `change` to what is shown.
    pub(super) fn change_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.clone();
        change(&mut filter);
        self.set_filter(filter);
    }

    /// Shows only what is undecided, or all again.
    pub(super) fn toggle_undecided(&mut self) {
        self.change_filter(|filter| {
            filter.decided = match filter.decided {
                Decided::Undecided => Decided::All,
                Decided::All | Decided::Decided => Decided::Undecided,
            };
        });
    }

    /// Shows all kinds of findings; whether agreements and weaker hints are shown stays.
    pub(super) fn clear_filter(&mut self) {
        let (agreements, hints) = (self.filter.agreements, self.filter.hints);
        self.set_filter(Filter { agreements, hints, ..Filter::default() });
    }

    /// Groups the list by `grouping`.
    pub(super) fn group_by(&mut self, grouping: Grouping) {
        self.grouping = grouping;
        self.refresh();
    }
}
