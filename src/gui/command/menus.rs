//! Which commands stand in which menu.

use super::Command;
use crate::gui::middle::Middle;
use crate::gui::prefs::ThemeChoice;
use crate::review::{Check, Verdict};

/// A menu: its name and its commands in groups.
pub type Menu = (&'static str, &'static [&'static [Command]]);

/// The menus; their commands, in this order, are the palette's too.
pub const MENUS: &[Menu] = &[
    (
        "Story",
        &[
            &[Command::Open, Command::TypePath, Command::PasteBar, Command::OpenSample],
            &[Command::SaveSession, Command::SaveSessionAs, Command::TypeSessionPath],
            &[Command::VerifySession, Command::MergeSession, Command::TypeMergePath],
            &[Command::SaveReport, Command::TypeReportPath, Command::PrintReport],
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
                Command::ToggleScrollSync,
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
