//! Alignment: which claims of different articles say the same thing.
//!
//! Comes in: the [`Story`](crate::story::Story). Goes out: pairwise [`Link`]s with their score, and [`Row`]s, the
//! groups of claims over all articles, with gaps where an article is silent. The same rows come out whatever the order
//! of the articles.
//!
//! Up to 40 articles every two are compared claim by claim, and the time grows with the pairs of articles; beyond,
//! blocking leaves a bounded number of partners of each claim to be looked at closely, and the rest is a quick pass
//! over all. Measured on one core on articles of 30 sentences, made as in `benches/compare.rs` (words as frequent as in
//! news, a fifth of the articles printed from an agency):
//!
//! | articles | sentences | time, as a multiple of 3 articles' | a sentence | memory of the process |
//! |---|---|---|---|---|
//! | 3 | 90 | 1 (1.1 ms) | 12 µs | 12 MB |
//! | 10 | 300 | 5 | 19 µs | 13 MB |
//! | 100 | 3,000 | 105 | 40 µs | 30 MB |
//! | 1,000 | 30,000 | 3,400 | 125 µs | 260 MB |
//!
//! Ten articles of 300 sentences take 155 times as long as three of 30. A second core nearly halves all of it.

mod align;
mod around;
mod blocking;
mod candidates;
mod copies;
mod distinctive;
pub mod features;
mod index;
mod overlap;
mod related;
mod rows;
mod score;
mod sequence;
mod support;
mod table;
mod terms;
mod walk;

pub use self::align::{align, measure};
pub use self::index::RowIndex;
pub use self::related::judge_related_with;
// Part of this module's own interface: links and rows speak of claims.
pub use crate::story::{ClaimId, ClaimIndex};

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
    /// The shared words that decided, most informative first, as printed in `a`.
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
    /// Share of the shorter article's words that are word for word in the other, 0 to 1.
    pub share: f64,
}

/// Which claims say the same thing.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// The pairs that were linked, sorted by place.
    pub links: Vec<Link>,
    /// The groups they form, each of at least two articles, in reading order.
    pub rows: Vec<Row>,
    /// Pairs that scored too low to be linked but probably have something in common, sorted by place: half to two
    /// thirds of them do. They join no row. None are looked for in stories of more than 40 articles.
    pub related: Vec<Link>,
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
