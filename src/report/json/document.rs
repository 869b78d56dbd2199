//! A [`Document`] made of a comparison.

use super::SCHEMA;
use super::model::{
    ArticleJson, ClaimJson, Document, FactJson, FigureJson, FindingJson, LinkJson, MentionJson, NotComparedJson,
    RowJson,
};
use super::values::{bounds, unit};
use crate::alignment::{Alignment, ClaimId, Link};
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::findings::{self, Fact, Finding, Mention};
use crate::wording;

impl Document {
    /// Returns `comparison` as a document. `min_score` also lists links below the aligner's own threshold.
    pub fn new(id: Option<String>, comparison: &Comparison, min_score: Option<f64>) -> Self {
        let articles = &comparison.articles;
        let findings = |all: &[Finding]| all.iter().map(|finding| finding_json(articles, finding)).collect();
        let Alignment { links, related, near_misses, .. } = &comparison.alignment;
        let mut told: Vec<(&Link, bool)> = links.iter().map(|link| (link, false)).collect();
        told.extend(related.iter().map(|link| (link, true)));
        if let Some(least) = min_score {
            let is_related =
                |link: &Link| related.binary_search_by_key(&(link.a, link.b), |related| (related.a, related.b)).is_ok();
            told.extend(
                near_misses.iter().filter(|link| link.score >= least && !is_related(link)).map(|link| (link, true)),
            );
        }
        told.sort_by_key(|(link, _)| (link.a, link.b));
        Self {
            schema: SCHEMA,
            id,
            articles: articles.iter().map(article_json).collect(),
            links: told.into_iter().map(|(link, is_weak)| link_json(link, is_weak)).collect(),
            rows: comparison
                .alignment
                .rows
                .iter()
                .map(|row| RowJson { claims: row.claims.iter().map(|&claim| pair(claim)).collect() })
                .collect(),
            findings: findings(&comparison.findings.findings),
            agreements: findings(&comparison.findings.agreements),
            not_compared: comparison.findings.not_compared.iter().map(not_compared_json).collect(),
            facts: comparison.findings.facts.iter().map(|fact| fact_json(articles, fact)).collect(),
            decisions_without_finding: Vec::new(),
            notes: Vec::new(),
            mends: Vec::new(),
            title: None,
            reviewer: None,
            second_reader: None,
            authoritative: None,
            corrections: Vec::new(),
            regroupings: Vec::new(),
            disagreements: Vec::new(),
        }
    }
}

pub(super) fn pair(claim: ClaimId) -> [usize; 2] {
    [claim.article, claim.claim.0]
}

fn link_json(link: &Link, is_weak: bool) -> LinkJson {
    LinkJson { a: pair(link.a), b: pair(link.b), score: link.score, weak: is_weak }
}

fn article_json(analysis: &Analysis) -> ArticleJson {
    let article = &analysis.article;
    ArticleJson {
        name: article.name.clone(),
        title: article.details.title.clone(),
        published: article.details.published.map(|published| published.to_string()),
        address: article.details.address.clone(),
        archive: article.details.archive.clone(),
        retrieved: article.details.retrieved.map(|time| time.to_string()),
        text: article.text.clone(),
        claims: analysis
            .claims
            .iter()
            .zip(&analysis.figures)
            .map(|(claim, figures)| ClaimJson {
                sentence: claim.sentence,
                start: claim.span.start,
                end: claim.span.end,
                figures: figures.iter().map(|figure| FigureJson::new(&article.text, figure)).collect(),
            })
            .collect(),
    }
}

fn finding_json(articles: &[Analysis], finding: &Finding) -> FindingJson {
    FindingJson {
        id: finding.id.clone(),
        kind: finding.kind.into(),
        relation: finding.relation.into(),
        certainty: finding.certainty.into(),
        what: finding.what.clone(),
        row: finding.row.map(|row| row.0),
        mentions: finding.mentions.iter().map(|mention| mention_json(articles, mention)).collect(),
        why: wording::why(finding),
        decision: None,
    }
}

fn mention_json(articles: &[Analysis], mention: &Mention) -> MentionJson {
    let (low, high) = mention.quantity.as_ref().map_or((None, None), bounds);
    MentionJson {
        article: mention.claim.article,
        claim: mention.claim.claim.0,
        start: mention.span.start,
        end: mention.span.end,
        text: articles[mention.claim.article].words(mention.span).to_owned(),
        low,
        high,
        unit: mention.quantity.as_ref().and_then(unit),
        group: mention.group,
    }
}

fn fact_json(articles: &[Analysis], fact: &Fact) -> FactJson {
    FactJson {
        what: fact.what.clone(),
        relation: fact.relation.into(),
        finding: fact.finding.clone(),
        cells: fact
            .cells
            .iter()
            .map(|cell| cell.iter().map(|mention| mention_json(articles, mention)).collect())
            .collect(),
    }
}

fn not_compared_json(place: &findings::NotCompared) -> NotComparedJson {
    NotComparedJson {
        article: place.article,
        start: place.span.start,
        end: place.span.end,
        why: wording::not_compared(place.why).to_owned(),
    }
}
