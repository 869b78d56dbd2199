//! Groups: what a pair of braces sets, and where the words between them go.

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Body,
    Footnote,
    Comment,
    CommentAuthor,
    Title,
    Author,
    Created,
    /// The names of paragraph styles.
    Styles,
    /// The names of those who made tracked changes.
    Changers,
    /// The table of fonts, whose names say nothing but whose character sets do.
    Fonts,
    Nowhere,
}

impl Place {
    /// The place that a group's `word` names.
    pub(super) fn named(word: &str) -> Option<Self> {
        let place = match word {
            "footnote" => Self::Footnote,
            "annotation" => Self::Comment,
            "fonttbl" => Self::Fonts,
            "stylesheet" => Self::Styles,
            "revtbl" => Self::Changers,
            "title" => Self::Title,
            "author" => Self::Author,
            "creatim" => Self::Created,
            "colortbl" | "pict" | "object" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl"
            | "footerr" | "footerf" | "fldinst" | "xe" | "tc" | "operator" | "subject" | "keywords" | "doccomm"
            | "company" | "manager" | "category" | "generator" | "nonshppict" | "ftnsep" | "ftnsepc" | "aftnsep"
            | "aftnsepc" | "revtim" | "printim" | "buptim" | "atnid" | "atndate" | "atnref" | "listtable"
            | "themedata" | "listtext" | "pntext" => Self::Nowhere,
            _ => return None,
        };
        Some(place)
    }

    /// The place of a group whose text goes on with `rest` after the sign that it is for programs that know it.
    pub(super) fn starred(rest: &[u8]) -> Self {
        let rest = rest[..rest.len().min(24)].trim_ascii_start();
        let is = |word: &str| {
            rest.strip_prefix(word.as_bytes()).is_some_and(|after| !after.first().is_some_and(u8::is_ascii_alphabetic))
        };
        if is("\\annotation") {
            Self::Comment
        } else if is("\\footnote") {
            Self::Footnote
        } else if is("\\atnauthor") {
            Self::CommentAuthor
        } else if is("\\revtbl") {
            Self::Changers
        } else {
            Self::Nowhere
        }
    }

    /// Whether its words are kept beside the text until its group ends.
    pub(super) fn is_beside(self) -> bool {
        matches!(self, Self::Title | Self::Author | Self::Footnote | Self::Comment)
    }
}

/// What a group sets and its end undoes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    pub(super) place: Place,
    pub(super) is_hidden: bool,
    pub(super) is_deleted: bool,
    pub(super) is_inserted: bool,
    pub(super) author: usize,
    pub(super) font: usize,
    /// The size of its letters in half points; 0 where it was not set.
    pub(super) size: usize,
    /// How many characters after a `\u` stand in for it.
    pub(super) n_fallback: usize,
    /// Whether nothing has stood in it yet, so that its first word may name its place.
    pub(super) is_new: bool,
}
