//! Prints every pair of figures that findings weigh, for `benches/fit_pairs.py`.
//!
//! Stories as `crosscheck batch` reads them come on standard input. A line for each pair goes out, parted by tabs: the story's id, for
//! both figures article, sentence and printed words, 1 where the values meet, then the measures, the further ones behind a `|`.
#![expect(clippy::unwrap_used, reason = "a measurement fails by panicking")]

use std::io::BufRead;
use std::sync::Arc;

use crosscheck::alignment;
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::{Article, Published};
use crosscheck::findings;
use crosscheck::report::json::StoryJson;
use crosscheck::story::Story;

fn main() {
    for line in std::io::stdin().lock().lines() {
        let story: StoryJson = serde_json::from_str(&line.unwrap()).unwrap();
        let analyses: Vec<Analysis> = story
            .articles
            .into_iter()
            .map(|input| {
                let mut article = match input.sentences {
                    Some(sentences) => Article::from_sentences(input.name, &sentences),
                    None => Article::from_text(input.name, input.text.unwrap_or_default()),
                };
                article.details.published = input.published.as_deref().and_then(Published::parse);
                analyze(Arc::new(article))
            })
            .collect();
        let alignment = alignment::align(&Story::read(&analyses), &alignment::Options::default());
        for pair in findings::weighed(&analyses, &alignment) {
            let places = pair.places.map(|(id, span)| {
                let analysis = &analyses[id.article];
                format!("{}\t{}\t{}", id.article, analysis.claims[id.claim].sentence, analysis.words(span))
            });
            let numbers = |all: &[f64]| all.iter().map(|number| format!("{number:.4}")).collect::<Vec<_>>().join("\t");
            println!(
                "{}\t{}\t{}\t{}\t|\t{}",
                story.id.as_deref().unwrap_or_default(),
                places.join("\t").replace('\n', " "),
                u8::from(pair.values_meet),
                numbers(&pair.measures),
                numbers(&pair.measures_apart)
            );
        }
    }
}
