//! Two hundred hostile strings as sentence, title, outlet, reviewer, note and source, in every format of the report: they stay text, and
//! nothing in a report acts.

use std::io::{Cursor, Read};
use std::sync::Arc;

use crosscheck::article::Article;
use crosscheck::compare::Comparison;
use crosscheck::report::{Format, render};
use crosscheck::review::{Anchor, Print, Review, Subject, Verdict};
use crosscheck::view::report::ReportOptions;
use quick_xml::events::Event;
use scraper::{Html, Selector};
use serde_json::Value;
use zip::ZipArchive;

use crate::desk::ELEMENTS;
use crate::{docx, stories};

/// What tries to act; `#` is a number, so that each string is another one.
const ATTACKS: [&str; 25] = [
    "<script>alert(#)</script>",
    "<img src=x onerror=alert(#)>",
    "<svg/onload=alert(#)>",
    "<iframe src=\"https://evil.example/#\"></iframe>",
    "<a href='javascript:alert(#)'>nine</a>",
    "</style><style>body{background:url(https://evil.example/#)}</style>",
    "--><!-- # ]]> <![CDATA[ <?php echo #; ?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e; #",
    "&lt;b&gt;#&lt;/b&gt; &#x3c;i&#x3e; &amp;amp;",
    "[nine #](https://evil.example) ![x](https://evil.example/#.png)",
    "<https://evil.example/#> https://evil.example/# www.evil.example",
    "| # | held | `x` | ~~gone~~ **bold** _it_ $x$",
    "# heading\n## heading # two\n- item\n> quote",
    "=HYPERLINK(\"https://evil.example/#\",\"nine\")",
    "+cmd|' /C calc'!A#",
    "-2+3+cmd|' /C calc'!A#",
    "@SUM(1+#)*cmd|' /C calc'!A0",
    "\t=1+#",
    "＝1+#",
    "\u{1b}[2J\u{1b}]0;title #\u{7}",
    "nul \u{0} bell \u{7} back \u{8} # \u{b}\u{c}\u{7f}\u{9b}",
    "\u{202e}desrever #\u{202c} \u{2066}isolated\u{2069} \u{200f}right",
    "{{#}} ${#} <%= # %> #{7*7}",
    "' OR '#'='#'; DROP TABLE stories; --",
    "<w:p><w:r><w:instrText>DDEAUTO c:\\\\x #</w:instrText></w:r></w:p></t></si>",
];

/// What stands around it.
const AROUND: [(&str, &str); 8] = [
    ("", ""),
    ("Police held ", " on Monday"),
    ("\"", "\" said the court"),
    ("'", "'"),
    ("nine men, ", ""),
    ("<b>", "</b>"),
    ("(", ")"),
    ("x=\"", "\" y='"),
];

fn strings() -> Vec<String> {
    let mut strings = Vec::new();
    for (nth, (before, after)) in AROUND.iter().enumerate() {
        for (idx, attack) in ATTACKS.iter().enumerate() {
            let number = (nth * ATTACKS.len() + idx + 1000).to_string();
            // A sentence is one line, as every reader of files gives it.
            let attack = attack.replace('#', &number).replace('\n', " ");
            strings.push(format!("{before}{attack}{after}"));
        }
    }
    assert_eq!(strings.len(), 200);
    strings
}

/// Two articles of the strings; a conflict about each.
fn story(strings: &[String]) -> Comparison {
    let mut articles = Vec::new();
    for (nth, name) in ["<i>Post</i> =1+1", "@Wire [x](https://evil.example)"].into_iter().enumerate() {
        let mut article = Article::from_sentences(name, strings);
        article.details.title = Some(strings[nth].clone());
        article.details.outlet = Some(format!("{name} {}", strings[9 + nth]));
        article.details.byline = Some(strings[19].clone());
        article.path = Some(strings[3].clone().into());
        articles.push(Arc::new(article));
    }
    let mut comparison = stories::compared(&articles);
    comparison.findings.findings.clear();
    let n_claims = comparison.articles[0].claims.len();
    for (claim, string) in strings.iter().enumerate().take(n_claims) {
        let finding = stories::conflict(&comparison, claim, format!("F{claim:03}"), string);
        comparison.findings.findings.push(finding);
    }
    comparison
}

fn options(strings: &[String], comparison: &Comparison) -> ReportOptions {
    let mut review = Review::default();
    for (finding, words) in comparison.findings.findings.iter().zip(strings) {
        let anchor = Anchor::new(comparison, finding);
        review.decide(None, anchor.clone(), Some(Verdict::Conflict));
        let id = review.entries().last().map(|(id, _)| id);
        review.note(id, anchor.clone(), words);
        let id = review.entries().last().map(|(id, _)| id);
        review.print(id, anchor, Print { value: words.clone(), source: words.clone() });
    }
    review.remark(None, Subject::Story, &strings.join("\n"));
    let words = |nth: usize| Some(strings[nth].clone());
    ReportOptions { title: words(5), reviewer: words(13), unread: strings.to_vec(), review, ..ReportOptions::default() }
}

/// Whether `c` steers a terminal, a page or the direction of writing.
fn steers(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The parts of an archive that are XML, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let read = |name: String| {
        let mut xml = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut xml).unwrap();
        (name, xml)
    };
    names.into_iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")).map(read).collect()
}

/// The names of the elements of `xml`, which must be well formed.
fn elements(xml: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => {
                names.push(String::from_utf8(element.name().as_ref().to_vec()).unwrap());
            }
            Event::PI(_) | Event::CData(_) | Event::DocType(_) => panic!("more than elements and text"),
            Event::Eof => return names,
            _ => {}
        }
    }
}

/// Every text of a JSON value.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, all)),
        _ => {}
    }
}

fn check_page(text: &str) -> String {
    let page = Html::parse_document(text);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    let everything = Selector::parse("*").unwrap();
    let mut n_styles = 0;
    for element in page.select(&everything) {
        let name = element.value().name();
        n_styles += usize::from(name == "style");
        let active = ["script", "img", "iframe", "svg", "object", "embed", "form", "base", "link", "b", "i", "video"];
        assert!(!active.contains(&name), "{name}");
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}");
            assert!(name != "href" || value.starts_with('#'), "{value}");
        }
    }
    assert_eq!(n_styles, 1);
    page.root_element().text().collect()
}

fn check_markdown(text: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut plain = String::new();
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("{dest_url}"),
            Event::Start(Tag::Strikethrough | Tag::Emphasis) | Event::InlineMath(_) => panic!("{event:?}"),
            Event::Text(words) | Event::Code(words) => plain += &words,
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push(' '),
            _ => {}
        }
    }
    plain
}

fn check_document(bytes: &[u8]) -> String {
    for (name, xml) in parts(bytes) {
        let names = elements(&xml);
        for active in ["w:instrText", "w:fldSimple", "w:hyperlink", "w:object", "w:altChunk", "w:drawing", "w:subDoc"] {
            assert!(!names.iter().any(|name| name == active), "{active} in {name}");
        }
        assert!(!name.ends_with(".rels") || !xml.contains("TargetMode=\"External\""), "{name}");
    }
    docx::words_of(Format::Docx, bytes)
}

fn check_sheet(bytes: &[u8]) -> String {
    for (name, xml) in parts(bytes) {
        let names = elements(&xml);
        for active in ["f", "hyperlink", "oleObject", "externalReference", "ddeLink", "legacyDrawing"] {
            assert!(!names.iter().any(|name| name == active), "{active} in {name}");
        }
        assert!(!name.ends_with(".rels") || !xml.contains("TargetMode=\"External\""), "{name}");
    }
    docx::cells(bytes).join("\n")
}

fn check_table(bytes: &[u8]) -> String {
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap());
    let mut all = String::new();
    for row in reader.records().map(Result::unwrap) {
        for cell in row.iter().filter(|cell| cell.parse::<f64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '@', '-', '\t', '\r', '＝', '＋', '－', '＠']), "{cell:?}");
            all += cell;
            all.push('\n');
        }
    }
    all
}

/// What has to be found of a string: its letters and digits, which no format writes otherwise.
fn core(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[test]
fn two_hundred_hostile_strings_are_text_in_every_format() {
    let strings = strings();
    let comparison = story(&strings);
    assert_eq!(comparison.findings.findings.len(), strings.len());
    let options = options(&strings, &comparison);
    for format in Format::ALL {
        let bytes = render(format, &comparison, &options);
        let text = || String::from_utf8(bytes.clone()).unwrap();
        let words = match format {
            Format::Html => check_page(&text()),
            Format::Markdown => check_markdown(&text()),
            Format::Docx => check_document(&bytes),
            Format::Xlsx => check_sheet(&bytes),
            Format::Csv => check_table(&bytes),
            Format::Text => text(),
            Format::Json | Format::Annotations => {
                let value: Value = serde_json::from_slice(&bytes).unwrap();
                let mut all = Vec::new();
                texts(&value, &mut all);
                all.join("\n")
            }
            Format::Tei => {
                let names = elements(&text());
                assert!(names.iter().all(|name| ELEMENTS.contains(&name.as_str())), "{names:?}");
                let resolved = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
                resolved.iter().fold(text(), |text, (entity, sign)| text.replace(entity, sign))
            }
        };
        if matches!(format, Format::Html | Format::Markdown | Format::Text) {
            assert_eq!(text().chars().find(|&c| steers(c)), None, "{format:?}");
        }
        let words = core(&words);
        for string in &strings {
            assert!(words.contains(&core(string)), "{format:?} lacks {string:?}");
        }
    }
}
