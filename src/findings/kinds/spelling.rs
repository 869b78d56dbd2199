//! Whether two names are one, are one in two spellings, or are easily mistaken for each other.
//!
//! Takes two [`Name`]s. Returns yes or no, by their words alone. Time is linear in their length.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use strsim::{levenshtein, osa_distance};

use super::printed_name::Name;
use crate::lexicon;

/// Returns whether two names can be one: the same last word and no other first name, or one is a part or the initials
/// of the other.
pub(super) fn is_same(p: &Name, q: &Name) -> bool {
    let (short, long) = if p.parts.len() <= q.parts.len() { (p, q) } else { (q, p) };
    let is_joined = |x: &String, y: &String| {
        let joiner = x.strip_suffix(y.as_str()).or_else(|| y.strip_suffix(x.as_str()));
        joiner.is_some_and(|joiner| JOINED.contains(&joiner))
    };
    let are_joined = short.parts.len() == long.parts.len()
        && short.parts.iter().zip(&long.parts).all(|(x, y)| x == y || is_joined(x, y));
    if short.parts.is_empty() || letters(short).eq(letters(long)) || are_joined {
        return true;
    }
    // Where a first name can be, one may be short for another: the last word of a name is no first name, unless it is
    // the only one.
    let is_first = |idx: usize, name: &Name| idx + 1 < name.parts.len();
    let in_long = |(idx, part): (usize, &String)| {
        long.parts.iter().enumerate().any(|(at, other)| {
            let are_first = is_first(at, long) && (is_first(idx, short) || short.parts.len() == 1);
            other == part || is_form(part, other) || is_listed(part, other) || are_first && is_nickname(part, other)
        })
    };
    if short.parts.iter().enumerate().all(in_long) {
        return true;
    }
    if let [only] = short.parts.as_slice() {
        let initials: String = long.parts.iter().filter_map(|part| part.chars().next()).collect();
        return long.parts.len() > 1 && *only == initials;
    }
    false
}

/// The letters of a name, without what parts them: "Del Mar", "Delmar", "Del-Mar".
fn letters(name: &Name) -> impl Iterator<Item = char> {
    name.parts.iter().flat_map(|part| part.chars()).filter(|c| !matches!(c, '-' | '\''))
}

/// Small words that are written apart from a name or joined to it.
const JOINED: &[&str] = &["al", "al-", "de", "del", "di", "du", "el", "el-", "la", "le", "van", "von"];

/// Whether one word is the other with the ending of people or of a plural, or its abbreviation: Saudi / Saudis, Russia
/// / Russian, Fla. / Florida. Martin and Martinez, Peter and Peterson are two.
fn is_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ending = long.strip_prefix(short);
    let is_people = |ending: &str| match ending {
        "s" | "ian" | "ians" => true,
        "n" | "ns" => short.ends_with('a'),
        _ => false,
    };
    ending.is_some_and(|ending| short.len() >= LEAST_STEM && is_people(ending))
        || ABBREVIATIONS.get(short).is_some_and(|whole| *whole == long)
}

/// The fewest letters of a word before an ending.
const LEAST_STEM: usize = 3;

/// Whether the list has two first names as one.
fn is_listed(a: &str, b: &str) -> bool {
    NICKNAMES.contains(&in_order(a, b))
}

/// Returns whether two first names are one by their first letters (Sandra, Sandi).
pub(super) fn is_nickname(a: &str, b: &str) -> bool {
    let prefix = |name: &str| name.chars().take(4).collect::<String>();
    a.len() >= 4 && b.len() >= 4 && prefix(a) == prefix(b) && a.len().abs_diff(b.len()) <= 2
}

/// Returns whether two names are one in two spellings: all words equal but one, which differs in a single letter.
pub(super) fn is_spelling(p: &Name, q: &Name) -> bool {
    p.parts.len() == q.parts.len()
        && p.parts.iter().zip(&q.parts).filter(|(x, y)| x != y).count() == 1
        && p.parts.iter().zip(&q.parts).all(|(x, y)| x == y || (x.len().min(y.len()) >= 4 && within_one_edit(x, y)))
}

/// Whether two names are one with a word misspelled: all others equal, and that one a letter off, or two in a long
/// word. Names that are one without blanks and marks, and forms of one name, are no misspelling. Returns the two words.
pub(super) fn misspelling<'a>(p: &'a Name, q: &'a Name) -> Option<(&'a str, &'a str)> {
    let (short, long) = if p.parts.len() <= q.parts.len() { (p, q) } else { (q, p) };
    let aligned = &long.parts[long.parts.len() - short.parts.len()..];
    let mut others = short.parts.iter().zip(aligned).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (others.next(), others.next()) else { return None };
    // A surname alone stands for the whole name; a first name left out is no misspelling.
    let is_whole = short.parts.len() == long.parts.len() || short.parts.len() == 1;
    let is_first = long.parts.last() != Some(x) && long.parts.last() != Some(y);
    let is_short_form = is_first && is_nickname(x, y) && levenshtein(x, y) > 1;
    let is_one_form = is_form(x, y) || is_listed(x, y) || is_short_form;
    (is_whole && letters(p).ne(letters(q)) && !is_one_form && is_slip(x, y)).then_some((x, y))
}

/// Letters of a word from which on two of them may be wrong.
const LONG_WORD: usize = 8;

/// Whether one word is the other misspelled: a letter off, or two of the same kind in a long word, and the same
/// beginning.
fn is_slip(x: &str, y: &str) -> bool {
    let shortest = x.chars().count().min(y.chars().count());
    let is_prefixed = |long: &str, short: &str| long.strip_prefix("o'").is_some_and(|rest| rest == short);
    let begins_alike = x.chars().next() == y.chars().next();
    let is_plural = x.strip_suffix('s') == Some(y) || y.strip_suffix('s') == Some(x);
    is_prefixed(x, y)
        || is_prefixed(y, x)
        || begins_alike && !is_plural && shortest >= 4 && within_one_edit(x, y)
        || begins_alike && shortest >= LONG_WORD && levenshtein(x, y) <= 2
}

/// Whether one insertion, deletion, replacement or exchange of neighbors turns one word into the other.
fn within_one_edit(a: &str, b: &str) -> bool {
    osa_distance(a, b) <= 1
}

/// The fewest letters of a name of one word that can look like another.
const LOOK_ALIKE: usize = 6;
/// How many letters at the beginning of two names that look alike are equal.
const SAME_BEGINNING: usize = 2;
/// The most letters that differ in two names that look alike.
const OTHER_LETTERS: usize = 2;

/// Returns whether two names of one word are easily mistaken for each other: equally long, alike in their beginning,
/// and in all but two letters.
pub(super) fn is_look_alike(p: &Name, q: &Name) -> bool {
    let ([x], [y]) = (p.parts.as_slice(), q.parts.as_slice()) else { return false };
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let n_other = x.iter().zip(&y).filter(|(a, b)| a != b).count();
    x.len() == y.len()
        && x.len() >= LOOK_ALIKE
        && x[..SAME_BEGINNING] == y[..SAME_BEGINNING]
        && n_other <= OTHER_LETTERS
}

/// `lower` with the letters that outlets without them print for those with marks: Sørensen, Sorensen.
pub(super) fn plain_letters(lower: &str) -> String {
    let plain = |c: char| match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' | 'ţ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    };
    lower.chars().map(plain).collect()
}

static NICKNAMES: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| lexicon::NICKNAMES.rows().map(|row| in_order(row[0], row[1])).collect());

fn in_order<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

static ABBREVIATIONS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::NAME_ABBREVIATIONS.rows().map(|row| (row[0], row[1])).collect());

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expected: bool) {
        let name = |words: &str| Name::of_parts(words.split(' '));
        assert_eq!(is_same(&name(left), &name(right)), expected, "{left} / {right}");
        assert_eq!(is_same(&name(right), &name(left)), expected, "{right} / {left}");
    }

    #[test]
    fn one_name_in_two_forms() {
        check("ann ward", "ward", true);
        check("sandra ward", "sandi ward", true);
        check("sandi", "sandra ward", true);
        check("saudi", "saudis", true);
        check("russia", "russian", true);
        check("brazil", "brazilian", true);
        check("fla", "florida", true);
        check("hsb", "harbor safety board", true);
    }

    #[test]
    fn two_surnames_that_begin_alike() {
        check("hansen", "hanson", false);
        check("martin", "martinez", false);
        check("eve hansen", "eve hanson", false);
        check("tom martin", "tom martinez", false);
        check("martin", "tom martinez", false);
        check("peter", "peterson", false);
        check("wolf", "wolfson", false);
    }
}
