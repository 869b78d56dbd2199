//! Searching all articles at once: upper and lower case, straight and curly quotes, hyphens and dashes, and every kind
//! of space count as the same; soft hyphens are passed over.

use crate::compare::Comparison;
use crate::text::Span;
use crate::text::word;
use crate::wording::look::letter;

/// The articles made ready for searching.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    articles: Vec<Folded>,
}

/// A text with its differences of writing folded away.
#[derive(Clone, Debug, Default)]
struct Folded {
    text: String,
    /// For each byte of `text` the offset of its character in the printed text, and the end of the printed text.
    printed: Vec<u32>,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The places, by article and place.
    pub hits: Vec<(usize, Span)>,
    /// For each article how many it has.
    pub counts: Vec<usize>,
}

impl SearchIndex {
    /// Makes the articles of `comparison` ready.
    pub fn new(comparison: &Comparison) -> Self {
        Self { articles: comparison.articles.iter().map(|article| fold(&article.article.text)).collect() }
    }

    /// Returns every place of `query`, which is looked for as typed but for the folding.
    pub fn find(&self, query: &str) -> Hits {
        let wanted = fold(query.trim()).text;
        let mut found = Hits { hits: Vec::new(), counts: vec![0; self.articles.len()] };
        if wanted.is_empty() {
            return found;
        }
        for (article, folded) in self.articles.iter().enumerate() {
            for (start, matched) in folded.text.match_indices(&wanted) {
                let span = Span::new(folded.printed[start] as usize, folded.printed[start + matched.len()] as usize);
                found.hits.push((article, span));
                found.counts[article] += 1;
            }
        }
        found
    }
}

impl Hits {
    /// Returns how many, and where: "12 found: A 5, B 7"; `at` is the index of the one that is shown.
    pub fn text(&self, at: Option<usize>) -> String {
        let n_hits = self.hits.len();
        if n_hits == 0 {
            return "Nothing found".to_owned();
        }
        let by_article: Vec<String> = self
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(article, count)| format!("{} {count}", letter(article)))
            .collect();
        let start = match at {
            Some(at) => format!("{} of {n_hits}", at + 1),
            None => format!("{n_hits} found"),
        };
        format!("{start}: {}", by_article.join(", "))
    }
}

fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (offset, printed) in text.char_indices().filter(|(_, c)| *c != '\u{ad}') {
        for c in word::folded(printed).to_lowercase() {
            folded.text.push(c);
            folded.printed.resize(folded.text.len(), u32::try_from(offset).unwrap_or(u32::MAX));
        }
    }
    folded.printed.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use std::sync::Arc;

    fn check(text: &str, query: &str, expected: &[&str]) {
        let article = crate::analysis::analyze(Arc::new(Article::from_text("Post", text)));
        let comparison = Comparison { articles: vec![article], ..Comparison::default() };
        let hits = SearchIndex::new(&comparison).find(query);
        let words: Vec<&str> = hits.hits.iter().map(|(_, span)| span.of(text)).collect();
        assert_eq!(words, expected, "{query:?} in {text:?}");
        assert_eq!(hits.counts, [expected.len()]);
    }

    #[test]
    fn ways_of_writing_count_as_the_same() {
        check("Nine men. NINE women.", "nine", &["Nine", "NINE"]);
        check("He said “never” – twice", "\"never\" -", &["“never” –"]);
        check("about 20\u{a0}kg", "20 kg", &["20\u{a0}kg"]);
        check("tra\u{ad}ffickers", "traffickers", &["tra\u{ad}ffickers"]);
        check("İstanbul and Istanbul", "istanbul", &["Istanbul"]);
        check("anything", "  ", &[]);
    }

    #[test]
    fn the_count_names_the_articles() {
        let hits = Hits { hits: vec![(0, Span::new(0, 1)), (2, Span::new(3, 4))], counts: vec![1, 0, 1] };
        assert_eq!(hits.text(None), "2 found: A 1, C 1");
        assert_eq!(hits.text(Some(1)), "2 of 2: A 1, C 1");
        assert_eq!(Hits::default().text(None), "Nothing found");
    }
}
