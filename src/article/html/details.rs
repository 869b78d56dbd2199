//! What a page says about itself: title, outlet, byline, date and address, and how it was saved.
//!
//! Asked in turn, the most explicit first: [schema.org](https://schema.org/NewsArticle) data in JSON-LD, the
//! [Open Graph](https://ogp.me) and other `meta` elements, and then the elements people see (`h1`, `time`, `title`).
//! Nothing is made up where a page does not say.

use scraper::{ElementRef, Html};

use super::super::archived::Saved;
use super::super::{Details, Published};
use super::linked_data::LinkedData;

/// Names of `meta` elements, the most reliable first.
const TITLE_NAMES: &[&str] = &["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"];
const OUTLET_NAMES: &[&str] =
    &["og:site_name", "application-name", "al:ios:app_name", "twitter:app:name:iphone", "dc.publisher"];
const BYLINE_NAMES: &[&str] =
    &["author", "article:author_name", "parsely-author", "byl", "dc.creator", "sailthru.author", "article:author"];
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published-date",
    "pubdate",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "article.published",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
];

/// Longer bylines are not names: a class called `author` often holds a whole biography.
const BYLINE_MAX: usize = 120;

/// What a page says about itself.
pub(super) struct Told {
    /// Title, outlet, byline, date and address.
    pub details: Details,
    /// Its headings of the first level, which may repeat the title.
    pub headings: Vec<String>,
    /// The article's text, where it stands in the page's data.
    pub body: Option<String>,
}

/// Reads what `page` says about itself.
pub(super) fn read(page: &Html) -> Told {
    let seen = Seen::of(page);
    let data = LinkedData::of(&seen.scripts);
    let outlet =
        seen.meta(&OUTLET_NAMES[..1]).or_else(|| data.publisher.clone()).or_else(|| seen.meta(&OUTLET_NAMES[1..]));
    let told = data
        .headline
        .or_else(|| seen.meta(TITLE_NAMES))
        .or_else(|| seen.window_title.clone())
        .map(|title| without_outlet(&title, outlet.as_deref()));
    let title = match (told, seen.headings.as_slice()) {
        // What people see is preferred to what search engines are told, where both speak of the same.
        (Some(told), headings) => {
            Some(headings.iter().find(|heading| is_alike(&told, heading)).cloned().unwrap_or(told))
        }
        (None, [only]) => Some(only.clone()),
        (None, _) => None,
    };
    let byline = [data.authors, seen.meta(BYLINE_NAMES), seen.byline.clone()]
        .into_iter()
        .flatten()
        .map(|byline| tidy_byline(&byline))
        .find(|byline| is_byline(byline));
    let published = data
        .published
        .or_else(|| DATE_NAMES.iter().find_map(|name| Published::parse(&seen.meta(&[name])?)))
        .or_else(|| seen.named_dates.iter().find_map(|date| Published::parse(date)))
        .or_else(|| seen.dates.iter().find_map(|date| Published::parse(date)));
    let mut details = Details { title, outlet, byline, published, ..Details::default() };
    let addresses = [seen.canonical.clone(), seen.meta(&["og:url"]), data.address].into_iter().flatten();
    for saved in addresses.map(|address| Saved::of_address(&address)).chain(seen.saved) {
        details.add(saved);
    }
    details.outlet = details.outlet.or_else(|| host(details.address.as_deref()?));
    Told { details, headings: seen.headings, body: data.body }
}

/// What one pass over the page collects.
#[derive(Default)]
struct Seen {
    /// Names and contents of `meta` elements, names in lower case.
    metas: Vec<(String, String)>,
    scripts: Vec<String>,
    headings: Vec<String>,
    window_title: Option<String>,
    byline: Option<String>,
    dates: Vec<String>,
    /// What `meta` elements say that a site has named in its own way.
    named_dates: Vec<String>,
    canonical: Option<String>,
    /// What each comment says of how the page was saved.
    saved: Vec<Saved>,
}

impl Seen {
    fn of(page: &Html) -> Self {
        let mut seen = Self::default();
        let comments = page.tree.nodes().filter_map(|node| node.value().as_comment());
        seen.saved = comments.map(|comment| Saved::of_comment(comment)).collect();
        for element in page.tree.nodes().filter_map(ElementRef::wrap) {
            let attribute = |name| element.attr(name).map(str::trim).filter(|value| !value.is_empty());
            match element.value().name() {
                "meta" => {
                    if let Some(content) = attribute("content") {
                        let names = ["property", "name", "itemprop"].into_iter().filter_map(attribute);
                        for name in names.flat_map(str::split_whitespace).map(str::to_ascii_lowercase) {
                            if names_publication(&name) {
                                seen.named_dates.push(content.to_owned());
                            }
                            seen.metas.push((name, content.to_owned()));
                        }
                    }
                }
                "script" if attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                    seen.scripts.push(element.text().collect());
                }
                "title" if seen.window_title.is_none() => seen.window_title = words(element),
                "h1" => seen.headings.extend(words(element)),
                "link" if attribute("rel") == Some("canonical") && seen.canonical.is_none() => {
                    seen.canonical = attribute("href").map(str::to_owned);
                }
                "time" => seen.dates.extend(attribute("datetime").map(str::to_owned).or_else(|| words(element))),
                _ => {
                    let is = |name: &str| {
                        attribute("itemprop") == Some(name)
                            || attribute("rel") == Some(name)
                            || attribute("class").is_some_and(|class| {
                                class.split_whitespace().any(|class| class.eq_ignore_ascii_case(name))
                            })
                    };
                    if seen.byline.is_none() && (is("author") || is("byline")) {
                        seen.byline = words(element);
                    }
                    let is_named =
                        attribute("class").is_some_and(|class| class.split_whitespace().any(names_publication));
                    if is("datePublished") || is_named {
                        seen.dates.extend(words(element));
                    }
                }
            }
        }
        seen
    }

    /// The content of the first of `names` that the page gives.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.metas.iter().find(|(known, _)| known == name))
            .map(|(_, content)| collapse(content))
    }
}

/// Whether the name of an element or a class is one for when an article appeared: "sn-post-date",
/// "article-publish-date".
fn names_publication(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    has(&["date", "time"])
        && has(&["publi", "pubdate", "pdate", "post", "posted", "entry", "article"])
        && !has(&["modif", "updat", "upload", "expir", "comment", "related", "candidate", "timeline"])
}

/// The words inside `element`, if any.
fn words(element: ElementRef<'_>) -> Option<String> {
    let text = collapse(&element.text().take(200).collect::<String>());
    (!text.is_empty()).then_some(text)
}

/// `text` with each run of white space made one space.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `title` without the outlet's name that pages hang behind it, or before it.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for mark in [" | ", " – ", " — ", " - ", " :: ", " • "] {
        if let Some((inner, last)) = title.rsplit_once(mark) {
            let is_outlet =
                outlet.is_some_and(|outlet| is_alike(outlet, last)) || mark == " | " && last.split(' ').count() <= 4;
            if is_outlet && !inner.trim().is_empty() {
                return without_outlet(inner.trim(), outlet);
            }
        }
    }
    title.to_owned()
}

/// Whether the shorter of two texts is contained in the other, letters and digits alone counting.
fn is_alike(a: &str, b: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && long.contains(&short) && short.len() * 2 >= long.len()
}

/// The host of an address, which names the outlet where nothing else does.
fn host(address: &str) -> Option<String> {
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// Whether `byline` can be names: not an address, a date or a biography.
fn is_byline(byline: &str) -> bool {
    let n_digits = byline.bytes().filter(u8::is_ascii_digit).count();
    !byline.is_empty() && !byline.contains("://") && byline.len() <= BYLINE_MAX && n_digits < 4
}

/// `byline` without "By".
fn tidy_byline(byline: &str) -> String {
    let byline = byline.trim();
    let rest = byline.get(..3).filter(|start| start.eq_ignore_ascii_case("by ")).map_or(byline, |_| &byline[3..]);
    rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | ';')).to_owned()
}
