//! Reads what is risky to take apart in a process of its own.
//!
//! A document that was made to break programs can exhaust the stack or run without end, and neither can be caught inside a
//! process. Here the program starts itself once more, hands it the bytes, and ends it at a deadline: what can be lost is
//! one document. Nothing but bytes in and articles out passes between the two, and no file is touched.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;
use std::thread::Builder;
use std::time::Duration;

use super::{Article, Unreadable};

/// How long one document may take. A PDF of 271 pages took .6 s, and 23 s on a machine with ten others at work.
const DEADLINE: Duration = Duration::from_secs(60);

/// Most bytes of an answer.
const ANSWER: u64 = 512_000_000;

/// This program, where it can be started once more.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// From now on risky documents are read by `program`, which is this one. Tests and other programs read them themselves.
pub fn read_with(program: PathBuf) {
    // Said once at the start of a program; a second time changes nothing.
    let _ = PROGRAM.set(program);
}

/// What the other process answers.
pub type Answer = Result<Vec<Article>, Unreadable>;

/// Reads the articles in `bytes` in a process of its own; `None` where none was started, and they are still to be read.
pub(super) fn read(bytes: &[u8], name: &str) -> Option<Answer> {
    let child = start(PROGRAM.get()?, name).ok()?;
    Some(ask(child, bytes, DEADLINE))
}

fn start(program: &Path, name: &str) -> std::io::Result<Child> {
    let mut command = Command::new(program);
    command
        .args(["read", &format!("--apart={name}")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command.spawn()
}

/// Hands `bytes` to `child` and waits for its answer until the `deadline`.
fn ask(mut child: Child, bytes: &[u8], deadline: Duration) -> Answer {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Unreadable::Broken);
    };
    let (say, hear) = channel();
    let listening = Builder::new().name("listening".to_owned()).spawn(move || {
        let mut answer = Vec::new();
        let heard = output.take(ANSWER).read_to_end(&mut answer);
        // Nobody hears it after the deadline.
        let _ = say.send(heard.map(|_| answer));
    });
    let bytes = bytes.to_vec();
    let feeding = Builder::new().name("feeding".to_owned()).spawn(move || {
        // A process that ended early gives no answer, which says it all.
        let _ = input.write_all(&bytes);
    });
    let answer = match (listening, feeding) {
        (Ok(_), Ok(_)) => hear.recv_timeout(deadline),
        _ => return Err(Unreadable::Broken),
    };
    // After an answer it ends by itself; without one it is ended.
    let is_late = answer.is_err();
    if is_late {
        let _ = child.kill();
    }
    let _ = child.wait();
    match answer {
        Ok(Ok(answer)) => serde_json::from_slice(&answer).unwrap_or(Err(Unreadable::Broken)),
        Ok(Err(_)) => Err(Unreadable::Broken),
        Err(_) => Err(Unreadable::TooSlow),
    }
}
