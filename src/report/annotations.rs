//! Findings and notes as annotations of the articles' words, in JSON-LD after the
//! [W3C Web Annotation Data Model](https://www.w3.org/TR/annotation-model/): one collection with one page.
//!
//! Each finding is an annotation with a target for each place: the words with their context, and their position.
//! Positions count characters, as the model says, where ours count bytes. What the program says is one body, what a
//! person says another with her name. An article is named by its address, else by the SHA-256 of its text (RFC 6920),
//! and never by a path. The names of annotations depend on the texts and the finding alone, so that the same story
//! gives the same bytes.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::html::base64;
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::compare::lookup::{claim_span, finding_at};
use crate::findings::{FindingIndex, Mention};
use crate::review::{Decision, NoteOn, Standing};
use crate::text::Span;
use crate::view::detail::{all_against, detail};
use crate::view::report::{ReportOptions, report};
use crate::view::status::{Status, shown};
use crate::wording::visible::visible;
use crate::wording::{check_words, desk_words, note_words, review_words};

/// How many characters around the words are given, to find them by where the text has moved.
const AROUND: usize = 32;

/// Returns `comparison` as a collection of annotations, indented.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let standing = Standing::new(&options.review, comparison);
    let report = report(comparison, options);
    let sources: Vec<String> = comparison.articles.iter().map(source).collect();
    let page = Page { comparison, standing: &standing, options, story: sources.join(" "), sources };
    let mut items: Vec<Value> = comparison.findings.indexed().filter_map(|(idx, _)| page.finding(idx)).collect();
    items.extend(page.notes());
    items.extend(page.lines("set by hand", &report.mended));
    items.extend(page.lines("disagreement", &report.disagreements));
    items.extend(page.lines("without a finding", &report.lost));
    let id = page.name("collection");
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "AnnotationCollection",
        "label": report.title,
        "generator": software(),
        "creator": page.readers(),
        "total": items.len(),
        "first": { "id": page.name("page"), "type": "AnnotationPage", "partOf": id, "startIndex": 0, "items": items },
    });
    format!("{collection:#}\n")
}

struct Page<'a> {
    comparison: &'a Comparison,
    standing: &'a Standing,
    options: &'a ReportOptions,
    /// What the names of annotations depend on.
    story: String,
    sources: Vec<String>,
}

impl Page<'_> {
    /// The readers that are named, else the program.
    fn readers(&self) -> Vec<Value> {
        let sheet = &self.standing.sheet;
        let first = self.options.reviewer.as_ref().unwrap_or(&sheet.reviewer);
        let named = [first, &sheet.second_reader].into_iter().filter(|name| !name.is_empty());
        let named: Vec<Value> = named.map(|name| person(&visible(name))).collect();
        if named.is_empty() { vec![software()] } else { named }
    }

    fn finding(&self, idx: FindingIndex) -> Option<Value> {
        let (status, look) = shown(self.comparison, self.standing, idx)?;
        let decision = self.standing.decision(idx);
        let has_note = decision.is_some_and(|decision| !decision.note.is_empty());
        let is_wanted = status != Status::Hint && self.options.only.keeps(status, look, has_note);
        let finding = finding_at(self.comparison, idx).filter(|_| is_wanted)?;
        let detail = detail(self.comparison, self.standing, idx)?;
        let said =
            format!("{} {}: {}. {}", detail.look.glyph(), detail.look.name(), visible(&detail.title), detail.why);
        let mut bodies = vec![
            text(detail.look.name(), "classifying", &software(), None),
            text(said.trim_end(), "describing", &software(), None),
        ];
        let against = all_against(finding, self.standing.authoritative).join("; ");
        bodies.extend((!against.is_empty()).then(|| text(&against, "describing", &software(), None)));
        if let Some(decision) = decision {
            bodies.extend(self.decision(decision, false));
        }
        if let Some(second) = self.standing.second(idx) {
            bodies.extend(self.decision(second, true));
        }
        let targets: Vec<Value> = finding.mentions.iter().filter_map(|mention| self.mention(mention)).collect();
        (!targets.is_empty()).then(|| self.annotation(&finding.id, "assessing", &bodies, &targets))
    }

    fn decision(&self, decision: &Decision, is_second: bool) -> Vec<Value> {
        let person = person(&desk_words::reader(&self.standing.sheet, is_second));
        let when = decision.when.as_deref();
        let verdict = decision.verdict.map(|verdict| review_words::signed(Some(verdict)));
        let words = verdict.into_iter().chain(check_words::beside(decision)).collect::<Vec<_>>().join("; ");
        let mut bodies = Vec::new();
        if !words.is_empty() {
            bodies.push(text(&words, "assessing", &person, when));
        }
        if !decision.note.is_empty() {
            bodies.push(text(&note_words::lines(&decision.note).join("\n"), "commenting", &person, when));
        }
        bodies
    }

    fn notes(&self) -> Vec<Value> {
        let person = person(&desk_words::reader(&self.standing.sheet, false));
        let notes = self.standing.notes.iter().enumerate().filter(|_| self.options.only.is_whole());
        let annotation = |(idx, note): (usize, &crate::review::StandingNote)| {
            let targets: Vec<Value> = match note.on {
                NoteOn::Story => self.sources.iter().map(|source| json!(source)).collect(),
                NoteOn::Article(article) => self.sources.get(article).map(|source| json!(source)).into_iter().collect(),
                NoteOn::Claim(claim) => {
                    let span = claim_span(self.comparison, claim);
                    span.and_then(|span| self.place(claim.article, span)).into_iter().collect()
                }
            };
            let lines = note_words::lines(&note.text).join("\n");
            let body = text(&lines, "commenting", &person, note.when.as_deref());
            (!targets.is_empty()).then(|| self.annotation(&format!("note {idx}"), "commenting", &[body], &targets))
        };
        notes.filter_map(annotation).collect()
    }

    /// Lines that are about no words of any article now: annotations of the story.
    fn lines(&self, kind: &str, lines: &[String]) -> Vec<Value> {
        let person = person(&desk_words::reader(&self.standing.sheet, false));
        let targets: Vec<Value> = self.sources.iter().map(|source| json!(source)).collect();
        let annotation = |(idx, line): (usize, &String)| {
            let body = text(line, "commenting", &person, None);
            self.annotation(&format!("{kind} {idx}"), "commenting", &[body], &targets)
        };
        lines.iter().enumerate().filter(|_| !targets.is_empty()).map(annotation).collect()
    }

    fn annotation(&self, name: &str, motivation: &str, bodies: &[Value], targets: &[Value]) -> Value {
        json!({
            "id": self.name(name),
            "type": "Annotation",
            "motivation": motivation,
            "generator": software(),
            "body": bodies,
            "target": targets,
        })
    }

    fn mention(&self, mention: &Mention) -> Option<Value> {
        self.place(mention.claim.article, mention.span)
    }

    fn place(&self, article: usize, span: Span) -> Option<Value> {
        let whole = &self.comparison.articles.get(article)?.article.text;
        let (before, rest) = whole.split_at_checked(span.start)?;
        let (exact, after) = rest.split_at_checked(span.end.checked_sub(span.start)?)?;
        let start = before.chars().count();
        let prefix: String = before.chars().skip(start.saturating_sub(AROUND)).collect();
        let suffix: String = after.chars().take(AROUND).collect();
        Some(json!({
            "type": "SpecificResource",
            "source": self.sources.get(article)?,
            "selector": [
                { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix },
                { "type": "TextPositionSelector", "start": start, "end": start + exact.chars().count() },
            ],
        }))
    }

    /// A name for good: a UUID (RFC 9562, version 8) made of the texts and `what`.
    fn name(&self, what: &str) -> String {
        let hash = Sha256::digest(format!("{}\n{what}", self.story));
        let mut bytes: Vec<u8> = hash.iter().copied().take(16).collect();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

/// The address of the article where it is one of the web, else the name of its text.
fn source(analysis: &Analysis) -> String {
    let address = analysis.article.details.address.as_deref().filter(|address| is_of_the_web(address));
    address.map_or_else(
        || {
            let hash = base64(&Sha256::digest(&analysis.article.text)).replace('+', "-").replace('/', "_");
            format!("ni:///sha-256;{}", hash.trim_end_matches('='))
        },
        str::to_owned,
    )
}

fn is_of_the_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_sound =
        |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`' | '#');
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_sound))
}

fn text(value: &str, purpose: &str, creator: &Value, when: Option<&str>) -> Value {
    let mut body = Map::new();
    body.insert("type".to_owned(), json!("TextualBody"));
    body.insert("value".to_owned(), json!(value));
    body.insert("format".to_owned(), json!("text/plain"));
    body.insert("purpose".to_owned(), json!(purpose));
    body.insert("creator".to_owned(), creator.clone());
    if let Some(when) = when.filter(|when| when.parse::<jiff::Timestamp>().is_ok()) {
        body.insert("created".to_owned(), json!(when));
    }
    Value::Object(body)
}

fn software() -> Value {
    json!({ "type": "Software", "name": format!("Crosscheck {}", env!("CARGO_PKG_VERSION")) })
}

fn person(name: &str) -> Value {
    json!({ "type": "Person", "name": name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_sources() {
        assert!(is_of_the_web("https://post.example/a?b=1"));
        for address in ["javascript:alert(1)", "https://", "https://a b", "file:///home/ann", "https://a\"b", ""] {
            assert!(!is_of_the_web(address), "{address}");
        }
    }
}
