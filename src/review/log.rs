//! All decisions on a story, and the way back through them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::anchor::Anchor;
use super::decision::{Decision, Verdict};

/// Names an entry for as long as its review is kept.
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

/// All decisions on a story. Serialized it holds the decisions, not the way back.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    entries: BTreeMap<EntryId, Entry>,
    n_made: u64,
    #[serde(skip)]
    done: Vec<Change>,
    #[serde(skip)]
    undone: Vec<Change>,
}

/// One step: what an entry was before and after it; none where there was none.
#[derive(Clone, Debug)]
struct Change {
    id: EntryId,
    before: Option<Entry>,
    after: Option<Entry>,
}

impl Review {
    /// The entries in the order they were made.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().map(|(&id, entry)| (id, entry))
    }

    /// Whether nothing was said of any finding.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Says `verdict` of what `anchor` names, none takes it back; `id` is the entry that stands for it already. From now on the
    /// decision is about all of `anchor`. Whether that changed anything.
    pub fn decide(&mut self, id: Option<EntryId>, anchor: Anchor, verdict: Option<Verdict>) -> bool {
        let note = self.decision(id).note;
        self.say(id, anchor, Decision { verdict, note })
    }

    /// The same for the note. Notes on one entry that follow each other are one step: they are one note being typed. Whether
    /// that made a new step.
    pub fn note(&mut self, id: Option<EntryId>, anchor: Anchor, note: &str) -> bool {
        // A note is no new look at the finding: the decision stays about what it was about.
        let known = id.and_then(|id| self.entries.get(&id)).map(|entry| entry.anchor.clone());
        let anchor = known.unwrap_or(anchor);
        let decision = Decision { note: note.to_owned(), ..self.decision(id) };
        let n_done = self.done.len();
        if !self.say(id, anchor, decision) {
            return false;
        }
        if let [.., last, new] = &self.done[..n_done + 1]
            && last.id == new.id
            && last.is_note()
            && new.is_note()
        {
            let after = self.done.pop().and_then(|new| new.after);
            if let Some(last) = self.done.last_mut() {
                last.after = after;
            }
            return false;
        }
        true
    }

    /// Takes the last step back; the entry it was about, none where there is no step.
    pub fn undo(&mut self) -> Option<EntryId> {
        let change = self.done.pop()?;
        let id = change.id;
        self.put(id, change.before.clone());
        self.undone.push(change);
        Some(id)
    }

    /// Takes the last undoing back.
    pub fn redo(&mut self) -> Option<EntryId> {
        let change = self.undone.pop()?;
        let id = change.id;
        self.put(id, change.after.clone());
        self.done.push(change);
        Some(id)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is an undoing to take back.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Adds all entries of `other`, which is about the same story, behind its own. The way back begins anew.
    pub fn append(&mut self, other: Self) {
        for entry in other.entries.into_values() {
            self.n_made += 1;
            self.entries.insert(EntryId(self.n_made), entry);
        }
        self.done.clear();
        self.undone.clear();
    }

    /// How many entries are others than in `earlier`, a state of this review from before.
    pub fn n_changed_since(&self, earlier: &Self) -> usize {
        let ids: BTreeSet<&EntryId> = self.entries.keys().chain(earlier.entries.keys()).collect();
        ids.into_iter().filter(|id| self.entries.get(id) != earlier.entries.get(id)).count()
    }

    fn decision(&self, id: Option<EntryId>) -> Decision {
        id.and_then(|id| self.entries.get(&id)).map(|entry| entry.decision.clone()).unwrap_or_default()
    }

    fn say(&mut self, id: Option<EntryId>, anchor: Anchor, decision: Decision) -> bool {
        let before = id.and_then(|id| self.entries.get(&id)).cloned();
        let after = (!decision.is_empty()).then_some(Entry { anchor, decision });
        if before == after {
            return false;
        }
        let id = id.unwrap_or_else(|| {
            self.n_made += 1;
            EntryId(self.n_made)
        });
        self.put(id, after.clone());
        self.done.push(Change { id, before, after });
        self.undone.clear();
        true
    }

    fn put(&mut self, id: EntryId, entry: Option<Entry>) {
        match entry {
            Some(entry) => self.entries.insert(id, entry),
            None => self.entries.remove(&id),
        };
    }
}

impl Change {
    /// Whether only the note is another.
    fn is_note(&self) -> bool {
        let verdict = |entry: &Option<Entry>| entry.as_ref().and_then(|entry| entry.decision.verdict);
        verdict(&self.before) == verdict(&self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::FindingKind;

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
        assert!(review.note(id, anchor("a"), "seen"));
        states.push(said(&review));
        assert!(review.decide(id, anchor("a"), None), "the note stays");
        states.push(said(&review));
        assert!(review.note(id, anchor("a"), ""), "nothing is said any more");
        assert!(review.is_empty());
        states.push(said(&review));
        for state in states.iter().rev().skip(1) {
            assert_eq!(review.undo(), id);
            assert_eq!(said(&review), *state);
        }
        assert_eq!(review.undo(), None);
        for state in states.iter().skip(1) {
            assert_eq!(review.redo(), id);
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
        assert!(!review.decide(id, anchor("a"), Some(Verdict::Scope)));
        review.undo();
        assert!(!review.can_undo() && review.can_redo());
        review.decide(None, anchor("b"), Some(Verdict::Update));
        assert!(!review.can_redo(), "something else was done since");
    }

    #[test]
    fn a_note_that_is_typed_is_one_step() {
        let mut review = Review::default();
        review.decide(None, anchor("a"), Some(Verdict::Scope));
        let id = only_id(&review);
        for typed in ["l", "lo", "loo", "look"] {
            review.note(id, anchor("a"), typed);
        }
        assert_eq!(said(&review), ["Some(Scope) look"]);
        review.undo();
        assert_eq!(said(&review), ["Some(Scope) "]);
        review.redo();
        assert_eq!(said(&review), ["Some(Scope) look"]);
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
