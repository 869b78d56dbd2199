//! Where a long sentence falls into clauses, each of which says something by itself.
//!
//! A sentence is cut only where a matching of clauses gains: before a coordinated clause with a verb of its own, before
//! a subordinate or relative clause, before a participle that goes on with the story (", killing three"), at
//! semicolons, dashes and colons. It is never cut inside a quotation, a parenthesis or the words that credit it,
//! and no clause has fewer than [`LEAST`] content words, so lists of nouns stay whole.
//! Time is linear in the words.

use super::attribution::Attribution;
use super::word::{
    ADVERB, ALTERNATIVE, ASIDE, CAPITAL, COMPLEMENT, COORDINATE, DETERMINER, FINITE, FOCUS, PARTICIPLE, PREPOSITION,
    PRONOUN, QUOTED, RELATIVE, SAYS, STATES, STOP, SUBORDINATE, Word,
};
use crate::text::Span;
use crate::text::word::{BREAK, COLON, COMMA, DASH, SEMICOLON};

/// Telling words that a clause has at least: with fewer its match is chance (one name and one event).
const LEAST: usize = 4;

/// How far after the word that opens a clause its verb is looked for, in words.
const VERB_WITHIN: usize = 12;

/// The same where nothing but "and" parts two subjects.
const NEAR_VERB_WITHIN: usize = 5;

/// How far back from "which" the comma before ", one of which" is looked for, in words.
const BEFORE_RELATIVE: usize = 4;

/// Returns the clauses of the sentence at `sentence` of `text` with these `words`.
pub(super) fn split(text: &str, sentence: Span, words: &[Word], attribution: Option<Attribution>) -> Vec<Span> {
    let mut clauses = Vec::new();
    let mut start = sentence.start;
    for cut in cuts(words, attribution) {
        let Some(word) = words.get(cut) else { continue };
        let between = Span::new(start, word.span.start.max(start));
        let left = between.of(text).trim_end_matches(|c: char| !c.is_whitespace() && is_opening(c));
        let end = start + left.trim_end_matches(|c: char| c.is_whitespace() || is_separator(c)).len();
        if end > start {
            clauses.push(Span::new(start, end));
            start += left.len();
        }
    }
    clauses.push(Span::new(start, sentence.end));
    clauses
}

/// Marks that go with the word after them.
fn is_opening(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥' | '#')
}

/// Marks that part clauses and belong to none.
fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '-' | '–' | '—')
}

/// What a cut begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    Main,
    Subordinate,
}

/// The indices of the words that begin a further clause, in order.
fn cuts(words: &[Word], attribution: Option<Attribution>) -> Vec<usize> {
    let credit = |word: &Word| attribution.is_some_and(|found| found.span.contains(word.span));
    let is_telling = |word: &Word| !word.is(STOP) && !credit(word);
    let mut left_over = words.iter().filter(|word| is_telling(word)).count();
    let mut cuts = Vec::new();
    if left_over < 2 * LEAST {
        return cuts;
    }
    let verbs = next_verbs(words);
    let mut clause = Clause::first(words);
    for (idx, word) in words.iter().enumerate() {
        let is_inside = word.is(QUOTED | ASIDE) || credit(word) && idx > 0 && words.get(idx - 1).is_some_and(credit);
        if !is_inside
            && clause.n_telling >= LEAST
            && left_over >= LEAST
            && let Some((at, opens)) = cut_at(words, &verbs, idx, &clause)
            && cuts.last().is_none_or(|last| *last < at)
        {
            // Words between the cut and here ("one of | which") are few and carry nothing.
            cuts.push(at);
            clause = clause.next(opens);
        }
        if is_telling(word) {
            clause.n_telling += 1;
            left_over -= 1;
        }
        if word.is(FINITE) && !word.is(QUOTED) {
            clause.verb = Some(idx);
        }
    }
    cuts
}

/// The clause that is being read.
#[derive(Clone, Copy, Debug, Default)]
struct Clause {
    n_telling: usize,
    /// Its last verb so far.
    verb: Option<usize>,
    is_subordinate: bool,
    /// Whether the sentence has a single dash: two set something apart.
    has_one_dash: bool,
}

impl Clause {
    fn first(words: &[Word]) -> Self {
        let is_subordinate = words.first().is_some_and(|word| word.is(SUBORDINATE));
        let n_dashes = words.iter().filter(|word| word.after(DASH)).count();
        Self { is_subordinate, has_one_dash: n_dashes == 1, ..Self::default() }
    }

    fn next(self, opens: Opens) -> Self {
        Self { is_subordinate: opens == Opens::Subordinate, has_one_dash: self.has_one_dash, ..Self::default() }
    }
}

/// For each word the next verb at or after it, unless a clause opens in between.
fn next_verbs(words: &[Word]) -> Vec<Option<usize>> {
    let mut verbs = vec![None; words.len()];
    let mut next = None;
    for (idx, word) in words.iter().enumerate().rev() {
        if word.is(FINITE) && !word.is(ASIDE) {
            next = Some(idx);
        }
        verbs[idx] = next;
        if word.is(SUBORDINATE | RELATIVE | COMPLEMENT) || word.after(SEMICOLON | DASH) {
            next = None;
        }
    }
    verbs
}

/// Where a clause begins if the word at `idx` opens one, and which kind.
fn cut_at(words: &[Word], verbs: &[Option<usize>], idx: usize, clause: &Clause) -> Option<(usize, Opens)> {
    let word = *words.get(idx)?;
    let before = *words.get(idx.checked_sub(1)?)?;
    let next = words.get(idx + 1).copied();
    let has_verb =
        |from: usize, within: usize| verbs.get(from).copied().flatten().is_some_and(|verb| verb < from + within);
    if word.after(SEMICOLON) {
        return Some((idx, Opens::Main));
    }
    let verb = clause.verb;
    if word.is(RELATIVE) && has_verb(idx + 1, VERB_WITHIN) {
        return Some((relative_start(words, idx), Opens::Subordinate));
    }
    // All other clauses stand beside one that has its verb already.
    let verb = verb?;
    if word.after(COLON) && has_verb(idx, VERB_WITHIN)
        || word.after(DASH) && clause.has_one_dash && has_verb(idx, VERB_WITHIN)
    {
        return Some((idx, Opens::Main));
    }
    if word.is(COORDINATE) {
        let opens = if word.after(COMMA | DASH) {
            has_verb(idx + 1, VERB_WITHIN)
        } else {
            next.is_some_and(|next| joins_clauses(words, verbs, verb, idx, next))
        };
        return opens.then_some((idx, Opens::Main));
    }
    if word.is(SUBORDINATE) && !before.is(COORDINATE | COMPLEMENT) {
        let is_doing = next.is_some_and(|next| next.is(PARTICIPLE));
        // "as a rule, it failed" is no clause: no sign is before a clause's own verb.
        // "as an aide and has": the verb after "and" is that of the clause before.
        let opens = has_verb(idx + 1, VERB_WITHIN)
            && verbs[idx + 1].is_some_and(|verb| {
                words[idx + 1..=verb].iter().all(|word| !word.after(BREAK)) && !words[verb - 1].is(COORDINATE)
            });
        let start = if before.is(FOCUS) && !word.after(BREAK) { idx - 1 } else { idx };
        return (is_doing || opens).then_some((start, Opens::Subordinate));
    }
    if word.after(COMMA | DASH) {
        let is_doing = word.is(PARTICIPLE) || word.is(ADVERB) && next.is_some_and(|next| next.is(PARTICIPLE));
        if is_doing {
            return Some((idx, Opens::Subordinate));
        }
        // After the comma or dash that closes a subordinate clause the main one begins or goes on.
        let goes_on = clause.is_subordinate
            && verbs[idx].is_some_and(|verb| {
                verb < idx + VERB_WITHIN && words[idx + 1..=verb.max(idx)].iter().all(|word| !word.after(COMMA))
            });
        return goes_on.then_some((idx, Opens::Main));
    }
    None
}

/// Where ", one of which" or "in which" begins.
fn relative_start(words: &[Word], idx: usize) -> usize {
    let is_bound = |at: usize| words.get(at).is_some_and(|word| word.is(PREPOSITION));
    if words[idx].after(COMMA) || idx == 0 || !is_bound(idx - 1) {
        return idx;
    }
    let comma = (idx.saturating_sub(BEFORE_RELATIVE)..idx).rev().find(|&at| words[at].after(COMMA));
    comma.unwrap_or(idx - 1)
}

/// Whether the "and" at `idx`, without a comma, joins clauses rather than nouns.
fn joins_clauses(words: &[Word], verbs: &[Option<usize>], verb: usize, idx: usize, next: Word) -> bool {
    if words[idx].is(ALTERNATIVE) || words[idx - 1].is(PRONOUN) {
        return false;
    }
    let finite = verbs.get(idx + 1).copied().flatten();
    let is_verb_next = next.is(COMPLEMENT)
        || finite == Some(idx + 1)
        || next.is(ADVERB) && finite == Some(idx + 2)
        || next.is(PRONOUN) && finite.is_some_and(|finite| finite < idx + NEAR_VERB_WITHIN);
    if is_verb_next {
        return true;
    }
    // "said the mayor and the governor were safe" has one subject: what was said.
    let is_saying = words[verb].is(SAYS | STATES);
    let is_near = finite.is_some_and(|finite| finite < idx + 1 + NEAR_VERB_WITHIN);
    let has_no_break = finite.is_some_and(|finite| words[idx + 1..=finite].iter().all(|word| !word.after(BREAK)));
    !is_saying && is_near && has_no_break && verb + 1 < idx && next.is(DETERMINER | CAPITAL)
}

#[cfg(test)]
mod tests {
    use super::super::{attribution, quotation, word};
    use super::*;
    use crate::article::Article;

    /// Checks `marked`, in which ` | ` stands where a clause ends.
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let article = Article::from_text("Post", text.as_str());
        let text = article.text.as_str();
        let sentence = Span::new(0, text.len());
        let quotes = quotation::within(text, sentence, &quotation::find(&article));
        let words = word::read(text, sentence, &quotes);
        let clauses = split(text, sentence, &words, attribution::find(&words));
        let found: Vec<&str> = clauses.iter().map(|clause| clause.of(text)).collect();
        let strip = |clause: &str| clause.trim_end_matches([',', ';', ':', '—', ' ']).to_owned();
        assert_eq!(found, marked.split(" | ").map(strip).collect::<Vec<_>>(), "{marked}");
    }

    #[test]
    fn coordinated_main_clauses() {
        for marked in [
            "The dam burst before dawn on Friday, | and soldiers carried 40 families to a school.",
            "The storm flooded three villages near Altmark | and the governor closed every school there.",
            "The harbour master insisted that the northern crane was perfectly safe | and that the pier would open again next summer.",
            "Two brothers left the burning house by a window | and were treated for smoke in a nearby hospital.",
            "The council approved the new harbour tax, | but it postponed a vote on the ferry terminal.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn subordinate_clauses() {
        for marked in [
            "The lights of the whole old town failed | shortly after lightning struck the harbour crane.",
            "The harbour was closed for nine days | after a crane fell onto the northern pier.",
            "Because the pumps had failed twice in spring, | the council ordered new ones from Norwich.",
            "The bank lost 40 million euros last year, | while its rivals reported record profits in Asia.",
            "The court jailed two of the older men, | one of whom had fled to Spain last summer.",
            "Divers searched the wreck of the old ferry, | which sank off Lower Quay in 1987.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn participles_and_signs() {
        for marked in [
            "A gust tore the roof off the market hall, | killing three traders and injuring nine shoppers.",
            "The firm did not name the new owner; | its shares fell 4 percent in early trade.",
            "The vote was lost by a single voice — | the oldest member had missed the morning train.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn whole_sentences() {
        for sentence in [
            "Red, white and blue flags hung from three houses and two shops.",
            "Police said three women and two men were pulled from the river near Lower Quay.",
            "The mayor resigned, and nobody cried.",
            "He bought 2,000 lamps, five ladders, and a boat for the Rescue and Diving Club of Altmark.",
            "“The dam broke in the night, and soldiers carried forty families to the old school,” Roe said.",
            "The ferry (which had passed its inspection in spring after some repairs to its engine) sank quickly.",
            "The old pier — engineers had called it unsafe since early spring — was closed by the harbour master.",
            "The former harbour master began his long career as a deck hand and has a drawing of it.",
            "Nobody in the old town knew whether the pilot or his two older brothers had seen the reef.",
            "Voters described the former harbour master as a man of his word, and as a friend.",
            "Crowds had gathered near the harbour since early morning, according to a watchman of the port.",
            "",
        ] {
            check(sentence);
        }
    }
}
