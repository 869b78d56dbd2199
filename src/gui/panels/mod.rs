//! The panels: each lays out what the view holds and says what the reader did. None decides anything.

pub mod about;
pub mod announce;
pub mod articles;
pub mod bars;
pub mod chooser;
pub mod form;
pub mod help;
pub mod link;
pub mod menu_bar;
pub mod modal;
pub mod note;
pub mod palette;
mod picker;
pub mod primary;
pub mod readers;
pub mod reading_notes;
pub mod toasts;
pub mod unsaved;
pub mod verified;
pub mod welcome;

pub(crate) mod claim_card;
pub(crate) mod claims_table;
pub(crate) mod column_head;
pub(crate) mod context_menu;
pub(crate) mod counts;
pub(crate) mod decision;
pub(crate) mod detail;
pub(crate) mod facts_table;
pub(crate) mod filter_menu;
pub(crate) mod findings_list;
pub(crate) mod origins;
pub mod room;
pub(crate) mod search;
pub(crate) mod sign;
pub(crate) mod story_strip;
