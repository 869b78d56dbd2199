//! What a person decides about the reading of an article: a block is left out, or brought back.
//!
//! The text of an article never changes; each of these makes another article, read as the person wants it. Left-out
//! blocks keep their place, so that a later change of mind puts them back where they stood.

use super::{Article, Block, BlockKind, Details, DropReason, Dropped, Note};
use crate::text::Span;

impl Article {
    /// The article without its block at `idx`, which then is among what was left out; none where there is no such
    /// block, or no other.
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

    /// Puts the block at `idx` among what was left out, for the reason `why`; `false` where there is no such block, or
    /// no other.
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

    /// As [`leave_out`](Self::leave_out) for each of `left_out`, from the last to the first, but in linear time. Their
    /// places grow; the first block stays in any case.
    pub(super) fn leave_out_all(&mut self, left_out: &[(usize, DropReason)]) {
        let mut whys = left_out.iter().filter(|(idx, _)| *idx > 0).peekable();
        let mut text = String::with_capacity(self.text.len());
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        let mut taken = Vec::with_capacity(left_out.len());
        // Up to where the text is copied or cut, and how much of it was cut.
        let (mut at, mut n_cut) = (0, 0);
        let mut is_cutting = false;
        for (idx, block) in self.blocks.iter().enumerate() {
            if let Some((_, why)) = whys.next_if(|(left_out, _)| *left_out == idx) {
                if !is_cutting {
                    text.push_str(&self.text[at..block.span.start]);
                    at = block.span.start;
                }
                is_cutting = true;
                taken.push(Dropped { text: block.span.of(&self.text).to_owned(), why: *why, before: blocks.len() });
                continue;
            }
            if is_cutting {
                // The white space behind what was cut went with it.
                n_cut += block.span.start - at;
                at = block.span.start;
                is_cutting = false;
            }
            blocks.push(Block { span: Span::new(block.span.start - n_cut, block.span.end - n_cut), ..*block });
        }
        if is_cutting && let (Some(kept), Some(last)) = (blocks.last(), self.blocks.last()) {
            // Behind the last one there is none; the white space before it goes.
            text.truncate(kept.span.end);
            at = last.span.end;
        }
        text.push_str(&self.text[at..]);
        for dropped in &mut self.dropped {
            dropped.before -= taken_before(left_out, dropped.before);
        }
        self.dropped.extend(taken.into_iter().rev());
        self.dropped.sort_by_key(|dropped| dropped.before);
        (self.text, self.blocks) = (text, blocks);
    }

    /// The article with what was left out at `idx` brought back, a paragraph for each line; none where there is no
    /// such.
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

/// How many of `left_out` stand before the block at `before`, the first block aside.
fn taken_before(left_out: &[(usize, DropReason)], before: usize) -> usize {
    let from = left_out.partition_point(|(idx, _)| *idx == 0);
    left_out.partition_point(|(idx, _)| *idx < before).saturating_sub(from)
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

    #[test]
    fn leaving_out_at_once_is_leaving_out_one_by_one() {
        let mut article = Article::from_text(
            "Post",
            "  Three fled.\n\nBuy it.\nNine stayed.\n\n\nMore.\nRead on.\nOne left.\nEnds. \n",
        );
        let before = |text: &str, before| Dropped { text: text.to_owned(), why: DropReason::Caption, before };
        article.dropped = vec![before("a", 0), before("b", 2), before("c", 4), before("d", 7)];
        for sieve in 0..1_u32 << (article.blocks.len() - 1) {
            let left_out: Vec<_> = (1..article.blocks.len())
                .filter(|idx| sieve & 1 << (idx - 1) != 0)
                .map(|idx| (idx, DropReason::NotArticle))
                .collect();
            let (mut at_once, mut one_by_one) = (article.clone(), article.clone());
            at_once.leave_out_all(&left_out);
            for (idx, why) in left_out.iter().rev() {
                assert!(one_by_one.leave_out(*idx, *why));
            }
            assert_eq!(at_once, one_by_one, "{left_out:?}");
        }
    }
}
