//! Every stage of every sample story as plain text beside its snapshot: a difference shows which stage moved.
//!
//! `INSTA_UPDATE=always cargo test --test it samples` writes them anew; read the difference before it is committed.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use crosscheck::alignment::{ClaimId, Link};
use crosscheck::compare::Comparison;
use crosscheck::figures::{Figure, Quantity, Range};
use crosscheck::report::{Format, render};
use crosscheck::text::Span;
use crosscheck::view::report::ReportOptions;
use crosscheck::wording;
use crosscheck::wording::look::letter;
use crosscheck::wording::value::value_text;

use crate::stories;

#[test]
fn every_stage_of_every_story() {
    for folder in stories::folders() {
        let mut articles = stories::articles(&folder);
        for article in &mut articles {
            // Lines of the report are broken by width: where the project lies must not move them.
            let name = article.path.as_ref().and_then(|path| path.file_name()).map(PathBuf::from);
            Arc::make_mut(article).path = name;
        }
        let comparison = stories::compared(&articles);
        let story = folder.file_name().unwrap().to_string_lossy();
        let options = ReportOptions { hints: true, ..ReportOptions::default() };
        let report = String::from_utf8(render(Format::Text, &comparison, &options)).unwrap();
        for (stage, dump) in [
            ("1-articles", articles_dump(&comparison)),
            ("2-claims", claims_dump(&comparison)),
            ("3-figures", figures_dump(&comparison)),
            ("4-alignment", alignment_dump(&comparison)),
            ("5-findings", findings_dump(&comparison)),
            ("6-report", report),
        ] {
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{story}.{stage}"), dump);
            });
        }
    }
}

/// What was read of each file: its details, its blocks, what was left out.
fn articles_dump(comparison: &Comparison) -> String {
    let mut out = String::new();
    for (idx, analysis) in comparison.articles.iter().enumerate() {
        let article = &analysis.article;
        let details = &article.details;
        let given = |detail: &Option<String>| detail.clone().unwrap_or_else(|| "-".to_owned());
        let published = details.published.map_or_else(|| "-".to_owned(), |published| published.to_string());
        let format = article.reading.format;
        writeln!(out, "{} {} ({format:?}, {})", letter(idx), article.name, article.reading.encoding).unwrap();
        writeln!(out, "  title {} | outlet {}", given(&details.title), given(&details.outlet)).unwrap();
        writeln!(out, "  byline {} | published {published}", given(&details.byline)).unwrap();
        for block in &article.blocks {
            writeln!(out, "  {:?}: {}", block.kind, one_line(analysis.words(block.span))).unwrap();
        }
        for dropped in &article.dropped {
            writeln!(out, "  left out, {:?}: {}", dropped.why, one_line(&dropped.text)).unwrap();
        }
        for note in &article.notes {
            writeln!(out, "  note {note:?}").unwrap();
        }
    }
    out
}

/// Sentences with their clauses parted by `|`, their quotations and who is credited.
fn claims_dump(comparison: &Comparison) -> String {
    let mut out = String::new();
    for (idx, analysis) in comparison.articles.iter().enumerate() {
        for (claim_idx, claim) in analysis.claims.iter().enumerate() {
            let clauses: Vec<String> = claim.clauses.iter().map(|&clause| one_line(analysis.words(clause))).collect();
            writeln!(out, "{}{claim_idx} {}", letter(idx), clauses.join(" | ")).unwrap();
            for &quote in &claim.quotes {
                writeln!(out, "    quotation: {}", one_line(analysis.words(quote))).unwrap();
            }
            if let Some(attribution) = claim.attribution {
                let source = attribution.source.map_or("-", |source| analysis.words(source));
                writeln!(out, "    credited: {} ({source})", one_line(analysis.words(attribution.span))).unwrap();
            }
        }
    }
    out
}

/// Every figure: printed words, kind, value, what is counted, and how it is qualified.
fn figures_dump(comparison: &Comparison) -> String {
    let mut out = String::new();
    for (idx, analysis) in comparison.articles.iter().enumerate() {
        for (claim_idx, figures) in analysis.figures.iter().enumerate() {
            for figure in figures {
                let words = |span: Span| one_line(analysis.words(span));
                writeln!(out, "{}{claim_idx} {}", letter(idx), figure_line(figure, words)).unwrap();
            }
        }
    }
    out
}

fn figure_line(figure: &Figure, words: impl Fn(Span) -> String) -> String {
    let mut line = format!("‹{}› {:?} {}", words(figure.span), figure.kind, value(&figure.quantity));
    if let Some(what) = figure.what {
        write!(line, " of {} ({})", words(what.phrase), words(what.head)).unwrap();
    }
    if let Some(hedge) = figure.hedge {
        write!(line, ", hedged {:?} by {}", hedge.lean, words(hedge.span)).unwrap();
    }
    if let Some(role) = figure.role {
        write!(line, ", {role:?} in a change").unwrap();
    }
    if let Some(whole) = figure.part_of {
        write!(line, ", part of {}", words(whole)).unwrap();
    }
    if figure.is_increment {
        line.push_str(", more");
    }
    line
}

fn value(quantity: &Quantity) -> String {
    match &quantity.range {
        Range::Date { low, high } if low == high => low.map_or_else(|| "-".to_owned(), |day| day.to_string()),
        Range::Number { .. } | Range::Date { .. } | Range::Time { .. } => value_text(quantity),
    }
}

/// Links with their score and what decided them, then the rows.
fn alignment_dump(comparison: &Comparison) -> String {
    let mut out = String::new();
    let sentence = |id: ClaimId| {
        let analysis = &comparison.articles[id.article];
        one_line(analysis.words(analysis.claims[id.claim].span))
    };
    for (idx, row) in comparison.alignment.rows.iter().enumerate() {
        writeln!(out, "row {idx}").unwrap();
        for &id in &row.claims {
            writeln!(out, "  {}{} {}", letter(id.article), id.claim.0, sentence(id)).unwrap();
        }
    }
    let mut list = |title: &str, links: &[Link]| {
        writeln!(out, "{title}").unwrap();
        for Link { a, b, score, certainty, shared } in links {
            let pair = format!("{}{} {}{}", letter(a.article), a.claim.0, letter(b.article), b.claim.0);
            writeln!(out, "  {pair} {score:.2} {certainty:?}: {}", shared.join(", ")).unwrap();
        }
    };
    list("links", &comparison.alignment.links);
    list("near misses", &comparison.alignment.near_misses);
    for copied in &comparison.alignment.copied {
        let (a, b) = (letter(copied.a), letter(copied.b));
        writeln!(out, "{a} and {b} share {:.0}% word for word", copied.share * 100.0).unwrap();
    }
    writeln!(out, "origins {:?}", comparison.alignment.origins).unwrap();
    out
}

/// Findings and agreements, a line each, then their places.
fn findings_dump(comparison: &Comparison) -> String {
    let mut out = String::new();
    let findings = &comparison.findings;
    for finding in findings.findings.iter().chain(&findings.agreements) {
        let (relation, certainty) = (wording::relation(finding.relation), finding.certainty);
        writeln!(out, "{} {:?} {relation} {certainty:?}: {}", finding.id, finding.kind, finding.what).unwrap();
        for mention in &finding.mentions {
            let words = one_line(comparison.articles[mention.claim.article].words(mention.span));
            let value = mention.quantity.as_ref().map(value).unwrap_or_default();
            let place = format!("{}{}", letter(mention.claim.article), mention.claim.claim.0);
            writeln!(out, "  {} {place} ‹{words}› {value}", mention.group).unwrap();
        }
        writeln!(out, "  {}", wording::why(finding)).unwrap();
    }
    for left in &findings.not_compared {
        let words = one_line(comparison.articles[left.article].words(left.span));
        writeln!(out, "not compared, {}: {} {words}", wording::not_compared(left.why), letter(left.article)).unwrap();
    }
    out
}

/// `words` with white space folded, so that a dump has a line for each thing.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
