//! Reads what is risky to take apart in a process of its own.
//!
//! A document that was made to break programs can exhaust the stack or run without end, and neither can be caught
//! inside a process. Here the program starts itself once more, hands it the bytes, and ends it at a deadline: what can
//! be lost is one document. Nothing but bytes in and articles out passes between the two, and on its standard error how
//! many pages are read; no file is touched. Whoever waits may give up: the process is then ended.

use std::io::{BufRead, BufReader, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::pages::Pages;
use super::{Article, Unreadable};

/// How long one document may take. A PDF of 271 pages took .6 s, and 23 s on a machine with ten others at work.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often it is asked whether the document is still wanted: a tenth of a second is at once for people.
const GLANCE: Duration = Duration::from_millis(100);

/// Most bytes of an answer.
const ANSWER: u64 = 512_000_000;

/// Asked ten times a second while a document is taken apart, with what is known of how far that is: whether it is still
/// wanted.
pub type Watch<'a> = &'a (dyn Fn(Option<Pages>) -> ControlFlow<()> + 'a);

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
pub(super) fn read(bytes: &[u8], name: &str, watch: Watch<'_>) -> Option<Answer> {
    let child = start(PROGRAM.get()?, name).ok()?;
    Some(ask(child, bytes, DEADLINE, watch))
}

fn start(program: &Path, name: &str) -> std::io::Result<Child> {
    let mut command = Command::new(program);
    command
        .args(["read", &format!("--apart={name}")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command.spawn()
}

/// Hands `bytes` to `child` and waits for its answer until the `deadline`, or until nobody wants it.
fn ask(mut child: Child, bytes: &[u8], deadline: Duration, watch: Watch<'_>) -> Answer {
    let (Some(mut input), Some(output), Some(errors)) = (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
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
    let pages = Arc::new(Mutex::new(None));
    let counted = Arc::clone(&pages);
    let counting = Builder::new().name("counting".to_owned()).spawn(move || count(errors, &counted));
    let answer = match (listening, feeding, counting) {
        (Ok(_), Ok(_), Ok(_)) => wait(&hear, Instant::now() + deadline, &pages, watch),
        _ => Err(Unreadable::Broken),
    };
    // After an answer it ends by itself; without one it is ended.
    let is_late = answer.is_err();
    if is_late {
        let _ = child.kill();
    }
    let _ = child.wait();
    serde_json::from_slice(&answer?).unwrap_or(Err(Unreadable::Broken))
}

/// What is heard until `end`, unless `watch` gives up before.
fn wait(
    hear: &Receiver<std::io::Result<Vec<u8>>>,
    end: Instant,
    pages: &Mutex<Option<Pages>>,
    watch: Watch<'_>,
) -> Result<Vec<u8>, Unreadable> {
    loop {
        match hear.recv_timeout(GLANCE) {
            Ok(answer) => return answer.map_err(|_| Unreadable::Broken),
            Err(RecvTimeoutError::Disconnected) => return Err(Unreadable::Broken),
            Err(RecvTimeoutError::Timeout) if Instant::now() >= end => return Err(Unreadable::TooSlow),
            Err(RecvTimeoutError::Timeout) => {}
        }
        let pages = *pages.lock().unwrap_or_else(PoisonError::into_inner);
        if watch(pages).is_break() {
            return Err(Unreadable::Stopped);
        }
    }
}

/// Keeps what the other process last said of its pages. Anything else that it says, such as why it ended, is passed
/// over.
fn count(errors: ChildStderr, pages: &Mutex<Option<Pages>>) {
    for line in BufReader::new(errors).split(b'\n').map_while(Result::ok) {
        if let Some(said) = std::str::from_utf8(&line).ok().and_then(Pages::of_line) {
            *pages.lock().unwrap_or_else(PoisonError::into_inner) = Some(said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nobody_waits_for_what_is_not_wanted() {
        let sleeper = || {
            let piped = Command::new("sh")
                .args(["-c", "echo 7 300 >&2; sleep 60"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn();
            piped.expect("a shell")
        };
        let began = Instant::now();
        let seen = Mutex::new(None);
        let answer = ask(sleeper(), b"", Duration::from_secs(30), &|pages| {
            *seen.lock().unwrap() = pages;
            if pages.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(answer.unwrap_err(), Unreadable::Stopped);
        assert_eq!(seen.into_inner().unwrap(), Some(Pages { done: 7, all: 300 }));
        let late = ask(sleeper(), b"", Duration::from_millis(200), &|_| ControlFlow::Continue(()));
        assert_eq!(late.unwrap_err(), Unreadable::TooSlow);
        assert!(began.elapsed() < Duration::from_secs(20), "it waited for the sleeper");
    }
}
