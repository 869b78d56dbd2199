//! Whether the loaded articles tell one story: groups of articles that share hardly any claim with the others.
//!
//! Comes in: the links between claims. Goes out: groups of articles. What is found between two groups is only worth a look: "three dead"
//! of a flood and "nine dead" of a fire are no conflict. Articles of a few claims are left aside, since they tell too little to be sure.
//! Time: linear in the number of links, quadratic in the number of groups that share nothing.

use std::collections::BTreeMap;

use super::difference::met;
use super::{Condition, Finding, Relation};
use crate::alignment::{Certainty, Link};

/// Articles with fewer claims say nothing about what story they tell.
const FEW_CLAIMS: usize = 5;
/// Two articles with so many links for each claim of the shorter one surely tell one story.
const ONE_STORY: f64 = 0.25;
/// Groups of articles with fewer links, on the mean of their pairs, are told to be apart. Of 8 news stories in three outlets each, any two
/// accounts of one story have 0.13 or more; of two stories 46 of 48 pairs have none, and the mean of a group stays below 0.03.
const APART: f64 = 0.06;

/// The groups of articles that share hardly any claim, each sorted, the one with the first article first; one group where all tell one
/// story. Articles of few claims are in none.
pub(super) fn groups(n_claims: &[usize], links: &[Link]) -> Vec<Vec<usize>> {
    let mut n_links: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for link in links {
        let pair = (link.a.article.min(link.b.article), link.a.article.max(link.b.article));
        *n_links.entry(pair).or_default() += 1;
    }
    let told = |article: &usize| n_claims[*article] >= FEW_CLAIMS;
    let shares: BTreeMap<(usize, usize), f64> = n_links
        .into_iter()
        .filter(|((a, b), _)| told(a) && told(b))
        .map(|((a, b), n)| ((a, b), n as f64 / n_claims[a].min(n_claims[b]) as f64))
        .collect();
    let mut groups: Vec<Vec<usize>> = (0..n_claims.len()).filter(told).map(|article| vec![article]).collect();
    for (&(a, b), _) in shares.iter().filter(|(_, share)| **share >= ONE_STORY) {
        join(&mut groups, a, b);
    }
    while let Some((a, b)) = closest(&groups, &shares) {
        join(&mut groups, a, b);
    }
    groups
}

/// An article of each of the two groups that share most, if they share enough to be one.
fn closest(groups: &[Vec<usize>], shares: &BTreeMap<(usize, usize), f64>) -> Option<(usize, usize)> {
    let of = |article: usize| groups.iter().position(|group| group.contains(&article));
    let mut sums: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (&(a, b), share) in shares {
        let (Some(p), Some(q)) = (of(a), of(b)) else { continue };
        if p != q {
            *sums.entry((p.min(q), p.max(q))).or_default() += share;
        }
    }
    let means = sums.into_iter().map(|((p, q), sum)| (sum / (groups[p].len() * groups[q].len()) as f64, p, q));
    let (mean, p, q) = means.max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| (y.1, y.2).cmp(&(x.1, x.2))))?;
    (mean >= APART).then(|| (groups[p][0], groups[q][0]))
}

fn join(groups: &mut Vec<Vec<usize>>, a: usize, b: usize) {
    let of = |groups: &[Vec<usize>], article: usize| groups.iter().position(|group| group.contains(&article));
    let (Some(p), Some(q)) = (of(groups, a), of(groups, b)) else { return };
    if p != q {
        let moved = groups.remove(p.max(q));
        let kept = &mut groups[p.min(q)];
        kept.extend(moved);
        kept.sort_unstable();
    }
}

/// Makes what lies between articles of different groups a mere hint.
pub(super) fn doubt(findings: &mut [Finding], groups: &[Vec<usize>]) {
    if groups.len() < 2 {
        return;
    }
    let of = |article: usize| groups.iter().position(|group| group.contains(&article));
    for finding in findings {
        let mut told: Vec<usize> = finding.mentions.iter().filter_map(|mention| of(mention.claim.article)).collect();
        told.dedup();
        if told.iter().any(|group| *group != told[0]) {
            finding.certainty = Certainty::Low;
            if finding.relation == Relation::Conflict {
                finding.relation = Relation::Differs;
            }
            finding.why.push(met(Condition::OtherStory));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::ClaimId;

    /// Articles of ten claims each, with so many links between two of them.
    fn check(n_articles: usize, linked: &[(usize, usize, usize)], expected: &[&[usize]]) {
        let link = |a, b, claim| Link {
            a: ClaimId { article: a, claim },
            b: ClaimId { article: b, claim },
            score: 0.9,
            certainty: Certainty::High,
            shared: Vec::new(),
        };
        let links: Vec<Link> =
            linked.iter().flat_map(|&(a, b, n)| (0..n).map(move |claim| link(a, b, claim))).collect();
        assert_eq!(groups(&vec![10; n_articles], &links), expected);
    }

    #[test]
    fn articles_of_one_story_are_one_group() {
        check(3, &[(0, 1, 4), (1, 2, 2)], &[&[0, 1, 2]]);
    }

    #[test]
    fn a_chance_link_does_not_join_two_stories() {
        check(4, &[(0, 1, 4), (2, 3, 5), (1, 2, 1)], &[&[0, 1], &[2, 3]]);
        check(2, &[], &[&[0], &[1]]);
    }

    #[test]
    fn a_few_claims_tell_nothing() {
        assert_eq!(groups(&[10, 3], &[]), [[0]]);
    }
}
