//! The word lists that tell what a word is, each parsed once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon;

static STOP: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::STOP_WORDS.rows().map(|row| row[0]).collect());
static COMMONEST: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::COMMONEST_WORDS.rows().map(|row| row[0]).collect());
static EVENTS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::EVENT_WORDS.rows().map(|row| (row[0], row[1])).collect());
/// Further forms, that the alignment does not know: its trees were grown without them.
static EVENT_FORMS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::EVENT_FORMS.rows().map(|row| (row[0], row[1])).collect());
static EVENT_NOUNS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::EVENT_NOUNS.rows().map(|row| (row[0], row[1])).collect());
static LEGAL_STATES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::LEGAL_STATES.rows().map(|row| (row[0], row[1])).collect());
static PAST_FORMS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::PAST_FORMS.rows().map(|row| row[0]).collect());
static COUNTED: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::COUNTED_NOUNS.rows().map(|row| (row[0], row[1])).collect());
static RARITIES: LazyLock<FxHashMap<&str, f64>> =
    LazyLock::new(|| lexicon::COMMON_WORDS.rows().filter_map(|row| Some((row[0], row[1].parse().ok()?))).collect());
static ROLES: LazyLock<FxHashMap<&str, String>> = LazyLock::new(|| {
    let role = |name: &str| if name == "-" { String::new() } else { name.replace('_', " ") };
    lexicon::ROLES.rows().map(|row| (row[0], role(row[1]))).collect()
});
static NOT_NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::NOT_NAMES.rows().map(|row| row[0]).collect());

/// Words behind a name that do not tell who is meant.
const SUFFIXES: [&str; 9] = ["jr", "sr", "ii", "iii", "inc", "co", "corp", "ltd", "llc"];

/// How rare a word is that is not among the commonest, whose rarest has 0.9.
pub(super) const UNCOMMON: f64 = 0.95;

/// Returns whether `lower`, a word in lower case, carries no content of its own.
pub fn is_stop(lower: &str) -> bool {
    STOP.contains(lower)
}

/// Returns whether nearly every sentence has `lower`.
pub fn is_commonest(lower: &str) -> bool {
    COMMONEST.contains(lower)
}

/// Returns the event that `lower` names, as `event_words.tsv` calls it.
pub fn event(lower: &str) -> Option<&'static str> {
    EVENTS.get(lower).copied()
}

/// Returns the event that `lower` names, also by one of the further forms of `event_forms.tsv`.
pub fn event_of_form(lower: &str) -> Option<&'static str> {
    EVENT_FORMS.get(lower).or_else(|| EVENTS.get(lower)).copied()
}

/// Returns the noun that names `event`, as `event_nouns.tsv` has it: "sentencing" for "sentence".
pub fn event_noun(event: &str) -> Option<&'static str> {
    EVENT_NOUNS.get(event).copied()
}

/// Returns whether `lower` names an event as a thing: one of the nouns of `event_nouns.tsv`.
pub fn is_event_noun(lower: &str) -> bool {
    static NOUNS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| EVENT_NOUNS.values().flat_map(|nouns| nouns.split(' ')).collect());
    NOUNS.contains(lower)
}

/// Returns the state before the law that `lower` tells of, as `legal_states.tsv` calls it.
pub fn legal_state(lower: &str) -> Option<&'static str> {
    LEGAL_STATES.get(lower).copied()
}

/// Returns whether `lower` is a past form of a verb: by its ending, but for words in "eed", or by `past_forms.tsv`.
pub fn is_past(lower: &str) -> bool {
    (lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed")) || PAST_FORMS.contains(lower)
}

/// Returns the group of counted nouns that `lower` belongs to, as `counted_nouns.tsv` calls it.
pub fn counted(lower: &str) -> Option<&'static str> {
    COUNTED.get(lower).copied()
}

/// Returns how rare `lower` is in the language, 0 to 1.
pub fn rarity(lower: &str) -> f64 {
    RARITIES.get(lower).copied().unwrap_or(UNCOMMON)
}

/// Returns the role that `lower` names, as `roles.tsv` calls it; empty for a title that does not tell who is meant
/// ("Mr.").
pub fn role(lower: &str) -> Option<&'static str> {
    ROLES.get(lower).map(String::as_str)
}

/// Returns whether `lower` may be behind a name and does not tell who is meant ("Jr.", "Corp.").
pub fn is_suffix(lower: &str) -> bool {
    SUFFIXES.contains(&lower)
}

/// Returns whether `lower` names nobody in particular, though it has a capital.
pub fn is_no_name(lower: &str) -> bool {
    NOT_NAMES.contains(lower)
}
