//! The words that only the window shows; what a report prints too is worded in [`crate::wording`].

pub mod window_words;

pub mod start_words;

pub mod about_words;

pub mod sideways_words;
