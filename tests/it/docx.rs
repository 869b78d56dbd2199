//! Word documents, read back: what a report says is in them, under headings and in tables.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use crosscheck::report::{Format, render};
use crosscheck::view::report::{ReportOptions, report};
use crosscheck::wording::report_words;
use docx_rs::{
    CommentChild, DocumentChild, Paragraph, ParagraphChild, TableCellContent, TableChild, TableRowChild, read_docx,
};
use zip::ZipArchive;

use crate::stories;

/// The words of a report: a Word document paragraph by paragraph, a sheet cell by cell, any other format as it is.
pub(crate) fn words_of(format: Format, bytes: &[u8]) -> String {
    if format == Format::Xlsx {
        return cells(bytes).join("\n");
    }
    if format != Format::Docx {
        return String::from_utf8(bytes.to_vec()).unwrap();
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    for paragraph in xml.split("</w:p>") {
        let runs = paragraph.split("<w:t ").skip(1);
        text.extend(runs.map(|run| run.split_once('>').unwrap().1.split("</w:t>").next().unwrap()));
        text.push('\n');
    }
    resolved(text)
}

/// The texts of a working sheet, each once.
pub(crate) fn cells(bytes: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut xml).unwrap();
    let texts = xml.split("<t").skip(1).map(|text| text.split_once('>').unwrap().1.split("</t>").next().unwrap());
    texts.map(|text| resolved(text.to_owned())).collect()
}

/// `text` with its entities resolved; the reader of docx-rs would go on to resolve those that articles have printed.
fn resolved(text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

/// The paragraphs of the document in `bytes`, those of tables among them.
pub(crate) fn paragraphs(bytes: &[u8]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    for child in read_docx(bytes).unwrap().document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => paragraphs.push(*paragraph),
            DocumentChild::Table(table) => {
                for TableChild::TableRow(row) in table.rows {
                    for TableRowChild::TableCell(cell) in row.cells {
                        paragraphs.extend(cell.children.into_iter().filter_map(|content| match content {
                            TableCellContent::Paragraph(paragraph) => Some(*paragraph),
                            _ => None,
                        }));
                    }
                }
            }
            _ => {}
        }
    }
    paragraphs
}

#[test]
fn a_document_says_what_the_report_says_and_outlines_it() {
    for folder in stories::folders() {
        let comparison = stories::compared(&stories::articles(&folder));
        let options = ReportOptions::default();
        let bytes = render(Format::Docx, &comparison, &options);
        assert!(bytes == render(Format::Docx, &comparison, &options), "the same report, the same bytes");
        let text = words_of(Format::Docx, &bytes);
        let report = report(&comparison, &options);
        let groups = report.others.iter().flat_map(|group| &group.findings);
        for finding in report.conflicts.iter().chain(groups) {
            assert!(text.contains(&format!("{} {} {}\n", finding.id, finding.look.glyph(), finding.what)));
            assert!(text.contains(&finding.why));
            for quotation in &finding.quotations {
                let words: String = quotation.pieces.iter().map(|piece| piece.text.as_str()).collect();
                assert!(text.contains(&format!("“{words}”\n")), "{words}");
            }
        }
        for list in &report.not_compared {
            assert!(list.places.iter().all(|(_, words)| text.contains(words.as_str())), "{}", list.heading);
        }
        let style = |paragraph: &Paragraph| paragraph.property.style.as_ref().map(|style| style.val.clone());
        let mut headings = paragraphs(&bytes);
        headings.retain(|paragraph| style(paragraph).as_deref() == Some("Heading1"));
        let headings: Vec<String> = headings.iter().map(Paragraph::raw_text).collect();
        assert!(headings.iter().any(|heading| heading == report_words::CONFLICTS), "{headings:?}");
        assert!(headings.iter().any(|heading| heading == report_words::NOT_COMPARED));
    }
}

/// Whether there is anything but runs of text in `paragraph`, and comments that hold such runs alone.
pub(crate) fn is_more_than_text(paragraph: &Paragraph) -> bool {
    paragraph.children.iter().any(|child| match child {
        ParagraphChild::Run(_) | ParagraphChild::CommentEnd(_) => false,
        ParagraphChild::CommentStart(start) => start.comment.children.iter().any(|child| match child {
            CommentChild::Paragraph(paragraph) => is_more_than_text(paragraph),
            CommentChild::Table(_) => true,
        }),
        _ => true,
    })
}

#[test]
fn the_texts_follow_with_a_comment_for_each_finding() {
    for folder in stories::folders() {
        let comparison = stories::compared(&stories::articles(&folder));
        let options = ReportOptions::default();
        let bytes = render(Format::Docx, &comparison, &options);
        let report = report(&comparison, &options);
        let text = words_of(Format::Docx, &bytes);
        let (_, texts) = text.rsplit_once(report_words::TEXTS).unwrap();
        for analysis in &comparison.articles {
            for claim in &analysis.claims {
                let words = crosscheck::wording::visible::visible(analysis.words(claim.span));
                assert!(texts.contains(&words), "{words}");
            }
        }
        let mut of_finding: BTreeMap<String, usize> = BTreeMap::new();
        for paragraph in paragraphs(&bytes) {
            for child in &paragraph.children {
                if let ParagraphChild::CommentStart(start) = child {
                    let CommentChild::Paragraph(first) = &start.comment.children[0] else { panic!("a table") };
                    let id = first.raw_text().split(' ').next().unwrap().to_owned();
                    *of_finding.entry(id).or_default() += 1;
                }
            }
        }
        let listed = report.conflicts.iter().chain(report.others.iter().flat_map(|group| &group.findings));
        for finding in listed.chain(&report.only_in) {
            let known = comparison.findings.findings.iter().find(|known| known.id == finding.id).unwrap();
            let articles: BTreeSet<usize> = known.mentions.iter().map(|mention| mention.claim.article).collect();
            assert_eq!(of_finding.get(&finding.id), Some(&articles.len()), "{}", finding.id);
        }
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/comments.xml").unwrap().read_to_string(&mut xml).unwrap();
        let n_comments: usize = of_finding.values().sum();
        assert_eq!(xml.matches("<w:comment ").count(), n_comments, "each comment stands once");
        xml.clear();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        assert_eq!(xml.matches("<w:tblHeader />").count(), xml.matches("<w:tbl>").count());
    }
}
