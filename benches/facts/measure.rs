//! What `benches/facts/fit.py` asks the program for. Stories as `crosscheck batch` reads them come on standard input.
//!
//! `measure PREFIX` writes PREFIX.jsonl, a line for each story with its figures, and PREFIX.bin: for each pair of figures that can be
//! compared their two numbers in that list, as 32-bit integers, and the measures, as 32-bit floats, least byte first.
//! `claims PREFIX` writes for each pair of claims their places and the measures by which claims are aligned, in the same way.
//! `judge TABLE RELATED` answers as `crosscheck batch` does, with the trees of both tables in place of those that are shipped.
#![expect(clippy::unwrap_used, reason = "a measurement fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "it stands outside the program, and its files are its own")]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufWriter, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use crosscheck::alignment;
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::{Article, Published};
use crosscheck::compare::{Options, compare_analyzed};
use crosscheck::findings::same_fact;
use crosscheck::report::json::{Document, StoryJson};
use crosscheck::story::{ClaimId, Story};
use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["measure", prefix] => measure(prefix),
        ["claims", prefix] => claims(prefix),
        ["judge", table, related] => judge(table, related),
        _ => panic!("measure PREFIX, claims PREFIX or judge TABLE RELATED"),
    }
}

fn stories() -> impl Iterator<Item = (String, Vec<Analysis>)> {
    std::io::stdin().lock().lines().map(|line| {
        let story: StoryJson = serde_json::from_str(&line.unwrap()).unwrap();
        let articles = story.articles.into_iter().map(|input| {
            let mut article = match input.sentences {
                Some(sentences) => Article::from_sentences(input.name, &sentences),
                None => Article::from_text(input.name, input.text.unwrap_or_default()),
            };
            article.details.published = input.published.as_deref().and_then(Published::parse);
            analyze(Arc::new(article))
        });
        (story.id.unwrap_or_default(), articles.collect())
    })
}

fn measure(prefix: &str) {
    let mut lines = BufWriter::new(File::create(format!("{prefix}.jsonl")).unwrap());
    let mut bytes = BufWriter::new(File::create(format!("{prefix}.bin")).unwrap());
    for (id, articles) in stories() {
        let pairs = same_fact::measure_all(&articles);
        let mut numbers = BTreeMap::new();
        let mut figures = Vec::new();
        for (claim, span) in pairs.iter().flat_map(|pair| pair.places) {
            numbers.entry((claim, span)).or_insert_with(|| {
                let analysis = &articles[claim.article];
                let sentence = &analysis.claims[claim.claim];
                let start = sentence.span.start;
                figures.push(json!([claim.article, sentence.sentence, span.start - start, span.end - start]));
                figures.len() as u32 - 1
            });
        }
        writeln!(lines, "{}", json!({"id": id, "figures": figures, "n_pairs": pairs.len()})).unwrap();
        for pair in &pairs {
            pair.places.iter().for_each(|place| bytes.write_all(&numbers[place].to_le_bytes()).unwrap());
            pair.measures.iter().for_each(|value| bytes.write_all(&value.to_le_bytes()).unwrap());
        }
    }
}

fn claims(prefix: &str) {
    let mut lines = BufWriter::new(File::create(format!("{prefix}.jsonl")).unwrap());
    let mut bytes = BufWriter::new(File::create(format!("{prefix}.bin")).unwrap());
    for (id, articles) in stories() {
        let story = Story::read(&articles);
        let mut pairs = Vec::new();
        for (a, b, measures) in alignment::measure(&story) {
            // A story has its articles in an order of its own.
            let mut pair = [a, b].map(|claim| story.given_claim(claim));
            pair.sort_unstable();
            let place = |id: ClaimId| json!([id.article, articles[id.article].claims[id.claim].sentence]);
            pairs.push(json!(pair.map(place)));
            measures.iter().for_each(|value| bytes.write_all(&value.to_le_bytes()).unwrap());
        }
        writeln!(lines, "{}", json!({"id": id, "pairs": pairs})).unwrap();
    }
}

fn judge(table: &str, related: &str) {
    same_fact::judge_with(&std::fs::read_to_string(table).unwrap());
    alignment::judge_related_with(&std::fs::read_to_string(related).unwrap());
    for (id, articles) in stories() {
        let comparison = compare_analyzed(articles, &Options::default(), &|_| ControlFlow::Continue(())).unwrap();
        println!("{}", serde_json::to_string(&Document::new(Some(id), &comparison, None)).unwrap());
    }
}
