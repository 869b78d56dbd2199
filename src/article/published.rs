use std::fmt;

use jiff::civil::{Date, DateTime, Time};

/// When an article was published, in the time of its outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// The time of day, where it was given.
    pub time: Option<Time>,
}

impl Published {
    /// Reads an ISO 8601 date or date and time (`2019-11-07`, `2019-11-07T09:30:00+08:00`); a zone is passed over.
    ///
    /// ```
    /// use crosscheck::article::Published;
    /// assert_eq!(Published::parse("2019-11-07T09:30Z").map(|p| p.to_string()).as_deref(), Some("2019-11-07T09:30"));
    /// assert!(Published::parse("yesterday").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let date: Date = text.get(..10)?.parse().ok()?;
        let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ']);
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != ':').map_or(rest, |end| &rest[..end]);
        let time =
            format!("{date}T{digits}").parse::<DateTime>().ok().filter(|_| digits.len() >= 5).map(DateTime::time);
        Some(Self { date, time })
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
