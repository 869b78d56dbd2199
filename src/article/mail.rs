//! E-mail messages (.eml) and pages saved as MHTML, parsed by [mail-parser](https://docs.rs/mail-parser).
//!
//! A message's words are those of its HTML part, read as a saved page, or else of its plain text. Documents and
//! messages attached to it are articles of their own. A page saved as MHTML is a message whose subject is the page's
//! title and whose date is that of saving, so that only its address and that date are taken from the headers.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::archived::Saved;
use super::contents::Contents;
use super::{Article, BlockKind, DropReason, Dropped, Format, Published, Unreadable, html, text};

/// Most parts of a message: newsletters come to about fifty, with every picture one.
const MAX_PARTS: usize = 5_000;

/// How deep messages are attached to messages that are read.
const MAX_DEPTH: usize = 3;

/// Most articles of one message.
const MAX_ARTICLES: usize = 200;

/// Reads the articles of the message in `bytes`, which stands `depth` deep in others.
///
/// # Errors
/// When it has too many parts or no words.
pub(super) fn read(bytes: &[u8], name: &str, depth: usize) -> Result<Vec<Article>, Unreadable> {
    let n_parts = count(bytes, b"\n--") + count(bytes, b"message/rfc822");
    if count(bytes, b"boundary=").max(count(bytes, b"message/rfc822")) > MAX_PARTS || n_parts > 100 * MAX_PARTS {
        return Err(Unreadable::TooComplex);
    }
    // The line before each message in a mailbox is none of its headers.
    let bytes = match bytes.strip_prefix(b"From ") {
        Some(_) => bytes.splitn(2, |byte| *byte == b'\n').nth(1).unwrap_or_default(),
        None => bytes,
    };
    let message = MessageParser::default().parse(bytes).ok_or(Unreadable::Damaged)?;
    let mut articles = Vec::new();
    add(&message, name, depth, &mut articles)?;
    Ok(articles)
}

fn add(message: &Message<'_>, name: &str, depth: usize, articles: &mut Vec<Article>) -> Result<(), Unreadable> {
    let page = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let format = if is_page(message) { Format::WebArchive } else { Format::Email };
    let body = body(message, page).and_then(|contents| Article::from_contents(contents, format, name));
    let n_before = articles.len();
    let failure = match body {
        Ok(article) => {
            articles.push(article);
            None
        }
        Err(error) => Some(error),
    };
    // The pictures and frames of a saved page are not attached to it.
    for part in message.attachments().filter(|_| format == Format::Email) {
        if articles.len() >= MAX_ARTICLES {
            break;
        }
        add_attached(part, name, depth, articles);
    }
    match failure {
        Some(error) if articles.len() == n_before => Err(error),
        _ => Ok(()),
    }
}

/// What is attached and can be read is an article; pictures, calendars and the like are none.
fn add_attached(part: &MessagePart<'_>, name: &str, depth: usize, articles: &mut Vec<Article>) {
    if depth >= MAX_DEPTH {
        return;
    }
    if let PartType::Message(message) = &part.body {
        // One that cannot be read leaves the others standing.
        let _ = add(message, message.subject().unwrap_or(name), depth + 1, articles);
        return;
    }
    let Some(file) = part.attachment_name() else { return };
    if let Ok(attached) = super::read_inside(part.contents(), file, depth + 1, &|_| ()) {
        articles.extend(attached);
    }
}

/// Whether a message is a saved page.
fn is_page(message: &Message<'_>) -> bool {
    let is_saved = message.header_raw("From").is_some_and(|from| from.contains("<Saved by"));
    let is_related =
        message.content_type().is_some_and(|kind| kind.ctype() == "multipart" && kind.subtype() == Some("related"));
    is_saved || message.header_raw("Snapshot-Content-Location").is_some() || is_related && message.from().is_none()
}

fn body(message: &Message<'_>, page: Option<&str>) -> Result<Contents, Unreadable> {
    let markup = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(markup) => Some((markup, part)),
        _ => None,
    });
    if is_page(message) {
        let (markup, part) = markup.ok_or(Unreadable::Blank)?;
        let mut contents = html::read(markup)?;
        let mut saved = Saved::of_address(page.or(part.content_location()).unwrap_or_default());
        saved.retrieved = saved.retrieved.or_else(|| sent(message));
        contents.details.add(saved);
        return Ok(contents);
    }
    let mut contents = match markup {
        Some((markup, _)) => html::read(markup).or_else(|_| html::read_copied(markup))?,
        None => {
            let plain = message.text_bodies().find_map(|part| match &part.body {
                PartType::Text(plain) => Some(plain),
                _ => None,
            });
            unquoted(plain.ok_or(Unreadable::Blank)?)
        }
    };
    add_headers(message, &mut contents);
    Ok(contents)
}

/// When a message was sent, or a page saved.
fn sent(message: &Message<'_>) -> Option<Published> {
    let date = message.date()?;
    Published::parse(&format!("{:04}-{:02}-{:02}T{:02}:{:02}", date.year, date.month, date.day, date.hour, date.minute))
}

/// What the headers say of a message that its words do not.
fn add_headers(message: &Message<'_>, contents: &mut Contents) {
    let details = &mut contents.details;
    let sender = message.from().and_then(|from| from.first());
    let sender = sender.and_then(|sender| sender.name().or(sender.address())).map(str::to_owned);
    details.outlet = details.outlet.take().or(sender);
    details.published = details.published.or_else(|| sent(message));
    if details.title.is_none()
        && let Some(subject) = message.subject().map(super::document::single_spaced)
    {
        // A subject that stands above the text as well is its headline there.
        let first = contents.blocks.first_mut().filter(|block| block.span.of(&contents.text) == subject);
        if let Some(block) = first {
            block.kind = BlockKind::Headline;
        }
        contents.details.title = Some(subject).filter(|subject| !subject.is_empty());
    }
}

/// Plain text without the lines of an earlier message that it quotes and without the signature.
fn unquoted(plain: &str) -> Contents {
    let (plain, signature) = match plain.find("\n-- \n").or_else(|| plain.find("\n-- \r\n")) {
        Some(at) => plain.split_at(at),
        None => (plain, ""),
    };
    let (quoted, kept): (Vec<&str>, Vec<&str>) = plain.lines().partition(|line| line.starts_with('>'));
    let mut contents = text::read(&kept.join("\n"));
    for left_out in [quoted.join("\n"), signature.trim_start_matches(['\n', '-', ' ', '\r']).to_owned()] {
        if !left_out.trim().is_empty() {
            contents.dropped.push(Dropped {
                text: left_out,
                why: DropReason::NotArticle,
                before: contents.blocks.len(),
            });
        }
    }
    contents
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    memchr::memmem::find_iter(bytes, part).count()
}
