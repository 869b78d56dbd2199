use std::fmt;

/// What a figure means: an interval and its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The values the words allow.
    pub range: Range,
    /// The unit; none for a bare count.
    pub unit: Option<Unit>,
}

/// The values that the words of a figure allow; a bound that is not given is `None`.
#[derive(Clone, Debug, PartialEq)]
pub enum Range {
    /// A number, in the figure's unit, both bounds inclusive.
    Number {
        /// The least value.
        low: Option<f64>,
        /// The greatest value.
        high: Option<f64>,
    },
    /// A stretch of the calendar, both ends inclusive.
    Date {
        /// Where it begins.
        low: Option<Day>,
        /// Where it ends.
        high: Option<Day>,
    },
    /// A time of day in minutes after midnight, both ends inclusive.
    Time {
        /// Where it begins.
        low: Option<u16>,
        /// Where it ends.
        high: Option<u16>,
    },
}

/// A point of the calendar, as precise as the words are; what is not known stays `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The day of the week, 1 (Monday) to 7, where the date itself is not known.
    pub weekday: Option<u8>,
}

impl fmt::Display for Day {
    /// ISO 8601 where known, as in TIMEX3 where not: `2016-10-02`, `2016`, `XXXX-10-02`, `XXXX-WXX-4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let (Some(weekday), None) = (self.weekday, self.day) {
            return write!(f, "-WXX-{weekday}");
        }
        match (self.month, self.day) {
            (Some(month), Some(day)) => write!(f, "-{month:02}-{day:02}"),
            (Some(month), None) => write!(f, "-{month:02}"),
            (None, Some(day)) => write!(f, "-XX-{day:02}"),
            (None, None) => Ok(()),
        }
    }
}

/// A unit of measure, money or time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// ISO 4217 for money, the unit's symbol for a measure (`kg`, `km/h`, `°C`), `s`, `min`, `h`, `d`, `week`, `month`,
    /// `year` for time, `%`, `percentage point`.
    pub symbol: &'static str,
    /// What it measures: `mass`, `length`, `USD`. Two units convert into each other only where this is the same.
    pub dimension: &'static str,
    /// One of it in the base unit of its dimension.
    pub factor: f64,
    /// What is added after multiplying, for temperatures.
    pub offset: f64,
}

impl Quantity {
    /// A plain number without a unit.
    pub fn count(low: Option<f64>, high: Option<f64>) -> Self {
        Self { range: Range::Number { low, high }, unit: None }
    }

    /// The bounds in the base unit of the dimension; `None` for dates and times.
    pub fn in_base_unit(&self) -> Option<(Option<f64>, Option<f64>)> {
        let Range::Number { low, high } = self.range else { return None };
        let convert = |value: f64| self.unit.map_or(value, |unit| value * unit.factor + unit.offset);
        Some((low.map(convert), high.map(convert)))
    }
}
