//! The words of every claim, read once and shared by all kinds of finding.
//!
//! Takes the analyses. Returns a [`Story`]: for each claim its [`Word`]s with their stem, where synonyms of news events
//! and of counted nouns (`event_words.tsv`, `counted_nouns.tsv`) have one stem, and how telling each stem is within the
//! loaded articles. Debris of earlier conversions is read past; spans point into the printed text.

use std::ops;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::ClaimId;
use crate::analysis::Analysis;
use crate::figures::{Day, Figure, Quantity, Range};
use crate::story::lists;
use crate::text::Span;
use crate::text::word::{self, Clean, Cut, PART};

/// A stem's number; equal numbers mean equal stems within one story.
pub(in crate::findings) type Stem = u32;

/// The articles of a story and the words of their claims.
pub(in crate::findings) struct Story<'a> {
    /// The articles, in the order in which they are worked on.
    pub(in crate::findings) articles: Vec<&'a Analysis>,
    /// For each article, for each claim, its words.
    pub(in crate::findings) sentences: Vec<Vec<Sentence>>,
    /// For each article, the values it gives.
    values: Vec<FxHashSet<ValueKey>>,
    /// How telling each stem is: the fewer claims hold it, the more.
    weights: Vec<f64>,
}

/// The words of a claim.
#[derive(Debug, Default)]
pub(in crate::findings) struct Sentence {
    /// The words in order.
    pub(in crate::findings) words: Vec<Word>,
    /// For each figure of the claim, the words it covers.
    pub(in crate::findings) figures: Vec<ops::Range<usize>>,
    /// Its telling stems, sorted, each once.
    stems: Vec<Stem>,
}

/// A word of a claim.
#[derive(Debug)]
pub(in crate::findings) struct Word {
    /// Where it is printed.
    pub(in crate::findings) span: Span,
    /// In lower case, without a genitive's ending, typographic apostrophes made plain.
    pub(in crate::findings) lower: String,
    /// Its stem; synonyms share one.
    pub(in crate::findings) stem: Stem,
    /// Whether it tells something: no stop word, no part of a figure.
    pub(in crate::findings) is_content: bool,
    /// Whether it belongs to a figure.
    pub(in crate::findings) is_figure: bool,
    /// Whether it begins with a capital letter.
    pub(in crate::findings) is_capital: bool,
    /// Whether it is a longer word all in capitals, as in a dateline.
    pub(in crate::findings) is_shout: bool,
    /// Whether a comma, colon, dash, bracket or the like is between it and the word before.
    pub(in crate::findings) after_break: bool,
    /// Whether a quotation mark is between it and the word before.
    pub(in crate::findings) after_quote: bool,
}

impl Word {
    /// Returns whether it looks like a part of a name: it has a capital that neither the beginning of a sentence
    /// explains (`idx` is its place there) nor that of a quotation.
    pub(in crate::findings) fn is_name(&self, idx: usize) -> bool {
        self.is_capital && idx > 0 && !self.after_quote
    }
}

impl Sentence {
    /// Returns whether both name the same: a capitalized word past the first is in both, or both begin with the same
    /// word.
    pub(in crate::findings) fn shares_name(&self, other: &Self) -> bool {
        let name = |(idx, word): (usize, &Word)| {
            (word.is_name(idx) && word.is_content && !word.is_figure).then_some(word.stem)
        };
        let theirs: Vec<Stem> = other.words.iter().enumerate().filter_map(name).collect();
        self.words.iter().enumerate().filter_map(name).any(|stem| theirs.contains(&stem))
            || self.words.first().zip(other.words.first()).is_some_and(|(p, q)| p.stem == q.stem)
    }
}

pub(in crate::findings) use lists::is_past;

/// A figure: its claim and its index there.
pub(in crate::findings) type Place = (ClaimId, usize);

impl<'a> Story<'a> {
    /// Returns the figure at `place`.
    pub(in crate::findings) fn figure(&self, (claim, idx): Place) -> &Figure {
        &self.articles[claim.article].figures[claim.claim][idx]
    }

    /// Returns the index of the figure of `claim` that lies within `span`.
    pub(in crate::findings) fn figure_at(&self, claim: ClaimId, span: Span) -> Option<usize> {
        self.articles[claim.article].figures[claim.claim].iter().position(|figure| span.contains(figure.span))
    }

    /// Returns every claim, by article and place.
    pub(in crate::findings) fn claims(&self) -> impl Iterator<Item = ClaimId> {
        (0..self.sentences.len()).flat_map(|article| self.claims_of(article))
    }

    /// Returns the claims of the article at `article`, in reading order.
    pub(in crate::findings) fn claims_of(&self, article: usize) -> impl Iterator<Item = ClaimId> + use<> {
        (0..self.sentences[article].len()).map(move |claim| ClaimId::at(article, claim))
    }

    /// Returns the words of `claim`.
    pub(in crate::findings) fn sentence(&self, claim: ClaimId) -> &Sentence {
        &self.sentences[claim.article][claim.claim]
    }

    /// Reads the words of `articles`.
    pub(in crate::findings) fn read(articles: Vec<&'a Analysis>) -> Self {
        let mut stems = Stems::default();
        let sentences: Vec<Vec<Sentence>> = articles
            .iter()
            .map(|analysis| {
                let claims = analysis.claims.iter().zip(&analysis.figures);
                claims
                    .map(|(claim, figures)| {
                        let mut words = split(&analysis.article.text, claim.span, &mut stems);
                        let figures = figures.iter().map(|figure| cover(&mut words, figure.span)).collect();
                        let mut stems: Vec<Stem> =
                            words.iter().filter(|word| word.is_content).map(|word| word.stem).collect();
                        stems.sort_unstable();
                        stems.dedup();
                        Sentence { words, figures, stems }
                    })
                    .collect()
            })
            .collect();
        let weights = weigh(&sentences, stems.len());
        let values = articles
            .iter()
            .map(|analysis| analysis.figures.iter().flatten().map(|figure| value_key(&figure.quantity)).collect())
            .collect();
        Self { articles, sentences, values, weights }
    }

    /// Returns whether `article` gives the value of `figure` anywhere.
    pub(in crate::findings) fn says(&self, article: usize, figure: &Figure) -> bool {
        self.values[article].contains(&value_key(&figure.quantity))
    }

    /// Returns the telling stems of the claim at `id`, sorted, each once.
    pub(in crate::findings) fn stems(&self, id: ClaimId) -> &[Stem] {
        &self.sentences[id.article][id.claim].stems
    }

    /// Returns the likeness of two claims, 0 to 1: the Dice coefficient of their content words, weighed.
    pub(in crate::findings) fn alike(&self, a: ClaimId, b: ClaimId) -> f64 {
        let (x, y) = (self.stems(a), self.stems(b));
        let total = |stems: &[Stem]| stems.iter().map(|&stem| self.weight(stem)).sum::<f64>();
        let shared: f64 = x.iter().filter(|stem| y.binary_search(stem).is_ok()).map(|&stem| self.weight(stem)).sum();
        2.0 * shared / (total(x) + total(y)).max(f64::MIN_POSITIVE)
    }

    /// Returns the share of the content words of `a` that `b` has too, weighed, 0 to 1.
    pub(in crate::findings) fn holds(&self, a: ClaimId, b: ClaimId) -> f64 {
        let (x, y) = (self.stems(a), self.stems(b));
        let total: f64 = x.iter().map(|&stem| self.weight(stem)).sum();
        let shared: f64 = x.iter().filter(|stem| y.binary_search(stem).is_ok()).map(|&stem| self.weight(stem)).sum();
        shared / total.max(f64::MIN_POSITIVE)
    }

    /// Returns how telling `stem` is: 0 for one that is in every claim.
    pub(in crate::findings) fn weight(&self, stem: Stem) -> f64 {
        self.weights.get(stem as usize).copied().unwrap_or(0.0)
    }
}

/// A value by which equal ones are found: what it measures, and its bounds in the base unit.
type ValueKey = (&'static str, [u64; 2]);

fn value_key(quantity: &Quantity) -> ValueKey {
    let day = |day: Option<Day>| {
        day.map_or(u64::MAX, |day| {
            let field = |value: Option<u8>| u64::from(value.unwrap_or(u8::MAX));
            let year = day.year.map_or(u64::from(u16::MAX), |year| u64::from(year.unsigned_abs()));
            year << 24 | field(day.month) << 16 | field(day.day) << 8 | field(day.weekday)
        })
    };
    match quantity.range {
        Range::Number { .. } => {
            let (low, high) = quantity.in_base_unit().unwrap_or((None, None));
            // Seven digits: conversion noise is no other value.
            let bits = |value: Option<f64>| value.map_or(u64::MAX, |value| f64::from(value as f32).to_bits());
            (quantity.unit.map_or("", |unit| unit.dimension), [bits(low), bits(high)])
        }
        Range::Date { low, high } => ("date", [day(low), day(high)]),
        Range::Time { low, high } => {
            let minutes = |time: Option<u16>| time.map_or(u64::MAX, u64::from);
            ("time", [minutes(low), minutes(high)])
        }
    }
}

#[derive(Default)]
struct Stems {
    ids: FxHashMap<String, Stem>,
    of_word: FxHashMap<String, (Stem, bool)>,
}

impl Stems {
    fn len(&self) -> usize {
        self.ids.len()
    }

    /// The stem of `lower` and whether it is a content word.
    fn of(&mut self, lower: &str) -> (Stem, bool) {
        if let Some(&known) = self.of_word.get(lower) {
            return known;
        }
        let stem = stem(lower);
        let next = self.ids.len() as Stem;
        let id = *self.ids.entry(stem).or_insert(next);
        let answer = (id, !lists::is_stop(lower));
        self.of_word.insert(lower.to_owned(), answer);
        answer
    }
}

/// Returns the stem of a word in lower case: of its synonym group's name where it has one.
pub(in crate::findings) fn stem(lower: &str) -> String {
    thread_local!(static STEMMER: Stemmer = Stemmer::create(Algorithm::English));
    let name = lists::counted(lower).or_else(|| lists::event_of_form(lower)).unwrap_or(lower);
    STEMMER.with(|stemmer| stemmer.stem(name).into_owned())
}

/// Claims added to the number of claims when words are weighed: in a story of two sentences a shared word would
/// otherwise tell nothing.
const SMALL_STORY: f64 = 8.0;

fn weigh(sentences: &[Vec<Sentence>], n_stems: usize) -> Vec<f64> {
    let mut frequency = vec![0_u32; n_stems];
    let mut last_seen = vec![usize::MAX; n_stems];
    let mut n_claims = 0_usize;
    for sentence in sentences.iter().flatten() {
        for word in &sentence.words {
            let stem = word.stem as usize;
            if last_seen[stem] != n_claims {
                last_seen[stem] = n_claims;
                frequency[stem] += 1;
            }
        }
        n_claims += 1;
    }
    frequency.iter().map(|&n| ((n_claims as f64 + SMALL_STORY) / f64::from(n.max(1))).ln()).collect()
}

/// Marks the words under `span` as a figure's and answers which they are.
fn cover(words: &mut [Word], span: Span) -> ops::Range<usize> {
    let start = words.partition_point(|word| word.span.end <= span.start);
    let end = words.partition_point(|word| word.span.start < span.end).max(start);
    for word in &mut words[start..end] {
        word.is_figure = true;
        word.is_content = false;
    }
    start..end
}

fn split(text: &str, claim: Span, stems: &mut Stems) -> Vec<Word> {
    let read = |word: word::Word| {
        let lower = word.lower().into_owned();
        let (stem, is_content) = stems.of(&lower);
        Word {
            span: word.span,
            lower,
            stem,
            is_content,
            is_figure: false,
            is_capital: word.is_capital(),
            is_shout: word.text.len() > 3 && word.text.chars().all(char::is_uppercase),
            after_break: word.after(PART),
            after_quote: word.after(word::DOUBLE),
        }
    };
    Clean::of(text, claim).words(Cut::Words).map(read).collect()
}

/// Whether `c` is a double quotation mark.
pub(in crate::findings) use word::is_double_mark as is_mark;
