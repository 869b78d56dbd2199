//! Lines in which pages print when an article appeared: "Posted on November 15, 2011", "Updated: July 02, 2013 15:50
//! IST", "12:48PM BST 09 Sep 2013". They give the article's date and are no date of the story.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Published;
use crate::lexicon;

/// A line that is nothing but a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The moment it names.
    pub published: Published,
    /// What the words beside it say of the moment.
    pub of: Moment,
}

/// Which moment of an article's life a stamp names, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Its first appearance: "posted", "published".
    First,
    /// Nothing is said, but a time of day stands beside the date.
    Timed,
    /// A change after it: "updated".
    Later,
    /// A bare date: as often the day on which a page was looked at.
    Unsaid,
}

/// What a word of a stamp says; `None` for one that only joins or belongs to the date.
static WORDS: LazyLock<FxHashMap<&str, Option<Moment>>> = LazyLock::new(|| {
    let joints = lexicon::MONTHS.rows().chain(lexicon::WEEKDAYS.rows()).map(|row| (row[0], None));
    let words = lexicon::STAMP_WORDS.rows().map(|row| {
        let of = match row[1] {
            "first" => Some(Moment::First),
            "later" => Some(Moment::Later),
            _ => None,
        };
        (row[0], of)
    });
    joints.chain(words).collect()
});

static ZONES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::TIME_ZONES.rows().map(|row| row[0]).collect());

/// Stamps are shorter, in bytes.
const LONGEST: usize = 80;

impl Stamp {
    /// The stamp that `line` is, if it is one and nothing else: a full date with words for publishing, times and zones.
    ///
    /// ```
    /// use crosscheck::article::Stamp;
    /// let stamp = Stamp::read("Posted on November 15, 2011").expect("a stamp");
    /// assert_eq!(stamp.published.to_string(), "2011-11-15");
    /// assert!(Stamp::read("The shop opened on November 15, 2011").is_none());
    /// ```
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '•' | '·' | '–' | '—' | ';');
        let mut of = None;
        let mut has_time = false;
        let mut date = String::new();
        for word in line.split(is_mark).map(|word| word.trim_end_matches(':')).filter(|word| !word.is_empty()) {
            let lower = word.trim_end_matches('.').to_lowercase();
            let is_half = matches!(lower.as_str(), "am" | "pm" | "a.m" | "p.m");
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            match WORDS.get(lower.as_str()) {
                // "First published, last updated" is of both.
                Some(Some(moment)) => of = Some(of.map_or(*moment, |of: Moment| of.min(*moment))),
                Some(None) => {}
                None if is_half || is_number || ZONES.contains(word) => has_time |= is_half || word.contains(':'),
                None => return None,
            }
            if !matches!(WORDS.get(lower.as_str()), Some(Some(_))) {
                date.push_str(word);
                date.push(' ');
            }
        }
        let published = Published::parse(date.trim())?;
        let of = of.unwrap_or(if has_time { Moment::Timed } else { Moment::Unsaid });
        Some(Self { published, of })
    }

    /// The best of the stamps among `lines`: the one that says most, the first of these.
    pub fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Self> {
        lines.filter_map(Self::read).min_by_key(|stamp| stamp.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, published: &str, of: Moment) {
        let stamp = Stamp::read(line);
        let told = stamp.map(|stamp| (stamp.published.to_string(), stamp.of));
        assert_eq!(told, Some((published.to_owned(), of)), "{line:?}");
    }

    #[test]
    fn reads_stamps() {
        check("Posted on March 3, 2014", "2014-03-03", Moment::First);
        check("Last updated: 3 Mar 2014 14:05 GMT", "2014-03-03T14:05", Moment::Later);
        check("2:05PM GMT 03 Mar 2014", "2014-03-03T14:05", Moment::Timed);
        check("First published on Mon 3 March 2014 | 2.05 pm", "2014-03-03", Moment::First);
        check("Monday, March 3, 2014", "2014-03-03", Moment::Unsaid);
    }

    #[test]
    fn a_sentence_is_no_stamp() {
        for line in [
            "",
            "The mill was closed on March 3, 2014.",
            "Updated daily",
            "March 2014",
            "3 March",
            "On March 3, 2014, it rained",
        ] {
            assert_eq!(Stamp::read(line), None, "{line:?}");
        }
    }
}
