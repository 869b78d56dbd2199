//! Who is said to have said it: "police said", "according to the report", "said Yu Haibin of the commission".
//!
//! A verb that credits words is looked for outside quotations, with its subject before it ("the mayor told
//! reporters") or after it (", said the mayor"); besides, "according to" and "citing". Verbs that take plain objects
//! as well ("announced a plan") count before "that", beside a quotation, or after a comma at the end. A statement that
//! is denied, wished or passive ("did not say", "would say", "is said to") credits nobody.
//! The first phrase of the sentence is given. Time is linear in the words: each search is bounded.

use super::word::{
    ADVERB, ASIDE, AUXILIARY, BE, CAPITAL, COMPLEMENT, COORDINATE, DAY, DETERMINER, FINITE, Flags, MODAL, NEGATION,
    PREPOSITION, PRONOUN, QUOTED, RELATIVE, ROLE, SAYS, SOURCE, STATEMENT, STATES, SUBORDINATE, TELLS, TO, Word,
};
use crate::text::Span;
use crate::text::word::{BREAK, COLON, COMMA, MARK, Signs};

/// Who a claim is credited to: "police said".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The whole phrase.
    pub span: Span,
    /// The one credited.
    pub source: Option<Span>,
}

/// Words that a source has at most, with what stands beside it between commas.
const LONGEST: usize = 14;

/// Words that "in a written statement" or the hearers of "told" have at most.
const TAIL: usize = 4;

/// How far after "reported" its "that" is looked for, in words: a place or a day may be in between.
const BEFORE_THAT: usize = 6;

/// Returns the first phrase among `words` that credits what the sentence says.
pub(super) fn find(words: &[Word]) -> Option<Attribution> {
    let phrases = Phrases { words };
    (0..words.len()).filter(|&idx| !words[idx].is(QUOTED | ASIDE)).find_map(|idx| {
        let word = words[idx];
        if word.is(SOURCE) {
            phrases.by_preposition(idx)
        } else if word.is(SAYS | STATES) {
            phrases.by_verb(idx)
        } else {
            None
        }
    })
}

/// Looks for phrases in the words of a sentence; ranges of words are given as first index and the one past the last.
struct Phrases<'a> {
    words: &'a [Word],
}

impl Phrases<'_> {
    fn is(&self, idx: usize, flags: Flags) -> bool {
        self.words.get(idx).is_some_and(|word| word.is(flags))
    }

    /// Whether the sentence ends before the word at `idx`, or one of `signs` is there.
    fn ends_at(&self, idx: usize, signs: Signs) -> bool {
        self.words.get(idx).is_none_or(|word| word.after(signs))
    }

    fn phrase(&self, all: (usize, usize), source: Option<(usize, usize)>) -> Option<Attribution> {
        let span = |(first, end): (usize, usize)| -> Option<Span> {
            let last = self.words.get(first..end)?.last()?;
            Some(self.words.get(first)?.span.cover(last.span))
        };
        Some(Attribution { span: span(all)?, source: source.and_then(span) })
    }

    /// "according to the report", "citing two officials".
    fn by_preposition(&self, idx: usize) -> Option<Attribution> {
        let start = if self.is(idx + 1, TO) { idx + 2 } else { idx + 1 };
        let end = self.noun_phrase_end(start);
        self.phrase((idx, end), Some((start, end)))
    }

    /// A phrase with the verb at `verb`.
    fn by_verb(&self, verb: usize) -> Option<Attribution> {
        // "has also said" begins with "has".
        let mut first = verb;
        while first > 0 && !self.words[first].after(BREAK) && self.is(first - 1, ADVERB | AUXILIARY) {
            first -= 1;
        }
        let is_at_break = first == 0 || self.words[first].after(BREAK);
        let before = if is_at_break { 0 } else { self.words[first - 1].flags };
        let is_denied = (first..verb).any(|idx| self.is(idx, NEGATION));
        let is_other = before & (BE | MODAL | NEGATION | TO | RELATIVE | COORDINATE | DETERMINER) != 0;
        if is_denied || is_other && before & PRONOUN == 0 {
            return None;
        }
        let tail = self.tail_end(verb + 1);
        if is_at_break && first == verb && (first == 0 || self.is_inverted(verb)) {
            return self.inverted(verb);
        }
        let source = if is_at_break { self.beside_commas(first) } else { Some((self.subject_start(first), first)) };
        // A day is none: "the indictment unsealed on Friday alleges".
        let source = source.filter(|source| !(source.0..source.1).all(|idx| self.is(idx, DAY | PREPOSITION)));
        let start = source.map_or(first, |source| source.0);
        if source.is_none() && (first == 0 || self.is(first - 1, QUOTED))
            || !self.is(verb, SAYS) && !self.is_stated(start, verb, tail)
        {
            return None;
        }
        self.phrase((start, tail), source)
    }

    /// Whether a verb that takes objects as well credits words here.
    fn is_stated(&self, start: usize, verb: usize, tail: usize) -> bool {
        let object = if self.is(tail, ADVERB) { tail + 1 } else { tail };
        // "reported on 9 May that", "stated clearly he was ill"
        let is_clause = self.is(object, COMPLEMENT | PRONOUN)
            || self.is(object, PREPOSITION | DAY)
                && (object..self.words.len().min(object + BEFORE_THAT))
                    .find(|&idx| self.is(idx, COMPLEMENT | FINITE))
                    .is_some_and(|idx| self.is(idx, COMPLEMENT));
        let is_aside = start > 0 && self.is(start - 1, SUBORDINATE);
        if is_aside || (start..verb).any(|idx| self.is(idx, FINITE) && !self.is(idx, AUXILIARY)) {
            return false;
        }
        if is_clause || self.ends_at(verb + 1, MARK | COLON) {
            return true;
        }
        let is_after_statement = start > 0 && self.words[start].after(COMMA | MARK);
        let is_at_end = self.ends_at(tail, BREAK) || self.is(tail, DAY | PREPOSITION | SUBORDINATE);
        is_after_statement && is_at_end
    }

    /// Whether the subject is after the verb at `verb`, which follows a comma or a quotation.
    fn is_inverted(&self, verb: usize) -> bool {
        let is_no_subject =
            COMPLEMENT | PREPOSITION | TO | DAY | if self.words[verb].after(MARK) { 0 } else { PRONOUN };
        if self.ends_at(verb + 1, BREAK) || self.is(verb + 1, is_no_subject) || self.is(verb, TELLS) {
            return false;
        }
        if self.words[verb].after(MARK) {
            return true;
        }
        // "Ward, a lawyer, said the road was closed": what follows has its own verb.
        let end = self.words.len().min(verb + 1 + LONGEST);
        !(verb + 1..end).take_while(|&idx| !self.words[idx].after(COMMA)).any(|idx| self.is(idx, FINITE))
    }

    /// ", said the mayor of Altmark".
    fn inverted(&self, verb: usize) -> Option<Attribution> {
        let is_subject = self.is(verb + 1, CAPITAL | DETERMINER | PRONOUN | ROLE) || verb > 0;
        let end = self.noun_phrase_end(verb + 1);
        let is_allowed = verb > 0 && is_subject && end > verb + 1;
        is_allowed.then(|| self.phrase((verb, end), Some((verb + 1, end))))?
    }

    /// Where the subject that ends before `end` begins.
    fn subject_start(&self, end: usize) -> usize {
        let least = end.saturating_sub(LONGEST);
        let mut start = end - 1;
        if self.is(start, PRONOUN) {
            return start;
        }
        while start > least
            && !self.words[start].after(BREAK)
            && !self.is(start - 1, SUBORDINATE | RELATIVE | COMPLEMENT | FINITE | DAY | QUOTED)
        {
            start -= 1;
        }
        while start + 1 < end && self.is(start, COORDINATE | ADVERB | TO) {
            start += 1;
        }
        // "In the north police said": what opens with a preposition is a place or a time.
        if self.is(start, PREPOSITION) && start + 1 < end { end - 1 } else { start }
    }

    /// The subject before the comma in front of `end`, with what stands beside it between commas.
    fn beside_commas(&self, end: usize) -> Option<(usize, usize)> {
        let least = end.saturating_sub(LONGEST);
        if !self.words.get(end)?.after(COMMA) {
            return None;
        }
        let comma = (least.max(1)..end).rev().find(|&idx| self.words[idx].after(BREAK))?;
        let is_plain = (comma..end).all(|idx| !self.is(idx, FINITE | QUOTED));
        let start = self.subject_start(comma);
        let is_name = (start..comma).any(|idx| self.is(idx, CAPITAL | ROLE)) && !self.is(start, QUOTED);
        (self.words[comma].after(COMMA) && is_plain && is_name).then_some((start, end))
    }

    /// Where the noun phrase that begins at `start` ends.
    fn noun_phrase_end(&self, start: usize) -> usize {
        let limit = self.words.len().min(start + LONGEST);
        let mut end = start;
        while end < limit {
            let word = self.words[end];
            let is_link = end > start && word.is(PREPOSITION) && !self.is_inside_link(end);
            let is_first = end == start;
            if !is_first && (word.after(BREAK) && !self.goes_on_beside(start, end))
                || is_first && word.after(BREAK & !MARK)
                || is_link
                || word.is(SUBORDINATE | RELATIVE | COMPLEMENT | DAY | BE | MODAL | AUXILIARY | QUOTED)
                || word.is(COORDINATE) && word.after(BREAK)
                || word.is(PRONOUN) && !is_first
            {
                break;
            }
            end += 1;
            if word.is(PRONOUN) {
                break;
            }
        }
        // Nothing ends with "of" or "and".
        while end > start && self.is(end - 1, PREPOSITION | COORDINATE | DETERMINER) {
            end -= 1;
        }
        end
    }

    /// Whether the preposition at `idx` goes on with a name: "spokesman for the bank", "head of the office".
    fn is_inside_link(&self, idx: usize) -> bool {
        self.is(idx + 1, DETERMINER | CAPITAL) && !self.is(idx + 1, DAY) || self.words[idx].span.len() == "of".len()
    }

    /// Whether after the comma at `idx` the one named from `start` is described: ", a spokesman for the bank".
    fn goes_on_beside(&self, start: usize, idx: usize) -> bool {
        let word = self.words[idx];
        let is_description = word.after(COMMA) && word.is(DETERMINER | ROLE) && !word.is(CAPITAL);
        let end = self.words.len().min(start + LONGEST);
        is_description && (idx..end).all(|at| !self.is(at, FINITE) || self.words[at].after(COMMA))
    }

    /// Where the hearers ("told reporters") or the occasion ("in a statement") after a verb end.
    fn tail_end(&self, start: usize) -> usize {
        let mut end = start;
        if start > 0 && self.is(start - 1, TELLS) {
            let limit = self.words.len().min(start + TAIL);
            while end < limit && !self.ends_at(end, BREAK) && !self.is(end, COMPLEMENT | PREPOSITION | DAY | FINITE) {
                let is_done = end > start && !self.is(end, CAPITAL) && !self.is(end - 1, DETERMINER);
                if is_done {
                    break;
                }
                end += 1;
            }
        }
        if self.is(end, PREPOSITION) && !self.ends_at(end, BREAK) {
            let limit = self.words.len().min(end + 1 + TAIL);
            let occasion = (end + 1..limit).take_while(|&idx| !self.words[idx].after(BREAK));
            if let Some(noun) = occasion.into_iter().find(|&idx| self.is(idx, STATEMENT)) {
                return noun + 1;
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::super::{quotation, word};
    use super::*;
    use crate::article::Article;

    /// The phrase found in `text` and its source.
    fn found(text: &str) -> Option<(String, String)> {
        let article = Article::from_text("Post", text);
        let sentence = Span::new(0, article.text.len());
        let quotes = quotation::within(&article.text, sentence, &quotation::find(&article));
        let attribution = find(&word::read(&article.text, sentence, &quotes))?;
        let source = attribution.source.map_or("", |source| source.of(&article.text));
        Some((attribution.span.of(&article.text).to_owned(), source.to_owned()))
    }

    /// Checks `rows` of a sentence, its phrase and its source.
    fn check(rows: &[(&str, &str, &str)]) {
        for (text, phrase, source) in rows {
            assert_eq!(found(text), Some(((*phrase).to_owned(), (*source).to_owned())), "{text}");
        }
    }

    #[test]
    fn subject_before_the_verb() {
        check(&[
            ("Police said nine boats sank.", "Police said", "Police"),
            ("The road is closed, police said.", "police said", "police"),
            ("The pumps, Ward told reporters, had failed.", "Ward told reporters", "Ward"),
            ("The mayor told the Altmark Post that he was ill.", "The mayor told the Altmark Post", "The mayor"),
            ("The pier will reopen in May, the court announced.", "the court announced", "the court"),
            ("The firm has also said that it will pay.", "The firm has also said", "The firm"),
            ("Roe said in a written statement that it was late.", "Roe said in a written statement", "Roe"),
            ("The storm grew and officials said schools were shut.", "officials said", "officials"),
            ("The ministry confirmed that nine had died.", "The ministry confirmed", "The ministry"),
            ("The Post reported on 9 May that nine had died.", "The Post reported", "The Post"),
            ("The millions of euros she said were lost came back.", "she said", "she"),
            ("The report printed on Friday alleges that he lied.", "alleges", ""),
            (
                "Roe, who had asked for a new and much larger pump in spring, said in a letter he's ill.",
                "said in a letter",
                "",
            ),
            ("The court confirmed he was free.", "The court confirmed", "The court"),
            ("“No,” Roe said to the crowd.", "Roe said", "Roe"),
            (
                "Ann Ward, a spokeswoman for the port, said the crane was safe.",
                "Ann Ward, a spokeswoman for the port, said",
                "Ann Ward, a spokeswoman for the port",
            ),
        ]);
    }

    #[test]
    fn subject_after_the_verb() {
        check(&[
            (
                "“We heard a bang,” said Ida Roe of the bakers' guild.",
                "said Ida Roe of the bakers' guild",
                "Ida Roe of the bakers' guild",
            ),
            ("The crane was safe, said Ward, who had checked it.", "said Ward", "Ward"),
            ("“No,” said the mayor on Monday.", "said the mayor", "the mayor"),
        ]);
    }

    #[test]
    fn prepositions() {
        check(&[
            ("According to the report, nine boats sank.", "According to the report", "the report"),
            ("Nine boats sank, according to police.", "according to police", "police"),
            (
                "The paper wrote nothing, citing two officials in the port.",
                "citing two officials in the port",
                "two officials in the port",
            ),
        ]);
    }

    #[test]
    fn no_attribution() {
        for text in [
            "The council took repeated steps that failed.",
            "The mill burned after a gauge indicated it was cold.",
            "The ministry announced a plan for the harbour.",
            "The firm did not say when the tunnel opens.",
            "He is said to live in Norwich.",
            "She declined to say why.",
            "“Police said so again and again.”",
            "Nine people who said they were hurt left early.",
            "The mayor would say nothing more.",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
