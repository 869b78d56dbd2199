//! What a number counts: the noun phrase after it and its head, without a parser.
//!
//! The phrase runs from the number to the first word that cannot belong to it (a list of the lexicon). Its head is the
//! first plural in it, or its last word where one thing is counted. Limits: a verb that no list names and that looks
//! like a plural ends up in the phrase.

use super::Counted;
use super::scan::Scan;
use super::token::{ALL_CAPITALS, mark};
use super::vocabulary::{
    self as v, CARDINAL, FUNCTION, IRREGULAR_PLURAL, MODIFIER_PLURAL, MONTH, PHRASE_END, UNIT, WEEKDAY, is_apostrophe,
};

/// What is counted, and past its last token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The phrase and its head.
    pub(super) counted: Counted,
    /// Past the last token.
    pub(super) end: usize,
}

/// How many words a phrase has at most before its head.
const LONGEST: usize = 7;

/// Returns what is counted after the number that ends at `at`; `is_one` where one thing is.
pub(super) fn counted(scan: &Scan<'_>, at: usize, is_one: bool) -> Option<Found> {
    counted_by(scan, at, is_one, false)
}

/// Returns what a part of a whole is a part of.
pub(super) fn shared(scan: &Scan<'_>, at: usize) -> Option<Found> {
    counted_by(scan, at, false, true)
}

fn counted_by(scan: &Scan<'_>, at: usize, is_one: bool, is_fraction: bool) -> Option<Found> {
    let mut at = at;
    while scan.is_any(at, &[v::MORE, v::OTHER, v::ADDITIONAL, v::EXTRA, v::FEWER]) {
        at += 1;
    }
    let mut is_one = is_one;
    let mut is_part = false;
    if scan.code(at) == v::OF {
        at += 1;
        is_part = true;
        is_one = false;
        if scan.is_any(
            at,
            &[v::THE, v::HIS, v::HER, v::THEIR, v::MY, v::ITS, v::OUR, v::YOUR, v::THESE, v::THOSE, v::A, v::AN],
        ) {
            at += 1;
        }
        if scan.token(at).is_number() || scan.has(at, CARDINAL) {
            // "three of the nine defendants"
            at += 1;
        }
        if scan.is_any(at, &[v::MORE]) || scan.printed(at) == "most" {
            at += 1;
        }
    }
    if is_fraction && scan.code(at) == v::THE {
        // "half the condos"
        at += 1;
    }
    if scan.is_hyphen(at) {
        // "three-course", "11-member": what is after the hyphen is counted.
        let head = at + 1;
        let is_word = scan.token(head).is_word() && !scan.has(head, FUNCTION | v::SCALE);
        return is_word.then(|| found(scan, head, head));
    }
    noun_phrase(scan, at, is_one, is_part)
}

/// Returns the noun phrase that begins at `at`.
pub(super) fn noun_phrase(scan: &Scan<'_>, at: usize, is_one: bool, is_part: bool) -> Option<Found> {
    let mut next = at;
    let mut head = None;
    for _ in 0..LONGEST {
        let token = scan.token(next);
        if !token.is_word() || (next > at && !token.is_spaced()) {
            break;
        }
        if token.class & FUNCTION != 0 {
            // "digital and physical sales", "most gifted and unpredictable attackers"
            let joins = (token.code == v::AND
                && head.is_some()
                && !is_plural(scan, next - 1)
                && goes_on(scan, next + 1)
                && !is_one)
                || (is_part && scan.printed(next) == "most");
            if !joins {
                break;
            }
            next += 1;
            continue;
        }
        let is_verb = looks_like_verb(scan, next)
            && ((head.is_some() && !is_part) || !goes_on(scan, next + 1) && !is_one && !scan.has(next, v::PERSON));
        let ends = is_verb || token.class & PHRASE_END != 0 && !(next == at && !is_one && is_plural(scan, next));
        if ends && (head.is_some() || !leads_to_plural(scan, next)) {
            break;
        }
        if token.class & (MONTH | WEEKDAY) != 0 && token.is_capital() {
            break;
        }
        // Compounds: first-team players
        let mut last = next;
        while scan.is_hyphen(last + 1) && (scan.token(last + 2).is_word() || is_model(scan, last)) {
            last += 2;
        }
        head = Some(last);
        let has_possessor = is_apostrophe(scan.code(last + 1)) && scan.is_glued(last + 1);
        if has_possessor {
            next = if scan.code(last + 2) == v::S && scan.is_glued(last + 2) { last + 3 } else { last + 2 };
            continue;
        }
        next = last + 1;
        if !is_one && is_plural(scan, last) && !modifies(scan, last) {
            break;
        }
    }
    let head = head?;
    Some(found(scan, at, head))
}

/// Whether the capitals at `at` and the number behind their hyphen are the name of a model: AK-47 rifles.
fn is_model(scan: &Scan<'_>, at: usize) -> bool {
    scan.token(at).print & ALL_CAPITALS != 0
        && scan.token(at + 2).is_number()
        && scan.is_glued(at + 2)
        && goes_on(scan, at + 3)
}

fn found(scan: &Scan<'_>, first: usize, head: usize) -> Found {
    let counted = Counted { phrase: scan.span(first, head + 1), head: scan.span(head, head + 1) };
    Found { counted, end: head + 1 }
}

/// Returns whether the word at `at` is a plural.
pub(super) fn is_plural(scan: &Scan<'_>, at: usize) -> bool {
    let printed = scan.printed(at);
    scan.has(at, IRREGULAR_PLURAL)
        || (printed.len() > 2
            && (printed.ends_with('s') || printed.ends_with('S'))
            && !printed.ends_with("ss")
            && !printed.ends_with("us")
            && !printed.ends_with("is"))
}

/// Whether the plural at `at` is before another noun: sales jobs, police officers.
fn modifies(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.token(at + 1);
    if !next.is_word() || next.class & (FUNCTION | PHRASE_END) != 0 || !next.is_spaced() {
        return false;
    }
    (scan.has(at, MODIFIER_PLURAL) && is_plural(scan, at + 1))
        || (scan.token(at).is_capital() && next.is_capital() && is_plural(scan, at + 1))
}

fn goes_on(scan: &Scan<'_>, at: usize) -> bool {
    let token = scan.token(at);
    token.is_word() && token.class & (FUNCTION | PHRASE_END | CARDINAL) == 0
}

/// Whether the word at `at`, no noun itself, is before a plural: wounded soldiers.
fn leads_to_plural(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.token(at + 1);
    next.is_word()
        && next.class & (FUNCTION | PHRASE_END) == 0
        && (is_plural(scan, at + 1) || (goes_on(scan, at + 2) && is_plural(scan, at + 2)))
}

fn looks_like_verb(scan: &Scan<'_>, at: usize) -> bool {
    let printed = scan.printed(at);
    printed.len() > 4
        && (printed.ends_with("ed") || printed.ends_with("ing") || printed.ends_with("ly"))
        && !leads_to_plural(scan, at)
}

/// Returns what an amount with a unit is an amount of: "11.9 kg of fentanyl", "5% of voters", "$3 million in damages".
pub(super) fn measured(scan: &Scan<'_>, at: usize, is_money: bool) -> Option<Found> {
    let code = scan.code(at);
    let is_joint = code == v::OF || (code == v::IN && is_money);
    let mut next = if is_joint { at + 1 } else { at };
    if is_joint && scan.is_any(next, &[v::THE, v::HIS, v::HER, v::THEIR, v::MY, v::ITS, v::OUR, v::A, v::AN, v::ALL]) {
        next += 1;
    }
    if !is_joint && (!scan.token(at).is_spaced() || scan.has(at, UNIT) || code == mark(',')) {
        return None;
    }
    noun_phrase(scan, next, false, false)
}
