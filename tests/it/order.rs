//! The same articles in another order give the same rows, links and findings, columns permuted.

use std::sync::Arc;

use crosscheck::alignment::ClaimId;
use crosscheck::article::Article;
use crosscheck::compare::Comparison;
use crosscheck::findings::Finding;
use crosscheck::wording;

use crate::stories;

#[test]
fn samples_in_any_order() {
    for folder in stories::folders() {
        check(&stories::articles(&folder));
    }
}

/// All samples as one story: articles that have little in common, too.
#[test]
fn all_samples_at_once_in_any_order() {
    let articles: Vec<Arc<Article>> = stories::folders().iter().flat_map(|folder| stories::articles(folder)).collect();
    assert!(articles.len() >= 9);
    check(&articles);
}

fn check(articles: &[Arc<Article>]) {
    let n_articles = articles.len();
    let plain = summary(&stories::compared(articles), &(0..n_articles).collect::<Vec<_>>());
    assert!(!plain.is_empty());
    let reversed: Vec<usize> = (0..n_articles).rev().collect();
    let rotated: Vec<usize> = (0..n_articles).map(|idx| (idx + 1) % n_articles).collect();
    for order in [reversed, rotated] {
        let permuted: Vec<Arc<Article>> = order.iter().map(|&idx| Arc::clone(&articles[idx])).collect();
        let other = summary(&stories::compared(&permuted), &order);
        for (line, other_line) in plain.iter().zip(&other) {
            assert_eq!(line, other_line, "articles in the order {order:?}");
        }
        assert_eq!(plain.len(), other.len(), "articles in the order {order:?}");
    }
}

/// Rows, links, findings and agreements with the articles named by their first place in `order`, sorted where the
/// columns give the order.
fn summary(comparison: &Comparison, order: &[usize]) -> Vec<String> {
    let place = |id: ClaimId| (order[id.article], id.claim.0);
    let mut rows: Vec<String> = comparison
        .alignment
        .rows
        .iter()
        .map(|row| {
            let mut claims: Vec<(usize, usize)> = row.claims.iter().map(|&id| place(id)).collect();
            claims.sort_unstable();
            format!("row {claims:?}")
        })
        .collect();
    rows.sort();
    let mut links: Vec<String> = comparison
        .alignment
        .links
        .iter()
        .map(|link| {
            let (a, b) = (place(link.a), place(link.b));
            format!("link {:?} {:.9} {:?}", (a.min(b), a.max(b)), link.score, link.certainty)
        })
        .collect();
    links.sort();
    let describe = |finding: &Finding| {
        let mut mentions: Vec<_> =
            finding.mentions.iter().map(|mention| (place(mention.claim), mention.span)).collect();
        mentions.sort_unstable();
        let Finding { id, kind, certainty, what, .. } = finding;
        format!("{id} {kind:?} {} {certainty:?} {what} {mentions:?}", wording::relation(finding.relation))
    };
    let findings = &comparison.findings;
    let mut found: Vec<String> = findings.findings.iter().chain(&findings.agreements).map(describe).collect();
    found.sort();
    [rows, links, found].concat()
}
