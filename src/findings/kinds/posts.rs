//! One person, two posts: "the acting director, Ann Ward" here, "the director, Ann Ward" there.
//!
//! Takes the names of the story. Returns [`Difference`]s between the posts beside one name in two articles, where they
//! are the same but for a word that makes another of it ("former", "deputy", "interim"). A post with that word anywhere
//! in the other article is settled. Near linear in the number of names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::name::{Name, Names, is_role};
use crate::alignment::{Certainty, ClaimId};
use crate::findings::difference::{Difference, Place, met, reason};
use crate::findings::reading::words::{Sentence, Stem, Story, Word};
use crate::findings::{Condition, FindingKind, Relation};
use crate::lexicon;
use crate::text::Span;

/// How many words before a name, or after its comma, can hold its post.
const REACH: usize = 8;

/// A post beside a name.
struct Post {
    claim: ClaimId,
    span: Span,
    /// The word that names it: "director".
    head: String,
    /// The words before that make another post of it, sorted.
    modifiers: Vec<String>,
    /// The telling words of what it is the post of: "manager for the bridges of Tarn".
    object: Vec<Stem>,
}

impl Post {
    /// What makes two posts one.
    fn kind(&self) -> (&str, &[String]) {
        (&self.head, &self.modifiers)
    }
}

/// Returns the posts of one person that differ between two articles.
pub(in crate::findings) fn find(story: &Story, names: &Names) -> Vec<Difference> {
    let whole = whole_names(story, names);
    let mut people: BTreeMap<String, Vec<Post>> = BTreeMap::new();
    for id in story.claims() {
        for name in names.of(id) {
            // A surname alone is the only person of that name.
            let known = name.parts.last().and_then(|last| whole.get(last.as_str()));
            let key = match name.parts.as_slice() {
                [_] => known.filter(|keys| keys.len() == 1).and_then(|keys| keys.first().cloned()),
                [first, .., last] => Some(format!("{first} {last}")),
                [] => None,
            };
            if let Some(key) = key {
                people.entry(key).or_default().extend(posts(story.sentence(id), id, name));
            }
        }
    }
    let mut differences = Vec::new();
    for (person, posts) in &people {
        let heads: BTreeSet<&str> = posts.iter().map(|post| post.head.as_str()).collect();
        let kinds: BTreeSet<(&str, &[String])> = posts.iter().map(Post::kind).collect();
        if heads.len() == kinds.len() && posts.iter().all(|post| post.object.is_empty()) {
            continue;
        }
        let by_article: Vec<&[Post]> = posts.chunk_by(|p, q| p.claim.article == q.claim.article).collect();
        for (at, left) in by_article.iter().enumerate() {
            for right in &by_article[at + 1..] {
                if let Some((p, q)) = unlike(left, right).or_else(|| of_another(left, right)) {
                    differences.push(difference(story, person, p, q));
                }
            }
        }
    }
    differences
}

/// The whole names of the story by their last word.
fn whole_names<'a>(story: &Story, names: &'a Names) -> BTreeMap<&'a str, BTreeSet<String>> {
    let mut whole: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for name in story.claims().flat_map(|id| names.of(id)) {
        if let [first, .., last] = name.parts.as_slice() {
            whole.entry(last).or_default().insert(format!("{first} {last}"));
        }
    }
    whole
}

/// A post in `left` that `right` gives otherwise, and neither article has as the other does.
fn unlike<'a>(left: &'a [Post], right: &'a [Post]) -> Option<(&'a Post, &'a Post)> {
    let is_told = |posts: &[Post], post: &Post| posts.iter().any(|one| one.kind() == post.kind());
    left.iter().find_map(|p| {
        let q = right.iter().find(|q| q.head == p.head && q.modifiers != p.modifiers)?;
        (!is_told(right, p) && !is_told(left, q)).then_some((p, q))
    })
}

/// A post in `left` that is of something else in `right`: each names a thing the other does not.
fn of_another<'a>(left: &'a [Post], right: &'a [Post]) -> Option<(&'a Post, &'a Post)> {
    let more = |p: &Post, q: &Post| p.object.iter().any(|stem| !q.object.contains(stem));
    let alike = |p: &Post, q: &Post| p.kind() == q.kind() && !p.object.is_empty() && !q.object.is_empty();
    let is_told = |posts: &[Post], post: &Post| posts.iter().any(|one| alike(one, post) && !more(one, post));
    left.iter().find_map(|p| {
        let q = right.iter().find(|q| alike(p, q) && more(p, q) && more(q, p))?;
        (!is_told(right, p) && !is_told(left, q)).then_some((p, q))
    })
}

fn difference(story: &Story, person: &str, p: &Post, q: &Post) -> Difference {
    let place = |post: &Post| Place {
        claim: post.claim,
        span: post.span,
        quantity: None,
        key: if post.object.is_empty() {
            format!("{} {}", post.modifiers.join(" "), post.head)
        } else {
            format!("{:?}", post.span)
        },
    };
    let words = |post: &Post| story.articles[post.claim.article].words(post.span).to_owned();
    let last = person.rsplit(' ').next().unwrap_or(person);
    let shown = story.sentence(p.claim).words.iter().find(|word| word.lower == last);
    let shown =
        shown.map_or_else(|| last.to_owned(), |word| story.articles[p.claim.article].words(word.span).to_owned());
    Difference {
        kind: FindingKind::Name,
        relation: Relation::Differs,
        // What a post is of is said in many words.
        certainty: if p.kind() == q.kind() { Certainty::Low } else { Certainty::Medium },
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

/// The posts beside `name`: in the words before it and in what is behind its comma.
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
    // "As governor, Ann Ward signed" tells of another time.
    let beside = beside.filter(|&idx| idx == 0 || words[idx - 1].lower != "as");
    let first_behind = behind.clone().find(|&idx| is_post(&words[idx].lower));
    // "Ann Ward was named interim coach".
    let named = named(words, range.end);
    let first_named = named.clone().find(|&idx| is_post(&words[idx].lower));
    for (window, head) in [(start..range.start, beside), (behind, first_behind), (named, first_named)] {
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
        let object = object(words, head, window.end);
        let last = if object.is_empty() { head } else { head + object_len(words, head, window.end) };
        let span = words[first].span.cover(words[last].span);
        let object = object.iter().map(|&idx| words[idx].stem).collect();
        found.push(Post { claim, span, head: words[head].lower.clone(), modifiers, object });
    }
    found
}

/// The words behind "was named", "has been appointed" and the like, up to a comma; empty where nobody is named
/// anything.
fn named(words: &[Word], end: usize) -> std::ops::Range<usize> {
    let verb = words[end..].iter().take(NAMING).position(|word| NAMED.contains(&word.lower.as_str()));
    let Some(start) = verb.map(|verb| end + verb + 1) else { return end..end };
    let is_passive =
        words[end..start].iter().any(|word| matches!(word.lower.as_str(), "was" | "is" | "were" | "been" | "be"));
    if !is_passive || words[end..start].iter().any(|word| word.after_break) {
        return end..end;
    }
    let n_words = words[start..]
        .iter()
        .take(REACH)
        .take_while(|word| !word.after_break && !STOPS_NAMED.contains(&word.lower.as_str()))
        .count();
    start..start + n_words
}

/// How many words after a name are searched for the verb that gives it a post.
const NAMING: usize = 4;
const NAMED: &[&str] = &["appointed", "chosen", "elected", "hired", "installed", "made", "named", "promoted"];
/// Words behind which another post may follow.
const STOPS_NAMED: &[&str] = &["after", "by", "of", "for", "from", "to", "when", "while"];

/// How many words "for the bridges of Tarn" has behind the post at `head`; none where it is of nothing.
fn object_len(words: &[Word], head: usize, end: usize) -> usize {
    let is_of =
        words.get(head + 1).is_some_and(|word| matches!(word.lower.as_str(), "for" | "of") && !word.after_break);
    let rest = words.iter().take(end).skip(head + 1);
    if is_of { rest.take_while(|word| !word.after_break && !word.after_quote && word.lower != "in").count() } else { 0 }
}

/// The telling words of what the post at `head` is of.
fn object(words: &[Word], head: usize, end: usize) -> Vec<usize> {
    let behind = head + 1..head + 1 + object_len(words, head, end);
    behind.filter(|&idx| words[idx].is_content && !words[idx].is_figure).collect()
}

/// Words that another phrase comes before.
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
