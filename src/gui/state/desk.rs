//! How far a finding is checked, what is to be printed of it, and the head of the story.

use super::State;
use super::bars::Bar;
use super::form::{About, Field, Form};
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::gui::message::Effect;
use crate::review::{Anchor, ArticleKey, Check, EntryId, Print, Sheet};
use crate::wording::{check_words, desk_words as words};

impl State {
    /// Says how far the selected finding is checked; none says that it is open.
    pub(super) fn check(&mut self, check: Option<Check>) -> Vec<Effect> {
        let Some((finding, id, anchor)) = self.picked_anchor() else { return Vec::new() };
        match self.review.check(self.standing.entry(finding), anchor, check) {
            true => self.said(check_words::checked(&id, check)),
            false => Vec::new(),
        }
    }

    /// Opens the fields for what is to be printed of the selected finding.
    pub(super) fn open_print(&mut self) {
        let Some((finding, id, anchor)) = self.picked_anchor() else { return };
        let print = self.standing.decision(finding).map(|decision| decision.print.clone()).unwrap_or_default();
        let fields = vec![
            Field::new(words::PRINT_VALUE, "", &print.value),
            Field::new(words::PRINT_SOURCE, words::PRINT_SOURCE_HINT, &print.source),
        ];
        let heading = format!("{}: {id} {}", words::PRINT_HEADING, anchor.what);
        let form = Form::new(About::Print(self.standing.entry(finding), anchor), heading, fields);
        self.bar = Bar::Form(Box::new(form));
    }

    pub(super) fn save_print(&mut self, entry: Option<EntryId>, anchor: Anchor, form: &Form) -> Vec<Effect> {
        let print = Print { value: form.text(0).to_owned(), source: form.text(1).to_owned() };
        if self.review.print(entry, anchor, print) { self.saved_in_story() } else { Vec::new() }
    }

    /// Opens the fields for the head of the story.
    pub(super) fn open_sheet(&mut self) {
        let sheet = self.review.sheet();
        let fields = vec![
            Field::new(words::TITLE, "", &sheet.title),
            Field::new(words::REVIEWER, "", &sheet.reviewer),
            Field::new(words::SECOND_READER, "", &sheet.second_reader),
        ];
        let mut form = Form::new(About::Sheet, words::SHEET_HEADING.to_owned(), fields);
        form.choices_name = words::AUTHORITATIVE;
        form.choices = vec![words::NO_AUTHORITY.to_owned()];
        if let Some(comparison) = &self.comparison {
            form.choices.extend((0..comparison.articles.len()).map(|idx| words::authority(comparison, idx)));
        }
        form.chosen = self.standing.authoritative.map_or(0, |article| article + 1);
        self.bar = Bar::Form(Box::new(form));
    }

    pub(super) fn save_sheet(&mut self, form: &Form) -> Vec<Effect> {
        let is_chosen = form.chosen != self.standing.authoritative.map_or(0, |article| article + 1);
        let authoritative = match is_chosen {
            true => form.chosen.checked_sub(1).and_then(|article| self.article_key(article)),
            false => self.review.sheet().authoritative,
        };
        let sheet = Sheet {
            title: form.text(0).to_owned(),
            reviewer: form.text(1).to_owned(),
            second_reader: form.text(2).to_owned(),
            authoritative,
        };
        if self.review.set_sheet(sheet) { self.saved_in_story() } else { Vec::new() }
    }

    /// Holds the others against the article at `article`, or no more where that was so.
    pub(super) fn toggle_authority(&mut self, article: usize) -> Vec<Effect> {
        let is_on = self.standing.authoritative == Some(article);
        let authoritative = if is_on { None } else { self.article_key(article) };
        let sheet = Sheet { authoritative, ..self.review.sheet() };
        if self.review.set_sheet(sheet) { self.saved_in_story() } else { Vec::new() }
    }

    fn article_key(&self, article: usize) -> Option<ArticleKey> {
        Some(ArticleKey::new(&self.comparison.as_deref()?.articles.get(article)?.article))
    }

    /// Returns the selected finding, its stable name, and what it is about.
    pub(super) fn picked_anchor(&self) -> Option<(FindingIndex, String, Anchor)> {
        let (comparison, finding) = (self.comparison.as_deref()?, self.picked.finding?);
        let known = finding_at(comparison, finding)?;
        Some((finding, known.id.clone(), Anchor::new(comparison, known)))
    }
}
