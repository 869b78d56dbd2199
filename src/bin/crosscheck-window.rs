//! Opens the window on Windows with no console behind it, for the start menu and for files that are double-clicked.
//!
//! A program of Windows either has a console or has none. `crosscheck.exe` has one, so that `crosscheck compare` prints
//! where it was called and its exit status is waited for; this program has none, and starts the other beside it without
//! showing one.

#![windows_subsystem = "windows"]

use std::io;
use std::process::{Command, ExitCode};

/// `CREATE_NO_WINDOW`: the program has a console that is not shown, and so have those that it starts itself.
#[cfg(windows)]
const NO_WINDOW: u32 = 0x0800_0000;

fn main() -> ExitCode {
    // There is nowhere to complain; what keeps the window from opening is told by the program itself.
    if start().is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

fn start() -> io::Result<()> {
    let program = std::env::current_exe()?.with_file_name(format!("crosscheck{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1));
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, NO_WINDOW);
    command.spawn()?;
    Ok(())
}
