//! "One" as a word of grammar: "no one", "the one", "one of a kind" name no number.

use super::scan::Scan;
use super::token::{OUTSIDE, mark};
use super::vocabulary::{self as v, CARDINAL, FUNCTION};

/// "No one", "the one", "one another", "one of a kind": no number is meant.
pub(super) fn is_pronoun(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.before(at, 1).code;
    let next = scan.token(at + 1);
    if [v::NO, v::THIS, v::THAT, v::WHICH, v::EACH, v::EVERY, v::ANYONE, v::ANOTHER, v::LAST, v::NEXT].contains(&before)
        && !scan.is_mark(at + 1, '-')
    {
        return true;
    }
    if scan.code(at.wrapping_sub(1)) == v::THE && !(next.is_word() && next.class & FUNCTION == 0) {
        return true;
    }
    if scan.before(at, 1).class & v::ORDINAL != 0 {
        return true;
    }
    if next.code == v::OF {
        let whose = scan.token(at + 2);
        return [v::A, v::AN].contains(&whose.code);
    }
    if next.code == v::S || super::vocabulary::is_apostrophe(next.code) {
        return true;
    }
    if scan.is_hyphen(at + 1) && scan.code(at + 2) == v::AND && scan.printed(at + 4).eq_ignore_ascii_case("only") {
        // "her one-and-only win"
        return true;
    }
    if scan.code(at.wrapping_sub(1)) == v::THE
        && scan.code(at.wrapping_sub(2)) == v::ON
        && scan.printed(at + 1) == "hand"
    {
        return true;
    }
    if scan.is_hyphen(at + 1) {
        return scan.is_any(at + 2, &[v::TIME, v::ON, v::OUT]) || scan.printed(at + 2) == "off";
    }
    let is_day = scan.code(at + 1) == v::DAY && !scan.is_any(at.wrapping_sub(1), &[v::IN, v::FOR, v::OF, v::WITH]);
    let opens = before == OUTSIDE && !next.is_word();
    is_day
        || (next.is_word()
            && next.class & FUNCTION != 0
            && !scan.is_any(at + 1, &[v::MORE, v::OTHER, v::TO, v::OR, v::IN, v::OUT, v::THAT, v::LAST]))
        || (!next.is_word() && !opens && !is_list(scan, at))
}

pub(super) fn opens_sentence(scan: &Scan<'_>, at: usize) -> bool {
    [OUTSIDE, mark('.'), mark('!'), mark('?'), mark('“'), mark('"')].contains(&scan.before(at, 1).code)
}

fn is_list(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at + 1, &[mark(','), mark('–')]) && (scan.has(at + 2, CARDINAL) || scan.token(at + 2).is_number())
}
