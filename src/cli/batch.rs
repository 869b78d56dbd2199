//! `crosscheck batch`: one story per line in, one comparison per line out, in input order, in constant memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;
use serde_json::json;

use crate::article::{Article, Published};
use crate::compare::{Options, compare};
use crate::report::json::{Document, InputJson, StoryJson};

/// How many stories are worked on at once.
const CHUNK: usize = 64;

/// One story per line (NDJSON) in, one comparison per line out, in input order.
#[derive(Debug, clap::Args)]
pub struct Batch {
    /// A file of stories; `-` or nothing for standard input.
    #[arg(default_value = "-")]
    input: PathBuf,
    /// Also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    #[arg(long, value_name = "SCORE")]
    min_score: Option<f64>,
}

pub(super) fn run(batch: &Batch) -> anyhow::Result<ExitCode> {
    let input: Box<dyn BufRead> = if batch.input.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(&batch.input)
            .with_context(|| format!("the stories could not be read, check the file: {}", batch.input.display()))?;
        Box::new(BufReader::new(file))
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let (mut n_flagged, mut n_failed) = (0_usize, 0_usize);
    let mut lines = input.lines();
    loop {
        let chunk: Vec<String> = lines.by_ref().take(CHUNK).collect::<Result<_, _>>()?;
        if chunk.is_empty() {
            break;
        }
        let answers: Vec<(String, Outcome)> =
            chunk.par_iter().filter(|line| !line.trim().is_empty()).map(|line| answer(line, batch.min_score)).collect();
        for (answer, outcome) in answers {
            writeln!(output, "{answer}")?;
            n_flagged += usize::from(outcome == Outcome::Flagged);
            n_failed += usize::from(outcome == Outcome::Failed);
        }
        output.flush()?;
    }
    Ok(ExitCode::from(if n_failed > 0 { super::TROUBLE } else { u8::from(n_flagged > 0) }))
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Quiet,
    Flagged,
    Failed,
}

fn answer(line: &str, min_score: Option<f64>) -> (String, Outcome) {
    let story: StoryJson = match serde_json::from_str(line) {
        Ok(story) => story,
        Err(error) => {
            let value: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            return failed(
                value.get("id").unwrap_or(&serde_json::Value::Null),
                &format!("the line is not a story ({error})"),
            );
        }
    };
    let articles: Result<Vec<Arc<Article>>, String> =
        story.articles.into_iter().map(|a| article(a).map(Arc::new)).collect();
    let articles = match articles {
        Ok(articles) => articles,
        Err(error) => return failed(&story.id.into(), &error),
    };
    let mut options = Options::default();
    options.alignment.min_score = min_score;
    let Some(comparison) = compare(&articles, &options, &|_| ControlFlow::Continue(())) else {
        return failed(&story.id.into(), "the comparison was stopped");
    };
    let outcome = if comparison.findings.findings.is_empty() { Outcome::Quiet } else { Outcome::Flagged };
    match serde_json::to_string(&Document::new(Some(story.id.clone()), &comparison, min_score)) {
        Ok(text) => (text, outcome),
        Err(error) => failed(&story.id.into(), &error.to_string()),
    }
}

fn failed(id: &serde_json::Value, error: &str) -> (String, Outcome) {
    (json!({ "id": id, "error": error }).to_string(), Outcome::Failed)
}

fn article(input: InputJson) -> Result<Article, String> {
    let mut article = match (input.text, input.sentences) {
        (Some(text), None) => Article::from_text(input.name, text),
        (None, Some(sentences)) => Article::from_sentences(input.name, &sentences),
        _ => return Err(format!("an article needs either text or sentences: {}", input.name)),
    };
    article.details.title = input.title;
    article.details.published = input.published.as_deref().and_then(Published::parse);
    Ok(article)
}
