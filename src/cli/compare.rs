//! `crosscheck compare`: articles in, a summary or reports out.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::report_words::{ReportWords, status};
use super::{TROUBLE, complain, inputs, print};
use crate::compare::{Options, analyze_all};
use crate::report::save::{SaveError, SaveErrorCause, save};
use crate::report::{self, render};
use crate::review::compare_reviewed;
use crate::view::report::ReportOptions;

const EXAMPLES: &str = "\
Examples:
  crosscheck compare post.html wire.txt herald.md
  crosscheck compare post.html wire.txt -o story.html -o story.csv
  crosscheck compare *.html --format json | jq '.findings[] | select(.relation == \"conflict\")'
  crosscheck compare story.crosscheck -o story.md  a saved session, with its decisions
  crosscheck compare stitched.txt                  one article alone is compared with itself
  pdftotext release.pdf - | crosscheck compare - post.html

Exit status: 0 nothing flagged, 1 something flagged, 2 trouble. Weaker hints and what was dismissed flag nothing.";

/// Compares articles.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Compare {
    /// Articles: text, Markdown or HTML, or a session of the window with its decisions; `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Saves a report in the format of its ending: html, docx, md, xlsx, csv, json or txt. May be given several times.
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    /// The format, whatever the ending; without -o of what is printed.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// In JSON also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    #[arg(long, value_name = "SCORE", value_parser = super::score)]
    min_score: Option<f64>,
    #[command(flatten)]
    words: ReportWords,
}

/// A format as it is named on the command line.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Md,
    Csv,
    Html,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
            Format::Md => Self::Markdown,
            Format::Csv => Self::Csv,
            Format::Html => Self::Html,
        }
    }
}

pub(super) fn run(arguments: &Compare) -> anyhow::Result<ExitCode> {
    let format = arguments.format.map(report::Format::from);
    let is_stdout = |output: &PathBuf| output.as_os_str() == "-";
    let unknown =
        arguments.output.iter().find(|output| !is_stdout(output) && report::Format::of_path(output).is_none());
    if let (Some(path), None) = (unknown, format) {
        bail!(SaveError { path: path.clone(), cause: SaveErrorCause::UnknownEnding });
    }

    let inputs = inputs::open_all(&arguments.files);
    let mut is_trouble = !inputs.unread.is_empty();
    let articles = inputs::without_repeated(inputs.articles);
    if articles.is_empty() {
        return Ok(ExitCode::from(TROUBLE));
    }
    let mut options = Options::default();
    options.alignment.min_score = arguments.min_score;
    let progress = |_| ControlFlow::Continue(());
    let comparison = analyze_all(&articles, &progress)
        .and_then(|analyzed| compare_reviewed(analyzed, &options, &inputs.review, &progress));
    let Some(comparison) = comparison else {
        bail!("the comparison was stopped");
    };

    let options = ReportOptions {
        unread: inputs.unread,
        min_score: arguments.min_score,
        ..arguments.words.options(inputs.review)
    };
    if arguments.output.is_empty() || arguments.output.iter().any(is_stdout) {
        print(&render(format.unwrap_or(report::Format::Text), &comparison, &options))?;
    }
    for output in arguments.output.iter().filter(|output| !is_stdout(output)) {
        if let Err(error) = save(output, format, &comparison, &options) {
            complain(&error);
            is_trouble = true;
        }
    }
    Ok(status(&comparison, &options.review, is_trouble))
}
