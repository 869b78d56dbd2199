//! The real program, run as a person or a script runs it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status; none where a signal ended it.
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs `crosscheck` with `arguments` in `folder`, `input` as its standard input.
pub(crate) fn run_in(folder: &Path, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        // A program that does not read its input closes the pipe.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    });
    Run {
        status: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs `crosscheck` with `arguments` in the project's root, without input.
pub(crate) fn run(arguments: &[&str]) -> Run {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, b"")
}

impl Run {
    /// Fails unless it ended with `status` and without a panic.
    #[track_caller]
    pub(crate) fn expect(self, status: i32) -> Self {
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        assert_eq!(self.status, Some(status), "standard error: {}", self.stderr);
        self
    }

    /// Fails unless it told exactly these troubles, one line each.
    #[track_caller]
    pub(crate) fn tells(self, troubles: &[&str]) -> Self {
        let lines: Vec<&str> = self.stderr.lines().collect();
        assert_eq!(lines.len(), troubles.len(), "{}", self.stderr);
        for (line, trouble) in lines.iter().zip(troubles) {
            assert!(line.starts_with("crosscheck: ") && line.contains(trouble), "{line:?} does not tell {trouble:?}");
        }
        self
    }
}
