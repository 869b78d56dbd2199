//! What kind of document bytes are, told by their content; a file's ending only tips the scales between kinds of text.
//!
//! Signatures are those of the [WHATWG MIME sniffing standard](https://mimesniff.spec.whatwg.org/) and of the formats
//! themselves. A document that is recognized but cannot be read is named, so that people know what to do with it.

use serde::{Deserialize, Serialize};

use super::Format;

/// How far into the bytes signatures and marks are looked for.
const HEAD: usize = 64 * 1024;

/// A kind of document that is recognized but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    /// Word's older binary format, or another document of its time.
    Doc,
    /// A spreadsheet or presentation.
    Office,
    /// The record of a crawler.
    Warc,
    /// A compressed file or an archive of files.
    Archive,
    /// A picture.
    Picture,
    /// Sound or a film.
    Recording,
    /// A list of news items for programs.
    Feed,
    /// Markup other than a web page.
    Xml,
    /// Data for programs.
    Json,
    /// A program.
    Program,
}

impl Foreign {
    /// Its name with the verb that follows it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Doc => "Word documents of the older kind (.doc) are",
            Self::Office => "spreadsheets and presentations are",
            Self::Warc => "records of crawlers (.warc) are",
            Self::Archive => "compressed files and archives are",
            Self::Picture => "pictures are",
            Self::Recording => "sound and film files are",
            Self::Feed => "news feeds are",
            Self::Xml => "XML files are",
            Self::Json => "JSON files are",
            Self::Program => "programs are",
        }
    }

    /// What to do instead.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Doc => "save it as .docx",
            Self::Office => "copy the article's text and paste it",
            Self::Warc => "save the page as HTML",
            Self::Archive => "unpack it and open the article inside",
            Self::Picture | Self::Recording => "type or paste the article's text",
            Self::Feed => "open the article itself and save the page as HTML",
            Self::Xml | Self::Json | Self::Program => "choose a text, a document or a saved page",
        }
    }
}

/// Signatures at the very start.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::Doc),
    (b"\x1F\x8B", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\xFD7zXZ\0", Foreign::Archive),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"\x28\xB5\x2F\xFD", Foreign::Archive),
    (b"\x89PNG\r\n\x1A\n", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF87a", Foreign::Picture),
    (b"GIF89a", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"\0\0\x01\0", Foreign::Picture),
    (b"ID3", Foreign::Recording),
    (b"OggS\0", Foreign::Recording),
    (b"fLaC", Foreign::Recording),
    (b"\x1A\x45\xDF\xA3", Foreign::Recording),
    (b"WARC/", Foreign::Warc),
    (b"\x7FELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
    (b"\xCF\xFA\xED\xFE", Foreign::Program),
    (b"\xCA\xFE\xBA\xBE", Foreign::Program),
];

/// The kind of `bytes` if it is one that is not simply text; `None` for text.
///
/// # Errors
/// When it is one that is not read.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Option<Format>, Foreign> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(*kind);
    }
    if head.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Some(Format::Rtf));
    }
    if head.starts_with(b"bplist00") {
        return Ok(Some(Format::WebArchive));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zipped(bytes).map(Some);
    }
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => return Err(Foreign::Picture),
        (_, Some(b"ftyp"), _) => return Err(Foreign::Recording),
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Err(Foreign::Picture),
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) => return Err(Foreign::Recording),
        _ => {}
    }
    Ok(is_mail(&String::from_utf8_lossy(head)).then_some(Format::Email))
}

/// What a zip archive holds, told by the names at its start and in the directory at its end.
fn zipped(bytes: &[u8]) -> Result<Format, Foreign> {
    let kinds: &[(&[u8], Result<Format, Foreign>)] = &[
        (b"mimetypeapplication/epub+zip", Ok(Format::Epub)),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", Ok(Format::Odt)),
        (b"mimetypeapplication/vnd.oasis.opendocument", Err(Foreign::Office)),
        (b"word/document", Ok(Format::Docx)),
        (b"xl/workbook", Err(Foreign::Office)),
        (b"ppt/presentation", Err(Foreign::Office)),
        (b"META-INF/container.xml", Ok(Format::Epub)),
        (b"word/", Ok(Format::Docx)),
    ];
    let (head, tail) = (&bytes[..bytes.len().min(HEAD)], &bytes[bytes.len().saturating_sub(HEAD)..]);
    let is_there = |mark: &[u8]| contains(head, mark) || contains(tail, mark);
    kinds.iter().find(|(mark, _)| is_there(mark)).map_or(Err(Foreign::Archive), |(_, kind)| *kind)
}

/// The kind of `text`, decoded from a file called `name`.
pub(super) fn of_text(text: &str, name: &str) -> Result<Format, Foreign> {
    let head = head_of(text);
    let trimmed = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if let Some(kind) = markup(trimmed, &ending) {
        return kind;
    }
    if trimmed.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Err(Foreign::Json);
    }
    let is_markdown = matches!(ending.as_str(), "md" | "markdown" | "mdown" | "mkd") || looks_like_markdown(trimmed);
    Ok(if is_markdown { Format::Markdown } else { Format::Text })
}

/// The first stretch of `text`, cut at a character.
fn head_of(text: &str) -> &str {
    &text[..text.floor_char_boundary(HEAD)]
}

/// The kind of a text that is made of tags, if it is.
fn markup(head: &str, ending: &str) -> Option<Result<Format, Foreign>> {
    let mut rest = head;
    let mut is_xml = false;
    // What may stand before the first element.
    let name = loop {
        rest = rest.trim_start();
        let tag = rest.strip_prefix('<')?;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
        } else if tag.starts_with('?') {
            is_xml = true;
            rest = tag.split_once('>')?.1;
        } else if let Some(doctype) = tag.strip_prefix('!') {
            if doctype.get(..12).is_some_and(|start| start.eq_ignore_ascii_case("doctype html")) {
                return Some(Ok(Format::Html));
            }
            rest = doctype.split_once('>')?.1;
        } else {
            let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(tag.len());
            break tag[..end].to_ascii_lowercase();
        }
    };
    match name.as_str() {
        "rss" | "feed" | "rdf:rdf" => Some(Err(Foreign::Feed)),
        "html" | "head" | "body" | "title" | "meta" | "script" | "style" | "link" | "article" | "main" | "section"
        | "header" | "div" | "table" | "h1" | "h2" | "h3" | "p" | "br" | "span" | "ul" | "ol" | "blockquote"
        | "font" | "center" | "a" | "b" | "i" | "em" | "strong" | "figure" | "nav" => Some(Ok(Format::Html)),
        _ if is_xml => Some(Err(Foreign::Xml)),
        "" => None,
        _ => matches!(ending, "html" | "htm" | "xhtml").then_some(Ok(Format::Html)),
    }
}

/// Whether `head` opens with the header lines of a message: two that only mail has, or sender, receiver and subject.
fn is_mail(head: &str) -> bool {
    const HEADERS: &[&str] =
        &["received", "return-path", "mime-version", "message-id", "delivered-to", "content-type", "x-mailer"];
    const LETTER: &[&str] = &["from", "to", "subject"];
    let names = head
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .lines()
        .take_while(|line| !line.trim().is_empty())
        .take(60)
        .filter_map(|line| line.split_once(": ").or_else(|| line.split_once(":\t")).map(|(name, _)| name));
    let (mut n_headers, mut is_seen) = (0, [false; LETTER.len()]);
    for name in names {
        n_headers += usize::from(HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header)));
        for (seen, letter) in is_seen.iter_mut().zip(LETTER) {
            *seen |= name.eq_ignore_ascii_case(letter);
        }
    }
    n_headers >= 2 || is_seen.iter().all(|seen| *seen)
}

/// Whether a text without a telling name is Markdown: a front matter, or headings together with links or emphasis.
fn looks_like_markdown(head: &str) -> bool {
    if super::markdown::front_matter(head).is_some_and(|(fields, _)| !fields.is_empty()) {
        return true;
    }
    let n_headings = head
        .lines()
        .filter(|line| {
            let rest = line.trim_start_matches('#');
            (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ') && !rest.trim().is_empty()
        })
        .count();
    let n_marks = head.matches("](http").count() + head.matches("**").count() / 2;
    n_headings >= 1 && n_headings + n_marks >= 3
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
