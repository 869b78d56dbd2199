//! The words for notes and for what is mended by hand: what they are on, where they are written, and what is said after
//! each step.

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::claim_words;
use crate::findings::{Finding, FindingIndex};
use crate::review::{ClaimKey, Mend, MendKind, NoteOn, Remark, Standing, StandingMend, Subject};
use crate::wording::excerpt;
use crate::wording::look::letter;
use crate::wording::visible::visible;

/// Longest words of a claim in a line about it, in characters: enough to find it again.
const LONGEST_WORDS: usize = 70;

/// Opens the note on what is selected.
pub const WRITE: &str = "Note…";
/// The button that does so where there is no note.
pub const ADD: &str = "Add a note";
/// The same where there is one.
pub const EDIT: &str = "Edit the note";
/// Saves a note.
pub const SAVE: &str = "Save note";
/// What the field is for.
pub const HINT: &str = "What you asked, whom, and what came back. Goes into the report";
/// Says that a note was saved.
pub const SAVED: &str = "Note saved";
/// Says that a note was taken away.
pub const REMOVED: &str = "Note removed";
/// Says that what was typed is kept.
pub const KEPT: &str = "The note was not saved; M on the same place shows it again";
/// Shows all notes.
pub const ALL: &str = "All notes";
/// The name of the field that searches notes.
pub const SEARCH: &str = "Find in notes";
/// What the list says where there is no note.
pub const NONE: &str = "No notes yet; M writes one on what is selected";
/// What the list says where no note holds what is searched.
pub const NONE_FOUND: &str = "No note holds these words";
/// What a note on the story is on.
pub const STORY: &str = "The story";
/// Puts a note on an article, in the menu of its column.
pub const ON_ARTICLE: &str = "Note on this article…";
/// Puts a note on a sentence, in its menu.
pub const ON_CLAIM: &str = "Note on this sentence…";
/// Copies a sentence, in its menu.
pub const COPY_CLAIM: &str = "Copy the sentence";
/// Above the notes of a report.
pub const HEADING: &str = "Notes";
/// Before the note on a finding.
pub const NOTE: &str = "Note";
/// Above what was mended, in a report.
pub const MENDED: &str = "Set by hand";

/// Links the selected claim with the one that is clicked next.
pub const LINK: &str = "Link with another claim…";
/// Takes the selected claim from its counterparts.
pub const UNLINK: &str = "Unlink from its counterparts";
/// Says that the selected claim has no counterpart.
pub const ALONE: &str = "No counterpart";
/// Leaves a claim to the machine again.
pub const RELEASE: &str = "Leave it to the program again";
/// The same on small buttons.
pub const SHORT_LINK: &str = "Link…";
/// Takes the claim from its counterparts.
pub const SHORT_UNLINK: &str = "Unlink";
/// Leaves the claim to the machine.
pub const SHORT_RELEASE: &str = "Release";
/// Says that there is nothing to unlink.
pub const NOTHING_LINKED: &str = "It has no counterpart that could be unlinked";
/// Says that there is no sentence.
pub const NO_CLAIM: &str = "Select a sentence or a finding first";
/// Says that a person's word is here.
pub const PINNED: &str = "Set by you";

/// Returns what is linked: "Linked A 3 with B 4".
pub fn linked(a: ClaimId, b: ClaimId) -> String {
    format!("Linked {} with {}", place(a), place(b))
}

/// Returns what is unlinked: "Unlinked A 3 from B 4 and C 2".
pub fn unlinked(a: ClaimId, others: &[ClaimId]) -> String {
    let others: Vec<String> = others.iter().map(|&claim| place(claim)).collect();
    format!("Unlinked {} from {}", place(a), others.join(" and "))
}

/// Says that a claim has no counterpart: "A 3 has no counterpart".
pub fn alone(claim: ClaimId) -> String {
    format!("{} has no counterpart", place(claim))
}

/// Says that a claim is left to the machine again.
pub fn released(claim: ClaimId) -> String {
    format!("{} is left to the program again", place(claim))
}

/// Returns a mend in words: "A 3 linked with B 4".
pub fn mend(mend: &StandingMend) -> String {
    match (mend.kind, mend.claims.as_slice()) {
        (MendKind::Link, [a, b]) => format!("{} linked with {}", place(*a), place(*b)),
        (MendKind::Unlink, [a, b]) => format!("{} unlinked from {}", place(*a), place(*b)),
        (_, claims) => {
            format!("{} without counterpart", claims.iter().map(|&claim| place(claim)).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Returns the same with the sentences, for a report.
pub fn mend_line(comparison: &Comparison, one: &StandingMend) -> String {
    let words: Vec<String> = one.claims.iter().map(|&claim| format!("“{}”", words_of(comparison, claim))).collect();
    format!("{}: {}", mend(one), words.join(" / "))
}

/// Returns a note's place in a list: "A Harbour Wire", "A 3 “The court …”", "The story".
pub fn on(comparison: &Comparison, on: NoteOn) -> String {
    match on {
        NoteOn::Story => STORY.to_owned(),
        NoteOn::Article(idx) => {
            let label = comparison.articles.get(idx).map_or("", |analysis| analysis.article.label());
            format!("{} {}", letter(idx), visible(label))
        }
        NoteOn::Claim(claim) => format!("{} “{}”", place(claim), words_of(comparison, claim)),
    }
}

/// Returns the same where there is little room: "A 3", "A Harbour Wire", "The story".
pub fn short(comparison: &Comparison, on: NoteOn) -> String {
    match on {
        NoteOn::Claim(claim) => place(claim),
        NoteOn::Article(_) | NoteOn::Story => self::on(comparison, on),
    }
}

/// Returns what the choice of `place` is called in the editor, where `name` is its short name: "Sentence A 3".
pub fn tab(name: &str, place: NotePlace) -> String {
    match place {
        NotePlace::Finding(_) => format!("Finding {name}"),
        NotePlace::On(NoteOn::Claim(_)) => format!("Sentence {name}"),
        NotePlace::On(NoteOn::Article(_) | NoteOn::Story) => name.to_owned(),
    }
}

/// Returns the heading of the editor: "Note on F001 people sentenced".
pub fn heading(on: &str) -> String {
    format!("Note on {on}")
}

/// Returns a note whose place is gone, in one line.
pub(super) fn astray_remark(remark: &Remark) -> String {
    let on = match &remark.about {
        Subject::Story => STORY.to_owned(),
        Subject::Article(article) => visible(&article.label),
        Subject::Claim(claim) => quoted(claim),
    };
    format!("{NOTE}: {}; on {on}", visible(&remark.text))
}

/// Returns a mend whose place is gone, in one line.
pub(super) fn astray_mend(mend: &Mend) -> String {
    let claims: Vec<String> = mend.claims.iter().map(quoted).collect();
    let word = match mend.kind {
        MendKind::Link => "Linked",
        MendKind::Unlink => "Unlinked",
        MendKind::Alone => "Without counterpart",
    };
    format!("{word}: {}", claims.join(" / "))
}

/// A claim whose place is gone: its words and what its article is called.
fn quoted(claim: &ClaimKey) -> String {
    format!("“{}” ({})", excerpt(&visible(&claim.sentence), LONGEST_WORDS), visible(&claim.article.label))
}

/// Returns the lines of a note, without control characters.
pub fn lines(text: &str) -> Vec<String> {
    text.trim().lines().map(visible).collect()
}

/// Returns every note with its place, for the list: findings first, then the story, articles and claims in their order.
pub fn all(comparison: &Comparison, standing: &Standing) -> Vec<ListedNote> {
    let of_finding = |(idx, finding): (FindingIndex, &Finding)| {
        let note = &standing.decision(idx)?.note;
        let on = format!("{} {}", finding.id, visible(&finding.what));
        (!note.is_empty()).then(|| ListedNote { place: NotePlace::Finding(idx), on, text: note.clone() })
    };
    let mut notes: Vec<ListedNote> = comparison.findings.indexed().filter_map(of_finding).collect();
    let mut others: Vec<_> = standing.notes.iter().collect();
    others.sort_by_key(|note| note.on);
    notes.extend(others.into_iter().map(|note| ListedNote {
        place: NotePlace::On(note.on),
        on: on(comparison, note.on),
        text: note.text.clone(),
    }));
    notes
}

/// A note in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedNote {
    /// Where it leads.
    pub place: NotePlace,
    /// What it is on, in words.
    pub on: String,
    /// What it says.
    pub text: String,
}

/// Where a note leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePlace {
    /// To the finding at this index.
    Finding(FindingIndex),
    /// To something else.
    On(NoteOn),
}

impl ListedNote {
    /// Returns whether it holds `wanted`, in any case, in its words or in what it is on.
    pub fn holds(&self, wanted: &str) -> bool {
        let wanted = wanted.trim().to_lowercase();
        self.text.to_lowercase().contains(&wanted) || self.on.to_lowercase().contains(&wanted)
    }
}

/// Returns a claim in short: "A 3".
pub fn place(claim: ClaimId) -> String {
    format!("{} {}", letter(claim.article), claim.claim.0 + 1)
}

fn words_of(comparison: &Comparison, claim: ClaimId) -> String {
    excerpt(&visible(claim_words(comparison, claim).unwrap_or("")), LONGEST_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{ArticleKey, Review};
    use crate::wording::{desk_words, fixture};

    #[test]
    fn every_note_is_listed_and_found_by_its_words() {
        let comparison = fixture::comparison();
        let mut review = Review::default();
        let key = ArticleKey::new(&comparison.articles[1].article);
        review.remark(None, Subject::Article(key), "The wire\nnever answered.");
        review.remark(None, Subject::Story, "Ask again on Monday.");
        let standing = Standing::new(&review, &comparison);
        let notes = all(&comparison, &standing);
        let told: Vec<_> = notes.iter().map(|note| format!("{}: {}", note.on, lines(&note.text).join(" / "))).collect();
        assert_eq!(told, ["The story: Ask again on Monday.", "B Wire: The wire / never answered."]);
        assert!(notes[1].holds("ANSWERED") && !notes[0].holds("answered"));
        let alone = fixture::comparison_of_one();
        let astray_line = desk_words::astray(&Standing::new(&review, &alone).astray[0]);
        assert_eq!(astray_line, "Note: The wire never answered.; on Wire");
    }
}
