//! E-books (.epub): [EPUB 3.3](https://www.w3.org/TR/epub-33/), pages of XHTML in a zip archive, in the order of the
//! spine.
//!
//! Every page of the spine with the text of an article is one; a book whose pages are short is one article.

use super::package::{Package, resolve};
use super::published;
use super::xml::{Element, parse};
use crate::article::contents::Contents;
use crate::article::{BlockKind, Details, DropReason, Dropped, Unreadable, encoding, html};

/// Fewest words of a page that is an article of its own: less are covers, imprints and lists of contents.
const ARTICLE_WORDS: usize = 100;

/// Most pages of the spine that are read.
const MAX_PAGES: usize = 2_000;

/// Reads the articles of the book in `bytes`.
///
/// # Errors
/// When it is damaged, encrypted, or beyond the limits.
pub(in crate::article) fn read(bytes: &[u8]) -> Result<Vec<Contents>, Unreadable> {
    let mut package = Package::open(bytes)?;
    if let Some(bytes) = package.read("META-INF/encryption.xml")? {
        // Fonts are often disguised, which hides no text.
        let is_text_hidden = |element: &Element| element.attribute("URI").is_some_and(|uri| uri.contains("html"));
        if any(&parse(&bytes)?, &is_text_hidden) {
            return Err(Unreadable::Encrypted);
        }
    }
    let container = parse(&package.need("META-INF/container.xml")?)?;
    let root = container.find("rootfile").and_then(|file| file.attribute("full-path")).ok_or(Unreadable::Damaged)?;
    let book = parse(&package.need(root)?)?;
    let book = book.child("package").ok_or(Unreadable::Damaged)?;
    let details = details(book);
    let mut pages = Vec::new();
    for path in spine(book, root).into_iter().take(MAX_PAGES) {
        let Some(bytes) = package.read(&path)? else { continue };
        let Some(decoded) = encoding::decode(&bytes) else { continue };
        let contents = html::read_copied(&decoded.text)?;
        if !contents.blocks.is_empty() {
            pages.push(contents);
        }
    }
    Ok(articles(pages, &details))
}

/// The pages in the order they are read in.
fn spine(book: &Element, root: &str) -> Vec<String> {
    let manifest: Vec<&Element> = book.child("manifest").into_iter().flat_map(Element::elements).collect();
    let items = book.child("spine").into_iter().flat_map(Element::elements);
    let mut paths = Vec::new();
    for item in items.filter(|item| item.attribute("linear") != Some("no")) {
        let is_named =
            |entry: &&&Element| entry.attribute("id").is_some() && entry.attribute("id") == item.attribute("idref");
        let Some(entry) = manifest.iter().find(is_named) else { continue };
        let is_contents = entry.attribute("properties").is_some_and(|all| all.split(' ').any(|one| one == "nav"));
        if let Some(href) = entry.attribute("href").filter(|_| !is_contents) {
            paths.push(resolve(root, &percent_decoded(href)));
        }
    }
    paths
}

fn details(book: &Element) -> Details {
    let metadata = book.child("metadata");
    let given = |name| metadata.and_then(|all| all.find(name)).map(|element| super::single_spaced(&element.text()));
    let given = |name| given(name).filter(|text: &String| !text.is_empty());
    Details {
        title: given("title"),
        outlet: given("publisher"),
        byline: given("creator"),
        published: given("date").as_deref().and_then(published),
        address: given("source").filter(|source| source.starts_with("http")),
        ..Details::default()
    }
}

/// Pages with the text of an article are articles; what is too short goes with the next, or is left out before the
/// first.
fn articles(pages: Vec<Contents>, details: &Details) -> Vec<Contents> {
    let n_words = |page: &Contents| page.text.split_whitespace().count();
    let n_long = pages.iter().filter(|page| n_words(page) >= ARTICLE_WORDS).count();
    let mut articles: Vec<Contents> = Vec::new();
    let mut short = Vec::new();
    if n_long == 0 {
        let mut whole = Contents::default();
        for page in &pages {
            append(&mut whole, page);
        }
        articles.push(whole);
    } else {
        for page in pages {
            if n_words(&page) < ARTICLE_WORDS {
                short.push(Dropped { text: page.text.replace('\n', " "), why: DropReason::NotArticle, before: 0 });
            } else {
                articles.push(page);
            }
        }
    }
    let is_one = articles.len() == 1;
    for article in &mut articles {
        article.details = Details { title: None, ..details.clone() };
        let headline = article
            .blocks
            .iter_mut()
            .take(2)
            .find(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Heading));
        match headline {
            Some(block) => {
                block.kind = BlockKind::Headline;
                article.details.title = Some(block.span.of(&article.text).to_owned());
            }
            None if is_one => article.details.title.clone_from(&details.title),
            None => {}
        }
    }
    if let Some(first) = articles.first_mut() {
        first.dropped.extend(short);
    }
    articles
}

fn append(whole: &mut Contents, page: &Contents) {
    for block in &page.blocks {
        whole.push(block.kind, block.span.of(&page.text));
    }
}

fn any(element: &Element, is: &dyn Fn(&Element) -> bool) -> bool {
    is(element) || element.elements().any(|child| any(child, is))
}

/// `text` with every `%20` and the like as the byte it stands for.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
