//! The steps of alignment, one after the other.

use rayon::prelude::*;

use super::features::Features;
use super::score::{NEAR, THRESHOLD};
use super::terms::Terms;
use super::{Alignment, Certainty, ClaimId, Link, Options, candidates, copies, related, rows, table, walk};
use crate::article::BlockKind;
use crate::article::credit::credits;
use crate::story::Story;
use crate::text::Span;

/// Links that score at least this are [likely](Certainty::Medium): on unseen stories 87 of 100 were links.
const LIKELY: f64 = 0.60;
/// Links that score at least this are [as good as sure](Certainty::High): on unseen stories 95 of 100 were links.
const SURE: f64 = 0.80;
/// So many shared words are named as reasons.
const MOST_WORDS: usize = 6;

/// Aligns the claims of `story`. Indices of articles in the answer are those of the order in which they were given.
///
/// ```
/// use std::sync::Arc;
/// use crosscheck::{alignment::{Options, align}, analysis::analyze, article::Article, story::Story};
///
/// let post = "A court in Alder sentenced three smugglers to prison on Thursday.";
/// let wire = "A court in Alder sentenced nine smugglers to prison on Thursday.";
/// let articles = [("Post", post), ("Wire", wire)].map(|(name, text)| analyze(Arc::new(Article::from_text(name, text))));
/// let alignment = align(&Story::read(&articles), &Options::default());
/// assert_eq!(alignment.rows.len(), 1);
/// assert!(alignment.links[0].score > 0.8);
/// ```
pub fn align(story: &Story, options: &Options) -> Alignment {
    // Once for all steps: to hand each of them to the other threads from outside and sleep would take as long as
    // aligning a short story.
    rayon::scope(|_| align_here(story, options))
}

/// The agencies that each article is credited to, in the order in which the articles were given.
fn credited(story: &Story) -> Vec<Vec<&'static str>> {
    let mut credited = vec![Vec::new(); story.articles().len()];
    for (idx, analysis) in story.articles().iter().enumerate() {
        if let Some(own) = credited.get_mut(story.given(idx)) {
            *own = credits(&analysis.article);
        }
    }
    credited
}

/// The same on a thread of the pool.
fn align_here(story: &Story, options: &Options) -> Alignment {
    let terms = read(story);
    let least = options.min_score.map_or(NEAR, |least| least.min(NEAR));
    let (mut links, mut in_common, mut near_misses) = (Vec::new(), Vec::new(), Vec::new());
    for ((a, b), pairs) in candidates::score_all(&terms, least) {
        for pair in pairs {
            let is_note =
                |article: usize, claim: usize| story.articles()[article].claims[claim].block == BlockKind::Correction;
            if is_note(a, pair.i) || is_note(b, pair.j) {
                continue;
            }
            let (a, b) = (ClaimId::at(a, pair.i), ClaimId::at(b, pair.j));
            let link = Link { a, b, score: pair.score, certainty: certainty(pair.score), shared: Vec::new() };
            if pair.score >= THRESHOLD {
                links.push(link);
                continue;
            }
            if pair.related >= related::LEAST {
                in_common.push(link.clone());
            }
            if pair.score >= least {
                near_misses.push(link);
            }
        }
    }
    let mut rows = rows::rows(&links);
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
    let mut copied = copies::copied(&terms);
    for pair in &mut copied {
        let (a, b) = (story.given(pair.a), story.given(pair.b));
        (pair.a, pair.b) = (a.min(b), a.max(b));
    }
    copied.sort_by_key(|pair| (pair.a, pair.b));
    let origins = copies::origins(&copied, &credited(story));
    Alignment {
        links: finish(links),
        related: finish(in_common),
        rows,
        near_misses: finish(near_misses),
        copied,
        origins,
    }
}

/// Returns what the forests are fitted to: for every two articles of `story`, in its order, the candidates among their
/// claims and what is measured of them.
pub fn measure(story: &Story) -> Vec<(ClaimId, ClaimId, Features)> {
    candidates::measure_all(&read(story))
}

/// The words of `story`, and which claims of one article have them again.
fn read<'a>(story: &'a Story) -> Terms<'a> {
    let mut terms = Terms::read(story);
    table::mark_repeated(&mut terms);
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

/// The most informative words that two claims share, as printed in `a`.
fn shared_words(story: &Story, terms: &Terms, a: ClaimId, b: ClaimId) -> Vec<String> {
    let (x, y) = (&terms.articles[a.article][a.claim], &terms.articles[b.article][b.claim]);
    let mut shared: Vec<(f64, Span)> = Vec::with_capacity(x.stems.len().min(y.stems.len()));
    walk::for_common(&x.stems, &y.stems, |p, _| shared.push((terms.weight(x.stems[p]), x.spans[p])));
    shared.sort_unstable_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let article = story.articles()[a.article];
    shared.into_iter().take(MOST_WORDS).map(|(_, span)| article.words(span).to_owned()).collect()
}
