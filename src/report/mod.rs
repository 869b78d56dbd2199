//! Reports: a comparison as JSON, HTML, Markdown, CSV or plain text.

pub mod json;
