//! Utterances: what one speaker says in an article, as one run of words.
//!
//! Takes the story. Returns [`Utterance`]s. Quotations of one claim belong together, whatever is between them ("he
//! said"), and so do those of the next claim where it goes on inside the marks or begins with them and names no other
//! speaker. Time is linear in the words.

use rustc_hash::FxHashSet;

use super::contraction;
use super::name::is_role;
use crate::alignment::ClaimId;
use crate::findings::reading::words::{Sentence, Story, is_mark};
use crate::text::Span;

/// The most words of an utterance that are compared.
const LONGEST: usize = 300;
/// Characters that open or close a quotation.
const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '\'', '‘', '’', '`'];
/// How many words of a name of several are searched for what is before it.
const PLACE_REACH: usize = 4;

/// A quoted word.
pub(in crate::findings) struct Token {
    /// The word as it is compared.
    pub(in crate::findings) text: String,
    pub(in crate::findings) stem: u32,
    /// Where it is printed.
    pub(in crate::findings) span: Span,
    /// The claim it is in.
    pub(in crate::findings) claim: usize,
    /// The number of the quotation it is in, counted in the article.
    pub(super) piece: usize,
    pub(in crate::findings) is_content: bool,
    pub(in crate::findings) is_figure: bool,
    pub(in crate::findings) is_capital: bool,
    /// Whether "'s" is joined to it, which can be "is" or "has".
    pub(super) has_clipped_verb: bool,
    pub(super) in_brackets: bool,
    /// Whether an ellipsis is before it.
    pub(super) after_gap: bool,
    /// Whether the quotation ends behind it as a sentence does.
    pub(super) ends_sentence: bool,
}

/// What one speaker says without being interrupted by another.
pub(in crate::findings) struct Utterance {
    /// The article it is in.
    pub(in crate::findings) article: usize,
    /// Its words, in order.
    pub(in crate::findings) tokens: Vec<Token>,
    /// The names of the speaker in lower case, none where nobody is named.
    pub(in crate::findings) speaker: Vec<String>,
}

impl Utterance {
    /// Returns the claim of the word at `idx`.
    pub(in crate::findings) fn claim(&self, idx: usize) -> ClaimId {
        ClaimId::at(self.article, self.tokens[idx].claim)
    }

    /// Returns whether both speakers are named, and not with one name.
    pub(super) fn has_other_speaker(&self, other: &Self) -> bool {
        let is_alike = |p: &String, q: &String| p == q || p.ends_with(q.as_str()) || q.ends_with(p.as_str());
        !self.speaker.is_empty()
            && !other.speaker.is_empty()
            && !self.speaker.iter().any(|p| other.speaker.iter().any(|q| is_alike(p, q)))
    }
}

/// Returns the utterances of every article, in order.
pub(super) fn read(story: &Story) -> Vec<Utterance> {
    let words = story.sentences.iter().flatten().flat_map(|sentence| &sentence.words);
    let common: FxHashSet<&str> = words.filter(|word| !word.is_capital).map(|word| word.lower.as_str()).collect();
    (0..story.articles.len()).flat_map(|article| of_article(story, &common, article)).collect()
}

fn of_article(story: &Story, common: &FxHashSet<&str>, article: usize) -> Vec<Utterance> {
    let analysis = story.articles[article];
    let mut found: Vec<Utterance> = Vec::new();
    let mut piece = 0;
    for (claim, sentence) in analysis.claims.iter().enumerate() {
        let spans = if sentence.quotes.is_empty() {
            between_marks(&analysis.article.text, sentence.span)
        } else {
            sentence.quotes.clone()
        };
        let speaker = speaker(story, common, ClaimId::at(article, claim));
        for (at, span) in spans.into_iter().enumerate() {
            // A quotation that goes on over several sentences is one.
            let before = found.last().and_then(|last: &Utterance| last.tokens.last()).map(|token| token.span.end);
            let goes_on = before
                .and_then(|before| analysis.article.text.get(before..span.start))
                .is_some_and(|between| !between.contains(MARKS) && !between.contains(char::is_alphanumeric));
            piece += usize::from(!goes_on);
            let tokens = tokens(story, ClaimId::at(article, claim), span, piece);
            let Some(first) = tokens.first() else { continue };
            let begins_claim = story.sentences[article][claim]
                .words
                .first()
                .is_some_and(|word| word.span.start >= first.span.start || word.span.overlaps(first.span));
            let last = found.last_mut().filter(|last| {
                let last_claim = last.tokens.last().map_or(0, |token| token.claim);
                let is_next = last_claim == claim && at > 0 || last_claim + 1 == claim && begins_claim;
                is_next && last.tokens.len() < LONGEST
            });
            let speaks_on = |last: &Utterance| {
                let next = Utterance { article, tokens: Vec::new(), speaker: speaker.clone() };
                !last.has_other_speaker(&next)
            };
            match last.filter(|last| speaks_on(last)) {
                Some(last) => {
                    last.tokens.extend(tokens);
                    if last.speaker.is_empty() {
                        last.speaker.clone_from(&speaker);
                    }
                }
                None => found.push(Utterance { article, tokens, speaker: speaker.clone() }),
            }
        }
    }
    found
}

/// The names of who is credited with the claim at `id`; where nobody is, the name it begins with. A pronoun names
/// nobody.
fn speaker(story: &Story, common: &FxHashSet<&str>, id: ClaimId) -> Vec<String> {
    let claim = &story.articles[id.article].claims[id.claim];
    let words = &story.sentence(id).words;
    let is_name = |idx: usize| {
        let word = &words[idx];
        let is_title = words.get(idx + 1).is_some_and(|next| is_role(&next.lower) && !next.after_break);
        word.is_capital && word.is_content && !word.is_figure && !is_role(&word.lower) && !is_title
    };
    let names: Vec<usize> = match claim.attribution {
        Some(found) => {
            let source = found.source.unwrap_or_default();
            // A place only tells which mother or which office speaks: "a resident of Walford".
            let is_place = |idx: usize| {
                let before = words[..idx].iter().rev().take(PLACE_REACH).find(|word| !word.is_capital);
                before.is_some_and(|word| PLACED.contains(&word.lower.as_str()))
            };
            (0..words.len()).filter(|&idx| source.contains(words[idx].span) && is_name(idx) && !is_place(idx)).collect()
        }
        None => {
            let is_quoted = |idx: usize| claim.quotes.iter().any(|quote| quote.contains(words[idx].span));
            let is_subject = |idx: usize| {
                (is_name(idx) || is_role(&words[idx].lower))
                    && !is_quoted(idx)
                    && !common.contains(words[idx].lower.as_str())
            };
            (0..words.len()).take_while(|&idx| is_subject(idx)).filter(|&idx| is_name(idx)).collect()
        }
    };
    names.into_iter().map(|idx| words[idx].lower.clone()).collect()
}

/// Words before a place that tells who somebody is.
const PLACED: &[&str] = &["a", "an", "at", "for", "from", "in", "of", "on"];

/// The stretches of `sentence` between quotation marks; one left open ends with the sentence, one only closed begins
/// with it.
fn between_marks(text: &str, sentence: Span) -> Vec<Span> {
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

fn tokens(story: &Story, id: ClaimId, span: Span, piece: usize) -> Vec<Token> {
    let text = &story.articles[id.article].article.text;
    let sentence: &Sentence = story.sentence(id);
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
        let is_split_off = matches!(between.trim(), "'" | "’") && contraction::is_clipped(&word.lower);
        if let Some(last) = tokens.last_mut().filter(|_| is_split_off) {
            // "It’ s": a clipped word that a conversion has parted from its apostrophe.
            last_end = word.span.end;
            last.span = last.span.cover(word.span);
            last.has_clipped_verb |= word.lower == "s";
            let parts = contraction::expand(&format!("{}'{}", last.text, word.lower));
            if let [first, rest] = parts.as_slice() {
                last.text.clone_from(first);
                let (text, stem, span) = (rest.clone(), last.stem, last.span);
                let part = Token { text, stem, span, is_content: false, is_capital: false, ..empty(id.claim.0, piece) };
                tokens.push(part);
            }
            continue;
        }
        last_end = word.span.end;
        let printed = word.span.of(text);
        let has_clipped_verb = printed.ends_with("'s") || printed.ends_with("’s");
        for (part, text) in contraction::expand(&word.lower).into_iter().enumerate() {
            tokens.push(Token {
                text,
                stem: word.stem,
                span: word.span,
                is_content: word.is_content && part == 0,
                is_figure: word.is_figure,
                is_capital: word.is_capital && part == 0,
                has_clipped_verb,
                in_brackets: depth > 0,
                after_gap: after_gap && part == 0,
                ..empty(id.claim.0, piece)
            });
        }
    }
    let words = span.of(text).trim_end_matches(is_mark);
    if let Some(last) = tokens.last_mut() {
        last.ends_sentence = words.ends_with(['.', '!', '?']) && !words.ends_with("..");
    }
    tokens
}

fn empty(claim: usize, piece: usize) -> Token {
    Token {
        text: String::new(),
        stem: 0,
        span: Span::default(),
        claim,
        piece,
        is_content: false,
        is_figure: false,
        is_capital: false,
        has_clipped_verb: false,
        in_brackets: false,
        after_gap: false,
        ends_sentence: false,
    }
}

/// Returns a quoted word of this text alone, for tests.
#[cfg(test)]
pub(super) fn token(text: &str) -> Token {
    Token { text: text.to_owned(), ..empty(0, 0) }
}
