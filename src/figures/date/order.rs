/// In which order the dates of a text that are in digits name day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2019.
    DayFirst,
    /// 12/31/2019.
    MonthFirst,
}

impl DateOrder {
    /// Returns the order that the dates of `text` settle: one of them has a number that can be no month. `None` where
    /// none has, or where they contradict each other.
    ///
    /// ```
    /// use crosscheck::figures::DateOrder;
    /// assert_eq!(DateOrder::of("From 13/3/2019 to 7/4/2019."), Some(DateOrder::DayFirst));
    /// assert_eq!(DateOrder::of("On 7/4/2019."), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut found = None;
        for (at, _) in text.match_indices('/') {
            let Some(order) = at_stroke(bytes, at) else { continue };
            if found.is_some_and(|found| found != order) {
                return None;
            }
            found = Some(order);
        }
        found
    }
}

/// The order that the date whose first stroke is at `at` settles.
fn at_stroke(bytes: &[u8], at: usize) -> Option<DateOrder> {
    let before = bytes[..at].iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let after = &bytes[at + 1..];
    let between = after.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let year = after.get(between + 1..)?.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let is_date = (1..=2).contains(&before)
        && (1..=2).contains(&between)
        && after.get(between) == Some(&b'/')
        && (year == 4 || year == 2)
        && at.checked_sub(before + 1).is_none_or(|before| bytes[before] != b'/');
    let value = |digits: &[u8]| digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    let (first, second) = (value(&bytes[at - before..at]), value(&after[..between]));
    match (is_date, first, second) {
        (true, 13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (true, 1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}
