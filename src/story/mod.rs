//! One story: all articles together, read once, before anything in them is compared.
//!
//! Takes the [`Analysis`] of every article. Returns a [`Story`], in which the articles have one
//! [order](Story::articles) that does not depend on how they were given, every claim has its [words](ClaimWords), every
//! word a [`Form`] that is known once in the story, every term one weight, and every name one entry. Later stages walk
//! over this and cut no text again.
//!
//! # What a stage asks
//!
//! | for | ask |
//! |---|---|
//! | the words of a claim, in order, with spans and signs between them | [`Story::words`], [`ClaimWords::words`] |
//! | the words of a figure | [`ClaimWords::figure`] |
//! | the words in a clause, a quotation, any span | [`ClaimWords::words_at`] |
//! | `k` words on each side | [`ClaimWords::window`] |
//! | words up to the next comma, dash, bracket | [`ClaimWords::phrase`] |
//! | capitalized, in quotation, stop word, part of a figure, of a name, of a credit | the methods of [`Word`] |
//! | a word in lower case, its stem, what shares its meaning | [`Story::form`] |
//! | how informative a word is | [`Story::weight`], for terms [`Story::weights`] |
//! | the content terms of some words, each once, with weights | [`Story::telling`] |
//! | names and roles beside them, and who is meant | [`Story::names`] |
//! | an index as it was given | [`Story::given`], and back [`Story::place`] |
//!
//! Time and space are linear in the text, but for sorting the articles. Articles are read side by side.

mod claim_words;
mod draft;
mod index;
pub mod lists;
mod names;
pub(crate) mod order;
mod vocabulary;
mod weights;

use std::ops::Range;

use rayon::prelude::*;

pub use self::claim_words::{ClaimWords, Word};
use self::draft::Draft;
pub use self::index::{ClaimId, ClaimIndex};
pub use self::names::{Mention, Name, NameId, Names};
use self::order::Order;
use self::vocabulary::Vocabulary;
pub use self::vocabulary::{Form, Term};
pub use self::weights::Weights;
use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::Figure;

/// The articles of a story and their words.
///
/// All indices of articles are places in the canonical order, but for those of [`Story::given`].
pub struct Story<'a> {
    articles: Vec<&'a Analysis>,
    order: Order,
    claims: Vec<Vec<ClaimWords>>,
    vocabulary: Vocabulary,
    weights: Weights,
    names: Names,
}

impl<'a> Story<'a> {
    /// Reads `articles`.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use crosscheck::{analysis::analyze, article::Article};
    /// use crosscheck::story::{ClaimId, Story};
    ///
    /// let articles = ["Judge Ann Ward jailed three men.", "Ward imprisoned them."]
    ///     .map(|text| analyze(Arc::new(Article::from_text("Post", text))));
    /// let story = Story::read(&articles);
    /// let id = ClaimId::at(0, 0);
    /// let words = story.words(id);
    /// let around = words.window(words.figure(0), 1);
    /// let printed: Vec<&str> = words.words[around].iter().map(|word| story.articles()[0].words(word.span)).collect();
    /// assert_eq!(printed, ["jailed", "three", "men"]);
    ///
    /// let [first, second] = [0, 1].map(|article| &story.names().of(ClaimId::at(article, 0))[0]);
    /// assert_eq!(first.name, second.name);
    /// assert_eq!(story.names().name(second).roles, ["judge"]);
    /// let term = |article: usize, word: usize| story.form(&story.words(ClaimId::at(article, 0)).words[word]).term;
    /// assert_eq!(term(0, 3), term(1, 1));
    /// ```
    pub fn read(articles: &'a [Analysis]) -> Self {
        let order = Order::of(articles);
        let articles: Vec<&Analysis> = order.given.iter().map(|&idx| &articles[idx]).collect();
        let mut drafts: Vec<Draft> = articles.par_iter().map(|analysis| Draft::of(analysis)).collect();
        let (vocabulary, places) = Vocabulary::of(&drafts);
        drafts.par_iter_mut().zip(&places).for_each(|(draft, places)| vocabulary.settle(draft, places));
        let claims: Vec<Vec<ClaimWords>> = drafts.into_iter().map(|draft| draft.claims).collect();
        let weights = Weights::of(&claims, &vocabulary);
        let names = Names::read(&claims, &vocabulary, |id, span| articles[id.article].words(span).to_owned());
        Self { articles, order, claims, vocabulary, weights, names }
    }

    /// Returns the articles in canonical order.
    pub fn articles(&self) -> &[&'a Analysis] {
        &self.articles
    }

    /// Returns the index of the article at canonical place `place`, as it was given.
    pub fn given(&self, place: usize) -> usize {
        self.order.given[place]
    }

    /// Returns the canonical place of the article that was given as `given`.
    pub fn place(&self, given: usize) -> usize {
        self.order.place[given]
    }

    /// Returns the claim at `id` with its article's index as it was given.
    pub fn given_claim(&self, id: ClaimId) -> ClaimId {
        ClaimId { article: self.given(id.article), ..id }
    }

    /// Returns the claim whose article was given as that of `id`, with its canonical place.
    pub fn placed_claim(&self, id: ClaimId) -> ClaimId {
        ClaimId { article: self.place(id.article), ..id }
    }

    /// Returns all claims, by article and place.
    pub fn ids(&self) -> impl Iterator<Item = ClaimId> {
        let n_claims = self.claims.iter().map(Vec::len).enumerate();
        n_claims.flat_map(|(article, n_claims)| (0..n_claims).map(move |claim| ClaimId::at(article, claim)))
    }

    /// Returns the claim at `id`.
    pub fn claim(&self, id: ClaimId) -> &'a Claim {
        &self.articles[id.article].claims[id.claim]
    }

    /// Returns the figures of the claim at `id`.
    pub fn figures(&self, id: ClaimId) -> &'a [Figure] {
        &self.articles[id.article].figures[id.claim]
    }

    /// Returns the words of the claim at `id`.
    pub fn words(&self, id: ClaimId) -> &ClaimWords {
        &self.claims[id.article][id.claim]
    }

    /// Returns the words of each claim of the article at place `article`.
    pub fn of_article(&self, article: usize) -> &[ClaimWords] {
        &self.claims[article]
    }

    /// Returns what `word` is, wherever it occurs.
    pub fn form(&self, word: &Word) -> &Form {
        self.vocabulary.form(word.form)
    }

    /// Returns how informative `word` is within the story by its [sense](Form::sense), 0 to 1; 0 for what nearly every
    /// sentence has. Numbers have the weight of their spelling.
    pub fn weight(&self, word: &Word) -> f64 {
        let form = self.form(word);
        if form.is_commonest { 0.0 } else { self.weights.story(form.sense) }
    }

    /// Returns how informative each term is.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Returns the senses of the content words among `words` of the claim at `id`, sorted, each once, with their
    /// weights.
    pub fn telling(&self, id: ClaimId, words: Range<usize>) -> Vec<(Term, f64)> {
        let words = self.words(id).words.get(words).unwrap_or_default().iter().filter(|word| word.is_telling());
        let mut telling: Vec<(Term, f64)> = words.map(|word| (self.form(word).sense, self.weight(word))).collect();
        telling.sort_unstable_by(|p, q| p.0.cmp(&q.0).then(q.1.total_cmp(&p.1)));
        telling.dedup_by_key(|telling| telling.0);
        telling
    }

    /// Returns who and what is named.
    pub fn names(&self) -> &Names {
        &self.names
    }
}
