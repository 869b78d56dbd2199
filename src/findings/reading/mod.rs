//! What is read of every claim once, for all kinds of finding: its words, the phrases of word lists, how alike two
//! places are.

pub(super) mod of_claims;
pub(super) mod phrases;
pub(super) mod rest;
pub(super) mod slot;
pub(super) mod words;
