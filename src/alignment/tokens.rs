//! The words of one article, before they are words of a story.
//!
//! Comes in: an analysis. Goes out: a [`Draft`], whose words have numbers of their own. Articles are drafted side by side; only then are the
//! numbers of the story given out, article by article, so that they do not depend on which was ready first. What depends on a word's form
//! alone (its stem, its prefix, its groups of letters) is found once for each form in an article. Time is linear in the text.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use super::terms::Term;
use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::Figure;
use crate::lexicon;
use crate::text::{Span, repair};

/// Words with the same first letters are taken for forms of one word where stems differ (Italy, Italian).
const PREFIX: usize = 5;
/// In a sentence with a larger share of capitals than this, they are the style of a headline and name nobody.
const HEADLINE_CAPITALS: f64 = 0.6;
/// Fewer telling words are no headline, however they are printed.
const HEADLINE_WORDS: u32 = 4;

static STOP: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::STOP_WORDS.rows().map(|row| row[0]).collect());
static COMMONEST: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::COMMONEST_WORDS.rows().map(|row| row[0]).collect());
static EVENTS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::EVENT_WORDS.rows().map(|row| (row[0], row[1])).collect());

static RARITIES: LazyLock<FxHashMap<&str, f64>> =
    LazyLock::new(|| lexicon::COMMON_WORDS.rows().filter_map(|row| Some((row[0], row[1].parse().ok()?))).collect());
/// How rare a word is that is not among the commonest, whose rarest has 0.9.
const UNCOMMON: f64 = 0.95;

/// An article's words.
#[derive(Default)]
pub(super) struct Draft {
    /// The words of each claim.
    pub(super) claims: Vec<Words>,
    /// Each form that a word has in the article, once.
    pub(super) forms: Vec<Form>,
    /// The stems and prefixes of these forms, by their numbers in the article.
    stems: Vec<String>,
    /// How rare in the language the commonest form of each of them is.
    rarities: Vec<f64>,
    /// How each of them is printed as a word.
    printed: Vec<Printed>,
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
    /// The place of its form among the article's.
    form: usize,
    pub(super) span: Span,
    pub(super) is_figure: bool,
    pub(super) is_name: bool,
    is_capital: bool,
}

/// What a word is, wherever it stands.
pub(super) struct Form {
    /// The number of its stem, within the article or, once [numbered](Draft::number), within the story.
    pub(super) term: Term,
    /// The same where the event it names is not known.
    pub(super) stem: Term,
    /// The same of its prefix.
    pub(super) prefix: Term,
    pub(super) is_stop: bool,
    /// Whether nearly every sentence has it.
    pub(super) is_commonest: bool,
    /// The groups of three letters in it, hashed.
    pub(super) trigrams: Vec<u32>,
}

/// Where a stem is printed outside headlines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Printed {
    /// With a small letter.
    is_small: bool,
    /// With a capital inside a sentence.
    is_inside: bool,
}

/// The numbers that stems have in a story.
#[derive(Default)]
pub(super) struct Numbers {
    of: FxHashMap<String, Term>,
    printed: Vec<Printed>,
    rarities: Vec<f64>,
}

impl Draft {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut reader =
            Reader { stemmer, draft: Self::default(), forms: FxHashMap::default(), stems: FxHashMap::default() };
        for (claim, figures) in analysis.claims.iter().zip(&analysis.figures) {
            let words = reader.words(analysis, claim, figures);
            reader.draft.claims.push(words);
        }
        let mut draft = reader.draft;
        draft.printed = vec![Printed::default(); draft.stems.len()];
        for words in draft.claims.iter().filter(|words| !words.is_headline) {
            for (idx, token) in words.tokens.iter().enumerate() {
                let printed = &mut draft.printed[draft.forms[token.form].term as usize];
                printed.is_small |= !token.is_capital;
                printed.is_inside |= token.is_capital && idx > 0;
            }
        }
        draft
    }

    /// Gives the forms their numbers in the story.
    pub(super) fn number(&mut self, numbers: &mut Numbers) {
        let stems = std::mem::take(&mut self.stems).into_iter().zip(&self.printed).zip(&self.rarities);
        let story: Vec<Term> = stems.map(|((stem, &printed), &rarity)| numbers.give(stem, printed, rarity)).collect();
        for form in &mut self.forms {
            for number in [&mut form.term, &mut form.stem, &mut form.prefix] {
                *number = story[*number as usize];
            }
        }
    }

    /// Marks the names: capitalized inside a sentence, or at its start and nowhere in the story in lower case.
    pub(super) fn mark_names(&mut self, numbers: &Numbers) {
        for words in &mut self.claims {
            for idx in 0..words.tokens.len() {
                let follows = words.tokens.get(idx + 1).is_some_and(|next| next.is_capital);
                let token = &mut words.tokens[idx];
                let form = &self.forms[token.form];
                let printed = numbers.printed[form.term as usize - 1];
                let is_explained = idx == 0 || words.is_headline;
                let is_name_anyway = !printed.is_small && (printed.is_inside || follows && !words.is_headline);
                token.is_name = token.is_capital && !form.is_stop && (!is_explained || is_name_anyway);
            }
        }
    }

    pub(super) fn form(&self, token: &Token) -> &Form {
        &self.forms[token.form]
    }
}

impl Numbers {
    /// How many numbers there are; 0 is never given.
    pub(super) fn n(&self) -> usize {
        self.printed.len() + 1
    }

    /// How rare the stem of each number is in the language, 0 to 1, squared.
    pub(super) fn rarities(&self) -> Vec<f64> {
        std::iter::once(0.0).chain(self.rarities.iter().map(|rarity| rarity * rarity)).collect()
    }

    fn give(&mut self, stem: String, printed: Printed, rarity: f64) -> Term {
        let next = Term::try_from(self.n()).unwrap_or(Term::MAX);
        let number = *self.of.entry(stem).or_insert(next);
        if number == next {
            self.printed.push(printed);
            self.rarities.push(rarity);
        } else {
            let least = &mut self.rarities[number as usize - 1];
            *least = least.min(rarity);
            let known = &mut self.printed[number as usize - 1];
            known.is_small |= printed.is_small;
            known.is_inside |= printed.is_inside;
        }
        number
    }
}

/// Reads an article claim by claim.
struct Reader {
    stemmer: Stemmer,
    draft: Draft,
    /// The place of each form, by the form in lower case.
    forms: FxHashMap<String, usize>,
    /// The number of each stem and prefix within the article.
    stems: FxHashMap<String, Term>,
}

impl Reader {
    fn words(&mut self, analysis: &Analysis, claim: &Claim, figures: &[Figure]) -> Words {
        let repaired = repair(analysis.words(claim.span));
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
            let span = repaired.printed(Span::new(from, at)).shift(claim.span.start);
            let is_figure = figures.iter().any(|figure| figure.span.overlaps(span))
                || word.starts_with(|c: char| c.is_ascii_digit());
            let is_capital = analysis.words(span).starts_with(char::is_uppercase);
            tokens.push(Token { form: self.form(word), span, is_figure, is_name: false, is_capital });
        }
        let (n_capital, n) = tokens
            .iter()
            .filter(|token| !token.is_figure && !self.draft.forms[token.form].is_stop)
            .fold((0_u32, 0_u32), |(n_capital, n), token| (n_capital + u32::from(token.is_capital), n + 1));
        let is_headline = n >= HEADLINE_WORDS && f64::from(n_capital) > HEADLINE_CAPITALS * f64::from(n);
        Words { tokens, is_headline }
    }

    fn form(&mut self, word: &str) -> usize {
        let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let lower: Cow<str> = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        if let Some(&form) = self.forms.get(&*lower) {
            return form;
        }
        let stem = self.stemmer.stem(&lower).into_owned();
        let stem = self.number(&stem);
        let term = EVENTS.get(&*lower).map_or(stem, |event| self.number(&format!("={event}")));
        let rarity = &mut self.draft.rarities[term as usize];
        *rarity = rarity.min(RARITIES.get(&*lower).copied().unwrap_or(UNCOMMON));
        let prefix = match lower.char_indices().nth(PREFIX) {
            Some((end, _)) => self.number(&format!("{}…", &lower[..end])),
            None => term,
        };
        let form = self.draft.forms.len();
        let is_stop = STOP.contains(&*lower);
        let is_commonest = COMMONEST.contains(&*lower);
        self.draft.forms.push(Form { term, stem, prefix, is_stop, is_commonest, trigrams: trigrams(&lower) });
        self.forms.insert(lower.into_owned(), form);
        form
    }

    fn number(&mut self, stem: &str) -> Term {
        if let Some(&term) = self.stems.get(stem) {
            return term;
        }
        let next = Term::try_from(self.draft.stems.len()).unwrap_or(Term::MAX);
        self.stems.insert(stem.to_owned(), next);
        self.draft.stems.push(stem.to_owned());
        self.draft.rarities.push(UNCOMMON);
        next
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

fn trigrams(word: &str) -> Vec<u32> {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain([' ']).collect();
    let hash = |group: &[char]| group.iter().fold(0_u32, |hash, &c| hash.wrapping_mul(0x9e37_79b1) ^ u32::from(c));
    letters.windows(3).map(hash).collect()
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
