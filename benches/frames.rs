//! Processor time of a frame of the reading room, without a display: layout, drawing and tessellation.
//!
//! Ten articles of ten thousand words each with all their marks on 1920×1080: first layout, scrolling in step,
//! nothing moving, and a window whose width changes with every frame. `cargo bench --bench frames`.

use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use crosscheck::alignment::{Alignment, Certainty, ClaimId, Row, RowIndex};
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;
use crosscheck::compare::Comparison;
use crosscheck::findings::{Finding, FindingKind, Findings, Mention, Relation};
use crosscheck::gui::middle::Middle;
use crosscheck::gui::panels::room::{Shown, Tables, room_ui};
use crosscheck::gui::reading::Reading;
use crosscheck::gui::reading::scene::{Ink, Picked, Scene};
use crosscheck::review::Standing;
use crosscheck::view::filter::Filter;
use crosscheck::view::findings_list::Grouping;
use crosscheck::view::room::{Room, room};
use egui::{Color32, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};

const N_ARTICLES: usize = 10;
const N_WORDS: usize = 10_000;

fn main() {
    let comparison = comparison();
    let start = Instant::now();
    let filter = Filter { agreements: true, ..Filter::default() };
    let room = room(&comparison, &Standing::default(), &filter, Grouping::Importance);
    let n_marks: usize = room.marks.iter().map(Vec::len).sum();
    println!("view made in {:.1?}: {n_marks} marks, {} rows", start.elapsed(), comparison.alignment.rows.len());
    let before = resident_megabytes();
    let mut bench = Bench::new(comparison, room, filter);
    report("first layout", 400, |_| bench.frame(1920.0, Vec::new()));
    report("still", 400, |_| bench.frame(1920.0, Vec::new()));
    let wheel = |at: usize| {
        let delta = vec2(0.0, if at % 400 < 200 { -60.0 } else { 60.0 });
        vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            modifiers: Modifiers::NONE,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
        }]
    };
    report("scrolling in step", 800, |at| bench.frame(1920.0, wheel(at)));
    let width = |at: usize| 1920.0 - (at % 300) as f32 * 2.0;
    report("width changes", 300, |at| bench.frame(width(at), Vec::new()));
    println!("resident {:.0} MB, of which the room {:.0} MB", resident_megabytes(), resident_megabytes() - before);
}

struct Bench {
    ctx: egui::Context,
    comparison: Comparison,
    room: Room,
    filter: Filter,
    picked: Picked,
    reading: Reading,
    tables: Tables,
    time: f64,
}

impl Bench {
    fn new(comparison: Comparison, room: Room, filter: Filter) -> Self {
        let (picked, reading, tables) = (Picked::default(), Reading::default(), Tables::default());
        Self { ctx: egui::Context::default(), comparison, room, filter, picked, reading, tables, time: 0.0 }
    }

    /// Draws a frame and gives the processor time it took.
    fn frame(&mut self, width: f32, mut events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        events.push(Event::PointerMoved(Pos2::new(500.0, 600.0)));
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(width, 1080.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let gray = Color32::GRAY;
        let ink = Ink { text: gray, weak: gray, page: gray, rule: gray, selected: gray, found: gray, looks: [gray; 7] };
        let start = Instant::now();
        let standing = Standing::default();
        let mut output = self.ctx.run_ui(input, |ui| {
            let scene = Scene {
                comparison: &self.comparison,
                standing: &standing,
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
                middle: Middle::Articles,
                revision: 1,
                shown_revision: 1,
            };
            room_ui(ui, &scene, &shown, &mut self.reading, &mut self.tables, None);
        });
        let primitives = self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let taken = start.elapsed();
        std::hint::black_box(primitives);
        output.drop_without_applying_deltas();
        taken
    }
}

/// Draws so many frames and says what passed on the clock, and what of it was time on a processor: other programs take
/// the rest on a busy machine.
fn report(name: &str, n_frames: usize, frame: impl FnMut(usize) -> Duration) {
    let before = processor_time();
    let mut frames: Vec<Duration> = (0..n_frames).map(frame).collect();
    let mean = (processor_time().saturating_sub(before)) / n_frames.max(1) as u32;
    frames.sort_unstable();
    let at = |share: f64| frames[((frames.len() - 1) as f64 * share) as usize];
    let n_late = frames.iter().filter(|frame| frame.as_millis() >= 16).count();
    println!(
        "{name:>18}: median {:.2?}, p95 {:.2?}, worst {:.2?}, {n_late} of {n_frames} over 16 ms; processor {mean:.2?} a frame",
        at(0.5),
        at(0.95),
        at(1.0),
    );
}

/// The articles with the rows and findings that they would have: every sentence stands in every article, and the figures
/// of each row make a finding. Aligning is another benchmark's matter.
fn comparison() -> Comparison {
    let articles: Vec<Analysis> =
        (0..N_ARTICLES).map(|idx| analyze(Arc::new(Article::from_text(format!("Outlet {idx}"), story(idx))))).collect();
    let n_claims = articles.iter().map(|article| article.claims.len()).min().unwrap_or(0);
    let at = |claim| (0..N_ARTICLES).map(move |article| ClaimId::at(article, claim));
    let rows: Vec<Row> = (0..n_claims).map(|claim| Row { claims: at(claim).collect() }).collect();
    let relations = [Relation::Conflict, Relation::Differs, Relation::Update, Relation::Scope, Relation::Rounding];
    let mut findings = Findings::default();
    for claim in 0..n_claims {
        let n_figures = at(claim).map(|id| articles[id.article].figures[claim].len()).min().unwrap_or(0);
        for figure in 0..n_figures {
            let mention = |id: ClaimId| Mention {
                claim: id,
                span: articles[id.article].figures[claim][figure].span,
                quantity: Some(articles[id.article].figures[claim][figure].quantity.clone()),
                group: id.article % 2,
            };
            let n_findings = findings.findings.len();
            findings.findings.push(Finding {
                id: format!("F{n_findings:03}"),
                kind: FindingKind::Figure,
                relation: relations[n_findings % relations.len()],
                certainty: Certainty::Medium,
                what: "people".to_owned(),
                row: Some(RowIndex(claim)),
                mentions: at(claim).map(mention).collect(),
                why: Vec::new(),
            });
        }
    }
    Comparison { articles, alignment: Alignment { rows, ..Alignment::default() }, findings }
}

/// An article of some ten thousand words whose figures differ a little from the others'.
fn story(article: usize) -> String {
    let towns = ["Arden", "Belmore", "Carrow", "Dunsby", "Elling", "Farrow", "Garrick", "Hollin", "Ister", "Jarrow"];
    let events = ["flood", "fire", "strike", "storm", "trial", "inquiry", "vote", "march", "quake", "outage"];
    let mut text = String::new();
    let mut n_words = 0;
    let mut paragraph = 0;
    while n_words < N_WORDS {
        let (town, event) = (towns[paragraph % 10], events[paragraph / 10 % 10]);
        let count = 20 + paragraph * 7 % 83 + usize::from(paragraph % 9 == article % 9);
        let block = format!(
            "The {event} number {paragraph} in {town} left {count} people without homes on the second day, officials of the town said. \
             About {} volunteers of district {paragraph} brought {} tonnes of supplies to {town} after the {event}, \
             and the mayor of {town} thanked them all in a long speech in front of the old hall. \
             A spokesman for the region said that the cost of the {event} could reach ${} million within {} years.\n",
            count * 3,
            count * 2 + article % 2,
            paragraph + 3,
            2 + paragraph % 5,
        );
        n_words += block.split_whitespace().count();
        text += &block;
        paragraph += 1;
    }
    text
}

/// Time that this thread has been on a processor, where the system tells; else the time that has passed.
#[expect(clippy::disallowed_methods, reason = "reads what the kernel counts, no article")]
fn processor_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = counted.ok().and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Memory that the process holds, where the system tells.
fn resident_megabytes() -> f64 {
    let Ok(status) =
        std::process::Command::new("ps").args(["-o", "rss=", "-p", &std::process::id().to_string()]).output()
    else {
        return 0.0;
    };
    String::from_utf8_lossy(&status.stdout).trim().parse::<f64>().unwrap_or(0.0) / 1024.0
}
