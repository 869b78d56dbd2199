//! `crosscheck figures`: the figures of a text, with what they mean.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::inputs;
use super::output::{TROUBLE, print};
use crate::analysis::{Analysis, analyze};
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
            let analysis = analyze(Arc::clone(&article));
            let text = match arguments.format {
                Format::Json => serde_json::to_string(&Line::of(&analysis))? + "\n",
                Format::Text if arguments.files.len() == 1 => table(&analysis),
                Format::Text => {
                    let gap = if idx > 0 { "\n" } else { "" };
                    format!("{gap}{}\n{}", visible(&file.display().to_string()), table(&analysis))
                }
            };
            print(text.as_bytes())?;
        }
    }
    Ok(ExitCode::from(if is_trouble { TROUBLE } else { 0 }))
}

/// One text as `--format json` writes it; offsets are bytes of `text`.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    text: &'a str,
    figures: Vec<LineFigure>,
}

#[derive(Serialize)]
struct LineFigure {
    sentence: usize,
    #[serde(flatten)]
    figure: FigureJson,
}

impl<'a> Line<'a> {
    fn of(analysis: &'a Analysis) -> Self {
        let text = &analysis.article.text;
        let figures = analysis
            .claims
            .iter()
            .zip(&analysis.figures)
            .flat_map(|(claim, figures)| figures.iter().map(|figure| (claim.sentence, figure)))
            .map(|(sentence, figure)| LineFigure { sentence, figure: FigureJson::new(text, figure) })
            .collect();
        Self { name: &analysis.article.name, text, figures }
    }
}

/// The figures as a table with aligned columns; sentences count from 1.
fn table(analysis: &Analysis) -> String {
    let text = &analysis.article.text;
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    for (claim, figures) in analysis.claims.iter().zip(&analysis.figures) {
        for figure in figures {
            let json = FigureJson::new(text, figure);
            let words = |words: Option<String>| words.as_deref().map(visible).unwrap_or_default();
            rows.push([
                (claim.sentence + 1).to_string(),
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
