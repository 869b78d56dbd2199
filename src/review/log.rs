//! All that a person said about a story, and the way back through it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::item::{Change, Deed, EntryId, Item};
use super::kept::Kept;

/// All that a person said about a story, with every step that led there. Serialized it is a [`Kept`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Review {
    pub(super) items: BTreeMap<EntryId, Item>,
    pub(super) n_made: u64,
    pub(super) done: Vec<Vec<Change>>,
    pub(super) undone: Vec<Vec<Change>>,
    /// What happened since the journal was written last.
    pub(super) news: Vec<Deed>,
    /// What time it is, by universal time in ISO 8601.
    pub(super) now: Option<String>,
}

impl From<Review> for Kept {
    fn from(review: Review) -> Self {
        let mut kept = Self::of(review.items, review.n_made);
        (kept.done, kept.undone) = (review.done, review.undone);
        kept
    }
}

impl From<Kept> for Review {
    fn from(mut kept: Kept) -> Self {
        let (items, n_made) = kept.take_items();
        Self { items, n_made, done: kept.done, undone: kept.undone, ..Self::default() }
    }
}

impl Review {
    /// Returns all that was said, in the order it was first said.
    pub(super) fn items(&self) -> impl Iterator<Item = (EntryId, &Item)> {
        self.items.iter().map(|(&id, item)| (id, item))
    }

    /// Returns whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// From now on it is `now`, by universal time in ISO 8601; what is said is kept with its time.
    pub fn set_time(&mut self, now: String) {
        self.now = Some(now);
    }

    /// Takes the last step back; the items it was about, `None` where there is no step.
    pub fn undo(&mut self) -> Option<Vec<EntryId>> {
        let step = self.done.pop()?;
        for change in step.iter().rev() {
            self.put(change.id, change.before.clone());
        }
        let ids = step.iter().map(|change| change.id).collect();
        self.undone.push(step);
        self.news.push(Deed::Undo);
        Some(ids)
    }

    /// Takes the last undoing back.
    pub fn redo(&mut self) -> Option<Vec<EntryId>> {
        let step = self.undone.pop()?;
        for change in &step {
            self.put(change.id, change.after.clone());
        }
        let ids = step.iter().map(|change| change.id).collect();
        self.done.push(step);
        self.news.push(Deed::Redo);
        Some(ids)
    }

    /// Returns whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Returns how many steps there are to take back.
    pub fn n_steps(&self) -> usize {
        self.done.len()
    }

    /// Returns whether there is an undoing to take back.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Does what a journal says was done. Whether that made sense: a step is about items as they are.
    pub fn replay(&mut self, deed: &Deed) -> bool {
        let is_done = match deed {
            Deed::Do(step) => {
                if step.iter().any(|change| self.items.get(&change.id) != change.before.as_ref()) {
                    return false;
                }
                for change in step {
                    self.n_made = self.n_made.max(change.id.0);
                    self.put(change.id, change.after.clone());
                }
                self.done.push(step.clone());
                self.undone.clear();
                true
            }
            Deed::Undo => self.undo().is_some(),
            Deed::Redo => self.redo().is_some(),
        };
        self.news.clear();
        is_done
    }

    /// Returns what happened since this was asked last, for a journal.
    pub fn take_news(&mut self) -> Vec<Deed> {
        std::mem::take(&mut self.news)
    }

    /// Adds all items of `other`, which is about the same story, behind its own. The way back begins anew.
    pub fn append(&mut self, other: Self) {
        for item in other.items.into_values() {
            self.n_made += 1;
            self.items.insert(EntryId(self.n_made), item);
        }
        self.done.clear();
        self.undone.clear();
    }

    /// Returns how many items are others than in `earlier`, a state of this review from before.
    pub fn n_changed_since(&self, earlier: &Self) -> usize {
        let ids: BTreeSet<&EntryId> = self.items.keys().chain(earlier.items.keys()).collect();
        ids.into_iter().filter(|id| self.items.get(id) != earlier.items.get(id)).count()
    }

    pub(super) fn now(&self) -> Option<String> {
        self.now.clone()
    }

    pub(super) fn item(&self, id: Option<EntryId>) -> Option<&Item> {
        self.items.get(&id?)
    }

    /// Makes a step in which each of `changes` becomes what stands beside its name, new items where there is no name.
    pub(super) fn step(&mut self, changes: impl IntoIterator<Item = (Option<EntryId>, Option<Item>)>) -> bool {
        let mut step = Vec::new();
        for (id, after) in changes {
            let id = id.unwrap_or_else(|| {
                self.n_made += 1;
                EntryId(self.n_made)
            });
            step.push(Change { id, before: self.items.get(&id).cloned(), after: after.clone() });
            self.put(id, after);
        }
        if step.is_empty() {
            return false;
        }
        self.news.push(Deed::Do(step.clone()));
        self.done.push(step);
        self.undone.clear();
        true
    }

    fn put(&mut self, id: EntryId, item: Option<Item>) {
        match item {
            Some(item) => self.items.insert(id, item),
            None => self.items.remove(&id),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::FindingKind;
    use crate::review::{Anchor, Mend, MendKind, Subject, Verdict};

    fn anchor(what: &str) -> Anchor {
        Anchor { kind: FindingKind::Figure, what: what.to_owned(), places: Vec::new() }
    }

    /// What is said, in the order it was first said: "conflict, a note".
    fn said(review: &Review) -> Vec<String> {
        review.entries().map(|(_, entry)| format!("{:?} {}", entry.decision.verdict, entry.decision.note)).collect()
    }

    fn only_id(review: &Review) -> Option<EntryId> {
        review.entries().next().map(|(id, _)| id)
    }

    #[test]
    fn every_step_can_be_taken_back_and_done_again() {
        let mut review = Review::default();
        let mut states = vec![said(&review)];
        assert!(review.decide(None, anchor("a"), Some(Verdict::Conflict)));
        states.push(said(&review));
        let id = only_id(&review);
        assert!(review.note(id, anchor("a"), "seen\ntwice"));
        states.push(said(&review));
        assert!(review.decide(id, anchor("a"), None), "the note stays");
        states.push(said(&review));
        assert!(review.note(id, anchor("a"), ""), "nothing is said any more");
        assert!(review.is_empty());
        states.push(said(&review));
        let ids = || id.map(|id| vec![id]);
        for state in states.iter().rev().skip(1) {
            assert_eq!(review.undo(), ids());
            assert_eq!(said(&review), *state);
        }
        assert_eq!(review.undo(), None);
        for state in states.iter().skip(1) {
            assert_eq!(review.redo(), ids());
            assert_eq!(said(&review), *state);
        }
        assert_eq!(review.redo(), None);
    }

    #[test]
    fn saying_the_same_again_is_no_step() {
        let mut review = Review::default();
        assert!(!review.decide(None, anchor("a"), None));
        assert!(review.decide(None, anchor("a"), Some(Verdict::Scope)));
        let id = only_id(&review);
        review.set_time("2026-11-29T10:00:00Z".to_owned());
        assert!(!review.decide(id, anchor("a"), Some(Verdict::Scope)), "another time is no other word");
        review.undo();
        assert!(!review.can_undo() && review.can_redo());
        review.decide(None, anchor("b"), Some(Verdict::Update));
        assert!(!review.can_redo(), "something else was done since");
        assert!(!review.remark(None, Subject::Story, ""));
    }

    #[test]
    fn notes_and_mends_are_steps_like_others() {
        let mut review = Review::default();
        let mend = |kind| vec![Mend { kind, claims: Vec::new(), when: None }];
        review.set_time("2026-11-29T10:00:00Z".to_owned());
        assert!(review.remark(None, Subject::Story, "ask both desks\ncall at nine"));
        assert!(review.mend(mend(MendKind::Link), &[]));
        assert!(!review.mend(mend(MendKind::Link), &[]));
        assert!(review.mend(mend(MendKind::Unlink), &[]));
        assert_eq!(review.mends().count(), 1, "the later word on the same claims stands");
        let (id, remark) = review.remarks().next().map(|(id, remark)| (id, remark.clone())).unwrap();
        assert_eq!(remark.when.as_deref(), Some("2026-11-29T10:00:00Z"));
        assert!(!review.remark(Some(id), Subject::Story, &remark.text));
        assert!(review.remark(Some(id), Subject::Story, ""));
        assert_eq!(review.remarks().count(), 0);
        for _ in 0..4 {
            review.undo();
        }
        assert!(review.is_empty() && !review.can_undo());
        for _ in 0..3 {
            review.redo();
        }
        assert_eq!((review.remarks().count(), review.mends().next().unwrap().1.kind), (1, MendKind::Unlink));
    }

    #[test]
    fn a_journal_replayed_gives_the_same_review() {
        let mut review = Review::default();
        let mut other = review.clone();
        review.decide(None, anchor("a"), Some(Verdict::Scope));
        review.remark(None, Subject::Story, "a note");
        review.undo();
        review.redo();
        review.undo();
        review.decide(None, anchor("b"), Some(Verdict::Update));
        for deed in review.take_news() {
            assert!(other.replay(&deed));
        }
        assert_eq!(serde_json::to_string(&other).unwrap(), serde_json::to_string(&review).unwrap());
        assert!(review.take_news().is_empty() && other.take_news().is_empty());
        let strange = Deed::Do(vec![Change {
            id: EntryId(99),
            before: Some(Item::Mend(Mend { kind: MendKind::Link, claims: Vec::new(), when: None })),
            after: None,
        }]);
        assert!(!other.replay(&strange), "it is about what is not there");
    }

    #[test]
    fn what_changed_since_is_counted() {
        let mut review = Review::default();
        review.decide(None, anchor("a"), Some(Verdict::Scope));
        let saved = review.clone();
        assert_eq!(review.n_changed_since(&saved), 0);
        review.decide(None, anchor("b"), Some(Verdict::Scope));
        review.decide(only_id(&review), anchor("a"), None);
        assert_eq!(review.n_changed_since(&saved), 2);
    }
}
