//! `crosscheck report`: a saved session in, its reports out.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::output::{complain, print};
use super::report_words::ReportWords;
use crate::report::save::{SaveError, SaveErrorCause, save};
use crate::report::{Format, render};
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  crosscheck report story.crosscheck -o story.docx -o story.xlsx
  crosscheck report story.crosscheck --only conflict,notes -o conflicts.html
  crosscheck report story.crosscheck --reviewer 'A. Desk' --date 2026-11-29 -o story.html

Exit status: 0 nothing flagged, 1 something flagged, 2 trouble: a file could not be read or written, an argument is wrong. Weaker
hints and what was dismissed flag nothing; --fail-on says what else does not.";

/// Writes the reports of a saved session: what was decided, noted and mended in the window, and what is open.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Report {
    /// The session, as the window saved it.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    /// Saves a report in the format of its ending: html, docx, md, xlsx, csv, json, txt, jsonld (Web Annotation) or xml
    /// (TEI). May be given several times; without it a summary is printed.
    #[arg(short, long, value_name = "OUT")]
    output: Vec<PathBuf>,
    #[command(flatten)]
    words: ReportWords,
}

pub(super) fn run(arguments: &Report) -> anyhow::Result<ExitCode> {
    if let Some(path) = arguments.output.iter().find(|output| Format::of_path(output).is_none()) {
        bail!(SaveError { path: path.clone(), cause: SaveErrorCause::UnknownEnding });
    }
    let session = Session::open(&arguments.session)?;
    let progress = |_| ControlFlow::Continue(());
    let Some(comparison) = session.compare(&progress) else { bail!("the comparison was stopped") };
    let options = arguments.words.options(session.review);
    if arguments.output.is_empty() {
        print(&render(Format::Text, &comparison, &options))?;
    }
    let mut is_trouble = false;
    for output in &arguments.output {
        let is_session = |path: &PathBuf| path.canonicalize().ok() == arguments.session.canonicalize().ok();
        let saved = match is_session(output) {
            true => Err(SaveError { path: output.clone(), cause: SaveErrorCause::IsInput }),
            false => save(output, None, &comparison, &options),
        };
        if let Err(error) = saved {
            complain(&error);
            is_trouble = true;
        }
    }
    Ok(arguments.words.status(&comparison, &options.review, is_trouble))
}
