//! The reading room by accessible label: what a reader can find, choose and reach without seeing the screen.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use crosscheck::article::open;
use crosscheck::compare::{Comparison, Options, compare};
use crosscheck::gui::middle::Middle;
use crosscheck::gui::panels::room::{Shown, Tables, room_ui};
use crosscheck::gui::reading::Reading;
use crosscheck::gui::reading::act::Act;
use crosscheck::gui::reading::scene::{Ink, Picked, Scene};
use crosscheck::review::Standing;
use crosscheck::view::filter::Filter;
use crosscheck::view::findings_list::Grouping;
use crosscheck::view::places;
use crosscheck::view::room::{Room, room};
use crosscheck::wording::look::Look;
use egui::accesskit::Role;
use egui::{Color32, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::raster::Raster;

/// A room with the state that a window would keep for it.
struct Stage {
    comparison: Comparison,
    standing: Standing,
    room: Room,
    filter: Filter,
    middle: Middle,
    picked: Picked,
    reading: Reading,
    tables: Tables,
    acts: Vec<Act>,
    shown_revision: u64,
}

impl Stage {
    fn new(files: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
        let articles: Vec<_> = files.iter().map(|file| Arc::new(open::open(&folder.join(file)).unwrap())).collect();
        let comparison = compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).unwrap();
        let filter = Filter::default();
        let standing = Standing::default();
        let room = room(&comparison, &standing, &filter, Grouping::Importance);
        Self {
            comparison,
            standing,
            room,
            filter,
            middle: Middle::Articles,
            picked: Picked::default(),
            reading: Reading::default(),
            tables: Tables::default(),
            acts: Vec::new(),
            shown_revision: 1,
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let (text, page) = (Color32::BLACK, Color32::WHITE);
        let ink = Ink {
            text,
            weak: Color32::DARK_GRAY,
            page,
            rule: Color32::LIGHT_GRAY,
            selected: Color32::LIGHT_BLUE,
            found: Color32::YELLOW,
            looks: [Color32::DARK_RED; Look::ALL.len()],
        };
        let scene = Scene {
            comparison: &self.comparison,
            standing: &self.standing,
            room: &self.room,
            keys: &[],
            picked: &self.picked,
            hits: &[],
            hit: None,
            scroll_sync: true,
            words: true,
            number_keys: true,
            ink,
        };
        let shown = Shown {
            filter: &self.filter,
            counts: &[],
            grouping: Grouping::Importance,
            middle: self.middle,
            revision: 1,
            shown_revision: self.shown_revision,
        };
        let acts = room_ui(ui, &scene, &shown, &mut self.reading, &mut self.tables, None);
        for act in acts {
            self.take(&act);
            self.acts.push(act);
        }
    }

    /// What the window would do.
    fn take(&mut self, act: &Act) {
        match act {
            Act::Finding(finding) => {
                let places = places::of_finding(&self.comparison, *finding);
                self.picked = Picked { finding: Some(*finding), places, ..Picked::default() };
            }
            Act::Filter(filter) => {
                self.filter = filter.clone();
                self.room = room(&self.comparison, &self.standing, filter, Grouping::Importance);
                self.shown_revision += 1;
            }
            Act::Middle(middle) => self.middle = *middle,
            _ => {}
        }
    }
}

const RIVER: [&str; 3] =
    ["river-flood/daily-lantern.md", "river-flood/sele-gazette.html", "river-flood/valley-wire-0900.txt"];

fn harness(files: &[&str], size: [f32; 2]) -> Harness<'static, Stage> {
    let builder = Harness::builder().with_size(size).allow_missing_glyphs().renderer(Raster::default());
    let mut harness = builder.build_ui_state(|ui, stage: &mut Stage| stage.ui(ui), Stage::new(files));
    harness.run_steps(30);
    harness
}

#[test]
fn every_article_has_a_head_and_every_finding_an_entry() {
    let harness = harness(&RIVER, [1400.0, 900.0]);
    for letter in ["A", "B", "C"] {
        harness.get_by(|node| {
            node.role() == Role::Heading
                && node.label().is_some_and(|label| label.starts_with(&format!("Article {letter},")))
        });
    }
    let entry = harness.state().room.list.entries.first().expect("the sample story has differences").label.clone();
    harness.get_by_label(&entry);
}

#[test]
fn choosing_an_entry_opens_its_card_and_marks_it_chosen() {
    let mut harness = harness(&RIVER, [1400.0, 900.0]);
    let entry = harness.state().room.list.entries.first().unwrap().clone();
    harness.get_by_label(&entry.label).click();
    harness.run_steps(30);
    assert_eq!(harness.state().picked.finding, Some(entry.finding));
    harness.get_by_label("Copy with quotations").click();
    harness.run_steps(3);
    let copied = harness.state().acts.iter().find_map(|act| match act {
        Act::Copy(text) => Some(text.clone()),
        _ => None,
    });
    assert!(copied.expect("the finding is copied").starts_with(&entry.id));
}

#[test]
fn a_chip_narrows_the_list() {
    let mut harness = harness(&RIVER, [1400.0, 900.0]);
    let n_all = harness.state().room.list.entries.len();
    let look = harness.state().room.list.entries.first().unwrap().look;
    let count = harness.state().room.list.count(look);
    harness.get_by_label(&crosscheck::view::list_words::chip(look, count, count, "")).click();
    harness.run_steps(5);
    assert_eq!(harness.state().room.list.entries.len(), count);
    assert!(count <= n_all && harness.state().filter.looks.contains(&look));
}

#[test]
fn every_chip_narrows_and_says_what_the_words_let_through() {
    let mut harness = harness(&RIVER, [1400.0, 900.0]);
    let count = harness.state().room.list.count(Look::Agrees);
    harness.get_by_label(&crosscheck::view::list_words::chip(Look::Agrees, count, count, "")).click();
    harness.run_steps(5);
    let list = &harness.state().room.list;
    assert!(list.entries.len() == count && list.entries.iter().all(|entry| entry.look == Look::Agrees));
    let filter = Filter { text: "zebra".to_owned(), ..Filter::default() };
    harness.state_mut().take(&Act::Filter(filter));
    harness.run_steps(5);
    harness.get_by_label(&crosscheck::view::list_words::chip(Look::Agrees, 0, count, ""));
}

#[test]
fn tables_open_by_their_tabs() {
    let mut harness = harness(&RIVER, [1400.0, 900.0]);
    for (name, middle) in [("Facts", Middle::Facts), ("Claims", Middle::Claims), ("Shared origin", Middle::Origins)] {
        harness.get_by_role_and_label(Role::Tab, name).click();
        harness.run_steps(4);
        assert_eq!(harness.state().middle, middle);
    }
}

#[test]
fn a_narrow_window_and_a_single_article_draw() {
    let harness = harness(&RIVER[..1], [420.0, 500.0]);
    assert_eq!(harness.state().comparison.articles.len(), 1);
    let mut harness = self::harness(&RIVER, [420.0, 500.0]);
    harness.event(Event::PointerMoved(Pos2::new(150.0, 200.0)));
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -300.0),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
    });
    harness.run_steps(20);
    assert!(harness.state().reading.offset(0) > 0.0, "the wheel scrolls");
    assert!(harness.state().reading.offset(1) > 0.0, "the others follow");
}

#[test]
fn marks_and_letters_are_painted() {
    let mut harness = harness(&RIVER, [1000.0, 700.0]);
    let picture = harness.render().unwrap();
    let n_near = |wanted: Color32| {
        let [r, g, b, _] = wanted.to_array();
        picture.pixels().filter(|pixel| pixel.0[..3] == [r, g, b]).count()
    };
    assert!(n_near(Color32::WHITE) > 200_000, "the page is white");
    assert!(n_near(Color32::DARK_RED) > 100, "lines and glyphs have the color of their relation");
    assert!(n_near(Color32::BLACK) > 300, "badges and letters are black");
}
