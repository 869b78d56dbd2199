//! What a report says, in its order and in its words; the formats of [`crate::report`] only lay it out and escape it.
//!
//! The order: title, reviewer, date, program · counts with denominators · the articles · what a person confirmed · what
//! a person dismissed · and of what is open: conflicts · other differences by relation · claims in only some articles ·
//! what agrees · notes · what was linked and unlinked by hand · decisions without a finding · what was not compared ·
//! weaker hints · method. A decided finding is listed where the person's word puts it, with the machine's word beside
//! that; an open one where the machine's word puts it. All words that come from articles and from people are
//! [`visible`]: on one line, without control characters. No path on a disk is shown, only the name of a file.

mod finding;
mod model;
mod not_compared;
mod options;

use std::path::Path;

use finding::{finding, note_of};
use not_compared::not_compared;
use options::LONGEST_EXCERPT;

pub use self::model::{
    NotComparedList, Piece, Quotation, Report, ReportAgreement, ReportArticle, ReportFinding, ReportGroup, ReportNote,
};
pub use self::options::ReportOptions;
use crate::analysis::{Analysis, n_figures_left_out};
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::Standing;
use crate::view::choice::Part;
use crate::view::counts::counts;
use crate::view::detail::detail;
use crate::view::origins::origins;
use crate::view::status::{Status, n_hints, shown};
use crate::wording::look::{Look, letter};
use crate::wording::note_words::{self, NotePlace};
use crate::wording::report_words as words;
use crate::wording::visible::visible;
use crate::wording::{check_words, desk_words, excerpt, plural, reading_words, review_words};

/// Returns the report of `comparison`.
///
/// ```
/// use std::ops::ControlFlow;
/// use std::sync::Arc;
/// use crosscheck::article::Article;
/// use crosscheck::compare::{Options, compare};
/// use crosscheck::view::report::{ReportOptions, report};
///
/// let post = "A court in Alder sentenced three smugglers to prison on Thursday.";
/// let wire = "A court in Alder sentenced nine smugglers to prison on Thursday.";
/// let articles = [("Post", post), ("Wire", wire)].map(|(name, text)| Arc::new(Article::from_text(name, text)));
/// let comparison = compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).expect("it was not stopped");
/// let report = report(&comparison, &ReportOptions::default());
/// assert_eq!(report.title, "2 articles compared");
/// assert_eq!(report.conflicts[0].what, "smugglers sentenced");
/// ```
pub fn report(comparison: &Comparison, options: &ReportOptions) -> Report {
    let n_articles = comparison.articles.len();
    let n_differences = comparison.findings.findings.len();
    let standing = Standing::new(&options.review, comparison);
    let mut all: Vec<(Status, ReportFinding)> = comparison
        .findings
        .indexed()
        .filter_map(|(idx, _)| {
            let (status, look) = shown(comparison, &standing, idx)?;
            let is_listed = idx.0 < n_differences || status != Status::Open;
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
        agreements: comparison
            .findings
            .indexed()
            .skip(n_differences)
            .filter(|&(idx, _)| standing.verdict(idx).is_none())
            .filter(|&(idx, _)| {
                let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
                options.only.keeps(Status::Open, Look::Agrees, has_note)
            })
            .filter_map(|(idx, _)| agreement(comparison, idx, &standing))
            .collect(),
        notes: if options.only.has_any(&[Part::Notes]) { notes(comparison, &standing) } else { Vec::new() },
        mended: desk_words::set_by_hand(comparison, &standing),
        disagreements: desk_words::disagreements(comparison, &standing),
        lost: standing
            .lost
            .iter()
            .map(review_words::lost_line)
            .chain(standing.astray.iter().map(desk_words::astray))
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
        let of_all = comparison.findings.indexed().filter_map(|(idx, _)| standing.decision(idx));
        let checks = check_words::checks(of_all);
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
    let n_figures = n_figures_left_out(article).iter().sum();
    let archive = details.archive.as_deref().map(words::archived_at);
    let retrieved = details.retrieved.map(|time| words::retrieved(&reading_words::moment(time)));
    let source = [details.address.clone(), archive, retrieved, file];
    ReportArticle {
        letter: letter(idx),
        label: visible(article.label()),
        title: details.title.as_deref().map(visible).unwrap_or_default(),
        published: details.published.map(reading_words::moment).unwrap_or_default(),
        source: visible(&source.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        n_words: format!("{n_kept} kept, {n_dropped} dropped{}", reading_words::with_figures(n_figures)),
        sha256: article.reading.sha256.clone(),
        notes: article.notes.iter().map(reading_words::note).collect(),
    }
}

fn agreement(comparison: &Comparison, idx: FindingIndex, standing: &Standing) -> Option<ReportAgreement> {
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
