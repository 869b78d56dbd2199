//! What a claim is called where it crosses stages: a type of its own, since the index of an article, a row or a
//! finding would be accepted as well if all were plain numbers.
//!
//! Lists with an entry for each claim take a [`ClaimIndex`] in brackets, so that a stage that walks over what an
//! index names needs no conversion; [`ClaimId::at`] makes one from the numbers of a loop.

use std::ops::{Index, IndexMut};

/// The index of a [`Claim`](crate::claims::Claim) in its article; counts from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimIndex(pub usize);

/// A claim of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId {
    /// Index of the article; counts from 0.
    pub article: usize,
    /// Index of the claim in that article.
    pub claim: ClaimIndex,
}

impl ClaimId {
    /// Returns the name of claim number `claim` of article number `article`, both counted from 0.
    ///
    /// ```
    /// use crosscheck::story::{ClaimId, ClaimIndex};
    /// assert_eq!(ClaimId::at(1, 4).claim, ClaimIndex(4));
    /// ```
    pub const fn at(article: usize, claim: usize) -> Self {
        Self { article, claim: ClaimIndex(claim) }
    }
}

impl<T> Index<ClaimIndex> for [T] {
    type Output = T;

    fn index(&self, index: ClaimIndex) -> &T {
        &self[index.0]
    }
}

impl<T> IndexMut<ClaimIndex> for [T] {
    fn index_mut(&mut self, index: ClaimIndex) -> &mut T {
        &mut self[index.0]
    }
}

impl<T> Index<ClaimIndex> for Vec<T> {
    type Output = T;

    fn index(&self, index: ClaimIndex) -> &T {
        &self[index.0]
    }
}

impl<T> IndexMut<ClaimIndex> for Vec<T> {
    fn index_mut(&mut self, index: ClaimIndex) -> &mut T {
        &mut self[index.0]
    }
}
