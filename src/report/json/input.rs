//! What `batch` reads: a story on each line.

use schemars::JsonSchema;
use serde::Deserialize;

/// A story, as `batch` reads it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StoryJson {
    /// The story's id, given back with the answer.
    pub id: Option<String>,
    /// Its articles.
    pub articles: Vec<InputJson>,
}

/// An article of a story, as `batch` reads it: `text` or `sentences`.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct InputJson {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its text.
    pub text: Option<String>,
    /// Its sentences, which are not split or merged further.
    pub sentences: Option<Vec<String>>,
    /// Its title.
    pub title: Option<String>,
    /// Its date of publication in ISO 8601.
    pub published: Option<String>,
}
