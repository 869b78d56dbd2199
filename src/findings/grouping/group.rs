//! One finding for one difference: the same difference seen between A and B, A and C, B and C becomes one finding with
//! the values grouped by article.
//!
//! Takes [`Difference`]s between two places. Returns [`Finding`]s without ids. The strongest pairs are joined first; a
//! pair that would put two values of one article into one finding is kept apart, so that loosely related pairs do not
//! chain. Time: near linear in the number of pairs for findings of bounded size.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::alignment::{ClaimId, Row, RowIndex};
use crate::findings::difference::{Difference, Place};
use crate::findings::{Finding, FindingKind, Mention, Relation};
use crate::text::Span;

/// Groups `differences`.
pub(in crate::findings) fn group(mut differences: Vec<Difference>, rows: &Rows) -> Vec<Finding> {
    differences.sort_by(strongest_first);
    let mut by_kind: BTreeMap<FindingKind, Vec<Difference>> = BTreeMap::new();
    for difference in differences {
        by_kind.entry(difference.kind).or_default().push(difference);
    }
    by_kind.into_values().flat_map(|pairs| group_kind(&pairs, rows)).collect()
}

/// Returns the order in which differences are taken.
pub(super) fn strongest_first(p: &Difference, q: &Difference) -> Ordering {
    q.strength
        .total_cmp(&p.strength)
        .then_with(|| p.relation.cmp(&q.relation))
        .then_with(|| place_key(&p.places[0]).cmp(&place_key(&q.places[0])))
        .then_with(|| place_key(&p.places[1]).cmp(&place_key(&q.places[1])))
}

/// The rows of the reading that each claim is in.
pub(in crate::findings) type Rows = FxHashMap<ClaimId, Vec<RowIndex>>;

/// Returns the same for all claims.
pub(in crate::findings) fn rows_of_claims(all: &[Row]) -> Rows {
    let mut rows: Rows = FxHashMap::default();
    for (idx, row) in all.iter().enumerate() {
        for &claim in &row.claims {
            rows.entry(claim).or_default().push(RowIndex(idx));
        }
    }
    rows
}

/// Returns what makes two places one.
pub(super) fn place_key(place: &Place) -> (ClaimId, Span) {
    (place.claim, place.span)
}

/// Sets of numbers that are joined one by one.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// Returns each of the first `n` numbers in a set of its own.
    pub(in crate::findings) fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    /// Returns the number that its set is called by.
    pub(in crate::findings) fn find(&mut self, mut idx: usize) -> usize {
        while self.0[idx] != idx {
            self.0[idx] = self.0[self.0[idx]];
            idx = self.0[idx];
        }
        idx
    }

    /// Makes the sets of two numbers one.
    pub(in crate::findings) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
    }
}

fn group_kind(pairs: &[Difference], rows: &Rows) -> Vec<Finding> {
    let mut ids: FxHashMap<(ClaimId, Span), usize> = FxHashMap::default();
    let mut places: Vec<&Place> = Vec::new();
    let nodes: Vec<[usize; 2]> = pairs
        .iter()
        .map(|pair| {
            [0, 1].map(|side| {
                let place = &pair.places[side];
                *ids.entry(place_key(place)).or_insert_with(|| {
                    places.push(place);
                    places.len() - 1
                })
            })
        })
        .collect();
    let mut values = Sets::new(places.len());
    let mut groups = Sets::new(places.len());
    let mut members: Vec<Vec<usize>> = (0..places.len()).map(|idx| vec![idx]).collect();
    // The same by article: the cost of joining two groups is linear in the smaller.
    let mut by_article: Vec<BTreeMap<usize, Vec<usize>>> =
        (0..places.len()).map(|idx| BTreeMap::from([(places[idx].claim.article, vec![idx])])).collect();
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    let mut apart = Vec::new();
    for (idx, pair) in pairs.iter().enumerate() {
        let [a, b] = nodes[idx];
        let agrees = pair.relation == Relation::Agrees;
        let (group_a, group_b) = (groups.find(a), groups.find(b));
        if group_a != group_b {
            let equal = agrees.then_some((a, b));
            let is_clash = clash([&by_article[group_a], &by_article[group_b]], equal, &places, &mut values);
            if is_clash {
                if !agrees {
                    apart.push(idx);
                }
                continue;
            }
            groups.join(a, b);
            let (low, high) = (group_a.min(group_b), group_a.max(group_b));
            let moved = std::mem::take(&mut members[high]);
            members[low].extend(moved);
            let [kept, moved] = {
                let [p, q] = [low, high].map(|group| std::mem::take(&mut by_article[group]));
                if p.len() < q.len() { [q, p] } else { [p, q] }
            };
            by_article[low] = kept;
            for (article, nodes) in moved {
                by_article[low].entry(article).or_default().extend(nodes);
            }
            let moved = std::mem::take(&mut inside[high]);
            inside[low].extend(moved);
        }
        if agrees {
            values.join(a, b);
        }
        let group = groups.find(a);
        inside[group].push(idx);
    }
    let mut findings: Vec<Finding> = Vec::new();
    for (group, edges) in inside.iter().enumerate() {
        if !edges.is_empty() {
            let edges: Vec<&Difference> = edges.iter().map(|&idx| &pairs[idx]).collect();
            let found: Vec<(&Place, usize)> =
                members[group].iter().map(|&node| (places[node], values.find(node))).collect();
            findings.push(finding(&edges, &found, rows));
        }
    }
    for idx in apart {
        let pair = &pairs[idx];
        findings.push(finding(&[pair], &[(&pair.places[0], 0), (&pair.places[1], 1)], rows));
    }
    findings
}

/// Whether joining two groups would give one article two values.
fn clash(
    groups: [&BTreeMap<usize, Vec<usize>>; 2],
    equal: Option<(usize, usize)>,
    places: &[&Place],
    values: &mut Sets,
) -> bool {
    let one = equal.map(|(a, b)| (values.find(a), values.find(b)));
    let mut same = |x: usize, y: usize| {
        let (x, y) = (values.find(x), values.find(y));
        x == y || one == Some((x, y)) || one == Some((y, x))
    };
    let equal = |x: usize, y: usize| places[x].quantity.is_some() && places[x].quantity == places[y].quantity;
    let [few, many] = if groups[0].len() <= groups[1].len() { groups } else { [groups[1], groups[0]] };
    few.iter()
        .filter_map(|(article, left)| Some((left, many.get(article)?)))
        .any(|(left, right)| left.iter().any(|&x| right.iter().any(|&y| !equal(x, y) && !same(x, y))))
}

/// Returns the finding that `edges` make of the places `found`, each with its value.
pub(in crate::findings) fn finding(edges: &[&Difference], found: &[(&Place, usize)], rows: &Rows) -> Finding {
    // The strongest pair with the gravest relation speaks for all.
    let gravest = edges.iter().map(|edge| edge.relation).min().unwrap_or(Relation::Agrees);
    let speaker = edges.iter().find(|edge| edge.relation == gravest).unwrap_or(&edges[0]);
    let mut found: Vec<(&Place, usize)> = found.to_vec();
    found.sort_by_key(|(place, _)| place_key(place));
    let mut order: Vec<usize> = Vec::new();
    let mut mentions: Vec<Mention> = found
        .iter()
        .map(|(place, value)| {
            let group = order.iter().position(|known| known == value).unwrap_or_else(|| {
                order.push(*value);
                order.len() - 1
            });
            Mention { claim: place.claim, span: place.span, quantity: place.quantity.clone(), group }
        })
        .collect();
    merge_equal_keys(&mut mentions, &found);
    mentions.sort_by_key(|mention| (mention.group, mention.claim, mention.span));
    let [a, b] = [&speaker.places[0], &speaker.places[1]];
    Finding {
        id: String::new(),
        kind: speaker.kind,
        relation: gravest,
        certainty: speaker.certainty,
        what: edges.iter().find(|edge| edge.is_noun).unwrap_or(speaker).what.clone(),
        row: row_of(rows, a.claim, b.claim),
        mentions,
        why: speaker.why.clone(),
    }
}

/// Mentions that read the same belong to one value, though no pair said so.
fn merge_equal_keys(mentions: &mut [Mention], found: &[(&Place, usize)]) {
    for later in 1..mentions.len() {
        for earlier in 0..later {
            let (x, y) = (found[earlier].0, found[later].0);
            let equal =
                if x.quantity.is_some() { x.quantity == y.quantity } else { !x.key.is_empty() && x.key == y.key };
            if equal && mentions[later].group != mentions[earlier].group {
                let (from, to) = (mentions[later].group, mentions[earlier].group);
                for mention in mentions.iter_mut().filter(|mention| mention.group == from) {
                    mention.group = to;
                }
            }
        }
    }
    // Close the gaps that merging left.
    let mut order: Vec<usize> = Vec::new();
    for mention in mentions {
        let group = mention.group;
        mention.group = order.iter().position(|&known| known == group).unwrap_or_else(|| {
            order.push(group);
            order.len() - 1
        });
    }
}

fn row_of(rows: &Rows, a: ClaimId, b: ClaimId) -> Option<RowIndex> {
    if a.article == b.article {
        return None;
    }
    let (x, y) = (rows.get(&a)?, rows.get(&b));
    x.iter().find(|row| y.is_some_and(|y| y.contains(row))).or_else(|| x.first()).copied()
}
