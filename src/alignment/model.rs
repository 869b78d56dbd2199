//! How likely two claims say the same thing, by what was measured of them.
//!
//! Boosted regression trees ([Friedman 2001](https://doi.org/10.1214/aos/1013203451)) whose leaves add up to a logit. They are kept as
//! tables in `assets/model`, written by `benches/alignment/train.rs`, which says what they were fitted to and how well they did on
//! stories they had not seen. Some [measures](super::features::MEASURES) were only allowed to raise the score.
//! Two tables: one for articles, one for stories so short that nothing tells a rare word from a common one.

use std::sync::LazyLock;

use super::features::Features;

static ARTICLES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/articles.tsv")));
static SENTENCES: LazyLock<Forest> = LazyLock::new(|| Forest::parse(include_str!("../../assets/model/sentences.tsv")));

/// Stories of two articles with at most so many claims together are scored by the table for sentences.
const FEW_CLAIMS: usize = 4;

/// Trees whose leaves add up.
///
/// Every tree is filled up to the depth of the deepest, so that all take as many steps and lie in rows:
///
/// ```text
///          q0              questions  q0 q1 q2      the children of q_i are q_2i+1 and q_2i+2
///       ┌───┴───┐
///      q1       q2         answers    a0 a1 a2 a3
///     ┌─┴─┐   ┌─┴─┐
///     a0  a1  a2  a3
/// ```
///
/// A walk that ends where the answers say so is guessed wrongly by the processor about once a tree, which costs more than the steps.
#[derive(Debug, Default)]
pub struct Forest {
    bias: f32,
    depth: u32,
    questions: Vec<Question>,
    answers: Vec<f32>,
    /// For each tree, how much it and those after it can add at most.
    most: Vec<f64>,
}

/// Is the measure at most the threshold?
#[derive(Clone, Copy, Debug)]
struct Question {
    feature: u32,
    threshold: f32,
}

/// What stands where a short branch was filled up: all answers below are the same.
const FILLED: Question = Question { feature: 0, threshold: f32::INFINITY };

/// A tree as it is written.
enum Tree {
    Ask(Question, Box<[Self; 2]>),
    Say(f32),
}

impl Forest {
    /// Reads a table: a line `bias VALUE`, then one line a node, `tree` before the first of each tree:
    /// `ask FEATURE THRESHOLD` is followed by the nodes of its lower and then of its upper branch, `say VALUE` ends a branch.
    /// Lines that start with `#` are remarks. What cannot be read counts as nothing: a test reads both tables.
    pub fn parse(table: &str) -> Self {
        let mut bias = 0.0;
        let mut trees = Vec::new();
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        while let Some(line) = lines.next() {
            let mut columns = line.split('\t');
            match columns.next() {
                Some("bias") => bias = number(columns.next()),
                Some("tree") => trees.push(Tree::parse(&mut lines)),
                _ => {}
            }
        }
        let depth = trees.iter().map(Tree::depth).max().unwrap_or(0).max(1);
        let mut forest = Self { bias, depth, ..Self::default() };
        for tree in &trees {
            let (questions, answers) = (forest.questions.len(), forest.answers.len());
            forest.questions.resize(questions + (1 << depth) - 1, FILLED);
            forest.answers.resize(answers + (1 << depth), 0.0);
            tree.fill(0, &mut forest.questions[questions..], &mut forest.answers[answers..]);
        }
        let greatest =
            forest.answers.chunks_exact(1 << depth).map(|answers| answers.iter().copied().fold(f32::MIN, f32::max));
        let mut rest = 0.0;
        forest.most = greatest.map(f64::from).collect();
        for most in forest.most.iter_mut().rev() {
            rest += *most;
            *most = rest;
        }
        forest
    }

    /// The score, 0 to 1. Where it is sure to be less than `least`, some score that is less, sooner.
    pub fn score(&self, features: &Features, least: f64) -> f64 {
        let least = (least / (1.0 - least)).ln();
        let mut logit = f64::from(self.bias);
        let n_questions = (1 << self.depth) - 1;
        let trees = self.questions.chunks_exact(n_questions).zip(self.answers.chunks_exact(n_questions + 1));
        for ((questions, answers), &most) in trees.zip(&self.most) {
            if logit + most < least {
                return logistic(logit + most);
            }
            let mut at = 0;
            for _ in 0..self.depth {
                let question = questions[at];
                at = 2 * at + 1 + usize::from(features[question.feature as usize] > question.threshold);
            }
            logit += f64::from(answers[at - n_questions]);
        }
        logistic(logit)
    }
}

impl Tree {
    fn parse<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Self {
        let mut columns = lines.next().unwrap_or("").split('\t');
        if columns.next() == Some("ask") {
            let feature = columns.next().and_then(|column| column.parse().ok()).unwrap_or(0);
            let question = Question { feature, threshold: number(columns.next()) };
            let lower = Self::parse(lines);
            Self::Ask(question, Box::new([lower, Self::parse(lines)]))
        } else {
            Self::Say(number(columns.next()))
        }
    }

    fn depth(&self) -> u32 {
        match self {
            Self::Ask(_, branches) => 1 + branches.iter().map(Self::depth).max().unwrap_or(0),
            Self::Say(_) => 0,
        }
    }

    /// Writes the tree below place `at`.
    fn fill(&self, at: usize, questions: &mut [Question], answers: &mut [f32]) {
        let branches = match self {
            Self::Say(value) if at >= questions.len() => {
                answers[at - questions.len()] = *value;
                return;
            }
            Self::Say(_) => [self, self],
            Self::Ask(question, branches) => {
                questions[at] = *question;
                [&branches[0], &branches[1]]
            }
        };
        for (idx, branch) in branches.into_iter().enumerate() {
            branch.fill(2 * at + 1 + idx, questions, answers);
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
        for forest in [&*ARTICLES, &*SENTENCES] {
            assert!(forest.answers.len() > 10 << forest.depth);
            assert!(forest.answers.iter().all(|answer| answer.is_finite()));
            assert!(forest.questions.iter().all(|question| (question.feature as usize) < N_FEATURES));
        }
    }
}
