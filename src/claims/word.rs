//! The words of a sentence with what each can be in its grammar: the common ground of [`super::clause`] and
//! [`super::attribution`].
//!
//! There is no tagger: a word has every class that its form allows, and the rules ask for several signs at once.
//! Words are read in the repaired sentence, their spans lead into the printed text. Time is linear.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{CLAUSE_WORDS, ROLES, SPEECH_VERBS, STOP_WORDS, WEEKDAYS};
use crate::text::{Span, repair};

/// A set of classes of a word, or of signs in the gap before it.
pub(super) type Flags = u32;

/// Carries no content.
pub(super) const STOP: Flags = 1;
/// Opens a subordinate clause: "while".
pub(super) const SUBORDINATE: Flags = 1 << 1;
/// Opens a relative clause: "who".
pub(super) const RELATIVE: Flags = 1 << 2;
/// Opens what someone said: "that".
pub(super) const COMPLEMENT: Flags = 1 << 22;
/// "to", before a verb or a noun.
pub(super) const TO: Flags = 1 << 23;
/// "told", which has a hearer.
pub(super) const TELLS: Flags = 1 << 24;
/// Opens the name of a source: "according".
pub(super) const SOURCE: Flags = 1 << 25;
/// An adverb that goes with the clause after it: "shortly" after.
pub(super) const FOCUS: Flags = 1 << 26;
/// "or", which joins clauses only after a comma.
pub(super) const ALTERNATIVE: Flags = 1 << 27;
/// Joins equals: "and".
pub(super) const COORDINATE: Flags = 1 << 3;
/// Opens a noun phrase: "the".
pub(super) const DETERMINER: Flags = 1 << 4;
/// A subject by itself: "they".
pub(super) const PRONOUN: Flags = 1 << 5;
/// A preposition.
pub(super) const PREPOSITION: Flags = 1 << 6;
/// A form of "be".
pub(super) const BE: Flags = 1 << 7;
/// A form of "have" or "do".
pub(super) const AUXILIARY: Flags = 1 << 8;
/// "will", "could".
pub(super) const MODAL: Flags = 1 << 9;
/// An adverb that stands beside verbs.
pub(super) const ADVERB: Flags = 1 << 10;
/// What someone says something in: "interview".
pub(super) const STATEMENT: Flags = 1 << 11;
/// "not".
pub(super) const NEGATION: Flags = 1 << 12;
/// Can be the verb of a clause.
pub(super) const FINITE: Flags = 1 << 13;
/// A participle in -ing.
pub(super) const PARTICIPLE: Flags = 1 << 14;
/// A verb that credits words to someone, with or without marks.
pub(super) const SAYS: Flags = 1 << 15;
/// A verb that credits words only beside marks, "that" or a comma.
pub(super) const STATES: Flags = 1 << 16;
/// A day of the week.
pub(super) const DAY: Flags = 1 << 17;
/// A title or role: "spokesman".
pub(super) const ROLE: Flags = 1 << 18;
/// Starts with a capital letter.
pub(super) const CAPITAL: Flags = 1 << 19;
/// Stands between quotation marks.
pub(super) const QUOTED: Flags = 1 << 20;
/// Stands in parentheses.
pub(super) const ASIDE: Flags = 1 << 21;

/// A comma.
pub(super) const COMMA: Flags = 1;
/// A semicolon.
pub(super) const SEMICOLON: Flags = 1 << 1;
/// A dash.
pub(super) const DASH: Flags = 1 << 2;
/// A colon.
pub(super) const COLON: Flags = 1 << 3;
/// A quotation mark.
pub(super) const MARK: Flags = 1 << 4;
/// An end of a sentence inside the sentence, not the dot of an abbreviation.
pub(super) const END: Flags = 1 << 5;
/// A parenthesis.
pub(super) const PARENTHESIS: Flags = 1 << 6;
/// Whatever parts more than words of one phrase.
pub(super) const BREAK: Flags = COMMA | SEMICOLON | DASH | COLON | MARK | END | PARENTHESIS;

/// Words that are no verbs in spite of their ending.
const NOT_PARTICIPLE: Flags = 1 << 30;
const NOT_PAST: Flags = 1 << 31;

/// Letters that an ending needs before it to be one: "need", "ring" have fewer.
const STEM: usize = 3;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;

/// An abbreviation before a dot ("Capt.", "Sen.") is no longer than this, in bytes.
const ABBREVIATION: usize = 4;

static CLASSES: LazyLock<FxHashMap<&[u8], Flags>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&[u8], Flags> = FxHashMap::default();
    let mut add = |word: &'static str, flags| *classes.entry(word.as_bytes()).or_default() |= flags;
    for row in CLAUSE_WORDS.rows() {
        let class = match row[1] {
            "subordinate" => SUBORDINATE,
            "relative" => RELATIVE,
            "to" => TO,
            "tells" => TELLS,
            "source" => SOURCE,
            "focus" => FOCUS,
            "alternative" => ALTERNATIVE,
            "complement" => COMPLEMENT,
            "coordinate" => COORDINATE,
            "determiner" => DETERMINER,
            "pronoun" => PRONOUN,
            "preposition" => PREPOSITION,
            "be" => BE,
            "auxiliary" => AUXILIARY | FINITE,
            "modal" => MODAL | FINITE,
            "adverb" => ADVERB,
            "statement" => STATEMENT,
            "negation" => NEGATION,
            "not_participle" => NOT_PARTICIPLE,
            "not_past" => NOT_PAST,
            _ => FINITE,
        };
        let is_finite_be = class == BE && !matches!(row[0], "be" | "been" | "being");
        add(row[0], if is_finite_be { class | FINITE } else { class });
    }
    for row in SPEECH_VERBS.rows() {
        add(row[0], FINITE | if row[1] == "always" { SAYS } else { STATES });
    }
    for row in STOP_WORDS.rows() {
        add(row[0], STOP);
    }
    for row in WEEKDAYS.rows() {
        add(row[0], DAY);
    }
    for row in ROLES.rows() {
        add(row[0], ROLE);
    }
    classes
});

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands in the printed text.
    pub(super) span: Span,
    /// What it can be.
    pub(super) flags: Flags,
    /// The signs between the word before and this one.
    pub(super) gap: Flags,
}

impl Word {
    /// Whether it has one of the classes of `flags`.
    pub(super) fn is(self, flags: Flags) -> bool {
        self.flags & flags != 0
    }

    /// Whether one of the signs of `gap` stands before it.
    pub(super) fn after(self, gap: Flags) -> bool {
        self.gap & gap != 0
    }
}

/// The words of the sentence at `sentence` of `text`, in which `quotes` stand between marks.
pub(super) fn read(text: &str, sentence: Span, quotes: &[Span]) -> Vec<Word> {
    let repaired = repair(sentence.of(text));
    let mut words: Vec<Word> = Vec::with_capacity(sentence.len() / 5);
    let clean = repaired.text.as_ref();
    let mut gap = 0;
    let mut depth = 0_usize;
    let mut quotes = quotes.iter().peekable();
    let mut before = ' ';
    let mut chars = clean.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        if !c.is_alphanumeric() {
            gap |= sign(before, c, next);
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                '.' | '!' | '?' if words.last().is_some_and(|word| ends_sentence(*word)) => gap |= END,
                _ => {}
            }
            before = c;
            continue;
        }
        let mut end = at + c.len_utf8();
        before = c;
        while let Some((part_at, part)) = chars.peek().copied() {
            let rest = clean[part_at + part.len_utf8()..].chars().next().unwrap_or(' ');
            if !part.is_alphanumeric() && !joins(before, part, rest) {
                break;
            }
            chars.next();
            end = part_at + part.len_utf8();
            before = part;
        }
        let span = repaired.printed(Span::new(at, end)).shift(sentence.start);
        let start = words.last().map_or(span.start, |last: &Word| last.span.end.max(span.start));
        let span = Span::new(start, span.end.max(start));
        let mut flags = classes(&clean[at..end]);
        while quotes.next_if(|quote| quote.end <= span.start).is_some() {}
        if quotes.peek().is_some_and(|quote| quote.start <= span.start) {
            flags |= QUOTED;
        }
        if depth > 0 {
            flags |= ASIDE;
        }
        if flags & FINITE != 0 && words.last().is_some_and(|last| !allows_verb(*last, gap, flags)) {
            flags &= !FINITE;
        }
        words.push(Word { span, flags, gap });
        gap = 0;
    }
    words
}

/// What the sign `c` says between `before` and `next`.
fn sign(before: char, c: char, next: char) -> Flags {
    match c {
        ',' => COMMA,
        ';' => SEMICOLON,
        ':' => COLON,
        '—' | '–' => DASH,
        '-' if before == '-' || before.is_whitespace() && next.is_whitespace() => DASH,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' => MARK,
        '\'' | '’' if !before.is_alphanumeric() && !before.is_whitespace() || before.is_whitespace() => MARK,
        '(' | ')' | '[' | ']' => PARENTHESIS,
        _ => 0,
    }
}

/// Whether `part` belongs to a word between the characters `before` and `next`.
fn joins(before: char, part: char, next: char) -> bool {
    match part {
        '\'' | '’' | '-' => before.is_alphanumeric() && next.is_alphanumeric(),
        '.' | ',' | ':' | '–' if before.is_ascii_digit() => next.is_ascii_digit(),
        '.' => before.is_alphabetic() && next.is_alphabetic(),
        _ => false,
    }
}

/// Whether a dot after `word` ends a sentence; after a short capitalized word it abbreviates.
fn ends_sentence(word: Word) -> bool {
    !word.is(CAPITAL) || word.span.len() > ABBREVIATION
}

/// Whether a word with `flags` can be a verb after `last`: not in "the wounded", "to have", "of charged".
fn allows_verb(last: Word, gap: Flags, flags: Flags) -> bool {
    let is_sure = flags & (BE | MODAL) != 0;
    gap & BREAK != 0 || is_sure || !last.is(DETERMINER | PREPOSITION | MODAL)
}

/// The classes of `word`.
fn classes(word: &str) -> Flags {
    let bytes = word.as_bytes();
    let mut lower = [0_u8; LONGEST];
    let mut flags = if word.starts_with(char::is_uppercase) { CAPITAL } else { 0 };
    let Some(lower) = lower.get_mut(..bytes.len()) else {
        return flags;
    };
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    flags |= CLASSES.get(&*lower).copied().unwrap_or_default();
    if flags & CAPITAL != 0 && flags & MODAL != 0 {
        // A month or a name: "May", "Will".
        flags &= !(MODAL | FINITE);
    }
    let has_stem = lower.len() >= STEM + 2 && flags & CAPITAL == 0;
    if has_stem && lower.ends_with(b"ed") && flags & NOT_PAST == 0 && !lower.contains(&b'-') {
        flags |= FINITE;
    }
    if lower.len() >= STEM + 3 && flags & (CAPITAL | NOT_PARTICIPLE) == 0 && lower.ends_with(b"ing") {
        flags |= PARTICIPLE;
    }
    if lower.len() >= STEM + 2 && lower.ends_with(b"ly") {
        flags |= ADVERB;
    }
    // "he's", "they’re"
    if let Some(at) = lower.iter().position(|byte| matches!(byte, b'\'' | 0xE2))
        && CLASSES.get(&lower[..at]).is_some_and(|flags| flags & PRONOUN != 0)
    {
        flags |= PRONOUN | FINITE | STOP;
    }
    if lower.ends_with(b"n't") || lower.ends_with("n’t".as_bytes()) {
        flags |= NEGATION | FINITE;
    }
    flags
}
