//! What is compared of every claim: its words as sets of numbers, with their weights summed up.
//!
//! Comes in: the story. Goes out: [`Terms`]. A word counts by its stem, or by the event it names where
//! `event_words.tsv` knows its form (jailed, imprisoned: sentence). Stop words count only in runs. Words that belong to
//! a figure stand apart: in runs every figure is the same placeholder, and a value counts only where both claims have
//! it, so that differing numbers never lower a score. Time and space are linear in the text.

use rayon::prelude::*;

use crate::figures::Kind;
use crate::story::{ClaimId, Form, Story, Term, Weights, Word};
use crate::text::Span;

/// Stands for any figure in a run of words.
const FIGURE: Term = 0;
/// The words of one claim.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// Its content stems, sorted, each once.
    pub(super) stems: Vec<Term>,
    /// For each of them: whether it is a name, whether it belongs to who said it, its prefix.
    pub(super) details: Vec<Detail>,
    /// And where it is first printed.
    pub(super) spans: Vec<Span>,
    /// The stems of each of its clauses, sorted, each once; empty if it has one clause.
    pub(super) clauses: Vec<Vec<Term>>,
    /// The stems inside quotation marks, sorted, each once.
    pub(super) quoted: Vec<Term>,
    /// Pairs of content words next to each other, sorted, each once.
    pub(super) pairs: Vec<(Term, Term)>,
    /// Its figures' words, sorted, each once.
    pub(super) numbers: Vec<Term>,
    /// All its words in order, every figure as [`FIGURE`].
    pub(super) run: Vec<Term>,
    /// The same words, each with its place, sorted.
    pub(super) places: Vec<(Term, u32)>,
    /// All its words but figures and the commonest, sorted, each once.
    pub(super) words: Vec<Term>,
    /// All its words but figures, sorted, each once.
    pub(super) all: Vec<Term>,
    /// The groups of three letters in its words but figures, hashed, sorted, each once.
    pub(super) trigrams: Vec<u32>,
    /// How alike the most alike other claim of its own article is that does not repeat it, 0 to 1.
    pub(super) repeated: f64,
    /// The claims of its own article that repeat it.
    pub(super) repeats: Vec<usize>,
    /// For each of `words` and then of `numbers`, its place among the [`Holders`] of the article.
    pub(super) held: Vec<u32>,
    /// Sum of the weights of each of `clauses`.
    pub(super) clause_totals: Vec<f64>,
    /// Sum of the weights of `stems`, rare within the loaded articles, and rare within each of them.
    pub(super) total: [f64; 2],
    /// Sum of the weights of `words`, rare within the loaded articles.
    pub(super) words_total: f64,
    /// Sum of the squares of the weights of `words`, rare within the loaded articles.
    pub(super) squares: f64,
    /// Sum of the weights of `stems`, rare in the language.
    pub(super) rare_total: f64,
    /// How many words it has that belong to no figure.
    pub(super) n_words: usize,
    /// Whether it has a figure that says how much or how many, not only when.
    pub(super) has_amount: bool,
}

/// What else is known of a stem in a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Detail {
    pub(super) is_name: bool,
    pub(super) is_credit: bool,
    pub(super) prefix: Term,
}

/// Which claims of an article have each of its words and figures.
#[derive(Debug, Default)]
pub(super) struct Holders {
    /// Where the list of each ends.
    ends: Vec<u32>,
    claims: Vec<u32>,
}

impl Holders {
    /// Returns the claims that have the word at `place`, in order.
    pub(super) fn of(&self, place: u32) -> &[u32] {
        let place = place as usize;
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.claims[start as usize..self.ends[place] as usize]
    }

    /// Creates them for `article`, and notes the places of the words in its claims.
    fn read(article: &mut [Sentence]) -> Self {
        let words = |sentence: &Sentence| -> Vec<(bool, Term)> {
            let words = sentence.words.iter().map(|&word| (false, word));
            words.chain(sentence.numbers.iter().map(|&number| (true, number))).collect()
        };
        let claims = (0_u32..).zip(article.iter());
        let postings = claims.flat_map(|(claim, sentence)| words(sentence).into_iter().map(move |word| (word, claim)));
        let mut postings: Vec<((bool, Term), u32)> = postings.collect();
        postings.sort_unstable();
        let mut holders = Self { ends: Vec::new(), claims: postings.iter().map(|posting| posting.1).collect() };
        let mut known = Vec::new();
        let mut end = 0;
        for same in postings.chunk_by(|p, q| p.0 == q.0) {
            end += u32::try_from(same.len()).unwrap_or(u32::MAX);
            holders.ends.push(end);
            known.push(same[0].0);
        }
        for sentence in article {
            let place = |word: (bool, Term)| known.partition_point(|&other| other < word) as u32;
            sentence.held = words(sentence).into_iter().map(place).collect();
        }
        holders
    }
}

/// What is compared of all claims of a story.
#[derive(Debug)]
pub(super) struct Terms<'a> {
    /// For each article, for each claim, its words.
    pub(super) articles: Vec<Vec<Sentence>>,
    /// For each article which claims have its words.
    pub(super) holders: Vec<Holders>,
    /// How informative each term is.
    weights: &'a Weights,
    /// How rare each term is in the language, 0 to 1, squared so that a rare word outweighs several common ones: in a
    /// story of few claims nothing else tells.
    pub(super) rarities: Vec<f64>,
}

impl<'a> Terms<'a> {
    /// Reads the words of `story`.
    pub(super) fn read(story: &'a Story) -> Self {
        let weights = story.weights();
        let rarities: Vec<f64> = (0..weights.n_terms()).map(|term| weights.rarity(term as Term).powi(2)).collect();
        let read = |article: usize| {
            let ids = (0..story.of_article(article).len()).map(|claim| ClaimId::at(article, claim));
            let mut sentences: Vec<Sentence> = ids.map(|id| sentence(story, id, &rarities)).collect();
            let holders = Holders::read(&mut sentences);
            (sentences, holders)
        };
        let (articles, holders) = (0..story.articles().len()).into_par_iter().map(read).unzip();
        Self { articles, holders, weights, rarities }
    }

    /// Returns how informative `term` is, rare within the loaded articles.
    pub(super) fn weight(&self, term: Term) -> f64 {
        self.weights.story(term)
    }

    /// Returns the same, and rare within the articles that have it.
    pub(super) fn weights(&self, term: Term) -> [f64; 2] {
        self.weights.both(term)
    }

    /// Returns how many terms there are.
    pub(super) fn n_terms(&self) -> usize {
        self.weights.n_terms()
    }
}

fn sentence(story: &Story, id: ClaimId, rarities: &[f64]) -> Sentence {
    let claim = story.claim(id);
    let pieces: Vec<(&Word, &Form)> = story.words(id).pieces().map(|piece| (piece, story.form(piece))).collect();
    let telling: Vec<(&Word, &Form)> =
        pieces.iter().copied().filter(|(word, form)| !form.is_stop && !word.is_number()).collect();
    let mut stems: Vec<(Term, Span, Detail)> = telling
        .iter()
        .map(|(word, form)| {
            let detail = Detail { is_name: word.is_name(), is_credit: word.is_credit(), prefix: form.prefix };
            (form.term, word.span, detail)
        })
        .collect();
    stems.sort_unstable_by_key(|&(term, span, _)| (term, span));
    stems.dedup_by_key(|&mut (term, ..)| term);
    let within = |spans: &[Span]| {
        let inside = telling.iter().filter(|(word, _)| spans.iter().any(|span| span.contains(word.span)));
        sorted(inside.map(|(_, form)| form.term))
    };
    let clauses: Vec<Vec<Term>> = if claim.clauses.len() > 1 {
        claim.clauses.iter().map(|span| within(std::slice::from_ref(span))).collect()
    } else {
        Vec::new()
    };
    let quoted = if claim.quotes.is_empty() { Vec::new() } else { within(&claim.quotes) };
    let mut run: Vec<Term> =
        pieces.iter().map(|(word, form)| if word.is_number() { FIGURE } else { form.term }).collect();
    run.dedup_by(|next, before| *next == FIGURE && *before == FIGURE);
    let mut trigrams = Vec::with_capacity(telling.iter().map(|(_, form)| form.trigrams.len()).sum());
    telling.iter().for_each(|(_, form)| trigrams.extend_from_slice(&form.trigrams));
    let plain = || pieces.iter().filter(|(word, _)| !word.is_number());
    let words = sorted(plain().filter(|(_, form)| !form.is_commonest).map(|(_, form)| form.stem));
    let details = stems.iter().map(|&(.., detail)| detail).collect();
    let spans = stems.iter().map(|&(_, span, _)| span).collect();
    let stems: Vec<Term> = stems.into_iter().map(|(term, ..)| term).collect();
    let weights = story.weights();
    let total = |terms: &[Term], kind: usize| -> f64 { terms.iter().map(|&term| weights.both(term)[kind]).sum() };
    let has_amount = |kind: Kind| !matches!(kind, Kind::Date | Kind::Time | Kind::Ordinal | Kind::Label);
    Sentence {
        quoted,
        pairs: sorted(telling.windows(2).map(|pair| (pair[0].1.term, pair[1].1.term))),
        numbers: sorted(
            pieces.iter().filter(|(word, form)| word.is_number() && !form.is_stop).map(|(_, form)| form.term),
        ),
        places: sorted(run.iter().copied().zip(0..)),
        run,
        all: sorted(plain().map(|(_, form)| form.term)),
        trigrams: sorted(trigrams.into_iter()),
        details,
        spans,
        has_amount: story.figures(id).iter().any(|figure| has_amount(figure.kind)),
        n_words: plain().count(),
        total: [0, 1].map(|kind| total(&stems, kind)),
        squares: words.iter().map(|&term| weights.story(term).powi(2)).sum(),
        words_total: total(&words, 0),
        clause_totals: clauses.iter().map(|clause| total(clause, 0)).collect(),
        rare_total: stems.iter().map(|&term| rarities[term as usize]).sum(),
        words,
        clauses,
        stems,
        ..Sentence::default()
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}
