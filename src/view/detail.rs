//! The detail card of a finding: the full sentences with the words in question, the normalized values, why, how sure,
//! and where.

use crate::alignment::{Certainty, ClaimId};
use crate::article::BlockKind;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_span, finding_at};
use crate::findings::{Finding, FindingIndex, FindingKind, Mention, Relation};
use crate::review::{Decision, Standing};
use crate::text::Span;
use crate::view::word_diff::word_diff;
use crate::wording::look::{Look, letter, letters};
use crate::wording::value::mention_value;
use crate::wording::{self, desk_words, note_words, review_words};

/// A finding in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Its stable name.
    pub id: String,
    /// Its look.
    pub look: Look,
    /// What is counted or spoken of.
    pub title: String,
    /// How sure the relation is: "Confidence: likely".
    pub certainty: &'static str,
    /// Why it has this relation.
    pub why: String,
    /// The sentences, in the order of the articles and, within each, of its text.
    pub passages: Vec<Passage>,
    /// Which articles the finding does not speak of, as a sentence; `None` if it speaks of all.
    pub silent: Option<String>,
    /// What a person mended about its claims, a line each.
    pub mends: Vec<String>,
    /// Whether what differs is a value: a figure or a date, of one fact.
    pub is_of_values: bool,
}

/// A sentence that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The claim.
    pub claim: ClaimId,
    /// The words in question, as offsets into the article's text.
    pub words: Span,
    /// The sentence as printed.
    pub sentence: String,
    /// The words in question, as offsets into `sentence`.
    pub marked: Vec<Span>,
    /// The words that the first passage of another value lacks, as offsets into `sentence`.
    pub differing: Vec<Span>,
    /// The normalized value; empty where there is none.
    pub value: String,
    /// Where it is: "A, sentence 3 of 20, headline".
    pub place: String,
    /// Whose it is: letter and outlet.
    pub source: String,
    /// Which of the values it gives.
    pub group: usize,
    /// What it is beside the authoritative article: "differs from C"; `None` if there is nothing to hold it against.
    pub against: Option<String>,
}

/// Returns the card of the finding at `finding`.
pub fn detail(comparison: &Comparison, standing: &Standing, finding: FindingIndex) -> Option<Detail> {
    let finding = finding_at(comparison, finding)?;
    let mut passages: Vec<Passage> = Vec::new();
    for mention in &finding.mentions {
        let known = passages.iter_mut().find(|known| known.claim == mention.claim && known.group == mention.group);
        match known {
            Some(known) => known.add(comparison, mention),
            None => passages.extend(passage(comparison, finding, mention)),
        }
    }
    // A before B before C, as the columns stand.
    passages.sort_by_key(|passage| passage.claim);
    mark_differing(&mut passages);
    for passage in &mut passages {
        passage.against = against(finding, passage.claim.article, passage.group, standing.authoritative);
    }
    Some(Detail {
        id: finding.id.clone(),
        look: Look::of(finding),
        title: finding.what.clone(),
        certainty: certainty(finding.certainty),
        why: wording::why(finding),
        silent: silent(comparison, finding),
        mends: mends(comparison, standing, finding),
        is_of_values: finding.kind.is_of_values(),
        passages,
    })
}

impl Detail {
    /// Returns the finding with its quotations and what a person decided, as plain text for the clipboard. Each
    /// sentence has a line of its own, as printed, its own quotation marks included; the words in question are between
    /// asterisks.
    pub fn text(&self, decision: Option<&Decision>) -> String {
        let mut text = format!("{} {} {}: {}\n", self.id, self.look.glyph(), self.look.name(), self.title);
        for passage in &self.passages {
            text += &format!("{} ({})", passage.source, passage.whole_place());
            if !passage.value.is_empty() {
                text += &format!(" [{}]", passage.value);
            }
            text += &format!(":\n> {}\n", passage.starred());
        }
        if let Some(silent) = &self.silent {
            text += &format!("{silent}\n");
        }
        if !self.why.is_empty() {
            text += &format!("Why: {}\n", self.why);
        }
        if let Some(decision) = decision {
            text += &format!("Decision: {}\n", review_words::line(decision));
        }
        text
    }
}

impl Passage {
    /// Returns where it is, and what it is beside the authoritative article: "A, sentence 3 of 20; differs from C".
    pub fn whole_place(&self) -> String {
        match &self.against {
            Some(against) => format!("{}; {against}", self.place),
            None => self.place.clone(),
        }
    }

    /// The sentence on one line with the words in question between asterisks.
    fn starred(&self) -> String {
        let mut starred = String::with_capacity(self.sentence.len() + 8);
        let mut at = 0;
        for span in self.marked.iter().filter(|span| !span.is_empty()) {
            if span.start >= at {
                starred += &format!("{}*{}*", &self.sentence[at..span.start], span.of(&self.sentence));
                at = span.end;
            }
        }
        starred += &self.sentence[at..];
        starred.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Adds another place of the same sentence.
    fn add(&mut self, comparison: &Comparison, mention: &Mention) {
        if let Some(frame) = claim_span(comparison, mention.claim) {
            self.marked.extend(within(frame, mention.span));
            self.marked.sort_unstable();
            self.marked.dedup();
        }
    }
}

fn passage(comparison: &Comparison, finding: &Finding, mention: &Mention) -> Option<Passage> {
    let analysis = comparison.articles.get(mention.claim.article)?;
    let claim = analysis.claims.get(mention.claim.claim.0)?;
    let kind = match claim.block {
        BlockKind::Headline => ", headline",
        BlockKind::Heading => ", heading",
        BlockKind::Caption => ", caption",
        BlockKind::Correction => ", correction",
        BlockKind::TableRow => ", table",
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote => "",
    };
    let letter = letter(mention.claim.article);
    Some(Passage {
        claim: mention.claim,
        words: mention.span,
        sentence: analysis.words(claim.span).to_owned(),
        marked: match finding.kind {
            // All of it is what only some have.
            FindingKind::OnlyIn if mention.span.start <= claim.span.start && claim.span.end <= mention.span.end => {
                Vec::new()
            }
            _ => within(claim.span, mention.span).into_iter().collect(),
        },
        differing: Vec::new(),
        value: mention_value(comparison, mention),
        place: format!("{letter}, sentence {} of {}{kind}", mention.claim.claim.0 + 1, analysis.claims.len()),
        source: format!("{letter} {}", analysis.article.label()),
        group: mention.group,
        against: None,
    })
}

/// What a person mended between the claims of `finding`.
fn mends(comparison: &Comparison, standing: &Standing, finding: &Finding) -> Vec<String> {
    let holds = |claim: &ClaimId| finding.mentions.iter().any(|mention| mention.claim == *claim);
    let mends = standing.mends.iter().filter(|mend| mend.claims.iter().all(holds)).map(note_words::mend);
    let is_at = |claim: ClaimId, span: Span| {
        finding
            .mentions
            .iter()
            .any(|mention| mention.claim == claim && mention.span.start < span.end && span.start < mention.span.end)
    };
    mends.chain(desk_words::pins(comparison, standing, is_at)).collect()
}

/// Returns what a place of `finding` in `article` that gives the value `group` is beside the article `authority`:
/// "differs from C", "as C". `None` where there is nothing to hold it against.
pub fn against(finding: &Finding, article: usize, group: usize, authority: Option<usize>) -> Option<String> {
    let authority =
        authority.filter(|_| finding.relation != Relation::Agrees && finding.kind != FindingKind::OnlyIn)?;
    let mut of_authority = finding.mentions.iter().filter(|mention| mention.claim.article == authority).peekable();
    if article == authority || of_authority.peek().is_none() {
        return None;
    }
    Some(desk_words::against(authority, of_authority.any(|mention| mention.group == group)))
}

/// Returns what the articles of `finding` are beside the article `authority`, an entry for each article and value: "A
/// differs from C". Empty where there is nothing to hold them against.
pub fn all_against(finding: &Finding, authority: Option<usize>) -> Vec<String> {
    let mut lines = Vec::new();
    for mention in &finding.mentions {
        let article = mention.claim.article;
        if let Some(against) = against(finding, article, mention.group, authority) {
            let line = format!("{} {against}", letter(article));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Fills in what each passage has that the first passage of another value lacks.
fn mark_differing(passages: &mut [Passage]) {
    for idx in 0..passages.len() {
        let other = passages.iter().find(|other| other.group != passages[idx].group);
        if let Some(other) = other {
            passages[idx].differing = word_diff(&passages[idx].sentence, &other.sentence).0;
        }
    }
}

/// `inner` as an offset into the words of `frame`; `None` if it lies outside.
fn within(frame: Span, inner: Span) -> Option<Span> {
    let (start, end) = (inner.start.max(frame.start), inner.end.min(frame.end));
    (start < end).then(|| Span::new(start - frame.start, end - frame.start))
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "Confidence: as good as sure",
        Certainty::Medium => "Confidence: likely",
        Certainty::Low => "Confidence: low",
    }
}

/// Names the articles that the finding does not speak of.
fn silent(comparison: &Comparison, finding: &Finding) -> Option<String> {
    let n_articles = comparison.articles.len();
    let silent: Vec<usize> =
        (0..n_articles).filter(|article| finding.mentions.iter().all(|m| m.claim.article != *article)).collect();
    let is_inside_one = finding.mentions.iter().all(|m| m.claim.article == finding.mentions[0].claim.article);
    match (silent.is_empty(), finding.kind, is_inside_one) {
        (true, ..) | (_, FindingKind::Figure | FindingKind::Date, true) => None,
        (_, FindingKind::OnlyIn, _) => Some(format!("No claim of {} was paired with it", letters(&silent))),
        _ => Some(format!("Nothing in {} was paired with it", letters(&silent))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn the_card_has_sentences_values_and_places() {
        let comparison = fixture::comparison();
        let detail = detail(&comparison, &Standing::default(), FindingIndex(0)).expect("the finding exists");
        assert_eq!((detail.title.as_str(), detail.look), ("smugglers sentenced", Look::Conflict));
        let passage = &detail.passages[1];
        assert_eq!(passage.sentence, "Nine smugglers were sentenced by a court.");
        assert_eq!(passage.marked[0].of(&passage.sentence), "Nine");
        assert_eq!((passage.value.as_str(), passage.place.as_str()), ("9", "B, sentence 2 of 3"));
        assert!(passage.differing.is_empty(), "worded anew throughout");
        assert_eq!(detail.silent, None);
    }

    #[test]
    fn a_claim_of_one_article_names_the_silent_ones() {
        let comparison = fixture::comparison();
        let detail = detail(&comparison, &Standing::default(), FindingIndex(1)).expect("the finding exists");
        assert_eq!(detail.silent.as_deref(), Some("No claim of A was paired with it"));
        assert!(detail.passages[0].marked.is_empty());
    }

    #[test]
    fn copying_names_the_silent_ones() {
        let text = detail(&fixture::comparison(), &Standing::default(), FindingIndex(1))
            .expect("the finding exists")
            .text(None);
        assert!(
            text.contains("\n> Officials met on Friday in the capital.\nNo claim of A was paired with it\n"),
            "{text}"
        );
    }

    #[test]
    fn a_place_is_held_against_the_authoritative_article() {
        let comparison = fixture::comparison();
        let against = |authority: Option<usize>| {
            let key = |article: usize| crate::review::ArticleKey::new(&comparison.articles[article].article);
            let mut review = crate::review::Review::default();
            review.set_sheet(crate::review::Sheet { authoritative: authority.map(key), ..Default::default() });
            let standing = Standing::new(&review, &comparison);
            let detail = detail(&comparison, &standing, FindingIndex(0)).expect("the finding exists");
            detail.passages.iter().map(|passage| passage.against.clone()).collect::<Vec<_>>()
        };
        assert_eq!(against(None), [None, None]);
        assert_eq!(against(Some(1)), [Some("differs from B".to_owned()), None]);
        let finding = &comparison.findings.findings[0];
        assert_eq!(all_against(finding, Some(1)), ["A differs from B"]);
        assert!(all_against(finding, None).is_empty() && all_against(finding, Some(7)).is_empty());
    }

    #[test]
    fn copying_gives_quotations_with_their_place() {
        let detail = detail(&fixture::comparison(), &Standing::default(), FindingIndex(0)).expect("the finding exists");
        let decision = Decision {
            verdict: Some(crate::review::Verdict::Scope),
            note: "two courts".to_owned(),
            ..Decision::default()
        };
        let text = detail.text(Some(&decision));
        assert!(text.ends_with("Decision: ⊂ scope; two courts\n"), "{text}");
        assert!(!detail.text(None).contains("Decision"));
        assert!(text.starts_with("F001 ≠ conflict: smugglers sentenced\n"), "{text}");
        assert!(
            text.contains("A Post (A, sentence 1 of 2) [3]:\n> A court sentenced *three* smugglers on Thursday.\n"),
            "{text}"
        );
    }
}
