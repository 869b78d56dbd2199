//! The words for what a desk says beside its verdicts: the head of the story, figures that were read wrongly, facts
//! that were put together, findings of one's own, what has no place any more, and where two readers disagree.

use crate::alignment::ClaimId;
use crate::analysis::NotCorrected;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::review::{
    Correction, Decision, Item, Place, Regrouping, RegroupingKind, SecondWord, Sheet, Standing, StandingCorrection,
    StandingRegrouping,
};
use crate::text::Span;
use crate::wording::look::letter;
use crate::wording::note_words::place;
use crate::wording::visible::visible;
use crate::wording::{excerpt, note_words, review_words};

/// Longest printed words in a line about them, in characters.
const LONGEST_WORDS: usize = 60;

/// The name of what is beside a verdict.
pub const STATUS: &str = "Status";
/// Opens the fields for what is to be printed.
pub const PRINT: &str = "Value to print…";
/// The heading of these fields.
pub const PRINT_HEADING: &str = "What is to be printed";
/// The field of the value.
pub const PRINT_VALUE: &str = "Value to print";
/// The field of its source.
pub const PRINT_SOURCE: &str = "Source";
/// What is in the empty field of the source.
pub const PRINT_SOURCE_HINT: &str = "Court release of 7 November, p. 2";
/// Opens the head of the story.
pub const SHEET: &str = "Title, readers, authority…";
/// The heading of its fields.
pub const SHEET_HEADING: &str = "The head of the reports";
/// The field of the title.
pub const TITLE: &str = "Title";
/// The field of the first reader.
pub const REVIEWER: &str = "Reviewer";
/// The field of the second reader.
pub const SECOND_READER: &str = "Second reader";
/// Which article the others are held against.
pub const AUTHORITATIVE: &str = "Authoritative article";
/// No article is.
pub const NO_AUTHORITY: &str = "None";
/// Takes the article of a column as authoritative, in its menu.
pub const TAKE_AS_AUTHORITY: &str = "Hold the others against this one";
/// What the head of its column says then.
pub const IS_AUTHORITY: &str = "authoritative";
/// Takes that back.
pub const NO_MORE_AUTHORITY: &str = "No longer authoritative";
/// Opens the fields for a figure that was read wrongly.
pub const CORRECT: &str = "Correct a figure…";
/// The heading of these fields.
pub const CORRECT_HEADING: &str = "What the figure means";
/// The field of its value.
pub const VALUE: &str = "Value";
/// What is in that field where it is empty.
pub const VALUE_HINT: &str = "24, or 2.4 million euros; empty leaves the program's value";
/// The field of what it counts.
pub const COUNTS: &str = "Counts";
/// What is in that field where it is empty.
pub const COUNTS_HINT: &str = "words of the sentence; empty leaves the program's";
/// Says that there is no figure to correct.
pub const NO_FIGURE: &str = "Select a sentence or a finding with a figure first";
/// Opens the fields for a finding of one's own.
pub const OWN: &str = "Finding of your own…";
/// The heading of these fields.
pub const OWN_HEADING: &str = "A finding of your own";
/// How it is made.
pub const OWN_HINT: &str = "Select the words that differ in both sentences";
/// The field of what it is about.
pub const ABOUT: &str = "What it is about";
/// Takes another sentence of another article.
pub const OTHER_SENTENCE: &str = "Other sentence…";
/// Says that words are missing.
pub const NO_WORDS: &str = "Select words in both sentences first";
/// Says that the same words make a finding already.
pub const KNOWN: &str = "You have made a finding of these words already";
/// Takes a person's own finding away.
pub const REMOVE_OWN: &str = "Remove this finding";
/// Says that it was taken away.
pub const OWN_REMOVED: &str = "Your finding is removed";
/// Takes a figure out of the fact that the selected finding is about.
pub const TAKE_OUT: &str = "Not the same thing: take it out";
/// The name of the menu of a figure on a card.
pub const SHORT_TAKE_OUT: &str = "Mend the figure";
/// Puts a figure into the fact that the selected finding is about.
pub const PUT_IN: &str = "Put a figure into this fact…";
/// The name of the field that narrows the list of figures.
pub const FIND_FIGURE: &str = "Find a figure by its sentence";
/// What the list says when nothing fits.
pub const NO_FIGURE_HOLDS: &str = "No other figure stands in a sentence with these words";
/// Saves what is in the fields.
pub const SAVE: &str = "Save";
/// Says that it was saved.
pub const SAVED: &str = "Saved in the story";
/// Above what two readers say otherwise, in a report.
pub const DISAGREEMENTS: &str = "Where two readers disagree";

/// Puts a second reader's session of the same texts into this one.
pub const MERGE: &str = "Merge a second reader's session…";
/// The same, from a typed path.
pub const MERGE_PATH: &str = "Merge a session at a path…";
/// The title of the chooser for it.
pub const CHOOSE_SECOND: &str = "The session of the second reader";
/// The name of the field of its path.
pub const MERGE_FIELD: &str = "Path of the second session";
/// What is added to that path.
pub const MERGE_HINT: &str = "A session of the same texts";
/// Does so.
pub const MERGE_DO: &str = "Merge";
/// What the list of disagreements says when nothing is left in it.
pub const ALL_SETTLED: &str = "The two readers agree everywhere";
/// Above the list.
pub const DISAGREEMENTS_HINT: &str =
    "The first reader's word stands until you settle it; both are in the reports. Every step can be taken back";
/// What a disagreement is about that is not about a finding.
pub const NO_FINDING: &str = "Not a finding now";
/// The first reader's word there.
pub const SAYS_OTHERWISE: &str = "says otherwise of the same place";
/// Leaves the first reader's word.
pub const KEEP_FIRST: &str = "Keep";
/// Puts the second reader's word in its place.
pub const TAKE_SECOND: &str = "Take instead";
/// Says that the first reader's word was left.
pub const KEPT: &str = "Settled: the first reader's word stays";
/// Says that the second reader's word was taken.
pub const TAKEN: &str = "Settled: the second reader's word stands";

/// Says why two sessions were not put together.
pub fn not_merged(why: &str, name: &str) -> String {
    format!("The session was not merged: {why}: {name}")
}

/// Returns what a place says beside an authoritative one: "differs from C", "as C".
pub fn against(authority: usize, is_same: bool) -> String {
    format!("{} {}", if is_same { "as" } else { "differs from" }, letter(authority))
}

/// Returns the authoritative article in words: "C Court release".
pub fn authority(comparison: &Comparison, article: usize) -> String {
    let label = comparison.articles.get(article).map_or("", |analysis| analysis.article.label());
    format!("{} {}", letter(article), visible(label))
}

/// Returns what was said of a figure: "B 4 “2.4” read as “24”, counts “people”".
pub fn corrected(one: &StandingCorrection) -> String {
    format!("{} {}", place(one.claim), correction(&one.correction))
}

fn correction(one: &Correction) -> String {
    let words = excerpt(&visible(&one.place.words), LONGEST_WORDS);
    let value = match one.value.is_empty() {
        true => String::new(),
        false => format!(" read as “{}”", visible(&one.value)),
    };
    let what = match (one.what.is_empty(), value.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!(" counts “{}”", visible(&one.what)),
        (false, false) => format!(", counts “{}”", visible(&one.what)),
    };
    format!("“{words}”{value}{what}")
}

/// Returns what was done with a figure: "B 4 “nine” taken out from A 2 “three”".
pub fn regrouped(comparison: &Comparison, one: &StandingRegrouping) -> String {
    let others: Vec<String> = one.others.iter().map(|&at| quoted(comparison, at)).collect();
    format!("{} {} {}", quoted(comparison, one.place), regrouping(one.kind), others.join(" and "))
}

fn regrouping(kind: RegroupingKind) -> &'static str {
    match kind {
        RegroupingKind::Together => "put into one fact with",
        RegroupingKind::Apart => "taken from the fact with",
    }
}

/// Words with their place: "B 4 “nine”".
fn quoted(comparison: &Comparison, (claim, span): (ClaimId, Span)) -> String {
    let words = comparison.articles.get(claim.article).map_or("", |analysis| analysis.words(span));
    format!("{} “{}”", place(claim), excerpt(&visible(words), LONGEST_WORDS))
}

/// Everything that a person set by hand in the comparison, a line each: links, readings of figures, facts, findings of
/// her own.
pub fn set_by_hand(comparison: &Comparison, standing: &Standing) -> Vec<String> {
    let links = standing.mends.iter().map(|mend| note_words::mend_line(comparison, mend));
    let figures = standing.corrections.iter().map(corrected);
    let facts = standing.regroupings.iter().map(|one| regrouped(comparison, one));
    let own = comparison.findings.findings.iter().take(standing.own.len());
    let own = own.map(|finding| format!("{} made by hand: {}", finding.id, visible(&finding.what)));
    links.chain(figures).chain(facts).chain(own).collect()
}

/// Returns what was set by hand at any of `places`, a line each.
pub fn pins(comparison: &Comparison, standing: &Standing, is_at: impl Fn(ClaimId, Span) -> bool) -> Vec<String> {
    let figures = standing.corrections.iter().filter(|one| is_at(one.claim, one.span)).map(corrected);
    let facts = standing.regroupings.iter().filter(|one| is_at(one.place.0, one.place.1));
    figures.chain(facts.map(|one| regrouped(comparison, one))).collect()
}

/// Returns what a person said that has no place any more, in one line.
pub fn astray(item: &Item) -> String {
    let words = |place: &Place| {
        let words = excerpt(&visible(&place.words), LONGEST_WORDS);
        format!("“{words}” ({})", visible(&place.claim.article.label))
    };
    match item {
        Item::Finding(entry) => review_words::lost_line(entry),
        Item::Remark(remark) => note_words::astray_remark(remark),
        Item::Mend(mend) => note_words::astray_mend(mend),
        Item::Correction(one) => format!("{} ({})", correction(one), visible(&one.place.claim.article.label)),
        Item::Regrouping(Regrouping { kind, place, others, .. }) => {
            let others: Vec<String> = others.iter().map(words).collect();
            format!("{} {} {}", words(place), regrouping(*kind), others.join(" and "))
        }
        Item::Own(own) => {
            let places: Vec<String> = own.anchor.places.iter().map(words).collect();
            format!("Made by hand: {}, {}", visible(&own.anchor.what), places.join(", "))
        }
        Item::Sheet(_) | Item::Other(_) => String::new(),
    }
}

/// Returns what a reader is called.
pub fn reader(sheet: &Sheet, is_second: bool) -> String {
    let name = if is_second { &sheet.second_reader } else { &sheet.reviewer };
    match (name.is_empty(), is_second) {
        (false, _) => visible(name),
        (true, false) => "First reader".to_owned(),
        (true, true) => "Second reader".to_owned(),
    }
}

/// Returns what the second reader says of a finding: "B. Reader: ≠ conflict; checked".
pub fn second(sheet: &Sheet, decision: &Decision) -> String {
    format!("{}: {}", reader(sheet, true), review_words::line(decision))
}

/// Returns where two readers disagree, a line each: "F001 people sentenced: A. Desk: ⊂ scope / B. Reader: ≠ conflict".
pub fn disagreements(comparison: &Comparison, standing: &Standing) -> Vec<String> {
    standing.others.iter().filter_map(|other| disagreement(comparison, standing, other)).collect()
}

/// Returns what the second reader's word `other` is in a line beside the first one's; `None` if they agree by now.
pub fn disagreement(comparison: &Comparison, standing: &Standing, other: &SecondWord) -> Option<String> {
    let second_reader = reader(&standing.sheet, true);
    let Some(idx) = other.finding else {
        return Some(format!("{second_reader}: {}", astray(&other.item)));
    };
    let (finding, second) = (finding_at(comparison, idx)?, standing.second(idx)?);
    let first = standing.decision(idx).map_or_else(|| review_words::UNDECIDED.to_owned(), review_words::line);
    Some(format!(
        "{} {}: {}: {first} / {}",
        finding.id,
        visible(&finding.what),
        reader(&standing.sheet, false),
        self::second(&standing.sheet, second)
    ))
}

/// Says why a figure cannot be read as was typed, and what to do.
pub fn not_corrected(error: NotCorrected) -> &'static str {
    match error {
        NotCorrected::NoPlace => "The figure is not there any more; close and select it again",
        NotCorrected::NoFigure => "That is no figure; write a number, an amount or a date",
        NotCorrected::NoWords => "These words do not stand in the sentence; copy them from it",
    }
}

/// Says what became of a figure that was corrected.
pub fn said_corrected(words: &str, is_released: bool) -> String {
    let words = visible(words);
    if is_released { format!("“{words}” is read by the program again") } else { format!("“{words}” corrected") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Anchor, Verdict};
    use crate::wording::fixture;

    #[test]
    fn two_readers_disagree_until_one_gives_in() {
        let comparison = fixture::comparison();
        let mut first = fixture::review(&comparison, 0, Verdict::Scope);
        first.set_sheet(Sheet { reviewer: "A. Desk".to_owned(), ..Sheet::default() });
        let mut second = fixture::review(&comparison, 0, Verdict::Conflict);
        second.set_sheet(Sheet { reviewer: "B. Reader".to_owned(), ..Sheet::default() });
        first.merge(&second);
        let told = |review: &crate::review::Review| disagreements(&comparison, &Standing::new(review, &comparison));
        assert_eq!(told(&first), ["F001 smugglers sentenced: A. Desk: ⊂ scope / B. Reader: ≠ conflict"]);
        let id = first.entries().next().map(|(id, _)| id);
        first.decide(id, Anchor::new(&comparison, &comparison.findings.findings[0]), Some(Verdict::Conflict));
        assert!(told(&first).is_empty());
    }

    #[test]
    fn a_correction_says_what_was_printed_and_what_it_means() {
        let comparison = fixture::comparison();
        let span = comparison.findings.findings[0].mentions[0].span;
        let claim = ClaimId::at(0, 0);
        let place = Place::of_words(&comparison.articles, claim, span, 0).expect("the words are there");
        let mut review = crate::review::Review::default();
        let what = "smugglers".to_owned();
        review.correct(Correction { place, value: "13".to_owned(), what, when: None });
        let standing = Standing::new(&review, &comparison);
        assert_eq!(set_by_hand(&comparison, &standing), ["A 1 “three” read as “13”, counts “smugglers”"]);
        let alone = Standing::new(&review, &crate::compare::Comparison::default());
        assert_eq!(astray(&alone.astray[0]), "“three” read as “13”, counts “smugglers” (Post)");
    }
}
