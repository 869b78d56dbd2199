//! The index of a finding, as a type of its own: lists, tables, marks, decisions and the window all name findings, and
//! a plain number would as well be taken where a row, an article or a claim is meant.

use super::{Finding, Findings};

/// The index of a [`Finding`] among all of a [`Findings`]: the differences first, then the agreements, each in their
/// order; counts from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingIndex(pub usize);

impl Findings {
    /// Returns the finding at `index`; `None` if there are not that many.
    pub fn get(&self, index: FindingIndex) -> Option<&Finding> {
        self.findings.get(index.0).or_else(|| self.agreements.get(index.0.checked_sub(self.findings.len())?))
    }

    /// Returns the differences in their order, each with its index.
    pub fn indexed_differences(&self) -> impl Iterator<Item = (FindingIndex, &Finding)> {
        self.findings.iter().enumerate().map(|(index, finding)| (FindingIndex(index), finding))
    }

    /// Returns the differences and then the agreements, each with its index.
    pub fn indexed(&self) -> impl Iterator<Item = (FindingIndex, &Finding)> {
        let all = self.findings.iter().chain(&self.agreements).enumerate();
        all.map(|(index, finding)| (FindingIndex(index), finding))
    }
}
