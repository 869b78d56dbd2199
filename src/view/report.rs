//! What a report says, in its order and in its words; the formats of [`crate::report`] only lay it out and escape it.
//!
//! The order: title, reviewer, date, program · counts with denominators · the articles · what a person confirmed · what a person
//! dismissed · and of what is open: conflicts · other differences by relation · claims in only some articles · what agrees ·
//! notes · what was linked and unlinked by hand · decisions without a finding · what was not compared · weaker hints · method.
//! A decided finding stands where the person's word puts it, with the machine's word beside that; an open one where the
//! machine's word puts it. All words that come from articles and from people are [`visible`]: on one line, without control
//! characters. No path on a disk is told, only the name of a file.

use std::path::Path;

use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::{FindingKind, NotComparedReason};
use crate::review::{Review, Standing};
use crate::text::Span;
use crate::view::choice::{Choice, Part};
use crate::view::counts::{Count, counts};
use crate::view::detail::{Detail, Passage, detail};
use crate::view::origins::origins;
use crate::view::status::{Status, n_hints, shown};
use crate::wording::look::{Look, letter};
use crate::wording::note_words::{self, NotePlace};
use crate::wording::plural;
use crate::wording::reading_words;
use crate::wording::report_words as words;
use crate::wording::visible::visible;
use crate::wording::{self, desk_words, excerpt, review_words};

/// Longest quotation that is printed whole, in characters; of a longer one the words in question and what stands around
/// them. Twice the longest sentence usual in news text.
const LONGEST_QUOTATION: usize = 600;

/// Longest excerpt in a list of what was left out, in characters: enough to find it again.
const LONGEST_EXCERPT: usize = 160;

/// What only the caller knows of a report.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions {
    /// The title; none makes one of the number of articles.
    pub title: Option<String>,
    /// Who made the comparison.
    pub reviewer: Option<String>,
    /// When the report was made, as it shall be printed. The stages know no clock, so that the same articles give the same report.
    pub made: Option<String>,
    /// What could not be opened, one sentence each.
    pub unread: Vec<String>,
    /// What people decided.
    pub review: Review,
    /// What goes into the report.
    pub only: Choice,
    /// For plain text: list the weaker hints too, not their number alone.
    pub hints: bool,
    /// The story's id, for JSON.
    pub id: Option<String>,
    /// For JSON: also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    pub min_score: Option<f64>,
}

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
    /// Its address, else its file.
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
    /// Whether a person decided about anything in it.
    pub fn is_decided(&self) -> bool {
        !(self.confirmed.is_empty() && self.dismissed.is_empty())
    }

    /// Whether it has the section of differences that are no conflicts, though nothing may stand in it.
    pub fn lists_others(&self) -> bool {
        self.choice.lists_others() || !self.others.is_empty()
    }

    /// Whether it has the section of claims that only some articles make.
    pub fn lists_only_in(&self) -> bool {
        (self.choice.lists_only_in() && self.articles.len() > 1) || !self.only_in.is_empty()
    }

    /// Whether it has the section of what agrees.
    pub fn lists_agreements(&self) -> bool {
        self.choice.is_whole() || !self.agreements.is_empty()
    }

    /// The sections of what a person decided, with their headings; none of them is empty.
    pub fn decided(&self) -> impl Iterator<Item = (&'static str, &[ReportFinding])> {
        let sections = [(words::CONFIRMED, self.confirmed.as_slice()), (words::DISMISSED, self.dismissed.as_slice())];
        sections.into_iter().filter(|(_, findings)| !findings.is_empty())
    }
}

impl ReportFinding {
    /// Whether any of its places has a normalized value.
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
    /// The places, each with where it stands and its words.
    pub places: Vec<(String, String)>,
}

/// The report of `comparison`.
pub fn report(comparison: &Comparison, options: &ReportOptions) -> Report {
    let n_articles = comparison.articles.len();
    let n_differences = comparison.findings.findings.len();
    let standing = Standing::new(&options.review, comparison);
    let n_all = n_differences + comparison.findings.agreements.len();
    let mut all: Vec<(Status, ReportFinding)> = (0..n_all)
        .filter_map(|idx| {
            let (status, look) = shown(comparison, &standing, idx)?;
            let is_listed = idx < n_differences || status != Status::Open;
            is_listed.then_some(())?;
            let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
            options.only.keeps(status, look, has_note).then_some(())?;
            Some((status, finding(&detail(comparison, &standing, idx)?, idx, look, comparison, &standing)))
        })
        .collect();
    let mut take_all = |wanted: Status| {
        let (taken, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut all).into_iter().partition(|(status, _)| *status == wanted);
        all = rest;
        taken.into_iter().map(|(_, finding)| finding).collect::<Vec<_>>()
    };
    let mut confirmed = take_all(Status::Confirmed);
    confirmed.sort_by_key(|finding| finding.look);
    let (dismissed, hints, mut open) = (take_all(Status::Dismissed), take_all(Status::Hint), take_all(Status::Open));
    let mut take = |look| {
        let (taken, rest) = std::mem::take(&mut open).into_iter().partition(|finding| finding.look == look);
        open = rest;
        taken
    };
    let conflicts = take(Look::Conflict);
    let others = [Look::Differs, Look::Update, Look::Scope, Look::Rounding]
        .into_iter()
        .map(|look| ReportGroup { look, findings: take(look) })
        .filter(|group| !group.findings.is_empty())
        .collect();
    let only_in = take(Look::OnlyIn);
    let given = Some(standing.sheet.title.as_str()).filter(|title| !title.is_empty());
    let title = options.title.as_deref().or(given).map(visible);
    Report {
        title: title.unwrap_or_else(|| format!("{} compared", plural(n_articles, "article"))),
        head: head(comparison, &standing, options),
        choice: options.only.clone(),
        counts: counts(comparison, &standing).parts(),
        articles: comparison.articles.iter().enumerate().map(|(idx, analysis)| article(idx, analysis)).collect(),
        origins: if n_articles > 1 { origins(comparison).sentences } else { Vec::new() },
        confirmed,
        dismissed,
        conflicts,
        others,
        only_in,
        agreements: (n_differences..n_all)
            .filter(|&idx| standing.verdict(idx).is_none())
            .filter(|&idx| {
                let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
                options.only.keeps(Status::Open, Look::Agrees, has_note)
            })
            .filter_map(|idx| agreement(comparison, idx, &standing))
            .collect(),
        notes: if options.only.has_any(&[Part::Notes]) { notes(comparison, &standing) } else { Vec::new() },
        mended: desk_words::set_by_hand(comparison, &standing),
        disagreements: desk_words::disagreements(comparison, &standing),
        lost: standing
            .lost
            .iter()
            .map(review_words::lost_line)
            .chain(standing.astray.iter().map(note_words::astray))
            .collect(),
        not_compared: if options.only.is_whole() { not_compared(comparison, options) } else { Vec::new() },
        hints,
        method: words::method(n_articles, !standing.is_empty()),
    }
}

/// The notes that are on no finding: on the story, on articles, on claims.
fn notes(comparison: &Comparison, standing: &Standing) -> Vec<ReportNote> {
    let all = note_words::all(comparison, standing).into_iter();
    let others = all.filter(|note| matches!(note.place, NotePlace::On(_)));
    others.map(|note| ReportNote { on: note.on, lines: note_words::lines(&note.text) }).collect()
}

fn head(comparison: &Comparison, standing: &Standing, options: &ReportOptions) -> Vec<(&'static str, String)> {
    let mut head = Vec::new();
    let sheet = &standing.sheet;
    let given = |words: &'_ String| Some(visible(words)).filter(|words| !words.is_empty());
    let reviewer = options.reviewer.as_deref().map(visible).or_else(|| given(&sheet.reviewer));
    head.extend(reviewer.map(|reviewer| (desk_words::REVIEWER, reviewer)));
    head.extend(given(&sheet.second_reader).map(|reader| (desk_words::SECOND_READER, reader)));
    head.extend(options.made.as_deref().map(|made| ("Date", visible(made))));
    if !standing.is_empty() {
        let n_all = comparison.findings.findings.len();
        let n_differences = n_all - n_hints(comparison, standing);
        head.push(("Decisions", review_words::decided(standing.n_decided(n_all), n_differences)));
        let n_shown = n_all + comparison.findings.agreements.len();
        let checks = desk_words::checks((0..n_shown).filter_map(|idx| standing.decision(idx)));
        head.extend(checks.map(|checks| (desk_words::STATUS, checks)));
    }
    let authority = standing.authoritative.map(|article| desk_words::authority(comparison, article));
    head.extend(authority.map(|authority| (desk_words::AUTHORITATIVE, authority)));
    let mut days: Vec<_> = comparison.articles.iter().filter_map(|a| a.article.details.published).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let days =
            if first.date == last.date { last.date.to_string() } else { format!("{} to {}", first.date, last.date) };
        head.push(("Articles of", days));
    }
    head.extend(options.only.words().map(|words| ("Contents", words)));
    head.push(("Made with", format!("Crosscheck {}", env!("CARGO_PKG_VERSION"))));
    head
}

fn article(idx: usize, analysis: &Analysis) -> ReportArticle {
    let article = &analysis.article;
    let details = &article.details;
    let n_kept = article.text.split_whitespace().count();
    let n_dropped: usize = article.dropped.iter().map(|dropped| dropped.text.split_whitespace().count()).sum();
    let file = article.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    ReportArticle {
        letter: letter(idx),
        label: visible(article.label()),
        title: details.title.as_deref().map(visible).unwrap_or_default(),
        published: details.published.map(|published| published.to_string().replace('T', " ")).unwrap_or_default(),
        source: visible(&[details.address.clone(), file].into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        n_words: format!("{n_kept} kept, {n_dropped} dropped"),
        sha256: article.reading.sha256.clone(),
        notes: article.notes.iter().map(reading_words::note).collect(),
    }
}

fn finding(detail: &Detail, idx: usize, look: Look, comparison: &Comparison, standing: &Standing) -> ReportFinding {
    let machine = format!("{}, {}", detail.look.name(), detail.certainty.to_lowercase());
    let is_quote = finding_at(comparison, idx).is_some_and(|finding| finding.kind == FindingKind::Quote);
    let mut last_group = None;
    let quotations = detail
        .passages
        .iter()
        .map(|passage| {
            let letter = letter(passage.claim.article);
            let is_new_value = last_group.is_some_and(|group| group != passage.group);
            last_group = Some(passage.group);
            Quotation {
                source: visible(&passage.source),
                value: passage.value.clone(),
                pieces: pieces(&passage.sentence, &marked(passage, is_quote)),
                place: {
                    let place = passage.whole_place();
                    place.strip_prefix(&format!("{letter}, ")).unwrap_or(&place).to_owned()
                },
                is_new_value,
            }
        })
        .collect();
    let decision = standing.decision(idx);
    ReportFinding {
        id: detail.id.clone(),
        look,
        what: visible(&detail.title),
        relation: if look == detail.look { machine } else { words::called(look, &machine) },
        why: visible(&detail.why),
        silent: detail.silent.clone().unwrap_or_default(),
        decision: review_words::word_of(standing, idx),
        verdict: decision.and_then(|one| one.verdict).map(|one| review_words::signed(Some(one))).unwrap_or_default(),
        check: decision
            .and_then(|one| one.check)
            .map(|one| desk_words::check(Some(one)).to_owned())
            .unwrap_or_default(),
        print: decision.map(|one| visible(&one.print.value)).unwrap_or_default(),
        print_source: decision.map(|one| visible(&one.print.source)).unwrap_or_default(),
        note: note_of(standing, idx),
        when: standing.decision(idx).and_then(|decision| decision.when.as_deref()).map(visible).unwrap_or_default(),
        quotations,
    }
}

/// The words in question of `passage`; of a quotation that was altered only the words that differ.
fn marked(passage: &Passage, is_quote: bool) -> Vec<Span> {
    if !is_quote {
        return passage.marked.clone();
    }
    let inside = |differing: &&Span| passage.marked.iter().any(|marked| marked.contains(**differing));
    let differing: Vec<Span> = passage.differing.iter().filter(inside).copied().collect();
    if differing.is_empty() { passage.marked.clone() } else { differing }
}

/// `sentence` cut into pieces at `marked`, its unmarked stretches shortened where it is very long.
fn pieces(sentence: &str, marked: &[Span]) -> Vec<Piece> {
    let is_long = sentence.chars().nth(LONGEST_QUOTATION).is_some();
    let mut pieces = Vec::new();
    let mut at = 0;
    for span in marked.iter().filter(|span| !span.is_empty()) {
        let start = span.start.max(at);
        if start < span.end {
            plain(&mut pieces, sentence.get(at..start).unwrap_or(""), is_long, at == 0, false);
            let text = visible(sentence.get(start..span.end).unwrap_or(""));
            pieces.push(Piece { text, is_marked: true });
            at = span.end;
        }
    }
    plain(&mut pieces, sentence.get(at..).unwrap_or(""), is_long, at == 0, true);
    pieces
}

/// Adds the unmarked words `text`; where they are to be shortened only what stands next to a mark is kept.
fn plain(pieces: &mut Vec<Piece>, text: &str, is_long: bool, is_first: bool, is_last: bool) {
    let n_chars = if is_long { text.chars().count() } else { 0 };
    let near = LONGEST_QUOTATION / 4;
    let (n_head, n_tail) = match (is_first, is_last) {
        (true, true) => (LONGEST_QUOTATION, 0),
        (true, false) => (0, near),
        (false, true) => (near, 0),
        (false, false) => (near, near),
    };
    let text = if n_chars > n_head + n_tail {
        let head: String = text.chars().take(n_head).collect();
        let tail: String = text.chars().skip(n_chars - n_tail).collect();
        format!("{head}…{tail}")
    } else {
        text.to_owned()
    };
    if !text.is_empty() {
        pieces.push(Piece { text: visible(&text), is_marked: false });
    }
}

fn agreement(comparison: &Comparison, idx: usize, standing: &Standing) -> Option<ReportAgreement> {
    let finding = finding_at(comparison, idx)?;
    let mut printed: Vec<String> = Vec::new();
    for mention in &finding.mentions {
        let words = comparison.articles.get(mention.claim.article)?.words(mention.span);
        let words = format!("{} {}", letter(mention.claim.article), excerpt(&visible(words), LONGEST_EXCERPT));
        if !printed.contains(&words) {
            printed.push(words);
        }
    }
    let said = Some(review_words::word_of(standing, idx)).filter(|word| !word.is_empty());
    let note = said.into_iter().chain(note_of(standing, idx)).collect();
    Some(ReportAgreement { id: finding.id.clone(), what: visible(&finding.what), printed, note })
}

/// The lines of the note on the finding at `idx`.
fn note_of(standing: &Standing, idx: usize) -> Vec<String> {
    standing.decision(idx).map(|decision| note_words::lines(&decision.note)).unwrap_or_default()
}

/// Files that could not be opened, sentences and numbers that were not compared, and text left out at reading.
fn not_compared(comparison: &Comparison, options: &ReportOptions) -> Vec<NotComparedList> {
    let mut lists = Vec::new();
    let mut list = |n: usize, thing: &str, why: &str, places: Vec<(String, String)>| {
        if n > 0 {
            lists.push(NotComparedList { heading: format!("{}: {why}", plural(n, thing)), places });
        }
    };
    let unread: Vec<_> = options.unread.iter().map(|error| (String::new(), visible(error))).collect();
    list(unread.len(), "file", "could not be opened", unread);
    for why in [NotComparedReason::FiguresNotAligned, NotComparedReason::NotAligned, NotComparedReason::NotUnderstood] {
        let thing = if why == NotComparedReason::NotUnderstood { "number" } else { "sentence" };
        let places: Vec<(String, String)> = comparison
            .findings
            .not_compared
            .iter()
            .filter(|place| place.why == why)
            .filter_map(|place| {
                Some(not_compared_place(place.article, comparison.articles.get(place.article)?, place.span))
            })
            .collect();
        list(places.len(), thing, wording::not_compared(why), places);
    }
    let dropped: Vec<(String, String)> = comparison
        .articles
        .iter()
        .enumerate()
        .flat_map(|(idx, analysis)| analysis.article.dropped.iter().map(move |dropped| (idx, dropped)))
        .map(|(idx, dropped)| {
            let place = format!("{}, {}", letter(idx), reading_words::drop_reason(dropped.why));
            (place, excerpt(&visible(&dropped.text), LONGEST_EXCERPT))
        })
        .collect();
    list(dropped.len(), "block", "left out at reading", dropped);
    lists
}

fn not_compared_place(article: usize, analysis: &Analysis, span: Span) -> (String, String) {
    let after = analysis.claims.partition_point(|claim| claim.span.start <= span.start);
    let place = format!("{}, sentence {after} of {}", letter(article), analysis.claims.len());
    (place, excerpt(&visible(analysis.words(span)), LONGEST_EXCERPT))
}
