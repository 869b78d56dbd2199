//! How far an affair has come in each article: still sought here, caught there; charges to come, charged; on trial,
//! convicted; to resign, resigned.
//!
//! Takes the names of the story. Returns a [`Difference`] for each person whose affair is at another step in two
//! articles, whether or not their claims are linked: each article is taken at the furthest stage it tells of. Stages
//! are phrases of `stages.tsv`; a phrase belongs to the nearest name before it, else to one close behind, else to the
//! person that most phrases of the story belong to. Limits: who a pronoun means is not asked for. Time is linear in the
//! words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::name::{Name, Names};
use super::state::States;
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::phrases::Phrases;
use crate::findings::reading::words::{Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// How many words after a phrase are searched for the name of the person: "convicted a Spiro man, Ann Ward".
const BEHIND: usize = 8;

/// A phrase that tells of a stage.
#[derive(Clone, Copy)]
struct Told {
    claim: ClaimId,
    span: Span,
    stage: &'static str,
}

/// Returns the people whose case has come further in one article than in another.
pub(in crate::findings) fn find(story: &Story, names: &Names, states: &States) -> Vec<Difference> {
    let surnames = surnames(story, names);
    let mut of_person: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    let mut of_nobody: Vec<Told> = Vec::new();
    for id in story.claims() {
        for (idx, told) in stages(story, states, id) {
            match person(story, names, id, idx, &surnames) {
                Some(person) => of_person.entry(person.to_owned()).or_default().push(told),
                None => of_nobody.push(told),
            }
        }
    }
    let main = of_person.iter().max_by_key(|(name, all)| (all.len(), std::cmp::Reverse(*name)));
    let main = main.map(|(name, _)| name.clone());
    if let Some(all) = main.and_then(|main| of_person.get_mut(&main)) {
        all.extend(of_nobody);
    }
    of_person.values().flat_map(|all| apart(story, all)).collect()
}

/// The surnames of the story: last words of whole names that are also printed alone, or in several articles.
fn surnames<'a>(story: &'a Story, names: &'a Names) -> BTreeSet<&'a str> {
    let mut whole: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut alone: BTreeSet<&str> = BTreeSet::new();
    for id in story.claims() {
        for name in names.of(id) {
            let Some(last) = name.surname(story.sentence(id)) else { continue };
            if name.parts.len() > 1 {
                whole.entry(last).or_default().insert(id.article);
            } else {
                alone.insert(last);
            }
        }
    }
    whole.retain(|last, articles| alone.contains(last) || articles.len() > 1);
    whole.into_keys().collect()
}

/// The phrases of the claim at `id` that tell of a stage, with the index of their first word.
fn stages(story: &Story, states: &States, id: ClaimId) -> Vec<(usize, Told)> {
    let words = &story.sentence(id).words;
    let states = states.of(id);
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        let Some((n_words, stage)) = STAGES.at(&words[idx..]).or_else(|| faced(&words[idx..])) else {
            idx += 1;
            continue;
        };
        let last = idx + n_words - 1;
        // "was not convicted", "could be convicted": of a stage to come nothing is said.
        // The last word of "pleaded not guilty" is denied by the phrase itself.
        let is_so = |at: usize| !states[at].is_denied && !states[at].is_expected && !states[at].is_alleged;
        if rank(stage).1 == 0 || is_so(idx) && (is_so(last) || states[last].by > Some(idx)) {
            found.push((idx, Told { claim: id, span: words[idx].span.cover(words[last].span), stage }));
        }
        idx = last + 1;
    }
    found
}

/// "Faces murder charges": words between the verb and what is faced.
fn faced(words: &[Word]) -> Option<(usize, &'static str)> {
    let is_face = matches!(words.first()?.lower.as_str(), "face" | "faces" | "facing");
    let charge = words.iter().take(FACED).position(|word| matches!(word.lower.as_str(), "charge" | "charges"))?;
    is_face.then_some((charge + 1, "charge:1"))
}

/// How many words, "faces" included, are searched for the charge.
const FACED: usize = 5;

/// Whose stage the phrase at `idx` of the claim at `id` tells.
fn person<'a>(
    story: &'a Story,
    names: &'a Names,
    id: ClaimId,
    idx: usize,
    surnames: &BTreeSet<&'a str>,
) -> Option<&'a str> {
    let (sentence, names) = (story.sentence(id), names.of(id));
    let known = |name: &'a Name| name.surname(sentence).filter(|last| surnames.contains(last));
    let before = names.iter().rev().filter(|name| name.range().end <= idx).find_map(known);
    let mut behind = names.iter().filter(|name| name.range().start > idx && name.range().start <= idx + BEHIND);
    before.or_else(|| behind.find_map(known))
}

/// The stages of one person that differ between two articles, each article at its furthest.
fn apart(story: &Story, all: &[Told]) -> Vec<Difference> {
    let mut furthest: BTreeMap<(&str, usize), Vec<Told>> = BTreeMap::new();
    for told in all {
        let (track, rank_of) = rank(told.stage);
        let known = furthest.entry((track, told.claim.article)).or_default();
        let highest = known.first().map(|one| rank(one.stage).1);
        if highest.is_some_and(|highest| rank_of > highest) {
            known.clear();
        }
        if highest.is_none_or(|highest| rank_of >= highest) {
            known.push(*told);
        }
    }
    let told: Vec<&Vec<Told>> = furthest.values().collect();
    let mut differences = Vec::new();
    for (at, left) in told.iter().enumerate() {
        for right in &told[at + 1..] {
            let pairs = left.iter().flat_map(|p| right.iter().map(move |q| (p, q)));
            let apart = pairs.filter(|(p, q)| is_apart(p.stage, q.stage));
            // A headline is short for what the text says.
            let n_heads = |p: &Told, q: &Told| usize::from(p.claim.claim.0 == 0) + usize::from(q.claim.claim.0 == 0);
            let alike = apart.map(|(p, q)| (story.alike(p.claim, q.claim) - n_heads(p, q) as f64, p, q));
            let closest = alike
                .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| (y.1.claim, y.2.claim).cmp(&(x.1.claim, x.2.claim))));
            differences
                .extend(closest.map(
                    |(_, p, q)| if p.claim < q.claim { difference(story, p, q) } else { difference(story, q, p) },
                ));
        }
    }
    differences
}

/// Whether an affair that is at one step is news to who read of the other. Who is tried has been charged.
fn is_apart(p: &'static str, q: &'static str) -> bool {
    let ((affair, one), (other_affair, other)) = (rank(p), rank(q));
    affair == other_affair && p != q && !(affair == "charge" && one.min(other) == 1 && one.max(other) == 2)
}

/// The affair a step belongs to, and how far it has come there.
fn rank(step: &'static str) -> (&'static str, u32) {
    let (affair, rest) = step.split_once(':').unwrap_or((step, ""));
    (affair, rest.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0))
}

fn difference(story: &Story, p: &Told, q: &Told) -> Difference {
    let words = |told: &Told| story.articles[told.claim.article].words(told.span).to_owned();
    let place = |told: &Told| Place { claim: told.claim, span: told.span, quantity: None, key: told.stage.to_owned() };
    let is_next = rank(p.stage).1.abs_diff(rank(q.stage).1) == 1;
    Difference {
        kind: FindingKind::Negation,
        relation: if rank(p.stage) == rank(q.stage) { Relation::Differs } else { Relation::Update },
        certainty: if is_next { Certainty::Medium } else { Certainty::Low },
        what: words(p),
        is_noun: false,
        places: [place(p), place(q)],
        why: vec![met(Condition::LegalStates(words(p), words(q))), reason(Condition::SamePlace, true)],
        strength: 0.5 + story.alike(p.claim, q.claim).min(1.0) / 2.0,
    }
}

static STAGES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(lexicon::STAGES.rows()));
