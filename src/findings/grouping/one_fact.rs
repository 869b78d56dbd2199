//! One fact, one finding: whatever two articles or more say differently of one thing is in one finding with all its
//! values.
//!
//! Takes what the figures of each fact say of each other, as [`Difference`]s. Returns [`Finding`]s without ids.
//! Statements that are at least likely make one finding. Weaker ones make a second, beside it, of only the places that
//! look alike: they must not draw in doubt what is sure. Time: linear in the number of differences, but for the values
//! of one fact.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::group::{self, Rows, Sets};
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, Place, met};
use crate::findings::{Condition, Finding, Mention, Relation};
use crate::text::Span;

/// Returns the findings of `facts`.
pub(in crate::findings) fn findings(facts: &[Vec<Difference>], rows: &Rows) -> Vec<Finding> {
    facts.iter().flat_map(|told| of_fact(told, rows)).collect()
}

/// Returns what articles agree on within `findings` of figures: the values that several of them give. Weak findings are
/// beside what is agreed on, not in its place.
pub(in crate::findings) fn agreements(findings: &[Finding]) -> Vec<Finding> {
    let of_one = |finding: &Finding| -> Vec<Finding> {
        let n_groups = finding.mentions.iter().map(|mention| mention.group + 1).max().unwrap_or(0);
        let of_value = |group: usize| {
            let mentions = finding.mentions.iter().filter(|mention| mention.group == group);
            let mentions: Vec<Mention> = mentions.map(|mention| Mention { group: 0, ..mention.clone() }).collect();
            let are_several = mentions.iter().any(|mention| mention.claim.article != mentions[0].claim.article);
            are_several.then(|| Finding {
                relation: Relation::Agrees,
                why: vec![met(Condition::ValuesMeet)],
                mentions,
                ..finding.clone()
            })
        };
        (0..n_groups).filter_map(of_value).collect()
    };
    let is_wanted = |finding: &&Finding| finding.kind.is_of_values() && finding.certainty > Certainty::Low;
    findings.iter().filter(is_wanted).flat_map(of_one).collect()
}

/// Adds `differences` that were found otherwise to the facts that their places are in; each of the others is a fact of
/// its own.
pub(in crate::findings) fn take_in(facts: &mut Vec<Vec<Difference>>, differences: Vec<Difference>) {
    let mut fact_of: FxHashMap<(ClaimId, Span), usize> = FxHashMap::default();
    for (number, fact) in facts.iter().enumerate() {
        for place in fact.iter().flat_map(|told| &told.places) {
            fact_of.insert(group::place_key(place), number);
        }
    }
    for difference in differences {
        let known = difference.places.iter().find_map(|place| fact_of.get(&group::place_key(place)).copied());
        let number = known.unwrap_or(facts.len());
        fact_of.extend(difference.places.iter().map(|place| (group::place_key(place), number)));
        match facts.get_mut(number) {
            Some(fact) => fact.push(difference),
            None => facts.push(vec![difference]),
        }
    }
}

fn of_fact(told: &[Difference], rows: &Rows) -> Vec<Finding> {
    let fact = Fact::read(told);
    let (firm, weak): (Vec<usize>, Vec<usize>) = (0..told.len()).partition(|&at| is_firm(fact.told[at]));
    let mut sure = fact.joined(&firm);
    let weak: Vec<usize> =
        weak.into_iter().filter(|&at| sure.find(fact.nodes[at][0]) != sure.find(fact.nodes[at][1])).collect();
    let mut found = fact.findings(&firm, &mut sure, rows);
    let mut hinted = fact.joined(&weak);
    found.extend(fact.findings(&weak, &mut hinted, rows));
    found
}

/// Whether a statement stands by itself.
fn is_firm(told: &Difference) -> bool {
    told.relation == Relation::Agrees || told.certainty > Certainty::Low
}

/// Statements and the places they speak of, each with its value.
type Told<'a> = (Vec<&'a Difference>, Vec<(&'a Place, usize)>);

/// What is said within one fact.
struct Fact<'a> {
    /// The statements, the strongest first.
    told: Vec<&'a Difference>,
    /// The places of each, as indices of `places`.
    nodes: Vec<[usize; 2]>,
    places: Vec<&'a Place>,
    /// The value of each place, called by one of the places that have it.
    values: Vec<usize>,
}

impl<'a> Fact<'a> {
    fn read(told: &'a [Difference]) -> Self {
        let mut told: Vec<&Difference> = told.iter().collect();
        told.sort_by(|p, q| group::strongest_first(p, q));
        let mut places: Vec<&Place> = Vec::new();
        let mut ids: FxHashMap<(ClaimId, Span), usize> = FxHashMap::default();
        let mut id = |place: &'a Place| {
            *ids.entry(group::place_key(place)).or_insert_with(|| {
                places.push(place);
                places.len() - 1
            })
        };
        let nodes: Vec<[usize; 2]> = told.iter().map(|one| [id(&one.places[0]), id(&one.places[1])]).collect();
        let mut fact = Self { told, nodes, places, values: Vec::new() };
        let equal: Vec<usize> = (0..fact.told.len()).filter(|&at| fact.told[at].relation == Relation::Agrees).collect();
        let mut values = fact.joined(&equal);
        fact.values = (0..fact.places.len()).map(|node| values.find(node)).collect();
        fact
    }

    /// The places that the statements at `wanted` join.
    fn joined(&self, wanted: &[usize]) -> Sets {
        let mut sets = Sets::new(self.places.len());
        wanted.iter().for_each(|&at| sets.join(self.nodes[at][0], self.nodes[at][1]));
        sets
    }

    /// A finding for each of `sets` that the statements at `wanted` speak of.
    fn findings(&self, wanted: &[usize], sets: &mut Sets, rows: &Rows) -> Vec<Finding> {
        let mut by_set: BTreeMap<usize, Told> = BTreeMap::new();
        for &at in wanted {
            by_set.entry(sets.find(self.nodes[at][0])).or_default().0.push(self.told[at]);
        }
        for (node, place) in self.places.iter().enumerate() {
            if let Some((_, mentions)) = by_set.get_mut(&sets.find(node)) {
                mentions.push((place, self.values[node]));
            }
        }
        by_set.values().map(|(edges, mentions)| group::finding(edges, mentions, rows)).collect()
    }
}
