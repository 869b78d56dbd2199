//! What a person says of the story as a whole: the words that are at the head of its reports.

use serde::{Deserialize, Serialize};

use super::key::ArticleKey;

/// The head of a story; what is empty was not given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// The title of its reports.
    pub title: String,
    /// Who reads the story.
    pub reviewer: String,
    /// Who reads it after that.
    pub second_reader: String,
    /// The article that the others are held against: a court release, a wire copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authoritative: Option<ArticleKey>,
}
