//! What a person decided, noted and mended, taken into a [`Document`], and the choice of what to leave out.

use rustc_hash::FxHashSet;

use super::document::pair;
use super::model::{
    CorrectionJson, DecisionJson, DisagreementJson, Document, FindingJson, LostJson, LostPlaceJson, MendJson, NoteJson,
    RegroupingJson, WordsJson,
};
use super::words::VerdictJson;
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::{
    Decision, Entry, Item, NoteOn, Standing, StandingCorrection, StandingMend, StandingNote, StandingRegrouping,
};
use crate::text::Span;
use crate::view::choice::{Choice, Part};
use crate::view::status::{Status, shown};
use crate::wording::desk_words;
use crate::wording::look::Look;

impl Document {
    /// Takes a person's decisions in.
    pub fn take(&mut self, comparison: &Comparison, standing: &Standing) {
        for (idx, finding) in self.findings.iter_mut().chain(&mut self.agreements).enumerate() {
            finding.decision = standing.decision(FindingIndex(idx)).map(decision_json);
        }
        self.decisions_without_finding = standing.lost.iter().map(lost_json).collect();
        self.notes = standing.notes.iter().map(note_json).collect();
        self.mends = standing.mends.iter().map(mend_json).collect();
        let given = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
        self.title = given(&standing.sheet.title);
        self.reviewer = given(&standing.sheet.reviewer);
        self.second_reader = given(&standing.sheet.second_reader);
        self.authoritative = standing.authoritative;
        self.corrections = standing.corrections.iter().map(|one| correction_json(comparison, one)).collect();
        self.regroupings = standing.regroupings.iter().map(|one| regrouping_json(comparison, one)).collect();
        self.disagreements = disagreements_json(comparison, standing);
    }

    /// Leaves only the findings, agreements, facts and notes that `only` keeps.
    pub(in crate::report) fn cut_down(&mut self, comparison: &Comparison, standing: &Standing, only: &Choice) {
        if only.is_whole() {
            return;
        }
        let mut idx = FindingIndex(0);
        let mut is_kept = |_: &FindingJson| {
            let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
            let (status, look) = shown(comparison, standing, idx).unwrap_or((Status::Hint, Look::Agrees));
            idx.0 += 1;
            only.keeps(status, look, has_note)
        };
        self.findings.retain(&mut is_kept);
        self.agreements.retain(&mut is_kept);
        let ids: FxHashSet<&str> = self.findings.iter().chain(&self.agreements).map(|one| one.id.as_str()).collect();
        self.facts.retain(|fact| ids.contains(fact.finding.as_str()));
        if !only.has_any(&[Part::Notes]) {
            self.notes.clear();
        }
        self.not_compared.clear();
    }
}

fn decision_json(decision: &Decision) -> DecisionJson {
    DecisionJson {
        verdict: decision.verdict.map(VerdictJson::from),
        status: decision.check.into(),
        print_value: decision.print.value.clone(),
        print_source: decision.print.source.clone(),
        note: decision.note.clone(),
        when: decision.when.clone(),
    }
}

fn note_json(note: &StandingNote) -> NoteJson {
    let (article, claim) = match note.on {
        NoteOn::Story => (None, None),
        NoteOn::Article(article) => (Some(article), None),
        NoteOn::Claim(claim) => (Some(claim.article), Some(claim.claim.0)),
    };
    NoteJson { article, claim, text: note.text.clone(), when: note.when.clone() }
}

fn mend_json(mend: &StandingMend) -> MendJson {
    MendJson { kind: mend.kind.into(), claims: mend.claims.iter().map(|&claim| pair(claim)).collect() }
}

fn words_json(comparison: &Comparison, claim: ClaimId, span: Span) -> WordsJson {
    WordsJson {
        article: claim.article,
        claim: claim.claim.0,
        start: span.start,
        end: span.end,
        text: comparison.articles[claim.article].words(span).to_owned(),
    }
}

fn correction_json(comparison: &Comparison, one: &StandingCorrection) -> CorrectionJson {
    CorrectionJson {
        place: words_json(comparison, one.claim, one.span),
        value: one.correction.value.clone(),
        what: one.correction.what.clone(),
        when: one.correction.when.clone(),
    }
}

fn regrouping_json(comparison: &Comparison, one: &StandingRegrouping) -> RegroupingJson {
    RegroupingJson {
        kind: one.kind.into(),
        place: words_json(comparison, one.place.0, one.place.1),
        others: one.others.iter().map(|&(claim, span)| words_json(comparison, claim, span)).collect(),
    }
}

fn disagreements_json(comparison: &Comparison, standing: &Standing) -> Vec<DisagreementJson> {
    let disputed = standing.others.iter().filter_map(|other| {
        let text = desk_words::disagreement(comparison, standing, other)?;
        let finding = other.finding.and_then(|idx| finding_at(comparison, idx)).map(|finding| finding.id.clone());
        let second = match &other.item {
            Item::Finding(entry) => Some(decision_json(&entry.decision)),
            _ => None,
        };
        Some(DisagreementJson { finding, text, second })
    });
    disputed.collect()
}

fn lost_json(entry: &Entry) -> LostJson {
    let places = entry.anchor.places.iter().map(|place| LostPlaceJson {
        article: place.claim.article.name.clone(),
        sentence: place.claim.sentence.clone(),
        text: place.words.clone(),
    });
    LostJson {
        kind: entry.anchor.kind.into(),
        what: entry.anchor.what.clone(),
        decision: decision_json(&entry.decision),
        places: places.collect(),
    }
}
