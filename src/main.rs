//! The `crosscheck` program: arguments to the window or to headless mode.

use std::process::ExitCode;

use clap::Parser;
use crosscheck::cli;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let result = match &arguments.command {
        Some(command) => cli::run(command),
        None => Ok(ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        eprintln!("crosscheck: {error:#}");
        ExitCode::from(cli::TROUBLE)
    })
}
