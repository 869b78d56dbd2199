//! Words that the grammar asks for by name, each with a constant code, and kinds of marks.

use crate::figures::token::mark;

macro_rules! known_words {
    ($($name:ident = $word:literal),* $(,)?) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "each variant counts the constant of its name")]
        #[derive(Clone, Copy)]
        enum Place { $($name),* }
        $(
            #[doc = concat!("The code of *", $word, "*.")]
            pub(in crate::figures) const $name: u32 = Place::$name as u32 + 1;
        )*
        pub(super) const KNOWN: &[&str] = &[$($word),*];
    };
}

known_words! {
    TO = "to", AND = "and", FROM = "from", OF = "of", A = "a", AN = "an", THE = "the", OR = "or", BETWEEN = "between",
    BY = "by", IN = "in", ON = "on", PER = "per", MORE = "more", ANOTHER = "another", ADDITIONAL = "additional",
    EXTRA = "extra", OTHER = "other", HALF = "half", QUARTER = "quarter", POINT = "point", MINUS = "minus", NEGATIVE = "negative",
    OVER = "over", OUT = "out", ONE = "one", NO = "no", YEAR = "year", OLD = "old", AGE = "age", AGED = "aged",
    AGES = "ages", S = "s", ST = "st", ND = "nd", RD = "rd", TH = "th", E = "e", X = "x", AM = "am", PM = "pm", M = "m", P = "p",
    OCLOCK = "o", NOON = "noon", MIDDAY = "midday", MIDNIGHT = "midnight", TODAY = "today",
    YESTERDAY = "yesterday", TOMORROW = "tomorrow", TONIGHT = "tonight", LAST = "last", NEXT = "next", THIS = "this",
    WEEK = "week", MONTH_WORD = "month", DAY = "day", CENTURY = "century", BC = "bc", AD = "ad",
    BCE = "bce", CE = "ce", SINCE = "since", UNTIL = "until", EARLY = "early", LATE = "late", MID = "mid", MAY = "may",
    MARCH = "march", FISCAL = "fiscal", FY = "fy", CY = "cy", SUB = "sub", UP = "up", EACH = "each",
    EVERY = "every", WHICH = "which", THAT = "that", HIS = "his", HER = "her", THEIR = "their", MY = "my", ITS = "its",
    OUR = "our", YOUR = "your", HE = "he", SHE = "she", WAS = "was", WERE = "were", IS = "is", TURNED = "turned", BELOW = "below",
    ZERO = "zero", SQUARED = "squared", PEOPLE = "people", FEWER = "fewer", BUT = "but",
    THROUGH = "through", PLUS = "plus", TIME = "time",
    AGO = "ago", SECOND = "second", WITH = "with",
    THESE = "these", THOSE = "those",
    ISH = "ish", WHO = "who", HAS = "has",
    ANYONE = "any", SOME = "some", ALL = "all", OLDS = "olds",
    US = "us", DOZEN = "dozen",
    FOR = "for", LOST = "lost",
    PAST = "past", FURTHER = "further", THEM = "them", WHOM = "whom", DOWN = "down", BACK = "back", AS = "as", AFTER = "after", BEFORE = "before", NOW = "now", SCORES = "scores",
    THAN = "than", LATER = "later", EARLIER = "earlier",
    AT = "at", AROUND = "around", ABOUT = "about", MORNING = "morning", AFTERNOON = "afternoon", EVENING = "evening",
    FEW = "few", SEVERAL = "several",
    NIGHT = "night", WEEKEND = "weekend", END = "end", BEGINNING = "beginning", START = "start", MIDDLE = "middle", UNDER = "under", NOT = "not", FOLD = "fold", T = "t", BE = "be", ARE = "are", WITHIN = "within",
}

/// Whether `c` can begin an amount of money.
pub(in crate::figures) fn is_currency_mark(c: char) -> bool {
    matches!(
        c,
        '$' | '€'
            | '£'
            | '¥'
            | '₹'
            | '₪'
            | '₺'
            | '₽'
            | '₴'
            | '₾'
            | '₡'
            | '₿'
            | '₩'
            | '₫'
            | '₦'
            | '₱'
            | '฿'
            | '₭'
            | '₮'
            | '₸'
            | '৳'
            | '₵'
            | '₲'
            | '₼'
            | '₨'
            | '֏'
            | '#'
    )
}

/// The apostrophe as it is typed and as it is set.
pub(in crate::figures) fn is_apostrophe(code: u32) -> bool {
    code == mark('\'') || code == mark('’')
}

/// Any dash.
pub(in crate::figures) fn is_dash(code: u32) -> bool {
    code == mark('-')
        || code == mark('–')
        || code == mark('—')
        || code == mark('‑')
        || code == mark('−')
        || code == mark('‒')
}
