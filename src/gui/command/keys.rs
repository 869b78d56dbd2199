//! The keys of commands.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::Command;
use crate::gui::middle::Middle;
use crate::review::{Check, Verdict};

impl Command {
    /// The first of its keys as the system prints it; `None` where it has none.
    pub fn shortcut(&self, ctx: &Context) -> Option<String> {
        self.keys().first().map(|key| ctx.format_shortcut(key))
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
            Self::PrintReport => const { &[key(CTRL_SHIFT, Key::P)] },
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
            Self::ToggleScrollSync => const { &[key(CTRL_SHIFT, Key::L)] },
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

    /// Whether its keys belong to what has the focus where they mean something there: a digit writes, Enter presses a
    /// button, Ctrl+Z takes back what was typed.
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
}
