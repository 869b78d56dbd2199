//! A person's decisions on the samples: each stands at its own finding, and none is ever lost without a word, whatever
//! happens to the articles.

use std::sync::Arc;

use crosscheck::article::Article;
use crosscheck::compare::Comparison;
use crosscheck::compare::lookup::finding_at;
use crosscheck::findings::{FindingIndex, Mention};
use crosscheck::report::{Format, render};
use crosscheck::review::{Anchor, Review, Standing, Verdict};
use crosscheck::view::report::ReportOptions;
use proptest::prelude::*;

use crate::{docx, stories};

fn n_findings(comparison: &Comparison) -> usize {
    comparison.findings.findings.len() + comparison.findings.agreements.len()
}

/// Every finding decided, each with a note that says which one it was.
fn decided(comparison: &Comparison) -> Review {
    let mut review = Review::default();
    for idx in 0..n_findings(comparison) {
        let anchor = Anchor::new(comparison, finding_at(comparison, FindingIndex(idx)).unwrap());
        review.decide(None, anchor.clone(), Some(Verdict::ALL[idx % Verdict::ALL.len()]));
        let id = review.entries().last().map(|(id, _)| id);
        review.note(id, anchor, &format!("finding {idx}"));
    }
    review
}

/// For each finding the note on it.
fn notes(review: &Review, comparison: &Comparison) -> Vec<Option<String>> {
    let standing = Standing::new(review, comparison);
    (0..n_findings(comparison))
        .map(|idx| standing.decision(FindingIndex(idx)).map(|decision| decision.note.clone()))
        .collect()
}

#[test]
fn every_decision_stands_at_its_own_finding() {
    for folder in stories::folders() {
        let comparison = stories::compared(&stories::articles(&folder));
        let review = decided(&comparison);
        let expected: Vec<_> = (0..n_findings(&comparison)).map(|idx| Some(format!("finding {idx}"))).collect();
        assert_eq!(notes(&review, &comparison), expected, "{}", folder.display());
        assert!(Standing::new(&review, &comparison).lost.is_empty());
    }
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    for folder in stories::folders() {
        let mut articles = stories::articles(&folder);
        let review = decided(&stories::compared(&articles));
        articles.reverse();
        let comparison = stories::compared(&articles);
        assert!(notes(&review, &comparison).iter().all(Option::is_some), "{}", folder.display());
    }
}

#[test]
fn decisions_survive_being_written_and_read() {
    let comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let review = decided(&comparison);
    let read: Review = serde_json::from_str(&serde_json::to_string(&review).unwrap()).unwrap();
    assert_eq!(notes(&read, &comparison), notes(&review, &comparison));
    assert_eq!(read.n_steps(), review.n_steps(), "the way back is kept, too");
}

#[test]
fn what_a_finding_is_called_plays_no_part() {
    for folder in stories::folders() {
        let mut comparison = stories::compared(&stories::articles(&folder));
        let review = decided(&comparison);
        let expected = notes(&review, &comparison);
        let found = &mut comparison.findings;
        found.findings.iter_mut().chain(&mut found.agreements).for_each(|finding| finding.what = "renamed".to_owned());
        assert_eq!(notes(&review, &comparison), expected, "{}", folder.display());
    }
}

#[test]
fn of_the_same_places_the_finding_with_the_same_values_takes_the_decision() {
    let mut comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let mut agreement = comparison.findings.agreements[0].clone();
    let words = comparison.findings.findings.iter().flat_map(|finding| &finding.mentions).take(3).cloned();
    agreement.mentions = words.map(|mention| Mention { group: 0, ..mention }).collect();
    agreement.what = "dead".to_owned();
    let mut difference = agreement.clone();
    difference.mentions[2].group = 1;
    difference.what = "injured".to_owned();
    (comparison.findings.findings, comparison.findings.agreements) = (vec![difference], vec![agreement]);
    for idx in 0..2 {
        let mut review = Review::default();
        let anchor = Anchor::new(&comparison, finding_at(&comparison, FindingIndex(idx)).unwrap());
        let other = finding_at(&comparison, FindingIndex(1 - idx)).unwrap().what.clone();
        review.decide(None, Anchor { what: other, ..anchor }, Some(Verdict::Unrelated));
        let standing = Standing::new(&review, &comparison);
        assert_eq!(standing.verdict(FindingIndex(idx)), Some(Verdict::Unrelated), "finding {idx}");
        assert_eq!(standing.verdict(FindingIndex(1 - idx)), None, "finding {idx}");
    }
}

#[test]
fn a_block_left_out_takes_only_its_own_decisions_away() {
    let folder = &stories::folders()[0];
    let whole = stories::articles(folder);
    let comparison = stories::compared(&whole);
    let review = decided(&comparison);
    let mut articles = whole.clone();
    let last = whole[0].blocks.len() - 1;
    articles[0] = Arc::new(whole[0].without_block(last).unwrap());
    let less = stories::compared(&articles);
    let lost = Standing::new(&review, &less).lost;
    let left_out = whole[0].blocks[last].span.of(&whole[0].text);
    assert!(lost.len() < n_findings(&comparison) / 2, "{lost:#?}");
    assert!(!left_out.is_empty());
    assert!(notes(&review, &stories::compared(&whole)).iter().all(Option::is_some), "all come back with the block");
}

#[test]
fn a_decision_without_a_finding_is_listed_in_every_report() {
    let folder = &stories::folders()[0];
    let articles = stories::articles(folder);
    let comparison = stories::compared(&articles[..2]);
    let mut review = Review::default();
    let anchor = Anchor::new(&comparison, &comparison.findings.findings[0]);
    let what = anchor.what.clone();
    review.decide(None, anchor, Some(Verdict::Unrelated));
    let alone = stories::compared(&articles[..1]);
    let options = ReportOptions { review, ..ReportOptions::default() };
    for format in Format::ALL {
        let report = docx::words_of(format, &render(format, &alone, &options));
        assert!(report.contains("unrelated") && report.contains(&what), "{format:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Articles are taken away and opened again in any way: every decision has a finding of its kind or is counted as lost,
    /// and once all articles are back so is every decision.
    #[test]
    fn no_decision_is_ever_lost(folder in 0_usize..3, chosen in 0_u32..32) {
        let whole = stories::articles(&stories::folders()[folder]);
        let comparison = stories::compared(&whole);
        let review = decided(&comparison);
        let some: Vec<Arc<Article>> =
            whole.iter().enumerate().filter(|(idx, _)| chosen >> idx & 1 == 1).map(|(_, one)| Arc::clone(one)).collect();
        let part = stories::compared(&some);
        let standing = Standing::new(&review, &part);
        let mut n_placed = 0;
        for idx in 0..n_findings(&part) {
            let Some(id) = standing.entry(FindingIndex(idx)) else { continue };
            n_placed += 1;
            let (_, entry) = review.entries().find(|(known, _)| *known == id).unwrap();
            prop_assert_eq!(entry.anchor.kind, finding_at(&part, FindingIndex(idx)).unwrap().kind);
            prop_assert_eq!(standing.finding(id), Some(FindingIndex(idx)));
        }
        prop_assert_eq!(n_placed + standing.lost.len(), review.entries().count());
        prop_assert!(notes(&review, &stories::compared(&whole)).iter().all(Option::is_some));
    }
}
