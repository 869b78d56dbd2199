//! What kind of document bytes are, told by their content; a file's ending only tips the scales between kinds of text.
//!
//! Signatures are those of the [WHATWG MIME sniffing standard](https://mimesniff.spec.whatwg.org/) and of the formats
//! themselves. A document that is recognized but cannot be read is named, so that people know what to do with it.

use super::Format;

/// How far into the bytes signatures and marks are looked for.
const HEAD: usize = 64 * 1024;

/// A kind of document that is recognized but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Portable Document Format.
    Pdf,
    /// Word's older binary format, or another document of its time.
    Doc,
    /// Word's newer format.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// An electronic book.
    Epub,
    /// A spreadsheet or presentation.
    Office,
    /// A web page saved in one file by a browser.
    WebArchive,
    /// An e-mail message.
    Email,
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
            Self::Pdf => "PDF files are",
            Self::Doc => "Word documents of the older kind (.doc) are",
            Self::Docx => "Word documents (.docx) are",
            Self::Odt => "OpenDocument texts (.odt) are",
            Self::Rtf => "RTF files are",
            Self::Epub => "e-books (.epub) are",
            Self::Office => "spreadsheets and presentations are",
            Self::WebArchive => "web archives (.mhtml, .webarchive, .warc) are",
            Self::Email => "e-mail messages are",
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
            Self::Pdf => "open it, copy the article's text and paste it, or save it as text",
            Self::Doc | Self::Docx | Self::Odt | Self::Rtf => "save it as HTML or plain text",
            Self::Epub | Self::Office => "copy the article's text and paste it",
            Self::WebArchive => "save the page as HTML",
            Self::Email => "copy the article's text and paste it, or save it as text",
            Self::Archive => "unpack it and open the article inside",
            Self::Picture | Self::Recording => "type or paste the article's text",
            Self::Feed => "open the article itself and save the page as HTML",
            Self::Xml | Self::Json | Self::Program => "choose a text, Markdown or HTML file",
        }
    }
}

/// Signatures at the very start.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"{\\rtf", Foreign::Rtf),
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
    (b"bplist00", Foreign::WebArchive),
    (b"WARC/", Foreign::WebArchive),
    (b"\x7FELF", Foreign::Program),
    (b"MZ\x90\0", Foreign::Program),
    (b"\xCF\xFA\xED\xFE", Foreign::Program),
    (b"\xCA\xFE\xBA\xBE", Foreign::Program),
];

/// The kind of `bytes` if it is one that is not text.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Some(*kind);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zipped(head));
    }
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Some(Foreign::Pdf);
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => Some(Foreign::Picture),
        (_, Some(b"ftyp"), _) => Some(Foreign::Recording),
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(Foreign::Picture),
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) => Some(Foreign::Recording),
        _ => None,
    }
}

/// What a zip archive holds, told by the names at its start.
fn zipped(head: &[u8]) -> Foreign {
    let kinds: &[(&[u8], Foreign)] = &[
        (b"application/epub+zip", Foreign::Epub),
        (b"application/vnd.oasis.opendocument.text", Foreign::Odt),
        (b"application/vnd.oasis.opendocument", Foreign::Office),
        (b"word/", Foreign::Docx),
        (b"xl/", Foreign::Office),
        (b"ppt/", Foreign::Office),
    ];
    kinds.iter().find(|(mark, _)| contains(head, mark)).map_or(Foreign::Archive, |(_, kind)| *kind)
}

/// The kind of `text`, decoded from a file called `name`.
pub(super) fn of_text(text: &str, name: &str) -> Result<Format, Foreign> {
    let head = head_of(text);
    let trimmed = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if is_mail(trimmed) {
        let is_archive =
            contains_ignoring_case(trimmed, "multipart/related") || trimmed.contains("Snapshot-Content-Location");
        return Err(if is_archive { Foreign::WebArchive } else { Foreign::Email });
    }
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

/// Whether `head` opens with the header lines of a message.
fn is_mail(head: &str) -> bool {
    const HEADERS: &[&str] =
        &["received", "return-path", "mime-version", "message-id", "delivered-to", "content-type", "x-mailer"];
    head.lines()
        .take_while(|line| !line.trim().is_empty())
        .take(60)
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header)))
        .count()
        >= 2
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

fn contains_ignoring_case(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}
