//! Whether one figure may be a slip of the pen for the other: two digits exchanged, one digit of a long number wrong,
//! "million" for "billion".
//!
//! Takes two figures of one kind whose values differ, as printed. Slips are what copying a number goes wrong by, so
//! such a pair is more likely to be one quantity than the same two places with other numbers; by themselves they
//! justify nothing. Words and dates have no digits to slip in.

use crate::figures::{Figure, Kind};

/// Digits of a number from which on one wrong digit is no coincidence.
const LONG: usize = 4;
/// Powers of ten between "million" and "billion".
const THOUSAND: f64 = 3.0;

/// Returns whether the numbers printed as `a_printed` and `b_printed` differ by a slip.
pub(in crate::findings) fn is_slip(a: &Figure, a_printed: &str, b: &Figure, b_printed: &str) -> bool {
    if a.kind == Kind::Date || a.kind == Kind::Time || a.kind != b.kind {
        return false;
    }
    let (Some((p, p_point)), Some((q, q_point))) = (digits(a_printed), digits(b_printed)) else { return false };
    if p == q && p_point == q_point {
        return is_scale(a, b);
    }
    if p.len() != q.len() || p_point != q_point || p.len() < 2 {
        return false;
    }
    let wrong: Vec<(u8, u8)> = p.into_iter().zip(q.iter().copied()).filter(|(x, y)| x != y).collect();
    match wrong.as_slice() {
        [_] => q.len() >= LONG,
        [(x, y), (z, w)] => x == w && y == z,
        _ => false,
    }
}

/// Whether one figure is a thousand, or a million, times the other.
fn is_scale(a: &Figure, b: &Figure) -> bool {
    let value = |figure: &Figure| figure.quantity.in_base_unit().and_then(|(low, high)| low.or(high));
    let (Some(p), Some(q)) = (value(a), value(b)) else { return false };
    if p <= 0.0 || q <= 0.0 {
        return false;
    }
    let apart = (p / q).log10().abs();
    (apart - THOUSAND).abs() < 1e-6 || (apart - 2.0 * THOUSAND).abs() < 1e-6
}

/// The digits of the first number printed, and where its decimal point is.
fn digits(printed: &str) -> Option<(Vec<u8>, Option<usize>)> {
    let start = printed.find(|c: char| c.is_ascii_digit())?;
    let (mut digits, mut point) = (Vec::new(), None);
    let mut bytes = printed.as_bytes()[start..].iter().peekable();
    while let Some(&byte) = bytes.next() {
        let goes_on = bytes.peek().is_some_and(|next| next.is_ascii_digit());
        match byte {
            b'0'..=b'9' => digits.push(byte),
            b',' if goes_on => {}
            b'.' if goes_on && point.is_none() => point = Some(digits.len()),
            _ => break,
        }
    }
    Some((digits, point))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::article::Article;
    use std::sync::Arc;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |text: &str| analyze(Arc::new(Article::from_text("a", text.to_owned())));
        let (x, y) = (read(a), read(b));
        let (p, q) = (&x.figures[0][0], &y.figures[0][0]);
        assert_eq!(is_slip(p, x.words(p.span), q, y.words(q.span)), expected, "{a} / {b}");
    }

    #[test]
    fn slips() {
        check("They sold 19 boats.", "They sold 91 boats.", true);
        check("They sold 1,234 boats.", "They sold 1,264 boats.", true);
        check("It cost $5 million.", "It cost $5 billion.", true);
        check("The rate was 45.8 percent.", "The rate was 54.8 percent.", true);
        check("They sold 19 boats.", "They sold 17 boats.", false);
        check("They sold 19 boats.", "They sold 190 boats.", false);
        check("The rate was 45.8 percent.", "The rate was 4.58 percent.", false);
        check("They sold nine boats.", "They sold six boats.", false);
        check("It opened in 1968.", "It opened in 1986.", false);
    }
}
