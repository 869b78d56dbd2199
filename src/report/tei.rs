//! The comparison for textual scholars, in [TEI P5](https://tei-c.org/guidelines/p5/): the articles as witnesses with
//! their texts, and stand-off from them an apparatus with an entry for each finding and each agreement.
//!
//! Every claim is a segment with a name; a reading (`rdg`) holds the printed words, names its witness and points at the
//! words in the claim by characters (`string-range`). Readings of one value are in one group. What the program and the
//! person say of an entry are notes in it. Words of articles and people are text and nothing else: markup in them is
//! escaped, signs that XML cannot hold are replaced.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::docx::is_no_xml;
use crate::analysis::Analysis;
use crate::article::BlockKind;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::{Finding, FindingIndex, Mention};
use crate::review::Standing;
use crate::view::detail::{all_against, detail};
use crate::view::report::{Report, ReportOptions, report};
use crate::view::status::{Status, shown};
use crate::wording::look::{Look, letter};
use crate::wording::visible::visible;
use crate::wording::{desk_words, note_words, review_words};

/// Returns `comparison` in TEI.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let report = report(comparison, options);
    let standing = Standing::new(&options.review, comparison);
    let mut text = String::new();
    write(&mut text, comparison, &standing, &report, options).expect("writing to a string does not fail");
    text
}

fn write(
    out: &mut String,
    comparison: &Comparison,
    standing: &Standing,
    report: &Report,
    options: &ReportOptions,
) -> std::fmt::Result {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">")?;
    header(out, comparison, report)?;
    apparatus(out, comparison, standing, report, options)?;
    writeln!(out, "  <text>\n    <group>")?;
    for (idx, analysis) in comparison.articles.iter().enumerate() {
        article(out, &letter(idx), analysis)?;
    }
    writeln!(out, "    </group>\n  </text>\n</TEI>")
}

fn header(out: &mut String, comparison: &Comparison, report: &Report) -> std::fmt::Result {
    writeln!(
        out,
        "  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>{}</title>",
        escape(&report.title)
    )?;
    for (label, name) in &report.head {
        if [desk_words::REVIEWER, desk_words::SECOND_READER].contains(label) {
            writeln!(out, "        <respStmt><resp>{label}</resp><name>{}</name></respStmt>", escape(name))?;
        }
    }
    writeln!(out, "      </titleStmt>\n      <publicationStmt>")?;
    for (label, value) in &report.head {
        writeln!(out, "        <p>{label}: {}</p>", escape(value))?;
    }
    writeln!(out, "      </publicationStmt>\n      <sourceDesc>\n        <listWit>")?;
    for (idx, (known, analysis)) in report.articles.iter().zip(&comparison.articles).enumerate() {
        write!(out, "          <witness xml:id=\"{}\">{}", letter(idx), escape(&known.label))?;
        for part in [&known.title, &known.published, &known.source].into_iter().filter(|part| !part.is_empty()) {
            write!(out, "; {}", escape(part))?;
        }
        writeln!(out, "; SHA-256 of the text {}</witness>", analysis.article.text_sha256())?;
    }
    writeln!(out, "        </listWit>\n      </sourceDesc>\n    </fileDesc>\n    <encodingDesc>")?;
    writeln!(
        out,
        "      <variantEncoding method=\"location-referenced\" location=\"external\"/>\n      <editorialDecl>"
    )?;
    for sentence in &report.method {
        writeln!(out, "        <p>{}</p>", escape(sentence))?;
    }
    writeln!(out, "      </editorialDecl>\n    </encodingDesc>\n  </teiHeader>")
}

fn apparatus(
    out: &mut String,
    comparison: &Comparison,
    standing: &Standing,
    report: &Report,
    options: &ReportOptions,
) -> std::fmt::Result {
    let all = comparison.findings.indexed();
    let entries: Vec<(FindingIndex, Look)> = all
        .filter_map(|(idx, _)| {
            let (status, look) = shown(comparison, standing, idx)?;
            let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
            (status != Status::Hint && options.only.keeps(status, look, has_note)).then_some((idx, look))
        })
        .collect();
    let said =
        [("set_by_hand", &report.mended), ("disagreement", &report.disagreements), ("without_finding", &report.lost)];
    if entries.is_empty() && report.notes.is_empty() && said.iter().all(|(_, lines)| lines.is_empty()) {
        return Ok(());
    }
    writeln!(out, "  <standOff>")?;
    if !entries.is_empty() {
        writeln!(out, "    <listApp>")?;
        for (idx, look) in entries {
            entry(out, comparison, standing, idx, look)?;
        }
        writeln!(out, "    </listApp>")?;
    }
    for note in &report.notes {
        writeln!(out, "    <note type=\"note\">{}: {}</note>", escape(&note.on), escape(&note.lines.join(" ")))?;
    }
    for (kind, lines) in said {
        for line in lines {
            writeln!(out, "    <note type=\"{kind}\">{}</note>", escape(line))?;
        }
    }
    writeln!(out, "  </standOff>")
}

fn entry(
    out: &mut String,
    comparison: &Comparison,
    standing: &Standing,
    idx: FindingIndex,
    look: Look,
) -> std::fmt::Result {
    let (Some(finding), Some(detail)) = (finding_at(comparison, idx), detail(comparison, standing, idx)) else {
        return Ok(());
    };
    writeln!(out, "      <app xml:id=\"{}\" type=\"{}\">", finding.id, kind(look))?;
    let mut groups: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in &finding.mentions {
        groups.entry(mention.group).or_default().push(mention);
    }
    for mentions in groups.values() {
        writeln!(out, "        <rdgGrp>")?;
        for mention in mentions {
            reading(out, comparison, finding, mention)?;
        }
        writeln!(out, "        </rdgGrp>")?;
    }
    let mut note = |kind: &str, words: &str| match words.is_empty() {
        true => Ok(()),
        false => writeln!(out, "        <note type=\"{kind}\">{}</note>", escape(words)),
    };
    note("subject", &visible(&detail.title))?;
    note("program", &format!("{}, {}", detail.look.name(), detail.certainty.to_lowercase()))?;
    note("why", &visible(&detail.why))?;
    note("authoritative", &all_against(finding, standing.authoritative).join("; "))?;
    note("decision", &review_words::word_of(standing, idx))?;
    let second = standing.second(idx).map(|second| desk_words::second(&standing.sheet, second));
    note("second_reader", &second.unwrap_or_default())?;
    let said = standing.decision(idx).map(|decision| note_words::lines(&decision.note).join(" "));
    note("note", &said.unwrap_or_default())?;
    writeln!(out, "      </app>")
}

fn reading(out: &mut String, comparison: &Comparison, finding: &Finding, mention: &Mention) -> std::fmt::Result {
    let article = mention.claim.article;
    let Some(analysis) = comparison.articles.get(article) else { return Ok(()) };
    let Some(claim) = analysis.claims.get(mention.claim.claim.0) else { return Ok(()) };
    let words = analysis.words(mention.span);
    let before = analysis.article.text.get(claim.span.start..mention.span.start).unwrap_or("");
    let (letter, n_before, n_chars) = (letter(article), before.chars().count(), words.chars().count());
    let name = claim_name(&letter, mention.claim.claim.0);
    let pointer = match finding.kind {
        crate::findings::FindingKind::OnlyIn => format!("#{name}"),
        _ => format!("#string-range({name},{n_before},{n_chars})"),
    };
    writeln!(out, "          <rdg wit=\"#{letter}\">{}<ptr target=\"{pointer}\"/></rdg>", escape(words))
}

fn article(out: &mut String, letter: &str, analysis: &Analysis) -> std::fmt::Result {
    writeln!(out, "      <text decls=\"#{letter}\">\n        <body>")?;
    let text = &analysis.article.text;
    let mut claims = analysis.claims.iter().enumerate().peekable();
    if analysis.article.blocks.is_empty() {
        writeln!(out, "          <p/>")?;
    }
    for block in &analysis.article.blocks {
        let rend = match block.kind {
            BlockKind::Headline => " rend=\"headline\"",
            BlockKind::Heading => " rend=\"heading\"",
            BlockKind::Caption => " rend=\"caption\"",
            BlockKind::TableRow => " rend=\"table_row\"",
            BlockKind::ListItem => " rend=\"list_item\"",
            BlockKind::Quote => " rend=\"quote\"",
            BlockKind::Correction => " rend=\"correction\"",
            BlockKind::Paragraph => "",
        };
        write!(out, "          <p{rend}>")?;
        let mut at = block.span.start;
        while let Some((idx, claim)) = claims.next_if(|(_, claim)| claim.span.end <= block.span.end) {
            if claim.span.start < at {
                continue;
            }
            let (between, words) = (text.get(at..claim.span.start).unwrap_or(""), claim.span.of(text));
            write!(out, "{}<seg xml:id=\"{}\">{}</seg>", escape(between), claim_name(letter, idx), escape(words))?;
            at = claim.span.end;
        }
        writeln!(out, "{}</p>", escape(text.get(at..block.span.end).unwrap_or("")))?;
    }
    writeln!(out, "        </body>\n      </text>")
}

fn claim_name(letter: &str, claim: usize) -> String {
    format!("{letter}.{}", claim + 1)
}

/// The type of an entry; a name without spaces, as the schema asks.
fn kind(look: Look) -> &'static str {
    match look {
        Look::Conflict => "conflict",
        Look::Differs => "differs",
        Look::Update => "update",
        Look::Scope => "scope",
        Look::Rounding => "rounding",
        Look::OnlyIn => "only_in",
        Look::Agrees => "agrees",
    }
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text.replace(is_no_xml, "\u{fffd}")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(escape("<note>&amp; \"x\" ]]>\u{0}"), "&lt;note&gt;&amp;amp; &quot;x&quot; ]]&gt;\u{fffd}");
    }
}
