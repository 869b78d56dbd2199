//! The words for what a person decides: the five verdicts, the note, counts, and what is said after each step.

use crate::findings::{FindingIndex, Relation};
use crate::review::{Decision, Entry, Standing, Verdict};
use crate::wording::look::{Look, letters};
use crate::wording::plural;
use crate::wording::visible::visible;
use crate::wording::{self, check_words, excerpt};

/// Longest printed words in the line of a decision without a finding, in characters: enough to find them again.
const LONGEST_WORDS: usize = 60;

/// Nothing is decided.
pub const UNDECIDED: &str = "undecided";
/// What can be done about a decision that is older than the finding.
pub const BEFORE_HINT: &str = "Decide again to say that it still holds";
/// The heading of the filter by decision.
pub const DECISIONS: &str = "Decisions";
/// Decided or not.
pub const ANY_DECISION: &str = "Decided or not";
/// Only what is decided.
pub const ONLY_DECIDED: &str = "Decided";
/// Only what is not decided.
pub const ONLY_UNDECIDED: &str = "Undecided";
/// Says that stepping went on at the first finding.
pub const ROUND_TO_FIRST: &str = "That was the last finding; this is the first";
/// Says that stepping went on at the last finding.
pub const ROUND_TO_LAST: &str = "That was the first finding; this is the last";
/// Says that all findings are decided.
pub const NONE_LEFT: &str = "No undecided finding is left";
/// Says that a decision was taken back.
pub const UNDONE: &str = "Taken back";
/// Says that an undoing was taken back.
pub const REDONE: &str = "Done again";
/// Closes without saving.
pub const CLOSE_ANYWAY: &str = "Close without saving";

/// Returns the word for a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => wording::relation(Relation::Conflict),
        Verdict::Scope => wording::relation(Relation::Scope),
        Verdict::Rounding => wording::relation(Relation::Rounding),
        Verdict::Update => wording::relation(Relation::Update),
        Verdict::Unrelated => "unrelated",
    }
}

/// Returns the sign of a verdict.
pub fn glyph(verdict: Verdict) -> &'static str {
    look(verdict).map_or("–", Look::glyph)
}

/// Returns the look that a verdict shares with the machine's word; `None` for what is unrelated.
pub fn look(verdict: Verdict) -> Option<Look> {
    match verdict {
        Verdict::Conflict => Some(Look::Conflict),
        Verdict::Scope => Some(Look::Scope),
        Verdict::Rounding => Some(Look::Rounding),
        Verdict::Update => Some(Look::Update),
        Verdict::Unrelated => None,
    }
}

/// Returns what a verdict means.
pub fn meaning(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Conflict) => "Same thing, same measure, exact values that cannot both hold",
        Some(Verdict::Scope) => "Both can be true: a part and its whole, another period, place or group",
        Some(Verdict::Rounding) => "One is rounded, approximate or a bound that admits the other",
        Some(Verdict::Update) => "The same measure at a later time",
        Some(Verdict::Unrelated) => "Not the same thing; its marks in the text become quiet",
        None => "Take the decision back",
    }
}

/// Returns what the button of a verdict says when pointed at.
pub fn hint(verdict: Option<Verdict>) -> String {
    format!("{}. {}", decide(verdict), meaning(verdict))
}

/// Says that `articles` have come to the finding since it was decided; `None` where none have.
pub fn before(articles: &[usize]) -> Option<String> {
    (!articles.is_empty()).then(|| format!("Decided before {} spoke of it", letters(articles)))
}

/// Returns the name of the command that decides.
pub fn decide(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Conflict) => "Decide: conflict",
        Some(Verdict::Scope) => "Decide: scope",
        Some(Verdict::Rounding) => "Decide: rounding",
        Some(Verdict::Update) => "Decide: update",
        Some(Verdict::Unrelated) => "Decide: unrelated",
        None => "Decide: undecided",
    }
}

/// Returns the verdict with its sign: "⊂ scope".
pub fn signed(verdict: Option<Verdict>) -> String {
    match verdict {
        Some(verdict) => format!("{} {}", glyph(verdict), self::verdict(verdict)),
        None => UNDECIDED.to_owned(),
    }
}

/// Returns the word on the finding at `finding` in one line, without the note: "⊂ scope; checked. Decided before C
/// spoke of it". Empty where nothing was said.
pub fn word_of(standing: &Standing, finding: FindingIndex) -> String {
    let Some(decision) = standing.decision(finding) else { return String::new() };
    let verdict = decision.verdict.map(|verdict| signed(Some(verdict)));
    let word = verdict.into_iter().chain(check_words::beside(decision)).collect::<Vec<_>>().join("; ");
    if word.is_empty() {
        return word;
    }
    match before(standing.articles_since(finding)) {
        Some(before) => format!("{word}. {before}"),
        None => word,
    }
}

/// Returns a decision in one line: "⊂ scope; asked the court".
pub fn line(decision: &Decision) -> String {
    let note = Some(visible(decision.note.trim())).filter(|note| !note.is_empty());
    let word = signed(decision.verdict);
    [word].into_iter().chain(check_words::beside(decision)).chain(note).collect::<Vec<_>>().join("; ")
}

/// Returns a time of universal time in ISO 8601 as people write it, to the minute: "2026-11-29 10:04 UTC"; anything
/// else as it is.
pub fn minute(when: &str) -> String {
    let is_time = when.len() > 16 && when.is_ascii() && when.ends_with('Z') && when.as_bytes()[10] == b'T';
    if is_time { format!("{} {} UTC", &when[..10], &when[11..16]) } else { when.to_owned() }
}

/// Returns how many findings are decided: "4 of 14 decided".
pub fn decided(n_decided: usize, n_findings: usize) -> String {
    format!("{n_decided} of {n_findings} decided")
}

/// Returns where the selected finding is in the list, and how many the filter hides: "Finding 4 of 14".
pub fn position(at: usize, n_shown: usize, n_hidden: usize) -> String {
    let hidden = if n_hidden == 0 { String::new() } else { format!(", {n_hidden} hidden") };
    format!("Finding {} of {n_shown}{hidden}", at + 1)
}

/// Returns where the selected weaker hint is among those: "Weaker hint 2 of 12".
pub fn hint_position(n_before: usize, n_hints: usize) -> String {
    format!("Weaker hint {} of {n_hints}", n_before + 1)
}

/// Says how many decisions have no finding.
pub fn lost(n: usize) -> String {
    format!("{} {} no finding now", plural(n, "decision"), if n == 1 { "has" } else { "have" })
}

/// Returns a decision without a finding: "⊂ scope: smugglers sentenced, “three” (Post), “nine” (Wire)".
pub fn lost_line(entry: &Entry) -> String {
    let mut text = format!("{}: {}", line(&entry.decision), visible(&entry.anchor.what));
    for place in &entry.anchor.places {
        let words = excerpt(&visible(&place.words), LONGEST_WORDS);
        text += &format!(", “{words}” ({})", visible(&place.claim.article.label));
    }
    text
}

/// Says what was decided of the finding called `id`.
pub fn said(id: &str, verdict: Option<Verdict>) -> String {
    match verdict {
        Some(verdict) => format!("{id} decided: {}", self::verdict(verdict)),
        None => format!("{id} is undecided again"),
    }
}

/// Says what was decided and what follows: "F001 decided: scope; next F003".
pub fn said_and_next(said: &str, next: Option<&str>, n_hidden: usize) -> String {
    match (next, n_hidden) {
        (Some(next), _) => format!("{said}; next {next}"),
        (None, 0) => format!("{said}. {NONE_LEFT}"),
        (None, n) => format!("{said}. {}", none_left_shown(n)),
    }
}

/// Says that the list holds no undecided finding, though the filter hides `n_hidden`.
pub fn none_left_shown(n_hidden: usize) -> String {
    format!("No undecided finding is left in the list; the filter hides {n_hidden}")
}

/// Says what a step back or forward did to the finding called `id`: "Taken back: F001 is undecided".
pub fn stepped(word: &str, id: &str, verdict: Option<Verdict>) -> String {
    format!("{word}: {id} is {}", verdict.map_or(UNDECIDED, self::verdict))
}

/// Says what the next undecided finding is, and whether the way there led past the end of the list.
pub fn next_undecided(id: &str, is_round: bool) -> String {
    if is_round { format!("Next undecided, from the top: {id}") } else { format!("Next undecided: {id}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_people_write_it() {
        assert_eq!(minute("2026-11-29T21:19:38Z"), "2026-11-29 21:19 UTC");
        for other in ["", "2026-11-29", "yesterday at nine"] {
            assert_eq!(minute(other), other);
        }
    }

    #[test]
    fn every_verdict_has_a_word_and_a_sign_of_its_own() {
        let signed: Vec<String> = Verdict::ALL.map(|one| signed(Some(one))).to_vec();
        assert_eq!(signed, ["≠ conflict", "⊂ scope", "≈ rounding", "↻ update", "– unrelated"]);
        for one in Verdict::ALL {
            assert!(decide(Some(one)).ends_with(verdict(one)));
        }
    }

    #[test]
    fn a_note_stands_behind_its_verdict() {
        let note = "asked\u{1b}the court ".to_owned();
        let decision = Decision { verdict: Some(Verdict::Scope), note, ..Decision::default() };
        assert_eq!(line(&decision), "⊂ scope; asked�the court");
        assert_eq!(line(&Decision { verdict: None, ..decision }), "undecided; asked�the court");
    }

    #[test]
    fn counts_agree_with_their_verbs() {
        assert_eq!(lost(1), "1 decision has no finding now");
        assert_eq!(position(3, 14, 0), "Finding 4 of 14");
        assert_eq!(position(0, 5, 9), "Finding 1 of 5, 9 hidden");
    }
}
