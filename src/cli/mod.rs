//! Headless mode: the commands, their arguments, and their exit status.
//!
//! Exit status as `diff` has it: 0 compared and nothing flagged, 1 compared and something flagged, 2 trouble: an input
//! could not be read, an output could not be written, an argument is wrong. Errors go to standard error, one line each:
//! what happened, what to do, the path last. One bad input does not stop the others. A closed pipe ends a run quietly.

pub mod batch;
mod compare;
mod figures;
mod inputs;
mod merge;
mod read;
mod report;
mod report_words;

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

/// The status for trouble.
pub const TROUBLE: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  crosscheck post.html wire.txt herald.md        opens the window with three articles
  crosscheck compare post.html wire.txt          prints where they differ
  crosscheck compare *.html -o story.html        saves a report
  crosscheck batch stories.ndjson > answers.ndjson

Exit status: 0 nothing flagged, 1 something flagged, 2 trouble.";

/// Compare several articles about the same story: see what differs, figures first.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Articles to open in the window, or a saved session.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compares articles: prints a summary or saves reports.
    Compare(compare::Compare),
    /// Writes the reports of a saved session, with its decisions and notes.
    Report(report::Report),
    /// Puts two sessions of the same texts together, of two readers.
    Merge(merge::Merge),
    /// Shows what is read of each file: title, outlet, date, text, and what was left out.
    Read(read::Read),
    /// Lists the figures of a text with their values.
    Figures(figures::Figures),
    /// Compares many stories: one story per line (NDJSON) in, one comparison per line out, in input order.
    Batch(batch::Batch),
    /// Prints the JSON Schema of what `compare --format json` and `batch` write.
    #[command(after_help = "Examples:\n  crosscheck schema > crosscheck-1.json")]
    Schema,
}

/// Runs `command`.
///
/// # Errors
/// On trouble that stops the whole run.
pub fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let result = match command {
        Command::Compare(compare) => compare::run(compare),
        Command::Report(report) => report::run(report),
        Command::Merge(merge) => merge::run(merge),
        Command::Read(read) => read::run(read),
        Command::Figures(figures) => figures::run(figures),
        Command::Batch(batch) => batch::run(batch),
        Command::Schema => {
            let schema = format!("{:#}\n", crate::report::json::schema());
            print(schema.as_bytes()).map(|()| ExitCode::SUCCESS)
        }
    };
    result.or_else(|error| if is_closed_pipe(&error) { Ok(ExitCode::from(TROUBLE)) } else { Err(error) })
}

/// Writes to standard output.
fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes).and_then(|()| output.flush()).context(NOT_WRITTEN)
}

/// What is said when standard output cannot be written.
const NOT_WRITTEN: &str = "standard output could not be written, free some space or send it elsewhere";

/// Tells one trouble on standard error.
fn complain(trouble: &dyn std::fmt::Display) {
    let trouble = trouble.to_string();
    // Standard error that is closed leaves nowhere to complain.
    let _ = writeln!(io::stderr(), "crosscheck: {}", crate::wording::visible::visible(&trouble));
}

/// Whether the reader of our output went away, as `head` does: it has all it wanted.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(ErrorKind::BrokenPipe)
    })
}

/// Reads a score of a link.
fn score(text: &str) -> Result<f64, String> {
    let score: f64 = text.parse().map_err(|_| "a score is a number from 0 to 1".to_owned())?;
    if (0.0..=1.0).contains(&score) { Ok(score) } else { Err("a score lies between 0 and 1".to_owned()) }
}
