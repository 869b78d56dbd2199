//! What a person did with facts and findings, put in place of what the machine says after it has found them.
//!
//! Takes the machine's findings, figures that a person put into one fact or took apart, and the findings she made
//! herself. Returns the findings with that in place. A figure that is put into a fact joins the value that equals its
//! own, or is a value of its own; an agreement that gets a second value becomes a difference. Time: the findings for
//! each thing that was said.

use crate::alignment::{Certainty, ClaimId};
use crate::figures::Quantity;
use crate::findings::{Condition, Finding, FindingKind, Findings, Mention, Reason, Relation};
use crate::text::Span;

/// Words of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The claim they are in.
    pub claim: ClaimId,
    /// Where.
    pub span: Span,
    /// Their value, where they are a figure.
    pub quantity: Option<Quantity>,
}

/// A finding that a person made.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFinding {
    /// What it is about.
    pub what: String,
    /// The words, with the group of each: words of one group agree.
    pub places: Vec<(Words, usize)>,
}

/// What a person did with facts and findings, by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByHand {
    /// Figures, each with those that it speaks of one thing with.
    pub together: Vec<(Words, Vec<Words>)>,
    /// Figures, each with those that it does not.
    pub apart: Vec<(Words, Vec<Words>)>,
    /// The person's own findings.
    pub own: Vec<OwnFinding>,
}

impl Words {
    fn is_at(&self, mention: &Mention) -> bool {
        self.claim == mention.claim && self.span.start < mention.span.end && mention.span.start < self.span.end
    }
}

impl ByHand {
    /// Puts what was said in place of the machine's word.
    pub(super) fn apply(&self, findings: &mut Findings) {
        for (place, others) in &self.apart {
            take_out(findings, place, others);
        }
        for (place, others) in &self.together {
            put_in(findings, place, others);
        }
        let own: Vec<Finding> = self.own.iter().enumerate().map(|(idx, own)| own.finding(idx)).collect();
        findings.findings.splice(0..0, own);
    }
}

impl OwnFinding {
    fn finding(&self, idx: usize) -> Finding {
        let mention = |(words, group): &(Words, usize)| Mention {
            claim: words.claim,
            span: words.span,
            quantity: words.quantity.clone(),
            group: *group,
        };
        let mut mentions: Vec<Mention> = self.places.iter().map(mention).collect();
        mentions.sort_by_key(|mention| (mention.group, mention.claim, mention.span));
        Finding {
            id: format!("P{:03}", idx + 1),
            kind: FindingKind::Own,
            relation: Relation::Differs,
            certainty: Certainty::High,
            what: self.what.clone(),
            row: None,
            mentions,
            why: vec![Reason { condition: Condition::ByHand, is_met: true }],
        }
    }
}

/// Takes `place` out of everything that sets it beside one of `others`.
fn take_out(findings: &mut Findings, place: &Words, others: &[Words]) {
    let is_beside = |mentions: &[Mention]| {
        mentions.iter().any(|mention| place.is_at(mention))
            && mentions.iter().any(|mention| others.iter().any(|other| other.is_at(mention)))
    };
    let mut gone: Vec<String> = Vec::new();
    for list in [&mut findings.findings, &mut findings.agreements] {
        list.retain_mut(|finding| {
            if !finding.kind.is_of_values() || !is_beside(&finding.mentions) {
                return true;
            }
            finding.mentions.retain(|mention| !place.is_at(mention));
            let is_kept = still_says_something(finding);
            if !is_kept {
                gone.push(finding.id.clone());
            }
            is_kept
        });
    }
    findings.facts.retain(|fact| !gone.contains(&fact.finding));
    for fact in &mut findings.facts {
        if is_beside(&fact.cells.concat()) {
            fact.cells.iter_mut().for_each(|cell| cell.retain(|mention| !place.is_at(mention)));
        }
    }
}

/// Puts `place` into everything of values that speaks of one of `others`.
fn put_in(findings: &mut Findings, place: &Words, others: &[Words]) {
    let mut moved: Vec<Finding> = Vec::new();
    for list in [&mut findings.findings, &mut findings.agreements] {
        for finding in list.iter_mut().filter(|finding| finding.kind.is_of_values()) {
            let beside = finding.mentions.iter().find(|mention| others.iter().any(|other| other.is_at(mention)));
            if beside.is_none() || finding.mentions.iter().any(|mention| place.is_at(mention)) {
                continue;
            }
            let equal =
                finding.mentions.iter().find(|known| are_equal(known.quantity.as_ref(), place.quantity.as_ref()));
            let n_groups = finding.mentions.iter().map(|mention| mention.group + 1).max().unwrap_or(0);
            let group = equal.map_or(n_groups, |known| known.group);
            let quantity = place.quantity.clone();
            let mention = Mention { claim: place.claim, span: place.span, quantity, group };
            finding.mentions.push(mention.clone());
            finding.mentions.sort_by_key(|mention| (mention.group, mention.claim, mention.span));
            finding.why.push(Reason { condition: Condition::ByHand, is_met: true });
            for fact in findings.facts.iter_mut().filter(|fact| fact.finding == finding.id) {
                if let Some(cell) = fact.cells.get_mut(place.claim.article) {
                    cell.push(mention.clone());
                }
                if group == n_groups && fact.relation == Relation::Agrees {
                    fact.relation = Relation::Differs;
                }
            }
            if group == n_groups && finding.relation == Relation::Agrees {
                moved.push(finding.clone());
            }
        }
    }
    findings.agreements.retain(|finding| !moved.iter().any(|other| other.id == finding.id));
    findings.findings.extend(moved.into_iter().map(|finding| Finding { relation: Relation::Differs, ..finding }));
}

fn are_equal(a: Option<&Quantity>, b: Option<&Quantity>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.range == b.range && a.unit == b.unit)
}

/// Returns whether `finding`, of which places were taken out, still sets two places beside each other.
pub(super) fn still_says_something(finding: &Finding) -> bool {
    let Some(first) = finding.mentions.first() else { return false };
    match finding.relation {
        Relation::Agrees => finding.mentions.len() > 1,
        _ => finding.mentions.iter().any(|mention| mention.group != first.group),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(article: usize, start: usize, value: f64) -> Words {
        let quantity = Some(Quantity::count(Some(value), Some(value)));
        Words { claim: ClaimId::at(article, 0), span: Span::new(start, start + 4), quantity }
    }

    fn finding(relation: Relation, places: &[(Words, usize)]) -> Findings {
        let own = OwnFinding { what: "smugglers".to_owned(), places: places.to_vec() };
        let finding = Finding { id: "F001".to_owned(), kind: FindingKind::Figure, relation, ..own.finding(0) };
        match relation {
            Relation::Agrees => Findings { agreements: vec![finding], ..Findings::default() },
            _ => Findings { findings: vec![finding], ..Findings::default() },
        }
    }

    #[test]
    fn a_figure_that_is_taken_out_leaves_only_what_still_differs() {
        let (three, nine, ten) = (words(0, 0, 3.0), words(1, 0, 9.0), words(2, 0, 10.0));
        let mut findings = finding(Relation::Conflict, &[(three.clone(), 0), (nine.clone(), 1), (ten.clone(), 2)]);
        let hand = ByHand { apart: vec![(ten, vec![three.clone(), nine.clone()])], ..ByHand::default() };
        hand.apply(&mut findings);
        assert_eq!(findings.findings[0].mentions.len(), 2);
        ByHand { apart: vec![(nine, vec![three])], ..ByHand::default() }.apply(&mut findings);
        assert!(findings.findings.is_empty(), "one value differs from nothing");
    }

    #[test]
    fn a_figure_that_is_put_in_joins_its_equals_or_makes_a_difference() {
        let (three, again) = (words(0, 0, 3.0), words(1, 0, 3.0));
        let mut findings = finding(Relation::Agrees, &[(three.clone(), 0), (again, 0)]);
        let put = |place: Words| ByHand { together: vec![(place, vec![three.clone()])], ..ByHand::default() };
        put(words(2, 0, 3.0)).apply(&mut findings);
        assert_eq!((findings.findings.len(), findings.agreements[0].mentions.len()), (0, 3));
        put(words(3, 0, 9.0)).apply(&mut findings);
        assert_eq!((findings.findings.len(), findings.agreements.len()), (1, 0));
        assert_eq!(findings.findings[0].relation, Relation::Differs);
        assert_eq!(findings.findings[0].mentions.iter().map(|one| one.group).collect::<Vec<_>>(), [0, 0, 0, 1]);
    }

    #[test]
    fn own_findings_stand_first() {
        let mut findings = finding(Relation::Conflict, &[(words(0, 0, 3.0), 0), (words(1, 0, 9.0), 1)]);
        let places = vec![(words(0, 20, 1.0), 0), (words(1, 20, 2.0), 1)];
        ByHand { own: vec![OwnFinding { what: "x".to_owned(), places }], ..ByHand::default() }.apply(&mut findings);
        let ids: Vec<&str> = findings.findings.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["P001", "F001"]);
    }
}
