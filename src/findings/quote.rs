#![doc = include_str!("../../assets/help/quote.md")]
//!
//! Comes in: the story. Goes out: [`Difference`]s between quotations that are one utterance. Quotations are candidates if they share
//! three words in a row, whether or not their claims were linked; they are one utterance if most words of the shorter one stand in
//! the longer one in the same order (longest common subsequence). Typography, contractions, inflection at a seam, words in brackets and places marked with
//! an ellipsis do not count. Time is linear in the number of quotations that share no run of words, quadratic in the length of those that do.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::difference::{Difference, Place, met};
use super::words::{Story, is_mark};
use super::{Condition, FindingKind, Relation};
use crate::alignment::{Certainty, ClaimId};
use crate::lexicon;
use crate::text::Span;

/// Quotations with fewer words in common are not taken for one utterance.
const LEAST_SHARED: usize = 4;
/// At least this share of the shorter quotation's words stands in the longer one.
const SHARE: f64 = 0.55;
/// From this share on, inside the stretch both have, words that differ are called a conflict.
const CONFLICT_SHARE: f64 = 0.68;
/// From this share on it is as good as sure that they are one utterance.
const SURE_SHARE: f64 = 0.8;
/// Words of a quotation beyond this are not compared.
const LONGEST: usize = 160;
/// A run of words shared by more quotations than this says nothing about them.
const COMMON_RUN: usize = 24;
/// A quotation that stops so many words before the other is cut short.
const CUT: usize = 2;

/// A quoted word.
struct Token {
    text: String,
    stem: u32,
    span: Span,
    is_content: bool,
    is_figure: bool,
    in_brackets: bool,
    after_gap: bool,
}

struct Quote {
    claim: ClaimId,
    tokens: Vec<Token>,
    /// Whether it ends as a sentence does.
    is_whole: bool,
    ends_in_gap: bool,
}

/// Finds the quotations that differ.
pub(super) fn find(story: &Story) -> Vec<Difference> {
    let quotes = quotes(story);
    let mut differences = Vec::new();
    for (a, b) in candidates(&quotes) {
        differences.extend(compare(story, &quotes[a], &quotes[b]));
    }
    differences
}

fn quotes(story: &Story) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for (article, analysis) in story.articles.iter().enumerate() {
        for (claim, sentence) in analysis.claims.iter().enumerate() {
            let spans = if sentence.quotes.is_empty() {
                spans(&analysis.article.text, sentence.span)
            } else {
                sentence.quotes.clone()
            };
            for span in spans {
                let id = ClaimId { article, claim };
                let tokens = tokens(story, id, span);
                if tokens.len() >= LEAST_SHARED {
                    let words = span.of(&analysis.article.text).trim_end_matches(is_mark);
                    quotes.push(Quote {
                        claim: id,
                        tokens,
                        is_whole: words.ends_with(['.', '!', '?']),
                        ends_in_gap: words.ends_with("..") || words.ends_with('…') || words.ends_with(['-', '–', '—']),
                    });
                }
            }
        }
    }
    quotes
}

/// The stretches of `sentence` between quotation marks; one left open ends with the sentence, one only closed begins with it.
fn spans(text: &str, sentence: Span) -> Vec<Span> {
    let words = sentence.of(text);
    let mut spans = Vec::new();
    let mut open: Option<usize> = None;
    let mut seen_any = false;
    for (at, c) in words.char_indices() {
        if !is_mark(c) {
            continue;
        }
        let after = at + c.len_utf8();
        let before_char = words[..at].chars().next_back();
        let opens = match c {
            '“' | '„' | '«' => true,
            '”' | '»' => false,
            _ => {
                open.is_none()
                    && (before_char.is_none_or(|b| {
                        b.is_whitespace() || matches!(b, '(' | '[' | '—' | '–' | '-' | '‘' | '\'') || is_mark(b)
                    }))
            }
        };
        if opens {
            open = Some(after);
        } else if let Some(start) = open.take() {
            spans.push(Span::new(start, at));
        } else if !seen_any {
            spans.push(Span::new(0, at));
        }
        seen_any = true;
    }
    if let Some(start) = open {
        spans.push(Span::new(start, words.len()));
    }
    spans.into_iter().filter(|span| !span.is_empty()).map(|span| span.shift(sentence.start)).collect()
}

fn tokens(story: &Story, id: ClaimId, span: Span) -> Vec<Token> {
    let text = &story.articles[id.article].article.text;
    let sentence = &story.sentences[id.article][id.claim];
    let mut tokens: Vec<Token> = Vec::new();
    let mut last_end = span.start;
    let mut depth = 0_usize;
    for word in sentence.words.iter().filter(|word| span.contains(word.span)).take(LONGEST) {
        let between = text.get(last_end..word.span.start).unwrap_or("");
        for c in between.chars() {
            match c {
                '[' | '(' => depth += 1,
                ']' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        let after_gap = between.contains('…') || between.contains("..") || between.contains(". .");
        last_end = word.span.end;
        for (part, text) in expand(&word.lower).into_iter().enumerate() {
            tokens.push(Token {
                text,
                stem: word.stem,
                span: word.span,
                is_content: word.is_content && part == 0,
                is_figure: word.is_figure,
                in_brackets: depth > 0,
                after_gap: after_gap && part == 0,
            });
        }
    }
    tokens
}

/// A contraction as the words it stands for.
fn expand(lower: &str) -> Vec<String> {
    let endings = [("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am")];
    for (ending, word) in endings {
        if let Some(stem) = lower.strip_suffix(ending) {
            let stem = match stem {
                "ca" => "can",
                "wo" => "will",
                "sha" => "shall",
                other => other,
            };
            return vec![stem.to_owned(), word.to_owned()];
        }
    }
    match lower {
        "cannot" => vec!["can".to_owned(), "not".to_owned()],
        "gonna" => vec!["going".to_owned(), "to".to_owned()],
        _ => vec![lower.to_owned()],
    }
}

/// Pairs of quotations of different articles that share three words in a row, sorted.
fn candidates(quotes: &[Quote]) -> Vec<(usize, usize)> {
    let mut runs: FxHashMap<[&str; 3], Vec<usize>> = FxHashMap::default();
    for (idx, quote) in quotes.iter().enumerate() {
        for run in quote.tokens.windows(3) {
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
                if quotes[a].claim.article != quotes[b].claim.article {
                    pairs.push((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn compare(story: &Story, a: &Quote, b: &Quote) -> Option<Difference> {
    let matched = without_strays(&common(&a.tokens, &b.tokens)).to_vec();
    let n_content = matched.iter().filter(|(i, _)| a.tokens[*i].is_content).count();
    let shorter = a.tokens.len().min(b.tokens.len());
    let (&first, &last) = (matched.first()?, matched.last()?);
    let core = (last.0 - first.0 + 1).max(last.1 - first.1 + 1);
    let inside = matched.len() as f64 / core as f64;
    if matched.len() < LEAST_SHARED
        || n_content < 2
        || (matched.len() as f64) < SHARE * shorter as f64
        || inside < SHARE
    {
        return None;
    }
    let (relation, condition, a_span, b_span) = match changed(&a.tokens, &b.tokens, &matched) {
        Some((x, y)) => {
            let relation = if inside >= CONFLICT_SHARE { Relation::Conflict } else { Relation::Differs };
            (relation, Condition::WordsInsideMarks, x, y)
        }
        None => {
            let (x, y) = cut_short(a, b, last)?;
            (Relation::Scope, Condition::QuoteCutShort, x, y)
        }
    };
    let place = |quote: &Quote, span: Span| Place {
        claim: quote.claim,
        span,
        quantity: None,
        key: normalized(&quote.tokens, span),
    };
    let words = story.articles[a.claim.article];
    let what = words.words(telling_run(&a.tokens, &matched)).to_owned();
    Some(Difference {
        kind: FindingKind::Quote,
        relation,
        certainty: if inside >= SURE_SHARE && matched.len() >= 6 { Certainty::High } else { Certainty::Medium },
        what,
        is_noun: false,
        places: [place(a, a_span), place(b, b_span)],
        why: vec![met(Condition::SameUtterance(matched.len())), met(condition)],
        strength: inside,
    })
}

/// So many words of the utterance name it.
const NAME_WORDS: usize = 6;

/// The longest run of words that both have, cut to a few, beginning and ending with a telling word.
fn telling_run(tokens: &[Token], matched: &[(usize, usize)]) -> Span {
    let is_next = |p: &(usize, usize), q: &(usize, usize)| {
        q.0 == p.0 + 1 && q.1 == p.1 + 1 && !tokens[q.0].after_gap && !tokens[q.0].in_brackets
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
fn common(a: &[Token], b: &[Token]) -> Vec<(usize, usize)> {
    let operations = capture_diff_slices(Algorithm::Lcs, &keys(a), &keys(b));
    let equal = operations.iter().filter(|operation| operation.tag() == DiffTag::Equal);
    equal.flat_map(|operation| operation.old_range().zip(operation.new_range())).collect()
}

/// So few words before a gap at the rim are strays: a "the" that both happen to have.
const STRAY: usize = 2;

/// The matched words without strays at either rim, where a longer insertion parts them from the rest.
fn without_strays(matched: &[(usize, usize)]) -> &[(usize, usize)] {
    let is_parted = |earlier: (usize, usize), later: (usize, usize)| {
        let (left, right) = (later.0 - earlier.0 - 1, later.1 - earlier.1 - 1);
        left.abs_diff(right) >= 2 || left.min(right) >= 3
    };
    let mut rest = matched;
    while let Some(cut) = (1..=STRAY.min(rest.len().saturating_sub(1))).find(|&at| is_parted(rest[at - 1], rest[at])) {
        rest = &rest[cut..];
    }
    while let Some(cut) = (1..=STRAY.min(rest.len().saturating_sub(1)))
        .find(|&at| is_parted(rest[rest.len() - at - 1], rest[rest.len() - at]))
    {
        rest = &rest[..rest.len() - cut];
    }
    rest
}

/// The first place inside the shared stretch where words differ and no mark says so, with a word on each side.
fn changed(a: &[Token], b: &[Token], matched: &[(usize, usize)]) -> Option<(Span, Span)> {
    matched.windows(2).find_map(|pair| {
        let [(i, j), (k, l)] = [pair[0], pair[1]];
        let (left, right) = (&a[i + 1..k], &b[j + 1..l]);
        if left.is_empty() && right.is_empty() {
            return None;
        }
        let marked = |tokens: &[Token], end: &Token| {
            tokens.iter().any(|token| token.in_brackets || token.after_gap) || end.after_gap || end.in_brackets
        };
        let trivial = |tokens: &[Token]| {
            tokens.iter().all(|token| matches!(token.text.as_str(), "is" | "has" | "uh" | "um" | "er"))
        };
        let figures = |tokens: &[Token]| tokens.iter().all(|token| token.is_figure);
        // A figure written otherwise ("$5", "5 dollars") is compared as a figure.
        let in_figure = a[i].is_figure || a[k].is_figure || (!left.is_empty() && !right.is_empty());
        if marked(left, &a[k])
            || marked(right, &b[l])
            || (trivial(left) && trivial(right))
            || (in_figure && figures(left) && figures(right))
            || is_hedge_of_figure(left, &a[k])
            || is_hedge_of_figure(right, &b[l])
            || same_spelling(left, right)
        {
            return None;
        }
        Some((a[i].span.cover(a[k].span), b[j].span.cover(b[l].span)))
    })
}

/// Whether `inserted` only weakens the figure that follows, which is compared as a figure: "about" in "about 12 ships".
fn is_hedge_of_figure(inserted: &[Token], next: &Token) -> bool {
    next.is_figure && !inserted.is_empty() && inserted.iter().all(|token| HEDGES.contains(token.text.as_str()))
}

static HEDGES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::HEDGES.rows().flat_map(|row| row[0].split(' ')).collect());

/// Whether two runs of words are one word in two spellings: organise / organize, ok / okay, side walk / sidewalk.
fn same_spelling(left: &[Token], right: &[Token]) -> bool {
    let joined = |tokens: &[Token]| tokens.iter().map(|token| plain_spelling(&token.text)).collect::<String>();
    !left.is_empty() && !right.is_empty() && joined(left) == joined(right)
}

/// `word` as it is compared with others: of two spellings the one, without apostrophes.
fn plain_spelling(word: &str) -> String {
    SPELLINGS.get(word).copied().unwrap_or(word).replace('\'', "")
}

static SPELLINGS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::SPELLINGS.rows().map(|row| (row[0], row[1])).collect());

/// Where one quotation ends as a sentence does though the other goes on.
fn cut_short(a: &Quote, b: &Quote, last: (usize, usize)) -> Option<(Span, Span)> {
    let rest = |quote: &Quote, at: usize| quote.tokens.len() - 1 - at;
    let (rest_a, rest_b) = (rest(a, last.0), rest(b, last.1));
    let is_cut = |short: &Quote, rest_short: usize, rest_long: usize| {
        rest_short == 0 && rest_long >= CUT && short.is_whole && !short.ends_in_gap
    };
    let whole = |quote: &Quote, from: usize| {
        let end = quote.tokens.last().map_or(quote.tokens[from].span, |token| token.span);
        quote.tokens[from].span.cover(end)
    };
    (is_cut(a, rest_a, rest_b) || is_cut(b, rest_b, rest_a)).then(|| (whole(a, last.0), whole(b, last.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(words: &str) -> Vec<Token> {
        let token = |text: &str| Token {
            text: text.to_owned(),
            stem: 0,
            span: Span::default(),
            is_content: false,
            is_figure: false,
            in_brackets: false,
            after_gap: false,
        };
        words.split(' ').map(token).collect()
    }

    #[test]
    fn two_spellings_of_whole_words() {
        let check = |left: &str, right: &str, expected: bool| {
            assert_eq!(same_spelling(&tokens(left), &tokens(right)), expected, "{left} / {right}");
        };
        check("organise", "organize", true);
        check("harbours", "harbors", true);
        check("okay", "ok", true);
        check("side walk", "sidewalk", true);
        check("for", "four", false);
        check("or", "our", false);
        check("promise", "promize", false);
        check("rise", "rize", false);
        check("tor", "tour", false);
    }

    #[test]
    fn words_in_one_order() {
        let pairs = common(&tokens("we will never give in to them"), &tokens("we never gave in to them"));
        assert_eq!(pairs, [(0, 0), (2, 1), (4, 3), (5, 4), (6, 5)]);
        assert_eq!(common(&tokens("a"), &tokens("b")), []);
    }
}
