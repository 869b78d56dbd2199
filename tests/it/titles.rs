//! Cases of `titles.tsv`: what findings are called, and that no title is empty, a bare value or a twin of another.

use std::path::Path;

use crosscheck::compare::Comparison;

use crate::{findings, stories};

const CASES: &str = include_str!("titles.tsv");

#[test]
fn titles_are_noun_phrases_of_the_articles() {
    let mut failed = Vec::new();
    for (line, row) in CASES.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
        let (expected, articles) = row.split_once('\t').unwrap_or_else(|| panic!("line {} has no articles", line + 1));
        let comparison = findings::compared(articles);
        let titles = titles(&comparison);
        for wanted in expected.split("; ").filter(|wanted| !titles.iter().any(|title| title == wanted)) {
            failed.push(format!("line {}: wanted {wanted:?}, found {titles:?}", line + 1));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn no_title_is_empty_or_a_bare_value() {
    for folder in stories::folders() {
        let comparison = stories::compared(&stories::articles(&folder));
        for finding in comparison.findings.findings.iter().chain(&comparison.findings.agreements) {
            let printed = |at: usize| {
                let mention = &finding.mentions[at];
                comparison.articles[mention.claim.article].words(mention.span)
            };
            assert!(!finding.what.trim().is_empty(), "{} of {}", finding.id, name(&folder));
            let is_bare = (0..finding.mentions.len()).any(|at| printed(at).eq_ignore_ascii_case(&finding.what));
            assert!(!is_bare, "{} of {}: {}", finding.id, name(&folder), finding.what);
        }
    }
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn titles(comparison: &Comparison) -> Vec<String> {
    let found = &comparison.findings;
    found.findings.iter().chain(&found.agreements).map(|finding| finding.what.clone()).collect()
}
