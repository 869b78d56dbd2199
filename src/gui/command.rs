//! Everything that can be asked of the window: one enum behind menus, keys, buttons, the palette and tests.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::panels::room::Middle;
use super::prefs::ThemeChoice;
use super::state::State;
use super::state::bars::Paste;
use super::state::form::Form;
use super::state::slots::SlotId;
use crate::alignment::ClaimId;
use crate::article::Details;
use crate::gui::words::{about_words, window_words};
use crate::review::{Check, EntryId, Verdict};
use crate::text::Span;
use crate::view::filter::{Decided, Filter};
use crate::view::findings_list::Grouping;
use crate::view::list_words;
use crate::wording::note_words::NotePlace;
use crate::wording::{desk_words, note_words, review_words, session_words};

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
    /// Save the session where it was saved before, or under a chosen name.
    SaveSession,
    /// Save the session under a chosen name.
    SaveSessionAs,
    /// Save the session under a typed name.
    TypeSessionPath,
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
    ToggleStep,
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
    /// Add what is in the paste bar.
    AddPaste,
    /// What is written in the path bar.
    EditPath(String),
    /// Do what the path bar is for; `true` replaces a file that is there.
    AcceptPath(bool),
    /// Wait no longer for the file chooser.
    ForgetChooser,
    /// Select a finding.
    Select(usize),
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

/// A menu: its name and its commands in groups.
pub type Menu = (&'static str, &'static [&'static [Command]]);

/// The menus; their commands, in this order, are the palette's too.
pub const MENUS: &[Menu] = &[
    (
        "Story",
        &[
            &[Command::Open, Command::TypePath, Command::PasteBar, Command::OpenSample],
            &[Command::SaveSession, Command::SaveSessionAs, Command::TypeSessionPath],
            &[Command::MergeSession, Command::TypeMergePath],
            &[Command::SaveReport, Command::TypeReportPath],
            &[Command::Sheet, Command::ReadingNotes, Command::Compare, Command::Stop],
            &[Command::CloseStory, Command::Quit],
        ],
    ),
    (
        "Go",
        &[
            &[Command::NextFinding, Command::PreviousFinding, Command::NextUndecided],
            &[Command::Back, Command::Forward],
            &[Command::Find, Command::NextHit, Command::PreviousHit],
            &[Command::CopyFinding],
        ],
    ),
    (
        "Decide",
        &[
            &[
                Command::Decide(Some(Verdict::Conflict)),
                Command::Decide(Some(Verdict::Scope)),
                Command::Decide(Some(Verdict::Rounding)),
                Command::Decide(Some(Verdict::Update)),
                Command::Decide(Some(Verdict::Unrelated)),
                Command::Decide(None),
            ],
            &[
                Command::Check(Some(Check::Checked)),
                Command::Check(Some(Check::Partly)),
                Command::Check(Some(Check::Unverifiable)),
                Command::Check(None),
                Command::Print,
            ],
            &[Command::Note(String::new()), Command::Notes, Command::Readers],
            &[Command::Correct(None), Command::PutInto, Command::Own, Command::RemoveOwn],
            &[Command::Link, Command::Unlink, Command::Alone, Command::Release],
            &[Command::Undo, Command::Redo],
            &[Command::ToggleUndecided, Command::ToggleNumberKeys],
        ],
    ),
    (
        "View",
        &[
            &[
                Command::Show(Middle::Articles),
                Command::Show(Middle::Facts),
                Command::Show(Middle::Claims),
                Command::Show(Middle::Origins),
            ],
            &[
                Command::ToggleAgreements,
                Command::ToggleHints,
                Command::ToggleWords,
                Command::ToggleStep,
                Command::ClearFilter,
                Command::ShowHidden,
            ],
            &[Command::ZoomIn, Command::ZoomOut, Command::ZoomReset],
            &[
                Command::Theme(ThemeChoice::System),
                Command::Theme(ThemeChoice::Light),
                Command::Theme(ThemeChoice::Dark),
                Command::ToggleContrast,
                Command::ToggleMotion,
            ],
        ],
    ),
    ("Help", &[&[Command::Palette, Command::Keys, Command::Messages], &[Command::About]]),
];

/// The commands of all menus.
pub fn listed() -> impl Iterator<Item = &'static Command> {
    MENUS.iter().flat_map(|(_, groups)| groups.iter()).flat_map(|group| group.iter())
}

impl Command {
    /// Its name in menus, on buttons and in the palette.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Open => "Open articles…",
            Self::TypePath => "Open path…",
            Self::PasteBar => "Paste an article…",
            Self::OpenSample => "Try the sample story",
            Self::SaveReport => "Save report…",
            Self::TypeReportPath => "Save report to a path…",
            Self::SaveSession | Self::SaveAndLeave => session_words::SAVE,
            Self::SaveSessionAs => session_words::SAVE_AS,
            Self::TypeSessionPath => session_words::SAVE_TO_PATH,
            Self::MergeSession => desk_words::MERGE,
            Self::TypeMergePath => desk_words::MERGE_PATH,
            Self::Readers => desk_words::DISAGREEMENTS,
            Self::KeepFirst(_) => desk_words::KEEP_FIRST,
            Self::TakeSecond(_) => desk_words::TAKE_SECOND,
            Self::CloseStory => "Close the story",
            Self::Quit => "Quit",
            Self::NextFinding => "Next finding",
            Self::PreviousFinding => "Previous finding",
            Self::NextUndecided => "Next undecided finding",
            Self::Decide(verdict) => review_words::decide(*verdict),
            Self::Check(check) => desk_words::check_command(*check),
            Self::Print => desk_words::PRINT,
            Self::Sheet => desk_words::SHEET,
            Self::Authority(_) => desk_words::TAKE_AS_AUTHORITY,
            Self::Correct(_) => desk_words::CORRECT,
            Self::Own | Self::OwnWith(_) => desk_words::OWN,
            Self::OwnOther => desk_words::OTHER_SENTENCE,
            Self::RemoveOwn => desk_words::REMOVE_OWN,
            Self::PutInto | Self::PutIn(..) => desk_words::PUT_IN,
            Self::TakeOut(..) => desk_words::TAKE_OUT,
            Self::EditForm(_) | Self::SaveForm => desk_words::SAVE,
            Self::Note(_) => note_words::WRITE,
            Self::Notes => note_words::ALL,
            Self::Link => note_words::LINK,
            Self::Unlink => note_words::UNLINK,
            Self::Alone => note_words::ALONE,
            Self::Release => note_words::RELEASE,
            Self::Redo => "Redo",
            Self::Back => "Back",
            Self::Forward => "Forward",
            Self::CopyFinding => list_words::COPY_FINDING,
            Self::Find => "Find in all articles…",
            Self::NextHit => "Next place found",
            Self::PreviousHit => "Previous place found",
            Self::Show(Middle::Articles) => "Articles",
            Self::Show(Middle::Facts) => "Facts",
            Self::Show(Middle::Claims) => "Claims",
            Self::Show(Middle::Origins) => "Shared origin",
            Self::ToggleAgreements => "Agreements",
            Self::ToggleHints => list_words::HINTS,
            Self::ToggleUndecided => "Only undecided findings",
            Self::ClearFilter => list_words::SHOW_ALL,
            Self::ToggleWords => list_words::WORDS,
            Self::ToggleStep => list_words::IN_STEP,
            Self::ZoomIn => "Larger",
            Self::ZoomOut => "Smaller",
            Self::ZoomReset => "Normal size",
            Self::Theme(ThemeChoice::System) => "Colors of the system",
            Self::Theme(ThemeChoice::Light) => "Light colors",
            Self::Theme(ThemeChoice::Dark) => "Dark colors",
            Self::ToggleContrast => "High contrast",
            Self::ToggleMotion => "Reduced motion",
            Self::ToggleNumberKeys => "Decide with number keys",
            Self::Palette => "Command palette…",
            Self::Keys => "Keys and signs",
            Self::Messages => "Messages",
            Self::About => about_words::ABOUT,
            Self::Escape => "Close what is open",
            Self::ReadingNotes => "What was read…",
            Self::ShowHidden => window_words::SHOW_HIDDEN,
            Self::ShowReading(_) | Self::LeaveOut(..) | Self::BringBack(..) | Self::SetDetails(..) => "Reading",
            Self::OpenOthers(_) => window_words::OPEN_OTHERS,
            Self::Undo => window_words::UNDO,
            Self::Compare => "Compare again",
            Self::Stop => "Stop",
            Self::Recover(_) => session_words::RECOVER,
            Self::OpenPaths(_) | Self::OpenRecent(_) | Self::Retry(_) => "Open",
            Self::Remove(_) | Self::RemoveArticle(_) => "Remove",
            Self::Pasted(_) | Self::EditPaste(_) | Self::AddPaste => "Add article",
            Self::EditPath(_) | Self::AcceptPath(_) => "Accept",
            Self::ForgetChooser => "Forget the file chooser",
            Self::Select(_) | Self::SelectClaim(_) | Self::GoTo(_) => "Select",
            Self::SetFilter(_) | Self::SetGrouping(_) => "Filter",
            Self::SetQuery(_) | Self::CloseSearch => "Search",
            Self::NoteOn(_) | Self::EditNote(_) | Self::AddToNote(_) | Self::GoToNote(_) => note_words::NOTE,
            Self::SaveNote => note_words::SAVE,
            Self::LinkWith(_) => "Link",
            Self::LeaveAnyway => review_words::CLOSE_ANYWAY,
            Self::Copy(_) => "Copy",
            Self::DismissToast(_) | Self::DismissHint => "Dismiss",
        }
    }

    /// Its keys, the first one shown in menus.
    pub fn keys(&self) -> &'static [KeyboardShortcut] {
        const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(modifiers, key)
        }
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        const NONE: Modifiers = Modifiers::NONE;
        match self {
            Self::Open => const { &[key(CTRL, Key::O)] },
            Self::TypePath => const { &[key(CTRL, Key::L)] },
            Self::PasteBar => const { &[key(CTRL_SHIFT, Key::N)] },
            Self::SaveReport => const { &[key(CTRL, Key::E)] },
            Self::TypeReportPath => const { &[key(CTRL_SHIFT, Key::E)] },
            Self::SaveSession => const { &[key(CTRL, Key::S)] },
            Self::SaveSessionAs => const { &[key(CTRL_SHIFT, Key::S)] },
            Self::CloseStory => const { &[key(CTRL, Key::W)] },
            Self::Quit => const { &[key(CTRL, Key::Q)] },
            Self::NextFinding => const { &[key(NONE, Key::F8), key(Modifiers::ALT, Key::ArrowDown)] },
            Self::PreviousFinding => const { &[key(NONE, Key::F7), key(Modifiers::ALT, Key::ArrowUp)] },
            Self::NextUndecided => const { &[key(NONE, Key::Enter)] },
            Self::Decide(Some(Verdict::Conflict)) => const { &[key(NONE, Key::Num1)] },
            Self::Decide(Some(Verdict::Scope)) => const { &[key(NONE, Key::Num2)] },
            Self::Decide(Some(Verdict::Rounding)) => const { &[key(NONE, Key::Num3)] },
            Self::Decide(Some(Verdict::Update)) => const { &[key(NONE, Key::Num4)] },
            Self::Decide(Some(Verdict::Unrelated)) => const { &[key(NONE, Key::Num5)] },
            Self::Decide(None) => const { &[key(NONE, Key::Num0)] },
            Self::Check(Some(Check::Checked)) => const { &[key(NONE, Key::Num6)] },
            Self::Check(Some(Check::Partly)) => const { &[key(NONE, Key::Num7)] },
            Self::Check(Some(Check::Unverifiable)) => const { &[key(NONE, Key::Num8)] },
            Self::Check(None) => const { &[key(NONE, Key::Num9)] },
            Self::Print => const { &[key(NONE, Key::P)] },
            Self::Sheet => const { &[key(CTRL_SHIFT, Key::I)] },
            Self::Correct(None) => const { &[key(NONE, Key::C)] },
            Self::Own => const { &[key(NONE, Key::F)] },
            Self::Note(_) => const { &[key(NONE, Key::M)] },
            Self::Notes => const { &[key(CTRL, Key::M)] },
            Self::Link => const { &[key(NONE, Key::L)] },
            Self::Unlink => const { &[key(NONE, Key::U)] },
            Self::Alone => const { &[key(NONE, Key::N)] },
            Self::Redo => const { &[key(CTRL_SHIFT, Key::Z), key(CTRL, Key::Y)] },
            Self::Back => const { &[key(Modifiers::ALT, Key::ArrowLeft)] },
            Self::Forward => const { &[key(Modifiers::ALT, Key::ArrowRight)] },
            Self::CopyFinding => const { &[key(CTRL_SHIFT, Key::C)] },
            Self::Find => const { &[key(CTRL, Key::F)] },
            Self::NextHit => const { &[key(NONE, Key::F3)] },
            Self::PreviousHit => const { &[key(Modifiers::SHIFT, Key::F3)] },
            Self::Show(Middle::Articles) => const { &[key(CTRL, Key::Num1)] },
            Self::Show(Middle::Facts) => const { &[key(CTRL, Key::Num2)] },
            Self::Show(Middle::Claims) => const { &[key(CTRL, Key::Num3)] },
            Self::Show(Middle::Origins) => const { &[key(CTRL, Key::Num4)] },
            Self::ToggleAgreements => const { &[key(CTRL, Key::G)] },
            Self::ToggleWords => const { &[key(CTRL, Key::D)] },
            Self::ToggleStep => const { &[key(CTRL_SHIFT, Key::L)] },
            Self::ZoomIn => const { &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)] },
            Self::ZoomOut => const { &[key(CTRL, Key::Minus)] },
            Self::ZoomReset => const { &[key(CTRL, Key::Num0)] },
            Self::Palette => const { &[key(CTRL, Key::P)] },
            Self::Keys => const { &[key(NONE, Key::F1)] },
            Self::ReadingNotes => const { &[key(CTRL, Key::I)] },
            Self::Undo => const { &[key(CTRL, Key::Z)] },
            Self::Compare => const { &[key(NONE, Key::F5)] },
            Self::Escape => const { &[key(NONE, Key::Escape)] },
            _ => &[],
        }
    }

    /// Whether its keys belong to what has the focus where they mean something there: a digit writes, Enter presses a button,
    /// Ctrl+Z takes back what was typed.
    pub fn yields_keys(&self) -> bool {
        matches!(
            self,
            Self::Decide(_)
                | Self::NextUndecided
                | Self::Undo
                | Self::Redo
                | Self::Check(_)
                | Self::Print
                | Self::Correct(_)
                | Self::Own
                | Self::Note(_)
                | Self::Link
                | Self::Unlink
                | Self::Alone
        )
    }

    /// Whether it makes sense now.
    pub fn is_enabled(&self, state: &State) -> bool {
        match self {
            Self::SaveReport | Self::TypeReportPath | Self::Find | Self::Show(_) => state.comparison.is_some(),
            Self::ReadingNotes => state.comparison.is_some(),
            Self::SaveSession | Self::SaveSessionAs | Self::TypeSessionPath => {
                state.slots.n_loaded() > 0 && state.slots.n_loading() == 0
            }
            Self::MergeSession | Self::TypeMergePath => state.comparison.is_some() && !state.is_busy(),
            Self::Readers => !state.standing.others.is_empty(),
            Self::ShowHidden => state.n_hidden > 0,
            Self::ToggleAgreements | Self::ToggleHints | Self::ToggleWords | Self::ToggleStep => {
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
            Self::ToggleStep => Some(state.in_step),
            Self::Theme(choice) => Some(state.prefs.theme == *choice),
            Self::ToggleContrast => Some(state.prefs.high_contrast),
            Self::ToggleMotion => Some(state.prefs.reduced_motion),
            Self::ToggleNumberKeys => Some(state.prefs.number_keys),
            Self::ToggleUndecided => Some(state.filter.decided == Decided::Undecided),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
