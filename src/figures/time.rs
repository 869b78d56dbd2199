//! Times of day: "9 a.m.", "10.45pm", "12:01 a.m. EST", "17:22", "noon", "half past nine".
//!
//! Where neither the words nor the hour tell the half of the day, the hour is taken as printed.

use super::scan::Scan;
use super::token::ALL_CAPITALS;
use super::vocabulary::{self as v, ZONE, is_apostrophe, is_dash};

/// A time of day as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// The first token.
    pub(super) first: usize,
    /// Past the last token.
    pub(super) end: usize,
    /// Minutes after midnight.
    pub(super) low: u16,
    /// Minutes after midnight, where it ends.
    pub(super) high: u16,
    /// Minutes ahead of UTC, where a zone is named.
    pub(super) zone: Option<i16>,
}

/// Returns the time of day that begins at `at`.
pub(super) fn time(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let found = match scan.code(at) {
        v::NOON | v::MIDDAY => Found { first: at, end: at + 1, low: 720, high: 720, zone: None },
        v::MIDNIGHT => Found { first: at, end: at + 1, low: 0, high: 0, zone: None },
        v::HALF | v::QUARTER => past(scan, at)?,
        v::A if scan.code(at + 1) == v::QUARTER => past(scan, at + 1).map(|found| Found { first: at, ..found })?,
        _ if scan.token(at).is_number() => clock(scan, at)?,
        _ if scan.has(at, v::CARDINAL) => spoken(scan, at)?,
        _ => return None,
    };
    let zone = scan.token(found.end);
    if zone.class & ZONE != 0 && zone.print & ALL_CAPITALS != 0 && zone.is_spaced() {
        let minutes = scan.vocabulary.parts(zone.code) as i16;
        return Some(Found { end: found.end + 1, zone: Some(minutes), ..found });
    }
    if let Some((end, minutes)) = american_zone(scan, found.end) {
        return Some(Found { end, zone: Some(minutes), ..found });
    }
    Some(found)
}

/// "Eastern", "Pacific Daylight Time" at `at`: past the last token, and the minutes ahead of UTC, in winter where
/// nothing is said.
fn american_zone(scan: &Scan<'_>, at: usize) -> Option<(usize, i16)> {
    const ZONES: [(&str, i16); 4] = [("Eastern", -300), ("Central", -360), ("Mountain", -420), ("Pacific", -480)];
    let (_, minutes) = *ZONES.iter().find(|(name, _)| scan.printed(at) == *name)?;
    let is = |at: usize, word: &str| scan.printed(at).eq_ignore_ascii_case(word);
    let is_summer = is(at + 1, "daylight");
    let end = if is_summer || is(at + 1, "standard") { at + 2 } else { at + 1 };
    let is_told = scan.code(end) == v::TIME;
    let next = scan.token(end);
    // "At 9 p.m. Central Park was empty."
    if !is_told && next.is_word() && next.is_capital() && next.class & (v::WEEKDAY | v::MONTH) == 0 {
        return None;
    }
    Some((if is_told { end + 1 } else { end }, if is_summer { minutes + 60 } else { minutes }))
}

/// "Four o'clock", "nine in the morning", "ten p.m.": the hour in a word.
fn spoken(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let hour = scan.vocabulary.value(scan.code(at));
    if !(1.0..=12.0).contains(&hour) || scan.is_hyphen(at + 1) {
        return None;
    }
    let minutes = hour as u16 * 60;
    let past = on_the_clock(scan, at + 1);
    if let Some((is_afternoon, end)) = half(scan, past.unwrap_or(at + 1)).or_else(|| part_of_day(scan, at, past)) {
        let minutes = on_the_day(minutes, is_afternoon)?;
        return Some(Found { first: at, end, low: minutes, high: minutes, zone: None });
    }
    past.map(|end| Found { first: at, end, low: minutes, high: minutes, zone: None })
}

/// Past "o'clock" at `at`.
fn on_the_clock(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let is_clock = scan.code(at) == v::OCLOCK
        && is_apostrophe(scan.code(at + 1))
        && scan.printed(at + 2).eq_ignore_ascii_case("clock");
    is_clock.then_some(at + 3)
}

/// Verbs before "at" that give a number and no hour: "the toll stood at three in the morning".
const STANDS: [&str; 8] = ["estimated", "put", "remained", "remains", "stand", "standing", "stands", "stood"];

/// "In the morning", "at night" after the hour at `hour`, which ends at `past` if "o'clock" follows it: whether it is
/// afternoon, and past the last token. Without "o'clock" the hour is one only where a word for a time leads to it:
/// "killed nine in the morning" is not.
fn part_of_day(scan: &Scan<'_>, hour: usize, past: Option<usize>) -> Option<(bool, usize)> {
    let at = past.unwrap_or(hour + 1);
    let leads =
        [v::AT, v::AROUND, v::ABOUT, v::BY, v::UNTIL, v::SINCE, v::BEFORE, v::AFTER, v::FROM, v::TO, v::PAST, v::WAS];
    let before = scan.printed(hour.wrapping_sub(2));
    let stands = STANDS.iter().any(|verb| before.eq_ignore_ascii_case(verb));
    if past.is_none() && (stands || !leads.contains(&scan.before(hour, 1).code)) {
        return None;
    }
    if scan.code(at) == v::AT && scan.code(at + 1) == v::NIGHT {
        let is_late = if scan.token(hour).is_number() {
            scan.whole(hour).is_some_and(|hour| (6..12).contains(&hour))
        } else {
            (6.0..12.0).contains(&scan.vocabulary.value(scan.code(hour)))
        };
        return Some((is_late, at + 2));
    }
    let is_led = scan.code(at) == v::IN && scan.code(at + 1) == v::THE;
    match scan.code(at + 2) {
        v::MORNING if is_led => Some((false, at + 3)),
        v::AFTERNOON | v::EVENING if is_led => Some((true, at + 3)),
        _ => None,
    }
}

/// "Half past nine", "a quarter to 6 p.m.".
fn past(scan: &Scan<'_>, at: usize) -> Option<Found> {
    // "Half-past six", "quarter-to-nine"
    let joint = if scan.is_hyphen(at + 1) { at + 2 } else { at + 1 };
    let is_to = scan.code(joint) == v::TO && scan.code(at) == v::QUARTER;
    if scan.code(joint) != v::PAST && !is_to {
        return None;
    }
    let named = if scan.is_hyphen(joint + 1) { joint + 2 } else { joint + 1 };
    let hour = if scan.token(named).is_number() {
        scan.whole(named).filter(|_| scan.n_digits(named) < 3)?
    } else if scan.has(named, v::CARDINAL) {
        scan.vocabulary.value(scan.code(named)) as u32
    } else {
        return None;
    };
    let counts =
        super::range::is_counted(scan, named + 1) || scan.has(named + 1, v::SCALE) || scan.is_hyphen(named + 1);
    if !(1..=12).contains(&hour) || counts {
        return None;
    }
    let minutes = hour as u16 * 60;
    let minutes = match (is_to, scan.code(at)) {
        (true, _) => minutes - 15,
        (_, v::HALF) => minutes + 30,
        _ => minutes + 15,
    };
    let told = half(scan, named + 1).or_else(|| part_of_day(scan, named, Some(named + 1)));
    let (minutes, end) = match told {
        Some((is_afternoon, end)) => (on_the_day(minutes, is_afternoon)?, end),
        None => (minutes, named + 1),
    };
    Some(Found { first: at, end, low: minutes, high: minutes, zone: None })
}

fn clock(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.n_digits(at) == 4 && scan.has(at + 1, ZONE) && scan.token(at + 1).print & ALL_CAPITALS != 0 {
        // 0401 GMT
        let whole = scan.whole(at).filter(|whole| whole / 100 < 25 && whole % 100 < 60)? as u16;
        let minutes = whole / 100 * 60 + whole % 100;
        return Some(Found { first: at, end: at + 1, low: minutes, high: minutes, zone: None });
    }
    let is_local = scan.printed(at + 1).eq_ignore_ascii_case("local") && scan.code(at + 2) == v::TIME;
    let is_military = ["hours", "hrs"].contains(&scan.printed(at + 1))
        && (scan.printed(at).starts_with('0') || scan.before(at, 1).code == v::AT);
    if scan.n_digits(at) == 4 && (is_local || is_military) {
        // 1345 local time, 0930 hours
        let whole = scan.whole(at).filter(|whole| whole / 100 < 25 && whole % 100 < 60)? as u16;
        let minutes = whole / 100 * 60 + whole % 100;
        let end = if is_local { at + 1 } else { at + 2 };
        return Some(Found { first: at, end, low: minutes, high: minutes, zone: None });
    }
    if let Some(found) = minutes_past(scan, at) {
        return Some(found);
    }
    let (first, end, has_minutes) = hour_and_minute(scan, at)?;
    // "9 to 11 a.m.", "9-11am", "between 9 and 11 a.m."; "9 a.m. to 5 p.m." is two times.
    let is_between = scan.code(end) == v::AND && scan.before(at, 1).code == v::BETWEEN;
    if !has_half(scan, end)
        && (scan.code(end) == v::TO || is_between || is_dash(scan.code(end)))
        && let Some((second, past, _)) = hour_and_minute(scan, end + 1)
        && let Some((is_afternoon, past)) = half(scan, past)
    {
        let high = on_the_day(second, is_afternoon)?;
        let same = on_the_day(first, is_afternoon)?;
        let low = if same > high { on_the_day(first, !is_afternoon)? } else { same };
        return (low <= high).then_some(Found { first: at, end: past, low, high, zone: None });
    }
    if let Some((is_afternoon, past)) = half(scan, end) {
        let minutes = on_the_day(first, is_afternoon)?;
        return Some(Found { first: at, end: past, low: minutes, high: minutes, zone: None });
    }
    let past = on_the_clock(scan, end).filter(|_| first <= 720);
    let part = (first <= 720).then(|| part_of_day(scan, at, past.or(has_minutes.then_some(end)))).flatten();
    if let Some((is_afternoon, end)) = part {
        let minutes = on_the_day(first, is_afternoon)?;
        return Some(Found { first: at, end, low: minutes, high: minutes, zone: None });
    }
    if let Some(end) = past {
        return Some(Found { first: at, end, low: first, high: first, zone: None });
    }
    has_minutes.then_some(Found { first: at, end, low: first, high: first, zone: None })
}

/// "At 10 past six": minutes after an hour, where a word for a time leads to them.
fn minutes_past(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let leads = [v::AT, v::AROUND, v::ABOUT, v::BY, v::UNTIL, v::SINCE, v::BEFORE, v::AFTER];
    let minute = scan.whole(at).filter(|&minute| minute < 60 && scan.n_digits(at) <= 2)?;
    if scan.code(at + 1) != v::PAST || !leads.contains(&scan.before(at, 1).code) {
        return None;
    }
    let in_digits = scan.whole(at + 2).filter(|_| scan.n_digits(at + 2) <= 2);
    let in_words = || scan.has(at + 2, v::CARDINAL).then(|| scan.vocabulary.value(scan.code(at + 2)) as u32);
    let hour = in_digits.or_else(in_words).filter(|hour| (1..=12).contains(hour))?;
    if super::range::is_counted(scan, at + 3) || scan.has(at + 3, v::SCALE) || scan.is_hyphen(at + 3) {
        return None;
    }
    let minutes = (hour * 60 + minute) as u16;
    let (minutes, end) = match half(scan, at + 3).or_else(|| part_of_day(scan, at + 2, Some(at + 3))) {
        Some((is_afternoon, end)) => (on_the_day(minutes, is_afternoon)?, end),
        None => (minutes, at + 3),
    };
    Some(Found { first: at, end, low: minutes, high: minutes, zone: None })
}

/// The hour, and the minutes where they are printed: past the tokens, and whether there were minutes.
fn hour_and_minute(scan: &Scan<'_>, at: usize) -> Option<(u16, usize, bool)> {
    if let Some(hour) = scan.whole(at).filter(|&hour| hour < 25 && scan.n_digits(at) < 3) {
        if scan.is_mark(at + 1, ':') && scan.is_glued(at + 1) && scan.is_glued(at + 2) && scan.n_digits(at + 2) == 2 {
            let minute = scan.whole(at + 2).filter(|&minute| minute < 60)?;
            let mut end = at + 3;
            while scan.is_mark(end, ':')
                && scan.is_glued(end)
                && scan.token(end + 1).is_number()
                && scan.is_glued(end + 1)
            {
                end += 2;
            }
            return Some((hour as u16 * 60 + minute as u16, end, true));
        }
        return Some((hour as u16 * 60, at + 1, false));
    }
    // 10.45pm
    let (hour, minute) = scan.printed(at).split_once('.')?;
    let is_time = scan.token(at).is_number() && minute.len() == 2 && hour.len() < 3;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let is_told = has_half(scan, at + 1) || scan.before(at, 1).code == v::AT && is_dotted_clock(scan, at + 1, hour);
    (is_time && is_told && hour < 25 && minute < 60).then(|| (hour * 60 + minute, at + 1, true))
}

/// "At 21.30", "at 9.30 on Monday": whether what follows at `at` lets a number with a point after "at" be a time of the
/// `hour`.
fn is_dotted_clock(scan: &Scan<'_>, at: usize, hour: u16) -> bool {
    let next = scan.token(at);
    let tells = scan.is_any(at, &[v::ON, v::IN, v::THIS, v::YESTERDAY, v::TODAY, v::TOMORROW, v::TONIGHT])
        || next.class & (v::WEEKDAY | ZONE) != 0 && next.is_capital();
    let counts = next.class & (v::UNIT | v::SCALE) != 0 && next.is_word() && !scan.is_any(at, &[v::IN])
        || scan.is_mark(at, '%')
        || scan.is_hyphen(at);
    tells || (13..24).contains(&hour) && !counts && (!next.is_word() || next.class & v::FUNCTION != 0)
}

fn has_half(scan: &Scan<'_>, at: usize) -> bool {
    half(scan, at).is_some()
}

/// Whether "p.m." is at `at` (or "a.m."), and where it ends.
fn half(scan: &Scan<'_>, at: usize) -> Option<(bool, usize)> {
    let printed = scan.printed(at);
    if printed.eq_ignore_ascii_case("am") || printed.eq_ignore_ascii_case("pm") {
        return Some((printed.starts_with(['p', 'P']), at + 1));
    }
    let is_letter = printed.eq_ignore_ascii_case("a") || printed.eq_ignore_ascii_case("p");
    let next = if scan.is_mark(at + 1, '.') { at + 2 } else { at + 1 };
    if is_letter && scan.printed(next).eq_ignore_ascii_case("m") && next > at + 1 {
        let end = if scan.is_mark(next + 1, '.') && scan.is_glued(next + 1) { next + 2 } else { next + 1 };
        return Some((printed.starts_with(['p', 'P']), end));
    }
    None
}

/// Minutes after midnight of `minutes` on a clock of twelve hours.
fn on_the_day(minutes: u16, is_afternoon: bool) -> Option<u16> {
    let hour = minutes / 60;
    if is_afternoon && hour < 12 {
        return Some(minutes + 720);
    }
    let minutes = if !is_afternoon && hour == 12 { minutes - 720 } else { minutes };
    (minutes <= 1440).then_some(minutes)
}
