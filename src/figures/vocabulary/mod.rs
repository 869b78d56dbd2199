//! Every word that some list of the lexicon names, with what the lists say of it, found by one hash over its letters.

mod class;
mod known;

pub(super) use class::*;
pub(super) use known::*;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::figures::token::{NUMBER, Token, UNKNOWN, tokenize};
use crate::lexicon::{self, Table};

/// A name of a unit or of money, as a row of the lexicon gives it.
#[derive(Clone, Debug)]
pub(super) struct Phrase<T> {
    /// The codes of its tokens.
    pub(super) codes: Box<[u32]>,
    /// Its printed form, where the case of its letters matters.
    pub(super) exact: Option<&'static str>,
    /// What it means.
    pub(super) meaning: T,
}

/// All words that some list names.
pub(super) struct Vocabulary {
    slots: Vec<Slot>,
    words: Vec<&'static [u8]>,
    classes: Vec<Class>,
    values: Vec<f64>,
    calendar: Vec<u8>,
    ends: Vec<f64>,
    rates: FxHashMap<u32, &'static str>,
    tenses: FxHashMap<u32, Tense>,
}

/// What a word tells of the day that something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It is done: was, fled.
    Back,
    /// It is to come: will, due.
    Ahead,
    /// It is to come where it is after "to": to air.
    Plan,
    /// It credits what is said and tells nothing: said.
    Said,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    tag: u16,
    id: u16,
}

/// A power of two, at least twice the number of words: probes stay short.
const N_SLOTS: usize = 1 << 14;

/// The vocabulary of the embedded lists.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::build);

impl Vocabulary {
    /// Adds a byte, small letters only, to the hash of a word.
    #[inline]
    pub(super) fn step(hash: u32, byte: u8) -> u32 {
        (hash.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9e37_79b9)
    }

    /// Returns the code and the classes of `word`, whose hash is `hash`.
    #[inline]
    pub(super) fn look_up(&self, word: &[u8], hash: u32) -> (u32, Class) {
        let mut slot = hash as usize >> 18;
        let tag = hash as u16;
        loop {
            let Slot { tag: found, id } = self.slots[slot];
            if id == 0 {
                return (UNKNOWN, 0);
            }
            if found == tag && self.words[id as usize].eq_ignore_ascii_case(word) {
                return (u32::from(id), self.classes[id as usize]);
            }
            slot = (slot + 1) % N_SLOTS;
        }
    }

    /// Returns the number, denominator or multiple that the word `code` names.
    pub(super) fn value(&self, code: u32) -> f64 {
        self.values.get(code as usize).copied().unwrap_or(0.0)
    }

    /// Returns the parts of a whole that the word `code` names: half 2, thirds 3.
    pub(super) fn parts(&self, code: u32) -> f64 {
        self.ends.get(code as usize).copied().unwrap_or(0.0)
    }

    /// Returns the number of the month or the weekday `code`.
    pub(super) fn calendar(&self, code: u32) -> u8 {
        self.calendar.get(code as usize).copied().unwrap_or(0)
    }

    /// Returns how a rate by the word `code` is written.
    pub(super) fn rate(&self, code: u32) -> Option<&'static str> {
        self.rates.get(&code).copied()
    }

    /// Returns what the word `code` tells of the day that something is done.
    pub(super) fn tense(&self, code: u32) -> Option<Tense> {
        self.tenses.get(&code).copied()
    }

    /// Returns the codes of the tokens of `printed`, all of whose words are known.
    pub(super) fn codes(&self, printed: &str) -> Box<[u32]> {
        let mut tokens: Vec<Token> = Vec::new();
        tokenize(printed, self, &mut tokens);
        tokens
            .iter()
            .map(|token| match token.code {
                NUMBER => digit_code(printed.as_bytes()[token.start as usize]),
                code => code,
            })
            .collect()
    }

    fn build() -> Self {
        let mut this = Self {
            slots: vec![Slot::default(); N_SLOTS],
            words: vec![b""],
            classes: vec![0],
            values: vec![0.0],
            calendar: vec![0],
            ends: vec![0.0],
            rates: FxHashMap::default(),
            tenses: FxHashMap::default(),
        };
        for word in KNOWN {
            this.intern(word);
        }
        this.read_numbers();
        this.read_calendar();
        for (table, class) in [
            (lexicon::FUNCTION_WORDS, FUNCTION),
            (lexicon::PHRASE_ENDS, PHRASE_END),
            (lexicon::IRREGULAR_PLURALS, IRREGULAR_PLURAL),
            (lexicon::MODIFIER_PLURALS, MODIFIER_PLURAL),
            (lexicon::CHANGE_VERBS, CHANGE),
            (lexicon::STREET_WORDS, STREET),
            (lexicon::COST_WORDS, COST),
            (lexicon::PERSON_NOUNS, PERSON),
            (lexicon::SCORE_WORDS, SCORE),
            (lexicon::VOTE_WORDS, VOTE),
            (lexicon::UNIT_ADJECTIVES, UNIT_ADJECTIVE),
            (lexicon::OFTEN_NONE, OFTEN_NONE),
        ] {
            for row in table.rows() {
                this.add(row[0], class);
            }
        }
        for row in lexicon::LABEL_NOUNS.rows() {
            this.add(row[0], if row[1] == "any" { LABEL } else { LABEL_CAPITAL });
        }
        for row in lexicon::MINOR_CURRENCIES.rows() {
            this.add(row[0], 0);
        }
        for row in lexicon::RATE_NOUNS.rows() {
            let id = this.intern(row[0]);
            this.rates.insert(u32::from(id), row[1]);
        }
        this.add_phrases(lexicon::UNITS, UNIT, 0);
        this.add_phrases(lexicon::RATE_UNITS, 0, 0);
        this.add_phrases(lexicon::CURRENCIES, UNIT, MONEY | TRIGGER);
        this.add_phrases(lexicon::BOUNDS, 0, 0);
        this.add_phrases(lexicon::HEDGES, 0, 0);
        this.add_phrases(lexicon::HOLIDAYS, HOLIDAY | TRIGGER, 0);
        for word in [
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "weekend",
            "last",
            "next",
            "this",
            "noon",
            "midday",
            "midnight",
        ] {
            this.add(word, TRIGGER);
        }
        for word in
            ["half", "quarter", "a", "all", "an", "minus", "negative", "no", "fiscal", "fy", "cy", "point", "percent"]
        {
            this.add(word, TRIGGER);
        }
        this
    }

    fn read_numbers(&mut self) {
        for row in lexicon::NUMBER_WORDS.rows() {
            let class = match row[1] {
                "digit" => CARDINAL,
                "teen" => CARDINAL | TEEN,
                "ten" => CARDINAL | TEN,
                "scale" => SCALE,
                _ => SCALE | SCALES,
            };
            let id = self.add(row[0], class | TRIGGER);
            self.values[id as usize] = number(row[2]);
        }
        for row in lexicon::ORDINALS.rows() {
            let id = self.add(row[0], ORDINAL | TRIGGER);
            self.values[id as usize] = number(row[1]);
            if number(row[1]) > 2.0 {
                self.ends[id as usize] = number(row[1]);
                self.classes[id as usize] |= FRACTION;
            }
        }
        for row in lexicon::FRACTIONS.rows() {
            let id = self.add(row[0], FRACTION | TRIGGER);
            self.ends[id as usize] = number(row[1]);
        }
        for row in lexicon::MULTIPLIERS.rows() {
            let id = self.add(row[0], MULTIPLE | TRIGGER);
            self.values[id as usize] = number(row[1]);
        }
        self.add_phrases(lexicon::VAGUE_NUMBERS, VAGUE | TRIGGER, 0);
    }

    fn read_calendar(&mut self) {
        for (table, class) in [(lexicon::MONTHS, MONTH), (lexicon::WEEKDAYS, WEEKDAY)] {
            for row in table.rows() {
                let id = self.add(row[0], class | TRIGGER);
                self.calendar[id as usize] = number(row[1]) as u8;
            }
        }
        for (idx, row) in lexicon::SEASONS.rows().enumerate() {
            let id = self.add(row[0], SEASON | TRIGGER);
            self.calendar[id as usize] = idx as u8;
        }
        let past = lexicon::PAST_FORMS.rows().map(|row| row[0]).chain(["was", "were", "had", "did"]);
        for word in past {
            let id = self.intern(word);
            self.tenses.insert(u32::from(id), Tense::Back);
        }
        for row in lexicon::TENSE_WORDS.rows() {
            let tense = match row[1] {
                "ahead" => Tense::Ahead,
                "plan" => Tense::Plan,
                _ => Tense::Said,
            };
            let id = self.intern(row[0]);
            self.tenses.insert(u32::from(id), tense);
        }
        for row in lexicon::TIME_ZONES.rows() {
            let id = self.add(row[0], ZONE);
            // A difference of zero is a zone all the same, so it is kept apart from "none" by the class.
            self.ends[id as usize] = number(row[1]);
        }
    }

    /// Interns the words of every first column of `table`; the first word of each gets `first`, and `money` too
    /// where it may be before a number.
    fn add_phrases(&mut self, table: Table, first: Class, money: Class) {
        for row in table.rows() {
            let mut is_first = true;
            let mut rest = row[0];
            while let Some(start) = rest.find(char::is_alphabetic) {
                let end = rest[start..].find(|c: char| !c.is_alphabetic()).map_or(rest.len(), |len| start + len);
                let is_exact = row.last() == Some(&"exact");
                let class =
                    if is_first { first | if is_exact || row[0].contains("ringgit") { money } else { 0 } } else { 0 };
                self.add(&rest[start..end], class);
                is_first = false;
                rest = &rest[end..];
            }
        }
    }

    fn add(&mut self, word: &'static str, class: Class) -> u16 {
        let id = self.intern(word);
        self.classes[id as usize] |= class;
        id
    }

    fn intern(&mut self, word: &'static str) -> u16 {
        let hash = word
            .bytes()
            .fold(0, |hash, byte| Self::step(hash, if byte.is_ascii_alphabetic() { byte | 0x20 } else { byte }));
        let mut slot = hash as usize >> 18;
        loop {
            let Slot { tag, id } = self.slots[slot];
            if id == 0 {
                break;
            }
            if tag == hash as u16 && self.words[id as usize].eq_ignore_ascii_case(word.as_bytes()) {
                return id;
            }
            slot = (slot + 1) % N_SLOTS;
        }
        let id = self.words.len() as u16;
        self.words.push(word.as_bytes());
        self.classes.push(0);
        self.values.push(0.0);
        self.calendar.push(0);
        self.ends.push(0.0);
        self.slots[slot] = Slot { tag: hash as u16, id };
        id
    }
}

/// Returns the code that stands for a digit in a unit: the 2 of `m2`.
pub(super) fn digit_code(digit: u8) -> u32 {
    NUMBER | u32::from(digit)
}

/// Returns the number in a column; the lists are part of the program, and a test reads every one.
pub(super) fn number(column: &str) -> f64 {
    column.parse().unwrap_or(0.0)
}
