use super::{Block, BlockKind, Details, Dropped, Note};
use crate::text::Span;

/// What a reader of one format found in a document.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// What the document says about itself.
    pub details: Details,
    /// The text, blocks parted by newlines.
    pub text: String,
    /// The blocks of the text.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub dropped: Vec<Dropped>,
    /// Doubts.
    pub notes: Vec<Note>,
}

impl Contents {
    /// Adds a block at the end.
    pub(super) fn push(&mut self, kind: BlockKind, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), kind });
    }
}
