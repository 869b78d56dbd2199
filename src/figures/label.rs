//! Numbers that name rather than count: Flight 370, iPhone 11, COVID-19, 555-0123, 9/11, 12 Elm Street, version 2.0.1.

use super::range::is_counted;
use super::scan::Scan;
use super::token::{ALL_CAPITALS, GROUPED, OUTSIDE, mark};
use super::vocabulary::{
    self as v, CARDINAL, FUNCTION, LABEL, LABEL_CAPITAL, MONEY, MONTH, STREET, UNIT, WEEKDAY, is_dash,
};

/// Returns where the label that begins with the number at `at` ends, if its surroundings alone make it one: a telephone
/// number, an address, a version, a part of a word or of a web address.
pub(super) fn certain(scan: &Scan<'_>, at: usize) -> Option<usize> {
    if !scan.token(at).is_number() {
        return spelled_drive(scan, at);
    }
    telephone(scan, at)
        .or_else(|| spaced_telephone(scan, at))
        .or_else(|| version(scan, at))
        .or_else(|| street_address(scan, at))
        .or_else(|| idiom(scan, at))
        .or_else(|| joined_to_word(scan, at))
}

/// Returns whether the plain number from `at` to `end` is a label after the noun before it: Section 427, No. 5, Planet
/// 9.
pub(super) fn is_named(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let before = scan.before(at, 1);
    if before.code == mark('#') || scan.is_mark(at.wrapping_sub(1), '№') {
        return true;
    }
    let is_numero =
        |at: usize| scan.printed(at).eq_ignore_ascii_case("no") || scan.printed(at).eq_ignore_ascii_case("nos");
    if before.code == mark('.') && scan.is_glued(at - 1) && is_numero(at.wrapping_sub(2)) {
        return true;
    }
    if is_numero(at.wrapping_sub(1))
        && before.is_capital()
        && scan.token(at).is_number()
        && scan.before(at, 2).code != OUTSIDE
        && scan.before(at, 2).code != mark('.')
    {
        return true;
    }
    if !before.is_word() {
        let is_list = [mark(','), mark('&')].contains(&before.code) || is_dash(before.code);
        return is_list && follows_label(scan, at);
    }
    if [v::AND, v::OR, v::TO].contains(&before.code) && follows_label(scan, at) {
        return !is_counted(scan, end);
    }
    let is_noun = before.class & LABEL != 0 || (before.class & LABEL_CAPITAL != 0 && before.is_capital());
    if is_noun {
        return !is_counted(scan, end) || before.is_capital() && before.class & LABEL != 0 && !scan.has(end, UNIT);
    }
    is_after_name(scan, at, end)
}

/// "Sections 3 and 4": the number before is a label too.
fn follows_label(scan: &Scan<'_>, at: usize) -> bool {
    let noun = scan.before(at, 3);
    scan.before(at, 2).is_number()
        && (noun.class & LABEL != 0 || (noun.class & LABEL_CAPITAL != 0 && noun.is_capital()))
}

/// A number after a capitalized word that is no word of English grammar, with nothing to count after it: Planet 9.
fn is_after_name(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let before = scan.before(at, 1);
    let opens_sentence = {
        let earlier = scan.before(at, 2);
        earlier.code == OUTSIDE
            || [mark('.'), mark('!'), mark('?'), mark('“'), mark('"'), mark('\n'), mark(':')].contains(&earlier.code)
    };
    let is_word_name = scan.token(at).is_capital()
        && scan.token(at).is_word()
        && before.is_capital()
        && !opens_sentence
        && before.class & (FUNCTION | MONTH | WEEKDAY | v::PHRASE_END | v::CHANGE) == 0
        && !super::counted::is_plural(scan, end);
    if is_word_name && end == at + 1 {
        // BBC One, the Big Ten
        return !scan.has(end, UNIT | v::SCALE);
    }
    let no_name = FUNCTION | MONTH | WEEKDAY | v::CARDINAL | v::SCALE | v::CHANGE | v::PHRASE_END | MONEY | v::ORDINAL;
    let is_name = before.is_capital()
        && before.class & (no_name & !MONEY) == 0
        && (before.class & MONEY == 0 || scan.printed(at - 1).len() == 1);
    if !is_name || !scan.token(at).is_spaced() || scan.token(at).print & GROUPED != 0 || !scan.token(at).is_number() {
        return false;
    }
    let next = scan.token(end);
    let is_title_case = next.is_word() && next.is_capital() && next.class & FUNCTION != 0;
    let is_long = scan.n_digits(at) > 4;
    let is_counting = next.is_word()
        && !next.is_capital()
        && next.class & (FUNCTION | v::PHRASE_END) == 0
        && next.is_spaced()
        && opens_sentence;
    !is_title_case
        && !is_long
        && !is_counting
        && !is_counted(scan, end)
        && !scan.has(end, UNIT)
        && scan.n_digits(at) > 0
        && !(opens_sentence && scan.n_digits(at) > 3)
}

/// How many groups of digits a telephone number has at most; a longer run of them is read on from there.
const PARTS: usize = 6;

/// 555-0123, 212-555-0123, (212) 555-0123, 1-800-555-0123.
fn telephone(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut first = at;
    let mut n_parts = 1;
    if scan.is_mark(at.wrapping_sub(1), '(')
        && scan.is_mark(end, ')')
        && scan.n_digits(end + 1) == 3
        && scan.is_hyphen(end + 2)
    {
        first = end + 1;
        end = first + 1;
        n_parts = 2;
    }
    while n_parts < PARTS
        && (scan.is_hyphen(end)
            || (scan.is_mark(end, '.') && scan.is_glued(end) && scan.is_glued(end + 1) && scan.n_digits(first) == 3))
        && scan.n_digits(end + 1) > 0
    {
        end += 2;
        n_parts += 1;
    }
    let last = scan.n_digits(end - 1);
    let counts =
        is_counted(scan, end) || scan.has(end, UNIT | v::SCALE) && !scan.is_any(end, &[v::IN, v::P, v::AM, v::PM]);
    let is_local = n_parts == 2 && scan.n_digits(first) == 3 && last == 4 && first == at && !counts;
    (is_local || (n_parts > 2 && last >= 2)).then_some(end)
}

/// 0300 124 887, 020 7946 0958, +44 20 7946 0958: groups of digits parted by spaces, with the zero or the plus that
/// opens them. `at` is the first group.
pub(super) fn spaced_telephone(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_abroad = scan.is_mark(at.wrapping_sub(1), '+') && scan.is_glued(at);
    let n_in = |at: usize| scan.printed(at).bytes().filter(u8::is_ascii_digit).count();
    let opens = is_abroad || scan.printed(at).starts_with('0') && (3..=5).contains(&scan.n_digits(at));
    if !opens || !scan.token(at).is_number() {
        return None;
    }
    let is_bracketed = scan.is_mark(at + 1, ')') && scan.is_mark(at.wrapping_sub(1), '(');
    let mut end = at + 1 + usize::from(is_bracketed);
    let mut n_digits = n_in(at);
    while end < at + PARTS && scan.n_digits(end) > 1 && scan.token(end).is_spaced() {
        n_digits += scan.n_digits(end);
        end += 1;
    }
    (TELEPHONE.contains(&n_digits) && (is_abroad || end > at + 2 || end > at + 1 && !is_bracketed)).then_some(end)
}

/// How many digits a telephone number with its area has: the fewest in use, and the most that ITU-T E.164 allows.
const TELEPHONE: std::ops::RangeInclusive<usize> = 9..=15;

/// 21-cv-01182, 1:21-cr-00034: the number of a case at court.
pub(super) fn docket(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let year = if scan.is_mark(at + 1, ':') && scan.is_glued(at + 2) { at + 2 } else { at };
    let is_word = |at: usize| {
        // 19-cr-00374: no crore, for what follows begins with a zero.
        let is_scale = scan.has(at, v::SCALE) && !scan.printed(at + 2).starts_with('0');
        scan.token(at).is_word() && scan.printed(at).len() <= 4 && !scan.has(at, MONTH) && !is_scale
    };
    let is_docket = scan.n_digits(year) > 0
        && scan.is_hyphen(year + 1)
        && is_word(year + 2)
        && scan.is_hyphen(year + 3)
        && scan.n_digits(year + 4) > 2;
    is_docket.then_some(year + 5)
}

/// 192.168.1.2, 2.0.1
fn version(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    while scan.is_mark(end, '.') && scan.is_glued(end) && scan.is_glued(end + 1) && scan.token(end + 1).is_number() {
        end += 2;
    }
    (end > at + 1).then_some(end)
}

/// How many words the name of a street has at most.
const STREET_NAME: usize = 3;

/// 12 Elm Street: a whole number, a capitalized name, a word such as Street.
fn street_address(scan: &Scan<'_>, at: usize) -> Option<usize> {
    if scan.n_digits(at) == 0 || scan.n_digits(at) > 5 {
        return None;
    }
    let mut next = at + 1;
    for _ in 0..=STREET_NAME {
        let token = scan.token(next);
        let is_numbered = token.is_number() && scan.is_any(next + 1, &[v::ST, v::ND, v::RD, v::TH]);
        if is_numbered {
            next += 2;
            continue;
        }
        let is_direction = token.is_word() && token.print & ALL_CAPITALS != 0 && scan.is_mark(next + 1, '.');
        if is_direction && token.class & STREET == 0 {
            next += 2;
            continue;
        }
        if !token.is_word() || !token.is_capital() {
            return None;
        }
        if token.class & STREET != 0 && next > at + 1 {
            return Some(at + 1);
        }
        next += 1;
    }
    None
}

/// 9/11, 24/7, 7-Eleven.
fn idiom(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_pair = |first: u32, second: u32| scan.whole(at) == Some(first) && scan.whole(at + 2) == Some(second);
    if scan.is_mark(at + 1, '/') && scan.is_glued(at + 1) && scan.is_glued(at + 2) && !scan.is_mark(at + 3, '/') {
        let is_led =
            [v::ON, v::THIS, v::NEXT].contains(&scan.before(at, 1).code) || scan.before(at, 1).class & WEEKDAY != 0;
        if (is_pair(9, 11) && !is_led) || is_pair(24, 7) || is_pair(50, 50) {
            return Some(at + 3);
        }
    }
    // 4x4, 2×4
    let is_drive = (scan.code(at + 1) == v::X || scan.is_mark(at + 1, '×'))
        && scan.is_glued(at + 1)
        && scan.is_glued(at + 2)
        && scan.token(at + 2).is_number();
    if is_drive
        && scan.n_digits(at) == 1
        && scan.n_digits(at + 2) == 1
        && !scan.is_mark(at + 3, '^')
        && (!scan.has(at + 3, UNIT) || scan.code(at + 3) == v::S)
    {
        return Some(if scan.code(at + 3) == v::S && scan.is_glued(at + 3) { at + 4 } else { at + 3 });
    }
    // The 4x100m relay
    if is_drive && scan.n_digits(at) == 1 && scan.printed(at + 3) == "m" && scan.is_glued(at + 3) {
        return Some(at + 4);
    }
    (scan.is_hyphen(at + 1) && scan.whole(at) == Some(7) && scan.printed(at + 2) == "Eleven").then_some(at + 3)
}

/// A four-by-four, a two-by-four: numbers in words on both sides, and no unit behind them that would make them lengths.
fn spelled_drive(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_number = |at: usize| scan.has(at, CARDINAL);
    let is_joined = is_number(at)
        && scan.is_hyphen(at + 1)
        && scan.code(at + 2) == v::BY
        && scan.is_hyphen(at + 3)
        && is_number(at + 4);
    let unit = if scan.is_hyphen(at + 5) { at + 6 } else { at + 5 };
    (is_joined && !scan.has(unit, UNIT)).then_some(at + 5)
}

/// What has a magnitude: "an M5.4 quake".
const QUAKES: [&str; 5] = ["aftershock", "earthquake", "quake", "temblor", "tremor"];

/// XC40, COVID-19, 777F, two 747s, and what is in a web address.
fn joined_to_word(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let before = scan.before(at, 1);
    // Decades and ages end in 0; this many seconds are told in minutes.
    let is_model = scan.n_digits(at) == 3 && scan.whole(at).is_some_and(|whole| whole % 10 != 0);
    if is_model && scan.code(at + 1) == v::S && scan.is_glued(at + 1) && !scan.is_glued(at + 2) {
        return Some(at + 2);
    }
    let mut end = at + 1;
    while scan.is_glued(end) && (scan.token(end).is_word() || scan.token(end).is_number()) {
        end += 1;
    }
    let is_quake = matches!(scan.printed(at.wrapping_sub(1)), "M" | "Mw")
        && scan.printed(at).contains('.')
        && (at + 1..at + 4).any(|next| QUAKES.iter().any(|quake| scan.printed(next).eq_ignore_ascii_case(quake)));
    if scan.is_glued(at) && before.is_word() && !is_quake {
        let is_era = [v::FY, v::CY, v::SUB].contains(&before.code) || before.class & MONTH != 0;
        return (!is_era).then_some(end);
    }
    let is_dotted = scan.is_glued(at)
        && before.code == mark('.')
        && scan.is_glued(at - 1)
        && scan.before(at, 2).is_word()
        && scan.before(at, 2).is_capital()
        && scan.before(at, 2).class & MONTH == 0
        && scan.printed(at.wrapping_sub(2)).len() < 4
        && scan.before(at, 2).class & MONEY == 0;
    if is_dotted {
        // ID.3
        return Some(end);
    }
    let is_note = scan.n_digits(at) > 0
        && scan.n_digits(at) < 3
        && before.code == mark('(')
        && end == at + 1
        && scan.is_mark(end, ')')
        && scan.before(at, 2).is_word();
    if is_note {
        return Some(end);
    }
    if at >= 2 && scan.is_hyphen(at - 1) && scan.code(at - 2) == v::LAST {
        return Some(end);
    }
    let glue = [mark('/'), mark('='), mark('%'), mark('_'), mark('@'), mark('&'), mark('\\')];
    if scan.is_glued(at)
        && glue.contains(&before.code)
        && !(before.code == mark('/') && scan.before(at, 2).class & MONTH != 0)
        && !(before.code == mark('=')
            && (at == 1
                || scan.is_any(at.wrapping_sub(2), &[mark('<'), mark('>')])
                || scan.printed(at.wrapping_sub(2)) == "Y"))
        && !(before.code == mark('/') && scan.before(at, 2).is_number())
    {
        return Some(end);
    }
    if at >= 2 && scan.is_hyphen(at - 1) {
        let word = scan.before(at, 2);
        let is_name = word.is_word()
            && word.is_capital()
            && word.class & (MONTH | WEEKDAY | v::CARDINAL | v::SCALE | v::TEN) == 0;
        let prefixes = ["Mid", "Pre", "Post", "Sub", "Then", "Now", "Minus", "Under", "Over"];
        let is_prefix = prefixes.iter().any(|prefix| scan.printed(at - 2) == *prefix);
        let counts = scan.has(end, UNIT) || scan.is_hyphen(end) && scan.has(end + 1, UNIT) || scan.is_mark(end, '%');
        if is_name && !is_prefix && !counts {
            return Some(end);
        }
    }
    None
}

/// Returns whether letters that are no unit stand close after the number whose tokens end at `end`: 777F, 13F.
pub(super) fn has_letters_after(scan: &Scan<'_>, end: usize) -> bool {
    scan.is_glued(end) && scan.token(end).is_word() && !scan.is_any(end, &[v::S, v::ST, v::ND, v::RD, v::TH, v::X])
}

/// Returns whether a word follows that says the number before it is a name: 90210 ZIP code.
pub(super) fn has_noun_after(scan: &Scan<'_>, end: usize) -> bool {
    ["ZIP", "zip", "postcode"].contains(&scan.printed(end))
}
