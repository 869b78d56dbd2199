//! What wires and newspapers print around and into a story: end marks and what follows them, credits, labels that lead
//! to other stories, notes of correction.
//!
//! Saved pages have gone through [`super::html::furniture`] already; here the same phrases are looked for in text and
//! documents, where no link gives them away, and the rest in all formats. A line at the top of an article is never
//! taken out here: it may be its headline.

use rayon::prelude::*;

use super::html::furniture;
use super::{Article, BlockKind, DropReason, Format, credit};

/// An end mark stands behind so many words at least; above that it parts something else.
const STORY_WORDS: usize = 50;

/// Marks that wires and press offices set below a text.
const END_MARKS: &[&str] = &[
    "###",
    "# # #",
    "-30-",
    "– 30 –",
    "- 30 -",
    "-ENDS-",
    "- ENDS -",
    "– ENDS –",
    "ENDS",
    "-Ends-",
    "- Ends -",
    "/ENDS",
    "(ENDS)",
    "* * * ENDS * * *",
];

/// How notes of correction begin.
const CORRECTIONS: &[&str] = &[
    "correction:",
    "corrections:",
    "correction and clarification:",
    "corrections and clarifications:",
    "clarification:",
    "correction —",
    "correction –",
    "correction -",
    "an earlier version of this",
    "a previous version of this",
    "an earlier headline",
    "this article has been corrected",
    "this article was corrected",
    "this story has been corrected",
    "this story was corrected",
    "this article has been updated to correct",
    "this story has been updated to correct",
    "(corrects ",
    "(this story corrects",
    "(this version corrects",
    "(this version of the",
    "this version corrects",
    "editor's note: an earlier",
    "editor’s note: an earlier",
    "editor's note: this article has been corrected",
    "editor’s note: this article has been corrected",
    "we have corrected",
];

/// From so many blocks on, all cores look at them; fewer are done before a second thread has woken.
const MANY: usize = 2_000;

/// What a block is, other than a part of the text.
enum Habit {
    Correction,
    LeftOut(DropReason),
}

/// Reads the habits of print in `article`, and leaves out what is no part of its text.
pub(super) fn tidy(article: &mut Article) {
    leave_out_behind_end_mark(article);
    let is_page = matches!(article.reading.format, Format::Html | Format::WebArchive | Format::Email);
    let habit = |idx: usize| {
        let block = article.blocks[idx];
        let words = block.span.of(&article.text);
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote);
        if is_correction(words) {
            Some((idx, Habit::Correction))
        } else if is_text && credit::is_credit_line(words) {
            Some((idx, Habit::LeftOut(DropReason::Details)))
        } else if is_text && !is_page {
            furniture::why_words(words).map(|why| (idx, Habit::LeftOut(why)))
        } else {
            None
        }
    };
    let indices = 1..article.blocks.len();
    let habits: Vec<(usize, Habit)> = if indices.len() < MANY {
        indices.filter_map(habit).collect()
    } else {
        indices.into_par_iter().filter_map(habit).collect()
    };
    let mut left_out = Vec::new();
    for (idx, habit) in habits {
        match habit {
            Habit::Correction => article.blocks[idx].kind = BlockKind::Correction,
            Habit::LeftOut(why) => left_out.push((idx, why)),
        }
    }
    article.leave_out_all(&left_out);
}

/// Whether a block that says `words` is a note of correction.
fn is_correction(words: &str) -> bool {
    let starts = |opening: &&str| {
        let start = words.as_bytes().get(..opening.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
    };
    CORRECTIONS.iter().any(starts)
}

/// Leaves out an end mark and all below it: addresses of the press office, who the office is.
fn leave_out_behind_end_mark(article: &mut Article) {
    let mut n_words = 0;
    let mark = article.blocks.iter().position(|block| {
        let words = block.span.of(&article.text);
        if n_words < STORY_WORDS {
            n_words += words.split_whitespace().count();
        }
        n_words >= STORY_WORDS && END_MARKS.contains(&words.trim())
    });
    let Some(mark) = mark else { return };
    let below: Vec<_> = (mark..article.blocks.len()).map(|idx| (idx, DropReason::NotArticle)).collect();
    article.leave_out_all(&below);
}
