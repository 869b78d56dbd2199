//! Articles and sentences, named so that they are known again in another comparison, or found to be gone.
//!
//! An article is known by its text, or by its name where the text is another: a block was left out, a file saved anew.
//! In the same text a sentence is where it was. In another one it is found again only where nothing else could be
//! meant: by the same words between the same neighbors, or, where these words are there only once, beside one of the
//! same neighbors. A sentence that is printed twice is never taken for its look-alike: what was said of it is then
//! listed as having no place.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::alignment::{ClaimId, ClaimIndex};
use crate::analysis::Analysis;
use crate::article::Article;

/// How many characters of the sentences before and after are kept: enough to tell neighbors apart.
const NEIGHBOR: usize = 60;

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleKey {
    /// Its name: a file's name, or the one given with the text.
    pub name: String,
    /// What people call it: its outlet, else its name.
    pub label: String,
    /// SHA-256 of its text, in lower-case hexadecimal.
    pub sha256: String,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimKey {
    /// The article.
    pub article: ArticleKey,
    /// The claim as printed.
    pub sentence: String,
    /// How many equal claims are before it in the article.
    pub nth: usize,
    /// What is beside it; `None` in sessions of version 0.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Context>,
}

/// The neighbors of a claim; empty at the ends of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The end of the claim before it.
    pub before: String,
    /// The beginning of the claim after it.
    pub after: String,
}

impl ArticleKey {
    /// Names `article`.
    pub fn new(article: &Article) -> Self {
        Self { name: article.name.clone(), label: article.label().to_owned(), sha256: article.text_sha256() }
    }

    /// How well `other` fits: the text counts more than the name, the name more than the outlet; 0 where neither text
    /// nor name is the same.
    fn likeness(&self, other: &Self) -> u8 {
        let (has_text, has_name) = (self.sha256 == other.sha256, self.name == other.name);
        let sum = 4 * u8::from(has_text) + 2 * u8::from(has_name) + u8::from(self.label == other.label);
        if has_text || has_name { sum } else { 0 }
    }
}

impl ClaimKey {
    /// Names the claim at `claim` of the article `analysis`, which is called `article`; `None` where there is no such
    /// claim.
    pub fn new(analysis: &Analysis, article: ArticleKey, claim: ClaimIndex) -> Option<Self> {
        let (before, rest) = analysis.claims.split_at_checked(claim.0)?;
        let sentence = analysis.words(rest.first()?.span);
        let nth = before.iter().filter(|other| analysis.words(other.span) == sentence).count();
        Some(Self { article, sentence: sentence.to_owned(), nth, context: Some(Context::new(analysis, claim.0)) })
    }
}

impl Context {
    fn new(analysis: &Analysis, claim: usize) -> Self {
        let words = |idx: Option<usize>| {
            idx.and_then(|idx| analysis.claims.get(idx)).map_or("", |other| analysis.words(other.span))
        };
        let (before, after) = (words(claim.checked_sub(1)), words(claim.checked_add(1)));
        let n_before = before.chars().count();
        Self {
            before: before.chars().skip(n_before.saturating_sub(NEIGHBOR)).collect(),
            after: after.chars().take(NEIGHBOR).collect(),
        }
    }

    /// How many of the two neighbors are the same.
    fn n_same(&self, other: &Self) -> usize {
        usize::from(self.before == other.before) + usize::from(self.after == other.after)
    }
}

/// Where claims of several articles can be looked up by their keys.
pub(super) struct Finder<'a> {
    articles: &'a [Analysis],
    keys: Vec<ArticleKey>,
    /// For the claims that are looked for, those that print the same words, in their order.
    claims: FxHashMap<&'a str, Vec<ClaimId>>,
}

impl<'a> Finder<'a> {
    /// Gets ready to look for claims that print one of `sentences` in `articles`.
    pub(super) fn new(articles: &'a [Analysis], sentences: impl Iterator<Item = &'a str>) -> Self {
        let mut claims: FxHashMap<&str, Vec<ClaimId>> = FxHashMap::default();
        for sentence in sentences {
            claims.entry(sentence).or_default();
        }
        for (article, analysis) in articles.iter().enumerate() {
            for (claim, known) in analysis.claims.iter().enumerate() {
                if let Some(of_sentence) = claims.get_mut(analysis.words(known.span)) {
                    of_sentence.push(ClaimId::at(article, claim));
                }
            }
        }
        let keys = articles.iter().map(|analysis| ArticleKey::new(&analysis.article)).collect();
        Self { articles, keys, claims }
    }

    /// Returns the article that fits `key` best; `None` where no text and no name is the same.
    pub(super) fn article(&self, key: &ArticleKey) -> Option<usize> {
        let likeness = |article: &usize| self.keys[*article].likeness(key);
        (0..self.keys.len()).rev().max_by_key(likeness).filter(|article| likeness(article) > 0)
    }

    /// Returns the claim that `key` names; `None` where it is gone or another could be meant.
    pub(super) fn claim(&self, key: &ClaimKey) -> Option<ClaimId> {
        let article = self.article(&key.article)?;
        let claims = self.claims.get(key.sentence.as_str())?;
        let of_article: Vec<ClaimId> = claims.iter().copied().filter(|claim| claim.article == article).collect();
        if self.keys[article].sha256 == key.article.sha256 {
            return of_article.get(key.nth).copied();
        }
        let Some(context) = &key.context else {
            return if key.nth == 0 { only(&of_article) } else { None };
        };
        let n_same = |claim: &ClaimId| context.n_same(&Context::new(&self.articles[article], claim.claim.0));
        let between: Vec<ClaimId> = of_article.iter().copied().filter(|claim| n_same(claim) == 2).collect();
        match between.is_empty() {
            false => only(&between),
            true => only(&of_article).filter(|claim| n_same(claim) == 1),
        }
    }
}

/// The one of `claims`, where there is only one.
fn only(claims: &[ClaimId]) -> Option<ClaimId> {
    if let [one] = claims { Some(*one) } else { None }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::analyze;

    const LIVE: &str = "Water rose at nine.\nThree people are missing.\nA bridge fell at ten.\nThree people are missing.\nBoats were sent at noon.";

    fn analyzed(text: &str) -> Vec<Analysis> {
        vec![analyze(Arc::new(Article::from_text("live", text)))]
    }

    /// Where the claim at `claim` of the live report is found in `text`.
    fn found(claim: usize, text: &str) -> Option<usize> {
        let then = analyzed(LIVE);
        let key = ClaimKey::new(&then[0], ArticleKey::new(&then[0].article), ClaimIndex(claim))
            .expect("there is such a claim");
        let now = analyzed(text);
        Finder::new(&now, [key.sentence.as_str()].into_iter()).claim(&key).map(|claim| claim.claim.0)
    }

    #[test]
    fn in_the_same_text_it_stands_where_it_stood() {
        assert_eq!((found(1, LIVE), found(3, LIVE)), (Some(1), Some(3)));
    }

    #[test]
    fn a_sentence_that_is_gone_is_never_taken_for_its_look_alike() {
        let without_first = LIVE.replacen("Three people are missing.\n", "", 1);
        assert_eq!(found(1, &without_first), None, "its equal further down is another one");
        assert_eq!(found(3, &without_first), Some(2));
        let without_second = LIVE.replacen("\nThree people are missing.\nBoats", "\nBoats", 1);
        assert_eq!((found(1, &without_second), found(3, &without_second)), (Some(1), None));
        let both_gone = LIVE.replace("Three people are missing.\n", "");
        assert_eq!((found(1, &both_gone), found(3, &both_gone)), (None, None));
    }

    #[test]
    fn a_sentence_between_the_same_neighbors_moves_with_them() {
        let longer = format!("Updated at one.\n{LIVE}\nThe report ends here.");
        assert_eq!((found(1, &longer), found(3, &longer)), (Some(2), Some(4)));
        let moved = "Three people are missing.\nNothing else is known.";
        assert_eq!(found(1, moved), None, "the same words elsewhere");
        let beside_one = "Snow fell.\nWater rose at nine.\nThree people are missing.\nNothing else is known.";
        assert_eq!(found(1, beside_one), Some(2), "the words stand there once, beside one known neighbor");
    }

    #[test]
    fn two_that_fit_alike_are_none() {
        let twice = format!("{LIVE}\n{LIVE}");
        assert_eq!((found(1, &twice), found(3, &twice)), (None, None));
    }
}
