//! The words of every claim as numbers, and how telling each is within the loaded articles.
//!
//! Comes in: the analyses. Goes out: [`Terms`]. A word counts by its stem, or by the event it names where
//! `event_words.tsv` knows its form (jailed, imprisoned: sentence). Stop words count only in runs. Words that belong to a figure stand
//! apart: in runs every figure is the same placeholder, and a value counts only where both claims have it, so that
//! differing numbers never lower a score. Names are words with a capital that the start of a sentence does not explain.
//! Articles are read side by side, see [`tokens`](super::tokens). Time and space are linear in the text.

use rayon::prelude::*;

use super::exclusive::Elsewhere;
use super::tokens::{Draft, Token, Words};
use super::vocabulary::Vocabulary;
use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::{Figure, Kind};
use crate::text::Span;

/// The number of a stem; equal numbers mean equal stems within one story.
pub(super) type Term = u32;

/// Stands for any figure in a run of words.
const FIGURE: Term = 0;
/// The words of one claim.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// Its telling stems, sorted, each once.
    pub(super) stems: Vec<Term>,
    /// For each of them: whether it is a name, whether it belongs to who said it, its prefix.
    pub(super) details: Vec<Detail>,
    /// And where it is first printed.
    pub(super) spans: Vec<Span>,
    /// The stems of each of its clauses, sorted, each once; empty if it has one clause.
    pub(super) clauses: Vec<Vec<Term>>,
    /// The stems inside quotation marks, sorted, each once.
    pub(super) quoted: Vec<Term>,
    /// Pairs of telling words next to each other, sorted, each once.
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
    /// Which other claims of its own article have its words.
    pub(super) elsewhere: Elsewhere,
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

/// The words of all claims of a story.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// For each article, for each claim, its words.
    pub(super) articles: Vec<Vec<Sentence>>,
    /// How telling a stem is: the logarithm of how few claims of the story hold it, and of how few of an article that has it.
    pub(super) weights: Vec<[f64; 2]>,
    /// How rare a stem is in the language, 0 to 1, squared so that a rare word outweighs several common ones: in a story of few
    /// claims nothing else tells.
    pub(super) rarities: Vec<f64>,
}

impl Terms {
    /// Reads the words of `articles`.
    pub(super) fn read(articles: &[&Analysis]) -> Self {
        let mut drafts: Vec<Draft> = articles.par_iter().map(|analysis| Draft::of(analysis)).collect();
        let (vocabulary, places) = Vocabulary::of(&drafts);
        let mut read: Vec<Vec<Sentence>> = drafts
            .par_iter_mut()
            .zip(articles)
            .zip(&places)
            .map(|((draft, analysis), places)| {
                draft.settle(&vocabulary, places);
                let claims = analysis.claims.iter().zip(&analysis.figures).zip(&draft.claims);
                claims.map(|((claim, figures), words)| sentence(claim, figures, words, &vocabulary)).collect()
            })
            .collect();
        let weights = weigh(&read, vocabulary.n_terms());
        let rarities = vocabulary.rarities();
        read.par_iter_mut().for_each(|article| {
            for sentence in article {
                let total = |stems: &[Term], kind: usize| stems.iter().map(|&stem| weights[stem as usize][kind]).sum();
                sentence.total = [0, 1].map(|kind| total(&sentence.stems, kind));
                sentence.squares = sentence.words.iter().map(|&stem| weights[stem as usize][0].powi(2)).sum();
                sentence.words_total = total(&sentence.words, 0);
                sentence.clause_totals = sentence.clauses.iter().map(|clause| total(clause, 0)).collect();
                sentence.rare_total = sentence.stems.iter().map(|&stem| rarities[stem as usize]).sum();
            }
        });
        Self { articles: read, weights, rarities }
    }

    /// How telling `stem` is, rare within the loaded articles.
    pub(super) fn weight(&self, stem: Term) -> f64 {
        self.weights[stem as usize][0]
    }
}

fn sentence(claim: &Claim, figures: &[Figure], Words { tokens, .. }: &Words, vocabulary: &Vocabulary) -> Sentence {
    let form = |token: &Token| &vocabulary.forms[token.form];
    let term = |token: &Token| form(token).term;
    let telling: Vec<&Token> = tokens.iter().filter(|token| !form(token).is_stop && !token.is_figure).collect();
    let credit = claim.attribution.map(|attribution| attribution.span);
    let mut stems: Vec<(Term, Span, Detail)> = telling
        .iter()
        .map(|token| {
            let prefix = form(token).prefix;
            let is_credit = credit.is_some_and(|credit| credit.contains(token.span));
            (term(token), token.span, Detail { is_name: token.is_name, is_credit, prefix })
        })
        .collect();
    stems.sort_unstable_by_key(|&(term, span, _)| (term, span));
    stems.dedup_by_key(|&mut (term, ..)| term);
    let within = |spans: &[Span]| {
        let inside = telling.iter().filter(|token| spans.iter().any(|span| span.contains(token.span)));
        sorted(inside.map(|token| term(token)))
    };
    let clauses = if claim.clauses.len() > 1 {
        claim.clauses.iter().map(|span| within(std::slice::from_ref(span))).collect()
    } else {
        Vec::new()
    };
    let quoted = if claim.quotes.is_empty() { Vec::new() } else { within(&claim.quotes) };
    let mut run: Vec<Term> = tokens.iter().map(|token| if token.is_figure { FIGURE } else { term(token) }).collect();
    run.dedup_by(|next, before| *next == FIGURE && *before == FIGURE);
    let mut trigrams = Vec::with_capacity(telling.iter().map(|token| form(token).trigrams.len()).sum());
    telling.iter().for_each(|token| trigrams.extend_from_slice(&form(token).trigrams));
    Sentence {
        clauses,
        quoted,
        pairs: sorted(telling.windows(2).map(|pair| (term(pair[0]), term(pair[1])))),
        numbers: sorted(tokens.iter().filter(|token| token.is_figure && !form(token).is_stop).map(term)),
        places: sorted(run.iter().copied().zip(0..)),
        run,
        words: sorted(
            tokens.iter().filter(|token| !token.is_figure && !form(token).is_commonest).map(|token| form(token).stem),
        ),
        all: sorted(tokens.iter().filter(|token| !token.is_figure).map(term)),
        trigrams: sorted(trigrams.into_iter()),
        details: stems.iter().map(|&(.., detail)| detail).collect(),
        spans: stems.iter().map(|&(_, span, _)| span).collect(),
        stems: stems.into_iter().map(|(term, ..)| term).collect(),
        has_amount: figures
            .iter()
            .any(|figure| !matches!(figure.kind, Kind::Date | Kind::Time | Kind::Ordinal | Kind::Label)),
        n_words: tokens.iter().filter(|token| !token.is_figure).count(),
        ..Sentence::default()
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// Story weight ln((n + 1) / f) over all claims, as a share of ln(n + 1), so that weights of short and long stories compare;
/// article weight the same over the claims of an average article that has the stem.
fn weigh(articles: &[Vec<Sentence>], n_terms: usize) -> Vec<[f64; 2]> {
    let n_claims: usize = articles.iter().map(Vec::len).sum();
    let mut claims_with = vec![0_u32; n_terms];
    let mut articles_with = vec![0_u32; n_terms];
    let mut last_article = vec![usize::MAX; n_terms];
    let mut last_claim = vec![usize::MAX; n_terms];
    let claims =
        articles.iter().enumerate().flat_map(|(idx, article)| article.iter().map(move |sentence| (idx, sentence)));
    for (claim, (article, sentence)) in claims.enumerate() {
        for &term in sentence.words.iter().chain(&sentence.stems).chain(&sentence.numbers) {
            let term = term as usize;
            claims_with[term] += u32::from(last_claim[term] != claim);
            articles_with[term] += u32::from(last_article[term] != article);
            (last_claim[term], last_article[term]) = (claim, article);
        }
    }
    let n_claims = n_claims as f64;
    let per_article = n_claims / (articles.len().max(1) as f64);
    let weight =
        |n: f64, frequency: f64| 1.0 - frequency.max(1.0).min(n + 1.0).ln() / (n + 1.0).ln().max(f64::MIN_POSITIVE);
    claims_with
        .iter()
        .zip(&articles_with)
        .map(|(&claims, &articles)| {
            let within = f64::from(claims) / f64::from(articles.max(1));
            [weight(n_claims, f64::from(claims)), weight(per_article, within)]
        })
        .collect()
}
