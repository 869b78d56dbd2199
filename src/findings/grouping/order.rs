//! The order of findings, and their ids.
//!
//! Conflicts come first, then what differs, then what explains itself; claims that only some articles make come last.
//! Within one relation figures and dates come before words, and weak hints last; then the surer it is, the more
//! articles speak of it and the earlier they do, the higher it is listed. Ids follow that order, so they are the same
//! whatever the order of the articles.

use crate::alignment::Certainty;
use crate::analysis::Analysis;
use crate::findings::{Finding, FindingKind};

/// Sorts `findings` by importance and names them, `prefix` and a number counted from 1.
pub(in crate::findings) fn order(findings: &mut [Finding], articles: &[&Analysis], prefix: char) {
    findings.sort_by_cached_key(|finding| {
        let first = finding.mentions.first().map(|mention| (mention.claim, mention.span));
        (
            finding.kind == FindingKind::OnlyIn,
            finding.relation,
            finding.certainty == Certainty::Low,
            !finding.kind.is_of_values(),
            std::cmp::Reverse(finding.certainty),
            std::cmp::Reverse(n_articles(finding)),
            place(finding, articles),
            finding.kind,
            first,
            finding.mentions.last().map(|mention| (mention.claim, mention.span)),
        )
    });
    for (idx, finding) in findings.iter_mut().enumerate() {
        finding.id = format!("{prefix}{:03}", idx + 1);
    }
}

fn n_articles(finding: &Finding) -> usize {
    let mut articles: Vec<usize> = finding.mentions.iter().map(|mention| mention.claim.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// How far down the finding's first place is, in tenths of its article.
fn place(finding: &Finding, articles: &[&Analysis]) -> usize {
    let tenth = |article: usize, claim: usize| {
        let n_claims = articles.get(article).map_or(1, |analysis| analysis.claims.len().max(1));
        10 * claim / n_claims
    };
    finding.mentions.iter().map(|mention| tenth(mention.claim.article, mention.claim.claim.0)).min().unwrap_or(10)
}
