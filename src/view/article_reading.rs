//! What was read of one article: the blocks that were kept and those that were left out, in the order of the page, and
//! what is known of the reading.

use crate::analysis::n_figures_left_out;
use crate::article::{Article, BlockKind, Details, DropReason, Format};
use crate::wording::look::letter;
use crate::wording::plural;
use crate::wording::reading_words::{drop_reason, moment, note, with_figures};

/// The reading of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleReading {
    /// Letter and name.
    pub title: String,
    /// How much was kept and how much left out.
    pub summary: String,
    /// What is known of the article and of its bytes: a name and a value each.
    pub facts: Vec<(&'static str, String)>,
    /// Doubts, as sentences.
    pub doubts: Vec<String>,
    /// The blocks, in the order of the page.
    pub blocks: Vec<ReadBlock>,
    /// How many of them were left out.
    pub n_left_out: usize,
}

/// A block of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadBlock {
    /// Its words.
    pub text: String,
    /// Whether it is part of the article.
    pub part: Part,
    /// What it is, or why it was left out.
    pub kind: &'static str,
}

/// Whether a block is part of the article, and its index there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Kept: the index of the block.
    Kept(usize),
    /// Left out: the index among what was left out.
    LeftOut(usize),
}

/// Returns the reading of `article`, which is at `idx`.
pub fn article_reading(article: &Article, idx: usize) -> ArticleReading {
    let n_kept = article.text.split_whitespace().count();
    let n_left_out: usize = article.dropped.iter().map(|dropped| dropped.text.split_whitespace().count()).sum();
    let n_figures = n_figures_left_out(article).iter().sum();
    let kept = format!("{} in {} kept", plural(n_kept, "word"), plural(article.blocks.len(), "block"));
    let left_out = match article.dropped.len() {
        0 => "nothing left out".to_owned(),
        n => format!("{} in {} left out{}", plural(n_left_out, "word"), plural(n, "block"), with_figures(n_figures)),
    };
    ArticleReading {
        title: format!("{} {}", letter(idx), article.label()),
        summary: format!("{kept}, {left_out}"),
        facts: facts(article),
        doubts: article.notes.iter().map(note).collect(),
        blocks: blocks(article),
        n_left_out: article.dropped.len(),
    }
}

/// The blocks of the page, those left out before the block they stood before.
fn blocks(article: &Article) -> Vec<ReadBlock> {
    let mut blocks = Vec::with_capacity(article.blocks.len() + article.dropped.len());
    let mut dropped = article.dropped.iter().enumerate().peekable();
    for (idx, block) in article.blocks.iter().enumerate() {
        while let Some((at, left_out)) = dropped.next_if(|(_, left_out)| left_out.before <= idx) {
            blocks.push(left_out_block(&left_out.text, at, left_out.why));
        }
        let text = block.span.of(&article.text).to_owned();
        blocks.push(ReadBlock { text, part: Part::Kept(idx), kind: block_kind(block.kind) });
    }
    blocks.extend(dropped.map(|(at, left_out)| left_out_block(&left_out.text, at, left_out.why)));
    blocks
}

fn left_out_block(text: &str, at: usize, why: DropReason) -> ReadBlock {
    ReadBlock { text: text.to_owned(), part: Part::LeftOut(at), kind: drop_reason(why) }
}

fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "",
        BlockKind::ListItem => "list",
        BlockKind::Quote => "quotation",
        BlockKind::TableRow => "table",
        BlockKind::Caption => "caption",
        BlockKind::Correction => "correction",
    }
}

fn facts(article: &Article) -> Vec<(&'static str, String)> {
    let Details { title, outlet, byline, published, address, archive, retrieved } = &article.details;
    let format = match article.reading.format {
        Format::Text => "plain text",
        Format::Markdown => "Markdown",
        Format::Html => "web page",
        Format::WebArchive => "web page in one file",
        Format::Email => "e-mail message",
        Format::Docx => "Word document",
        Format::Odt => "OpenDocument text",
        Format::Rtf => "RTF document",
        Format::Epub => "e-book",
        Format::Pdf => "PDF",
    };
    let bytes = plural(article.reading.n_bytes, "byte");
    let kind = match article.reading.encoding {
        "" => format!("{format}, {bytes}"),
        encoding => format!("{format}, {encoding}, {bytes}"),
    };
    let sha256 = Some(&article.reading.sha256).filter(|sha256| !sha256.is_empty());
    [
        ("Title", title.clone()),
        ("Outlet", outlet.clone()),
        ("Byline", byline.clone()),
        ("Published", published.map(moment)),
        ("Address", address.clone()),
        ("Archived at", archive.clone()),
        ("Retrieved", retrieved.map(moment)),
        ("File", article.path.as_ref().map(|path| path.display().to_string())),
        ("Read as", Some(kind)),
        ("SHA-256", sha256.cloned()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Dropped;

    #[test]
    fn left_out_blocks_stand_where_they_stood() {
        let mut article = Article::from_text("wire.txt", "Three men fled.\nNine stayed.");
        let dropped = |text: &str, before| Dropped { text: text.to_owned(), why: DropReason::NotArticle, before };
        article.dropped = vec![dropped("Menu", 0), dropped("Read more", 1), dropped("Imprint", 2)];
        let reading = article_reading(&article, 1);
        let shown: Vec<(&str, Part)> = reading.blocks.iter().map(|block| (block.text.as_str(), block.part)).collect();
        assert_eq!(
            shown,
            [
                ("Menu", Part::LeftOut(0)),
                ("Three men fled.", Part::Kept(0)),
                ("Read more", Part::LeftOut(1)),
                ("Nine stayed.", Part::Kept(1)),
                ("Imprint", Part::LeftOut(2)),
            ]
        );
        assert_eq!(reading.title, "B wire.txt");
        assert_eq!(reading.summary, "5 words in 2 blocks kept, 4 words in 3 blocks left out");
        article.dropped.push(dropped("Seven hurt in 2017, call 555-0100", 2));
        let summary = article_reading(&article, 1).summary;
        assert!(summary.ends_with("10 words in 4 blocks left out, with 2 figures"), "{summary}");
    }

    #[test]
    fn doubts_are_sentences() {
        let article = Article::from_text("a", "One.\nTwo.").without_block(0).expect("there is another block");
        assert_eq!(article_reading(&article, 0).doubts, ["Some of the text was left out or brought back by hand"]);
    }
}
