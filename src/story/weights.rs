//! How informative each term is: the one table of weights over a story.
//!
//! Takes the words of all claims. Returns for every [`Term`] how rare it is within the loaded articles, within one
//! article, and in the language. Inside one story every sentence is about the same topic, so words that are rare within
//! the loaded articles tell most. Time and space are linear in the words.

use super::claim_words::ClaimWords;
use super::vocabulary::{Term, Vocabulary};

/// The weights of a story's terms.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    within: Vec<[f64; 2]>,
    rarities: Vec<f64>,
}

impl Weights {
    /// Story weight ln((n + 1) / f) over all claims, as a share of ln(n + 1), so that weights of short and long stories
    /// compare; article weight the same over the claims of an average article that has the term.
    pub(super) fn of(articles: &[Vec<ClaimWords>], vocabulary: &Vocabulary) -> Self {
        let n_claims: usize = articles.iter().map(Vec::len).sum();
        let mut counts = Counts::new(vocabulary.n_terms());
        let claims = || {
            let articles = articles.iter().enumerate();
            articles.flat_map(|(article, claims)| claims.iter().map(move |words| (article, words))).enumerate()
        };
        for (claim, (article, words)) in claims() {
            for piece in words.pieces() {
                let form = vocabulary.form(piece.form);
                if !piece.is_number() && !form.is_commonest {
                    counts.add(form.stem, claim, article);
                }
                if !form.is_stop {
                    counts.add(form.term, claim, article);
                }
            }
        }
        // What no piece is: groups of counted nouns, and words such as "o'clock" and "U.S.".
        let is_counted: Vec<bool> = counts.n_claims.iter().map(|&n_claims| n_claims > 0).collect();
        for (claim, (article, words)) in claims() {
            for word in &words.words {
                let form = vocabulary.form(word.form);
                if !is_counted[form.sense as usize] && !form.is_commonest {
                    counts.add(form.sense, claim, article);
                }
            }
        }
        let n_claims = n_claims as f64;
        let per_article = n_claims / (articles.len().max(1) as f64);
        let weight =
            |n: f64, frequency: f64| 1.0 - frequency.max(1.0).min(n + 1.0).ln() / (n + 1.0).ln().max(f64::MIN_POSITIVE);
        let weights = counts.n_claims.iter().zip(&counts.n_articles).map(|(&claims, &articles)| {
            let within = f64::from(claims) / f64::from(articles.max(1));
            [weight(n_claims, f64::from(claims)), weight(per_article, within)]
        });
        Self { within: weights.collect(), rarities: vocabulary.rarities() }
    }

    /// Returns how rare `term` is within the loaded articles: 1 for one that a single claim has, 0 for one that all
    /// have.
    pub fn story(&self, term: Term) -> f64 {
        self.within[term as usize][0]
    }

    /// Returns how rare `term` is within the loaded articles, and within those that have it, each 0 to 1.
    pub fn both(&self, term: Term) -> [f64; 2] {
        self.within[term as usize]
    }

    /// Returns how rare `term` is in the language, 0 to 1.
    pub fn rarity(&self, term: Term) -> f64 {
        self.rarities[term as usize]
    }

    /// Returns how many terms there are; each is less than this.
    pub fn n_terms(&self) -> usize {
        self.within.len()
    }
}

/// How many claims and how many articles have each term.
struct Counts {
    n_claims: Vec<u32>,
    n_articles: Vec<u32>,
    last_claim: Vec<usize>,
    last_article: Vec<usize>,
}

impl Counts {
    fn new(n_terms: usize) -> Self {
        Self {
            n_claims: vec![0; n_terms],
            n_articles: vec![0; n_terms],
            last_claim: vec![usize::MAX; n_terms],
            last_article: vec![usize::MAX; n_terms],
        }
    }

    /// Notes that `claim` of `article` has `term`; claims and articles come in order.
    fn add(&mut self, term: Term, claim: usize, article: usize) {
        let term = term as usize;
        self.n_claims[term] += u32::from(self.last_claim[term] != claim);
        self.n_articles[term] += u32::from(self.last_article[term] != article);
        (self.last_claim[term], self.last_article[term]) = (claim, article);
    }
}
