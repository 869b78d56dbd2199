//! The JSON contract `crosscheck/1`: mirror types of a comparison, serialized, and their JSON Schema.
//!
//! Offsets are UTF-8 byte offsets into the article's `text`, end exclusive; a bound that is not given is `null`.
//!
#![doc = include_str!("../../../assets/help/json-contract.md")]

mod document;
mod input;
mod model;
mod review;
mod values;
mod words;

use schemars::generate::SchemaSettings;

pub use self::input::{InputJson, StoryJson};
pub use self::model::{
    ArticleJson, Bound, ClaimJson, CorrectionJson, DecisionJson, DisagreementJson, Document, FactJson, FigureJson,
    FindingJson, LinkJson, LostJson, LostPlaceJson, MendJson, MentionJson, NotComparedJson, NoteJson, RegroupingJson,
    RowJson, WordsJson,
};
pub use self::words::{
    CertaintyJson, CheckJson, FigureKindJson, FindingKindJson, MendKindJson, RegroupingKindJson, RelationJson,
    VerdictJson,
};
use crate::compare::Comparison;
use crate::review::Standing;
use crate::view::report::ReportOptions;

/// The name of the contract.
pub const SCHEMA: &str = "crosscheck/1";

/// Returns `comparison` as a document, indented.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let mut document = Document::new(options.id.clone(), comparison, options.min_score);
    let standing = Standing::new(&options.review, comparison);
    document.take(comparison, &standing);
    document.title = options.title.clone().or(document.title);
    document.reviewer = options.reviewer.clone().or(document.reviewer);
    document.cut_down(comparison, &standing, &options.only);
    serde_json::to_string_pretty(&document).expect("all keys of a document are strings") + "\n"
}

/// Returns the JSON Schema of [`Document`].
///
/// Written for what is put out: every field is there in every answer, those without a value as `null`.
pub fn schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Document>().to_value()
}
