//! Titles that more words tell apart: two findings of one story are not called the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reader::{Holding, Reader, claims};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Finding, FindingKind};

/// Adds words to the titles that several of `findings` have.
pub(in crate::findings) fn tell_apart(story: &Story, findings: &mut [&mut Finding]) {
    let reader = Reader::new(story);
    let mut by_title: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (idx, finding) in findings.iter().enumerate() {
        by_title.entry(finding.what.to_lowercase()).or_default().push(idx);
    }
    let mut longer: Vec<(usize, String)> = Vec::new();
    for twins in by_title.values().filter(|twins| twins.len() > 1) {
        let mut holding = Holding::default();
        twins.iter().for_each(|&twin| holding.add(stems(&reader, findings[twin]).into_iter()));
        for &idx in twins {
            let finding = &*findings[idx];
            let words =
                within(finding).or_else(|| telling(&reader, finding, &holding)).or_else(|| quoted(&reader, finding));
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

/// The telling stems of the claims of `finding`.
fn stems(reader: &Reader, finding: &Finding) -> FxHashSet<u32> {
    claims(&finding.mentions).into_iter().flat_map(|claim| reader.story.stems(claim).iter().copied()).collect()
}

/// The most telling word of the claims of `finding` that the claims of its twins lack and its title does not have;
/// `holding` counts the twins and itself.
fn telling(reader: &Reader, finding: &Finding, holding: &Holding) -> Option<String> {
    let title = finding.what.to_lowercase();
    let own = claims(&finding.mentions);
    let first = *own.first()?;
    let words = &reader.sentence(first).words;
    let n_holding = |stem: u32| own.iter().filter(|claim| reader.story.stems(**claim).contains(&stem)).count();
    let fits = |idx: &usize| {
        let word = &words[*idx];
        word.is_content
            && holding.n_claims(word.stem) <= 1
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
