//! What the lists say of a word: classes, which may be combined.

/// A set of the classes below.
pub(in crate::figures) type Class = u32;

/// Can begin a figure.
pub(in crate::figures) const TRIGGER: Class = 1;

/// A number below a hundred.
pub(in crate::figures) const CARDINAL: Class = 1 << 1;

/// Hundred, thousand, million.
pub(in crate::figures) const SCALE: Class = 1 << 2;

/// Third.
pub(in crate::figures) const ORDINAL: Class = 1 << 3;

/// Half, thirds.
pub(in crate::figures) const FRACTION: Class = 1 << 4;

/// Begins a vague number: dozens, a few.
pub(in crate::figures) const VAGUE: Class = 1 << 5;

/// A month.
pub(in crate::figures) const MONTH: Class = 1 << 6;

/// A day of the week.
pub(in crate::figures) const WEEKDAY: Class = 1 << 7;

/// A season.
pub(in crate::figures) const SEASON: Class = 1 << 8;

/// Never part of what is counted.
pub(in crate::figures) const FUNCTION: Class = 1 << 9;

/// Ends a noun phrase that has a noun.
pub(in crate::figures) const PHRASE_END: Class = 1 << 10;

/// A plural without s.
pub(in crate::figures) const IRREGULAR_PLURAL: Class = 1 << 11;

/// A plural that often is before another noun.
pub(in crate::figures) const MODIFIER_PLURAL: Class = 1 << 12;

/// A change.
pub(in crate::figures) const CHANGE: Class = 1 << 13;

/// A noun before a number that names.
pub(in crate::figures) const LABEL: Class = 1 << 14;

/// The same, where it is capitalized.
pub(in crate::figures) const LABEL_CAPITAL: Class = 1 << 15;

/// A time zone.
pub(in crate::figures) const ZONE: Class = 1 << 16;

/// Doubled, twofold.
pub(in crate::figures) const MULTIPLE: Class = 1 << 17;

/// Begins a name of money that may be before a number.
pub(in crate::figures) const MONEY: Class = 1 << 18;

/// Begins the name of a holiday.
pub(in crate::figures) const HOLIDAY: Class = 1 << 19;

/// A word such as Street.
pub(in crate::figures) const STREET: Class = 1 << 20;

/// Twenty, thirty.
pub(in crate::figures) const TEN: Class = 1 << 21;

/// Ten to nineteen.
pub(in crate::figures) const TEEN: Class = 1 << 22;

/// A plural scale, vague on its own: thousands.
pub(in crate::figures) const SCALES: Class = 1 << 23;

/// Beside a score.
pub(in crate::figures) const SCORE: Class = 1 << 25;

/// Speaks of money: cost, paid.
pub(in crate::figures) const COST: Class = 1 << 26;

/// Names people.
pub(in crate::figures) const PERSON: Class = 1 << 27;

/// Speaks of a vote: council, approved.
pub(in crate::figures) const VOTE: Class = 1 << 28;

/// Leaves an amount as it is, between the number and its unit.
pub(in crate::figures) const UNIT_ADJECTIVE: Class = 1 << 29;

/// Is often said to be none.
pub(in crate::figures) const OFTEN_NONE: Class = 1 << 30;

/// Begins a unit.
pub(in crate::figures) const UNIT: Class = 1 << 24;
