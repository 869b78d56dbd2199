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
use crosscheck::view::report::ReportOptions;

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

/// A small generator (splitmix64): the same articles on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

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
        let alignment = alignment::align(&analyses, &alignment::Options::default());
        group.bench_with_input(id("alignment"), &analyses, |bencher, analyses| {
            bencher.iter(|| alignment::align(black_box(analyses), &alignment::Options::default()));
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
            bencher.iter(|| alignment::align(black_box(analyses), &alignment::Options::default()));
        });
    }
}

/// What happened, as words to tell it with: each telling picks from them.
struct Event {
    words: Vec<String>,
    names: [String; 2],
    figure: usize,
}

/// Articles of made-up words that are as frequent as words of news: the n-th in proportion to 1 / (n + 8). Two in three sentences tell
/// events of the story, some of which everybody tells, a third stand alone; every fifth article prints an agency's sentences.
fn press(n_articles: usize, n_claims: usize) -> Vec<Analysis> {
    let random = &mut Random(n_articles as u64);
    let n_events = (n_claims * 2).max((60.0 * (n_articles as f64 / 3.0).powf(0.4)) as usize);
    let events: Vec<Event> = (0..n_events)
        .map(|_| Event {
            words: (0..11)
                .map(|idx| if idx < 6 { common_word(random) } else { word(300 + random.below(11_700)) })
                .collect(),
            names: [name(random), name(random)],
            figure: 2 + random.below(900),
        })
        .collect();
    let agencies: Vec<Vec<String>> = (0..2 + n_articles / 40)
        .map(|_| (0..n_claims).map(|_| told(&events[frequent(n_events, random)], random)).collect())
        .collect();
    let article = |outlet: usize| {
        let agency = (random.below(5) == 0).then(|| &agencies[random.below(agencies.len())]);
        let sentences: Vec<String> = (0..n_claims)
            .map(|claim| match agency {
                Some(agency) if random.below(5) > 0 => agency[claim].clone(),
                _ if random.below(3) > 0 => told(&events[frequent(n_events, random)], random),
                _ => {
                    let mut words = vec![name(random)];
                    words.extend((0..7 + random.below(7)).map(|_| common_word(random)));
                    dressed(&words, random)
                }
            })
            .collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        analyze(Arc::new(Article::from_sentences(format!("Outlet {outlet}"), &sentences)))
    };
    (0..n_articles).map(article).collect()
}

/// A telling of `event`: a good half of its words, mostly its names and its figure, and words of the outlet's own.
fn told(event: &Event, random: &mut Random) -> String {
    let mut words: Vec<String> = event.words.iter().filter(|_| random.below(100) < 57).cloned().collect();
    words.extend(event.names.iter().filter(|_| random.below(5) > 0).cloned());
    if random.below(2) == 0 {
        let is_other = random.below(7) == 0;
        words.push((if is_other { 2 + random.below(900) } else { event.figure }).to_string());
    }
    words.extend((0..2 + random.below(4)).map(|_| common_word(random)));
    dressed(&words, random)
}

/// A sentence of `words` with the small words that most of them have before them.
fn dressed(words: &[String], random: &mut Random) -> String {
    const SMALL: [&str; 12] = ["the", "a", "of", "to", "in", "and", "for", "on", "with", "was", "by", "from"];
    let parts: Vec<String> =
        words
            .iter()
            .map(|word| {
                if random.below(7) > 0 { format!("{} {word}", SMALL[random.below(SMALL.len())]) } else { word.clone() }
            })
            .collect();
    let sentence = parts.join(" ");
    format!("{}{}.", sentence[..1].to_uppercase(), &sentence[1..])
}

/// A number below `n`, the smaller the likelier.
fn frequent(n: usize, random: &mut Random) -> usize {
    let share = random.below(1 << 20) as f64 / f64::from(1 << 20);
    (8.0 * ((n as f64 + 8.0) / 8.0).powf(share) - 8.0) as usize
}

fn common_word(random: &mut Random) -> String {
    word(frequent(12_000, random))
}

fn name(random: &mut Random) -> String {
    let word = word(20_000 + frequent(60, random));
    word[..1].to_uppercase() + &word[1..]
}

/// The `n`-th word of the made-up language: three syllables.
fn word(n: usize) -> String {
    let syllables = [n % 80, n / 80 % 80, n / 6400 % 80];
    syllables
        .iter()
        .map(|n| format!("{}{}", &"bdfgklmnprstvzch"[n % 16..n % 16 + 1], &"aeiou"[n / 16..n / 16 + 1]))
        .collect()
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
