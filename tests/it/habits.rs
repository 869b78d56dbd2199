//! The habits of wires and newspapers, line by line: what is a claim of the story and what stands beside it.

use std::ops::ControlFlow;
use std::sync::Arc;

use crosscheck::alignment::ClaimId;
use crosscheck::analysis::analyze;
use crosscheck::article::dateline::dateline;
use crosscheck::article::{Article, BlockKind, read_text};
use crosscheck::compare::{Comparison, Options, compare};
use crosscheck::findings::{Condition, Relation};

const TABLE: &str = include_str!("habits.tsv");

/// A story with `line` in its midst.
fn story(line: &str) -> Article {
    let text = format!(
        "Water rises in the valley\n\nThe lake above the town was full on Sunday, the water authority said.\n\n{line}\n\nThe authority expects the rain to go on until the end of the week.\n"
    );
    read_text(&text, "post.txt").unwrap()
}

#[test]
fn lines_are_claims_or_stand_beside_them() {
    let rows: Vec<(&str, &str)> =
        TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect();
    assert!(rows.len() >= 60);
    let mut wrong = Vec::new();
    for (what, marked) in rows {
        let line = marked.replace('|', "");
        let article = story(&line);
        let block = article.blocks.iter().find(|block| block.span.of(&article.text) == line).copied();
        let dropped = article.dropped.iter().any(|dropped| dropped.text == line);
        let analysis = analyze(Arc::new(article));
        let claims: Vec<&str> = analysis.claims.iter().map(|claim| analysis.words(claim.span)).collect();
        let is_right = match what {
            "dateline" => {
                let (_, report) = marked.split_once('|').unwrap();
                block.is_some() && claims.contains(&report) && dateline(&line) == Some(line.len() - report.len())
            }
            "aside" => block.is_none() && dropped,
            "correction" => block.is_some_and(|block| block.kind == BlockKind::Correction),
            _ => block.is_some_and(|block| block.kind == BlockKind::Paragraph) && claims.contains(&line.as_str()),
        };
        if !is_right {
            wrong
                .push(format!("{what}: {marked} (block {block:?}, dropped {dropped}, dateline {:?})", dateline(&line)));
        }
    }
    assert!(wrong.is_empty(), "{}\n", wrong.join("\n"));
}

#[test]
fn an_end_mark_ends_a_release() {
    let text = format!(
        "Water authority lowers the lake\n\n{}\n\n###\n\nAbout the authority\n\nIt runs 23 dams and employs 1,450 people.\n",
        "The authority lowered the lake by 2.4 metres on Tuesday, after a crack was found in the wall of the dam, and told the people below it to stay with relatives until Friday. "
            .repeat(2)
            .trim()
    );
    let article = read_text(&text, "release.txt").unwrap();
    assert!(!article.text.contains("1,450") && article.text.contains("2.4 metres"));
    assert!(article.dropped.iter().any(|dropped| dropped.text.contains("1,450")));
}

fn compared(articles: [Article; 2]) -> Comparison {
    compare(&articles.map(Arc::new), &Options::default(), &|_| ControlFlow::Continue(())).unwrap()
}

fn corrected(number: &str) -> Article {
    let text = format!(
        "Bank must repay savers\n\nThe court ordered the bank on Wednesday to pay fees back to {number} savers.\n\nThe bank said that it would appeal.\n\nCorrection: An earlier version of this article misstated the number of savers. It is 61,000, not 16,000.\n"
    );
    read_text(&text, "post.txt").unwrap()
}

#[test]
fn a_correction_that_the_text_contradicts_is_a_finding_and_no_claim() {
    let other = read_text(
        "Savers win\n\nA court told the bank on Wednesday to pay fees back to 61,000 savers.\n\nIt is 74 million in all.\n",
        "other.txt",
    )
    .unwrap();
    let run = |number: &str| compared([corrected(number), other.clone()]);
    let taken_back = |comparison: &Comparison| {
        let findings = comparison.findings.findings.iter();
        findings
            .filter(|finding| finding.why.iter().any(|reason| reason.condition == Condition::TakenBack))
            .map(|finding| (finding.relation, finding.mentions.len()))
            .collect::<Vec<_>>()
    };
    let wrong = run("16,000");
    assert_eq!(taken_back(&wrong), [(Relation::Conflict, 2)]);
    let right = run("61,000");
    assert_eq!(taken_back(&right), []);
    for comparison in [wrong, right] {
        let is_note = |id: ClaimId| comparison.articles[id.article].claims[id.claim].block == BlockKind::Correction;
        assert!(comparison.articles[0].claims.iter().any(|claim| claim.block == BlockKind::Correction));
        assert!(comparison.alignment.links.iter().all(|link| !is_note(link.a) && !is_note(link.b)));
    }
}

#[test]
fn one_agency_makes_one_origin_of_what_is_partly_rewritten() {
    let shared = "Nine fishing boats sank off the coast of Sele in a storm on Sunday night and all of the forty people on board were saved by two helicopters.";
    let first = "The harbour master had warned of winds of up to ninety kilometres an hour on Friday. Nobody knows yet what will become of the wrecks, which lie in shallow water near the old pier.";
    let second = "Fishing was forbidden there between May and July for many years, until a court lifted the ban last winter. The town wants to help the families with money from a fund that it set up after the flood.";
    let articles = |agency: &str| {
        [("SELE (AFP) - ", first), (agency, second)]
            .map(|(line, own)| Article::from_text("Post", format!("{line}{shared}\n{own}")))
    };
    let origins = |agency: &str| compared(articles(agency)).alignment.origins;
    assert_eq!(origins("SELE (AFP) - "), [vec![0, 1]]);
    assert_eq!(origins("SELE (Reuters) - "), [vec![0], vec![1]]);
}
