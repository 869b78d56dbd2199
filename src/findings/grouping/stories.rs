//! Whether the loaded articles tell one story: groups of articles that share hardly any claim and few names with the
//! others.
//!
//! Comes in: the links between claims, the names of each article. Goes out: groups of articles. What is found between
//! two groups is only worth a look: "three dead" of a flood and "nine dead" of a fire are no conflict. Articles of a
//! few claims are left aside, since they tell too little to be sure. Time: linear in the number of links; for every two
//! articles that no link joins linear in their names, and for every two groups that are joined in the number of pairs
//! of articles with a link.

use std::collections::{BTreeMap, BTreeSet};

use crate::alignment::{Certainty, Link};
use crate::findings::difference::met;
use crate::findings::reading::words::{Sentence, Stem, Story};
use crate::findings::{Condition, Finding, Relation};

/// The fewest claims of an article that say what story it tells.
const FEW_CLAIMS: usize = 5;
/// Links for each claim of the shorter article, from which on two articles surely tell one story.
const ONE_STORY: f64 = 0.25;
/// Groups of articles with fewer links, on the mean of their pairs, count as apart. Of 8 news stories in three outlets
/// each, any two accounts of one story have 0.13 or more; of two stories 46 of 48 pairs have none, and the mean of a
/// group stays below 0.03.
const APART: f64 = 0.06;
/// Two articles tell one story if so large a part of the names of the one with fewer stand in the other. Of 92 news
/// stories 95 in 100 pairs of articles reach it, of two stories 1 in 100.
const SAME_NAMES: f64 = 0.30;
/// Fewer names than this are no measure.
const FEW_NAMES: usize = 4;

/// The names of each article, as stems: its words with a capital letter that do not begin a claim.
pub(in crate::findings) fn names(story: &Story) -> Vec<BTreeSet<Stem>> {
    let of_article = |sentences: &Vec<Sentence>| -> BTreeSet<Stem> {
        let words = sentences.iter().flat_map(|sentence| sentence.words.iter().skip(1));
        words.filter(|word| word.is_capital && word.is_content).map(|word| word.stem).collect()
    };
    story.sentences.iter().map(of_article).collect()
}

/// The groups of articles that share hardly any claim, each sorted, the one with the first article first; one group
/// where all tell one story. Articles of few claims are in none.
pub(in crate::findings) fn groups(n_claims: &[usize], names: &[BTreeSet<Stem>], links: &[Link]) -> Vec<Vec<usize>> {
    let mut n_links: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for link in links {
        let pair = (link.a.article.min(link.b.article), link.a.article.max(link.b.article));
        *n_links.entry(pair).or_default() += 1;
    }
    let told = |article: usize| n_claims[article] >= FEW_CLAIMS;
    let shares: Vec<(usize, usize, f64)> = n_links
        .into_iter()
        .filter(|&((a, b), _)| told(a) && told(b))
        .map(|((a, b), n)| (a, b, n as f64 / n_claims[a].min(n_claims[b]) as f64))
        .collect();
    let members = (0..n_claims.len()).map(|article| if told(article) { vec![article] } else { Vec::new() }).collect();
    let mut groups = Groups { of: (0..n_claims.len()).collect(), members };
    for &(a, b, _) in shares.iter().filter(|(.., share)| *share >= ONE_STORY) {
        groups.join(a, b);
    }
    groups.join_namesakes(names);
    groups.join_closest(&shares);
    groups.members.retain(|members| !members.is_empty());
    groups.members.iter_mut().for_each(|members| members.sort_unstable());
    groups.members
}

/// Groups of articles, each called by its first article.
struct Groups {
    /// The group of each article.
    of: Vec<usize>,
    /// The articles of each group; none at the places of articles that are not the first of theirs.
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn join(&mut self, a: usize, b: usize) {
        let (kept, moved) = (self.of[a].min(self.of[b]), self.of[a].max(self.of[b]));
        if kept != moved {
            let moved = std::mem::take(&mut self.members[moved]);
            moved.iter().for_each(|&article| self.of[article] = kept);
            self.members[kept].extend(moved);
        }
    }

    /// Joins the groups of articles that have most of their names in common.
    fn join_namesakes(&mut self, names: &[BTreeSet<Stem>]) {
        let told: Vec<usize> = self.members.concat();
        for (at, &a) in told.iter().enumerate() {
            for &b in &told[at + 1..] {
                let fewer = names[a].len().min(names[b].len());
                if self.of[a] != self.of[b]
                    && fewer >= FEW_NAMES
                    && names[a].intersection(&names[b]).count() as f64 >= SAME_NAMES * fewer as f64
                {
                    self.join(a, b);
                }
            }
        }
    }

    /// Joins the two groups that share most, as long as they share enough to be one. Only what the joined group shares
    /// is summed up anew.
    fn join_closest(&mut self, shares: &[(usize, usize, f64)]) {
        let mut sums: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for &(a, b, share) in shares {
            let (p, q) = (self.of[a], self.of[b]);
            if p != q {
                *sums.entry((p.min(q), p.max(q))).or_default() += share;
            }
        }
        // For each group the later groups it shares something with, in order.
        let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.of.len()];
        sums.into_iter().for_each(|((p, q), sum)| rows[p].push((q, sum)));
        while let Some((p, q)) = self.closest(&rows) {
            self.join(p, q);
            rows[q].clear();
            rows[p].clear();
            rows[..q].iter_mut().for_each(|row| row.retain(|&(group, _)| group != p && group != q));
            let mut of_joined: BTreeMap<usize, f64> = BTreeMap::new();
            for &(a, b, share) in shares {
                match (self.of[a], self.of[b]) {
                    (x, y) if x == y => {}
                    (x, other) | (other, x) if x == p => *of_joined.entry(other).or_default() += share,
                    _ => {}
                }
            }
            for (other, sum) in of_joined {
                let (row, entry) = (other.min(p), (other.max(p), sum));
                let at = rows[row].partition_point(|&(group, _)| group < entry.0);
                rows[row].insert(at, entry);
            }
        }
    }

    /// The two groups that share most for each pair of their articles, the first of those that share as much, if that
    /// is enough.
    fn closest(&self, rows: &[Vec<(usize, f64)>]) -> Option<(usize, usize)> {
        let mut best: Option<(f64, usize, usize)> = None;
        for (p, row) in rows.iter().enumerate() {
            for &(q, sum) in row {
                let mean = sum / (self.members[p].len() * self.members[q].len()) as f64;
                if best.is_none_or(|best| mean > best.0) {
                    best = Some((mean, p, q));
                }
            }
        }
        best.filter(|&(mean, ..)| mean >= APART).map(|(_, p, q)| (p, q))
    }
}

/// Makes what lies between articles of different groups a mere hint.
pub(in crate::findings) fn doubt(findings: &mut [Finding], groups: &[Vec<usize>]) {
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

    /// Articles of ten claims each, with the given numbers of links between two of them.
    fn check(n_articles: usize, linked: &[(usize, usize, usize)], expected: &[&[usize]]) {
        let link = |a, b, claim| Link {
            a: ClaimId::at(a, claim),
            b: ClaimId::at(b, claim),
            score: 0.9,
            certainty: Certainty::High,
            shared: Vec::new(),
        };
        let links: Vec<Link> =
            linked.iter().flat_map(|&(a, b, n)| (0..n).map(move |claim| link(a, b, claim))).collect();
        assert_eq!(groups(&vec![10; n_articles], &vec![BTreeSet::new(); n_articles], &links), expected);
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
        assert_eq!(groups(&[10, 3], &[BTreeSet::new(), BTreeSet::new()], &[]), [[0]]);
    }

    #[test]
    fn articles_with_the_same_names_tell_one_story() {
        let names = [vec![1, 2, 3, 4, 5, 6], vec![1, 2, 7, 8, 9], vec![1, 10, 11, 12, 13]];
        let names = names.map(|of_one| of_one.into_iter().collect::<BTreeSet<Stem>>());
        assert_eq!(groups(&[10, 10, 10], &names, &[]), [vec![0, 1], vec![2]]);
    }
}
