//! The integration tests, one binary: one link step serves them all.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and prepares its own files"
)]

#[cfg(feature = "gui")]
mod gui_room;
mod order;
#[cfg(feature = "gui")]
mod raster;
mod stories;
mod tidy;
