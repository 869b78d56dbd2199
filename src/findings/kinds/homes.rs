//! Where somebody is from, given in two ways: "Ann Ward, 59, of Tarn" here, "Ward, who lived in Lund" there.
//!
//! Takes the names of the story. Returns [`Difference`]s between the places that two articles give as the home of one
//! person, where they have no word in common and neither article names the other's place at all. A country or a state
//! is no other home than a town. Time is linear in the words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::name::{Name, Names};
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::words::{Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// How many words after a name are searched for the home: "Ward, 59, of Tarn".
const BEHIND: usize = 3;
/// How many words after a name are searched for "lived in".
const BEFORE: usize = 8;

/// A place where somebody is from.
struct Home {
    claim: ClaimId,
    span: Span,
    words: Vec<String>,
}

/// Returns the homes of one person that differ between two articles.
pub(in crate::findings) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let mut of_person: BTreeMap<&str, Vec<Home>> = BTreeMap::new();
    for id in story.claims() {
        let sentence = story.sentence(id);
        for name in names.of(id) {
            let of = name.of(sentence).filter(|of| *of > name.range().start);
            let home = of.and_then(|of| place(&sentence.words, of + 1));
            let home = home.or_else(|| behind(&sentence.words, name));
            let home = home.or_else(|| lived(&sentence.words, name, names.of(id)));
            if let (Some(last), Some(home)) = (name.surname(sentence), home) {
                of_person.entry(last).or_default().push(Home { claim: id, ..home });
            }
        }
    }
    let said: Vec<FxHashSet<&str>> = (0..story.articles.len()).map(|article| capitals(story, article)).collect();
    let mut differences = Vec::new();
    for homes in of_person.values() {
        for (at, p) in homes.iter().enumerate() {
            let is_known =
                |home: &Home, article: usize| home.words.iter().all(|word| said[article].contains(word.as_str()));
            let is_other = |q: &&Home| {
                q.claim.article != p.claim.article
                    && !p.words.iter().any(|word| q.words.contains(word))
                    && !is_known(p, q.claim.article)
                    && !is_known(q, p.claim.article)
            };
            differences.extend(homes[at + 1..].iter().filter(is_other).map(|q| difference(story, p, q)));
        }
    }
    differences
}

/// The capitalized words of an article.
fn capitals<'a>(story: &'a Story, article: usize) -> FxHashSet<&'a str> {
    let words = story.sentences[article].iter().flat_map(|sentence| &sentence.words);
    words.filter(|word| word.is_capital).map(|word| word.lower.as_str()).collect()
}

/// "Ward, 59, of Tarn", "Ward of Tarn": the place behind "of" or "from", no further than an age away.
fn behind(words: &[Word], name: &Name) -> Option<Home> {
    let end = name.range().end;
    let of = (end..words.len().min(end + BEHIND)).find(|&idx| matches!(words[idx].lower.as_str(), "of" | "from"))?;
    let is_age = words[end..of].iter().all(|word| word.is_figure);
    if !is_age || of == end && words[of].lower == "from" {
        return None;
    }
    place(words, of + 1)
}

/// "Ward, who lived in Tarn": the name is the nearest before.
fn lived(words: &[Word], name: &Name, all: &[Name]) -> Option<Home> {
    let end = name.range().end;
    let verb = (end..words.len().min(end + BEFORE)).find(|&idx| {
        matches!(words[idx].lower.as_str(), "lived" | "lives" | "living" | "resident" | "resides" | "resided")
    })?;
    let is_nearest = !all.iter().any(|other| other.range().start >= end && other.range().end <= verb);
    let next = words.get(verb + 1).filter(|word| matches!(word.lower.as_str(), "in" | "of"));
    next.filter(|_| is_nearest).and_then(|_| place(words, verb + 2))
}

/// The place whose name begins at `idx`, without a state or country that is not named beside a town.
fn place(words: &[Word], idx: usize) -> Option<Home> {
    let is_part = |word: &Word| word.is_capital && word.is_content && !word.is_figure;
    let rest = words.get(idx..)?;
    let n_words =
        rest.iter().enumerate().take_while(|(at, word)| is_part(word) && (*at == 0 || !word.after_break)).count();
    let found = rest.get(..n_words).filter(|found| !found.is_empty())?;
    let names: Vec<String> = found.iter().map(|word| word.lower.clone()).collect();
    let is_wide = REGIONS.contains(names.join(" ").as_str());
    let span = found[0].span.cover(found[found.len() - 1].span);
    (!is_wide).then_some(Home { claim: ClaimId::at(0, 0), span, words: names })
}

fn difference(story: &Story, p: &Home, q: &Home) -> Difference {
    let (p, q) = if p.claim < q.claim { (p, q) } else { (q, p) };
    let place = |home: &Home| Place { claim: home.claim, span: home.span, quantity: None, key: home.words.join(" ") };
    let words = |home: &Home| story.articles[home.claim.article].words(home.span).to_owned();
    Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Medium,
        what: words(p),
        is_noun: false,
        places: [place(p), place(q)],
        why: vec![met(Condition::OtherNames(words(p), words(q))), reason(Condition::SamePlace, true)],
        strength: 0.5,
    }
}

static REGIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::REGIONS.rows().map(|row| row[0]).collect());
