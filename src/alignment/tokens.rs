//! The words of one article, before they are words of a story.
//!
//! Comes in: an analysis. Goes out: a [`Draft`], whose words know which form of the article each of them is. Articles are drafted side by
//! side; the [`Vocabulary`](super::vocabulary::Vocabulary) then knows the forms of the story, and the draft is settled by it. Time is linear in the text.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::vocabulary::Vocabulary;
use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::Figure;
use crate::lexicon;
use crate::text::{Span, repair};

/// In a sentence with a larger share of capitals than this, they are the style of a headline and name nobody.
const HEADLINE_CAPITALS: f64 = 0.6;
/// Fewer telling words are no headline, however they are printed.
const HEADLINE_WORDS: u32 = 4;

static STOP: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::STOP_WORDS.rows().map(|row| row[0]).collect());

/// An article's words.
#[derive(Default)]
pub(super) struct Draft<'a> {
    /// The words of each claim.
    pub(super) claims: Vec<Words>,
    /// Each form that a word has in the article, once.
    pub(super) forms: Vec<Form<'a>>,
}

/// The words of a claim in order.
#[derive(Default)]
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    /// Most words have a capital, which then says nothing.
    is_headline: bool,
}

/// A word as it stands in the text.
pub(super) struct Token {
    /// The place of its form among the article's or, once [settled](Draft::settle), among the story's.
    pub(super) form: usize,
    pub(super) span: Span,
    pub(super) is_figure: bool,
    pub(super) is_name: bool,
    is_capital: bool,
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
        let claims = claims.map(|(claim, figures)| reader.words(analysis, claim, figures)).collect();
        Self { claims, forms: reader.forms }
    }

    /// Gives every word the place of its form in the story out of `places`, that of each of the article's, and marks the names: capitalized
    /// inside a sentence, or at its start and nowhere in the story in lower case.
    pub(super) fn settle(&mut self, vocabulary: &Vocabulary, places: &[usize]) {
        for words in &mut self.claims {
            for idx in 0..words.tokens.len() {
                let follows = words.tokens.get(idx + 1).is_some_and(|next| next.is_capital);
                let token = &mut words.tokens[idx];
                token.form = places[token.form];
                let printed = vocabulary.printed(token.form);
                let is_explained = idx == 0 || words.is_headline;
                let is_name_anyway = !printed.is_small && (printed.is_inside || follows && !words.is_headline);
                let is_stop = vocabulary.forms[token.form].is_stop;
                token.is_name = token.is_capital && !is_stop && (!is_explained || is_name_anyway);
            }
        }
    }
}

/// Reads an article claim by claim.
#[derive(Default)]
struct Reader<'a> {
    forms: Vec<Form<'a>>,
    /// The place of each form, by the form in lower case.
    places: FxHashMap<Cow<'a, str>, usize>,
}

impl<'a> Reader<'a> {
    fn words(&mut self, analysis: &'a Analysis, claim: &Claim, figures: &[Figure]) -> Words {
        let printed = analysis.words(claim.span);
        let repaired = repair(printed);
        let mut tokens = Vec::new();
        let mut at = 0;
        let text: &str = &repaired.text;
        while let Some(from) = text[at..].find(char::is_alphanumeric).map(|found| at + found) {
            at = word_end(text, from);
            let word = &text[from..at];
            // The rest of "don't" and "Roe's".
            let before = text[..from].chars().next_back();
            if matches!(before, Some('\'' | '’')) && matches!(word, "s" | "t" | "re" | "ve" | "ll" | "d" | "m") {
                continue;
            }
            let within = repaired.printed(Span::new(from, at));
            let span = within.shift(claim.span.start);
            let is_figure = figures.iter().any(|figure| figure.span.overlaps(span))
                || word.starts_with(|c: char| c.is_ascii_digit());
            let is_capital = within.of(printed).starts_with(char::is_uppercase);
            let form = self.form(word, within.of(printed));
            tokens.push(Token { form, span, is_figure, is_name: false, is_capital });
        }
        let (n_capital, n) = tokens
            .iter()
            .filter(|token| !token.is_figure && !self.forms[token.form].is_stop)
            .fold((0_u32, 0_u32), |(n_capital, n), token| (n_capital + u32::from(token.is_capital), n + 1));
        let is_headline = n >= HEADLINE_WORDS && f64::from(n_capital) > HEADLINE_CAPITALS * f64::from(n);
        if !is_headline {
            for (idx, Token { form, is_capital, .. }) in tokens.iter().enumerate() {
                let printed = Printed { is_small: !is_capital, is_inside: *is_capital && idx > 0 };
                self.forms[*form].printed.add(printed);
            }
        }
        Words { tokens, is_headline }
    }

    /// The place of the form of `word`, which is `printed` so.
    fn form(&mut self, word: &str, printed: &'a str) -> usize {
        let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let lower: Cow<str> = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        if let Some(&place) = self.places.get(&*lower) {
            return place;
        }
        let text = if printed == lower { Cow::Borrowed(printed) } else { Cow::Owned(lower.into_owned()) };
        let place = self.forms.len();
        let is_stop = STOP.contains(&*text);
        self.forms.push(Form { text: text.clone(), is_stop, printed: Printed::default() });
        self.places.insert(text, place);
        place
    }
}

/// Where the word ends that starts at `from`. A number is one word, with its points and commas.
fn word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        end += text[end..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - end);
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = text.as_bytes();
        let goes_on = matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(bytes.get(end + 1));
        if !goes_on || !is_digit(bytes.get(end.wrapping_sub(1))) {
            return end;
        }
        end += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_word() {
        let words = |text: &str| {
            let mut words = Vec::new();
            let mut at = 0;
            while let Some(from) = text[at..].find(char::is_alphanumeric).map(|found| at + found) {
                at = word_end(text, from);
                words.push(text[from..at].to_owned());
            }
            words
        };
        assert_eq!(words("$43,885,310, or 31.55%."), ["43,885,310", "or", "31.55"]);
        assert_eq!(words("no.5,then 7.é 3..4 a.1"), ["no", "5", "then", "7", "é", "3", "4", "a", "1"]);
        assert_eq!(words("in 2014."), ["in", "2014"]);
    }
}
