use super::format::Foreign;

/// Why bytes could not be read as an article: what it is and what to do, worded by its `Display`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
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
    #[error("the page is nested too deep or has too many elements, open it in a browser and copy the article's text")]
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
    /// The extractor failed on the page; the fault is the program's.
    #[error("the page could not be taken apart, open it in a browser and copy the article's text")]
    Broken,
}
