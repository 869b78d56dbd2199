//! The words of a sentence with what each can be in its grammar: the common ground of [`super::clause`] and
//! [`super::attribution`].
//!
//! There is no tagger: a word has every class that its form allows, and the rules ask for several signs at once.
//! Words are read in the repaired sentence, their spans lead into the printed text. Time is linear.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{CLAUSE_WORDS, ROLES, SPEECH_VERBS, STOP_WORDS, WEEKDAYS};
use crate::text::Span;
use crate::text::word::{BREAK, Clean, Cut, Signs};

/// A set of classes of a word.
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

/// Words that are no verbs in spite of their ending.
const NOT_PARTICIPLE: Flags = 1 << 30;
const NOT_PAST: Flags = 1 << 31;

/// Letters that an ending needs before it to be one: "need", "ring" have fewer.
const STEM: usize = 3;

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 24;

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
    /// Where it is in the printed text.
    pub(super) span: Span,
    /// What it can be.
    pub(super) flags: Flags,
    /// The signs between the word before and this one.
    pub(super) gap: Signs,
}

impl Word {
    /// Returns whether it has one of the classes of `flags`.
    pub(super) fn is(self, flags: Flags) -> bool {
        self.flags & flags != 0
    }

    /// Returns whether one of `signs` is before it.
    pub(super) fn after(self, signs: Signs) -> bool {
        self.gap & signs != 0
    }
}

/// Returns the words of the sentence at `sentence` of `text`, in which `quotes` are between marks.
pub(super) fn read(text: &str, sentence: Span, quotes: &[Span]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(sentence.len() / 5);
    let mut quotes = quotes.iter().peekable();
    for word in Clean::of(text, sentence).words(Cut::Compounds) {
        let span = word.span;
        let mut flags = classes(word.text);
        while quotes.next_if(|quote| quote.end <= span.start).is_some() {}
        if quotes.peek().is_some_and(|quote| quote.start <= span.start) {
            flags |= QUOTED;
        }
        if word.is_aside {
            flags |= ASIDE;
        }
        if flags & FINITE != 0 && words.last().is_some_and(|last| !allows_verb(*last, word.signs, flags)) {
            flags &= !FINITE;
        }
        words.push(Word { span, flags, gap: word.signs });
    }
    words
}

/// Whether a word with `flags` can be a verb after `last`: not in "the wounded", "to have", "of charged".
fn allows_verb(last: Word, gap: Signs, flags: Flags) -> bool {
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
