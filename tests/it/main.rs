//! The integration tests, one binary: one link step serves them all.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and prepares its own files"
)]

mod alignment;
mod bad_input;
mod cli;
mod desk;
mod documented;
mod docx;
mod encodings;
mod figure_properties;
mod figures;
mod findings;
mod formats;
#[cfg(feature = "gui")]
mod gui_desk;
#[cfg(feature = "gui")]
mod gui_notes;
#[cfg(feature = "gui")]
mod gui_pointer;
#[cfg(feature = "gui")]
mod gui_review;
#[cfg(feature = "gui")]
mod gui_room;
#[cfg(feature = "gui")]
mod gui_screens;
#[cfg(feature = "gui")]
mod gui_session;
#[cfg(feature = "gui")]
mod gui_shell;
mod habits;
mod hostile;
mod killed;
mod kinds;
mod mutations;
mod order;
mod packaging;
mod page_words;
mod pdf;
mod program;
#[cfg(feature = "gui")]
mod raster;
mod reading;
mod report;
mod review;
mod samples;
mod schema;
mod session;
mod stories;
mod tidy;
mod titles;
