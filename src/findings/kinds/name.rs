#![doc = include_str!("../../../assets/help/name.md")]
//!
//! Takes two linked claims with their [`Name`]s. Returns [`Difference`]s between names that are in the same place of
//! both. A name that the other claim has too, if only in part, is settled; of the others, those are paired whose role
//! ("judge", "lawyer") or surroundings are alike. Names are runs of capitalized words; no list of names decides.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub(in crate::findings) use super::printed_name::Name;
use super::spelling::{is_look_alike, is_same, is_spelling, plain_letters};
use crate::alignment::{Certainty, ClaimId, Link};
use crate::findings::difference::{Difference, met, reason};
use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::story::lists;
use crate::text::Span;

/// Likeness of the two places, 0 to 1, from which on two names in them are called a conflict.
const CONFLICT: f64 = 0.42;
/// Likeness of the two places, 0 to 1, from which on two names in them are shown.
const DIFFERS: f64 = 0.32;
/// How much more alike the places of names have to be that share neither role nor spelling, as a part of 1.
const FRAME_ONLY: f64 = 0.06;
/// Likeness of the two places, 0 to 1, from which on two people whom both articles know are taken for mixed up.
const MIXED_UP: f64 = 0.60;
/// What an equal role adds to the likeness of the two places, as a part of 1.
const SAME_ROLE: f64 = 0.22;
/// How many words before a name, or after its comma, can hold its role.
const ROLE_REACH: usize = 3;
/// Share of the words, 0 to 1. A claim with more capitalized words may be a headline in capitals, whose names cannot be
/// separated.
const TITLE_CASE: f64 = 0.6;
/// Share of the content words, 0 to 1, that may lack a capital in such a headline.
const SMALL_IN_TITLE: f64 = 0.12;

/// The names of every claim.
pub(in crate::findings) struct Names(Vec<Vec<Vec<Name>>>, Vec<FxHashSet<String>>);

impl Names {
    /// Reads the names of `story`.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        let common = common_words(story);
        let mut all: Vec<Vec<Vec<Name>>> = story
            .sentences
            .iter()
            .map(|sentences| sentences.iter().map(|sentence| names(sentence, &common)).collect())
            .collect();
        all.iter_mut().for_each(|claims| spread_roles(claims));
        let known =
            all.iter().map(|claims| claims.iter().flatten().flat_map(|name| &name.parts).cloned().collect()).collect();
        Self(all, known)
    }

    /// Returns the names of a claim.
    pub(in crate::findings) fn of(&self, id: ClaimId) -> &[Name] {
        &self.0[id.article][id.claim]
    }

    /// Returns whether `article` names the last word of `name` anywhere.
    pub(super) fn knows(&self, article: usize, name: &Name) -> bool {
        name.parts.last().is_some_and(|last| self.1[article].contains(last))
    }

    /// Returns the articles that hold each word of a name.
    pub(super) fn articles_by_part(&self) -> FxHashMap<&str, FxHashSet<usize>> {
        let mut articles: FxHashMap<&str, FxHashSet<usize>> = FxHashMap::default();
        for (article, claims) in self.0.iter().enumerate() {
            for part in claims.iter().flatten().flat_map(|name| &name.parts) {
                articles.entry(part).or_default().insert(article);
            }
        }
        articles
    }

    /// Returns the first name of the claim at `id` of which no other article has a word.
    pub(super) fn only_in(&self, id: ClaimId, articles: &FxHashMap<&str, FxHashSet<usize>>) -> Option<Span> {
        let alone =
            |part: &String| articles.get(part.as_str()).is_none_or(|found| found.iter().all(|&at| at == id.article));
        self.of(id).iter().find(|name| name.parts.len() > 1 && name.parts.iter().all(alone)).map(|name| name.span)
    }
}

/// Returns the names that differ between the claims of `link`.
pub(in crate::findings) fn find(story: &Story, names: &Names, link: &Link) -> Vec<Difference> {
    let (left, right) = (names.of(link.a), names.of(link.b));
    let settled = |name: &Name, others: &[Name]| others.iter().any(|other| is_same(name, other));
    let open_left: Vec<&Name> = left.iter().filter(|name| !settled(name, right)).collect();
    let open_right: Vec<&Name> = right.iter().filter(|name| !settled(name, left)).collect();
    let (a, b) = (story.sentence(link.a), story.sentence(link.b));
    let knows = |article: usize, name: &Name| names.knows(article, name);
    let mut candidates: Vec<(f64, bool, &Name, &Name)> = Vec::new();
    for p in &open_left {
        for q in &open_right {
            let slot = slot::compare(story, a, &addressed(a, p), b, &addressed(b, q));
            let role = p.roles_with(q).find(|role| !is_role_of_many(role));
            let same_role = role.is_some_and(|role| is_role_of_one(role));
            let one_spelling = is_spelling(p, q);
            let is_mistaken = is_look_alike(p, q) && !(knows(link.b.article, p) && knows(link.a.article, q));
            let likeness = 0.45 * slot.near
                + 0.20 * slot.beside
                + 0.20 * slot.whole
                + if role.is_some() { SAME_ROLE } else { 0.0 }
                + if one_spelling || is_mistaken { SAME_ROLE } else { 0.0 }
                + if open_left.len() == 1 && open_right.len() == 1 { 0.05 } else { 0.0 };
            // After a title comes whoever has it.
            let is_titled = |sentence: &Sentence, name: &Name| {
                let before = addressed(sentence, name).start.checked_sub(1);
                before.is_some_and(|idx| is_role(&sentence.words[idx].lower))
            };
            let same_frame = before(a, p) == before(b, q) && before(a, p).is_some() && !is_titled(a, p);
            // Two people both articles know have hardly been mixed up.
            let is_known = knows(link.b.article, p) && knows(link.a.article, q);
            if is_known && !one_spelling && likeness < MIXED_UP {
                continue;
            }
            // Whom the other article names elsewhere may well play another part there.
            let is_known = knows(link.b.article, p) || knows(link.a.article, q);
            let is_plausible = (same_role || role.is_some() && likeness >= MIXED_UP) && !is_known
                || one_spelling
                || is_mistaken
                || (same_frame && likeness >= DIFFERS + FRAME_ONLY && !is_known);
            if likeness >= DIFFERS && is_plausible {
                candidates.push((likeness, !is_known || same_frame || likeness >= MIXED_UP, p, q));
            }
        }
    }
    candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| (x.2.span, x.3.span).cmp(&(y.2.span, y.3.span))));
    let (mut taken_left, mut taken_right) = (FxHashSet::default(), FxHashSet::default());
    let mut differences = Vec::new();
    for (likeness, is_new, p, q) in candidates {
        if taken_left.contains(&p.span) || taken_right.contains(&q.span) {
            continue;
        }
        taken_left.insert(p.span);
        taken_right.insert(q.span);
        differences.push(difference(story, link, likeness, is_new, p, q));
    }
    differences
}

/// The word before a name and its titles: "in" Walford, "told" Mr. Cole.
fn before(sentence: &Sentence, name: &Name) -> Option<u32> {
    let words = &sentence.words;
    let start = addressed(sentence, name).start;
    let word = words.get(start.checked_sub(1)?)?;
    (!words[start].after_break).then_some(word.stem)
}

/// The words of a name with "Mr." and the like before it.
fn addressed(sentence: &Sentence, name: &Name) -> Range<usize> {
    let n_titles = sentence.words[..name.range.start].iter().rev().take_while(|word| is_title(word)).count();
    name.range.start - n_titles..name.range.end
}

/// Returns whether a word in lower case names a role or is a title.
pub(super) fn is_role(lower: &str) -> bool {
    lists::role(lower).is_some()
}

/// Returns whether one person has `role` in a story: of presidents, generals, leaders and lawyers there are several.
pub(super) fn is_role_of_one(role: &str) -> bool {
    HOLDERS.get(role) == Some(&"one")
}

/// Whether several people have `role` in most stories: it says nothing.
fn is_role_of_many(role: &str) -> bool {
    HOLDERS.get(role) == Some(&"many")
}

static HOLDERS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::ROLE_HOLDERS.rows().map(|row| (row[0], row[1])).collect());

/// Whether a word only addresses whoever is named behind it: Mr., Ms.
fn is_title(word: &Word) -> bool {
    word.is_capital && lists::role(&word.lower).is_some_and(str::is_empty)
}

fn difference(story: &Story, link: &Link, likeness: f64, is_new: bool, p: &Name, q: &Name) -> Difference {
    let role = p.roles_with(q).find(|role| !is_role_of_many(role)).cloned();
    let one_spelling = is_spelling(p, q);
    let is_alike = likeness >= CONFLICT && is_new;
    let mut why = Vec::new();
    if let Some(role) = &role {
        why.push(met(Condition::SameRole(role.clone())));
    }
    if one_spelling {
        why.push(met(Condition::OneSpelling));
    }
    if role.is_none() && !one_spelling {
        let printed = |article: usize, name: &Name| story.articles[article].words(name.span).to_owned();
        why.push(met(Condition::OtherNames(printed(link.a.article, p), printed(link.b.article, q))));
    }
    why.push(reason(Condition::SamePlace, is_alike));
    let what = role.unwrap_or_else(|| story.articles[link.a.article].words(p.span).to_owned());
    Difference {
        kind: FindingKind::Name,
        // A hint, never a conflict: of 27 that were called so on 92 annotated stories, four were real differences.
        relation: Relation::Differs,
        certainty: Certainty::Low,
        what,
        is_noun: false,
        places: [p.place(link.a), q.place(link.b)],
        why,
        strength: likeness.min(1.0),
    }
}

/// A role given once holds for the name throughout the article.
fn spread_roles(claims: &mut [Vec<Name>]) {
    let mut known: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for name in claims.iter().flatten().filter(|name| !name.roles.is_empty()) {
        if let Some(last) = name.parts.last() {
            known.entry(last.clone()).or_default().extend(name.roles.iter().cloned());
        }
    }
    for name in claims.iter_mut().flatten().filter(|name| name.roles.is_empty()) {
        let roles = name.parts.last().and_then(|last| known.get(last));
        name.far_roles = roles.cloned().unwrap_or_default();
    }
}

/// Words that are somewhere in the story in lower case: at the start of a sentence they are no names.
fn common_words(story: &Story) -> FxHashSet<String> {
    let words = story.sentences.iter().flatten().flat_map(|sentence| &sentence.words);
    words.filter(|word| !word.is_capital).map(|word| word.lower.clone()).collect()
}

fn names(sentence: &Sentence, common: &FxHashSet<String>) -> Vec<Name> {
    let words = &sentence.words;
    if is_title_case(words) {
        return Vec::new();
    }
    let is_part = |idx: usize| {
        let word = &words[idx];
        let begins = idx == 0 || word.after_quote;
        word.is_capital
            && !word.is_figure
            && !(begins && (common.contains(&word.lower) || !word.is_content || word.is_shout))
            && !lists::is_no_name(&word.lower)
            && (word.is_content || word.lower.len() <= 2)
    };
    let mut names = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        if !is_part(idx) {
            idx += 1;
            continue;
        }
        let start = idx;
        let mut end = idx + 1;
        while end < words.len() {
            let before = &words[end - 1];
            let after_short = before.lower.chars().count() == 1 || lists::role(&before.lower).is_some();
            let broken = words[end].after_quote || (words[end].after_break && !after_short);
            if is_part(end) && !broken {
                end += 1;
            } else if JOINERS.contains(&words[end].lower.as_str())
                && !broken
                && end + 1 < words.len()
                && is_part(end + 1)
                && !words[end + 1].after_break
            {
                end += 2;
            } else {
                break;
            }
        }
        // "Ann Ward (D-Ohio)" has a party and a state behind it, no second name.
        let is_party = end > start + 1 && words[start].lower.chars().count() == 1 && words[start + 1].after_break;
        if !(is_party && words[start].after_break) {
            names.extend(name(sentence, start..end));
        }
        idx = end;
    }
    names
}

/// Returns whether words are a headline in capitals: most of them, and hardly a telling one without.
pub(super) fn is_title_case(words: &[Word]) -> bool {
    let n_capitals = words.iter().filter(|word| word.is_capital && !word.is_figure).count();
    let n_content = words.iter().filter(|word| word.is_content).count();
    let n_small = words.iter().filter(|word| word.is_content && !word.is_capital).count();
    words.len() > 4
        && n_capitals as f64 > TITLE_CASE * words.len() as f64
        && n_small as f64 <= SMALL_IN_TITLE * n_content as f64
}

/// Small words inside a name.
const JOINERS: &[&str] = &["al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "le", "of", "van", "von"];

fn name(sentence: &Sentence, range: Range<usize>) -> Option<Name> {
    let words = &sentence.words;
    let is_role = |idx: usize| lists::role(&words[idx].lower).is_some();
    // Titles are before the name proper; they are its role, not its name.
    let last_role = range.clone().rev().find(|&idx| is_role(idx)).filter(|&idx| idx + 2 < range.end);
    let proper = match last_role {
        // "Senate Minority Leader Ann Ward": all before the name is its title.
        Some(idx) => idx + 1,
        None => (range.start..range.end).find(|&idx| !is_role(idx))?,
    };
    let mut roles: Vec<String> =
        (range.start..proper).filter_map(|idx| lists::role(&words[idx].lower).map(str::to_owned)).collect();
    if last_role.is_some_and(|idx| idx > range.start && !roles.is_empty()) {
        let title: Vec<&str> = words[range.start..proper].iter().map(|word| word.lower.as_str()).collect();
        roles.push(title.join(" "));
    }
    // "the lawyer Ann Ward"; "a lawyer for the clerk, Ann Ward".
    let reach = if words[range.start].after_break { ROLE_REACH + 2 } else { 1 };
    for idx in (range.start.saturating_sub(reach)..range.start).rev() {
        // "Mr." says nothing: in "a lawyer for Mr. Ward, Eve Cole" the role is before it.
        if let Some(role) = lists::role(&words[idx].lower).filter(|role| !role.is_empty()) {
            roles.push(role.to_owned());
            break;
        }
        if words[idx].after_break && !(idx > 0 && is_title(&words[idx - 1])) {
            break;
        }
    }
    if words.get(range.end).is_some_and(|word| word.after_break) {
        for word in words[range.end..].iter().take(ROLE_REACH + 1) {
            roles.extend(lists::role(&word.lower).map(str::to_owned));
        }
    }
    roles.retain(|role| !role.is_empty());
    roles.sort_unstable();
    roles.dedup();
    let parts: Vec<String> = words[proper..range.end]
        .iter()
        .filter(|word| word.lower.chars().count() > 1 && word.is_content && !lists::is_suffix(&word.lower))
        .map(|word| plain_letters(&word.lower))
        .collect();
    let span = words[proper].span.cover(words[range.end - 1].span);
    (!parts.is_empty()).then_some(Name { range: proper..range.end, span, parts, roles, far_roles: Vec::new() })
}
