//! The word lists of `assets/lexicon`, embedded in the program and parsed once.
//!
//! A list is a text file, one entry a line, columns parted by tabs; lines that start with `#` are remarks.
//! The language is a folder. A stage that needs a list names it here as a [`Table`] and builds its own typed
//! index from [`Table::rows`]. A test reads every list and fails on bad rows, naming file and line.

/// One word list.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its path below `assets/lexicon`.
    pub path: &'static str,
    /// How many columns every row has.
    pub n_columns: usize,
    text: &'static str,
}

impl Table {
    /// The rows in the order of the file, each with its columns.
    pub fn rows(self) -> impl Iterator<Item = Vec<&'static str>> {
        self.lines().map(|(_, line)| line.split('\t').collect())
    }

    /// The rows as printed, each with its line number, counted from 1.
    pub fn lines(self) -> impl Iterator<Item = (usize, &'static str)> {
        self.text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(line_idx, line)| (line_idx + 1, line))
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $n_columns:literal;)*) => {
        $($(#[$doc])* pub const $name: Table = Table {
            path: $path,
            n_columns: $n_columns,
            text: include_str!(concat!("../assets/lexicon/", $path)),
        };)*
        /// Every list there is.
        pub const ALL: &[Table] = &[$($name),*];
    };
}

tables! {
    /// Words that carry no content of their own: dropped before claims are compared.
    STOP_WORDS = "en/stop_words.tsv", 1;
}
