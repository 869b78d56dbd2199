//! How long each stage takes on a made-up story, and how much memory the process held at most, one story a run:
//!
//! ```text
//! cargo run --release --example load -- dense 300       every article tells the same 120 events in 30 sentences
//! cargo run --release --example load -- press 300       articles as alike as those of news
//! cargo run --release --example load -- alike 4000      two articles of so many lines made alike
//! ```
//!
//! With a third word, findings are looked for as well.
//!
//! On two cores:
//!
//! | story | sentences | alignment | findings | memory of the process |
//! |---|---|---|---|---|
//! | dense 100 | 3,000 | 0.3 s | 0.9 s | 65 MB |
//! | dense 300 | 9,000 | 1.4 s | 3.2 s | 235 MB |
//! | dense 1000 | 30,000 | 7.7 s | 36 s | 873 MB |
//! | press 1000 | 30,000 | 5.1 s | 20 s | 561 MB |
//! | alike 4000 | 8,000 | 12.6 s | 2.5 s | 116 MB |
//! | alike 20000 | 40,000 | 71 s | 51 s | 490 MB |
//!
//! Of the dense stories' memory a part is the facts table, which has a cell for each fact and each article.
#![expect(clippy::unwrap_used, reason = "a measurement fails by panicking")]

use std::sync::Arc;
use std::time::Instant;

use crosscheck::alignment::{self, align};
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;
use crosscheck::findings;
use crosscheck::story::Story;

mod made_up;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let n: usize = arguments[1].parse().unwrap();
    let mut start = Instant::now();
    let mut tell = |stage: &str, what: String| {
        println!("{stage}: {:.2} s, at most {:.0} MB so far, {what}", start.elapsed().as_secs_f64(), most_megabytes());
        start = Instant::now();
    };
    let analyses = match &*arguments[0] {
        "dense" => made_up::dense(n),
        "press" => made_up::press(n, 30),
        "alike" => alike(n),
        other => panic!("no such story: {other}"),
    };
    tell(
        "claims and figures",
        format!("{} claims", analyses.iter().map(|article| article.claims.len()).sum::<usize>()),
    );
    let story = Story::read(&analyses);
    tell("story", format!("{} names", story.names().names.len()));
    let alignment = align(&story, &alignment::Options::default());
    tell("alignment", format!("{} links, {} rows", alignment.links.len(), alignment.rows.len()));
    if arguments.len() > 2 {
        let findings = findings::find(&analyses, &alignment);
        tell("findings", format!("{} findings", findings.findings.len()));
    }
}

/// The most memory that the process has held, where the system tells.
#[expect(clippy::disallowed_methods, reason = "reads what the kernel counts, no article")]
fn most_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    most.and_then(|most| most.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// Two articles of `n_claims` lines each that are made alike, as in a list of results.
fn alike(n_claims: usize) -> Vec<Analysis> {
    let article = |outlet: usize| {
        let line = |ward: usize| {
            format!("Ward {} counted {} votes for the harbor list.", ward + 1, (ward * 37 + outlet) % 900)
        };
        let sentences: Vec<String> = (0..n_claims).map(line).collect();
        let sentences: Vec<&str> = sentences.iter().map(String::as_str).collect();
        analyze(Arc::new(Article::from_sentences(format!("Outlet {outlet}"), &sentences)))
    };
    (0..2).map(article).collect()
}
