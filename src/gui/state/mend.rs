//! Mending the alignment: claims linked, unlinked, or said to have no counterpart. What a person did is put in place of
//! what the machine says, and the articles are compared again.

use super::State;
use super::Undo;
use super::bars::Bar;
use super::note::claim_key;
use crate::alignment::ClaimId;
use crate::gui::message::Effect;
use crate::gui::words::window_words;
use crate::review::{EntryId, Mend, MendKind};
use crate::wording::note_words;

impl State {
    /// Opens the list of claims that the selected one can be linked with.
    pub(super) fn choose_link(&mut self) {
        match self.picked.claim {
            Some(claim) => self.bar = Bar::Link(claim),
            None => self.toasts.tell(note_words::NO_CLAIM),
        }
    }

    /// Links the claim that the list is open for with `other`.
    pub(super) fn link(&mut self, other: ClaimId) -> Vec<Effect> {
        let Bar::Link(claim) = std::mem::take(&mut self.bar) else { return Vec::new() };
        // What was said to have no counterpart has one now.
        let alone: Vec<EntryId> = self.alone_of(&[claim, other]);
        self.mend(MendKind::Link, vec![vec![claim, other]], &alone, note_words::linked(claim, other))
    }

    /// Takes the selected claim from all its counterparts.
    pub(super) fn unlink(&mut self) -> Vec<Effect> {
        let Some(claim) = self.picked.claim else {
            self.toasts.tell(note_words::NO_CLAIM);
            return Vec::new();
        };
        let others: Vec<ClaimId> = self.counterparts(claim);
        if others.is_empty() {
            self.toasts.tell(note_words::NOTHING_LINKED);
            return Vec::new();
        }
        let pairs = others.iter().map(|&other| vec![claim, other]).collect();
        self.mend(MendKind::Unlink, pairs, &[], note_words::unlinked(claim, &others))
    }

    /// Says that the selected claim has no counterpart.
    pub(super) fn say_alone(&mut self) -> Vec<Effect> {
        let Some(claim) = self.picked.claim else {
            self.toasts.tell(note_words::NO_CLAIM);
            return Vec::new();
        };
        // A link by hand is taken back with it.
        let links: Vec<EntryId> =
            self.standing.mends_of(claim).filter(|mend| mend.kind == MendKind::Link).map(|mend| mend.entry).collect();
        self.mend(MendKind::Alone, vec![vec![claim]], &links, note_words::alone(claim))
    }

    /// Leaves the selected claim to the machine again.
    pub(super) fn release(&mut self) -> Vec<Effect> {
        let Some(claim) = self.picked.claim else { return Vec::new() };
        let ids: Vec<EntryId> = self.standing.mends_of(claim).map(|mend| mend.entry).collect();
        if !self.review.unmend(&ids) {
            return Vec::new();
        }
        self.mended(note_words::released(claim))
    }

    /// Returns the claims of other articles that are selected with `claim`.
    pub fn counterparts(&self, claim: ClaimId) -> Vec<ClaimId> {
        let all = self.picked.places.iter().flat_map(|place| &place.claims);
        all.copied().filter(|other| other.article != claim.article).collect()
    }

    fn alone_of(&self, claims: &[ClaimId]) -> Vec<EntryId> {
        let mends = self.standing.mends.iter().filter(|mend| mend.kind == MendKind::Alone);
        mends.filter(|mend| mend.claims.iter().any(|claim| claims.contains(claim))).map(|mend| mend.entry).collect()
    }

    fn mend(&mut self, kind: MendKind, of: Vec<Vec<ClaimId>>, outdone: &[EntryId], said: String) -> Vec<Effect> {
        let Some(comparison) = self.comparison.clone() else { return Vec::new() };
        let keys = |claims: Vec<ClaimId>| {
            claims.into_iter().map(|claim| claim_key(&comparison, claim)).collect::<Option<Vec<_>>>()
        };
        let mends: Option<Vec<Mend>> =
            of.into_iter().map(|claims| Some(Mend { kind, claims: keys(claims)?, when: None })).collect();
        let has_changed = mends.is_some_and(|mends| self.review.mend(mends, outdone));
        if has_changed { self.mended(said) } else { Vec::new() }
    }

    /// Compares again with what was mended.
    fn mended(&mut self, said: String) -> Vec<Effect> {
        self.toasts.withdraw(window_words::UNDO);
        self.remember(Undo::Decided);
        self.toasts.tell(said);
        self.compare()
    }
}
