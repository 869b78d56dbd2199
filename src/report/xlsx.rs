//! A working sheet (Office Open XML, written by [`rust_xlsxwriter`](https://docs.rs/rust_xlsxwriter)): a row for each
//! finding, what each article says of it beside each other, the sentences, the state, the person's word and note.
//!
//! Every cell is text: nothing that articles or people wrote becomes a formula or a link. The same report gives the
//! same bytes.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Face, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::compare::Comparison;
use crate::view::report::{Report, ReportFinding, ReportOptions, report};
use crate::wording::desk_words;
use crate::wording::excerpt;
use crate::wording::report_words as words;
use crate::wording::review_words;
use crate::wording::visible::visible;

/// The most characters that a cell can hold (32,767 by the standard), with room for what is put before them.
const LONGEST_CELL: usize = 32_000;

/// Widths of the columns before and after those of the articles, in characters: what a page of A4 across holds at four
/// fifths of its size with three articles, as long as nobody has decided anything.
const WIDTHS: ([f64; 4], [f64; 8]) = ([6.0, 22.0, 9.0, 14.0], [58.0, 12.0, 11.0, 12.0, 16.0, 20.0, 12.0, 12.0]);
/// Width of an article's column.
const ARTICLE_WIDTH: f64 = 16.0;
/// Height of a line of the default font, in points.
const LINE_HEIGHT: f64 = 15.0;
/// Greatest height of a row, in points, by the standard.
const HIGHEST_ROW: f64 = 409.0;
/// Letters that fit a column as wide as one digit, on average. LibreOffice sets 1.2 of English text in DejaVu Sans;
/// less is counted on, as a row that is too high is better than one that is cut.
const LETTERS_PER_DIGIT: f64 = 1.05;
/// A4.
const PAPER: u8 = 9;
/// Left and right, top and bottom, head and foot of a printed page, in inches.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.5, 0.6, 0.3, 0.3];

/// Returns `comparison` as a working sheet.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> Vec<u8> {
    let report = report(comparison, options);
    let of_session = options.review.sheet().reviewer;
    let reviewer = visible(options.reviewer.as_deref().unwrap_or(&of_session));
    sheet(&report, &reviewer)
        .expect("the names of the sheets are sound, every cell is short enough, and memory can be written")
}

fn sheet(report: &Report, reviewer: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No clock: the day on which such files begin to be written.
    let made = ExcelDateTime::from_ymd(2006, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(excerpt(&report.title, 200)).set_creation_datetime(&made));
    let open = report.conflicts.iter().chain(report.others.iter().flat_map(|group| &group.findings));
    let listed: Vec<(&str, &ReportFinding)> = (report.confirmed.iter().map(|one| (words::CONFIRMED, one)))
        .chain(report.dismissed.iter().map(|one| (words::DISMISSED, one)))
        .chain(open.chain(&report.only_in).map(|one| (words::OPEN, one)))
        .collect();
    findings(book.add_worksheet().set_name(words::FINDINGS_SHEET)?, report, &listed, reviewer)?;
    if !report.hints.is_empty() {
        let hints: Vec<_> = report.hints.iter().map(|one| (words::OPEN, one)).collect();
        findings(book.add_worksheet().set_name(words::HINTS_SHEET)?, report, &hints, reviewer)?;
    }
    story(book.add_worksheet().set_name(words::STORY_SHEET)?, report)?;
    articles(book.add_worksheet().set_name(words::ARTICLES_SHEET)?, report)?;
    notes(&mut book, report)?;
    book.save_to_buffer()
}

/// A row for each of `listed`, with the state it is in.
fn findings(
    sheet: &mut Worksheet,
    report: &Report,
    listed: &[(&str, &ReportFinding)],
    reviewer: &str,
) -> Result<(), XlsxError> {
    let titles: Vec<String> =
        report.articles.iter().map(|article| format!("{} {}", article.letter, article.label)).collect();
    let (first, last) = words::SHEET_COLUMNS;
    let columns: Vec<&str> = first.into_iter().chain(titles.iter().map(String::as_str)).chain(last).collect();
    let widths = WIDTHS.0.into_iter().chain(titles.iter().map(|_| ARTICLE_WIDTH)).chain(WIDTHS.1);
    let widths: Vec<f64> = widths.collect();
    head(sheet, &columns, &widths)?;
    let face = cell_face();
    let mut n_used = 0;
    for (row, (state, finding)) in (1..).zip(listed) {
        let mut values: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for quotation in &finding.quotations {
            let marked = quotation.pieces.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.as_str());
            let printed = marked.collect::<Vec<_>>().join(" … ");
            let value = match (printed.is_empty(), quotation.value.is_empty() || quotation.value == printed) {
                (true, _) => quotation.value.clone(),
                (false, true) => printed,
                (false, false) => format!("{printed} ({})", quotation.value),
            };
            let of_article = values.entry(&quotation.source).or_default();
            if !of_article.contains(&value) {
                of_article.push(value);
            }
        }
        let quotations = finding.quotations.iter().map(|quotation| {
            let words: String = quotation.pieces.iter().map(|piece| piece.text.as_str()).collect();
            format!("{} ({}): {words}", quotation.source, quotation.place)
        });
        let mut cells = vec![finding.id.clone(), finding.what.clone(), (*state).to_owned(), finding.relation.clone()];
        cells.extend(
            titles.iter().map(|title| values.get(title.as_str()).map(|values| values.join("\n")).unwrap_or_default()),
        );
        cells.extend([
            quotations.collect::<Vec<_>>().join("\n"),
            finding.verdict.clone(),
            finding.check.clone(),
            finding.print.clone(),
            finding.print_source.clone(),
            finding.note.join("\n"),
            review_words::minute(&finding.when),
            if finding.when.is_empty() { String::new() } else { reviewer.to_owned() },
        ]);
        write(sheet, row, &cells, &widths, &face)?;
        n_used = n_used.max(cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
    }
    if let (Ok(n_columns), Ok(n_rows)) = (u16::try_from(columns.len()), u32::try_from(listed.len())) {
        sheet.autofilter(0, 0, n_rows, n_columns - 1)?;
        // Columns that nobody has written in yet are not printed.
        if let Some(last) = u16::try_from(n_used).ok().and_then(|n| n.checked_sub(1)) {
            sheet.set_print_area(0, 0, n_rows, last)?;
        }
    }
    Ok(())
}

/// What is at the head of every report, and the counts.
fn story(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    let widths = [24.0, 90.0];
    self::head(sheet, &[desk_words::TITLE, report.title.as_str()], &widths)?;
    let face = cell_face();
    let head = report.head.iter().map(|(label, value)| [(*label).to_owned(), value.clone()]);
    let counts = report.counts.iter().map(|count| [words::COUNTS.to_owned(), count.text.clone()]);
    for (row, cells) in (1..).zip(head.chain(counts)) {
        write(sheet, row, &cells, &widths, &face)?;
    }
    Ok(())
}

fn articles(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    let widths = [8.0, 24.0, 40.0, 17.0, 16.0, 66.0];
    head(sheet, &words::ARTICLE_COLUMNS, &widths)?;
    let face = cell_face();
    for (row, article) in (1..).zip(&report.articles) {
        let source = format!("{}\n{}", article.source, article.sha256);
        let cells = [&article.letter, &article.label, &article.title, &article.published, &article.n_words, &source];
        write(sheet, row, &cells.map(String::clone), &widths, &face)?;
    }
    Ok(())
}

/// Notes that are on no finding, what was mended, and what has no place any more, where there is any.
fn notes(book: &mut Workbook, report: &Report) -> Result<(), XlsxError> {
    let notes = report.notes.iter().map(|note| [note.on.clone(), note.lines.join("\n")]);
    let mended = report.mended.iter().map(|line| [words::MENDED_CELL.to_owned(), line.clone()]);
    let lost = report.lost.iter().map(|line| [words::LOST.to_owned(), line.clone()]);
    let disputed = report.disagreements.iter().map(|line| [desk_words::DISAGREEMENTS.to_owned(), line.clone()]);
    let rows: Vec<[String; 2]> = notes.chain(mended).chain(disputed).chain(lost).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let sheet = book.add_worksheet().set_name(words::NOTES_SHEET)?;
    let widths = [40.0, 90.0];
    head(sheet, &words::NOTE_COLUMNS, &widths)?;
    let face = cell_face();
    for (row, cells) in (1..).zip(&rows) {
        write(sheet, row, cells, &widths, &face)?;
    }
    Ok(())
}

/// The names of `columns` in the first row, which stays in view and is printed on every page.
fn head(sheet: &mut Worksheet, columns: &[&str], widths: &[f64]) -> Result<(), XlsxError> {
    let face = Face::new().set_bold().set_background_color(0xEE_EEEA).set_text_wrap();
    let face = face.set_align(FormatAlign::Top).set_indent(1);
    for (column, (name, &width)) in (0..).zip(columns.iter().zip(widths)) {
        sheet.write_string_with_format(0, column, cut(name), &face)?;
        sheet.set_column_width(column, width)?;
    }
    // Bold letters are wider, and in a sheet that is filtered each cell holds a button too.
    let n_lines = columns.iter().zip(widths).map(|(name, &width)| n_lines(name, width * 0.75)).max().unwrap_or(1);
    sheet.set_row_height(0, row_height(n_lines))?;
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(PAPER);
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_footer("&C&P / &N");
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cell_face() -> Face {
    // A cell keeps clear of the one before it.
    let face = Face::new().set_text_wrap().set_align(FormatAlign::Top).set_indent(1);
    face.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(0xD0_D0D0)
}

/// Height of a row of `n_lines`, in points.
fn row_height(n_lines: usize) -> f64 {
    (n_lines as f64 * LINE_HEIGHT + 3.0).min(HIGHEST_ROW)
}

/// Writes `cells` into columns of these `widths`. The row is as high as its highest cell needs: not every program finds
/// that out by itself before it prints.
fn write(sheet: &mut Worksheet, row: u32, cells: &[String], widths: &[f64], face: &Face) -> Result<(), XlsxError> {
    let n_lines = cells.iter().zip(widths).map(|(cell, &width)| n_lines(cell, width)).max().unwrap_or(1);
    sheet.set_row_height(row, row_height(n_lines))?;
    for (column, cell) in (0..).zip(cells) {
        match cell.is_empty() {
            true => sheet.write_blank(row, column, face)?,
            false => sheet.write_string_with_format(row, column, cut(cell), face)?,
        };
    }
    Ok(())
}

/// How many lines `text` takes in a column of `width`, broken between words.
fn n_lines(text: &str, width: f64) -> usize {
    let n_letters = (width * LETTERS_PER_DIGIT).max(1.0) as usize;
    let lines_of = |line: &str| {
        let (mut n_lines, mut at) = (1, 0);
        for word in line.split(' ') {
            let n = word.chars().count();
            if at > 0 && at + n > n_letters {
                n_lines += 1;
                at = 0;
            }
            // A word longer than a line is broken.
            n_lines += (at + n).saturating_sub(1) / n_letters;
            at = if at + n > n_letters { (at + n) % n_letters } else { at + n } + 1;
        }
        n_lines
    };
    text.split('\n').map(lines_of).sum()
}

/// `text` as long as a cell can hold it, counted in UTF-16 as the standard does.
fn cut(text: &str) -> String {
    let mut n_units = 0;
    let is_within = |c: &char| {
        n_units += c.len_utf16();
        n_units <= LONGEST_CELL
    };
    text.chars().take_while(is_within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_as_high_as_its_lines() {
        let check = |text: &str, expected: usize| assert_eq!(n_lines(text, 10.0), expected, "{text:?}");
        // Ten letters fit.
        check("", 1);
        check("nine men", 1);
        check("nine men fled", 2);
        check("nine\nmen", 2);
        check("nine men\nnine men fled", 3);
        check(&"x".repeat(10), 1);
        check(&"x".repeat(11), 2);
        check(&"x".repeat(35), 4);
        check("a bbbbbbbbbbbbbbb c", 3);
    }
}
