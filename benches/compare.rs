//! How many bytes a second figures are found in; how long each stage and the whole take on 3, 10 and 100 articles of one story, alignment
//! on up to 1,000; and how many stories a second a batch answers.
//!
//! `cargo bench` runs all; `cargo bench -- whole/10` one. The articles are made up here: every outlet tells most of a
//! story of forty events in its own order, its own words and, now and then, with its own figures.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use crosscheck::alignment;
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;
use crosscheck::cli::batch;
use crosscheck::compare::{Comparison, Options, compare};
use crosscheck::figures;
use crosscheck::findings;
use crosscheck::report::{Format, render};
use crosscheck::story::Story;
use crosscheck::view::report::ReportOptions;

mod made_up;

use made_up::{Random, dense, press};

const SIZES: [usize; 3] = [3, 10, 100];

const ACTORS: [&str; 8] = [
    "the harbour master",
    "a regional court",
    "the fire brigade",
    "the mayor of Altmark",
    "two inspectors",
    "the ferry company",
    "residents of the lower town",
    "the coast guard",
];
const ACTS: [[&str; 2]; 8] = [
    ["ordered the evacuation of {n} houses near the quay", "had {n} homes by the quay cleared"],
    ["fined the operator {n} euros for the leaking tank", "imposed a penalty of {n} euros over the tank that leaked"],
    ["rescued {n} passengers from the upper deck", "brought {n} people to safety from the upper deck"],
    ["put the damage to the pier at {n} million euros", "estimated that the pier had lost {n} million euros in value"],
    ["found {n} cracks in the northern breakwater", "counted {n} cracks in the breakwater to the north"],
    ["cancelled {n} crossings until the end of the week", "called off {n} crossings for the rest of the week"],
    ["collected {n} signatures against the new terminal", "gathered {n} signatures opposing the terminal"],
    ["searched the bay for {n} hours with divers", "spent {n} hours searching the bay with divers"],
];
const TAILS: [&str; 5] = [
    "on Monday",
    "after the storm of 3 March",
    "according to a statement",
    "although a report had warned of it in 2017",
    "in the presence of reporters",
];

fn sentence(event: usize, random: &mut Random) -> String {
    let n = 3 + event * 7 + if random.below(8) == 0 { 1 + random.below(9) } else { 0 };
    let act = ACTS[event % ACTS.len()][random.below(2)].replace("{n}", &n.to_string());
    let actor = ACTORS[event / ACTS.len() + event % 3];
    let tail = TAILS[random.below(TAILS.len())];
    let sentence =
        if random.below(2) == 0 { format!("{actor} {act} {tail}.") } else { format!("{tail}, {actor} {act}.") };
    sentence[..1].to_uppercase() + &sentence[1..]
}

fn articles(n_articles: usize) -> Vec<Arc<Article>> {
    (0..n_articles)
        .map(|outlet| {
            let mut random = Random(outlet as u64);
            let events: Vec<usize> = (0..40).filter(|_| random.below(4) > 0).collect();
            let text: Vec<String> = events.iter().map(|&event| sentence(event, &mut random)).collect();
            Arc::new(Article::from_text(format!("Outlet {outlet}"), text.join("\n")))
        })
        .collect()
}

fn compared(articles: &[Arc<Article>]) -> Comparison {
    compare(articles, &Options::default(), &|_| ControlFlow::Continue(())).unwrap()
}

/// Figures alone, on news-like text of a kilobyte up to ten megabytes: the rate should be flat.
fn figures_of_texts(criterion: &mut Criterion) {
    let mut random = Random(7);
    let mut text = String::new();
    while text.len() < 10_000_000 {
        let line: Vec<String> = (0..4).map(|_| sentence(random.below(40), &mut random)).collect();
        text.push_str(&line.join(" "));
        text.push_str("\n\n");
    }
    let mut group = criterion.benchmark_group("figures");
    group.sample_size(10);
    for n_bytes in [1_000, 100_000, 1_000_000, 10_000_000] {
        let part = &text[..n_bytes];
        group.throughput(Throughput::Bytes(n_bytes as u64));
        group.bench_with_input(BenchmarkId::from_parameter(n_bytes), part, |bencher, part| {
            bencher.iter(|| figures::find(black_box(part), figures::Context::default()));
        });
    }
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10);
    for n_articles in SIZES {
        let articles = articles(n_articles);
        let analyses: Vec<Analysis> = articles.iter().map(|article| analyze(Arc::clone(article))).collect();
        let n_claims: usize = analyses.iter().map(|analysis| analysis.claims.len()).sum();
        group.throughput(Throughput::Elements(n_claims as u64));
        let id = |stage: &str| BenchmarkId::new(stage, n_articles);
        group.bench_with_input(id("claims and figures"), &articles, |bencher, articles| {
            bencher.iter(|| articles.iter().map(|article| analyze(Arc::clone(article))).collect::<Vec<_>>());
        });
        let alignment = alignment::align(&Story::read(&analyses), &alignment::Options::default());
        group.bench_with_input(id("alignment"), &analyses, |bencher, analyses| {
            bencher.iter(|| alignment::align(&Story::read(black_box(analyses)), &alignment::Options::default()));
        });
        group.bench_with_input(id("findings"), &analyses, |bencher, analyses| {
            bencher.iter(|| findings::find(black_box(analyses), &alignment));
        });
        let comparison = compared(&articles);
        for format in Format::ALL {
            group.bench_with_input(id(&format!("report {}", format.ending())), &comparison, |bencher, comparison| {
                bencher.iter(|| render(format, black_box(comparison), &ReportOptions::default()));
            });
        }
    }
}

/// Alignment alone where it matters most: many articles, and long ones.
fn alignments(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("alignment");
    group.sample_size(10);
    for (n_articles, n_claims) in [(3, 30), (10, 30), (100, 30), (1000, 30), (10, 300)] {
        let analyses = press(n_articles, n_claims);
        let n_pairs = n_articles * (n_articles - 1) / 2 * n_claims * n_claims;
        group.throughput(Throughput::Elements(n_pairs as u64));
        let id = BenchmarkId::from_parameter(format!("{n_articles} articles of {n_claims}"));
        group.bench_with_input(id, &analyses, |bencher, analyses| {
            bencher.iter(|| alignment::align(&Story::read(black_box(analyses)), &alignment::Options::default()));
        });
    }
    let analyses = dense(100);
    group.throughput(Throughput::Elements(analyses.iter().map(|analysis| analysis.claims.len() as u64).sum()));
    group.bench_with_input(BenchmarkId::from_parameter("100 dense articles"), &analyses, |bencher, analyses| {
        bencher.iter(|| alignment::align(&Story::read(black_box(analyses)), &alignment::Options::default()));
    });
}

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    for n_articles in SIZES {
        let articles = articles(n_articles);
        group.bench_with_input(BenchmarkId::from_parameter(n_articles), &articles, |bencher, articles| {
            bencher.iter(|| compared(black_box(articles)));
        });
    }
}

fn batches(criterion: &mut Criterion) {
    const N_STORIES: usize = 50;
    let story = |id: usize| {
        let articles: Vec<serde_json::Value> = articles(3)
            .iter()
            .map(|article| serde_json::json!({ "name": article.name, "text": article.text }))
            .collect();
        serde_json::json!({ "id": id.to_string(), "articles": articles }).to_string() + "\n"
    };
    let input: String = (0..N_STORIES).map(story).collect();
    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10);
    group.throughput(Throughput::Elements(N_STORIES as u64));
    group.bench_function("stories of 3 articles", |bencher| {
        bencher.iter_batched(
            Vec::new,
            |mut output| batch::stream(input.as_bytes(), &mut output, None).unwrap(),
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, figures_of_texts, stages, alignments, whole, batches);
criterion_main!(benches);
