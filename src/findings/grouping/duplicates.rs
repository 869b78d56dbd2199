//! One finding for one difference: what several places say with the same words is reported once, with all its places.
//!
//! Takes findings with their titles. Returns the same without duplicates. Two are one if they are of one kind and
//! relation, have one title and the same values in the same articles. Time: quadratic only among findings of one kind
//! and title in the same articles.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::findings::reading::words::Story;
use crate::findings::{Finding, FindingKind, Mention, Relation};

/// Merges the findings that tell the same.
pub(in crate::findings) fn merge(story: &Story, findings: Vec<Finding>) -> Vec<Finding> {
    let findings = merge_words(story, findings);
    let mut merged: Vec<Finding> = Vec::new();
    let mut by_key: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for finding in findings {
        let known = by_key.entry(key(&finding)).or_default();
        let twin = known.iter().copied().find_map(|idx| Some((idx, matched(story, &merged[idx], &finding)?)));
        match twin {
            Some((idx, groups)) => take_in(&mut merged[idx], finding, &groups),
            None => {
                known.push(merged.len());
                merged.push(finding);
            }
        }
    }
    merged
}

/// Merges the findings about words, not values, that set the same words against each other, in whatever articles.
fn merge_words(story: &Story, findings: Vec<Finding>) -> Vec<Finding> {
    let mut merged: Vec<Finding> = Vec::new();
    // With the words of the first group of the finding that took the others in.
    let mut by_words: FxHashMap<(FindingKind, Relation, Vec<String>), (usize, String)> = FxHashMap::default();
    for finding in findings {
        let groups = groups(&finding);
        let is_words = finding.mentions.iter().all(|mention| mention.quantity.is_none());
        let is_judged = matches!(finding.kind, FindingKind::Name | FindingKind::Negation | FindingKind::Hedge);
        if !is_words || !is_judged || groups.len() != 2 {
            merged.push(finding);
            continue;
        }
        let told = groups.iter().filter_map(|group| group.iter().map(|mention| words(story, mention)).min());
        let told: Vec<String> = told.collect();
        let mut sorted = told.clone();
        sorted.sort_unstable();
        match by_words.entry((finding.kind, finding.relation, sorted)) {
            Entry::Occupied(known) => {
                let (idx, first) = known.get();
                let order = if told.first() == Some(first) { [0, 1] } else { [1, 0] };
                take_in(&mut merged[*idx], finding, &order);
            }
            Entry::Vacant(new) => {
                new.insert((merged.len(), told.into_iter().next().unwrap_or_default()));
                merged.push(finding);
            }
        }
    }
    merged
}

/// What two findings have in common that may be one: their kind, their relation, their title, and the articles of each
/// of their groups, sorted, each group behind its length. Taking one in changes none of them.
type Key = (FindingKind, Relation, String, Vec<usize>);

fn key(finding: &Finding) -> Key {
    let mut told: Vec<Vec<usize>> = groups(finding).iter().map(|group| articles(group)).collect();
    told.sort_unstable();
    let told = told.into_iter().flat_map(|group| std::iter::once(group.len()).chain(group)).collect();
    (finding.kind, finding.relation, finding.what.to_lowercase(), told)
}

/// The groups of `one` that the groups of `other` are, in their order; `None` if the two are not the same difference.
fn matched(story: &Story, one: &Finding, other: &Finding) -> Option<Vec<usize>> {
    if one.relation != other.relation {
        return None;
    }
    let (left, right) = (groups(one), groups(other));
    if left.len() != right.len() {
        return None;
    }
    let mut found = Vec::new();
    for theirs in &right {
        let idx = left.iter().position(|mine| {
            articles(mine) == articles(theirs) && mine.iter().any(|p| theirs.iter().any(|q| is_same(story, p, q)))
        })?;
        if found.contains(&idx) {
            return None;
        }
        found.push(idx);
    }
    Some(found)
}

fn groups(finding: &Finding) -> Vec<Vec<&Mention>> {
    let n_groups = finding.mentions.iter().map(|mention| mention.group + 1).max().unwrap_or(0);
    let mut groups = vec![Vec::new(); n_groups];
    for mention in &finding.mentions {
        groups[mention.group].push(mention);
    }
    groups
}

fn articles(group: &[&Mention]) -> Vec<usize> {
    let mut articles: Vec<usize> = group.iter().map(|mention| mention.claim.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles
}

/// Whether two places give the same value: the same quantity, else the same words.
fn is_same(story: &Story, p: &Mention, q: &Mention) -> bool {
    if p.quantity.is_some() || q.quantity.is_some() {
        return p.quantity == q.quantity;
    }
    words(story, p) == words(story, q)
}

fn words(story: &Story, mention: &Mention) -> String {
    story.articles[mention.claim.article].words(mention.span).to_lowercase()
}

/// Adds the places of `other`, and what speaks for it where that is more.
fn take_in(one: &mut Finding, other: Finding, groups: &[usize]) {
    if other.certainty > one.certainty {
        (one.certainty, one.why) = (other.certainty, other.why);
        one.row = other.row.or(one.row);
    }
    for mut mention in other.mentions {
        mention.group = groups[mention.group];
        if !one.mentions.iter().any(|known| known.claim == mention.claim && known.span == mention.span) {
            one.mentions.push(mention);
        }
    }
    one.mentions.sort_by_key(|mention| (mention.group, mention.claim, mention.span));
}
