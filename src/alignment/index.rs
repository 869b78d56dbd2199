//! The index of a row, as a type of its own: rows are named in findings, in what is shown and in reports, where an
//! index of an article, a claim or a finding would be accepted as well if all were plain numbers.

use super::{Alignment, Row};

/// The index of a [`Row`] in [`Alignment::rows`]; counts from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIndex(pub usize);

impl Alignment {
    /// Returns the row at `index`; `None` if there are not that many.
    pub fn row(&self, index: RowIndex) -> Option<&Row> {
        self.rows.get(index.0)
    }

    /// Returns the rows in their order, each with its index.
    pub fn indexed_rows(&self) -> impl Iterator<Item = (RowIndex, &Row)> {
        self.rows.iter().enumerate().map(|(index, row)| (RowIndex(index), row))
    }
}
