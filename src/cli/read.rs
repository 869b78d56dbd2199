//! `crosscheck read`: what was read of each file.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use rayon::prelude::*;
use serde::Serialize;

use super::inputs;
use super::output::{TROUBLE, complain};
use crate::analysis::n_figures_left_out;
use crate::article::{Article, BlockKind, Pages, open, read_all_telling};
use crate::session::Session;
use crate::wording::reading_words as wording;

/// How many files are read at once.
const CHUNK: usize = 64;

/// What is read of each file.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  crosscheck read post.html wire.txt\n  crosscheck read --format json *.html | jq -r .title"
)]
pub struct Read {
    /// Articles: text, saved pages, documents, messages, folders of them, or sessions; `-` for standard input.
    #[arg(required_unless_present = "apart", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Reads standard input as a file of this name and answers in the program's own way: see `article::open`.
    #[arg(long, hide = true, value_name = "NAME")]
    apart: Option<String>,
    /// A summary for people, or one JSON object a line.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

pub(super) fn run(read: &Read) -> anyhow::Result<ExitCode> {
    let mut output = BufWriter::new(io::stdout().lock());
    if let Some(name) = &read.apart {
        // That nobody hears it changes nothing.
        let tell = |pages: Pages| io::stderr().write_all(pages.line().as_bytes()).unwrap_or_default();
        let answer: open::Answer = read_all_telling(&open::stdin_bytes()?, name, &tell);
        serde_json::to_writer(&mut output, &answer)?;
        output.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut n_failed = 0_usize;
    let mut files = Vec::with_capacity(read.files.len());
    for file in open::files(&read.files) {
        match file {
            Ok(file) => files.push(file),
            Err(error) => {
                complain(&error);
                n_failed += 1;
            }
        }
    }
    for chunk in files.chunks(CHUNK) {
        let sessions: Vec<anyhow::Result<Session>> = chunk.par_iter().map(|path| inputs::open(path)).collect();
        for session in sessions {
            match session {
                Ok(session) => {
                    for article in &session.articles {
                        write(&mut output, article, read.format)?;
                    }
                }
                Err(error) => {
                    output.flush()?;
                    complain(&error);
                    n_failed += 1;
                }
            }
        }
        output.flush()?;
    }
    Ok(ExitCode::from(if n_failed > 0 { TROUBLE } else { 0 }))
}

fn write(output: &mut impl Write, article: &Article, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Text => summary(output, article)?,
        Format::Json => {
            serde_json::to_writer(&mut *output, &Line::of(article))?;
            writeln!(output)?;
        }
    }
    Ok(())
}

/// One article as `--format json` writes it.
///
/// `text` is the text without the headline, which is `title`: what is in the article proper.
#[derive(Serialize)]
struct Line<'a> {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<usize>,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<String>,
    address: Option<&'a str>,
    archive: Option<&'a str>,
    retrieved: Option<String>,
    encoding: &'a str,
    sha256: &'a str,
    text: &'a str,
    dropped: Vec<DroppedLine<'a>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct DroppedLine<'a> {
    text: &'a str,
    why: &'static str,
    n_figures: usize,
}

impl<'a> Line<'a> {
    fn of(article: &'a Article) -> Self {
        let details = &article.details;
        Self {
            path: path_of(article),
            part: Some(article.reading.part).filter(|part| *part > 0),
            title: details.title.as_deref(),
            outlet: details.outlet.as_deref(),
            byline: details.byline.as_deref(),
            published: details.published.map(|published| published.to_string()),
            address: details.address.as_deref(),
            archive: details.archive.as_deref(),
            retrieved: details.retrieved.map(|time| time.to_string()),
            encoding: article.reading.encoding,
            sha256: &article.reading.sha256,
            text: article.body(),
            dropped: article
                .dropped
                .iter()
                .zip(n_figures_left_out(article))
                .map(|(dropped, n_figures)| {
                    let why = wording::drop_reason(dropped.why);
                    DroppedLine { text: &dropped.text, why, n_figures }
                })
                .collect(),
            notes: article.notes.iter().map(wording::note).collect(),
        }
    }
}

fn path_of(article: &Article) -> String {
    article.path.as_ref().map_or_else(|| article.name.clone(), |path| path.display().to_string())
}

/// What people want to know at a glance: where from, how much was kept, how it begins, and what was left out.
fn summary(output: &mut impl Write, article: &Article) -> io::Result<()> {
    let details = &article.details;
    writeln!(output, "{}", path_of(article))?;
    let published = details.published.map(|published| published.to_string());
    let retrieved = details.retrieved.map(|time| time.to_string());
    for (name, value) in [
        ("title", &details.title),
        ("outlet", &details.outlet),
        ("byline", &details.byline),
        ("published", &published),
        ("address", &details.address),
        ("archive", &details.archive),
        ("retrieved", &retrieved),
    ] {
        if let Some(value) = value {
            writeln!(output, "  {name:<10} {value}")?;
        }
    }
    let n_words = |text: &str| text.split_whitespace().count();
    let n_dropped: usize = article.dropped.iter().map(|dropped| n_words(&dropped.text)).sum();
    writeln!(
        output,
        "  {:<10} {} words in {} blocks{}{}",
        "text",
        n_words(&article.text),
        article.blocks.len(),
        if article.reading.encoding.is_empty() { "" } else { ", " },
        article.reading.encoding
    )?;
    let figures = wording::with_figures(n_figures_left_out(article).iter().sum());
    writeln!(output, "  {:<10} {} words in {} blocks{figures}", "left out", n_dropped, article.dropped.len())?;
    for note in &article.notes {
        writeln!(output, "  {:<10} {}", "note", wording::note(note))?;
    }
    writeln!(output)?;
    for block in &article.blocks {
        let mark = match block.kind {
            BlockKind::Headline => "# ",
            BlockKind::Heading => "## ",
            BlockKind::ListItem => "- ",
            BlockKind::Quote => "> ",
            BlockKind::Paragraph | BlockKind::TableRow | BlockKind::Caption | BlockKind::Correction => "",
        };
        writeln!(output, "{mark}{}\n", block.span.of(&article.text))?;
    }
    Ok(())
}
