//! Fits the tables of `assets/model` that score candidate links, and says how well they do on stories they were not fitted to.
//!
//! ```text
//! cargo run --release --no-default-features --example train_alignment -- ../shared/bench            # measures only
//! cargo run --release --no-default-features --example train_alignment -- ../shared/bench assets/model  # and writes
//! ```
//!
//! The recipe: the development parts of `news`, `basil`, `superpal`, `superpal_span` and `ecbplus` for the table of articles, `mrpc` and
//! `stsb_news` for the table of sentences. News stories are fitted to whole and cut short. Each set counts by its [`weight`](Set::weight) whatever its size; a weak link is a share
//! of a link, or left out where its scorer leaves it out. Trees are grown by gradient and curvature of the logistic loss over binned
//! measures, with measures that may only raise a score held monotone. Each set
//! starts from its own share of links, so that the trees learn what tells pairs apart inside a set, not the sets from each other;
//! the table keeps the share of the first set. The two sets of sentence pairs are put on one scale instead: a paraphrase counts as
//! 0.78 of full likeness and another pair of `mrpc` as half, which is what `stsb_news` gives such pairs. Stories, not pairs, are dealt to [`N_FOLDS`] folds, so that the figures printed are
//! of unseen stories. No randomness: the same data give the same tables. The tables hold numbers only, no text.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a script fails by panicking, reads the references and writes the tables"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use crosscheck::alignment;
use crosscheck::alignment::features::{Asked, Features, MEASURES, N_FEATURES};
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;
use crosscheck::model::forest::Forest;
use crosscheck::story::Story;
use rayon::prelude::*;
use serde_json::Value;

const N_FOLDS: usize = 4;
const N_BINS: usize = 48;
/// News stories are fitted to a second time with only so many sentences of each article: a weight means less in a short story.
const SHORT: usize = 6;
/// What a candidate of a story cut short counts beside one of a whole story.
const SHORT_WEIGHT: f64 = 0.6;

/// What a weak link of a news story is fitted to.
const WEAK: f64 = 0.8;
/// How far the numbers are apart by which trees are offered their measures.
const STEP: usize = 40;

/// How a forest is grown.
#[derive(Clone, Copy, Debug)]
struct Recipe {
    n_trees: usize,
    depth: usize,
    rate: f64,
    /// Least sum of weights in a leaf.
    least: f64,
    /// How much a leaf is drawn toward zero.
    shrink: f64,
    /// The table it makes, which says what it may ask for and what may only raise a score.
    table: Asked,
    /// Whether all sets are fitted on one scale instead of each from its own share of links.
    is_one_scale: bool,
}

const ARTICLES: Recipe =
    Recipe { n_trees: 180, depth: 5, rate: 0.1, least: 8.0, shrink: 12.0, table: Asked::Articles, is_one_scale: false };
const SENTENCES: Recipe = Recipe {
    n_trees: 220,
    depth: 5,
    rate: 0.06,
    least: 30.0,
    shrink: 8.0,
    table: Asked::Sentences,
    is_one_scale: true,
};

struct Set {
    name: &'static str,
    file: &'static str,
    /// What all its candidates together count.
    weight: f64,
    /// What no link and a link are fitted to.
    aims: [f64; 2],
}

const ARTICLE_SETS: [Set; 5] = [
    Set { name: "news", file: "news/dev/plain.jsonl", weight: 6000.0, aims: [0.0, 1.0] },
    Set { name: "basil", file: "align/dev/basil.jsonl", weight: 2500.0, aims: [0.0, 1.0] },
    Set { name: "superpal", file: "align/dev/superpal.jsonl", weight: 1500.0, aims: [0.0, 1.0] },
    Set { name: "span", file: "align/dev/superpal_span.jsonl", weight: 3000.0, aims: [0.0, 1.0] },
    Set { name: "ecbplus", file: "align/dev/ecbplus.jsonl", weight: 2000.0, aims: [0.0, 1.0] },
];
const SENTENCE_SETS: [Set; 2] = [
    Set { name: "mrpc", file: "align/dev/mrpc.jsonl", weight: 4000.0, aims: [0.5, 0.78] },
    Set { name: "stsb", file: "align/dev/stsb_news.jsonl", weight: 4000.0, aims: [0.0, 1.0] },
];

/// A candidate.
#[derive(Clone)]
struct Example {
    set: usize,
    fold: usize,
    features: Features,
    /// 0 no link, 1 a link, between them a weak one.
    target: f64,
    /// What it is fitted to.
    aim: f64,
    is_weak: bool,
    /// Whether its articles were cut short: fitted to, but not reported.
    is_short: bool,
    weight: f64,
}

/// Examples, and for each set how many links no candidate stands for.
#[derive(Default)]
struct Data {
    examples: Vec<Example>,
    n_lost: BTreeMap<usize, usize>,
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let bench = Path::new(arguments.first().map_or("../shared/bench", String::as_str));
    for (table, sets, recipe) in
        [("articles", &ARTICLE_SETS[..], ARTICLES), ("sentences", &SENTENCE_SETS[..], SENTENCES)]
    {
        if arguments.get(2).is_some_and(|only| only != table) {
            continue;
        }
        let data = read(bench, sets);
        println!("{table}: {} candidates, {recipe:?}", data.examples.len());
        let unseen: Vec<Vec<(usize, f64)>> = (0..N_FOLDS)
            .into_par_iter()
            .map(|fold| {
                let train: Vec<&Example> = data.examples.iter().filter(|example| example.fold != fold).collect();
                let forest = Forest::parse(&grow(&train, recipe));
                let held = data.examples.iter().enumerate().filter(|(_, example)| example.fold == fold);
                held.map(|(idx, example)| (idx, forest.score(&example.features, 0.0))).collect()
            })
            .collect();
        let mut scores = vec![0.0; data.examples.len()];
        for (idx, score) in unseen.into_iter().flatten() {
            scores[idx] = score;
        }
        report(sets, &data, &scores);
        if let Some(folder) = arguments.get(1).filter(|folder| *folder != "-") {
            let all: Vec<&Example> = data.examples.iter().collect();
            let head = "# Boosted trees that score candidate links. Written by benches/alignment/train.rs; not to be edited.\n";
            fs::write(Path::new(folder).join(format!("{table}.tsv")), format!("{head}{}", grow(&all, recipe))).unwrap();
        }
    }
}

fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn analysis(sentences: &Value, first: Option<usize>) -> Analysis {
    let sentences: Vec<&str> = match sentences {
        Value::Array(sentences) => sentences.iter().map(|sentence| sentence.as_str().unwrap()).collect(),
        sentence => vec![sentence.as_str().unwrap()],
    };
    let n = first.map_or(sentences.len(), |first| first.min(sentences.len()));
    analyze(Arc::new(Article::from_sentences("a", &sentences[..n])))
}

fn read(bench: &Path, sets: &[Set]) -> Data {
    let mut data = Data::default();
    for (set, Set { name, file, weight, aims }) in sets.iter().enumerate() {
        let records = lines(&bench.join(file));
        let golds: BTreeMap<String, Value> = if *name == "news" {
            let gold = lines(&bench.join("news/dev/plain_gold.jsonl"));
            gold.into_iter().map(|gold| (gold["id"].as_str().unwrap().to_owned(), gold)).collect()
        } else {
            BTreeMap::new()
        };
        let mut stories: BTreeMap<String, usize> = BTreeMap::new();
        let folds: Vec<usize> = records
            .iter()
            .map(|record| {
                let n = stories.len();
                *stories.entry(story(record["id"].as_str().unwrap(), name)).or_insert(n) % N_FOLDS
            })
            .collect();
        let read: Vec<(Vec<Example>, usize)> = records
            .par_iter()
            .zip(folds)
            .flat_map_iter(|(record, fold)| {
                let gold = golds.get(record["id"].as_str().unwrap());
                let short = (*name == "news" || *name == "basil").then_some(SHORT);
                let versions = [None].into_iter().chain(short.map(Some));
                versions.map(move |first| examples(set, name, record, gold, fold, first)).collect::<Vec<_>>()
            })
            .collect();
        let n: usize = read.iter().map(|(examples, _)| examples.len()).sum();
        for (mut examples, n_lost) in read {
            for example in &mut examples {
                example.weight = weight / n as f64 * if example.is_short { SHORT_WEIGHT } else { 1.0 };
                example.aim = aims[0] + (aims[1] - aims[0]) * example.target;
            }
            data.examples.extend(examples);
            *data.n_lost.entry(set).or_default() += n_lost;
        }
    }
    data
}

/// The story a record belongs to: pairs of one story never lie in two folds.
fn story(id: &str, set: &str) -> String {
    let parts: Vec<&str> = id.split('/').collect();
    match set {
        "ecbplus" => parts[1].split('_').next().unwrap().to_owned(),
        "basil" | "superpal" | "span" => parts[1].to_owned(),
        _ => id.to_owned(),
    }
}

/// The candidates of one record, and how many of its links are none.
fn examples(
    set: usize,
    name: &str,
    record: &Value,
    gold: Option<&Value>,
    fold: usize,
    first: Option<usize>,
) -> (Vec<Example>, usize) {
    let mut links: BTreeMap<(usize, usize, usize, usize), f64> = BTreeMap::new();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let articles: Vec<Analysis> = match gold {
        Some(gold) => {
            for pair in gold["pairs"].as_array().unwrap() {
                let (p, q) = ((number(&pair[0]), number(&pair[1])), (number(&pair[2]), number(&pair[3])));
                let ((a, i), (b, j)) = (p.min(q), p.max(q));
                let label: f64 = if pair[4] == "full" { 1.0 } else { WEAK };
                let link = links.entry((a, i, b, j)).or_default();
                *link = label.max(*link);
            }
            record["articles"]
                .as_array()
                .unwrap()
                .iter()
                .map(|article| analysis(&article["sentences"], first))
                .collect()
        }
        None => {
            for pair in record["pairs"].as_array().into_iter().flatten() {
                links.insert((0, number(&pair[0]), 1, number(&pair[1])), pair[2].as_f64().unwrap());
            }
            if let Some(label) = record["label"].as_f64() {
                links.insert((0, 0, 1, 0), if name == "stsb" { label / 5.0 } else { label });
            }
            vec![analysis(&record["a"], first), analysis(&record["b"], first)]
        }
    };
    let scope = |side: &str, sentence: usize| {
        record[side].as_array().is_none_or(|scope| scope.iter().any(|other| number(other) == sentence))
    };
    let is_graded = name == "news" || name == "stsb";
    let mut examples = Vec::new();
    let read = Story::read(&articles);
    for (a, b, features) in alignment::measure(&read) {
        // A story has its articles in an order of its own.
        let (p, q) = (read.given_claim(a), read.given_claim(b));
        let (a, b) = (p.min(q), p.max(q));
        if !scope("scope_a", a.claim.0) || !scope("scope_b", b.claim.0) {
            continue;
        }
        let target = links.remove(&(a.article, a.claim.0, b.article, b.claim.0)).unwrap_or(0.0);
        let is_weak = target > 0.0 && target < 1.0;
        if is_weak && !is_graded {
            continue;
        }
        examples.push(Example {
            set,
            fold,
            features,
            target,
            aim: target,
            is_weak,
            is_short: first.is_some(),
            weight: 0.0,
        });
    }
    if first.is_some() {
        return (examples, 0);
    }
    let in_scope = |key: &(usize, usize, usize, usize)| scope("scope_a", key.1) && scope("scope_b", key.3);
    (examples, links.iter().filter(|(key, label)| **label >= 1.0 && in_scope(key)).count())
}

/// Grows a forest and answers it as a table.
fn grow(examples: &[&Example], recipe: Recipe) -> String {
    let n_sets = examples.iter().map(|example| example.set + 1).max().unwrap_or(0);
    let offsets: Vec<f64> = (0..n_sets)
        .map(|set| {
            let of_set =
                examples.iter().filter(|example| (recipe.is_one_scale || example.set == set) && !example.is_short);
            let (sum, total) = of_set.fold((0.0, 0.0), |(sum, n), example| (sum + example.aim, n + 1.0));
            let mean: f64 = sum / total;
            (mean / (1.0 - mean)).ln()
        })
        .collect();
    let bias = offsets[0];
    let edges = edges(examples);
    let binned: Vec<[u8; N_FEATURES]> = examples
        .iter()
        .map(|example| {
            std::array::from_fn(|feature| {
                u8::try_from(edges[feature].partition_point(|edge| *edge < example.features[feature])).unwrap()
            })
        })
        .collect();
    let mut logits: Vec<f64> = examples.iter().map(|example| offsets[example.set]).collect();
    let mut table = format!("bias\t{bias:.5}\n");
    for n_tree in 0..recipe.n_trees {
        let slopes: Vec<[f64; 2]> = examples
            .iter()
            .zip(&logits)
            .map(|(example, logit)| {
                let score = 1.0 / (1.0 + (-logit).exp());
                [example.weight * (example.aim - score), example.weight * score * (1.0 - score)]
            })
            .collect();
        table.push_str("tree\n");
        let all: Vec<usize> = (0..examples.len()).collect();
        let mut tree = Tree {
            binned: &binned,
            edges: &edges,
            slopes: &slopes,
            recipe,
            n_tree,
            logits: &mut logits,
            table: &mut table,
        };
        tree.branch(&all, 0, [f64::NEG_INFINITY, f64::INFINITY]);
    }
    table
}

/// For each measure, the values that part its bins: quantiles of all its values but the least.
fn edges(examples: &[&Example]) -> Vec<Vec<f32>> {
    (0..N_FEATURES)
        .map(|feature| {
            let mut values: Vec<f32> = examples.iter().map(|example| example.features[feature]).collect();
            values.sort_unstable_by(f32::total_cmp);
            let first = values.partition_point(|value| *value <= values[0]).saturating_sub(1);
            let values = &values[first..];
            let mut edges: Vec<f32> =
                (0..N_BINS - 1).map(|bin| values[(values.len() - 1) * bin / (N_BINS - 1)]).collect();
            edges.dedup();
            edges
        })
        .collect()
}

struct Tree<'a> {
    binned: &'a [[u8; N_FEATURES]],
    edges: &'a [Vec<f32>],
    slopes: &'a [[f64; 2]],
    recipe: Recipe,
    n_tree: usize,
    logits: &'a mut [f64],
    table: &'a mut String,
}

/// Whether a tree may ask for a measure: each tree sees about half of them, so that no single measure decides everywhere.
fn is_offered(n_tree: usize, feature: usize) -> bool {
    let mixed = (n_tree * STEP + feature + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40).is_multiple_of(2)
}

struct Split {
    gain: f64,
    feature: usize,
    bin: usize,
    values: [f64; 2],
}

impl Tree<'_> {
    fn value(&self, [slope, curve]: [f64; 2], bounds: [f64; 2]) -> f64 {
        (slope / (curve + self.recipe.shrink)).clamp(bounds[0], bounds[1])
    }

    /// How much a leaf of that value wins.
    fn gain(&self, [slope, curve]: [f64; 2], value: f64) -> f64 {
        2.0 * slope * value - (curve + self.recipe.shrink) * value * value
    }

    fn branch(&mut self, members: &[usize], depth: usize, bounds: [f64; 2]) {
        let total = members.iter().fold([0.0; 2], |sum, &idx| [0, 1].map(|k| sum[k] + self.slopes[idx][k]));
        let value = self.value(total, bounds);
        let whole = self.gain(total, value);
        let split = (depth < self.recipe.depth)
            .then(|| {
                let asked = (0..N_FEATURES).filter(|&feature| MEASURES[feature].asked.has(self.recipe.table));
                let offered = asked.filter(|&feature| is_offered(self.n_tree, feature));
                let best = offered.filter_map(|feature| self.split(members, feature, total, bounds));
                best.reduce(|best, next| if next.gain > best.gain { next } else { best })
            })
            .flatten()
            .filter(|split| split.gain > whole + 1e-9);
        let Some(split) = split else {
            let step = self.recipe.rate * value;
            writeln!(self.table, "say\t{step:.5}").unwrap();
            members.iter().for_each(|&idx| self.logits[idx] += step);
            return;
        };
        writeln!(self.table, "ask\t{}\t{}", split.feature, self.edges[split.feature][split.bin]).unwrap();
        let (lower, upper): (Vec<usize>, Vec<usize>) =
            members.iter().partition(|&&idx| usize::from(self.binned[idx][split.feature]) <= split.bin);
        let middle = (split.values[0] + split.values[1]) / 2.0;
        let is_monotone = MEASURES[split.feature].raises.has(self.recipe.table);
        self.branch(&lower, depth + 1, if is_monotone { [bounds[0], middle] } else { bounds });
        self.branch(&upper, depth + 1, if is_monotone { [middle, bounds[1]] } else { bounds });
    }

    fn split(&self, members: &[usize], feature: usize, total: [f64; 2], bounds: [f64; 2]) -> Option<Split> {
        let mut bins = [[0.0_f64; 2]; N_BINS + 1];
        for &idx in members {
            let bin = &mut bins[usize::from(self.binned[idx][feature])];
            bin[0] += self.slopes[idx][0];
            bin[1] += self.slopes[idx][1];
        }
        let mut best: Option<Split> = None;
        let mut below = [0.0; 2];
        for (bin, sums) in bins.iter().enumerate().take(self.edges[feature].len()) {
            below = [0, 1].map(|k| below[k] + sums[k]);
            let above = [0, 1].map(|k| total[k] - below[k]);
            // The curvature is at most a quarter of the weight.
            if below[1] < self.recipe.least / 4.0 || above[1] < self.recipe.least / 4.0 {
                continue;
            }
            let values = [self.value(below, bounds), self.value(above, bounds)];
            if MEASURES[feature].raises.has(self.recipe.table) && values[0] > values[1] {
                continue;
            }
            let gain = self.gain(below, values[0]) + self.gain(above, values[1]);
            if best.as_ref().is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, feature, bin, values });
            }
        }
        best
    }
}

/// Prints what the scores are worth on unseen stories.
fn report(sets: &[Set], data: &Data, scores: &[f64]) {
    for (set, Set { name, .. }) in sets.iter().enumerate() {
        let of_set =
            || data.examples.iter().zip(scores).filter(move |(example, _)| example.set == set && !example.is_short);
        if *name == "stsb" {
            let pairs: Vec<(f64, f64)> = of_set().map(|(example, score)| (*score, example.target)).collect();
            println!("{name:10} Pearson {:.3}", pearson(&pairs));
            continue;
        }
        let n_lost = data.n_lost[&set];
        let full: Vec<(f64, bool)> = of_set()
            .filter(|(example, _)| !example.is_weak)
            .map(|(example, score)| (*score, example.target >= 1.0))
            .collect();
        println!("{name:10} {}", curve(full, n_lost));
        if *name == "news" {
            let any = of_set().map(|(example, score)| (*score, example.target > 0.0)).collect();
            println!("{:10} {}", "  any", curve(any, n_lost));
            println!(
                "{:10} {}",
                "  both",
                best_for_both(&of_set().map(|(e, s)| (*s, e.target)).collect::<Vec<_>>(), n_lost)
            );
        }
        if *name == "mrpc" {
            let mut sorted: Vec<(f64, bool)> = of_set().map(|(e, score)| (*score, e.target >= 1.0)).collect();
            sorted.sort_by(|x, y| y.0.total_cmp(&x.0));
            let n_negative = sorted.iter().filter(|(_, is_link)| !is_link).count();
            let mut right = n_negative;
            let best = sorted.iter().map(|(score, is_link)| {
                if *is_link {
                    right += 1;
                } else {
                    right -= 1;
                }
                (right, *score)
            });
            let (right, at) = best.max_by_key(|(right, _)| *right).unwrap();
            println!("{name:10} accuracy {:.3} at {at:.2}", right as f64 / sorted.len() as f64);
        }
    }
}

/// The threshold with the greatest sum of F1 over full links, weak ones left out, and of F1 over all links.
fn best_for_both(scored: &[(f64, f64)], n_lost: usize) -> String {
    let n_links = |least: f64| scored.iter().filter(|(_, target)| *target >= least).count() + n_lost;
    let (n_full, n_any) = (n_links(1.0), n_links(f64::MIN_POSITIVE));
    let f1 = |hits: usize, n: usize, n_links: usize| 2.0 * hits as f64 / (n + n_links) as f64;
    let at = |threshold: f64| {
        let n_taken = |is: fn(f64) -> bool| scored.iter().filter(|pair| pair.0 >= threshold && is(pair.1)).count();
        let (full, weak, none) = (n_taken(|t| t >= 1.0), n_taken(|t| t > 0.0 && t < 1.0), n_taken(|t| t <= 0.0));
        (f1(full, full + none, n_full), f1(full + weak, full + weak + none, n_any), threshold)
    };
    let best = (1..100).map(|hundredth| at(f64::from(hundredth) / 100.0));
    let best = best.reduce(|best, next| if next.0 + next.1 > best.0 + best.1 { next } else { best });
    best.map_or_else(String::new, |(full, any, at)| format!("F1 {full:.3} full, {any:.3} any at {at:.2}"))
}

/// Average precision, the best F1 and its threshold, and precision, recall and F1 at a range of thresholds.
fn curve(mut scored: Vec<(f64, bool)>, n_lost: usize) -> String {
    scored.sort_by(|x, y| y.0.total_cmp(&x.0));
    let n_links = scored.iter().filter(|(_, is_link)| *is_link).count() + n_lost;
    let (mut hits, mut precision_sum, mut best) = (0, 0.0, (0.0, 0.0));
    let mut text = String::new();
    let mut grid = [0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2].iter().peekable();
    for (idx, (score, is_link)) in scored.iter().enumerate() {
        while let Some(threshold) = grid.next_if(|threshold| score < *threshold) {
            let (precision, recall) = (f64::from(hits) / idx.max(1) as f64, f64::from(hits) / n_links as f64);
            let f1 = 2.0 * f64::from(hits) / (idx + n_links) as f64;
            write!(text, "\n     at {threshold}: P {precision:.3} R {recall:.3} F1 {f1:.3}").unwrap();
        }
        if *is_link {
            hits += 1;
            precision_sum += f64::from(hits) / (idx + 1) as f64;
        }
        let f1 = 2.0 * f64::from(hits) / (idx + 1 + n_links) as f64;
        if f1 > best.0 {
            best = (f1, *score);
        }
    }
    let average = precision_sum / n_links as f64;
    format!(
        "AP {average:.3}  best F1 {:.3} at {:.2}, {n_lost} of {n_links} links are no candidates{text}",
        best.0, best.1
    )
}

fn pearson(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0 / n, y + pair.1 / n));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for pair in pairs {
        xy += (pair.0 - x) * (pair.1 - y);
        xx += (pair.0 - x).powi(2);
        yy += (pair.1 - y).powi(2);
    }
    xy / (xx * yy).sqrt()
}
