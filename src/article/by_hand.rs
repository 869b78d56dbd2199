//! What a person decides about the reading of an article: a block is left out, or brought back.
//!
//! The text of an article never changes; each of these makes another article, read as the person wants it. Left-out
//! blocks keep their place, so that a later change of mind puts them back where they stood.

use super::{Article, Block, BlockKind, Details, DropReason, Dropped, Note};
use crate::text::Span;

impl Article {
    /// The article without its block at `idx`, which then is among what was left out; none where there is no such block,
    /// or no other.
    ///
    /// ```
    /// let article = crosscheck::article::Article::from_text("Post", "Three fled.\nBuy our app.\nNine stayed.");
    /// let clean = article.without_block(1).expect("there are others");
    /// assert_eq!(clean.text, "Three fled.\nNine stayed.");
    /// assert_eq!(clean.with_dropped(0).map(|again| again.text), Some(article.text));
    /// ```
    pub fn without_block(&self, idx: usize) -> Option<Self> {
        let mut article = self.clone();
        article.leave_out(idx, DropReason::ByHand).then(|| article.by_hand())
    }

    /// Puts the block at `idx` among what was left out, for the reason `why`; `false` where there is no such block, or no other.
    pub(super) fn leave_out(&mut self, idx: usize, why: DropReason) -> bool {
        let Some(block) = self.blocks.get(idx).copied().filter(|_| self.blocks.len() > 1) else { return false };
        let left_out = block.span.of(&self.text).to_owned();
        // The white space that parts it from the next block goes with it, or from the one before where it is the last.
        let cut = match self.blocks.get(idx + 1) {
            Some(next) => Span::new(block.span.start, next.span.start),
            None => Span::new(self.blocks[idx - 1].span.end, block.span.end),
        };
        self.text.replace_range(cut.start..cut.end, "");
        self.blocks.remove(idx);
        for later in &mut self.blocks[idx..] {
            later.span = Span::new(later.span.start - cut.len(), later.span.end - cut.len());
        }
        for dropped in &mut self.dropped {
            dropped.before -= usize::from(dropped.before > idx);
        }
        let at = self.dropped.partition_point(|dropped| dropped.before <= idx);
        self.dropped.insert(at, Dropped { text: left_out, why, before: idx });
        true
    }

    /// The article with what was left out at `idx` brought back, a paragraph for each line; none where there is no such.
    pub fn with_dropped(&self, idx: usize) -> Option<Self> {
        let mut article = self.clone();
        let Dropped { text, before, .. } = (idx < article.dropped.len()).then(|| article.dropped.remove(idx))?;
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (start, is_last) = match article.blocks.get(before) {
            Some(next) => (next.span.start, false),
            None => (article.blocks.last().map_or(0, |last| last.span.end), true),
        };
        let mut inserted = String::new();
        let mut blocks = Vec::with_capacity(lines.len());
        for line in &lines {
            if is_last {
                inserted.push('\n');
            }
            let from = start + inserted.len();
            inserted.push_str(line);
            blocks.push(Block { span: Span::new(from, from + line.len()), kind: BlockKind::Paragraph });
            if !is_last {
                inserted.push('\n');
            }
        }
        let at = before.min(article.blocks.len());
        for later in &mut article.blocks[at..] {
            later.span = later.span.shift(inserted.len());
        }
        for dropped in &mut article.dropped[idx..] {
            dropped.before += lines.len();
        }
        article.text.insert_str(start, &inserted);
        article.blocks.splice(at..at, blocks);
        Some(article.by_hand())
    }

    /// The article with other `details`; none where they are the same.
    pub fn with_details(&self, details: Details) -> Option<Self> {
        (self.details != details).then(|| Self { details, ..self.clone() })
    }

    /// Notes that a person had a hand in the reading.
    fn by_hand(mut self) -> Self {
        self.given_sentences = None;
        if !self.notes.contains(&Note::ByHand) {
            self.notes.push(Note::ByHand);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(article: &Article) -> Vec<&str> {
        article.blocks.iter().map(|block| block.span.of(&article.text)).collect()
    }

    fn dropped(text: &str, before: usize) -> Dropped {
        Dropped { text: text.to_owned(), why: DropReason::NotArticle, before }
    }

    #[test]
    fn every_block_can_be_left_out_and_brought_back() {
        let article = Article::from_text("Post", "One üne.\n\nTwo.\nThree.");
        for idx in 0..3 {
            let without = article.without_block(idx).unwrap();
            assert_eq!(words(&without).len(), 2);
            assert_eq!(without.dropped[0].why, DropReason::ByHand);
            assert_eq!(without.notes, [Note::ByHand]);
            let again = without.with_dropped(0).unwrap();
            assert_eq!(words(&again), words(&article));
            assert!(again.dropped.is_empty());
        }
        assert!(article.without_block(3).is_none());
        assert!(Article::from_text("Post", "One.").without_block(0).is_none());
    }

    #[test]
    fn a_dropped_block_comes_back_where_it_stood() {
        let mut article = Article::from_text("Post", "One.\nTwo.\nThree.");
        article.dropped = vec![dropped("Zero.", 0), dropped("Menu\nTwo and a half.", 2), dropped("Four.", 3)];
        let article = article.with_dropped(1).unwrap();
        assert_eq!(words(&article), ["One.", "Two.", "Menu", "Two and a half.", "Three."]);
        let article = article.with_dropped(1).unwrap();
        assert_eq!(words(&article), ["One.", "Two.", "Menu", "Two and a half.", "Three.", "Four."]);
        let article = article.with_dropped(0).unwrap();
        assert_eq!(words(&article)[..2], ["Zero.", "One."]);
        let article = article.without_block(3).unwrap();
        assert_eq!(words(&article), ["Zero.", "One.", "Two.", "Two and a half.", "Three.", "Four."]);
        assert!(article.with_dropped(1).is_none());
    }

    #[test]
    fn blocks_left_out_one_after_another_keep_their_order() {
        let article = Article::from_text("Post", "One.\nTwo.\nThree.\nFour.");
        let less = article.without_block(1).and_then(|a| a.without_block(1)).unwrap();
        assert_eq!(words(&less), ["One.", "Four."]);
        let more = less.with_dropped(0).and_then(|a| a.with_dropped(0)).unwrap();
        assert_eq!(words(&more), words(&article));
    }
}
