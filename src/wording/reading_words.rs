//! The words for what was left out at reading, and for doubts about it.

use crate::article::{DropReason, Note, Published};

/// Returns why a text was left out.
pub fn drop_reason(why: DropReason) -> &'static str {
    match why {
        DropReason::NotArticle => "outside the article",
        DropReason::Caption => "caption of a picture",
        DropReason::Details => "kept beside the text",
        DropReason::Struck => "struck out on the page",
        DropReason::ByHand => "left out by hand",
        DropReason::Footnote => "footnote",
        DropReason::Comment => "comment beside the text",
        DropReason::Deleted => "deleted in a tracked change",
        DropReason::EveryPage => "running head or page number",
        DropReason::OrderUncertain => "order of the lines uncertain",
        DropReason::LettersUnknown => "letters of the font unknown",
    }
}

/// Returns a day, and the time where it is known, as people write them: "2026-11-24 10:12".
pub fn moment(time: Published) -> String {
    time.to_string().replace('T', " ")
}

/// Returns what is said of `n` figures in what was left out, behind how much that was; empty where there are none.
pub fn with_figures(n: usize) -> String {
    if n == 0 { String::new() } else { format!(", with {}", super::plural(n, "figure")) }
}

/// Returns one sentence for a doubt.
pub fn note(note: &Note) -> String {
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    match note {
        Note::EncodingGuessed(name) => format!("The encoding was guessed: {name}"),
        Note::Undecodable(n) => format!("{} could not be decoded", count(*n, "character")),
        Note::WholePage => "The article was not found in the page; the whole page was taken".to_owned(),
        Note::RightToLeft => "The text runs from right to left".to_owned(),
        Note::Debris(n) => format!("{} with debris of an earlier conversion, read past", count(*n, "place")),
        Note::ByHand => "Some of the text was left out or brought back by hand".to_owned(),
        Note::FirstOf(n) => format!("The file holds {n} articles, this is the first; crosscheck compare opens all"),
        Note::TrackedChanges { n, by } if by.is_empty() => {
            format!("{} tracked, read as if accepted", count(*n, "change"))
        }
        Note::TrackedChanges { n, by } => {
            format!("{} tracked, by {}, read as if accepted", count(*n, "change"), by.join(", "))
        }
    }
}
