//! `crosscheck figures`: the figures of a text, with what they mean.

use std::path::PathBuf;
use std::process::ExitCode;

use rayon::prelude::*;
use serde::Serialize;

use super::inputs;
use super::output::{TROUBLE, print};
use crate::analysis::{self, FigureReader};
use crate::article::Article;
use crate::report::json::FigureJson;
use crate::wording::value::value_text;
use crate::wording::visible::visible;

const EXAMPLES: &str = "\
Examples:
  crosscheck figures wire.txt
  echo 'More than 500,000 died in a decade.' | crosscheck figures
  crosscheck figures --format json *.txt | jq -r '.figures[] | [.text, .low, .high, .unit] | @tsv'";

/// The columns of the table.
const COLUMNS: [&str; 6] = ["sentence", "printed", "value", "kind", "what", "hedge"];

/// Lists figures.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Figures {
    /// Texts: plain, Markdown or HTML; `-` or nothing for standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
    /// A table for people, or one JSON object a line for each text.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, clap::ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

pub(super) fn run(arguments: &Figures) -> anyhow::Result<ExitCode> {
    let mut is_trouble = false;
    for (idx, file) in arguments.files.iter().enumerate() {
        let inputs = inputs::open_all(std::slice::from_ref(file));
        is_trouble |= !inputs.unread.is_empty();
        for article in inputs.articles {
            let text = match arguments.format {
                Format::Json => {
                    print_line(&article)?;
                    continue;
                }
                Format::Text if arguments.files.len() == 1 => table(&article),
                Format::Text => {
                    let gap = if idx > 0 { "\n" } else { "" };
                    format!("{gap}{}\n{}", visible(&file.display().to_string()), table(&article))
                }
            };
            print(text.as_bytes())?;
        }
    }
    Ok(ExitCode::from(if is_trouble { TROUBLE } else { 0 }))
}

#[derive(Serialize)]
struct LineFigure {
    sentence: usize,
    #[serde(flatten)]
    figure: FigureJson,
}

/// So many sentences are read and written at once by one core.
const SENTENCES: usize = 256;

/// So many such parts are made before they are printed, so that the answer on a long text is never whole in memory.
const PARTS: usize = 32;

/// Prints one text as `--format json` has it, with its name, its words and its figures; offsets are bytes of the text.
/// All cores read and write parts of it, in order.
fn print_line(article: &Article) -> anyhow::Result<()> {
    let reader = FigureReader::new(article);
    let part = |start: usize| -> serde_json::Result<Vec<u8>> {
        let mut part = Vec::new();
        for sentence in start..reader.n_sentences().min(start + SENTENCES) {
            for figure in &reader.read(sentence) {
                part.push(b',');
                let figure = FigureJson::new(&article.text, figure);
                serde_json::to_writer(&mut part, &LineFigure { sentence, figure })?;
            }
        }
        Ok(part)
    };
    let mut line = br#"{"name":"#.to_vec();
    serde_json::to_writer(&mut line, &article.name)?;
    line.extend_from_slice(br#","text":"#);
    serde_json::to_writer(&mut line, &article.text)?;
    line.extend_from_slice(br#","figures":["#);
    let mut is_first = true;
    let starts: Vec<usize> = (0..reader.n_sentences()).step_by(SENTENCES).collect();
    for starts in starts.chunks(PARTS) {
        let parts: Vec<Vec<u8>> = starts.par_iter().map(|&start| part(start)).collect::<Result<_, _>>()?;
        for part in parts {
            // A comma is before each figure, the first of all too.
            line.extend_from_slice(if is_first { part.strip_prefix(b",").unwrap_or_default() } else { &part });
            is_first &= part.is_empty();
        }
        print(&line)?;
        line.clear();
    }
    line.extend_from_slice(b"]}\n");
    print(&line)
}

/// The figures as a table with aligned columns; sentences count from 1.
fn table(article: &Article) -> String {
    let figures = analysis::figures(article);
    let text = &article.text;
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    for (sentence, figures) in figures.iter().enumerate() {
        for figure in figures {
            let json = FigureJson::new(text, figure);
            let words = |words: Option<String>| words.as_deref().map(visible).unwrap_or_default();
            rows.push([
                (sentence + 1).to_string(),
                visible(&json.text),
                value_text(&figure.quantity),
                json.kind.word().to_owned(),
                words(json.what),
                words(json.hedge),
            ]);
        }
    }
    if rows.len() == 1 {
        return "No figures found\n".to_owned();
    }
    let widths: Vec<usize> = (0..COLUMNS.len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let mut table = String::new();
    for row in &rows {
        let mut line = String::new();
        for (idx, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let is_number = idx == 0;
            line += &if is_number { format!("{cell:>width$}  ") } else { format!("{cell:<width$}  ") };
        }
        table += line.trim_end();
        table.push('\n');
    }
    table
}
