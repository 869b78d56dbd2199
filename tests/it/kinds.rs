//! Pages in the manner of many sites and systems: what of them is the article, line by line.
//!
//! Each page of `kinds` marks its own lines: one that ends with `<!--kept-->` is the article's, all others are furniture. Comments are taken
//! out before reading. Nothing in them is of a real site; the marks (classes, elements, order) are those that systems write.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crosscheck::article::{Article, read_text};

const KEPT: &str = "<!--kept-->";

struct Page {
    name: String,
    article: Article,
    /// The lines of the article, without markup.
    kept: Vec<String>,
}

/// The words of a line of markup.
fn words(line: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in line.replace(KEPT, "").chars() {
        match c {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                out.push(' ');
            }
            c if !is_tag => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/kinds");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let page = |path: &std::path::PathBuf| {
        let marked = fs::read_to_string(path).unwrap();
        let kept = marked.lines().filter(|line| line.contains(KEPT)).map(words).collect();
        let mut markup = marked.replace(KEPT, "");
        while let Some(start) = markup.find("<!--") {
            let end = markup[start..].find("-->").map_or(markup.len(), |end| start + end + 3);
            markup.replace_range(start..end, "");
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Page { article: read_text(&markup, &format!("{name}.html")).unwrap(), name, kept }
    };
    files.iter().map(page).collect()
}

/// How often each number stands in `text`.
fn numbers(text: &str) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for word in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ':'))) {
        let word = word.trim_matches([',', '.', ':']);
        if !word.is_empty() {
            *found.entry(word.to_owned()).or_default() += 1;
        }
    }
    found
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn pages_of_many_systems_give_their_figures_and_no_others() {
    let (mut n_right, mut n_false, mut n_lost) = (0, 0, 0);
    let (mut n_lines, mut n_lines_lost) = (0, 0);
    let pages = pages();
    assert!(pages.len() >= 20);
    for Page { name, article, kept } in pages {
        let (wanted, read) = (numbers(&kept.join("\n")), numbers(article.body()));
        let shared: usize = wanted.iter().map(|(word, n)| (*n).min(read.get(word).copied().unwrap_or(0))).sum();
        let (all_wanted, all_read): (usize, usize) = (wanted.values().sum(), read.values().sum());
        println!("{name}: {shared} figures, {} false, {} lost", all_read - shared, all_wanted - shared);
        n_right += shared;
        n_false += all_read - shared;
        n_lost += all_wanted - shared;
        let body = letters(&article.text);
        for line in &kept {
            n_lines += 1;
            if !body.contains(&letters(line)) {
                println!("  lost: {line}");
                n_lines_lost += 1;
            }
        }
    }
    let share =
        |wrong: usize| f64::from(u32::try_from(n_right).unwrap()) / f64::from(u32::try_from(n_right + wrong).unwrap());
    assert!(share(n_false) >= 0.985, "{n_false} false figures beside {n_right}");
    assert!(share(n_lost) >= 0.975, "{n_lost} figures lost beside {n_right}");
    assert!(n_lines_lost * 100 <= n_lines * 4, "{n_lines_lost} of {n_lines} lines lost");
}

#[test]
fn pages_say_when_and_by_whom() {
    let details: HashMap<String, (Option<String>, Option<String>)> = pages()
        .into_iter()
        .map(|page| {
            let details = page.article.details;
            (page.name, (details.published.map(|published| published.to_string()), details.byline))
        })
        .collect();
    for (name, published, byline) in [
        ("wordpress", "2026-02-03T18:20", "Mina Karlsen"),
        ("drupal", "2026-01-28T14:05", ""),
        ("amp", "2026-01-16T13:00", ""),
        ("letter", "2026-01-22", ""),
        ("paywall", "2026-01-28T12:00", ""),
        ("boxes", "2026-02-03T21:41", "Mina Karlsen"),
        ("divs", "2026-01-22T06:05", "EDDA MOSS"),
        ("tabloid", "2026-01-12T08:21", "Petra Voss"),
        ("correction", "2026-01-28T15:15", "Ned Farrow"),
        ("elements", "2026-02-16", ""),
        ("release", "2026-02-03", ""),
        ("print", "", ""),
        ("broadcaster", "", ""),
    ] {
        let (found, by) = &details[name];
        assert_eq!(found.as_deref().unwrap_or_default(), published, "{name}");
        if !byline.is_empty() {
            assert_eq!(by.as_deref(), Some(byline), "{name}");
        }
    }
}
