//! Headless mode: the commands, their arguments, and their exit status.
//!
//! Exit status as `diff` has it: 0 compared and nothing flagged, 1 compared and something flagged, 2 trouble.

mod batch;
mod read;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The status for trouble.
pub const TROUBLE: u8 = 2;

/// Compare several articles about the same story.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Articles to open in the window.
    pub files: Vec<PathBuf>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What is read of each file: title, outlet, date, text, and what was left out.
    Read(read::Read),
    /// One story per line (NDJSON) in, one comparison per line out.
    Batch(batch::Batch),
    /// The JSON Schema of what `compare --format json` and `batch` write.
    Schema,
}

/// Runs `command`.
///
/// # Errors
/// On trouble that stops the whole run, such as standard output being closed.
pub fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Read(read) => read::run(read),
        Command::Batch(batch) => batch::run(batch),
        Command::Schema => {
            println!("{:#}", crate::report::json::schema());
            Ok(ExitCode::SUCCESS)
        }
    }
}
