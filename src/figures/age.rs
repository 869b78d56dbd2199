//! Ages: "43-year-old", "aged 9", ", 43,", "Ada Brandt, 43 and Karl Moor", "in her 50s", "ten years old".

use super::amount::Amount;
use super::scan::Scan;
use super::token::{OUTSIDE, mark};
use super::vocabulary::{self as v, FUNCTION, MONTH, is_apostrophe, is_dash};

/// The greatest age of a person: the oldest on record was 122.
const OLDEST: f64 = 122.0;

/// Past the age, if `amount` is one by the words around it; `first` is where what bends it begins.
pub(super) fn age(scan: &Scan<'_>, amount: &Amount, first: usize) -> Option<usize> {
    let end = amount.end;
    if let Some(unit) = amount.unit {
        if unit.dimension != "time" {
            return None;
        }
        let next = if scan.is_hyphen(end) { end + 1 } else { end };
        if scan.code(next) == v::OLD || scan.code(next) == v::OLDS {
            return Some(next + 1);
        }
        if scan.code(end) == v::OF && scan.code(end + 1) == v::AGE {
            return Some(end + 2);
        }
        return (is_led(scan, first) || is_led(scan, amount.first)).then_some(end);
    }
    if amount.is_money || amount.number.high > OLDEST || amount.number.low < 0.0 {
        return None;
    }
    if is_led(scan, first) || is_led(scan, amount.first) {
        return Some(end);
    }
    let is_whole = scan.n_digits(amount.first) > 0 && amount.number.low >= 1.0;
    // "Karl Brandt Jr., 36, denied it": the dot ends no sentence.
    let is_after_suffix = scan.is_mark(first.wrapping_sub(2), '.')
        && scan.is_glued(first.wrapping_sub(2))
        && matches!(scan.printed(first.wrapping_sub(3)), "Jr" | "Sr");
    let name = scan.before(first, if is_after_suffix { 3 } else { 2 });
    let after_name = scan.is_mark(first.wrapping_sub(1), ',')
        && name.is_word()
        && (name.is_capital() || name.class & v::PERSON != 0)
        && name.class & MONTH == 0;
    let is_enclosed = is_whole
        && after_name
        && amount.first == first
        && (scan.is_mark(end, ',')
            || scan.is_any(end, &[v::WHO, v::OF, v::WAS, v::HAS])
            || scan.is_mark(end, ';')
            || scan.code(end) == v::AND && scan.token(end + 1).is_word() && scan.token(end + 1).is_capital());
    if is_enclosed {
        let is_list = scan.token(end + 1).is_number() || scan.before(first, 2).code == OUTSIDE;
        return (!is_list).then_some(end);
    }
    let before = scan.before(first, 1).code;
    let ends = !scan.token(end).is_word()
        && !scan.token(end).is_number()
        && scan.code(end) != mark('%')
        && scan.code(end) != mark('-')
        && scan.code(end) != mark('/')
        || scan.has(end, FUNCTION) && !scan.is_any(end, &[v::OF, v::PER, v::TO]);
    let is_told = before == v::TURNED
        || ([v::WAS, v::IS].contains(&before) && [v::HE, v::SHE, v::WHO].contains(&scan.before(first, 2).code));
    (is_told && ends && is_whole).then_some(end)
}

/// "Aged 9", "age 25 to 54", "the age of 21", "ages 5-12".
fn is_led(scan: &Scan<'_>, first: usize) -> bool {
    let before = scan.before(first, 1).code;
    [v::AGE, v::AGED, v::AGES].contains(&before)
        || (before == v::OF && [v::AGE, v::AGES].contains(&scan.before(first, 2).code))
        || ([v::BETWEEN, v::FROM].contains(&before) && [v::AGED, v::AGES].contains(&scan.before(first, 2).code))
}

/// "Over-65s", "the under-21s": the first token, past the last, and the bounds in years.
pub(super) fn group(scan: &Scan<'_>, at: usize) -> Option<(usize, usize, Option<f64>, Option<f64>)> {
    let years = scan.whole(at).filter(|&years| f64::from(years) <= OLDEST).map(f64::from)?;
    let first = at.checked_sub(2)?;
    let is_s = scan.code(at + 1) == v::S && scan.is_glued(at + 1);
    if !is_s || !is_dash(scan.code(at - 1)) || !scan.is_glued(at) {
        return None;
    }
    match scan.code(first) {
        v::OVER => Some((first, at + 2, Some(years), None)),
        v::UNDER => Some((first, at + 2, None, Some(years))),
        _ => None,
    }
}

/// "The low 20s", "the mid-90s" of a temperature or a price: past the last token, and the least and the greatest of the
/// ten numbers that are meant.
pub(super) fn tens(scan: &Scan<'_>, at: usize) -> Option<(usize, f64, f64)> {
    let whole =
        scan.whole(at).filter(|whole| scan.n_digits(at) == 2 && whole % 10 == 0 && *whole > 0).map(f64::from)?;
    let lead =
        if is_dash(scan.before(at, 1).code) && scan.is_glued(at) { at.checked_sub(2)? } else { at.checked_sub(1)? };
    let part = scan.printed(lead).to_ascii_lowercase();
    let (low, high) = match part.as_str() {
        "low" | "lower" => (0.0, 4.0),
        "mid" => (3.0, 7.0),
        "high" | "upper" => (6.0, 9.0),
        _ => return None,
    };
    let is_s = scan.code(at + 1) == v::S && scan.is_glued(at + 1);
    is_s.then_some((at + 2, whole + low, whole + high))
}

/// "In her 50s", "in their late 20s": past the last token, and the first year.
pub(super) fn decade(scan: &Scan<'_>, at: usize) -> Option<(usize, f64)> {
    let whole = scan.whole(at).filter(|whole| scan.n_digits(at) == 2 && whole % 10 == 0 && *whole > 0)?;
    let s = if is_apostrophe(scan.code(at + 1)) && scan.is_glued(at + 1) { at + 2 } else { at + 1 };
    let before = scan.before(at, 1).code;
    let owner = if [v::EARLY, v::LATE, v::MID, mark('-')].contains(&before) {
        scan.before(at, if before == mark('-') { 3 } else { 2 }).code
    } else {
        before
    };
    let is_owned = [v::HIS, v::HER, v::THEIR, v::MY, v::YOUR, v::OUR].contains(&owner);
    (is_owned && scan.code(s) == v::S && scan.is_glued(s)).then_some((s + 1, f64::from(whole)))
}
