//! `crosscheck merge`: two sessions of the same texts in, one out.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::output::{TROUBLE, complain, print};
use crate::session::{self, Found, Session};
use crate::wording::session_words;

const EXAMPLES: &str = "\
Examples:
  crosscheck merge desk.crosscheck second.crosscheck -o both.crosscheck
  crosscheck report both.crosscheck -o both.docx      lists where the two readers disagree

What only one reader said stands. Where both said something else of the same thing the first one's word stands, and the second one's
is kept beside it: in the window on its card, in reports under \u{201c}Where two readers disagree\u{201d}.

Exit status: 0 the readers agree, 1 they disagree, 2 trouble.";

/// Puts two sessions of the same texts together, of two readers.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Merge {
    /// The session of the first reader.
    #[arg(value_name = "SESSION")]
    first: PathBuf,
    /// The session of the second reader.
    #[arg(value_name = "SECOND")]
    second: PathBuf,
    /// Where both go; ends in .crosscheck.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
}

pub(super) fn run(arguments: &Merge) -> anyhow::Result<ExitCode> {
    if !session::is_session(&arguments.output) {
        bail!("the session was not saved: end its name in .crosscheck: {}", arguments.output.display());
    }
    let mut session = Session::open(&arguments.first)?;
    let second = Session::open(&arguments.second)?;
    let merged = match session.merge(&second) {
        Ok(merged) => merged,
        Err(other) => bail!("{other}: {}", arguments.second.display()),
    };
    let is_input = [&arguments.first, &arguments.second]
        .into_iter()
        .any(|input| arguments.output.canonicalize().is_ok_and(|out| input.canonicalize().is_ok_and(|one| one == out)));
    if is_input {
        bail!(
            "the session was not saved: this file is one of the two; choose another name: {}",
            arguments.output.display()
        );
    }
    session.found = session.compare(&|_| ControlFlow::Continue(())).map(|comparison| Found::of(&comparison));
    if let Err(error) = session.save(&arguments.output) {
        complain(&error);
        return Ok(ExitCode::from(TROUBLE));
    }
    print(format!("{}\n", session_words::merged(merged)).as_bytes())?;
    Ok(ExitCode::from(u8::from(merged.n_other > 0)))
}
