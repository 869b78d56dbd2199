//! What stands around every figure of a story.

use std::ops::Range;

use crate::alignment::ClaimId;
use crate::figures::{Figure, Kind};
use crate::findings::pairing::pairs;
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Stem, Story};

/// A telling word of a sentence, seen from one of its figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) stem: Stem,
    /// How telling it is within the story.
    pub(super) weight: f32,
    /// 1 beside the figure, less with every word between.
    pub(super) nearness: f32,
    /// Whether it is printed as a name is.
    pub(super) is_name: bool,
}

/// What stands around a figure.
pub(super) struct Around<'a> {
    /// Its claim.
    pub(super) claim: ClaimId,
    /// Its index there.
    pub(super) idx: usize,
    pub(super) figure: &'a Figure,
    pub(super) sentence: &'a Sentence,
    /// The words it covers.
    pub(super) range: Range<usize>,
    /// The word it counts, as an index into the sentence.
    pub(super) head: Option<usize>,
    /// Telling words of its sentence, each stem once, sorted by stem.
    pub(super) near: Vec<Near>,
    /// The same of its clause alone.
    pub(super) in_clause: Vec<Near>,
    /// The same of its sentence, the one before and the one after.
    pub(super) wide: Vec<Near>,
}

/// A word counts this much less for every word that stands between.
const FADING: f32 = 0.88;

/// Every figure of `story` that counts, measures or dates something, in reading order.
pub(super) fn read<'a>(story: &'a Story<'a>) -> Vec<Around<'a>> {
    let mut all = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, figures) in analysis.figures.iter().enumerate() {
            let id = ClaimId::at(article, claim);
            let wanted = figures.iter().enumerate().filter(|(_, figure)| figure.kind != Kind::Label);
            all.extend(wanted.filter_map(|(idx, _)| around(story, id, idx)));
        }
    }
    all
}

fn around<'a>(story: &'a Story<'a>, id: ClaimId, idx: usize) -> Option<Around<'a>> {
    let analysis = story.articles[id.article];
    let claim = &analysis.claims[id.claim];
    let figure = analysis.figures[id.claim].get(idx)?;
    let sentence = story.sentence(id);
    let range = sentence.figures.get(idx)?.clone();
    let clause = claim.clauses.iter().find(|clause| clause.overlaps(figure.span)).copied().unwrap_or(claim.span);
    let first = sentence.words.partition_point(|word| word.span.end <= clause.start);
    let last = sentence.words.partition_point(|word| word.span.start < clause.end);
    let head = pairs::head(story, (id, idx));
    let head = head.map(|head| sentence.words.partition_point(|word| word.span.start < head.span.start));
    let near = seen_from(story, sentence, &range, 0..sentence.words.len());
    let in_clause = seen_from(story, sentence, &range, first.min(range.start)..last.max(range.end));
    let mut wide = near.clone();
    for other in [id.claim.0.checked_sub(1), Some(id.claim.0 + 1)].into_iter().flatten() {
        if let Some(sentence) = story.sentences[id.article].get(other) {
            wide.extend(seen_from(story, sentence, &(0..0), 0..sentence.words.len()));
        }
    }
    wide.sort_by_key(|near| near.stem);
    wide.dedup_by_key(|near| near.stem);
    Some(Around { claim: id, idx, figure, sentence, range, head, near, in_clause, wide })
}

/// The telling words of `sentence` that lie `within` a range of words, seen from the words `range`.
fn seen_from(story: &Story, sentence: &Sentence, range: &Range<usize>, within: Range<usize>) -> Vec<Near> {
    let words = &sentence.words;
    let is_telling = |idx: usize| within.contains(&idx) && words[idx].is_content && !words[idx].is_figure;
    let seen = |(idx, distance): (usize, u32)| {
        let word = &words[idx];
        let is_name = word.is_capital && (idx > 0 || words.get(1).is_some_and(|next| next.is_capital));
        let weight = story.weight(word.stem) as f32;
        Near { stem: word.stem, weight, nearness: FADING.powf(distance as f32), is_name }
    };
    let told = slot::distances(words, range).filter(|&(idx, _)| is_telling(idx));
    let mut all: Vec<Near> = told.map(seen).collect();
    all.sort_by(|p, q| p.stem.cmp(&q.stem).then(q.nearness.total_cmp(&p.nearness)));
    all.dedup_by_key(|entry| entry.stem);
    all
}
