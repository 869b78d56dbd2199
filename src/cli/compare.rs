//! `crosscheck compare`: articles in, a summary or reports out.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;

use super::inputs;
use super::output::{TROUBLE, complain, print};
use super::report_words::ReportWords;
use super::score::score;
use crate::compare::{Options, analyze_all};
use crate::report::save::{SaveError, SaveErrorCause, save};
use crate::report::{self, render};
use crate::review::compare_reviewed;
use crate::session::{self, Found, Session};
use crate::view::report::ReportOptions;

const EXAMPLES: &str = "\
Examples:
  crosscheck compare post.html wire.txt herald.md
  crosscheck compare post.html wire.txt -o story.html -o story.csv
  crosscheck compare *.html --format json | jq '.findings[] | select(.relation == \"conflict\")'
  crosscheck compare *.html --session story.crosscheck   to go on with in the window
  crosscheck compare wire.txt published.html --only conflict --fail-on conflict
  crosscheck compare story.crosscheck -o story.md  a saved session, with its decisions
  crosscheck compare stitched.txt                  one article alone is compared with itself
  pdftotext release.pdf - | crosscheck compare - post.html

Exit status: 0 nothing flagged, 1 something flagged, 2 trouble: a file could not be read or written, an argument is wrong. Weaker
hints and what was dismissed flag nothing; --fail-on says what else does not.";

/// Compares articles.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Compare {
    /// Articles: text, Markdown or HTML, or a session of the window with its decisions; `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml
    /// (TEI). May be given several times.
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    /// Saves the articles and what was decided about them as a session, which the window opens; ends in .crosscheck.
    #[arg(long, value_name = "OUT")]
    session: Option<PathBuf>,
    /// The format, whatever the ending; without -o of what is printed.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// In JSON also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    #[arg(long, value_name = "SCORE", value_parser = score)]
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

    if let Some(path) = arguments.session.as_deref().filter(|path| !session::is_session(path)) {
        bail!("the session was not saved: end its name in .crosscheck: {}", path.display());
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
    if let Some(path) = &arguments.session {
        let session = Session { articles, review: inputs.review.clone(), found: Some(Found::of(&comparison)) };
        if let Err(error) = save_session(path, &arguments.files, &session) {
            complain(&error);
            is_trouble = true;
        }
    }

    let options = ReportOptions {
        unread: inputs.unread,
        min_score: arguments.min_score,
        ..arguments.words.options(inputs.review)
    };
    let is_printed = arguments.output.is_empty() && (arguments.session.is_none() || format.is_some());
    if is_printed || arguments.output.iter().any(is_stdout) {
        print(&render(format.unwrap_or(report::Format::Text), &comparison, &options))?;
    }
    for output in arguments.output.iter().filter(|output| !is_stdout(output)) {
        if let Err(error) = save(output, format, &comparison, &options) {
            complain(&error);
            is_trouble = true;
        }
    }
    Ok(arguments.words.status(&comparison, &options.review, is_trouble))
}

/// Saves `session` at `path`, which may be none of the `files` that were read.
fn save_session(path: &Path, files: &[PathBuf], session: &Session) -> Result<(), session::SaveError> {
    let is_read = |file: &PathBuf| path.canonicalize().is_ok_and(|path| file.canonicalize().is_ok_and(|f| f == path));
    if files.iter().any(is_read) {
        return Err(session::SaveError { path: path.to_owned(), cause: SaveErrorCause::IsInput });
    }
    session.save(path)
}
