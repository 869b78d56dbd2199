//! How a page came to the disk: when it was saved, from which address, and through which archive.
//!
//! Archives keep the address of a page behind their own and the time of the copy:
//! `https://web.archive.org/web/20261124101233/https://post.example/kiln`. Programs that save pages leave a comment:
//! [SingleFile](https://github.com/gildas-lormeau/SingleFile) the address and the time, browsers the address, the
//! Internet Archive the time of its copy.

use super::published::Published;

/// What is known of how a page was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Saved {
    /// Where it was published.
    pub(super) address: Option<String>,
    /// Where its copy is, in an archive.
    pub(super) archive: Option<String>,
    /// When the copy was made.
    pub(super) retrieved: Option<Published>,
}

impl Saved {
    /// Reads what `address` says, which may be one of an archive.
    pub(super) fn of_address(address: &str) -> Self {
        let address = address.trim();
        if !is_of_web(address) {
            return Self::default();
        }
        let (Some((made, original)), whole) = (in_archive(address), Some(address.to_owned())) else {
            return Self { address: Some(address.to_owned()), ..Self::default() };
        };
        Self { address: Some(original.to_owned()), archive: whole, retrieved: Some(made) }
    }

    /// Reads what a `comment` of a page says of its saving; nothing where it is about something else.
    pub(super) fn of_comment(comment: &str) -> Self {
        let comment = comment.trim();
        if let Some(at) = comment.find("FILE ARCHIVED ON ") {
            // "FILE ARCHIVED ON 10:12:33 Nov 24, 2026 AND RETRIEVED FROM …": the time stands before the day.
            let rest = comment[at..].trim_start_matches("FILE ARCHIVED ON ");
            let (time, day) = rest.split(" AND ").next().unwrap_or(rest).split_once(' ').unwrap_or_default();
            return Self { retrieved: Published::parse(&format!("{day} {time}")), ..Self::default() };
        }
        if let Some((_, address)) = comment.strip_prefix("saved from url=(").and_then(|rest| rest.split_once(')')) {
            return Self::of_address(address);
        }
        if !comment.contains("SingleFile") {
            return Self::default();
        }
        let line = |name: &str| comment.lines().find_map(|line| line.trim().strip_prefix(name)).map(str::trim);
        let saved = Self::of_address(line("url:").unwrap_or_default());
        Self { retrieved: saved.retrieved.or_else(|| Published::parse(date_of_script(line("saved date:")?))), ..saved }
    }
}

fn is_of_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// The time of the copy and the address of the page in an `address` of an archive.
fn in_archive(address: &str) -> Option<(Published, &str)> {
    let (_, path) = address.split_once("://")?;
    let at = path.find("/http://").or_else(|| path.find("/https://"))?;
    let stamp = path[..at].rsplit('/').next()?;
    // Behind the digits may stand how the page is shown ("20261124101233if_"), between them points and a dash.
    let digits: String = stamp.chars().filter(|c| !matches!(c, '.' | '-')).take_while(char::is_ascii_digit).collect();
    if digits.len() != 14 || stamp.len() > 22 {
        return None;
    }
    let [day, hour, minute] = [&digits[..8], &digits[8..10], &digits[10..12]];
    let made = Published::parse(&format!("{}-{}-{}T{hour}:{minute}", &day[..4], &day[4..6], &day[6..8]))?;
    Some((made, &path[at + 1..]))
}

/// The part of a date as scripts print it that is its day and its time: "Tue Nov 24 2026 10:12:33 GMT+0100 (CET)".
fn date_of_script(date: &str) -> &str {
    date.split(" GMT").next().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(saved: &Saved, address: &str, archive: &str, retrieved: &str) {
        let time = saved.retrieved.map(|time| time.to_string()).unwrap_or_default();
        let known = (saved.address.as_deref().unwrap_or(""), saved.archive.as_deref().unwrap_or(""), time.as_str());
        assert_eq!(known, (address, archive, retrieved));
    }

    #[test]
    fn addresses_of_archives_are_taken_apart() {
        let page = "https://post.example/kiln?x=1";
        for before in [
            "https://web.archive.org/web/20261124101233/",
            "http://web.archive.org/web/20261124101233if_/",
            "https://archive.example/2026.11.24-101233/",
            "https://collection.example/41/20261124101233/",
        ] {
            let whole = format!("{before}{page}");
            check(&Saved::of_address(&whole), page, &whole, "2026-11-24T10:12");
        }
        check(&Saved::of_address(page), page, "", "");
        check(
            &Saved::of_address("https://post.example/go/https://other.example/"),
            "https://post.example/go/https://other.example/",
            "",
            "",
        );
        check(
            &Saved::of_address("https://post.example/99999999999999/https://a.example/"),
            "https://post.example/99999999999999/https://a.example/",
            "",
            "",
        );
        check(&Saved::of_address("file:///home/ann/kiln.html"), "", "", "");
    }

    #[test]
    fn comments_of_programs_that_save_are_read() {
        let of = Saved::of_comment;
        let single = "\n Page saved with SingleFile \n url: https://post.example/kiln \n saved date: Tue Nov 24 2026 10:12:33 GMT+0100 (Central European Standard Time)\n";
        check(&of(single), "https://post.example/kiln", "", "2026-11-24T10:12");
        check(&of(" saved from url=(0026)https://post.example/kiln "), "https://post.example/kiln", "", "");
        let copy = "\n     FILE ARCHIVED ON 10:12:33 Nov 24, 2026 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 08:01:02 Nov 29, 2026.";
        check(&of(copy), "", "", "2026-11-24T10:12");
        for other in ["", "url: https://post.example/ad", "FILE ARCHIVED ON ", "saved from url=(", "SingleFile"] {
            check(&of(other), "", "", "");
        }
    }
}
