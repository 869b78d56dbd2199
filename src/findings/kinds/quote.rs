#![doc = include_str!("../../../assets/help/quote.md")]
//!
//! Takes the story. Returns [`Difference`]s between [`Utterance`]s that are one. Utterances are candidates if they
//! share three words in a row, whether or not their claims were linked, and no two speakers are named. Where most words
//! of a stretch are in both in the same order (longest common subsequence), every place in it where they differ is
//! given, unless it is typography, a contraction, words in brackets, a place marked with an ellipsis, or left out where
//! the marks were closed and opened again. Time is linear in the number of utterances that share no run of words,
//! quadratic in the length of those that do.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::utterance::{self, Token, Utterance};
use super::verbatim::{is_empty_talk, is_hedge_of_figure, is_slight, same_spelling};
use crate::alignment::Certainty;
use crate::findings::difference::{Difference, Place, met};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, FindingKind, Relation};
use crate::text::Span;

/// The fewest words in common for two stretches to be taken for one utterance.
const LEAST_SHARED: usize = 4;
/// Share of a stretch, 0 to 1, that has to be in both.
const SHARE: f64 = 0.55;
/// Share of a stretch, 0 to 1, that has to be in both where they share fewer than [`FEW`] words.
const SHARE_OF_FEW: f64 = 0.75;
/// Share of a stretch, 0 to 1, from which on words that differ in it are called a conflict.
const CONFLICT_SHARE: f64 = 0.68;
/// Share of a stretch, 0 to 1, from which on it is as good as sure that both are one utterance.
const SURE_SHARE: f64 = 0.8;
/// Shared words from which on a stretch is one utterance, however small a part of the quotations it is; a shorter
/// stretch has to be most of one of them.
const LONG: usize = 7;
/// The most utterances that share a run of words; a run of more says nothing about them.
const COMMON_RUN: usize = 24;
/// Words in one order from which on they are one utterance, whoever is said to have said it.
const SURELY_ONE: usize = 10;
/// The most words between two shared ones of one stretch; behind more, another stretch begins.
const APART: usize = 6;
/// The most words between two shared ones of one stretch where the marks were closed and opened again in between.
const APART_IN_PIECES: usize = 2;
/// Words of a stretch below which it is a hint only, for many people say the same few words.
const FEW: usize = 6;
/// Words of a stretch below which it is a hint only where one of the speakers is not named.
const FEW_OF_UNKNOWN: usize = 8;
/// The most words missing at the end of a sentence that count as left out, not cut.
const LAST_WORDS: usize = 1;
/// The most other words at both ends that count as changed.
const OTHER_END: usize = 2;

/// Finds the quotations that differ.
pub(in crate::findings) fn find(story: &Story) -> Vec<Difference> {
    let utterances = utterance::read(story);
    let mut differences = Vec::new();
    for (a, b) in candidates(&utterances) {
        let (a, b) = (&utterances[a], &utterances[b]);
        let is_other = a.has_other_speaker(b);
        for stretch in stretches(a, b) {
            if !is_other || stretch.len() >= SURELY_ONE {
                differences.extend(compare(story, a, b, &stretch));
            }
        }
    }
    differences
}

/// Pairs of utterances of different articles that share three words in a row, sorted.
fn candidates(utterances: &[Utterance]) -> Vec<(usize, usize)> {
    let mut runs: FxHashMap<[&str; 3], Vec<usize>> = FxHashMap::default();
    for (idx, utterance) in utterances.iter().enumerate() {
        for run in utterance.tokens.windows(3) {
            if run.iter().any(|token| token.is_content) {
                let places = runs.entry([&run[0].text, &run[1].text, &run[2].text]).or_default();
                if places.last() != Some(&idx) {
                    places.push(idx);
                }
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for places in runs.into_values().filter(|places| (2..=COMMON_RUN).contains(&places.len())) {
        for (at, &a) in places.iter().enumerate() {
            for &b in &places[at + 1..] {
                if utterances[a].article != utterances[b].article {
                    pairs.push((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs of indices of words that both have, in order: a part of two utterances that is one.
type Matched = Vec<(usize, usize)>;

/// What two utterances have in common, in stretches of words with little between them. Quotations that none of these
/// touches are looked up one by one, for the other article may have them in another order.
fn stretches(a: &Utterance, b: &Utterance) -> Vec<Matched> {
    let mut found = within(a, 0..a.tokens.len(), b, 0..b.tokens.len());
    let is_new = |known: &[Matched], at: &dyn Fn((usize, usize)) -> bool| !known.iter().flatten().any(|&pair| at(pair));
    for piece in pieces(&a.tokens) {
        if is_new(&found, &|pair| piece.contains(&pair.0)) {
            found.extend(within(a, piece, b, 0..b.tokens.len()));
        }
    }
    for piece in pieces(&b.tokens) {
        if is_new(&found, &|pair| piece.contains(&pair.1)) {
            found.extend(within(a, 0..a.tokens.len(), b, piece));
        }
    }
    found
}

/// The ranges of the quotations of an utterance.
fn pieces(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut start = 0;
    tokens
        .chunk_by(|p, q| p.piece == q.piece)
        .map(|piece| {
            start += piece.len();
            start - piece.len()..start
        })
        .collect()
}

/// The stretches that `left` of `a` and `right` of `b` have in common.
fn within(a: &Utterance, left: Range<usize>, b: &Utterance, right: Range<usize>) -> Vec<Matched> {
    let mut all = common(&a.tokens[left.clone()], &b.tokens[right.clone()]);
    for pair in &mut all {
        *pair = (pair.0 + left.start, pair.1 + right.start);
    }
    let is_near = |p: &(usize, usize), q: &(usize, usize)| {
        let n_between = (q.0 - p.0 - 1).max(q.1 - p.1 - 1);
        let goes_on = a.tokens[p.0].piece == a.tokens[q.0].piece && b.tokens[p.1].piece == b.tokens[q.1].piece;
        n_between <= if goes_on { APART } else { APART_IN_PIECES }
    };
    all.chunk_by(is_near)
        .map(|stretch| without_strays(&a.tokens, &b.tokens, stretch).to_vec())
        .filter(|stretch| is_one_utterance(a, b, stretch))
        .collect()
}

fn is_one_utterance(a: &Utterance, b: &Utterance, matched: &[(usize, usize)]) -> bool {
    let n_content = matched.iter().filter(|(i, _)| a.tokens[*i].is_content).count();
    let is_most = |n_words: usize| matched.len() as f64 >= SHARE * n_words as f64;
    let n_words = |tokens: &[Token], at: usize| tokens.iter().filter(|token| token.piece == tokens[at].piece).count();
    matched.len() >= LEAST_SHARED
        && n_content >= 2
        && inside(matched) >= if matched.len() < FEW { SHARE_OF_FEW } else { SHARE }
        && (matched.len() >= LONG || is_most(n_words(&a.tokens, matched[0].0).min(n_words(&b.tokens, matched[0].1))))
}

/// The share of the words of a stretch that both have.
fn inside(matched: &[(usize, usize)]) -> f64 {
    let (first, last) = (matched[0], matched[matched.len() - 1]);
    matched.len() as f64 / (last.0 - first.0 + 1).max(last.1 - first.1 + 1) as f64
}

/// Every difference within one stretch.
fn compare(story: &Story, a: &Utterance, b: &Utterance, matched: &[(usize, usize)]) -> Vec<Difference> {
    let share = inside(matched);
    let is_known = !a.speaker.is_empty() && !b.speaker.is_empty();
    let is_much = matched.len() >= if is_known { FEW } else { FEW_OF_UNKNOWN };
    let place = |utterance: &Utterance, at: usize, span: Span| Place {
        claim: utterance.claim(at),
        span,
        quantity: None,
        key: normalized(&utterance.tokens, span),
    };
    let what = story.articles[a.article].words(telling_run(&a.tokens, matched)).to_owned();
    let difference = |found: Found| Difference {
        kind: FindingKind::Quote,
        relation: match found.condition {
            Condition::WordsInsideMarks if share >= CONFLICT_SHARE && !found.is_slight && is_much => Relation::Conflict,
            Condition::WordsInsideMarks => Relation::Differs,
            _ => Relation::Scope,
        },
        certainty: match found.condition {
            Condition::WordsInsideMarks if found.is_slight || !is_much => Certainty::Low,
            Condition::WordsInsideMarks if share >= SURE_SHARE => Certainty::High,
            Condition::WordsInsideMarks => Certainty::Medium,
            _ => Certainty::Low,
        },
        what: what.clone(),
        is_noun: false,
        places: [place(a, found.at.0, found.spans[0]), place(b, found.at.1, found.spans[1])],
        why: vec![met(Condition::SameUtterance(matched.len())), met(found.condition)],
        strength: share,
    };
    let mut found = changed(&a.tokens, &b.tokens, matched);
    found.extend(changed_at_end(&a.tokens, &b.tokens, matched[matched.len() - 1]));
    found.extend(cut_at_end(&a.tokens, &b.tokens, matched[matched.len() - 1]));
    found.extend(cut_at_start(&a.tokens, &b.tokens, matched[0]));
    found.into_iter().map(difference).collect()
}

/// A place where two stretches differ.
struct Found {
    /// A word of either side.
    at: (usize, usize),
    spans: [Span; 2],
    condition: Condition,
    /// Whether only such words differ as are easily supplied.
    is_slight: bool,
}

/// How many words of the utterance name it.
const NAME_WORDS: usize = 6;

/// The longest run of words that both have, cut to a few, beginning and ending with a telling word.
fn telling_run(tokens: &[Token], matched: &[(usize, usize)]) -> Span {
    let is_next = |p: &(usize, usize), q: &(usize, usize)| {
        q.0 == p.0 + 1
            && q.1 == p.1 + 1
            && !tokens[q.0].after_gap
            && !tokens[q.0].in_brackets
            && tokens[q.0].piece == tokens[p.0].piece
            && tokens[q.0].claim == tokens[p.0].claim
    };
    let longest = matched
        .chunk_by(is_next)
        .max_by_key(|run| (run.len().min(NAME_WORDS), std::cmp::Reverse(run[0])))
        .unwrap_or(matched);
    let is_telling = |(at, _): &&(usize, usize)| tokens[*at].is_content;
    let first = longest.iter().position(|pair| is_telling(&pair)).unwrap_or(0);
    let run = &longest[first..(first + NAME_WORDS).min(longest.len())];
    let last = run.iter().rposition(|pair| is_telling(&pair)).unwrap_or(0);
    tokens[run[0].0].span.cover(tokens[run[last].0].span)
}

fn normalized(tokens: &[Token], span: Span) -> String {
    let words: Vec<&str> =
        tokens.iter().filter(|token| span.contains(token.span)).map(|token| token.text.as_str()).collect();
    words.join(" ")
}

/// What makes two words of an utterance one: a telling word its stem, another its spelling.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key<'a> {
    Stem(u32),
    Text(&'a str),
}

fn keys(tokens: &[Token]) -> Vec<Key<'_>> {
    tokens.iter().map(|token| if token.is_content { Key::Stem(token.stem) } else { Key::Text(&token.text) }).collect()
}

/// The longest common subsequence of words, as pairs of indices.
fn common(a: &[Token], b: &[Token]) -> Matched {
    let operations = capture_diff_slices(Algorithm::Lcs, &keys(a), &keys(b));
    let equal = operations.iter().filter(|operation| operation.tag() == DiffTag::Equal);
    equal.flat_map(|operation| operation.old_range().zip(operation.new_range())).collect()
}

/// The most words before a gap at the rim that are strays: a "the" that both happen to have.
const STRAY: usize = 2;

/// The matched words without strays at either rim, where a longer insertion parts them from the rest.
fn without_strays<'a>(a: &[Token], b: &[Token], matched: &'a [(usize, usize)]) -> &'a [(usize, usize)] {
    // Both begin with the word: it is no stray.
    let begins = |tokens: &[Token], at: usize| at == 0 || tokens[at - 1].claim != tokens[at].claim;
    let ends = |tokens: &[Token], at: usize| tokens.get(at + 1).is_none_or(|next| next.claim != tokens[at].claim);
    let last = matched[matched.len() - 1];
    let are_first = begins(a, matched[0].0) && begins(b, matched[0].1);
    let are_last = ends(a, last.0) && ends(b, last.1);
    let is_parted = |earlier: (usize, usize), later: (usize, usize)| {
        let (left, right) = (later.0 - earlier.0 - 1, later.1 - earlier.1 - 1);
        left.abs_diff(right) >= 2 || left.min(right) >= 3
    };
    let mut rest = matched;
    while let Some(cut) = (1..=STRAY.min(rest.len().saturating_sub(1)))
        .find(|&at| is_parted(rest[at - 1], rest[at]))
        .filter(|_| !are_first)
    {
        rest = &rest[cut..];
    }
    while let Some(cut) = (1..=STRAY.min(rest.len().saturating_sub(1)))
        .find(|&at| is_parted(rest[rest.len() - at - 1], rest[rest.len() - at]))
        .filter(|_| !are_last)
    {
        rest = &rest[..rest.len() - cut];
    }
    rest
}

/// The places inside the shared stretch where words differ and no mark says so, each with a word on either side.
fn changed(a: &[Token], b: &[Token], matched: &[(usize, usize)]) -> Vec<Found> {
    let mut found = Vec::new();
    for pair in matched.windows(2) {
        let [(i, j), (k, l)] = [pair[0], pair[1]];
        let (left, right) = (&a[i + 1..k], &b[j + 1..l]);
        if left.is_empty() && right.is_empty() {
            continue;
        }
        let marked = |tokens: &[Token], end: &Token| {
            tokens.iter().any(|token| token.in_brackets || token.after_gap) || end.after_gap || end.in_brackets
        };
        let figures = |tokens: &[Token]| tokens.iter().all(|token| token.is_figure);
        // A figure written otherwise ("$5", "5 dollars") is compared as a figure.
        let in_figure = a[i].is_figure || a[k].is_figure || (!left.is_empty() && !right.is_empty());
        let is_interrupted = |tokens: &[Token], from: usize, to: usize| {
            tokens[from].piece != tokens[to].piece || tokens[from].claim != tokens[to].claim
        };
        // Between two pieces of a quotation, and between two sentences, words may be left out, but not others put in
        // their place.
        if is_interrupted(a, i, k) || is_interrupted(b, j, l) {
            let is_in_piece = a[i].piece == a[k].piece && b[j].piece == b[l].piece;
            let is_replaced = (1..=OTHER_END).contains(&left.len()) && (1..=OTHER_END).contains(&right.len());
            if !is_in_piece || !is_replaced {
                continue;
            }
        }
        if marked(left, &a[k])
            || marked(right, &b[l])
            || (is_empty_talk(left, &b[j]) && is_empty_talk(right, &a[i]))
            || (in_figure && figures(left) && figures(right))
            || is_hedge_of_figure(left, &a[k])
            || is_hedge_of_figure(right, &b[l])
            || same_spelling(left, right)
        {
            continue;
        }
        found.push(Found {
            at: (i, j),
            spans: [within_claim(&a[i..=k]), within_claim(&b[j..=l])],
            condition: Condition::WordsInsideMarks,
            is_slight: is_slight(left) && is_slight(right),
        });
    }
    found.extend(matched.windows(3).filter_map(|run| inflected(a, b, run)));
    found
}

/// The words of the first claim of `tokens`.
fn within_claim(tokens: &[Token]) -> Span {
    let first = &tokens[0];
    let last = tokens.iter().rev().find(|token| token.claim == first.claim).unwrap_or(first);
    first.span.cover(last.span)
}

/// A word in another form between words that are the same: "houses were damaged", "houses were damages".
fn inflected(a: &[Token], b: &[Token], run: &[(usize, usize)]) -> Option<Found> {
    let [(h, g), (i, j), (k, l)] = [run[0], run[1], run[2]];
    let is_run = h + 2 == k && g + 2 == l && a[h].piece == a[k].piece && b[g].piece == b[l].piece;
    let is_same = |x: usize, y: usize| a[x].text == b[y].text;
    let (p, q) = (&a[i], &b[j]);
    let is_other = p.text != q.text && p.is_content && !p.is_figure && !q.is_figure;
    let is_marked = p.in_brackets || q.in_brackets || p.after_gap || q.after_gap;
    let is_one_claim = a[h].claim == a[k].claim && b[g].claim == b[l].claim;
    (is_run && is_one_claim && is_same(h, g) && is_same(k, l) && is_other && !is_marked).then_some(())?;
    if same_spelling(&a[i..=i], &b[j..=j]) {
        return None;
    }
    Some(Found { at: (i, j), spans: [p.span, q.span], condition: Condition::WordsInsideMarks, is_slight: false })
}

/// How many words of the same sentence are in the marks behind the word at `at`.
fn n_behind(tokens: &[Token], at: usize) -> usize {
    tokens[at + 1..]
        .iter()
        .take_while(|token| token.claim == tokens[at].claim && token.piece == tokens[at].piece)
        .count()
}

/// Where both sentences end with other words.
fn changed_at_end(a: &[Token], b: &[Token], last: (usize, usize)) -> Option<Found> {
    let (rest_a, rest_b) = (n_behind(a, last.0), n_behind(b, last.1));
    let is_short = |rest: usize| (1..=OTHER_END).contains(&rest);
    (is_short(rest_a) && is_short(rest_b)).then_some(())?;
    let (left, right) = (&a[last.0 + 1..=last.0 + rest_a], &b[last.1 + 1..=last.1 + rest_b]);
    let is_marked = |rest: &[Token]| rest.iter().any(|token| token.in_brackets || token.after_gap);
    let is_figure = left.iter().chain(right).any(|token| token.is_figure);
    let is_whole = !is_marked(left) && !is_marked(right);
    (is_whole && !is_figure && !same_spelling(left, right)).then(|| Found {
        at: last,
        spans: [a[last.0].span.cover(left[rest_a - 1].span), b[last.1].span.cover(right[rest_b - 1].span)],
        condition: Condition::WordsInsideMarks,
        is_slight: is_slight(left) && is_slight(right),
    })
}

/// Where one quotation ends as a sentence does, though the other goes on with it.
fn cut_at_end(a: &[Token], b: &[Token], last: (usize, usize)) -> Option<Found> {
    let (rest_a, rest_b) = (n_behind(a, last.0), n_behind(b, last.1));
    let is_cut = |short: &[Token], at: usize, rest: usize, long: &[Token], from: usize, other: usize| {
        rest == 0 && other > 0 && short[at].ends_sentence && !long[from + 1].after_gap && !long[from + 1].in_brackets
    };
    let whole = |tokens: &[Token], from: usize, n: usize| tokens[from].span.cover(tokens[from + n].span);
    (is_cut(a, last.0, rest_a, b, last.1, rest_b) || is_cut(b, last.1, rest_b, a, last.0, rest_a)).then(|| Found {
        at: last,
        spans: [whole(a, last.0, rest_a), whole(b, last.1, rest_b)],
        condition: if rest_a.max(rest_b) <= LAST_WORDS {
            Condition::WordsInsideMarks
        } else {
            Condition::QuoteCutShort
        },
        is_slight: false,
    })
}

/// Where one quotation begins as a sentence does, though the other has words before.
fn cut_at_start(a: &[Token], b: &[Token], first: (usize, usize)) -> Option<Found> {
    let before = |tokens: &[Token], at: usize| {
        tokens[..at]
            .iter()
            .rev()
            .take_while(|token| token.claim == tokens[at].claim && token.piece == tokens[at].piece)
            .count()
    };
    let (before_a, before_b) = (before(a, first.0), before(b, first.1));
    let is_cut = |short: &Token, n_short: usize, long: &Token, n_long: usize| {
        let is_joined = matches!(short.text.as_str(), "and" | "but" | "or" | "so");
        n_short == 0
            && n_long > 0
            && short.is_capital
            && !is_joined
            && (!long.is_capital || long.text == "i")
            && !long.after_gap
            && !long.in_brackets
    };
    let whole = |tokens: &[Token], from: usize, n: usize| tokens[from - n].span.cover(tokens[from].span);
    let (p, q) = (&a[first.0], &b[first.1]);
    (is_cut(p, before_a, q, before_b) || is_cut(q, before_b, p, before_a)).then(|| Found {
        at: first,
        spans: [whole(a, first.0, before_a), whole(b, first.1, before_b)],
        condition: Condition::QuoteCutShort,
        is_slight: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::utterance::token;
    use super::*;

    fn tokens(words: &str) -> Vec<Token> {
        words.split(' ').map(token).collect()
    }

    #[test]
    fn words_in_one_order() {
        let pairs = common(&tokens("we will never give in to them"), &tokens("we never gave in to them"));
        assert_eq!(pairs, [(0, 0), (2, 1), (4, 3), (5, 4), (6, 5)]);
        assert_eq!(common(&tokens("a"), &tokens("b")), []);
    }
}
