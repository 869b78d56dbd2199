//! Thousands parted by a comma and a space, `31, 000`: what text recognition and some converters make of `31,000`.
//!
//! "On May 5, 200 people" has the same marks, so most such groups count as one number only in a text that prints its
//! thousands so: one with a group that can be nothing else, and with no thousands printed in the usual way.

use super::Token;
use super::digits::groups;
use crate::figures::vocabulary::MONTH;

/// What is known of how a stretch of text prints its thousands.
#[derive(Debug, Default)]
pub(super) struct Loose {
    /// Whether it parts them by a comma and a space, once that was asked for.
    is_habit: Option<bool>,
}

impl Loose {
    /// Returns the groups of three digits, each after a comma and a space, that go on the number whose first digits are
    /// `start..at`: the offset past them and how many there are. `None` if the comma ends the number.
    pub(super) fn groups(&mut self, bytes: &[u8], start: usize, at: usize, tokens: &[Token]) -> Option<(usize, usize)> {
        if bytes[start] == b'0' {
            return None;
        }
        let (end, n_groups) = loose_groups(bytes, at)?;
        if is_certain(bytes, start, at, n_groups) {
            return Some((end, n_groups));
        }
        // The day of a month, or a list of numbers.
        let is_day = tokens.last().is_some_and(|last| last.class & MONTH != 0);
        let is_list = bytes[..start].ends_with(b", ") && start > 2 && bytes[start - 3].is_ascii_digit();
        let is_one = !is_day && !is_list && *self.is_habit.get_or_insert_with(|| is_habit(bytes));
        is_one.then_some((end, n_groups))
    }
}

/// The groups after the digits that end at `at`, which no time and no date goes on.
fn loose_groups(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let (end, n_groups) = groups(bytes, at, |from| bytes[from..].starts_with(b", ").then_some(2), 3);
    let goes_on = matches!(bytes.get(end), Some(b':' | b'/'));
    (n_groups > 0 && !goes_on).then_some((end, n_groups))
}

/// Whether the groups can be nothing but thousands: no number begins with a zero, no list has two members of three
/// digits after a sign of money.
fn is_certain(bytes: &[u8], start: usize, at: usize, n_groups: usize) -> bool {
    let has_zero = (0..n_groups).any(|group| bytes.get(at + group * 5 + 2) == Some(&b'0'));
    let is_money = matches!(bytes[..start], [.., b'$'] | [.., 0xc2, 0xa3] | [.., 0xe2, 0x82, 0xac]);
    has_zero || is_money
}

/// Whether a text has thousands that are certainly parted so, and none parted by a comma alone.
fn is_habit(bytes: &[u8]) -> bool {
    let mut has_loose = false;
    for (at, _) in
        bytes.iter().enumerate().filter(|&(at, &byte)| byte == b',' && at > 0 && bytes[at - 1].is_ascii_digit())
    {
        let n_close = bytes[at + 1..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if n_close == 3 {
            return false;
        }
        if let Some((_, n_groups)) = loose_groups(bytes, at) {
            let n_first = bytes[..at].iter().rev().take(4).take_while(|byte| byte.is_ascii_digit()).count();
            has_loose |= (1..=3).contains(&n_first) && is_certain(bytes, at - n_first, at, n_groups);
        }
    }
    has_loose
}

#[cfg(test)]
mod tests {
    use crate::figures::{Context, Range, find};

    fn numbers(text: &str) -> Vec<f64> {
        let number = |range: Range| match range {
            Range::Number { low, high } => low.or(high),
            Range::Date { .. } | Range::Time { .. } => None,
        };
        find(text, Context::default()).into_iter().filter_map(|figure| number(figure.quantity.range)).collect()
    }

    #[test]
    fn a_group_that_begins_with_zero_goes_on_the_number() {
        assert_eq!(numbers("The town has 31, 000 people and 2, 045, 100 trees."), [31_000.0, 2_045_100.0]);
        assert_eq!(numbers("The bridge cost $1, 250 in all."), [1_250.0]);
    }

    #[test]
    fn other_groups_go_on_it_where_the_text_prints_its_thousands_so() {
        assert_eq!(numbers("It holds 12, 000 litres, 1, 450 more than before."), [12_000.0, 1_450.0]);
        assert_eq!(numbers("In group 7, 450 runners started."), [7.0, 450.0]);
        assert_eq!(numbers("It holds 12,000 litres. In group 7, 450 runners started."), [12_000.0, 7.0, 450.0]);
    }

    #[test]
    fn a_day_and_a_count_stay_two() {
        let text = "It holds 12, 000 litres. On May 5, 200 people came.";
        assert_eq!(numbers(text), [12_000.0, 200.0]);
    }
}
