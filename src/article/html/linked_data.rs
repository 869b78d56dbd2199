//! The JSON-LD that news pages carry: [schema.org](https://schema.org/NewsArticle) items, alone, in a list or in a
//! `@graph`.

use serde_json::Value;

use super::super::Published;

/// What the article's item says.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    /// The headline.
    pub headline: Option<String>,
    /// The publisher's name.
    pub publisher: Option<String>,
    /// The authors' names, joined by commas.
    pub authors: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its address.
    pub address: Option<String>,
    /// The article's text, as it stands there: with line breaks or markup between its paragraphs.
    pub body: Option<String>,
}

/// How deep items are looked for below the top.
const DEPTH: usize = 4;

impl LinkedData {
    /// Reads the scripts of a page; broken ones are passed over.
    pub(super) fn of(scripts: &[String]) -> Self {
        let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
        let mut items = Vec::new();
        for value in &values {
            collect(value, DEPTH, &mut items);
        }
        let text = |path: &[&str]| items.iter().find_map(|item| text_at(item, path));
        Self {
            headline: text(&["headline"]),
            publisher: text(&["publisher", "name"]),
            authors: items.iter().find_map(|item| names(item.get("author")?)),
            published: items.iter().find_map(|item| Published::parse(&text_at(item, &["datePublished"])?)),
            address: text(&["mainEntityOfPage", "@id"])
                .or_else(|| text(&["mainEntityOfPage"]))
                .or_else(|| text(&["url"])),
            body: items.iter().find_map(|item| item.get("articleBody")?.as_str()).map(str::to_owned),
        }
    }
}

/// Scripts are often wrapped in comments, and hold raw line breaks inside strings.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_end_matches("//]]>");
    let script = script.trim_end_matches("-->").trim().trim_end_matches(';');
    serde_json::from_str(script).or_else(|_| serde_json::from_str(&script.replace(['\n', '\r', '\t'], " "))).ok()
}

/// The items that are articles.
fn collect<'a>(value: &'a Value, depth: usize, items: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) if depth > 0 => values.iter().for_each(|value| collect(value, depth - 1, items)),
        Value::Object(fields) => {
            if fields.get("@type").is_some_and(is_article) {
                items.push(value);
            }
            if let Some(graph) = fields.get("@graph").filter(|_| depth > 0) {
                collect(graph, depth - 1, items);
            }
        }
        _ => {}
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" || kind == "Review"
        }
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

/// The text at `path`, the first of a list where there are several.
fn text_at(item: &Value, path: &[&str]) -> Option<String> {
    let mut value = item;
    for name in path {
        value = first(value).get(name)?;
    }
    let text = first(value).as_str()?;
    let text = plain(text);
    (!text.is_empty()).then_some(text)
}

fn first(value: &Value) -> &Value {
    value.as_array().and_then(|values| values.first()).unwrap_or(value)
}

/// The names of one or more authors.
fn names(author: &Value) -> Option<String> {
    let name = |author: &Value| match author {
        Value::String(name) => Some(plain(name)),
        _ => author.get("name").and_then(|name| first(name).as_str()).map(plain),
    };
    let names: Vec<String> = match author {
        Value::Array(authors) => authors.iter().filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Text of a page's data without the markup and character references some put there.
fn plain(text: &str) -> String {
    let text = if text.contains(['&', '<']) {
        scraper::Html::parse_fragment(text).root_element().text().collect()
    } else {
        text.to_owned()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
