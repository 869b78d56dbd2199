//! Figures that were read wrongly, facts that were put together wrongly, and findings of one's own. What a person did
//! is put in place of what the machine says, and the articles are compared again.

use super::State;
use super::bars::Bar;
use super::form::{About, Field, FigurePlace, Form, Sentence};
use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_span, claim_words, finding_at};
use crate::findings::FindingKind;
use crate::gui::message::Effect;
use crate::review::{Anchor, Correction, Place, Regrouping, RegroupingKind, Verdict};
use crate::text::Span;
use crate::wording::{desk_words as words, excerpt, note_words, review_words};

/// Longest words of a figure with what is around it in the list of figures, in characters.
const LONGEST_FIGURE: usize = 60;

impl State {
    /// Opens the fields for the figures of the selected finding or claim.
    pub(super) fn open_correct(&mut self, first: Option<(ClaimId, Span)>) {
        let Some(comparison) = self.comparison.clone() else { return };
        let mut places = self.picked_figures(&comparison);
        if let Some((claim, span)) = first {
            let figure =
                figures_of(&comparison, claim).find(|&(_, other)| other.start < span.end && span.start < other.end);
            // Those of its own sentence, itself first.
            places.retain(|&place| Some(place) != figure && place.0 == claim);
            places.splice(0..0, figure);
        }
        let figure = |(claim, span): (ClaimId, Span)| {
            let place = Place::of_words(&comparison.articles, claim, span, 0)?;
            let known = self.standing.corrections.iter().find(|one| one.claim == claim && one.span == span);
            let (value, what) =
                known.map(|one| (one.correction.value.clone(), one.correction.what.clone())).unwrap_or_default();
            Some((FigurePlace { place, value, what }, figure_text(&comparison, claim, span)))
        };
        let (figures, choices): (Vec<_>, Vec<_>) = places.into_iter().filter_map(figure).unzip();
        let Some(first) = figures.first() else { return self.toasts.tell(words::NO_FIGURE) };
        let fields = vec![
            Field::new(words::VALUE, words::VALUE_HINT, &first.value),
            Field::new(words::COUNTS, words::COUNTS_HINT, &first.what),
        ];
        let mut form = Form::new(About::Figures(figures), words::CORRECT_HEADING.to_owned(), fields);
        form.choices = choices;
        form.choices_name = words::CORRECT;
        self.bar = Bar::Form(Box::new(form));
    }

    pub(super) fn save_correction(&mut self, figures: &[FigurePlace], form: &Form) -> Result<Vec<Effect>, String> {
        let Some(FigurePlace { place, .. }) = figures.get(form.chosen) else { return Ok(Vec::new()) };
        let correction = Correction {
            place: place.clone(),
            value: form.text(0).to_owned(),
            what: form.text(1).to_owned(),
            when: None,
        };
        self.can_be_corrected(&correction)?;
        let is_released = correction.value.is_empty() && correction.what.is_empty();
        let said = words::said_corrected(&place.words, is_released);
        Ok(if self.review.correct(correction) { self.said_and_compare(said) } else { Vec::new() })
    }

    /// Whether a figure is there and can be read as `correction` says; else why not.
    fn can_be_corrected(&self, correction: &Correction) -> Result<(), String> {
        let place = &correction.place;
        let comparison = self.comparison.as_deref();
        let mut articles = comparison.into_iter().flat_map(|comparison| comparison.articles.iter());
        let analysis = articles.find(|analysis| analysis.article.text_sha256() == place.claim.article.sha256);
        let found = analysis.and_then(|analysis| {
            let mut of_sentence = analysis.claims.iter().enumerate();
            let (claim, known) = of_sentence
                .by_ref()
                .filter(|(_, claim)| analysis.words(claim.span) == place.claim.sentence)
                .nth(place.claim.nth)?;
            let start = known.span.start + place.start;
            Some((analysis.clone(), claim, Span::new(start, start + place.words.len())))
        });
        let Some((mut analysis, claim, span)) = found else {
            return Err(words::not_corrected(crate::analysis::NotCorrected::NoPlace).to_owned());
        };
        let read = analysis.correct(claim, span, &correction.value, &correction.what);
        read.map_err(|error| words::not_corrected(error).to_owned())
    }

    /// The figures that the selected finding speaks of, or all of its sentences where it speaks of none; else those of
    /// the selected claim.
    fn picked_figures(&self, comparison: &Comparison) -> Vec<(ClaimId, Span)> {
        let finding = self.picked.finding.and_then(|finding| finding_at(comparison, finding));
        let Some(finding) = finding else {
            return self.picked.claim.into_iter().flat_map(|claim| figures_of(comparison, claim)).collect();
        };
        let mut figures: Vec<(ClaimId, Span)> = Vec::new();
        let is_spoken = |(claim, span): &(ClaimId, Span)| {
            let mut mentions = finding.mentions.iter().filter(|mention| mention.claim == *claim);
            mentions.any(|mention| mention.span.start < span.end && span.start < mention.span.end)
        };
        let mut claims: Vec<ClaimId> = finding.mentions.iter().map(|mention| mention.claim).collect();
        claims.dedup();
        let all: Vec<_> = claims.into_iter().flat_map(|claim| figures_of(comparison, claim)).collect();
        let spoken: Vec<_> = all.iter().copied().filter(is_spoken).collect();
        for figure in if spoken.is_empty() { all } else { spoken } {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
        // A before B, the letters of the sentences in order.
        figures.sort_unstable();
        figures
    }

    /// Opens the sentences of the selected claim and of `other`, else of its first counterpart, to select words in.
    /// Where there is none, the list of sentences.
    pub(super) fn open_own(&mut self, other: Option<ClaimId>) {
        let Some(comparison) = self.comparison.clone() else { return };
        let Some(claim) = self.picked.claim else { return self.toasts.tell(note_words::NO_CLAIM) };
        let Some(other) = other.or_else(|| self.counterparts(claim).first().copied()) else {
            self.bar = Bar::OwnWith(claim);
            return;
        };
        let sentence = |claim: ClaimId| {
            let text = claim_words(&comparison, claim)?.to_owned();
            Some(Sentence { claim, name: note_words::place(claim), text, selected: 0..0 })
        };
        let (Some(first), Some(second)) = (sentence(claim), sentence(other)) else { return };
        let about = self.picked.finding.and_then(|finding| finding_at(&comparison, finding));
        let fields = vec![Field::new(words::ABOUT, "", about.map_or("", |finding| finding.what.as_str()))];
        let mut form = Form::new(About::Own, words::OWN_HEADING.to_owned(), fields);
        form.hint = words::OWN_HINT;
        form.sentences = vec![first, second];
        form.choices_name = crate::wording::report_words::DECISION;
        form.choices = [None].into_iter().chain(Verdict::ALL.map(Some)).map(review_words::signed).collect();
        self.bar = Bar::Form(Box::new(form));
    }

    /// Opens the list of sentences for the finding that is being made.
    pub(super) fn choose_own(&mut self) {
        if let Some(claim) = self.picked.claim {
            self.bar = Bar::OwnWith(claim);
        }
    }

    pub(super) fn save_own(&mut self, form: &Form) -> Result<Vec<Effect>, String> {
        let Some(comparison) = self.comparison.clone() else { return Ok(Vec::new()) };
        let places: Option<Vec<Place>> = form
            .sentences
            .iter()
            .enumerate()
            .map(|(group, sentence)| {
                let frame = claim_span(&comparison, sentence.claim)?;
                let is_there = claim_words(&comparison, sentence.claim) == Some(sentence.text.as_str());
                let span = Span::new(frame.start + sentence.selected.start, frame.start + sentence.selected.end);
                is_there.then(|| Place::of_words(&comparison.articles, sentence.claim, span, group))?
            })
            .collect();
        let places = places.ok_or(words::NO_WORDS)?;
        let what = match form.text(0) {
            "" => places
                .iter()
                .map(|place| format!("“{}”", excerpt(&place.words, LONGEST_FIGURE)))
                .collect::<Vec<_>>()
                .join(" / "),
            what => what.to_owned(),
        };
        let verdict = form.chosen.checked_sub(1).and_then(|idx| Verdict::ALL.get(idx).copied());
        let anchor = Anchor { kind: FindingKind::Own, what: what.clone(), places };
        match self.review.find(anchor, verdict) {
            true => Ok(self.said_and_compare(format!("{}: {what}", words::OWN_HEADING))),
            false => Err(words::KNOWN.to_owned()),
        }
    }

    /// Takes the selected finding away, where it is a person's own.
    pub(super) fn remove_own(&mut self) -> Vec<Effect> {
        let Some(finding) = self.picked.finding else { return Vec::new() };
        let ids: Vec<_> = self.standing.own(finding).into_iter().chain(self.standing.entry(finding)).collect();
        if self.standing.own(finding).is_none() || !self.review.unmend(&ids) {
            return Vec::new();
        }
        self.said_and_compare(words::OWN_REMOVED)
    }

    /// Takes the words at `span` of `claim` out of the fact that the selected finding is about.
    pub(super) fn take_out(&mut self, claim: ClaimId, span: Span) -> Vec<Effect> {
        self.regroup(RegroupingKind::Apart, claim, span)
    }

    /// Opens the list of figures that can be put into the fact that the selected finding is about.
    pub(super) fn choose_figure(&mut self) {
        if let Some(finding) = self.picked.finding {
            self.bar = Bar::PutIn(finding);
        }
    }

    /// Puts the figure at `span` of `claim` into that fact.
    pub(super) fn put_in(&mut self, claim: ClaimId, span: Span) -> Vec<Effect> {
        self.bar = Bar::None;
        self.regroup(RegroupingKind::Together, claim, span)
    }

    fn regroup(&mut self, kind: RegroupingKind, claim: ClaimId, span: Span) -> Vec<Effect> {
        let Some(comparison) = self.comparison.clone() else { return Vec::new() };
        let finding = self.picked.finding.and_then(|finding| finding_at(&comparison, finding));
        let Some(finding) = finding.filter(|finding| finding.kind.is_of_values()) else { return Vec::new() };
        let place_of = |claim, span| Place::of_words(&comparison.articles, claim, span, 0);
        let others = finding.mentions.iter().filter(|mention| (mention.claim, mention.span) != (claim, span));
        let others: Vec<Place> = others.filter_map(|mention| place_of(mention.claim, mention.span)).collect();
        let Some(place) = place_of(claim, span).filter(|_| !others.is_empty()) else { return Vec::new() };
        let said = format!("{}: {} “{}”", finding.id, note_words::place(claim), place.words);
        match self.review.regroup(Regrouping { kind, place, others, when: None }) {
            true => self.said_and_compare(said),
            false => Vec::new(),
        }
    }

    /// Returns whether the selected finding is about a fact, of which figures can be taken out.
    pub fn is_fact_picked(&self) -> bool {
        let known = self.comparison.as_deref().zip(self.picked.finding);
        known.and_then(|(all, finding)| finding_at(all, finding)).is_some_and(|finding| finding.kind.is_of_values())
    }

    /// Returns whether the selected finding is a person's own.
    pub fn is_own_picked(&self) -> bool {
        self.picked.finding.is_some_and(|finding| self.standing.own(finding).is_some())
    }
}

/// The figures of `claim`.
fn figures_of(comparison: &Comparison, claim: ClaimId) -> impl Iterator<Item = (ClaimId, Span)> + '_ {
    let figures = comparison.articles.get(claim.article).and_then(|analysis| analysis.figures.get(claim.claim.0));
    figures.into_iter().flatten().map(move |figure| (claim, figure.span))
}

/// A figure with its place and the words behind it: "A 3: three smugglers were".
fn figure_text(comparison: &Comparison, claim: ClaimId, span: Span) -> String {
    let end = claim_span(comparison, claim).map_or(span.end, |frame| frame.end);
    let text =
        comparison.articles.get(claim.article).and_then(|one| one.article.text.get(span.start..end)).unwrap_or("");
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    format!("{}: {}", note_words::place(claim), excerpt(&words.join(" "), LONGEST_FIGURE))
}
