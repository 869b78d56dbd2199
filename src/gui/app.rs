//! The window as a whole: hears the worker, takes keys, draws the panels, and does what follows.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Event as InputEvent, Frame, Key, KeyboardShortcut, Modifiers, Panel, Ui};

use super::clipboard;
use super::command::{Command, listed};
use super::dialogs;
use super::message::{Effect, Event, Job, Journaling};
use super::middle::Middle;
use super::panels::about::about_ui;
use super::panels::help::{keys_ui, messages_ui};
use super::panels::palette::PalettePanel;
use super::panels::reading_notes::ReadingNotesPanel;
use super::panels::room::{SearchState, Shown, Tables, room_ui};
use super::panels::toasts::ToastsPanel;
use super::panels::{
    announce, articles, bars, chooser, form, link, menu_bar, note, readers, unsaved, verified, welcome,
};
use super::prefs::Prefs;
use super::reading::Reading;
use super::reading::act::Act;
use super::reading::scene::Scene;
use super::state::State;
use super::state::bars::Bar;
use super::state::receive::receive;
use super::state::update::update;
use super::theme;
use super::words::window_words;
use super::worker::{Wake, Worker};
use crate::session::journal;

/// So much, as a logarithm, the wheel zooms with a notch: what the toolkit makes of the 40 points that a line is on
/// Linux.
const NOTCH: f32 = 0.19;

/// A field that is shown anew has the keys after at most so many frames.
const FRAMES_TO_FOCUS: u8 = 4;

/// In a window lower than so many points the room is left to the articles, and the first-run hint is not shown.
const LEAST_FOR_HINT: f32 = 500.0;

/// The window.
pub struct App {
    /// What it knows.
    pub state: State,
    worker: Worker,
    reading: Reading,
    tables: Tables,
    palette: PalettePanel,
    notes: note::NotesPanel,
    link: link::LinkPanel,
    toasts: ToastsPanel,
    reading_notes: ReadingNotesPanel,
    chooser_asked: chooser::ChooserPanel,
    applied: Option<Prefs>,
    /// What the wheel turned with Ctrl, or two fingers spread, since the last step of the zoom; as a logarithm.
    turned: f32,
    /// For so many frames more the field of a search that was opened may be without the keys: what is typed meanwhile
    /// is searched.
    awaits_search: u8,
    /// The title of the window.
    titled: String,
    /// The keys that paste.
    paste_keys: clipboard::Keys,
    /// Whether a text field had the focus after the last frame: Esc takes the focus away before anything is asked.
    was_typing: bool,
}

impl App {
    /// The window of eframe, with `files` to open.
    ///
    /// # Errors
    /// When the system grants no thread for the worker.
    pub fn new(context: &eframe::CreationContext<'_>, files: Vec<PathBuf>) -> std::io::Result<Self> {
        let stored = context.storage.and_then(|storage| eframe::get_value(storage, eframe::APP_KEY));
        let app = Self::with(&context.egui_ctx, stored.unwrap_or_default(), files)?;
        Ok(app.keeping(eframe::storage_dir(super::prefs::APP_ID).map(|folder| folder.join("unsaved"))))
    }

    /// The same with journals of stories without a session in `folder`, where those that were left behind are looked
    /// for.
    pub fn keeping(mut self, folder: Option<PathBuf>) -> Self {
        if let Some(folder) = folder.clone() {
            self.worker.submit(Job::FindLeftBehind { folder });
        }
        let now = jiff::Timestamp::now();
        let (second, part) = (now.strftime("%Y%m%dT%H%M%S"), now.subsec_nanosecond());
        self.state.keep.name = format!("{second}.{part:09}-{}.{}", std::process::id(), journal::ENDING);
        self.state.keep.folder = folder;
        self
    }

    /// The window within any context of egui, as tests want it.
    ///
    /// # Errors
    /// When the system grants no thread for the worker.
    pub fn with(ctx: &egui::Context, prefs: Prefs, files: Vec<PathBuf>) -> std::io::Result<Self> {
        let waking = ctx.clone();
        let wake: Wake = Arc::new(move || waking.request_repaint());
        let mut app = Self {
            state: State::new(prefs),
            worker: Worker::start(wake)?,
            reading: Reading::default(),
            tables: Tables::default(),
            palette: PalettePanel::default(),
            notes: note::NotesPanel::default(),
            link: link::LinkPanel::default(),
            toasts: ToastsPanel::default(),
            reading_notes: ReadingNotesPanel::default(),
            chooser_asked: chooser::ChooserPanel::default(),
            applied: None,
            turned: 0.0,
            awaits_search: 0,
            titled: String::new(),
            paste_keys: clipboard::Keys::default(),
            was_typing: false,
        };
        app.apply_prefs(ctx);
        if !files.is_empty() {
            app.dispatch(ctx, Command::OpenPaths(files));
        }
        Ok(app)
    }

    /// Does `command` and what follows from it.
    pub fn dispatch(&mut self, ctx: &egui::Context, command: Command) {
        self.state.review.set_time(jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        let mut effects = update(&mut self.state, command);
        effects.extend(self.state.keep());
        self.run(ctx, effects);
    }

    /// Takes in what a worker or a chooser says.
    pub fn hear(&mut self, ctx: &egui::Context, event: Event) {
        let mut effects = receive(&mut self.state, event);
        effects.extend(self.state.keep());
        self.run(ctx, effects);
    }

    /// Takes in everything that was said since the last frame.
    pub fn hear_all(&mut self, ctx: &egui::Context) {
        let events: Vec<Event> = self.worker.events().collect();
        for event in events {
            self.hear(ctx, event);
        }
    }

    /// Draws a frame, then does what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.hear_all(&ctx);
        let mut commands = Vec::new();
        self.ask_before_closing(&ctx, &mut commands);
        self.take_zoom(&ctx, &mut commands);
        self.paste_markup(&ctx);
        self.take_keys(&ctx, &mut commands);
        self.draw(ui, &mut commands);
        self.was_typing = ctx.text_edit_focused();
        self.state.n_hidden = if self.state.comparison.is_some() { self.reading.n_hidden() } else { 0 };
        self.state.search.has_opened = false;
        for command in commands {
            self.dispatch(&ctx, command);
        }
        self.awaits_search = match self.state.search.has_opened {
            true => FRAMES_TO_FOCUS,
            false if self.was_typing || !self.state.search.is_open => 0,
            false => self.awaits_search.saturating_sub(1),
        };
        self.apply_prefs(&ctx);
        self.apply_title(&ctx);
    }

    /// Shows what is open, and whether something is in no file.
    fn apply_title(&mut self, ctx: &egui::Context) {
        let title = self.state.title();
        if title != self.titled {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
    }

    fn apply_prefs(&mut self, ctx: &egui::Context) {
        if self.applied.as_ref() != Some(&self.state.prefs) {
            theme::apply(ctx, &self.state.prefs);
            self.applied = Some(self.state.prefs.clone());
            ctx.request_repaint();
        }
    }

    /// The window stays while something would be lost, until the reader says so.
    fn ask_before_closing(&self, ctx: &egui::Context, commands: &mut Vec<Command>) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if is_asked && !self.state.may_quit && self.state.unsaved().is_some() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            commands.push(Command::Quit);
        }
    }

    /// Ctrl and the wheel, or two fingers, make everything larger or smaller, a step for each notch.
    fn take_zoom(&mut self, ctx: &egui::Context, commands: &mut Vec<Command>) {
        let delta = ctx.input(|input| input.zoom_delta()).max(0.01).ln();
        // What is left of a notch belongs to its direction.
        self.turned = if self.turned * delta < 0.0 { delta } else { self.turned + delta };
        let n_steps = (self.turned / NOTCH).trunc();
        self.turned -= n_steps * NOTCH;
        let step = if n_steps > 0.0 { Command::ZoomIn } else { Command::ZoomOut };
        commands.extend(std::iter::repeat_n(step, n_steps.abs() as usize));
    }

    /// Pastes the words of markup that has no plain text beside it.
    fn paste_markup(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| self.paste_keys.were_in_vain(&input.events)) {
            match clipboard::only_markup() {
                Some(text) => ctx.input_mut(|input| input.events.push(InputEvent::Paste(text))),
                None => self.state.toasts.tell(window_words::NOTHING_TO_PASTE),
            }
        }
    }

    fn take_keys(&self, ctx: &egui::Context, commands: &mut Vec<Command>) {
        let is_typing = ctx.text_edit_focused();
        // Esc closes a menu, or leaves a search or a field by itself.
        let is_in_field = self.was_typing || self.state.search.is_open;
        let is_taken = egui::Popup::is_any_open(ctx) || (is_in_field && self.state.bar.is_none());
        let is_covered = egui::Popup::is_any_open(ctx) || !self.state.bar.is_none();
        let has_focus = ctx.memory(|memory| memory.focused().is_some());
        let is_free = |key: &KeyboardShortcut| {
            let is_plain = key.modifiers.is_none();
            !is_typing
                && !(is_plain && (is_covered || !self.state.prefs.number_keys))
                && !(has_focus && key.logical_key == Key::Enter)
        };
        let is_free = |key: &KeyboardShortcut| is_free(key) && !(self.awaits_search > 0 && key.modifiers.is_none());
        let may_write = !is_typing
            && self.awaits_search == 0
            && !is_covered
            && self.state.prefs.number_keys
            && self.state.comparison.is_some();
        let mut pasted = None;
        ctx.input_mut(|input| {
            if may_write && let Some(typed) = take_note(input) {
                commands.push(Command::Note(typed));
            }
            // The field takes the keys a frame after the editor opened; what is typed until then is not lost.
            if matches!(self.state.bar, Bar::Note(_)) && !is_typing {
                let typed = take_text(input, 0);
                if !typed.is_empty() {
                    commands.push(Command::AddToNote(typed));
                }
            }
            if self.awaits_search > 0 && !is_typing {
                let typed = take_text(input, 0);
                if !typed.is_empty() {
                    commands.push(Command::SetQuery(self.state.search.query.clone() + &typed));
                }
            }
            let mut shortcuts: Vec<_> =
                listed().flat_map(|command| command.keys().iter().map(move |key| (key, command))).collect();
            // More modifiers first, or Ctrl+L would take Ctrl+Shift+L.
            shortcuts.sort_by_key(|(key, _)| std::cmp::Reverse(n_modifiers(key.modifiers)));
            for (key, command) in shortcuts {
                let is_free = !command.yields_keys() || is_free(key);
                // A key of what makes no sense now does nothing, rather than what a key with fewer modifiers does.
                if is_free && input.consume_shortcut(key) && command.is_enabled(&self.state) {
                    commands.push(command.clone());
                }
            }
            if !is_taken && input.consume_key(Modifiers::NONE, Key::Escape) {
                commands.push(Command::Escape);
            }
            if !is_typing {
                for event in &input.events {
                    if let InputEvent::Paste(text) = event
                        && !text.trim().is_empty()
                    {
                        pasted = Some(text.clone());
                    }
                }
            }
            let dropped: Vec<PathBuf> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
            if !dropped.is_empty() {
                commands.push(Command::OpenPaths(dropped));
            }
        });
        if let Some(text) = pasted {
            commands.push(Command::Pasted(clipboard::pasted(&text)));
        }
    }

    fn draw(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let palette = theme::palette_of(ui.ctx(), &self.state.prefs);
        let bar = Frame::new().fill(theme::color(palette.panel)).inner_margin(egui::Margin::symmetric(10, 5));
        Panel::top("menu bar").frame(bar).show(ui, |ui| {
            menu_bar::menu_bar_ui(ui, &self.state, commands);
            announce::announce(ui, &self.state);
        });
        let has_bar = matches!(self.state.bar, Bar::Paste(_) | Bar::Path(_));
        if has_bar {
            Panel::top("bar").frame(bar.inner_margin(12)).show(ui, |ui| bars::bars_ui(ui, &self.state.bar, commands));
        }
        if self.state.chooser.is_some() {
            self.chooser_asked.show(ui, &self.state, bar, commands);
        }
        if self.state.comparison.is_some() {
            if articles::has_cards(&self.state) {
                Panel::top("cards").frame(bar).show(ui, |ui| articles::cards_ui(ui, &self.state, palette, commands));
            }
            if !self.state.prefs.hint_dismissed && ui.ctx().content_rect().height() >= LEAST_FOR_HINT {
                Panel::top("hint").frame(bar).show(ui, |ui| articles::hint_ui(ui, commands));
            }
            let page = Frame::new().fill(theme::color(palette.page));
            CentralPanel::default().frame(page).show(ui, |ui| self.room_ui(ui, palette.ink(), commands));
        } else {
            let page = Frame::new().fill(theme::color(palette.page));
            CentralPanel::default().frame(page).show(ui, |ui| welcome::welcome_ui(ui, &self.state, palette, commands));
        }
        match &self.state.bar {
            Bar::Palette => self.palette.show(ui.ctx(), &self.state, commands),
            Bar::Keys => keys_ui(ui.ctx(), palette, commands),
            Bar::Reading(slot) => self.reading_notes.show(ui.ctx(), &self.state, *slot, palette, commands),
            Bar::Messages => messages_ui(ui.ctx(), &self.state, commands),
            Bar::About => about_ui(ui.ctx(), commands),
            Bar::Unsaved(_) => unsaved::unsaved_ui(ui.ctx(), &self.state, palette, commands),
            Bar::Note(bar) => note::note_ui(ui.ctx(), bar, palette, commands),
            Bar::Notes => self.notes.show(ui.ctx(), &self.state, palette, commands),
            Bar::Readers => readers::readers_ui(ui.ctx(), &self.state, palette, commands),
            Bar::Verified(lines) => verified::verified_ui(ui.ctx(), lines, palette, commands),
            Bar::Link(_) | Bar::OwnWith(_) | Bar::PutIn(_) => self.link.show(ui.ctx(), &self.state, commands),
            Bar::Form(form) => form::form_ui(ui.ctx(), form, palette, commands),
            Bar::None | Bar::Paste(_) | Bar::Path(_) => {
                self.palette.forget();
                self.notes.forget();
                self.link.forget();
            }
        }
        welcome::drop_overlay_ui(ui, palette);
        self.toasts.show(ui.ctx(), &self.state, palette, commands);
    }

    fn room_ui(&mut self, ui: &mut Ui, ink: super::reading::scene::Ink, commands: &mut Vec<Command>) {
        let Some(comparison) = self.state.comparison.clone() else { return };
        let mut query = self.state.search.query.clone();
        let state = &self.state;
        let keys: Vec<u64> = state.compared.iter().map(|slot| slot.0).collect();
        let scene = Scene {
            comparison: &comparison,
            standing: &state.standing,
            room: &state.room,
            keys: &keys,
            picked: &state.picked,
            hits: &state.search.by_article,
            hit: state.hit(),
            scroll_sync: state.scroll_sync,
            words: state.words,
            number_keys: state.prefs.number_keys,
            ink,
        };
        let shown = Shown {
            filter: &state.filter,
            counts: &state.counts,
            grouping: state.grouping,
            middle: state.middle,
            revision: state.revision,
            shown_revision: state.shown_revision,
        };
        let search = state.search.is_open.then_some(SearchState {
            query: &mut query,
            hits: &state.search.hits,
            at: state.search.at,
            has_opened: state.search.has_opened,
        });
        let acts = room_ui(ui, &scene, &shown, &mut self.reading, &mut self.tables, search);
        commands.extend(acts.into_iter().filter_map(|act| command_of(state, act)));
    }

    fn run(&mut self, ctx: &egui::Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Start(job) => self.worker.submit(job),
                Effect::Supersede(generation) => self.worker.supersede(generation),
                Effect::StopReading => self.worker.stop_reading(),
                Effect::ChooseArticles(number) => dialogs::choose_articles(number, &self.worker.sender()),
                Effect::ChooseSession(number) => dialogs::choose_session(number, &self.worker.sender()),
                Effect::ChooseTarget(number, purpose) => {
                    dialogs::choose_target(number, purpose, &self.worker.sender());
                }
                Effect::ShowHidden => self.reading.show_all(),
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            }
        }
        ctx.request_repaint();
    }
}

/// What the reader did in the room, as a command.
fn command_of(state: &State, act: Act) -> Option<Command> {
    Some(match act {
        Act::Finding(finding) => Command::Select(finding),
        Act::Claim(claim) => Command::SelectClaim(claim),
        Act::Place(claim) => Command::GoTo(claim),
        Act::Remove(article) => Command::RemoveArticle(article),
        Act::Reading(article) => Command::ShowReading(*state.compared.get(article)?),
        Act::ShowHidden => Command::ShowHidden,
        Act::NotCompared => Command::Show(Middle::Claims),
        Act::Filter(filter) => Command::SetFilter(filter),
        Act::Group(grouping) => Command::SetGrouping(grouping),
        Act::Decide(verdict) => Command::Decide(verdict),
        Act::Note(place) => Command::NoteOn(place),
        Act::Do(command) => command,
        Act::Copy(text) => Command::Copy(text),
        Act::Search(query) => Command::SetQuery(query),
        Act::Hit(step) if step < 0 => Command::PreviousHit,
        Act::Hit(_) => Command::NextHit,
        Act::CloseSearch => Command::CloseSearch,
        Act::Middle(middle) => Command::Show(middle),
        Act::ScrollSync(_) => Command::ToggleScrollSync,
        Act::Words(_) => Command::ToggleWords,
    })
}

/// Takes the key that opens the editor of a note out of `input`, with all that was typed after it in the same frame,
/// which belongs to the note: a fast typist would decide with it otherwise.
fn take_note(input: &mut egui::InputState) -> Option<String> {
    let is_key = |event: &InputEvent| matches!(event, InputEvent::Key { key: Key::M, pressed: true, modifiers, .. } if modifiers.is_none());
    let at = input.events.iter().position(is_key)?;
    let typed = take_text(input, at);
    // The key's own letter.
    Some(typed.strip_prefix(['m', 'M']).map(str::to_owned).unwrap_or(typed))
}

/// Takes what was typed out of the events of `input` from the one at `from` on: its text, and the keys that made it.
fn take_text(input: &mut egui::InputState, from: usize) -> String {
    let mut typed = String::new();
    for event in input.events.split_off(from) {
        match event {
            InputEvent::Text(text) => typed += &text,
            InputEvent::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none() => {
                typed.push('\n');
            }
            InputEvent::Key { pressed: true, modifiers, key, .. }
                if (modifiers.is_none() || modifiers.shift_only()) && key != Key::Escape && key != Key::Tab => {}
            other => input.events.push(other),
        }
    }
    typed
}

fn n_modifiers(modifiers: Modifiers) -> usize {
    [modifiers.command, modifiers.shift, modifiers.alt].into_iter().filter(|&is_set| is_set).count()
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.show(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, eframe::APP_KEY, &self.state.prefs);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        // Closed by the reader: what she left unsaved is not wanted any more. A crash does not come here.
        if self.state.may_quit || self.state.unsaved().is_none() {
            self.worker.submit(Job::Journal(Journaling::End));
        }
        self.worker.finish();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
