//! What each command does to the state, and what follows from it.

use std::path::PathBuf;
use std::sync::Arc;

use super::State;
use super::bars::{Bar, Chooser, Paste, PathBar, Purpose};
use super::slots::Source;
use crate::gui::command::Command;
use crate::gui::message::{Effect, Job, Output};
use crate::gui::reading::scene::Picked;
use crate::gui::sample;
use crate::gui::words::window_words;
use crate::view::findings_list::FindingsList;
use crate::wording::review_words;

/// Does what `command` asks for.
pub fn update(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => return state.choose(Purpose::Open),
        Command::TypePath => state.bar = Bar::Path(PathBar::new(Purpose::Open, false)),
        Command::PasteBar => state.bar = Bar::Paste(Paste::default()),
        Command::OpenSample => {
            return state.add(sample::FILES.iter().map(|&(name, bytes)| Source::BuiltIn(name, bytes)));
        }
        Command::SaveReport => return state.choose(Purpose::Report),
        Command::TypeReportPath => state.bar = Bar::Path(PathBar::new(Purpose::Report, false)),
        Command::PrintReport => return state.print_report(),
        Command::SaveSession => return state.save_session_now(),
        Command::SaveSessionAs => return state.choose_session(),
        Command::TypeSessionPath => state.bar = Bar::Path(state.session_bar()),
        Command::VerifySession => return state.verify(),
        Command::MergeSession => return state.choose(Purpose::Merge),
        Command::TypeMergePath => state.bar = Bar::Path(PathBar::new(Purpose::Merge, false)),
        Command::Readers => state.show_readers(),
        Command::KeepFirst(entry) => return state.keep_first(entry),
        Command::TakeSecond(entry) => return state.take_second(entry),
        Command::CloseStory => return state.close(),
        Command::Quit => return state.quit(),
        Command::LeaveAnyway => return state.leave_anyway(),
        Command::SaveAndLeave => return state.save_and_leave(),
        Command::OpenPaths(paths) => return state.open(&paths),
        Command::Recover(path) => return state.recover(path),
        Command::OpenRecent(idx) => return state.open_recent(idx),
        Command::Retry(id) => return state.retry(id),
        Command::Remove(id) => return state.remove(id),
        Command::RemoveArticle(idx) => return state.remove_article(idx),
        Command::ReadingNotes => state.show_reading(),
        Command::ShowReading(id) => state.bar = Bar::Reading(id),
        Command::LeaveOut(id, block) => return state.read_otherwise(id, |article| article.without_block(block)),
        Command::BringBack(id, dropped) => return state.read_otherwise(id, |article| article.with_dropped(dropped)),
        Command::SetDetails(id, details) => return state.read_otherwise(id, |article| article.with_details(*details)),
        Command::OpenOthers(id) => return state.open_others(id),
        Command::ShowHidden => return vec![Effect::ShowHidden],
        Command::Undo => return state.undo(),
        Command::Compare => return state.compare(),
        Command::Stop => return state.stop(),

        Command::Pasted(text) => state.bar = Bar::Paste(Paste::of(text)),
        Command::EditPaste(paste) => state.bar = Bar::Paste(paste),
        Command::PartPaste => return state.part_paste(),
        Command::AddPaste => return state.add_paste(),
        Command::EditPath(text) => state.edit_path(text),
        Command::AcceptPath(may_replace) => return state.accept_path(may_replace),
        Command::ForgetChooser => (state.chooser, state.after_saving) = (None, None),
        Command::Palette => state.bar = Bar::Palette,
        Command::Keys => state.bar = Bar::Keys,
        Command::Messages => state.bar = Bar::Messages,
        Command::About => state.bar = Bar::About,
        Command::Escape => state.escape(),

        Command::NextFinding => {
            state.step(FindingsList::next, |from, to| to <= from, review_words::ROUND_TO_FIRST);
        }
        Command::PreviousFinding => {
            state.step(FindingsList::previous, |from, to| to >= from, review_words::ROUND_TO_LAST);
        }
        Command::NextUndecided => state.next_undecided(),
        Command::Decide(verdict) => state.decide(verdict),
        Command::Check(check) => return state.check(check),
        Command::Print => state.open_print(),
        Command::Sheet => state.open_sheet(),
        Command::Authority(article) => return state.toggle_authority(article),
        Command::Correct(first) => state.open_correct(first),
        Command::Own => state.open_own(None),
        Command::OwnWith(claim) => state.open_own(Some(claim)),
        Command::OwnOther => state.choose_own(),
        Command::RemoveOwn => return state.remove_own(),
        Command::PutInto => state.choose_figure(),
        Command::PutIn(claim, span) => return state.put_in(claim, span),
        Command::TakeOut(claim, span) => return state.take_out(claim, span),
        Command::EditForm(form) => state.edit_form(*form),
        Command::SaveForm => return state.save_form(),
        Command::Note(typed) => state.write_note(&typed),
        Command::NoteOn(place) => state.write_note_on(place),
        Command::GoToNote(place) => state.go_to_note(place),
        Command::EditNote(text) => state.edit_note(text),
        Command::AddToNote(typed) => state.add_to_note(&typed),
        Command::SaveNote => state.save_note(),
        Command::Notes => state.list_notes(),
        Command::Link => state.choose_link(),
        Command::LinkWith(other) => return state.link(other),
        Command::Unlink => return state.unlink(),
        Command::Alone => return state.say_alone(),
        Command::Release => return state.release(),
        Command::Redo => return state.redo_decision(),
        Command::Select(finding) => state.select(finding),
        Command::SelectClaim(claim) => state.select_claim(claim),
        Command::GoTo(claim) => state.go_to(claim),
        Command::Back => state.go_back(),
        Command::Forward => state.go_forward(),
        Command::CopyFinding => return state.copy_finding(),
        Command::Copy(text) => return state.copy(text),

        Command::Find => (state.search.is_open, state.search.has_opened) = (true, true),
        Command::SetQuery(query) => state.find(query),
        Command::NextHit => state.step_hit(1),
        Command::PreviousHit => state.step_hit(-1),
        Command::CloseSearch => state.close_search(),

        Command::Show(middle) => state.middle = middle,
        Command::SetFilter(filter) => state.set_filter(filter),
        Command::ToggleAgreements => state.change_filter(|filter| filter.agreements = !filter.agreements),
        Command::ToggleHints => state.change_filter(|filter| filter.hints = !filter.hints),
        Command::ToggleUndecided => state.toggle_undecided(),
        Command::ClearFilter => state.clear_filter(),
        Command::SetGrouping(grouping) => state.group_by(grouping),
        Command::ToggleWords => state.words = !state.words,
        Command::ToggleScrollSync => state.scroll_sync = !state.scroll_sync,
        Command::ZoomIn => state.prefs.zoom_by(1.0),
        Command::ZoomOut => state.prefs.zoom_by(-1.0),
        Command::ZoomReset => state.prefs.zoom = 1.0,
        Command::Theme(choice) => state.prefs.theme = choice,
        Command::ToggleContrast => state.prefs.high_contrast = !state.prefs.high_contrast,
        Command::ToggleMotion => state.prefs.reduced_motion = !state.prefs.reduced_motion,
        Command::ToggleNumberKeys => state.prefs.number_keys = !state.prefs.number_keys,
        Command::DismissToast(id) => state.toasts.dismiss(id),
        Command::DismissHint => state.prefs.hint_dismissed = true,
    }
    Vec::new()
}

impl State {
    /// Shows the chooser for `purpose`.
    pub(super) fn choose(&mut self, purpose: Purpose) -> Vec<Effect> {
        self.n_choosers += 1;
        let number = self.n_choosers;
        self.chooser = Some(Chooser { number, purpose });
        vec![match purpose {
            Purpose::Open => Effect::ChooseArticles(number),
            Purpose::Merge => Effect::ChooseSession(number),
            Purpose::Report | Purpose::Session => Effect::ChooseTarget(number, purpose),
        }]
    }

    fn accept_path(&mut self, may_replace: bool) -> Vec<Effect> {
        let Bar::Path(bar) = &self.bar else { return Vec::new() };
        let paths = bar.paths();
        match (bar.purpose, paths.first()) {
            (_, None) => Vec::new(),
            (Purpose::Open, Some(_)) => self.open(&paths),
            (Purpose::Merge, Some(path)) => self.read_second(path.clone()),
            (purpose, Some(path)) => {
                let full = purpose.with_ending(path.clone());
                // Only the file that was asked about may be replaced.
                let may_replace = may_replace && bar.exists.as_ref().is_none_or(|asked| *asked == full);
                self.save(purpose, full, may_replace)
            }
        }
    }

    /// Saves a report or the session at `path`.
    pub(super) fn save(&self, purpose: Purpose, path: PathBuf, may_replace: bool) -> Vec<Effect> {
        if purpose == Purpose::Session {
            return self.save_session_at(path, may_replace);
        }
        let Some(comparison) = self.comparison.clone() else { return Vec::new() };
        let output = Output::Report { comparison, review: Arc::new(self.review.clone()) };
        vec![Effect::Start(Job::Save { path, output, may_replace })]
    }

    fn escape(&mut self) {
        if !self.bar.is_none() {
            self.keep_draft();
            self.bar = Bar::None;
            self.after_saving = None;
        } else if self.search.is_open {
            self.close_search();
        } else {
            self.picked = Picked::default();
        }
    }

    pub(super) fn copy(&mut self, text: String) -> Vec<Effect> {
        self.toasts.tell(window_words::COPIED);
        vec![Effect::Copy(text)]
    }

    fn edit_path(&mut self, text: String) {
        if let Bar::Path(bar) = &mut self.bar {
            bar.text = text;
            bar.exists = None;
        }
    }

    /// Has the report shown, to be printed.
    fn print_report(&mut self) -> Vec<Effect> {
        let Some(comparison) = self.comparison.clone() else { return Vec::new() };
        self.toasts.tell(window_words::PRINTING);
        vec![Effect::Start(Job::Print { comparison, review: Arc::new(self.review.clone()) })]
    }

    fn save_session_now(&mut self) -> Vec<Effect> {
        self.after_saving = None;
        self.save_session()
    }

    fn choose_session(&mut self) -> Vec<Effect> {
        self.after_saving = None;
        self.choose(Purpose::Session)
    }

    fn edit_note(&mut self, text: String) {
        if let Bar::Note(bar) = &mut self.bar {
            bar.text = text;
        }
    }

    fn list_notes(&mut self) {
        self.keep_draft();
        self.bar = Bar::Notes;
    }
}
