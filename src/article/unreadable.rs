use serde::{Deserialize, Serialize};

use super::format::Foreign;

/// Why bytes could not be read as an article: what it is and what to do, worded by its `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unreadable {
    /// No bytes at all.
    #[error("the file is empty; choose one that holds the article's text")]
    Empty,
    /// Nothing but white space.
    #[error("the file holds nothing but white space; choose one that holds the article's text")]
    Blank,
    /// More bytes than are read.
    #[error("the file is larger than {} MB, cut it to the article's text", limit / 1_000_000)]
    TooLarge {
        /// How many bytes are read at most.
        limit: usize,
    },
    /// Elements nested deeper, or more of them, than in any page people write.
    #[error("it is nested too deep or has too many elements, open it in its own program and copy the article's text")]
    TooComplex,
    /// A page with no article in it, such as a list of links.
    #[error("no article was found in the page, open it in a browser and copy the article's text")]
    NoArticle,
    /// A kind of document that is recognized but not read.
    #[error("{} not supported yet, {}", .0.name(), .0.hint())]
    Foreign(Foreign),
    /// Bytes that are no text in any encoding.
    #[error("the file holds no text in any known encoding; choose a text, Markdown or HTML file")]
    Binary,
    /// A document that only a password opens.
    #[error("the document is protected by a password, open it in its own program and save it without one")]
    Encrypted,
    /// A document that is cut short or broken.
    #[error(
        "the document is damaged, perhaps cut off when it was copied; get it again, or open it in its own program and save it anew"
    )]
    Damaged,
    /// A document that unpacks to more than any article, or to more parts.
    #[error("the document unpacks to far more than an article, open it in its own program and copy the article's text")]
    Bomb,
    /// A PDF of pictures.
    #[error("the PDF holds pictures of pages and no text layer, run text recognition on it or type the article's text")]
    NoTextLayer,
    /// A PDF whose lines stand in no order that can be relied on.
    #[error("the order of the lines in the PDF cannot be told with certainty, open it and copy the article's text")]
    NoOrder,
    /// A PDF whose fonts do not say what their letters are.
    #[error("the fonts in the PDF do not say what their letters are, open it and copy or type the article's text")]
    NoLetters,
    /// The extractor failed on the page; the fault is the program's.
    #[error(
        "this program failed at taking it apart; open it in its own program or a browser and paste the article's text here"
    )]
    Broken,
    /// It was still being taken apart at the deadline.
    #[error("it takes too long to take apart, open it in its own program and copy the article's text")]
    TooSlow,
    /// Nobody wants it any more.
    #[error("reading was stopped, open it again to read it")]
    Stopped,
}
