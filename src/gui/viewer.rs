//! Shows a file in the program that the system opens it with, as a double click on it would.
//!
//! The system's own opener is started with the path and nothing else. Openers end at once where they hand the file on,
//! and with a failure where nothing opens it; some stay as long as the program that shows it, and are not waited for.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// An opener that has not failed by then shows the file: those that fail do so in a fraction of a second.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often it is asked.
const EVERY: Duration = Duration::from_millis(50);

/// The openers of this system and what stands before the path; the first that is there is taken: `gio` says that it
/// opened a file before it knows.
const OPENERS: &[(&str, &[&str])] = if cfg!(windows) {
    &[("rundll32", &["url.dll,FileProtocolHandler"])]
} else if cfg!(target_os = "macos") {
    &[("open", &[])]
} else {
    &[("xdg-open", &[]), ("gio", &["open"])]
};

/// Shows the file at `path`; false where the system has no program that does. May take a few seconds.
pub(super) fn show(path: &Path) -> bool {
    OPENERS.iter().find_map(|(opener, before)| opens(opener, before, path)).unwrap_or(false)
}

/// Whether `opener` opens the file; `None` if there is no such opener.
fn opens(opener: &str, before: &[&str], path: &Path) -> Option<bool> {
    let mut command = Command::new(opener);
    command.args(before).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(None) => sleep(EVERY),
            Ok(Some(status)) => return Some(status.success()),
            Err(_) => return Some(false),
        }
    }
    // Whoever waits for it takes it off the system's list once it ends.
    let _ = std::thread::Builder::new().name("viewer".to_owned()).spawn(move || child.wait());
    Some(true)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_opener_that_fails_or_is_missing_is_told() {
        let file = Path::new("/dev/null");
        assert_eq!(opens("true", &[], file), Some(true));
        assert_eq!(opens("false", &[], file), Some(false));
        assert_eq!(opens("no-such-opener-anywhere", &[], file), None);
    }
}
