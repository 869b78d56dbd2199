//! Who else a text is credited to: agencies, in its dateline, its byline or a line of its own.
//!
//! Two articles that credit one agency and have much in common are one report, even where each desk has rewritten a
//! good part.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Article, BlockKind, DropReason, dateline};
use crate::lexicon::AGENCIES;

/// Agencies by the names that are printed for them; the value is the name that stands for all of them.
static NAMES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| AGENCIES.rows().map(|row| (row[0], row[1])).collect());

/// The most words of such a name.
const NAME_WORDS: usize = 4;

/// Longest line that is a credit and nothing else, in words.
const LINE_WORDS: usize = 14;

/// The agencies that `article` is credited to, each once, sorted.
///
/// ```
/// use crosscheck::article::{Article, credit::credits};
/// let article = Article::from_text("Post", "SELE, May 3 (Reuters) - Nine boats sank off Sele on Sunday.\nAll 40 people were saved.");
/// assert_eq!(credits(&article), ["Reuters"]);
/// ```
pub fn credits(article: &Article) -> Vec<&'static str> {
    let mut found = BTreeSet::new();
    let byline = article.details.byline.as_deref().into_iter();
    let credits = article.dropped.iter().filter(|dropped| dropped.why == DropReason::Details);
    for text in byline.chain(article.details.outlet.as_deref()).chain(credits.map(|dropped| dropped.text.as_str())) {
        found.extend(names(text));
    }
    for block in article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let words = block.span.of(&article.text);
        found.extend(dateline::dateline(words).into_iter().flat_map(|len| names(&words[..len])));
    }
    found.into_iter().collect()
}

/// Whether `line` credits somebody and says nothing else: "— Reuters", "With reporting by the Associated Press",
/// "(AFP)".
pub(super) fn is_credit_line(line: &str) -> bool {
    if line.trim().is_empty() || line.split_whitespace().nth(LINE_WORDS).is_some() {
        return false;
    }
    let lower = line.to_lowercase();
    let inner = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if NAMES.contains_key(inner) {
        return true;
    }
    let opens = CREDIT_OPENINGS.iter().any(|opening| inner.starts_with(opening));
    opens
        && (names(line).next().is_some()
            || inner.contains("agenc")
            || inner.starts_with("reporting by")
            || inner.starts_with("additional reporting by"))
}

/// How lines of credit begin.
const CREDIT_OPENINGS: &[&str] = &[
    "with reporting by",
    "with reporting from",
    "with files from",
    "with inputs from",
    "with input from",
    "with information from",
    "with additional reporting",
    "with agencies",
    "with agency",
    "with the associated press",
    "with ap",
    "with reuters",
    "with afp",
    "source:",
    "sources:",
    "agencies",
    "reporting by",
    "additional reporting by",
    "includes reporting by",
    "this report includes",
    "compiled from",
    "from our correspondents and agencies",
];

/// Whether `word` alone is the name of an agency as it is printed: "Reuters", "AP", but not "ap" or "pa".
pub(super) fn is_agency(word: &str) -> bool {
    NAMES.contains_key(word.to_lowercase().as_str()) && (word.len() > 3 || word.chars().all(char::is_uppercase))
}

/// The agencies that `text` names.
fn names(text: &str) -> impl Iterator<Item = &'static str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut found = Vec::new();
    for from in 0..words.len() {
        for to in (from + 1..=words.len().min(from + NAME_WORDS)).rev() {
            if let Some(name) = NAMES.get(words[from..to].join(" ").as_str()) {
                // "ap" and "pa" are words of other languages and of names; as agencies they are capitals.
                let is_short = to - from == 1 && words[from].len() <= 3;
                let is_capital = text
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.to_lowercase() == words[from] && (word == word.to_uppercase() || word == "dpa"));
                if !is_short || is_capital {
                    found.push(*name);
                }
                break;
            }
        }
    }
    found.into_iter()
}
