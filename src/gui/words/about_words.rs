//! What the program says of itself: its version, when it was built, and where other versions are.

use jiff::Timestamp;

use super::window_words::NAME;

/// The name of the command and of its window.
pub const ABOUT: &str = "About Crosscheck";

/// What may be done with it.
pub const LICENCE: &str = "Free software under the MIT license or the Apache License 2.0, as you like";

/// What it does not do.
pub const OFFLINE: &str = "It never looks for a newer version by itself: there is no network code in it";

/// The name of the address where versions are listed.
pub const RELEASES: &str = "Versions are listed at";

/// Copies that address.
pub const COPY_RELEASES: &str = "Copy the address";

/// Copies which version this is, as a report of an error wants it.
pub const COPY_VERSION: &str = "Copy the version";

/// The repository that `Cargo.toml` names; empty where it names none.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The date that the packages are built as of, in seconds since 1970: that of the commit, never the clock, so that the
/// same sources give the same program. `None` where somebody built the program without it.
const BUILT: Option<&str> = option_env!("SOURCE_DATE_EPOCH");

/// Returns the version, the system, and the date of the build where it is known, in one line.
///
/// ```
/// assert!(crosscheck::gui::words::about_words::version().starts_with("Crosscheck 0."));
/// ```
pub fn version() -> String {
    version_of(BUILT.and_then(date))
}

fn version_of(built: Option<String>) -> String {
    let version =
        format!("{NAME} {} for {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    match built {
        Some(date) => format!("{version}, built {date}"),
        None => format!("{version}, built from the sources"),
    }
}

/// Returns the page where versions are listed; `None` where `Cargo.toml` names no repository.
pub fn releases_page() -> Option<String> {
    releases_page_of(REPOSITORY)
}

fn releases_page_of(repository: &str) -> Option<String> {
    (!repository.is_empty()).then(|| format!("{}/releases", repository.trim_end_matches('/')))
}

/// The day, in UTC, of this many seconds since 1970, as `2026-11-29`.
fn date(seconds: &str) -> Option<String> {
    let time = Timestamp::from_second(seconds.trim().parse().ok()?).ok()?;
    Some(time.strftime("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_dated_by_what_it_is_told() {
        let check = |seconds, expected: &str| assert!(version_of(date(seconds)).ends_with(expected), "{seconds}");
        check("0", ", built 1970-01-01");
        check("1795996800\n", ", built 2026-11-30");
        check("-1", ", built 1969-12-31");
        check("tomorrow", ", built from the sources");
        check("9999999999999999", ", built from the sources");
    }

    #[test]
    fn the_page_of_versions_is_the_repositorys() {
        assert_eq!(releases_page_of(""), None);
        for repository in ["https://forge.example/a/b", "https://forge.example/a/b/"] {
            assert_eq!(releases_page_of(repository).as_deref(), Some("https://forge.example/a/b/releases"));
        }
    }
}
