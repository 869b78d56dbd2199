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
mod output;
mod read;
mod report;
mod report_words;
mod score;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use self::output::TROUBLE;
use self::output::{is_closed_pipe, print};

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
    /// Verifies a saved session: its texts are unchanged, and the same findings come out.
    Verify(verify::Verify),
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
        Command::Verify(verify) => verify::run(verify),
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
