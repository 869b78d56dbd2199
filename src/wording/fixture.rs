//! A small comparison for the tests of this folder: three against nine, an agreement, and a claim that one article
//! alone makes.

use std::sync::Arc;

use crate::alignment::{Alignment, Certainty, ClaimId, Copied, Link, Row, RowIndex};
use crate::analysis::{Analysis, analyze};
use crate::article::Article;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::figures::Quantity;
use crate::findings::{
    Condition, Fact, Finding, FindingIndex, FindingKind, Findings, Mention, NotCompared, NotComparedReason, Reason,
    Relation,
};
use crate::review::{Anchor, Review, Standing, Verdict};
use crate::text::Span;

const POST: &str = "A court sentenced three smugglers on Thursday.\nThe inquiry began in 2017.";
const WIRE: &str =
    "Officials met on Friday in the capital.\nNine smugglers were sentenced by a court.\nIn 2017 the inquiry began.";

pub(crate) fn comparison() -> Comparison {
    let articles: Vec<Analysis> = [("Post", POST), ("Wire", WIRE)]
        .into_iter()
        .map(|(name, text)| analyze(Arc::new(Article::from_text(name, text))))
        .collect();
    let at = |article, claim| ClaimId::at(article, claim);
    let link = |a, b, score| Link { a, b, score, certainty: Certainty::High, shared: Vec::new() };
    let mention = |claim: ClaimId, word: &str, value: Option<f64>, group| {
        let text = &articles[claim.article].article.text;
        let frame = articles[claim.article].claims[claim.claim].span;
        let start = frame.start + frame.of(text).find(word).expect("the word stands in the claim");
        let quantity = value.map(|value| Quantity::count(Some(value), Some(value)));
        Mention { claim, span: Span::new(start, start + word.len()), quantity, group }
    };
    let sentenced = vec![mention(at(0, 0), "three", Some(3.0), 0), mention(at(1, 1), "Nine", Some(9.0), 1)];
    let finding = |id: &str, kind, relation, what: &str, row, mentions: Vec<Mention>| Finding {
        id: id.to_owned(),
        kind,
        relation,
        certainty: Certainty::High,
        what: what.to_owned(),
        row,
        mentions,
        why: vec![Reason { condition: Condition::BothExact, is_met: true }],
    };
    let whole = articles[1].claims[0].span;
    let only = Mention { claim: at(1, 0), span: whole, quantity: None, group: 0 };
    let began = vec![mention(at(0, 1), "2017", None, 0), mention(at(1, 2), "2017", None, 0)];
    let findings = Findings {
        findings: vec![
            finding(
                "F001",
                FindingKind::Figure,
                Relation::Conflict,
                "smugglers sentenced",
                Some(RowIndex(0)),
                sentenced.clone(),
            ),
            finding("F002", FindingKind::OnlyIn, Relation::Differs, "officials", None, vec![only]),
        ],
        agreements: vec![finding(
            "A001",
            FindingKind::Date,
            Relation::Agrees,
            "inquiry began",
            Some(RowIndex(1)),
            began,
        )],
        facts: vec![Fact {
            what: "smugglers sentenced".to_owned(),
            relation: Relation::Conflict,
            finding: "F001".to_owned(),
            cells: vec![vec![sentenced[0].clone()], vec![sentenced[1].clone()]],
            is_silent: vec![false, false],
        }],
        not_compared: vec![NotCompared { article: 1, span: whole, why: NotComparedReason::FiguresNotAligned }],
        stories: vec![vec![0, 1]],
    };
    let alignment = Alignment {
        links: vec![link(at(0, 0), at(1, 1), 0.9), link(at(0, 1), at(1, 2), 0.8)],
        rows: vec![Row { claims: vec![at(0, 0), at(1, 1)] }, Row { claims: vec![at(0, 1), at(1, 2)] }],
        copied: vec![Copied { a: 0, b: 1, share: 0.25 }],
        origins: vec![vec![0], vec![1]],
        ..Alignment::default()
    };
    Comparison { articles, alignment, findings }
}

/// Returns the first article alone.
pub(crate) fn comparison_of_one() -> Comparison {
    let mut comparison = comparison();
    comparison.articles.truncate(1);
    Comparison { articles: comparison.articles, ..Comparison::default() }
}

/// Returns the standing after the finding at `finding` was decided as `verdict`.
pub(crate) fn decided(comparison: &Comparison, finding: usize, verdict: Verdict) -> Standing {
    Standing::new(&review(comparison, finding, verdict), comparison)
}

/// Returns a review in which the finding at `finding` is decided as `verdict`.
pub(crate) fn review(comparison: &Comparison, finding: usize, verdict: Verdict) -> Review {
    let mut review = Review::default();
    let finding = finding_at(comparison, FindingIndex(finding)).expect("the finding exists");
    review.decide(None, Anchor::new(comparison, finding), Some(verdict));
    review
}
