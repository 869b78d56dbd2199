//! Boosted regression trees ([Friedman 2001](https://doi.org/10.1214/aos/1013203451)) whose leaves add up to a logit.
//!
//! Takes a table of `assets/model`, and later the measures of one pair after the other. Returns a score of 0 to 1 for
//! each. One score costs [`DEPTH`] steps for each tree and a search among the thresholds of each measure; it ends early
//! where it is sure to stay below what is asked for.

/// No tree may be deeper.
pub const DEPTH: usize = 5;
/// The most measures that a forest can ask for: a power of two, so that a place among them needs no check.
pub const MOST_FEATURES: usize = 128;
/// After this many trees it is asked whether the rest can still make a score of use.
const STEP: usize = 6;

/// Trees over `N` measures whose leaves add up.
///
/// Trees only ask between which of the thresholds of a measure its value lies. So each value is looked up once, and
/// then is a number of one byte: all trees of a table fit into the processor's nearest memory.
#[derive(Debug, Default)]
pub struct Forest<const N: usize> {
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
/// A walk that ends where the answers say so is guessed wrongly by the processor about once a tree, which costs more
/// than the steps.
#[derive(Clone, Debug)]
struct Tree {
    questions: [Question; 1 << DEPTH],
    answers: [f32; 1 << DEPTH],
}

/// Is the value of the measure greater than more than this many of its thresholds?
#[derive(Clone, Copy, Debug)]
struct Question {
    feature: u8,
    n_below: u8,
}

/// Fills up a short branch: all answers below it are the same.
const FILLED: Question = Question { feature: 0, n_below: u8::MAX };

/// A tree as it is written.
enum Written {
    Ask { feature: usize, threshold: f32, branches: Box<[Self; 2]> },
    Say(f32),
}

impl<const N: usize> Forest<N> {
    /// Reads a table: a line `bias VALUE`, then one line a node, `tree` before the first of each tree: `ask FEATURE
    /// THRESHOLD` is followed by the nodes of its lower and then of its upper branch, `say VALUE` ends a branch. A
    /// measure's value goes to the upper branch if it is greater than the threshold. Lines that start with `#` are
    /// remarks. What cannot be read counts as nothing: every judge has a test that its table is [whole](Self::check).
    pub fn parse(table: &str) -> Self {
        const { assert!(N <= MOST_FEATURES) }
        let mut bias = 0.0;
        let mut written = Vec::new();
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        while let Some(line) = lines.next() {
            let mut columns = line.split('\t');
            match columns.next() {
                Some("bias") => bias = number(columns.next()),
                Some("tree") => written.push(Written::parse(&mut lines, 0, N)),
                _ => {}
            }
        }
        let mut thresholds = vec![Vec::new(); N];
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

    /// Returns how many trees `table` has, or what is wrong with it: a line that cannot be read, a measure there is
    /// not, a branch that is too deep or has no end, more thresholds of one measure than a byte tells apart. For the
    /// tests of judges.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and in which line.
    pub fn check(table: &str) -> Result<usize, String> {
        // How many questions lie above each branch that is still to come.
        let mut open: Vec<usize> = Vec::new();
        let mut n_trees = 0;
        for (idx, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let is_number = |column: &str| column.parse().is_ok_and(f32::is_finite);
            let is_fine = match columns[..] {
                ["bias", value] => n_trees == 0 && is_number(value),
                ["tree"] => {
                    n_trees += 1;
                    std::mem::replace(&mut open, vec![0]).is_empty()
                }
                ["ask", feature, threshold] => {
                    let above = open.pop().unwrap_or(DEPTH);
                    open.extend([above + 1; 2]);
                    above < DEPTH && feature.parse().is_ok_and(|feature: usize| feature < N) && is_number(threshold)
                }
                ["say", value] => open.pop().is_some() && is_number(value),
                _ => false,
            };
            if !is_fine {
                return Err(format!("line {}: {line}", idx + 1));
            }
        }
        let n_thresholds = Self::parse(table).thresholds.iter().map(Vec::len).max().unwrap_or(0);
        match n_trees {
            0 => Err("no tree".to_owned()),
            _ if !open.is_empty() => Err("the last tree has no end".to_owned()),
            _ if n_thresholds >= usize::from(u8::MAX) => Err(format!("{n_thresholds} thresholds of one measure")),
            _ => Ok(n_trees),
        }
    }

    /// Returns the score, 0 to 1. Where it is sure to be less than `least`, some score that is less, sooner.
    pub fn score(&self, features: &[f32; N], least: f64) -> f64 {
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
    fn parse<'a>(lines: &mut impl Iterator<Item = &'a str>, depth: usize, n_features: usize) -> Self {
        let mut columns = lines.next().unwrap_or("").split('\t');
        if columns.next() == Some("ask") && depth < DEPTH {
            let feature = columns.next().and_then(|column| column.parse().ok()).filter(|&feature| feature < n_features);
            let (feature, threshold) = (feature.unwrap_or(0), number(columns.next()));
            let mut branch = || Self::parse(lines, depth + 1, n_features);
            Self::Ask { feature, threshold, branches: Box::new([branch(), branch()]) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_add_up() {
        let forest = Forest::<2>::parse(
            "# a remark\nbias\t0\ntree\nask\t1\t0.5\nsay\t-2\nask\t0\t3\nsay\t1\nsay\t2\ntree\nsay\t0.5\n",
        );
        let score = |first: f32, second: f32| forest.score(&[first, second], 0.0);
        let logistic = |logit: f64| 1.0 / (1.0 + (-logit).exp());
        assert!((score(9.0, 0.5) - logistic(-1.5)).abs() < 1e-9);
        assert!((score(3.0, 0.6) - logistic(1.5)).abs() < 1e-9);
        assert!((score(3.1, 0.6) - logistic(2.5)).abs() < 1e-9);
    }

    #[test]
    fn a_table_that_is_not_whole_is_told() {
        let whole = "bias\t0\ntree\nask\t1\t0.5\nsay\t-2\nsay\t1\n";
        assert_eq!(Forest::<2>::check(whole), Ok(1));
        for (table, what) in [
            (whole.replace("ask\t1", "ask\t2"), "no such measure"),
            (whole.replace("say\t1", ""), "branches without an end"),
            (whole.replace("0.5", "x"), "no number"),
            ("bias\t0\n".to_owned(), "no tree"),
        ] {
            assert!(Forest::<2>::check(&table).is_err(), "{what}");
        }
        let deep = format!("tree\n{}{}", "ask\t0\t1\n".repeat(DEPTH + 1), "say\t0\n".repeat(DEPTH + 2));
        assert!(Forest::<2>::check(&deep).is_err());
    }
}
