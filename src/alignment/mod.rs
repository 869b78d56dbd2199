//! Alignment: which claims of different articles say the same thing.
//!
//! Comes in: the [`Story`]. Goes out: pairwise [`Link`]s with their score, and [`Row`]s, the groups
//! of claims over all articles, with gaps where an article is silent. The same rows come out whatever the order of the articles.
//!
//! Up to 40 articles every two are compared claim by claim, and the time grows with the pairs of articles; beyond, in a crowd, only a
//! bounded number of partners of each claim is looked at closely, and the rest is a quick pass over all. Measured on one core on
//! articles of 30 sentences, made as in `benches/compare.rs` (words as frequent as in news, a fifth of the articles printed from an agency):
//!
//! | articles | sentences | time, as a multiple of 3 articles' | a sentence | memory of the process |
//! |---|---|---|---|---|
//! | 3 | 90 | 1 (1.1 ms) | 12 µs | 12 MB |
//! | 10 | 300 | 5 | 19 µs | 13 MB |
//! | 100 | 3,000 | 105 | 40 µs | 30 MB |
//! | 1,000 | 30,000 | 3,400 | 125 µs | 260 MB |
//!
//! Ten articles of 300 sentences take 155 times as long as three of 30. A second core nearly halves all of it.

mod around;
mod copied;
mod crowd;
mod exclusive;
pub mod features;
mod group;
mod likeness;
mod longest;
mod pairs;
mod score;
mod shared;
mod terms;
mod walk;

use rayon::prelude::*;

use self::features::Features;
use self::terms::Terms;
// Part of this module's own interface: links and rows speak of claims.
pub use crate::story::ClaimId;
use crate::story::Story;
use crate::text::Span;

/// Two claims of different articles that say the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The one in the earlier article.
    pub a: ClaimId,
    /// The one in the later article.
    pub b: ClaimId,
    /// How alike they are, 0 to 1.
    pub score: f64,
    /// The same in words.
    pub certainty: Certainty,
    /// The shared words that decided, most telling first, as printed in `a`.
    pub shared: Vec<String>,
}

/// How sure a judgment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Worth a look.
    Low,
    /// Likely.
    Medium,
    /// As good as sure.
    High,
}

/// Claims of several articles that say the same thing, sorted by article and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The claims; an article may have several, or none.
    pub claims: Vec<ClaimId>,
}

/// Two articles that share long runs of the same words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copied {
    /// The earlier article.
    pub a: usize,
    /// The later article.
    pub b: usize,
    /// Share of the shorter article's words that stand word for word in the other, 0 to 1.
    pub share: f64,
}

/// Which claims say the same thing.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// The pairs that were linked, sorted by place.
    pub links: Vec<Link>,
    /// The groups they form, each of at least two articles, in reading order.
    pub rows: Vec<Row>,
    /// Pairs that scored too low to be linked but high enough to be asked about, sorted by place.
    pub near_misses: Vec<Link>,
    /// Every pair of articles with copied text.
    pub copied: Vec<Copied>,
    /// Groups of articles that are probably one report, each sorted; an article on its own is a group of one.
    pub origins: Vec<Vec<usize>>,
}

/// How to align.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Keep every pair that scores at least this among `near_misses`; none keeps those close to the threshold.
    pub min_score: Option<f64>,
}

/// Pairs that score at least this are linked. `benches/alignment/train.rs` tries thresholds on news stories the model had not seen: F1 over
/// full links is best at 0.69 (0.73), over all links at 0.24 (0.64); here, between the two, it is 0.67 and 0.59, at a precision of 0.76.
const THRESHOLD: f64 = 0.445;
/// Links that score at least this are [likely](Certainty::Medium): on unseen stories 87 of 100 were links.
const LIKELY: f64 = 0.60;
/// Links that score at least this are [as good as sure](Certainty::High): on unseen stories 95 of 100 were links.
const SURE: f64 = 0.80;
/// Pairs below the threshold that score at least this are kept to be asked about: about half of the threshold.
const NEAR: f64 = 0.20;
/// So many shared words are named as reasons.
const MOST_WORDS: usize = 6;

/// Aligns the claims of `story`. Indices of articles in the answer are those of the order in which they were given.
pub fn align(story: &Story, options: &Options) -> Alignment {
    // Once for all steps: to hand each of them to the other threads from outside and sleep would take as long as aligning a short story.
    rayon::scope(|_| align_here(story, options))
}

/// The same on a thread of the pool.
fn align_here(story: &Story, options: &Options) -> Alignment {
    let terms = read(story);
    let least = options.min_score.map_or(NEAR, |least| least.min(NEAR));
    let (mut links, mut near_misses) = (Vec::new(), Vec::new());
    for ((a, b), pairs) in pairs::score_all(&terms, least) {
        for pair in pairs {
            let (a, b) = (ClaimId { article: a, claim: pair.i }, ClaimId { article: b, claim: pair.j });
            let link = Link { a, b, score: pair.score, certainty: certainty(pair.score), shared: Vec::new() };
            let kept = if pair.score >= THRESHOLD { &mut links } else { &mut near_misses };
            kept.push(link);
        }
    }
    let mut rows = group::rows(&links);
    for row in &mut rows {
        row.claims.iter_mut().for_each(|id| *id = story.given_claim(*id));
        row.claims.sort_unstable();
    }
    rows.sort_by(|x, y| x.claims.cmp(&y.claims));
    let finish = |links: Vec<Link>| {
        let mut places: Vec<(ClaimId, ClaimId, usize)> = links
            .iter()
            .enumerate()
            .map(|(idx, link)| {
                let (a, b) = (story.given_claim(link.a), story.given_claim(link.b));
                (a.min(b), a.max(b), idx)
            })
            .collect();
        places.par_sort_unstable();
        let named = places.into_par_iter().map(|(a, b, idx)| {
            let link = &links[idx];
            let is_turned = story.given_claim(link.a) != a;
            let (first, second) = if is_turned { (link.b, link.a) } else { (link.a, link.b) };
            Link { a, b, shared: shared_words(story, &terms, first, second), ..*link }
        });
        named.collect()
    };
    let mut copied = copied::copied(&terms);
    for pair in &mut copied {
        let (a, b) = (story.given(pair.a), story.given(pair.b));
        (pair.a, pair.b) = (a.min(b), a.max(b));
    }
    copied.sort_by_key(|pair| (pair.a, pair.b));
    let origins = copied::origins(&copied, story.articles().len());
    Alignment { links: finish(links), rows, near_misses: finish(near_misses), copied, origins }
}

/// What the forests are fitted to: for every two articles of `story`, in its order, the candidates among their claims and what is measured of them.
pub fn measure(story: &Story) -> Vec<(ClaimId, ClaimId, Features)> {
    pairs::measure_all(&read(story))
}

/// The words of `story`, and which claims of one article have them again.
fn read<'a>(story: &'a Story) -> Terms<'a> {
    let mut terms = Terms::read(story);
    likeness::mark_repeated(&mut terms);
    exclusive::mark_elsewhere(&mut terms);
    terms
}

fn certainty(score: f64) -> Certainty {
    if score >= SURE {
        Certainty::High
    } else if score >= LIKELY {
        Certainty::Medium
    } else {
        Certainty::Low
    }
}

/// The most telling words that two claims share, as printed in `a`.
fn shared_words(story: &Story, terms: &Terms, a: ClaimId, b: ClaimId) -> Vec<String> {
    let (x, y) = (&terms.articles[a.article][a.claim], &terms.articles[b.article][b.claim]);
    let mut shared: Vec<(f64, Span)> = Vec::with_capacity(x.stems.len().min(y.stems.len()));
    walk::for_common(&x.stems, &y.stems, |p, _| shared.push((terms.weight(x.stems[p]), x.spans[p])));
    shared.sort_unstable_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let article = story.articles()[a.article];
    shared.into_iter().take(MOST_WORDS).map(|(_, span)| article.words(span).to_owned()).collect()
}
