//! Raised numbers and letters beside a word: the number of a footnote, a power, a part of a fraction.
//!
//! Without them "40¹ people" would read as 401, "10⁶" as 106 and "2¹/₂" as 21/2. A raised number is a power where it
//! can be one (after 10, after the name of a unit), a part of a fraction where a stroke and a lowered number follow,
//! and a footnote everywhere else; a link that leads to a place of the same page and shows nothing but a number is a
//! footnote too.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::shown;

/// How the text of such an element is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The sign of a note: no part of the text.
    Note,
    /// A power: written in raised digits.
    Power,
    /// The upper part of a fraction: taken as it is, apart from a whole number before it.
    Part,
}

/// Signs of notes are shorter, in bytes: "[12]", "(a)", "†".
const LONGEST: usize = 5;

/// How many elements and texts are looked at below one that may hold a sign.
const NODES: usize = 16;

/// What the element `node` marks, where it stands close to `line`, the text before it; nothing for other elements.
pub(super) fn mark(node: NodeRef<'_, Node>, element: &Element, line: &str) -> Option<Mark> {
    match element.name() {
        _ if shown::is_raised(element) => raised_text(node, line),
        "a" => {
            let is_told = element.attr("role").is_some_and(|role| role == "doc-noteref");
            let target = element
                .attr("href")
                .and_then(|href| href.rsplit_once('#'))
                .map_or("", |(page, place)| if page.is_empty() { place } else { "" });
            let is_close = line
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ';' | '!' | '?' | '”' | '"' | '’'));
            let is_note = is_sign(&text_of(node)) && (is_told || !target.is_empty() && is_close);
            is_note.then_some(Mark::Note)
        }
        _ => None,
    }
}

fn raised_text(node: NodeRef<'_, Node>, line: &str) -> Option<Mark> {
    let text = text_of(node);
    if !is_sign(&text) {
        // 1st, ™
        return None;
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && is_numerator(node) {
        return Some(Mark::Part);
    }
    let is_exponent =
        !text.is_empty() && text.trim_start_matches(['-', '−', '+']).bytes().all(|byte| byte.is_ascii_digit());
    Some(if is_exponent && can_have_power(line) { Mark::Power } else { Mark::Note })
}

/// Whether a stroke and a lowered number follow the raised one.
fn is_numerator(node: NodeRef<'_, Node>) -> bool {
    let Some(stroke) = node.next_sibling() else { return false };
    let is_stroke = stroke.value().as_text().is_some_and(|text| matches!(text.trim(), "/" | "⁄" | "∕"));
    let lower = stroke.next_sibling().filter(|_| is_stroke);
    lower.is_some_and(|lower| {
        let is_lowered = lower.value().as_element().is_some_and(|element| element.name() == "sub");
        is_lowered && text_of(lower).trim().bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Names of units have at most so many letters where a power stands by them: m², cm³, km².
const UNIT_LETTERS: usize = 2;

/// Whether a raised number after `line` is a power: of ten, or of a unit.
pub(in crate::article) fn can_have_power(line: &str) -> bool {
    let last = line.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_unit = last.chars().all(char::is_alphabetic) && (1..=UNIT_LETTERS).contains(&last.chars().count());
    let before = line[..line.len() - last.len()].trim_end();
    is_unit && (before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '=')) || last.ends_with('m'))
        || last == "10" && !before.ends_with(['.', ','])
}

/// Whether `text` can be the sign of a note: a short number, a letter in brackets, a dagger.
fn is_sign(text: &str) -> bool {
    let inner = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')', ',', '.']);
    let is_bracketed = inner.len() < text.trim().len();
    let is_number =
        !inner.is_empty() && inner.trim_start_matches(['-', '−', '+']).bytes().all(|byte| byte.is_ascii_digit());
    // "2,3": two notes.
    let is_number = is_number
        || inner.split([',', ' ', '–']).all(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let is_letter = inner.chars().count() == 1 && (is_bracketed || !inner.starts_with(char::is_alphanumeric));
    !text.trim().is_empty() && text.trim().len() <= LONGEST && (is_number || is_letter) && inner != "™" && inner != "®"
}

/// The text below `node`, as far as it can be a sign.
fn text_of(node: NodeRef<'_, Node>) -> String {
    node.descendants()
        .take(NODES)
        .filter_map(|node| node.value().as_text())
        .map(|text| &**text)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// `c` as a raised digit or sign.
pub(in crate::article) fn raised(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '-' | '−' => '⁻',
        '+' => '⁺',
        other => other,
    }
}
