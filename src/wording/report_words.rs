//! The standing words of a report: its headings, what a relation means, how the comparison was made.

pub use crate::wording::hints;
use crate::wording::look::Look;

/// Above the counts.
pub const COUNTS: &str = "In numbers";
/// Above the list of articles.
pub const ARTICLES: &str = "The articles";
/// Above the conflicts.
pub const CONFLICTS: &str = "Conflicts";
/// Above what a person confirmed.
pub const CONFIRMED: &str = "Confirmed";
/// Above what a person dismissed.
pub const DISMISSED: &str = "Dismissed";
/// Above the differences that are no conflicts.
pub const OTHERS: &str = "Other differences";
/// Above the claims that only some articles make.
pub const ONLY_IN: &str = "Claims in only some articles";
/// Above the agreements.
pub const AGREEMENTS: &str = "What agrees";
/// Above the articles' own texts, in a Word document.
pub const TEXTS: &str = "The texts, with a comment for each finding";
/// Above what was not compared.
pub const NOT_COMPARED: &str = "What was not compared";
/// Above the description of the method.
pub const METHOD: &str = "Method";
/// Before the reason of a finding.
pub const WHY: &str = "Why";
/// Before the decision on a finding.
pub const DECISION: &str = "Decision";
/// Above the decisions that have no finding.
pub const LOST: &str = "Decisions without a finding now";
/// What a section says that has nothing to list.
pub const NONE: &str = "None found among the sentences that were compared";

/// Returns the heading of a section of what is open; where anything `is_decided`, it says so.
pub fn open(heading: &str, is_decided: bool) -> String {
    if is_decided { format!("{heading}, not decided") } else { heading.to_owned() }
}

/// Returns what a finding is that a person called `look` and the program `machine`.
pub fn called(look: Look, machine: &str) -> String {
    format!("{}; the program: {machine}", look.name())
}

/// Returns what plain text says in place of `n` weaker hints.
pub fn folded(n: usize) -> String {
    format!("{}; --hints lists them", hints(n))
}

/// What is below the heading of what the program is not sure of, which is [`hints`].
pub const HINTS_MEANING: &str =
    "The program is not sure of these; they count neither as conflicts nor as other differences";

/// Returns what the section of what was not compared says when it lists nothing.
pub fn all_compared(n_articles: usize) -> &'static str {
    match n_articles {
        1 => "There is only one article; its sentences were compared with each other where they speak of one thing",
        _ => "Every sentence has a match in another article, and every number was understood",
    }
}

/// The state of what nobody has decided about.
pub const OPEN: &str = "Open";
/// The sheet of findings.
pub const FINDINGS_SHEET: &str = "Findings";
/// The sheet of what the program is not sure of.
pub const HINTS_SHEET: &str = "Weaker hints";
/// The sheet of articles.
pub const ARTICLES_SHEET: &str = "Articles";
/// The sheet of notes.
pub const NOTES_SHEET: &str = "Notes";
/// The columns of a sheet of findings, before and after those of the articles.
pub const SHEET_COLUMNS: ([&str; 4], [&str; 8]) = (
    ["Id", "What", "State", "Relation"],
    ["Quotations", "Decision", "Status", "Print", "Source", "Note", "When", "Who"],
);
/// The columns of the sheet of notes.
pub const NOTE_COLUMNS: [&str; 2] = ["On", "Note"];
/// What is beside what was set by hand, in the sheet of notes.
pub const MENDED_CELL: &str = "Set by hand";
/// The sheet of what is at the head of every report.
pub const STORY_SHEET: &str = "Story";

/// The columns of the list of articles.
pub const ARTICLE_COLUMNS: [&str; 6] = ["Letter", "Outlet", "Title", "Date", "Words", "Source and SHA-256"];
/// The columns of a finding's values per article.
pub const VALUE_COLUMNS: [&str; 4] = ["Article", "Value", "Quotation", "Place"];
/// The columns of the list of agreements.
pub const AGREEMENT_COLUMNS: [&str; 3] = ["Id", "What", "Printed as"];

/// Returns the heading of a group of findings.
pub fn group_heading(look: Look) -> &'static str {
    match look {
        Look::Conflict => CONFLICTS,
        Look::Differs => "Differ, not settled",
        Look::Update => "Updates",
        Look::Scope => "Part and whole, other scope",
        Look::Rounding => "Rounded",
        Look::OnlyIn => ONLY_IN,
        Look::Agrees => AGREEMENTS,
    }
}

/// Returns what a finding of `look` means, as a sentence.
pub fn meaning(look: Look) -> &'static str {
    match look {
        Look::Conflict => "The same thing, measure, scope and period, exact values that cannot both hold",
        Look::Differs => "The same thing with different values, where one of the conditions for a conflict is open",
        Look::Update => "The same measure at a later time",
        Look::Scope => "Both can be true: a part and its whole, another period, place or group",
        Look::Rounding => "One is rounded, approximate or a bound that admits the other",
        Look::OnlyIn => "A claim with a figure or a name that no other article was found to make",
        Look::Agrees => "The same quantity or date, perhaps written otherwise",
    }
}

/// Returns how the comparison was made, one sentence each; `has_decisions` is whether a person decided anything.
pub fn method(n_articles: usize, has_decisions: bool) -> Vec<&'static str> {
    let mut method = Vec::new();
    if n_articles > 1 {
        method.push(
            "Sentences were matched by the words they share that are rare in these articles, never by a number or a name alone",
        );
    }
    method.extend([
        "Figures, dates, names, quotations and denials were compared where sentences match, and each article was compared with itself",
        "Figures were compared as the intervals that their words allow, after conversion of units",
        "Conflict is said only where both speak of the same thing in the same measure, scope and period and no value satisfies both; where one of these is open the word is “differs”",
        "Values are the program's reading of the printed words; quotations are printed as they stand, with control characters shown as �",
        "How sure a relation is stands beside it (as good as sure, likely); what the program is less sure of is a weaker hint and counts as no difference, and what it means is left to the reader: no article is rated, none is said to be right",
        "The same articles give the same report",
    ]);
    if has_decisions {
        method.push("Decisions and notes are a person's: they say where a finding stands here, and the program's word is kept beside them");
    }
    method
}

/// Returns where a copy of an article is kept.
pub fn archived_at(address: &str) -> String {
    format!("archived at {address}")
}

/// Returns when the copy that was read was made.
pub fn retrieved(time: &str) -> String {
    format!("retrieved {time}")
}
