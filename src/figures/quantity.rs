use std::fmt;

use jiff::civil::Date;

/// What a figure means: an interval and its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The values the words allow.
    pub range: Range,
    /// The unit; none for a bare count.
    pub unit: Option<Unit>,
    /// What it is counted by, where it is a rate: per barrel, a day, per 100,000 people.
    pub per: Option<Per>,
    /// Minutes ahead of UTC, where a time of day names its zone.
    pub zone: Option<i16>,
    /// The part of the day, where a date names one: *Sunday morning*.
    pub part: Option<PartOfDay>,
    /// The place of the last digit printed, in the figure's unit: 0.1 for *2.5*, a million for *3 million*. The number
    /// may have been rounded to it. `None` for dates and times.
    pub step: Option<f64>,
    /// Which way a change went whose two ends are the range: *rose from $9 to $20*.
    pub course: Option<Course>,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// From the smaller number to the greater.
    Rising,
    /// From the greater number to the smaller.
    Falling,
}

/// A part of a day, as words name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// From noon to evening.
    Afternoon,
    /// The hours before and after sunset.
    Evening,
    /// The hours of darkness before midnight.
    Night,
    /// *Early Sunday*.
    Early,
    /// *Late Sunday*.
    Late,
}

impl PartOfDay {
    /// Returns from which to which minute after midnight the word may mean; parts of a day have no sharp ends, so they
    /// overlap.
    pub fn minutes(self) -> (u16, u16) {
        match self {
            Self::Morning => (0, 12 * 60),
            Self::Afternoon => (12 * 60, 18 * 60),
            Self::Evening => (17 * 60, 24 * 60),
            Self::Night => (18 * 60, 24 * 60),
            Self::Early => (0, 10 * 60),
            Self::Late => (15 * 60, 24 * 60),
        }
    }

    /// Returns whether one moment can lie in both.
    pub fn overlaps(self, other: Self) -> bool {
        let ((a, b), (c, d)) = (self.minutes(), other.minutes());
        a < d && c < b
    }

    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
            Self::Early => "early",
            Self::Late => "late",
        }
    }
}

/// The base of a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Per {
    /// How many of it: 100,000 in "per 100,000 people".
    pub count: f64,
    /// Its name: the symbol of a unit (`bbl`, `d`) or a noun (`share`).
    pub symbol: &'static str,
    /// The unit, where it is one.
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

impl Day {
    /// Returns the date; `None` unless year, month and day are known and make one.
    ///
    /// ```
    /// use crosscheck::figures::Day;
    /// let mut day = Day { year: Some(2016), month: Some(10), day: Some(2), weekday: None };
    /// assert_eq!(day.civil().map(|date| date.to_string()).as_deref(), Some("2016-10-02"));
    /// day.month = None;
    /// assert_eq!(day.civil(), None);
    /// ```
    pub fn civil(self) -> Option<Date> {
        Date::new(self.year?, i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?).ok()
    }
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
    /// Returns a plain number without a unit.
    pub fn count(low: Option<f64>, high: Option<f64>) -> Self {
        Self::new(Range::Number { low, high }, None)
    }

    /// Returns the values `range` in `unit`.
    pub fn new(range: Range, unit: Option<Unit>) -> Self {
        Self { range, unit, per: None, zone: None, part: None, step: None, course: None }
    }

    /// Returns the bounds in the base unit of the dimension, rates by the base unit of what they are counted by;
    /// `None` for dates and times.
    pub fn in_base_unit(&self) -> Option<(Option<f64>, Option<f64>)> {
        let Range::Number { low, high } = self.range else { return None };
        let per = self.per.map_or(1.0, |per| per.count * per.unit.map_or(1.0, |unit| unit.factor));
        let convert = |value: f64| self.unit.map_or(value, |unit| value * unit.factor + unit.offset) / per;
        Some((low.map(convert), high.map(convert)))
    }

    /// Returns whether one value is meant, not a stretch or an open side.
    pub fn is_exact(&self) -> bool {
        match &self.range {
            Range::Number { low, high } => low.is_some() && low == high,
            Range::Date { low, high } => low.is_some() && low == high,
            Range::Time { low, high } => low.is_some() && low == high,
        }
    }

    /// Returns whether `self` and `other` measure the same: units that convert into each other, by the same.
    pub fn is_comparable(&self, other: &Self) -> bool {
        let dimension = |quantity: &Self| quantity.unit.map(|unit| unit.dimension);
        let per = |quantity: &Self| quantity.per.map(|per| per.unit.map_or(per.symbol, |unit| unit.dimension));
        std::mem::discriminant(&self.range) == std::mem::discriminant(&other.range)
            && is_one_dimension(dimension(self), dimension(other))
            && per(self) == per(other)
    }

    /// Returns whether some value fits both, in base units; `None` where they cannot be compared as numbers.
    pub fn overlaps(&self, other: &Self) -> Option<bool> {
        if !self.is_comparable(other) {
            return None;
        }
        let ((a_low, a_high), (b_low, b_high)) = (self.in_base_unit()?, other.in_base_unit()?);
        let reaches = |high: Option<f64>, low: Option<f64>| match (high, low) {
            (Some(high), Some(low)) => high >= low - low.abs() * SAME_NUMBER,
            _ => true,
        };
        Some(reaches(a_high, b_low) && reaches(b_high, a_low))
    }

    /// Returns the place of the last digit printed, in the base unit: what the number may have been rounded to.
    pub fn step_in_base_unit(&self) -> Option<f64> {
        let per = self.per.map_or(1.0, |per| per.count * per.unit.map_or(1.0, |unit| unit.factor));
        self.step.map(|step| step * self.unit.map_or(1.0, |unit| unit.factor) / per)
    }

    /// Returns the unit as the reports write it, with what it is counted by: `kg`, `USD per bbl`; `None` for a bare
    /// count.
    pub fn unit_symbol(&self) -> Option<String> {
        match (self.unit, self.per) {
            (None, _) => None,
            (Some(unit), None) => Some(unit.symbol.to_owned()),
            (Some(unit), Some(per)) => Some(format!("{} per {}", unit.symbol, per.name())),
        }
    }
}

/// The currencies that "pesos" alone may mean.
const PESOS: [&str; 8] = ["ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU"];

/// Whether two dimensions may be one: the same, or a bare "peso" and a peso of some country.
fn is_one_dimension(a: Option<&str>, b: Option<&str>) -> bool {
    let is_peso = |bare: Option<&str>, other: Option<&str>| {
        bare == Some("peso") && other.is_some_and(|code| PESOS.contains(&code))
    };
    a == b || is_peso(a, b) || is_peso(b, a)
}

/// Numbers that differ by less, relatively, are the same: conversion between units costs a few binary digits.
const SAME_NUMBER: f64 = 1e-9;

impl Per {
    /// Returns its name, with the number where it is not one: `100000 people`.
    pub fn name(&self) -> String {
        if self.count == 1.0 { self.symbol.to_owned() } else { format!("{} {}", self.count, self.symbol) }
    }
}
