//! The words of one article, before they are words of a story.
//!
//! Takes an analysis. Returns a [`Draft`], whose words know which form of the article each of them is. Articles are
//! drafted side by side; the [`Vocabulary`](super::vocabulary) then knows the forms of the story, and settles the
//! draft. Time is linear in the text.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::claim_words::{ClaimWords, FormId, Seen, Word};
use super::lists;
use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::{Figure, Kind};
use crate::text::word::{self, Clean, Cut};

/// In a sentence with a larger share of capitals than this, they are the style of a headline and name nobody.
const HEADLINE_CAPITALS: f64 = 0.6;
/// Fewer content words are no headline, however they are printed.
const HEADLINE_WORDS: u32 = 4;

/// Words of a date that tell as other words do: Sunday *morning*, *early* May, the *weekend*.
const NARROWING: [&str; 11] =
    ["afternoon", "beginning", "early", "end", "evening", "late", "mid", "middle", "morning", "night", "weekend"];

fn narrows(word: &str) -> bool {
    NARROWING.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// An article's words.
#[derive(Default)]
pub(super) struct Draft<'a> {
    /// The words of each claim.
    pub(super) claims: Vec<ClaimWords>,
    /// For each claim, whether most words have a capital, which then says nothing.
    pub(super) are_headlines: Vec<bool>,
    /// Each form that a word or a piece has in the article, once.
    pub(super) forms: Vec<Form<'a>>,
}

/// A form that a word has in an article.
pub(super) struct Form<'a> {
    /// In lower case.
    pub(super) text: Cow<'a, str>,
    pub(super) is_stop: bool,
    pub(super) printed: Printed,
}

/// Where a form is printed outside headlines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Printed {
    /// With a small letter.
    pub(super) is_small: bool,
    /// With a capital inside a sentence.
    pub(super) is_inside: bool,
}

impl Printed {
    /// Adds where else it is printed.
    pub(super) fn add(&mut self, other: Self) {
        self.is_small |= other.is_small;
        self.is_inside |= other.is_inside;
    }
}

impl<'a> Draft<'a> {
    pub(super) fn of(analysis: &'a Analysis) -> Self {
        let mut reader = Reader::default();
        let claims = analysis.claims.iter().zip(&analysis.figures);
        let claims = claims.map(|(claim, figures)| reader.words(analysis, claim, figures));
        let (claims, are_headlines) = claims.unzip();
        Self { claims, are_headlines, forms: reader.forms }
    }
}

/// Reads an article claim by claim.
#[derive(Default)]
struct Reader<'a> {
    forms: Vec<Form<'a>>,
    /// The place of each form, by the form in lower case.
    places: FxHashMap<Cow<'a, str>, FormId>,
}

impl<'a> Reader<'a> {
    /// The words of `claim`, and whether it is a headline.
    fn words(&mut self, analysis: &'a Analysis, claim: &Claim, figures: &[Figure]) -> (ClaimWords, bool) {
        let text = &analysis.article.text;
        let clean = Clean::of(text, claim.span);
        let credit = claim.attribution.map(|attribution| attribution.span);
        let seen = |word: &word::Word| Seen {
            is_capital: word.is_capital(),
            is_capitals: is_capitals(word.text),
            is_figure: figures
                .iter()
                .any(|figure| figure.span.overlaps(word.span) && !(figure.kind == Kind::Date && narrows(word.text))),
            has_digit_first: word.text.starts_with(|c: char| c.is_ascii_digit()),
            is_quoted: claim.quotes.iter().any(|quote| quote.contains(word.span)),
            is_credit: credit.is_some_and(|credit| credit.contains(word.span)),
        };
        let mut words = ClaimWords::default();
        for word in clean.words(Cut::Words) {
            let mut read = |word: &word::Word| Word::new(word.span, word.signs, self.form(word, text));
            let whole = read(&word);
            let is_whole = word.text.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && !matches!(word.text, "s" | "t" | "re" | "ve" | "ll" | "d" | "m");
            let pieces: Option<Vec<(Word, Seen)>> =
                (!is_whole).then(|| clean.pieces(&word).map(|piece| (read(&piece), seen(&piece))).collect());
            let pieces = pieces.filter(|pieces| !matches!(&pieces[..], [(only, _)] if only.span == whole.span));
            words.push(whole, seen(&word), pieces);
        }
        words.figures = figures.iter().map(|figure| words.words_at(figure.span)).collect();
        let is_headline = self.is_headline(&words);
        if !is_headline {
            for (idx, piece) in words.pieces().enumerate() {
                let is_capital = piece.is_capital();
                let printed = Printed { is_small: !is_capital, is_inside: is_capital && idx > 0 };
                self.forms[piece.form as usize].printed.add(printed);
            }
        }
        (words, is_headline)
    }

    fn is_headline(&self, words: &ClaimWords) -> bool {
        let (n_capital, n) = words
            .pieces()
            .filter(|piece| !piece.is_number() && !self.forms[piece.form as usize].is_stop)
            .fold((0_u32, 0_u32), |(n_capital, n), piece| (n_capital + u32::from(piece.is_capital()), n + 1));
        n >= HEADLINE_WORDS && f64::from(n_capital) > HEADLINE_CAPITALS * f64::from(n)
    }

    /// The place of the form of `word` of `text`.
    fn form(&mut self, word: &word::Word, text: &'a str) -> FormId {
        let lower = word.lower();
        if let Some(&place) = self.places.get(&*lower) {
            return place;
        }
        let printed = word.span.of(text);
        let text = if printed == lower { Cow::Borrowed(printed) } else { Cow::Owned(lower.into_owned()) };
        let place = FormId::try_from(self.forms.len()).unwrap_or(FormId::MAX);
        let is_stop = lists::is_stop(&text);
        self.forms.push(Form { text: text.clone(), is_stop, printed: Printed::default() });
        self.places.insert(text, place);
        place
    }
}

/// Whether `word` has several letters, all of them capitals.
fn is_capitals(word: &str) -> bool {
    let mut n_letters = 0;
    let is_capital = |c: char| {
        n_letters += 1;
        c.is_uppercase()
    };
    word.starts_with(char::is_uppercase) && word.chars().filter(|&c| c != '.').all(is_capital) && n_letters > 1
}
