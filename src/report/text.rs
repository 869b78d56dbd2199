//! A summary for the terminal, in the order of every report; ‹ › enclose the words in question.
//!
//! Lines are broken at 98 columns; a sign counts as one column, which is off for wide scripts and harmless.

use std::fmt::Write;

use crate::compare::Comparison;
use crate::view::report::{Report, ReportFinding, ReportOptions, report};
use crate::wording::desk_words;
use crate::wording::look::Look;
use crate::wording::note_words as notes;
use crate::wording::report_words as words;

/// Where lines are broken, in columns: fits a terminal of the usual hundred and is still easy to read.
const WIDTH: usize = 98;

/// Returns `comparison` as a summary.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let report = report(comparison, options);
    let mut text = String::new();
    write(&mut text, &report, options.hints).expect("writing to a string does not fail");
    text
}

fn write(out: &mut String, report: &Report, has_hints: bool) -> std::fmt::Result {
    writeln!(out, "{}", report.title)?;
    for (label, value) in &report.head {
        writeln!(out, "{label}: {value}")?;
    }
    let counts: Vec<&str> = report.counts.iter().map(|count| count.text.as_str()).collect();
    wrapped(out, "", &counts.join(" · "))?;
    articles(out, report)?;
    differences(out, report)?;
    agreements(out, report)?;
    by_hand(out, report)?;
    not_compared(out, report)?;
    match (report.hints.len(), has_hints) {
        (0, _) => Ok(()),
        (n, false) => heading(out, &words::folded(n)),
        (n, true) => {
            heading(out, &words::hints(n))?;
            wrapped(out, "  ", words::HINTS_MEANING)?;
            findings(out, &report.hints)
        }
    }
}

/// Writes the articles, and which of them are probably one report.
fn articles(out: &mut String, report: &Report) -> std::fmt::Result {
    heading(out, words::ARTICLES)?;
    let width = report.articles.iter().map(|article| article.label.chars().count()).max().unwrap_or(0).min(28);
    for article in &report.articles {
        let facts = [&article.title, &article.published, &article.n_words, &article.source];
        let facts: Vec<&str> = facts.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
        wrapped(out, &format!("  {:2} {:width$}  ", article.letter, article.label), &facts.join(" · "))?;
        for note in &article.notes {
            wrapped(out, "     ", note)?;
        }
    }
    for sentence in &report.origins {
        wrapped(out, "  ", sentence)?;
    }
    Ok(())
}

/// Writes what a person decided and the open differences.
fn differences(out: &mut String, report: &Report) -> std::fmt::Result {
    for (name, decided) in report.decided() {
        heading(out, name)?;
        findings(out, decided)?;
    }
    let open = |heading| words::open(heading, report.is_decided());
    if report.choice.lists_conflicts() {
        heading(out, &open(words::CONFLICTS))?;
        findings(out, &report.conflicts)?;
    }
    if report.lists_others() {
        heading(out, &open(words::OTHERS))?;
        if report.others.is_empty() {
            writeln!(out, "  {}", words::NONE)?;
        }
    }
    for group in &report.others {
        findings(out, &group.findings)?;
    }
    if report.lists_only_in() {
        heading(out, &open(words::ONLY_IN))?;
        if report.only_in.is_empty() {
            writeln!(out, "  {}", words::NONE)?;
        }
        for finding in &report.only_in {
            for place in &finding.quotations {
                let quotation: String = place.pieces.iter().map(|piece| piece.text.as_str()).collect();
                let lead = format!("  {} {} {} ", finding.look.glyph(), finding.id, place.source);
                wrapped(out, &lead, &format!("“{quotation}” ({})", place.place))?;
            }
            note(out, &finding.note)?;
        }
    }
    Ok(())
}

fn agreements(out: &mut String, report: &Report) -> std::fmt::Result {
    if report.lists_agreements() {
        heading(out, words::AGREEMENTS)?;
        if report.agreements.is_empty() {
            writeln!(out, "  {}", words::NONE)?;
        }
    }
    for agreement in &report.agreements {
        let lead = format!("  {} {} ", Look::Agrees.glyph(), agreement.id);
        wrapped(out, &lead, &format!("{}: {}", agreement.what, agreement.printed.join(" · ")))?;
        note(out, &agreement.note)?;
    }
    Ok(())
}

/// Writes the notes, what was set by hand, where two readers disagree, and decisions without a finding.
fn by_hand(out: &mut String, report: &Report) -> std::fmt::Result {
    if !report.notes.is_empty() {
        heading(out, notes::HEADING)?;
    }
    for one in &report.notes {
        wrapped(out, "  ", &one.on)?;
        for line in &one.lines {
            wrapped(out, "      ", line)?;
        }
    }
    let lists = [
        (notes::MENDED, &report.mended),
        (desk_words::DISAGREEMENTS, &report.disagreements),
        (words::LOST, &report.lost),
    ];
    for (name, lines) in lists.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        heading(out, name)?;
        for line in lines {
            wrapped(out, "  ", line)?;
        }
    }
    Ok(())
}

fn not_compared(out: &mut String, report: &Report) -> std::fmt::Result {
    if report.choice.is_whole() {
        heading(out, words::NOT_COMPARED)?;
        if report.not_compared.is_empty() {
            writeln!(out, "  {}", words::all_compared(report.articles.len()))?;
        }
    }
    for list in &report.not_compared {
        wrapped(out, "  ", &list.heading)?;
        for (place, words) in &list.places {
            let lead = if place.is_empty() { "    ".to_owned() } else { format!("    {place}  ") };
            wrapped(out, &lead, words)?;
        }
    }
    Ok(())
}

fn heading(out: &mut String, heading: &str) -> std::fmt::Result {
    writeln!(out, "\n{heading}")
}

fn findings(out: &mut String, findings: &[ReportFinding]) -> std::fmt::Result {
    if findings.is_empty() {
        writeln!(out, "  {}", words::NONE)?;
    }
    for finding in findings {
        let title = format!("{} ({})", finding.what, finding.relation);
        wrapped(out, &format!("  {} {} ", finding.look.glyph(), finding.id), &title)?;
        for place in &finding.quotations {
            let quotation: String = place
                .pieces
                .iter()
                .map(|piece| if piece.is_marked { format!("‹{}›", piece.text) } else { piece.text.clone() })
                .collect();
            let value = if place.value.is_empty() { String::new() } else { format!("{}  ", place.value) };
            wrapped(out, &format!("      {}  ", place.source), &format!("{value}“{quotation}” ({})", place.place))?;
        }
        if !finding.why.is_empty() {
            wrapped(out, &format!("      {}: ", words::WHY), &finding.why)?;
        }
        decision(out, &finding.decision)?;
        note(out, &finding.note)?;
    }
    Ok(())
}

/// Writes the lines of a person's note.
fn note(out: &mut String, note: &[String]) -> std::fmt::Result {
    for (idx, line) in note.iter().enumerate() {
        let lead = if idx == 0 { format!("      {}: ", notes::NOTE) } else { " ".repeat(8) };
        wrapped(out, &lead, line)?;
    }
    Ok(())
}

/// Writes what a person decided, where anything was said.
fn decision(out: &mut String, decision: &str) -> std::fmt::Result {
    if decision.is_empty() { Ok(()) } else { wrapped(out, &format!("      {}: ", words::DECISION), decision) }
}

/// Writes `lead` and then `text`, broken between words, its further lines indented by eight columns at most.
fn wrapped(out: &mut String, lead: &str, text: &str) -> std::fmt::Result {
    let indent = lead.chars().count().min(8);
    let mut column = lead.chars().count();
    let mut is_line_start = true;
    write!(out, "{lead}")?;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let n_chars = word.chars().count();
        if !is_line_start && column + 1 + n_chars > WIDTH {
            write!(out, "\n{:indent$}", "")?;
            column = indent;
            is_line_start = true;
        }
        if !is_line_start {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += n_chars;
        is_line_start = false;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        let mut out = String::new();
        wrapped(&mut out, "  lead ", &"word ".repeat(40)).expect("a string can be written");
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH), "{out}");
        assert_eq!(out.matches("word").count(), 40);
        assert!(out.lines().skip(1).all(|line| line.starts_with("       word")), "{out}");
    }
}
