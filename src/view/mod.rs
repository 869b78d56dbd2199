//! What is shown, with no widget: every sentence that people read is worded here and nowhere else,
//! so that the window and the report say the same words.

pub mod wording;
