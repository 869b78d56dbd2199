//! The facts table: a row for each thing counted, a column for each article, the cells with the places that give a value.
//!
//! Every finding and every agreement on figures or dates is a row; rows that disagree come first.

use super::{Fact, Finding, FindingKind, Findings};

/// Fills the facts table of `findings` for so many articles.
pub(super) fn table(findings: &Findings, n_articles: usize) -> Vec<Fact> {
    findings
        .findings
        .iter()
        .chain(&findings.agreements)
        .filter(|finding| matches!(finding.kind, FindingKind::Figure | FindingKind::Date))
        .map(|finding| fact(finding, n_articles))
        .collect()
}

fn fact(finding: &Finding, n_articles: usize) -> Fact {
    let mut cells = vec![Vec::new(); n_articles];
    for mention in &finding.mentions {
        if let Some(cell) = cells.get_mut(mention.claim.article) {
            cell.push(mention.clone());
        }
    }
    for cell in &mut cells {
        cell.sort_by_key(|mention| (mention.claim, mention.span));
    }
    Fact { what: finding.what.clone(), relation: finding.relation, finding: finding.id.clone(), cells }
}
