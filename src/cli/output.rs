//! Standard output, standard error and the exit status of every command.

use std::io::{self, ErrorKind, Write};

use anyhow::Context;

/// The exit status for trouble.
pub const TROUBLE: u8 = 2;

/// Writes to standard output.
pub(super) fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes).and_then(|()| output.flush()).context(NOT_WRITTEN)
}

/// What is said when standard output cannot be written.
pub(super) const NOT_WRITTEN: &str = "standard output could not be written, free some space or send it elsewhere";

/// Tells one trouble on standard error.
pub(super) fn complain(trouble: &dyn std::fmt::Display) {
    let trouble = trouble.to_string();
    // Standard error that is closed leaves nowhere to complain.
    let _ = writeln!(io::stderr(), "crosscheck: {}", crate::wording::visible::visible(&trouble));
}

/// Returns whether the reader of our output went away, as `head` does: it has all it wanted.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(ErrorKind::BrokenPipe)
    })
}
