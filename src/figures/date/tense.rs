//! Whether a day lies ahead or behind, by the words around it: "was arrested on Monday", "the trial begins on Monday",
//! "an interview to air Tuesday".
//!
//! The nearest word that tells, first before the day and then after it, in its sentence. Word lists, no parser: an
//! adjective such as "planned" counts as what it says, a past form after an article ("the affected towns") does not
//! count.

use crate::figures::scan::Scan;
use crate::figures::token::{OUTSIDE, PARAGRAPH, mark};
use crate::figures::vocabulary::{self as v, FUNCTION, MONTH, Tense, WEEKDAY};

/// Where a day lies, seen from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Back,
    Ahead,
}

/// How many words before and after a day may tell. Chosen for the length of a clause, not measured.
const REACH: usize = 14;

/// Returns where the day named by the tokens from `first` to `end` lies; `None` where no word tells.
pub(super) fn look(scan: &Scan<'_>, first: usize, end: usize) -> Option<Look> {
    match scan.before(first, 1).code {
        v::LAST | v::SINCE => return Some(Look::Back),
        v::NEXT => return Some(Look::Ahead),
        v::UNTIL | v::TO if is_put_off(scan, first) => return Some(Look::Ahead),
        // "Is closed until Thursday"; "was closed until Thursday" may be over.
        v::UNTIL => return Some(if was(scan, first) { Look::Back } else { Look::Ahead }),
        _ => {}
    }
    before(scan, first).or_else(|| after(scan, end))
}

/// Verbs that put something off to a later day.
const PUT_OFF: [&str; 9] =
    ["adjourned", "continued", "deferred", "delayed", "extended", "moved", "postponed", "pushed", "rescheduled"];

/// Whether the day at `first` is one to which something is put off: "was delayed until Jan. 13", "was pushed back to
/// Friday".
fn is_put_off(scan: &Scan<'_>, first: usize) -> bool {
    (2..=3).any(|back| {
        first.checked_sub(back).is_some_and(|at| PUT_OFF.iter().any(|verb| scan.printed(at).eq_ignore_ascii_case(verb)))
    })
}

fn was(scan: &Scan<'_>, first: usize) -> bool {
    (1..=REACH)
        .map(|back| scan.before(first, back))
        .take_while(|token| !ends_sentence(token.code))
        .any(|token| [v::WAS, v::WERE].contains(&token.code))
}

fn before(scan: &Scan<'_>, first: usize) -> Option<Look> {
    // "Police said late Monday": the day of the saying.
    let mut at = first;
    while scan.is_any(at.wrapping_sub(1), &[v::ON, v::IN, v::LATE, v::EARLY, v::THE]) {
        at -= 1;
    }
    if tense(scan, at.wrapping_sub(1)) == Some(Tense::Said) {
        return Some(Look::Back);
    }
    for at in (first.saturating_sub(REACH)..first).rev() {
        let token = scan.token(at);
        if ends_sentence(token.code) {
            return None;
        }
        if let Some(look) = told_by(scan, at) {
            return Some(look);
        }
        if token.print & PARAGRAPH != 0 {
            return None;
        }
    }
    None
}

fn after(scan: &Scan<'_>, end: usize) -> Option<Look> {
    for at in end..end + REACH {
        let token = scan.token(at);
        if ends_sentence(token.code) || token.print & PARAGRAPH != 0 {
            return None;
        }
        // Another day has words of its own.
        if token.class & (MONTH | WEEKDAY) != 0 && token.is_capital() {
            return None;
        }
        if let Some(look) = told_by(scan, at) {
            return Some(look);
        }
    }
    None
}

/// What the word at `at` tells.
fn told_by(scan: &Scan<'_>, at: usize) -> Option<Look> {
    let token = scan.token(at);
    if !token.is_word() {
        return None;
    }
    match tense(scan, at) {
        Some(Tense::Ahead) => return Some(Look::Ahead),
        Some(Tense::Plan) if scan.code(at.wrapping_sub(1)) == v::TO => {
            let earlier = at.checked_sub(2)?;
            let is_done = told_by(scan, earlier) == Some(Look::Back) || scan.is_any(earlier, &[v::WAS, v::WERE]);
            return (!is_done).then_some(Look::Ahead);
        }
        Some(Tense::Plan) if is_present(scan, at) => return Some(Look::Ahead),
        Some(Tense::Said) => return None,
        // "Will be held", "is held": the word before tells, or nothing does.
        Some(Tense::Back) if is_passive(scan, at) => return None,
        Some(Tense::Back) => return Some(Look::Back),
        Some(Tense::Plan) | None => {}
    }
    let printed = scan.printed(at);
    let is_participle = printed.len() > 4 && printed.ends_with("ed") && token.class & FUNCTION == 0;
    let is_adjective = scan.is_any(
        at.wrapping_sub(1),
        &[v::THE, v::A, v::AN, v::ITS, v::HIS, v::HER, v::THEIR, v::OUR, v::MY, v::THESE, v::THOSE, v::OF],
    );
    (is_participle && !is_adjective && !token.is_capital() && !is_passive(scan, at)).then_some(Look::Back)
}

/// Verbs of plans that are no noun as well, or seldom.
const VERBS: [&str; 16] = [
    "appear", "arrive", "attend", "begin", "convene", "face", "gather", "get", "go", "head", "leave", "meet", "open",
    "reopen", "resume", "travel",
];

/// Whether the word of a plan at `at` is a verb in the present: "voters go to the polls", "they meet on Saturday".
fn is_present(scan: &Scan<'_>, at: usize) -> bool {
    let printed = scan.printed(at);
    let subject = scan.before(at, 1);
    let name = scan.printed(at.wrapping_sub(1));
    let is_plural = subject.is_word()
        && name.len() > 3
        && name.ends_with('s')
        && !name.ends_with("ss")
        && subject.class & FUNCTION == 0;
    VERBS.iter().any(|verb| printed.eq_ignore_ascii_case(verb)) && (is_plural || name.eq_ignore_ascii_case("they"))
}

/// Whether the participle at `at` follows a form of "to be" that is no past.
fn is_passive(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at.wrapping_sub(1), &[v::BE, v::IS, v::ARE])
}

fn tense(scan: &Scan<'_>, at: usize) -> Option<Tense> {
    scan.vocabulary.tense(scan.code(at))
}

fn ends_sentence(code: u32) -> bool {
    [mark('.'), mark('!'), mark('?'), mark(';'), OUTSIDE].contains(&code)
}
