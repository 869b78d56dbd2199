//! A review as files hold it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::correction::{Correction, Own, Regrouping};
use super::item::{Change, Entry, EntryId, Item};
use super::remark::{Mend, Remark};
use super::sheet::Sheet;

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
    pub(super) done: Vec<Vec<Change>>,
    /// What was taken back, the last one last.
    pub(super) undone: Vec<Vec<Change>>,
}

impl Kept {
    /// Returns `items` parted by what they are, after `n_made` names were given.
    pub(super) fn of(items: BTreeMap<EntryId, Item>, n_made: u64) -> Self {
        let mut kept = Self { n_made, ..Self::default() };
        for (id, item) in items {
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

    /// Takes all items out, and returns them with the number of names that were given.
    pub(super) fn take_items(&mut self) -> (BTreeMap<EntryId, Item>, u64) {
        let kept = std::mem::take(self);
        (self.done, self.undone) = (kept.done, kept.undone);
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
        (items, n_made)
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::FindingKind;
    use crate::review::{Anchor, Review, Subject, Verdict};

    #[test]
    fn the_way_back_is_written_and_read() {
        let mut review = Review::default();
        let anchor = Anchor { kind: FindingKind::Figure, what: "a".to_owned(), places: Vec::new() };
        review.decide(None, anchor, Some(Verdict::Scope));
        review.remark(None, Subject::Story, "a note");
        review.undo();
        let text = serde_json::to_string(&review).unwrap();
        let mut read: Review = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(read.redo().is_some() && read.remarks().count() == 1);
        assert!(read.undo().is_some() && read.undo().is_some() && read.undo().is_none());
        assert!(read.is_empty());
    }
}
