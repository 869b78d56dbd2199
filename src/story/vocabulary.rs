//! The forms that words have in a story.
//!
//! Takes the [`Draft`] of every article. Returns a [`Vocabulary`]. What depends on a word's form alone (its stem, its
//! prefix, its groups of letters, how rare it is) is found once for each form in a story. Numbers are given out article
//! by article, so that they do not depend on which was read first. Time is linear in the forms of every article.

use std::borrow::Cow;

use rayon::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::claim_words::{FormId, Word};
use super::draft::{self, Draft, Printed};
use super::lists::{self, UNCOMMON};

/// The number of a stem, of an event, of a group of nouns, or of a prefix; equal numbers mean equal ones within one
/// story. 0 is none.
pub type Term = u32;

/// Words with the same first letters are taken for forms of one word where stems differ (Italy, Italian).
const PREFIX: usize = 5;
/// A thread reads at least this many forms: for fewer it is not worth waking one.
const FEWEST_FORMS: usize = 500;

/// The forms of a story.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// Each form that a word has in the story, once.
    forms: Vec<Form>,
    /// What is known of the stem of each number.
    stems: Vec<Stem>,
}

/// What a word is, wherever it occurs.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// In lower case, without a genitive's ending and the periods of an abbreviation.
    pub text: Box<str>,
    /// The number of the event it names or, where that is not known, of its stem.
    pub term: Term,
    /// The number of the group of counted nouns it belongs to or, where it belongs to none, its `term`.
    pub sense: Term,
    /// The number of its stem.
    pub stem: Term,
    /// The number of its first letters; its `term` if it has no more.
    pub prefix: Term,
    /// Whether it carries no content of its own.
    pub is_stop: bool,
    /// Whether nearly every sentence has it.
    pub is_commonest: bool,
    /// The groups of three letters in it, hashed.
    pub trigrams: Vec<u32>,
}

/// What is known of a stem.
#[derive(Clone, Copy)]
struct Stem {
    printed: Printed,
    /// How rare in the language its commonest form is, 0 to 1.
    rarity: f64,
}

/// A form as it is spelled, and what its spelling alone tells.
struct Spelled<'a> {
    stem: Cow<'a, str>,
    event: Option<&'static str>,
    counted: Option<&'static str>,
    /// The first letters, if there are more.
    prefix: Option<&'a str>,
    rarity: f64,
    is_commonest: bool,
    trigrams: Vec<u32>,
}

impl Vocabulary {
    /// Returns the forms of all `drafts`, and for each draft the place in the story of each of its own.
    pub(super) fn of(drafts: &[Draft]) -> (Self, Vec<Vec<FormId>>) {
        let mut known: FxHashMap<&str, FormId> = FxHashMap::default();
        let mut forms: Vec<(&draft::Form, Printed)> = Vec::new();
        let mut places = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let of_draft = draft.forms.iter().map(|form| {
                let next = FormId::try_from(forms.len()).unwrap_or(FormId::MAX);
                let place = *known.entry(&form.text).or_insert(next);
                match forms.get_mut(place as usize) {
                    Some((_, printed)) => printed.add(form.printed),
                    None => forms.push((form, form.printed)),
                }
                place
            });
            places.push(of_draft.collect());
        }
        let stemmer = Stemmer::create(Algorithm::English);
        let spelled: Vec<Spelled> =
            forms.par_iter().with_min_len(FEWEST_FORMS).map(|(form, _)| Spelled::of(&form.text, &stemmer)).collect();
        let mut numbers = Numbers::default();
        let forms = forms.iter().zip(&spelled).map(|((form, printed), spelled)| {
            let stem = numbers.give(Root::Stem(&spelled.stem));
            let term = spelled.event.map_or(stem, |event| numbers.give(Root::Event(event)));
            let sense = match (spelled.event, spelled.counted) {
                (None, Some(group)) => numbers.give(Root::Group(group)),
                _ => term,
            };
            let prefix = spelled.prefix.map_or(term, |prefix| numbers.give(Root::Prefix(prefix)));
            let known = &mut numbers.stems[term as usize - 1];
            known.printed.add(*printed);
            known.rarity = known.rarity.min(spelled.rarity);
            let is_commonest = spelled.is_commonest;
            let text = Box::from(&*form.text);
            Form { text, term, sense, stem, prefix, is_stop: form.is_stop, is_commonest, trigrams: Vec::new() }
        });
        let mut forms: Vec<Form> = forms.collect();
        let stems = numbers.stems;
        forms.iter_mut().zip(spelled).for_each(|(form, spelled)| form.trigrams = spelled.trigrams);
        (Self { forms, stems }, places)
    }

    /// Gives every word of `draft` the place of its form in the story out of `places`, that of each of the article's,
    /// and marks the names: capitalized inside a sentence, or at its start and nowhere in the story in lower case.
    pub(super) fn settle(&self, draft: &mut Draft, places: &[FormId]) {
        let mut are_names = Vec::new();
        for (claim, &is_headline) in draft.claims.iter_mut().zip(&draft.are_headlines) {
            claim.settle(places);
            are_names.clear();
            let mut pieces = claim.pieces().peekable();
            while let Some(piece) = pieces.next() {
                let follows = pieces.peek().is_some_and(|next| next.is_capital());
                let printed = self.printed(piece.form);
                let is_explained = are_names.is_empty() || is_headline;
                let is_name_anyway = !printed.is_small && (printed.is_inside || follows && !is_headline);
                let is_stop = self.form(piece.form).is_stop;
                are_names.push(piece.is_capital() && !is_stop && (!is_explained || is_name_anyway));
            }
            drop(pieces);
            let is_stop = |word: &Word| self.form(word.form).is_stop && (is_headline || !word.is_capitals());
            claim.mark(is_stop, &are_names);
        }
    }

    /// Returns the form at `place`.
    pub(super) fn form(&self, place: FormId) -> &Form {
        &self.forms[place as usize]
    }

    /// Returns how many numbers there are; 0 is never given.
    pub(super) fn n_terms(&self) -> usize {
        self.stems.len() + 1
    }

    /// Returns how rare the stem of each number is in the language, 0 to 1.
    pub(super) fn rarities(&self) -> Vec<f64> {
        std::iter::once(0.0).chain(self.stems.iter().map(|stem| stem.rarity)).collect()
    }

    /// Returns where any word with the stem of the form at `place` is printed.
    pub(super) fn printed(&self, place: FormId) -> Printed {
        self.stems[self.form(place).term as usize - 1].printed
    }
}

impl<'a> Spelled<'a> {
    fn of(form: &'a str, stemmer: &Stemmer) -> Self {
        Self {
            stem: stemmer.stem(form),
            event: lists::event(form),
            counted: lists::counted(form),
            prefix: form.char_indices().nth(PREFIX).map(|(end, _)| &form[..end]),
            rarity: lists::rarity(form),
            is_commonest: lists::is_commonest(form),
            trigrams: trigrams(form),
        }
    }
}

/// What may have a number.
#[derive(PartialEq, Eq, Hash)]
enum Root<'a> {
    Stem(&'a str),
    Event(&'a str),
    Group(&'a str),
    Prefix(&'a str),
}

/// The numbers given out so far.
#[derive(Default)]
struct Numbers<'a> {
    of: FxHashMap<Root<'a>, Term>,
    stems: Vec<Stem>,
}

impl<'a> Numbers<'a> {
    fn give(&mut self, root: Root<'a>) -> Term {
        let next = Term::try_from(self.stems.len() + 1).unwrap_or(Term::MAX);
        let number = *self.of.entry(root).or_insert(next);
        if number == next {
            self.stems.push(Stem { printed: Printed::default(), rarity: UNCOMMON });
        }
        number
    }
}

/// Every three letters next to each other, hashed, with a space before and after the word.
fn trigrams(word: &str) -> Vec<u32> {
    let mut trigrams = Vec::with_capacity(word.len());
    let mut before = [None, Some(' ')];
    for letter in word.chars().chain([' ']) {
        if let [Some(first), Some(second)] = before {
            let hash = |hash: u32, letter: char| hash.wrapping_mul(0x9e37_79b1) ^ u32::from(letter);
            trigrams.push([first, second, letter].into_iter().fold(0, hash));
        }
        before = [before[1], Some(letter)];
    }
    trigrams
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;

    #[test]
    fn forms_are_known_once_in_a_story() {
        let analyses: Vec<Analysis> =
            ["Judges jailed two men.", "He was imprisoned; judges jail men. Cars and automobiles."]
                .map(|text| analyze(Arc::new(Article::from_sentences("Post", &[text]))))
                .into();
        let drafts: Vec<Draft> = analyses.iter().map(Draft::of).collect();
        let (vocabulary, places) = Vocabulary::of(&drafts);
        let form = |article: usize, text: &str| {
            let form = drafts[article].forms.iter().position(|form| form.text == text).unwrap();
            vocabulary.form(places[article][form])
        };
        assert!(std::ptr::eq(form(0, "judges"), form(1, "judges")));
        assert_eq!(form(0, "jailed").stem, form(1, "jail").stem);
        assert_ne!(form(0, "jailed").stem, form(1, "imprisoned").stem);
        assert_eq!(form(0, "jailed").term, form(1, "imprisoned").term);
        assert_ne!(form(0, "judges").prefix, form(0, "judges").term);
        assert_eq!(form(0, "men").prefix, form(0, "men").term);
        assert!(form(0, "two").term > 0);
        assert_eq!(vocabulary.n_terms(), vocabulary.rarities().len());
        assert_ne!(form(1, "automobiles").term, form(1, "cars").term);
        assert_eq!(form(1, "automobiles").sense, form(1, "cars").sense);
    }

    #[test]
    fn groups_of_three_letters() {
        assert_eq!(trigrams("a").len(), 1);
        assert_eq!(trigrams("été").len(), 3);
        assert_eq!(trigrams("bridge")[1..5], trigrams("abridged")[2..6]);
        assert_ne!(trigrams("bridge")[0], trigrams("abridged")[1]);
    }
}
