//! The integration tests, one binary: one link step serves them all.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and prepares its own files"
)]

mod order;
mod stories;
mod tidy;
