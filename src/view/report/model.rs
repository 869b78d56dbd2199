//! What a report holds, in plain words and pieces that a format only has to escape.

use crate::view::choice::Choice;
use crate::view::counts::Count;
use crate::wording::look::Look;
use crate::wording::report_words as words;

/// A report for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// Label and value: reviewer, dates, program.
    pub head: Vec<(&'static str, String)>,
    /// What goes into it.
    pub choice: Choice,
    /// The counts in words.
    pub counts: Vec<Count>,
    /// The articles.
    pub articles: Vec<ReportArticle>,
    /// Which articles are probably one report, one sentence each.
    pub origins: Vec<String>,
    /// What a person confirmed, by the person's word.
    pub confirmed: Vec<ReportFinding>,
    /// What a person dismissed.
    pub dismissed: Vec<ReportFinding>,
    /// The conflicts that nobody has decided about.
    pub conflicts: Vec<ReportFinding>,
    /// The other open differences, a group for each relation that occurs.
    pub others: Vec<ReportGroup>,
    /// The open claims that only some articles make.
    pub only_in: Vec<ReportFinding>,
    /// What agrees.
    pub agreements: Vec<ReportAgreement>,
    /// The notes that are on no finding.
    pub notes: Vec<ReportNote>,
    /// What a person set by hand, a line each.
    pub mended: Vec<String>,
    /// Where two readers disagree, a line each.
    pub disagreements: Vec<String>,
    /// Decisions, notes and mends whose place is gone, a line each.
    pub lost: Vec<String>,
    /// What was not compared, a list for each reason that occurs.
    pub not_compared: Vec<NotComparedList>,
    /// What the program is not sure of.
    pub hints: Vec<ReportFinding>,
    /// How the comparison was made, one sentence each.
    pub method: Vec<&'static str>,
}

/// An article as a report lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportArticle {
    /// Its letter.
    pub letter: String,
    /// Its outlet or name.
    pub label: String,
    /// Its title; empty where none was given.
    pub title: String,
    /// Its date; empty where none was given.
    pub published: String,
    /// Its address, where and when it was archived or retrieved, and its file, as far as they are known.
    pub source: String,
    /// Words kept and dropped.
    pub n_words: String,
    /// SHA-256 of its bytes; empty where there were none.
    pub sha256: String,
    /// Doubts about its reading.
    pub notes: Vec<String>,
}

/// The differences of one relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportGroup {
    /// Their look.
    pub look: Look,
    /// The differences.
    pub findings: Vec<ReportFinding>,
}

/// A difference as a report shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFinding {
    /// Its stable name.
    pub id: String,
    /// Its shown look.
    pub look: Look,
    /// What is counted or spoken of.
    pub what: String,
    /// Its relation and how sure that is, in words; where a person has called it otherwise, what the program called it.
    pub relation: String,
    /// Why it has this relation; may be empty.
    pub why: String,
    /// Which articles have nothing to compare; empty where all have.
    pub silent: String,
    /// What a person decided; empty where it is undecided.
    pub decision: String,
    /// The person's word alone; empty where it is undecided.
    pub verdict: String,
    /// How far a person has checked it; empty where nothing was said of it.
    pub check: String,
    /// What is to be printed of it; may be empty.
    pub print: String,
    /// The source of that; may be empty.
    pub print_source: String,
    /// The lines of the person's note.
    pub note: Vec<String>,
    /// When a person last said something about it; empty where nothing was said or no time is known.
    pub when: String,
    /// The places, grouped by value.
    pub quotations: Vec<Quotation>,
}

impl Report {
    /// Returns whether a person decided about anything in it.
    pub fn is_decided(&self) -> bool {
        !(self.confirmed.is_empty() && self.dismissed.is_empty())
    }

    /// Returns whether it has the section of differences that are no conflicts, though nothing may be in it.
    pub fn lists_others(&self) -> bool {
        self.choice.lists_others() || !self.others.is_empty()
    }

    /// Returns whether it has the section of claims that only some articles make.
    pub fn lists_only_in(&self) -> bool {
        (self.choice.lists_only_in() && self.articles.len() > 1) || !self.only_in.is_empty()
    }

    /// Returns whether it has the section of what agrees.
    pub fn lists_agreements(&self) -> bool {
        self.choice.is_whole() || !self.agreements.is_empty()
    }

    /// Returns the sections of what a person decided, with their headings; none of them is empty.
    pub fn decided(&self) -> impl Iterator<Item = (&'static str, &[ReportFinding])> {
        let sections = [(words::CONFIRMED, self.confirmed.as_slice()), (words::DISMISSED, self.dismissed.as_slice())];
        sections.into_iter().filter(|(_, findings)| !findings.is_empty())
    }
}

impl ReportFinding {
    /// Returns whether any of its places has a normalized value.
    pub fn has_values(&self) -> bool {
        self.quotations.iter().any(|quotation| !quotation.value.is_empty())
    }
}

/// A place as a report quotes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Letter and outlet.
    pub source: String,
    /// The normalized value; may be empty.
    pub value: String,
    /// The sentence, in pieces.
    pub pieces: Vec<Piece>,
    /// Where in the article: "sentence 3 of 20".
    pub place: String,
    /// Whether it gives another value than the quotation before it.
    pub is_new_value: bool,
}

/// A stretch of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether these are the words in question.
    pub is_marked: bool,
}

/// An agreement as a report lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAgreement {
    /// Its stable name.
    pub id: String,
    /// What is counted or spoken of.
    pub what: String,
    /// For each article that speaks of it the printed words: "A three", "B 3".
    pub printed: Vec<String>,
    /// The lines of a person's note.
    pub note: Vec<String>,
}

/// A note as a report prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportNote {
    /// What it is on.
    pub on: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// What was not compared for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotComparedList {
    /// The reason, with the number of places.
    pub heading: String,
    /// The places, each with where it is and its words.
    pub places: Vec<(String, String)>,
}
