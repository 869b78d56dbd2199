//! How likely two claims say the same thing, by what was measured of them.
//!
//! Boosted regression trees ([Friedman 2001](https://doi.org/10.1214/aos/1013203451)) whose leaves add up to a logit. They are kept as
//! tables in `assets/model`, written by `benches/alignment/train.rs`, which says what they were fitted to and how well they did on
//! stories they had not seen. A measure marked `+` in [`NAMES`](super::features::NAMES) was only allowed to raise the score.
//! Two tables: one for articles, one for stories so short that nothing tells a rare word from a common one.

use std::sync::LazyLock;

use super::features::Features;

static ARTICLES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/articles.tsv")));
static SENTENCES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/sentences.tsv")));

/// Stories of two articles with at most so many claims together are scored by the table for sentences.
const FEW_CLAIMS: usize = 4;

/// Trees whose leaves add up.
#[derive(Debug, Default)]
pub struct Forest {
    bias: f32,
    roots: Vec<u32>,
    nodes: Vec<Node>,
    /// The most questions before an answer.
    depth: usize,
}

/// A question (is the measure at most the threshold?) or, with itself as children, an answer.
#[derive(Clone, Copy, Debug)]
struct Node {
    feature: u32,
    /// The threshold of a question, the value of an answer.
    value: f32,
    children: [u32; 2],
}

impl Forest {
    /// Reads a table: a line `bias VALUE`, then one line a node, `tree` before the first of each tree:
    /// `ask FEATURE THRESHOLD` is followed by the nodes of its lower and then of its upper branch, `say VALUE` ends a branch.
    /// Lines that start with `#` are remarks. What cannot be read counts as nothing: a test reads both tables.
    pub fn parse(table: &str) -> Self {
        let mut forest = Self::default();
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        while let Some(line) = lines.next() {
            let mut columns = line.split('\t');
            match columns.next() {
                Some("bias") => forest.bias = number(columns.next()),
                Some("tree") => {
                    let root = forest.grow(&mut lines, 0);
                    forest.roots.push(root);
                }
                _ => {}
            }
        }
        forest
    }

    fn grow<'a>(&mut self, lines: &mut impl Iterator<Item = &'a str>, depth: usize) -> u32 {
        self.depth = self.depth.max(depth);
        let mut columns = lines.next().unwrap_or("").split('\t');
        let at = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if columns.next() == Some("ask") {
            let feature = columns.next().and_then(|column| column.parse().ok()).unwrap_or(0);
            self.nodes.push(Node { feature, value: number(columns.next()), children: [at; 2] });
            let lower = self.grow(lines, depth + 1);
            let upper = self.grow(lines, depth + 1);
            self.nodes[at as usize].children = [lower, upper];
        } else {
            self.nodes.push(Node { feature: 0, value: number(columns.next()), children: [at; 2] });
        }
        at
    }

    /// The score, 0 to 1.
    pub fn score(&self, features: &Features) -> f64 {
        let mut logit = f64::from(self.bias);
        for &root in &self.roots {
            // An answer leads to itself, so that every tree takes as many steps: a loop whose end depends on the answers is
            // guessed wrongly by the processor once a tree, which costs more than the steps.
            let mut at = root;
            for _ in 0..self.depth {
                let node = self.nodes[at as usize];
                at = node.children[usize::from(features[node.feature as usize] > node.value)];
            }
            logit += f64::from(self.nodes[at as usize].value);
        }
        1.0 / (1.0 + (-logit).exp())
    }
}

fn number(column: Option<&str>) -> f32 {
    column.and_then(|column| column.parse().ok()).unwrap_or(0.0)
}

/// The table that judges two articles with so many claims.
pub(super) fn forest(n: usize, m: usize) -> &'static Forest {
    if n + m <= FEW_CLAIMS { &SENTENCES } else { &ARTICLES }
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
            forest.score(&features)
        };
        let logistic = |logit: f64| 1.0 / (1.0 + (-logit).exp());
        assert!((score(9.0, 0.5) - logistic(-1.5)).abs() < 1e-9);
        assert!((score(3.0, 0.6) - logistic(1.5)).abs() < 1e-9);
        assert!((score(3.1, 0.6) - logistic(2.5)).abs() < 1e-9);
    }

    #[test]
    fn both_tables_are_whole() {
        for forest in [&*ARTICLES, &*SENTENCES] {
            assert!(forest.roots.len() > 10);
            for node in &forest.nodes {
                assert!(node.value.is_finite() && (node.feature as usize) < N_FEATURES);
            }
        }
    }
}
