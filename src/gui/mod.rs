//! The window.
pub mod panels;
pub mod reading;
