//! What is read of a page are the page's own words: every block stands in the page word for word, once, and in the page's order.
//!
//! The page's words are taken here by a walk of its own, which knows nothing of articles: all text that is no script and no style, with
//! gaps where white space or the border of an element on lines of its own parts it. What a reader may leave out of a sentence (signs of
//! notes, what is struck out or hidden) is marked as such, so that a block may pass over it and over nothing else.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::article::{Article, BlockKind, read};
use scraper::node::Element;
use scraper::{Html, Node};

/// A letter of a page, or what stands between its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Letter(char),
    Gap,
    /// A raised or lowered place: there may be a gap.
    Raised,
}

/// The text of a page, each unit with the number of the run that may be left out, 0 for what may not.
struct Words {
    units: Vec<(Unit, u32)>,
}

/// Elements whose text is never shown, or is no text.
const UNSEEN: [&str; 19] = [
    "audio", "canvas", "datalist", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "rp",
    "script", "style", "svg", "template", "textarea", "title", "video", "select",
];

/// Elements inside a line of text: their borders part no words.
const INLINE: [&str; 45] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "embed", "font", "i",
    "img", "input", "ins", "kbd", "label", "link", "map", "mark", "meta", "meter", "nobr", "output", "picture",
    "progress", "q", "ruby", "rt", "s", "samp", "small", "source", "span", "strike", "strong", "time", "tt", "u",
    "var", "wbr",
];

fn may_be_left_out(element: &Element) -> bool {
    matches!(element.name(), "sup" | "del" | "s" | "strike" | "dialog" | "button" | "meter" | "progress")
        || element.attr("href").is_some_and(|href| href.contains('#'))
        || ["hidden", "aria-hidden"].iter().any(|name| element.attr(name).is_some())
        || element
            .attr("style")
            .is_some_and(|style| ["none", "hidden", "through", "super"].iter().any(|word| style.contains(word)))
        || element.attr("role") == Some("tooltip")
        || element.attr("class").is_some_and(|class| {
            ["tooltip", "hover", "rollover", "hidden", "sr-only", "screen-reader"]
                .iter()
                .any(|word| class.contains(word))
        })
}

/// `c` as it is compared: in lower case, a raised digit as a digit.
fn folded(c: char) -> impl Iterator<Item = char> {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c);
    raised.and_then(|digit| char::from_digit(u32::try_from(digit).unwrap(), 10)).unwrap_or(c).to_lowercase()
}

impl Words {
    fn of(markup: &str) -> Self {
        let page = Html::parse_document(markup);
        let mut words = Self { units: Vec::new() };
        // The runs that are open, innermost last.
        let (mut n_unseen, mut runs, mut n_runs) = (0_usize, Vec::new(), 0);
        for edge in page.tree.root().traverse() {
            let (node, is_open) = match edge {
                ego_tree::iter::Edge::Open(node) => (node, true),
                ego_tree::iter::Edge::Close(node) => (node, false),
            };
            match node.value() {
                Node::Text(text) if is_open && n_unseen == 0 => {
                    let run = runs.last().copied().unwrap_or(0);
                    for c in text.chars() {
                        if c.is_whitespace() {
                            words.units.push((Unit::Gap, run));
                        } else if c.is_alphanumeric() {
                            words.units.extend(folded(c).map(|c| (Unit::Letter(c), run)));
                        }
                    }
                }
                Node::Element(element) => {
                    let name = element.name();
                    if UNSEEN.contains(&name) {
                        n_unseen = if is_open { n_unseen + 1 } else { n_unseen - 1 };
                    }
                    if may_be_left_out(element) {
                        if is_open {
                            n_runs += 1;
                            runs.push(n_runs);
                        } else {
                            runs.pop();
                        }
                    }
                    let run = runs.last().copied().unwrap_or(0);
                    if matches!(name, "sup" | "sub") {
                        words.units.push((Unit::Raised, 0));
                    } else if !INLINE.contains(&name) && !UNSEEN.contains(&name) && !name.contains('-') {
                        words.units.push((Unit::Gap, run));
                    }
                }
                _ => {}
            }
        }
        words
    }

    /// Where `block` ends that begins at or after `from`; nothing if it does not stand there.
    fn find(&self, block: &[char], from: usize) -> Option<usize> {
        (from..self.units.len())
            .filter(|&at| self.units[at].0 == Unit::Letter(block[0]))
            .filter(|&at| at == 0 || !matches!(self.units[at - 1], (Unit::Letter(_), 0)))
            .find_map(|at| self.ends(block, at, false))
    }

    /// Where `block` ends if it begins at `at`; `is_apart` tells whether a gap was passed just before.
    fn ends(&self, block: &[char], mut at: usize, mut is_apart: bool) -> Option<usize> {
        let mut rest = block;
        let mut may_part = false;
        while let Some(&c) = rest.first() {
            let &(unit, run) = self.units.get(at)?;
            if run > 0 && (at == 0 || self.units[at - 1].1 != run) {
                // The whole run left out, a gap in its place or none.
                let past = (at..self.units.len()).find(|&past| self.units[past].1 != run).unwrap_or(self.units.len());
                let left_out = self.ends(rest, past, is_apart);
                let parted = || (c == ' ').then(|| self.ends(&rest[1..], past, true)).flatten();
                if let Some(end) = left_out.or_else(parted) {
                    return Some(end);
                }
            }
            match unit {
                Unit::Raised => may_part = true,
                Unit::Gap if c == ' ' => {
                    rest = &rest[1..];
                    is_apart = true;
                }
                Unit::Gap if !is_apart => return None,
                Unit::Gap => {}
                Unit::Letter(_) if c == ' ' && may_part => {
                    rest = &rest[1..];
                    is_apart = true;
                    may_part = false;
                    continue;
                }
                Unit::Letter(letter) if letter == c => {
                    rest = &rest[1..];
                    is_apart = false;
                    may_part = false;
                }
                Unit::Letter(_) => return None,
            }
            at += 1;
        }
        Some(at)
    }
}

/// The letters of a block, its words parted by single blanks.
fn letters(block: &str) -> Vec<char> {
    let word = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(folded).collect::<String>();
    let words: Vec<String> = block.split_whitespace().map(word).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().collect()
}

/// The blocks of `article` that are not the words of `markup`, or not in its order.
fn invented(article: &Article, markup: &str) -> Vec<String> {
    let words = Words::of(markup);
    let mut from = 0;
    let mut invented = Vec::new();
    for block in &article.blocks {
        let printed = block.span.of(&article.text);
        let letters = letters(printed);
        if letters.is_empty() || block.kind == BlockKind::Headline {
            continue;
        }
        match words.find(&letters, from) {
            Some(end) => from = end,
            None => invented.push(printed.to_owned()),
        }
    }
    invented
}

/// Pages of our own.
fn pages() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["samples/formats", "samples/opioid-ring", "samples/river-flood", "samples/tram-vote", "tests/it/pages"];
    let mut pages: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    pages.sort();
    // The walk here reads UTF-8 and nothing else.
    pages.into_iter().filter_map(|path| fs::read_to_string(&path).ok().map(|markup| (path, markup))).collect()
}

#[track_caller]
fn check(markup: &str, what: &str) {
    let Ok(article) = read(markup.as_bytes(), "page.html") else { return };
    let invented = invented(&article, markup);
    assert!(invented.is_empty(), "{what}: no words of the page: {invented:#?}");
}

#[test]
fn the_words_of_pages_are_read_as_they_stand() {
    let pages = pages();
    assert!(pages.len() >= 6, "{} pages", pages.len());
    for (path, markup) in pages {
        let article = read(markup.as_bytes(), "page.html").unwrap();
        assert!(article.blocks.len() > 3, "{}", path.display());
        check(&markup, &path.display().to_string());
    }
}

#[test]
fn what_is_no_word_of_the_page_is_found() {
    let (_, markup) = pages().swap_remove(0);
    let mut article = read(markup.as_bytes(), "page.html").unwrap();
    assert!(invented(&article, &markup).is_empty());
    // A word more, a word less, two blocks in the other order: the check sees each.
    let last = article.blocks.last().unwrap().span.of(&article.text).to_owned();
    let cut = last.split_once(' ').unwrap().1.split_once(' ').unwrap();
    for changed in [format!("{last} more"), format!("{} {}", last.split_once(' ').unwrap().0, cut.1)] {
        let text = article.text.replace(&last, &changed);
        let mut other = Article::from_text("other", text);
        other.blocks.retain(|block| block.span.of(&other.text) == changed);
        assert_eq!(invented(&other, &markup), [changed]);
    }
    article.blocks.reverse();
    assert!(!invented(&article, &markup).is_empty());
}

/// What is put into the middle of a page's words: elements of all kinds, closed and not.
const PUT_IN: [&str; 24] = [
    "<span></span>",
    "<wbr>",
    "<b>",
    "</b>",
    "<i>",
    "<x-note>9</x-note>",
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "</div>",
    "<sup>3</sup>",
    "<a href=\"#n\">4</a>",
    "<del>seven</del>",
    "<script>9</script>",
    "<table><tr><td>",
    "</table>",
    "<li>",
    "<blockquote>",
    "<q>",
    "<font size=2>",
    "<!-- 9 -->",
    "<template><p>9</p></template>",
    "<h2>",
];

#[test]
fn the_words_of_changed_pages_are_read_as_they_stand() {
    const N: usize = 60;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for (path, markup) in pages() {
        let start = markup.find("<body").map_or(0, |at| at + 6);
        // Between the words of texts: blanks outside tags.
        let mut is_tag = false;
        let blanks: Vec<usize> = markup
            .bytes()
            .enumerate()
            .skip(start)
            .filter(|(_, byte)| {
                is_tag = *byte == b'<' || is_tag && *byte != b'>';
                !is_tag && *byte == b' '
            })
            .map(|(at, _)| at)
            .collect();
        for n in 0..N {
            let mut changed = markup.clone();
            let mut places: Vec<usize> = (0..=next(4)).map(|_| blanks[next(blanks.len())] + next(2)).collect();
            places.sort_unstable();
            for place in places.into_iter().rev() {
                changed.insert_str(place, PUT_IN[next(PUT_IN.len())]);
            }
            check(&changed, &format!("{}, change {n}", path.display()));
        }
    }
}

/// Looks through saved pages in the folder that `CROSSCHECK_PAGES` names: `CROSSCHECK_PAGES=… cargo test -- --ignored saved_pages`.
#[test]
#[ignore = "asks for a folder of saved pages"]
fn the_words_of_saved_pages_are_read_as_they_stand() {
    let folder = env::var("CROSSCHECK_PAGES").expect("CROSSCHECK_PAGES names a folder of saved pages");
    let mut faults = Vec::new();
    let mut n_pages = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Ok(markup) = fs::read_to_string(&path) else { continue };
        let Ok(article) = read(markup.as_bytes(), "page.html") else { continue };
        n_pages += 1;
        faults.extend(invented(&article, &markup).into_iter().map(|block| format!("{}: {block}", path.display())));
    }
    assert!(faults.is_empty() && n_pages > 0, "{n_pages} pages, {} faults\n{}", faults.len(), faults.join("\n"));
}
