use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// When an article was published, in the time of its outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Published {
    /// The day.
    pub date: Date,
    /// The time of day, where it was given.
    pub time: Option<Time>,
}

impl Published {
    /// Reads the ways in which articles print their date: ISO 8601 (`2019-11-07T09:30:00+08:00`), RFC 2822 (`Thu, 7 Nov
    /// 2019 09:30:00 GMT`), and English with the month in words (`November 7, 2019`, `7 Nov 2019 9:30 a.m.`). A zone is
    /// passed over. Dates in figures alone are read where their order is no guess: `15/11/2019`, not `7/11/2019`.
    ///
    /// ```
    /// use crosscheck::article::Published;
    /// let read = |text| Published::parse(text).map(|published| published.to_string());
    /// assert_eq!(read("2019-11-07T09:30Z").as_deref(), Some("2019-11-07T09:30"));
    /// assert_eq!(read("Nov. 7, 2019 at 9:30 p.m. EST").as_deref(), Some("2019-11-07T21:30"));
    /// assert!(read("yesterday").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // No way of printing a date is longer; a whole paragraph is not one.
        if text.len() > 100 {
            return None;
        }
        iso(text).or_else(|| in_words(text)).or_else(|| in_strokes(text))
    }

    /// The date with its month in words, or with its time of day, that stands in a short `line` among other words:
    /// `Vestby Courier · Wednesday, February 18, 2026`, `News desk, 2026-02-18 15:24`.
    pub(super) fn within(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().take(LINE_WORDS + 1).collect();
        if words.len() > LINE_WORDS {
            return None;
        }
        let has_month = |part: &[&str]| part.iter().any(|word| month(word.trim_end_matches([',', '.'])).is_some());
        let parts = (0..words.len()).flat_map(|from| (2..=8).rev().map(move |n| (from, from + n)));
        let mut dates = parts.filter(|(_, to)| *to <= words.len()).filter_map(|(from, to)| {
            let part = &words[from..to];
            let is_at_rim = month(part[0].trim_end_matches([',', '.'])).is_some() || day(part[0]).is_some();
            let is_dated =
                is_at_rim && has_month(part) || part.len() == 2 && part[1].contains(':') && iso(part[0]).is_some();
            // "12 January | Updated: 17:45" is two things.
            let is_one = !part.iter().any(|word| *word == "|" || word.ends_with(':'));
            (is_dated && is_one).then(|| Self::parse(part.join(" ").trim_end_matches([',', '.', ';', ']'])))?
        });
        dates.next()
    }

    /// The day in the path of an `address`, as many outlets put it there: `/2019/11/19/`, `-20191115`.
    pub(super) fn of_address(address: &str) -> Option<Self> {
        let path = address.split_once("://")?.1.split_once('/')?.1;
        let path = path.split(['?', '#']).next()?;
        let parts: Vec<&str> = path.split('/').collect();
        let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() <= 4);
        let in_folders = parts.windows(3).find_map(|part| {
            let (year, month, day) = (number(part[0])?, number(part[1])?, number(part[2])?);
            (part[0].len() == 4).then(|| date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))?
        });
        let is_packed = |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_digit());
        let in_name = || {
            parts
                .iter()
                .rfind(|part| !part.is_empty())?
                .trim_end_matches(".html")
                .split('-')
                .rfind(is_packed)
                .and_then(|part| iso(part).map(|found| found.date))
        };
        in_folders.or_else(in_name).map(|date| Self { date, time: None })
    }
}

/// Longer lines are sentences, in words.
const LINE_WORDS: usize = 16;

/// `2019-11-07`, `20191107`, `2019/11/07`, each perhaps followed by a time.
fn iso(text: &str) -> Option<Published> {
    let digits: String = text.chars().take(10).filter(char::is_ascii_digit).collect();
    let is_packed = text.len() >= 8 && text.bytes().take(8).all(|byte| byte.is_ascii_digit());
    let date_len = if is_packed { 8 } else { 10 };
    let separators: Vec<char> = text.chars().take(10).filter(|c| !c.is_ascii_digit()).collect();
    if !is_packed && !matches!(separators.as_slice(), ['-', '-'] | ['/', '/']) || digits.len() < 8 {
        return None;
    }
    let date = date(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..8].parse().ok()?)?;
    let rest = text.get(date_len..)?;
    if is_packed && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let time = clock(rest.trim_start_matches(['T', 't', ' ']));
    Some(Published { date, time })
}

/// `15/11/2011`, `11/15/2011 9 p.m.`: dates in figures whose order one of the numbers settles.
fn in_strokes(text: &str) -> Option<Published> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (at, date) = words.iter().enumerate().find_map(|(idx, word)| {
        let mut parts = word.trim_end_matches([',', ';']).split('/');
        let mut number = || parts.next().filter(|part| part.len() <= 4)?.parse::<i16>().ok();
        let (first, second, year) = (number()?, number()?, number()?);
        let (day, month) = if first > 12 { (first, second) } else { (second, first) };
        let is_settled = day > 12 || first == second;
        let date = date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
        (is_settled && parts.next().is_none()).then_some((idx, date))
    })?;
    let time = (at + 1..words.len()).find_map(|idx| clock_with_half(words[idx], words.get(idx + 1)));
    Some(Published { date, time })
}

/// The day and year beside a month in words, and a clock time anywhere after.
fn in_words(text: &str) -> Option<Published> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '•' | '·'))
        .filter(|w| !w.is_empty())
        .collect();
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[at])?;
    let before = at.checked_sub(1).and_then(|idx| words.get(idx)).and_then(|word| day(word));
    // `7 November 2019` or `November 7, 2019`.
    let (day, year_at) = match (before, words.get(at + 1).and_then(|word| day(word))) {
        (Some(day), after) => (day, if after.is_some() { at + 2 } else { at + 1 }),
        (None, Some(day)) => (day, at + 2),
        (None, None) => return None,
    };
    let year: i16 = words.get(year_at).and_then(|word| word.parse().ok()).filter(|year| (1900..2200).contains(year))?;
    let date = date(year, month, day)?;
    // "15 November 2011 9 p.m.", "12:48PM BST 09 Sep 2013"
    let clock_at = |idx: usize| clock_with_half(words[idx], words.get(idx + 1));
    let before = (0..at).find_map(clock_at).filter(|_| words[..at].iter().any(|word| word.contains(':')));
    let time = (year_at + 1..words.len()).find_map(clock_at).or(before);
    Some(Published { date, time })
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| (1900..2200).contains(&date.year()))
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    if word == "sept" {
        return Some(9);
    }
    let idx = MONTHS.iter().position(|month| word == *month || word.len() == 3 && month.starts_with(&word))?;
    i8::try_from(idx + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(['t', 'h', 's', 'n', 'r', 'd', '.']);
    digits.parse().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
}

/// A time at the start of `text`, such as `09:30:00+08:00`.
fn clock(text: &str) -> Option<Time> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let mut parts = text[..end].split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next().filter(|minute| minute.len() == 2)?.parse().ok()?;
    Time::new(hour, minute, 0, 0).ok()
}

/// A time such as `9:30`, `9:30pm` or `9 p.m.`, whose half of the day may be the `next` word.
fn clock_with_half(word: &str, next: Option<&&str>) -> Option<Time> {
    let word = word.to_ascii_lowercase();
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(word.len());
    let (digits, tail) = word.split_at(end);
    let half =
        if tail.is_empty() { next.map(|next| next.to_ascii_lowercase()).unwrap_or_default() } else { tail.to_owned() };
    let half = half.replace('.', "");
    let time = if digits.contains(':') {
        clock(digits)?
    } else {
        let hour = digits.parse().ok().filter(|_| half == "am" || half == "pm")?;
        Time::new(hour, 0, 0, 0).ok()?
    };
    match (half.as_str(), time.hour()) {
        ("pm", 1..=11) => Time::new(time.hour() + 12, time.minute(), 0, 0).ok(),
        ("am", 12) => Time::new(0, time.minute(), 0, 0).ok(),
        _ => Some(time),
    }
}

impl From<Published> for String {
    fn from(published: Published) -> Self {
        published.to_string()
    }
}

impl TryFrom<String> for Published {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no date"))
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(time) = self.time {
            write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(
            Published::parse(text).map(|published| published.to_string()).unwrap_or_default(),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn finds_dates_among_other_words_and_in_addresses() {
        let within = |line| Published::within(line).map(|published| published.to_string()).unwrap_or_default();
        assert_eq!(within("Vestby Courier · Wednesday, February 18, 2026"), "2026-02-18");
        assert_eq!(within("publiziert am 25. September 2018"), "2018-09-25");
        assert_eq!(within("Published: 08:21, 12 January 2026 | Updated: 17:45, 13 January 2026"), "2026-01-12");
        assert_eq!(within("기사입력 :[ 2018-08-25 15:24 ]"), "2018-08-25T15:24");
        assert_eq!(within("Page 3 of 12"), "");
        assert_eq!(within("in May 2026"), "");
        let address = |text| Published::of_address(text).map(|published| published.to_string()).unwrap_or_default();
        assert_eq!(address("https://post.example/2026/02/18/health/ward.html"), "2026-02-18");
        assert_eq!(address("https://post.example/cells-that-taste-20260218/"), "2026-02-18");
        assert_eq!(address("https://post.example/cells-that-taste-20260218"), "2026-02-18");
        assert_eq!(address("https://post.example/news/20261341"), "");
        assert_eq!(address("https://post.example/id/12/34/56"), "");
        assert_eq!(address("2026/02/18"), "");
    }

    #[test]
    fn reads_the_ways_dates_are_printed() {
        check("2019-11-07", "2019-11-07");
        check("2019-11-07 09:30:15.123+0800", "2019-11-07T09:30");
        check("2019/11/07", "2019-11-07");
        check("20191107", "2019-11-07");
        check("20191107T0930", "2019-11-07");
        check("Thu, 07 Nov 2019 09:30:00 GMT", "2019-11-07T09:30");
        check("November 7, 2019", "2019-11-07");
        check("Published Nov. 7, 2019 at 12:05 a.m. ET", "2019-11-07T00:05");
        check("7 Nov 2019 09:30", "2019-11-07T09:30");
        check("Thursday 7th November 2019, 9pm", "2019-11-07T21:00");
        check("Sept 3, 2021 | 5:10pm", "2021-09-03T17:10");
        check("12:48PM BST 09 Sep 2013", "2013-09-09T12:48");
        check("Updated: July 02, 2013 15:50 IST", "2013-07-02T15:50");
        check("15/11/2011 9 p.m.", "2011-11-15T21:00");
        check("11/15/2011", "2011-11-15");
        check("7/11/2019", "");
        check("May 2019", "");
        check("31 Feb 2019", "");
        check("9999-99-99", "");
        check("", "");
        check("éé-é", "");
    }
}
