//! Everything that can be asked of the window: one enum behind menus, keys, buttons, the palette and tests.

mod keys;
mod menus;
mod names;
mod sense;

use std::path::PathBuf;

use super::middle::Middle;
use super::prefs::ThemeChoice;
use super::state::bars::Paste;
use super::state::form::Form;
use super::state::slots::SlotId;
use crate::alignment::ClaimId;
use crate::article::Details;
use crate::findings::FindingIndex;
use crate::review::{Check, EntryId, Verdict};
use crate::text::Span;
use crate::view::filter::Filter;
use crate::view::findings_list::Grouping;
use crate::wording::note_words::NotePlace;

pub use menus::{MENUS, Menu, listed};

/// Something asked of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Choose files to open.
    Open,
    /// Type a path to open.
    TypePath,
    /// Open the bar for an article as text.
    PasteBar,
    /// Open the built-in story.
    OpenSample,
    /// Save a report under a chosen name.
    SaveReport,
    /// Save a report under a typed name.
    TypeReportPath,
    /// Show the report in the system's viewer, to be printed.
    PrintReport,
    /// Save the session where it was saved before, or under a chosen name.
    SaveSession,
    /// Save the session under a chosen name.
    SaveSessionAs,
    /// Save the session under a typed name.
    TypeSessionPath,
    /// Tell whether the saved session is what it was and gives the same findings.
    VerifySession,
    /// Choose the session of a second reader and put it into this one.
    MergeSession,
    /// Type the path of such a session.
    TypeMergePath,
    /// Show where two readers disagree.
    Readers,
    /// Leave the first reader's word where the second said this.
    KeepFirst(EntryId),
    /// Put what the second reader said in this item in place of the first reader's word.
    TakeSecond(EntryId),
    /// Take all articles away.
    CloseStory,
    /// End the program.
    Quit,
    /// Go to the next finding of the list.
    NextFinding,
    /// Go to the one before.
    PreviousFinding,
    /// Go to the next finding that is not decided.
    NextUndecided,
    /// Give the selected finding a verdict and go on; none takes it back.
    Decide(Option<Verdict>),
    /// Say how far the selected finding is checked; none that it is open.
    Check(Option<Check>),
    /// Write down what is to be printed of the selected finding.
    Print,
    /// Write down what stands at the head of the reports.
    Sheet,
    /// Hold the others against the article at this place of the comparison, or no more.
    Authority(usize),
    /// Correct a figure of what is selected, the one at this place first.
    Correct(Option<(ClaimId, Span)>),
    /// Make a finding from words of the selected claim and another.
    Own,
    /// The same with this claim.
    OwnWith(ClaimId),
    /// Choose another claim for it.
    OwnOther,
    /// Take the selected finding away, where a person made it.
    RemoveOwn,
    /// Choose a figure that speaks of the fact of the selected finding.
    PutInto,
    /// Put this figure into that fact.
    PutIn(ClaimId, Span),
    /// Take this figure out of that fact.
    TakeOut(ClaimId, Span),
    /// Write a note on what is selected; what was typed since the key was pressed stands in it already.
    Note(String),
    /// Show all notes.
    Notes,
    /// Choose a claim that the selected one is to be linked with.
    Link,
    /// Take the selected claim from its counterparts.
    Unlink,
    /// Say that the selected claim has no counterpart.
    Alone,
    /// Leave the selected claim to the machine again.
    Release,
    /// Decide again what was taken back last.
    Redo,
    /// Go back to what was selected before.
    Back,
    /// Go forward again.
    Forward,
    /// Copy the selected finding with its quotations.
    CopyFinding,
    /// Search all articles.
    Find,
    /// Go to the next place found.
    NextHit,
    /// Go to the one before.
    PreviousHit,
    /// Choose what the middle shows.
    Show(Middle),
    /// Show agreements too, or no more.
    ToggleAgreements,
    /// Open the fold of weaker hints, or close it.
    ToggleHints,
    /// Show only what is not decided, or everything again.
    ToggleUndecided,
    /// Show every finding.
    ClearFilter,
    /// Show differing words within the selection, or no more.
    ToggleWords,
    /// Scroll the articles together, or each alone.
    ToggleScrollSync,
    /// Make everything larger.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// As large as at first.
    ZoomReset,
    /// Choose the colors.
    Theme(ThemeChoice),
    /// Black, white and strong lines, or no more.
    ToggleContrast,
    /// Move things at once, or gently.
    ToggleMotion,
    /// Let keys without Ctrl or Alt decide, or not.
    ToggleNumberKeys,
    /// Find a command by its name.
    Palette,
    /// Show the keys.
    Keys,
    /// Show past messages.
    Messages,
    /// Show which version this is, and where others are.
    About,
    /// Close what is open, or select nothing.
    Escape,
    /// Show what was read of an article, and what was left out.
    ReadingNotes,
    /// Show the columns that were hidden.
    ShowHidden,
    /// Take back what was done last.
    Undo,
    /// Compare the articles again.
    Compare,
    /// Stop reading and comparing.
    Stop,

    /// Open these files.
    OpenPaths(Vec<PathBuf>),
    /// Open the story that was left behind in this journal.
    Recover(PathBuf),
    /// Open the recent story at this place.
    OpenRecent(usize),
    /// Try the file of this slot again.
    Retry(SlotId),
    /// Take the article of this slot away.
    Remove(SlotId),
    /// Take the article at this place of the comparison away.
    RemoveArticle(usize),
    /// Show what was read of the article of this slot.
    ShowReading(SlotId),
    /// Leave the block at this place of this slot's article out.
    LeaveOut(SlotId, usize),
    /// Bring back what was left out at this place.
    BringBack(SlotId, usize),
    /// Title, outlet and the like of this slot's article are these.
    SetDetails(SlotId, Box<Details>),
    /// Open the other articles of the file of this slot.
    OpenOthers(SlotId),
    /// Text was pasted outside of any field.
    Pasted(String),
    /// What is written in the paste bar.
    EditPaste(Paste),
    /// Make an article of its own of what was pasted into the one in the bar.
    PartPaste,
    /// Add what is in the paste bar.
    AddPaste,
    /// What is written in the path bar.
    EditPath(String),
    /// Do what the path bar is for; `true` replaces a file that is there.
    AcceptPath(bool),
    /// Wait no longer for the file chooser.
    ForgetChooser,
    /// Select a finding.
    Select(FindingIndex),
    /// Select a claim.
    SelectClaim(ClaimId),
    /// Go to a claim without losing the selected finding, if it is part of it.
    GoTo(ClaimId),
    /// Change the filter.
    SetFilter(Filter),
    /// Change the grouping.
    SetGrouping(Grouping),
    /// Change what is searched.
    SetQuery(String),
    /// Close the search.
    CloseSearch,
    /// Copy a text.
    Copy(String),
    /// Write a note on this.
    NoteOn(NotePlace),
    /// Show what a note is on.
    GoToNote(NotePlace),
    /// What is written in the editor of a note.
    EditNote(String),
    /// What was typed before that had the keys.
    AddToNote(String),
    /// Save what is written there.
    SaveNote,
    /// What is written and chosen in the form.
    EditForm(Box<Form>),
    /// Save what is written there.
    SaveForm,
    /// Link the claim that the list is open for with this one.
    LinkWith(ClaimId),
    /// Leave although something is lost.
    LeaveAnyway,
    /// Save the session, then leave.
    SaveAndLeave,
    /// Take a message away.
    DismissToast(u64),
    /// Take the first-run hint away.
    DismissHint,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::state::State;

    #[test]
    fn no_two_commands_share_a_key_or_a_name() {
        let commands: Vec<&Command> = listed().chain([&Command::Escape]).collect();
        for (idx, command) in commands.iter().enumerate() {
            for other in &commands[idx + 1..] {
                assert_ne!(command.label(), other.label());
                for key in command.keys() {
                    assert!(!other.keys().contains(key), "{} and {}", command.label(), other.label());
                }
            }
        }
    }

    #[test]
    fn an_empty_window_offers_opening_and_not_saving() {
        let state = State::default();
        assert!(Command::Open.is_enabled(&state));
        for command in [
            Command::SaveReport,
            Command::SaveSession,
            Command::NextFinding,
            Command::Find,
            Command::Stop,
            Command::Compare,
        ] {
            assert!(!command.is_enabled(&state), "{}", command.label());
        }
    }
}
