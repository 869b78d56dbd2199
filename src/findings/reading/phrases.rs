//! Phrases of a word list, found among the words of a claim.
//!
//! Takes rows of a list, each a phrase and what it stands for. Returns which phrase begins at a word, the longest
//! first. Blanks and hyphens part the words of a phrase, as they do in a text. One question costs a look at the phrases
//! that begin with that word.

use rustc_hash::FxHashMap;

use super::words::Word;

/// The phrases of a list.
pub(in crate::findings) struct Phrases(FxHashMap<&'static str, Vec<Phrase>>);

/// The words behind the first, and what the phrase stands for.
struct Phrase {
    rest: Vec<&'static str>,
    meaning: &'static str,
}

impl Phrases {
    /// Returns the phrases of `rows`, whose first two columns are a phrase and what it stands for.
    pub(in crate::findings) fn read(rows: impl Iterator<Item = Vec<&'static str>>) -> Self {
        let mut phrases: FxHashMap<&str, Vec<Phrase>> = FxHashMap::default();
        for row in rows {
            let mut words = row[0].split([' ', '-']);
            let first = words.next().unwrap_or_default();
            phrases.entry(first).or_default().push(Phrase { rest: words.collect(), meaning: row[1] });
        }
        phrases.values_mut().for_each(|list| list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len())));
        Self(phrases)
    }

    /// Returns the longest phrase that `words` begin with: how many words it has, and what it stands for.
    pub(in crate::findings) fn at(&self, words: &[Word]) -> Option<(usize, &'static str)> {
        let (first, behind) = words.split_first()?;
        let fits = |phrase: &&Phrase| {
            phrase.rest.len() <= behind.len() && phrase.rest.iter().zip(behind).all(|(part, word)| *part == word.lower)
        };
        let found = self.0.get(first.lower.as_str())?.iter().find(fits)?;
        Some((found.rest.len() + 1, found.meaning))
    }
}
