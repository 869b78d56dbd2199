//! Titles that more words tell apart: two findings of one story are not called the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::words::Story;
use super::super::{Condition, Finding, FindingKind};
use super::claims;
use super::reader::Reader;

/// Adds words to the titles that several of `findings` have.
pub(in crate::findings) fn tell_apart(story: &Story, findings: &mut [&mut Finding]) {
    let reader = Reader::new(story);
    let mut by_title: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (idx, finding) in findings.iter().enumerate() {
        by_title.entry(finding.what.to_lowercase()).or_default().push(idx);
    }
    let mut longer: Vec<(usize, String)> = Vec::new();
    for twins in by_title.values().filter(|twins| twins.len() > 1) {
        for &idx in twins {
            let others = twins.iter().filter(|other| **other != idx).map(|&other| &*findings[other]);
            let finding = &*findings[idx];
            let words =
                within(finding).or_else(|| telling(&reader, finding, others)).or_else(|| quoted(&reader, finding));
            longer.extend(words.map(|words| (idx, words)));
        }
    }
    for (idx, words) in longer {
        let finding = &mut findings[idx];
        finding.what = format!("{} ({words})", finding.what);
    }
}

/// That a finding lies within one article.
fn within(finding: &Finding) -> Option<String> {
    let is_inside = |condition: &Condition| matches!(condition, Condition::OneArticle | Condition::HeadlineAgainstText);
    finding.why.iter().any(|reason| is_inside(&reason.condition)).then(|| "within one article".to_owned())
}

/// The words of a quotation that differ.
fn quoted(reader: &Reader, finding: &Finding) -> Option<String> {
    let first = finding.mentions.first().filter(|_| finding.kind == FindingKind::Quote)?;
    Some(format!("“{}”", reader.words(first)))
}

/// The most telling word of the claims of `finding` that the claims of `others` lack and its title does not have.
fn telling<'a>(reader: &Reader, finding: &Finding, others: impl Iterator<Item = &'a Finding>) -> Option<String> {
    let known: FxHashSet<u32> = others
        .flat_map(|other| claims(&other.mentions))
        .flat_map(|claim| reader.story.stems(claim).iter().copied())
        .collect();
    let title = finding.what.to_lowercase();
    let own = claims(&finding.mentions);
    let first = *own.first()?;
    let words = &reader.sentence(first).words;
    let n_holding = |stem: u32| own.iter().filter(|claim| reader.story.stems(**claim).contains(&stem)).count();
    let fits = |idx: &usize| {
        let word = &words[*idx];
        word.is_content
            && !known.contains(&word.stem)
            && !title.contains(&word.lower)
            && (reader.is_noun(&word.lower) || word.is_capital)
            && (finding.kind != FindingKind::Name || !word.is_capital)
    };
    let best = (0..words.len()).filter(fits).max_by(|&p, &q| {
        let key = |idx: usize| (n_holding(words[idx].stem), reader.is_noun(&words[idx].lower));
        key(p).cmp(&key(q)).then(q.cmp(&p))
    })?;
    Some(reader.text(first, best..best + 1))
}
