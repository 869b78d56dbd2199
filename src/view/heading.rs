//! The head of an article: letter, outlet, when it was published, how long it is, and what to know about its reading.

use crate::article::{Article, Note};
use crate::wording::look::letter;
use crate::wording::reading_words::{moment, note};

/// The menu item that moves a column left.
pub const MOVE_LEFT: &str = "Move left";
/// The menu item that moves a column right.
pub const MOVE_RIGHT: &str = "Move right";
/// The menu item that hides a column.
pub const HIDE: &str = "Hide this article";
/// The menu item that takes an article out of the story.
pub const REMOVE: &str = "Remove from the story";

/// What is at the head of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its letter.
    pub letter: String,
    /// Outlet or file name.
    pub name: String,
    /// Date and length: "2019-11-07 · 312 words".
    pub below: String,
    /// Title, byline, address, and doubts about the reading, one a line.
    pub notes: Vec<String>,
    /// What a screen reader says.
    pub label: String,
    /// The name of its menu.
    pub menu: String,
}

/// Returns the head of `article`, which is at `idx`.
pub fn heading(article: &Article, idx: usize) -> Heading {
    let letter = letter(idx);
    let n_words = article.text.split_whitespace().count();
    let mut below = Vec::new();
    if let Some(published) = article.details.published {
        below.push(moment(published));
    }
    below.push(if n_words == 1 { "1 word".to_owned() } else { format!("{n_words} words") });
    if article.notes.contains(&Note::RightToLeft) {
        below.push("right-to-left text, see note".to_owned());
    }
    let mut notes: Vec<String> = [&article.details.title, &article.details.byline, &article.details.address]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    if let Some(path) = &article.path {
        notes.push(path.display().to_string());
    }
    notes.extend(article.notes.iter().map(|doubt| match doubt {
        Note::RightToLeft => RIGHT_TO_LEFT.to_owned(),
        other => note(other),
    }));
    let name = article.label().to_owned();
    let below = below.join(" · ");
    let label = format!("Article {letter}, {name}, {below}");
    Heading { menu: format!("Menu of article {letter}"), label, letter, name, below, notes }
}

impl Heading {
    /// Adds what is said of characters without a font, where there are some.
    pub fn add_fontless(&mut self, fontless: Option<String>) {
        if let Some(fontless) = fontless {
            self.below = format!("{} · {FONTLESS}", self.below);
            self.notes.push(fontless);
        }
    }
}

/// Says that `n` characters cannot be drawn, and which.
pub fn without_font(n: usize, which: &[char]) -> String {
    let characters = if n == 1 { "1 character has".to_owned() } else { format!("{n} characters have") };
    let mut shown: Vec<String> = which.iter().take(6).map(|&c| format!("U+{:04X}", u32::from(c))).collect();
    if which.len() > shown.len() {
        shown.push("…".to_owned());
    }
    format!("{characters} no font on this system ({}); fonts-noto-core has most scripts", shown.join(", "))
}

/// What the head says where characters cannot be drawn.
const FONTLESS: &str = "characters without a font";

/// The menu item that shows what was read.
pub const READING: &str = "What was read…";

/// What is said of right-to-left text.
const RIGHT_TO_LEFT: &str =
    "This window cannot set right-to-left text in its proper order; the digits of figures are kept in theirs";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_names_outlet_date_and_length() {
        let mut article = Article::from_text("wire.txt", "Three men fled.");
        assert_eq!(heading(&article, 1).label, "Article B, wire.txt, 3 words");
        article.details.outlet = Some("Harbour Wire".to_owned());
        article.details.published = crate::article::Published::parse("2019-11-07T09:30");
        article.notes.push(Note::RightToLeft);
        let heading = heading(&article, 0);
        assert_eq!(heading.name, "Harbour Wire");
        assert_eq!(heading.below, "2019-11-07 09:30 · 3 words · right-to-left text, see note");
        assert!(heading.notes[0].contains("digits"));
    }

    #[test]
    fn characters_without_a_font_are_named() {
        let text = without_font(3, &['क', 'ख']);
        assert_eq!(text, "3 characters have no font on this system (U+0915, U+0916); fonts-noto-core has most scripts");
    }
}
