//! What a person says beside her verdicts: how far a finding is checked, what is to be printed, the head of the story,
//! figures that were read wrongly, facts that were put together wrongly, and findings of her own. Every word is a step
//! that can be taken back.

use super::anchor::Anchor;
use super::correction::{Correction, Own, Regrouping};
use super::decision::{Check, Decision, Print, Verdict};
use super::item::{Entry, EntryId, Item};
use super::log::Review;
use super::sheet::Sheet;

impl Review {
    /// Says how far what `anchor` names is checked, none that it is open; `id` is the entry that stands for it already.
    /// Whether that changed anything.
    pub fn check(&mut self, id: Option<EntryId>, anchor: Anchor, check: Option<Check>) -> bool {
        let anchor = self.entry(id).map_or(anchor, |entry| entry.anchor.clone());
        let decision = Decision { check, when: self.now(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Says what of it is to be printed. Whether that changed anything.
    pub fn print(&mut self, id: Option<EntryId>, anchor: Anchor, print: Print) -> bool {
        let anchor = self.entry(id).map_or(anchor, |entry| entry.anchor.clone());
        let decision = Decision { print, when: self.now(), ..self.decision(id) };
        self.say(id, anchor, decision)
    }

    /// Returns the head of the story, empty where none was given.
    pub fn sheet(&self) -> Sheet {
        self.sheet_item().map(|(_, sheet)| sheet.clone()).unwrap_or_default()
    }

    /// Says what is at the head of the story. Whether that changed anything.
    pub fn set_sheet(&mut self, sheet: Sheet) -> bool {
        if self.sheet() == sheet {
            return false;
        }
        let id = self.sheet_item().map(|(id, _)| id);
        let after = (sheet != Sheet::default()).then_some(Item::Sheet(sheet));
        self.step([(id, after)])
    }

    fn sheet_item(&self) -> Option<(EntryId, &Sheet)> {
        self.items().find_map(|(id, item)| match item {
            Item::Sheet(sheet) => Some((id, sheet)),
            _ => None,
        })
    }

    /// Returns the figures that were read wrongly, in the order they were first named.
    pub fn corrections(&self) -> impl Iterator<Item = (EntryId, &Correction)> {
        self.items().filter_map(|(id, item)| match item {
            Item::Correction(one) => Some((id, one)),
            _ => None,
        })
    }

    /// Says what a figure means or counts; where both are empty it is left to the machine. Whether that changed
    /// anything.
    pub fn correct(&mut self, correction: Correction) -> bool {
        let known = self.corrections().find(|(_, known)| known.is_about(&correction));
        if known.is_some_and(|(_, known)| known.says_the_same(&correction)) {
            return false;
        }
        let id = known.map(|(id, _)| id);
        let is_said = !(correction.value.is_empty() && correction.what.is_empty());
        if !is_said && id.is_none() {
            return false;
        }
        let correction = Correction { when: self.now(), ..correction };
        self.step([(id, is_said.then_some(Item::Correction(correction)))])
    }

    /// Returns the figures that were put into facts or taken out, in that order.
    pub fn regroupings(&self) -> impl Iterator<Item = (EntryId, &Regrouping)> {
        self.items().filter_map(|(id, item)| match item {
            Item::Regrouping(one) => Some((id, one)),
            _ => None,
        })
    }

    /// Puts a figure into a fact or takes it out; what was said of the same figures before is taken back. Whether that
    /// changed anything.
    pub fn regroup(&mut self, regrouping: Regrouping) -> bool {
        let known = self.regroupings().find(|(_, known)| known.is_about(&regrouping));
        if known.is_some_and(|(_, known)| known.says_the_same(&regrouping)) {
            return false;
        }
        let id = known.map(|(id, _)| id);
        let regrouping = Regrouping { when: self.now(), ..regrouping };
        self.step([(id, Some(Item::Regrouping(regrouping)))])
    }

    /// Returns the findings that a person made, in the order they were made.
    pub fn own(&self) -> impl Iterator<Item = (EntryId, &Own)> {
        self.items().filter_map(|(id, item)| match item {
            Item::Own(own) => Some((id, own)),
            _ => None,
        })
    }

    /// Makes a finding from words, with the person's word on it, in one step. Whether that changed anything: the same
    /// words make one finding only.
    pub fn find(&mut self, anchor: Anchor, verdict: Option<Verdict>) -> bool {
        let own = Own { anchor: anchor.clone(), when: self.now() };
        if anchor.places.len() < 2 || self.own().any(|(_, known)| known.is_about(&own)) {
            return false;
        }
        let decision = Decision { verdict, when: self.now(), ..Decision::default() };
        let entry = verdict.map(|_| (None, Some(Item::Finding(Entry { anchor, decision }))));
        self.step([(None, Some(Item::Own(own)))].into_iter().chain(entry))
    }

    /// Returns what changes the comparison: links, corrections, regroupings and findings of a person's own.
    pub fn overrides(&self) -> Vec<&Item> {
        let is_override =
            |item: &&Item| matches!(item, Item::Mend(_) | Item::Correction(_) | Item::Regrouping(_) | Item::Own(_));
        self.items().map(|(_, item)| item).filter(is_override).collect()
    }

    /// Returns what a second reader said where it is not what the first said.
    pub fn others(&self) -> impl Iterator<Item = (EntryId, &Item)> {
        self.items().filter_map(|(id, item)| match item {
            Item::Other(other) => Some((id, &**other)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::FindingKind;
    use crate::review::{ArticleKey, ClaimKey, Place, RegroupingKind};

    fn place(article: &str, words: &str) -> Place {
        let sha256 = article.to_owned();
        let article = ArticleKey { name: article.to_owned(), label: article.to_owned(), sha256 };
        let claim = ClaimKey { article, sentence: "Three men fled.".to_owned(), nth: 0, context: None };
        Place { claim, start: 0, words: words.to_owned(), group: 0 }
    }

    #[test]
    fn every_word_of_the_desk_is_a_step() {
        let mut review = Review::default();
        let anchor = || Anchor { kind: FindingKind::Figure, what: "a".to_owned(), places: Vec::new() };
        assert!(review.check(None, anchor(), Some(Check::Partly)));
        let id = review.entries().next().map(|(id, _)| id);
        assert!(!review.check(id, anchor(), Some(Check::Partly)));
        let print = Print { value: "nine".to_owned(), source: "court release".to_owned() };
        assert!(review.print(id, anchor(), print.clone()) && !review.print(id, anchor(), print));
        assert!(review.set_sheet(Sheet { title: "Tram".to_owned(), ..Sheet::default() }));
        assert!(!review.set_sheet(review.sheet()));
        let correction = |value: &str| Correction {
            place: place("A", "Three"),
            value: value.to_owned(),
            what: String::new(),
            when: None,
        };
        assert!(!review.correct(correction("")), "there is nothing to leave to the machine");
        assert!(review.correct(correction("4")) && review.correct(correction("5")) && !review.correct(correction("5")));
        assert_eq!(review.corrections().count(), 1, "the later word stands");
        let regrouping =
            |kind| Regrouping { kind, place: place("A", "Three"), others: vec![place("B", "nine")], when: None };
        assert!(review.regroup(regrouping(RegroupingKind::Apart)));
        assert!(review.regroup(regrouping(RegroupingKind::Together)));
        assert_eq!(review.regroupings().count(), 1);
        let own = Anchor { places: vec![place("A", "fled"), place("B", "fled")], ..anchor() };
        assert!(review.find(own.clone(), Some(Verdict::Conflict)) && !review.find(own, None));
        assert_eq!(review.overrides().len(), 3);

        let text = serde_json::to_string(&review).unwrap();
        let mut read: Review = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        while read.undo().is_some() {}
        assert!(read.is_empty());
        while read.redo().is_some() {}
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
}
