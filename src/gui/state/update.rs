//! What each command does to the state, and what follows from it.

use std::path::PathBuf;
use std::sync::Arc;

use super::State;
use super::bars::{Bar, Chooser, Paste, PathBar, Purpose};
use super::slots::{SlotId, Source, Status};
use super::story::Opening;
use super::undo::Undo;
use crate::article::{Article, open};
use crate::compare::Step;
use crate::findings::FindingIndex;
use crate::gui::command::Command;
use crate::gui::effect::Effect;
use crate::gui::panels::room::Middle;
use crate::gui::reading::scene::Picked;
use crate::gui::sample;
use crate::gui::words::window_words;
use crate::gui::worker::{Job, Output};
use crate::session;
use crate::view::detail;
use crate::view::filter::{Decided, Filter};
use crate::view::findings_list::{Entry, FindingsList};
use crate::view::search::{Hits, SearchIndex};
use crate::wording::{review_words, session_words};

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
        Command::SaveSession => {
            state.after_saving = None;
            return state.save_session();
        }
        Command::SaveSessionAs => {
            state.after_saving = None;
            return state.choose(Purpose::Session);
        }
        Command::TypeSessionPath => state.bar = Bar::Path(state.session_bar()),
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
        Command::OpenRecent(idx) => {
            let paths = state.prefs.recent.get(idx).cloned().unwrap_or_default();
            return state.open(&paths);
        }
        Command::Retry(id) => return state.retry(id),
        Command::Remove(id) => return state.remove(id),
        Command::RemoveArticle(idx) => {
            return state.compared.get(idx).copied().map_or_else(Vec::new, |id| state.remove(id));
        }
        Command::ReadingNotes => {
            let article = state.picked.claim.map_or(0, |claim| claim.article);
            if let Some(&slot) = state.compared.get(article) {
                state.bar = Bar::Reading(slot);
            }
        }
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
        Command::AddPaste => return state.add_paste(),
        Command::EditPath(text) => {
            if let Bar::Path(bar) = &mut state.bar {
                bar.text = text;
                bar.exists = None;
            }
        }
        Command::AcceptPath(may_replace) => return state.accept_path(may_replace),
        Command::ForgetChooser => {
            state.chooser = None;
            state.after_saving = None;
        }
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
        Command::EditNote(text) => {
            if let Bar::Note(bar) = &mut state.bar {
                bar.text = text;
            }
        }
        Command::AddToNote(typed) => state.add_to_note(&typed),
        Command::SaveNote => state.save_note(),
        Command::Notes => {
            state.keep_draft();
            state.bar = Bar::Notes;
        }
        Command::Link => state.choose_link(),
        Command::LinkWith(other) => return state.link(other),
        Command::Unlink => return state.unlink(),
        Command::Alone => return state.say_alone(),
        Command::Release => return state.release(),
        Command::Redo => return state.redo_decision(),
        Command::Select(finding) => state.select(finding),
        Command::SelectClaim(claim) => state.select_claim(claim),
        Command::GoTo(claim) => {
            state.middle = Middle::Articles;
            let is_in_finding = state.picked.finding.is_some() && state.picked.holds(claim);
            if !is_in_finding {
                state.select_claim(claim);
            }
        }
        Command::Back => {
            if let Some(place) = state.history.back() {
                state.revisit(&place);
            }
        }
        Command::Forward => {
            if let Some(place) = state.history.forward() {
                state.revisit(&place);
            }
        }
        Command::CopyFinding => {
            let comparison = state.comparison.as_deref();
            let detail = comparison
                .zip(state.picked.finding)
                .and_then(|(comparison, finding)| detail::detail(comparison, &state.standing, finding));
            let decision = state.picked.finding.and_then(|finding| state.standing.decision(finding));
            let text = detail.map(|detail| detail.text(decision));
            return text.map_or_else(Vec::new, |text| state.copy(text));
        }
        Command::Copy(text) => return state.copy(text),

        Command::Find => {
            state.search.is_open = true;
            state.search.has_opened = true;
        }
        Command::SetQuery(query) => state.find(query),
        Command::NextHit => state.step_hit(1),
        Command::PreviousHit => state.step_hit(-1),
        Command::CloseSearch => state.close_search(),

        Command::Show(middle) => state.middle = middle,
        Command::SetFilter(filter) => state.set_filter(filter),
        Command::ToggleAgreements => {
            let agreements = !state.filter.agreements;
            state.set_filter(Filter { agreements, ..state.filter.clone() });
        }
        Command::ToggleHints => {
            let hints = !state.filter.hints;
            state.set_filter(Filter { hints, ..state.filter.clone() });
        }
        Command::ToggleUndecided => {
            let decided = match state.filter.decided {
                Decided::Undecided => Decided::All,
                Decided::All | Decided::Decided => Decided::Undecided,
            };
            state.set_filter(Filter { decided, ..state.filter.clone() });
        }
        Command::ClearFilter => {
            let (agreements, hints) = (state.filter.agreements, state.filter.hints);
            state.set_filter(Filter { agreements, hints, ..Filter::default() });
        }
        Command::SetGrouping(grouping) => {
            state.grouping = grouping;
            state.refresh();
        }
        Command::ToggleWords => state.words = !state.words,
        Command::ToggleStep => state.in_step = !state.in_step,
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

    /// Adds the articles at `paths`; a session among them takes the place of the story first.
    pub(super) fn open(&mut self, paths: &[PathBuf]) -> Vec<Effect> {
        let mut found = Vec::new();
        // A folder stands for the articles in it.
        for path in open::files(paths) {
            match path {
                Ok(path) => found.push(path),
                Err(error) => self.toasts.fail(window_words::not_opened(&error.to_string()), None),
            }
        }
        let paths = found;
        let (sessions, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| session::is_session(path));
        let mut sessions = sessions.into_iter();
        let Some(path) = sessions.next() else { return self.add_files(files) };
        for other in sessions {
            self.toasts.fail(session_words::one_at_a_time(&super::slots::file_name(&other)), None);
        }
        self.open_session(Opening { path, files })
    }

    /// Adds the files at `paths`, but for those that are there already.
    pub(super) fn add_files(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        let mut sources = Vec::new();
        for path in paths {
            if self.slots.holds(&path) || sources.contains(&path) {
                self.toasts.tell(window_words::already_open(&super::slots::file_name(&path)));
            } else {
                sources.push(path);
            }
        }
        self.add(sources.into_iter().map(Source::File))
    }

    /// Adds articles that are to be read.
    pub(super) fn add(&mut self, sources: impl Iterator<Item = Source>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for source in sources {
            let id = self.slots.add(source.clone());
            effects.push(Effect::Start(Job::Open { slot: id, source }));
        }
        if !effects.is_empty() {
            self.bar = Bar::None;
            self.toasts.withdraw_text(window_words::STORY_CLOSED);
        }
        effects
    }

    fn add_paste(&mut self) -> Vec<Effect> {
        let Bar::Paste(paste) = &self.bar else { return Vec::new() };
        if !paste.is_ready() {
            return Vec::new();
        }
        let article = paste.article(window_words::pasted(self.n_pasted + 1));
        self.n_pasted += 1;
        self.add(std::iter::once(Source::Text(article)))
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

    fn retry(&mut self, id: SlotId) -> Vec<Effect> {
        let Some(source) = self.slots.get(id).map(|slot| slot.source.clone()) else { return Vec::new() };
        self.slots.set(id, Status::Loading);
        vec![Effect::Start(Job::Open { slot: id, source })]
    }

    /// Opens the other articles of the file that the article of `id` came from, each once.
    fn open_others(&mut self, id: SlotId) -> Vec<Effect> {
        let Some((path, n)) = self.slots.get(id).and_then(|slot| slot.has_others()) else { return Vec::new() };
        let is_there = |part: usize| {
            let is_it =
                |source: &Source| matches!(source, Source::Part(other, known) if *other == path && *known == part);
            self.slots.iter().any(|slot| is_it(&slot.source))
        };
        let parts: Vec<usize> = (1..n).filter(|part| !is_there(*part)).collect();
        self.add(parts.into_iter().map(|part| Source::Part(path.clone(), part)))
    }

    /// Puts another reading of an article in its place.
    fn read_otherwise(&mut self, id: SlotId, change: impl FnOnce(&Article) -> Option<Article>) -> Vec<Effect> {
        let analysis = self.slots.loaded().find(|(known, _)| *known == id).map(|(_, analysis)| analysis);
        let Some(before) = analysis.map(|analysis| Arc::clone(&analysis.article)) else { return Vec::new() };
        let Some(article) = change(&before) else { return Vec::new() };
        self.remember(Undo::ReadOtherwise(id, before));
        self.progress = Some(Step::Analyze(0, 1));
        vec![Effect::Start(Job::Open { slot: id, source: Source::Text(Arc::new(article)) })]
    }

    fn remove(&mut self, id: SlotId) -> Vec<Effect> {
        let letters = |state: &Self| state.slots.loaded().map(|(id, _)| id).collect::<Vec<_>>();
        let before = letters(self);
        let Some((slot, at)) = self.slots.remove(id) else { return Vec::new() };
        if self.bar == Bar::Reading(id) {
            self.bar = Bar::None;
        }
        let is_loaded = matches!(slot.status, Status::Loaded(_));
        // Where it is not the last, the others have another letter now.
        let first_moved = before.iter().position(|&known| known == id).filter(|&idx| idx + 1 < before.len());
        let text = window_words::removed(&slot.name(), first_moved.map(|idx| (idx, before.len())));
        self.toasts.offer(text, window_words::UNDO, Command::Undo);
        self.remember(Undo::Removed(slot, at));
        if is_loaded { self.compare() } else { Vec::new() }
    }

    /// Compares what is loaded, in place of any comparison that runs.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        self.generation += 1;
        let mut effects = vec![Effect::Supersede(self.generation)];
        let (slots, articles): (Vec<_>, Vec<_>) =
            self.slots.loaded().map(|(id, analysis)| (id, analysis.clone())).unzip();
        if articles.is_empty() {
            self.progress = None;
            self.forget_comparison();
        } else {
            self.progress = Some(Step::Align);
            let generation = self.generation;
            let review = Arc::new(self.review.clone());
            effects.push(Effect::Start(Job::Compare { generation, slots, articles, review }));
        }
        effects
    }

    fn stop(&mut self) -> Vec<Effect> {
        if !self.is_busy() {
            return Vec::new();
        }
        let is_reading = self.opening.is_some() || self.slots.n_loading() > 0;
        self.generation += 1;
        self.progress = None;
        self.opening = None;
        self.slots.drop_loading();
        let text = if is_reading { window_words::READING_STOPPED } else { window_words::STOPPED };
        if self.slots.loaded().next().is_some() {
            self.toasts.offer(text, window_words::COMPARE_AGAIN, Command::Compare);
        } else {
            self.toasts.tell(text);
        }
        vec![Effect::Supersede(self.generation), Effect::StopReading]
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

    /// Selects the finding that `find` leads to; where it `is_round`, named by the places in the list, says `text`.
    fn step(
        &mut self,
        find: impl FnOnce(&FindingsList, Option<FindingIndex>) -> Option<&Entry>,
        is_round: impl FnOnce(usize, usize) -> bool,
        text: &'static str,
    ) {
        let list = &self.room.list;
        let from = list.position(self.picked.finding);
        let Some(finding) = find(list, self.picked.finding).map(|entry| entry.finding) else { return };
        let to = list.position(Some(finding));
        self.select(finding);
        if from.zip(to).is_some_and(|(from, to)| is_round(from, to)) {
            self.toasts.tell(text);
        }
    }

    fn copy(&mut self, text: String) -> Vec<Effect> {
        self.toasts.tell(window_words::COPIED);
        vec![Effect::Copy(text)]
    }

    fn set_filter(&mut self, filter: Filter) {
        if filter != self.filter {
            self.filter = filter;
            self.refresh();
        }
    }

    /// Looks for `query` in all articles and shows the first place at or behind the one that was shown.
    pub(super) fn find(&mut self, query: String) {
        let from = self.hit().map(|(article, span)| (article, span.start));
        self.search.query = query;
        let Some(comparison) = &self.comparison else { return };
        let index = self.search.index.get_or_insert_with(|| SearchIndex::new(comparison));
        self.search.hits = index.find(&self.search.query);
        let mut by_article = vec![Vec::new(); comparison.articles.len()];
        for &(article, span) in &self.search.hits.hits {
            by_article[article].push(span);
        }
        self.search.by_article = by_article;
        let hits = &self.search.hits.hits;
        let next = from.and_then(|from| hits.iter().position(|&(article, span)| (article, span.start) >= from));
        self.search.at = next.or((!hits.is_empty()).then_some(0));
        if self.search.at.is_some() {
            self.middle = Middle::Articles;
        }
    }

    fn step_hit(&mut self, step: isize) {
        let n_hits = self.search.hits.hits.len();
        if n_hits == 0 {
            return;
        }
        self.middle = Middle::Articles;
        self.search.at = Some(match self.search.at {
            None if step > 0 => 0,
            None => n_hits - 1,
            Some(at) => (at + n_hits).saturating_add_signed(step) % n_hits,
        });
    }

    fn close_search(&mut self) {
        self.search.is_open = false;
        self.search.query.clear();
        self.search.hits = Hits::default();
        self.search.by_article.clear();
        self.search.at = None;
    }
}
