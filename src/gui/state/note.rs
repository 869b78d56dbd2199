//! Notes: the editor that is open on one thing, and where it leads.

use super::bars::Bar;
use super::note_bar::{NoteBar, NoteOf};
use super::{State, Undo};
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::gui::words::window_words;
use crate::review::{Anchor, ArticleKey, ClaimKey, EntryId, NoteOn, Subject};
use crate::wording::note_words;
use crate::wording::note_words::NotePlace;

impl State {
    /// Opens the editor on what is selected, else on the story; what was typed since the key was pressed is in it
    /// already.
    pub(super) fn write_note(&mut self, typed: &str) {
        let place = match (self.picked.finding, self.picked.claim) {
            (Some(finding), _) => NotePlace::Finding(finding),
            (None, Some(claim)) => NotePlace::On(NoteOn::Claim(claim)),
            (None, None) => NotePlace::On(NoteOn::Story),
        };
        self.write_note_on(place);
        self.add_to_note(typed);
    }

    /// Adds what was typed before the field had the keys.
    pub(super) fn add_to_note(&mut self, typed: &str) {
        if let Bar::Note(bar) = &mut self.bar
            && !typed.is_empty()
        {
            bar.text.push_str(typed);
            bar.n_added += 1;
        }
    }

    /// Opens the editor on `place`. What was typed in another editor and not saved is kept until then.
    pub(super) fn write_note_on(&mut self, place: NotePlace) {
        self.keep_draft();
        let Some(comparison) = self.comparison.clone() else { return };
        let Some((on, name, entry, saved)) = self.note_at(&comparison, place) else { return };
        let others = self.note_places(&comparison);
        let draft = self.drafts.iter().position(|draft| draft.on == on).map(|at| self.drafts.remove(at));
        let text = draft.map_or_else(|| saved.clone(), |draft| draft.text);
        self.bar = Bar::Note(Box::new(NoteBar { on, name, others, text, n_added: 0, saved, entry }));
    }

    /// Saves what is written.
    pub(super) fn save_note(&mut self) {
        let Bar::Note(bar) = std::mem::take(&mut self.bar) else { return };
        let text = bar.text.trim_end();
        let has_changed = match bar.on {
            NoteOf::Finding(anchor) => self.review.note(bar.entry, anchor, text),
            NoteOf::Subject(subject) => self.review.remark(bar.entry, subject, text),
        };
        if has_changed {
            self.toasts.withdraw(window_words::UNDO);
            self.remember(Undo::Decided);
            self.stand();
            self.refresh();
            self.toasts.tell(if text.is_empty() { note_words::REMOVED } else { note_words::SAVED });
        }
    }

    /// Leaves the editor; what was typed is kept, and shown again when a note is written on the same thing.
    pub(super) fn keep_draft(&mut self) {
        if !matches!(self.bar, Bar::Note(_)) {
            return;
        }
        if let Bar::Note(bar) = std::mem::take(&mut self.bar)
            && bar.is_changed()
        {
            self.drafts.push(*bar);
            self.toasts.tell(note_words::KEPT);
        }
    }

    /// Shows what the note at `place` is on.
    pub(super) fn go_to_note(&mut self, place: NotePlace) {
        self.bar = Bar::None;
        match place {
            NotePlace::Finding(finding) => self.select(finding),
            NotePlace::On(NoteOn::Claim(claim)) => self.select_claim(claim),
            NotePlace::On(NoteOn::Article(_) | NoteOn::Story) => self.write_note_on(place),
        }
    }

    /// What the note at `place` is on, how that is called, the item that holds it, and what it says.
    fn note_at(&self, comparison: &Comparison, place: NotePlace) -> Option<(NoteOf, String, Option<EntryId>, String)> {
        match place {
            NotePlace::Finding(idx) => {
                let finding = finding_at(comparison, idx)?;
                let name = format!("{} {}", finding.id, finding.what);
                let note = self.standing.decision(idx).map(|decision| decision.note.clone()).unwrap_or_default();
                Some((NoteOf::Finding(Anchor::new(comparison, finding)), name, self.standing.entry(idx), note))
            }
            NotePlace::On(on) => {
                let subject = subject(comparison, on)?;
                let known = self.standing.note(on);
                let text = known.map(|note| note.text.clone()).unwrap_or_default();
                let name = note_words::on(comparison, on);
                Some((NoteOf::Subject(subject), name, known.map(|note| note.entry), text))
            }
        }
    }

    /// What a note could be written on now.
    fn note_places(&self, comparison: &Comparison) -> Vec<(String, NotePlace)> {
        let mut places = Vec::new();
        let picked = self.picked.finding.and_then(|idx| Some((idx, finding_at(comparison, idx)?)));
        if let Some((idx, finding)) = picked {
            places.push((finding.id.clone(), NotePlace::Finding(idx)));
        }
        let mut others = Vec::new();
        if let Some(claim) = self.picked.claim {
            others.extend([NoteOn::Claim(claim), NoteOn::Article(claim.article)]);
        }
        others.push(NoteOn::Story);
        places.extend(others.into_iter().map(|on| (note_words::short(comparison, on), NotePlace::On(on))));
        places
    }
}

/// What `on` is in words that outlive the comparison.
fn subject(comparison: &Comparison, on: NoteOn) -> Option<Subject> {
    Some(match on {
        NoteOn::Story => Subject::Story,
        NoteOn::Article(article) => Subject::Article(ArticleKey::new(&comparison.articles.get(article)?.article)),
        NoteOn::Claim(claim) => Subject::Claim(claim_key(comparison, claim)?),
    })
}

/// Returns what `claim` is in words that outlive the comparison.
pub(super) fn claim_key(comparison: &Comparison, claim: ClaimId) -> Option<ClaimKey> {
    let analysis = comparison.articles.get(claim.article)?;
    ClaimKey::new(analysis, ArticleKey::new(&analysis.article), claim.claim)
}
