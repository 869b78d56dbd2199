//! What a sentence says of a deed: that it was done, was not done, is still to come, or only is said to have been done.
//!
//! Takes a claim. Returns a [`State`] for each of its words, from the words before it. A negation reaches over the next
//! telling words, an expectation over the next verb; both end at a comma, at the end of a quotation, and where another
//! clause begins ("who", "whether", "to"). A quotation that is interrupted by who said it is read on behind that.
//! Limits: irony, double negation and denial spread over sentences are not understood.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::name::is_role;
use crate::alignment::ClaimId;
use crate::findings::reading::of_claims::OfClaims;
use crate::findings::reading::words::{Sentence, Story, Word};
use crate::lexicon;
use crate::story::lists;

/// What the words before say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::findings) struct State {
    /// Denied.
    pub(super) is_denied: bool,
    /// Said to come.
    pub(super) is_expected: bool,
    /// Only said to be so.
    pub(super) is_alleged: bool,
    /// Where the word that says so is.
    pub(in crate::findings) by: Option<usize>,
}

impl State {
    /// Returns whether both say the same.
    pub(super) fn says(self, other: Self) -> bool {
        (self.is_denied, self.is_expected) == (other.is_denied, other.is_expected)
    }
}

/// The states of all words of a story, read once: a claim is compared with many others.
pub(in crate::findings) struct States(OfClaims<Vec<State>>);

impl States {
    /// Reads what every claim of `story` says of its words.
    pub(in crate::findings) fn read(story: &Story) -> Self {
        Self(OfClaims::read(story, |id| states(story, id)))
    }

    /// Returns the states of the words of the claim at `id`.
    pub(in crate::findings) fn of(&self, id: ClaimId) -> &[State] {
        self.0.of(id)
    }
}

/// The state of every word of the claim at `id`.
fn states(story: &Story, id: ClaimId) -> Vec<State> {
    let sentence = story.sentence(id);
    let mut states = vec![State::default(); sentence.words.len()];
    for idx in 0..sentence.words.len() {
        let Some((effect, reach)) = marker_at(&sentence.words, idx) else { continue };
        let next = sentence.words.get(idx + 1).map_or("", |next| next.lower.as_str());
        if effect == Effect::Denies && denies_nothing(next) {
            continue;
        }
        // "no one" is "nobody".
        let mut left = match next {
            "one" => 1,
            "that" if effect == Effect::Denies => CLAUSE_REACH,
            _ => reach,
        };
        for at in scope(story, id, idx, effect) {
            let next = &sentence.words[at];
            if left == 0 {
                break;
            }
            if next.is_content && !is_marker(next) {
                left -= 1;
                let state = &mut states[at];
                state.by = Some(idx);
                match effect {
                    Effect::Denies => state.is_denied = !state.is_denied,
                    Effect::Expects => state.is_expected = true,
                    Effect::Alleges => state.is_alleged = true,
                }
            }
        }
    }
    states
}

/// How many content words "denied that" reaches over.
const CLAUSE_REACH: usize = 4;

/// Whether a negation before `next` only counts or compares: "no more than 40", "not only", "no longer".
fn denies_nothing(next: &str) -> bool {
    matches!(next, "more" | "fewer" | "less" | "later" | "longer" | "only" | "least" | "just" | "contest")
}

/// The words behind the one at `from` that still belong to its clause, in order.
fn scope(story: &Story, id: ClaimId, from: usize, effect: Effect) -> Vec<usize> {
    let ends = |words: &[Word], idx: usize| is_clause(words, idx, from, effect);
    let words = &story.sentence(id).words;
    let quotes = &story.articles[id.article].claims[id.claim].quotes;
    let mine = quotes.iter().position(|quote| quote.contains(words[from].span));
    let mut found = Vec::new();
    let mut at = from + 1;
    while at < words.len() && found.len() < WIDEST {
        let word = &words[at];
        let leaves = mine.is_some_and(|mine| !quotes[mine].contains(word.span));
        if leaves {
            // "Nothing," the coach said, "will stop us."
            let next = mine.and_then(|mine| quotes.get(mine + 1));
            let Some(start) = next.and_then(|next| (at..words.len()).find(|&idx| next.contains(words[idx].span)))
            else {
                break;
            };
            if found.iter().any(|&idx: &usize| words[idx].span.start > words[start].span.start) {
                break;
            }
            found.extend((start..words.len().min(start + WIDEST)).take_while(|&idx| {
                (idx == start || !words[idx].after_break && !words[idx].after_quote) && !ends(words, idx)
            }));
            break;
        }
        // The point of "Mr." parts nothing.
        let is_parted = word.after_break && !is_role(&words[at - 1].lower);
        if is_parted || word.after_quote || ends(words, at) {
            break;
        }
        found.push(at);
        at += 1;
    }
    found
}

/// The most words after a negation that it can reach.
const WIDEST: usize = 12;

/// Whether another clause begins with the word at `idx`.
fn is_clause(words: &[Word], idx: usize, from: usize, effect: Effect) -> bool {
    let lower = words[idx].lower.as_str();
    // "allege that he fled", "is believed to have fled"
    let is_said = effect == Effect::Alleges && matches!(lower, "that" | "to");
    let denies_clause = words[from].lower.starts_with("den") && words[from + 1].lower == "that";
    let is_denied = denies_clause && (lower == "to" || idx == from + 1);
    if is_said || is_denied {
        return false;
    }
    CLAUSES.contains(&lower) || (lower == "to" && idx > from + 1)
}

const CLAUSES: &[&str] = &[
    "although", "as", "because", "but", "how", "if", "since", "than", "that", "though", "until", "what", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Denies,
    Expects,
    Alleges,
}

/// What the word at `idx` does to those behind it, and over how many telling ones.
fn marker_at(words: &[Word], idx: usize) -> Option<(Effect, usize)> {
    let word = &words[idx];
    let next = words.get(idx + 1).map_or("", |next| next.lower.as_str());
    let before = idx.checked_sub(1).map_or("", |before| words[before].lower.as_str());
    let is_name = word.is_capital && words.get(idx + 1).is_some_and(|next| next.is_capital);
    match word.lower.as_str() {
        // Will Cole, May Ward
        "will" | "may" if is_name => None,
        // The month: "in May killed", where no letter says anything by its size.
        "may"
            if word.is_capital
                && matches!(
                    before,
                    "in" | "since"
                        | "until"
                        | "by"
                        | "from"
                        | "of"
                        | "last"
                        | "next"
                        | "this"
                        | "early"
                        | "late"
                        | "mid"
                ) =>
        {
            None
        }
        // Who claims or believes something may be right; who is believed to have done it may not.
        "believed" | "accused" | "suspected" | "presumed"
            if !matches!(before, "is" | "are" | "was" | "were" | "been" | "be") && !matches!(next, "as" | "of") =>
        {
            None
        }
        "appeared" | "appear" | "appearing" | "appears" | "seems" | "seemed" if next != "to" => None,
        // "treated as arson"
        "treated" | "investigated" if next == "as" => Some((Effect::Alleges, 2)),
        // "held for investigation of theft", "is said to have fled"
        "investigation" if before == "for" && next == "of" => Some((Effect::Alleges, 2)),
        "said" if next == "to" && matches!(before, "is" | "are" | "was" | "were") => Some((Effect::Alleges, 2)),
        // "set a fire", "a due date"
        "set" | "due" | "plan" | "plans" if !matches!(next, "to" | "for" | "on") => None,
        // "hadn’ t", parted by a conversion.
        "t" if before.ends_with('n') => Some((Effect::Denies, 2)),
        // "was to open", "is to be tried".
        "was" | "were" | "is" | "are" if next == "to" => Some((Effect::Expects, 1)),
        _ => marker(word),
    }
}

fn marker(word: &Word) -> Option<(Effect, usize)> {
    if word.lower.ends_with("n't") || word.lower == "cannot" {
        return Some((Effect::Denies, 2));
    }
    MARKERS.get(word.lower.as_str()).copied()
}

/// Returns whether a word mostly denies, expects or hedges what follows.
pub(super) fn is_marker(word: &Word) -> bool {
    word.lower != "set" && marker(word).is_some()
}

/// Returns whether a word hedges what follows.
pub(super) fn is_hedge(word: &Word) -> bool {
    marker(word).is_some_and(|(effect, _)| effect == Effect::Alleges)
}

/// Returns whether a word says that what follows is to come.
pub(super) fn is_expectation(word: &Word) -> bool {
    marker(word).is_some_and(|(effect, _)| effect == Effect::Expects)
}

/// How a word is used in its sentence, as far as its form and the words before it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::findings) enum Deed {
    /// A verb of what was done: "signed", "has signed", "was signed".
    Done,
    /// A verb of another time: "will sign", "signs".
    Other,
    /// A verb that only names a deed: "to sign".
    Named,
    /// No verb, as far as can be seen.
    None,
}

/// Returns how the word at `idx` is used in `sentence`.
pub(super) fn deed(sentence: &Sentence, idx: usize) -> Deed {
    let words = &sentence.words;
    let word = &words[idx];
    // "agreed": only here, for elsewhere a word in "eed" is more often no past form ("succeed").
    let is_past = lists::is_past(&word.lower) || word.lower.len() > 4 && word.lower.ends_with("eed");
    let before = words[..idx].iter().rev().take(HELP_REACH).take_while(|_| !word.after_break);
    let help = before
        .filter(|word| !word.lower.ends_with("ly") && !matches!(word.lower.as_str(), "not" | "never" | "also" | "been"))
        .map(|word| word.lower.as_str())
        .next()
        .unwrap_or("");
    let is_base = matches!(
        help,
        "to" | "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "might"
            | "must"
            | "should"
            | "do"
            | "does"
            | "did"
            | "didn't"
            | "don't"
            | "doesn't"
            | "won't"
            | "wouldn't"
            | "can't"
            | "couldn't"
            | "cannot"
    );
    let is_help = matches!(
        help,
        "has"
            | "have"
            | "had"
            | "was"
            | "were"
            | "is"
            | "are"
            | "be"
            | "hasn't"
            | "haven't"
            | "hadn't"
            | "wasn't"
            | "weren't"
            | "isn't"
            | "aren't"
    );
    if help == "to" {
        return Deed::Named;
    }
    match (is_past, is_base, is_help) {
        (true, false, _) if help != "be" => Deed::Done,
        (_, true, _) | (true, _, true) => Deed::Other,
        _ if is_event(&word.lower) && !lists::is_event_noun(&word.lower) => Deed::Other,
        _ => Deed::None,
    }
}

/// How many words before a verb are searched for its auxiliary.
const HELP_REACH: usize = 3;

static MARKERS: LazyLock<FxHashMap<&str, (Effect, usize)>> = LazyLock::new(|| {
    lexicon::NEGATION_WORDS
        .rows()
        .map(|row| {
            (row[0], (if row[1] == "expects" { Effect::Expects } else { Effect::Denies }, row[2].parse().unwrap_or(1)))
        })
        .chain(lexicon::HEDGE_WORDS.rows().map(|row| (row[0], (Effect::Alleges, row[1].parse().unwrap_or(1)))))
        .collect()
});

/// Returns whether a word is a form of an event of the news.
pub(super) fn is_event(lower: &str) -> bool {
    lists::event(lower).is_some() || lists::legal_state(lower).is_some()
}

/// Returns whether a word tells of someone's state before the law.
pub(super) fn is_legal(lower: &str) -> bool {
    lists::legal_state(lower).is_some()
}
