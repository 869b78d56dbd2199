//! A few whole screens, drawn by the rasterizer and kept as pictures: what lies over what, and what is cut off, no label
//! tells. The story is made by hand, so that a better comparison changes no picture.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it gui_screens` draws them anew; look at them before they are committed.

use std::sync::Arc;

use crosscheck::alignment::{Alignment, Certainty, ClaimId, Link, Row, RowIndex};
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::{Article, Block, BlockKind, Published};
use crosscheck::compare::Comparison;
use crosscheck::findings::{Condition, Fact, Finding, FindingKind, Findings, Mention, Reason, Relation};
use crosscheck::gui::app::App;
use crosscheck::gui::command::Command;
use crosscheck::gui::fonts;
use crosscheck::gui::message::Event;
use crosscheck::gui::middle::Middle;
use crosscheck::gui::prefs::{Prefs, ThemeChoice};
use crosscheck::gui::state::slots::SlotId;
use crosscheck::text::Span;
use egui_kittest::{Harness, SnapshotOptions};

use crate::raster::Raster;

/// Pixels that may differ: other processors round the edges of letters otherwise.
const MAY_DIFFER: usize = 40;

const POST: &str = "Three hurt as ferry runs aground\n\
    Three passengers were hurt when the ferry Marigold ran aground off Tern Island on Monday, the coast guard said.\n\
    The ferry carried 120 people and had left port at 9 a.m. in calm weather.\n\
    Divers found no leak, and the ferry was towed to the yard in the evening.";

const WIRE: &str = "Nine injured in ferry accident\n\
    Nine passengers were hurt when the Marigold hit rocks near Tern Island on Monday.\n\
    About 120 people were on board when it left port at 9:15 a.m.\n\
    The captain was questioned for four hours.";

fn article(name: &str, outlet: &str, text: &str) -> Analysis {
    let mut article = Article::from_text(name, text);
    article.details.outlet = Some(outlet.to_owned());
    article.details.published = Published::parse("2025-03-10");
    if let Some(Block { kind, .. }) = article.blocks.first_mut() {
        *kind = BlockKind::Headline;
    }
    analyze(Arc::new(article))
}

/// The nth place of `words` in article `article`, as one that gives the value `group`.
fn mention(articles: &[Analysis], article: usize, words: &str, nth: usize, group: usize) -> Mention {
    let analysis = &articles[article];
    let (start, _) = analysis.article.text.match_indices(words).nth(nth).unwrap();
    let span = Span::new(start, start + words.len());
    let claim = analysis.claims.iter().position(|claim| claim.span.start <= start && start < claim.span.end).unwrap();
    let figure = analysis.figures[claim].iter().find(|figure| figure.span.overlaps(span));
    let quantity = figure.map(|figure| figure.quantity.clone());
    Mention { claim: ClaimId::at(article, claim), span, quantity, group }
}

fn story() -> Comparison {
    let articles = vec![article("post.txt", "The Harbor Post", POST), article("wire.txt", "Coast Wire Service", WIRE)];
    let finding = |id: &str, relation, what: &str, row, mentions: Vec<Mention>, why| Finding {
        id: id.to_owned(),
        kind: FindingKind::Figure,
        relation,
        certainty: Certainty::High,
        what: what.to_owned(),
        row,
        mentions,
        why,
    };
    let at = |article, words, nth, group| mention(&articles, article, words, nth, group);
    let met = |condition| Reason { condition, is_met: true };
    let hurt = vec![at(0, "Three", 1, 0), at(1, "Nine", 1, 1)];
    let left = vec![at(0, "9 a.m.", 0, 0), at(1, "9:15 a.m.", 0, 1)];
    let aboard = vec![at(0, "120 people", 0, 0), at(1, "About 120 people", 0, 1)];
    let alone = vec![at(1, "The captain was questioned for four hours.", 0, 0)];
    let fact = |what: &str, relation, finding: &str, mentions: &[Mention]| Fact {
        what: what.to_owned(),
        relation,
        finding: finding.to_owned(),
        cells: (0..2).map(|n| mentions.iter().filter(|m| m.claim.article == n).cloned().collect()).collect(),
        is_silent: vec![false; 2],
    };
    let facts = vec![
        fact("passengers hurt", Relation::Conflict, "F001", &hurt),
        fact("time of departure", Relation::Differs, "F002", &left),
        fact("people on board", Relation::Rounding, "F003", &aboard),
    ];
    let subject = met(Condition::SameSubject("passengers".to_owned()));
    let mut only = finding("F004", Relation::Differs, "captain questioned", None, alone, Vec::new());
    only.kind = FindingKind::OnlyIn;
    let findings = Findings {
        findings: vec![
            finding(
                "F001",
                Relation::Conflict,
                "passengers hurt",
                Some(RowIndex(1)),
                hurt,
                vec![subject, met(Condition::BothExact)],
            ),
            finding("F002", Relation::Differs, "time of departure", Some(RowIndex(2)), left, Vec::new()),
            finding("F003", Relation::Rounding, "people on board", Some(RowIndex(2)), aboard, Vec::new()),
            only,
        ],
        facts,
        ..Findings::default()
    };
    let row = |claim| Row { claims: (0..2).map(|article| ClaimId::at(article, claim)).collect() };
    let link = |claim| {
        let [a, b] = [0, 1].map(|article| ClaimId::at(article, claim));
        Link { a, b, score: 0.8, certainty: Certainty::High, shared: Vec::new() }
    };
    let (rows, links) = (0..3).map(|claim| (row(claim), link(claim))).unzip();
    Comparison { articles, alignment: Alignment { rows, links, ..Alignment::default() }, findings }
}

/// Draws the window with `theme` after `commands`, with the story where `has_story`, and compares it with the picture kept.
fn check(name: &str, theme: ThemeChoice, comparison: Option<Comparison>, commands: &[Command]) {
    let mut app: Option<App> = None;
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        None => {
            ui.ctx().set_fonts(fonts::definitions());
            let prefs = Prefs { theme, hint_dismissed: true, reduced_motion: true, ..Prefs::default() };
            *app = Some(App::with(ui.ctx(), prefs, Vec::new()).unwrap());
            ui.ctx().request_repaint();
        }
    };
    let builder = Harness::builder().with_size([940.0, 620.0]).renderer(Raster::default());
    let mut harness = builder.build_ui_state(show, app.take());
    harness.run_steps(3);
    let ctx = harness.ctx.clone();
    let window = harness.state_mut().as_mut().unwrap();
    if let Some(comparison) = comparison {
        let slots = (1..=comparison.articles.len() as u64).map(SlotId).collect();
        window.hear(&ctx, Event::Compared { generation: 0, slots, comparison: Arc::new(comparison) });
    }
    for command in commands {
        window.dispatch(&ctx, command.clone());
    }
    harness.run_steps(12);
    let options = SnapshotOptions::new().threshold(0.6).max_failed_pixels(MAY_DIFFER);
    harness.snapshot_options(name, &options);
}

#[test]
fn the_first_screen() {
    check("welcome", ThemeChoice::Light, None, &[]);
}

#[test]
fn a_selected_conflict_stands_at_one_height_and_opens_its_card() {
    check("conflict", ThemeChoice::Light, Some(story()), &[Command::NextFinding]);
}

#[test]
fn the_facts_in_the_dark() {
    check("facts", ThemeChoice::Dark, Some(story()), &[Command::Show(Middle::Facts)]);
}
