//! Two readers' reviews of the same texts, put together.
//!
//! What only one of them said is kept. Where both said something of the same thing and it is not the same, the first
//! reader's word holds and the second one's is kept beside it, so that every report lists where they disagree until one
//! of them gives in. Notes of both are kept. Putting together is one step, which can be taken back.

use super::decision::{Decision, Print};
use super::item::{Entry, EntryId, Item};
use super::log::Review;
use super::sheet::Sheet;

/// How much of a second review went into the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// What the first reader had not said.
    pub n_taken: usize,
    /// What both said.
    pub n_same: usize,
    /// What they said otherwise.
    pub n_other: usize,
}

/// What becomes of something that the second reader said.
enum Fate {
    Same,
    Taken(Option<EntryId>, Box<Item>),
    Disputed,
}

impl Review {
    /// Puts what `second` says into this review, both about the same texts.
    pub fn merge(&mut self, second: &Self) -> Merged {
        let mut merged = Merged::default();
        let mut changes: Vec<(Option<EntryId>, Option<Item>)> = Vec::new();
        for (_, item) in second.items() {
            match self.fate(item) {
                Fate::Same => merged.n_same += 1,
                Fate::Taken(id, item) => {
                    merged.n_taken += 1;
                    changes.push((id, Some(*item)));
                }
                Fate::Disputed => {
                    merged.n_other += 1;
                    let other = Item::Other(Box::new(item.clone()));
                    if !self.items().any(|(_, known)| *known == other) {
                        changes.push((None, Some(other)));
                    }
                }
            }
        }
        self.step(changes);
        merged
    }

    /// Leaves the first reader's word where the second reader said the item `id` otherwise, which is then settled;
    /// returns whether there was such an item. One step, which can be taken back.
    pub fn keep_first(&mut self, id: EntryId) -> bool {
        self.items().any(|(known, item)| known == id && matches!(item, Item::Other(_))) && self.step([(Some(id), None)])
    }

    /// Puts what the second reader said in the item `id` in place of the first reader's word, which is then settled;
    /// what she said nothing of stays, and so do the notes of both. Returns whether there was such an item. One step,
    /// which can be taken back.
    pub fn take_second(&mut self, id: EntryId) -> bool {
        let second = self.items().find_map(|(known, item)| match item {
            Item::Other(second) if known == id => Some(Item::clone(second)),
            _ => None,
        });
        let Some(second) = second else { return false };
        let first = self.items().find(|(_, first)| first.is_about(&second));
        let (first_id, item) = match (first, second) {
            (Some((first_id, Item::Finding(first))), Item::Finding(second)) => {
                let decision = in_place(&first.decision, &second.decision);
                (Some(first_id), Item::Finding(Entry { anchor: first.anchor.clone(), decision }))
            }
            (first, second) => (first.map(|(first_id, _)| first_id), second),
        };
        self.step([(first_id, Some(item)), (Some(id), None)])
    }

    fn fate(&self, item: &Item) -> Fate {
        match item {
            Item::Finding(entry) => self.fate_of_entry(entry),
            Item::Sheet(sheet) => self.fate_of_sheet(sheet),
            other => {
                let same_subject = self.items().map(|(_, known)| known).find_map(|known| match (known, other) {
                    (Item::Remark(known), Item::Remark(remark)) => {
                        (known.about == remark.about && known.text == remark.text).then_some(true)
                    }
                    (Item::Mend(known), Item::Mend(mend)) => known.is_about(mend).then(|| known.kind == mend.kind),
                    (Item::Correction(known), Item::Correction(one)) => {
                        known.is_about(one).then(|| known.says_the_same(one))
                    }
                    (Item::Regrouping(known), Item::Regrouping(one)) => {
                        known.is_about(one).then(|| known.says_the_same(one))
                    }
                    (Item::Own(known), Item::Own(own)) => known.is_about(own).then_some(true),
                    (Item::Other(known), Item::Other(one)) => (known == one).then_some(true),
                    _ => None,
                });
                match same_subject {
                    Some(true) => Fate::Same,
                    Some(false) => Fate::Disputed,
                    None => Fate::Taken(None, Box::new(other.clone())),
                }
            }
        }
    }

    fn fate_of_entry(&self, entry: &Entry) -> Fate {
        let known = self.entries().find(|(_, known)| known.anchor.is_same(&entry.anchor));
        let Some((id, known)) = known else { return Fate::Taken(None, Box::new(Item::Finding(entry.clone()))) };
        if known.decision.says_the_same(&entry.decision) {
            return Fate::Same;
        }
        match both(&known.decision, &entry.decision) {
            Some(decision) if decision.says_the_same(&known.decision) => Fate::Same,
            Some(decision) => {
                Fate::Taken(Some(id), Box::new(Item::Finding(Entry { anchor: known.anchor.clone(), decision })))
            }
            None => Fate::Disputed,
        }
    }

    fn fate_of_sheet(&self, second: &Sheet) -> Fate {
        let own = self.sheet();
        let filled = |own: &String, other: &String| if own.is_empty() { other.clone() } else { own.clone() };
        let second_reader = match own.second_reader.is_empty() && second.reviewer != own.reviewer {
            true => filled(&second.reviewer, &second.second_reader),
            false => own.second_reader.clone(),
        };
        let sheet = Sheet {
            title: filled(&own.title, &second.title),
            reviewer: filled(&own.reviewer, &second.reviewer),
            second_reader,
            authoritative: own.authoritative.clone().or_else(|| second.authoritative.clone()),
        };
        if sheet == own {
            return Fate::Same;
        }
        let id = self.items().find_map(|(id, item)| matches!(item, Item::Sheet(_)).then_some(id));
        Fate::Taken(id, Box::new(Item::Sheet(sheet)))
    }
}

impl Item {
    /// Whether both say something of the same thing, of which only one word can hold.
    fn is_about(&self, second: &Self) -> bool {
        match (self, second) {
            (Self::Finding(first), Self::Finding(second)) => first.anchor.is_same(&second.anchor),
            (Self::Mend(first), Self::Mend(second)) => first.is_about(second),
            (Self::Correction(first), Self::Correction(second)) => first.is_about(second),
            (Self::Regrouping(first), Self::Regrouping(second)) => first.is_about(second),
            _ => false,
        }
    }
}

/// What `second` says in place of `first`; where it says nothing, what `first` says, and the notes of both.
fn in_place(first: &Decision, second: &Decision) -> Decision {
    Decision {
        verdict: second.verdict.or(first.verdict),
        check: second.check.or(first.check),
        print: if second.print.is_empty() { first.print.clone() } else { second.print.clone() },
        note: both_notes(&first.note, &second.note),
        when: first.when.clone().max(second.when.clone()),
    }
}

/// What both say together, of two notes first one and then the other; `None` if they say otherwise.
fn both(first: &Decision, second: &Decision) -> Option<Decision> {
    let verdict = either(first.verdict, second.verdict)?;
    let check = either(first.check, second.check)?;
    let set = |print: &Print| Some(print.clone()).filter(|print| !print.is_empty());
    let print = either(set(&first.print), set(&second.print))?.unwrap_or_default();
    let note = both_notes(&first.note, &second.note);
    let when = first.when.clone().max(second.when.clone());
    Some(Decision { verdict, check, print, note, when })
}

/// The notes of both, once where they are the same.
fn both_notes(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (_, true) => first.to_owned(),
        (true, _) => second.to_owned(),
        _ if first == second || first.lines().any(|line| line == second) => first.to_owned(),
        _ => format!("{first}\n{second}"),
    }
}

/// What one or both say; `None` if they say otherwise.
fn either<T: PartialEq>(first: Option<T>, second: Option<T>) -> Option<Option<T>> {
    match (first, second) {
        (Some(first), Some(second)) if first != second => None,
        (first, second) => Some(first.or(second)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::FindingKind;
    use crate::review::{Anchor, Check, Subject, Verdict};

    fn review(what: &str, verdict: Option<Verdict>, check: Option<Check>, note: &str) -> Review {
        let kind = if what == "a" { FindingKind::Figure } else { FindingKind::Date };
        let anchor = || Anchor { kind, what: what.to_owned(), places: Vec::new() };
        let mut review = Review::default();
        review.decide(None, anchor(), verdict);
        let id = |review: &Review| review.entries().next().map(|(id, _)| id);
        review.check(id(&review), anchor(), check);
        review.note(id(&review), anchor(), note);
        review
    }

    #[test]
    fn what_only_one_said_stands() {
        let mut first = review("a", Some(Verdict::Scope), None, "asked");
        let second = review("a", None, Some(Check::Checked), "called");
        assert_eq!(first.merge(&second), Merged { n_taken: 1, n_same: 0, n_other: 0 });
        let decision = first.entries().next().unwrap().1.decision.clone();
        assert_eq!((decision.verdict, decision.check), (Some(Verdict::Scope), Some(Check::Checked)));
        assert_eq!(decision.note, "asked\ncalled");
        assert_eq!(first.merge(&second), Merged { n_taken: 0, n_same: 1, n_other: 0 }, "once is enough");
        assert_eq!(first.merge(&review("b", Some(Verdict::Update), None, "")).n_taken, 1);
        assert_eq!(first.entries().count(), 2);
    }

    #[test]
    fn what_they_say_otherwise_is_kept_beside_it() {
        let mut first = review("a", Some(Verdict::Scope), None, "");
        let second = review("a", Some(Verdict::Conflict), None, "");
        assert_eq!(first.merge(&second).n_other, 1);
        assert_eq!(first.entries().next().unwrap().1.decision.verdict, Some(Verdict::Scope));
        let (_, other) = first.others().next().unwrap();
        assert!(matches!(other, Item::Finding(entry) if entry.decision.verdict == Some(Verdict::Conflict)));
        first.merge(&second);
        assert_eq!(first.others().count(), 1, "merging again repeats nothing");
        first.undo();
        first.undo();
        assert_eq!(first.others().count(), 0);
    }

    #[test]
    fn a_disagreement_is_settled_either_way_and_back() {
        let disputed = || {
            let mut first = review("a", Some(Verdict::Scope), Some(Check::Checked), "asked");
            first.merge(&review("a", Some(Verdict::Conflict), None, "called"));
            let id = first.others().next().map(|(id, _)| id).unwrap();
            (first, id)
        };
        let verdict = |review: &Review| review.entries().next().unwrap().1.decision.verdict;
        let (mut kept, id) = disputed();
        assert!(kept.keep_first(id));
        assert_eq!((kept.others().count(), verdict(&kept)), (0, Some(Verdict::Scope)));
        assert!(!kept.keep_first(id) && !kept.take_second(id), "it is settled");
        kept.undo();
        assert_eq!(kept.others().count(), 1);

        let (mut taken, id) = disputed();
        assert!(taken.take_second(id));
        let decision = taken.entries().next().unwrap().1.decision.clone();
        assert_eq!((decision.verdict, decision.check), (Some(Verdict::Conflict), Some(Check::Checked)));
        assert_eq!((decision.note.as_str(), taken.others().count()), ("asked\ncalled", 0));
        taken.undo();
        assert_eq!((taken.others().count(), verdict(&taken)), (1, Some(Verdict::Scope)));
        let own = taken.entries().next().map(|(id, _)| id).unwrap();
        assert!(!taken.keep_first(own) && !taken.take_second(own), "that is the first reader's");
    }

    #[test]
    fn the_second_reader_is_named() {
        let sheet = |reviewer: &str, title: &str| Sheet {
            reviewer: reviewer.to_owned(),
            title: title.to_owned(),
            ..Sheet::default()
        };
        let (mut first, mut second) = (Review::default(), Review::default());
        first.set_sheet(sheet("A. Desk", ""));
        second.set_sheet(sheet("B. Reader", "Tram"));
        second.remark(None, Subject::Story, "call at nine");
        first.merge(&second);
        let merged = first.sheet();
        assert_eq!((merged.title.as_str(), merged.second_reader.as_str()), ("Tram", "B. Reader"));
        assert_eq!(first.remarks().count(), 1);
    }
}
