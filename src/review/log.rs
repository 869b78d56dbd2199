//! All that a person said about a story, and the way back through it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::correction::{Correction, Own, Regrouping};
use super::decision::{Decision, Verdict};
use super::remark::{Mend, Remark, Subject};
use super::sheet::Sheet;

/// Names an item for as long as its review is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId(u64);

/// A decision and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is about.
    pub anchor: Anchor,
    /// What was said.
    pub decision: Decision,
}

/// Something that a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// What she decided about a finding, and her note on it.
    Finding(Entry),
    /// A note on something else.
    Remark(Remark),
    /// What she mended in the alignment.
    Mend(Mend),
    /// The head of the story.
    Sheet(Sheet),
    /// A figure that was read wrongly.
    Correction(Correction),
    /// Figures that were put into one fact, or taken apart.
    Regrouping(Regrouping),
    /// A finding of her own.
    Own(Own),
    /// What a second reader said where it is not what she said.
    Other(Box<Self>),
}

/// One step: what an item was before and after it; none where there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    id: EntryId,
    before: Option<Item>,
    after: Option<Item>,
}

/// What happened to a review last, as a journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// These steps were made.
    Do(Vec<Change>),
    /// The last step was taken back.
    Undo,
    /// The last undoing was taken back.
    Redo,
}

/// All that a person said about a story, with every step that led there. Serialized it is a [`Kept`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Review {
    items: BTreeMap<EntryId, Item>,
    n_made: u64,
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
    /// What happened since the journal was written last.
    news: Vec<Deed>,
    /// What time it is, by universal time in ISO 8601.
    now: Option<String>,
}

/// A review as it is written. Sessions of version 0.1 have only `entries` and `n_made`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    entries: BTreeMap<EntryId, Entry>,
    remarks: BTreeMap<EntryId, Remark>,
    mends: BTreeMap<EntryId, Mend>,
    /// What else was said; none in sessions of version 0.2.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sheet: BTreeMap<EntryId, Sheet>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    corrections: BTreeMap<EntryId, Correction>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    regroupings: BTreeMap<EntryId, Regrouping>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    own: BTreeMap<EntryId, Own>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    others: BTreeMap<EntryId, Item>,
    n_made: u64,
    /// Every step, the last one last; a step may change several items.
    done: Vec<Vec<Change>>,
    /// What was taken back, the last one last.
    undone: Vec<Vec<Change>>,
}

impl From<Review> for Kept {
    fn from(review: Review) -> Self {
        let mut kept = Self { n_made: review.n_made, done: review.done, undone: review.undone, ..Self::default() };
        for (id, item) in review.items {
            match item {
                Item::Finding(entry) => drop(kept.entries.insert(id, entry)),
                Item::Remark(remark) => drop(kept.remarks.insert(id, remark)),
                Item::Mend(mend) => drop(kept.mends.insert(id, mend)),
                Item::Sheet(sheet) => drop(kept.sheet.insert(id, sheet)),
                Item::Correction(one) => drop(kept.corrections.insert(id, one)),
                Item::Regrouping(one) => drop(kept.regroupings.insert(id, one)),
                Item::Own(own) => drop(kept.own.insert(id, own)),
                Item::Other(other) => drop(kept.others.insert(id, *other)),
            }
        }
        kept
    }
}

impl From<Kept> for Review {
    fn from(kept: Kept) -> Self {
        let mut items: BTreeMap<EntryId, Item> = BTreeMap::new();
        items.extend(kept.entries.into_iter().map(|(id, entry)| (id, Item::Finding(entry))));
        items.extend(kept.remarks.into_iter().map(|(id, remark)| (id, Item::Remark(remark))));
        items.extend(kept.mends.into_iter().map(|(id, mend)| (id, Item::Mend(mend))));
        items.extend(kept.sheet.into_iter().map(|(id, sheet)| (id, Item::Sheet(sheet))));
        items.extend(kept.corrections.into_iter().map(|(id, one)| (id, Item::Correction(one))));
        items.extend(kept.regroupings.into_iter().map(|(id, one)| (id, Item::Regrouping(one))));
        items.extend(kept.own.into_iter().map(|(id, own)| (id, Item::Own(own))));
        items.extend(kept.others.into_iter().map(|(id, other)| (id, Item::Other(Box::new(other)))));
        // A name is never given twice, whatever the file says.
        let n_made = items.keys().next_back().map_or(0, |last| last.0).max(kept.n_made);
        Self { items, n_made, done: kept.done, undone: kept.undone, ..Self::default() }
    }
}

impl Review {
    /// Returns what was decided about findings, in the order it was first said.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.items.iter().filter_map(|(&id, item)| match item {
            Item::Finding(entry) => Some((id, entry)),
            _ => None,
        })
    }

    /// Returns the notes that are on no finding, in the order they were first written.
    pub fn remarks(&self) -> impl Iterator<Item = (EntryId, &Remark)> {
        self.items.iter().filter_map(|(&id, item)| match item {
            Item::Remark(remark) => Some((id, remark)),
            _ => None,
        })
    }

    /// Returns what was mended, in that order.
    pub fn mends(&self) -> impl Iterator<Item = (EntryId, &Mend)> {
        self.items.iter().filter_map(|(&id, item)| match item {
            Item::Mend(mend) => Some((id, mend)),
            _ => None,
        })
    }

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

    /// Says `verdict` of what `anchor` names, none takes it back; `id` is the entry that stands for it already. From now on the
    /// decision is about all of `anchor`. Whether that changed anything.
    pub fn decide(&mut self, id: Option<EntryId>, anchor: Anchor, verdict: Option<Verdict>) -> bool {
        let decision = Decision { verdict, when: self.now.clone(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Returns the same for the note. Whether that changed anything.
    pub fn note(&mut self, id: Option<EntryId>, anchor: Anchor, note: &str) -> bool {
        // A note is no new look at the finding: the decision stays about what it was about.
        let anchor = self.entry(id).map_or(anchor, |entry| entry.anchor.clone());
        let decision = Decision { note: note.to_owned(), when: self.now.clone(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Writes `text` on `about`, nothing takes the note away; `id` is the note that is there already. Whether that changed anything.
    pub fn remark(&mut self, id: Option<EntryId>, about: Subject, text: &str) -> bool {
        let after = Remark { about, text: text.to_owned(), when: self.now.clone() };
        let is_same = |item: &Item| matches!(item, Item::Remark(known) if known.text == text);
        if self.item(id).map_or(text.is_empty(), is_same) {
            return false;
        }
        self.step([(id, (!text.is_empty()).then_some(Item::Remark(after)))])
    }

    /// Mends all of `mends` in one step; what was said of the same claims before, and what is `outdone`, is taken back. Whether that
    /// changed anything.
    pub fn mend(&mut self, mends: Vec<Mend>, outdone: &[EntryId]) -> bool {
        let outdone = outdone.iter().filter(|id| self.items.contains_key(id));
        let mut changes: Vec<(Option<EntryId>, Option<Item>)> = outdone.map(|&id| (Some(id), None)).collect();
        for mend in mends {
            let known = self.mends().find(|(_, known)| known.is_about(&mend)).map(|(id, known)| (id, known.kind));
            if known.is_none_or(|(_, kind)| kind != mend.kind) {
                let mend = Mend { when: self.now.clone(), ..mend };
                changes.push((known.map(|(id, _)| id), Some(Item::Mend(mend))));
            }
        }
        self.step(changes)
    }

    /// Leaves what was mended under `ids` to the machine again, in one step. Whether that changed anything.
    pub fn unmend(&mut self, ids: &[EntryId]) -> bool {
        let changes: Vec<_> = ids.iter().filter(|id| self.items.contains_key(id)).map(|&id| (Some(id), None)).collect();
        self.step(changes)
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

    fn item(&self, id: Option<EntryId>) -> Option<&Item> {
        self.items.get(&id?)
    }

    pub(super) fn entry(&self, id: Option<EntryId>) -> Option<&Entry> {
        match self.item(id)? {
            Item::Finding(entry) => Some(entry),
            _ => None,
        }
    }

    pub(super) fn decision(&self, id: Option<EntryId>) -> Decision {
        self.entry(id).map(|entry| entry.decision.clone()).unwrap_or_default()
    }

    pub(super) fn say(&mut self, id: Option<EntryId>, anchor: Anchor, decision: Decision) -> bool {
        let is_same = match self.entry(id) {
            Some(before) => before.anchor == anchor && before.decision.says_the_same(&decision),
            None => decision.is_empty(),
        };
        if is_same {
            return false;
        }
        let after = (!decision.is_empty()).then_some(Item::Finding(Entry { anchor, decision }));
        self.step([(id, after)])
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
    use crate::review::remark::MendKind;

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
    fn the_way_back_is_written_and_read() {
        let mut review = Review::default();
        review.decide(None, anchor("a"), Some(Verdict::Scope));
        review.remark(None, Subject::Story, "a note");
        review.undo();
        let text = serde_json::to_string(&review).unwrap();
        let mut read: Review = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(read.redo().is_some() && read.remarks().count() == 1);
        assert!(read.undo().is_some() && read.undo().is_some() && read.undo().is_none());
        assert!(read.is_empty());
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
