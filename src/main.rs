//! The `crosscheck` program: arguments to the window or to headless mode.

use std::process::ExitCode;

use clap::Parser;
use crosscheck::cli;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    if let Ok(program) = std::env::current_exe() {
        crosscheck::article::open::read_with(program);
    }
    let result = match arguments.command {
        Some(command) => cli::run(&command),
        None => open_window(arguments.files),
    };
    result.unwrap_or_else(|error| {
        eprintln!("crosscheck: {error:#}");
        ExitCode::from(cli::TROUBLE)
    })
}

#[cfg(feature = "gui")]
fn open_window(files: Vec<std::path::PathBuf>) -> anyhow::Result<ExitCode> {
    crosscheck::gui::start::run(files).map_err(anyhow::Error::msg)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "gui"))]
fn open_window(_: Vec<std::path::PathBuf>) -> anyhow::Result<ExitCode> {
    anyhow::bail!("this build has no window, use crosscheck compare FILE FILE...")
}
