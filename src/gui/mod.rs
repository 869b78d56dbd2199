//! The window: a thin shell around [`state`] and [`reading`].
//!
//! Takes keys, clicks, dropped files, and what the [`worker`] says. Returns [`command::Command`]s that
//! [`state::update`] turns into a new state and [`message::Effect`]s, done after the frame was drawn. State never
//! changes while it is being drawn; panels lay out what the view holds and decide nothing.
//!
//! ```text
//!  keys, menus, panels ──► Command ──► update(State) ──► Effects ──► worker, choosers, clipboard
//!                                         ▲                              │
//!                                         └────────── Events ◄───────────┘
//! ```

pub mod words;

pub mod command;

pub mod message;

pub mod middle;

pub mod state;

pub mod worker;

mod clipboard;

mod viewer;

pub mod dialogs;

pub mod prefs;

pub mod theme;

pub mod fonts;

pub mod sample;

pub mod reading;

pub mod panels;

pub mod app;

pub mod start;
