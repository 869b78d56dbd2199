//! When commands make sense, and which of them are choices that are on.

use super::Command;
use crate::gui::state::State;
use crate::view::filter::Decided;

impl Command {
    /// Whether it makes sense now.
    pub fn is_enabled(&self, state: &State) -> bool {
        match self {
            Self::SaveReport | Self::TypeReportPath | Self::PrintReport | Self::Find | Self::Show(_) => {
                state.comparison.is_some()
            }
            Self::ReadingNotes => state.comparison.is_some(),
            Self::SaveSession | Self::SaveSessionAs | Self::TypeSessionPath => {
                state.slots.n_loaded() > 0 && state.slots.n_loading() == 0
            }
            Self::MergeSession | Self::TypeMergePath => state.comparison.is_some() && !state.is_busy(),
            Self::VerifySession => state.session.is_some() && !state.is_busy(),
            Self::Readers => !state.standing.others.is_empty(),
            Self::ShowHidden => state.n_hidden > 0,
            Self::ToggleAgreements | Self::ToggleHints | Self::ToggleWords | Self::ToggleScrollSync => {
                state.comparison.is_some()
            }
            Self::NextFinding | Self::PreviousFinding => !state.room.list.entries.is_empty(),
            Self::CopyFinding => state.picked.finding.is_some(),
            Self::NextUndecided => !state.room.list.entries.is_empty(),
            Self::Decide(_) | Self::Check(_) | Self::Print => state.can_decide(),
            Self::Sheet => state.comparison.is_some(),
            Self::Correct(_) => state.comparison.is_some() && state.picked.claim.is_some(),
            Self::Own => state.picked.claim.is_some() && state.compared.len() > 1,
            Self::PutInto => state.is_fact_picked(),
            Self::RemoveOwn => state.is_own_picked(),
            Self::Note(_) | Self::Notes => state.comparison.is_some(),
            Self::Link | Self::Unlink | Self::Alone => state.picked.claim.is_some() && state.compared.len() > 1,
            Self::Release => state.picked.claim.is_some_and(|claim| state.standing.mends_of(claim).next().is_some()),
            Self::Redo => state.review.can_redo(),
            Self::ToggleUndecided => state.comparison.is_some(),
            Self::ClearFilter => !state.filter.is_open(),
            Self::NextHit | Self::PreviousHit => !state.search.hits.hits.is_empty(),
            Self::Back => state.history.can_go_back(),
            Self::Forward => state.history.can_go_forward(),
            Self::CloseStory => !state.slots.is_empty(),
            Self::Compare => state.slots.n_loaded() > 0 && !state.is_busy(),
            Self::Undo => state.can_undo(),
            Self::Stop => state.is_busy(),
            _ => true,
        }
    }

    /// Whether it is a choice that is on; none where it is no choice.
    pub fn is_on(&self, state: &State) -> Option<bool> {
        match self {
            Self::Show(middle) => Some(state.middle == *middle),
            Self::Check(check) => {
                let finding = state.picked.finding?;
                Some(state.standing.decision(finding).and_then(|decision| decision.check) == *check)
            }
            Self::ToggleAgreements => Some(state.filter.agreements),
            Self::ToggleHints => Some(state.filter.hints),
            Self::ToggleWords => Some(state.words),
            Self::ToggleScrollSync => Some(state.scroll_sync),
            Self::Theme(choice) => Some(state.prefs.theme == *choice),
            Self::ToggleContrast => Some(state.prefs.high_contrast),
            Self::ToggleMotion => Some(state.prefs.reduced_motion),
            Self::ToggleNumberKeys => Some(state.prefs.number_keys),
            Self::ToggleUndecided => Some(state.filter.decided == Decided::Undecided),
            _ => None,
        }
    }
}
