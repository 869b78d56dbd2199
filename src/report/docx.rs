//! A Word document for editing (Office Open XML, ECMA-376, written by [`docx-rs`](https://docs.rs/docx-rs)): headings
//! that the outline shows, lists, and one table for each finding.
//!
//! The words of articles are plain text in it: nothing becomes a field, a link or markup. Characters that XML cannot
//! hold are replaced. The paragraphs are numbered here, so that the same report gives the same bytes. The first row of
//! a table is marked as a header in the finished document, for which the library has no way: it is repeated on every
//! page. The report is followed by the articles' own texts with comments.

mod texts;

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering, NumberingId,
    Paragraph, Run, RunFonts, Shading, SpecialIndentType, Start, Style, StyleType, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

use crate::compare::Comparison;
use crate::view::report::{NotComparedList, Piece, Report, ReportFinding, ReportOptions, report};
use crate::wording::desk_words;
use crate::wording::look::Look;
use crate::wording::note_words as notes;
use crate::wording::report_words as words;

/// Width of the text on an A4 page within its margins, in twentieths of a point.
const WIDTH: usize = 9_000;
/// The face of the text; every office program has it or one as wide.
const FACE: &str = "Calibri";
/// Size of the text and of the headings from the title down, in half points.
const SIZE: usize = 21;
const HEADING_SIZES: [usize; 5] = [40, 30, 26, 23, 21];
/// Behind the names of columns.
const HEAD_FILL: &str = "EEEEEA";
/// The one kind of list; number 1 is taken by the library's own numbered list.
const BULLETS: usize = 2;

/// Returns `comparison` as a Word document.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> Vec<u8> {
    let mut page = Page::default();
    let report = report(comparison, options);
    page.report(&report);
    page.texts(comparison, &report, options);
    let mut bytes = Cursor::new(Vec::new());
    let mut document = page.document().build();
    document.document = with_head_rows(document.document);
    document.pack(&mut bytes).expect("writing to memory does not fail");
    bytes.into_inner()
}

/// A part of the document.
enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// The document as it grows.
#[derive(Default)]
struct Page {
    blocks: Vec<Block>,
    n_paragraphs: u32,
    n_comments: usize,
}

impl Page {
    fn report(&mut self, report: &Report) {
        self.heading(0, &report.title);
        for (label, value) in &report.head {
            self.item(vec![plain(&format!("{label}: {value}"))]);
        }
        self.heading(1, words::COUNTS);
        for count in &report.counts {
            self.item(vec![plain(&count.text)]);
        }
        self.articles(report);
        for (heading, findings) in report.decided() {
            self.heading(1, heading);
            self.findings(findings, 2);
        }
        let open = |heading| words::open(heading, report.is_decided());
        if report.choice.lists_conflicts() {
            self.heading(1, &open(words::CONFLICTS));
            self.findings(&report.conflicts, 2);
        }
        if report.lists_others() {
            self.heading(1, &open(words::OTHERS));
            if report.others.is_empty() {
                self.line(vec![plain(words::NONE)]);
            }
        }
        for group in &report.others {
            self.heading(2, words::group_heading(group.look));
            self.findings(&group.findings, 3);
        }
        self.only_in(report);
        if report.lists_agreements() {
            self.agreements(report);
        }
        self.notes(report);
        if !report.disagreements.is_empty() {
            self.heading(1, desk_words::DISAGREEMENTS);
            for line in &report.disagreements {
                self.item(vec![plain(line)]);
            }
        }
        if !report.lost.is_empty() {
            self.heading(1, words::LOST);
            for line in &report.lost {
                self.item(vec![plain(line)]);
            }
        }
        if report.choice.is_whole() {
            self.heading(1, words::NOT_COMPARED);
            if report.not_compared.is_empty() {
                self.line(vec![plain(words::all_compared(report.articles.len()))]);
            }
        }
        for list in &report.not_compared {
            self.not_compared(list);
        }
        if !report.hints.is_empty() {
            self.heading(1, &words::hints(report.hints.len()));
            self.line(vec![plain(words::HINTS_MEANING)]);
            self.findings(&report.hints, 2);
        }
        self.heading(1, words::METHOD);
        for sentence in &report.method {
            self.item(vec![plain(sentence)]);
        }
        for look in Look::ALL {
            let name = format!("{} {}", look.glyph(), look.name());
            self.item(vec![bold(&name), plain(&format!(": {}", words::meaning(look)))]);
        }
    }

    fn articles(&mut self, report: &Report) {
        self.heading(1, words::ARTICLES);
        let rows = report.articles.iter().map(|article| {
            let mut n_words = vec![plain(&article.n_words)];
            n_words.extend(article.notes.iter().map(|note| plain(&format!("; {note}"))));
            let mut source = vec![plain(&article.source)];
            if !article.sha256.is_empty() {
                source.push(plain(&format!(" {}", article.sha256)));
            }
            let [letter, label, title, published] =
                [&article.letter, &article.label, &article.title, &article.published].map(|cell| vec![plain(cell)]);
            vec![letter, label, title, published, n_words, source]
        });
        let widths = [1_000, 1_450, 1_950, 1_250, 1_250, 2_100];
        self.table(&words::ARTICLE_COLUMNS, &widths, rows.collect());
        for sentence in &report.origins {
            self.line(vec![plain(sentence)]);
        }
    }

    fn findings(&mut self, findings: &[ReportFinding], level: usize) {
        if findings.is_empty() {
            self.line(vec![plain(words::NONE)]);
        }
        for finding in findings {
            self.heading(level, &format!("{} {} {}", finding.id, finding.look.glyph(), finding.what));
            self.line(vec![plain(&finding.relation)]);
            let has_values = finding.has_values();
            let rows = finding.quotations.iter().map(|quotation| {
                let mut cells = vec![vec![plain(&quotation.source)]];
                if has_values {
                    cells.push(vec![plain(&quotation.value)]);
                }
                cells.push(quoted(&quotation.pieces));
                cells.push(vec![plain(&quotation.place)]);
                cells
            });
            let rows = rows.collect();
            let [source, value, quotation, place] = words::VALUE_COLUMNS;
            match has_values {
                true => self.table(&[source, value, quotation, place], &[1_500, 1_300, 4_700, 1_500], rows),
                false => self.table(&[source, quotation, place], &[1_500, 6_000, 1_500], rows),
            }
            if !finding.why.is_empty() {
                self.line(vec![plain(&format!("{}: {}", words::WHY, finding.why))]);
            }
            if !finding.silent.is_empty() {
                self.line(vec![plain(&finding.silent)]);
            }
            if !finding.decision.is_empty() {
                self.line(vec![decided(&finding.decision)]);
            }
            self.note(&finding.note);
        }
    }

    /// The lines of a person's note, a paragraph each.
    fn note(&mut self, note: &[String]) {
        for (idx, line) in note.iter().enumerate() {
            let lead = if idx == 0 { vec![bold(&format!("{}: ", notes::NOTE))] } else { Vec::new() };
            self.line(lead.into_iter().chain([plain(line)]).collect());
        }
    }

    /// Notes that are on no finding, and what was linked and unlinked by hand.
    fn notes(&mut self, report: &Report) {
        if !report.notes.is_empty() {
            self.heading(1, notes::HEADING);
        }
        for note in &report.notes {
            self.line(vec![bold(&note.on)]);
            for line in &note.lines {
                self.line(vec![plain(line)]);
            }
        }
        if !report.mended.is_empty() {
            self.heading(1, notes::MENDED);
        }
        for line in &report.mended {
            self.item(vec![plain(line)]);
        }
    }

    fn only_in(&mut self, report: &Report) {
        if !report.lists_only_in() {
            return;
        }
        self.heading(1, &words::open(words::ONLY_IN, report.is_decided()));
        if report.only_in.is_empty() {
            self.line(vec![plain(words::NONE)]);
        }
        for finding in &report.only_in {
            for place in &finding.quotations {
                let mut runs = vec![plain(&format!("{} ", finding.id)), bold(&place.source)];
                runs.push(plain(&format!(", {}: ", place.place)));
                runs.extend(quoted(&place.pieces));
                self.item(runs);
            }
            self.note(&finding.note);
        }
    }

    fn agreements(&mut self, report: &Report) {
        self.heading(1, words::AGREEMENTS);
        if report.agreements.is_empty() {
            return self.line(vec![plain(words::NONE)]);
        }
        let rows = report.agreements.iter().map(|agreement| {
            let mut printed = vec![plain(&agreement.printed.join(" · "))];
            if !agreement.note.is_empty() {
                printed.push(plain(&format!(" ({}: {})", notes::NOTE, agreement.note.join(" "))));
            }
            vec![vec![plain(&agreement.id)], vec![plain(&agreement.what)], printed]
        });
        self.table(&words::AGREEMENT_COLUMNS, &[1_000, 3_500, 4_500], rows.collect());
    }

    fn not_compared(&mut self, list: &NotComparedList) {
        self.heading(2, &list.heading);
        for (place, words) in &list.places {
            let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
            self.item(vec![plain(&format!("{place}“{words}”"))]);
        }
    }

    /// A heading; level 0 is the title.
    fn heading(&mut self, level: usize, text: &str) {
        let paragraph = self.paragraph(vec![plain(text)]).style(&style_id(level)).keep_next(true);
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    fn line(&mut self, runs: Vec<Run>) {
        let paragraph = self.paragraph(runs).line_spacing(LineSpacing::new().before(60).after(60));
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    fn add(&mut self, paragraph: Paragraph) {
        let paragraph = paragraph.line_spacing(LineSpacing::new().before(60).after(60));
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// An entry of a list.
    fn item(&mut self, runs: Vec<Run>) {
        let paragraph = self.paragraph(runs).numbering(NumberingId::new(BULLETS), IndentLevel::new(0));
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// A table with the names of its `columns` in the first row; each row has a cell of runs for each column.
    fn table(&mut self, columns: &[&str], widths: &[usize], rows: Vec<Vec<Vec<Run>>>) {
        let head = columns.iter().map(|column| vec![bold(column)]).collect();
        let rows = std::iter::once(head).chain(rows).enumerate().map(|(idx, cells): (usize, Vec<Vec<Run>>)| {
            let cells = cells.into_iter().zip(widths).map(|(runs, &width)| {
                let cell = TableCell::new().width(width, WidthType::Dxa).add_paragraph(self.paragraph(runs));
                if idx == 0 { cell.shading(Shading::new().fill(HEAD_FILL)) } else { cell }
            });
            TableRow::new(cells.collect()).cant_split()
        });
        let table = Table::new(rows.collect())
            .set_grid(widths.to_vec())
            .width(WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(40, 80, 40, 80));
        self.blocks.push(Block::Table(Box::new(table)));
    }

    fn paragraph(&mut self, runs: Vec<Run>) -> Paragraph {
        self.n_paragraphs += 1;
        // Below 0x8000_0000, as the standard asks of these numbers.
        let paragraph = Paragraph::new().id(format!("{:08x}", self.n_paragraphs & 0x7fff_ffff));
        runs.into_iter().fold(paragraph, Paragraph::add_run)
    }

    fn document(self) -> Docx {
        let bullet =
            Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"));
        let bullet = bullet.indent(Some(360), Some(SpecialIndentType::Hanging(260)), None, None);
        let mut docx = Docx::new()
            .default_fonts(RunFonts::new().ascii(FACE).hi_ansi(FACE).cs(FACE).east_asia(FACE))
            .default_size(SIZE)
            .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
            .add_numbering(Numbering::new(BULLETS, BULLETS));
        for (level, size) in HEADING_SIZES.into_iter().enumerate() {
            docx = docx.add_style(style(level, size));
        }
        self.blocks.into_iter().fold(docx, |docx, block| match block {
            Block::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Block::Table(table) => docx.add_table(*table),
        })
    }
}

/// The style of a heading; level 0 is the title. The names are those that office programs know as headings.
fn style(level: usize, size: usize) -> Style {
    let name = if level == 0 { "Title".to_owned() } else { format!("heading {level}") };
    let spacing = LineSpacing::new().before(if level == 0 { 0 } else { 280 }).after(80);
    let style = Style::new(style_id(level), StyleType::Paragraph).name(name).size(size).bold().line_spacing(spacing);
    if level == 0 { style } else { style.outline_lvl(level - 1) }
}

fn style_id(level: usize) -> String {
    if level == 0 { "Title".to_owned() } else { format!("Heading{level}") }
}

/// `document`, the text of a finished document, with the first row of each table as its header. What articles print is
/// escaped in it: only the library writes these elements.
fn with_head_rows(document: Vec<u8>) -> Vec<u8> {
    const TABLE: &str = "<w:tbl>";
    const ROW: &str = "<w:trPr>";
    let text = match String::from_utf8(document) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    let mut tables = text.split(TABLE);
    let mut whole = tables.next().unwrap_or("").to_owned();
    for table in tables {
        whole += TABLE;
        whole += &table.replacen(ROW, "<w:trPr><w:tblHeader />", 1);
    }
    whole.into_bytes()
}

/// `text` with every sign replaced that XML cannot hold.
fn sound(text: &str) -> String {
    text.replace(is_no_xml, "\u{fffd}")
}

fn plain(text: &str) -> Run {
    Run::new().add_text(sound(text))
}

fn bold(text: &str) -> Run {
    plain(text).bold()
}

fn decided(decision: &str) -> Run {
    bold(&format!("{}: {decision}", words::DECISION))
}

/// A quotation with the words in question in bold.
fn quoted(pieces: &[Piece]) -> Vec<Run> {
    let inner = pieces.iter().map(|piece| if piece.is_marked { bold(&piece.text) } else { plain(&piece.text) });
    std::iter::once(plain("“")).chain(inner).chain(std::iter::once(plain("”"))).collect()
}

/// Returns whether XML 1.0 has no way to write `c` (<https://www.w3.org/TR/xml/#charsets>).
pub(super) fn is_no_xml(c: char) -> bool {
    !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        let check = |text: &str, expected: &str| assert_eq!(text.replace(is_no_xml, "\u{fffd}"), expected);
        check("three <b> & \u{1f6b2} é", "three <b> & \u{1f6b2} é");
        check("a\u{0}b\u{1b}c\u{ffff}d\u{b}", "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}");
    }
}
