//! How likely two claims say the same thing, by what was measured of them.
//!
//! Boosted regression trees ([Friedman 2001](https://doi.org/10.1214/aos/1013203451)) whose leaves add up to a logit. They are kept as
//! tables in `assets/model`, written by `benches/alignment/train.rs`, which says what they were fitted to and how well they did on
//! stories they had not seen. Some [measures](super::features::MEASURES) were only allowed to raise the score.
//! Two tables: one for articles, one for stories so short that nothing tells a rare word from a common one.

use std::sync::LazyLock;

use super::features::{Features, N_FEATURES};

static ARTICLES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/articles.tsv")));
static SENTENCES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/sentences.tsv")));

/// Stories of two articles with at most so many claims together are scored by the table for sentences.
const FEW_CLAIMS: usize = 4;

/// The deepest tree.
const DEPTH: usize = 5;
/// So many measures may be asked for: a power of two, so that a place among them needs no check.
const MOST_FEATURES: usize = 64;
/// After so many trees it is asked whether the rest can still make a score of use.
const STEP: usize = 6;
const _: () = assert!(N_FEATURES <= MOST_FEATURES);

/// Trees whose leaves add up.
///
/// Trees only ask between which of the thresholds of a measure its value lies. So each value is looked up once, and then is a
/// number of one byte: all trees of a table fit into the processor's nearest memory.
#[derive(Debug, Default)]
pub struct Forest {
    bias: f32,
    /// Of each measure, the thresholds that some tree asks for, in order.
    thresholds: Vec<Vec<f32>>,
    trees: Vec<Tree>,
    /// For each tree, how much it and those after it can add at most.
    most: Vec<f64>,
}

/// A tree, filled up so that all take as many steps:
///
/// ```text
///          q1              questions  – q1 q2 q3    the children of q_i are q_2i and q_2i+1
///       ┌───┴───┐
///      q2       q3         answers    a0 a1 a2 a3
///     ┌─┴─┐   ┌─┴─┐
///     a0  a1  a2  a3
/// ```
///
/// A walk that ends where the answers say so is guessed wrongly by the processor about once a tree, which costs more than the steps.
#[derive(Clone, Debug)]
struct Tree {
    questions: [Question; 1 << DEPTH],
    answers: [f32; 1 << DEPTH],
}

/// Is the value of the measure greater than more than so many of its thresholds?
#[derive(Clone, Copy, Debug)]
struct Question {
    feature: u8,
    n_below: u8,
}

/// What stands where a short branch was filled up: all answers below are the same.
const FILLED: Question = Question { feature: 0, n_below: u8::MAX };

/// A tree as it is written.
enum Written {
    Ask { feature: usize, threshold: f32, branches: Box<[Self; 2]> },
    Say(f32),
}

impl Forest {
    /// Reads a table: a line `bias VALUE`, then one line a node, `tree` before the first of each tree:
    /// `ask FEATURE THRESHOLD` is followed by the nodes of its lower and then of its upper branch, `say VALUE` ends a branch.
    /// Lines that start with `#` are remarks. What cannot be read counts as nothing: a test reads both tables.
    pub fn parse(table: &str) -> Self {
        let mut bias = 0.0;
        let mut written = Vec::new();
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        while let Some(line) = lines.next() {
            let mut columns = line.split('\t');
            match columns.next() {
                Some("bias") => bias = number(columns.next()),
                Some("tree") => written.push(Written::parse(&mut lines, 0)),
                _ => {}
            }
        }
        let mut thresholds = vec![Vec::new(); N_FEATURES];
        written.iter().for_each(|tree| tree.note(&mut thresholds));
        for of_feature in &mut thresholds {
            of_feature.sort_by(f32::total_cmp);
            of_feature.dedup();
        }
        let trees: Vec<Tree> = written
            .iter()
            .map(|written| {
                let mut tree = Tree { questions: [FILLED; 1 << DEPTH], answers: [0.0; 1 << DEPTH] };
                written.fill(1, &mut tree, &thresholds);
                tree
            })
            .collect();
        let greatest = |tree: &Tree| f64::from(tree.answers.iter().copied().fold(f32::MIN, f32::max));
        let mut rest = 0.0;
        let mut most: Vec<f64> = trees.iter().map(greatest).collect();
        for most in most.iter_mut().rev() {
            rest += *most;
            *most = rest;
        }
        Self { bias, thresholds, trees, most }
    }

    /// The score, 0 to 1. Where it is sure to be less than `least`, some score that is less, sooner.
    pub fn score(&self, features: &Features, least: f64) -> f64 {
        let mut n_below = [0_u8; MOST_FEATURES];
        for ((n_below, thresholds), &value) in n_below.iter_mut().zip(&self.thresholds).zip(features) {
            *n_below = thresholds.partition_point(|&threshold| value > threshold) as u8;
        }
        let least = (least / (1.0 - least)).ln();
        let mut logit = f64::from(self.bias);
        for (trees, &most) in self.trees.chunks(STEP).zip(self.most.iter().step_by(STEP)) {
            if logit + most < least {
                return logistic(logit + most);
            }
            for tree in trees {
                let mut at = 1;
                for _ in 0..DEPTH {
                    let Question { feature, n_below: asked } = tree.questions[at % (1 << DEPTH)];
                    at = 2 * at + usize::from(n_below[usize::from(feature) % MOST_FEATURES] > asked);
                }
                logit += f64::from(tree.answers[at % (1 << DEPTH)]);
            }
        }
        logistic(logit)
    }
}

impl Written {
    /// Reads a tree whose root is `depth` steps down. Nothing is read below the deepest.
    fn parse<'a>(lines: &mut impl Iterator<Item = &'a str>, depth: usize) -> Self {
        let mut columns = lines.next().unwrap_or("").split('\t');
        if columns.next() == Some("ask") && depth < DEPTH {
            let feature = columns.next().and_then(|column| column.parse().ok()).filter(|&feature| feature < N_FEATURES);
            let (feature, threshold) = (feature.unwrap_or(0), number(columns.next()));
            let lower = Self::parse(lines, depth + 1);
            Self::Ask { feature, threshold, branches: Box::new([lower, Self::parse(lines, depth + 1)]) }
        } else {
            Self::Say(number(columns.next()))
        }
    }

    /// Notes what it asks.
    fn note(&self, thresholds: &mut [Vec<f32>]) {
        if let Self::Ask { feature, threshold, branches } = self {
            thresholds[*feature].push(*threshold);
            branches.iter().for_each(|branch| branch.note(thresholds));
        }
    }

    /// Writes the tree below place `at`.
    fn fill(&self, at: usize, tree: &mut Tree, thresholds: &[Vec<f32>]) {
        let branches = match self {
            Self::Say(value) if at >= tree.questions.len() => {
                tree.answers[at - tree.questions.len()] = *value;
                return;
            }
            Self::Say(_) => [self, self],
            Self::Ask { feature, threshold, branches } => {
                let n_below = thresholds[*feature].partition_point(|other| other < threshold);
                tree.questions[at] = Question { feature: *feature as u8, n_below: n_below as u8 };
                [&branches[0], &branches[1]]
            }
        };
        for (idx, branch) in branches.into_iter().enumerate() {
            branch.fill(2 * at + idx, tree, thresholds);
        }
    }
}

fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

fn number(column: Option<&str>) -> f32 {
    column.and_then(|column| column.parse().ok()).unwrap_or(0.0)
}

/// Whether two articles with so many claims are judged by the table for sentences.
pub(super) fn is_short(n: usize, m: usize) -> bool {
    n + m <= FEW_CLAIMS
}

/// The table that judges two articles with so many claims.
pub(super) fn forest(n: usize, m: usize) -> &'static Forest {
    if is_short(n, m) { &SENTENCES } else { &ARTICLES }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::features::N_FEATURES;

    #[test]
    fn trees_add_up() {
        let forest = Forest::parse(
            "# a remark\nbias\t0\ntree\nask\t1\t0.5\nsay\t-2\nask\t0\t3\nsay\t1\nsay\t2\ntree\nsay\t0.5\n",
        );
        let score = |first: f32, second: f32| {
            let mut features = [0.0; N_FEATURES];
            (features[0], features[1]) = (first, second);
            forest.score(&features, 0.0)
        };
        let logistic = |logit: f64| 1.0 / (1.0 + (-logit).exp());
        assert!((score(9.0, 0.5) - logistic(-1.5)).abs() < 1e-9);
        assert!((score(3.0, 0.6) - logistic(1.5)).abs() < 1e-9);
        assert!((score(3.1, 0.6) - logistic(2.5)).abs() < 1e-9);
    }

    #[test]
    fn both_tables_are_whole() {
        for (forest, table) in [
            (&*ARTICLES, include_str!("../../assets/model/articles.tsv")),
            (&*SENTENCES, include_str!("../../assets/model/sentences.tsv")),
        ] {
            let nodes = |kind: &'static str| {
                table.lines().map(|line| line.split('\t')).filter_map(move |mut columns| {
                    (columns.next() == Some(kind)).then(|| columns.map(|column| column.parse().unwrap()).collect())
                })
            };
            let asked: Vec<Vec<f32>> = nodes("ask").collect();
            let n_trees = table.lines().filter(|&line| line == "tree").count();
            assert!(n_trees > 10 && asked.len() > n_trees);
            assert_eq!(forest.trees.len(), n_trees);
            assert!(asked.iter().all(|question| question[0] < N_FEATURES as f32 && question[1].is_finite()));
            // A number of one byte tells them apart, and no branch lies deeper than is read.
            assert!(forest.thresholds.iter().all(|thresholds| thresholds.len() < usize::from(u8::MAX)));
            assert_eq!(nodes("say").collect::<Vec<Vec<f32>>>().len(), asked.len() + n_trees);
            assert_eq!(steps(table).max(), Some(DEPTH));
        }
    }

    /// How many questions lie above each answer of `table`.
    fn steps(table: &str) -> impl Iterator<Item = usize> {
        // How many questions lie above each branch that is still to come.
        let mut open: Vec<usize> = Vec::new();
        table.lines().filter_map(move |line| match line.split('\t').next() {
            Some("tree") => {
                open = vec![0];
                None
            }
            Some("ask") => {
                let above = open.pop().unwrap();
                open.extend([above + 1; 2]);
                None
            }
            Some("say") => open.pop(),
            _ => None,
        })
    }
}
