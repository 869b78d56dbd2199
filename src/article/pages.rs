//! How far the reading of a long document is.

/// How much of a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    /// How many of its pages.
    pub done: usize,
    /// How many it has.
    pub all: usize,
}

impl Pages {
    /// As one process says it to another: a line of its own.
    pub(crate) fn line(self) -> String {
        format!("{} {}\n", self.done, self.all)
    }

    /// What such a line says.
    pub(super) fn of_line(line: &str) -> Option<Self> {
        let (done, all) = line.trim_end().split_once(' ')?;
        Some(Self { done: done.parse().ok()?, all: all.parse().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_said_in_a_line() {
        let pages = Pages { done: 12, all: 300 };
        assert_eq!(Pages::of_line(&pages.line()), Some(pages));
        assert_eq!(Pages::of_line("thread 'main' panicked"), None);
    }
}
