//! One person, two posts: "the acting director, Ann Ward" here, "the director, Ann Ward" there.
//!
//! Comes in: the names of the story. Goes out: [`Difference`]s between the posts beside one name in two articles, where they are the same but
//! for a word that makes another of it ("former", "deputy", "interim"). A post with that word anywhere in the other article is settled.
//! Near linear in the number of names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::difference::{Difference, Place, met, reason};
use super::name::{Name, Names, is_role};
use super::words::{Sentence, Story};
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId};
use crate::lexicon;
use crate::text::Span;

/// So many words before a name, or behind its comma, tell its post.
const REACH: usize = 8;

/// A post beside a name.
struct Post {
    claim: ClaimId,
    span: Span,
    /// The word that names it: "director".
    head: String,
    /// The words before that make another post of it, sorted.
    modifiers: Vec<String>,
}

impl Post {
    /// What makes two posts one.
    fn kind(&self) -> (&str, &[String]) {
        (&self.head, &self.modifiers)
    }
}

/// The posts of one person that differ between two articles.
pub(super) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let mut people: BTreeMap<String, Vec<Post>> = BTreeMap::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        for claim in 0..analysis.claims.len() {
            let id = ClaimId { article, claim };
            for name in names.of(id).iter().filter(|name| name.parts.len() > 1) {
                let key = format!("{} {}", name.parts[0], name.parts[name.parts.len() - 1]);
                people.entry(key).or_default().extend(posts(&story.sentences[article][claim], id, name));
            }
        }
    }
    let mut differences = Vec::new();
    for (person, posts) in &people {
        let heads: BTreeSet<&str> = posts.iter().map(|post| post.head.as_str()).collect();
        let kinds: BTreeSet<(&str, &[String])> = posts.iter().map(Post::kind).collect();
        if heads.len() == kinds.len() {
            continue;
        }
        let by_article: Vec<&[Post]> = posts.chunk_by(|p, q| p.claim.article == q.claim.article).collect();
        for (at, left) in by_article.iter().enumerate() {
            for right in &by_article[at + 1..] {
                if let Some((p, q)) = unlike(left, right) {
                    differences.push(difference(story, person, p, q));
                }
            }
        }
    }
    differences
}

/// A post in `left` that `right` gives otherwise, and neither article has as the other does.
fn unlike<'a>(left: &'a [Post], right: &'a [Post]) -> Option<(&'a Post, &'a Post)> {
    let is_told = |posts: &[Post], post: &Post| posts.iter().any(|one| one.kind() == post.kind());
    left.iter().find_map(|p| {
        let q = right.iter().find(|q| q.head == p.head && q.modifiers != p.modifiers)?;
        (!is_told(right, p) && !is_told(left, q)).then_some((p, q))
    })
}

fn difference(story: &Story, person: &str, p: &Post, q: &Post) -> Difference {
    let place = |post: &Post| Place {
        claim: post.claim,
        span: post.span,
        quantity: None,
        key: format!("{} {}", post.modifiers.join(" "), post.head),
    };
    let words = |post: &Post| story.articles[post.claim.article].words(post.span).to_owned();
    let last = person.rsplit(' ').next().unwrap_or(person);
    let shown = story.sentence(p.claim).words.iter().find(|word| word.lower == last);
    let shown =
        shown.map_or_else(|| last.to_owned(), |word| story.articles[p.claim.article].words(word.span).to_owned());
    Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        certainty: Certainty::Medium,
        what: shown.clone(),
        is_noun: true,
        places: [place(p), place(q)],
        why: vec![
            met(Condition::OtherPost(shown)),
            met(Condition::OtherNames(words(p), words(q))),
            reason(Condition::SamePlace, true),
        ],
        strength: 0.6,
    }
}

/// The posts beside `name`: in the words before it and in what stands behind its comma.
fn posts(sentence: &Sentence, claim: ClaimId, name: &Name) -> Vec<Post> {
    let words = &sentence.words;
    let range = name.range();
    let mut found = Vec::new();
    let mut start = range.start;
    while start > 0 && range.start - start < REACH {
        // "The acting director, Ann Ward": the comma before the name parts nothing.
        if start < range.start && words[start].after_break || words[start].after_quote {
            break;
        }
        start -= 1;
    }
    let is_other = |idx: usize| matches!(words[idx].lower.as_str(), "who" | "which" | "that");
    let mut end = range.end;
    while end < words.len()
        && end - range.end < REACH
        && (end == range.end || !words[end].after_break)
        && !is_other(end)
    {
        end += 1;
    }
    let is_behind = words.get(range.end).is_some_and(|word| word.after_break && !word.after_quote);
    let behind = if is_behind { range.end..end } else { range.end..range.end };
    // Before the name, its post is the word beside it; behind, the first.
    let beside = range.start.checked_sub(1).filter(|&idx| idx >= start && is_post(&words[idx].lower));
    let first_behind = behind.clone().find(|&idx| is_post(&words[idx].lower));
    for (window, head) in [(start..range.start, beside), (behind, first_behind)] {
        let Some(head) = head else { continue };
        let mut modifiers: Vec<String> = Vec::new();
        let mut first = head;
        for idx in (window.start..head).rev().take_while(|&idx| head - idx <= REACH) {
            let lower = words[idx].lower.as_str();
            if words[idx + 1].after_break || STOPS.contains(&lower) || is_post(lower) && !MODIFIERS.contains(lower) {
                break;
            }
            if MODIFIERS.contains(lower) {
                modifiers.push(lower.to_owned());
                first = idx;
            }
        }
        modifiers.sort_unstable();
        let span = words[first].span.cover(words[head].span);
        found.push(Post { claim, span, head: words[head].lower.clone(), modifiers });
    }
    found
}

/// Words before which another phrase stands.
const STOPS: &[&str] = &["a", "an", "and", "by", "for", "of", "said", "the", "to", "with"];

/// Whether a word names a post and not a relation or a title.
fn is_post(lower: &str) -> bool {
    match POST_WORDS.get(lower) {
        Some(&class) => class == "post",
        None => is_role(lower) && !MODIFIERS.contains(lower),
    }
}

static POST_WORDS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::POST_WORDS.rows().map(|row| (row[0], row[1])).collect());

static MODIFIERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::POST_MODIFIERS.rows().map(|row| row[0]).collect());
