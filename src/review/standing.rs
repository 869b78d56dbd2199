//! Where the decisions of a review are in a comparison: each at its finding, or without one.
//!
//! Which finding a decision belongs to is in [`question`](super::question). The work is linear in the claims of the
//! articles, and nothing at all without decisions.

use std::collections::BTreeMap;

use super::anchor::Place;
use super::correction::{Correction, RegroupingKind};
use super::decision::{Decision, Verdict};
use super::item::{Entry, EntryId, Item};
use super::key::Finder;
use super::log::Review;
use super::placing;
use super::question::{Index, Match};
use super::remark::{MendKind, Subject};
use super::sheet::Sheet;
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::findings::{Finding, FindingIndex, FindingKind};
use crate::text::Span;

/// The decisions of a [`Review`] in a [`Comparison`]. Findings are named by their index: the differences first, then
/// the agreements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    by_finding: BTreeMap<FindingIndex, Held>,
    /// Decisions that have no finding now.
    pub lost: Vec<Entry>,
    /// The notes that are on something else than a finding and have their place.
    pub notes: Vec<StandingNote>,
    /// What was mended and has its claims.
    pub mends: Vec<StandingMend>,
    /// The figures that a person read otherwise and that have their place.
    pub corrections: Vec<StandingCorrection>,
    /// The figures that were put into facts or taken out.
    pub regroupings: Vec<StandingRegrouping>,
    /// The person's own findings: the items that the first findings come from, in their order.
    pub own: Vec<EntryId>,
    /// The head of the story.
    pub sheet: Sheet,
    /// The article that the others are held against, by index.
    pub authoritative: Option<usize>,
    /// What a second reader said otherwise.
    pub others: Vec<SecondWord>,
    /// Notes, mends and corrections whose article, claims or words are gone.
    pub astray: Vec<Item>,
}

/// A figure that a person read otherwise, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingCorrection {
    /// The item it comes from.
    pub entry: EntryId,
    /// The claim.
    pub claim: ClaimId,
    /// The printed figure.
    pub span: Span,
    /// What was said.
    pub correction: Correction,
}

/// A figure that was put into a fact or taken out, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingRegrouping {
    /// The item it comes from.
    pub entry: EntryId,
    /// What was done.
    pub kind: RegroupingKind,
    /// The figure.
    pub place: (ClaimId, Span),
    /// The figures it was done with.
    pub others: Vec<(ClaimId, Span)>,
}

/// What a second reader said where it is not what the first said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondWord {
    /// The item it comes from.
    pub entry: EntryId,
    /// The finding it is about; `None` if it is about something else or its finding is gone.
    pub finding: Option<FindingIndex>,
    /// What was said.
    pub item: Item,
}

/// What a note is on in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteOn {
    /// The story as a whole.
    Story,
    /// The article at this index.
    Article(usize),
    /// A claim.
    Claim(ClaimId),
}

/// A note in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingNote {
    /// The item it comes from.
    pub entry: EntryId,
    /// What it is on.
    pub on: NoteOn,
    /// What it says.
    pub text: String,
    /// When it was written, where that is known.
    pub when: Option<String>,
}

/// What was mended, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingMend {
    /// The item it comes from.
    pub entry: EntryId,
    /// What was done.
    pub kind: MendKind,
    /// The claims it was done with.
    pub claims: Vec<ClaimId>,
}

/// A decision at its finding.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    entry: EntryId,
    decision: Decision,
    /// The articles that the finding speaks of and the decision did not.
    articles_since: Vec<usize>,
}

impl Standing {
    /// Looks for the finding of each decision.
    pub fn new(review: &Review, comparison: &Comparison) -> Self {
        if review.is_empty() {
            return Self::default();
        }
        let entries: Vec<(EntryId, &Entry)> = review.entries().collect();
        let index = Index::new(comparison, entries.iter().map(|(_, entry)| &entry.anchor));
        let mut matches: Vec<Match> =
            entries.iter().enumerate().flat_map(|(nth, (_, entry))| index.matches(nth, &entry.anchor)).collect();
        matches.sort_unstable_by_key(|one| (std::cmp::Reverse(one.n_shared), one.n_other, one.entry, one.finding));
        let mut standing = Self::default();
        let mut is_placed = vec![false; entries.len()];
        for one in matches {
            if !is_placed[one.entry] && !standing.by_finding.contains_key(&one.finding) {
                is_placed[one.entry] = true;
                let (id, entry) = entries[one.entry];
                let held = Held { entry: id, decision: entry.decision.clone(), articles_since: one.articles_since };
                standing.by_finding.insert(one.finding, held);
            }
        }
        let lost = entries.iter().zip(is_placed).filter(|(_, is_placed)| !is_placed);
        standing.lost = lost.map(|((_, entry), _)| (*entry).clone()).collect();
        standing.place_others(review, comparison);
        standing.place_desk(review, comparison);
        standing
    }

    /// Finds the places of notes and mends.
    fn place_others(&mut self, review: &Review, comparison: &Comparison) {
        let of_notes = review.remarks().filter_map(|(_, remark)| match &remark.about {
            Subject::Claim(claim) => Some(claim),
            Subject::Article(_) | Subject::Story => None,
        });
        let of_mends = review.mends().flat_map(|(_, mend)| &mend.claims);
        let finder = Finder::new(&comparison.articles, of_notes.chain(of_mends).map(|claim| claim.sentence.as_str()));
        for (entry, remark) in review.remarks() {
            let on = match &remark.about {
                Subject::Story => Some(NoteOn::Story),
                Subject::Article(article) => finder.article(article).map(NoteOn::Article),
                Subject::Claim(claim) => finder.claim(claim).map(NoteOn::Claim),
            };
            match on {
                Some(on) => {
                    let (text, when) = (remark.text.clone(), remark.when.clone());
                    self.notes.push(StandingNote { entry, on, text, when });
                }
                None => self.astray.push(Item::Remark(remark.clone())),
            }
        }
        for (entry, mend) in review.mends() {
            match mend.claims.iter().map(|claim| finder.claim(claim)).collect() {
                Some(claims) => self.mends.push(StandingMend { entry, kind: mend.kind, claims }),
                None => self.astray.push(Item::Mend(mend.clone())),
            }
        }
    }

    /// Finds the places of corrections, regroupings and own findings, and takes in the head of the story.
    fn place_desk(&mut self, review: &Review, comparison: &Comparison) {
        self.sheet = review.sheet();
        let of_corrections = review.corrections().map(|(_, one)| &one.place);
        let of_regroupings = review.regroupings().flat_map(|(_, one)| one.others.iter().chain([&one.place]));
        let of_own = review.own().flat_map(|(_, own)| &own.anchor.places);
        let places = of_corrections.chain(of_regroupings).chain(of_own);
        let finder = Finder::new(&comparison.articles, places.map(|place| place.claim.sentence.as_str()));
        self.authoritative = self.sheet.authoritative.as_ref().and_then(|article| finder.article(article));
        let find = |place: &Place| placing::find(&finder, &comparison.articles, place);
        for (entry, correction) in review.corrections() {
            let correction = correction.clone();
            match find(&correction.place) {
                Some((claim, span)) => {
                    self.corrections.push(StandingCorrection { entry, claim, span, correction });
                }
                None => self.astray.push(Item::Correction(correction)),
            }
        }
        for (entry, one) in review.regroupings() {
            let others: Vec<_> = one.others.iter().filter_map(find).collect();
            match find(&one.place).filter(|_| !others.is_empty()) {
                Some(place) => self.regroupings.push(StandingRegrouping { entry, kind: one.kind, place, others }),
                None => self.astray.push(Item::Regrouping(one.clone())),
            }
        }
        let is_own = |finding: &Finding| finding.kind == FindingKind::Own;
        for (entry, own) in review.own() {
            match own.anchor.places.iter().all(|place| find(place).is_some()) {
                // A comparison from before the finding was made does not hold it yet.
                true if comparison.findings.findings.get(self.own.len()).is_some_and(is_own) => self.own.push(entry),
                true => {}
                false => self.astray.push(Item::Own(own.clone())),
            }
        }
        let anchors = review.others().filter_map(|(_, item)| match item {
            Item::Finding(entry) => Some(&entry.anchor),
            _ => None,
        });
        let index = Index::new(comparison, anchors);
        for (entry, item) in review.others() {
            let finding = match item {
                Item::Finding(known) => index
                    .matches(0, &known.anchor)
                    .into_iter()
                    .min_by_key(|one| (std::cmp::Reverse(one.n_shared), one.n_other, one.finding))
                    .map(|one| one.finding),
                _ => None,
            };
            self.others.push(SecondWord { entry, finding, item: item.clone() });
        }
    }

    /// Returns what a second reader decided of the finding at `finding`, where it is not what is there now.
    pub fn second(&self, finding: FindingIndex) -> Option<&Decision> {
        let other = self.others.iter().find(|other| other.finding == Some(finding))?;
        let Item::Finding(entry) = &other.item else { return None };
        let differs = self.decision(finding).is_none_or(|first| {
            let is_other = |second: bool, same: bool| second && !same;
            let second = &entry.decision;
            is_other(second.verdict.is_some(), second.verdict == first.verdict)
                || is_other(second.check.is_some(), second.check == first.check)
                || is_other(!second.print.is_empty(), second.print == first.print)
        });
        differs.then_some(&entry.decision)
    }

    /// Returns the item that the finding at `finding` comes from, where it is a person's own.
    pub fn own(&self, finding: FindingIndex) -> Option<EntryId> {
        self.own.get(finding.0).copied()
    }

    /// Returns the note on `on`, the first where sessions that were put together have several.
    pub fn note(&self, on: NoteOn) -> Option<&StandingNote> {
        self.notes.iter().find(|note| note.on == on)
    }

    /// Returns what was mended about `claim`.
    pub fn mends_of(&self, claim: ClaimId) -> impl Iterator<Item = &StandingMend> {
        self.mends.iter().filter(move |mend| mend.claims.contains(&claim))
    }

    /// Returns what was said of the finding at `finding`.
    pub fn decision(&self, finding: FindingIndex) -> Option<&Decision> {
        self.by_finding.get(&finding).map(|held| &held.decision)
    }

    /// Returns the word on the finding at `finding`; `None` while it is undecided.
    pub fn verdict(&self, finding: FindingIndex) -> Option<Verdict> {
        self.decision(finding)?.verdict
    }

    /// Returns the entry that stands for the finding at `finding`.
    pub fn entry(&self, finding: FindingIndex) -> Option<EntryId> {
        self.by_finding.get(&finding).map(|held| held.entry)
    }

    /// Returns the articles that have come to the finding at `finding` since it was decided, by index, rising.
    pub fn articles_since(&self, finding: FindingIndex) -> &[usize] {
        self.by_finding.get(&finding).map_or(&[], |held| &held.articles_since)
    }

    /// Returns the finding that the entry `id` stands for now.
    pub fn finding(&self, id: EntryId) -> Option<FindingIndex> {
        self.by_finding.iter().find(|(_, held)| held.entry == id).map(|(&finding, _)| finding)
    }

    /// Returns how many of the first `n_findings` findings are decided.
    pub fn n_decided(&self, n_findings: usize) -> usize {
        self.by_finding.range(..FindingIndex(n_findings)).filter(|(_, held)| held.decision.verdict.is_some()).count()
    }

    /// Returns whether nothing was said, neither of a finding that is here nor of one that is gone.
    pub fn is_empty(&self) -> bool {
        self.by_finding.is_empty()
            && self.lost.is_empty()
            && self.notes.is_empty()
            && self.mends.is_empty()
            && self.astray.is_empty()
            && self.corrections.is_empty()
            && self.regroupings.is_empty()
            && self.own.is_empty()
            && self.others.is_empty()
            && self.sheet == Sheet::default()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::Arc;

    use super::super::anchor::Anchor;
    use super::*;
    use crate::article::Article;
    use crate::compare::{Options, compare};

    const POST: (&str, &str) = ("Post", "A court in Alder sentenced three smugglers to prison on Thursday.");
    const WIRE: (&str, &str) = ("Wire", "A court in Alder sentenced nine smugglers to prison on Thursday.");
    const BELL: (&str, &str) = ("Bell", "On Thursday, a court in Alder sentenced nine smugglers to prison.");

    fn compared(articles: &[(&str, &str)]) -> Comparison {
        let articles: Vec<_> = articles.iter().map(|&(name, text)| Arc::new(Article::from_text(name, text))).collect();
        compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).expect("it was not stopped")
    }

    /// A review that calls the first finding among `articles` a matter of scope.
    fn decided(articles: &[(&str, &str)]) -> Review {
        let comparison = compared(articles);
        let mut review = Review::default();
        let finding = comparison.findings.findings.first().expect("the numbers differ");
        assert_eq!(finding.mentions.len(), articles.len());
        review.decide(None, Anchor::new(&comparison, finding), Some(Verdict::Scope));
        review
    }

    /// Whether the decision made among `before` has a finding among `after`.
    fn is_kept(before: &[(&str, &str)], after: &[(&str, &str)]) -> bool {
        let standing = Standing::new(&decided(before), &compared(after));
        let is_placed = standing.verdict(FindingIndex(0)) == Some(Verdict::Scope);
        assert_eq!(standing.lost.len(), usize::from(!is_placed), "a decision is never lost without a word");
        is_placed
    }

    #[test]
    fn a_decision_outlives_articles_that_come_and_go() {
        assert!(is_kept(&[POST, WIRE], &[WIRE, POST]));
        assert!(is_kept(&[POST, WIRE], &[BELL, POST, WIRE]));
        assert!(is_kept(&[POST, WIRE, BELL], &[BELL, POST]));
    }

    #[test]
    fn an_article_that_came_later_is_named_until_it_is_decided_again() {
        let mut review = decided(&[POST, WIRE]);
        let comparison = compared(&[BELL, POST, WIRE]);
        let since = |review: &Review| Standing::new(review, &comparison).articles_since(FindingIndex(0)).to_vec();
        assert_eq!(since(&review), [0]);
        let (id, anchor) = (
            Standing::new(&review, &comparison).entry(FindingIndex(0)),
            Anchor::new(&comparison, &comparison.findings.findings[0]),
        );
        review.note(id, anchor.clone(), "a note decides nothing");
        assert_eq!(since(&review), [0]);
        assert!(review.decide(id, anchor, Some(Verdict::Scope)));
        assert!(since(&review).is_empty());
    }

    #[test]
    fn a_question_that_is_gone_takes_no_decision() {
        assert!(!is_kept(&[POST, WIRE], &[POST]), "nothing is left to differ");
        assert!(!is_kept(&[POST, WIRE, BELL], &[WIRE, BELL]), "both say nine");
        assert!(!is_kept(&[POST, WIRE], &[POST, BELL]), "it was about another article");
    }

    #[test]
    fn an_article_is_known_by_its_text_or_its_name() {
        assert!(is_kept(&[POST, WIRE], &[("Post, renamed", POST.1), WIRE]));
        let longer = format!("Court news\n{}", WIRE.1);
        assert!(is_kept(&[POST, WIRE], &[POST, ("Wire", &longer)]));
        let elsewhere = format!("Court news\n{}\nThe hearing was short.", WIRE.1);
        assert!(!is_kept(&[POST, WIRE], &[POST, ("Wire", &elsewhere)]), "nothing beside it is as it was");
        let changed = WIRE.1.replace("nine", "eight");
        assert!(!is_kept(&[POST, WIRE], &[POST, ("Wire", &changed)]), "other words want another decision");
    }

    #[test]
    fn two_decisions_never_share_a_finding() {
        let mut review = decided(&[POST, WIRE]);
        let other = decided(&[POST, WIRE]);
        let anchor = other.entries().next().map(|(_, entry)| entry.anchor.clone());
        review.decide(None, anchor.expect("it was decided"), Some(Verdict::Update));
        let standing = Standing::new(&review, &compared(&[POST, WIRE]));
        assert_eq!(standing.verdict(FindingIndex(0)), Some(Verdict::Scope), "the first one stands");
        assert_eq!(standing.lost.len(), 1);
    }
}
