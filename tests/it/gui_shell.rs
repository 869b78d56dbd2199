//! The window by accessible label: a fact-checker's way from the first screen to a saved report.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crosscheck::alignment::ClaimId;
use crosscheck::gui::app::App;
use crosscheck::gui::command::{Command, listed};
use crosscheck::gui::fonts;
use crosscheck::gui::message::Event as Heard;
use crosscheck::gui::middle::Middle;
use crosscheck::gui::prefs::{Prefs, ThemeChoice};
use crosscheck::gui::state::State;
use crosscheck::gui::state::bars::Bar;
use crosscheck::gui::words::{about_words, sideways_words, window_words};
use crosscheck::review::Standing;
use crosscheck::view::claims_table::{ClaimsShown, claims_table};
use crosscheck::view::counts::counts;
use crosscheck::view::facts::{FactOrder, cell_text, facts_table};
use crosscheck::view::filter::{Filter, kinds};
use crosscheck::view::list_words;
use crosscheck::wording::look::kind_heading;
use egui::accesskit::Role;
use egui::{Context, Event, Key, Modifiers, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// The longest that reading and comparing small samples may take on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The window, made in the first frame, when there is a context for it.
pub(crate) struct Window(pub(crate) Option<App>);

impl Window {
    fn show(&mut self, ui: &mut Ui) {
        if self.0.is_none() {
            ui.ctx().set_fonts(fonts::definitions());
            self.0 = Some(App::with(ui.ctx(), Prefs::default(), Vec::new()).unwrap());
            // The faces are there from the next frame on.
            ui.ctx().request_repaint();
            return;
        }
        self.app().show(ui);
    }

    pub(crate) fn app(&mut self) -> &mut App {
        self.0.as_mut().unwrap()
    }
}

pub(crate) type Stage = Harness<'static, Window>;

pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/opioid-ring").join(name)
}

fn empty() -> Stage {
    let mut stage = Harness::builder()
        .with_size([1280.0, 800.0])
        .build_ui_state(|ui, window: &mut Window| window.show(ui), Window(None));
    stage.run_steps(3);
    stage
}

/// What the window knows.
pub(crate) fn state(stage: &mut Stage) -> &State {
    &stage.state_mut().app().state
}

/// Presses `key` and draws the frames that follow.
pub(crate) fn press(stage: &mut Stage, key: Key) {
    stage.key_press(key);
    stage.run_steps(4);
}

/// Types `text` into the field that has the focus.
pub(crate) fn type_text(stage: &mut Stage, text: &str) {
    stage.event(Event::Text(text.to_owned()));
    stage.run_steps(3);
}

pub(crate) fn obey(stage: &mut Stage, command: Command) {
    let ctx: Context = stage.ctx.clone();
    stage.state_mut().app().dispatch(&ctx, command);
    settle(stage);
}

/// Draws frames until nothing is read or compared any more.
pub(crate) fn settle(stage: &mut Stage) {
    let start = Instant::now();
    stage.run_steps(2);
    while stage.state_mut().app().state.is_busy() {
        assert!(start.elapsed() < PATIENCE, "still busy");
        std::thread::sleep(Duration::from_millis(5));
        stage.step();
    }
    stage.run_steps(8);
}

pub(crate) fn opened(names: &[&str]) -> Stage {
    let mut stage = empty();
    obey(&mut stage, Command::OpenPaths(names.iter().map(|name| sample(name)).collect()));
    stage
}

fn n_compared(stage: &mut Stage) -> usize {
    stage.state_mut().app().state.comparison.as_ref().map_or(0, |comparison| comparison.articles.len())
}

#[test]
fn the_first_screen_leads_to_the_sample_story() {
    let mut stage = empty();
    stage.get_by_label(window_words::PURPOSE);
    stage.get_by_label(Command::OpenSample.label()).click();
    settle(&mut stage);
    assert_eq!(n_compared(&mut stage), 3);
    assert!(stage.query_by_label(window_words::PURPOSE).is_none());
    stage.get_by_label_contains("sentences aligned");
}

#[test]
fn a_broken_file_has_its_card_while_the_others_load() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.txt");
    fs::write(&broken, b"").unwrap();
    let mut stage = empty();
    let paths = vec![sample("harbour-wire.txt"), broken.clone(), sample("northgate-herald.md")];
    obey(&mut stage, Command::OpenPaths(paths));
    assert_eq!(n_compared(&mut stage), 2);
    stage.get_by_label_contains("broken.txt was not opened");
    fs::write(&broken, "The court jailed nine people on Thursday.").unwrap();
    stage.get_by_label(window_words::RETRY).click();
    settle(&mut stage);
    assert_eq!(n_compared(&mut stage), 3);
    assert!(stage.query_by_label(window_words::RETRY).is_none());
}

#[test]
fn keys_step_through_findings_and_back() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    let picked = |stage: &mut Stage| stage.state_mut().app().state.picked.finding;
    assert_eq!(picked(&mut stage), None);
    stage.key_press(Key::F8);
    stage.run_steps(3);
    let first = picked(&mut stage);
    assert!(first.is_some());
    stage.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    stage.run_steps(3);
    assert_ne!(picked(&mut stage), first);
    stage.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    stage.run_steps(3);
    assert_eq!(picked(&mut stage), first);
    stage.key_press(Key::Escape);
    stage.run_steps(3);
    assert_eq!(picked(&mut stage), None);
}

#[test]
fn pasted_text_becomes_an_article_and_can_be_taken_away() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    stage.event(Event::Paste("The court in Xingtai jailed eight people on Thursday.".to_owned()));
    stage.run_steps(4);
    stage.get_by_role_and_label(Role::TextInput, window_words::PASTE_OUTLET).focus();
    stage.run_steps(2);
    stage.get_by_role_and_label(Role::TextInput, window_words::PASTE_OUTLET).type_text("Evening Bell");
    stage.run_steps(2);
    stage.get_by_label(window_words::PASTE_ADD).click();
    settle(&mut stage);
    assert_eq!(n_compared(&mut stage), 3);
    stage.get_by_label_contains("Evening Bell");
    obey(&mut stage, Command::RemoveArticle(2));
    assert_eq!(n_compared(&mut stage), 2);
}

#[test]
fn two_pasted_articles_never_become_one_unsaid() {
    let mut stage = opened(&["harbour-wire.txt"]);
    let long = |who: &str| {
        format!("{who} were jailed in Xingtai on Thursday, the court said. {}", "No more is known. ".repeat(20))
    };
    stage.event(Event::Paste(long("Eight people")));
    stage.run_steps(4);
    stage.event(Event::Paste(long("Nine people")));
    stage.run_steps(4);
    settle(&mut stage);
    let text = |stage: &mut Stage| match &state(stage).bar {
        Bar::Paste(paste) => paste.text.clone(),
        other => panic!("no article is being pasted: {other:?}"),
    };
    assert_eq!(n_compared(&mut stage), 2, "the first is an article");
    assert!(text(&mut stage).starts_with("Nine people"), "the second is in the bar");
    // A short one goes where the cursor is, and that is said.
    stage.event(Event::Paste("Ten people were jailed in Xingtai on Friday, the court said.".to_owned()));
    stage.run_steps(4);
    assert!(text(&mut stage).contains("Ten people"));
    stage.get_by_label(window_words::PASTE_JOINED);
    stage.get_by_label(window_words::PASTE_APART).click();
    stage.run_steps(4);
    settle(&mut stage);
    assert_eq!(n_compared(&mut stage), 3);
    assert!(text(&mut stage).starts_with("Ten people"));
    // One that comes while the other is not ready is not lost among its words.
    stage.get_by_role_and_label(Role::TextInput, window_words::PASTE_DATE).focus();
    stage.run_steps(2);
    stage.event(Event::Text("soon".to_owned()));
    stage.run_steps(3);
    stage.event(Event::Paste(long("Two people")));
    stage.run_steps(4);
    stage.get_by_label(window_words::PASTE_REFUSED);
    assert!(!text(&mut stage).contains("Two people"));
}

#[test]
fn a_removed_article_comes_back_to_its_place() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    let compared = |stage: &mut Stage| stage.state_mut().app().state.compared.clone();
    let findings = |stage: &mut Stage| stage.state_mut().app().state.comparison.as_ref().unwrap().findings.clone();
    let (before, found) = (compared(&mut stage), findings(&mut stage));
    obey(&mut stage, Command::RemoveArticle(1));
    assert_eq!(compared(&mut stage), [before[0], before[2]]);
    stage.get_by_label_contains("; C is B now");
    stage.get_by_role_and_label(Role::Button, window_words::UNDO).click();
    settle(&mut stage);
    assert_eq!(compared(&mut stage), before);
    assert_eq!(findings(&mut stage).findings, found.findings, "letters and ids are as before");
    assert!(stage.query_by_role_and_label(Role::Button, window_words::UNDO).is_none(), "it is done");
    obey(&mut stage, Command::RemoveArticle(0));
    stage.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut stage);
    assert_eq!(compared(&mut stage), before);
    let left_of = |stage: &Stage, letter| stage.get_by_label_contains(&format!("Article {letter},")).rect().left();
    assert!(left_of(&stage, 'A') < left_of(&stage, 'B') && left_of(&stage, 'B') < left_of(&stage, 'C'));
    assert!(!Command::Undo.is_enabled(&stage.state_mut().app().state));
}

#[test]
fn a_value_of_the_facts_selects_its_finding_and_leads_to_its_place() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    obey(&mut stage, Command::Show(Middle::Facts));
    let comparison = stage.state_mut().app().state.comparison.clone().unwrap();
    let table = facts_table(&comparison, &Standing::default(), FactOrder::Importance, false);
    let row = &table.rows[0];
    let article = row.cells.iter().position(|cell| !cell.is_empty()).unwrap();
    let label = format!("{}, {}: {}", row.what, table.columns[article], cell_text(&row.cells[article]));
    stage.get_all_by_label(&label).next().unwrap().click();
    stage.run_steps(6);
    let state = &stage.state_mut().app().state;
    assert_eq!((state.middle, state.picked.finding), (Middle::Articles, row.finding));
    stage.get_by_label("Copy with quotations");
}

#[test]
fn facts_are_sorted_by_their_headers() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    obey(&mut stage, Command::Show(Middle::Facts));
    let comparison = stage.state_mut().app().state.comparison.clone().unwrap();
    for (title, order) in [("", FactOrder::Subject), ("B ", FactOrder::Article(1)), ("", FactOrder::Importance)] {
        let full = facts_table(&comparison, &Standing::default(), order, false);
        let column = full.columns.iter().find(|known| !title.is_empty() && known.starts_with(title));
        let label = list_words::sort_by(column.map_or("", String::as_str), order);
        stage.get_by_role_and_label(Role::ColumnHeader, &label).click();
        stage.run_steps(4);
        let (first, last) = (&full.rows[0].what, &full.rows[full.rows.len() - 1].what);
        let top = |what: &str| stage.query_all_by_label(what).map(|node| node.rect().top()).fold(f32::MAX, f32::min);
        assert!(first == last || top(first) < top(last), "{first} above {last}");
    }
}

#[test]
fn what_was_not_aligned_is_listed_alone() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    let comparison = stage.state_mut().app().state.comparison.clone().unwrap();
    let counts = counts(&comparison, &Standing::default());
    assert_eq!(counts.n_aligned + counts.n_not_aligned, counts.n_sentences, "the sums meet");
    stage.get_by_label_contains("not aligned, ").click();
    stage.run_steps(6);
    assert_eq!(stage.state_mut().app().state.middle, Middle::Claims);
    stage.get_by_label(&claims_table(&comparison, &Standing::default(), ClaimsShown::NotAligned).text());
}

#[test]
fn columns_beyond_the_edge_are_named_and_reached_by_keys() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    stage.set_size(egui::vec2(800.0, 600.0));
    settle(&mut stage);
    obey(&mut stage, Command::OpenPaths(vec![sample("northgate-herald.md")]));
    stage.run_steps(4);
    let head = |stage: &Stage, letter| stage.get_by_label_contains(&format!("Article {letter},")).rect();
    stage.get_by_label_contains("Further left: A");
    let added = head(&stage, 'C');
    assert!(
        stage.query_by_label_contains("Further right").is_none() && added.width() > 150.0,
        "the new article is seen"
    );
    for _ in 0..2 {
        stage.key_press(Key::ArrowLeft);
        stage.run_steps(3);
    }
    assert!(head(&stage, 'A').left() >= 0.0);
    stage.get_by_label_contains("Further right: ").click();
    stage.run_steps(3);
    stage.get_by_label(sideways_words::BAR);
}

#[test]
fn hidden_articles_are_shown_again_by_the_command() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    assert!(!Command::ShowHidden.is_enabled(&stage.state_mut().app().state), "none is hidden");
    stage.get_by_label("Menu of article B").click();
    stage.run_steps(4);
    stage.get_by_label("Hide this article").click();
    stage.run_steps(4);
    assert!(Command::ShowHidden.is_enabled(&stage.state_mut().app().state));
    stage.get_by_role_and_label(Role::Button, window_words::SHOW_HIDDEN).click();
    stage.run_steps(4);
    stage.get_by_label_contains("Article B,");
}

#[test]
fn a_closed_story_opens_again() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    let compared = |stage: &mut Stage| stage.state_mut().app().state.compared.clone();
    let before = compared(&mut stage);
    obey(&mut stage, Command::CloseStory);
    assert!(compared(&mut stage).is_empty());
    obey(&mut stage, Command::OpenPaths(vec![sample("northgate-herald.md")]));
    obey(&mut stage, Command::Undo);
    assert_eq!(compared(&mut stage)[..2], before);
    assert_eq!(compared(&mut stage).len(), 3, "what was opened since stays");
}

#[test]
fn a_block_left_out_by_mistake_is_taken_back() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    let text =
        |stage: &mut Stage| stage.state_mut().app().state.comparison.as_ref().unwrap().articles[0].article.text.clone();
    let (before, slot) = (text(&mut stage), stage.state_mut().app().state.compared[0]);
    obey(&mut stage, Command::LeaveOut(slot, 1));
    assert_ne!(text(&mut stage), before);
    obey(&mut stage, Command::Undo);
    assert_eq!(text(&mut stage), before);
}

#[test]
fn windows_over_the_room_have_their_size_at_once_and_scroll_by_keys() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    for (key, modifiers, last) in
        [(Key::F1, Modifiers::NONE, "Close what is open, or select nothing"), (Key::I, Modifiers::COMMAND, "")]
    {
        stage.key_press_modifiers(modifiers, key);
        stage.run_steps(3);
        let close = |stage: &Stage| stage.get_by_role_and_label(Role::Button, window_words::CLOSE).rect();
        let early = close(&stage);
        stage.event(Event::PointerMoved(early.center() - egui::vec2(0.0, 200.0)));
        stage.run_steps(20);
        assert_eq!(close(&stage), early, "nothing moves under the pointer");
        if !last.is_empty() {
            let y = |stage: &Stage| stage.get_by_label(last).rect().bottom();
            let before = y(&stage);
            assert!(before > early.top(), "there is something to scroll to");
            stage.key_press(Key::End);
            stage.run_steps(20);
            assert!(y(&stage) < before && y(&stage) <= early.top(), "{} of {before}", y(&stage));
        }
        stage.key_press(Key::Escape);
        stage.run_steps(4);
    }
}

#[test]
fn high_contrast_in_the_dark_is_dark() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    obey(&mut stage, Command::Theme(ThemeChoice::Dark));
    obey(&mut stage, Command::ToggleContrast);
    let page = stage.ctx.global_style().visuals.extreme_bg_color;
    assert_eq!(page.to_array(), [0, 0, 0, 255]);
    obey(&mut stage, Command::Theme(ThemeChoice::Light));
    let page = stage.ctx.global_style().visuals.extreme_bg_color;
    assert_eq!(page.to_array(), [255, 255, 255, 255]);
}

#[test]
fn a_selected_finding_survives_another_article() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    obey(&mut stage, Command::NextFinding);
    assert!(stage.state_mut().app().state.picked.finding.is_some());
    obey(&mut stage, Command::OpenPaths(vec![sample("northgate-herald.md")]));
    assert_eq!(n_compared(&mut stage), 3);
    assert_eq!(stage.state_mut().app().state.slots.n_loaded(), 3);
}

#[test]
fn what_is_selected_hidden_and_filtered_stays_when_the_first_article_goes() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    obey(&mut stage, Command::SetFilter(Filter { article: Some(2), ..Filter::default() }));
    obey(&mut stage, Command::SelectClaim(ClaimId::at(2, 1)));
    obey(&mut stage, Command::RemoveArticle(0));
    assert_eq!(n_compared(&mut stage), 2);
    let state = &stage.state_mut().app().state;
    assert_eq!(state.filter.article, Some(1));
    assert_eq!(state.picked.claim, Some(ClaimId::at(1, 1)));
    obey(&mut stage, Command::Back);
    obey(&mut stage, Command::SetFilter(Filter { article: Some(0), ..Filter::default() }));
    obey(&mut stage, Command::RemoveArticle(0));
    assert_eq!(stage.state_mut().app().state.filter.article, None, "its article is gone");
}

#[test]
fn a_block_is_left_out_of_an_article_and_brought_back() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    let n_words = |stage: &mut Stage| {
        let comparison = stage.state_mut().app().state.comparison.clone().unwrap();
        comparison.articles[0].article.text.split_whitespace().count()
    };
    let before = n_words(&mut stage);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::I);
    // The window over the room takes some frames to find its size.
    stage.run_steps(16);
    stage.get_by_label_contains("Leave out: Court jails").click();
    settle(&mut stage);
    assert!(n_words(&mut stage) < before);
    stage.get_by_label_contains("Some of the text was left out or brought back by hand");
    stage.get_by_label_contains("Bring back: Court jails").click();
    settle(&mut stage);
    assert_eq!(n_words(&mut stage), before);
    stage.key_press(Key::Escape);
    stage.run_steps(3);
    assert!(stage.query_by_label_contains("Leave out: Court jails").is_none());
}

#[test]
fn the_list_is_filtered_by_kind() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html", "northgate-herald.md"]);
    let comparison = stage.state_mut().app().state.comparison.clone().unwrap();
    let (kind, n) = kinds(&comparison, &Standing::default(), false)[0];
    stage.get_by_role_and_label(Role::Button, "Filter").click();
    stage.run_steps(4);
    stage.get_by_label(&list_words::heading(kind_heading(kind), n)).click();
    stage.run_steps(4);
    let state = &stage.state_mut().app().state;
    assert_eq!(state.filter.kinds.iter().collect::<Vec<_>>(), [&kind]);
    assert_eq!(state.room.list.entries.len(), n);
}

#[test]
fn the_search_counts_and_leads_through_all_articles() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::F);
    stage.run_steps(3);
    stage.get_by_role_and_label(Role::TextInput, list_words::SEARCH_HINT).type_text("fentanyl");
    stage.run_steps(3);
    let hits = stage.state_mut().app().state.search.hits.clone();
    assert!(hits.counts.iter().all(|&n| n > 0), "{hits:?}");
    stage.get_by_label(&hits.text(Some(0)));
    for expected in [1, 2] {
        stage.key_press(Key::F3);
        stage.run_steps(3);
        assert_eq!(stage.state_mut().app().state.search.at, Some(expected));
    }
    stage.key_press(Key::Escape);
    stage.run_steps(3);
    assert!(!stage.state_mut().app().state.search.is_open);
}

#[test]
fn a_typed_path_opens_and_the_same_file_is_not_added_twice() {
    let mut stage = opened(&["harbour-wire.txt"]);
    for expected in [2, 2] {
        stage.key_press_modifiers(Modifiers::COMMAND, Key::L);
        stage.run_steps(3);
        let path = sample("meridian-post.html").display().to_string();
        stage.get_by_role_and_label(Role::TextInput, window_words::PATH_FIELD).type_text(&path);
        stage.run_steps(2);
        stage.key_press(Key::Enter);
        settle(&mut stage);
        assert_eq!(n_compared(&mut stage), expected);
        obey(&mut stage, Command::Escape);
    }
}

#[test]
fn a_report_is_saved_and_never_over_an_article() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("wire.txt");
    fs::copy(sample("harbour-wire.txt"), &own).unwrap();
    let before = fs::read(&own).unwrap();
    let mut stage = empty();
    obey(&mut stage, Command::OpenPaths(vec![own.clone(), sample("meridian-post.html")]));
    let save_to = |stage: &mut Stage, path: &Path| {
        let n_messages = stage.state_mut().app().state.toasts.log.len();
        obey(stage, Command::TypeReportPath);
        obey(stage, Command::EditPath(path.display().to_string()));
        obey(stage, Command::AcceptPath(true));
        let start = Instant::now();
        while stage.state_mut().app().state.toasts.log.len() == n_messages {
            assert!(start.elapsed() < PATIENCE, "nothing was said");
            std::thread::sleep(Duration::from_millis(5));
            stage.step();
        }
        stage.run_steps(2);
    };
    save_to(&mut stage, &own);
    assert_eq!(fs::read(&own).unwrap(), before);
    assert!(stage.state_mut().app().state.toasts.shown.iter().any(|toast| toast.is_error));
    let report = folder.path().join("report.html");
    save_to(&mut stage, &report);
    assert!(fs::read_to_string(&report).unwrap().starts_with("<!"));
    assert_eq!(stage.state_mut().app().state.bar, Bar::None);
}

#[test]
fn without_a_chooser_a_path_is_typed() {
    let mut stage = empty();
    let ctx = stage.ctx.clone();
    let app = stage.state_mut().app();
    app.state.chooser =
        Some(crosscheck::gui::state::bars::Chooser { number: 7, purpose: crosscheck::gui::state::bars::Purpose::Open });
    app.hear(&ctx, Heard::ArticlesChosen { number: 6, paths: None });
    assert!(app.state.bar.is_none(), "the answer of a forgotten chooser counts for nothing");
    app.hear(&ctx, Heard::ArticlesChosen { number: 7, paths: None });
    stage.run_steps(3);
    stage.get_by_label(window_words::NO_CHOOSER);
    stage.get_by_role_and_label(Role::TextInput, window_words::PATH_FIELD);
}

#[test]
fn the_palette_names_every_command_that_makes_sense() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    stage.key_press_modifiers(Modifiers::COMMAND, Key::P);
    stage.run_steps(4);
    stage.get_by_role_and_label(Role::TextInput, window_words::PALETTE_FIELD).type_text("facts");
    stage.run_steps(4);
    stage.key_press(Key::Enter);
    stage.run_steps(4);
    let state = &stage.state_mut().app().state;
    assert_eq!(state.middle, Middle::Facts);
    assert!(state.bar.is_none());
}

#[test]
fn about_says_which_version_this_is_and_copies_it() {
    let mut stage = empty();
    obey(&mut stage, Command::About);
    let version = about_words::version();
    assert!(version.contains(env!("CARGO_PKG_VERSION")));
    stage.get_by_label(&version);
    stage.get_by_role_and_label(Role::Button, about_words::COPY_VERSION).click();
    stage.run_steps(1);
    let is_copied = |command: &egui::OutputCommand| *command == egui::OutputCommand::CopyText(version.clone());
    let copied = stage.output().platform_output.commands.iter().any(is_copied);
    stage.run_steps(4);
    let has_told = stage.state_mut().app().state.toasts.log.iter().any(|told| told == window_words::COPIED);
    assert!(has_told, "nothing says that it was copied");
    assert!(copied, "the version is not in the clipboard");
    stage.get_by_role_and_label(Role::Button, window_words::CLOSE).click();
    stage.run_steps(4);
    assert!(stage.state_mut().app().state.bar.is_none());
}

#[test]
fn every_theme_and_every_help_window_draws() {
    let mut stage = opened(&["harbour-wire.txt", "meridian-post.html"]);
    for command in listed() {
        if matches!(command, Command::Open | Command::SaveReport | Command::Quit | Command::CloseStory) {
            continue;
        }
        obey(&mut stage, command.clone());
        obey(&mut stage, Command::Escape);
    }
    obey(&mut stage, Command::CloseStory);
    stage.get_by_label(window_words::PURPOSE);
}
