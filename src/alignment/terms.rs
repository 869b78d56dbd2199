//! The words of every claim as numbers, and how telling each is within the loaded articles.
//!
//! Comes in: the analyses. Goes out: [`Terms`]. A word counts by its stem, or by the event it names where
//! `event_words.tsv` knows its form (jailed, imprisoned: sentence). Stop words count only in runs. Words that belong to a figure stand
//! apart: in runs every figure is the same placeholder, and a value counts only where both claims have it, so that
//! differing numbers never lower a score. Names are words with a capital that the start of a sentence does not explain.
//! Time and space are linear in the text.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::Analysis;
use crate::claims::Claim;
use crate::figures::Figure;
use crate::lexicon;
use crate::text::{Span, repair};

/// The number of a stem; equal numbers mean equal stems within one story.
pub(super) type Term = u32;

/// Stands for any figure in a run of words.
const FIGURE: Term = 0;
/// Words with the same first letters are taken for forms of one word where stems differ (Italy, Italian).
const PREFIX: usize = 5;
/// In a sentence with a larger share of capitals than this, they are the style of a headline and name nobody.
const HEADLINE_CAPITALS: f64 = 0.6;

static STOP: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::STOP_WORDS.rows().map(|row| row[0]).collect());
static EVENTS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::EVENT_WORDS.rows().map(|row| (row[0], row[1])).collect());

/// The words of one claim.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// Its telling stems, sorted, each once.
    pub(super) stems: Vec<Term>,
    /// For each of them: whether it is a name, whether it belongs to who said it, its prefix, where it is first printed.
    pub(super) details: Vec<Detail>,
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
    /// All its words but figures, sorted, each once.
    pub(super) all: Vec<Term>,
    /// The groups of three letters in its words but figures, hashed, sorted, each once.
    pub(super) trigrams: Vec<u32>,
    /// How alike the most alike other claim of its own article is that does not repeat it, 0 to 1.
    pub(super) repeated: f64,
    /// The claims of its own article that repeat it.
    pub(super) repeats: Vec<usize>,
    /// Sum of the weights of each of `clauses`.
    pub(super) clause_totals: Vec<f64>,
    /// Sum of the weights of `stems`, rare within the loaded articles, and rare within each of them.
    pub(super) total: [f64; 2],
}

/// What else is known of a stem in a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Detail {
    pub(super) is_name: bool,
    pub(super) is_credit: bool,
    pub(super) prefix: Term,
    pub(super) span: Span,
}

/// The words of all claims of a story.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// For each article, for each claim, its words.
    pub(super) articles: Vec<Vec<Sentence>>,
    /// How telling a stem is: the logarithm of how few claims of the story hold it, and of how few of an article that has it.
    pub(super) weights: Vec<[f64; 2]>,
}

struct Token<'a> {
    printed: &'a str,
    lower: String,
    term: Term,
    span: Span,
    is_stop: bool,
    is_figure: bool,
    is_name: bool,
}

#[derive(Default)]
struct Interner {
    numbers: FxHashMap<String, Term>,
}

impl Interner {
    fn intern(&mut self, word: &str) -> Term {
        // FIGURE is taken.
        let next = Term::try_from(self.numbers.len() + 1).unwrap_or(Term::MAX);
        if let Some(&term) = self.numbers.get(word) {
            return term;
        }
        self.numbers.insert(word.to_owned(), next);
        next
    }
}

impl Terms {
    /// Reads the words of `articles`.
    pub(super) fn read(articles: &[&Analysis]) -> Self {
        let mut interner = Interner::default();
        let stemmer = Stemmer::create(Algorithm::English);
        let mut tokens: Vec<Vec<Vec<Token>>> = articles
            .iter()
            .map(|analysis| {
                let claims = analysis.claims.iter().zip(&analysis.figures);
                claims.map(|(claim, figures)| tokens_of(analysis, claim, figures, &stemmer, &mut interner)).collect()
            })
            .collect();
        mark_names(&mut tokens);
        let read: Vec<Vec<Sentence>> = articles
            .iter()
            .zip(&tokens)
            .map(|(analysis, claims)| {
                analysis
                    .claims
                    .iter()
                    .zip(claims)
                    .map(|(claim, tokens)| sentence(claim, tokens, &mut interner))
                    .collect()
            })
            .collect();
        let weights = weigh(&read, interner.numbers.len() + 1);
        let mut terms = Self { articles: read, weights };
        for sentence in terms.articles.iter_mut().flatten() {
            for kind in 0..2 {
                sentence.total[kind] = sentence.stems.iter().map(|&stem| terms.weights[stem as usize][kind]).sum();
            }
            let total = |clause: &Vec<Term>| clause.iter().map(|&stem| terms.weights[stem as usize][0]).sum();
            sentence.clause_totals = sentence.clauses.iter().map(total).collect();
        }
        terms
    }

    /// How telling `stem` is, rare within the loaded articles.
    pub(super) fn weight(&self, stem: Term) -> f64 {
        self.weights[stem as usize][0]
    }
}

fn tokens_of<'a>(
    analysis: &'a Analysis,
    claim: &Claim,
    figures: &[Figure],
    stemmer: &Stemmer,
    interner: &mut Interner,
) -> Vec<Token<'a>> {
    let printed = analysis.words(claim.span);
    let repaired = repair(printed);
    let mut tokens = Vec::new();
    let mut at = 0;
    let text: &str = &repaired.text;
    while let Some(from) = text[at..].find(char::is_alphanumeric).map(|found| at + found) {
        let length = text[from..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - from);
        at = from + length;
        let word = &text[from..at];
        // The rest of "don't" and "Roe's".
        let before = text[..from].chars().next_back();
        if matches!(before, Some('\'' | '’')) && matches!(word, "s" | "t" | "re" | "ve" | "ll" | "d" | "m") {
            continue;
        }
        let span = repaired.printed(Span::new(from, at)).shift(claim.span.start);
        let lower = word.to_lowercase();
        let stem = match EVENTS.get(lower.as_str()) {
            Some(event) => format!("={event}"),
            None => stemmer.stem(&lower).into_owned(),
        };
        tokens.push(Token {
            printed: span.of(&analysis.article.text),
            term: interner.intern(&stem),
            span,
            is_stop: STOP.contains(lower.as_str()),
            is_figure: figures.iter().any(|figure| figure.span.overlaps(span))
                || word.starts_with(|c: char| c.is_ascii_digit()),
            is_name: false,
            lower,
        });
    }
    tokens
}

/// Marks the names: capitalized inside a sentence, or at its start and nowhere in lower case.
fn mark_names(articles: &mut [Vec<Vec<Token>>]) {
    let is_capital = |token: &Token| token.printed.starts_with(char::is_uppercase);
    let is_headline = |tokens: &[Token]| {
        let telling = tokens.iter().filter(|token| !token.is_stop && !token.is_figure);
        let (n_capital, n) =
            telling.fold((0_u32, 0_u32), |(n_capital, n), token| (n_capital + u32::from(is_capital(token)), n + 1));
        n >= 4 && f64::from(n_capital) > HEADLINE_CAPITALS * f64::from(n)
    };
    let mut small: FxHashSet<Term> = FxHashSet::default();
    let mut inside: FxHashSet<Term> = FxHashSet::default();
    for tokens in articles.iter().flatten().filter(|tokens| !is_headline(tokens)) {
        small.extend(tokens.iter().filter(|token| !is_capital(token)).map(|token| token.term));
        inside.extend(tokens.iter().skip(1).filter(|token| is_capital(token)).map(|token| token.term));
    }
    for tokens in articles.iter_mut().flatten() {
        let is_headline = is_headline(tokens);
        for idx in 0..tokens.len() {
            let follows = tokens.get(idx + 1).is_some_and(is_capital);
            let token = &tokens[idx];
            let is_name = is_capital(token)
                && !token.is_stop
                && if idx == 0 || is_headline {
                    !small.contains(&token.term) && (inside.contains(&token.term) || follows && !is_headline)
                } else {
                    true
                };
            tokens[idx].is_name = is_name;
        }
    }
}

fn sentence(claim: &Claim, tokens: &[Token], interner: &mut Interner) -> Sentence {
    let telling: Vec<&Token> = tokens.iter().filter(|token| !token.is_stop && !token.is_figure).collect();
    let credit = claim.attribution.map(|attribution| attribution.span);
    let mut stems: Vec<(Term, Detail)> = telling
        .iter()
        .map(|token| {
            let prefix = token
                .lower
                .char_indices()
                .nth(PREFIX)
                .map_or(token.term, |(end, _)| interner.intern(&format!("{}…", &token.lower[..end])));
            let is_credit = credit.is_some_and(|credit| credit.contains(token.span));
            (token.term, Detail { is_name: token.is_name, is_credit, prefix, span: token.span })
        })
        .collect();
    stems.sort_by_key(|&(term, detail)| (term, detail.span));
    stems.dedup_by_key(|&mut (term, _)| term);
    let of = |span: Span| sorted(telling.iter().filter(|token| span.contains(token.span)).map(|token| token.term));
    let clauses =
        if claim.clauses.len() > 1 { claim.clauses.iter().map(|&span| of(span)).collect() } else { Vec::new() };
    let mut pairs: Vec<(Term, Term)> = telling.windows(2).map(|pair| (pair[0].term, pair[1].term)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut run: Vec<Term> = tokens.iter().map(|token| if token.is_figure { FIGURE } else { token.term }).collect();
    run.dedup_by(|next, before| *next == FIGURE && *before == FIGURE);
    let mut places: Vec<(Term, u32)> = run.iter().copied().zip(0..).collect();
    places.sort_unstable();
    Sentence {
        clauses,
        quoted: sorted(
            telling
                .iter()
                .filter(|token| claim.quotes.iter().any(|quote| quote.contains(token.span)))
                .map(|token| token.term),
        ),
        pairs,
        numbers: sorted(tokens.iter().filter(|token| token.is_figure && !token.is_stop).map(|token| token.term)),
        run,
        places,
        all: sorted(tokens.iter().filter(|token| !token.is_figure).map(|token| token.term)),
        trigrams: trigrams(tokens),
        details: stems.iter().map(|&(_, detail)| detail).collect(),
        stems: stems.into_iter().map(|(term, _)| term).collect(),
        repeated: 0.0,
        repeats: Vec::new(),
        clause_totals: Vec::new(),
        total: [0.0; 2],
    }
}

fn trigrams(tokens: &[Token]) -> Vec<u32> {
    let telling = tokens.iter().filter(|token| !token.is_figure && !token.is_stop);
    sorted(telling.flat_map(|token| {
        let letters: Vec<char> = std::iter::once(' ').chain(token.lower.chars()).chain([' ']).collect();
        let hash = |group: &[char]| group.iter().fold(0_u32, |hash, &c| hash.wrapping_mul(0x9e37_79b1) ^ u32::from(c));
        letters.windows(3).map(hash).collect::<Vec<u32>>()
    }))
}

fn sorted(terms: impl Iterator<Item = Term>) -> Vec<Term> {
    let mut terms: Vec<Term> = terms.collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Story weight ln((n + 1) / f) over all claims, as a share of ln(n + 1), so that weights of short and long stories compare;
/// article weight the same over the claims of an average article that has the stem.
fn weigh(articles: &[Vec<Sentence>], n_terms: usize) -> Vec<[f64; 2]> {
    let n_claims: usize = articles.iter().map(Vec::len).sum();
    let mut claims_with = vec![0_u32; n_terms];
    let mut articles_with = vec![0_u32; n_terms];
    let mut last_article = vec![usize::MAX; n_terms];
    for (idx, article) in articles.iter().enumerate() {
        for sentence in article {
            for &term in sentence.stems.iter().chain(&sentence.numbers) {
                claims_with[term as usize] += 1;
                if last_article[term as usize] != idx {
                    last_article[term as usize] = idx;
                    articles_with[term as usize] += 1;
                }
            }
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
