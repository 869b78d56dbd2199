//! Markdown for editing: headings, one table for each finding, every sign of the articles' words escaped that could
//! mark something up (CommonMark 0.31, GitHub's tables and links).

use std::fmt::Write;

use crate::compare::Comparison;
use crate::view::report::{NotComparedList, Quotation, Report, ReportFinding, ReportOptions, report};
use crate::wording::desk_words;
use crate::wording::look::Look;
use crate::wording::note_words as notes;
use crate::wording::report_words as words;

/// Returns `comparison` in Markdown.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let report = report(comparison, options);
    let mut text = String::new();
    write(&mut text, &report).expect("writing to a string does not fail");
    text
}

fn write(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "# {}\n", escape(&report.title))?;
    for (label, value) in &report.head {
        writeln!(out, "- {label}: {}", escape(value))?;
    }
    writeln!(out, "\n## {}\n", words::COUNTS)?;
    for count in &report.counts {
        writeln!(out, "- {}", escape(&count.text))?;
    }
    articles(out, report)?;
    for (heading, decided) in report.decided() {
        writeln!(out, "\n## {heading}")?;
        findings(out, decided, "###")?;
    }
    let open = |heading| words::open(heading, report.is_decided());
    if report.choice.lists_conflicts() {
        writeln!(out, "\n## {}", open(words::CONFLICTS))?;
        findings(out, &report.conflicts, "###")?;
    }
    if report.lists_others() {
        writeln!(out, "\n## {}", open(words::OTHERS))?;
        if report.others.is_empty() {
            writeln!(out, "\n{}", words::NONE)?;
        }
    }
    for group in &report.others {
        writeln!(out, "\n### {}", words::group_heading(group.look))?;
        findings(out, &group.findings, "####")?;
    }
    if report.lists_only_in() {
        writeln!(out, "\n## {}\n", open(words::ONLY_IN))?;
        if report.only_in.is_empty() {
            writeln!(out, "{}", words::NONE)?;
        }
        for finding in &report.only_in {
            for place in &finding.quotations {
                let source = escape(&place.source);
                writeln!(out, "- {} **{source}**, {}: {}", finding.id, place.place, in_marks(&quoted(place)))?;
            }
            if !finding.note.is_empty() {
                writeln!(out, "  - {}: {}", notes::NOTE, escape(&finding.note.join(" ")))?;
            }
        }
    }
    if report.lists_agreements() {
        agreements(out, report)?;
    }
    if !report.notes.is_empty() {
        writeln!(out, "\n## {}", notes::HEADING)?;
        for note in &report.notes {
            writeln!(out, "\n**{}**\\\n{}", escape(&note.on), broken(&note.lines))?;
        }
    }
    if !report.mended.is_empty() {
        writeln!(out, "\n## {}\n", notes::MENDED)?;
        for line in &report.mended {
            writeln!(out, "- {}", escape(line))?;
        }
    }
    if !report.disagreements.is_empty() {
        writeln!(out, "\n## {}\n", desk_words::DISAGREEMENTS)?;
        for line in &report.disagreements {
            writeln!(out, "- {}", escape(line))?;
        }
    }
    if !report.lost.is_empty() {
        writeln!(out, "\n## {}\n", words::LOST)?;
        for line in &report.lost {
            writeln!(out, "- {}", escape(line))?;
        }
    }
    if report.choice.is_whole() {
        writeln!(out, "\n## {}", words::NOT_COMPARED)?;
        if report.not_compared.is_empty() {
            writeln!(out, "\n{}", words::all_compared(report.articles.len()))?;
        }
    }
    for list in &report.not_compared {
        not_compared(out, list)?;
    }
    if !report.hints.is_empty() {
        writeln!(out, "\n## {}\n\n{}", words::hints(report.hints.len()), words::HINTS_MEANING)?;
        findings(out, &report.hints, "###")?;
    }
    writeln!(out, "\n## {}\n", words::METHOD)?;
    for sentence in &report.method {
        writeln!(out, "- {sentence}")?;
    }
    writeln!(out)?;
    for look in Look::ALL {
        writeln!(out, "- **{} {}**: {}", look.glyph(), look.name(), words::meaning(look))?;
    }
    Ok(())
}

fn articles(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "\n## {}\n", words::ARTICLES)?;
    header(out, &words::ARTICLE_COLUMNS)?;
    for article in &report.articles {
        let mut n_words = article.n_words.clone();
        for note in &article.notes {
            write!(n_words, "; {note}")?;
        }
        let source = match article.sha256.is_empty() {
            true => escape(&article.source),
            false => format!("{} `{}`", escape(&article.source), article.sha256),
        };
        let [letter, label, title, published, n_words] =
            [&article.letter, &article.label, &article.title, &article.published, &n_words].map(|cell| escape(cell));
        row(out, &[letter, label, title, published, n_words, source])?;
    }
    for sentence in &report.origins {
        writeln!(out, "\n{sentence}")?;
    }
    Ok(())
}

fn findings(out: &mut String, findings: &[ReportFinding], level: &str) -> std::fmt::Result {
    if findings.is_empty() {
        writeln!(out, "\n{}", words::NONE)?;
    }
    for finding in findings {
        let glyph = finding.look.glyph();
        writeln!(out, "\n{level} {} {glyph} {}\n", finding.id, escape(&finding.what))?;
        writeln!(out, "{}\n", escape(&finding.relation))?;
        let [source, value, quotation, place] = words::VALUE_COLUMNS;
        match finding.has_values() {
            true => header(out, &[source, value, quotation, place])?,
            false => header(out, &[source, quotation, place])?,
        }
        for place in &finding.quotations {
            let quotation = in_marks(&quoted(place));
            let (source, value) = (escape(&place.source), escape(&place.value));
            match finding.has_values() {
                true => row(out, &[source, value, quotation, escape(&place.place)])?,
                false => row(out, &[source, quotation, escape(&place.place)])?,
            }
        }
        if !finding.why.is_empty() {
            writeln!(out, "\n{}: {}", words::WHY, escape(&finding.why))?;
        }
        if !finding.silent.is_empty() {
            writeln!(out, "\n{}", escape(&finding.silent))?;
        }
        if !finding.decision.is_empty() {
            writeln!(out, "\n**{}: {}**", words::DECISION, escape(&finding.decision))?;
        }
        if !finding.note.is_empty() {
            writeln!(out, "\n{}: {}", notes::NOTE, broken(&finding.note))?;
        }
    }
    Ok(())
}

fn agreements(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "\n## {}\n", words::AGREEMENTS)?;
    if report.agreements.is_empty() {
        return writeln!(out, "{}", words::NONE);
    }
    header(out, &words::AGREEMENT_COLUMNS)?;
    for agreement in &report.agreements {
        let mut printed = escape(&agreement.printed.join(" · "));
        if !agreement.note.is_empty() {
            write!(printed, " ({}: {})", notes::NOTE, escape(&agreement.note.join(" ")))?;
        }
        row(out, &[agreement.id.clone(), escape(&agreement.what), printed])?;
    }
    Ok(())
}

/// `words` within quotation marks, but for those that begin or end with marks of their own: two pairs in a row would be
/// read as one.
fn in_marks(words: &str) -> String {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»');
    let bare = words.trim_matches(['\\', '*', '.', ' ']);
    if bare.starts_with(is_mark) || bare.ends_with(is_mark) { words.to_owned() } else { format!("“{words}”") }
}

fn not_compared(out: &mut String, list: &NotComparedList) -> std::fmt::Result {
    writeln!(out, "\n### {}\n", escape(&list.heading))?;
    for (place, words) in &list.places {
        match place.is_empty() {
            true => writeln!(out, "- {}", in_marks(&escape(words)))?,
            false => writeln!(out, "- {}: {}", escape(place), in_marks(&escape(words)))?,
        }
    }
    Ok(())
}

fn header(out: &mut String, columns: &[&str]) -> std::fmt::Result {
    row(out, &columns.iter().map(|&column| column.to_owned()).collect::<Vec<_>>())?;
    writeln!(out, "|{}", " --- |".repeat(columns.len()))
}

fn row(out: &mut String, cells: &[String]) -> std::fmt::Result {
    writeln!(out, "| {} |", cells.join(" | "))
}

/// The quotation of `place` with the words in question in bold.
fn quoted(place: &Quotation) -> String {
    let pieces = place.pieces.iter();
    pieces.map(|piece| if piece.is_marked { bold(&piece.text) } else { escape(&piece.text) }).collect()
}

/// The lines of a note, each but the last with a backslash at its end, which breaks it (CommonMark 0.31, hard line
/// breaks). A space that cannot be dropped keeps a line from beginning with the mark of a list or a heading.
fn broken(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("\u{2060}{}", escape(line.trim_start()))).collect();
    lines.join("\\\n")
}

/// Bold must not begin or end with a space.
fn bold(text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return escape(text);
    }
    let (before, after) = (&text[..text.len() - text.trim_start().len()], &text[text.trim_end().len()..]);
    format!("{before}**{}**{after}", escape(inner))
}

/// `text` with a backslash before every sign that could mark something up in the middle of a line; it never begins one.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (offset, c) in text.char_indices() {
        let rest = &text[offset..];
        let is_link = rest.starts_with("://") || (c == '.' && text[..offset].to_ascii_lowercase().ends_with("www"));
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' | '!');
        if is_mark || is_link {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn marks_are_escaped() {
        check("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`");
        check("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))");
        check("<script>&lt;|", r"\<script\>\&lt;\|");
        check("see https://a.example or www.b.example", r"see https\://a.example or www\.b.example");
        check("![x](y) #1 $2 ~~3~~ \\", r"\!\[x\](y) \#1 \$2 \~\~3\~\~ \\");
        check("It cost 4.5 million - or so.", "It cost 4.5 million - or so.");
    }

    #[test]
    fn bold_keeps_spaces_outside() {
        assert_eq!(bold(" nine "), " **nine** ");
        assert_eq!(bold(" "), " ");
    }
}
