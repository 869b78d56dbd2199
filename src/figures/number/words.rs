//! Numbers written in words, "four hundred and five million", and places in an order.
//!
//! The words are read left to right as groups below a thousand, each closed by a scale word smaller than the one
//! before.

use super::digits::digits_value;
use super::fraction::{compound_part, fraction_tail};
use super::scale::scaled;
use super::{Form, Number};
use crate::figures::scan::Scan;
use crate::figures::vocabulary::{self as v, CARDINAL, FRACTION, ORDINAL, SCALE, SCALES, TEEN, TEN, is_dash};

/// Number words: twenty-one, a hundred and five, two point two million.
pub(super) fn words(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let is_article = scan.is_any(at, &[v::A, v::AN]);
    if is_article && (!scan.has(at + 1, SCALE) || scan.has(at + 1, SCALES)) {
        return None;
    }
    let mut groups = Groups::new(at, is_article);
    while let Some(next) = groups.next_word(scan) {
        let token = scan.token(next);
        if !token.is_word() || token.class & (CARDINAL | SCALE) == 0 {
            break;
        }
        let is_cardinal = token.class & CARDINAL != 0;
        if !is_cardinal && token.class & SCALES != 0 && groups.n_words == 0 && !is_article {
            return None;
        }
        let taken = if is_cardinal { groups.add_cardinal(scan, next) } else { groups.add_scale(scan, next) };
        if taken != Taken::More {
            break;
        }
    }
    if groups.n_words == 0 {
        return point_digits(scan, at).or_else(|| ordinal(scan, at, at, 0.0, 0));
    }
    finish(scan, &groups)
}

/// What became of a word after those of a number.
#[derive(PartialEq, Eq)]
enum Taken {
    /// It belongs to the number, and more may follow.
    More,
    /// It is the last of the number.
    Last,
    /// It is no word of this number.
    Not,
}

/// A number as far as it was read: groups below a thousand, each closed by a scale word.
struct Groups {
    /// The first token.
    at: usize,
    /// The token after the last one.
    end: usize,
    n_words: usize,
    /// The value of the closed groups.
    total: f64,
    /// The value of the open group; `None` if a scale word came last.
    group: Option<f64>,
    /// The last scale word above a hundred; infinite before the first.
    last_scale: f64,
    /// The last scale word, a hundred and a dozen too; 1 before the first.
    last_group_scale: f64,
    value_of_last: f64,
    is_after_ten: bool,
}

impl Groups {
    /// Begins at `at`; an article there counts as one.
    fn new(at: usize, is_article: bool) -> Self {
        Self {
            at,
            end: at + usize::from(is_article),
            n_words: 0,
            total: 0.0,
            group: is_article.then_some(1.0),
            last_scale: f64::INFINITY,
            last_group_scale: 1.0,
            value_of_last: 0.0,
            is_after_ten: false,
        }
    }

    /// Returns where the next word of the number may be, past a hyphen, a comma or "and"; `None` if they do not join
    /// it.
    fn next_word(&self, scan: &Scan<'_>) -> Option<usize> {
        let next = self.end;
        if self.n_words == 0 {
            return Some(next);
        }
        let is_joined_and = scan.is_hyphen(next) && scan.code(next + 1) == v::AND && self.value_of_last >= 100.0;
        if (scan.is_hyphen(next) || self.is_after_ten && breaks_line(scan, next)) && !is_joined_and {
            return Some(next + 1);
        }
        if scan.is_mark(next, ',') && self.value_of_last >= 1000.0 && group_follows(scan, next + 1, self.last_scale) {
            // "one thousand, two hundred and three"
            return Some(next + 1);
        }
        if scan.code(next) != v::AND && !is_joined_and {
            return Some(next);
        }
        // "one-hundred-and-fifty"
        let mut next = next + if is_joined_and { 2 } else { 1 };
        next += usize::from(is_joined_and && scan.is_hyphen(next));
        let is_hundred = self.value_of_last == 100.0;
        let is_whole = self.last_scale.is_finite() || is_hundred;
        if !is_whole
            || !scan.has(next, CARDINAL | SCALE)
            || follows_its_own_scale(scan, next, self.last_scale)
            || is_hundred && is_second_hundred(scan, self.at, next)
        {
            return None;
        }
        let is_fraction = fraction_tail(scan, next, 1.0).is_some_and(|(_, past)| past > next + 1);
        (!is_fraction).then_some(next)
    }

    /// Adds a number below a hundred.
    fn add_cardinal(&mut self, scan: &Scan<'_>, next: usize) -> Taken {
        let token = scan.token(next);
        let value = scan.vocabulary.value(token.code);
        self.group = match self.group {
            None if self.last_scale.is_finite() && value >= self.last_scale => return Taken::Not,
            None => Some(value),
            Some(before) if self.is_after_ten && token.class & (TEN | TEEN) == 0 && value > 0.0 => Some(before + value),
            Some(before) if before % 100.0 == 0.0 && before > 0.0 => Some(before + value),
            // one twenty two, nineteen eighty-four, twenty twenty-four
            Some(before)
                if (token.class & TEN != 0 || (token.class & TEEN != 0 && self.value_of_last < 21.0))
                    && self.n_words == 1
                    && (1.0..=20.0).contains(&before)
                    && scan.token(next).is_spaced()
                    && !scan.is_hyphen(self.end)
                    && (before > 9.0 || scan.has(next + 1, CARDINAL)) =>
            {
                Some(before * 100.0 + value)
            }
            Some(_) => return Taken::Not,
        };
        self.is_after_ten = token.class & TEN != 0;
        self.step(next, value)
    }

    /// Closes the group with a scale word: hundred, dozen, million.
    fn add_scale(&mut self, scan: &Scan<'_>, next: usize) -> Taken {
        let value = scan.vocabulary.value(scan.code(next));
        if value == 100.0 {
            let before = self.group.unwrap_or(1.0);
            if before >= 100.0 {
                return Taken::Not;
            }
            self.group = Some(before * 100.0);
        } else if value == 12.0 || value == 144.0 {
            self.total += self.group.take().unwrap_or(1.0) * value;
            self.last_group_scale = value;
            self.step(next, value);
            return Taken::Last;
        } else if value < self.last_scale {
            self.total += self.group.take().unwrap_or(1.0) * value;
            self.last_scale = value;
        } else if self.group.is_none() && self.n_words > 0 {
            // hundred thousand million, lakh crore
            self.total *= value;
        } else {
            return Taken::Not;
        }
        self.last_group_scale = value;
        self.is_after_ten = false;
        self.step(next, value)
    }

    fn step(&mut self, next: usize, value: f64) -> Taken {
        self.value_of_last = value;
        self.end = next + 1;
        self.n_words += 1;
        Taken::More
    }
}

/// "point 5" without a number before it.
fn point_digits(scan: &Scan<'_>, at: usize) -> Option<Number> {
    if scan.code(at) != v::POINT || !scan.token(at + 1).is_number() || scan.n_digits(at + 1) == 0 {
        return None;
    }
    let (value, _) = digits_value(scan, at + 1);
    let step = 10_f64.powi(-(scan.n_digits(at + 1) as i32));
    let value = value * step;
    Some(Number { first: at, end: at + 2, low: value, high: value, raw: value, scale: 1.0, form: Form::Digits, step })
}

/// The number that `groups` make, with what follows them: a place in an order, a decimal, a fraction, a further scale.
fn finish(scan: &Scan<'_>, groups: &Groups) -> Option<Number> {
    let &Groups { at, mut end, n_words, total, group, last_group_scale, .. } = groups;
    let vocabulary = scan.vocabulary;
    let mut value = total + group.unwrap_or(0.0);
    if let Some(found) = ordinal(scan, at, end, value, n_words) {
        return Some(found);
    }
    if let Some(found) = compound_part(scan, at, end, value) {
        return Some(found);
    }
    let mut step = if group.is_some_and(|group| group % 100.0 != 0.0) { 1.0 } else { last_group_scale };
    let mut raw = value / last_group_scale;
    // two point two, nought point nought five
    if scan.code(end) == v::POINT && scan.has(end + 1, CARDINAL) && value < 1000.0 {
        let mut place = 1.0;
        let mut next = end + 1;
        while scan.has(next, CARDINAL) && scan.vocabulary.value(scan.code(next)) < 10.0 {
            place /= 10.0;
            value += vocabulary.value(scan.code(next)) * place;
            next += 1;
        }
        if next > end + 1 {
            end = next;
            step = place;
            raw = value;
        }
    }
    let is_joined = scan.is_hyphen(end) && scan.code(end + 1) == v::AND && scan.is_hyphen(end + 2);
    if scan.code(end) == v::AND || is_joined {
        let is_scaled = last_group_scale >= 1000.0 || last_group_scale == 12.0;
        let tail = if is_joined { end + 3 } else { end + 1 };
        if let Some((part, past)) = fraction_tail(scan, tail, value) {
            if scan.has(past, SCALE) && is_scaled {
                // one billion and a half million
                value += part * vocabulary.value(scan.code(past));
                end = past + 1;
            } else if is_scaled {
                value += part * last_group_scale;
                end = past;
            } else {
                value += part;
                end = past;
            }
            raw = value;
            step = part;
        }
    }
    let found =
        Number { first: at, end, low: value, high: value, raw, scale: last_group_scale, form: Form::Words, step };
    if (scan.has(end, SCALE) && last_group_scale < 1000.0) && !scan.has(end, SCALES) || scan.code(end) == v::DOZEN {
        let found = Number { raw: value, scale: 1.0, ..found };
        return Some(scaled(scan, found));
    }
    Some(found)
}

/// Whether the hyphen at `at` is at the end of a line, and the rest of its number on the next.
fn breaks_line(scan: &Scan<'_>, at: usize) -> bool {
    let (hyphen, next) = (scan.token(at), scan.token(at + 1));
    let between = scan.text.get(hyphen.end as usize..next.start as usize).unwrap_or_default();
    is_dash(hyphen.code)
        && scan.is_glued(at)
        && between.contains('\n')
        && next.class & CARDINAL != 0
        && next.class & (TEN | TEEN) == 0
}

/// Whether a group of hundreds below the scale `last` begins at `at`: the rest of a number, not the next of a list.
fn group_follows(scan: &Scan<'_>, at: usize, last: f64) -> bool {
    let is_hundreds =
        scan.has(at, CARDINAL) && scan.vocabulary.value(scan.code(at + 1)) == 100.0 && scan.has(at + 1, SCALE);
    is_hundreds && last > 100.0 && last.is_finite() && !scan.has(at + 1, SCALES)
}

/// How many tokens a group of number words has at most: "seven hundred twenty - one thousand".
const LONGEST_GROUP: usize = 8;

/// Whether the group that begins at `at` is itself multiplied by a scale of at least `least`: a number of its own.
fn follows_its_own_scale(scan: &Scan<'_>, at: usize, least: f64) -> bool {
    (at + 1..at + LONGEST_GROUP)
        .take_while(|&next| scan.has(next, CARDINAL | SCALE) || scan.is_hyphen(next))
        .any(|next| scan.has(next, SCALE) && scan.vocabulary.value(scan.code(next)) >= least)
}

/// Whether what begins at `next`, after "hundred and", is a number of its own: "one hundred and two hundred", and
/// between bounds whatever has a scale. "Four hundred and five million" is one number.
fn is_second_hundred(scan: &Scan<'_>, at: usize, next: usize) -> bool {
    let is_bounded = [v::BETWEEN, v::FROM].contains(&scan.before(at, 1).code);
    let is_hundred = scan.has(next + 1, SCALE) && scan.vocabulary.value(scan.code(next + 1)) == 100.0;
    is_hundred || is_bounded && follows_its_own_scale(scan, next, 100.0)
}

/// A place in an order or a fraction, where an ordinal follows the number words that end at `end`.
fn ordinal(scan: &Scan<'_>, first: usize, end: usize, value: f64, n_words: usize) -> Option<Number> {
    let next = if n_words > 0
        && (scan.is_hyphen(end) || (n_words > 0 && is_dash(scan.code(end)) && scan.has(end + 1, FRACTION)))
    {
        end + 1
    } else if scan.code(end) == v::AND && value >= 100.0 && value % 100.0 == 0.0 && scan.has(end + 1, ORDINAL) {
        // "the hundred and tenth"
        end + 1
    } else {
        end
    };
    if !scan.has(next, ORDINAL | FRACTION) || !scan.token(next).is_word() {
        return None;
    }
    let vocabulary = scan.vocabulary;
    let place = vocabulary.value(scan.code(next));
    let parts = vocabulary.parts(scan.code(next));
    let is_plural = scan.printed(next).ends_with('s') || scan.printed(next) == "halves";
    let is_place = !is_plural && scan.has(next, ORDINAL);
    if n_words == 0 {
        return is_place.then_some(Number {
            first,
            end: next + 1,
            low: place,
            high: place,
            raw: place,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    let joins =
        (value % 100.0 == 0.0 && place < 100.0) || (value % 10.0 == 0.0 && value % 100.0 != 10.0 && place < 10.0);
    let is_unit = scan.code(next) == v::SECOND && !scan.is_hyphen(end);
    let is_power = is_place && place >= 100.0 && value > 1.0 && value < place && scan.code(next + 1) != v::OF;
    if is_power {
        // the three hundredth, a hundred trillionth
        let value = value * place;
        return Some(Number {
            first,
            end: next + 1,
            low: value,
            high: value,
            raw: value,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    if is_place && joins && value >= 20.0 && place < 100.0 && !is_unit {
        let value = value + place;
        return Some(Number {
            first,
            end: next + 1,
            low: value,
            high: value,
            raw: value,
            scale: 1.0,
            form: Form::Ordinal,
            step: 1.0,
        });
    }
    let is_part =
        parts > 1.0 && (is_plural || value == 1.0 || scan.code(next) == v::HALF || scan.code(next) == v::QUARTER);
    if !is_part || scan.code(next) == v::SECOND {
        return None;
    }
    // "The last two quarters" of a year
    let is_of_year = scan.code(next + 1) == v::OF
        && (next + 2..next + 5).any(|at| scan.is_any(at, &[v::YEAR, v::FISCAL]) || scan.n_digits(at) == 4);
    let is_led = scan.is_any(first.wrapping_sub(1), &[v::LAST, v::PAST, v::NEXT, v::THESE, v::THOSE]);
    let is_period = parts == 4.0
        && is_plural
        && if scan.code(next + 1) == v::OF {
            is_of_year && (is_led || scan.before(first, 1).class & ORDINAL != 0)
        } else {
            value == 2.0 || is_led || scan.before(first, 1).class & ORDINAL != 0
        };
    if is_period {
        return None;
    }
    let is_named_quarter =
        scan.code(next) == v::QUARTER && value > 1.0 && scan.code(next + 1) != v::OF && !scan.has(next + 1, v::UNIT);
    if is_named_quarter || (is_plural && scan.code(next + 1) != v::OF && parts == 4.0 && value > 3.0) {
        return None;
    }
    let mut part = value / parts;
    let mut end = next + 1;
    let mut form = Form::Fraction;
    // two thirds of a million, three quarters million
    let scale_at = if scan.code(end) == v::OF && scan.is_any(end + 1, &[v::A, v::AN]) { end + 2 } else { end };
    if scan.has(scale_at, SCALE) && !scan.has(scale_at, SCALES) {
        part *= vocabulary.value(scan.code(scale_at));
        end = scale_at + 1;
        form = Form::Words;
    }
    Some(Number { first, end, low: part, high: part, raw: part, scale: 1.0, form, step: part })
}
