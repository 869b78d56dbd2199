//! Reports: a comparison as JSON, HTML, Word document, Markdown, working sheet, CSV, plain text, Web Annotations or
//! TEI.
//!
//! Takes a [`Comparison`] and what only the caller knows ([`ReportOptions`]). Returns the bytes of a report, by
//! [`render`], or a file, by [`save::save`]. What a report says and in which order is decided in
//! [`crate::view::report`]; a format only lays it out and escapes it. The same comparison and options give the same
//! bytes: no clock, no locale.
//!
//! Every format treats the articles' words as hostile: HTML and Markdown escape them, CSV guards them against being
//! taken for formulas, plain text and Markdown replace control characters. JSON and CSV keep them to the byte.

pub mod html;

pub mod markdown;

pub mod docx;

pub mod csv;

pub mod xlsx;

pub mod json;

pub mod annotations;

pub mod tei;

pub mod text;

pub mod save;

use std::ffi::OsStr;
use std::path::Path;

use crate::compare::Comparison;
use crate::view::report::ReportOptions;

/// A format of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page for people, in one file.
    Html,
    /// A Word document, for editing.
    Docx,
    /// Markdown, for editing.
    Markdown,
    /// A table with one row for each place, for the spreadsheet.
    Csv,
    /// A working sheet, with a row for each finding.
    Xlsx,
    /// The contract `crosscheck/1`, for programs.
    Json,
    /// A summary for the terminal.
    Text,
    /// W3C Web Annotations, in JSON-LD.
    Annotations,
    /// TEI, for textual scholars.
    Tei,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 9] = [
        Self::Html,
        Self::Docx,
        Self::Markdown,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Text,
        Self::Annotations,
        Self::Tei,
    ];

    /// Returns the ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Text => "txt",
            Self::Annotations => "jsonld",
            Self::Tei => "xml",
        }
    }

    /// Returns the format that the ending of `path` asks for; `None` where it is unknown.
    ///
    /// ```
    /// use crosscheck::report::Format;
    /// assert_eq!(Format::of_path("story.HTML".as_ref()), Some(Format::Html));
    /// assert_eq!(Format::of_path("story".as_ref()), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
        match ending.as_str() {
            "htm" => Some(Self::Html),
            "markdown" => Some(Self::Markdown),
            "tei" => Some(Self::Tei),
            other => Self::ALL.into_iter().find(|format| format.ending() == other),
        }
    }
}

/// Returns `comparison` as a report in `format`.
pub fn render(format: Format, comparison: &Comparison, options: &ReportOptions) -> Vec<u8> {
    match format {
        Format::Html => html::render(comparison, options).into_bytes(),
        Format::Docx => docx::render(comparison, options),
        Format::Markdown => markdown::render(comparison, options).into_bytes(),
        Format::Csv => csv::render(comparison, options),
        Format::Xlsx => xlsx::render(comparison, options),
        Format::Json => json::render(comparison, options).into_bytes(),
        Format::Text => text::render(comparison, options).into_bytes(),
        Format::Annotations => annotations::render(comparison, options).into_bytes(),
        Format::Tei => tei::render(comparison, options).into_bytes(),
    }
}
