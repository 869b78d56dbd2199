//! What is said of findings, claims and the story: decisions, notes and mends. Each deed is a step that can be taken
//! back.

use super::anchor::Anchor;
use super::decision::{Decision, Verdict};
use super::item::{Entry, EntryId, Item};
use super::log::Review;
use super::remark::{Mend, Remark, Subject};

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

    /// Says `verdict` of what `anchor` names, none takes it back; `id` is the entry that stands for it already. From
    /// now on the decision is about all of `anchor`. Whether that changed anything.
    pub fn decide(&mut self, id: Option<EntryId>, anchor: Anchor, verdict: Option<Verdict>) -> bool {
        let decision = Decision { verdict, when: self.now(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Returns the same for the note. Whether that changed anything.
    pub fn note(&mut self, id: Option<EntryId>, anchor: Anchor, note: &str) -> bool {
        // A note is no new look at the finding: the decision stays about what it was about.
        let anchor = self.entry(id).map_or(anchor, |entry| entry.anchor.clone());
        let decision = Decision { note: note.to_owned(), when: self.now(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Writes `text` on `about`, nothing takes the note away; `id` is the note that is there already. Whether that
    /// changed anything.
    pub fn remark(&mut self, id: Option<EntryId>, about: Subject, text: &str) -> bool {
        let after = Remark { about, text: text.to_owned(), when: self.now() };
        let is_same = |item: &Item| matches!(item, Item::Remark(known) if known.text == text);
        if self.item(id).map_or(text.is_empty(), is_same) {
            return false;
        }
        self.step([(id, (!text.is_empty()).then_some(Item::Remark(after)))])
    }

    /// Mends all of `mends` in one step; what was said of the same claims before, and what is `outdone`, is taken back.
    /// Whether that changed anything.
    pub fn mend(&mut self, mends: Vec<Mend>, outdone: &[EntryId]) -> bool {
        let outdone = outdone.iter().filter(|id| self.items.contains_key(id));
        let mut changes: Vec<(Option<EntryId>, Option<Item>)> = outdone.map(|&id| (Some(id), None)).collect();
        for mend in mends {
            let known = self.mends().find(|(_, known)| known.is_about(&mend)).map(|(id, known)| (id, known.kind));
            if known.is_none_or(|(_, kind)| kind != mend.kind) {
                let mend = Mend { when: self.now(), ..mend };
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
}
