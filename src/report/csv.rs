//! A table for the spreadsheet: UTF-8 with a byte order mark, one row for each place that a finding speaks of.
//!
//! Differences come first, then agreements, then decisions without a finding, then what was not compared. The first
//! line names the columns. Line ends are those of RFC 4180. A cell whose first sign could start a formula gets an
//! apostrophe before it (<https://owasp.org/www-community/attacks/CSV_Injection>); numbers of our own stay numbers.

use std::path::Path;

use csv::{Terminator, WriterBuilder};

use super::json::{Bound, DecisionJson, Document, FindingJson, LostJson, LostPlaceJson, MentionJson, VerdictJson};
use crate::compare::Comparison;
use crate::findings::Mention;
use crate::review::Standing;
use crate::view::detail;
use crate::view::report::ReportOptions;
use crate::wording::look::letter;

/// The columns.
const COLUMNS: [&str; 27] = [
    "finding",
    "relation",
    "kind",
    "certainty",
    "what",
    "article",
    "outlet",
    "title",
    "published",
    "words",
    "low",
    "high",
    "unit",
    "sentence",
    "sentence_number",
    "start",
    "end",
    "why",
    "file",
    "sha256",
    "decision",
    "note",
    "status",
    "print_value",
    "print_source",
    "second_reader",
    "against_authoritative",
];

/// Returns `comparison` as a table.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> Vec<u8> {
    let mut document = Document::new(None, comparison, None);
    let standing = Standing::new(&options.review, comparison);
    document.take(comparison, &standing);
    document.cut_down(comparison, &standing, &options.only);
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    let disputed = |id: &str| document.disagreements.iter().find(|one| one.finding.as_deref() == Some(id));
    for finding in document.findings.iter().chain(&document.agreements) {
        let second = disputed(&finding.id).and_then(|one| one.second.as_ref()?.verdict).map_or("", VerdictJson::word);
        rows.extend(finding.mentions.iter().map(|mention| {
            let mut row = mention_row(comparison, finding, mention);
            row[25] = second.to_owned();
            row[26] = against(comparison, finding, mention, document.authoritative).unwrap_or_default();
            row
        }));
    }
    let mended = document.corrections.iter().map(|one| {
        let words = [one.value.as_str(), one.what.as_str()].into_iter().filter(|words| !words.is_empty());
        ("correction", &one.place, words.collect::<Vec<_>>().join(" "))
    });
    let regrouped = document.regroupings.iter().map(|one| {
        let others = one.others.iter().map(|other| other.text.as_str()).collect::<Vec<_>>().join("; ");
        (one.kind.word(), &one.place, others)
    });
    rows.extend(mended.chain(regrouped).map(|(kind, place, said)| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1] = kind.to_owned();
        fill_article(&mut row, comparison, place.article);
        row[9] = guarded(&place.text);
        row[15] = place.start.to_string();
        row[16] = place.end.to_string();
        row[21] = guarded(&said);
        row
    }));
    rows.extend(document.notes.iter().map(|note| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1] = "note".to_owned();
        if let Some(article) = note.article {
            fill_article(&mut row, comparison, article);
            if let Some(claim) = note.claim.and_then(|claim| comparison.articles[article].claims.get(claim)) {
                row[13] = guarded(comparison.articles[article].words(claim.span));
            }
        }
        row[21] = guarded(&note.text);
        row
    }));
    rows.extend(document.decisions_without_finding.iter().flat_map(lost_rows));
    rows.extend(document.not_compared.iter().map(|place| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1] = "not compared".to_owned();
        fill_article(&mut row, comparison, place.article);
        let text = &document.articles[place.article].text;
        row[9] = guarded(text.get(place.start..place.end).unwrap_or(""));
        row[15] = place.start.to_string();
        row[16] = place.end.to_string();
        row[17] = guarded(&place.why);
        row
    }));
    rows.extend(options.unread.iter().map(|error| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1] = "not compared".to_owned();
        row[17] = guarded(error);
        row
    }));
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    for row in &rows {
        writer.write_record(row).expect("every row has all columns and goes to memory");
    }
    writer.into_inner().expect("the table is in memory")
}

fn mention_row(comparison: &Comparison, finding: &FindingJson, mention: &MentionJson) -> Vec<String> {
    let mut row = vec![String::new(); COLUMNS.len()];
    row[0] = finding.id.clone();
    row[1] = finding.relation.word().to_owned();
    row[2] = finding.kind.word().to_owned();
    row[3] = finding.certainty.word().to_owned();
    row[4] = guarded(&finding.what);
    fill_article(&mut row, comparison, mention.article);
    row[9] = guarded(&mention.text);
    row[10] = bound(mention.low.as_ref());
    row[11] = bound(mention.high.as_ref());
    row[12] = guarded(mention.unit.as_deref().unwrap_or(""));
    let analysis = &comparison.articles[mention.article];
    row[13] = guarded(analysis.claims.get(mention.claim).map_or("", |claim| analysis.words(claim.span)));
    row[14] = (mention.claim + 1).to_string();
    row[15] = mention.start.to_string();
    row[16] = mention.end.to_string();
    row[17] = guarded(&finding.why);
    if let Some(decision) = &finding.decision {
        fill_decision(&mut row, decision);
    }
    row
}

/// Returns what `mention` of `finding` is beside the article `authority`: "differs from C".
fn against(
    comparison: &Comparison,
    finding: &FindingJson,
    mention: &MentionJson,
    authority: Option<usize>,
) -> Option<String> {
    authority?;
    let mut all = comparison.findings.findings.iter().chain(&comparison.findings.agreements);
    let known = all.find(|known| known.id == finding.id)?;
    let is_this = |one: &&Mention| {
        (one.claim.article, one.span.start, one.span.end) == (mention.article, mention.start, mention.end)
    };
    let group = known.mentions.iter().find(is_this)?.group;
    detail::against(known, mention.article, group, authority)
}

/// A row for each place of a decision whose finding is gone.
fn lost_rows(lost: &LostJson) -> Vec<Vec<String>> {
    let row = |place: &LostPlaceJson| {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[1] = "no finding now".to_owned();
        row[2] = lost.kind.word().to_owned();
        row[4] = guarded(&lost.what);
        row[6] = guarded(&place.article);
        row[9] = guarded(&place.text);
        row[13] = guarded(&place.sentence);
        fill_decision(&mut row, &lost.decision);
        row
    };
    lost.places.iter().map(row).collect()
}

fn fill_decision(row: &mut [String], decision: &DecisionJson) {
    row[20] = decision.verdict.map_or("", VerdictJson::word).to_owned();
    row[21] = guarded(&decision.note);
    row[22] = decision.status.word().to_owned();
    row[23] = guarded(&decision.print_value);
    row[24] = guarded(&decision.print_source);
}

fn fill_article(row: &mut [String], comparison: &Comparison, idx: usize) {
    let article = &comparison.articles[idx].article;
    row[5] = letter(idx);
    row[6] = guarded(article.label());
    row[7] = guarded(article.details.title.as_deref().unwrap_or(""));
    row[8] = article.details.published.map(|published| published.to_string()).unwrap_or_default();
    row[18] = guarded(
        &article.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy()).unwrap_or_default(),
    );
    row[19] = article.reading.sha256.clone();
}

fn bound(bound: Option<&Bound>) -> String {
    match bound {
        None => String::new(),
        Some(Bound::Whole(value)) => value.to_string(),
        Some(Bound::Number(value)) => value.to_string(),
        Some(Bound::Text(text)) => text.clone(),
    }
}

/// `text` with an apostrophe before it if a spreadsheet could take it for a formula; spaces, invisible signs and the
/// full-width forms, which some programs pass over or turn into plain ones, are not trusted.
fn guarded(text: &str) -> String {
    let is_passed_over =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\'');
    let first = text.chars().find(|&c| !is_passed_over(c));
    let is_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let is_control_first = text.starts_with(['\t', '\r', '\n']);
    if is_formula || is_control_first { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded() {
        for text in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "－1", "＠x", "\u{feff}=1", "\tx", "\nx"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["three", "26.2 pounds", "1-0", "a=b", "", "−5"] {
            assert_eq!(guarded(text), text);
        }
    }
}
