//! Cases of `findings.tsv` and `words.tsv`: short articles, and what should be found between them or inside one. An editor can add rows without touching Rust.

use std::ops::ControlFlow;
use std::sync::Arc;

use crosscheck::alignment::Certainty;
use crosscheck::article::{Article, Block, BlockKind, Published};
use crosscheck::compare::{Comparison, Options, compare};
use crosscheck::findings::{FindingKind, Relation};
use crosscheck::text::Span;
use crosscheck::wording;

const CASES: &str = include_str!("findings.tsv");
const WORDS: &str = include_str!("words.tsv");

#[test]
fn cases() {
    check(CASES, 200);
}

#[test]
fn cases_of_words() {
    check(WORDS, 175);
}

/// Checks every row of a table of at least `least` rows.
fn check(cases: &str, least: usize) {
    let mut failed = Vec::new();
    let mut n_cases = 0;
    for (line, row) in cases.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
        n_cases += 1;
        let (expected, articles) = row.split_once('\t').unwrap_or_else(|| panic!("line {} has no articles", line + 1));
        let found = found(&compared(articles));
        let missing: Vec<&str> = expected.split("; ").filter(|wanted| !holds(wanted, &found)).collect();
        if !missing.is_empty() {
            failed.push(format!("line {}: wanted {missing:?}, found {found:?}\n    {articles}", line + 1));
        }
    }
    assert!(failed.is_empty(), "{} of {n_cases} cases failed\n{}", failed.len(), failed.join("\n"));
    assert!(n_cases >= least, "only {n_cases} cases");
}

/// The articles of one row, parted by tabs: a date in brackets first where it matters, a headline before ` // `.
pub(crate) fn compared(row: &str) -> Comparison {
    let articles: Vec<Arc<Article>> = row
        .split('\t')
        .enumerate()
        .map(|(idx, cell)| {
            let (published, rest) = match cell.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
                Some((date, rest)) => (Published::parse(date), rest),
                None => (None, cell),
            };
            let (headline, body) = rest.split_once(" // ").map_or((None, rest), |(head, body)| (Some(head), body));
            let mut article = match headline {
                None => Article::from_text(format!("article {idx}"), body),
                Some(head) => with_headline(idx, head, body),
            };
            article.details.published = published;
            Arc::new(article)
        })
        .collect();
    compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).unwrap()
}

fn with_headline(idx: usize, head: &str, body: &str) -> Article {
    let text = format!("{head}\n{body}");
    let mut article = Article::from_text(format!("article {idx}"), text);
    article.blocks[0] = Block { span: Span::new(0, head.len()), kind: BlockKind::Headline };
    article
}

/// What was found, as `kind relation`, and `kind sure` besides where it is at least medium; claims of one article alone are left aside unless nothing else is asked for.
fn found(comparison: &Comparison) -> Vec<String> {
    let findings = &comparison.findings;
    findings
        .findings
        .iter()
        .chain(&findings.agreements)
        .flat_map(|finding| {
            let kind = match finding.kind {
                FindingKind::Figure => "figure",
                FindingKind::Date => "date",
                FindingKind::Quote => "quote",
                FindingKind::Name => "name",
                FindingKind::Negation => "negation",
                FindingKind::Hedge => "hedge",
                FindingKind::Attribution => "attribution",
                FindingKind::OnlyIn => "only_in",
                FindingKind::Own => "own",
            };
            let is_sure = finding.certainty > Certainty::Low && finding.relation != Relation::Agrees;
            let told = format!("{kind} {}", wording::relation(finding.relation));
            std::iter::once(told).chain(is_sure.then(|| format!("{kind} sure")))
        })
        .collect()
}

/// `figure conflict`: such a finding is there. `no conflict`: none of any kind. `figure none`: nothing but agreement on figures.
/// `only_in none`: no claim is said to stand in one article alone. `none`: nothing but agreement and such claims.
fn holds(wanted: &str, found: &[String]) -> bool {
    let differs = |line: &&String| !line.ends_with(" agrees") && !line.starts_with("only_in");
    match wanted.split_once(' ') {
        None => !found.iter().any(|line| differs(&line)),
        Some(("no", relation)) => !found.iter().any(|line| line.ends_with(&format!(" {relation}"))),
        Some(("only_in", "none")) => !found.iter().any(|line| line.starts_with("only_in ")),
        Some((kind, "none")) => !found.iter().any(|line| differs(&line) && line.starts_with(&format!("{kind} "))),
        Some((kind, "flagged")) => found.iter().any(|line| differs(&line) && line.starts_with(&format!("{kind} "))),
        Some(_) => found.iter().any(|line| line == wanted),
    }
}
