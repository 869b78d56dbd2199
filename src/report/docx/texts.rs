//! The articles' own texts at the end of a Word document, with a comment for each finding and each note on a sentence:
//! what a desk hands over, to be worked through with the means of a word processor.

use docx_rs::{BreakType, Comment, Paragraph, Run};

use super::{Page, bold, plain};
use crate::analysis::Analysis;
use crate::article::BlockKind;
use crate::compare::Comparison;
use crate::compare::lookup::claim_span;
use crate::review::{NoteOn, Standing};
use crate::text::Span;
use crate::view::report::{Report, ReportFinding, ReportOptions};
use crate::wording::visible::visible;
use crate::wording::{desk_words, note_words, report_words as words};

/// Who makes the comments that are the program's.
const PROGRAM: &str = "Crosscheck";
/// The time of a comment where none is known: there is no clock here, and the format wants one.
const NO_TIME: &str = "2006-01-01T00:00:00Z";
/// The level of the heading of an article.
const ARTICLE_LEVEL: usize = 2;

/// A comment and the words it is on.
struct Remark<'a> {
    span: Span,
    about: About<'a>,
}

enum About<'a> {
    Finding(&'a ReportFinding),
    Note { lines: Vec<String>, when: Option<&'a str> },
}

impl Page {
    /// Adds the texts of `comparison` with a comment for each finding that `report` lists.
    pub(super) fn texts(&mut self, comparison: &Comparison, report: &Report, options: &ReportOptions) {
        let standing = Standing::new(&options.review, comparison);
        self.heading(1, words::TEXTS);
        for (idx, analysis) in comparison.articles.iter().enumerate() {
            let Some(listed) = report.articles.get(idx) else { continue };
            self.heading(ARTICLE_LEVEL, &format!("{} {}", listed.letter, listed.label));
            let facts = [&listed.title, &listed.published, &listed.source].map(String::as_str);
            let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
            self.line(vec![plain(&facts.join(" · "))]);
            let remarks = remarks(comparison, &standing, report, idx);
            let comments: Vec<(Span, Comment)> =
                remarks.iter().map(|remark| (remark.span, self.comment(remark, &standing, options))).collect();
            self.text(analysis, &comments);
        }
    }

    /// The paragraphs of an article, each comment around its words, in the paragraph where these begin.
    fn text(&mut self, analysis: &Analysis, comments: &[(Span, Comment)]) {
        let text = &analysis.article.text;
        for block in &analysis.article.blocks {
            let frame = block.span;
            let own: Vec<(Span, &Comment)> = comments
                .iter()
                .filter(|(span, _)| frame.start <= span.start && span.start < frame.end)
                .map(|(span, comment)| (Span::new(span.start, span.end.min(frame.end)), comment))
                .collect();
            let mut cuts: Vec<usize> = own.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
            cuts.extend([frame.start, frame.end]);
            cuts.sort_unstable();
            cuts.dedup();
            let is_heading = matches!(block.kind, BlockKind::Headline | BlockKind::Heading);
            let run = |words: &str| if is_heading { bold(&visible(words)) } else { plain(&visible(words)) };
            let mut paragraph = self.paragraph(Vec::new());
            for (idx, &at) in cuts.iter().enumerate() {
                paragraph = ended(paragraph, &own, at);
                for (_, comment) in own.iter().filter(|(span, _)| span.start == at) {
                    paragraph = paragraph.add_comment_start((*comment).clone());
                }
                let words = cuts.get(idx + 1).and_then(|&next| text.get(at..next)).unwrap_or("");
                if !words.is_empty() {
                    paragraph = paragraph.add_run(run(words));
                }
            }
            self.add(paragraph);
        }
    }

    fn comment(&mut self, remark: &Remark<'_>, standing: &Standing, options: &ReportOptions) -> Comment {
        self.n_comments += 1;
        let reader = options.reviewer.clone().unwrap_or_else(|| desk_words::reader(&standing.sheet, false));
        let (lines, when) = match &remark.about {
            About::Finding(finding) => (lines(finding), Some(finding.when.as_str()).filter(|when| !when.is_empty())),
            About::Note { lines, when } => (lines.iter().map(|line| plain(line)).collect(), *when),
        };
        let is_persons = when.is_some() || matches!(remark.about, About::Note { .. });
        let when = when.map(str::to_owned).or_else(|| options.made.as_ref().map(|day| format!("{day}T00:00:00Z")));
        let when = when.filter(|when| when.parse::<jiff::Timestamp>().is_ok());
        let comment = Comment::new(self.n_comments)
            .author(if is_persons { super::sound(&reader) } else { PROGRAM.to_owned() })
            .date(when.unwrap_or_else(|| NO_TIME.to_owned()));
        // One paragraph: of a comment with several the library writes the whole as often.
        let mut runs = Vec::new();
        for (idx, line) in lines.into_iter().enumerate() {
            if idx > 0 {
                runs.push(Run::new().add_break(BreakType::TextWrapping));
            }
            runs.push(line);
        }
        comment.add_paragraph(self.paragraph(runs))
    }
}

/// `paragraph` with the ends of the comments that end at `at`.
fn ended(paragraph: Paragraph, own: &[(Span, &Comment)], at: usize) -> Paragraph {
    let ending = own.iter().filter(|(span, _)| span.end == at);
    ending.fold(paragraph, |paragraph, (_, comment)| paragraph.add_comment_end(comment.id))
}

/// What a comment says of `finding`, a line each: what differs, what every article says, why, what was decided, the
/// note.
fn lines(finding: &ReportFinding) -> Vec<Run> {
    let mut lines =
        vec![bold(&format!("{} {} {}", finding.id, finding.look.glyph(), finding.what)), plain(&finding.relation)];
    for quotation in &finding.quotations {
        let marked = quotation.pieces.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.as_str());
        let printed = marked.collect::<Vec<_>>().join(" … ");
        let value = match (printed.is_empty(), quotation.value.is_empty() || quotation.value == printed) {
            (true, _) => quotation.value.clone(),
            (false, true) => format!("“{printed}”"),
            (false, false) => format!("{} “{printed}”", quotation.value),
        };
        let parts = [quotation.source.as_str(), value.as_str()].into_iter().filter(|part| !part.is_empty());
        lines.push(plain(&format!("{} ({})", parts.collect::<Vec<_>>().join(": "), quotation.place)));
    }
    if !finding.why.is_empty() {
        lines.push(plain(&format!("{}: {}", words::WHY, finding.why)));
    }
    if !finding.decision.is_empty() {
        lines.push(bold(&format!("{}: {}", words::DECISION, finding.decision)));
    }
    lines.extend(finding.note.iter().map(|line| plain(line)));
    lines
}

/// The comments on the article at `article`, by their words: for each finding its first words there, and the notes on
/// sentences.
fn remarks<'a>(comparison: &Comparison, standing: &'a Standing, report: &'a Report, article: usize) -> Vec<Remark<'a>> {
    let open = report.conflicts.iter().chain(report.others.iter().flat_map(|group| &group.findings));
    let listed = report.confirmed.iter().chain(&report.dismissed).chain(open).chain(&report.only_in);
    let all = || comparison.findings.findings.iter().chain(&comparison.findings.agreements);
    let of_finding = |listed: &'a ReportFinding| {
        let known = all().find(|known| known.id == listed.id)?;
        let here = known.mentions.iter().filter(|mention| mention.claim.article == article);
        let span = here.map(|mention| mention.span).min()?;
        Some(Remark { span, about: About::Finding(listed) })
    };
    let mut remarks: Vec<Remark<'a>> = listed.filter_map(of_finding).collect();
    for note in &standing.notes {
        if let NoteOn::Claim(claim) = note.on
            && claim.article == article
            && let Some(span) = claim_span(comparison, claim)
        {
            let about = About::Note { lines: note_words::lines(&note.text), when: note.when.as_deref() };
            remarks.push(Remark { span, about });
        }
    }
    remarks.sort_by_key(|remark| (remark.span.start, std::cmp::Reverse(remark.span.end)));
    remarks
}
