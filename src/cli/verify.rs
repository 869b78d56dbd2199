//! `crosscheck verify`: whether a saved session is what it was, and its texts still give the findings that it says.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;

use super::output::{TROUBLE, complain, print};
use crate::article::open;
use crate::session::Session;
use crate::wording::look::letter;
use crate::wording::session_words as words;

const EXAMPLES: &str = "\
Examples:
  crosscheck verify story.crosscheck               texts unchanged, the same findings?
  crosscheck verify story.crosscheck saved/*.html  and are these the files it was made from?

Exit status: 0 all as it was saved, 1 something else comes out, the session does not say what was found, or a file is none of its
own, 2 trouble: a file could not be read, or a text of the session was changed since it was saved.";

/// Verifies a saved session: the SHA-256 of its texts, and whether comparing them again finds the same.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Verify {
    /// The session.
    #[arg(value_name = "SESSION")]
    session: PathBuf,
    /// Files that should be those its articles were read from.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Verify) -> anyhow::Result<ExitCode> {
    let session = Session::open(&arguments.session)?;
    let Some(verified) = session.verify(&|_| ControlFlow::Continue(())) else { bail!("the comparison was stopped") };
    let mut lines = verified.lines();
    let (mut is_same, mut is_trouble) = (verified.is_same(), false);
    for file in &arguments.files {
        let name = file.display().to_string();
        match open::sha256(file) {
            Ok(sha256) => {
                let mut articles = session.articles.iter().enumerate();
                match articles.find(|(_, article)| article.reading.sha256 == sha256) {
                    Some((idx, article)) => {
                        lines.push(words::is_file_of(&name, &format!("{} {}", letter(idx), article.label())));
                    }
                    None => {
                        is_same = false;
                        lines.push(words::is_no_file(&name));
                    }
                }
            }
            Err(error) => {
                complain(&error);
                is_trouble = true;
            }
        }
    }
    print(format!("{}\n", lines.join("\n")).as_bytes())?;
    Ok(ExitCode::from(if is_trouble { TROUBLE } else { u8::from(!is_same) }))
}
